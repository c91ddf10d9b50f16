//! Airfields, one Hercules and two Ilyushins for each lane, and their crews. All tails are synthetic.

use airbridge_model::{Aircraft, Operation, RestClass};
use airbridge_units::RuleSetId;

use super::Layout;
use crate::{fleet, places, rows};

/// Airfields of the case; Nizhny Novgorod and Pskov only as alternates.
const FIELDS: [&str; 10] = [
    "HLLB", "HLLQ", "HECA", "LTAC", "UUMU", "UUWW", "UUBW", "UWGG", "ULLI", "ULOO",
];
/// Two teams of six points each side: not enough for ten intensive-care patients with four ventilated at once.
const HERCULES_TEAM: (u32, u32) = (24, 130);
/// One specialist for each of twenty critical patients.
const ILYUSHIN_TEAM: (u32, u32) = (60, 160);

pub(super) fn add(operation: &mut Operation, layout: &Layout) {
    operation.airfields = FIELDS.iter().map(|icao| places::airfield(icao)).collect();
    operation.aircraft_types = ["C-130H", "Il-76TD"].map(fleet::aircraft_type).to_vec();
    for lane in 1..=layout.lanes {
        add_hercules(operation, lane);
        add_ilyushin(operation, lane * 2 - 1);
        add_ilyushin(operation, lane * 2);
    }
}

/// Two crews by turns, so that it can fly to Cairo twice a day.
fn add_hercules(operation: &mut Operation, number: usize) {
    let tail = format!("5A-SYN{number}");
    let aircraft = rows::aircraft(&tail, "C-130H", "LNA-AIRLIFT", "LY", "HLLB", operation.horizon);
    for turn in ["A", "B"] {
        add_crews(operation, &aircraft, turn, HERCULES_TEAM, 8);
    }
    operation.aircraft.push(aircraft);
}

/// Based at Zhukovsky, so that a closure of Chkalovsky leaves it free to fly.
fn add_ilyushin(operation: &mut Operation, number: usize) {
    let tail = format!("RA-SYN{number}");
    let aircraft = rows::aircraft(&tail, "Il-76TD", "RU-RESCUE", "RU", "UUBW", operation.horizon);
    add_crews(operation, &aircraft, "A", ILYUSHIN_TEAM, 24);
    // The mission to Cairo and back, with St Petersburg, is longer than a basic crew's day.
    let crews = operation.crews.len();
    operation.crews[crews - 1].rules = RuleSetId::new("military-ae-double");
    operation.crews[crews - 2].extra_pilots = 1;
    operation.crews[crews - 2].rest_class = Some(RestClass::Class2);
    operation.aircraft.push(aircraft);
}

fn add_crews(operation: &mut Operation, aircraft: &Aircraft, turn: &str, points: (u32, u32), team: u32) {
    let tail = aircraft.id.as_str();
    let flight = rows::flight_crew(format!("{tail}-FLT-{turn}"), aircraft, "military-ae");
    let medical = rows::medical_team(format!("{tail}-MED-{turn}"), aircraft, "military-ae", points, team);
    operation.crews.extend([flight, medical]);
}
