//! What waits for the asker: steps that are due, and emergency accesses to be looked at.

use airbridge_app::About;
use airbridge_disclosure::{Mask, Operation, Role};
use airbridge_events::{Record, due};
use axum::http::Uri;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::operations::Paging;
use super::request_view::DueView;
use super::requests;
use crate::answer::Listed;
use crate::caller::Caller;
use crate::parts::Query;
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let list = Spec::get("/api/v1/worklist", "What waits for one").asks::<Paging>();
    routes.secured(Operation::WorklistRead, list.lists::<Item>(), all)
}

/// Something that waits.
#[derive(Serialize, ToSchema)]
struct Item {
    /// The request that it is about.
    request: String,
    /// The account whose emergency access is to be looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
    due: DueView,
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<Item>> {
    let (who, asked) = (&caller.who, paging.page()?);
    let me = About::Of(who.account());
    let reviews = |record: &Record, _: &Mask| {
        let is_auditor = who.actor.roles.contains(&Role::Auditor);
        if is_auditor && asked.0.is_none() {
            reviews(record, who.account().as_str())
        } else {
            Vec::new()
        }
    };
    let mut reviews = caller.look(Operation::WorklistRead, &me, reviews).await?;
    let show = |record: &Record, about: &About, _: &Mask| {
        let (id, request) = requests::of(record, about)?;
        let due = due(record, request)?;
        let mine = who.actor.roles.iter().any(|role| role.word() == due.role);
        mine.then(|| Item {
            request: id.to_string(),
            account: None,
            due: DueView {
                role: due.role,
                task: due.task,
                by: due.by,
            },
        })
    };
    let mut page = if caller.app.never(who, Operation::RequestSearch) {
        // Nothing of this kind is ever on the list of such a role.
        airbridge_app::Page {
            items: Vec::new(),
            next: None,
        }
    } else {
        let found = caller
            .app
            .search(who, Operation::RequestSearch, asked, requests::every, show);
        found.await?
    };
    reviews.append(&mut page.items);
    page.items = reviews;
    Ok(Listed(uri, page))
}

/// Emergency accesses of others that nobody has looked at.
fn reviews(record: &Record, me: &str) -> Vec<Item> {
    let others = record.accounts.iter().filter(|(id, _)| id.as_str() != me);
    let opened = others.flat_map(|(id, account)| account.emergencies.iter().map(move |opened| (id, opened)));
    let waiting = opened.filter(|(_, (_, emergency))| emergency.justified.is_none());
    waiting
        .map(|(account, (request, emergency))| item(account.to_string(), request.to_string(), emergency.until))
        .collect()
}

fn item(account: String, request: String, by: Timestamp) -> Item {
    Item {
        request,
        account: Some(account),
        due: DueView {
            role: Role::Auditor.word(),
            task: "look at the emergency access",
            by,
        },
    }
}
