//! Small random problems that touch every rule. Synthetic throughout.

use airbridge_solver::problem::*;
use airbridge_units::{Moment, Seconds};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const HOUR: i64 = 3600;

/// How large a generated problem is, and what it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) places: usize,
    pub(crate) vehicles: usize,
    pub(crate) requests: usize,
    /// Crews, opening hours, resources, grades, consumption: off for problems that brute force can enumerate.
    pub(crate) all_rules: bool,
}

pub(crate) const SMALL: Size = Size {
    places: 6,
    vehicles: 3,
    requests: 9,
    all_rules: true,
};

struct Maker {
    rng: Pcg64Mcg,
    size: Size,
    windows: Vec<Windows>,
    days: i64,
}

/// A problem that depends on nothing but size and seed.
pub(crate) fn problem(size: Size, seed: u64) -> Problem {
    let mut maker = Maker {
        rng: Pcg64Mcg::seed_from_u64(seed),
        size,
        windows: vec![Windows::always()],
        days: if size.all_rules { 4 } else { 1 },
    };
    let problem = maker.problem();
    problem.validate().expect("the generator makes well-formed problems");
    problem
}

impl Maker {
    fn chance(&mut self, percent: u32) -> bool {
        self.rng.random_range(0..100) < percent
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        self.rng.random_range(low..=high)
    }

    fn all(&mut self, percent: u32) -> bool {
        self.size.all_rules && self.chance(percent)
    }

    fn place(&mut self) -> PlaceIdx {
        PlaceIdx::new(self.rng.random_range(1..self.size.places))
    }

    fn windows(&mut self, percent_limited: u32) -> WindowsIdx {
        if !self.chance(percent_limited) {
            return WindowsIdx::ALWAYS;
        }
        let daily = self.chance(50);
        let (from, length) = (self.between(0, 12) * HOUR, self.between(6, 14) * HOUR);
        let intervals = if daily {
            (0..self.days)
                .map(|day| (Moment(day * 24 * HOUR + from), Moment(day * 24 * HOUR + from + length)))
                .collect()
        } else {
            let day = self.between(0, self.days - 1) * 24 * HOUR;
            vec![(Moment(day + from), Moment(day + from + 2 * length))]
        };
        self.windows.push(Windows::new(intervals));
        WindowsIdx::new(self.windows.len() - 1)
    }

    fn problem(&mut self) -> Problem {
        let end = Moment(self.days * 24 * HOUR);
        let calendars = vec![Calendar {
            starts: (0..=self.days).map(|day| Moment(day * 24 * HOUR)).collect(),
        }];
        let resources = self.resources();
        let places = (0..self.size.places)
            .map(|index| self.make_place(index))
            .collect::<Vec<_>>();
        let profiles = vec![self.profile()];
        let crews = if self.size.all_rules {
            (0..3).map(|_| self.crew()).collect()
        } else {
            Vec::new()
        };
        let vehicles = (0..self.size.vehicles).map(|_| self.vehicle(crews.len())).collect();
        let requests = (0..self.size.requests).map(|_| self.request()).collect();
        Problem {
            start: Moment(0),
            end,
            dimensions: 2,
            load_dimension: Some(1),
            movement_burden: self.between(0, 500),
            windows: std::mem::take(&mut self.windows),
            calendars,
            places,
            profiles,
            vehicles,
            crews,
            requests,
            resources,
        }
    }

    /// 0 and 1: beds. 2: a quota at boarding. 3: slots. 4: stands. 5: a staging place.
    fn resources(&mut self) -> Vec<Resource> {
        let days = self.days as usize;
        let mut bucketed = |low, high| Resource {
            kind: ResourceKind::Bucketed {
                calendar: CalendarIdx(0),
                capacity: (0..days).map(|_| self.rng.random_range(low..=high)).collect(),
            },
        };
        let mut all = vec![bucketed(0, 4), bucketed(1, 4), bucketed(1, 5), bucketed(1, 6)];
        all.push(Resource {
            kind: ResourceKind::Instant {
                capacity: self.between(1, 2),
            },
        });
        all.push(Resource {
            kind: ResourceKind::Instant {
                capacity: self.between(1, 4),
            },
        });
        all
    }

    fn make_place(&mut self, index: usize) -> Place {
        Place {
            unload_setup: Seconds(self.between(0, 10) * 60),
            load_setup: Seconds(self.between(0, 10) * 60),
            turnaround: Seconds(self.between(0, 60) * 60),
            refills: !self.all(40) || index == 0,
            refills_empty_only: self.all(30),
            rest: self.chance(60),
            movements: (index > 0 && self.all(25)).then_some(ResourceIdx(3)),
            parking: (index > 0 && self.all(25)).then_some(ResourceIdx(4)),
            highest_grade: u8::from(!self.all(20)),
        }
    }

    fn profile(&mut self) -> Profile {
        let places = self.size.places;
        let at: Vec<(i64, i64)> = (0..places)
            .map(|_| (self.between(0, 90), self.between(0, 90)))
            .collect();
        let open = (0..places)
            .map(|index| {
                if index > 0 && self.all(5) {
                    None
                } else {
                    Some(if self.all(30) {
                        self.windows(100)
                    } else {
                        WindowsIdx::ALWAYS
                    })
                }
            })
            .collect();
        let mut travel = Vec::new();
        for grade in 0..2_i64 {
            for from in 0..places {
                for to in 0..places {
                    let minutes = (at[from].0 - at[to].0).abs() + (at[from].1 - at[to].1).abs() + 10;
                    travel.push(if from != to && !self.all(4) {
                        self.options(minutes, grade)
                    } else {
                        Vec::new()
                    });
                }
            }
        }
        let endurance = if self.all(60) {
            vec![(0, 420), (6, 300), (12, 180)]
        } else {
            Vec::new()
        };
        Profile {
            open,
            grades: 2,
            travel,
            endurance,
        }
    }

    fn options(&mut self, minutes: i64, grade: i64) -> Vec<Travel> {
        let duration = Seconds(minutes * (60 + 6 * grade));
        let direct = Travel {
            duration,
            moving: duration,
            legs: 1,
            consumption: minutes * (10 + grade) / 10,
            reserve: 30,
            load_limit: if self.all(10) { 4 } else { i64::MAX },
            departures: if self.all(15) {
                self.windows(100)
            } else {
                WindowsIdx::ALWAYS
            },
            cost: minutes,
            refilled: false,
            before_refill: 0,
            tag: 0,
        };
        let stopping = Travel {
            duration: duration + Seconds(HOUR),
            legs: 2,
            consumption: direct.consumption / 2,
            load_limit: i64::MAX,
            cost: minutes + 20,
            refilled: true,
            before_refill: direct.consumption / 2 + 30,
            tag: 1,
            ..direct.clone()
        };
        if self.all(40) {
            vec![direct, stopping]
        } else {
            vec![direct]
        }
    }

    fn crew(&mut self) -> Crew {
        let by_begin = (0..self.days * 2)
            .map(|half| {
                (
                    Moment(if half == 0 { i64::MIN / 4 } else { half * 12 * HOUR }),
                    Seconds(self.between(7, 13) * HOUR),
                )
            })
            .collect();
        Crew {
            available: if self.chance(20) {
                self.windows(100)
            } else {
                WindowsIdx::ALWAYS
            },
            report: Seconds(self.between(0, 2) * HOUR / 2),
            end: if self.chance(50) {
                DutyEnd::LastArrival
            } else {
                DutyEnd::LastUnload
            },
            debrief: Seconds(self.between(0, 30) * 60),
            limit: DutyLimit {
                free_legs: 2,
                per_leg: Seconds(HOUR / 2),
                floor: Seconds(5 * HOUR),
                max_legs: self.between(4, 9) as u8,
                ..DutyLimit::stepped(by_begin)
            },
            rest_home: Seconds(self.between(6, 10) * HOUR),
            rest_away: Seconds(self.between(5, 8) * HOUR),
            rest_as_long: !self.all(20),
        }
    }

    fn duty_so_far(&mut self) -> Option<DutySoFar> {
        self.chance(70).then(|| DutySoFar {
            departed: Moment(-self.between(1, 10) * HOUR),
            legs: self.between(1, 3) as u8,
            lands: Moment(self.between(0, 6) * HOUR),
        })
    }

    fn vehicle(&mut self, crews: usize) -> Vehicle {
        let setups = (0..self.between(1, 2))
            .map(|kind| Setup {
                kind: kind as u32,
                changeover: Seconds(self.between(0, 3) * HOUR),
                capacity: vec![self.between(2, 5), self.between(6, 12)],
                crews: (0..crews)
                    .filter(|_| self.rng.random_range(0..100) < 50)
                    .map(CrewIdx::new)
                    .collect(),
                cost: Cost::in_tier(4, self.between(0, 30)),
            })
            .collect();
        let underway = if self.all(20) {
            Some(Underway {
                duty: self.duty_so_far(),
            })
        } else {
            None
        };
        Vehicle {
            profile: ProfileIdx(0),
            home: PlaceIdx(0),
            end: PlaceIdx(0),
            available: if self.all(20) {
                self.windows(100)
            } else {
                WindowsIdx::ALWAYS
            },
            departures: if self.all(20) {
                self.windows(100)
            } else {
                WindowsIdx::ALWAYS
            },
            turnaround: Seconds(self.between(0, 2) * HOUR),
            ready: Moment(if self.all(30) { self.between(0, 10) * HOUR } else { 0 }),
            initial_kind: 0,
            max_tour: if self.all(25) {
                Seconds(self.between(2, 12) * HOUR)
            } else {
                Seconds::MAX
            },
            max_tours: if underway.is_some() {
                1
            } else {
                self.between(1, 3) as u32
            },
            tour_cost: Cost::in_tier(4, self.between(0, 50)),
            cost_per_second: self.between(0, 1),
            setups,
            underway,
        }
    }

    fn request(&mut self) -> Request {
        let weight = [10, 10, 3, 1][self.rng.random_range(0..4)];
        let from = if self.chance(70) { PlaceIdx(1) } else { self.place() };
        let ways = (0..self.between(1, 3)).map(|_| self.way(from)).collect();
        Request {
            demand: vec![self.between(1, 2), self.between(1, 4)],
            grade: u8::from(self.all(20)),
            unserved: Cost([weight, 0, 0, 0, 0]),
            ways,
        }
    }

    fn way(&mut self, from: PlaceIdx) -> Way {
        let other = |me: &mut Self, not: PlaceIdx| loop {
            let place = me.place();
            if place != not {
                break place;
            }
        };
        let two = self.chance(if self.size.all_rules { 35 } else { 20 });
        let to = other(self, from);
        let mut rides = vec![self.ride(from, to, true)];
        let stay = two.then(|| {
            let next = other(self, to);
            rides.push(self.ride(to, next, false));
            let long = self.chance(60);
            Stay {
                resource: self.all(60).then_some((ResourceIdx(5), 1)),
                min: Seconds(self.between(1, 4) * HOUR / 2),
                max: Seconds(if long { 40 * HOUR } else { 5 * HOUR }),
                not_across: if self.all(30) {
                    (1..4).map(|day| Moment(day * 24 * HOUR)).collect()
                } else {
                    Vec::new()
                },
            }
        });
        let uses = if self.all(60) {
            let buckets = self.between(1, 3) as u32;
            vec![Use {
                resource: ResourceIdx(self.rng.random_range(0..2)),
                amount: 1,
                buckets,
            }]
        } else {
            Vec::new()
        };
        Way {
            rides,
            stay,
            onward: Seconds(self.between(0, 2) * HOUR / 2),
            due: Moment(self.between(8, self.days * 24) * HOUR),
            late: Cost([1, 0, 0, 0, 0]),
            late_weight: 1024,
            cost: Cost::in_tier(3, self.between(0, 2)),
            burden_weight: self.between(0, 1024),
            uses,
            max_span: Seconds(if self.chance(70) { i64::MAX / 4 } else { 30 * HOUR }),
            max_moving: Seconds(if self.all(30) { 4 * HOUR } else { i64::MAX / 4 }),
            max_legs: if self.all(30) { 3 } else { u32::MAX },
        }
    }

    fn ride(&mut self, from: PlaceIdx, to: PlaceIdx, first: bool) -> Ride {
        let vehicles = if self.chance(20) {
            vec![VehicleIdx::new(self.rng.random_range(0..self.size.vehicles))]
        } else {
            Vec::new()
        };
        Ride {
            from,
            to,
            board: self.windows(35),
            alight: self.windows(if first { 15 } else { 25 }),
            load: Seconds(self.between(0, 10) * 60),
            unload: Seconds(self.between(0, 10) * 60),
            max_ride: Seconds(if self.chance(40) { 5 * HOUR } else { i64::MAX / 4 }),
            uses: if first && self.all(30) {
                vec![Use {
                    resource: ResourceIdx(2),
                    amount: 1,
                    buckets: 1,
                }]
            } else {
                Vec::new()
            },
            before: Seconds(self.between(0, 2) * HOUR / 2),
            vehicles,
        }
    }
}
