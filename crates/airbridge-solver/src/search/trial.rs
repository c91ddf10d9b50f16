//! What would come of serving requests otherwise: alternatives tried on a solution, each as exactly as the search tries them.
//!
//! What comes in: a solution, who goes, and where somebody is to go instead. What goes out: the best place of that kind that was found with
//! what it changes in cost, or the [`Rejection`] of the attempt that got furthest. Nothing is changed before it is applied.

use std::sync::Arc;

use rand::SeedableRng;
use smallvec::SmallVec;

use super::atlas::Atlas;
use super::convert::{solution_of, state_of};
use super::evaluate::{Context, Evaluated, evaluate};
use super::insert::{Effort, Inserter, LEAST, Only, OnlyAt, cheapest};
use super::proposal::Proposal;
use super::state::State;
use super::tour::TourId;
use crate::Rejection;
use crate::problem::{Cost, Problem, RequestIdx, SetupIdx, VehicleIdx, WayIdx};
use crate::solution::Solution;

/// Spots tested exactly for one ride.
const TESTED: usize = 60;

/// Work for one way with two rides before second flights that exist are looked at.
const BUDGET: u64 = 400;

/// A solution on which alternatives are tried.
#[derive(Clone)]
pub struct Trials<'p> {
    atlas: Arc<Atlas>,
    state: State<'p>,
}

/// A tour, as long as [`Trials`] go on: its number among its vehicle's tours may change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TourName(TourId);

/// Where a ride may be put.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Where {
    /// Wherever it costs least.
    Anywhere,
    /// On this tour.
    On(TourName),
    /// On a new tour of this vehicle.
    New(VehicleIdx),
    /// On any tour that there is, or on a new one of any other vehicle.
    NotNew(VehicleIdx),
}

/// An alternative that is possible.
#[derive(Clone, Debug)]
pub struct Trial {
    found: Evaluated,
}

impl Trial {
    /// What it changes in the cost of the whole.
    pub fn delta(&self) -> Cost {
        self.found.delta
    }
}

impl<'p> Trials<'p> {
    /// # Panics
    ///
    /// When the solution is not one that [`crate::solution::verify`] passes.
    pub fn new(problem: &'p Problem, solution: &Solution) -> Self {
        Self {
            atlas: Arc::new(Atlas::new(problem)),
            state: state_of(problem, solution),
        }
    }

    /// The tours by vehicle, in the order of the solution.
    pub fn tours(&self) -> Vec<Vec<TourName>> {
        let lists = self.state.by_vehicle.iter();
        lists
            .map(|tours| tours.iter().copied().map(TourName).collect())
            .collect()
    }

    /// The solution with all that was applied.
    pub fn solution(&self) -> Solution {
        solution_of(&self.state)
    }

    /// What the solution costs.
    pub fn cost(&self) -> Cost {
        self.state.cost
    }

    /// Whether a request is served.
    pub fn serves(&self, request: RequestIdx) -> bool {
        self.state.assigned[request.get()].is_some()
    }

    /// Takes requests out, and any that cannot stay without them; all that went, sorted.
    pub fn take_out(&mut self, requests: &[RequestIdx]) -> Vec<RequestIdx> {
        super::remove::remove(&mut self.state, requests)
    }

    /// The best place found for a request that is not served, in a certain way and, for one of its rides (`None`: for both), only there.
    /// It may cost more than leaving the request out.
    ///
    /// # Errors
    ///
    /// What stopped the attempt that got furthest; `None` when nothing of that kind is about the times at which the ride could be.
    ///
    /// # Panics
    ///
    /// When request or way do not exist, or the request is served.
    pub fn try_way(
        &mut self,
        request: RequestIdx,
        way: WayIdx,
        (ride, place): (Option<u8>, Where),
    ) -> Result<Trial, Option<Rejection>> {
        assert!(
            !self.serves(request),
            "only requests that are left out are put somewhere"
        );
        let mut inserter = inserter(&self.atlas);
        inserter.thorough = true;
        inserter.only = match place {
            Where::Anywhere => None,
            Where::On(tour) => Some(OnlyAt::Tour(tour.0)),
            Where::New(vehicle) => Some(OnlyAt::New(vehicle)),
            Where::NotNew(vehicle) => Some(OnlyAt::NotNew(vehicle)),
        }
        .map(|place| Only { ride, place });
        match inserter.test(&mut self.state, request, way) {
            Ok(found) => Ok(Trial { found }),
            Err(Rejection::NoVehicleAllowed) => Err(inserter.deepest),
            Err(why) => Err(Some(why)),
        }
    }

    /// What costs least of the ways among these that by themselves could cost less than leaving the request out, as [`Trials::try_way`] finds it anywhere; of
    /// several the first. It may cost more than leaving the request out. `tries` is how many may be tried, and then how many are left.
    ///
    /// # Panics
    ///
    /// As [`Trials::try_way`].
    pub fn try_best(
        &mut self,
        request: RequestIdx,
        ways: impl Iterator<Item = WayIdx>,
        tries: &mut u64,
    ) -> Option<Trial> {
        let order = inserter(&self.atlas).worth_it(&self.state, request, ways);
        let found = cheapest(order.into_iter().map(|(_, way)| (LEAST, way)), |way| {
            *tries = tries.checked_sub(1)?;
            Some(self.try_way(request, way, (None, Where::Anywhere)).ok()?.found)
        });
        found.map(|found| Trial { found })
    }

    /// A tour as it is in another setup, scheduled anew.
    ///
    /// # Errors
    ///
    /// What forbids it.
    ///
    /// # Panics
    ///
    /// When the tour is gone.
    pub fn try_setup(&mut self, tour: TourName, setup: SetupIdx) -> Result<Trial, Rejection> {
        let proposal = Proposal::again(&self.state, tour.0, setup)?;
        let found = evaluate(&mut self.state, SmallVec::from_iter([proposal]), Context::default())?;
        Ok(Trial { found })
    }

    /// Carries an alternative out.
    ///
    /// # Panics
    ///
    /// When it was tried on something else.
    pub fn apply(&mut self, trial: Trial) {
        super::apply::apply(&mut self.state, trial.found);
    }

    /// The solution that an alternative would give.
    pub fn with(&self, trial: Trial) -> Solution {
        let mut other = self.clone();
        other.apply(trial);
        other.solution()
    }
}

fn inserter(atlas: &Atlas) -> Inserter<'_> {
    Inserter::new(
        atlas,
        Effort::for_one(TESTED, BUDGET),
        rand_pcg::Pcg64Mcg::seed_from_u64(0),
    )
}

impl std::fmt::Debug for Trials<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Trials").finish_non_exhaustive()
    }
}
