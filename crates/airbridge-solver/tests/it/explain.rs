//! The reasons that are given are those that were put there.

use airbridge_solver::Rejection;
use airbridge_solver::problem::*;
use airbridge_solver::search::{Explainer, Limits, StopSignal, Trials, Where, explain_insertion, solve};
use airbridge_solver::solution::Solution;
use airbridge_units::{Moment, Seconds};

use crate::generate::{SMALL, Size, problem};

/// A problem in which the first request can be served by its first way, which has one ride.
fn servable() -> Problem {
    (0..100)
        .map(|seed| {
            problem(
                Size {
                    requests: 3,
                    all_rules: false,
                    ..SMALL
                },
                seed,
            )
        })
        .find(|problem| problem.requests[0].ways[0].rides.len() == 1 && explain(problem).is_ok())
        .expect("most are")
}

fn explain(problem: &Problem) -> Result<Cost, Rejection> {
    explain_insertion(problem, &Solution::empty(problem), RequestIdx(0), WayIdx(0))
}

fn after(change: impl Fn(&mut Problem)) -> Rejection {
    let mut problem = servable();
    change(&mut problem);
    problem.validate().expect("still well-formed");
    explain(&problem).expect_err("it was made impossible")
}

fn way(problem: &mut Problem) -> &mut Way {
    &mut problem.requests[0].ways[0]
}

#[test]
fn too_little_room_is_capacity() {
    assert_eq!(
        after(|p| p.requests[0].demand[0] = 99),
        Rejection::Capacity { dimension: 0 }
    );
}

#[test]
fn no_way_between_places_is_named() {
    let rejection = after(|p| {
        for cell in &mut p.profiles[0].travel {
            cell.clear();
        }
    });
    assert!(matches!(rejection, Rejection::NoTravelOption { .. }), "{rejection:?}");
}

#[test]
fn a_closed_place_is_named() {
    let to = servable().requests[0].ways[0].rides[0].to;
    assert_eq!(
        after(|p| p.profiles[0].open[to.get()] = None),
        Rejection::PlaceClosed { place: to }
    );
}

#[test]
fn limits_of_the_ride_are_told_apart() {
    assert_eq!(after(|p| way(p).rides[0].max_ride = Seconds(60)), Rejection::RideTime);
    assert_eq!(after(|p| way(p).max_span = Seconds(60)), Rejection::Span);
    assert_eq!(after(|p| way(p).max_moving = Seconds(60)), Rejection::Moving);
    assert_eq!(after(|p| way(p).max_legs = 0), Rejection::Legs);
}

#[test]
fn windows_in_the_past_are_told_apart() {
    let never = |p: &mut Problem| {
        p.windows.push(Windows::new(vec![(Moment(0), Moment(1))]));
        WindowsIdx::new(p.windows.len() - 1)
    };
    assert_eq!(after(|p| way(p).rides[0].alight = never(p)), Rejection::AlightWindow);
    assert_eq!(after(|p| way(p).rides[0].board = never(p)), Rejection::BoardWindow);
}

#[test]
fn a_full_house_is_a_resource() {
    let rejection = after(|p| {
        p.resources[0] = Resource {
            kind: ResourceKind::Bucketed {
                calendar: CalendarIdx(0),
                capacity: vec![0],
            },
        };
        way(p).uses = vec![Use {
            resource: ResourceIdx(0),
            amount: 1,
            buckets: 1,
        }];
    });
    assert_eq!(
        rejection,
        Rejection::Resource {
            resource: ResourceIdx(0)
        }
    );
}

#[test]
fn a_served_request_is_judged_without_itself() {
    let problem = servable();
    let limits = Limits {
        work: Some(500),
        seed: 0,
        threads: 1,
    };
    let outcome = solve(&problem, &limits, &StopSignal::new()).expect("well-formed");
    for (index, service) in outcome.solution.served.iter().enumerate() {
        if let Some(service) = service {
            let told = explain_insertion(&problem, &outcome.solution, RequestIdx::new(index), service.way);
            assert!(told.is_ok(), "it is served that way: {told:?}");
        }
    }
}

#[test]
fn what_is_remembered_of_one_is_true_of_the_others() {
    let (mut excluded, mut placed) = (0, 0);
    for seed in 0..60 {
        let problem = problem(SMALL, seed);
        let limits = Limits {
            work: Some(0),
            seed,
            threads: 1,
        };
        let solution = solve(&problem, &limits, &StopSignal::new())
            .expect("well-formed")
            .solution;
        let mut explainer = Explainer::new(&problem, &solution);
        let unserved: Vec<RequestIdx> = (0..problem.requests.len())
            .map(RequestIdx::new)
            .filter(|request| solution.served[request.get()].is_none())
            .collect();
        for &request in &unserved {
            for way in (0..problem.requests[request.get()].ways.len()).map(WayIdx::new) {
                // Alone, nothing is remembered.
                let alone = explain_insertion(&problem, &solution, request, way);
                let told = explainer.explain(request, way);
                let costly = alone.is_ok_and(|cost| cost >= Cost::ZERO);
                assert!(
                    told.is_ok() == alone.is_ok() || costly,
                    "seed {seed}, request {request:?}, way {way:?}: {told:?} but alone {alone:?}"
                );
                excluded += usize::from(told.is_err());
            }
        }
        for &request in &unserved {
            placed += usize::from(explainer.place(request));
        }
        let fuller = explainer.solution();
        assert_eq!(airbridge_solver::solution::verify(&problem, &fuller), [], "seed {seed}");
        assert!(fuller.cost(&problem) <= solution.cost(&problem), "seed {seed}");
    }
    assert!(excluded > 100, "only {excluded} ways were excluded");
    assert!(placed > 0, "nobody was placed");
}

#[test]
fn the_best_of_many_ways_is_no_worse_than_any_and_each_try_is_counted() {
    let mut several = 0;
    for seed in 0..30 {
        let problem = problem(SMALL, seed);
        let empty = Solution::empty(&problem);
        for request in (0..problem.requests.len()).map(RequestIdx::new) {
            let ways = || (0..problem.requests[request.get()].ways.len()).map(WayIdx::new);
            let mut trials = Trials::new(&problem, &empty);
            assert!(trials.try_best(request, ways(), &mut 0).is_none(), "no try is left");
            let mut tries = 1_000;
            let best = trials.try_best(request, ways(), &mut tries).map(|found| found.delta());
            assert!(1_000 - tries <= ways().count() as u64);
            let alone = ways().filter_map(|way| trials.try_way(request, way, (None, Where::Anywhere)).ok());
            let least = alone
                .map(|found| found.delta())
                .filter(|delta| *delta < Cost::ZERO)
                .min();
            assert_eq!(
                best.filter(|delta| *delta < Cost::ZERO),
                least,
                "seed {seed}, {request:?}"
            );
            several += usize::from(1_000 - tries > 1);
            // Who looks less hard finds nothing that costs less.
            let mut explainer = Explainer::new(&problem, &empty);
            if explainer.place_quickly(request) {
                let cost = explainer.solution().cost(&problem).0[0] - empty.cost(&problem).0[0];
                assert!(
                    least.is_some_and(|least| least.0[0] <= cost),
                    "seed {seed}, {request:?}"
                );
            }
        }
    }
    assert!(several > 0, "some had several ways");
}
