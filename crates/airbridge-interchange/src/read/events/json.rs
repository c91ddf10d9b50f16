//! JSON bytes to rows: an object for each event, its members as the texts of the columns.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Place, Severity};
use serde_json::value::RawValue;

use super::Raw;
use crate::findings::{Findings, cell, item, whole};
use crate::format::events::{COMMON, EVENTS, EVENTS_FORMAT, EventKind};
use crate::format::{Kind, Limits};
use crate::json::{Members, RawItems, shortened};
use crate::nearest::hint;
use crate::tables::shape::{Places, Shaped, ShapedRow, unknown_column};
use crate::tables::text::decode;
use crate::values::{Problem, quote};

/// The list that holds the events.
const LIST: &str = "events";

/// How a file looks, for whom it is not one.
const FORM: &str = "write {\"format\": \"airbridge-events/1\", \"events\": [ … ]}";

/// Reads a file; `None` when it cannot be read at all, with a finding.
pub(super) fn read(file: &str, bytes: &[u8], findings: &Findings) -> Option<Raw> {
    let refuse = |place: Place, problem: Problem| -> Option<Raw> {
        findings.add(Severity::Error, place, problem);
        None
    };
    let limits = Limits::STANDARD;
    if bytes.len() > limits.file_bytes {
        let what = format!("{} bytes, at most {} are read", bytes.len(), limits.file_bytes);
        let problem = Problem::new("file-too-large", what, "look whether this is the right file");
        return refuse(whole(file), problem);
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) => {
            let remedy = "save it in UTF-8".into();
            return refuse(whole(file), Problem { remedy, ..problem });
        }
    };
    let Members(members) = match serde_json::from_str(&text) {
        Ok(members) => members,
        Err(error) => {
            let place = cell(file, error.line() as u64, None);
            return refuse(place, Problem::new("not-json", shortened(&error.to_string()), FORM));
        }
    };
    let format = members
        .get("format")
        .and_then(|raw| serde_json::from_str::<String>(raw.get()).ok());
    if format.as_deref() != Some(EVENTS_FORMAT) {
        let what = format.map_or_else(
            || "the member \"format\" is missing or not a text".to_owned(),
            |format| format!("the format is {}", quote(&format)),
        );
        let remedy =
            format!("this program reads {EVENTS_FORMAT:?}: write that, or take a later program for a later format");
        return refuse(key(file, "format"), Problem::new("wrong-format", what, remedy));
    }
    for name in members.keys() {
        if name != "format" && name != LIST {
            let problem = Problem::new(
                "unknown-member",
                format!("{} is no member of a file of events", quote(name)),
                hint(name, [LIST], "remove it"),
            );
            findings.add(Severity::Error, key(file, &shortened(name)), problem);
        }
    }
    let Some(list) = members.get(LIST) else {
        let problem = Problem::new("missing-member", "the list \"events\" is missing", FORM);
        return refuse(key(file, LIST), problem);
    };
    match serde_json::from_str(list.get()) {
        Ok(RawItems(items)) => Some(rows(file, &items, findings)),
        Err(error) => {
            let what = shortened(&error.to_string());
            refuse(key(file, LIST), Problem::new("not-a-list", what, FORM))
        }
    }
}

fn key(file: &str, key: &str) -> Place {
    Place::Key {
        file: file.to_owned(),
        key: key.to_owned(),
    }
}

fn rows(file: &str, items: &[&RawValue], findings: &Findings) -> Raw {
    let mut raw = Raw {
        shaped: Shaped {
            file: file.to_owned(),
            places: Places::Items(LIST),
            ..Shaped::absent(&EVENTS)
        },
        spoilt: BTreeSet::new(),
    };
    for (index, object) in items.iter().enumerate() {
        let line = index as u64;
        let mut cells = vec![String::new(); EVENTS.columns.len()];
        match serde_json::from_str(object.get()) {
            Ok(Members(members)) => fill(&mut raw, &mut cells, index, &members, findings),
            Err(error) => {
                let problem = if object.get().starts_with('{') {
                    let what = error.to_string();
                    let what = what.rfind(" at line ").map_or(what.as_str(), |at| &what[..at]);
                    Problem::new("duplicate-column", shortened(what), "keep one of them")
                } else {
                    Problem::new(
                        "not-an-event",
                        format!("{} is not an object", quote(object.get())),
                        "write like {\"at\": \"2030-05-01T06:00Z\", \"kind\": \"aircraft-out\", \"aircraft\": \"A1\"}",
                    )
                };
                findings.add(Severity::Error, item(file, LIST, line, None), problem);
                // Nothing is missing in what cannot be read.
                raw.spoilt
                    .extend(COMMON.columns.iter().map(|column| (index, column.name)));
            }
        }
        raw.shaped.rows.push(ShapedRow { line, cells });
    }
    raw
}

/// Puts the members of an event into the cells of their columns. What a member may be, its kind of event says.
fn fill(raw: &mut Raw, cells: &mut [String], index: usize, members: &BTreeMap<String, &RawValue>, findings: &Findings) {
    let kind = members
        .get("kind")
        .and_then(|raw| serde_json::from_str::<String>(raw.get()).ok())
        .and_then(|text| EventKind::named(&text));
    for (name, value) in members {
        let place = || raw.shaped.place(index as u64, Some(&shortened(name)));
        let Some(at) = EVENTS.position(name) else {
            findings.add(Severity::Error, place(), unknown_column(&EVENTS, name, name));
            continue;
        };
        let column = &EVENTS.columns[at];
        // A column that the kind does not have is reported as that, whatever it holds.
        let own = kind.map_or_else(|| COMMON.column(name), |kind| kind.column(name));
        let text = match own {
            Some(own) => text(own.kind, value.get()),
            None => Ok(anything(value.get())),
        };
        match text {
            Ok(text) => cells[at] = text,
            Err(problem) => {
                findings.add(Severity::Error, place(), problem);
                raw.spoilt.insert((index, column.name));
            }
        }
    }
}

/// A value as the text of a cell; `null` is empty.
fn text(kind: Kind, value: &str) -> Result<String, Problem> {
    match value.as_bytes().first() {
        Some(b'"') => {
            let text = string(value)?;
            // A text is a text to the last space.
            Ok(if kind == Kind::Text {
                text
            } else {
                text.trim().to_owned()
            })
        }
        Some(b'n') => Ok(String::new()),
        Some(b't' | b'f') if kind == Kind::Flag => Ok(if value == "true" { "yes" } else { "no" }.to_owned()),
        Some(b'-' | b'0'..=b'9')
            if matches!(kind, Kind::Integer(..) | Kind::Number(..) | Kind::Flag | Kind::Code(_)) =>
        {
            Ok(value.to_owned())
        }
        Some(b'[') if separator(kind).is_some() => list(kind, value),
        _ => Err(Problem::new(
            "wrong-json-type",
            format!("{} is {}", quote(value), what_is(value)),
            format!("write a text: {}", kind.describe()),
        )),
    }
}

fn string(value: &str) -> Result<String, Problem> {
    let most = Limits::STANDARD.cell_chars;
    let text: String = serde_json::from_str(value).map_err(|error| {
        Problem::new(
            "wrong-json-type",
            format!("{}: {error}", quote(value)),
            "write a text that is Unicode",
        )
    })?;
    let chars = text.chars().count();
    if chars > most {
        return Err(Problem::new(
            "huge-cell",
            format!("{chars} characters, at most {most} are read"),
            "look for a quotation mark that is not closed",
        ));
    }
    Ok(text)
}

/// What stands between the items of a list in a cell; `None` where there is no list.
fn separator(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Words | Kind::Codes(_) | Kind::States => Some(" "),
        Kind::Points | Kind::RefList(_) => Some("; "),
        _ => None,
    }
}

/// A list of texts as the text of a cell.
fn list(kind: Kind, value: &str) -> Result<String, Problem> {
    let not_texts = || {
        Problem::new(
            "wrong-json-type",
            format!("{} is not a list of texts", quote(value)),
            if kind == Kind::Points {
                "write each place as a text with latitude and longitude, [\"31.5 29.9\", \"32 30.5\", \"31 31\"]: in pairs of numbers \
                 others put the longitude first"
                    .to_owned()
            } else {
                format!("write a list of texts, or a text: {}", kind.describe())
            },
        )
    };
    let RawItems(items) = serde_json::from_str(value).map_err(|_| not_texts())?;
    let texts: Vec<String> = items
        .iter()
        .map(|item| {
            if item.get().starts_with('"') {
                string(item.get())
            } else {
                Err(not_texts())
            }
        })
        .collect::<Result<_, _>>()?;
    let text = texts.join(separator(kind).unwrap_or_default());
    Ok(text.trim().to_owned())
}

/// Whether there is something, for columns of which no more is asked.
fn anything(value: &str) -> String {
    match value {
        "null" | "\"\"" => String::new(),
        value => shortened(value),
    }
}

fn what_is(value: &str) -> &'static str {
    match value.as_bytes().first() {
        Some(b't' | b'f') => "true or false",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        _ => "a number",
    }
}
