//! Ways at the price of what they change of a promise.

use airbridge_solver::problem::{Cost, Ride, VehicleIdx, Way};
use airbridge_units::{AircraftId, AirfieldId};

use super::{Here, Target, WayBuilder};
use crate::commitments::{ChangeKind, PartyPromise};
use crate::spans::Spans;
use crate::windows_pool::WindowsPool;

impl WayBuilder<'_> {
    /// A path as it is where nothing was promised; else as often as it can keep less of the promise, at the price, each with what it changes.
    pub(super) fn promised(
        &self,
        target: &Target,
        path: Way,
        pool: &mut WindowsPool,
    ) -> Vec<(Way, Option<ChangeKind>)> {
        let Some(promise) = &self.promise else {
            return vec![(path, None)];
        };
        let priced = |path: Way, kind: ChangeKind| (priced(promise, path, kind), Some(kind));
        if let Some(kind) = self.elsewhere(promise, target) {
            return vec![priced(path, kind)];
        }
        let mut offered = Vec::new();
        let day = self.on_the_day(promise, target, &path, pool);
        if let Some(day) = &day {
            let (aircraft, legs) = self.with_the_aircraft(promise, day);
            if let Some(aircraft) = aircraft {
                offered.push(if legs {
                    (aircraft, None)
                } else {
                    priced(aircraft, ChangeKind::Leg)
                });
            }
            offered.push(priced(day.clone(), ChangeKind::Mission));
        }
        offered.push(priced(path, ChangeKind::Day));
        offered
    }

    /// Whether the beds are in other hospitals or another country.
    fn elsewhere(&self, promise: &PartyPromise, target: &Target) -> Option<ChangeKind> {
        let operation = self.operation;
        let facilities = target.offers.iter().map(|&offer| &operation.offers[offer].facility);
        let mut kind = None;
        for (facility, (promised, state)) in facilities.zip(promise.facilities.iter().zip(&promise.states)) {
            if facility != promised {
                let other = &operation.facilities[self.places.facility(facility)].state;
                kind = kind.max(Some(if other == state {
                    ChangeKind::Hospital
                } else {
                    ChangeKind::Country
                }));
            }
        }
        kind
    }

    /// The path with arrival on the promised day; `None` when that cannot be.
    fn on_the_day(&self, promise: &PartyPromise, target: &Target, path: &Way, pool: &mut WindowsPool) -> Option<Way> {
        let facility = self.places.facility(&promise.facilities[0]);
        let zone = &self.operation.facilities[facility].zone;
        let from = self.axis.day_start(promise.day, zone);
        let to = self
            .axis
            .day_start(promise.day.saturating_add(jiff::Span::new().days(1)), zone);
        let road = target.onward.first().copied().unwrap_or(0);
        let mut path = path.clone();
        let last = path.rides.last_mut()?;
        let alight = pool
            .spans(last.alight)
            .intersect(&Spans::one(from - road, to - 1 - road));
        if alight.is_empty() {
            return None;
        }
        last.alight = pool.add(alight);
        Some(path)
    }

    /// The path on the promised aircraft, if they can fly it, and whether it is between the promised airfields.
    fn with_the_aircraft(&self, promise: &PartyPromise, path: &Way) -> (Option<Way>, bool) {
        let over = self.over(path);
        let ahead = path.rides.len() - over;
        let Some(skipped) = promise.lifts.len().checked_sub(ahead) else {
            return (None, false);
        };
        if skipped > 0 && self.here == Here::Origin {
            return (None, false);
        }
        let mut path = path.clone();
        let mut same_legs = true;
        for (ride, (aircraft, from, to)) in path.rides[over..].iter_mut().zip(&promise.lifts[skipped..]) {
            let vehicles: Vec<VehicleIdx> = self
                .vehicles_of(aircraft)
                .filter(|vehicle| ride.vehicles.is_empty() || ride.vehicles.contains(vehicle))
                .collect();
            if vehicles.is_empty() {
                return (None, false);
            }
            same_legs &= self.same_legs(ride, from, to);
            ride.vehicles = vehicles;
        }
        (Some(path), same_legs)
    }

    fn vehicles_of(&self, aircraft: &AircraftId) -> impl Iterator<Item = VehicleIdx> + '_ {
        let wanted = aircraft.clone();
        let all = self.aircraft.iter().enumerate();
        all.filter(move |(_, known)| known.id == wanted)
            .map(|(index, _)| VehicleIdx::new(index))
    }

    /// Places that are no airfields are where somebody is on board: that end is kept by itself.
    fn same_legs(&self, ride: &Ride, from: &AirfieldId, to: &AirfieldId) -> bool {
        let is = |place: usize, promised: &AirfieldId| {
            self.operation
                .airfields
                .get(place)
                .is_none_or(|field| field.id == *promised)
        };
        is(ride.from.get(), from) && is(ride.to.get(), to)
    }
}

fn priced(promise: &PartyPromise, path: Way, kind: ChangeKind) -> Way {
    let members = promise.facilities.len() as i64;
    Way {
        cost: path.cost + Cost([promise.price(kind), 0, members, 0, 0]),
        ..path
    }
}
