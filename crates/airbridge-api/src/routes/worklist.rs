//! What waits for the asker: steps that are due, and emergency accesses to be looked at.

use airbridge_app::{About, Page};
use airbridge_disclosure::{Mask, Operation, Role};
use airbridge_events::{Due, Emergency, Record, due};
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
    /// Why the record was opened in an emergency.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// The emergency access ends then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    due: DueView,
    /// Its place in the list.
    #[serde(skip)]
    place: String,
}

/// Whatever is due first comes first.
fn place(by: Timestamp, id: &str) -> String {
    format!("{:020}-{id}", by.as_microsecond().max(0))
}

async fn all(caller: Caller, uri: Uri, Query(paging): Query<Paging>) -> Answer<Listed<Item>> {
    let (who, asked) = (&caller.who, paging.page()?);
    let (after, limit) = asked;
    let me = About::Of(who.account());
    let reviews = |record: &Record, _: &Mask| {
        let is_auditor = who.actor.roles.contains(&Role::Auditor);
        let all = is_auditor.then(|| reviews(record, who.account().as_str()));
        let all = all.into_iter().flatten();
        all.filter(|item| after.is_none_or(|after| item.place.as_str() > after))
            .collect::<Vec<_>>()
    };
    let mut items = caller.look(Operation::WorklistRead, &me, reviews).await?;
    let mine = |due: &Due| who.actor.roles.iter().any(|role| role.word() == due.role);
    let show = |record: &Record, about: &About, _: &Mask| {
        let (id, request) = requests::of(record, about)?;
        let due = due(record, request)?;
        Some(Item {
            place: place(due.by, id.as_str()),
            request: id.to_string(),
            account: None,
            reason: None,
            until: None,
            due: DueView {
                role: due.role,
                task: due.task,
                by: due.by,
            },
        })
    };
    let found = caller.app.search(
        who,
        Operation::RequestSearch,
        asked,
        |record, _| {
            let due = record.requests.iter().filter_map(|(id, request)| {
                let due = due(record, request).filter(mine)?;
                Some((place(due.by, id.as_str()), About::Request(id.clone())))
            });
            let mut all: Vec<_> = due.collect();
            all.sort_unstable_by(|one, other| one.0.cmp(&other.0));
            Box::new(all.into_iter())
        },
        show,
    );
    let mut more = false;
    // Nothing of this kind is ever on the list of a role that never looks for requests.
    if !caller.app.never(who, Operation::RequestSearch) {
        let page = found.await?;
        more = page.next.is_some();
        items.extend(page.items);
    }
    items.sort_by(|one, other| one.place.cmp(&other.place));
    more |= items.len() > limit;
    items.truncate(limit);
    let next = items.last().map(|item| item.place.clone()).filter(|_| more);
    Ok(Listed(uri, Page { items, next }))
}

/// Emergency accesses of others that nobody has looked at.
fn reviews(record: &Record, me: &str) -> Vec<Item> {
    let others = record.accounts.iter().filter(|(id, _)| id.as_str() != me);
    let opened = others.flat_map(|(id, account)| account.emergencies.iter().map(move |opened| (id, opened)));
    let waiting = opened.filter(|(_, (_, emergency))| emergency.justified.is_none());
    waiting
        .map(|(account, (request, emergency))| item(account.as_str(), request.as_str(), emergency))
        .collect()
}

fn item(account: &str, request: &str, emergency: &Emergency) -> Item {
    let by = emergency.until;
    Item {
        request: request.to_owned(),
        account: Some(account.to_owned()),
        reason: Some(emergency.reason.clone()),
        until: Some(emergency.until),
        due: DueView {
            role: Role::Auditor.word(),
            task: "look at the emergency access",
            by,
        },
        place: place(by, &format!("{request}-{account}")),
    }
}
