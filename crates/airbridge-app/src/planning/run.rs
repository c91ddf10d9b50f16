//! One run of the planner: from tables, and what has happened, to a plan that the checker has passed.

use airbridge_events::{Fact, OperationId, Outline, PlanId, Record};
use airbridge_interchange::{TextTables, plan_file};
use airbridge_model::{Event, Finding, Operation, Plan};
use airbridge_planner::Settings;
use airbridge_progress::Diff;
use airbridge_units::MissionId;
use jiff::Timestamp;

use super::again::{Again, Failure, again, first};
use super::before::before;
use super::events::{readable_events, taken};
use super::happened::{Happened, happened};
use super::known::{known, read_reported, reported};
use super::readable::{Readable, Unreadable, readable};
use super::seconds::begun;
use super::watch::Watch;

/// How much work is put in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Work {
    /// Units of work; without it until the caller stops.
    pub work: Option<u64>,
    /// Random seed.
    pub seed: u64,
    /// Threads.
    pub threads: usize,
}

impl Work {
    /// No search is made.
    pub(crate) const NONE: Self = Self {
        work: Some(0),
        seed: 0,
        threads: 1,
    };

    fn settings(self) -> Settings {
        Settings {
            seed: self.seed,
            work: self.work,
            threads: self.threads,
        }
    }
}

/// What is asked of the planner.
#[derive(Debug)]
pub struct Order<'o> {
    /// As it stands.
    pub record: &'o Record,
    /// For which operation.
    pub operation: &'o OperationId,
    /// The server's time.
    pub now: Timestamp,
    /// The tables: of now for a first plan, [`super::base`] for one that replaces another.
    pub tables: &'o TextTables,
    /// The running plan with its file, and the facts that are not in its tables.
    pub running: Option<(&'o PlanId, &'o Plan, &'o [Fact])>,
    /// What might happen besides, in the words of the events format.
    pub supposed: &'o [serde_json::Value],
    /// How much work is put in.
    pub work: Work,
}

/// A plan that the checker has passed, and what it was made from.
#[derive(Debug)]
pub struct Made {
    /// The operation that it is for.
    pub operation: Operation,
    /// The plan.
    pub plan: Plan,
    /// Who has to be told what, where it replaces another.
    pub diff: Option<Diff>,
    /// The tables that it was made from.
    pub tables: TextTables,
    /// The events that it was made with.
    pub events: Vec<Event>,
    /// Rows of the record that nobody can read: nobody was planned for by them.
    pub unreadable: Vec<Unreadable>,
    /// Events that make no sense, and were passed over.
    pub passed_over: Vec<Finding>,
}

/// An operation as a plan is made for it, before it is made.
#[derive(Debug)]
pub struct Ready {
    /// The operation: as it stands, where a plan runs.
    pub operation: Operation,
    /// When its tables were written.
    pub planned_at: Timestamp,
    /// See [`Made`].
    pub tables: TextTables,
    /// See [`Made`].
    pub events: Vec<Event>,
    /// See [`Made`].
    pub unreadable: Vec<Unreadable>,
    /// See [`Made`].
    pub passed_over: Vec<Finding>,
}

/// The operation of an order: its tables read, what has happened taken in.
///
/// # Errors
///
/// The tables cannot be read.
pub fn ready(order: &Order<'_>) -> Result<Ready, Failure> {
    let order = &Order {
        now: begun(order.now),
        ..*order
    };
    let read = readable(order.tables.clone()).map_err(Failure::Findings)?;
    let Readable {
        tables,
        operation,
        mut left_out,
    } = match order.running {
        Some(_) => read,
        None => from_now(read, order.now)?,
    };
    let mut passed_over = Vec::new();
    let mut all = if let Some((_, parent, facts)) = order.running {
        let Happened {
            events,
            passed_over: unread,
            unreadable,
        } = happened(order.record, order.operation, facts, &tables, &operation, parent);
        passed_over.extend(unread);
        for row in unreadable {
            if !left_out
                .iter()
                .any(|known| (known.table, &known.id) == (row.table, &row.id))
            {
                left_out.push(row);
            }
        }
        events
    } else {
        let mut events = declined(order, &operation);
        let reports = reported(order.record, order.operation, operation.clone());
        events.extend(reports.events);
        passed_over.extend(reports.passed_over);
        events
    };
    if !order.supposed.is_empty() {
        let known = known(order.record, order.operation, &tables).map_err(Failure::Findings)?;
        all.extend(read_reported(order.supposed, &known).map_err(Failure::Findings)?);
    }
    for event in &mut all {
        event.at = begun(event.at);
    }
    all.sort_by_key(|event| event.at);
    all.retain(|event| event.at <= order.now);
    let mut events = readable_events(all, &operation, &mut passed_over);
    let planned_at = operation.planned_at;
    let standing = if let Some((_, parent, _)) = order.running {
        let digest = plan_file::digest(parent);
        let proceed = |events: &[Event]| {
            let proceeded = airbridge_progress::proceed(&operation, parent, &digest, events, order.now);
            proceeded.map(|proceeded| proceeded.operation)
        };
        let mut standing = taken(&mut events, &mut passed_over, proceed).map_err(Failure::Findings)?;
        if let Some(so_far) = &mut standing.so_far {
            so_far.gone.extend(numbers(order, parent));
        }
        standing
    } else {
        let apply = |events: &[Event]| before(&operation, events);
        taken(&mut events, &mut passed_over, apply).map_err(Failure::Findings)?
    };
    Ok(Ready {
        operation: standing,
        planned_at,
        tables,
        events,
        unreadable: left_out,
        passed_over,
    })
}

/// Numbers of missions of earlier plans: in the life of an operation a number means one mission.
fn numbers(order: &Order<'_>, parent: &Plan) -> Vec<MissionId> {
    let missions = order.record.missions.values();
    let ours = missions.filter(|mission| mission.operation == *order.operation);
    let numbers = ours.map(|mission| MissionId::new(&mission.flight.number));
    numbers
        .filter(|id| parent.missions.iter().all(|mission| mission.id != *id))
        .collect()
}

/// The tables of a first plan, planned from now on: nobody is moved in the past. An operation that is over altogether, as in an exercise, is left as it is.
fn from_now(read: Readable, now: Timestamp) -> Result<Readable, Failure> {
    let Readable {
        tables,
        mut operation,
        left_out,
    } = read;
    if now <= operation.planned_at || now >= operation.horizon.to {
        return Ok(Readable {
            tables,
            operation,
            left_out,
        });
    }
    operation.planned_at = now;
    operation.horizon.from = operation.horizon.from.max(now);
    // By way of the tables, so that whoever reads them later has the very same.
    let read = readable(TextTables::of(&operation)).map_err(Failure::Findings)?;
    Ok(Readable { left_out, ..read })
}

/// Hospitals that have declined somebody before there was a plan: they are not asked again by one.
fn declined(order: &Order<'_>, operation: &Operation) -> Vec<Event> {
    let record = order.record;
    let facility = |offer: &airbridge_events::OfferId| Some(record.offers.get(offer)?.row.text("facility"));
    let mut events = Vec::new();
    for patient in &operation.patients {
        let Some(request) = record.requests.get(&patient.id.as_str().into()) else {
            continue;
        };
        let now = request.bed().and_then(facility);
        let by: std::collections::BTreeSet<&str> = request.declined.iter().filter_map(facility).collect();
        events.extend(by.into_iter().filter(|by| Some(*by) != now).map(|by| Event {
            at: order.now,
            source: "receiving-hospital".to_owned(),
            note: String::new(),
            what: airbridge_model::Happening::Declined {
                patient: patient.id.clone(),
                facility: by.into(),
            },
        }));
    }
    events
}

/// Plans. Takes as long as it is let.
///
/// # Errors
///
/// See [`Failure`]. Nothing else goes out then.
pub fn run(order: &Order<'_>, watch: &Watch) -> Result<Made, Failure> {
    let Ready {
        operation,
        planned_at,
        tables,
        events,
        unreadable,
        passed_over,
    } = ready(order)?;
    let settings = order.work.settings();
    watch.made_from(&tables, &events);
    let beside = |planner: &airbridge_planner::Planner<'_>, searching: &airbridge_planner::Searching| {
        watch.look_on(planner, searching, &settings);
    };
    let (operation, plan, diff) = match order.running {
        None => {
            let plan = first(&operation, &settings, watch.stop(), &beside)?;
            (operation, plan, None)
        }
        Some((_, parent, _)) => {
            let Again {
                operation, plan, diff, ..
            } = again(operation, parent, planned_at, &settings, watch.stop(), &beside)?;
            (operation, plan, Some(diff))
        }
    };
    Ok(Made {
        operation,
        plan,
        diff,
        tables,
        events,
        unreadable,
        passed_over,
    })
}

impl Made {
    /// What of it the record keeps.
    pub fn outline(&self, from: super::outline::From) -> Outline {
        super::outline(&self.operation, &self.plan, from)
    }
}
