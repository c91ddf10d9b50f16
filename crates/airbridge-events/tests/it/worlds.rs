//! Lives drawn by chance: nothing panics, nobody is lost, no bed is given twice, and replay gives the same.

use airbridge_events::{Command, MissionId, Record, RequestCommand, RequestId, Row, State, due};
use proptest::prelude::*;

use crate::world::{World, clear, create};

/// A step, drawn as numbers: whose, and what.
fn step(world: &mut World, who: u8, what: u8, hours: u8) {
    let id = ["a", "b", "c", "d"][usize::from(who % 4)];
    let until = world.hours(i64::from(hours) + 1);
    let offer = if hours.is_multiple_of(2) { "one" } else { "two" };
    let identifiers = "name, date of birth".to_owned();
    let text = || "synthetic".to_owned();
    let command = match what % 25 {
        0 => {
            let age = ["20", "30", "40", "50"][usize::from(who % 4)];
            let _ = world.ask(&create(id, age), "clinician");
            return;
        }
        1 => RequestCommand::Submit { basis: text() },
        2 => RequestCommand::Endorse { criteria: text() },
        3 => clear(until),
        4 => RequestCommand::Offer {
            offer: offer.into(),
            until,
        },
        5 => RequestCommand::Accept,
        6 => RequestCommand::Decline {
            reason: "no-bed".to_owned(),
            note: text(),
        },
        7 => RequestCommand::Defer { until, reason: text() },
        8 => RequestCommand::Withdraw { reason: text() },
        9 => RequestCommand::ReportDeath,
        10 => RequestCommand::Manifest,
        11 => RequestCommand::Collect { identifiers },
        12 => RequestCommand::Stage { facility: text() },
        13 => RequestCommand::Enplane {
            mission: MissionId::from("op.M001"),
            identifiers,
        },
        14 => RequestCommand::Deplane { airfield: text() },
        15 => RequestCommand::ConfirmDeparture,
        16 => RequestCommand::Deliver {
            facility: "BURDENKO".to_owned(),
            identifiers,
        },
        17 => RequestCommand::HandOver {
            signatory: text(),
            condition: text(),
            documents: text(),
        },
        18 => RequestCommand::Close,
        19 => RequestCommand::AcceptOutside(text()),
        20 => RequestCommand::Unplace { reason: text() },
        21 => RequestCommand::Assess(Row::from([("precedence_code", "P1")])),
        22 => RequestCommand::Return { reason: text() },
        23 => RequestCommand::Amend(Row::from([("age_years", ["20", "30"][usize::from(hours % 2)])])),
        _ => {
            world.now = world.hours(i64::from(hours));
            return;
        }
    };
    let _ = world.ask(&Command::Request(id.into(), command), "officer");
}

/// Open requests of an age, by going through all: the others of this world have all else in common.
fn alike(record: &Record, age: &str) -> Vec<RequestId> {
    let open = record.requests.iter().filter(|(_, request)| {
        let over = request.state.is_over() || request.state == State::HandedOver;
        !over && request.row.text("age_years") == age
    });
    open.map(|(id, _)| id.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_asked(steps in prop::collection::vec((any::<u8>(), any::<u8>(), 0_u8..48), 1..200)) {
        let mut world = World::new();
        for (who, what, hours) in steps {
            step(&mut world, who, what, hours);
            for request in world.record.requests.values() {
                prop_assert_eq!(due(&world.record, request).is_none(), request.state.is_over());
                prop_assert!(State::WORDS.contains(&request.state.word()));
            }
            let Command::Request(_, RequestCommand::Create { operation, organisation, row, .. }) = create("new", "30") else {
                unreachable!("it creates")
            };
            let found = world.record.duplicates(&operation, &organisation, &row);
            prop_assert_eq!(found, alike(&world.record, "30"));
            for offer in world.record.offers.values() {
                prop_assert!(offer.confirmed.len() + offer.consumed.len() <= offer.beds() as usize);
                let nobody_twice = offer.held.keys().all(|id| !offer.confirmed.contains(id) && !offer.consumed.contains(id));
                prop_assert!(nobody_twice);
            }
        }
        let mut again = Record::default();
        for fact in &world.log {
            let json = serde_json::to_string(&fact.what).expect("events are JSON");
            let what = serde_json::from_str(&json).expect("and read back");
            again.evolve(&airbridge_events::Fact { what, ..fact.clone() });
        }
        prop_assert_eq!(again, world.record);
    }
}
