//! What has happened, where the operation is under way: what the rules cannot ask of a plan any more.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Journey, Mission, Operation, Progress, SoFar, Step};
use airbridge_units::{FacilityId, MissionId, PatientId};
use jiff::Timestamp;

/// The operation's past at its planning time; empty for one that has not begun.
pub(crate) struct Past<'a> {
    operation: &'a Operation,
    pub(crate) now: Timestamp,
    pub(crate) so_far: Option<&'a SoFar>,
    missions: BTreeMap<&'a MissionId, &'a Mission>,
    journeys: BTreeMap<&'a PatientId, &'a Journey>,
}

/// How much of a mission lies behind.
#[derive(Clone, Default)]
pub(crate) struct Behind<'a> {
    /// The mission as it stands, if it has begun.
    pub(crate) mission: Option<&'a Mission>,
    /// Legs that have left their stands; the last of them may be in the air.
    pub(crate) legs: usize,
    /// The stop at which it stands, if it stands.
    pub(crate) here: Option<usize>,
    /// It ends where it is, or where it lands next.
    pub(crate) grounded: bool,
    /// Who is on board, or getting on.
    pub(crate) aboard: BTreeSet<&'a PatientId>,
}

impl<'a> Past<'a> {
    pub(crate) fn of(operation: &'a Operation) -> Self {
        let so_far = operation.so_far.as_deref();
        let missions = so_far.into_iter().flat_map(|so_far| &so_far.stands.missions);
        let journeys = so_far.into_iter().flat_map(|so_far| &so_far.stands.journeys);
        Self {
            operation,
            now: operation.planned_at,
            so_far,
            missions: missions.map(|mission| (&mission.id, mission)).collect(),
            journeys: journeys.map(|journey| (&journey.patient, journey)).collect(),
        }
    }

    /// Missions that have begun.
    pub(crate) fn begun(&self) -> impl Iterator<Item = &'a Mission> + '_ {
        let begun = |mission: &&&'a Mission| mission.progress(self.now) != Progress::NotBegun;
        self.missions.values().filter(begun).copied()
    }

    /// How much of a mission lies behind.
    pub(crate) fn behind(&self, id: &MissionId) -> Behind<'a> {
        let Some(&mission) = self.missions.get(id) else {
            return Behind::default();
        };
        let (legs, here) = match mission.progress(self.now) {
            Progress::NotBegun => return Behind::default(),
            Progress::At(stop) => (stop, Some(stop)),
            Progress::On(leg) => (leg + 1, None),
            Progress::Over => (mission.legs.len(), Some(mission.legs.len())),
        };
        let mut aboard = BTreeSet::new();
        for (number, stop) in mission.stops.iter().enumerate() {
            let landed = stop.on_block_at.is_none_or(|on| on <= self.now);
            if number > here.unwrap_or(legs) || !landed {
                break;
            }
            aboard.retain(|id| !stop.leaves.contains(*id));
            if stop.loading_from.is_some_and(|loading| loading <= self.now) {
                aboard.extend(stop.boards.iter().filter(|rider| self.boards_by_now(rider, id, number)));
            }
        }
        Behind {
            mission: Some(mission),
            legs,
            here,
            grounded: self.so_far.is_some_and(|so_far| so_far.grounded.contains(id)),
            aboard,
        }
    }

    /// The steps of a patient that have begun.
    pub(crate) fn steps(&self, patient: &PatientId) -> &'a [Step] {
        self.journeys
            .get(patient)
            .map_or(&[][..], |journey| journey.begun(self.now))
    }

    /// Whether a rider of a stop where loading has begun is among those who board first; who joins them later has not boarded until then.
    fn boards_by_now(&self, rider: &PatientId, mission: &MissionId, stop: usize) -> bool {
        let steps = self.journeys.get(rider).map_or(&[][..], |journey| &journey.steps);
        let later = |step: &Step| {
            matches!(step, Step::Lift { mission: other, boards_at_stop, from, .. }
                if other == mission && *boards_at_stop == stop && *from > self.now)
        };
        !steps.iter().any(later)
    }

    /// Whether a patient's lift has begun, or has ended, at an instant by which it stands in the past.
    pub(crate) fn lifted(
        &self,
        patient: &PatientId,
        mission: &MissionId,
        began: Timestamp,
        ended: Timestamp,
    ) -> (bool, bool) {
        let lifts = || {
            self.steps(patient).iter().filter_map(|step| match step {
                Step::Lift {
                    mission: other,
                    from,
                    to,
                    ..
                } if other == mission => Some((*from, *to)),
                _ => None,
            })
        };
        (
            lifts().any(|(from, _)| from == began),
            lifts().any(|(_, to)| to == ended && to <= self.now),
        )
    }

    /// Whether a patient is in the bed or on the last road to it.
    pub(crate) fn is_settled(&self, patient: &PatientId) -> bool {
        let (Some(so_far), Some(journey)) = (self.so_far, self.journeys.get(patient)) else {
            return false;
        };
        self.operation.is_settled(&so_far.stands, journey, self.now)
    }

    /// Whether a patient was set down, or will be without anybody's choice, in a facility on the way.
    pub(crate) fn is_sheltered(&self, patient: &PatientId, facility: &FacilityId) -> bool {
        let steps = self.journeys.get(patient).map_or(&[][..], |journey| &journey.steps);
        let came = |step: &Step| matches!(step, Step::FromField { facility: other, .. } if other == facility);
        steps.iter().any(came) && !self.steps(patient).is_empty()
    }

    /// Whether a request is open no more.
    pub(crate) fn is_closed(&self, patient: &PatientId) -> bool {
        self.so_far.is_some_and(|so_far| so_far.closed.contains_key(patient))
    }
}
