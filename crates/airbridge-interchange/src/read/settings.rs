//! Settings: keys and texts, from `operation.toml` or from the sheet `operation`.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Place, Severity};
use airbridge_units::{Feet, Kilograms, Metres, Minutes, NauticalMiles};

use crate::findings::{Findings, cell, column_of, whole};
use crate::format::{DUTY_SETTINGS, Kind, Limits, Need, SETTINGS, Setting};
use crate::nearest::hint;
use crate::tables::Grid;
use crate::tables::shape::is_formula_error;
use crate::values::{Problem, numbers};

/// The text of a setting and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// Settings by key.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// As findings name the file.
    pub(crate) file: String,
    entries: BTreeMap<String, Entry>,
    /// Whether the file is missing or cannot be read; then nothing is said about keys that are not there.
    pub(crate) unreadable: bool,
}

/// Deepest nesting of keys in `operation.toml`.
const DEEPEST: usize = 4;

impl Settings {
    /// None at all, where a file should be.
    pub(crate) fn absent(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            unreadable: true,
            ..Self::default()
        }
    }

    /// From the bytes of `operation.toml`.
    pub(crate) fn from_toml(file: &str, bytes: &[u8], limits: &Limits, findings: &Findings) -> Self {
        let mut settings = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        let refuse = |code, what: String, remedy: &str| findings.error(whole(file), code, what, remedy);
        if bytes.len() > limits.table_bytes.min(1024 * 1024) {
            settings.unreadable = true;
            refuse(
                "file-too-large",
                format!("{} bytes", bytes.len()),
                "settings are a few pages long",
            );
            return settings;
        }
        let text = match crate::tables::text::decode(bytes) {
            Ok(text) => text,
            Err(problem) => {
                findings.add(Severity::Error, whole(file), problem);
                settings.unreadable = true;
                return settings;
            }
        };
        match text.parse::<toml::Table>() {
            Ok(table) => settings.flatten("", &table, 0, findings),
            Err(error) => {
                settings.unreadable = true;
                let row = error.span().map(|span| {
                    let before = text.get(..span.start).unwrap_or_default();
                    before.matches('\n').count() as u64 + 1
                });
                findings.error(
                    Place::Cell {
                        file: file.to_owned(),
                        row,
                        column: None,
                    },
                    "not-toml",
                    format!("cannot be read as TOML: {}", error.message()),
                    "mend the line; `airbridge new` writes a template",
                );
            }
        }
        settings
    }

    fn flatten(&mut self, prefix: &str, table: &toml::Table, depth: usize, findings: &Findings) {
        for (name, value) in table {
            let key = if prefix.is_empty() {
                name.clone()
            } else {
                format!("{prefix}.{name}")
            };
            let place = Place::Key {
                file: self.file.clone(),
                key: key.clone(),
            };
            let text = match value {
                toml::Value::Table(inner) if depth < DEEPEST => {
                    self.flatten(&key, inner, depth + 1, findings);
                    continue;
                }
                toml::Value::Array(items) => items
                    .iter()
                    .map(scalar)
                    .collect::<Option<Vec<_>>>()
                    .map(|items| items.join("; ")),
                value => scalar(value),
            };
            match text {
                Some(text) => {
                    self.entries.insert(key, Entry { text, place });
                }
                None => findings.error(
                    place,
                    "bad-setting",
                    "is neither a text, a number, a flag, a time nor a list of these",
                    "write one value",
                ),
            }
        }
    }

    /// From the sheet `operation`: rows of key and value.
    pub(crate) fn from_grid(grid: Grid, findings: &Findings) -> Self {
        let mut settings = Self {
            file: grid.file.clone(),
            ..Self::default()
        };
        let mut rows = grid.rows.into_iter();
        let header: Vec<String> = rows
            .next()
            .map(|row| row.cells.iter().map(|text| text.to_lowercase()).collect())
            .unwrap_or_default();
        let at = |name: &str| header.iter().position(|title| title == name);
        let (Some(key_at), Some(value_at)) = (at("key"), at("value")) else {
            for name in ["key", "value"] {
                if at(name).is_none() {
                    findings.error(
                        column_of(&grid.file, name),
                        "missing-column",
                        format!("the column {name:?} is missing"),
                        "the first row holds key and value, each further row one setting",
                    );
                }
            }
            return settings;
        };
        for mut row in rows {
            let mut take = |at: usize| row.cells.get_mut(at).map(std::mem::take).unwrap_or_default();
            let (key, text) = (take(key_at), take(value_at));
            if key.is_empty() || key.starts_with('#') || text.is_empty() {
                continue;
            }
            let place = cell(&grid.file, row.line, Some(&key));
            if is_formula_error(&text) {
                findings.error(
                    place,
                    "formula-error",
                    format!("the formula gave {text}"),
                    "mend the formula, or write the value",
                );
                continue;
            }
            let entry = Entry {
                text,
                place: place.clone(),
            };
            if settings.entries.insert(key.clone(), entry).is_some() {
                findings.error(
                    place,
                    "duplicate-key",
                    format!("{key:?} stands there twice"),
                    "keep one of them",
                );
            }
        }
        settings
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// Where a setting stands, or should.
    pub(crate) fn place(&self, key: &str) -> Place {
        self.entries.get(key).map_or_else(
            || Place::Key {
                file: self.file.clone(),
                key: key.to_owned(),
            },
            |entry| entry.place.clone(),
        )
    }

    /// Names of the duty rule sets that are written out.
    pub(crate) fn duty_names(&self) -> BTreeSet<String> {
        self.entries
            .keys()
            .filter_map(|key| key.strip_prefix("policy.duty.")?.rsplit_once('.'))
            .map(|(name, _)| name.to_owned())
            .collect()
    }

    /// Reports keys that mean nothing. Known are [`SETTINGS`] and, for each rule set, [`DUTY_SETTINGS`].
    pub(crate) fn report_unknown(&self, findings: &Findings) {
        let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
        for (key, entry) in &self.entries {
            let duty = key.strip_prefix("policy.duty.").and_then(|rest| rest.rsplit_once('.'));
            let remedy = match duty {
                Some((_, last)) => {
                    let known: Vec<&str> = DUTY_SETTINGS.iter().map(|setting| setting.key).collect();
                    if known.contains(&last) {
                        continue;
                    }
                    hint(last, known.iter().copied(), &format!("known are {}", known.join(", ")))
                }
                None if known.contains(&key.as_str()) => continue,
                None => hint(
                    key,
                    known.iter().copied(),
                    "`airbridge new` writes a template with every key",
                ),
            };
            findings.warn(
                entry.place.clone(),
                "unknown-key",
                format!("{key:?} is no setting; it is not read"),
                remedy,
            );
        }
    }

    fn spec(key: &str) -> &'static Setting {
        SETTINGS
            .iter()
            .find(|setting| setting.key == key)
            .unwrap_or_else(|| panic!("{key} is described in format::policy"))
    }

    /// The value of a setting through `parse`, or of its default; `None` when there is neither or it is bad.
    pub(crate) fn parsed<T>(
        &self,
        key: &str,
        findings: &Findings,
        parse: impl Fn(&str, Kind) -> Result<T, Problem>,
    ) -> Option<T> {
        let spec = Self::spec(key);
        self.parsed_as(key, spec, spec.default, findings, parse)
    }

    /// Likewise for a setting described by `spec` under another key.
    pub(crate) fn parsed_as<T>(
        &self,
        key: &str,
        spec: &Setting,
        default: &str,
        findings: &Findings,
        parse: impl Fn(&str, Kind) -> Result<T, Problem>,
    ) -> Option<T> {
        let (text, place) = match self.entries.get(key) {
            Some(entry) => (entry.text.as_str(), Some(&entry.place)),
            None => (default, None),
        };
        if text.is_empty() {
            if spec.need == Need::Required && !self.unreadable {
                findings.error(
                    self.place(key),
                    "missing-key",
                    format!("the setting {key:?} is missing"),
                    format!("add it: {}", spec.doc),
                );
            }
            return None;
        }
        match parse(text, spec.kind) {
            Ok(value) => Some(value),
            Err(problem) => {
                assert!(place.is_some(), "the default of {key} is bad: {problem:?}");
                findings.add(Severity::Error, self.place(key), problem);
                None
            }
        }
    }

    pub(crate) fn integer(&self, key: &str, findings: &Findings) -> i64 {
        self.parsed(key, findings, integer).unwrap_or_default()
    }

    /// A count, or nothing where `none` is written.
    pub(crate) fn count_or_none(&self, key: &str, findings: &Findings) -> Option<u32> {
        self.parsed(key, findings, |text, kind| or_none(text, |text| integer(text, kind)))
            .flatten()
            .map(|count| count as u32)
    }

    pub(crate) fn count(&self, key: &str, findings: &Findings) -> u32 {
        self.integer(key, findings) as u32
    }

    pub(crate) fn number(&self, key: &str, findings: &Findings) -> f64 {
        self.parsed(key, findings, number).unwrap_or_default()
    }

    pub(crate) fn minutes(&self, key: &str, findings: &Findings) -> Minutes {
        Minutes(self.integer(key, findings))
    }

    pub(crate) fn kilograms(&self, key: &str, findings: &Findings) -> Kilograms {
        Kilograms(self.number(key, findings))
    }

    pub(crate) fn feet(&self, key: &str, findings: &Findings) -> Feet {
        Feet(self.number(key, findings))
    }

    pub(crate) fn metres(&self, key: &str, findings: &Findings) -> Metres {
        Metres(self.number(key, findings))
    }

    pub(crate) fn nautical_miles(&self, key: &str, findings: &Findings) -> NauticalMiles {
        NauticalMiles(self.number(key, findings))
    }
}

fn scalar(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Float(number) => Some(number.to_string()),
        toml::Value::Boolean(flag) => Some(if *flag { "yes" } else { "no" }.to_owned()),
        toml::Value::Datetime(at) => Some(at.to_string()),
        toml::Value::Array(_) | toml::Value::Table(_) => None,
    }
}

/// Reads `none` as nothing.
pub(crate) fn or_none<T>(text: &str, read: impl FnOnce(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if text.eq_ignore_ascii_case("none") {
        Ok(None)
    } else {
        read(text).map(Some)
    }
}

/// A whole number within the bounds of its kind.
pub(crate) fn integer(text: &str, kind: Kind) -> Result<i64, Problem> {
    let Kind::Integer(least, most) = kind else {
        panic!("{kind:?} is no whole number");
    };
    numbers::integer(text, least, most)
}

/// A number within the bounds of its kind.
pub(crate) fn number(text: &str, kind: Kind) -> Result<f64, Problem> {
    let Kind::Number(least, most) = kind else {
        panic!("{kind:?} is no number");
    };
    numbers::number(text, least, most)
}
