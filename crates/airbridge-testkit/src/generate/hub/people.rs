//! Patients of the hub: a steady stream, a mix of needs, some with resistant organisms, some children.

use airbridge_model::{
    Attendants, Classification, Dependency, Group, Isolation, Mobility, Operation, Patient, PrecedenceScheme, Sex,
    Specialty, Unity,
};
use airbridge_units::{GroupId, Kilograms, StateCode};

use crate::dice::Dice;
use crate::rows;

/// What they need, in per cent: trauma 35, prosthetics and rehabilitation 20, cancer 20, burns 10, other 15.
pub(super) const TRAUMA: [(Specialty, u32); 5] = [
    (Specialty::Orthopaedics, 20),
    (Specialty::Neurosurgery, 4),
    (Specialty::Plastics, 4),
    (Specialty::Maxillofacial, 4),
    (Specialty::Spinal, 3),
];
pub(super) const REHABILITATION: [(Specialty, u32); 2] = [(Specialty::Prosthetics, 12), (Specialty::Rehab, 8)];
pub(super) const CANCER: [(Specialty, u32); 2] = [(Specialty::OncoAdult, 14), (Specialty::Haematology, 6)];
pub(super) const BURNS: [(Specialty, u32); 1] = [(Specialty::Burns, 10)];
pub(super) const OTHER: [(Specialty, u32); 4] = [
    (Specialty::GeneralSurgery, 6),
    (Specialty::Cardiology, 4),
    (Specialty::Ophthalmology, 3),
    (Specialty::Dialysis, 2),
];

/// Adds patients who come evenly over the days: a Poisson stream, given its total, is just that.
pub(super) fn add(operation: &mut Operation, patients: usize, days: i64, seed: u64) {
    let mut dice = Dice::new(seed, "hub people");
    // The last of them still has a flight ahead.
    let mut minutes: Vec<i64> = (0..patients).map(|_| dice.between(0, (days - 4) * 1440 - 1)).collect();
    minutes.sort_unstable();
    let width = patients.to_string().len().max(3);
    for (number, minute) in minutes.into_iter().enumerate() {
        let ready_at = rows::minutes_after(operation.horizon.from, minute);
        let id = format!("SYN-{:0width$}", number + 1);
        operation.patients.push(person(id, ready_at, &mut dice));
    }
    give_families(operation, &mut dice);
}

fn person(id: String, ready_at: jiff::Timestamp, dice: &mut Dice) -> Patient {
    let code = dice.weighted(&[("critical", 10), ("urgent", 40), ("elective", 50)]);
    let clock = rows::precedence(PrecedenceScheme::Waitlist, code, ready_at);
    let mut patient = rows::patient(id, "LVIV", ready_at, clock);
    give_age(&mut patient, dice);
    give_need(&mut patient, dice);
    give_care(&mut patient, dice);
    give_company(&mut patient, dice);
    give_wishes(&mut patient, dice);
    patient
}

/// Fourteen of a hundred are children.
fn give_age(patient: &mut Patient, dice: &mut Dice) {
    let child = dice.percent(14);
    let age = if child {
        dice.between(1, 17)
    } else {
        dice.between(18, 78)
    };
    patient.age_years = Some(age as u32);
    patient.weight = Some(Kilograms(if child { 8 + age * 3 } else { dice.between(52, 104) } as f64));
    patient.sex = Some(if dice.percent(35) { Sex::Female } else { Sex::Male });
    patient.languages = vec!["uk".to_owned()];
}

fn give_need(patient: &mut Patient, dice: &mut Dice) {
    let every: Vec<(Specialty, u32)> = [&TRAUMA[..], &REHABILITATION, &CANCER, &BURNS, &OTHER].concat();
    let need = dice.weighted(&every);
    let child = patient.age_years.is_some_and(|age| age < 18);
    patient.specialty = match need {
        Specialty::OncoAdult if child => Specialty::OncoPaed,
        other => other,
    };
    patient.acceptable = match patient.specialty {
        Specialty::Prosthetics => vec![Specialty::Rehab],
        Specialty::Maxillofacial => vec![Specialty::Plastics],
        Specialty::Spinal => vec![Specialty::Neurosurgery],
        _ => Vec::new(),
    };
    patient.expected_stay_days = Some(dice.between(10, 90) as u32);
}

/// Five of a hundred need intensive care, thirty lie; two of five carry resistant organisms.
fn give_care(patient: &mut Patient, dice: &mut Dice) {
    match dice.below(100) {
        0..5 => {
            let ventilated = dice.percent(40);
            rows::make_critical(patient, ventilated);
        }
        5..35 => rows::lay_down(patient),
        35..45 => {
            patient.mobility = Mobility::Wheelchair;
            patient.dependency = Dependency::Low;
        }
        _ => patient.classification = Classification::C4,
    }
    patient.isolation = match dice.below(100) {
        0 => Isolation::Droplet,
        1..41 => Isolation::Contact,
        _ => Isolation::None,
    };
}

/// Six companions for ten patients; a child never without one.
fn give_company(patient: &mut Patient, dice: &mut Dice) {
    let child = patient.age_years.is_some_and(|age| age < 18);
    let other = if child {
        dice.weighted(&[(1, 80), (2, 20)])
    } else {
        dice.weighted(&[(0, 57), (1, 37), (2, 6)])
    };
    patient.attendants = Attendants { medical: 0, other };
}

/// A few refuse a state, a few have family in one.
fn give_wishes(patient: &mut Patient, dice: &mut Dice) {
    match dice.below(100) {
        0..6 => patient.consent.refused = vec![StateCode::new(dice.pick(&["RO", "EE", "PT", "HR"]))],
        6..9 => patient.consent.only = vec![StateCode::new(dice.pick(&["DE", "ES", "IT"]))],
        _ => {}
    }
}

/// Now and then two who came one after the other belong together; they are ready together and need the same.
fn give_families(operation: &mut Operation, dice: &mut Dice) {
    let mut at = 0;
    while at + 1 < operation.patients.len() {
        if !dice.percent(2) {
            at += 1;
            continue;
        }
        let id = GroupId::new(format!("FAMILY-{:03}", operation.groups.len() + 1));
        let unity = if dice.percent(50) { Unity::City } else { Unity::Facility };
        let (first, second) = (operation.patients[at].clone(), &mut operation.patients[at + 1]);
        second.ready_at = first.ready_at;
        second.precedence = first.precedence;
        second.consent = first.consent;
        if unity == Unity::Facility && second.specialty != Specialty::OncoPaed && first.specialty != Specialty::OncoPaed
        {
            second.specialty = first.specialty;
            second.acceptable = first.acceptable;
        }
        operation.patients[at].group = Some(id.clone());
        operation.patients[at + 1].group = Some(id.clone());
        operation.groups.push(Group {
            id,
            unity,
            note: "family (synthetic)".to_owned(),
        });
        at += 2;
    }
}
