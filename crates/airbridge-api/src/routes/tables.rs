//! Whole operations, as workbooks or folders: in and out, and other tables for one that stands.

use airbridge_app::{ImportOptions, Imported, Replaced};
use airbridge_disclosure::Operation;
use airbridge_events::OperationId;
use airbridge_model::{Finding, Severity};
use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::body::{Tables, XLSX, ZIP};
use crate::caller::Caller;
use crate::parts::{Id, IfMatch, Query, etag};
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let import = Spec::post("/api/v1/operations/{op}/import", "Take an operation in").takes_file(&[XLSX, ZIP]);
    let export = Spec::get("/api/v1/operations/{op}/export", "An operation as a workbook").sends(XLSX);
    let import = import.asks::<Options>().once().answers::<ImportedView>();
    let replace = Spec::put(
        "/api/v1/operations/{op}/tables",
        "Give an operation other tables, beside requests, offers and clearances",
    );
    let replace = replace
        .takes_file(&[XLSX, ZIP])
        .asks::<DryRun>()
        .changes()
        .answers::<ReplacedView>();
    routes
        .secured(Operation::OperationImport, replace, replaced)
        .secured(Operation::OperationImport, import, taken_in)
        .secured(Operation::OperationExport, export, taken_out)
}

/// How an operation is taken in.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Only say what would come of it.
    #[serde(default)]
    dry_run: bool,
    /// Consent, or another lawful basis.
    basis: String,
    /// Until when the patients are cleared to fly; without it they come in as submitted.
    #[param(value_type = Option<String>, format = DateTime)]
    cleared_until: Option<Timestamp>,
    /// Whose mandate it is; else that of whoever asks.
    organisation: Option<String>,
}

/// Whether anything is done.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct DryRun {
    /// Only say what would come of it.
    #[serde(default)]
    dry_run: bool,
}

/// What came of other tables: read = taken + refused.
#[derive(Serialize, ToSchema)]
struct ReplacedView {
    rows_read: usize,
    rows_taken: usize,
    /// Those of requests, offers and clearances, which the record keeps one by one; all, where a finding is an error.
    rows_refused: usize,
    findings: Vec<FindingView>,
    /// What the plan that runs breaks with these tables and did not break before. It goes on as it is until another one is adopted.
    loses: Vec<FindingView>,
    /// The operation's version now; none where nothing was done.
    version: Option<u64>,
}

/// What came of an import: read = taken + refused.
#[derive(Serialize, ToSchema)]
struct ImportedView {
    rows_read: usize,
    rows_taken: usize,
    rows_refused: usize,
    findings: Vec<FindingView>,
}

/// Something that was found in the tables.
#[derive(Serialize, ToSchema)]
struct FindingView {
    /// `error` or `warning`.
    severity: &'static str,
    code: String,
    place: String,
    what: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    remedy: String,
}

impl From<&Finding> for FindingView {
    fn from(finding: &Finding) -> Self {
        Self {
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            code: finding.code.clone(),
            place: finding.place.to_string(),
            what: finding.what.clone(),
            remedy: finding.remedy.clone(),
        }
    }
}

async fn taken_in(
    caller: Caller,
    Id(operation): Id,
    Query(asked): Query<Options>,
    Tables { source, once }: Tables,
) -> Answer<Json<ImportedView>> {
    let own = || caller.who.actor.organisation.clone();
    let options = ImportOptions {
        organisation: asked.organisation.unwrap_or_else(own).into(),
        basis: asked.basis,
        cleared_until: asked.cleared_until,
    };
    let operation = OperationId::from(operation);
    let done = caller
        .app
        .import_operation(&caller.who, &operation, source, options, asked.dry_run, once);
    let Imported {
        findings,
        rows_read,
        rows_taken,
        rows_refused,
    } = done.await?;
    Ok(Json(ImportedView {
        rows_read,
        rows_taken,
        rows_refused,
        findings: findings.iter().map(FindingView::from).collect(),
    }))
}

async fn replaced(
    caller: Caller,
    Id(operation): Id,
    Query(asked): Query<DryRun>,
    version: IfMatch,
    Tables { source, once }: Tables,
) -> Answer<Response> {
    let condition = (Some(version.required()?), asked.dry_run);
    let operation = OperationId::from(operation);
    let done = caller
        .app
        .replace_tables(&caller.who, &operation, source, condition, once);
    let Replaced { rows, loses, done } = done.await?;
    let version = done.map(|done| done.version);
    let view = ReplacedView {
        rows_read: rows.rows_read,
        rows_taken: rows.rows_taken,
        rows_refused: rows.rows_refused,
        findings: rows.findings.iter().map(FindingView::from).collect(),
        loses: loses.iter().map(FindingView::from).collect(),
        version,
    };
    let tag = version.map(|version| [(header::ETAG, etag(version))]);
    Ok((tag, Json(view)).into_response())
}

async fn taken_out(caller: Caller, Id(operation): Id) -> Answer<Response> {
    let file = caller.app.export_operation(&caller.who, &operation.into()).await?;
    let headers = [
        (header::CONTENT_TYPE, XLSX),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"operation.xlsx\""),
    ];
    Ok((headers, file).into_response())
}
