//! Steps of a mission, from its approval to the last landing: one path each.

use airbridge_app::{About, Wish};
use airbridge_disclosure::Operation;
use airbridge_events::{AccountId, Command, MissionCommand, MissionId};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::said::{Nothing, Reason, bodies};
use crate::answer::Changed;
use crate::body::Body;
use crate::caller::Caller;
use crate::parts::{Id, IfMatch};
use crate::secured::Routes;
use crate::spec::Spec;

bodies! {
    /// People of the crews.
    Crew {
        /// Accounts.
        accounts: Vec<String>,
    }
    /// What a mission waits for.
    Waits { what: String, }
    /// Where it lands.
    Landing { airfield: String, }
    /// How late it is.
    Delay {
        /// Not before this.
        #[schema(value_type = String, format = DateTime)]
        until: Timestamp,
    }
    /// Where it goes instead, and why.
    Diversion { airfield: String, reason: String, }
}

macro_rules! steps {
    ($routes:expr; $($operation:ident $path:literal $summary:literal |$body:ident: $type:ty| $command:expr;)*) => {{
        let routes = $routes;
        $(let routes = step(
            routes,
            Operation::$operation,
            Spec::post(concat!("/api/v1/missions/{id}/", $path), $summary).takes::<$type>(),
            |$body: $type| $command,
        );)*
        routes
    }};
}

pub(crate) fn add(routes: Routes) -> Routes {
    use MissionCommand as Do;
    steps! { routes;
        MissionReady "assign" "Name the people of the crews"
            |body: Crew| Do::Assign(body.accounts.into_iter().map(AccountId::from).collect());
        MissionTask "task" "Accept a mission, for the operator" |_body: Nothing| Do::Task;
        MissionReady "await-clearances" "Say what a mission waits for" |body: Waits| Do::AwaitClearances(body.what);
        MissionReady "ready" "Say that nothing is missing" |_body: Nothing| Do::Ready;
        MissionReport "board" "Begin boarding" |_body: Nothing| Do::Board;
        MissionReport "depart" "Leave the stand" |_body: Nothing| Do::Depart;
        MissionReport "land" "Come to a stand" |body: Landing| Do::Land(body.airfield);
        MissionReport "delay" "Say that it will be late" |body: Delay| Do::Delay(body.until);
        MissionDivert "divert" "Send a mission somewhere else"
            |body: Diversion| Do::Divert { airfield: body.airfield, reason: body.reason };
        MissionCancel "cancel" "Cancel a mission" |body: Reason| Do::Cancel(body.reason);
        MissionReport "abort" "End a mission before its time" |body: Reason| Do::Abort(body.reason);
        MissionReport "complete" "Say that a mission is done" |_body: Nothing| Do::Complete;
    }
}

fn step<B>(routes: Routes, operation: Operation, spec: Spec, command: fn(B) -> MissionCommand) -> Routes
where
    B: DeserializeOwned + Send + 'static,
{
    let handler = move |caller: Caller, Id(id): Id, version: IfMatch, body: Body<B>| async move {
        let id = MissionId::from(id);
        let command = Command::Mission(id.clone(), command(body.value));
        let wish = Wish {
            if_match: Some(version.required()?),
            once: body.once,
            ..Wish::new(operation, About::Mission(id), command)
        };
        caller.act(wish).await.map(Changed::from)
    };
    routes.secured(operation, spec.changes(), handler)
}
