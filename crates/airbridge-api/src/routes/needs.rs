//! Anonymous needs: what kind of bed is looked for, without a word on whose.

use std::collections::BTreeMap;

use airbridge_app::{About, digest, shown};
use airbridge_disclosure::{FieldGroup, Mask, Operation};
use airbridge_events::{Record, RequestId, State};
use axum::http::Uri;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::operations::Paging;
use super::requests;
use crate::answer::Listed;
use crate::caller::Caller;
use crate::parts::{Query, hex};
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let list = Spec::get("/api/v1/needs", "Needs that look for a bed").asks::<Paging>();
    routes.secured(Operation::NeedRead, list.lists::<NeedView>(), all)
}

/// A need.
#[derive(Serialize, ToSchema)]
struct NeedView {
    /// Always the same for a need, and says nothing about the request.
    number: String,
    /// Columns of table `patients` that say which bed, and which way of travelling.
    row: BTreeMap<String, String>,
    /// Whether a hospital is being asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_offered: Option<bool>,
    /// It answers by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
}

/// A number from which nobody counts back: ids of imported requests can be guessed, the secret cannot.
fn number(secret: &str, id: &RequestId) -> String {
    let digest = digest(format!("{secret} {id}").as_bytes());
    hex(&digest[..8])
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<NeedView>> {
    let secret = &caller.app.secret_of_needs().await?;
    // In the order of the numbers, so that the order says nothing either.
    let show = |record: &Record, about: &About, mask: &Mask| {
        let (id, request) = requests::of(record, about)?;
        let shows = |group| {
            let is_anonymous = matches!(group, FieldGroup::ClinicalSummary | FieldGroup::Planning);
            is_anonymous && mask.shows(group)
        };
        let until = match &request.state {
            State::Offered { until, .. } | State::Broadcast { until, .. } => Some(*until),
            _ => None,
        };
        let administrative = mask.shows(FieldGroup::Administrative);
        Some(NeedView {
            number: number(secret, id),
            row: shown(&request.row, shows).0,
            is_offered: administrative.then_some(until.is_some()),
            until: until.filter(|_| administrative),
        })
    };
    let found = caller.app.search(
        &caller.who,
        Operation::NeedRead,
        paging.page()?,
        |record, _| {
            let open = record.requests.iter();
            let open = open.filter(|(_, request)| {
                let state = &request.state;
                matches!(state, State::Cleared | State::Offered { .. } | State::Broadcast { .. })
            });
            let mut all: Vec<_> = open
                .map(|(id, _)| (number(secret, id), About::Request(id.clone())))
                .collect();
            all.sort_by(|one, other| one.0.cmp(&other.0));
            Box::new(all.into_iter())
        },
        show,
    );
    Ok(Listed(uri, found.await?))
}
