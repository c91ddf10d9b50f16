use std::collections::BTreeMap;

use airbridge_model::{PlaceKind, PrecedenceLevel};

use super::*;

#[test]
fn seventy_are_the_founding_case() {
    for seed in 0..20 {
        let operation = benghazi(70, seed);
        let count = |kind| {
            operation
                .patients
                .iter()
                .filter(|patient| patient.place_kind() == kind)
                .count()
        };
        assert_eq!(count(PlaceKind::IntensiveCare), 10);
        assert_eq!(count(PlaceKind::Litter), 26);
        assert_eq!(count(PlaceKind::Seat), 34);
        let ventilated = operation.patients.iter().filter(|patient| patient.ventilated);
        assert_eq!(ventilated.count(), 4);
        let attendants: u32 = operation
            .patients
            .iter()
            .map(|patient| patient.attendants.count())
            .sum();
        assert_eq!(attendants, 12);
        let restricted = operation
            .patients
            .iter()
            .filter(|patient| patient.cabin_limit.is_some());
        assert_eq!(restricted.count(), 3);
        let urgent = operation
            .patients
            .iter()
            .filter(|patient| patient.precedence.level == PrecedenceLevel::Urgent);
        assert_eq!(urgent.count(), 6);
        assert_eq!(operation.groups.len(), 3);
    }
}

#[test]
fn beds_of_each_specialty_match_the_patients() {
    for size in [1, 2, 7, 33, 70, 71, 140, 500] {
        let operation = benghazi(size, 5);
        let mut balance: BTreeMap<_, i64> = BTreeMap::new();
        for patient in &operation.patients {
            *balance.entry(patient.specialty).or_default() -= 1;
        }
        for offer in &operation.offers {
            *balance.entry(offer.specialty).or_default() += i64::from(offer.beds);
        }
        assert!(balance.values().all(|&left| left == 0), "{size}: {balance:?}");
    }
}

#[test]
fn hospitals_have_thirty_twenty_five_and_fifteen_beds() {
    let operation = benghazi(70, 1);
    let beds = |hospital: &str| -> u32 {
        operation
            .offers
            .iter()
            .filter(|offer| offer.facility.as_str() == hospital)
            .map(|offer| offer.beds)
            .sum()
    };
    assert_eq!((beds("BURDENKO"), beds("VISHNEVSKY"), beds("VMA")), (30, 25, 15));
}

#[test]
fn every_group_has_its_members() {
    let operation = benghazi(350, 9);
    for group in &operation.groups {
        let members = operation
            .patients
            .iter()
            .filter(|patient| patient.group.as_ref() == Some(&group.id));
        assert!(members.count() >= 2, "{}", group.id);
    }
}
