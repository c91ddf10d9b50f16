//! Reading: bounds first, then the envelope, then item by item, so that one bad mission does not hide the next.

use std::collections::BTreeMap;

use airbridge_model::{Finding, LeftOut, Place, Plan, Severity};
use airbridge_units::PatientId;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_path_to_error::{Path, Segment};

use super::wire;
use crate::json::{Members, RawItems, shortened};

/// A longer file is refused unread. A plan for 12,000 patients takes about half of it.
pub const MAX_BYTES: usize = 96 << 20;

/// Findings after this many are not given.
pub const MAX_FINDINGS: usize = 100;

/// Members of the file's outermost object, in the order of writing.
const MEMBERS: [&str; 8] = [
    "format", "origin", "measures", "bound", "missions", "journeys", "left_out", "changes",
];

pub(super) fn read(bytes: &[u8]) -> Result<Plan, Vec<Finding>> {
    let mut findings = Findings(Vec::new());
    match whole(bytes, &mut findings) {
        Some(plan) if findings.0.is_empty() => Ok(plan),
        _ => Err(findings.0),
    }
}

fn whole(bytes: &[u8], findings: &mut Findings) -> Option<Plan> {
    if bytes.len() > MAX_BYTES {
        findings.add(
            "too-large",
            "",
            format!("the file has {} bytes, more than {MAX_BYTES}", bytes.len()),
            "split the operation, or check that this is a plan file",
        );
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            findings.add(
                "not-utf8",
                "",
                format!("byte {} is not UTF-8", error.valid_up_to()),
                "save the file as UTF-8",
            );
            return None;
        }
    };
    let Members(members) = match serde_json::from_str(text) {
        Ok(members) => members,
        Err(error) => {
            findings.add(
                "not-json",
                "",
                error.to_string(),
                "give a plan file as `airbridge plan` writes it",
            );
            return None;
        }
    };
    format_is_known(&members, findings)?;
    for name in members.keys() {
        if !MEMBERS.contains(&name.as_str()) {
            findings.add(
                "unknown-member",
                &format!("/{}", escaped(name)),
                format!("this format has no member {}", shortened(name)),
                "remove it",
            );
        }
    }
    let origin = member::<wire::Origin>(&members, "origin", findings);
    let measures = member::<wire::Measures>(&members, "measures", findings);
    let bound = member::<wire::Bound>(&members, "bound", findings);
    let missions = items::<wire::Mission>(&members, "missions", findings);
    let journeys = items::<wire::Journey>(&members, "journeys", findings);
    let changes = if members.contains_key("changes") {
        items::<wire::Change>(&members, "changes", findings)
    } else {
        Vec::new()
    };
    let left_out = items::<wire::LeftOut>(&members, "left_out", findings)
        .into_iter()
        .enumerate()
        .filter_map(|(index, item)| {
            LeftOut::try_from(item)
                .map_err(|unknown| {
                    findings.add(
                        "unknown-rule",
                        &format!("/left_out/{index}/exclusions/{}/rule", unknown.exclusion),
                        format!("there is no rule {}", unknown.number),
                        "give a rule's number, 1 to 11",
                    );
                })
                .ok()
        })
        .collect();
    Some(Plan {
        origin: origin?.into(),
        missions: missions.into_iter().map(Into::into).collect(),
        journeys: journeys.into_iter().map(Into::into).collect(),
        left_out,
        measures: measures?.into(),
        bound: bound?.into(),
        changes: (changes.into_iter())
            .map(|change| (PatientId::new(change.patient), change.times))
            .collect(),
    })
}

fn format_is_known(members: &BTreeMap<String, &RawValue>, findings: &mut Findings) -> Option<()> {
    let found = members
        .get("format")
        .and_then(|raw| serde_json::from_str::<String>(raw.get()).ok());
    match found {
        Some(format) if format == super::FORMAT => Some(()),
        found => {
            findings.add(
                "wrong-format",
                "/format",
                found.map_or_else(
                    || "the member format is missing or not a text".to_owned(),
                    |format| format!("the format is {}", shortened(&format)),
                ),
                "this program reads \"airbridge-plan/1\"; a later format needs a later program",
            );
            None
        }
    }
}

fn member<T: DeserializeOwned>(
    members: &BTreeMap<String, &RawValue>,
    name: &str,
    findings: &mut Findings,
) -> Option<T> {
    let Some(raw) = members.get(name) else {
        findings.add(
            "missing-member",
            &format!("/{name}"),
            format!("the member {name} is missing"),
            "add it, see docs/plan-format.md",
        );
        return None;
    };
    typed(raw, &format!("/{name}"), findings)
}

fn items<T: DeserializeOwned>(members: &BTreeMap<String, &RawValue>, name: &str, findings: &mut Findings) -> Vec<T> {
    let Some(raw) = members.get(name) else {
        findings.add(
            "missing-member",
            &format!("/{name}"),
            format!("the list {name} is missing"),
            "add it, empty if need be, see docs/plan-format.md",
        );
        return Vec::new();
    };
    let RawItems(list) = match serde_json::from_str::<RawItems<'_>>(raw.get()) {
        Ok(list) => list,
        Err(error) => {
            findings.add(
                "bad-value",
                &format!("/{name}"),
                shortened(&error.to_string()),
                "see docs/plan-format.md",
            );
            return Vec::new();
        }
    };
    let mut items = Vec::with_capacity(list.len());
    for (index, raw) in list.into_iter().enumerate() {
        if findings.full() {
            break;
        }
        items.extend(typed(raw, &format!("/{name}/{index}"), findings));
    }
    items
}

fn typed<T: DeserializeOwned>(raw: &RawValue, pointer: &str, findings: &mut Findings) -> Option<T> {
    let mut reader = serde_json::Deserializer::from_str(raw.get());
    serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| {
            let pointer = format!("{pointer}{}", pointer_to(error.path()));
            let what = shortened(&without_position(&error.inner().to_string()));
            findings.add("bad-value", &pointer, what, "see docs/plan-format.md");
        })
        .ok()
}

fn pointer_to(path: &Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", escaped(key)),
            Segment::Enum { .. } | Segment::Unknown => String::new(),
        })
        .collect()
}

/// A member's name as a part of a JSON pointer (RFC 6901), cut short.
fn escaped(name: &str) -> String {
    name.chars()
        .take(60)
        .collect::<String>()
        .replace('~', "~0")
        .replace('/', "~1")
}

/// Lines and columns count from the start of the item, which helps nobody; the pointer says where.
fn without_position(message: &str) -> String {
    message
        .rfind(" at line ")
        .map_or(message, |at| &message[..at])
        .to_owned()
}

/// An empty pointer is the whole file.
fn place(pointer: &str) -> Place {
    let file = "plan.json".to_owned();
    if pointer.is_empty() {
        Place::Cell {
            file,
            row: None,
            column: None,
        }
    } else {
        Place::Key {
            file,
            key: pointer.to_owned(),
        }
    }
}

struct Findings(Vec<Finding>);

impl Findings {
    fn full(&self) -> bool {
        self.0.len() >= MAX_FINDINGS
    }

    fn add(&mut self, code: &str, pointer: &str, what: String, remedy: &str) {
        if !self.full() {
            self.0.push(Finding {
                severity: Severity::Error,
                code: code.to_owned(),
                place: place(pointer),
                what,
                remedy: remedy.to_owned(),
            });
        }
    }
}
