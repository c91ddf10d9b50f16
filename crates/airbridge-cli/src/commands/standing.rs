//! An operation as it stands: the tables, the plan that runs, and the events, read together.

use std::path::Path;

use airbridge_model::{Event, Operation, Plan};
use airbridge_progress::{Decided, Proceeded};
use anyhow::Result;
use jiff::Timestamp;

use crate::arguments::Before;
use crate::{files, show};

/// What was read.
pub(super) struct Standing {
    pub(super) operation: Operation,
    /// The plan that runs.
    pub(super) parent: Plan,
}

/// The operation after the events that are known at a time; or says on standard error what is wrong with plan or events, and gives nothing.
pub(super) fn standing(operation: &Operation, plan: &Path, events: &Path, now: Timestamp) -> Result<Option<Standing>> {
    let parent = match files::plan(plan)? {
        Ok(parent) => parent,
        Err(findings) => {
            show::findings_to_talk(&findings);
            return Ok(None);
        }
    };
    let digest = airbridge_interchange::plan_file::digest(&parent);
    if parent.origin.operation_digest != operation.digest {
        eprintln!("error: the plan was made from other tables than these");
        eprintln!("hint: give the tables that it was made from; what has changed since belongs into the events");
        return Ok(None);
    }
    let name = events
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let reading = airbridge_interchange::read_events(&name, &files::bytes(events)?, operation);
    show::findings_to_talk(&reading.findings);
    let Some(events) = reading.events else {
        return Ok(None);
    };
    say_what_is_later(&events, now);
    match airbridge_progress::proceed(operation, &parent, &digest, &events, now) {
        Ok(Proceeded { operation, warnings }) => {
            show::findings_to_talk(&warnings);
            Ok(Some(Standing { operation, parent }))
        }
        Err(findings) => {
            show::findings_to_talk(&findings);
            Ok(None)
        }
    }
}

/// Says on standard error how many events are not known yet: a slip in a date must not make one vanish unseen.
fn say_what_is_later(events: &[Event], now: Timestamp) {
    let later = events.iter().map(|event| event.at).filter(|at| *at > now);
    let Some(first) = later.clone().min() else {
        return;
    };
    eprintln!(
        "note: events later than {now} are not known yet: {} of {}; the first of them is of {first}",
        later.count(),
        events.len()
    );
}

/// The operation that a plan is for: as the tables have it, or, for one that replaces another, as it stood then. Says on standard error what is missing
/// or wrong, and gives nothing.
pub(super) fn of_plan(operation: Operation, plan: &Plan, before: &Before) -> Result<Option<Operation>> {
    let (Some(parent), Some(events)) = (&before.parent, &before.events) else {
        if plan.origin.parent.is_some() {
            eprintln!("error: the plan replaces another, and what had happened by then is not known from the tables");
            eprintln!(
                "hint: add --parent with the plan that it replaces, and --events with the events that it was made with"
            );
            return Ok(None);
        }
        return Ok(Some(operation));
    };
    let (said, given) = (plan.origin.replanned_at, before.now);
    let Some(now) = given.or(said) else {
        eprintln!("error: the plan replaces no other, or does not say from when");
        eprintln!("hint: leave out --parent and --events for a first plan");
        return Ok(None);
    };
    if let Some(said) = said.filter(|said| *said != now) {
        eprintln!("error: the plan was made from {said} on, not from {now}");
        eprintln!("hint: leave out --now, or give the plan that was made then");
        return Ok(None);
    }
    let Some(Standing { operation, .. }) = standing(&operation, parent, events, now)? else {
        return Ok(None);
    };
    let Decided {
        operation,
        set_down,
        stranded,
    } = airbridge_app::planning::decided(operation, plan);
    for mission in &set_down {
        eprintln!(
            "note: the plan sets everybody on board of mission {mission} down at once; that nothing else was left is not tested"
        );
    }
    for mission in &stranded {
        eprintln!(
            "note: the plan ends mission {mission} where it is, or where it lands next; that it could not go on is not tested"
        );
    }
    Ok(Some(operation))
}
