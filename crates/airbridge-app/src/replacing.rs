//! Other tables for an operation: fleet, crews, airfields, hospitals, policy. Requests, offers and clearances are the record's, and stay as they are.

use std::collections::BTreeSet;

use airbridge_disclosure::Operation as Row;
use airbridge_events::{Command, OperationCommand, OperationId};
use airbridge_interchange::{Source, TextTables, read_operation, rows_read};
use airbridge_model::{Finding, Operation, Place, Plan, Severity, Step};

use crate::act::{Done, Wish};
use crate::app::App;
use crate::beside::beside;
use crate::error::Error;
use crate::once::OnceKey;
use crate::operations::Imported;
use crate::planning::{Failure, RECORDED, Ready, Work, broken, readable, ready};
use crate::subject::About;
use crate::tasks::Task;
use crate::who::Who;

/// What came of it, or would come of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Replaced {
    /// Rows that were read, taken in, and refused; with what was found.
    pub rows: Imported,
    /// What the plan that runs keeps no longer with these tables: rules that it breaks with them and did not break before. It goes on as it is until another one is
    /// adopted.
    pub loses: Vec<Finding>,
    /// What was done; nothing in a dry run, or where something was refused.
    pub done: Option<Done>,
}

impl App {
    /// Takes other tables in, whole or not at all. A dry run says what would come of it.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or somebody has changed the operation since it was read.
    pub async fn replace_tables(
        &self,
        who: &Who,
        id: &OperationId,
        source: Source,
        (if_match, is_dry): (Option<u64>, bool),
        once: Option<OnceKey>,
    ) -> Result<Replaced, Error> {
        let about = About::Operation(id.clone());
        self.permit(who, Row::OperationImport, &about, |_, _| ()).await?;
        let read = beside("reading an operation has failed", move || {
            (rows_read(&source), read_operation(&source))
        });
        let (rows_read, reading) = read.await?;
        let mut findings = reading.findings;
        let refused = |findings: Vec<Finding>| Replaced {
            rows: Imported {
                findings,
                rows_read,
                rows_taken: 0,
                rows_refused: rows_read,
            },
            loses: Vec::new(),
            done: None,
        };
        let Some(operation) = reading.operation else {
            self.note_anyhow(who, Row::OperationImport, &id.stream(), "refused")
                .await?;
            return Ok(refused(findings));
        };
        let whole = TextTables::of(&operation);
        let (kept, not_taken) = others(whole, &mut findings);
        let before = self.task(id).await?;
        let after = self.task_with(id, Some(&kept)).await?;
        let compared = beside("comparing tables has failed", move || compare(&before, &after));
        let (errors, loses) = compared.await?;
        if !errors.is_empty() {
            findings.extend(errors);
            self.note_anyhow(who, Row::OperationImport, &id.stream(), "refused")
                .await?;
            return Ok(refused(findings));
        }
        let tables = if is_dry {
            String::new()
        } else {
            self.keep_tables(&kept).await?
        };
        let command = Command::Operation(id.clone(), OperationCommand::ReplaceTables { tables });
        let wish = Wish {
            if_match,
            once,
            ..Wish::new(Row::OperationImport, about, command)
        };
        let done = if is_dry {
            self.rehearse(who, &wish).await?;
            None
        } else {
            Some(self.act(who, &wish).await?)
        };
        Ok(Replaced {
            rows: Imported {
                findings,
                rows_read,
                rows_taken: rows_read - not_taken,
                rows_refused: not_taken,
            },
            loses,
            done,
        })
    }
}

/// The tables without those of which the record keeps each row, and how many rows these have; said for each.
fn others(mut tables: TextTables, findings: &mut Vec<Finding>) -> (TextTables, usize) {
    let mut all = 0;
    for name in RECORDED {
        let rows = tables.rows.remove(name).unwrap_or_default().len();
        all += rows;
        if rows > 0 {
            findings.push(Finding {
                severity: Severity::Warning,
                code: "kept-by-the-record".to_owned(),
                place: Place::Cell {
                    file: name.to_owned(),
                    row: None,
                    column: None,
                },
                what: format!(
                    "{rows} rows of {name} are not taken: the record keeps each of them, with who has said so"
                ),
                remedy: "what is new of them is reported one by one".to_owned(),
            });
        }
    }
    (tables, all)
}

/// What stands against other tables, and what the plan that runs loses by them.
fn compare(before: &Task, after: &Task) -> (Vec<Finding>, Vec<Finding>) {
    // Before anything is done with them: what the plan needs has to be there.
    if let Some((_, parent, _)) = &after.running {
        let gone = match readable(after.tables().clone()) {
            Ok(read) => missing(&read.operation, parent),
            Err(findings) => findings,
        };
        if !gone.is_empty() {
            return (gone, Vec::new());
        }
    }
    let now = match ready(&after.order(&[], Work::NONE)) {
        Ok(now) => now,
        Err(Failure::Findings(findings)) => return (findings, Vec::new()),
        Err(other) => {
            return (
                vec![wrong("unreadable-tables", "tables", other.to_string(), "")],
                Vec::new(),
            );
        }
    };
    // Tables that could not be read before are no worse now.
    let was = ready(&before.order(&[], Work::NONE)).ok();
    let errors = lost_rows(was.as_ref(), &now);
    let Some((_, parent, _)) = &after.running else {
        return (errors, Vec::new());
    };
    if !errors.is_empty() {
        return (errors, Vec::new());
    }
    let known: BTreeSet<String> = was.map_or_else(BTreeSet::new, |was| {
        let broken = broken(&was.operation, parent, was.planned_at);
        broken.iter().map(ToString::to_string).collect()
    });
    let loses = broken(&now.operation, parent, now.planned_at).into_iter();
    let loses = loses.filter(|finding| !known.contains(&finding.to_string()));
    (errors, loses.collect())
}

/// Requests, offers and clearances that could be read and cannot be any more: a hospital is gone, or a state.
fn lost_rows(was: Option<&Ready>, now: &Ready) -> Vec<Finding> {
    let known = was.map_or(&[][..], |was| &was.unreadable);
    let lost = now.unreadable.iter().filter(|row| {
        let before = known
            .iter()
            .any(|known| (known.table, &known.id) == (row.table, &row.id));
        !before
    });
    lost.map(|row| Finding {
        place: Place::Key {
            file: row.table.to_owned(),
            key: row.id.clone(),
        },
        remedy: "keep what the record refers to, or change the record first".to_owned(),
        ..row.finding.clone()
    })
    .collect()
}

/// What the plan that runs needs and is not there any more.
fn missing(operation: &Operation, plan: &Plan) -> Vec<Finding> {
    let mut missing = Vec::new();
    let mut need = |known: bool, what: &str, id: &dyn std::fmt::Display, by: &str| {
        if !known {
            let what = format!("{what} {id} is not there any more, and {by} of the plan that runs needs it");
            let remedy = "report it as out, plan again and adopt that plan; then it can go";
            missing.push(wrong("needed-by-the-plan", &id.to_string(), what, remedy));
        }
    };
    for mission in &plan.missions {
        let by = format!("mission {}", mission.id);
        let aircraft = operation.aircraft.iter().any(|known| known.id == mission.aircraft);
        need(aircraft, "aircraft", &mission.aircraft, &by);
        for crew in [Some(&mission.flight_crew), mission.medical_crew.as_ref()]
            .into_iter()
            .flatten()
        {
            need(operation.crews.iter().any(|known| known.id == *crew), "crew", crew, &by);
        }
        for leg in &mission.legs {
            for field in [&leg.from, &leg.to] {
                need(
                    operation.airfields.iter().any(|known| known.id == *field),
                    "airfield",
                    field,
                    &by,
                );
            }
        }
    }
    for journey in &plan.journeys {
        let by = format!("the journey of {}", journey.patient);
        for step in &journey.steps {
            if let Step::ToField { facility, .. } | Step::FromField { facility, .. } | Step::Stay { facility, .. } =
                step
            {
                let known = operation.facilities.iter().any(|known| known.id == *facility);
                need(known, "facility", facility, &by);
            }
        }
    }
    missing.sort_by(|one, other| one.what.cmp(&other.what));
    missing.dedup_by(|one, other| one.what == other.what);
    missing
}

fn wrong(code: &str, key: &str, what: String, remedy: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        code: code.to_owned(),
        place: Place::Key {
            file: "operation".to_owned(),
            key: key.to_owned(),
        },
        what,
        remedy: remedy.to_owned(),
    }
}
