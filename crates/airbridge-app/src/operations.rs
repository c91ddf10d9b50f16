//! Whole operations in and out of the record.

use airbridge_disclosure::Operation as Row;
use airbridge_events::{Command, OperationCommand, OperationId, OrganisationId, Record};
use airbridge_interchange::{Source, TextTables, read_operation, rows_read, write_workbook};
use airbridge_model::{Finding, Operation, Severity};
use jiff::Timestamp;

use crate::act::{Done, Wish};
use crate::app::App;
use crate::beside::beside;
use crate::error::Error;
use crate::once::OnceKey;
use crate::planning::{Mandate, imported, patient, tables_now};
use crate::subject::About;
use crate::who::Who;

/// What whoever imports an operation answers for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportOptions {
    /// Whose mandate it is.
    pub organisation: OrganisationId,
    /// On what basis the patients are moved: consent, or another lawful one.
    pub basis: String,
    /// Until when they are cleared to fly; without it they come in as submitted.
    pub cleared_until: Option<Timestamp>,
}

/// What came of an import: read = taken + refused.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// Everything that was found.
    pub findings: Vec<Finding>,
    /// Rows of the tables.
    pub rows_read: usize,
    /// Of these, taken in, or to be taken in when it is no dry run.
    pub rows_taken: usize,
    /// Of these, not taken in: all of them, where a finding is an error.
    pub rows_refused: usize,
}

impl App {
    /// Takes an operation in, whole or not at all. A dry run says what would come of it.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or the record has some of it already.
    pub async fn import_operation(
        &self,
        who: &Who,
        id: &OperationId,
        source: Source,
        options: ImportOptions,
        is_dry: bool,
        once: Option<OnceKey>,
    ) -> Result<Imported, Error> {
        // Asked first, so that nobody finds out by a file what they may not ask.
        let about = About::New(options.organisation.to_string());
        self.permit(who, Row::OperationImport, &about, |_, _| ()).await?;
        let read = beside("reading an operation has failed", move || {
            (rows_read(&source), read_operation(&source))
        });
        let (rows_read, reading) = read.await?;
        let Some(operation) = reading.operation else {
            self.note_anyhow(who, Row::OperationImport, &id.stream(), "refused")
                .await?;
            return Ok(Imported {
                findings: reading.findings,
                rows_read,
                rows_taken: 0,
                rows_refused: rows_read,
            });
        };
        let mandate = Mandate {
            organisation: options.organisation,
            basis: options.basis,
            cleared_until: options.cleared_until,
        };
        let (kept, mut import) = imported(&operation.name, &TextTables::of(&operation), &mandate);
        if !is_dry {
            import.tables = self.keep_tables(&kept).await?;
        }
        let command = Command::Operation(id.clone(), OperationCommand::Import(Box::new(import)));
        let wish = Wish {
            once,
            ..Wish::new(Row::OperationImport, about, command)
        };
        if is_dry {
            self.rehearse(who, &wish).await?;
        } else {
            self.act(who, &wish).await?;
        }
        Ok(Imported {
            findings: reading.findings,
            rows_read,
            rows_taken: rows_read,
            rows_refused: 0,
        })
    }

    /// Begins an operation without anything in it: its tables are put in place afterwards, and requests and offers come one by one.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or there is one of that id.
    pub async fn create_operation(
        &self,
        who: &Who,
        id: &OperationId,
        (name, organisation): (String, OrganisationId),
        once: Option<(String, [u8; 32])>,
    ) -> Result<Done, Error> {
        let about = About::New(organisation.to_string());
        self.permit(who, Row::OperationCreate, &about, |_, _| ()).await?;
        let open = OperationCommand::Open {
            organisation,
            name,
            tables: self.keep_tables(&TextTables::default()).await?,
        };
        let wish = Wish {
            once,
            ..Wish::new(Row::OperationCreate, about, Command::Operation(id.clone(), open))
        };
        self.act(who, &wish).await
    }

    /// An operation as a workbook: its tables, everybody who is to be moved or under way, offers and clearances as they stand.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or what is recorded makes no sound operation.
    pub async fn export_operation(&self, who: &Who, id: &OperationId) -> Result<Vec<u8>, Error> {
        let about = About::Operation(id.clone());
        let now = self.now();
        let tables = self
            .look(who, Row::OperationExport, &about, "", |record, _| tables_of(record, id))
            .await?;
        let imported = self.tables(&tables).await?;
        let tables = self.see(|record| {
            let mut tables = tables_now(record, id, &imported, now);
            let under_way = record
                .requests_of(id)
                .filter(|(_, request)| request.state.is_under_way());
            let rows = under_way.map(|(id, request)| patient(record, id.as_str(), request));
            tables.rows.entry("patients".to_owned()).or_default().extend(rows);
            tables
        });
        let written = beside("writing an operation has failed", move || {
            sound(&tables).map(|operation| write_workbook(&operation))
        });
        written.await?
    }
}

/// Blob of an operation's tables.
pub(crate) fn tables_of(record: &Record, id: &OperationId) -> String {
    record
        .operations
        .get(id)
        .map_or_else(String::new, |operation| operation.tables.clone())
}

/// The operation that tables mean.
pub(crate) fn sound(tables: &TextTables) -> Result<Operation, Error> {
    let reading = read_operation(&tables.source());
    let errors = || {
        reading
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
    };
    reading
        .operation
        .ok_or_else(|| Error::Findings(errors().cloned().collect()))
}
