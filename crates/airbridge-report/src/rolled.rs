//! A replayed operation: text, page and tables.

mod chart;
mod page;
mod tables;

use std::fmt::Write as _;

use airbridge_model::{Operation, Plan};
use airbridge_progress::{RequestState, Service, Snapshot};

pub use self::page::rolled_html;
pub use self::tables::{rolled_json, rolled_requests_csv, rolled_steps_csv};

use crate::markup::plain;
use crate::times::full_utc;

/// What a replay is shown from.
#[derive(Clone, Copy, Debug)]
pub struct Rolled<'a> {
    /// The operation at the end.
    pub operation: &'a Operation,
    /// The last plan.
    pub plan: &'a Plan,
    /// Each step.
    pub steps: &'a [Snapshot],
    /// How well those who asked were served.
    pub service: &'a Service,
    /// What chance was asked for, in words.
    pub chance: &'a str,
}

/// The replay as text.
pub fn rolled(replay: &Rolled<'_>) -> String {
    let service = replay.service;
    let mut out = String::new();
    let (Some(first), Some(last)) = (replay.steps.first(), replay.steps.last()) else {
        return out;
    };
    let _ = writeln!(
        out,
        "{}\n{} to {}, {} plans; {}\n",
        plain(&replay.operation.name),
        full_utc(first.at),
        full_utc(last.at),
        replay.steps.len(),
        plain(replay.chance),
    );
    let _ = writeln!(
        out,
        "            requests  arrived  on time  on the way  waiting  closed   days from request to bed\n\
         \x20                                                                 median   nine of ten   most"
    );
    for level in &service.levels {
        let count = Counts::of(&level.states);
        let _ = writeln!(
            out,
            "  {:<9} {:>8} {:>8} {:>8} {:>11} {:>8} {:>7} {:>8.1} {:>13.1} {:>6.1}",
            level.level.code(),
            level.requested,
            count.arrived,
            level.on_time,
            count.under_way,
            count.waiting,
            count.closed,
            level.wait_days.median,
            level.wait_days.p90,
            level.wait_days.most,
        );
    }
    out.push('\n');
    for (name, value) in figures(replay) {
        let _ = writeln!(out, "  {name:<34} {value}");
    }
    out
}

/// States as readers of a table want them.
pub(crate) struct Counts {
    pub(crate) waiting: u32,
    pub(crate) under_way: u32,
    pub(crate) arrived: u32,
    pub(crate) closed: u32,
}

impl Counts {
    pub(crate) fn of(states: &[u32; RequestState::ALL.len()]) -> Self {
        let of = |state: RequestState| states[state as usize];
        Self {
            waiting: of(RequestState::Waiting) + of(RequestState::Promised),
            under_way: of(RequestState::OnTheWay) + of(RequestState::Staged),
            arrived: of(RequestState::Arrived),
            closed: of(RequestState::Died) + of(RequestState::Withdrawn) + of(RequestState::Elsewhere),
        }
    }
}

/// The other figures, each with its name.
fn figures(replay: &Rolled<'_>) -> Vec<(&'static str, String)> {
    let service = replay.service;
    let died: u32 = service
        .levels
        .iter()
        .map(|level| level.states[RequestState::Died as usize])
        .sum();
    let overdue: f64 = service.levels.iter().map(|level| level.overdue_hours).sum();
    let waiting: f64 = service.levels.iter().map(|level| level.waiting_hours).sum();
    let promised: u32 = replay.steps.iter().map(|step| step.promised).sum();
    let changed: u32 = replay.steps.iter().flat_map(|step| step.changed.values()).sum();
    let stranded: u32 = replay.steps.iter().map(|step| step.stranded).sum();
    let lift = service.lift;
    let per_cent = |part: f64, whole: f64| if whole > 0.0 { 100.0 * part / whole } else { 0.0 };
    let (changes, beds, home) = (service.changes, service.beds, service.returns);
    vec![
        ("died waiting", died.to_string()),
        (
            "hours of waiting, all together",
            format!("{waiting:.0}; {overdue:.0} after the due time"),
        ),
        (
            "people with a changed promise",
            format!(
                "{} of {} ({:.1} %), {:.2} changes a person, at most {}",
                changes.changed,
                changes.people,
                per_cent(f64::from(changes.changed), f64::from(changes.people)),
                f64::from(changes.changes) / f64::from(changes.people.max(1)),
                changes.most
            ),
        ),
        (
            "promises kept from plan to plan",
            format!(
                "{:.2} % of {promised}",
                100.0 - per_cent(f64::from(changed), f64::from(promised))
            ),
        ),
        ("missions that could not go on", stranded.to_string()),
        (
            "bed-days offered and empty",
            format!(
                "{} of {} ({:.0} %)",
                beds.idle_days(),
                beds.offered_days,
                per_cent(beds.idle_days() as f64, beds.offered_days as f64)
            ),
        ),
        (
            "missions flown",
            format!(
                "{}; {:.0} block hours, {:.0} % without a patient",
                lift.missions,
                lift.block_hours,
                per_cent(lift.positioning_hours, lift.block_hours)
            ),
        ),
        (
            "load factor with a patient on board",
            format!(
                "litters {:.0} %, seats {:.0} %",
                100.0 * lift.litter_load_factor(),
                100.0 * lift.seat_load_factor()
            ),
        ),
        (
            "home again",
            format!(
                "{} of {} who asked; {} on missions that carried others to a hospital",
                home.moved, home.requested, home.shared
            ),
        ),
    ]
}
