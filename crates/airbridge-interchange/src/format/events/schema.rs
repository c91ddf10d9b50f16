//! The JSON Schema of a file of events, made from the descriptions.

use serde_json::{Map, Value, json};

use super::super::schema::column_schema;
use super::super::{Column, Kind, Need};
use super::{COMMON, EVENTS_FORMAT, EventKind};

/// The JSON Schema (draft 2020-12) of the JSON form of events, one alternative for each kind.
///
/// Beside what it describes the reader takes whatever the tables would take as a text, for the sake of those who write by hand.
pub fn schema_events() -> Value {
    let kinds: Vec<Value> = EventKind::ALL.iter().map(|kind| event(*kind)).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://airbridge.invalid/schemas/events.json",
        "title": "Airbridge events, version 1",
        "description": "What has happened to an operation under way, and what has been learnt. Names and meanings are those of the columns of events.csv.",
        "type": "object",
        "properties": {
            "format": {"const": EVENTS_FORMAT, "description": "Name and version of this format."},
            "events": {"type": "array", "description": "Events, in any order.", "items": {"oneOf": kinds}},
        },
        "required": ["format", "events"],
        "additionalProperties": false,
    })
}

fn event(kind: EventKind) -> Value {
    let table = kind.table();
    let mut properties = Map::new();
    let mut required = Vec::new();
    for column in COMMON.columns.iter().chain(table.columns) {
        let schema = if column.name == "kind" {
            json!({"const": kind.name(), "description": table.doc})
        } else {
            member(column)
        };
        properties.insert(column.name.to_owned(), schema);
        if column.need == Need::Required {
            required.push(column.name);
        }
    }
    json!({
        "type": "object",
        "title": kind.name(),
        "description": table.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// A column as a member: flags may be `true` and `false`, lists may be lists.
fn member(column: &Column) -> Value {
    let mut schema = column_schema(column);
    match column.kind {
        Kind::Flag => schema["enum"] = json!([true, false, "yes", "no"]),
        Kind::Words | Kind::Codes(_) | Kind::States | Kind::Points => {
            schema["type"] = json!(["string", "array"]);
            schema["items"] = json!({"type": "string"});
        }
        _ => {}
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_an_alternative_with_its_columns() {
        let schema = schema_events();
        let kinds = schema["properties"]["events"]["items"]["oneOf"]
            .as_array()
            .expect("a list");
        assert_eq!(kinds.len(), EventKind::ALL.len());
        for (kind, described) in EventKind::ALL.iter().zip(kinds) {
            assert_eq!(described["properties"]["kind"]["const"], kind.name());
            for column in kind.table().columns {
                assert_eq!(described["properties"][column.name]["description"], column.doc);
            }
        }
        let out = &kinds[7];
        assert_eq!(out["title"], "aircraft-out");
        assert_eq!(out["required"], json!(["at", "kind", "aircraft"]));
    }
}
