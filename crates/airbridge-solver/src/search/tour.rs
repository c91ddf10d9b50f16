//! A tour of the current solution: never changed, only replaced.

use std::sync::Arc;

use airbridge_units::{Moment, Seconds};
use smallvec::SmallVec;

use super::usage::Counted;
use crate::problem::{Cost, Problem, RequestIdx, ResourceIdx, VehicleIdx, WindowsIdx};
use crate::schedule::draft::Draft;
use crate::schedule::fixpoint::{RestRule, home_rest_over};

/// Index into the state's table of tours.
pub(crate) type TourId = u32;

/// A ride on a tour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Rider {
    pub(crate) request: RequestIdx,
    pub(crate) ride: u8,
    /// Stop where it boards.
    pub(crate) pick: u16,
    /// Stop where it leaves.
    pub(crate) drop: u16,
}

/// A tour with everything that evaluation reads of it.
#[derive(Clone, Debug)]
pub(crate) struct Tour {
    pub(crate) draft: Draft,
    pub(crate) riders: Vec<Rider>,
    /// By stop: no arrival later than this leaves all later windows in reach.
    pub(crate) latest_arrival: SmallVec<[i64; 12]>,
    /// By trip: so much longer it can take, before somebody rides too long or the tour lasts too long. No limit where consumption could
    /// change what trips and stops take.
    pub(crate) slack: SmallVec<[i64; 12]>,
    /// Cost of the tour itself, riders apart.
    pub(crate) cost: Cost,
    /// Slots taken.
    pub(crate) movements: SmallVec<[Counted; 4]>,
    /// Stands taken: resource, from, to.
    pub(crate) parked: SmallVec<[(ResourceIdx, i64, i64); 4]>,
    /// By crew of the setup: from the begin of duty to the end of rest.
    pub(crate) crews_taken: SmallVec<[(i64, i64); 3]>,
}

impl Tour {
    pub(crate) fn new(problem: &Problem, draft: Draft, riders: Vec<Rider>) -> Arc<Self> {
        let crews_taken = draft
            .setup(problem)
            .crews
            .iter()
            .map(|crew| {
                let crew = &problem.crews[crew.get()];
                (draft.busy_from(crew), home_rest_over(&draft, crew, RestRule::Full))
            })
            .collect();
        Arc::new(Self {
            cost: tour_cost(problem, &draft),
            movements: movements(problem, &draft).unwrap_or_default(),
            parked: parked(problem, &draft),
            crews_taken,
            latest_arrival: latest_arrival(problem, &draft),
            slack: slack(problem, &draft),
            draft,
            riders,
        })
    }

    pub(crate) fn vehicle(&self) -> VehicleIdx {
        self.draft.vehicle
    }
}

/// By trip: what is left of the tightest limit on a stretch that holds it, were nobody to wait.
fn slack(problem: &Problem, draft: &Draft) -> SmallVec<[i64; 12]> {
    let last = draft.len() - 1;
    if !draft.has_fixed_lengths(problem) {
        return SmallVec::from_elem(i64::MAX, last);
    }
    let whole = draft
        .vehicle(problem)
        .max_tour
        .0
        .saturating_sub(draft.lengths.least_travel(0, last));
    let mut slack = SmallVec::from_elem(whole, last);
    for pair in &draft.sketch.pairs {
        let left = pair
            .max_ride
            .saturating_sub(draft.lengths.least_ride(pair.pick, pair.drop));
        for trip in &mut slack[pair.pick..pair.drop] {
            *trip = left.min(*trip);
        }
    }
    slack
}

/// From the last stop backwards. Duties, rides and what surrounds the tour only make it earlier.
fn latest_arrival(problem: &Problem, draft: &Draft) -> SmallVec<[i64; 12]> {
    let stops = &draft.sketch.stops;
    let last = stops.len() - 1;
    let profile = &problem.profiles[draft.vehicle(problem).profile.get()];
    let mut latest: SmallVec<[i64; 12]> = SmallVec::from_elem(i64::MAX, last + 1);
    let mut depart = i64::MAX;
    for stop in (0..=last).rev() {
        let hours = profile.open[stops[stop].place.get()].unwrap_or(WindowsIdx::ALWAYS);
        let (unloading, loading) = (draft.lengths.unloading[stop], draft.lengths.loading[stop]);
        if stop < last {
            depart = round_down(problem, hours, depart, 0);
            depart = round_down(problem, draft.lengths.departures[stop], depart, 0);
        }
        let mut start = stops[stop].start.1.min(depart.saturating_sub(loading));
        start = round_down(problem, hours, start, loading);
        for windows in &stops[stop].board {
            start = round_down(problem, *windows, start, 0);
        }
        let mut finish = stops[stop].finish.1.min(problem.end.0);
        for windows in &stops[stop].alight {
            finish = round_down(problem, *windows, finish, 0);
        }
        let arrive = finish
            .saturating_sub(unloading)
            .min(start.saturating_sub(draft.lengths.pause[stop]));
        latest[stop] = round_down(problem, hours, arrive, unloading);
        if stop > 0 {
            depart = latest[stop].saturating_sub(draft.lengths.duration[stop - 1]);
        }
    }
    latest
}

/// The latest moment by `by` at which a block of this length begins within the windows; the horizon's start where there is none.
fn round_down(problem: &Problem, windows: WindowsIdx, by: i64, length: i64) -> i64 {
    if windows == WindowsIdx::ALWAYS || by == i64::MAX {
        return by;
    }
    let at = problem.windows[windows.get()].latest_block(Moment(by), Seconds(length));
    at.map_or(problem.start.0, |moment| moment.0)
}

/// What a tour costs, riders apart.
pub(crate) fn tour_cost(problem: &Problem, draft: &Draft) -> Cost {
    let vehicle = draft.vehicle(problem);
    let mut cost = vehicle.tour_cost + draft.setup(problem).cost;
    let away = draft.clock.arrive[draft.len() - 1] - draft.begin();
    let trips = (0..draft.len() - 1).map(|trip| draft.travel(problem, trip).cost);
    cost += problem.movement_cost(vehicle.cost_per_second * away + trips.sum::<i64>());
    cost
}

/// The slots that a tour takes, or the resource whose calendar does not hold one of the moments, with the stop and the moment.
pub(crate) fn movements(problem: &Problem, draft: &Draft) -> Result<SmallVec<[Counted; 4]>, (ResourceIdx, Movement)> {
    let mut slots = SmallVec::new();
    for (stop, sketch) in draft.sketch.stops.iter().enumerate() {
        let Some(resource) = problem.places[sketch.place.get()].movements else {
            continue;
        };
        for movement in movements_at(draft, stop) {
            let at = movement.at(draft);
            match super::usage::buckets_at(problem, resource, at, 1, 1) {
                Some(slot) => slots.push(slot),
                None => return Err((resource, movement)),
            }
        }
    }
    Ok(slots)
}

/// Arrival and departure at a stop, as far as the vehicle moves: a trip without legs is none.
pub(crate) fn movements_at(draft: &Draft, stop: usize) -> impl Iterator<Item = Movement> + use<> {
    let moves = |trip: usize| draft.lengths.legs[trip] > 0;
    let arrival = (stop > 0 && moves(stop - 1)).then_some(Movement::Arrival(stop));
    let departure = (stop + 1 < draft.len() && moves(stop)).then_some(Movement::Departure(stop));
    arrival.into_iter().chain(departure)
}

/// A movement at a stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Movement {
    Arrival(usize),
    Departure(usize),
}

impl Movement {
    pub(crate) fn at(self, draft: &Draft) -> i64 {
        match self {
            Self::Arrival(stop) => draft.clock.arrive[stop],
            Self::Departure(stop) => draft.clock.depart[stop],
        }
    }
}

/// The stands that a tour takes. At the first stop the vehicle has not arrived; at the last it stays until the end of unloading.
pub(crate) fn parked(problem: &Problem, draft: &Draft) -> SmallVec<[(ResourceIdx, i64, i64); 4]> {
    let home = draft.vehicle(problem).home;
    (1..draft.len())
        .filter(|&stop| draft.sketch.stops[stop].place != home)
        .filter_map(|stop| {
            let resource = problem.places[draft.sketch.stops[stop].place.get()].parking?;
            Some((resource, draft.clock.arrive[stop], draft.clock.depart[stop]))
        })
        .collect()
}
