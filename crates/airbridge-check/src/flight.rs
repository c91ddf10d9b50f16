//! A mission with everything that its ids point to, and who is on board on each leg.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use airbridge_model::{
    Aircraft, AircraftType, Airfield, CabinTier, Configuration, Crew, Index, Leg, Mission, MissionStop, Operation,
    Patient,
};
use airbridge_units::PatientId;

use crate::past::{Behind, Past};
use crate::ways::{Way, Ways};

/// A mission, resolved. What does not exist is `None`.
pub(crate) struct Flight<'a> {
    pub(crate) mission: &'a Mission,
    pub(crate) aircraft: Option<&'a Aircraft>,
    pub(crate) kind: Option<&'a AircraftType>,
    pub(crate) configuration: Option<&'a Configuration>,
    pub(crate) pilots: Option<&'a Crew>,
    pub(crate) team: Option<&'a Crew>,
    /// By stop.
    pub(crate) fields: Vec<Option<&'a Airfield>>,
    /// By leg: patients known to the operation, in order of id.
    pub(crate) on_board: Vec<Vec<&'a Patient>>,
    /// By leg.
    pub(crate) tiers: Vec<Option<&'a CabinTier>>,
    /// By leg.
    pub(crate) ways: Vec<Option<Rc<Way>>>,
    /// What of it has happened.
    pub(crate) behind: Behind<'a>,
}

/// A leg with its two stops.
#[derive(Clone, Copy)]
pub(crate) struct Hop<'a> {
    pub(crate) number: usize,
    pub(crate) leg: &'a Leg,
    pub(crate) from: Option<&'a Airfield>,
    pub(crate) to: Option<&'a Airfield>,
}

impl<'a> Flight<'a> {
    /// Looks everything up.
    pub(crate) fn new(
        mission: &'a Mission,
        operation: &'a Operation,
        index: &Index<'a>,
        ways: &Ways<'_>,
        past: &Past<'a>,
    ) -> Self {
        let aircraft = index.aircraft(&mission.aircraft);
        let kind = aircraft.and_then(|aircraft| index.aircraft_type(&aircraft.aircraft_type));
        let fields: Vec<_> = mission
            .stops
            .iter()
            .map(|stop| index.airfield(&stop.airfield))
            .collect();
        let legs = mission.legs.len().min(mission.stops.len().saturating_sub(1));
        let on_board = on_board(&mission.stops[..legs], index);
        let tiers = on_board
            .iter()
            .map(|patients| tier(patients, &operation.policy.cabin_tiers))
            .collect();
        let way = |k: usize| {
            let (from, to) = (fields[k]?, fields[k + 1]?);
            Some(match &mission.legs[k].turn {
                None => ways.between(from, to),
                Some(turn) => ways.turned(from, turn.position, to),
            })
        };
        Self {
            mission,
            aircraft,
            kind,
            configuration: kind.and_then(|kind| kind.configuration(&mission.configuration)),
            pilots: index.crew(&mission.flight_crew),
            team: mission.medical_crew.as_ref().and_then(|id| index.crew(id)),
            ways: (0..legs).map(way).collect(),
            fields,
            on_board,
            tiers,
            behind: past.behind(&mission.id),
        }
    }

    /// Legs that have both their stops.
    pub(crate) fn hops(&self) -> impl Iterator<Item = Hop<'a>> + '_ {
        let mission = self.mission;
        (0..self.on_board.len()).map(move |number| Hop {
            number,
            leg: &mission.legs[number],
            from: self.fields[number],
            to: self.fields[number + 1],
        })
    }

    /// Whether a leg has been flown, or is.
    pub(crate) fn is_behind(&self, leg: usize) -> bool {
        leg < self.behind.legs
    }

    /// Whether a stop is where a mission ends because it cannot go on.
    pub(crate) fn is_last_of_grounded(&self, stop: usize) -> bool {
        self.behind.grounded && stop + 1 == self.mission.stops.len()
    }

    /// Whether nobody is on board of a leg but those who were when all began anew: what they need may have changed since they boarded.
    pub(crate) fn carries_none_new(&self, leg: usize) -> bool {
        let aboard = &self.behind.aboard;
        !aboard.is_empty() && self.on_board[leg].iter().all(|patient| aboard.contains(&patient.id))
    }

    /// Those who stay on board through a stop.
    pub(crate) fn stays_through(&self, stop: usize) -> usize {
        let Some(before) = stop.checked_sub(1).and_then(|leg| self.on_board.get(leg)) else {
            return 0;
        };
        let Some(after) = self.on_board.get(stop) else {
            return 0;
        };
        let boarding: BTreeSet<&PatientId> = self.mission.stops[stop].boards.iter().collect();
        let before: BTreeSet<&PatientId> = before.iter().map(|patient| &patient.id).collect();
        after
            .iter()
            .filter(|patient| before.contains(&patient.id) && !boarding.contains(&patient.id))
            .count()
    }

    /// The number of the duty that a leg belongs to: rests parted it from the ones before.
    pub(crate) fn duty_of(&self, leg: usize) -> usize {
        self.mission
            .stops
            .iter()
            .take(leg + 1)
            .skip(1)
            .filter(|stop| stop.rest)
            .count()
    }

    /// "mission M003".
    pub(crate) fn place(&self) -> String {
        format!("mission {}", self.mission.id)
    }

    /// "mission M003, leg 2 HECA–UUMU".
    pub(crate) fn leg_place(&self, leg: usize) -> String {
        match self.mission.legs.get(leg) {
            Some(it) => format!("mission {}, leg {} {}–{}", self.mission.id, leg + 1, it.from, it.to),
            None => format!("mission {}, leg {}", self.mission.id, leg.saturating_add(1)),
        }
    }

    /// "mission M003, stop 2 HECA".
    pub(crate) fn stop_place(&self, stop: usize) -> String {
        match self.mission.stops.get(stop) {
            Some(it) => format!("mission {}, stop {} {}", self.mission.id, stop + 1, it.airfield),
            None => format!("mission {}, stop {}", self.mission.id, stop.saturating_add(1)),
        }
    }
}

/// Who is on board after each of the stops.
fn on_board<'a>(stops: &'a [MissionStop], index: &Index<'a>) -> Vec<Vec<&'a Patient>> {
    let mut there: BTreeMap<&PatientId, &'a Patient> = BTreeMap::new();
    stops
        .iter()
        .map(|stop| {
            for id in &stop.leaves {
                there.remove(id);
            }
            for id in &stop.boards {
                if let Some(patient) = index.patient(id) {
                    there.insert(id, patient);
                }
            }
            there.values().copied().collect()
        })
        .collect()
}

/// The loosest tier that suits all on board.
fn tier<'a>(on_board: &[&Patient], tiers: &'a [CabinTier]) -> Option<&'a CabinTier> {
    let lowest = on_board
        .iter()
        .filter_map(|patient| patient.cabin_limit)
        .map(|limit| limit.0.get())
        .min_by(f64::total_cmp)
        .unwrap_or(f64::INFINITY);
    tiers
        .iter()
        .filter(|tier| tier.limit.get() <= lowest)
        .max_by(|a, b| a.limit.get().total_cmp(&b.limit.get()))
}
