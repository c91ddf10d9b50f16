//! Events: every kind in both forms, broken ones with their findings, random ones written and read back.

mod broken;
mod changed;
mod forms;
mod kinds;
mod random;

use std::sync::LazyLock;

use airbridge_interchange::{EventsReading, Source, read_events, template};
use airbridge_model::Operation;

/// The operation of the template.
static OPERATION: LazyLock<Operation> = LazyLock::new(|| crate::forms::good(&Source::folder(template())));

/// An event as somebody writes it: columns and texts.
type Written = Vec<(&'static str, String)>;

fn written(cells: &[(&'static str, &str)]) -> Written {
    cells.iter().map(|(name, text)| (*name, (*text).to_owned())).collect()
}

/// Events as CSV, with the columns that they use.
fn csv(events: &[Written]) -> Vec<u8> {
    let mut header: Vec<&str> = vec!["at", "kind"];
    for (name, _) in events.iter().flatten() {
        if !header.contains(name) {
            header.push(name);
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("in memory");
    for event in events {
        let cells = header.iter().map(|title| {
            let cell = event.iter().find(|(name, _)| name == title);
            cell.map_or("", |(_, text)| text.as_str())
        });
        writer.write_record(cells).expect("in memory");
    }
    writer.into_inner().expect("in memory")
}

/// Events as JSON, every member a text.
fn json(events: &[Written]) -> Vec<u8> {
    let events: Vec<serde_json::Value> = events
        .iter()
        .map(|event| event.iter().map(|(name, text)| (*name, text.as_str())).collect())
        .collect();
    serde_json::json!({"format": "airbridge-events/1", "events": events})
        .to_string()
        .into_bytes()
}

fn read_csv(text: &[u8]) -> EventsReading {
    read_events("events.csv", text, &OPERATION)
}

fn read_json(text: &[u8]) -> EventsReading {
    read_events("events.json", text, &OPERATION)
}
