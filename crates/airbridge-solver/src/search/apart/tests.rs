//! Spots on bare clocks against whole evaluations, and what is remembered against what is asked anew.

use airbridge_units::{Moment, Seconds};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use super::fits::{Bench, Wish, fits};
use super::*;
use crate::problem::{
    Cost, Place, PlaceIdx, Problem, ProfileIdx, Request, RequestIdx, Ride, Setup, SetupIdx, Travel, Way, WayIdx,
    Windows,
};
use crate::schedule::sketch::RideOf;
use crate::search::atlas::{Atlas, Reach};
use crate::search::construct::{Order, construct};
use crate::search::evaluate::{Context, evaluate};
use crate::search::insert::{Effort, Inserter};
use crate::search::proposal::{At, Proposal, Spot};
use crate::search::state::State;
use crate::search::stop::StopSignal;

/// Requests between points of a square, some with tight windows, tight rides, service times or a short longest tour.
pub(in crate::search) fn drawn(requests: usize, vehicles: usize, rng: &mut Pcg64Mcg) -> Problem {
    let points: Vec<(i64, i64)> = (0..=2 * requests)
        .map(|_| (rng.random_range(0..60), rng.random_range(0..60)))
        .collect();
    let apart = |a: (i64, i64), b: (i64, i64)| (((a.0 - b.0).pow(2) + (a.1 - b.1).pow(2)) as f64).sqrt().ceil() as i64;
    let travel = |a: usize, b: usize| {
        vec![Travel::direct(
            Seconds(apart(points[a], points[b])),
            apart(points[a], points[b]),
        )]
    };
    let places = points.len();
    let mut windows = vec![Windows::always()];
    let mut window = |rng: &mut Pcg64Mcg, late: i64| {
        let from = rng.random_range(0..400 + late);
        let length = if rng.random_bool(0.5) { 25 } else { 1_000 };
        windows.push(Windows::new(vec![(Moment(from), Moment(from + length))]));
        WindowsIdx::new(windows.len() - 1)
    };
    let requests = (0..requests)
        .map(|number| {
            let (from, to) = (2 * number + 1, 2 * number + 2);
            let direct = apart(points[from], points[to]);
            let (load, unload) = (rng.random_range(0..6), rng.random_range(0..6));
            let slack = rng.random_range(0..60);
            Request {
                demand: vec![rng.random_range(1..3)],
                grade: 0,
                unserved: Cost::in_tier(0, 1),
                ways: vec![Way::of_ride(Ride {
                    board: window(rng, 0),
                    alight: window(rng, 120),
                    load: Seconds(load),
                    unload: Seconds(unload),
                    max_ride: Seconds(direct + load + unload + slack),
                    ..Ride::between(PlaceIdx::new(from), PlaceIdx::new(to))
                })],
            }
        })
        .collect();
    let vehicle = Vehicle {
        max_tour: Seconds(rng.random_range(200..900)),
        ..Vehicle::of(ProfileIdx(0), PlaceIdx(0), Setup::of(vec![4]))
    };
    Problem {
        start: Moment(0),
        end: Moment(1_000),
        dimensions: 1,
        load_dimension: None,
        movement_burden: 0,
        windows,
        calendars: Vec::new(),
        places: vec![Place::PLAIN; places],
        profiles: vec![Profile {
            open: vec![Some(WindowsIdx::ALWAYS); places],
            grades: 1,
            travel: (0..places * places)
                .map(|pair| travel(pair / places, pair % places))
                .collect(),
            endurance: Vec::new(),
        }],
        vehicles: vec![vehicle; vehicles],
        crews: Vec::new(),
        requests,
        resources: Vec::new(),
    }
}

fn built<'p>(problem: &'p Problem, atlas: &Atlas, seed: u64) -> State<'p> {
    let mut state = State::new(problem);
    let mut inserter = Inserter::new(atlas, Effort::for_size(20), Pcg64Mcg::seed_from_u64(seed));
    construct(&mut state, &mut inserter, Order::DueFirst, &StopSignal::new());
    state
}

/// Every spot for a request on every tour, that carries it or not.
fn spots(state: &State<'_>) -> Vec<Spot> {
    let mut spots = Vec::new();
    for tour in state.tour_ids() {
        let last = state.tour(tour).draft.len() - 1;
        let pairs = (0..last).flat_map(|pick| (pick..last).map(move |drop| (At::After(pick), At::After(drop))));
        spots.extend(pairs.map(|(pick, drop)| Spot::On {
            tour,
            setup: SetupIdx(0),
            pick,
            drop,
        }));
    }
    spots
}

/// What a whole evaluation says of a spot: the difference in cost, if it is possible.
fn evaluated(state: &mut State<'_>, request: RequestIdx, spot: Spot) -> Option<Cost> {
    let ride_of = RideOf {
        request,
        way: WayIdx(0),
        ride: 0,
    };
    let proposal = Proposal::insert(state, ride_of, spot).ok()?;
    let found = evaluate(state, SmallVec::from_iter([proposal]), Context::default()).ok()?;
    Some(found.delta)
}

#[test]
fn what_fits_on_bare_clocks_is_what_evaluation_finds_possible() {
    let (mut fitting, mut unfit) = (0, 0);
    for seed in 0..300 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let problem = drawn(10, 3, &mut rng);
        assert!(are_apart(&problem));
        let atlas = Atlas::new(&problem);
        let mut state = built(&problem, &atlas, seed);
        let mut bench = Bench::default();
        for request in (0..10).map(RequestIdx::new) {
            if state.assigned[request.get()].is_some() {
                super::super::remove::remove(&mut state, &[request]);
            }
            let way = &problem.requests[request.get()].ways[0];
            let carries = |state: &State<'_>, spot| {
                // Capacity is tested when spots are listed.
                let ride_of = RideOf {
                    request,
                    way: WayIdx(0),
                    ride: 0,
                };
                !matches!(
                    Proposal::insert(state, ride_of, spot),
                    Err(crate::Rejection::Capacity { .. })
                )
            };
            for spot in spots(&state) {
                let Spot::On { tour, pick, drop, .. } = spot else {
                    continue;
                };
                if !carries(&state, spot) {
                    continue;
                }
                let wish = Wish {
                    ride: &way.rides[0],
                    reach: Reach::of(&problem, &way.rides[0]).expect("it can board and leave"),
                    longest: way.rides[0].max_ride.0,
                    pick,
                    drop,
                };
                let bare = fits(&problem, &atlas, state.tour(tour), wish, &mut bench);
                let whole = evaluated(&mut state, request, spot).is_some();
                assert_eq!(bare, whole, "seed {seed}, {request:?}, {spot:?}");
                fitting += usize::from(whole);
                unfit += usize::from(!whole);
            }
        }
    }
    assert!(fitting > 1_000 && unfit > 1_000, "{fitting} fit, {unfit} do not");
}

#[test]
fn the_best_spots_are_those_of_least_cost_by_evaluation_whatever_is_remembered() {
    let mut found = 0;
    for seed in 0..100 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let problem = drawn(12, 4, &mut rng);
        let atlas = Atlas::new(&problem);
        let mut state = built(&problem, &atlas, seed);
        let mut apart = Apart::of(&problem, &atlas).expect("tours are apart");
        for round in 0..30 {
            let out = RequestIdx::new(rng.random_range(0..12));
            if state.assigned[out.get()].is_some() {
                super::super::remove::remove(&mut state, &[out]);
            }
            let request = RequestIdx::new(rng.random_range(0..12));
            if state.assigned[request.get()].is_some() {
                continue;
            }
            let mut best = apart.best(&state, &atlas, request, 1, || false).first().copied();
            // New tours are only looked at when they are listed; those that are impossible are forgotten when they are tried.
            while let Some((_, spot @ Spot::New { .. })) = best
                && evaluated(&mut state, request, spot).is_none()
            {
                apart.forget(&state, request, spot);
                best = apart.best(&state, &atlas, request, 1, || false).first().copied();
            }
            let mut all = spots(&state);
            let empty = state.by_vehicle.iter().position(Vec::is_empty);
            all.extend(empty.map(|vehicle| Spot::New {
                vehicle: crate::problem::VehicleIdx::new(vehicle),
                slot: 0,
                setup: SetupIdx(0),
            }));
            let least = all
                .iter()
                .filter_map(|spot| evaluated(&mut state, request, *spot))
                .min();
            assert_eq!(best.map(|best| best.0), least, "seed {seed}, round {round}");
            if let Some((cost, spot)) = best {
                assert_eq!(evaluated(&mut state, request, spot), Some(cost));
                found += 1;
                let how = How {
                    turn: Turn::Regret(2),
                    blink: 0,
                };
                let stop = StopSignal::new();
                assert!(recreate(
                    &mut apart,
                    &mut state,
                    &atlas,
                    &mut rng,
                    how,
                    &[request],
                    &stop
                ));
                assert!(state.assigned[request.get()].is_some());
            }
        }
    }
    assert!(found > 300, "only {found} found a place");
}

#[test]
fn problems_that_share_something_are_not_apart() {
    let mut rng = Pcg64Mcg::seed_from_u64(1);
    let problem = drawn(3, 2, &mut rng);
    assert!(are_apart(&problem));
    let mut twice = problem.clone();
    twice.vehicles[0].max_tours = 2;
    let mut timed = problem.clone();
    timed.requests[0].ways[0].burden_weight = 1;
    let mut slow = problem.clone();
    slow.vehicles[1].cost_per_second = 1;
    let mut choosy = problem;
    let other = choosy.requests[0].ways[0].clone();
    choosy.requests[0].ways.push(other);
    assert!([twice, timed, slow, choosy].iter().all(|problem| !are_apart(problem)));
}

#[test]
fn what_is_remembered_of_a_tour_does_not_depend_on_other_searches() {
    let problem = drawn(10, 3, &mut Pcg64Mcg::seed_from_u64(5));
    let atlas = Atlas::new(&problem);
    let serials = || {
        let state = built(&problem, &atlas, 5);
        let serials: Vec<u64> = state.tour_ids().map(|id| state.tour(id).serial).collect();
        serials
    };
    let (first, second) = (serials(), serials());
    assert!(!first.is_empty());
    assert_eq!(first, second);
}
