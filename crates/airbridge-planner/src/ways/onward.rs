//! Ways of those who are on the way already: from the field, the aircraft or the facility where they are.
//!
//! What a flight surgeon allows on the way is kept where that can be: each way is offered with what remains of the limits, and once more without
//! them, at the price of a day late.
//!
//! Stricter than the rules: nobody boards again a mission that they have left while its crews were on the duty that they still are on, though these may rest
//! before.

use airbridge_solver::problem::{Cost, PlaceIdx, Ride, Stay, Way, WindowsIdx};
use airbridge_units::Seconds;

use super::{Draft, Here, Reach, Start, Target, WayBuilder, WayMeaning};
use crate::commitments::ChangeKind;
use crate::load;
use crate::spans::Spans;
use crate::windows_pool::WindowsPool;

/// Farther than anything reaches.
const FAR: i64 = i64::MAX / 16;

impl WayBuilder<'_> {
    /// Every path from where the party is to a target.
    pub(super) fn onward(
        &mut self,
        draft: &Draft,
        target: &Target,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        if let Here::Inside { facility, .. } = self.here {
            self.admitted(draft, target, reach, pool, ways, meanings);
            let access = self.operation.facilities[facility].access.clone();
            for access in access {
                let start = Start {
                    facility,
                    field: self.places.airfield(&access.airfield),
                    ground: access.ground.get() * 60,
                };
                self.out_of(draft, target, &start, reach, pool, ways, meanings);
            }
        } else if let Some(ride) = self.first_ride(draft, target.field, reach, pool) {
            let alight = self.alight(draft, target, pool);
            let way = self.way(draft, target, &BESIDE, vec![Ride { alight, ..ride }], None);
            self.push_limited(draft, target, way, None, reach, pool, ways, meanings);
        }
        for entry in &self.operation.staging {
            let hub = self.places.facility(&entry.facility);
            if super::takes(entry, draft.party).is_err() || self.is_inside(hub) {
                continue;
            }
            let access = &self.operation.facilities[hub].access;
            let firsts = access.iter().flat_map(|arrive| {
                let firsts = self.first_rides(draft, self.places.airfield(&arrive.airfield), reach, pool);
                firsts.into_iter().map(move |first| (arrive, first))
            });
            for (arrive, first) in firsts.collect::<Vec<_>>() {
                for leave in access {
                    let onwards = Start {
                        facility: hub,
                        field: self.places.airfield(&leave.airfield),
                        ground: leave.ground.get() * 60,
                    };
                    if onwards.field == target.field {
                        continue;
                    }
                    let Some(second) = self.ride(draft, &onwards, target.field, reach) else {
                        continue;
                    };
                    let alight = self.alight(draft, target, pool);
                    let roads = Seconds::from_minutes(arrive.ground.get() + leave.ground.get());
                    let stay = Stay {
                        resource: self.shared.staging[hub].map(|resource| (resource, draft.party.members.len() as i64)),
                        min: Seconds::from_minutes(entry.min_stay.get()) + roads,
                        max: Seconds::from_minutes(entry.max_stay.get()) + roads,
                        not_across: self.nights(draft.party, hub),
                    };
                    let rides = vec![first.clone(), Ride { alight, ..second }];
                    let way = self.way(draft, target, &BESIDE, rides, Some(stay));
                    let way = Way {
                        cost: way.cost + self.before(draft),
                        ..way
                    };
                    self.push_limited(draft, target, way, Some(hub), reach, pool, ways, meanings);
                }
            }
        }
    }

    fn is_inside(&self, facility: usize) -> bool {
        matches!(self.here, Here::Inside { facility: here, .. } if here == facility)
    }

    /// From inside a facility, as from a first lift that is over.
    #[expect(
        clippy::too_many_arguments,
        reason = "one path, its collectors, and what it passes through"
    )]
    fn out_of(
        &mut self,
        draft: &Draft,
        target: &Target,
        start: &Start,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        if start.field == target.field || !draft.flies {
            return;
        }
        let Here::Inside { facility, since, .. } = self.here else {
            return;
        };
        let Some(second) = self.ride(draft, start, target.field, reach) else {
            return;
        };
        let alight = self.alight(draft, target, pool);
        let (resource, entry) = self.place_inside(draft, facility);
        let least = entry.map_or(0, |entry| entry.min_stay.get() * 60);
        let min = self.ready_inside(draft, since + least) + start.ground;
        // Who is kept longer than allowed goes as soon as can be.
        let max = entry.map_or(FAR, |entry| since + entry.max_stay.get() * 60 + start.ground);
        let max = if max < min { min + OVERSTAY } else { max };
        let stay = Stay {
            resource,
            min: Seconds(min),
            max: Seconds(max),
            not_across: Vec::new(),
        };
        let rides = vec![self.brought(), Ride { alight, ..second }];
        let way = self.way(draft, target, start, rides, Some(stay));
        self.push_limited(draft, target, way, Some(facility), reach, pool, ways, meanings);
    }

    /// To beds of the facility where they are, or on the road to: admitted there at once, if the offer's days and the door's hours allow.
    fn admitted(
        &mut self,
        draft: &Draft,
        target: &Target,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        let Here::Inside { facility, since, .. } = self.here else {
            return;
        };
        let operation = self.operation;
        let here = &operation.facilities[facility];
        let mut offers = target.offers.iter().map(|&offer| &operation.offers[offer]);
        // The same beds are a target once for each airfield that serves the facility.
        let fields = here.access.iter().map(|access| self.places.airfield(&access.airfield));
        if !offers.all(|offer| offer.facility == here.id) || fields.min() != Some(target.field) {
            return;
        }
        let at = since.max(0);
        let open = |offer: &usize| !self.arrivals[*offer].intersect(&Spans::one(at, at)).is_empty();
        let useful = |patient: &&airbridge_model::Patient| {
            let latest = patient.precedence.latest_useful_at;
            latest.is_none_or(|latest| at <= self.axis.not_after(latest))
        };
        if !target.offers.iter().all(open) || !draft.party.members.iter().all(useful) {
            return;
        }
        // What is over is over at the start; they are in the bed when they are there.
        let target = Target {
            offers: target.offers.clone(),
            onward: vec![at; target.onward.len()],
            ..*target
        };
        let way = self.way(draft, &target, &BESIDE, vec![self.brought()], None);
        // The way there is no ride of the problem, and is as long as for those who are on board until then.
        let coming = Cost::in_tier(3, at * draft.party.members.len() as i64);
        let way = Way {
            cost: way.cost + coming,
            ..way
        };
        self.push_limited(draft, &target, way, Some(facility), reach, pool, ways, meanings);
    }

    /// The ride that is over for who is inside.
    fn brought(&self) -> Ride {
        let Here::Inside { shelter, .. } = self.here else {
            unreachable!("asked only for who is inside")
        };
        Ride {
            vehicles: vec![shelter.brought],
            ..Ride::between(shelter.away, shelter.inside)
        }
    }

    /// The staging places that a party takes in a facility, and its entry.
    fn place_inside(
        &self,
        draft: &Draft,
        facility: usize,
    ) -> (
        Option<(airbridge_solver::problem::ResourceIdx, i64)>,
        Option<&airbridge_model::Staging>,
    ) {
        let operation = self.operation;
        let entry = operation
            .staging
            .iter()
            .find(|entry| entry.facility == operation.facilities[facility].id);
        let amount = draft.party.members.len() as i64;
        (self.shared.staging[facility].map(|resource| (resource, amount)), entry)
    }

    /// The next lift of who is at a field or on board, without its end's windows.
    fn first_ride(&mut self, draft: &Draft, to: usize, reach: &mut dyn Reach, pool: &mut WindowsPool) -> Option<Ride> {
        match self.here {
            Here::Field { field, ready } => {
                if field == to {
                    return None;
                }
                let ride = self.ride(draft, &Start { field, ..BESIDE }, to, reach)?;
                let ready = ready.max(self.fit_from(draft));
                Some(Ride {
                    board: pool.add(Spans::one(ready, FAR)),
                    before: Seconds::ZERO,
                    ..ride
                })
            }
            Here::Aboard {
                from, vehicle, not_at, ..
            } => {
                if not_at == Some(to) {
                    return None;
                }
                let able = reach
                    .vehicles(from.get(), to, draft.grade, draft.demand)
                    .contains(&vehicle);
                able.then(|| Ride {
                    unload: self.unloading(draft),
                    vehicles: vec![vehicle],
                    ..Ride::between(from, PlaceIdx::new(to))
                })
            }
            Here::Origin | Here::Inside { .. } => None,
        }
    }

    /// The first of two lifts. Who is inside where staging places are counted has had it: a way has one stay at most.
    fn first_rides(&mut self, draft: &Draft, to: usize, reach: &mut dyn Reach, pool: &mut WindowsPool) -> Vec<Ride> {
        let Here::Inside { facility, since, .. } = self.here else {
            return self.first_ride(draft, to, reach, pool).into_iter().collect();
        };
        if self.shared.counts_places(facility) || !draft.flies {
            return Vec::new();
        }
        let ready = self.ready_inside(draft, since);
        let ride = |access: &airbridge_model::FieldAccess| {
            let start = Start {
                facility,
                field: self.places.airfield(&access.airfield),
                ground: access.ground.get() * 60,
            };
            let ride = (start.field != to).then(|| self.ride(draft, &start, to, reach))??;
            Some(Ride {
                board: pool.add(Spans::one(ready + start.ground, FAR)),
                ..ride
            })
        };
        self.operation.facilities[facility]
            .access
            .iter()
            .filter_map(ride)
            .collect()
    }

    /// When who is inside can leave at the earliest, allowed from some time on.
    fn ready_inside(&self, draft: &Draft, allowed: i64) -> i64 {
        allowed.max(self.fit_from(draft)).max(0)
    }

    /// The burden of who is inside until they can leave, and of the change of aircraft there, where no ride of the path has brought them. What they wait beyond
    /// that for the first lift is not counted.
    fn before(&self, draft: &Draft) -> Cost {
        let Here::Inside { since, .. } = self.here else {
            return Cost::ZERO;
        };
        let members = draft.party.members.len() as i64;
        let change = 60 * self.operation.policy.burden.transfer.get();
        Cost::in_tier(3, members * (self.ready_inside(draft, since) + change))
    }

    /// The rides of a path that are over: what has brought those who are inside.
    pub(super) fn over(&self, path: &Way) -> usize {
        let Here::Inside { shelter, .. } = self.here else {
            return 0;
        };
        usize::from(path.rides[0].vehicles == [shelter.brought])
    }

    fn unloading(&self, draft: &Draft) -> Seconds {
        let times = &self.operation.policy.handling;
        let mut unload = Seconds::ZERO;
        for patient in &draft.party.members {
            unload += load::part(load::handling_minutes(times, patient).1);
        }
        unload
    }

    /// From when all members may be moved.
    fn fit_from(&self, draft: &Draft) -> i64 {
        let ready = draft
            .party
            .members
            .iter()
            .map(|patient| self.axis.not_before(patient.ready_at));
        ready.max().unwrap_or(0)
    }

    /// Adds a path within what remains of the limits, and without them.
    #[expect(
        clippy::too_many_arguments,
        reason = "one path, its collectors, and what it is tested with"
    )]
    fn push_limited(
        &self,
        draft: &Draft,
        target: &Target,
        path: Way,
        staging: Option<usize>,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        let spent = self.spent;
        let free = Way {
            max_span: Seconds::MAX,
            max_moving: Seconds::MAX,
            max_legs: u32::MAX,
            ..path.clone()
        };
        let limits = || draft.party.members.iter().map(|patient| patient.limits);
        let transit = limits()
            .zip(&target.onward)
            .filter_map(|(limit, onward)| Some(spent.begin + limit.max_transit?.get() * 60 - onward))
            .min();
        let bounded = transit.is_some() || path.max_moving != Seconds::MAX || path.max_legs != u32::MAX;
        if !bounded {
            self.push(draft, target, free, staging, reach, pool, ways, meanings);
            return;
        }
        let mut strict = free.clone();
        if path.max_moving != Seconds::MAX {
            strict.max_moving = Seconds((path.max_moving.0 - spent.moving).max(0));
        }
        if path.max_legs != u32::MAX {
            strict.max_legs = path.max_legs.saturating_sub(spent.legs);
        }
        if let (Some(by), Some(last)) = (transit, strict.rides.last_mut()) {
            let within = pool.spans(last.alight).intersect(&Spans::one(-FAR, by));
            last.alight = pool.add(within);
        }
        self.push(draft, target, strict, staging, reach, pool, ways, meanings);
        let weight = draft.party.sum(|patient| super::weight_of(self.operation, patient));
        let beyond = Way {
            cost: free.cost + Cost::in_tier(1, weight * 86_400),
            ..free
        };
        self.push(draft, target, beyond, staging, reach, pool, ways, meanings);
    }

    /// Where those may wait to the end who are on the way and find no bed; rather where they were told than elsewhere.
    pub(super) fn rest(
        &mut self,
        draft: &Draft,
        unserved: Cost,
        reach: &mut dyn Reach,
        pool: &mut WindowsPool,
        ways: &mut Vec<Way>,
        meanings: &mut Vec<WayMeaning>,
    ) {
        let mut cost = unserved;
        cost.0[0] = cost.0[0].rem_euclid(crate::underway::MUST);
        cost.0[1] -= 1;
        let left_out = self.promise.as_ref().map(|_| ChangeKind::LeftOut);
        if matches!(self.here, Here::Aboard { .. }) {
            // Where there is no facility at all they stay beside the aircraft; that is worse than any facility.
            let mut beside = cost;
            beside.0[0] += self.unit;
            for field in 0..self.operation.airfields.len() {
                if let Some(ride) = self.first_ride(draft, field, reach, pool) {
                    ways.push(Way {
                        cost: beside,
                        ..Way::of_ride(ride)
                    });
                    meanings.push(WayMeaning {
                        offers: Vec::new(),
                        staging: None,
                        change: left_out,
                    });
                }
            }
        }
        for (facility, shelter) in self.rests.clone() {
            let (resource, _) = self.place_inside(draft, facility);
            let out = Ride {
                vehicles: vec![shelter.takes],
                ..Ride::between(shelter.inside, shelter.away)
            };
            let stay = |min: i64| Stay {
                resource,
                min: Seconds(min),
                max: Seconds(FAR),
                not_across: Vec::new(),
            };
            let mut as_told = cost;
            if matches!(self.here, Here::Aboard { told, .. } if told == Some(facility)) {
                as_told.0[1] -= 1;
            }
            let mut push = |rides: Vec<Ride>, min: i64| {
                ways.push(Way {
                    stay: Some(stay(min)),
                    cost: as_told,
                    rides,
                    ..Way::of_ride(Ride::between(shelter.inside, shelter.away))
                });
                meanings.push(WayMeaning {
                    offers: Vec::new(),
                    staging: Some(facility),
                    change: left_out,
                });
            };
            match self.here {
                Here::Inside { facility: here, .. } if here == facility => push(vec![self.brought(), out], 0),
                Here::Aboard { .. } => {
                    for access in &self.operation.facilities[facility].access {
                        let field = self.places.airfield(&access.airfield);
                        if let Some(ride) = self.first_ride(draft, field, reach, pool) {
                            let ride = Ride {
                                alight: WindowsIdx::ALWAYS,
                                ..ride
                            };
                            push(vec![ride, out.clone()], 0);
                        }
                    }
                }
                Here::Origin | Here::Field { .. } | Here::Inside { .. } => {}
            }
        }
    }
}

/// Beside an aircraft: no door, no road. The facility is none that is asked for.
const BESIDE: Start = Start {
    facility: usize::MAX,
    field: usize::MAX,
    ground: 0,
};

/// Who has been kept longer than allowed is not kept longer than this from now on.
const OVERSTAY: i64 = 86_400;
