//! Ways with two rides: spots for both, tried together.

use smallvec::SmallVec;

use super::{Best, Found, Inserter, given};
use crate::Rejection;
use crate::problem::{Cost, RequestIdx, WayIdx};
use crate::schedule::sketch::RideOf;
use crate::search::atlas::Reach;
use crate::search::evaluate::{Context, Given, evaluate};
use crate::search::proposal::{At, Proposal, Spot};
use crate::search::shortlist::Shortlist;
use crate::search::spots::{Seeker, Which};
use crate::search::state::{State, vehicles_of};

impl Inserter<'_> {
    /// Two rides: combinations of the most promising spots.
    ///
    /// `floor` is what the way changes at least.
    pub(super) fn search_pairs(
        &mut self,
        state: &mut State<'_>,
        request: RequestIdx,
        way: WayIdx,
        floor: Cost,
        best: &mut Best,
    ) {
        let first = RideOf { request, way, ride: 0 };
        let second = RideOf { request, way, ride: 1 };
        let which = if self.explaining { self.explain_by } else { Which::All };
        let look = Context {
            given: None,
            later_may_move: true,
        };
        let end = state.work.saturating_add(self.effort.budget);
        let mut firsts = Best::new(self.effort.first_rides);
        self.search_ride(state, first, look, which, &mut firsts);
        for one in firsts.found {
            if state.work > end {
                break;
            }
            // The first tour's change comes on top of what the way costs anyhow.
            if !self.explaining && best.is_full_below(floor + one.evaluated.delta) {
                continue;
            }
            let context = Context {
                given: Some(given(state, &one.evaluated, 0)),
                later_may_move: true,
            };
            let mut seconds = Best::new(self.effort.second_rides);
            self.search_ride(state, second, context, which, &mut seconds);
            for other in seconds.found {
                if !self.explaining && best.is_full_below(one.evaluated.delta + other.delta) {
                    continue;
                }
                let _ = self.try_pair(state, (first, one.spot), (second, other.spot), best);
                if self.explaining && !self.thorough && best.is_worth_it() {
                    return;
                }
            }
        }
        self.search_to_existing(state, first, second, best);
    }

    /// First rides to second flights that exist and have room.
    fn search_to_existing(&mut self, state: &mut State<'_>, first: RideOf, second: RideOf, best: &mut Best) {
        let problem = state.problem;
        let ride = second.ride(problem);
        let Some(reach) = Reach::of(problem, ride) else { return };
        let mut found = Shortlist::default();
        found.begin(usize::MAX);
        let seeker = Seeker {
            state,
            atlas: self.atlas,
            ride_of: second,
            reach,
            which: Which::Joins,
            base: Cost::ZERO,
            floor: Cost::ZERO,
        };
        let only = self.only.filter(|only| only.is_about(1));
        for vehicle in vehicles_of(problem, ride) {
            let tours = state.by_vehicle[vehicle.get()].iter();
            for id in tours.filter(|id| only.is_none_or(|only| only.takes_tour(**id))) {
                seeker.on_tour(*id, &mut found);
            }
        }
        let start_of = |state: &State<'_>, spot: &Spot| match *spot {
            Spot::On {
                tour,
                pick: At::Stop(stop),
                ..
            } => state.tour(tour).draft.clock.start[stop],
            _ => i64::MAX,
        };
        let mut joins: Vec<Spot> = found.finish().iter().map(|join| join.spot).collect();
        joins.sort_by_key(|join| start_of(state, join));
        let first_board = Reach::of(problem, first.ride(problem)).map_or(i64::MAX, |reach| reach.board.0);
        joins.retain(|join| start_of(state, join) > first_board);
        for spot in joins.into_iter().take(self.effort.first_rides) {
            let Spot::On {
                tour,
                pick: At::Stop(pick),
                drop: At::Stop(drop),
                ..
            } = spot
            else {
                continue;
            };
            let draft = &state.tour(tour).draft;
            let (moving, legs) = draft.motion(problem, pick, drop);
            let given = Given {
                ride: 1,
                start: draft.clock.start[pick],
                finish: draft.unload_end(drop),
                moving,
                legs,
            };
            let context = Context {
                given: Some(given),
                later_may_move: true,
            };
            let mut firsts = Best::new(1);
            self.search_ride(state, first, context, Which::All, &mut firsts);
            for one in firsts.found {
                let _ = self.try_pair(state, (first, one.spot), (second, spot), best);
            }
        }
    }

    /// Tries two spots together, and says what forbids them.
    pub(super) fn try_pair(
        &mut self,
        state: &mut State<'_>,
        one: (RideOf, Spot),
        other: (RideOf, Spot),
        best: &mut Best,
    ) -> Result<(), Rejection> {
        if let (Spot::On { tour: a, .. }, Spot::On { tour: b, .. }) = (one.1, other.1)
            && a == b
        {
            return Ok(());
        }
        let proposals = Proposal::insert(state, one.0, one.1)
            .and_then(|a| Proposal::insert(state, other.0, other.1).map(|b| SmallVec::from_iter([a, b])));
        match proposals.and_then(|proposals| evaluate(state, proposals, Context::default())) {
            Ok(evaluated) => {
                best.offer(Found {
                    delta: evaluated.delta,
                    spot: one.1,
                    evaluated,
                });
                Ok(())
            }
            Err(why) => {
                self.note(why);
                Err(why)
            }
        }
    }
}
