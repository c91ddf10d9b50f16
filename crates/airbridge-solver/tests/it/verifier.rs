//! The verifier finds what is planted.

use airbridge_solver::problem::Problem;
use airbridge_solver::search::{Limits, StopSignal, solve};
use airbridge_solver::solution::{Solution, verify};
use airbridge_units::Seconds;

use crate::generate::{SMALL, problem};

/// Solutions that carry somebody, with their problems.
fn solutions() -> Vec<(Problem, Solution)> {
    let solve = |seed| {
        let problem = problem(SMALL, seed);
        let limits = Limits {
            work: Some(200),
            seed,
            threads: 1,
        };
        let solution = solve(&problem, &limits, &StopSignal::new())
            .expect("well-formed")
            .solution;
        (problem, solution)
    };
    (0..25)
        .map(solve)
        .filter(|(_, solution)| solution.served_count() > 0)
        .collect()
}

fn first_tour(solution: &mut Solution) -> &mut airbridge_solver::solution::Tour {
    solution
        .tours
        .iter_mut()
        .find_map(|tours| tours.first_mut())
        .expect("somebody is carried")
}

/// Checks that a change is found in every solution to which it can be made.
fn found(change: impl Fn(&Problem, &mut Solution) -> bool) {
    let mut changed = 0;
    for (problem, solution) in solutions() {
        let mut broken = solution.clone();
        if change(&problem, &mut broken) {
            changed += 1;
            assert_ne!(verify(&problem, &broken), [], "not found in {broken:?}");
        }
        assert_eq!(verify(&problem, &solution), []);
    }
    assert!(changed >= 10, "only {changed} changed");
}

#[test]
fn an_arrival_that_travel_does_not_explain() {
    found(|_, solution| {
        first_tour(solution).stops[1].arrive += Seconds(-1);
        true
    });
}

#[test]
fn a_departure_before_loading_ends() {
    found(|_, solution| {
        let stop = &mut first_tour(solution).stops[0];
        stop.load_start += Seconds(1 + (stop.depart - stop.load_end).0);
        stop.load_end += Seconds(1 + (stop.depart - stop.load_end).0);
        true
    });
}

#[test]
fn a_rider_forgotten_on_board() {
    found(|_, solution| {
        let tour = first_tour(solution);
        let stop = tour
            .stops
            .iter_mut()
            .find(|stop| !stop.leaves.is_empty())
            .expect("somebody leaves");
        stop.leaves.pop();
        true
    });
}

#[test]
fn a_service_without_a_ride() {
    found(|_, solution| {
        let service = solution
            .served
            .iter_mut()
            .find(|service| service.is_some())
            .expect("somebody is carried");
        *service = None;
        true
    });
}

#[test]
fn a_whole_tour_before_the_horizon() {
    found(|problem, solution| {
        let tour = first_tour(solution);
        let back = Seconds(-1 - (tour.stops[0].load_start - problem.start).0);
        for stop in &mut tour.stops {
            for at in [
                &mut stop.arrive,
                &mut stop.unload_end,
                &mut stop.load_start,
                &mut stop.load_end,
                &mut stop.depart,
            ] {
                *at += back;
            }
        }
        true
    });
}

#[test]
fn less_of_everything_than_is_used() {
    let mut changed = 0;
    for (mut problem, solution) in solutions() {
        for vehicle in &mut problem.vehicles {
            for setup in &mut vehicle.setups {
                setup.capacity[0] = 0;
            }
        }
        changed += 1;
        assert_ne!(verify(&problem, &solution), []);
    }
    assert!(changed >= 10);
}

#[test]
fn crews_that_may_not_work_so_long() {
    let mut changed = 0;
    for (mut problem, solution) in solutions() {
        for crew in &mut problem.crews {
            crew.limit = airbridge_solver::problem::DutyLimit::constant(Seconds(60));
        }
        let crewed = problem.vehicles.iter().zip(&solution.tours).any(|(vehicle, tours)| {
            tours
                .iter()
                .any(|tour| !vehicle.setups[tour.setup.get()].crews.is_empty())
        });
        if crewed {
            changed += 1;
            assert_ne!(verify(&problem, &solution), []);
        }
    }
    assert!(changed >= 5, "only {changed} crewed");
}
