//! What stands in a row of a request, an offer or a clearance, for programs that draw forms: `openapi/tables.json`.
//!
//! What comes in: the operation format. What goes out: its columns by table, and the two that clinicians write for clinicians.

use airbridge_app::CLINICAL;
use airbridge_interchange::{Column, Kind, Need, TABLES, schema_operation};
use serde_json::{Map, Value, json};

/// Every table of the operation format, by name, with its columns in canonical order.
pub fn tables() -> Value {
    let schema = schema_operation();
    let tables = TABLES.iter().map(|table| {
        let columns = &schema["properties"][table.name]["items"]["properties"];
        let mut described: Vec<Value> = table
            .columns
            .iter()
            .map(|known| column(known, &columns[known.name]))
            .collect();
        if table.name == "patients" {
            described.extend(CLINICAL.iter().map(|name| clinical(name)));
        }
        let described = json!({ "meaning": table.doc, "key": table.key, "columns": described });
        (table.name.to_owned(), described)
    });
    Value::Object(tables.collect::<Map<_, _>>())
}

fn column(column: &Column, schema: &Value) -> Value {
    let mut described = json!({
        "name": column.name,
        "kind": word(column.kind),
        "required": column.need == Need::Required,
        "written_as": column.kind.describe(),
        "meaning": column.doc,
    });
    match column.kind {
        Kind::Ref(table) => described["of"] = json!(table),
        Kind::RefList(table) => {
            described["of"] = json!(table);
            described["separator"] = json!(";");
        }
        Kind::Words | Kind::States => described["separator"] = json!(" "),
        Kind::Code(list) => described["codes"] = json!(list.codes()),
        Kind::Codes(list) => {
            described["codes"] = json!(list.codes());
            described["separator"] = json!(" ");
        }
        Kind::Integer(least, most) => {
            described["least"] = json!(least);
            described["most"] = json!(most);
        }
        Kind::Number(least, most) => {
            described["least"] = json!(least);
            described["most"] = json!(most);
        }
        _ => {}
    }
    if !schema["x-unit"].is_null() {
        described["unit"] = schema["x-unit"].clone();
    }
    described
}

/// What clinicians write for clinicians is a column of requests, and none of the operation format.
fn clinical(name: &str) -> Value {
    json!({
        "name": name,
        "kind": "text",
        "required": false,
        "written_as": Kind::Text.describe(),
        "meaning": "Written by clinicians for clinicians; the planner does not read it.",
    })
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Id => "id",
        Kind::Ref(_) => "reference",
        Kind::RefList(_) | Kind::Words | Kind::Codes(_) | Kind::States => "list",
        Kind::Code(_) => "code",
        Kind::State => "state",
        Kind::Integer(..) => "integer",
        Kind::Number(..) => "number",
        Kind::Flag => "flag",
        Kind::Instant => "instant",
        Kind::Date => "day",
        Kind::Time => "time",
        Kind::Hours => "hours",
        Kind::Zone => "zone",
        Kind::Text | Kind::RangeCurve | Kind::Points | Kind::CabinTiers | Kind::FdpRows | Kind::Augmented => "text",
    }
}
