//! A look at a search while it runs: the best plan so far, from a thread beside it.
//!
//! What comes in: a planner, and the signal of a search that runs with it. What goes out: what has been found since the last look, as a plan without reasons. The clock
//! is the caller's: how often is looked is for whoever looks.

use std::sync::atomic::{AtomicBool, Ordering};

use airbridge_model::Plan;
use airbridge_solver::search::{Outcome, Progress, StopSignal};

use crate::translate::{PlanError, Planner, Settings};

/// Something better that a search has found.
#[derive(Clone, Debug)]
pub struct Look {
    /// How far the search was.
    pub progress: Progress,
    /// The plan: missions, journeys and measures, with the search's bound once there is one, and before who could be on time at all; nobody is told why they are left out.
    pub plan: Plan,
}

/// Whether the search that somebody looks at is still running.
#[derive(Debug, Default)]
pub struct Searching(AtomicBool);

impl Searching {
    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// What runs beside a search, on a thread of its own, and ends when the search is over.
pub type Beside<'b> = &'b (dyn Fn(&Planner<'_>, &Searching) + Sync);

impl Planner<'_> {
    /// The best that the search has found since the last look; `None` where that is nothing, or where nobody is meant to look
    /// ([`StopSignal::with_sight`]).
    pub fn look(&self, settings: &Settings, stop: &StopSignal) -> Option<Look> {
        let sight = stop.look()?;
        let (progress, solution) = sight.solution?;
        let mut plan = self.sketch(&solution, settings);
        plan.origin.work = progress.work;
        plan.bound = match &sight.bound {
            Some(bound) => crate::measures::bound(self, bound, &plan),
            None => crate::measures::at_most(self, &plan),
        };
        Some(Look { progress, plan })
    }

    /// As [`Planner::solve`], with somebody who looks on.
    ///
    /// # Errors
    ///
    /// As [`Planner::solve`].
    pub fn solve_watched(
        &self,
        settings: &Settings,
        stop: &StopSignal,
        beside: Beside<'_>,
    ) -> Result<Outcome, PlanError> {
        watched(self, beside, || self.solve(settings, stop))
    }
}

/// Searches, with something beside it.
pub(crate) fn watched<T>(planner: &Planner<'_>, beside: Beside<'_>, search: impl FnOnce() -> T) -> T {
    let searching = Searching::default();
    std::thread::scope(|scope| {
        scope.spawn(|| beside(planner, &searching));
        // Also when the search panics: whoever looks on would wait for ever.
        let over = Over(&searching);
        let found = search();
        drop(over);
        found
    })
}

struct Over<'o>(&'o Searching);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Release);
    }
}
