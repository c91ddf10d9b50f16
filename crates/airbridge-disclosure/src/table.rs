//! The reviewed tables, read and proved whole.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use thiserror::Error;

use crate::apart::{APART, Apart};
use crate::fields::{FieldGroup, Mask, Phase};
use crate::operation::Operation;
use crate::role::Role;
use crate::scope::Scope;

const ROLES: &str = include_str!("../data/roles.csv");
const FIELDS: &str = include_str!("../data/fields.csv");
const PERIODS: &str = include_str!("../data/periods.csv");

/// What is wrong with a table.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("table {table}, row {row}: {what}")]
pub struct TableError {
    table: &'static str,
    row: String,
    what: String,
}

/// What a row says of one operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What anybody may do without logging in.
    pub anonymous: Scope,
    /// By role.
    pub scopes: BTreeMap<Role, Scope>,
    /// Roles that may do it on a record that they have opened in an emergency.
    pub emergency: BTreeSet<Role>,
    /// Groups of fields that the answer, or the question, may carry.
    pub carries: BTreeSet<FieldGroup>,
    /// For reviewers.
    pub why: String,
}

/// Groups that a role sees and writes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sight {
    /// Seen.
    pub sees: Mask,
    /// Written.
    pub writes: Mask,
}

/// Who may do what, and who sees which fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    rows: BTreeMap<Operation, Row>,
    sights: BTreeMap<(Role, Phase), Sight>,
    /// Roles that nobody holds together.
    pub apart: Vec<Apart>,
    /// So long a crew sees its patients after its mission.
    pub crew_sight: SignedDuration,
    /// No emergency access is longer.
    pub emergency_at_most: SignedDuration,
    /// So long an invitation to choose a password is good.
    pub invitation: SignedDuration,
}

impl Table {
    /// The built-in tables.
    ///
    /// # Errors
    ///
    /// A row that is missing, there twice, or has a word that nobody knows.
    pub fn load() -> Result<Self, TableError> {
        Self::read(ROLES, FIELDS, PERIODS)
    }

    /// Tables as text.
    ///
    /// # Errors
    ///
    /// As [`Table::load`].
    pub fn read(roles: &str, fields: &str, periods: &str) -> Result<Self, TableError> {
        let periods = read_periods(periods)?;
        let period = |name: &str| {
            let hours = periods.get(name).copied();
            hours
                .map(SignedDuration::from_hours)
                .ok_or_else(|| wrong("periods", name, "it is missing"))
        };
        Ok(Self {
            rows: read_roles(roles)?,
            sights: read_fields(fields)?,
            apart: crate::apart::read(APART)?,
            crew_sight: period("crew-sight")?,
            emergency_at_most: period("emergency-at-most")?,
            invitation: period("invitation")?,
        })
    }

    /// The row of an operation.
    pub fn row(&self, operation: Operation) -> &Row {
        &self.rows[&operation]
    }

    /// The first two of these roles that nobody holds together, with the reason.
    pub fn conflict(&self, roles: &[Role]) -> Option<&Apart> {
        self.apart
            .iter()
            .find(|pair| pair.roles.iter().all(|role| roles.contains(role)))
    }

    /// What a role sees and writes of a patient in a phase.
    pub fn sight(&self, role: Role, phase: Phase) -> &Sight {
        &self.sights[&(role, phase)]
    }
}

pub(crate) fn wrong(table: &'static str, row: &str, what: impl Into<String>) -> TableError {
    TableError {
        table,
        row: row.to_owned(),
        what: what.into(),
    }
}

pub(crate) fn records(table: &'static str, text: &str) -> Result<(Vec<String>, Vec<Vec<String>>), TableError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let texts = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let broken = |error: csv::Error| wrong(table, "", error.to_string());
    let header = texts(reader.headers().map_err(broken)?);
    let rows = reader
        .records()
        .map(|record| record.map(|record| texts(&record)).map_err(broken));
    Ok((header, rows.collect::<Result<_, _>>()?))
}

fn list<T>(
    table: &'static str,
    row: &str,
    text: &str,
    named: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, TableError> {
    let words = text.split_whitespace();
    words
        .map(|word| named(word).ok_or_else(|| wrong(table, row, format!("nobody knows the word {word}"))))
        .collect()
}

fn read_roles(text: &str) -> Result<BTreeMap<Operation, Row>, TableError> {
    const TABLE: &str = "roles";
    let (header, records) = records(TABLE, text)?;
    let column = |name: &str| {
        let found = header.iter().position(|known| known == name);
        found.ok_or_else(|| wrong(TABLE, name, "there is no such column"))
    };
    let (operation, anonymous, emergency, carries, why) = (
        column("operation")?,
        column("anonymous")?,
        column("emergency")?,
        column("carries")?,
        column("why")?,
    );
    let mut columns = Vec::new();
    for role in Role::ALL {
        columns.push((*role, column(role.word())?));
    }
    if header.len() != columns.len() + 5 {
        return Err(wrong(TABLE, "", "a column is there that nobody knows"));
    }
    let mut rows = BTreeMap::new();
    for record in records {
        let name = &record[operation];
        let known = Operation::named(name).ok_or_else(|| wrong(TABLE, name, "nobody knows the operation"))?;
        let scope = |column: usize| {
            let word = &record[column];
            Scope::named(word).ok_or_else(|| wrong(TABLE, name, format!("nobody knows the word {word}")))
        };
        let mut scopes = BTreeMap::new();
        for (role, column) in &columns {
            scopes.insert(*role, scope(*column)?);
        }
        let row = Row {
            anonymous: scope(anonymous)?,
            scopes,
            emergency: list(TABLE, name, &record[emergency], Role::named)?
                .into_iter()
                .collect(),
            carries: list(TABLE, name, &record[carries], FieldGroup::named)?
                .into_iter()
                .collect(),
            why: record[why].clone(),
        };
        if rows.insert(known, row).is_some() {
            return Err(wrong(TABLE, name, "it is there twice"));
        }
    }
    match Operation::ALL.iter().find(|operation| !rows.contains_key(operation)) {
        Some(missing) => Err(wrong(TABLE, missing.word(), "it is missing")),
        None => Ok(rows),
    }
}

fn read_fields(text: &str) -> Result<BTreeMap<(Role, Phase), Sight>, TableError> {
    const TABLE: &str = "fields";
    let (header, records) = records(TABLE, text)?;
    if header != ["role", "phase", "sees", "writes", "why"] {
        return Err(wrong(TABLE, "", "the columns are others"));
    }
    let mut sights = BTreeMap::new();
    for record in records {
        let name = format!("{} {}", record[0], record[1]);
        let unknown = || wrong(TABLE, &name, "nobody knows the role or the phase");
        let role = Role::named(&record[0]).ok_or_else(unknown)?;
        let phase = Phase::named(&record[1]).ok_or_else(unknown)?;
        let mask = |column: usize| {
            let groups = list(TABLE, &name, &record[column], FieldGroup::named)?;
            Ok(Mask(groups.into_iter().collect()))
        };
        let sight = Sight {
            sees: mask(2)?,
            writes: mask(3)?,
        };
        if sights.insert((role, phase), sight).is_some() {
            return Err(wrong(TABLE, &name, "it is there twice"));
        }
    }
    for role in Role::ALL {
        for phase in Phase::ALL {
            if !sights.contains_key(&(*role, *phase)) {
                return Err(wrong(TABLE, &format!("{role} {phase}"), "it is missing"));
            }
        }
    }
    Ok(sights)
}

fn read_periods(text: &str) -> Result<BTreeMap<String, i64>, TableError> {
    const TABLE: &str = "periods";
    let (_, records) = records(TABLE, text)?;
    let hours = |record: &Vec<String>| {
        let hours = record[1].parse();
        hours
            .map(|hours| (record[0].clone(), hours))
            .map_err(|_| wrong(TABLE, &record[0], "its hours are no number"))
    };
    records.iter().map(hours).collect()
}
