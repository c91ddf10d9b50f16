//! The bound where its value is known.

use airbridge_solver::problem::*;
use airbridge_solver::search::{Limits, Outcome, StopSignal, solve};
use airbridge_units::{Moment, Seconds};

use crate::generate::{SMALL, Size, problem};

/// A generated problem with five plain requests of these weights, which take a bed each.
fn with_beds(weights: &[i64], capacity: Vec<i64>, uses: Use, boarding: Option<Use>) -> Problem {
    let mut problem = problem(
        Size {
            requests: 0,
            all_rules: false,
            ..SMALL
        },
        4,
    );
    problem.calendars = vec![Calendar {
        starts: (0..=capacity.len() as i64).map(|day| Moment(day * 21_600)).collect(),
    }];
    problem.resources = vec![Resource {
        kind: ResourceKind::Bucketed {
            calendar: CalendarIdx(0),
            capacity,
        },
    }];
    for place in &mut problem.places {
        place.movements = None;
        place.parking = None;
    }
    for vehicle in &mut problem.vehicles {
        vehicle.max_tours = 9;
        vehicle.setups.truncate(1);
        vehicle.setups[0].capacity = vec![50, 50];
    }
    problem.requests = weights
        .iter()
        .map(|&weight| Request {
            demand: vec![1, 1],
            grade: 0,
            unserved: Cost::in_tier(0, weight),
            ways: vec![Way {
                rides: vec![Ride {
                    from: PlaceIdx(1),
                    to: PlaceIdx(2),
                    board: WindowsIdx::ALWAYS,
                    alight: WindowsIdx::ALWAYS,
                    load: Seconds(60),
                    unload: Seconds(60),
                    max_ride: Seconds::MAX,
                    uses: boarding.into_iter().collect(),
                    before: Seconds::ZERO,
                    vehicles: Vec::new(),
                }],
                stay: None,
                onward: Seconds::ZERO,
                due: problem.end,
                late: Cost::in_tier(0, weight),
                late_weight: 1,
                cost: Cost::ZERO,
                burden_weight: 0,
                uses: if boarding.is_some() { Vec::new() } else { vec![uses] },
                max_span: Seconds::MAX,
                max_moving: Seconds::MAX,
                max_legs: u32::MAX,
            }],
        })
        .collect();
    problem.validate().expect("well-formed");
    problem
}

fn solved(problem: &Problem) -> Outcome {
    solve(
        problem,
        &Limits {
            work: Some(2_000),
            seed: 1,
            threads: 1,
        },
        &StopSignal::new(),
    )
    .expect("well-formed")
}

fn bed(buckets: u32) -> Use {
    Use {
        resource: ResourceIdx(0),
        amount: 1,
        buckets,
    }
}

#[test]
fn too_few_beds_turn_the_lightest_away() {
    let problem = with_beds(&[10, 7, 5, 3, 1], vec![3; 4], bed(4), None);
    let outcome = solved(&problem);
    assert_eq!(outcome.bound.tier0, 4);
    assert_eq!(outcome.bound.on_time_at_most, 3);
    assert_eq!(outcome.bound.binding, Some(ResourceIdx(0)));
    assert_eq!(outcome.cost.0[0], 4, "and the search reaches it");
}

#[test]
fn a_quota_at_boarding_counts_by_bucket() {
    let problem = with_beds(&[10, 7, 5, 3, 1], vec![1, 1, 0, 0], bed(1), Some(bed(1)));
    let outcome = solved(&problem);
    assert_eq!((outcome.bound.tier0, outcome.bound.on_time_at_most), (9, 2));
    assert_eq!(outcome.cost.0[0], 9);
}

#[test]
fn who_cannot_go_alone_is_named() {
    let mut problem = with_beds(&[10, 7], vec![9; 4], bed(1), None);
    problem.requests[1].demand = vec![99, 1];
    let outcome = solved(&problem);
    assert_eq!(outcome.bound.impossible, [RequestIdx(1)]);
    assert_eq!(outcome.bound.tier0, 7);
    assert_eq!(outcome.bound.binding, None);
}

#[test]
fn enough_of_everything_bounds_nothing() {
    let outcome = solved(&with_beds(&[10, 7, 5], vec![9; 4], bed(2), None));
    assert_eq!(
        (outcome.bound.tier0, outcome.bound.on_time_at_most, outcome.cost.0[0]),
        (0, 3, 0)
    );
}
