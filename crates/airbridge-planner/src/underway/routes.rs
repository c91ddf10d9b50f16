//! Where missions under way can go from where they are. `docs/rules.md`, rules 5 to 8.
//!
//! Stricter than the rules: who has been heavier since the tanks were full counts as if the difference in range had been flown; in the air nobody turns to
//! a field only to refuel.

use airbridge_model::Operation;
use airbridge_solver::problem::{PlaceIdx, Profile, Travel, WindowsIdx};
use airbridge_units::{NauticalMiles, PatientId, Seconds};

use super::flights::{Flight, Where};
use crate::calendar::Axis;
use crate::ferry::movement_cost_of;
use crate::fields;
use crate::load;
use crate::performance::{block_seconds, consumption, reserve};
use crate::permission::{LegQuery, departures};
use crate::spans::Spans;
use crate::track_table::TrackTable;
use crate::windows_pool::WindowsPool;

/// What routes are reckoned from.
pub(super) struct Routes<'r, 'a> {
    pub(super) operation: &'a Operation,
    pub(super) axis: &'r Axis,
    pub(super) stops: &'r [bool],
    /// The aircraft's ordinary profile, between airfields.
    pub(super) profile: &'r Profile,
}

impl Routes<'_, '_> {
    /// Options from where a flight is to an airfield, in a grade.
    pub(super) fn options(
        &self,
        flight: &Flight<'_>,
        grade: u8,
        to: usize,
        tracks: &TrackTable<'_>,
        pool: &mut WindowsPool,
    ) -> Vec<Travel> {
        let behind = flight.consumed + self.heavier(flight);
        match flight.position {
            Where::Ground { field, .. } if field == to => vec![Travel {
                consumption: behind,
                legs: 0,
                ..Travel::direct(Seconds::ZERO, 0)
            }],
            Where::Ground { field, .. } => {
                let options = self.profile.options(grade, PlaceIdx::new(field), PlaceIdx::new(to));
                options.iter().map(|option| after(option, behind)).collect()
            }
            Where::Air { .. } => self.turn(flight, to, behind, tracks, pool).into_iter().collect(),
        }
    }

    /// The way on through the air, to where it was going or to another field.
    fn turn(
        &self,
        flight: &Flight<'_>,
        to: usize,
        behind: i64,
        tracks: &TrackTable<'_>,
        pool: &mut WindowsPool,
    ) -> Option<Travel> {
        let Where::Air {
            leg,
            at,
            flown,
            since,
            to: planned,
        } = flight.position
        else {
            return None;
        };
        let operation = self.operation;
        if !self.stops[to] && to != planned {
            return None;
        }
        let tier = operation.policy.tier_of(&flight.mission.legs[leg]);
        let facts = tracks.facts_from(at, to);
        let distance = if to == planned {
            flight.mission.legs[leg].distance
        } else {
            NauticalMiles(flown + facts.distance.get())
        };
        let duration = if to == planned {
            flight.lands
        } else {
            block_seconds(&operation.policy, flight.kind, tier, distance) - since
        };
        if duration <= 0 {
            return None;
        }
        let open = fields::open(operation, self.axis, flight.kind, &operation.airfields[to])?;
        if !open
            .intervals()
            .iter()
            .any(|&(from, until)| from <= duration && duration <= until)
        {
            return None;
        }
        // Where it is it is already: only what it comes to is asked.
        let ahead = crate::track_table::TrackFacts {
            states: facts.states.iter().skip(1).cloned().collect(),
            ..facts
        };
        let query = LegQuery {
            aircraft: flight.aircraft,
            from: &flight.aircraft.state,
            to: &operation.airfields[to].state,
            facts: &ahead,
            duration,
        };
        // Where it is going it goes on to with the permissions with which it left, by the route that it left on.
        let allowed = if to == planned {
            Spans::always()
        } else {
            departures(operation, self.axis, &query)
        };
        if !allowed.intervals().iter().any(|&(from, until)| from <= 0 && 0 <= until) {
            return None;
        }
        Some(Travel {
            moving: Seconds(duration),
            consumption: behind + consumption(&operation.policy, tier, distance),
            reserve: reserve(
                &operation.policy,
                flight.kind,
                fields::alternate(operation, flight.kind, to),
            ),
            departures: pool.add(Spans::one(0, 0)),
            ..Travel::direct(
                Seconds(duration),
                movement_cost_of(flight.aircraft, flight.kind, duration),
            )
        })
    }

    /// By how much the range with those who were on board since the tanks were full is shorter than with those who are.
    fn heavier(&self, flight: &Flight<'_>) -> i64 {
        let mass = |riders: &[PatientId]| -> i64 {
            let patients = self
                .operation
                .patients
                .iter()
                .filter(|patient| riders.contains(&patient.id));
            let each = patients.map(|patient| load::demand(&self.operation.policy, patient)[load::MASS]);
            each.sum()
        };
        let now = mass(&flight.aboard);
        let most = flight.carried.iter().map(|riders| mass(riders)).max().unwrap_or(0);
        let range = |load| self.profile.endurance_at(load).unwrap_or(0);
        if most > now {
            (range(now) - range(most)).max(0)
        } else {
            0
        }
    }
}

/// An option after so much was consumed.
fn after(option: &Travel, behind: i64) -> Travel {
    let mut option = option.clone();
    if option.refilled {
        option.before_refill += behind;
    } else {
        option.consumption += behind;
    }
    option
}

/// Widens a profile by places that nothing leads to yet.
pub(super) fn widened(profile: &Profile, places: usize) -> Profile {
    let count = profile.open.len();
    let mut open = profile.open.clone();
    open.resize(places, None);
    let mut travel = Vec::with_capacity(usize::from(profile.grades) * places * places);
    for grade in 0..usize::from(profile.grades) {
        for from in 0..places {
            for to in 0..places {
                travel.push(if from < count && to < count {
                    profile.travel[(grade * count + from) * count + to].clone()
                } else {
                    Vec::new()
                });
            }
        }
    }
    Profile {
        open,
        travel,
        ..profile.clone()
    }
}

/// Lets a profile go from one place to another.
pub(super) fn lead(profile: &mut Profile, grade: u8, from: PlaceIdx, to: PlaceIdx, options: Vec<Travel>) {
    let places = profile.open.len();
    profile.travel[(usize::from(grade) * places + from.get()) * places + to.get()] = options;
    for place in [from, to] {
        let open = &mut profile.open[place.get()];
        *open = open.or(Some(WindowsIdx::ALWAYS));
    }
}

/// A profile that goes nowhere yet.
pub(super) fn nowhere(grades: u8, places: usize) -> Profile {
    Profile {
        open: vec![None; places],
        grades,
        travel: vec![Vec::new(); usize::from(grades) * places * places],
        endurance: Vec::new(),
    }
}
