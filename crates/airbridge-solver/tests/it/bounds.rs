//! The bound where its value is known.

use airbridge_solver::bound::Scarce;
use airbridge_solver::problem::*;
use airbridge_solver::search::{Limits, Outcome, StopSignal, solve};
use airbridge_units::{Moment, Seconds};

use crate::generate::{SMALL, Size, problem};

const HOUR: i64 = 3600;

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
    let binding = outcome.bound.binding.expect("beds bind");
    assert_eq!(binding.scarce, Scarce::Resource(ResourceIdx(0)));
    assert_eq!(binding.turned_away, [RequestIdx(3), RequestIdx(4)]);
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

#[test]
fn those_who_stay_to_the_end_share_the_last_day() {
    let mut problem = with_beds(&[10, 7, 5, 3, 1], vec![1; 5], bed(5), None);
    problem.requests[4].ways[0].uses = vec![bed(1)];
    let outcome = solved(&problem);
    // One for the whole time, however late it begins, and one before it.
    assert_eq!((outcome.bound.tier0, outcome.bound.on_time_at_most), (15, 2));
    assert_eq!(outcome.cost.0[0], 15, "and the search reaches it");
}

/// Requests that each need a litter for the two hours from place 0, which is the only vehicle's home, to place 1.
fn with_litters(requests: usize, litters: i64, due: i64, crews: Vec<Crew>) -> Problem {
    let hop = vec![Travel::direct(Seconds(2 * HOUR), 1)];
    let ride = Ride::between(PlaceIdx(0), PlaceIdx(1));
    let request = Request {
        demand: vec![1, 1],
        grade: 0,
        unserved: Cost::in_tier(0, 1),
        ways: vec![Way {
            due: Moment(due),
            late: Cost::in_tier(0, 1),
            ..Way::of_ride(ride)
        }],
    };
    let setup = Setup {
        crews: (0..crews.len()).map(CrewIdx::new).collect(),
        ..Setup::of(vec![litters, 99])
    };
    let problem = Problem {
        start: Moment(0),
        end: Moment(96 * HOUR),
        dimensions: 2,
        load_dimension: None,
        movement_burden: 0,
        windows: vec![Windows::always()],
        calendars: Vec::new(),
        places: vec![Place::PLAIN; 2],
        profiles: vec![Profile {
            open: vec![Some(WindowsIdx::ALWAYS); 2],
            grades: 1,
            travel: vec![Vec::new(), hop.clone(), hop, Vec::new()],
            endurance: Vec::new(),
        }],
        vehicles: vec![Vehicle {
            max_tours: 99,
            ..Vehicle::of(ProfileIdx(0), PlaceIdx(0), setup)
        }],
        crews,
        requests: vec![request; requests],
        resources: Vec::new(),
    };
    problem.validate().expect("well-formed");
    problem
}

/// Checks how many can be on time, that the search reaches it, and until when places on the vehicle bind.
#[track_caller]
fn check_litters(problem: &Problem, on_time: usize, until: i64) {
    let outcome = solved(problem);
    assert_eq!(outcome.bound.on_time_at_most, on_time);
    let left = problem.requests.len() - on_time;
    assert_eq!(outcome.bound.tier0, left as i64);
    assert_eq!(outcome.cost.0[0], left as i64, "and the search reaches it");
    let binding = outcome.bound.binding.expect("litters bind");
    let scarce = Scarce::Lift {
        dimension: 0,
        until: Moment(until),
    };
    assert_eq!((binding.scarce, binding.turned_away.len()), (scarce, left));
}

#[test]
fn a_litter_goes_out_again_when_it_is_back() {
    // Departures after 0 and 4 hours; those after 8 would arrive too late, and the last in time is after 7.
    check_litters(&with_litters(10, 2, 9 * HOUR, Vec::new()), 4, 7 * HOUR + 1);
    check_litters(&with_litters(10, 2, 10 * HOUR, Vec::new()), 6, 8 * HOUR + 1);
}

#[test]
fn large_loads_take_the_places_of_several() {
    let mut problem = with_litters(10, 3, 9 * HOUR, Vec::new());
    for request in &mut problem.requests {
        request.demand[0] = 2;
    }
    check_litters(&problem, 2, 7 * HOUR + 1);
    // Two that need only one place each go beside them, on both departures.
    problem.requests[0].demand[0] = 1;
    problem.requests[1].demand[0] = 1;
    check_litters(&problem, 4, 7 * HOUR + 1);
}

#[test]
fn crews_that_rest_fly_no_patients() {
    let crew = Crew {
        available: WindowsIdx::ALWAYS,
        report: Seconds(HOUR),
        end: DutyEnd::LastArrival,
        debrief: Seconds(HOUR),
        limit: DutyLimit::constant(Seconds(6 * HOUR)),
        rest_home: Seconds(10 * HOUR),
        rest_away: Seconds(10 * HOUR),
        rest_as_long: true,
    };
    // One flight in a duty, then home, debrief, rest and report: 16 hours from departure to departure.
    check_litters(&with_litters(10, 2, 19 * HOUR, vec![crew]), 4, 17 * HOUR + 1);
}

#[test]
fn two_crews_fly_while_the_other_one_rests() {
    let crew = Crew {
        available: WindowsIdx::ALWAYS,
        report: Seconds(HOUR),
        end: DutyEnd::LastArrival,
        debrief: Seconds::ZERO,
        limit: DutyLimit::constant(Seconds(5 * HOUR)),
        rest_home: Seconds(10 * HOUR),
        rest_away: Seconds(10 * HOUR),
        rest_as_long: true,
    };
    let mut problem = with_litters(10, 1, 23 * HOUR, vec![crew.clone()]);
    problem.crews.push(crew);
    let other = Setup {
        crews: vec![CrewIdx(1)],
        ..problem.vehicles[0].setups[0].clone()
    };
    problem.vehicles[0].setups.push(other);
    // Each by itself flies after 0 and 15 hours, together with the way home of the other after 0, 4, 15 and 19.
    check_litters(&problem, 4, 21 * HOUR + 1);
}

#[test]
fn tours_are_counted() {
    let mut problem = with_litters(10, 2, 90 * HOUR, Vec::new());
    problem.vehicles[0].max_tours = 2;
    problem.vehicles[0].max_tour = Seconds(5 * HOUR);
    check_litters(&problem, 4, 88 * HOUR + 1);
}

#[test]
fn who_is_due_before_the_first_tour_cannot_be_on_time() {
    let mut problem = with_litters(2, 2, 9 * HOUR, Vec::new());
    problem
        .windows
        .push(Windows::new(vec![(Moment(8 * HOUR), Moment(20 * HOUR))]));
    problem.vehicles[0].departures = WindowsIdx(1);
    assert_eq!(solved(&problem).bound.impossible, [RequestIdx(0), RequestIdx(1)]);
    problem.requests[1].ways[0].due = Moment(10 * HOUR);
    let outcome = solved(&problem);
    assert_eq!(outcome.bound.impossible, [RequestIdx(0)]);
    assert_eq!((outcome.bound.tier0, outcome.cost.0[0]), (1, 1));
}
