//! What every secured route has around its handler: the table of roles is asked before anything else of a request is read, and whatever comes of it is in
//! the audit.

use std::sync::{Arc, OnceLock};

use airbridge_app::{About, App, Error, Who};
use airbridge_disclosure::Operation;
use airbridge_events::{OfferId, RequestId, State};
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::body::key;
use crate::parts::is_id;
use crate::problem::{Answer, Problem};

/// The route that is asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    operation: Operation,
    path: &'static str,
    takes_query: bool,
    /// Who asks about what, once it is known.
    by: Arc<OnceLock<(App, Who, String)>>,
}

impl Asked {
    pub(crate) fn new(operation: Operation, path: &'static str, takes_query: bool) -> Self {
        Self {
            operation,
            path,
            takes_query,
            by: Arc::default(),
        }
    }

    /// Answers a request, and sees to it that it has left an entry in the audit.
    pub(crate) async fn answered(self, mut request: Request, next: Next) -> Response {
        // Where nobody has to be logged in, there is no caller of whom anything is asked before.
        if self.operation == Operation::SessionCreate
            && !self.takes_query
            && let Err(problem) = no_query(request.uri().query())
        {
            return problem.into_response();
        }
        request.extensions_mut().insert(self.clone());
        let response = next.run(request).await;
        let Some((app, who, subject)) = self.by.get() else {
            return response;
        };
        let outcome = match response.status() {
            StatusCode::FORBIDDEN => "forbidden",
            StatusCode::NOT_FOUND => "not found",
            StatusCode::PRECONDITION_FAILED => "stale",
            status if status.is_client_error() => "refused",
            status if status.is_server_error() => "failed",
            _ => "done",
        };
        match app.note(who, self.operation, subject, outcome).await {
            Ok(()) => response,
            // What is not recorded is not shown either.
            Err(error) => Problem::from(error).into_response(),
        }
    }

    /// Asks the table of roles, by what the path says.
    pub(crate) async fn first(&self, parts: &mut Parts, app: &App, who: &Who) -> Answer<()> {
        let id = self.id(parts).await?;
        let (about, subject) = self.about(app, who, &id).await?;
        // A closure that is called twice is a bug in the route; the first one counts.
        let _ = self.by.set((app.clone(), who.clone(), subject.clone()));
        // What was done may have ended the right to do it again; whoever repeats it is told what came of it.
        let is_repeated = match key(&parts.headers) {
            Ok(Some(key)) => app.knows_key(who, &key).await?,
            _ => false,
        };
        if !is_repeated {
            app.ask(who, self.operation, about.as_ref(), &subject).await?;
        }
        if !self.takes_query {
            no_query(parts.uri.query())?;
        }
        Ok(())
    }

    /// The id in the path; empty where there is none.
    async fn id(&self, parts: &mut Parts) -> Answer<String> {
        if !self.path.contains('{') {
            return Ok(String::new());
        }
        let found = RawPathParams::from_request_parts(parts, &()).await;
        let found = found.map_err(|_| Problem::not_found())?;
        let id = found.iter().next().map(|(_, id)| id.to_owned()).unwrap_or_default();
        if is_id(&id) { Ok(id) } else { Err(Problem::not_found()) }
    }

    /// What the path is about, and its name for the audit; `None` where only the body or the handler knows.
    async fn about(&self, app: &App, who: &Who, id: &str) -> Result<(Option<About>, String), Error> {
        let collection = self.path.split('/').nth(3).unwrap_or_default();
        if id.is_empty() {
            let me = About::Of(who.account());
            let is_own = matches!(
                collection,
                "self" | "session" | "tokens" | "worklist" | "stream" | "emergencies"
            );
            return Ok((is_own.then_some(me), String::new()));
        }
        let named = |about: About| {
            let subject = about.id();
            (Some(about), subject)
        };
        Ok(match collection {
            // A thing that is new in an operation is the asker's, and an event is about what its body says.
            "operations" => {
                let (about, subject) = named(About::Operation(id.into()));
                let makes = matches!(
                    self.operation,
                    Operation::RequestCreate
                        | Operation::OfferCreate
                        | Operation::ClearanceCreate
                        | Operation::EventReport
                        | Operation::OperationImport
                        | Operation::OperationCreate
                );
                (about.filter(|_| !makes), subject)
            }
            "requests" if matches!(self.operation, Operation::OfferAccept | Operation::OfferDecline) => {
                // Where there is none, the id is that of no offer.
                let bed = answered_for(app, who, id).0.into_iter().next();
                let bed = bed.unwrap_or_else(|| OfferId::from(""));
                (Some(About::Offer(bed)), RequestId::from(id).stream())
            }
            "requests" => named(About::Request(id.into())),
            "offers" => named(About::Offer(id.into())),
            "clearances" => named(About::Clearance(id.into())),
            "missions" => named(About::Mission(id.into())),
            "plans" => named(About::Plan(id.into())),
            "accounts" => named(About::Account(id.into())),
            "organisations" => named(About::Organisation(id.into())),
            "jobs" => (Some(app.whose_job(id).await?), format!("job/{id}")),
            _ => (None, format!("{collection}/{id}")),
        })
    }
}

/// The offers that a patient is to take up, and whether others are asked as well. Where several hospitals are asked, only those of the asker are given:
/// each answers for its own.
pub(crate) fn answered_for(app: &App, who: &Who, request: &str) -> (Vec<OfferId>, bool) {
    let found = app.see(|record| {
        let request = record.requests.get(&RequestId::from(request))?;
        let State::Broadcast { offers, .. } = &request.state else {
            return Some((request.bed().cloned().into_iter().collect(), false));
        };
        let is_own = |offer: &&OfferId| {
            let known = record.offers.get(*offer);
            known.is_some_and(|known| known.organisation.as_str() == who.actor.organisation)
        };
        Some((offers.iter().filter(is_own).cloned().collect(), true))
    });
    found.unwrap_or_default()
}

/// Refuses parameters where a path knows none.
///
/// # Errors
///
/// There are some.
pub(crate) fn no_query(query: Option<&str>) -> Answer<()> {
    match query {
        Some(query) if !query.is_empty() => Err(Problem::bad_request("this path takes no parameters")),
        _ => Ok(()),
    }
}
