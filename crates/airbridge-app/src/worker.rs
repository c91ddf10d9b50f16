//! Doing jobs: by the server itself, or by processes on other machines. Whoever dies loses nothing but time.

use std::sync::Arc;
use std::time::Duration;

use airbridge_events::{AccountId, By, Command, Context, Fact, Outline, PlanCommand, PlanId, decide};
use airbridge_interchange::plan_file;
use airbridge_solver::search::StopSignal;
use airbridge_store::{Append, Commit, Expected, Job, Lease, Outcome, StoreError};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::app::App;
use crate::codec::{self, Provenance};
use crate::error::Error;
use crate::jobs::{Input, JobKind};
use crate::live::facts_after;
use crate::operations::tables_of;
use crate::planning::{Failure, From, Made, Order, Work, outline, run, tables_now};
use crate::who::entry;

/// A lease ends so long after the last sign of life.
const LEASE: SignedDuration = SignedDuration::from_secs(30);

/// Between two signs of life.
const BEAT: Duration = Duration::from_secs(2);

/// What a plan is made of.
struct Task {
    input: Input,
    tables_blob: String,
    tables_seq: u64,
    tables: airbridge_interchange::TextTables,
    running: Option<(PlanId, airbridge_model::Plan, Vec<Fact>)>,
}

impl App {
    /// Does the next job, if there is one; says whether there was.
    ///
    /// # Errors
    ///
    /// The store does not answer. Whatever is wrong with the job itself becomes its outcome.
    pub async fn work_once(&self, worker: &str, threads: usize) -> Result<bool, Error> {
        let Some(job) = self.store().claim(worker, self.now(), LEASE).await? else {
            return Ok(false);
        };
        let outcome = match self.do_job(&job, worker, threads).await {
            Ok(outcome) => outcome,
            Err(Error::Unavailable(error)) => return Err(Error::Unavailable(error)),
            Err(error) => Some(Outcome::Failed(told(&error))),
        };
        if let Some(outcome) = outcome {
            match self
                .store()
                .finish(&job.row.id, worker, job.attempt, outcome, self.now())
                .await
            {
                // Another worker has it by now.
                Ok(()) | Err(StoreError::LeaseLost { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(true)
    }

    /// `None` where the lease was lost: then it is somebody else's.
    async fn do_job(&self, job: &Job, worker: &str, threads: usize) -> Result<Option<Outcome>, Error> {
        let input: Input = serde_json::from_value(job.row.input.clone())
            .map_err(|_| Error::Bug("the order of a job cannot be read".to_owned()))?;
        let plan_id = PlanId::new(format!("P-{}", job.row.id));
        self.catch_up().await?;
        // An earlier attempt had come as far as this.
        if self.see(|record| record.plans.contains_key(&plan_id)) {
            return Ok(Some(Outcome::Done(json!({ "plan": plan_id }))));
        }
        let task = self.task(input).await?;
        let stop = Arc::new(StopSignal::new());
        let mut planning = tokio::task::spawn_blocking({
            let (app, stop) = (self.clone(), Arc::clone(&stop));
            move || {
                let made = app.plan(&task, threads, &stop);
                (task, made)
            }
        });
        let mut cancelled = false;
        let (task, made) = loop {
            tokio::select! {
                done = &mut planning => break done.map_err(|_| Error::Bug("the planner has failed".to_owned()))?,
                () = tokio::time::sleep(BEAT) => {
                    let progress = json!({ "worker": worker, "since": self.now().to_string() });
                    let lease = self.store().heartbeat(&job.row.id, worker, job.attempt, progress, self.now(), LEASE);
                    match lease.await? {
                        Lease::Held => {}
                        Lease::CancelAsked => { cancelled = true; stop.stop(); }
                        Lease::Lost => { stop.stop(); return Ok(None); }
                    }
                }
            }
        };
        if cancelled {
            return Ok(Some(Outcome::Cancelled));
        }
        let made = match made {
            Ok(made) => made,
            Err(failure) => return Ok(Some(Outcome::Failed(failed(&failure)))),
        };
        let measures = self.propose(job, &plan_id, task, &made).await?;
        Ok(Some(Outcome::Done(json!({ "plan": plan_id, "measures": measures }))))
    }

    async fn task(&self, input: Input) -> Result<Task, Error> {
        let id = input.operation.clone();
        let running = self.see(|record| {
            let plan = record.operation(&id)?.plan.clone();
            Ok::<_, Error>(plan.map(|plan| {
                let known = &record.plans[&plan];
                let blob = known.adopted.clone().unwrap_or_default();
                (plan, blob, known.outline.tables.clone(), known.outline.tables_seq)
            }))
        })?;
        let Some((plan, blob, tables_blob, tables_seq)) = running.filter(|_| input.order.kind == JobKind::Replan)
        else {
            let (imported, seq) = self.see(|record| (tables_of(record, &id), record.seq));
            let imported = self.tables(&imported).await?;
            let tables = self.see(|record| tables_now(record, &id, &imported, self.now()));
            let tables_blob = self.keep_tables(&tables).await?;
            return Ok(Task {
                input,
                tables_blob,
                tables_seq: seq,
                tables,
                running: None,
            });
        };
        let parent = plan_file::from_json(&self.blob(&blob).await?).map_err(Error::Findings)?;
        let facts = facts_after(self.store(), tables_seq).await?;
        let tables = self.tables(&tables_blob).await?;
        Ok(Task {
            input,
            tables_blob,
            tables_seq,
            tables,
            running: Some((plan, parent, facts)),
        })
    }

    /// The planner's part; takes as long as it is let.
    fn plan(&self, task: &Task, threads: usize, stop: &StopSignal) -> Result<Made, Failure> {
        let work = Work {
            work: Some(task.input.order.work),
            seed: task.input.order.seed,
            threads,
        };
        // The record goes on while the planner works.
        let record = self.see(Clone::clone);
        let order = Order {
            record: &record,
            operation: &task.input.operation,
            now: self.now(),
            tables: &task.tables,
            running: task.running.as_ref().map(|(id, plan, facts)| (id, plan, &facts[..])),
            work,
        };
        run(&order, stop)
    }

    /// Keeps a plan as a proposal of whoever ordered it.
    async fn propose(&self, job: &Job, id: &PlanId, task: Task, made: &Made) -> Result<Value, Error> {
        let blob = self
            .store()
            .put_blob(plan_file::to_json(&made.plan).into_bytes())
            .await?;
        let from = From {
            operation: task.input.operation,
            parent: task.running.map(|(plan, _, _)| plan),
            tables: task.tables_blob,
            tables_seq: task.tables_seq,
            blob,
        };
        let outline: Outline = outline(&made.operation, &made.plan, from);
        let measures = outline.measures.clone();
        let now = self.now();
        let by = By {
            account: AccountId::new(&job.row.requested_by),
            organisation: task.input.organisation.into(),
            authority: "planner".to_owned(),
        };
        let command = Command::Plan(id.clone(), PlanCommand::Propose(Box::new(outline)));
        let drafts = self.see(|record| decide(record, &command, &Context { now, by: &by }))?;
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
        match self.store().commit(commit).await {
            // Another attempt was faster, with the same plan.
            Ok(_) | Err(StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        self.catch_up().await?;
        Ok(measures)
    }
}

fn failed(failure: &Failure) -> Value {
    let findings = match failure {
        Failure::Findings(findings) | Failure::Refused(findings) => findings.iter().map(ToString::to_string).collect(),
        Failure::Planner(error) => vec![error.to_string()],
    };
    json!({ "error": failure.to_string(), "findings": findings })
}

fn told(error: &Error) -> Value {
    let findings = match error {
        Error::Findings(findings) => findings.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    json!({ "error": error.to_string(), "findings": findings })
}
