//! How the texts of cells are written in JSON.

use serde_json::{Value, json};

use super::super::Kind;
use super::EVENTS_FORMAT;

/// A JSON file of events, each on a line of its own.
pub(crate) fn file(objects: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = objects.map(|object| format!("\n    {object}")).collect();
    let end = if lines.is_empty() { "" } else { "\n  " };
    format!(
        "{{\n  \"format\": \"{EVENTS_FORMAT}\",\n  \"events\": [{}{end}]\n}}\n",
        lines.join(",")
    )
}

/// Cells as an object on one line; empty ones are left out.
pub(crate) fn object<'a>(cells: impl IntoIterator<Item = (&'a str, Kind, &'a str)>) -> String {
    let members: Vec<String> = cells
        .into_iter()
        .filter(|(.., text)| !text.is_empty())
        .map(|(name, kind, text)| format!("{}: {}", json!(name), value(kind, text)))
        .collect();
    format!("{{{}}}", members.join(", "))
}

/// A cell: numbers as numbers, flags as `true` and `false`, lists as lists of texts, all else as text.
fn value(kind: Kind, text: &str) -> Value {
    let list = |separator: &str| text.split(separator).map(Value::from).collect();
    match kind {
        Kind::Integer(..) | Kind::Number(..) => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) => json!(whole),
            (_, Ok(number)) => json!(number),
            _ => json!(text),
        },
        Kind::Flag => match text {
            "yes" => json!(true),
            "no" => json!(false),
            _ => json!(text),
        },
        Kind::Words | Kind::Codes(_) | Kind::States => list(" "),
        Kind::Points => list("; "),
        _ => json!(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_members() {
        let cells = [
            ("left", Kind::Integer(0, 9), "2"),
            ("cabin_limit_ft", Kind::Number(0.0, 9e9), "0.1"),
            ("ventilated", Kind::Flag, "yes"),
            ("until", Kind::Instant, ""),
            ("consent_states", Kind::States, "EG RU"),
            ("area", Kind::Points, "1 2; 3 4"),
            ("note", Kind::Text, "say \"x\""),
        ];
        assert_eq!(
            object(cells),
            r#"{"left": 2, "cabin_limit_ft": 0.1, "ventilated": true, "consent_states": ["EG","RU"], "area": ["1 2","3 4"], "note": "say \"x\""}"#
        );
    }
}
