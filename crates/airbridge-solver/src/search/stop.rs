//! How the caller talks to a running search, and the search to the caller.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use crate::bound::Bound;
use crate::problem::{Cost, Problem};
use crate::solution::Solution;

/// How far a search has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// Cost of the best solution so far.
    pub cost: Cost,
    /// Requests served by it, on time or late.
    pub served: usize,
    /// Iterations of the search by the stream that found it; 0 for the first solution.
    pub iterations: u64,
    /// Work done by that stream, in the units of [`super::Limits::work`].
    pub work: u64,
}

const WHOLE: f64 = 1_000_000.0;

/// Who is told of progress.
type Listener = Box<dyn Fn(&Progress) + Send + Sync>;

/// A flag to end a search at any moment with the best solution so far, and a place to read its progress from other threads.
///
/// The search never reads a clock: whoever wants a time limit sets the flag when time is up.
#[derive(Default)]
pub struct StopSignal {
    set: AtomicBool,
    /// Part of the time that is used, in [`WHOLE`]ths, plus one; 0 as long as nobody says.
    used: AtomicU32,
    found: AtomicU64,
    latest: Mutex<Option<Progress>>,
    listener: Option<Listener>,
    /// Where somebody looks on: the best solution and the bound, as soon as there are.
    sight: Option<Mutex<Sight>>,
}

/// What somebody who looks on sees of a search.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// The best solution so far, with how far the search was. Taken out by whoever looks.
    pub solution: Option<(Progress, Solution)>,
    /// The bound, once it is known.
    pub bound: Option<Bound>,
}

impl StopSignal {
    /// A signal that nobody listens to.
    pub fn new() -> Self {
        Self::default()
    }

    /// Calls back at each improvement that is worth a message, from the thread that found it.
    pub fn with_listener(listener: impl Fn(&Progress) + Send + Sync + 'static) -> Self {
        Self {
            listener: Some(Box::new(listener)),
            ..Self::default()
        }
    }

    /// A signal through which somebody looks on: [`StopSignal::look`] gives the solutions themselves. Costs the search a copy of each better solution.
    pub fn with_sight() -> Self {
        Self {
            sight: Some(Mutex::default()),
            ..Self::default()
        }
    }

    /// The best solution since the last look, if there is a better one, and the bound. `None` where nobody was meant to look.
    pub fn look(&self) -> Option<Sight> {
        let mut sight = self
            .sight
            .as_ref()?
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        Some(Sight {
            solution: sight.solution.take(),
            bound: sight.bound.clone(),
        })
    }

    /// Asks the search to end.
    pub fn stop(&self) {
        self.set.store(true, Ordering::Relaxed);
    }

    /// Says which part of the time for the search is used, from 0 to 1, where that is known. The search then settles towards the end of its time
    /// instead of starting anew again and again. Best told every few milliseconds.
    pub fn tell_time_used(&self, part: f64) {
        let used = (part.clamp(0.0, 1.0) * WHOLE) as u32;
        self.used.store(used + 1, Ordering::Relaxed);
    }

    /// Which part of the time is used, if somebody said.
    pub(crate) fn time_used(&self) -> Option<f64> {
        let used = self.used.load(Ordering::Relaxed).checked_sub(1)?;
        Some(f64::from(used) / WHOLE)
    }

    /// Whether it was asked to end.
    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::Relaxed)
    }

    /// The latest progress, or `None` before the first solution.
    pub fn progress(&self) -> Option<Progress> {
        *self.latest.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// How many times progress was reported.
    pub fn reports(&self) -> u64 {
        self.found.load(Ordering::Relaxed)
    }

    /// Shows whoever looks on a solution that there is before any search, if it costs less than what was reported last. That it keeps the rules is not tested.
    ///
    /// # Panics
    ///
    /// When the solution is one of another problem.
    pub fn show(&self, problem: &Problem, solution: &Solution) {
        let progress = Progress {
            cost: solution.cost(problem),
            served: solution.served_count(),
            ..Progress::default()
        };
        self.report(progress, || solution.clone());
    }

    /// Reports the bound to whoever looks on.
    pub(crate) fn report_bound(&self, bound: &Bound) {
        if let Some(sight) = &self.sight {
            let mut sight = sight.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            sight.bound = Some(bound.clone());
        }
    }

    /// Reports progress if it is better than the latest reported, with the solution for whoever looks on.
    pub(crate) fn report(&self, progress: Progress, solution: impl FnOnce() -> Solution) {
        {
            let mut latest = self.latest.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if latest.is_some_and(|latest| latest.cost <= progress.cost) {
                return;
            }
            *latest = Some(progress);
            // Under the same lock, so that a worse one never comes behind a better one.
            if let Some(sight) = &self.sight {
                let mut sight = sight.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                sight.solution = Some((progress, solution()));
            }
        }
        self.found.fetch_add(1, Ordering::Relaxed);
        if let Some(listener) = &self.listener {
            listener(&progress);
        }
    }
}

impl std::fmt::Debug for StopSignal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StopSignal")
            .field("set", &self.is_set())
            .field("latest", &self.progress())
            .finish()
    }
}
