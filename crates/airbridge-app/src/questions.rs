//! Questions about plans: what is asked about which plan, and the operation that it is held against.

use airbridge_events::{OperationId, PlanId, PlanState, Record};
use airbridge_interchange::plan_file;
use airbridge_model::{Operation, Plan};
use airbridge_planner::explain::About as Explained;
use serde_json::{Value, json};

use crate::app::App;
use crate::beside::beside;
use crate::error::Error;
use crate::jobs::{AskedAbout, JobKind, Which};
use crate::planning::{Failure, Question, Work, as_made, examine, ready};

/// A plan with the operation that it is held against.
pub(crate) struct Held {
    operation: Operation,
    plan: Plan,
    /// What it is held against, in a word.
    against: &'static str,
}

/// The plan as it was made.
const AS_MADE: &str = "the operation as it was when the plan was made";

/// The record's tables.
const AS_RECORDED: &str = "the operation as it is recorded now";

/// The plan that runs, as things stand.
const AS_IT_STANDS: &str = "the operation as it stands now, as if nothing had begun";

impl App {
    /// The plan that is asked about, and what it is held against: a plan that runs against how things stand, a plan that replaces another against how things stood when
    /// it was made, a plan before there is one against what is recorded.
    pub(crate) async fn held(&self, id: &OperationId, which: &Which, question: &Question) -> Result<Held, Error> {
        self.catch_up().await?;
        let explains = matches!(question, Question::Explain(_));
        let running = self.see(|record| record.operations.get(id).and_then(|known| known.plan.clone()));
        match which {
            Which::Running => {
                let plan = running.ok_or_else(|| Error::invalid("no plan runs any more", "/plan"))?;
                self.held_stored(id, &plan, true, explains).await
            }
            Which::Stored(plan) => {
                let runs = running.as_ref() == Some(plan);
                self.held_stored(id, plan, runs, explains).await
            }
            Which::Sent(blob) => self.held_sent(id, blob, running).await,
        }
    }

    async fn held_stored(&self, id: &OperationId, plan: &PlanId, runs: bool, explains: bool) -> Result<Held, Error> {
        // Explanations are about how a plan was made: what has happened since is not tried.
        if runs && !explains {
            let task = self.task(id).await?;
            let standing = beside("an operation could not be put together", move || {
                let ready = ready(&task.order(&[], Work::NONE))?;
                let parent = task.running.as_ref().map(|(_, plan, _)| plan.clone());
                Ok::<_, Failure>((ready, parent))
            });
            let (ready, parent) = standing.await?.map_err(unready)?;
            let plan = parent.ok_or_else(|| Error::Bug("a plan that runs has no file".to_owned()))?;
            return Ok(Held {
                operation: airbridge_progress::as_if_new(&ready.operation, ready.planned_at),
                plan,
                against: AS_IT_STANDS,
            });
        }
        let fresh = self.see(|record| is_fresh(record, id, plan)) && !explains;
        let (operation, file) = self.made(plan).await?;
        if fresh {
            return Ok(Held {
                operation: self.recorded(id).await?,
                plan: file,
                against: AS_RECORDED,
            });
        }
        Ok(Held {
            operation,
            plan: file,
            against: AS_MADE,
        })
    }

    /// A plan that somebody has changed by hand. Which one it replaces, it says itself.
    async fn held_sent(&self, id: &OperationId, blob: &str, running: Option<PlanId>) -> Result<Held, Error> {
        let plan = plan_file::from_json(&self.blob(blob).await?).map_err(Error::Findings)?;
        let Some(running) = running else {
            if plan.origin.parent.is_some() {
                return Err(Error::invalid(
                    "the plan replaces another, and none runs",
                    "/file/origin/parent",
                ));
            }
            return Ok(Held {
                operation: self.recorded(id).await?,
                plan,
                against: AS_RECORDED,
            });
        };
        // From the plan that runs back to the first one.
        let mut at = Some(running);
        while let Some(known) = at {
            let outline = self.see(|record| record.plan(&known).map(|plan| plan.outline.clone()))?;
            let file = self.running_file(&known).await?;
            let is_parent = plan.origin.parent.as_deref() == Some(plan_file::digest(&file).as_str());
            // The plan that this one replaces runs, or ran; or both replace the same one, or none.
            if is_parent {
                let task = self.task(id).await?;
                let (changed, now) = (plan.clone(), plan.origin.replanned_at);
                let events = {
                    let built = beside("an operation could not be put together", move || {
                        let order = task.order(&[], Work::NONE);
                        let ready = ready(&order)?;
                        let operation = crate::planning::readable(ready.tables)
                            .map_err(Failure::Findings)?
                            .operation;
                        let now = now.unwrap_or(operation.planned_at);
                        as_made(&operation, &file, &ready.events, &changed, now).map_err(Failure::Findings)
                    });
                    built.await?
                };
                let operation = events.map_err(unready)?.operation;
                let against = AS_MADE;
                return Ok(Held {
                    operation,
                    plan,
                    against,
                });
            }
            if file.origin.parent == plan.origin.parent {
                let operation = self.made_for(&outline, plan.clone()).await?;
                let against = AS_MADE;
                return Ok(Held {
                    operation,
                    plan,
                    against,
                });
            }
            at = outline.parent;
        }
        Err(Error::invalid(
            "the plan replaces one that this operation never had",
            "/file/origin/parent",
        ))
    }

    /// The operation as it is recorded, where no plan runs.
    async fn recorded(&self, id: &OperationId) -> Result<Operation, Error> {
        let task = self.task(id).await?;
        let ready = beside("an operation could not be put together", move || {
            ready(&task.order(&[], Work::NONE))
        });
        let ready = ready.await?;
        Ok(ready.map_err(unready)?.operation)
    }
}

/// Whether a plan is a first one on which nobody has decided, where none runs.
fn is_fresh(record: &Record, id: &OperationId, plan: &PlanId) -> bool {
    let runs = record.operations.get(id).is_some_and(|known| known.plan.is_some());
    let proposed = record.plans.get(plan);
    !runs && proposed.is_some_and(|plan| plan.outline.parent.is_none() && plan.state == PlanState::Proposed)
}

fn unready(failure: Failure) -> Error {
    match failure {
        Failure::Findings(findings) => Error::Findings(findings),
        other => Error::Bug(other.to_string()),
    }
}

/// The question of an order; `None` where a plan is to be made.
pub(crate) fn question(kind: &JobKind) -> Option<(&Which, Question)> {
    match kind {
        JobKind::Plan | JobKind::Replan | JobKind::WhatIf { .. } => None,
        JobKind::Check { plan } => Some((plan, Question::Check)),
        JobKind::Evaluate { plan } => Some((plan, Question::Evaluate)),
        JobKind::Explain { plan, about } => {
            let about = match about {
                AskedAbout::Patient(id) => Explained::Patient(id.as_str().into()),
                AskedAbout::Mission(id) => Explained::Mission(id.as_str().into()),
                AskedAbout::Offer(id) => Explained::Offer(id.as_str().into()),
            };
            Some((plan, Question::Explain(about)))
        }
    }
}

impl Held {
    /// The answer.
    ///
    /// # Errors
    ///
    /// There is nothing to explain.
    pub(crate) fn answer(&self, question: &Question) -> Result<Value, Failure> {
        // That the tables were written anew since breaks no rule; it is said, and the plan's bound is none of these tables.
        let changed = self.plan.origin.operation_digest != self.operation.digest;
        let operation = Operation {
            digest: self.plan.origin.operation_digest.clone(),
            ..self.operation.clone()
        };
        let mut answer = examine(&operation, &self.plan, question)?;
        answer["against"] = json!(self.against);
        if changed {
            answer["tables_changed"] = json!(true);
            if answer.get("bound").is_some() {
                answer["bound"] = Value::Null;
            }
        }
        Ok(answer)
    }
}
