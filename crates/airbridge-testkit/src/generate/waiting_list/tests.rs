use std::collections::BTreeSet;

use super::*;

#[test]
fn the_list_has_the_mix_of_the_reference() {
    let operation = waiting_list(3000, 1);
    let of = |count: usize| count * 100 / operation.patients.len();
    let children = operation.patients.iter().filter(|patient| patient.age_years < Some(18));
    assert!((42..=48).contains(&of(children.count())));
    let company: u32 = operation
        .patients
        .iter()
        .map(|patient| patient.attendants.count())
        .sum();
    assert!((160..=180).contains(&of(company as usize)), "{company}");
    assert!(operation.patients.iter().all(|patient| patient.attendants.other > 0));
    assert!(
        operation
            .patients
            .iter()
            .all(|patient| patient.ready_at >= operation.horizon.from && patient.ready_at < operation.horizon.to)
    );
}

#[test]
fn twelve_thousand_have_ninety_days_and_fifty_exits_a_day() {
    let operation = waiting_list(12_000, 1);
    assert_eq!(operation.patients.len(), 12_000);
    let days = operation.horizon.from.until(operation.horizon.to).expect("ordered");
    assert_eq!(days.total(jiff::Unit::Hour).expect("hours"), 90.0 * 24.0);
    let quota: u32 = operation
        .facilities
        .iter()
        .filter_map(|facility| facility.releases_per_day)
        .sum();
    assert_eq!(quota, 50);
    let beds: u32 = operation.offers.iter().map(|offer| offer.beds).sum();
    assert_eq!(beds, 1360);
}

#[test]
fn twenty_states_offer_and_names_are_their_own() {
    let operation = waiting_list(600, 2);
    let receivers: BTreeSet<_> = operation
        .offers
        .iter()
        .map(|offer| &offer.facility.as_str()[..2])
        .collect();
    assert_eq!(receivers.len(), 20);
    let names: BTreeSet<_> = operation.offers.iter().map(|offer| &offer.id).collect();
    assert_eq!(names.len(), operation.offers.len());
}
