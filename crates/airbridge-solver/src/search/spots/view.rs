//! Spots on one existing tour.

use super::{Estimated, Seeker, Which};
use crate::problem::{PlaceIdx, SetupIdx, Vehicle};
use crate::schedule::sketch::Loads;
use crate::search::atlas::NEVER;
use crate::search::proposal::{At, Spot};
use crate::search::shortlist::Shortlist;
use crate::search::tour::{Tour, TourId};

/// One tour as a seeker sees it.
pub(super) struct View<'a> {
    pub(super) seeker: Seeker<'a>,
    pub(super) tour: &'a Tour,
    pub(super) id: TourId,
}

/// How a boarding spot changes what follows.
#[derive(Clone, Copy)]
struct Picked {
    at: At,
    /// The trip on which the ride is first on board, in the numbering before the change.
    trip: usize,
    start: i64,
    /// Everything after is this much later.
    delay: i64,
    movement: i64,
    /// Time that others on board spend more, summed over them.
    others: i64,
}

impl View<'_> {
    /// From a place to itself takes no time: so for a new stop at home right before the last, which then counts from its other end.
    pub(super) fn quickest(&self, from: PlaceIdx, to: PlaceIdx) -> i64 {
        if from == to {
            return 0;
        }
        self.seeker.atlas.quickest(self.vehicle().profile, from, to)
    }

    fn vehicle(&self) -> &Vehicle {
        self.tour.draft.vehicle(self.seeker.problem())
    }

    pub(super) fn may_board(&self, arrival: i64) -> bool {
        !self.seeker.tested() || arrival <= self.seeker.reach.board.1
    }

    /// Whether the stop after `before` can still be reached in time by way of a new stop that serves for so long from `open`.
    pub(super) fn reaches_next(&self, before: usize, via: PlaceIdx, open: i64, service: i64) -> bool {
        if !self.seeker.tested() {
            return true;
        }
        let draft = &self.tour.draft;
        let stops = &draft.sketch.stops;
        let arrival = draft
            .ready(before)
            .saturating_add(self.quickest(stops[before].place, via));
        let departure = arrival.max(open).saturating_add(service);
        departure.saturating_add(self.quickest(via, stops[before + 1].place)) <= self.tour.latest_arrival[before + 1]
    }

    /// Whether a new stop after `before` that serves for so long leaves nobody on board for too long.
    pub(super) fn has_slack(&self, before: usize, via: PlaceIdx, service: i64) -> bool {
        let draft = &self.tour.draft;
        let (from, to) = (draft.sketch.stops[before].place, draft.sketch.stops[before + 1].place);
        let longer = self
            .quickest(from, via)
            .saturating_add(self.quickest(via, to))
            .saturating_add(service);
        !self.seeker.tested() || longer - draft.lengths.duration[before] <= self.tour.slack[before]
    }

    /// The least time from the start of loading to the arrival at stop `index`, on trips as they are.
    fn least_until(&self, at: At, index: usize) -> i64 {
        let draft = &self.tour.draft;
        let ride = self.seeker.ride();
        match at {
            At::Stop(stop) => ride.load.0 + draft.lengths.least_travel(stop, index),
            At::After(stop) => {
                let onward = draft.lengths.least_travel(0, index) - draft.lengths.least_travel(0, stop + 1);
                ride.load.0 + self.quickest(ride.from, draft.sketch.stops[stop + 1].place) + onward
            }
        }
    }

    /// Whether the ride itself takes too long to a new stop after stop `index`, were nobody to wait.
    fn rides_too_long(&self, at: At, index: usize, unloading: i64) -> bool {
        let draft = &self.tour.draft;
        if !draft.has_fixed_lengths(self.seeker.problem()) {
            return false;
        }
        let ride = self.seeker.ride();
        let until_departure = if at == At::Stop(index) {
            ride.load.0
        } else {
            let standing = draft.lengths.pause[index] + draft.lengths.loading[index];
            self.least_until(at, index) + standing
        };
        let onward = self.quickest(draft.sketch.stops[index].place, ride.to) + unloading;
        until_departure + onward > ride.max_ride.0
    }

    /// When something happens for all that is known: at the present moment, or, where the ride could not board then any more, as early as
    /// it can be, since the tour would be moved.
    fn present(&self, clock: i64, earliest: i64) -> i64 {
        if clock <= self.seeker.reach.board.1 {
            clock
        } else {
            earliest
        }
    }

    fn picked(&self, at: At) -> Picked {
        let draft = &self.tour.draft;
        let ride = self.seeker.ride();
        match at {
            At::Stop(stop) => {
                let present = self.present(draft.clock.start[stop], draft.earliest.start[stop]);
                let start = present.max(self.seeker.reach.board.0);
                let delay = start - draft.clock.start[stop] + ride.load.0;
                let others = delay.saturating_mul(i64::from(draft.sketch.stops[stop].aboard));
                Picked {
                    at,
                    trip: stop,
                    start,
                    delay,
                    movement: 0,
                    others,
                }
            }
            At::After(stop) => {
                let place = &self.seeker.problem().places[ride.from.get()];
                let travel = self.quickest(draft.sketch.stops[stop].place, ride.from);
                let arrival = self.present(
                    draft.clock.depart[stop].saturating_add(travel),
                    draft.ready(stop).saturating_add(travel),
                );
                let start = arrival.max(self.seeker.reach.board.0);
                let departure = start + place.load_setup.0 + ride.load.0;
                let next = departure + self.quickest(ride.from, draft.sketch.stops[stop + 1].place);
                let delay = (next - draft.clock.arrive[stop + 1]).max(0);
                let others = delay.saturating_mul(i64::from(draft.sketch.stops[stop].aboard));
                Picked {
                    at,
                    trip: stop,
                    start,
                    delay,
                    movement: self.detour(stop, ride.from),
                    others,
                }
            }
        }
    }

    pub(super) fn drops(&self, at: At, out: &mut Shortlist) {
        let seeker = &self.seeker;
        let draft = &self.tour.draft;
        let stops = &draft.sketch.stops;
        let last = stops.len() - 1;
        let to = seeker.ride().to;
        let unload = seeker.ride().unload.0;
        let picked = self.picked(at);
        let is_new = matches!(at, At::After(_));
        let mut least = seeker.floor;
        let moved = seeker.problem().movement_cost(picked.movement);
        least.0[3] = least.0[3].saturating_add(moved.0[3]);
        least.0[4] = least.0[4].saturating_add(moved.0[4]);
        if seeker.tested() && (picked.movement >= NEVER || !out.wants(least)) {
            return;
        }
        let longest = if draft.has_fixed_lengths(seeker.problem()) && seeker.tested() {
            seeker.ride().max_ride.0.saturating_sub(unload)
        } else {
            i64::MAX
        };
        let mut peak: Loads = Loads::from_elem(0, seeker.problem().dimensions);
        for index in picked.trip..=last {
            // Here the ride is on board on trips `picked.trip..index`.
            if index > picked.trip {
                let is_late = seeker.tested() && draft.earliest.arrive[index] > seeker.reach.alight.1;
                if is_late || self.least_until(at, index) > longest {
                    return;
                }
                if stops[index].place == to {
                    let finish = draft.unload_end(index) + picked.delay + unload;
                    let others = picked.others.saturating_add(unload * i64::from(stops[index].aboard));
                    self.push(&picked, At::Stop(index), finish, picked.movement, others, &peak, out);
                }
            }
            if index == last {
                return;
            }
            for (most, (load, demand)) in peak
                .iter_mut()
                .zip(stops[index].loads.iter().zip(&seeker.request().demand))
            {
                *most = (*most).max(load + demand);
            }
            if seeker.tested() && self.setup_for(&peak).is_none() {
                return;
            }
            let right_after = is_new && index == picked.trip;
            let beside = stops[index + 1].place == to || (stops[index].place == to && !right_after);
            if seeker.which == Which::Joins || beside {
                continue;
            }
            self.new_drop(&picked, index, right_after, &peak, out);
        }
    }

    /// A drop at a new stop after stop `index`.
    fn new_drop(&self, picked: &Picked, index: usize, right_after: bool, peak: &Loads, out: &mut Shortlist) {
        let seeker = &self.seeker;
        let draft = &self.tour.draft;
        let stops = &draft.sketch.stops;
        let ride = seeker.ride();
        let unloading = seeker.problem().places[ride.to.get()].unload_setup.0 + ride.unload.0;
        let aboard = i64::from(stops[index].aboard);
        let (movement, finish, others) = if right_after {
            let loading = seeker.problem().places[ride.from.get()].load_setup.0 + ride.load.0;
            let finish = picked.start + loading + self.quickest(ride.from, ride.to) + unloading;
            let next = finish + self.quickest(ride.to, stops[index + 1].place);
            (
                self.detour_of_both(index, ride.from, ride.to),
                finish,
                (next - draft.clock.arrive[index + 1]).max(0).saturating_mul(aboard),
            )
        } else {
            let arrival = draft.clock.depart[index] + picked.delay + self.quickest(stops[index].place, ride.to);
            let finish = arrival + unloading;
            let next = finish + self.quickest(ride.to, stops[index + 1].place);
            let detour = (next - draft.clock.arrive[index + 1] - picked.delay).max(0);
            (
                picked.movement.saturating_add(self.detour(index, ride.to)),
                finish,
                picked.others.saturating_add(detour.saturating_mul(aboard)),
            )
        };
        if seeker.tested() && movement >= NEVER {
            return;
        }
        if seeker.tested() && !right_after {
            let arrival = draft
                .ready(index)
                .saturating_add(self.quickest(stops[index].place, ride.to));
            if arrival.saturating_add(unloading) > seeker.reach.alight.1 {
                return;
            }
            let open = seeker.reach.alight.0.saturating_sub(unloading);
            let in_time = self.reaches_next(index, ride.to, open, unloading);
            if !in_time
                || !self.has_slack(index, ride.to, unloading)
                || self.rides_too_long(picked.at, index, unloading)
            {
                return;
            }
        }
        self.push(picked, At::After(index), finish, movement, others, peak, out);
    }

    #[expect(clippy::too_many_arguments, reason = "the figures of one spot, each with a name")]
    fn push(
        &self,
        picked: &Picked,
        drop: At,
        finish: i64,
        movement: i64,
        others: i64,
        peak: &Loads,
        out: &mut Shortlist,
    ) {
        let cost = self.seeker.estimate(picked.start, finish, movement, others);
        if !out.wants(cost) {
            return;
        }
        if !self.seeker.has_room(picked.start, finish) {
            out.no_room = true;
            return;
        }
        let Some(setup) = self.setup_for(peak) else { return };
        let spot = Spot::On {
            tour: self.id,
            setup,
            pick: picked.at,
            drop,
        };
        out.offer(Estimated {
            cost,
            way: self.seeker.ride_of.way,
            spot,
        });
    }

    /// The tour's own setup if it carries these loads, or else the cheapest other one that carries these and all others.
    fn setup_for(&self, peak: &Loads) -> Option<SetupIdx> {
        let vehicle = self.vehicle();
        let own = self.tour.draft.setup;
        let carries = |setup: SetupIdx, loads: &Loads| {
            loads
                .iter()
                .zip(&vehicle.setups[setup.get()].capacity)
                .all(|(load, most)| load <= most)
        };
        if !self.seeker.tested() || carries(own, peak) {
            return Some(own);
        }
        self.seeker.atlas.setups[self.tour.vehicle().get()]
            .iter()
            .copied()
            .find(|&setup| {
                setup != own
                    && carries(setup, peak)
                    && self
                        .tour
                        .draft
                        .sketch
                        .stops
                        .iter()
                        .all(|stop| carries(setup, &stop.loads))
            })
    }

    /// Movement cost of a stop between stop `before` and the next.
    fn detour(&self, before: usize, place: PlaceIdx) -> i64 {
        let stops = &self.tour.draft.sketch.stops;
        let (a, b) = (stops[before].place, stops[before + 1].place);
        let grade = stops[before].grade.max(self.seeker.request().grade);
        self.price(grade, a, place)
            .saturating_add(self.price(grade, place, b))
            .saturating_sub(self.price(stops[before].grade, a, b))
    }

    fn detour_of_both(&self, before: usize, from: PlaceIdx, to: PlaceIdx) -> i64 {
        let stops = &self.tour.draft.sketch.stops;
        let (a, b) = (stops[before].place, stops[before + 1].place);
        let grade = stops[before].grade;
        self.price(grade, a, from)
            .saturating_add(self.price(grade.max(self.seeker.request().grade), from, to))
            .saturating_add(self.price(grade, to, b))
            .saturating_sub(self.price(grade, a, b))
    }

    fn price(&self, grade: u8, from: PlaceIdx, to: PlaceIdx) -> i64 {
        self.seeker.atlas.price(self.vehicle(), grade, from, to)
    }
}
