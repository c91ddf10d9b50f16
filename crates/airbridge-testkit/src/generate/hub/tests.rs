use std::collections::BTreeSet;

use airbridge_model::{Isolation, PlaceKind};

use super::*;

fn percent_of(operation: &Operation, holds: impl Fn(&airbridge_model::Patient) -> bool) -> usize {
    operation.patients.iter().filter(|patient| holds(patient)).count() * 100 / operation.patients.len()
}

#[test]
fn a_thousand_patients_have_the_mix_of_the_reference() {
    let operation = hub(1000, 1);
    assert_eq!(operation.patients.len(), 1000);
    let lying = percent_of(&operation, |patient| patient.place_kind() != PlaceKind::Seat);
    assert!((30..=40).contains(&lying), "{lying}");
    let contact = percent_of(&operation, |patient| patient.isolation == Isolation::Contact);
    assert!((35..=45).contains(&contact), "{contact}");
    let children = percent_of(&operation, |patient| patient.age_years.is_some_and(|age| age < 18));
    assert!((11..=17).contains(&children), "{children}");
    let company: u32 = operation.patients.iter().map(|patient| patient.attendants.other).sum();
    assert!((520..=680).contains(&company), "{company}");
}

#[test]
fn eighteen_states_receive_and_germany_most() {
    let operation = hub(1000, 1);
    let receivers: BTreeSet<_> = operation
        .offers
        .iter()
        .map(|offer| &offer.facility.as_str()[..2])
        .collect();
    assert_eq!(receivers.len(), 18);
    let beds = |state: &str| -> u32 {
        let mine = operation
            .offers
            .iter()
            .filter(|offer| offer.facility.as_str().starts_with(state));
        mine.map(|offer| offer.beds).sum()
    };
    let all: u32 = operation.offers.iter().map(|offer| offer.beds).sum();
    assert!((30..=42).contains(&(beds("DE") * 100 / all)), "{} of {all}", beds("DE"));
    assert!(beds("DE") > beds("ES") && beds("ES") > beds("IT"));
}

#[test]
fn offers_have_names_of_their_own() {
    let operation = hub(300, 4);
    let names: BTreeSet<_> = operation.offers.iter().map(|offer| &offer.id).collect();
    assert_eq!(names.len(), operation.offers.len());
}

#[test]
fn children_travel_with_somebody() {
    for patient in hub(500, 2).patients {
        assert!(
            patient.age_years >= Some(18) || patient.attendants.other > 0,
            "{}",
            patient.id
        );
    }
}
