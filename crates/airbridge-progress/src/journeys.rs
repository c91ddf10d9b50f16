//! Journeys follow the missions that they ride on.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Journey, Mission, Plan, Step};
use airbridge_units::{MissionId, PatientId};
use jiff::Timestamp;

use crate::standing::Standing;

impl Standing {
    /// Gives all steps the instants of the missions; what had begun by the clock begins when it began.
    pub(crate) fn follow_missions(&mut self) {
        let clock = self.clock;
        let missions = &self.plan.missions;
        for journey in &mut self.plan.journeys {
            follow(journey, missions, &self.apart, clock);
            if let Some(patient) = self
                .operation
                .patients
                .iter()
                .find(|patient| patient.id == journey.patient)
            {
                journey.on_time = journey.arrives_at <= patient.precedence.due_at;
            }
        }
    }

    /// A patient's journey.
    pub(crate) fn journey(&self, patient: &PatientId) -> Option<&Journey> {
        self.plan.journeys.iter().find(|journey| journey.patient == *patient)
    }

    /// Whether a patient is on board at the clock.
    pub(crate) fn is_aboard(&self, patient: &PatientId) -> bool {
        let step = self
            .journey(patient)
            .and_then(|journey| journey.begun(self.clock).last());
        matches!(step, Some(Step::Lift { to, .. }) if *to > self.clock)
    }

    /// Whether a patient is in the bed, or on the last road to it.
    pub(crate) fn is_settled(&self, patient: &PatientId) -> bool {
        let journey = self.journey(patient);
        journey.is_some_and(|journey| self.operation.is_settled(&self.plan, journey, self.clock))
    }

    /// Whoever came too late for a lift that has begun was not on it: they are where the lift before has brought them.
    pub(crate) fn miss_connections(&mut self) {
        let clock = self.clock;
        let mut missed: Vec<(PatientId, Vec<Step>)> = Vec::new();
        for journey in &mut self.plan.journeys {
            let steps = &journey.steps;
            let late = (1..steps.len()).find(|&step| {
                let begins = steps[step].span().0;
                begins <= clock && begins < steps[step - 1].span().1
            });
            let Some(mut first) = late else { continue };
            while first > 1 && matches!(journey.steps[first - 1], Step::Stay { .. }) {
                first -= 1;
            }
            missed.push((journey.patient.clone(), journey.steps.drain(first..).collect()));
        }
        for (patient, steps) in missed {
            self.leave_seats(&patient, &steps);
            for step in steps {
                if let Step::Lift { mission, .. } = step {
                    let what = format!("patient {patient} came too late for mission {mission}, and was not on it");
                    self.warn("missed", what);
                }
            }
        }
    }

    /// Takes what lies ahead out of a patient's journey. Whoever is on board stays on board.
    pub(crate) fn cut(&mut self, patient: &PatientId) {
        let clock = self.clock;
        let Some(at) = self
            .plan
            .journeys
            .iter()
            .position(|journey| journey.patient == *patient)
        else {
            return;
        };
        let journey = &mut self.plan.journeys[at];
        let dropped = take_out(journey, usize::MAX, clock);
        if journey.steps.is_empty() {
            self.plan.journeys.remove(at);
        }
        self.leave_seats(patient, &dropped);
    }

    /// Takes a patient off the manifests of the lifts among some steps.
    pub(crate) fn leave_seats(&mut self, patient: &PatientId, steps: &[Step]) {
        for step in steps {
            let Step::Lift {
                mission,
                boards_at_stop,
                leaves_at_stop,
                ..
            } = step
            else {
                continue;
            };
            let Some(index) = self.mission(mission) else { continue };
            let stops = &mut self.plan.missions[index].stops;
            if let Some(stop) = stops.get_mut(*boards_at_stop) {
                stop.boards.retain(|other| other != patient);
                if stop.boards.is_empty() {
                    stop.loading_from = None;
                }
            }
            if let Some(stop) = stops.get_mut(*leaves_at_stop) {
                stop.leaves.retain(|other| other != patient);
                if stop.leaves.is_empty() {
                    stop.unloaded_at = stop.on_block_at;
                }
            }
        }
    }
}

/// Takes the steps of a journey out that begin with a number, or that lie ahead. A stay before them lasts until nobody knows when: it has no end that could be
/// told, and goes as well.
pub(crate) fn take_out(journey: &mut Journey, from: usize, clock: Timestamp) -> Vec<Step> {
    let begun = journey.begun(clock).len();
    let dropped: Vec<Step> = journey.steps.drain(from.min(begun)..).collect();
    while !dropped.is_empty() && matches!(journey.steps.last(), Some(Step::Stay { .. })) {
        journey.steps.pop();
    }
    dropped
}

/// Those whose instants are their own at a stop of this number: by patient and mission.
#[derive(Default)]
pub(crate) struct Apart {
    joined: BTreeSet<(PatientId, MissionId, usize)>,
    stayed: BTreeSet<(PatientId, MissionId, usize)>,
}

impl Apart {
    /// By a plan before anything is changed of it.
    pub(crate) fn of(plan: &Plan) -> Self {
        let missions: BTreeMap<&MissionId, &Mission> =
            plan.missions.iter().map(|mission| (&mission.id, mission)).collect();
        let mut apart = Self::default();
        for journey in &plan.journeys {
            for step in &journey.steps {
                let Step::Lift {
                    mission,
                    boards_at_stop,
                    leaves_at_stop,
                    from,
                    to,
                } = step
                else {
                    continue;
                };
                let Some(stops) = missions.get(mission).map(|mission| &mission.stops) else {
                    continue;
                };
                let loading = stops.get(*boards_at_stop).and_then(|stop| stop.loading_from);
                if loading.is_some_and(|loading| loading < *from) {
                    let key = (journey.patient.clone(), mission.clone(), *boards_at_stop);
                    apart.joined.insert(key);
                }
                let unloaded = stops.get(*leaves_at_stop).and_then(|stop| stop.unloaded_at);
                if unloaded.is_some_and(|unloaded| unloaded < *to) {
                    let key = (journey.patient.clone(), mission.clone(), *leaves_at_stop);
                    apart.stayed.insert(key);
                }
            }
        }
        apart
    }
}

fn follow(journey: &mut Journey, missions: &[Mission], apart: &Apart, clock: Timestamp) {
    for index in 0..journey.steps.len() {
        let Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            from,
            to,
        } = &mut journey.steps[index]
        else {
            continue;
        };
        let Some(mission) = missions.iter().find(|other| other.id == *mission) else {
            continue;
        };
        let stop = |index: usize| mission.stops.get(index);
        let key = |stop: usize| (journey.patient.clone(), mission.id.clone(), stop);
        let mut boards = stop(*boards_at_stop)
            .and_then(|stop| stop.loading_from)
            .unwrap_or(*from);
        let mut leaves = stop(*leaves_at_stop).and_then(|stop| stop.unloaded_at).unwrap_or(*to);
        if boards < *from && apart.joined.contains(&key(*boards_at_stop)) {
            boards = *from;
        }
        if leaves < *to && apart.stayed.contains(&key(*leaves_at_stop)) {
            leaves = *to;
        }
        (*from, *to) = (boards, leaves);
        if let Some(Step::ToField { from, to, .. }) = index.checked_sub(1).map(|before| &mut journey.steps[before]) {
            let road = to.duration_since(*from);
            *to = boards;
            if *from > clock {
                *from = boards - road;
            }
        }
        if let Some(Step::FromField { from, to, .. }) = journey.steps.get_mut(index + 1) {
            let road = to.duration_since(*from);
            (*from, *to) = (leaves, leaves + road);
        }
    }
    for index in 0..journey.steps.len() {
        let before = index.checked_sub(1).map(|before| journey.steps[before].span().1);
        let after = journey.steps.get(index + 1).map(|after| after.span().0);
        if let Step::Stay { from, to, .. } = &mut journey.steps[index] {
            *from = before.unwrap_or(*from);
            *to = after.unwrap_or(*to).max(*from);
        }
    }
    if let Some(last) = journey.steps.last() {
        journey.arrives_at = last.span().1;
    }
}
