//! The people of the list: nearly half of them children, each with somebody, cleared by name after a delay.

use airbridge_model::{
    Attendants, CabinLimit, Classification, Dependency, Group, Isolation, Mobility, Operation, Patient,
    PrecedenceScheme, Sex, Specialty, Unity,
};
use airbridge_units::{Feet, GroupId, Kilograms, Minutes, StateCode};
use jiff::Timestamp;

use crate::dice::Dice;
use crate::rows;

/// Injury 45 %, cancer 25 %, other 30 %.
pub(super) const NEEDS: [(Specialty, u32); 13] = [
    (Specialty::Orthopaedics, 20),
    (Specialty::Plastics, 6),
    (Specialty::Burns, 5),
    (Specialty::Neurosurgery, 5),
    (Specialty::Vascular, 5),
    (Specialty::Maxillofacial, 4),
    (Specialty::OncoAdult, 18),
    (Specialty::Haematology, 7),
    (Specialty::CardiacSurgery, 7),
    (Specialty::Paediatrics, 8),
    (Specialty::Ophthalmology, 6),
    (Specialty::Dialysis, 5),
    (Specialty::Cardiology, 4),
];
/// The first list, per cent of all; the others come later, 25 a day to a list of 12,000.
const FIRST_LIST_PERCENT: usize = 81;
/// The first list was gone through again in the days before; its clocks start then.
const REVIEW_DAYS: i64 = 14;
/// Security clearance: median and spread of the delay.
const CLEARANCE_MEDIAN_DAYS: f64 = 10.0;
const CLEARANCE_DEVIATION: f64 = 0.7;
/// Everybody of the list is cleared at least so long before the end.
const LAST_CLEARANCE_DAYS: i64 = 5;

pub(super) fn add(operation: &mut Operation, patients: usize, days: i64, seed: u64) {
    let mut dice = Dice::new(seed, "waiting list people");
    let first_list = patients * FIRST_LIST_PERCENT / 100;
    let mut minutes: Vec<i64> = (0..patients)
        .map(|at| {
            if at < first_list {
                dice.between(-REVIEW_DAYS * 1440, 0)
            } else {
                dice.between(0, (days - LAST_CLEARANCE_DAYS) * 1440)
            }
        })
        .collect();
    minutes.sort_unstable();
    let width = patients.to_string().len().max(3);
    for (number, minute) in minutes.into_iter().enumerate() {
        let clock_start_at = rows::minutes_after(operation.horizon.from, minute);
        let id = format!("SYN-{:0width$}", number + 1);
        let person = person(id, clock_start_at, operation, &mut dice);
        operation.patients.push(person);
    }
    give_siblings(operation, &mut dice);
}

fn person(id: String, clock_start_at: Timestamp, operation: &Operation, dice: &mut Dice) -> Patient {
    let code = dice.weighted(&[("critical", 10), ("urgent", 35), ("elective", 55)]);
    let clock = rows::precedence(PrecedenceScheme::Waitlist, code, clock_start_at);
    let origin = dice.weighted(&[("RAFAH", 70), ("KEREM-SHALOM", 30)]);
    let ready_at = cleared_at(code, clock_start_at, operation, dice);
    let mut patient = rows::patient(id, origin, ready_at, clock);
    give_age(&mut patient, dice);
    give_need(&mut patient, dice);
    give_care(&mut patient, dice);
    give_company(&mut patient, dice);
    give_wishes(&mut patient, dice);
    patient
}

/// Clearance by name takes its time; for critical patients a third of it. Whole minutes.
fn cleared_at(code: &str, clock_start_at: Timestamp, operation: &Operation, dice: &mut Dice) -> Timestamp {
    let median = if code == "critical" {
        CLEARANCE_MEDIAN_DAYS / 3.0
    } else {
        CLEARANCE_MEDIAN_DAYS
    };
    let days = dice.log_normal(median, CLEARANCE_DEVIATION);
    let cleared = rows::minutes_after(clock_start_at, (days * 1440.0) as i64);
    let last = rows::hours_after(operation.horizon.to, -LAST_CLEARANCE_DAYS * 24);
    cleared.max(operation.horizon.from).min(last)
}

/// Forty-five of a hundred are children.
fn give_age(patient: &mut Patient, dice: &mut Dice) {
    let child = dice.percent(45);
    let age = if child {
        dice.between(1, 17)
    } else {
        dice.between(18, 80)
    };
    patient.age_years = Some(age as u32);
    patient.weight = Some(Kilograms(if child { 8 + age * 3 } else { dice.between(48, 98) } as f64));
    patient.sex = Some(if dice.percent(48) { Sex::Female } else { Sex::Male });
    patient.languages = vec!["ar".to_owned()];
}

fn give_need(patient: &mut Patient, dice: &mut Dice) {
    let child = patient.age_years.is_some_and(|age| age < 18);
    patient.specialty = match dice.weighted(&NEEDS) {
        Specialty::OncoAdult if child => Specialty::OncoPaed,
        Specialty::Paediatrics if !child => Specialty::GeneralSurgery,
        other => other,
    };
    patient.acceptable = match patient.specialty {
        Specialty::Maxillofacial => vec![Specialty::Plastics],
        Specialty::Haematology if child => vec![Specialty::OncoPaed],
        Specialty::Haematology => vec![Specialty::OncoAdult],
        Specialty::Cardiology => vec![Specialty::CardiacSurgery],
        _ => Vec::new(),
    };
    patient.expected_stay_days = Some(dice.between(14, 60) as u32);
}

fn give_care(patient: &mut Patient, dice: &mut Dice) {
    match dice.below(100) {
        0..2 => {
            let ventilated = dice.percent(40);
            rows::make_critical(patient, ventilated);
            patient.limits.max_transit = Some(Minutes(30 * 60));
        }
        2..20 => rows::lay_down(patient),
        20..40 => {
            patient.mobility = Mobility::Wheelchair;
            patient.dependency = Dependency::Low;
        }
        _ => patient.classification = Classification::C4,
    }
    patient.isolation = match dice.below(200) {
        0 => Isolation::Airborne,
        1..9 => Isolation::Contact,
        _ => Isolation::None,
    };
    patient.cabin_limit = match dice.below(200) {
        0 => Some(CabinLimit(Feet(0.0))),
        1..7 => Some(CabinLimit(Feet(5000.0))),
        _ => None,
    };
}

/// Seventeen companions for ten patients; nobody goes alone.
fn give_company(patient: &mut Patient, dice: &mut Dice) {
    patient.attendants = Attendants {
        medical: 0,
        other: dice.weighted(&[(1, 45), (2, 40), (3, 15)]),
    };
}

fn give_wishes(patient: &mut Patient, dice: &mut Dice) {
    match dice.below(100) {
        0..5 => patient.consent.refused = vec![StateCode::new(dice.pick(&["GB", "DE", "CZ", "AE"]))],
        5..9 => patient.consent.only = vec![StateCode::new(dice.pick(&["EG", "AE", "QA", "TR", "JO"]))],
        _ => {}
    }
}

/// Now and then two who came one after the other are siblings.
fn give_siblings(operation: &mut Operation, dice: &mut Dice) {
    let mut at = 0;
    while at + 1 < operation.patients.len() {
        if !dice.percent(2) {
            at += 1;
            continue;
        }
        let id = GroupId::new(format!("SIBLINGS-{:03}", operation.groups.len() + 1));
        let first = operation.patients[at].clone();
        let second = &mut operation.patients[at + 1];
        second.origin = first.origin;
        second.ready_at = first.ready_at;
        second.precedence = first.precedence;
        second.consent = first.consent;
        operation.patients[at].group = Some(id.clone());
        operation.patients[at + 1].group = Some(id.clone());
        operation.groups.push(Group {
            id,
            unity: Unity::City,
            note: "siblings (synthetic)".to_owned(),
        });
        at += 2;
    }
}
