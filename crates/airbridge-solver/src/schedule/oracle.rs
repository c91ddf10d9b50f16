//! Tests only: every schedule on a small grid of time, to compare the fixpoint with.

use airbridge_units::{Moment, Seconds};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::draft::Draft;
use super::fixpoint::{RestRule, raise, reset};
use super::frame::{CrewBusy, Frame, StopBounds, Surroundings};
use super::sketch::{RideOf, Sketch};
use super::{Waiting, duty, settle};
use crate::Rejection;
use crate::problem::*;

/// The last moment of the grid.
const END: i64 = 18;

fn windows(rng: &mut Pcg64Mcg, problem: &mut Problem) -> WindowsIdx {
    if rng.random_range(0..10) < 6 {
        return WindowsIdx::ALWAYS;
    }
    let (a, b) = (rng.random_range(0..7), rng.random_range(1..7));
    let (c, d) = (rng.random_range(6..13), rng.random_range(2..9));
    problem.windows.push(Windows::new(vec![
        (Moment(a), Moment(a + b)),
        (Moment(c), Moment(c + d)),
    ]));
    WindowsIdx::new(problem.windows.len() - 1)
}

/// A problem of three places, one vehicle with one crew, and two requests.
fn tiny(rng: &mut Pcg64Mcg) -> Problem {
    let mut problem = Problem {
        start: Moment(0),
        end: Moment(END),
        dimensions: 1,
        load_dimension: None,
        movement_burden: 0,
        windows: vec![Windows::always()],
        calendars: Vec::new(),
        places: Vec::new(),
        profiles: Vec::new(),
        vehicles: Vec::new(),
        crews: Vec::new(),
        requests: Vec::new(),
        resources: Vec::new(),
    };
    problem.places = (0..3)
        .map(|_| Place {
            unload_setup: Seconds(rng.random_range(0..2)),
            load_setup: Seconds(rng.random_range(0..2)),
            turnaround: Seconds(rng.random_range(0..3)),
            refills: true,
            refills_empty_only: rng.random_range(0..3) == 0,
            rest: false,
            movements: None,
            parking: None,
            highest_grade: 0,
        })
        .collect();
    let travel = (0..9)
        .map(|_| {
            let duration = Seconds(rng.random_range(1..4));
            vec![Travel {
                duration,
                moving: duration,
                legs: 1,
                consumption: 1,
                reserve: 0,
                load_limit: i64::MAX,
                departures: windows(rng, &mut problem),
                cost: 0,
                refilled: false,
                before_refill: 0,
                tag: 0,
            }]
        })
        .collect();
    let open = (0..3).map(|_| Some(windows(rng, &mut problem))).collect();
    problem.profiles = vec![Profile {
        open,
        grades: 1,
        travel,
        endurance: vec![(0, rng.random_range(1..4))],
    }];
    let step = rng.random_range(1..8);
    problem.crews = vec![Crew {
        available: windows(rng, &mut problem),
        report: Seconds(rng.random_range(0..2)),
        end: if rng.random_range(0..2) == 0 {
            DutyEnd::LastArrival
        } else {
            DutyEnd::LastUnload
        },
        debrief: Seconds(0),
        limit: DutyLimit {
            free_legs: 2,
            per_leg: Seconds(1),
            floor: Seconds(2),
            max_legs: 9,
            ..DutyLimit::stepped(vec![
                (Moment(-9), Seconds(rng.random_range(5..18))),
                (Moment(step), Seconds(rng.random_range(5..18))),
            ])
        },
        rest_home: Seconds(0),
        rest_away: Seconds(0),
        rest_as_long: true,
    }];
    problem.vehicles = vec![Vehicle {
        profile: ProfileIdx(0),
        home: PlaceIdx(0),
        end: PlaceIdx(0),
        available: windows(rng, &mut problem),
        ready: Moment(0),
        departures: windows(rng, &mut problem),
        turnaround: Seconds(0),
        initial_kind: 0,
        max_tour: Seconds::MAX,
        max_tours: 1,
        tour_cost: Cost::ZERO,
        cost_per_second: 0,
        setups: vec![Setup {
            kind: 0,
            changeover: Seconds(0),
            capacity: vec![9],
            crews: vec![CrewIdx(0)],
            cost: Cost::ZERO,
        }],
        underway: None,
    }];
    problem.requests = (0..2)
        .map(|_| Request {
            demand: vec![1],
            grade: 0,
            unserved: Cost::ZERO,
            ways: vec![Way {
                due: Moment(END),
                max_legs: 9,
                ..Way::of_ride(Ride {
                    board: windows(rng, &mut problem),
                    alight: windows(rng, &mut problem),
                    load: Seconds(rng.random_range(0..2)),
                    unload: Seconds(rng.random_range(0..2)),
                    max_ride: Seconds(rng.random_range(5..18)),
                    ..Ride::between(PlaceIdx(1), PlaceIdx(2))
                })
            }],
        })
        .collect();
    problem.validate().expect("well-formed");
    problem
}

/// Home, pick-up, drop, home, with one rider or two.
fn draft(problem: &Problem, riders: u32) -> Option<Draft> {
    let mut sketch = Sketch::of_places(problem, [0, 1, 2, 0].map(PlaceIdx));
    for rider in 0..riders {
        sketch.add_ride(
            problem,
            RideOf {
                request: RequestIdx(rider),
                way: WayIdx(0),
                ride: 0,
            },
            1,
            2,
        );
    }
    Draft::new(problem, VehicleIdx(0), SetupIdx(0), sketch).ok()
}

fn around(draft: &Draft) -> Surroundings<'static> {
    let frame = Frame {
        start_from: 0,
        depart_from: 0,
        end_by: (END, Rejection::Horizon),
        bounds: std::iter::repeat_n(StopBounds::NONE, draft.len()).collect(),
        crews: std::iter::once(CrewBusy {
            crew: CrewIdx(0),
            taken: &[],
        })
        .collect(),
    };
    let mut around = Surroundings::default();
    around.frames.push(frame);
    around
}

fn hold(problem: &Problem, windows: WindowsIdx, from: i64, to: i64) -> bool {
    let intervals = problem.windows[windows.get()].intervals();
    intervals
        .iter()
        .any(|interval| interval.0.0 <= from && to <= interval.1.0)
}

/// Every feasible schedule, by trying all starts and departures; arrivals follow.
fn all_schedules(problem: &Problem, draft: &Draft, riders: usize, mut each: impl FnMut([i64; 4], [i64; 4], [i64; 4])) {
    let open = |place: u32| problem.profiles[0].open[place as usize].expect("never closed for good");
    let travel = |trip: usize| draft.travel(problem, trip);
    let (p, q) = (&problem.places[1], &problem.places[2]);
    let rides = || {
        problem.requests[..riders]
            .iter()
            .map(|request| &request.ways[0].rides[0])
    };
    let loading = p.load_setup.0 + rides().map(|ride| ride.load.0).sum::<i64>();
    let unloading = q.unload_setup.0 + rides().map(|ride| ride.unload.0).sum::<i64>();
    let (crew, vehicle) = (&problem.crews[0], &problem.vehicles[0]);
    for d0 in 0..=END {
        let leaves = hold(problem, open(0), d0, d0) && hold(problem, travel(0).departures, d0, d0);
        let a1 = d0 + travel(0).duration.0;
        if !leaves || !hold(problem, vehicle.departures, d0, d0) || !hold(problem, open(1), a1, a1) {
            continue;
        }
        let turned = if draft.refills[1] { p.turnaround.0 } else { 0 };
        for s1 in a1 + turned..=END {
            let boards = rides().all(|ride| hold(problem, ride.board, s1, s1));
            if !boards || !hold(problem, open(1), s1, s1 + loading) {
                continue;
            }
            for d1 in s1 + loading..=END {
                let a2 = d1 + travel(1).duration.0;
                let e2 = a2 + unloading;
                let fits = hold(problem, open(1), d1, d1)
                    && hold(problem, travel(1).departures, d1, d1)
                    && hold(problem, open(2), a2, e2)
                    && rides().all(|ride| hold(problem, ride.alight, e2, e2) && e2 - s1 <= ride.max_ride.0);
                if !fits {
                    continue;
                }
                let ready = match (draft.refills[2], q.refills_empty_only) {
                    (false, _) => e2,
                    (true, true) => e2 + q.turnaround.0,
                    (true, false) => e2.max(a2 + q.turnaround.0),
                };
                for d2 in ready..=END {
                    let a3 = d2 + travel(2).duration.0;
                    let end = if crew.end == DutyEnd::LastUnload { e2 } else { a3 };
                    let begin = d0 - crew.report.0;
                    let fits = a3 <= END
                        && hold(problem, open(2), d2, d2)
                        && hold(problem, travel(2).departures, d2, d2)
                        && hold(problem, open(0), a3, a3)
                        && hold(problem, vehicle.available, d0, a3)
                        && hold(problem, crew.available, d0, a3)
                        && end - begin <= duty::limit_at(&crew.limit, begin, 3);
                    if fits {
                        // Where nobody boards, loading starts whenever departure allows.
                        each([d0, a1, a2, a3], [d0, s1, d2, a3], [d0, d1, d2, a3]);
                    }
                }
            }
        }
    }
}

#[test]
fn the_fixpoint_is_the_pointwise_earliest_of_all_schedules() {
    let mut rng = Pcg64Mcg::seed_from_u64(1);
    let (mut feasible, mut infeasible) = (0, 0);
    for round in 0..2_500 {
        let problem = tiny(&mut rng);
        let riders = 1 + round % 2;
        let Some(mut draft) = draft(&problem, riders) else {
            continue;
        };
        let mut least: Option<([i64; 4], [i64; 4], [i64; 4])> = None;
        all_schedules(&problem, &draft, riders as usize, |a, s, d| {
            let (la, ls, ld) = least.get_or_insert((a, s, d));
            for stop in 0..4 {
                la[stop] = la[stop].min(a[stop]);
                ls[stop] = ls[stop].min(s[stop]);
                ld[stop] = ld[stop].min(d[stop]);
            }
        });
        let around = around(&draft);
        reset(&problem, &mut [&mut draft]);
        let raised = duty::check_lengths(&problem, &draft)
            .and_then(|()| raise(&problem, &mut [&mut draft], &around, RestRule::Least));
        match least {
            None => {
                infeasible += 1;
                assert!(raised.is_err(), "round {round}: {:?} is not feasible", draft.clock);
            }
            Some((arrive, start, depart)) => {
                feasible += 1;
                assert_eq!(raised, Ok(()), "round {round}");
                assert_eq!(draft.clock.arrive[1..], arrive[1..], "round {round}");
                assert_eq!(draft.clock.start[1], start[1], "round {round}");
                assert_eq!(draft.clock.depart[..3], depart[..3], "round {round}");
            }
        }
    }
    assert!(
        feasible > 300 && infeasible > 300,
        "{feasible} feasible, {infeasible} not"
    );
}

#[test]
fn what_is_compacted_is_feasible_and_no_longer() {
    let mut rng = Pcg64Mcg::seed_from_u64(2);
    let mut shorter = 0;
    for round in 0..3_000 {
        let problem = tiny(&mut rng);
        let Some(mut draft) = draft(&problem, 1) else { continue };
        let around = around(&draft);
        if settle(&problem, &mut [&mut draft], &around, Waiting::BeforeDeparture).is_err() {
            continue;
        }
        let mut found = false;
        all_schedules(&problem, &draft, 1, |arrive, start, depart| {
            found |= draft.clock.arrive[1..] == arrive[1..]
                && draft.clock.start[1] == start[1]
                && draft.clock.depart[..3] == depart[..3];
        });
        assert!(found, "round {round}: {:?} is not feasible", draft.clock);
        assert_eq!(
            draft.clock.arrive[2..],
            draft.earliest.arrive[2..],
            "deliveries and the end stay, round {round}"
        );
        assert!(draft.begin() >= draft.earliest.depart[0]);
        shorter += usize::from(draft.begin() > draft.earliest.depart[0]);
    }
    assert!(shorter > 20, "only {shorter} became shorter");
}

#[test]
fn refills_cost_the_least_time_on_the_ground() {
    let mut rng = Pcg64Mcg::seed_from_u64(3);
    let (mut with, mut without) = (0, 0);
    for round in 0..3_000 {
        let mut problem = tiny(&mut rng);
        problem.load_dimension = Some(0);
        let most = rng.random_range(4..9);
        problem.profiles[0].endurance = vec![(0, most), (1, most - 1), (2, most - 3)];
        for options in &mut problem.profiles[0].travel {
            options[0].consumption = rng.random_range(1..4);
            options[0].refilled = rng.random_range(0..6) == 0;
        }
        for place in &mut problem.places {
            place.turnaround = Seconds(rng.random_range(0..9));
            place.refills = rng.random_range(0..4) > 0;
        }
        let mut places = vec![0, 1, 2, 0];
        for _ in 0..rng.random_range(0..4) {
            let at = rng.random_range(1..places.len());
            places.insert(at, rng.random_range(0..3));
        }
        let mut sketch = Sketch::of_places(&problem, places.iter().copied().map(PlaceIdx));
        for request in 0..rng.random_range(0..3) {
            let (way, ride) = (WayIdx(0), 0);
            let ride_of = RideOf {
                request: RequestIdx(request),
                way,
                ride,
            };
            let pick = places.iter().position(|place| *place == 1).expect("there is one");
            let drop = places.iter().rposition(|place| *place == 2).expect("there is one");
            if pick < drop {
                sketch.add_ride(&problem, ride_of, pick, drop);
            }
        }
        let Ok(draft) = Draft::new(&problem, VehicleIdx(0), SetupIdx(0), sketch) else {
            continue;
        };
        let ground = |refills: &[bool]| -> i64 {
            (0..draft.len())
                .map(|stop| {
                    if refills[stop] {
                        draft.sketch.refilling(&problem, stop)
                    } else {
                        draft.lengths.unloading[stop]
                    }
                })
                .sum()
        };
        let best = (0..1_u32 << draft.len())
            .map(|set| (0..draft.len()).map(|stop| set >> stop & 1 == 1).collect::<Vec<_>>())
            .filter(|refills| {
                let possible = |stop: usize| !refills[stop] || draft.sketch.can_refill(&problem, stop);
                (0..draft.len()).all(possible) && lasts(&problem, &draft, refills)
            })
            .map(|refills| ground(&refills))
            .min()
            .expect("what was chosen lasts");
        assert!(lasts(&problem, &draft, &draft.refills), "round {round}");
        assert_eq!(ground(&draft.refills), best, "round {round}");
        if draft.refills.contains(&true) {
            with += 1;
        } else {
            without += 1;
        }
    }
    assert!(with > 300 && without > 300, "{with} with refills, {without} without");
}

/// Whether the stock lasts with these refills, computed plainly.
fn lasts(problem: &Problem, draft: &Draft, refills: &[bool]) -> bool {
    let profile = &problem.profiles[0];
    let (mut consumed, mut heaviest) = (0, 0);
    (0..draft.len() - 1).all(|trip| {
        if refills[trip] {
            (consumed, heaviest) = (0, 0);
        }
        let (load, travel) = (draft.sketch.stops[trip].loads[0], draft.travel(problem, trip));
        heaviest = heaviest.max(load);
        let most = profile.endurance_at(heaviest);
        if travel.refilled {
            let reaches = most.is_some_and(|most| consumed + travel.before_refill <= most);
            (consumed, heaviest) = (travel.consumption, load);
            reaches && profile.endurance_at(load).is_some_and(|most| consumed <= most)
        } else {
            consumed += travel.consumption;
            most.is_some_and(|most| consumed <= most)
        }
    })
}
