//! What the bound knows of tours against what the search finds.

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

use super::*;
use crate::search::apart::tests::drawn;
use crate::search::{Limits, solve};

#[test]
fn tours_of_the_bound_can_be_made_and_nothing_is_cheaper_whichever_vehicle_is_dear() {
    let (mut built, mut compared) = (0, 0);
    for seed in 0..400 {
        let mut problem = drawn(3, 3, &mut Pcg64Mcg::seed_from_u64(seed));
        // The first vehicle is the dearest: no bound may take it for all of them.
        for (number, vehicle) in problem.vehicles.iter_mut().enumerate() {
            vehicle.tour_cost.0[4] = [500, 0, 40][number];
        }
        let stop = StopSignal::new();
        let known = of_bound(&State::new(&problem), None, &stop);
        let limits = Limits {
            work: Some(1_000),
            seed,
            threads: 1,
        };
        let outcome = solve(&problem, &limits, &stop).expect("well formed");
        if outcome.solution.served_count() < problem.requests.len() {
            continue;
        }
        if let Some(bound) = known.bound {
            let cost = outcome.cost.0[4];
            assert!(bound <= cost, "seed {seed}: at least {bound}, but {cost} is possible");
            compared += 1;
        }
        let mut state = State::new(&problem);
        build(&mut state, &known.tours);
        built += usize::from(!known.tours.is_empty() && state.unserved.is_empty());
    }
    assert!(compared > 30 && built > 15, "{compared} compared, {built} built whole");
}

#[test]
fn a_tour_that_rides_too_long_is_not_made_and_leaves_nothing_behind() {
    let mut problem = drawn(2, 1, &mut Pcg64Mcg::seed_from_u64(3));
    let stops: Vec<Stop> = [(0, true), (0, false)].map(|(at, on)| (RequestIdx(at), on)).to_vec();
    assert!(fits_alone(&problem)(&stops));
    problem.requests[0].ways[0].rides[0].max_ride = airbridge_units::Seconds(0);
    let mut state = State::new(&problem);
    build(&mut state, &[stops.into()]);
    assert_eq!(state.unserved.len(), 2);
    assert!(state.by_vehicle.iter().all(Vec::is_empty));
}
