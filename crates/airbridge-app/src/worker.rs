//! Doing jobs: by the server itself, or by processes on other machines. Whoever dies loses nothing but time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use airbridge_events::PlanId;
use airbridge_store::{Job, JobState, Lease, Outcome, StoreError};
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::app::App;
use crate::error::Error;
use crate::jobs::{Input, JobKind};
use crate::planning::{Checked, Failure, Made, Seen, Watch, Work, run, what_if};
use crate::questions::question;

/// A lease ends so long after the last sign of life.
const LEASE: SignedDuration = SignedDuration::from_secs(30);

/// Between two looks at whether somebody wants the job to end.
const LOOK: Duration = Duration::from_millis(200);

/// Between two signs of life, where there is something new to say.
const SOON: Duration = Duration::from_millis(500);

/// And where there is not.
const BEAT: Duration = Duration::from_secs(5);

/// So long a search that was told to end is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// How the work on a job went.
enum Attended<T> {
    /// To its end.
    Done(T),
    /// Somebody wanted it to end: what there is by then, if the work has ended.
    Cancelled(Option<T>),
    /// It is another worker's by now.
    Lost,
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
        self.inner.moved.moved(&job.row.id);
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
            self.inner.moved.moved(&job.row.id);
        }
        Ok(true)
    }

    /// `None` where the lease was lost: then it is somebody else's.
    async fn do_job(&self, job: &Job, worker: &str, threads: usize) -> Result<Option<Outcome>, Error> {
        let input: Input = serde_json::from_value(job.row.input.clone())
            .map_err(|_| Error::Bug("the order of a job cannot be read".to_owned()))?;
        match question(&input.order.kind) {
            Some((which, question)) => {
                let held = self.held(&input.operation, which, &question).await?;
                let answering = tokio::task::spawn_blocking(move || held.answer(&question));
                let watch = Arc::new(Watch::default());
                Ok(match self.attend(job, worker, &watch, answering).await? {
                    Attended::Done(Ok(answer)) => Some(Outcome::Done(answer)),
                    Attended::Done(Err(failure)) => Some(Outcome::Failed(failed(&failure))),
                    Attended::Cancelled(_) => Some(Outcome::Cancelled),
                    Attended::Lost => None,
                })
            }
            None => self.plan(job, worker, input, threads).await,
        }
    }

    /// Makes a plan, or compares with one that is only supposed.
    async fn plan(&self, job: &Job, worker: &str, input: Input, threads: usize) -> Result<Option<Outcome>, Error> {
        let plan_id = PlanId::new(format!("P-{}", job.row.id));
        self.catch_up().await?;
        // An earlier attempt had come as far as this.
        if self.see(|record| record.plans.contains_key(&plan_id)) {
            return Ok(Some(Outcome::Done(json!({ "plan": plan_id }))));
        }
        let task = self.task(&input.operation).await?;
        match (&input.order.kind, &task.running) {
            (JobKind::Plan, Some(_)) => return Err(Error::invalid("a plan runs by now", "/kind")),
            (JobKind::Replan | JobKind::WhatIf { .. }, None) => {
                return Err(Error::invalid("no plan runs any more", "/kind"));
            }
            _ => {}
        }
        let task = Arc::new(task);
        let supposed = match &input.order.kind {
            JobKind::WhatIf { events } => events.clone(),
            _ => Vec::new(),
        };
        let only_supposed = !supposed.is_empty();
        let work = Work {
            work: Some(input.order.work),
            seed: input.order.seed,
            threads,
        };
        let watch = Arc::new(Watch::default());
        let planning = tokio::task::spawn_blocking({
            let (task, watch) = (Arc::clone(&task), Arc::clone(&watch));
            move || run(&task.order(&supposed, work), &watch)
        });
        let attended = self.attend(job, worker, &watch, planning).await?;
        if only_supposed {
            let parent = task.running.as_ref().map(|(_, plan, _)| plan);
            return Ok(match (attended, parent) {
                (Attended::Done(Ok(made)), Some(parent)) => Some(Outcome::Done(what_if(parent, &made))),
                (Attended::Done(Ok(_)), None) => return Err(Error::Bug("nothing to compare with".to_owned())),
                (Attended::Done(Err(failure)), _) => Some(Outcome::Failed(failed(&failure))),
                (Attended::Cancelled(_), _) => Some(Outcome::Cancelled),
                (Attended::Lost, _) => None,
            });
        }
        Ok(match attended {
            Attended::Lost => None,
            Attended::Done(Ok(made)) => Some(Outcome::Done(
                self.propose(job, &plan_id, (&input, &task), &made).await?,
            )),
            Attended::Done(Err(failure)) => Some(Outcome::Failed(failed(&failure))),
            Attended::Cancelled(ended) => {
                let kept: Option<Made> = ended.and_then(Result::ok).or_else(|| watch.seen(Seen::best_made));
                let mut said = match &kept {
                    Some(made) => self.propose(job, &plan_id, (&input, &task), made).await?,
                    None => {
                        json!({ "plan": null, "what": "no plan that the checker passes was found before the job was cancelled" })
                    }
                };
                said["kept"] = json!(kept.is_some());
                Some(Outcome::CancelledWith(said))
            }
        })
    }

    /// Waits for the work on a job, keeps its progress, and ends it when it is asked to.
    async fn attend<T>(
        &self,
        job: &Job,
        worker: &str,
        watch: &Watch,
        mut work: JoinHandle<T>,
    ) -> Result<Attended<T>, Error> {
        let since = self.now().to_string();
        let mut said = Value::Null;
        let mut beat: Option<Instant> = None;
        loop {
            tokio::select! {
                done = &mut work => return Ok(Attended::Done(ended(done)?)),
                () = tokio::time::sleep(LOOK) => {}
            }
            let progress = watch.seen(|seen| progress(worker, &since, seen));
            let pause = if progress == said { BEAT } else { SOON };
            let lease = if beat.is_none_or(|beat| beat.elapsed() >= pause) {
                beat = Some(Instant::now());
                said = progress.clone();
                let (id, now) = (&job.row.id, self.now());
                self.store()
                    .heartbeat(id, worker, job.attempt, progress, now, LEASE)
                    .await?
            } else {
                self.lease(job, worker).await?
            };
            match lease {
                Lease::Held => {}
                Lease::Lost => {
                    watch.stop().stop();
                    return Ok(Attended::Lost);
                }
                Lease::CancelAsked => {
                    watch.stop().stop();
                    return Ok(match tokio::time::timeout(PATIENCE, &mut work).await {
                        Ok(done) => Attended::Cancelled(Some(ended(done)?)),
                        // It ends by itself; what it has found by now is known.
                        Err(_) => Attended::Cancelled(None),
                    });
                }
            }
        }
    }

    /// Whether the job is still this attempt's, without a sign of life.
    async fn lease(&self, job: &Job, worker: &str) -> Result<Lease, Error> {
        let now = self.store().job(&job.row.id).await?;
        let Some(now) = now.filter(|now| now.attempt == job.attempt) else {
            return Ok(Lease::Lost);
        };
        Ok(match now.state {
            JobState::Running {
                worker: held_by,
                cancel_asked,
                ..
            } if held_by == worker => {
                if cancel_asked {
                    Lease::CancelAsked
                } else {
                    Lease::Held
                }
            }
            _ => Lease::Lost,
        })
    }
}

fn ended<T>(done: Result<T, tokio::task::JoinError>) -> Result<T, Error> {
    done.map_err(|_| Error::Bug("the planner has failed".to_owned()))
}

/// How far a job is, for people and programs. No patient is in it.
fn progress(worker: &str, since: &str, seen: &Seen) -> Value {
    let search = seen
        .latest
        .map(|latest| json!({ "work": latest.work, "iterations": latest.iterations, "served": latest.served }));
    json!({
        "worker": worker,
        "since": since,
        "search": search,
        "first": seen.first.as_ref().map(found),
        "best": seen.best.as_ref().map(|(best, _)| found(best)),
    })
}

/// A checked plan that was found on the way: what it achieves, and how far from the best possible it can be.
fn found(checked: &Checked) -> Value {
    let mut stated = crate::planning::measures(&checked.plan);
    stated["work"] = json!(checked.progress.work);
    stated["after_seconds"] = json!((checked.after.as_secs_f64() * 10.0).round() / 10.0);
    stated["missions"] = json!(checked.plan.missions.len());
    stated
}

fn failed(failure: &Failure) -> Value {
    let findings = match failure {
        Failure::Findings(findings) | Failure::Refused(findings) => airbridge_report::findings_json(findings),
        Failure::Planner(error) => json!([{ "what": error.to_string() }]),
        Failure::Nothing(error) => json!([{ "what": error.to_string() }]),
    };
    json!({ "error": failure.to_string(), "findings": findings })
}

fn told(error: &Error) -> Value {
    let findings = match error {
        Error::Findings(findings) => airbridge_report::findings_json(findings),
        _ => json!([]),
    };
    json!({ "error": error.to_string(), "findings": findings })
}
