use airbridge_check::check;

use super::*;

fn total_weight(operation: &Operation) -> i64 {
    let weights = &operation.policy.weights;
    let patients = operation.patients.iter();
    patients
        .map(|patient| i64::from(weights.of(patient.precedence.level)))
        .sum()
}

#[test]
fn the_family_has_full_partial_and_empty_answers() {
    let (mut full, mut partial, mut empty) = (0, 0, 0);
    for seed in 0..60 {
        let operation = tiny(seed);
        let plan = best_plan(&operation);
        assert!(check(&operation, &plan).is_empty(), "seed {seed}");
        match plan.measures.on_time_weight {
            0 => empty += 1,
            weight if weight == total_weight(&operation) => full += 1,
            _ => partial += 1,
        }
    }
    assert!(
        full >= 5 && partial >= 5 && empty >= 5,
        "{full} full, {partial} partial, {empty} empty"
    );
}

#[test]
fn one_more_bed_or_hour_never_makes_it_worse() {
    for seed in 0..25 {
        let operation = tiny(seed);
        let before = best_on_time_weight(&operation);
        let mut wider = operation.clone();
        for offer in &mut wider.offers {
            offer.beds += 1;
        }
        for patient in &mut wider.patients {
            patient.precedence.due_at = crate::rows::hours_after(patient.precedence.due_at, 2);
        }
        assert!(best_on_time_weight(&wider) >= before, "seed {seed}");
    }
}

#[test]
fn without_beds_nobody_is_moved() {
    let mut operation = tiny(3);
    operation.offers.clear();
    assert_eq!(best_on_time_weight(&operation), 0);
}
