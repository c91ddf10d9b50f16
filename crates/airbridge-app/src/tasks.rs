//! What a job works on, gathered out of the record and the store before the work begins.

use airbridge_events::{Fact, OperationId, Outline, PlanId, Record};
use airbridge_interchange::{TextTables, plan_file, read_events};
use airbridge_model::{Event, Operation, Plan};
use jiff::Timestamp;
use serde_json::Value;

use crate::app::App;
use crate::beside::beside;
use crate::error::Error;
use crate::live::facts_between;
use crate::operations::tables_of;
use crate::planning::{self, Order, Work, as_made, base, before, readable, tables_now};

/// What a plan is made from.
pub(crate) struct Task {
    pub(crate) operation: OperationId,
    /// As it was when this was gathered: the record goes on while the planner works.
    record: Record,
    now: Timestamp,
    tables: TextTables,
    /// The last fact of which requests, offers and clearances are in the tables.
    pub(crate) tables_seq: u64,
    pub(crate) running: Option<(PlanId, Plan, Vec<Fact>)>,
}

impl Task {
    /// As an order to the planner.
    pub(crate) fn order<'t>(&'t self, supposed: &'t [Value], work: Work) -> Order<'t> {
        Order {
            record: &self.record,
            operation: &self.operation,
            now: self.now,
            tables: &self.tables,
            running: self.running.as_ref().map(|(id, plan, facts)| (id, plan, &facts[..])),
            supposed,
            work,
        }
    }

    /// The last fact that is known.
    pub(crate) fn known_seq(&self) -> u64 {
        self.record.seq
    }

    /// The tables that it begins with.
    pub(crate) fn tables(&self) -> &TextTables {
        &self.tables
    }

    /// The operation with everybody and every offer that the record knows.
    pub(crate) fn known(&self) -> Result<Operation, Error> {
        planning::known(&self.record, &self.operation, &self.tables).map_err(Error::Findings)
    }
}

impl App {
    /// An operation for a first plan, or, where one runs, for a plan that replaces it.
    pub(crate) async fn task(&self, id: &OperationId) -> Result<Task, Error> {
        self.task_with(id, None).await
    }

    /// The same, as if the operation had other tables beside requests, offers and clearances.
    pub(crate) async fn task_with(&self, id: &OperationId, others: Option<&TextTables>) -> Result<Task, Error> {
        self.catch_up().await?;
        let record = self.see(Clone::clone);
        let now = self.now();
        let known = record.operation(id)?;
        let Some(running) = known.plan.clone() else {
            let imported = match others {
                Some(others) => others.clone(),
                None => self.tables(&tables_of(&record, id)).await?,
            };
            let tables = tables_now(&record, id, &imported, now);
            return Ok(Task {
                operation: id.clone(),
                now,
                tables,
                tables_seq: record.seq,
                running: None,
                record,
            });
        };
        let plan = &record.plans[&running];
        let Outline {
            tables: of_plan,
            tables_seq,
            ..
        } = plan.outline.clone();
        let blob = plan.adopted.clone().unwrap_or_else(|| plan.outline.blob.clone());
        let replaced = (known.tables_seq > tables_seq).then(|| known.tables.clone());
        let parent = plan_file::from_json(&self.blob(&blob).await?).map_err(Error::Findings)?;
        let of_plan = self.tables(&of_plan).await?;
        let replaced = match (others, replaced) {
            (Some(others), _) => Some(others.clone()),
            (None, Some(blob)) => Some(self.tables(&blob).await?),
            (None, None) => None,
        };
        let facts = facts_between(self.store(), tables_seq, record.seq).await?;
        let tables = base(&record, id, &of_plan, replaced.as_ref(), &facts);
        Ok(Task {
            operation: id.clone(),
            now,
            tables,
            tables_seq,
            running: Some((running, parent, facts)),
            record,
        })
    }

    /// The operation that a plan of the record was made for, and the plan: what of it was adopted, where it was.
    pub(crate) async fn made(&self, id: &PlanId) -> Result<(Operation, Plan), Error> {
        let outline = self.see(|record| record.plan(id).map(|plan| (plan.outline.clone(), plan.adopted.clone())))?;
        let (outline, adopted) = outline;
        let bytes = self.blob(&adopted.unwrap_or_else(|| outline.blob.clone())).await?;
        let plan = plan_file::from_json(&bytes).map_err(Error::Findings)?;
        let operation = self.made_for(&outline, plan.clone()).await?;
        Ok((operation, plan))
    }

    /// The operation that a plan with an outline was made for.
    pub(crate) async fn made_for(&self, outline: &Outline, plan: Plan) -> Result<Operation, Error> {
        let tables = self.tables(&outline.tables).await?;
        let events = match &outline.events {
            Some(blob) => Some(self.blob(blob).await?),
            None => None,
        };
        let parent = match &outline.parent {
            Some(parent) => Some(self.running_file(parent).await?),
            None => None,
        };
        // Plans that were made before their events were kept: what is known now of the time by then.
        let missing = parent.is_some() && events.is_none();
        let facts = if missing {
            facts_between(self.store(), outline.tables_seq, u64::MAX).await?
        } else {
            Vec::new()
        };
        let (record, id) = (self.see(Clone::clone), outline.operation.clone());
        let built = beside("an operation could not be put together", move || {
            let read = readable(tables).map_err(Error::Findings)?;
            let operation = read.operation;
            let events: Vec<Event> = if let Some(bytes) = events {
                let reading = read_events("events.json", &bytes, &operation);
                reading.events.ok_or(reading.findings).map_err(Error::Findings)?
            } else {
                let of = parent.as_ref().unwrap_or(&plan);
                planning::happened(&record, &id, &facts, &read.tables, &operation, of).events
            };
            match (parent, plan.origin.replanned_at) {
                (Some(parent), Some(now)) => {
                    let made = as_made(&operation, &parent, &events, &plan, now).map_err(Error::Findings)?;
                    Ok(made.operation)
                }
                _ => before(&operation, &events).map_err(Error::Findings),
            }
        });
        built.await?
    }

    /// The file of a plan as it ran.
    pub(crate) async fn running_file(&self, id: &PlanId) -> Result<Plan, Error> {
        let blob = self.see(|record| {
            let plan = record.plan(id)?;
            Ok::<_, Error>(plan.adopted.clone().unwrap_or_else(|| plan.outline.blob.clone()))
        })?;
        plan_file::from_json(&self.blob(&blob).await?).map_err(Error::Findings)
    }

    /// Reads events that are only supposed, against everything that is known.
    pub(crate) async fn read_supposed(&self, id: &OperationId, events: &[Value]) -> Result<(), Error> {
        let task = self.task(id).await?;
        let now = task.now;
        let events = events.to_vec();
        let read = beside("reading events has failed", move || {
            let known = task.known()?;
            planning::read_reported(&events, &known).map_err(Error::Findings)
        });
        let read = read.await??;
        if let Some(at) = read.iter().position(|event| event.at > now) {
            let what = "what is learnt later is not known yet: `at` is when it is learnt, at the latest now";
            return Err(Error::invalid(what, format!("/events/{at}/at")));
        }
        Ok(())
    }
}
