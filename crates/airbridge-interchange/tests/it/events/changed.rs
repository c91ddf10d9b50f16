//! Bytes at random, and bytes changed at random, never make the reader panic, and nothing is half taken.

use airbridge_interchange::{EventKind, EventsReading, read_events, write_events};
use proptest::prelude::*;

use super::broken::sound;
use super::random::events;
use super::{OPERATION, csv, json, read_csv, read_json};
use crate::mutated::{apply, cases, change};
use crate::random::operation;

/// Names and texts that mean something, in any column of any kind.
fn cell() -> impl Strategy<Value = (&'static str, String)> {
    let columns: Vec<&'static str> = EventKind::ALL
        .iter()
        .flat_map(|kind| kind.table().columns)
        .map(|column| column.name)
        .collect();
    let texts = [
        "P-001",
        "P-009",
        "O-1",
        "HECA",
        "SU-EX1",
        "flight-1",
        "LY-EX-1",
        "receiving-hospital",
        "collecting-point",
        "G-1",
        "icu",
        "yes",
        "1",
        "-1",
        "2030-05-01T12:00Z",
        "2030-05-01 12:00",
        "2030-05-02",
        "EG RU",
        "1 2; 3 4; 5 6",
        "EVENT-1",
        "none",
    ];
    let text = prop_oneof![
        4 => prop::sample::select(texts.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    (prop::sample::select(columns), text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(256), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), name in prop::sample::select(vec!["e.csv", "e.json", "e"])) {
        sound(&read_events(name, &bytes, &OPERATION));
    }

    #[test]
    fn changed_json(seed in any::<u64>(), changes in prop::collection::vec(change(), 1..8)) {
        let operation = operation(seed % 64);
        let mut bytes = write_events(&events(seed, &operation)).into_bytes();
        for change in &changes {
            apply(&mut bytes, change);
        }
        sound(&read_events("events.json", &bytes, &operation));
    }

    #[test]
    fn any_cells(rows in prop::collection::vec((prop::sample::select(EventKind::ALL.to_vec()), prop::collection::vec(cell(), 0..12)), 0..6)) {
        let file: Vec<super::Written> = rows
            .into_iter()
            .map(|(kind, cells)| {
                let mut event = vec![("at", "2030-05-01T12:00Z".to_owned()), ("kind", kind.name().to_owned())];
                for (name, text) in cells {
                    if event.iter().all(|(known, _)| *known != name) {
                        event.push((name, text));
                    }
                }
                event
            })
            .collect();
        let (by_csv, by_json) = (read_csv(&csv(&file)), read_json(&json(&file)));
        sound(&by_csv);
        sound(&by_json);
        // A cell means the same in both forms, but for spaces around it and for what keeps formulas out of spreadsheets.
        if file.iter().flatten().all(|(_, text)| text == text.trim() && !text.starts_with(['\'', '#'])) {
            let codes = |reading: &EventsReading| -> Vec<String> {
                reading.findings.iter().map(|finding| finding.code.clone()).collect()
            };
            prop_assert_eq!(codes(&by_csv), codes(&by_json));
            prop_assert_eq!(&by_csv.events, &by_json.events);
        }
        let mut bytes = csv(&file);
        bytes.reverse();
        sound(&read_csv(&bytes));
    }

    #[test]
    fn changed_csv(
        cells in prop::collection::vec(cell(), 0..12),
        kind in prop::sample::select(EventKind::ALL.to_vec()),
        changes in prop::collection::vec(change(), 1..8),
    ) {
        let mut event = vec![("at", "2030-05-01T12:00Z".to_owned()), ("kind", kind.name().to_owned())];
        event.extend(cells);
        let mut bytes = csv(&[event.clone(), event]);
        for change in &changes {
            apply(&mut bytes, change);
        }
        sound(&read_csv(&bytes));
    }
}
