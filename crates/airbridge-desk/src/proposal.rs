//! Plans that no planner has made, for records that need one.

use airbridge_events::{Flight, Leg, OperationId, Outline};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

/// A flight of one leg, which leaves at an instant and takes five hours. Synthetic.
pub fn flight(number: &str, from: &str, to: &str, off_block_at: Timestamp) -> Flight {
    Flight {
        number: number.to_owned(),
        aircraft: "RA-SYN2".to_owned(),
        operator: "RU-RESCUE".to_owned(),
        flight_crew: "synthetic crew".to_owned(),
        medical_crew: None,
        legs: vec![Leg {
            from: from.to_owned(),
            to: to.to_owned(),
            off_block_at,
            on_block_at: off_block_at + SignedDuration::from_hours(5),
        }],
    }
}

/// A first plan of some flights that carry nobody; its files are not there.
pub fn outline(operation: OperationId, flights: Vec<Flight>) -> Outline {
    Outline {
        operation,
        parent: None,
        blob: "0".repeat(64),
        tables: "0".repeat(64),
        tables_seq: 0,
        events: None,
        known_seq: 0,
        measures: json!({}),
        flights,
        ways: Vec::new(),
        left_out: Vec::new(),
        behind: airbridge_events::Behind::default(),
    }
}
