//! Dial-a-ride instances are problems of the same kind: one tour for each vehicle, one action at each place.

use airbridge_solver::problem::*;
use airbridge_solver::search::{Limits, StopSignal, solve};
use airbridge_units::{Moment, Seconds};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Seconds in the unit of the instance.
const UNIT: i64 = 60;

/// A synthetic instance in the manner of Cordeau (2006), set a: service times are unloading and loading, the route's
/// longest duration is a duty.
fn instance(requests: usize, vehicles: usize, seed: u64) -> Problem {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let nodes = 2 * requests + 1;
    let at: Vec<(f64, f64)> = (0..nodes)
        .map(|_| (rng.random_range(-10.0..10.0), rng.random_range(-10.0..10.0)))
        .collect();
    let distance = |a: usize, b: usize| ((at[a].0 - at[b].0).powi(2) + (at[a].1 - at[b].1).powi(2)).sqrt();
    let travel = (0..nodes * nodes)
        .map(|pair| {
            let length = distance(pair / nodes, pair % nodes);
            let duration = Seconds((length * UNIT as f64).ceil() as i64);
            vec![Travel::direct(duration, (length * 10_000.0).round() as i64)]
        })
        .collect();
    let mut windows = vec![Windows::always()];
    let requests = (0..requests)
        .map(|index| {
            let open = rng.random_range(60..400);
            windows.push(Windows::new(vec![(Moment(open * UNIT), Moment((open + 15) * UNIT))]));
            let limited = WindowsIdx::new(windows.len() - 1);
            let inbound = index % 2 == 0;
            Request {
                demand: vec![1],
                grade: 0,
                unserved: Cost::in_tier(0, 1),
                ways: vec![Way::of_ride(Ride {
                    board: if inbound { limited } else { WindowsIdx::ALWAYS },
                    alight: if inbound { WindowsIdx::ALWAYS } else { limited },
                    load: Seconds(3 * UNIT),
                    max_ride: Seconds(33 * UNIT),
                    ..Ride::between(PlaceIdx::new(1 + index), PlaceIdx::new(1 + index + (nodes - 1) / 2))
                })],
            }
        })
        .collect();
    let place = Place {
        turnaround: Seconds(3 * UNIT),
        refills: true,
        ..Place::PLAIN
    };
    let crew = |_| Crew {
        available: WindowsIdx::ALWAYS,
        report: Seconds::ZERO,
        end: DutyEnd::LastArrival,
        debrief: Seconds::ZERO,
        limit: DutyLimit::constant(Seconds(480 * UNIT)),
        rest_home: Seconds::ZERO,
        rest_away: Seconds::ZERO,
        rest_as_long: true,
    };
    let vehicle = |index| {
        let setup = Setup {
            crews: vec![CrewIdx::new(index)],
            ..Setup::of(vec![3])
        };
        Vehicle::of(ProfileIdx(0), PlaceIdx(0), setup)
    };
    Problem {
        start: Moment(0),
        end: Moment(480 * UNIT),
        dimensions: 1,
        load_dimension: None,
        movement_burden: 0,
        windows,
        calendars: Vec::new(),
        places: vec![place; nodes],
        profiles: vec![Profile {
            open: vec![Some(WindowsIdx::ALWAYS); nodes],
            grades: 1,
            travel,
            endurance: Vec::new(),
        }],
        vehicles: (0..vehicles).map(vehicle).collect(),
        crews: (0..vehicles).map(crew).collect(),
        requests,
        resources: Vec::new(),
    }
}

#[test]
fn all_are_served_and_distance_falls() {
    for seed in 0..3 {
        let problem = instance(16, 3, seed);
        let limits = Limits {
            work: Some(25_000),
            seed,
            threads: 1,
        };
        let outcome = solve(&problem, &limits, &StopSignal::new()).expect("well-formed");
        crate::soundness::check(&problem, &outcome);
        assert_eq!(outcome.cost.0[0], 0, "seed {seed}: {:?}", outcome.cost);
        assert!(outcome.cost < outcome.first_cost, "seed {seed}");
        assert!(outcome.solution.tours.iter().all(|tours| tours.len() <= 1));
    }
}
