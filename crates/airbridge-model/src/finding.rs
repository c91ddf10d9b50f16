//! Findings: something is wrong with data or a plan, as a value.

use std::fmt;

use crate::rule::Rule;

/// Something is wrong, where, and what to do about it. Never the end of the run.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    /// How bad.
    pub severity: Severity,
    /// Stable code: for a violated rule "R04/cabin-too-high", for data "unknown-code", "missing-column", "duplicate-id" …
    pub code: String,
    /// Where.
    pub place: Place,
    /// What, with the figures.
    pub what: String,
    /// What to do; empty when there is nothing to add.
    pub remedy: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Cannot be used as it is.
    Error,
    /// Can be used, and somebody should look.
    Warning,
}

/// Where a finding is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    /// In a table.
    Cell {
        /// File name, or workbook and sheet ("tables.xlsx#patients").
        file: String,
        /// Line of the file (CSV) or row of the sheet, the header being 1; `None` for the whole file.
        row: Option<u64>,
        /// Column name.
        column: Option<String>,
    },
    /// In a settings file: a path of keys, such as "policy.weights.urgent".
    Key {
        /// File name.
        file: String,
        /// The keys.
        key: String,
    },
    /// In a plan: what it concerns, such as "mission M003, leg 2 HECA–UUMU, patient P-017".
    Plan(String),
}

impl Finding {
    /// A violated rule: `slug` is a few words joined by hyphens, stable over time.
    pub fn violation(rule: Rule, slug: &str, place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code: format!("R{:02}/{slug}", rule.number()),
            place: Place::Plan(place.into()),
            what: what.into(),
            remedy: String::new(),
        }
    }

    /// The rule that a violation belongs to, by its code.
    pub fn rule(&self) -> Option<Rule> {
        let number: u8 = self.code.strip_prefix('R')?.get(..2)?.parse().ok()?;
        Rule::ALL.iter().copied().find(|rule| rule.number() == number)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cell { file, row, column } => {
                f.write_str(file)?;
                if let Some(row) = row {
                    write!(f, ", row {row}")?;
                }
                if let Some(column) = column {
                    write!(f, ", column {column}")?;
                }
                Ok(())
            }
            Self::Key { file, key } => write!(f, "{file}, {key}"),
            Self::Plan(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}] {}: {}", self.severity, self.code, self.place, self.what)?;
        if !self.remedy.is_empty() {
            write!(f, " ({})", self.remedy)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_violation_carries_its_rule() {
        let finding = Finding::violation(Rule::Staging, "over-capacity", "Cairo", "41 patients, 40 places");
        assert_eq!(finding.code, "R10/over-capacity");
        assert_eq!(finding.rule(), Some(Rule::Staging));
        assert_eq!(
            finding.to_string(),
            "error [R10/over-capacity] Cairo: 41 patients, 40 places"
        );
    }
}
