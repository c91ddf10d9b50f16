//! The annotated template that `airbridge new` writes.
//!
//! What comes in: nothing. What goes out: the files of a folder that validates and plans: a small made-up operation between real
//! airfields, to be replaced row by row.

mod example;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::format::{BUNDLED_DUTY, DUTY_SETTINGS, Kind, Need, SETTINGS, SETTINGS_FILE, Setting, TABLES, Table};
use crate::write::folder::{csv, settings_toml, toml_value};

/// The files of the template by name.
pub fn template() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    files.insert(SETTINGS_FILE.to_owned(), settings().into_bytes());
    files.insert("README.md".to_owned(), readme().into_bytes());
    for table in TABLES {
        files.insert(table.file(), csv(&example::rows(table)).into_bytes());
    }
    files
}

const HEAD: &str = "\
# An operation. This is a template with made-up patients, aircraft and beds between real airfields: replace all of it.
#
# README.md explains the tables beside this file. Every key that is commented out below stands at its default; take the
# comment mark away to set it. Figures marked [SYN] are made up for examples and tests: they are no rule and no advice, and
# whoever is responsible for the operation sets them.
#
# `airbridge validate .` lists everything that is wrong; `airbridge plan . --out plan` plans it.
";

fn settings() -> String {
    let mut text = String::from(HEAD);
    let mut table = "";
    for setting in SETTINGS {
        let (path, key) = setting.key.rsplit_once('.').unwrap_or(("", setting.key));
        if path != table {
            table = path;
            let _ = write!(text, "\n[{path}]\n");
        }
        text.push('\n');
        comment(&mut text, setting);
        let (mark, value) = example::setting(setting.key).map_or_else(
            || ("#", example::placeholder(setting.key).unwrap_or(setting.default)),
            |value| ("", value),
        );
        let _ = writeln!(text, "{mark}{key} = {}", toml_value(path, key, value));
    }
    duty(&mut text);
    text
}

fn comment(text: &mut String, setting: &Setting) {
    for line in wrapped(setting.doc, 116) {
        let _ = writeln!(text, "# {line}");
    }
    let source = if setting.source.is_empty() {
        String::new()
    } else {
        format!(" Default from: {}.", setting.source)
    };
    for line in wrapped(&format!("Value: {}.{source}", setting.kind.describe()), 116) {
        let _ = writeln!(text, "# {line}");
    }
}

fn duty(text: &mut String) {
    text.push_str(
        "\n# Duty rule sets. Crews name one in their column `rules`. The bundled sets below may be changed key by key; a set of your own\n\
         # is a table [policy.duty.NAME] that gives all keys.\n#\n",
    );
    for setting in DUTY_SETTINGS {
        for line in wrapped(
            &format!("{}: {} ({})", setting.key, setting.doc, setting.kind.describe()),
            114,
        ) {
            let _ = writeln!(text, "#   {line}");
        }
    }
    for set in BUNDLED_DUTY {
        let settings: Vec<(String, String)> = set
            .settings
            .iter()
            .map(|(key, value)| (format!("policy.duty.{}.{key}", set.name), (*value).to_owned()))
            .collect();
        for line in settings_toml(&settings).lines() {
            let _ = if line.is_empty() {
                writeln!(text)
            } else {
                writeln!(text, "#{line}")
            };
        }
    }
}

/// Breaks a text into lines of at most `width` characters where there are spaces.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("there is always one");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

fn readme() -> String {
    let mut text = String::from(include_str!("readme.md"));
    for table in TABLES {
        columns(&mut text, table);
    }
    text
}

fn columns(text: &mut String, table: &Table) {
    let _ = write!(
        text,
        "\n## {}\n\n{}{}\n\n",
        table.file(),
        table.doc,
        if table.required {
            ""
        } else {
            " The file may be missing."
        }
    );
    for column in table.columns {
        let need = match column.need {
            Need::Required => " Required.",
            Need::Optional => "",
            Need::UnlessInCatalogue => " Required unless the catalogue knows the row.",
        };
        let written = match column.kind {
            Kind::Text => String::new(),
            kind => format!(" ({})", kind.describe()),
        };
        let _ = writeln!(text, "- `{}`{written}: {}{need}", column.name, column.doc);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, read_operation, write_folder};

    #[test]
    fn the_template_validates_without_a_finding() {
        let reading = read_operation(&Source::folder(template()));
        let findings: Vec<String> = reading.findings.iter().map(ToString::to_string).collect();
        assert_eq!(findings, Vec::<String>::new());
        let operation = reading.operation.expect("no finding is an error");
        assert!(operation.patients.len() >= 3);
        assert!(
            TABLES
                .iter()
                .all(|table| table.name == "aircraft_types" || write_folder(&operation).contains_key(&table.file()))
        );
    }

    #[test]
    fn every_commented_default_is_the_default() {
        // With every comment mark before a key taken away, the operation stays the same.
        let mut files = template();
        let text = String::from_utf8(files[SETTINGS_FILE].clone()).expect("UTF-8");
        let is_setting = |line: &str| {
            line.strip_prefix('#').is_some_and(|rest| {
                rest.starts_with("[policy")
                    || (rest.starts_with(|c: char| c.is_ascii_lowercase()) && rest.contains(" = "))
            })
        };
        let set: Vec<String> = text
            .lines()
            .filter(|line| !line.starts_with("#boundaries") && !line.starts_with("#planned_at"))
            .map(|line| {
                if is_setting(line) {
                    line[1..].to_owned()
                } else {
                    line.to_owned()
                }
            })
            .collect();
        let before = read_operation(&Source::folder(files.clone())).operation.expect("sound");
        files.insert(SETTINGS_FILE.to_owned(), set.join("\n").into_bytes());
        let reading = read_operation(&Source::folder(files));
        assert_eq!(reading.findings, vec![]);
        let mut after = reading.operation.expect("sound");
        assert_eq!(after.policy.duty.len(), 3, "all bundled sets are written out");
        after
            .policy
            .duty
            .retain(|set| before.policy.duty.iter().any(|other| other.id == set.id));
        assert_eq!(before.policy, after.policy);
    }
}
