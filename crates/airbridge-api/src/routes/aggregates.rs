//! Counts that may be said in public.

use airbridge_disclosure::Operation;
use axum::Json;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::caller::Caller;
use crate::problem::Answer;
use crate::secured::Routes;
use crate::spec::Spec;

pub(crate) fn add(routes: Routes) -> Routes {
    let read = Spec::get("/api/v1/aggregates", "Counts that may be said in public").answers::<AggregatesView>();
    routes.secured(Operation::AggregateRead, read, all)
}

/// Counts of a day.
#[derive(Serialize, ToSchema)]
struct AggregatesView {
    /// The figures are of this instant, and change once a day at most.
    #[schema(value_type = String, format = DateTime)]
    as_of: Timestamp,
    operations: Vec<AggregateView>,
}

/// Counts of an operation.
#[derive(Serialize, ToSchema)]
struct AggregateView {
    operation: String,
    name: String,
    /// Patients who have arrived, rounded to 5. Fewer than 11 are not said, and it grows by as many at a time.
    patients_moved: u32,
}

async fn all(caller: Caller) -> Answer<Json<AggregatesView>> {
    let found = caller.app.aggregates(&caller.who).await?;
    let operations = found.operations.into_iter().map(|operation| AggregateView {
        operation: operation.operation.to_string(),
        name: operation.name,
        patients_moved: operation.patients_moved,
    });
    Ok(Json(AggregatesView {
        as_of: found.as_of,
        operations: operations.collect(),
    }))
}
