//! Events that a plan is made with, and what of them makes no sense: nothing in the log keeps a plan from being made.

use airbridge_interchange::{read_events, write_events};
use airbridge_model::Operation;
use airbridge_model::{Event, Finding, Place, Severity};

/// The events as they are read again from their file, so that whoever looks at a plan later has the very same; those that cannot be read again are passed over.
pub(super) fn readable_events(
    mut events: Vec<Event>,
    operation: &Operation,
    passed_over: &mut Vec<Finding>,
) -> Vec<Event> {
    loop {
        let file = write_events(&events);
        let reading = read_events("events.json", file.as_bytes(), operation);
        if let Some(read) = reading.events {
            return read;
        }
        let errors = reading.findings.into_iter();
        let errors: Vec<Finding> = errors.filter(|finding| finding.severity == Severity::Error).collect();
        let bad: Vec<usize> = errors.iter().filter_map(in_brackets).collect();
        let named = without(&mut events, &bad);
        passed_over.extend(errors);
        if !named {
            // Nothing says which: then none.
            return Vec::new();
        }
    }
}

/// What `take` makes of the events; those that it refuses are passed over, and the others tried again.
///
/// # Errors
///
/// It refuses without saying which.
pub(super) fn taken<T>(
    events: &mut Vec<Event>,
    passed_over: &mut Vec<Finding>,
    take: impl Fn(&[Event]) -> Result<T, Vec<Finding>>,
) -> Result<T, Vec<Finding>> {
    loop {
        match take(events) {
            Ok(taken) => return Ok(taken),
            Err(findings) => {
                let bad: Vec<usize> = findings.iter().filter_map(by_number).collect();
                if !without(events, &bad) {
                    return Err(findings);
                }
                passed_over.extend(findings);
            }
        }
    }
}

/// Takes events out by their index; says whether there were any.
fn without(events: &mut Vec<Event>, bad: &[usize]) -> bool {
    let before = events.len();
    let mut index = 0;
    events.retain(|_| {
        index += 1;
        !bad.contains(&(index - 1))
    });
    events.len() < before
}

/// The index in a place such as `events[3].until`.
fn in_brackets(finding: &Finding) -> Option<usize> {
    let Place::Key { key, .. } = &finding.place else {
        return None;
    };
    key.strip_prefix("events[")?.split_once(']')?.0.parse().ok()
}

/// The index of a place such as `event 4 (2017-02-01T06:00:00Z)`, whose numbers begin with 1.
fn by_number(finding: &Finding) -> Option<usize> {
    let Place::Key { key, .. } = &finding.place else {
        return None;
    };
    let number: usize = key.strip_prefix("event ")?.split_once(' ')?.0.parse().ok()?;
    number.checked_sub(1)
}
