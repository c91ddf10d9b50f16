//! Synthetic problems in the shape of three operations.

use airbridge_solver::problem::{
    Calendar, CalendarIdx, Cost, Crew, CrewIdx, DutyEnd, DutyLimit, Place, PlaceIdx, Problem, Profile, ProfileIdx,
    Request, Resource, ResourceIdx, ResourceKind, Ride, Setup, Stay, Travel, Use, Vehicle, VehicleIdx, Way, Windows,
    WindowsIdx,
};
use airbridge_units::{Moment, Seconds};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
const FREE: Seconds = Seconds::MAX;

/// Where places are, in hours of flight.
struct Map {
    at: Vec<(f64, f64)>,
}

impl Map {
    fn minutes(&self, from: usize, to: usize) -> i64 {
        let (a, b) = (self.at[from], self.at[to]);
        let hours = ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt();
        (hours * 60.0) as i64 + 25
    }

    fn profile(&self) -> Profile {
        let places = self.at.len();
        let travel = (0..places * places)
            .map(|pair| {
                let (from, to) = (pair / places, pair % places);
                if from == to {
                    return Vec::new();
                }
                let minutes = self.minutes(from, to);
                vec![Travel {
                    duration: Seconds(minutes * 60),
                    moving: Seconds(minutes * 60),
                    legs: 1,
                    consumption: minutes,
                    reserve: 45,
                    load_limit: i64::MAX,
                    departures: WindowsIdx::ALWAYS,
                    cost: minutes,
                    refilled: false,
                    before_refill: 0,
                    tag: 0,
                }]
            })
            .collect();
        Profile {
            open: vec![Some(WindowsIdx::ALWAYS); places],
            grades: 1,
            travel,
            endurance: vec![(0, 900), (100, 500)],
        }
    }
}

fn place(rest: bool) -> Place {
    Place {
        unload_setup: Seconds(900),
        load_setup: Seconds(900),
        turnaround: Seconds(HOUR),
        refills: true,
        refills_empty_only: false,
        rest,
        movements: None,
        parking: None,
        highest_grade: 1,
    }
}

fn crew() -> Crew {
    Crew {
        available: WindowsIdx::ALWAYS,
        report: Seconds(HOUR),
        end: DutyEnd::LastArrival,
        debrief: Seconds(HOUR / 2),
        limit: DutyLimit {
            free_legs: 2,
            per_leg: Seconds(HOUR / 2),
            floor: Seconds(9 * HOUR),
            max_legs: 8,
            ..DutyLimit::stepped(vec![(Moment::MIN, Seconds(13 * HOUR))])
        },
        rest_home: Seconds(12 * HOUR),
        rest_away: Seconds(10 * HOUR),
        rest_as_long: true,
    }
}

fn vehicle(home: usize, seats: i64, crew: usize, departures: WindowsIdx) -> Vehicle {
    let setup = |litters: i64, kind: u32| Setup {
        kind,
        changeover: Seconds(2 * HOUR),
        capacity: vec![litters, seats - litters, 100],
        crews: vec![CrewIdx::new(crew)],
        cost: Cost::ZERO,
    };
    Vehicle {
        profile: ProfileIdx(0),
        home: PlaceIdx::new(home),
        end: PlaceIdx::new(home),
        available: WindowsIdx::ALWAYS,
        departures,
        turnaround: Seconds(2 * HOUR),
        ready: Moment(0),
        max_tour: Seconds::MAX,
        initial_kind: 0,
        max_tours: u32::MAX,
        tour_cost: Cost::ZERO,
        cost_per_second: 0,
        setups: vec![setup(seats / 2, 0), setup(seats / 4, 1), setup(seats * 3 / 4, 2)],
        underway: None,
    }
}

fn way(rides: Vec<Ride>, stay: Option<Stay>, due: Moment, uses: Vec<Use>, weight: i64) -> Way {
    Way {
        rides,
        stay,
        onward: Seconds(HOUR),
        due,
        late: unserved(weight),
        late_weight: 1024,
        cost: Cost::ZERO,
        burden_weight: 1024,
        uses,
        max_span: FREE,
        max_moving: FREE,
        max_legs: u32::MAX,
    }
}

fn ride(from: usize, to: usize, board: WindowsIdx, uses: Vec<Use>) -> Ride {
    Ride {
        from: PlaceIdx::new(from),
        to: PlaceIdx::new(to),
        board,
        alight: WindowsIdx::ALWAYS,
        load: Seconds(180),
        unload: Seconds(120),
        max_ride: Seconds(16 * HOUR),
        uses,
        before: Seconds(HOUR),
        vehicles: Vec::new(),
    }
}

fn demand(rng: &mut Pcg64Mcg) -> Vec<i64> {
    let litter = rng.random_range(0..100) < 45;
    let attendants = i64::from(rng.random_range(0..100) < 40);
    vec![i64::from(litter), i64::from(!litter) + attendants, 1 + attendants]
}

fn unserved(weight: i64) -> Cost {
    Cost([weight, 0, 0, 0, 0])
}

fn daily(days: i64) -> Calendar {
    Calendar {
        starts: (0..=days).map(|day| Moment(day * DAY)).collect(),
    }
}

fn beds(capacity: Vec<i64>) -> Resource {
    Resource {
        kind: ResourceKind::Bucketed {
            calendar: CalendarIdx(0),
            capacity,
        },
    }
}

fn empty(days: i64, map: &Map) -> Problem {
    Problem {
        start: Moment(0),
        end: Moment(days * DAY),
        dimensions: 3,
        load_dimension: Some(2),
        movement_burden: 100,
        windows: vec![Windows::always()],
        calendars: vec![daily(days)],
        places: (0..map.at.len()).map(|_| place(true)).collect(),
        profiles: vec![map.profile()],
        vehicles: Vec::new(),
        crews: Vec::new(),
        requests: Vec::new(),
        resources: Vec::new(),
    }
}

/// One collection point, one staging place, three destinations; two aircraft of different reach; every way has two rides.
pub(crate) fn benghazi(requests: usize) -> Problem {
    let mut rng = Pcg64Mcg::seed_from_u64(7);
    // 0 home of the first at the hub, 1 origin, 2 to 4 destinations, 5 home of the second.
    let map = Map {
        at: vec![(0.0, 0.0), (-1.9, 0.2), (0.5, 4.6), (0.7, 4.8), (0.9, 3.9), (0.6, 4.7)],
    };
    let mut problem = empty(6, &map);
    problem.crews = vec![crew(), crew()];
    problem.vehicles = vec![
        vehicle(0, 80, 0, WindowsIdx::ALWAYS),
        vehicle(5, 60, 1, WindowsIdx::ALWAYS),
    ];
    problem.resources = (0..3).map(|_| beds(vec![(requests / 2) as i64; 6])).collect();
    problem.resources.push(Resource {
        kind: ResourceKind::Instant {
            capacity: 100.max(requests as i64),
        },
    });
    problem.requests = (0..requests)
        .map(|index| {
            let ways = (2..5)
                .map(|to| {
                    let mut first = ride(1, 0, WindowsIdx::ALWAYS, Vec::new());
                    first.vehicles = vec![VehicleIdx(0)];
                    let mut second = ride(0, to, WindowsIdx::ALWAYS, Vec::new());
                    second.vehicles = vec![VehicleIdx(1)];
                    let stay = Stay {
                        resource: Some((ResourceIdx(3), 1)),
                        min: Seconds(2 * HOUR),
                        max: Seconds(48 * HOUR),
                        not_across: Vec::new(),
                    };
                    let bed = Use {
                        resource: ResourceIdx::new(to - 2),
                        amount: 1,
                        buckets: 6,
                    };
                    let due = Moment(if index % 4 == 0 { 2 * DAY } else { 4 * DAY });
                    way(
                        vec![first, second],
                        Some(stay),
                        due,
                        vec![bed],
                        [100, 30, 10][index % 3],
                    )
                })
                .collect();
            Request {
                demand: demand(&mut rng),
                grade: 0,
                unserved: unserved([100, 30, 10][index % 3]),
                ways,
            }
        })
        .collect();
    problem
}

/// One hub, hospitals in many cities, one aircraft that flies twice a week with several stops, over 150 days.
pub(crate) fn hub(requests: usize) -> Problem {
    let mut rng = Pcg64Mcg::seed_from_u64(8);
    let mut at = vec![(1.0, 1.5), (0.0, 0.0)];
    at.extend((0..24).map(|_| (rng.random_range(-2.5..2.5), rng.random_range(0.3..3.0))));
    let map = Map { at };
    let days = 150;
    let mut problem = empty(days, &map);
    let flying: Vec<(Moment, Moment)> = (0..days)
        .filter(|day| matches!(day % 7, 1 | 4))
        .map(|day| (Moment(day * DAY + 4 * HOUR), Moment(day * DAY + 8 * HOUR)))
        .collect();
    problem.windows.push(Windows::new(flying));
    // More requests than one aircraft carries need more aircraft.
    let fleet = requests.div_ceil(1_000);
    problem.crews = (0..fleet).map(|_| crew()).collect();
    problem.vehicles = (0..fleet).map(|index| vehicle(0, 40, index, WindowsIdx(1))).collect();
    many_offers(&mut problem, &mut rng, requests, days, 24, None);
    problem
}

/// One crossing with a daily quota, hospitals in many cities, eight aircraft, 90 days.
pub(crate) fn waiting_list(requests: usize) -> Problem {
    let mut rng = Pcg64Mcg::seed_from_u64(9);
    let mut at = vec![(0.6, 0.4), (0.0, 0.0)];
    at.extend((0..30).map(|_| (rng.random_range(-4.0..4.0), rng.random_range(-2.0..4.0))));
    let map = Map { at };
    let days = 90;
    let mut problem = empty(days, &map);
    problem.crews = (0..8).map(|_| crew()).collect();
    problem.vehicles = (0..8)
        .map(|index| vehicle(0, [20, 40, 60, 80][index % 4], index, WindowsIdx::ALWAYS))
        .collect();
    many_offers(
        &mut problem,
        &mut rng,
        requests,
        days,
        30,
        Some((requests / 240).max(1) as i64),
    );
    problem
}

fn many_offers(
    problem: &mut Problem,
    rng: &mut Pcg64Mcg,
    requests: usize,
    days: i64,
    hospitals: usize,
    quota: Option<i64>,
) {
    let each = (requests / hospitals / 6).max(1) as i64;
    problem.resources = (0..hospitals)
        .map(|_| beds(vec![rng.random_range(each..3 * each); days as usize]))
        .collect();
    let crossing = quota.map(|quota| {
        problem.resources.push(beds(vec![quota; days as usize]));
        Use {
            resource: ResourceIdx::new(hospitals),
            amount: 1,
            buckets: 1,
        }
    });
    let first_ready = problem.windows.len();
    for day in 0..days {
        problem
            .windows
            .push(Windows::new(vec![(Moment(day * DAY), Moment::MAX)]));
    }
    for _ in 0..requests {
        let ready = rng.random_range(0..days * 2 / 3);
        let (weight, within) = [(100, 7), (30, 30), (10, 90)][rng.random_range(0..3)];
        let due = Moment(((ready + within) * DAY).min(days * DAY));
        let board = WindowsIdx::new(first_ready + ready as usize);
        let choices = rng.random_range(hospitals / 3..=hospitals);
        let mut order: Vec<usize> = (0..hospitals).collect();
        let ways = (0..choices)
            .map(|_| {
                let hospital = order.swap_remove(rng.random_range(0..order.len()));
                let bed = Use {
                    resource: ResourceIdx::new(hospital),
                    amount: 1,
                    buckets: rng.random_range(10..40),
                };
                let crossing = crossing.iter().copied().collect();
                way(
                    vec![ride(1, 2 + hospital, board, crossing)],
                    None,
                    due,
                    vec![bed],
                    weight,
                )
            })
            .collect();
        problem.requests.push(Request {
            demand: demand(rng),
            grade: 0,
            unserved: unserved(weight),
            ways,
        });
    }
}
