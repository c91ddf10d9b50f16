//! A search for a plan, looked at while it runs: what it has found, checked, as soon as there is something.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use airbridge_interchange::TextTables;
use airbridge_model::{Event, Operation, Plan};
use airbridge_planner::{Planner, Searching, Settings};
use airbridge_solver::search::{Progress, StopSignal};

/// Between two looks at a search.
const LOOK: Duration = Duration::from_millis(500);

/// Between two looks at whether the search is over.
const TICK: Duration = Duration::from_millis(10);

/// A plan found on the way, which the checker has passed.
#[derive(Clone, Debug)]
pub struct Checked {
    /// How far the search was.
    pub progress: Progress,
    /// After how long.
    pub after: Duration,
    /// The plan; nobody is told why they are left out.
    pub plan: Plan,
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Seen {
    /// The first checked plan.
    pub first: Option<Checked>,
    /// The best checked plan, and the operation that it is for.
    pub best: Option<(Checked, Operation)>,
    /// How far the search is.
    pub latest: Option<Progress>,
    /// What it is made from.
    made_from: Option<(TextTables, Vec<Event>)>,
}

/// A search and whoever looks at it.
#[derive(Debug)]
pub struct Watch {
    stop: Arc<StopSignal>,
    begun: Instant,
    seen: Mutex<Seen>,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            stop: Arc::new(StopSignal::with_sight()),
            begun: Instant::now(),
            seen: Mutex::default(),
        }
    }
}

impl Watch {
    /// By which the search is ended.
    pub fn stop(&self) -> &Arc<StopSignal> {
        &self.stop
    }

    /// Looks at what was seen so far.
    pub fn seen<T>(&self, look: impl FnOnce(&Seen) -> T) -> T {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.latest = self.stop.progress();
        look(&seen)
    }

    /// What the plan that is searched for is made from.
    pub(crate) fn made_from(&self, tables: &TextTables, events: &[Event]) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.made_from = Some((tables.clone(), events.to_vec()));
    }

    /// Looks on until the search is over: each better plan is checked, and kept if it is sound.
    pub fn look_on(&self, planner: &Planner<'_>, searching: &Searching, settings: &Settings) {
        let mut next = Instant::now();
        while !searching.is_over() {
            if Instant::now() >= next
                && let Some(found) = planner.look(settings, &self.stop)
            {
                next = Instant::now() + LOOK;
                if airbridge_check::check(planner.operation(), &found.plan).is_empty() {
                    self.keep(planner.operation(), found.progress, found.plan);
                }
            }
            std::thread::sleep(TICK);
        }
    }

    fn keep(&self, operation: &Operation, progress: Progress, plan: Plan) {
        let checked = Checked {
            progress,
            after: self.begun.elapsed(),
            plan,
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.first.get_or_insert_with(|| checked.clone());
        // The operation does not change while one search runs.
        match &mut seen.best {
            Some((best, _)) => *best = checked,
            best @ None => *best = Some((checked, operation.clone())),
        }
    }
}

impl Seen {
    /// The best plan so far as something that was made.
    pub fn best_made(&self) -> Option<super::Made> {
        let (best, operation) = self.best.clone()?;
        let (tables, events) = self.made_from.clone()?;
        Some(super::Made {
            operation,
            plan: best.plan,
            diff: None,
            tables,
            events,
            unreadable: Vec::new(),
            passed_over: Vec::new(),
        })
    }
}
