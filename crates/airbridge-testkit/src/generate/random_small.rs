//! Tiny operations of every kind, to exercise every rule.

use airbridge_model::{
    Attendants, ClearanceKind, Group, Horizon, Operation, PrecedenceScheme, Specialty, Staging, Unity,
};
use airbridge_units::{FacilityId, GroupId, Kilograms, Minutes};
use jiff::ToSpan;

use super::europe::EUROPE;
use super::strain;
use crate::dice::Dice;
use crate::{fleet, places, rows};

/// Airfields to choose from, near and far.
const FIELDS: [&str; 12] = [
    "EDDK", "EDDM", "LOWW", "LKPR", "EKCH", "EHAM", "LIRA", "LEMD", "EPRZ", "ENGM", "LTAC", "EIDW",
];
/// Types with a duty rule set and the points of a team.
const TYPES: [(&str, &str, (u32, u32)); 4] = [
    ("Challenger 650", "easa", (4, 10)),
    ("C-130J", "military-ae", (12, 60)),
    ("Boeing 737-700", "easa", (8, 60)),
    ("A400M", "military-ae", (12, 60)),
];
const NEEDS: [Specialty; 3] = [Specialty::Orthopaedics, Specialty::Burns, Specialty::OncoAdult];

/// One to five patients, one or two aircraft, two to four airfields, one to four offers over three days, and up to four troubles. Sometimes a
/// staging ward, groups, isolation, cabin limits, denied clearances, closures, or an aircraft whose base is far away.
pub fn random_small(seed: u64) -> Operation {
    let mut dice = Dice::new(seed, "random small");
    let from = rows::instant("2024-04-08T00:00:00Z");
    let horizon = Horizon {
        from,
        to: rows::hours_after(from, 72),
    };
    let mut operation = rows::operation(format!("random small (synthetic, seed {seed})"), horizon);
    add_fields(&mut operation, &mut dice);
    add_facilities(&mut operation, &mut dice);
    add_offers(&mut operation, &mut dice);
    add_patients(&mut operation, &mut dice);
    add_group(&mut operation, &mut dice);
    add_aircraft(&mut operation, &mut dice);
    operation.clearances = EUROPE
        .iter()
        .chain(&["TR"])
        .map(|state| rows::clearance(state, ClearanceKind::Both, horizon.from, horizon.to))
        .collect();
    for _ in 0..dice.below(5) {
        dice.pick(&strain::ALL)(&mut operation, &mut dice);
    }
    rows::finish(operation)
}

fn add_fields(operation: &mut Operation, dice: &mut Dice) {
    let mut fields = FIELDS;
    dice.shuffle(&mut fields);
    let count = dice.between(2, 4) as usize;
    operation.airfields = fields[..count].iter().map(|icao| places::airfield(icao)).collect();
}

/// One facility for each field: patients start at the first, go to the others, and may wait at the second.
fn add_facilities(operation: &mut Operation, dice: &mut Dice) {
    let fields = operation.airfields.clone();
    for (number, field) in fields.iter().enumerate() {
        let mut facility = rows::hospital_at(number, field, dice.between(1, 6) * 15);
        if dice.percent(20) {
            facility.receives_per_day = Some(dice.between(1, 2) as u32);
        }
        if dice.percent(20) {
            facility.releases_per_day = Some(dice.between(1, 3) as u32);
        }
        operation.facilities.push(facility);
    }
    if fields.len() > 2 && dice.percent(40) {
        operation.staging = vec![Staging {
            facility: FacilityId::new("F1"),
            capacity: dice.between(1, 4) as u32,
            max_stay: Minutes(dice.between(6, 36) * 60),
            min_stay: Minutes(dice.between(0, 2) * 60),
            intensive_care: dice.percent(70),
            isolation: dice.percent(50),
        }];
    }
}

fn add_offers(operation: &mut Operation, dice: &mut Dice) {
    let from = rows::day_of(operation.horizon.from);
    let receivers = operation.facilities.len() as i64 - 1;
    for number in 1..=dice.between(1, 4) {
        let facility = format!("F{}", dice.between(receivers.min(1), receivers));
        let first = from + dice.between(0, 1).days();
        let (need, beds) = (*dice.pick(&NEEDS), dice.between(1, 3) as u32);
        let mut offer = rows::offer(format!("O{number}"), &facility, need, beds, first, from + 3.days());
        offer.isolation = dice.percent(60);
        offer.companions = *dice.pick(&[None, Some(1), Some(2)]);
        operation.offers.push(offer);
    }
}

fn add_patients(operation: &mut Operation, dice: &mut Dice) {
    let last = operation.facilities.len() as i64 - 1;
    for number in 1..=dice.between(1, 5) {
        let origin = if dice.percent(80) { 0 } else { dice.between(0, last) };
        let ready_at = rows::minutes_after(operation.horizon.from, dice.between(0, 96) * 15);
        let code = *dice.pick(&["P1", "P2", "P3"]);
        let clock = rows::precedence(PrecedenceScheme::UkStanag3204, code, ready_at);
        let mut patient = rows::patient(format!("P{number}"), &format!("F{origin}"), ready_at, clock);
        patient.specialty = *dice.pick(&NEEDS);
        if dice.percent(40) {
            patient.acceptable = NEEDS
                .iter()
                .copied()
                .filter(|need| *need != patient.specialty)
                .collect();
        }
        match dice.below(4) {
            0 => rows::make_critical(&mut patient, dice.percent(50)),
            1 => rows::lay_down(&mut patient),
            _ => {}
        }
        patient.age_years = Some(dice.between(18, 70) as u32);
        patient.weight = Some(Kilograms(dice.between(50, 120) as f64));
        patient.bariatric = dice.percent(5);
        patient.attendants = Attendants {
            medical: 0,
            other: dice.below(3) as u32,
        };
        operation.patients.push(patient);
    }
}

/// Sometimes the first two belong together.
fn add_group(operation: &mut Operation, dice: &mut Dice) {
    if operation.patients.len() < 2 || !dice.percent(30) {
        return;
    }
    let id = GroupId::new("G1");
    let unity = *dice.pick(Unity::ALL);
    let origin = operation.patients[0].origin.clone();
    for patient in &mut operation.patients[..2] {
        patient.group = Some(id.clone());
        patient.origin = origin.clone();
    }
    operation.groups = vec![Group {
        id,
        unity,
        note: "synthetic".to_owned(),
    }];
}

fn add_aircraft(operation: &mut Operation, dice: &mut Dice) {
    for number in 1..=dice.between(1, 2) {
        let &(kind, rules, points) = dice.pick(&TYPES);
        let (tail, base) = (format!("SYN{number}"), dice.pick(&operation.airfields).clone());
        let (state, horizon) = (base.state.as_str(), operation.horizon);
        let aircraft = rows::aircraft(&tail, kind, "SYN-AIR", state, base.id.as_str(), horizon);
        let flight = rows::flight_crew(format!("{tail}-FLT"), &aircraft, rules);
        let medical = rows::medical_team(format!("{tail}-MED"), &aircraft, rules, points, 3);
        operation.crews.extend([flight, medical]);
        operation.aircraft.push(aircraft);
        if operation.aircraft_types.iter().all(|known| known.id.as_str() != kind) {
            operation.aircraft_types.push(fleet::aircraft_type(kind));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_reach_every_size_and_kind() {
        let all: Vec<Operation> = (0..300).map(random_small).collect();
        for count in 1..=5 {
            assert!(all.iter().any(|operation| operation.patients.len() == count));
        }
        assert!(all.iter().any(|operation| !operation.staging.is_empty()));
        assert!(all.iter().any(|operation| !operation.groups.is_empty()));
        assert!(all.iter().any(|operation| !operation.closures.is_empty()));
        assert!(all.iter().any(|operation| !operation.forbidden_pairs.is_empty()));
        assert!(all.iter().any(|operation| operation.aircraft.len() == 2));
    }
}
