//! The best place for one request, over all its ways.
//!
//! Ways with one ride: every tour and gap in reach, spots in order of estimated movement cost. Ways with two: spots
//! for the first ride, for the best of those spots for the second given the first, and the best pairs together; and the other way
//! round for second flights that exist already.

mod best;
mod effort;
mod floor;
mod joined;
mod least;
mod only;
mod pairs;

use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use self::best::{Best, Found};
pub(crate) use self::effort::Effort;
use self::joined::FailedJoins;
pub(crate) use self::least::{LEAST, cheapest};
pub(crate) use self::only::{Only, OnlyAt};
use super::atlas::{Atlas, Reach, open_at_both};
use super::evaluate::{Context, Evaluated, Given, evaluate};
use super::memory::{Because, By, Memory};
use super::proposal::Proposal;
use super::shortlist::Shortlist;
use super::spots::{Estimated, Outlook, Seeker, Which};
use super::state::{State, vehicles_of};
use crate::Rejection;
use crate::problem::{Cost, Problem, RequestIdx, ResourceIdx, Way, WayIdx};
use crate::schedule::sketch::RideOf;

/// So many times more spots are listed than are evaluated: most fail the walk of [`super::spots`] when their turn comes.
const LISTED: usize = 6;
/// Spots that need another rest are tried only where there is nothing else, and so many of them.
const RESTS_TRIED: usize = 8;

/// Looks for places.
pub(crate) struct Inserter<'a> {
    pub(crate) atlas: &'a Atlas,
    pub(crate) effort: Effort,
    /// For blinks.
    pub(crate) rng: Pcg64Mcg,
    spots: Shortlist,
    /// The furthest that a failed attempt got, when [`Inserter::explaining`].
    pub(crate) deepest: Option<Rejection>,
    /// A resource that the way uses had a part in what was passed over since this was last unset.
    no_room: bool,
    /// Resources that failed attempts ran short of since this was last emptied.
    short_of: SmallVec<[ResourceIdx; 4]>,
    pub(crate) explaining: bool,
    /// Goes on when [`Inserter::explaining`] after a place is found, to find the best.
    pub(crate) thorough: bool,
    /// Where rides may be put, if not everywhere.
    pub(crate) only: Option<Only>,
    /// With cheap tests or without, when [`Inserter::explaining`].
    explain_by: Which,
    /// Ways by which nobody was put in when new stops and tours were tried, or nobody on time: not tried again. Only where nothing is
    /// taken out.
    pub(crate) hopeless: Option<Memory<()>>,
}

impl<'a> Inserter<'a> {
    pub(crate) fn new(atlas: &'a Atlas, effort: Effort, rng: Pcg64Mcg) -> Self {
        Self {
            atlas,
            effort,
            rng,
            spots: Shortlist::default(),
            deepest: None,
            no_room: false,
            short_of: SmallVec::new(),
            explaining: false,
            thorough: false,
            only: None,
            explain_by: Which::Untested,
            hopeless: None,
        }
    }

    /// The best way and place for a request that is not served, if any costs less than leaving it.
    pub(crate) fn best(&mut self, state: &mut State<'_>, request: RequestIdx) -> Option<Evaluated> {
        state.work += 1;
        let end = state.work.saturating_add(self.effort.budget);
        let problem = state.problem;
        let ways = &problem.requests[request.get()].ways;
        let order = self.worth_it(state, request, (0..ways.len()).map(WayIdx::new));
        let ideal = order.first()?.0;
        let mut best = Best::new(1);
        let mut failed = FailedJoins::new();
        let phases: &[Which] = if self.effort.joins_first {
            &[Which::Joins, Which::All]
        } else {
            &[Which::All]
        };
        for &which in phases {
            let mut list = std::mem::take(&mut self.spots);
            list.begin(LISTED * self.effort.failures);
            let mut gathered: SmallVec<[(Cost, WayIdx); 32]> = SmallVec::new();
            for &(floor, way) in &order {
                let ride_of = RideOf { request, way, ride: 0 };
                if ride_of.way(problem).rides.len() == 1
                    && !best.is_full_below(floor)
                    && list.wants(floor)
                    && !(which == Which::All && self.is_hopeless(problem, request, way, &best))
                {
                    let base = ways[way.get()].cost - problem.requests[request.get()].unserved;
                    self.gather(state, ride_of, Context::default(), (base, floor), which, &mut list);
                    gathered.push((floor, way));
                }
            }
            let first = RideOf {
                request,
                way: WayIdx(0),
                ride: 0,
            };
            self.try_spots(state, first, Context::default(), &mut list, &mut best);
            self.spots = list;
            if which == Which::All {
                for (floor, way) in gathered {
                    self.remember(problem, request, way, floor, &best, Because::OfAnything);
                }
            }
            for &(floor, way) in &order {
                if ways[way.get()].rides.len() < 2 || best.is_full_below(floor) || state.work > end {
                    continue;
                }
                if which == Which::All {
                    if self.is_hopeless(problem, request, way, &best) {
                        continue;
                    }
                    self.no_room = false;
                    self.short_of.clear();
                    self.search_pairs(state, request, way, floor, &mut best);
                    self.remember(problem, request, way, floor, &best, self.because(&ways[way.get()]));
                } else {
                    self.join_pairs(state, request, way, &mut best, &mut failed);
                }
            }
            // A join that is on time at no more than the least cost in the tiers that count most ends the search.
            if best
                .found
                .first()
                .is_some_and(|found| found.delta.0[..3] <= ideal.0[..3])
            {
                break;
            }
        }
        best.found
            .pop()
            .filter(|found| found.delta < Cost::ZERO)
            .map(|found| found.evaluated)
    }

    /// Whether a way was tried before in vain for somebody who needs no more; in vain is late where something late is known already.
    fn is_hopeless(&self, problem: &Problem, request: RequestIdx, way: WayIdx, best: &Best) -> bool {
        let Some(hopeless) = &self.hopeless else { return false };
        let request = &problem.requests[request.get()];
        let way = &request.ways[way.get()];
        let by = |by| hopeless.recall(problem, request, way, by).is_some();
        by(By::AnyTime) || (!best.found.is_empty() && by(By::Due))
    }

    /// Remembers what was tried in vain: nothing was found, or nothing that costs as little in the first tier as being on time.
    fn remember(
        &mut self,
        problem: &Problem,
        request: RequestIdx,
        way: WayIdx,
        floor: Cost,
        best: &Best,
        because: Because,
    ) {
        let Some(hopeless) = &mut self.hopeless else { return };
        let by = match best.found.first() {
            None => By::AnyTime,
            Some(found) if found.delta.0[0] > floor.0[0] => By::Due,
            Some(_) => return,
        };
        let request = &problem.requests[request.get()];
        hopeless.keep(problem, request, &request.ways[way.get()], (by, because), ());
    }

    /// What had a part in what was tried in vain.
    pub(crate) fn because(&self, way: &Way) -> Because {
        let mut uses = way.uses.iter().chain(way.rides.iter().flat_map(|ride| &ride.uses));
        if self.no_room || uses.any(|used| self.short_of.contains(&used.resource)) {
            Because::OfAnything
        } else {
            Because::NotOfResources
        }
    }

    /// Lists every spot in reach for one ride.
    fn gather(
        &mut self,
        state: &State<'_>,
        ride_of: RideOf,
        context: Context,
        (base, floor): (Cost, Cost),
        which: Which,
        list: &mut Shortlist,
    ) {
        let problem = state.problem;
        let ride = ride_of.ride(problem);
        let Some(mut reach) = Reach::of(problem, ride) else {
            self.note(Rejection::BoardWindow);
            return;
        };
        let tested = which != Which::Untested;
        if tested {
            narrow(state, ride_of, context, &mut reach);
        }
        let seeker = Seeker {
            state,
            atlas: self.atlas,
            ride_of,
            reach,
            which,
            base,
            floor,
        };
        let mut any = false;
        let only = self.only.filter(|only| only.is_about(ride_of.ride));
        for vehicle in vehicles_of(problem, ride) {
            any = true;
            if !open_at_both(problem, vehicle, ride) {
                self.note(Rejection::PlaceClosed { place: ride.to });
                if tested {
                    continue;
                }
            }
            let tours = &state.by_vehicle[vehicle.get()];
            // Tours are in order and disjoint, so those out of reach are at both ends.
            // Where another tour can follow, one that is long over need not go on.
            let stretch = if problem.vehicles[vehicle.get()].max_tours > 1 {
                self.effort.stretch
            } else {
                i64::MAX
            };
            let early = |id: &u32| state.tour(*id).draft.end().saturating_add(stretch) < reach.board.0;
            let first = tours.partition_point(early);
            for &id in &tours[first..] {
                if state.tour(id).draft.ready(0) > reach.alight.1 {
                    break;
                }
                if only.is_none_or(|only| only.takes_tour(id)) && !self.blinks() {
                    seeker.on_tour(id, list);
                }
            }
            if which != Which::Joins && only.is_none_or(|only| only.takes_new(vehicle)) && !self.blinks() {
                seeker.new_tours(vehicle, list);
            }
        }
        if !any {
            self.note(Rejection::NoVehicleAllowed);
        }
    }

    fn blinks(&mut self) -> bool {
        self.effort.blink > 0 && self.rng.random_range(0..1024) < self.effort.blink
    }

    fn note(&mut self, why: Rejection) {
        if let Rejection::Resource { resource } = why
            && !self.short_of.contains(&resource)
        {
            self.short_of.push(resource);
        }
        if self.explaining && self.deepest.is_none_or(|known| why > known) {
            self.deepest = Some(why);
        }
    }

    /// Evaluates spots in order of their estimates.
    fn try_spots(
        &mut self,
        state: &mut State<'_>,
        of: RideOf,
        context: Context,
        list: &mut Shortlist,
        best: &mut Best,
    ) {
        let (mut tried, mut tried_since) = (0, 0);
        // Where only movement counts, estimates are exact and in order: the first that is possible is the best.
        let exact = is_exact(state.problem, of);
        self.no_room |= list.no_room;
        let mut with_rest: SmallVec<[Estimated; RESTS_TRIED]> = SmallVec::new();
        for estimated in list.finish() {
            let whole = of.way(state.problem).rides.len() == 1;
            if self.explaining && !self.thorough && whole && best.is_worth_it() {
                // The question is answered: the way is not excluded.
                return;
            }
            if !self.explaining {
                let hopeless = best.is_full_below(estimated.cost) && (exact || tried_since >= self.effort.tries / 4);
                if tried >= self.effort.failures || tried_since >= self.effort.tries || hopeless {
                    break;
                }
                if self.blinks() {
                    continue;
                }
                match self.outlook(state, of, context, estimated) {
                    Outlook::Never => continue,
                    Outlook::WithRest if self.effort.hasty => {
                        if with_rest.len() < RESTS_TRIED {
                            with_rest.push(*estimated);
                        }
                        continue;
                    }
                    _ => {}
                }
                tried += 1;
                tried_since += usize::from(!best.found.is_empty());
            }
            self.try_spot(state, of, context, estimated, best);
        }
        for estimated in &with_rest {
            if best.found.is_empty() {
                self.try_spot(state, of, context, estimated, best);
            }
        }
    }

    fn try_spot(
        &mut self,
        state: &mut State<'_>,
        of: RideOf,
        context: Context,
        estimated: &Estimated,
        best: &mut Best,
    ) {
        let way = estimated.way;
        let ride_of = RideOf { way, ..of };
        let proposal = Proposal::insert(state, ride_of, estimated.spot);
        let evaluated = proposal.and_then(|proposal| evaluate(state, SmallVec::from_iter([proposal]), context));
        match evaluated {
            Ok(evaluated) => {
                let delta = evaluated.delta + of_part(state, ride_of, context, &evaluated);
                best.offer(Found {
                    delta,
                    spot: estimated.spot,
                    evaluated,
                });
            }
            Err(why) => self.note(why),
        }
    }

    /// The walk over the stops, left until a spot's turn comes.
    fn outlook(&self, state: &State<'_>, of: RideOf, context: Context, estimated: &Estimated) -> Outlook {
        let way = estimated.way;
        let ride_of = RideOf { way, ..of };
        let Some(mut reach) = Reach::of(state.problem, ride_of.ride(state.problem)) else {
            return Outlook::Never;
        };
        narrow(state, ride_of, context, &mut reach);
        let seeker = Seeker {
            state,
            atlas: self.atlas,
            ride_of,
            reach,
            which: Which::All,
            base: Cost::ZERO,
            floor: Cost::ZERO,
        };
        seeker.outlook(estimated.spot)
    }

    fn search_ride(&mut self, state: &mut State<'_>, ride_of: RideOf, context: Context, which: Which, best: &mut Best) {
        let whole = self.effort;
        if !self.explaining {
            self.effort.tries = whole.pair_tries;
            self.effort.failures = whole.failures.min(8 * whole.pair_tries);
        }
        let mut list = Shortlist::default();
        list.begin(if self.explaining { 1 } else { LISTED } * self.effort.failures);
        self.gather(state, ride_of, context, (Cost::ZERO, LEAST), which, &mut list);
        self.try_spots(state, ride_of, context, &mut list, best);
        self.effort = whole;
    }

    /// What excludes one way, or how it can be used. What is seen at once comes first; then spots that pass the cheap tests, the most
    /// promising ones; and where none does, spots without cheap tests, so that the exact one gives the reason.
    pub(crate) fn test(
        &mut self,
        state: &mut State<'_>,
        request: RequestIdx,
        way: WayIdx,
    ) -> Result<Evaluated, Rejection> {
        let ride_of = RideOf { request, way, ride: 0 };
        self.floor(state, request, ride_of.way(state.problem))?;
        self.explaining = true;
        self.deepest = None;
        let mut best = Best::new(1);
        for which in [Which::All, Which::Untested] {
            self.explain_by = which;
            if ride_of.way(state.problem).rides.len() == 1 {
                self.search_ride(state, ride_of, Context::default(), which, &mut best);
            } else {
                self.search_pairs(state, request, way, LEAST, &mut best);
            }
            if !best.found.is_empty() || self.deepest.is_some() {
                break;
            }
        }
        self.explaining = false;
        match best.found.pop() {
            Some(found) => Ok(found.evaluated),
            None => Err(self.deepest.unwrap_or(Rejection::NoVehicleAllowed)),
        }
    }
}

/// Whether nothing but movement makes one spot for a request cost more than another.
fn is_exact(problem: &Problem, of: RideOf) -> bool {
    let ways = &problem.requests[of.request.get()].ways;
    ways.iter().all(|way| way.is_timeless() && way.rides.len() == 1)
}

/// The times of the ride just evaluated alone.
fn given(state: &State<'_>, evaluated: &Evaluated, ride: u8) -> Given {
    let proposal = &evaluated.proposals[0];
    let (_, pick, drop) = proposal.added.expect("a ride was proposed");
    let draft = &proposal.draft;
    let (moving, legs) = draft.motion(state.problem, pick, drop);
    Given {
        ride,
        start: draft.clock.start[pick],
        finish: draft.unload_end(drop),
        moving,
        legs,
    }
}

/// Reach given the other ride.
fn narrow(state: &State<'_>, ride_of: RideOf, context: Context, reach: &mut Reach) {
    let way = ride_of.way(state.problem);
    if let (Some(given), Some(stay)) = (context.given, &way.stay) {
        if ride_of.ride == 1 {
            reach.board.0 = reach.board.0.max(given.finish + stay.min.0);
            reach.board.1 = reach.board.1.min(given.finish.saturating_add(stay.max.0));
        } else {
            reach.alight.0 = reach.alight.0.max(given.start.saturating_sub(stay.max.0));
            reach.alight.1 = reach.alight.1.min(given.start - stay.min.0);
        }
    }
}

/// What a first ride alone says about the cost of its request: the time on board.
fn of_part(state: &State<'_>, ride_of: RideOf, context: Context, evaluated: &Evaluated) -> Cost {
    let way = ride_of.way(state.problem);
    if way.rides.len() == 1 || context.given.is_some() {
        return Cost::ZERO;
    }
    let times = given(state, evaluated, ride_of.ride);
    Cost::in_tier(3, (times.finish - times.start) * way.burden_weight / 1024)
}
