use airbridge_model::Operation;

use super::{EventsReading, read_events};
use crate::format::EventKind;
use crate::format::events::{EVENTS, json};
use crate::source::Source;
use crate::template::template;

fn operation() -> Operation {
    let reading = crate::read::read_operation(&Source::folder(template()));
    reading.operation.expect("the template is sound")
}

fn csv_of_examples() -> String {
    let names: Vec<&str> = EVENTS.columns.iter().map(|column| column.name).collect();
    let mut text = names.join(",");
    for kind in EventKind::ALL {
        let cells = names.iter().map(|name| {
            let example = kind.example().iter().find(|(column, _)| column == name);
            example.map_or_else(String::new, |(_, text)| format!("\"{text}\""))
        });
        text.push('\n');
        text.push_str(&cells.collect::<Vec<_>>().join(","));
    }
    text
}

fn json_of_examples() -> String {
    json::file(EventKind::ALL.iter().map(|kind| {
        json::object(kind.example().iter().map(|(name, text)| {
            let column = kind.column(name).expect("is a column of the kind");
            (*name, column.kind, *text)
        }))
    }))
}

#[test]
fn the_examples_are_sound_in_both_forms_and_in_order() {
    let operation = operation();
    let by_csv = read_events("events.csv", csv_of_examples().as_bytes(), &operation);
    assert_eq!(by_csv.findings, vec![]);
    let by_json = read_events("events.json", json_of_examples().as_bytes(), &operation);
    assert_eq!(by_json, by_csv);
    let kinds: Vec<&str> = by_csv
        .events
        .expect("nothing was found")
        .iter()
        .map(|event| event.what.kind())
        .collect();
    let all: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(kinds, all);
}

#[test]
fn a_name_without_a_known_ending_leaves_it_to_the_content() {
    let operation = operation();
    let read = |name: &str, text: &str| -> EventsReading { read_events(name, text.as_bytes(), &operation) };
    let json = json_of_examples();
    let expected = read("events.json", &json).events;
    assert!(expected.is_some());
    for (name, text) in [
        ("events", json.as_str()),
        ("events.txt", &format!("\u{feff} \n{json}")),
        ("-", &csv_of_examples()),
        ("EVENTS.CSV", &csv_of_examples()),
    ] {
        assert_eq!(read(name, text).events, expected, "{name}");
    }
    assert_eq!(read("events.csv", &json).events, None);
    assert_eq!(read("events.Json", &csv_of_examples()).findings[0].code, "not-json");
}
