//! Chartered 737s, a C-130J, an A400M and a Challenger. All tails are synthetic.

use airbridge_model::Operation;

use super::FULL;
use crate::{fleet, places, rows};

const FIELDS: [&str; 22] = [
    "HEAR", "HECA", "LLER", "OJAI", "OMAA", "OTHH", "LTAC", "LIRA", "LIRF", "LEMD", "LROP", "EGBB", "LFPB", "EDDK",
    "ENGM", "EIDW", "LPPT", "EHAM", "EBBR", "ESSA", "EKCH", "LOWW",
];

/// Tail, type, operator, state, base, duty rules, points of the medical team, its persons.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    (u32, u32),
    u32,
);

/// In the order in which a longer list calls for them.
const FLEET: [Row; 6] = [
    (
        "JY-SYN",
        "Boeing 737 charter",
        "JO-CHARTER",
        "JO",
        "OJAI",
        "easa",
        (8, 200),
        8,
    ),
    (
        "D-SYN",
        "Challenger 650",
        "DE-AMBULANCE",
        "DE",
        "EDDK",
        "easa",
        (8, 16),
        3,
    ),
    (
        "MM-SYN",
        "C-130J",
        "IT-AIRLIFT",
        "IT",
        "LIRA",
        "military-ae",
        (24, 130),
        8,
    ),
    (
        "T23-SYN",
        "A400M",
        "ES-AIRLIFT",
        "ES",
        "LEMD",
        "military-ae",
        (20, 120),
        11,
    ),
    (
        "SU-SYN",
        "Boeing 737 charter",
        "EG-CHARTER",
        "EG",
        "HECA",
        "easa",
        (8, 200),
        8,
    ),
    (
        "A6-SYN",
        "Boeing 737 charter",
        "AE-CHARTER",
        "AE",
        "OMAA",
        "easa",
        (8, 200),
        8,
    ),
];

pub(super) fn add(operation: &mut Operation, patients: usize) {
    operation.airfields = FIELDS.iter().map(|icao| places::airfield(icao)).collect();
    operation.airfields.push(places::airfield("LKPR"));
    let kinds = match patients {
        0..100 => 2,
        100..2000 => 4,
        _ => FLEET.len(),
    };
    for number in 1..=patients.div_ceil(FULL) {
        for row in &FLEET[..kinds] {
            add_aircraft(operation, row, number);
        }
    }
    let mut types: Vec<&str> = FLEET[..kinds].iter().map(|row| row.1).collect();
    types.sort_unstable();
    types.dedup();
    operation.aircraft_types = types.into_iter().map(fleet::aircraft_type).collect();
}

/// Two flight crews and two teams by turns.
fn add_aircraft(operation: &mut Operation, row: &Row, number: usize) {
    let &(tail, kind, operator, state, base, rules, points, team) = row;
    let tail = format!("{tail}{number}");
    let aircraft = rows::aircraft(&tail, kind, operator, state, base, operation.horizon);
    for turn in ["A", "B"] {
        let flight = rows::flight_crew(format!("{tail}-FLT-{turn}"), &aircraft, rules);
        let medical = rows::medical_team(format!("{tail}-MED-{turn}"), &aircraft, rules, points, team);
        operation.crews.extend([flight, medical]);
    }
    operation.aircraft.push(aircraft);
}
