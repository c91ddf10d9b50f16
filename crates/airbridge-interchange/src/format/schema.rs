//! The JSON Schema of an operation, made from the descriptions.

use serde_json::{Map, Value, json};

use super::{Column, DUTY_SETTINGS, Kind, Need, SETTINGS, Setting, TABLES, Table};

/// The JSON Schema (draft 2020-12) of an operation: an object with the settings under `operation` (the nested keys of
/// `operation.toml`), and each table as an array of rows.
///
/// It describes what a CSV file or a sheet says in JSON's types: numbers as numbers, flags as `yes` or `no`.
pub fn schema_operation() -> Value {
    let mut properties = Map::new();
    properties.insert("operation".into(), settings());
    let mut required = vec![json!("operation")];
    for table in TABLES {
        properties.insert(table.name.into(), rows(table));
        if table.required {
            required.push(json!(table.name));
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://airbridge.invalid/schemas/operation.json",
        "title": "Airbridge operation",
        "description": "The settings and tables of an operation. A folder has them as operation.toml and one CSV file per table, a workbook as sheets.",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn rows(table: &Table) -> Value {
    let properties: Map<String, Value> = table
        .columns
        .iter()
        .map(|column| (column.name.to_owned(), column_schema(column)))
        .collect();
    let required: Vec<&str> = table
        .columns
        .iter()
        .filter(|column| column.need == Need::Required)
        .map(|column| column.name)
        .collect();
    json!({
        "type": "array",
        "description": table.doc,
        "x-key": table.key,
        "items": {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        },
    })
}

pub(super) fn column_schema(column: &Column) -> Value {
    let mut schema = kind_schema(column.kind, column.name);
    schema.insert("description".into(), json!(column.doc));
    if column.need == Need::UnlessInCatalogue {
        schema.insert(
            "x-default".into(),
            json!("the catalogue's value, where it knows the row"),
        );
    }
    Value::Object(schema)
}

fn kind_schema(kind: Kind, name: &str) -> Map<String, Value> {
    let value = match kind {
        Kind::Id => json!({"type": "string", "minLength": 1, "maxLength": 80, "pattern": "^[^;]*$"}),
        Kind::Ref(table) => json!({"type": "string", "minLength": 1, "x-references": table}),
        Kind::RefList(table) => json!({"type": "string", "x-references": table, "x-separator": ";"}),
        Kind::Code(list) => json!({"enum": list.codes()}),
        Kind::Codes(list) => json!({"type": "string", "x-separator": " ", "x-enum": list.codes()}),
        Kind::State => json!({"type": "string", "pattern": "^[A-Z]{2}$"}),
        Kind::States => json!({"type": "string", "pattern": "^([A-Z]{2}( [A-Z]{2})*)?$"}),
        Kind::Integer(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Kind::Number(least, most) => json!({"type": "number", "minimum": least, "maximum": most}),
        Kind::Flag => json!({"enum": ["yes", "no"]}),
        Kind::Instant => json!({"type": "string", "examples": ["2017-02-01T06:00Z", "2017-02-01 08:00"]}),
        Kind::Date => json!({"type": "string", "format": "date"}),
        Kind::Time => json!({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
        Kind::Text
        | Kind::Words
        | Kind::Hours
        | Kind::Zone
        | Kind::RangeCurve
        | Kind::Points
        | Kind::CabinTiers
        | Kind::FdpRows
        | Kind::Augmented => json!({"type": "string"}),
    };
    let Value::Object(mut schema) = value else {
        unreachable!("every kind is written as an object");
    };
    schema.insert("x-written-as".into(), json!(kind.describe()));
    if let Some(unit) = unit(name) {
        schema.insert("x-unit".into(), json!(unit));
    }
    schema
}

/// The unit that closes a name, in words.
pub(crate) fn unit(name: &str) -> Option<&'static str> {
    const UNITS: &[(&str, &str)] = &[
        ("_minutes", "minutes"),
        ("_hours", "hours"),
        ("_days", "days"),
        ("_years", "years"),
        ("_ft", "feet"),
        ("_m", "metres"),
        ("_nm", "nautical miles"),
        ("_kt", "knots"),
        ("_kg", "kilograms"),
        ("_kg_per_hour", "kilograms an hour"),
        ("_l_per_min", "litres a minute"),
        ("_deg", "degrees"),
        ("_c", "degrees Celsius"),
        ("_share", "share of 1"),
        ("_points", "points"),
        ("_per_hour", "per hour"),
        ("seconds", "seconds"),
    ];
    if name == "range_points" || name == "way_points" || name.ends_with("departure_hours") {
        return None;
    }
    if matches!(name, "hours" | "admission_hours" | "release_hours") {
        return None;
    }
    UNITS
        .iter()
        .filter(|(ending, _)| name.ends_with(ending))
        .max_by_key(|(ending, _)| ending.len())
        .map(|(_, words)| *words)
}

fn settings() -> Value {
    let mut root = object("Keys of operation.toml; rows of the sheet `operation`, paths joined by dots.");
    for setting in SETTINGS {
        insert(&mut root, setting.key, setting);
    }
    let mut duty = object("A duty rule set; the bundled ones easa, faa-135 and usaf-ae may be changed key by key.");
    for setting in DUTY_SETTINGS {
        insert(&mut duty, setting.key, setting);
    }
    root["properties"]["policy"]["properties"]["duty"] = json!({
        "type": "object",
        "description": "Duty rule sets by name.",
        "additionalProperties": duty,
    });
    root
}

fn object(description: &str) -> Value {
    json!({"type": "object", "description": description, "properties": {}, "additionalProperties": false})
}

/// Puts a setting where its path says.
fn insert(root: &mut Value, path: &str, setting: &Setting) {
    if let Some((head, rest)) = path.split_once('.') {
        let properties = &mut root["properties"];
        if properties.get(head).is_none() {
            properties[head] = object("");
        }
        insert(&mut properties[head], rest, setting);
        return;
    }
    let mut schema = kind_schema(setting.kind, path);
    if matches!(setting.kind, Kind::CabinTiers | Kind::FdpRows | Kind::Augmented) {
        // A list of texts reads better in TOML; joined by semicolons it is the same.
        schema.insert("type".into(), json!(["string", "array"]));
        schema.insert("items".into(), json!({"type": "string"}));
    }
    if setting.default == "none" || path == "default_receives_per_day" {
        let numeric = Value::Object(std::mem::take(&mut schema));
        schema.insert("anyOf".into(), json!([numeric, {"const": "none"}]));
    }
    schema.insert("description".into(), json!(setting.doc));
    if !setting.default.is_empty() {
        let number = setting
            .default
            .parse::<f64>()
            .ok()
            .filter(|_| matches!(setting.kind, Kind::Integer(..) | Kind::Number(..)));
        let default = match number {
            Some(number) if number.fract() == 0.0 => json!(number as i64),
            Some(number) => json!(number),
            None => json!(setting.default),
        };
        schema.insert("default".into(), default);
    }
    if !setting.source.is_empty() {
        schema.insert("x-source".into(), json!(setting.source));
    }
    root["properties"][path] = Value::Object(schema);
    if setting.need == Need::Required {
        match root.get_mut("required").and_then(Value::as_array_mut) {
            Some(required) => required.push(json!(path)),
            None => root["required"] = json!([path]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_describes_every_column_and_setting() {
        let schema = schema_operation();
        for table in TABLES {
            let items = &schema["properties"][table.name]["items"];
            for column in table.columns {
                let described = &items["properties"][column.name];
                assert_eq!(described["description"], column.doc, "{}.{}", table.name, column.name);
            }
        }
        for setting in SETTINGS {
            let path = format!(
                "/properties/operation/properties/{}",
                setting.key.replace('.', "/properties/")
            );
            assert_eq!(schema.pointer(&path).expect(setting.key)["description"], setting.doc);
        }
        let beds = &schema["properties"]["bed_offers"]["items"]["properties"]["beds"];
        assert_eq!((&beds["type"], &beds["minimum"]), (&json!("integer"), &json!(0)));
        let required = schema["properties"]["operation"]["required"]
            .as_array()
            .expect("some are");
        assert_eq!(required, &["name", "from", "to"]);
    }

    #[test]
    fn units_are_read_from_names() {
        assert_eq!(unit("fuel_kg_per_hour"), Some("kilograms an hour"));
        assert_eq!(unit("ground_minutes"), Some("minutes"));
        assert_eq!(unit("admission_hours"), None);
        assert_eq!(unit("range_points"), None);
        assert_eq!(unit("name"), None);
    }
}
