//! Spots on bare tours against whole evaluations, and what is remembered against what is asked anew.

use airbridge_units::{Moment, Seconds};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use super::known::{Known, Spot};
use super::tours::Tours;
use super::*;
use crate::problem::{
    Cost, Place, PlaceIdx, Problem, ProfileIdx, Request, RequestIdx, Ride, Setup, SetupIdx, Travel, VehicleIdx, Way,
    WayIdx, Windows,
};
use crate::schedule::sketch::RideOf;
use crate::search::atlas::Atlas;
use crate::search::construct::{Order, construct};
use crate::search::evaluate::{Context, evaluate};
use crate::search::insert::{Effort, Inserter};
use crate::search::portfolio::Runs;
use crate::search::proposal::{At, Proposal};
use crate::search::state::{Incumbent, State};
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

/// What a whole evaluation says of a request at a spot of the general search: the difference in cost, if it is possible.
fn evaluated(state: &mut State<'_>, request: RequestIdx, spot: Spot) -> Option<Cost> {
    let ride_of = RideOf {
        request,
        way: WayIdx(0),
        ride: 0,
    };
    let spot = match spot.after {
        Some((pick, drop)) => crate::search::proposal::Spot::On {
            tour: *state.by_vehicle[spot.vehicle].first()?,
            setup: SetupIdx(0),
            pick: At::After(pick.into()),
            drop: At::After(drop.into()),
        },
        None => crate::search::proposal::Spot::New {
            vehicle: VehicleIdx::new(spot.vehicle),
            slot: 0,
            setup: SetupIdx(0),
        },
    };
    let proposal = Proposal::insert(state, ride_of, spot).ok()?;
    let found = evaluate(state, SmallVec::from_iter([proposal]), Context::default()).ok()?;
    Some(found.delta)
}

/// Every spot for a request.
fn spots(tours: &Tours) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (vehicle, tour) in tours.by_vehicle.iter().enumerate() {
        let Some(tour) = tour else {
            spots.push(Spot { vehicle, after: None });
            continue;
        };
        let last = tour.nodes.len() as u16 - 1;
        let pairs = (0..last).flat_map(|pick| (pick..last).map(move |drop| Some((pick, drop))));
        spots.extend(pairs.map(|after| Spot { vehicle, after }));
    }
    spots
}

#[test]
fn the_best_spots_are_those_of_least_cost_by_evaluation_whatever_is_remembered() {
    let (mut fitting, mut unfit, mut found) = (0, 0, 0);
    for seed in 0..150 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let problem = drawn(12, 4, &mut rng);
        let atlas = Atlas::new(&problem);
        let facts = Facts::of(&problem, &atlas).expect("tours are apart");
        let mut known = Known::new(&facts, 0);
        let from = Incumbent::of(&mut built(&problem, &atlas, seed));
        let mut tours = Tours::of(&facts, &from, &mut known.bench);
        assert_eq!(tours.cost, from.cost, "seed {seed}");
        for round in 0..20 {
            let out = RequestIdx::new(rng.random_range(0..12));
            tours.remove(&facts, &mut known.bench, &[out]);
            tours.count_unserved();
            let mut state = tours.to_state(&facts);
            assert_eq!(state.cost, tours.cost, "seed {seed}, round {round}");
            let Some(&request) = tours.unserved.first() else {
                continue;
            };
            let mut least = None;
            for spot in spots(&tours) {
                let cost = evaluated(&mut state, request, spot);
                if let (Some(tour), Some((pick, drop))) = (&tours.by_vehicle[spot.vehicle], spot.after) {
                    let after = (usize::from(pick), usize::from(drop));
                    let made = known.bench.with(&facts, tour, request, after);
                    let change = made.map(|made| made.cost - tour.cost + facts.rides[request.get()].base);
                    assert_eq!(change, cost, "seed {seed}, round {round}, {request:?} at {spot:?}");
                    fitting += usize::from(cost.is_some());
                    unfit += usize::from(cost.is_none());
                }
                least = [least, cost].into_iter().flatten().min();
            }
            let best = known.best(&facts, &tours, request, 1, || false).first().copied();
            assert_eq!(best.map(|best| best.0), least, "seed {seed}, round {round}");
            let loosely = known.best_of_all(&facts, &tours, request, || false);
            assert_eq!(loosely.map(|best| best.0), least, "seed {seed}, round {round}");
            if let Some((cost, spot)) = best {
                let before = tours.cost;
                recreate::put(&facts, &mut known, &mut tours, request, spot);
                tours.count_unserved();
                assert_eq!(tours.cost - before, cost);
                assert!(tours.carrier(request).is_some());
                found += 1;
            }
        }
    }
    assert!(
        fitting > 1_000 && unfit > 5_000 && found > 300,
        "{fitting} fit, {unfit} do not; {found} found a place"
    );
}

#[test]
fn what_a_stream_finds_can_be_made_and_costs_what_it_says() {
    for seed in 0..40 {
        let problem = drawn(14, 5, &mut Pcg64Mcg::seed_from_u64(seed));
        let atlas = Atlas::new(&problem);
        let facts = Facts::of(&problem, &atlas).expect("tours are apart");
        let from = Incumbent::of(&mut State::new(&problem));
        let start = Start {
            from: &from,
            pool: None,
            whole: Some(3_000),
            seed,
        };
        let mut stream = Stream::new(&facts, &start, 0);
        stream.run(3_000, &StopSignal::new());
        let state = stream.best.to_state(&facts);
        assert_eq!(state.cost, stream.cost(), "seed {seed}");
        assert!(state.cost <= built(&problem, &atlas, seed).cost, "seed {seed}");
        let left: Vec<RequestIdx> = (0..14)
            .map(RequestIdx::new)
            .filter(|request| stream.best.carrier(*request).is_none())
            .collect();
        assert_eq!(left, stream.best.unserved, "seed {seed}");
    }
}

#[test]
fn fewer_tours_are_found_where_tours_cost_more_than_movement() {
    let (mut fewer, mut general) = (0, 0);
    for seed in 0..20 {
        let mut problem = drawn(16, 8, &mut Pcg64Mcg::seed_from_u64(seed));
        for vehicle in &mut problem.vehicles {
            vehicle.tour_cost = Cost::in_tier(2, 1);
        }
        let atlas = Atlas::new(&problem);
        let facts = Facts::of(&problem, &atlas).expect("tours are apart");
        let from = Incumbent::of(&mut built(&problem, &atlas, seed));
        let start = Start {
            from: &from,
            pool: None,
            whole: Some(20_000),
            seed,
        };
        let mut stream = Stream::new(&facts, &start, 0);
        stream.run(20_000, &StopSignal::new());
        assert_eq!(stream.best.to_state(&facts).cost, stream.cost(), "seed {seed}");
        fewer += stream.best.tours().count();
        general += from.to_state(&problem).tour_ids().count();
    }
    assert!(fewer < general, "{fewer} tours, {general} before");
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
    let mut choosy = problem.clone();
    let other = choosy.requests[0].ways[0].clone();
    choosy.requests[0].ways.push(other);
    assert!([twice, timed, slow, choosy].iter().all(|problem| !are_apart(problem)));
    let mut meeting = problem;
    meeting.requests[1].ways[0].rides[0].from = meeting.requests[0].ways[0].rides[0].to;
    assert!(are_apart(&meeting) && Facts::of(&meeting, &Atlas::new(&meeting)).is_none());
}
