//! Random events of an operation: written, they read back the same.

use airbridge_interchange::{read_events, write_events};
use airbridge_model::{
    Area, CriticalCare, Dependency, Event, Happening, Isolation, Mobility, Operation, Patient, PatientChange,
};
use airbridge_units::{Feet, PatientId};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::random::{Dice, offers, operation, patients};

/// Events of every kind that an operation allows, in order of time.
pub(crate) fn events(seed: u64, operation: &Operation) -> Vec<Event> {
    let d = &mut Dice(seed);
    let mut new = patients(d, &operation.facilities, &operation.groups);
    for (patient, number) in new.iter_mut().zip(0..) {
        patient.id = format!("=new {number}").as_str().into();
        patient.group = patient.group.take().filter(|group| {
            let mut members = operation.patients.iter();
            members.all(|member| member.group.as_ref() != Some(group) || member.origin == patient.origin)
        });
    }
    let mut known: Vec<PatientId> = operation.patients.iter().map(|patient| patient.id.clone()).collect();
    let mut at = d.instant();
    (0..d.below(40))
        .map(|number| {
            at += SignedDuration::from_secs(i64::from(d.count(4_000)) * i64::from(d.count(2)));
            let what = happening(d, number, at, operation, &mut new, &mut known);
            Event {
                at,
                source: d.text(),
                note: d.text(),
                what,
            }
        })
        .collect()
}

fn later(d: &mut Dice, at: Timestamp) -> Timestamp {
    at + SignedDuration::from_secs(1 + i64::from(d.count(900_000)))
}

fn one<'a, T>(d: &mut Dice, items: &'a [T]) -> &'a T {
    &items[d.count(items.len() as u64) as usize]
}

fn happening(
    d: &mut Dice,
    number: u64,
    at: Timestamp,
    o: &Operation,
    new: &mut Vec<Patient>,
    known: &mut Vec<PatientId>,
) -> Happening {
    let mission = d.one(&["M001", "=M 2", "7"]).into();
    let patient = one(d, known).clone();
    let airfield = one(d, &o.airfields).id.clone();
    let clearance = one(d, &o.clearances).id.clone();
    let offer = one(d, &o.offers).clone();
    let until = d.maybe(|d| later(d, at));
    let from = d.instant();
    let to = later(d, from);
    let closure = format!("-C {number}").as_str().into();
    match d.below(23) {
        0 => Happening::OffBlock { mission, airfield },
        1 => Happening::OnBlock { mission, airfield },
        2 => Happening::Boarded { patient, mission },
        3 => Happening::NotBoarded { patient, mission },
        4 => Happening::Admitted {
            patient,
            facility: one(d, &o.facilities).id.clone(),
        },
        5 => Happening::Delayed {
            mission,
            airfield: d.flag().then_some(airfield),
            until: later(d, at),
        },
        6 => Happening::AircraftOut {
            aircraft: one(d, &o.aircraft).id.clone(),
            until,
        },
        7 => Happening::CrewOut {
            crew: one(d, &o.crews).id.clone(),
            until,
        },
        8 => Happening::AirfieldClosed {
            closure,
            airfield,
            from,
            to,
        },
        9 => Happening::AirspaceClosed {
            closure,
            area: Area {
                corners: (0..3 + d.below(4)).map(|_| d.position()).collect(),
            },
            from,
            to,
        },
        10 => Happening::StateClosed {
            state: d.state(),
            from,
            to,
        },
        11 => Happening::BedsWithdrawn {
            left: d.count(u64::from(offer.beds) + 1),
            offer: offer.id,
        },
        12 => {
            // A new one, or an old one with as many beds or more, so that none of the others has too many left.
            let offers = offers(d, &o.facilities);
            let mut offered = one(d, &offers).clone();
            if d.flag() {
                offered.beds = offer.beds + d.count(9);
                offered.facility = offer.facility;
                offered.specialty = offer.specialty;
                offered.id = offer.id;
            } else {
                offered.id = format!("@new {number}").as_str().into();
            }
            Happening::BedsOffered {
                offer: Box::new(offered),
            }
        }
        13 => Happening::ClearanceGranted {
            clearance,
            window: d.flag().then_some((from, to)),
        },
        14 => Happening::ClearanceDenied { clearance },
        15 => Happening::ClearanceLate {
            clearance,
            valid_from: from,
        },
        16 => Happening::PatientUnfit { patient, until },
        17 => Happening::PatientDied { patient },
        18 => Happening::PatientWithdrawn { patient },
        21 => Happening::MissionCancelled { mission },
        22 => Happening::Declined {
            patient,
            facility: one(d, &o.facilities).id.clone(),
        },
        19 => match new.pop() {
            Some(patient) => {
                known.push(patient.id.clone());
                Happening::Requested {
                    patient: Box::new(patient),
                }
            }
            None => Happening::ClearanceDenied { clearance },
        },
        _ => Happening::PatientChanged {
            patient,
            change: Box::new(change(d, &o.patients)),
        },
    }
}

fn change(d: &mut Dice, patients: &[Patient]) -> PatientChange {
    let precedence = one(d, patients).precedence.clone();
    PatientChange {
        precedence: d.maybe(|_| precedence),
        critical_care: d.maybe(|d| d.one(CriticalCare::ALL)),
        dependency: Some(d.one(Dependency::ALL)),
        mobility: d.maybe(|d| d.one(Mobility::ALL)),
        ventilated: d.maybe(Dice::flag),
        isolation: d.maybe(|d| d.one(Isolation::ALL)),
        cabin_limit: d.maybe(|d| Feet(d.number(0.0, 9_000.0))),
        ready_at: d.maybe(Dice::instant),
        other_attendants: d.maybe(|d| d.count(4)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::mutated::cases(256), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn written_events_read_back(seed in any::<u64>()) {
        let operation = operation(seed);
        let events = events(seed ^ 1, &operation);
        let text = write_events(&events);
        let reading = read_events("events.json", text.as_bytes(), &operation);
        prop_assert!(reading.events.is_some(), "{:#?}", reading.findings);
        let read = reading.events.unwrap_or_default();
        prop_assert_eq!(&read, &events);
        prop_assert_eq!(write_events(&read), text, "canonical");
    }
}

#[test]
fn every_kind_comes_up() {
    let operation = operation(1);
    for kind in airbridge_interchange::EventKind::ALL {
        let mut all = (0..50).flat_map(|seed| events(seed, &operation));
        assert!(all.any(|event| event.what.kind() == kind.name()), "{}", kind.name());
    }
}
