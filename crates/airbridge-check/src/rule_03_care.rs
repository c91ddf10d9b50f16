//! Rule 3: the sum of care needs on board is within what the medical team can give.

use airbridge_model::{CarePoints, CriticalCare, Dependency, Patient, Rule};

use crate::checker::Context;
use crate::report::Report;

const RULE: Rule = Rule::Care;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    let care = &context.operation.policy.care;
    for flight in &context.flights {
        for (leg, on_board) in flight.on_board.iter().enumerate() {
            if on_board.is_empty() || flight.is_behind(leg) || flight.carries_none_new(leg) {
                continue;
            }
            let place = || flight.leg_place(leg);
            if flight.mission.medical_crew.is_none() {
                report.add(
                    RULE,
                    "no-medical-team",
                    place(),
                    format!("{} patients and no medical team", on_board.len()),
                );
            }
            // A team that does not exist is a violation of rule 7.
            let Some(team) = flight.team else {
                continue;
            };
            let critical: u64 = on_board.iter().map(|patient| critical_points(patient, care)).sum();
            let nursing: u64 = on_board.iter().map(|patient| nursing_points(patient, care)).sum();
            for (slug, what, needed, there) in [
                (
                    "too-much-critical-care",
                    "critical-care",
                    critical,
                    team.critical_points,
                ),
                ("too-much-nursing", "nursing", nursing, team.nursing_points),
            ] {
                if needed > u64::from(there) {
                    report.add(
                        RULE,
                        slug,
                        place(),
                        format!("{needed} {what} points on board, team {} can give {there}", team.id),
                    );
                }
            }
        }
    }
}

fn critical_points(patient: &Patient, care: &CarePoints) -> u64 {
    u64::from(match patient.critical_care {
        _ if patient.ventilated => care.ventilated,
        CriticalCare::Icu => care.intensive_care,
        CriticalCare::Intermediate => care.intermediate,
        CriticalCare::None => 0,
    })
}

fn nursing_points(patient: &Patient, care: &CarePoints) -> u64 {
    let [high, medium, low, minimal] = care.nursing;
    u64::from(match patient.dependency {
        Dependency::High => high,
        Dependency::Medium => medium,
        Dependency::Low => low,
        Dependency::Minimal => minimal,
    })
}
