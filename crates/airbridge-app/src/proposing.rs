//! Keeping what the planner has made as a proposal of whoever ordered it.

use airbridge_events::{AccountId, By, Command, Context, Outline, PlanCommand, PlanId, decide};
use airbridge_interchange::{plan_file, write_events};
use airbridge_store::{Append, Commit, Expected, Job, StoreError};
use serde_json::{Value, json};

use crate::app::App;
use crate::codec::{self, Provenance};
use crate::error::Error;
use crate::jobs::Input;
use crate::planning::{From, Made, outline};
use crate::tasks::Task;
use crate::who::entry;

impl App {
    /// Keeps a plan; answers with what there is to say about it.
    pub(crate) async fn propose(
        &self,
        job: &Job,
        id: &PlanId,
        (input, task): (&Input, &Task),
        made: &Made,
    ) -> Result<Value, Error> {
        let store = self.store();
        let blob = store.put_blob(plan_file::to_json(&made.plan).into_bytes()).await?;
        let events = store.put_blob(write_events(&made.events).into_bytes()).await?;
        let from = From {
            operation: input.operation.clone(),
            parent: task.running.as_ref().map(|(plan, _, _)| plan.clone()),
            tables: self.keep_tables(&made.tables).await?,
            tables_seq: task.tables_seq,
            events: Some(events),
            known_seq: task.known_seq(),
            blob,
        };
        let outline: Outline = outline(&made.operation, &made.plan, from);
        let measures = outline.measures.clone();
        let now = self.now();
        let by = By {
            account: AccountId::new(&job.row.requested_by),
            organisation: input.organisation.as_str().into(),
            authority: "planner".to_owned(),
        };
        let command = Command::Plan(id.clone(), PlanCommand::Propose(Box::new(outline)));
        let drafts = self.see(|record| {
            decide(
                record,
                &command,
                &Context {
                    now,
                    happened_at: now,
                    by: &by,
                },
            )
        })?;
        let provenance = Provenance {
            by,
            happened_at: now,
            supersedes: None,
            confirms: None,
        };
        let commit = Commit {
            appends: vec![Append {
                stream: id.stream(),
                expected: Expected::NoStream,
                events: drafts.iter().map(|draft| codec::written(draft, &provenance)).collect(),
            }],
            audit: vec![entry(None, "planner", "plan.propose", &id.stream(), "", "done", now)],
            ..Commit::at(now)
        };
        match store.commit(commit).await {
            // Another attempt was faster, with the same plan.
            Ok(_) | Err(StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        self.catch_up().await?;
        Ok(told(id, measures, made))
    }
}

/// What there is to say about a plan that was made.
fn told(id: &PlanId, measures: Value, made: &Made) -> Value {
    let mut told = json!({ "plan": id, "measures": measures });
    if let Some(diff) = &made.diff {
        told["changes"] = airbridge_report::changes_json(diff);
    }
    // Said only where there is something: it is for somebody to put right.
    if !made.unreadable.is_empty() {
        let rows = made.unreadable.iter().map(|row| {
            json!({
                "table": row.table,
                "id": row.id,
                "column": column(&row.finding),
                "what": row.finding.what,
                "remedy": row.finding.remedy,
            })
        });
        told["not_planned_for"] = rows.collect();
    }
    if !made.passed_over.is_empty() {
        told["passed_over"] = airbridge_report::findings_json(&made.passed_over);
    }
    told
}

fn column(finding: &airbridge_model::Finding) -> Option<&str> {
    match &finding.place {
        airbridge_model::Place::Cell { column, .. } => column.as_deref(),
        _ => None,
    }
}
