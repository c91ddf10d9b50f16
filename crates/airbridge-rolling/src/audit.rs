//! Whether anybody's past was written anew: where everybody was at each step, by the plan of that step and by the last one.

use std::collections::BTreeMap;

use airbridge_model::{Finding, Operation, Place, Plan, Severity, Step};
use airbridge_units::{AirfieldId, FacilityId, MissionId, PatientId};
use jiff::Timestamp;

/// Where somebody is.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Whereabouts {
    /// At the origin.
    Origin,
    /// In a facility.
    In(FacilityId),
    /// At a field, or on the road to it; also on board as long as nothing has left: who has to get off again has not been away.
    Field(AirfieldId),
    /// On the road from a field to a facility.
    From(AirfieldId, FacilityId),
    /// On board.
    Aboard(MissionId),
    /// Beside a field, off board.
    Beside(MissionId),
}

/// Everybody's whereabouts at each step.
#[derive(Default)]
pub(crate) struct Audit {
    seen: Vec<(Timestamp, BTreeMap<PatientId, Whereabouts>)>,
}

impl Audit {
    pub(crate) fn note(&mut self, operation: &Operation, plan: &Plan, at: Timestamp) {
        let steps = steps(plan);
        let all = operation.patients.iter().map(|patient| {
            let steps = steps.get(&patient.id).copied().unwrap_or_default();
            (patient.id.clone(), whereabouts(plan, steps, at))
        });
        self.seen.push((at, all.collect()));
    }

    /// Whoever was elsewhere by the plan of a step than by the last plan, and whoever was in two places at once by the last one.
    pub(crate) fn compare(&self, last: &Plan) -> Vec<Finding> {
        let steps = steps(last);
        let mut findings = Vec::new();
        for (patient, steps) in &steps {
            for pair in steps.windows(2) {
                if pair[0].span().1 > pair[1].span().0 {
                    let what = format!("is in two places from {} on", pair[1].span().0);
                    findings.push(finding("in-two-places", patient, what));
                }
                if !follows(&pair[0], &pair[1]) {
                    let what = format!("is elsewhere at {} than where they were brought", pair[1].span().0);
                    findings.push(finding("out-of-place", patient, what));
                }
            }
        }
        for (at, all) in &self.seen {
            for (patient, then) in all {
                let now = whereabouts(last, steps.get(patient).copied().unwrap_or_default(), *at);
                if now != *then {
                    let what = format!("was at {at}, by the plan of then, {then:?}; by the last plan {now:?}");
                    findings.push(finding("past-changed", patient, what));
                }
            }
        }
        findings
    }
}

fn steps(plan: &Plan) -> BTreeMap<&PatientId, &[Step]> {
    let moved = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, &journey.steps[..]));
    let left_out = plan
        .left_out
        .iter()
        .map(|left_out| (&left_out.patient, &left_out.so_far[..]));
    moved.chain(left_out).collect()
}

fn whereabouts(plan: &Plan, steps: &[Step], at: Timestamp) -> Whereabouts {
    let Some(step) = steps.iter().take_while(|step| step.span().0 <= at).last() else {
        return Whereabouts::Origin;
    };
    let over = step.span().1 <= at;
    match step {
        Step::ToField { airfield, .. } => Whereabouts::Field(airfield.clone()),
        Step::Lift { mission, .. } if over => Whereabouts::Beside(mission.clone()),
        Step::Lift {
            mission,
            boards_at_stop,
            ..
        } => {
            let known = plan.missions.iter().find(|known| known.id == *mission);
            let stop = known.and_then(|mission| mission.stops.get(*boards_at_stop));
            match stop.filter(|stop| stop.off_block_at.is_some_and(|off| off > at)) {
                Some(stop) => Whereabouts::Field(stop.airfield.clone()),
                None => Whereabouts::Aboard(mission.clone()),
            }
        }
        Step::FromField { facility, .. } if over => Whereabouts::In(facility.clone()),
        Step::FromField { facility, airfield, .. } => Whereabouts::From(airfield.clone(), facility.clone()),
        Step::Stay { facility, .. } => Whereabouts::In(facility.clone()),
    }
}

/// Whether a step begins where the one before ended.
fn follows(before: &Step, after: &Step) -> bool {
    match (before, after) {
        (Step::FromField { facility: a, .. }, Step::ToField { facility: b, .. } | Step::Stay { facility: b, .. })
        | (Step::Stay { facility: a, .. }, Step::ToField { facility: b, .. } | Step::Stay { facility: b, .. }) => {
            a == b
        }
        (Step::ToField { .. } | Step::Lift { .. }, Step::Lift { .. } | Step::FromField { .. }) => true,
        _ => false,
    }
}

fn finding(code: &str, patient: &PatientId, what: String) -> Finding {
    Finding {
        severity: Severity::Error,
        code: code.to_owned(),
        place: Place::Key {
            file: "plan".to_owned(),
            key: format!("patient {patient}"),
        },
        what,
        remedy: String::new(),
    }
}
