//! The audit: who has looked at what and done what, and whether its chain holds.

use airbridge_disclosure::Operation;
use airbridge_store::AuditEntry;
use axum::Json;
use axum::http::Uri;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::operations::Paging;
use crate::answer::Listed;
use crate::caller::Caller;
use crate::parts::Query;
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let list = Spec::get("/api/v1/audit", "Entries of the audit, the oldest first").asks::<Paging>();
    let verify = Spec::get("/api/v1/audit/verify", "Whether the chains hold").answers::<Verdict>();
    routes
        .secured(Operation::AuditRead, list.lists::<EntryView>(), all)
        .secured(Operation::AuditVerify, verify, verified)
}

/// An entry.
#[derive(Serialize, ToSchema)]
struct EntryView {
    number: u64,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    actor: String,
    organisation: String,
    role: String,
    act: String,
    subject: String,
    purpose: String,
    outcome: String,
}

impl From<AuditEntry> for EntryView {
    fn from(entry: AuditEntry) -> Self {
        let (number, entry) = (entry.number, entry.draft);
        Self {
            number,
            at: entry.at,
            actor: entry.actor,
            organisation: entry.organisation,
            role: entry.role,
            act: entry.act,
            subject: entry.subject,
            purpose: entry.purpose,
            outcome: entry.outcome,
        }
    }
}

/// What the check of the chains has found.
#[derive(Serialize, ToSchema)]
struct Verdict {
    /// Of the audit and of the log: what does not hold.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    found: Value,
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<EntryView>> {
    let (after, limit) = paging.page()?;
    let after = after.map_or(Ok(0), str::parse);
    let after = after.map_err(|_| Problem::bad_request("after is the number of an entry"))?;
    let limit = u32::try_from(limit).expect("a page is short");
    // One more than the page has says whether there is another.
    let mut entries = caller.app.audit_page(&caller.who, after, limit + 1).await?;
    let more = entries.len() > limit as usize;
    entries.truncate(limit as usize);
    let next = entries.last().filter(|_| more).map(|entry| entry.number.to_string());
    let items = entries.into_iter().map(EntryView::from).collect();
    Ok(Listed(uri, airbridge_app::Page { items, next }))
}

async fn verified(caller: Caller) -> Answer<Json<Verdict>> {
    Ok(Json(Verdict {
        found: caller.app.verify_audit(&caller.who).await?,
    }))
}
