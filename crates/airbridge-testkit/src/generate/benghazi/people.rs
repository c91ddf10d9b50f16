//! The wounded: who they are, what they need, who goes with them.

use std::ops::Range;

use airbridge_model::{
    Attendants, CabinLimit, Classification, Dependency, Group, Mobility, Operation, Patient, PrecedenceScheme, Sex,
    Specialty, Unity,
};
use airbridge_units::{Feet, GroupId, Kilograms, Minutes};

use super::Layout;
use crate::dice::{Dice, share};
use crate::rows;

/// What 70 patients are treated for.
pub(super) const MIX: [(Specialty, usize); 7] = [
    (Specialty::Orthopaedics, 30),
    (Specialty::Burns, 6),
    (Specialty::Neurosurgery, 6),
    (Specialty::Ophthalmology, 6),
    (Specialty::Vascular, 6),
    (Specialty::GeneralSurgery, 10),
    (Specialty::Prosthetics, 6),
];

/// Intensive care, lying, seated among 70.
const CARE: [usize; 3] = [10, 26, 34];
/// Of 10 for intensive care, so many ventilated.
const VENTILATED_OF_TEN: usize = 4;
/// Of 10 for intensive care, so many urgent; the others are priority.
const URGENT_OF_TEN: usize = 6;
/// Of 70, so many with a cabin of 5,000 ft, attendants, and priority beside the intensive care.
const RESTRICTED: usize = 3;
const ATTENDANTS: usize = 12;
const PRIORITY: usize = 20;

/// How many patients of a cohort need each specialty, in the order of [`MIX`].
pub(super) fn specialties(patients: usize) -> Vec<usize> {
    share(patients, &MIX.map(|(_, weight)| weight))
}

/// Adds the patients of all cohorts and their groups.
pub(super) fn add(operation: &mut Operation, layout: &Layout, seed: u64) {
    let mut dice = Dice::new(seed, "benghazi people");
    let width = operation_width(layout);
    for (cohort, &size) in layout.cohorts.iter().enumerate() {
        let first = operation.patients.len();
        for number in 0..size {
            let id = format!("SYN-{:0width$}", first + number + 1);
            let ready_at = layout.starts_at(cohort);
            let clock = rows::precedence(PrecedenceScheme::UkStanag3204, "P3", ready_at);
            operation.patients.push(rows::patient(id, "BMC", ready_at, clock));
        }
        let members = first..first + size;
        give_specialties(&mut operation.patients[members.clone()], &mut dice);
        give_care(&mut operation.patients[members.clone()], &mut dice);
        give_persons(&mut operation.patients[members.clone()], &mut dice);
        give_attendants(&mut operation.patients[members.clone()], &mut dice);
        give_groups(operation, cohort, members);
    }
}

fn operation_width(layout: &Layout) -> usize {
    layout.cohorts.iter().sum::<usize>().to_string().len().max(3)
}

fn give_specialties(patients: &mut [Patient], dice: &mut Dice) {
    let mut needs: Vec<Specialty> = MIX
        .iter()
        .zip(specialties(patients.len()))
        .flat_map(|(&(specialty, _), count)| std::iter::repeat_n(specialty, count))
        .collect();
    dice.shuffle(&mut needs);
    for (patient, need) in patients.iter_mut().zip(needs) {
        patient.specialty = need;
    }
}

/// The gravest conditions go to those whose injury explains them; eyes and prosthetics sit.
fn give_care(patients: &mut [Patient], dice: &mut Dice) {
    let counts = share(patients.len(), &CARE);
    let mut order: Vec<usize> = (0..patients.len()).collect();
    dice.shuffle(&mut order);
    order.sort_by_key(|&at| gravity(patients[at].specialty));
    let ventilated = (counts[0] * VENTILATED_OF_TEN).div_ceil(10);
    let urgent = (counts[0] * URGENT_OF_TEN).div_ceil(10);
    let priority = counts[0] + patients.len() * PRIORITY / super::COHORT;
    for (rank, &at) in order.iter().enumerate() {
        let patient = &mut patients[at];
        if rank < counts[0] {
            rows::make_critical(patient, rank < ventilated);
            patient.limits.max_stops = Some(3);
            patient.limits.max_transit = Some(Minutes(48 * 60));
        } else if rank < counts[0] + counts[1] {
            rows::lay_down(patient);
        } else {
            sit(patient, dice);
        }
        let clock = patient.precedence.clock_start_at;
        if rank < urgent {
            patient.precedence = rows::precedence(PrecedenceScheme::UkStanag3204, "P1", clock);
        } else if rank < priority {
            patient.precedence = rows::precedence(PrecedenceScheme::UkStanag3204, "P2", clock);
        }
    }
    restrict(patients);
}

fn gravity(specialty: Specialty) -> u32 {
    match specialty {
        Specialty::Burns | Specialty::Neurosurgery => 0,
        Specialty::Vascular => 1,
        Specialty::GeneralSurgery | Specialty::Orthopaedics => 2,
        _ => 3,
    }
}

fn sit(patient: &mut Patient, dice: &mut Dice) {
    if dice.percent(20) {
        patient.mobility = Mobility::Wheelchair;
        patient.dependency = Dependency::Low;
    }
    if dice.percent(30) {
        patient.classification = Classification::C4;
    }
}

/// Air in the eye or in the skull: the cabin stays at 5,000 ft.
fn restrict(patients: &mut [Patient]) {
    let count = (patients.len() * RESTRICTED).div_ceil(super::COHORT);
    let eyes_and_skulls = patients
        .iter_mut()
        .filter(|patient| matches!(patient.specialty, Specialty::Ophthalmology | Specialty::Neurosurgery));
    for patient in eyes_and_skulls.take(count) {
        patient.cabin_limit = Some(CabinLimit(Feet(5000.0)));
    }
}

fn give_persons(patients: &mut [Patient], dice: &mut Dice) {
    for patient in patients {
        patient.age_years = Some(dice.between(18, 52) as u32);
        patient.sex = Some(if dice.percent(95) { Sex::Male } else { Sex::Female });
        patient.weight = Some(Kilograms(dice.between(58, 98) as f64));
        patient.languages = vec!["ar".to_owned()];
        patient.expected_stay_days = Some(dice.between(14, 60) as u32);
    }
}

/// Medical attendants first to the ventilated, the others to whom it falls.
fn give_attendants(patients: &mut [Patient], dice: &mut Dice) {
    let count = patients.len() * ATTENDANTS / super::COHORT;
    let mut order: Vec<usize> = (0..patients.len()).collect();
    dice.shuffle(&mut order);
    order.sort_by_key(|&at| !patients[at].ventilated);
    for &at in order.iter().take(count) {
        patients[at].attendants = if patients[at].ventilated {
            Attendants { medical: 1, other: 0 }
        } else {
            Attendants { medical: 0, other: 1 }
        };
    }
}

/// Two pairs of brothers, each with the same injury, and three friends who want to stay in one city.
fn give_groups(operation: &mut Operation, cohort: usize, members: Range<usize>) {
    let families = [
        ("brothers", Specialty::Orthopaedics, 2, Unity::Facility),
        ("cousins", Specialty::Prosthetics, 2, Unity::Facility),
        ("friends", Specialty::Orthopaedics, 3, Unity::City),
    ];
    for (note, specialty, size, unity) in families {
        let free: Vec<usize> = members
            .clone()
            .filter(|&at| {
                let patient = &operation.patients[at];
                patient.specialty == specialty && patient.group.is_none() && patient.precedence.code == "P3"
            })
            .take(size)
            .collect();
        if free.len() < size {
            continue;
        }
        let id = GroupId::new(format!("G{:02}-{note}", cohort + 1));
        for at in free {
            operation.patients[at].group = Some(id.clone());
        }
        operation.groups.push(Group {
            id,
            unity,
            note: format!("{note} (synthetic)"),
        });
    }
}
