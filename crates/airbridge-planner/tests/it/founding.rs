//! The founding case and its two disruptions: Benghazi, February 2017, through Cairo to Russia. Synthetic people.

use airbridge_model::{ClearanceStatus, Closed, Closure, Operation, Plan, Rule, Step};
use airbridge_testkit::generate::benghazi;
use airbridge_units::{AirfieldId, StateCode};

use crate::generated::plan;

const WORK: u64 = 60_000;

fn checked(operation: &Operation) -> Plan {
    let plan = plan(operation, 1, WORK);
    let findings = airbridge_check::check(operation, &plan);
    assert!(findings.is_empty(), "first of {}: {}", findings.len(), findings[0]);
    plan
}

fn lands_at(plan: &Plan, field: &str) -> bool {
    let field = AirfieldId::new(field);
    plan.missions
        .iter()
        .flat_map(|mission| &mission.legs)
        .any(|leg| leg.to == field)
}

#[test]
fn all_seventy_go_through_cairo() {
    let plan = checked(&benghazi(70, 1));
    assert_eq!(plan.journeys.len(), 70);
    assert!(plan.left_out.is_empty());
    for journey in &plan.journeys {
        let lifts = journey
            .steps
            .iter()
            .filter(|step| matches!(step, Step::Lift { .. }))
            .count();
        let stays = journey
            .steps
            .iter()
            .filter(|step| matches!(step, Step::Stay { .. }))
            .count();
        assert_eq!((lifts, stays), (2, 1), "{}", journey.patient);
    }
    assert!(lands_at(&plan, "HECA"));
    assert!(plan.bound.on_time_weight >= plan.measures.on_time_weight);
}

#[test]
fn with_egypt_denied_nobody_moves_and_everybody_is_told_why() {
    let mut operation = benghazi(70, 1);
    let egypt = StateCode::new("EG");
    for clearance in operation
        .clearances
        .iter_mut()
        .filter(|clearance| clearance.state == egypt)
    {
        clearance.status = ClearanceStatus::Denied;
    }
    let plan = checked(&operation);
    assert!(plan.journeys.is_empty() && plan.missions.is_empty());
    assert_eq!(plan.left_out.len(), 70);
    for entry in &plan.left_out {
        assert!(
            entry.summary.contains("EG") && entry.summary.contains("denied"),
            "{}: {}",
            entry.patient,
            entry.summary
        );
        assert!(
            entry
                .exclusions
                .iter()
                .any(|exclusion| exclusion.rule == Rule::Clearance),
            "{}",
            entry.patient
        );
    }
}

#[test]
fn with_chkalovsky_closed_the_plan_lands_elsewhere_in_reach() {
    let mut operation = benghazi(70, 1);
    operation.closures.push(Closure {
        id: "synthetic-closure".into(),
        what: Closed::Airfield(AirfieldId::new("UUMU")),
        from: operation.horizon.from,
        to: operation.horizon.to,
        reason: "closed for the test".to_owned(),
    });
    let plan = checked(&operation);
    assert!(!lands_at(&plan, "UUMU"));
    assert!(lands_at(&plan, "UUWW") || lands_at(&plan, "ULLI"));
    assert_eq!(plan.journeys.len(), 70);
}
