//! Planning as jobs: ordered by people, done by whoever has time.

use std::collections::BTreeMap;

use airbridge_disclosure::{Decision, Mask, Operation as Row, decide as allowed};
use airbridge_events::{OperationId, PlanId, Record};
use airbridge_interchange::plan_file;
use airbridge_store::{Aside, Commit, Job, JobFilter, JobRow, JobState, JobStateName, Outcome, StoreError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::App;
use crate::beside::beside;
use crate::error::Error;
use crate::look::Page;
use crate::once::{self, OnceKey};
use crate::planning::redacted;
use crate::subject::About;
use crate::who::{Who, entry};

/// What is to be done.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum JobKind {
    /// Make a first plan.
    Plan,
    /// Make a plan that replaces the one that runs.
    Replan,
    /// Say what events would change, and adopt nothing.
    WhatIf {
        /// In the words of the events format.
        events: Vec<Value>,
    },
    /// Say which rules a plan breaks.
    Check {
        /// Which.
        plan: Which,
    },
    /// Say what a plan really achieves, and which rules it breaks.
    Evaluate {
        /// Which.
        plan: Which,
    },
    /// Say why a plan is as it is, and what it would take to have it otherwise.
    Explain {
        /// Which.
        plan: Which,
        /// About what.
        about: AskedAbout,
    },
}

/// A plan that is asked about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// The one that runs.
    Running,
    /// One of the record.
    Stored(PlanId),
    /// A file that was sent along, by the name of its blob.
    Sent(String),
}

/// What is asked about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedAbout {
    /// Why a patient is moved so, or not at all.
    Patient(String),
    /// What a mission is for, by its number in the plan.
    Mission(String),
    /// Who is in the beds of an offer.
    Offer(String),
}

impl JobKind {
    /// Its word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Replan => "replan",
            Self::WhatIf { .. } => "what-if",
            Self::Check { .. } => "check",
            Self::Evaluate { .. } => "evaluate",
            Self::Explain { .. } => "explain",
        }
    }

    /// Whether a plan comes of it; else an answer.
    pub const fn makes_a_plan(&self) -> bool {
        matches!(self, Self::Plan | Self::Replan)
    }

    /// The plan that is asked about.
    pub fn plan_mut(&mut self) -> Option<&mut Which> {
        match self {
            Self::Check { plan } | Self::Evaluate { plan } | Self::Explain { plan, .. } => Some(plan),
            _ => None,
        }
    }

    fn plan(&self) -> Option<&Which> {
        match self {
            Self::Check { plan } | Self::Evaluate { plan } | Self::Explain { plan, .. } => Some(plan),
            _ => None,
        }
    }

    /// The row of the table of roles that ordering it asks.
    const fn row(&self) -> Row {
        if self.makes_a_plan() {
            Row::PlanPropose
        } else {
            Row::PlanExamine
        }
    }
}

/// An order to the planner.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct JobOrder {
    /// What.
    #[serde(flatten)]
    pub kind: JobKind,
    /// Units of work.
    pub work: u64,
    /// Random seed.
    pub seed: u64,
}

/// An order with what it is for, as it is stored.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Input {
    pub(crate) operation: OperationId,
    pub(crate) organisation: String,
    #[serde(flatten)]
    pub(crate) order: JobOrder,
}

/// A job, for people.
#[derive(Clone, PartialEq, Debug)]
pub struct JobView {
    /// Its name.
    pub id: String,
    /// For which operation.
    pub operation: OperationId,
    /// What.
    pub order: JobOrder,
    /// Who ordered it.
    pub requested_by: String,
    /// When.
    pub at: Timestamp,
    /// `queued`, `running`, `done`, `failed` or `cancelled`.
    pub state: &'static str,
    /// How often it was begun.
    pub attempt: u32,
    /// How far it is.
    pub progress: Option<Value>,
    /// What came of it.
    pub outcome: Option<Value>,
}

/// Jobs that were seen running, and how far they were.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SeenJobs(BTreeMap<String, String>);

/// Most work that one job does.
pub const MOST_WORK: u64 = 50_000_000;

/// Events that may be supposed at once.
const MOST_EVENTS: usize = 1_000;

impl App {
    /// Orders a job; answers with its name. A plan that was sent along is named by [`Which::Sent`], whatever name stands there.
    ///
    /// # Errors
    ///
    /// Whoever asks may not; there is nothing that such a plan could replace, or no such plan; or what was sent cannot be read.
    pub async fn order_job(
        &self,
        who: &Who,
        id: &OperationId,
        order: JobOrder,
        sent: Option<Vec<u8>>,
        once: Option<OnceKey>,
    ) -> Result<String, Error> {
        let row = order.kind.row();
        if let Some(answer) = self.repeated(who, row, once.as_ref()).await? {
            return Ok(ordered(&answer));
        }
        let about = About::Operation(id.clone());
        let asked = order.kind.plan().cloned();
        let look = |record: &Record, _: &Mask| {
            let runs = record.operations[id].plan.is_some();
            let stored = match &asked {
                Some(Which::Stored(plan)) => {
                    let known = record.plans.get(plan);
                    known.is_some_and(|known| known.outline.operation == *id)
                }
                _ => true,
            };
            (runs, stored)
        };
        let (runs, stored) = self.permit(who, row, &about, look).await?;
        let order = match sensible(&order, runs, stored) {
            Ok(()) => self.sound_order(id, order, sent).await,
            Err(error) => Err(error),
        };
        let order = match order {
            Ok(order) => order,
            Err(error) => {
                self.note_refusal(who, row, &about.id(), &error).await?;
                return Err(error);
            }
        };
        let now = self.now();
        let input = Input {
            operation: id.clone(),
            organisation: who.actor.organisation.clone(),
            order,
        };
        let job = JobRow {
            id: format!("{:013}-{}", now.as_millisecond(), &self.random_text()[..12]),
            kind: "plan".to_owned(),
            input: serde_json::to_value(input).expect("it is JSON"),
            requested_by: who.actor.account.clone(),
            at: now,
        };
        let (name, stream) = (job.id.clone(), format!("job/{}", job.id));
        let commit = Commit {
            once: once::kept(who, once.as_ref(), json!({ "stream": stream })),
            audit: vec![entry(
                Some(who),
                self.right(who, row),
                row.word(),
                &id.stream(),
                "",
                "ordered",
                now,
            )],
            aside: vec![Aside::Queue(job)],
            ..Commit::at(now)
        };
        if let Some(answer) = self.commit_once(who, row, commit).await? {
            return Ok(ordered(&answer));
        }
        self.inner.moved.queued(&name);
        Ok(name)
    }

    /// The order with what was sent along, read and kept.
    async fn sound_order(
        &self,
        id: &OperationId,
        mut order: JobOrder,
        sent: Option<Vec<u8>>,
    ) -> Result<JobOrder, Error> {
        if let JobKind::WhatIf { events } = &order.kind {
            if events.is_empty() || events.len() > MOST_EVENTS {
                return Err(Error::invalid(
                    format!("from 1 to {MOST_EVENTS} events are supposed"),
                    "/events",
                ));
            }
            self.read_supposed(id, events).await?;
        }
        let is_sent = matches!(order.kind.plan(), Some(Which::Sent(_)));
        match (sent, is_sent) {
            (Some(bytes), true) => {
                let read = {
                    let bytes = bytes.clone();
                    beside("reading a plan has failed", move || {
                        plan_file::from_json(&bytes).map(drop)
                    })
                };
                let read = read.await?;
                read.map_err(Error::Findings)?;
                let blob = self.store().put_blob(bytes).await?;
                if let Some(plan) = order.kind.plan_mut() {
                    *plan = Which::Sent(blob);
                }
            }
            (None, true) => return Err(Error::invalid("the plan is missing", "/file")),
            (Some(_), false) => return Err(Error::invalid("a plan is named and another is sent", "/file")),
            (None, false) => {}
        }
        Ok(order)
    }

    /// One job of the asker's organisation.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn job(&self, who: &Who, id: &str) -> Result<JobView, Error> {
        let job = self.store().job(id).await?;
        let about = job.as_ref().map_or_else(|| no_job(id), of);
        let mask = self.look(who, Row::JobRead, &about, "", |_, mask| mask.clone()).await?;
        job.as_ref().and_then(|job| view(job, &mask)).ok_or(Error::NotFound)
    }

    /// Jobs of the asker's organisation.
    ///
    /// # Errors
    ///
    /// The role orders none.
    pub async fn jobs(&self, who: &Who, after: Option<&str>, limit: usize) -> Result<Page<JobView>, Error> {
        let all = self.all_jobs(&JobFilter::default()).await?;
        self.page_of_jobs(who, Row::JobSearch, &all, after, limit).await
    }

    /// Jobs of the asker's organisation that have come on, or have ended, since they were last seen. `seen` keeps what was; only what has changed is a look for the
    /// audit.
    ///
    /// # Errors
    ///
    /// The role reads none.
    pub async fn moved_jobs(&self, who: &Who, seen: &mut SeenJobs) -> Result<Vec<JobView>, Error> {
        let table = &self.inner.table;
        if allowed(table, Some(&who.actor), Row::JobRead, None, self.now()) == Decision::Forbidden {
            return Err(Error::Forbidden);
        }
        let filter = JobFilter {
            state: Some(JobStateName::Running),
            ..JobFilter::default()
        };
        let running = self.all_jobs(&filter).await?.into_iter();
        let ours =
            |job: &Job| matches!(of(job), About::Job { organisation, .. } if organisation == who.actor.organisation);
        let running: BTreeMap<String, Job> = running.filter(ours).map(|job| (job.row.id.clone(), job)).collect();
        let before = std::mem::take(&mut seen.0);
        let ended = before.keys().filter(|id| !running.contains_key(*id));
        let mut moved: Vec<String> = ended.cloned().collect();
        for (id, job) in &running {
            let said = job.progress.as_ref().map(Value::to_string).unwrap_or_default();
            if before.get(id) != Some(&said) {
                moved.push(id.clone());
            }
            seen.0.insert(id.clone(), said);
        }
        let mut views = Vec::new();
        for id in moved {
            match self.job(who, &id).await {
                Ok(view) => views.push(view),
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(views)
    }

    /// A job of the asker's organisation that is told to have moved; `None` where it is as it was seen, another's, or not theirs to read.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn moved_job(&self, who: &Who, id: &str, seen: &mut SeenJobs) -> Result<Option<JobView>, Error> {
        let Some(job) = self.store().job(id).await? else {
            return Ok(None);
        };
        if !matches!(of(&job), About::Job { organisation, .. } if organisation == who.actor.organisation) {
            return Ok(None);
        }
        // What is told here is not told again by whoever looks at all that run.
        if matches!(job.state, airbridge_store::JobState::Running { .. }) {
            let said = job.progress.as_ref().map(Value::to_string).unwrap_or_default();
            if seen.0.insert(id.to_owned(), said.clone()) == Some(said) {
                return Ok(None);
            }
        } else {
            seen.0.remove(id);
        }
        match self.job(who, id).await {
            Ok(view) => Ok(Some(view)),
            Err(Error::NotFound | Error::Forbidden) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn all_jobs(&self, filter: &JobFilter) -> Result<Vec<Job>, Error> {
        const PAGE: usize = 500;
        let mut all: Vec<Job> = Vec::new();
        loop {
            let last = all.last().map(|job| job.row.id.clone());
            let page = self.store().jobs(filter, last.as_deref(), PAGE as u32).await?;
            let full = page.len() == PAGE;
            all.extend(page);
            if !full {
                return Ok(all);
            }
        }
    }

    /// A page of those of some jobs that one may see.
    async fn page_of_jobs(
        &self,
        who: &Who,
        row: Row,
        all: &[Job],
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<JobView>, Error> {
        // In the order of their names, which begin with the time.
        let jobs: BTreeMap<&str, &Job> = all.iter().map(|job| (job.row.id.as_str(), job)).collect();
        let named: Vec<_> = jobs.iter().map(|(id, job)| ((*id).to_owned(), of(job))).collect();
        let show = |_: &Record, about: &About, mask: &Mask| match about {
            About::Job { id, .. } => view(jobs.get(id.as_str())?, mask),
            _ => None,
        };
        self.search(who, row, (after, limit), |_, _| Box::new(named.into_iter()), show)
            .await
    }

    /// Asks for the end of a job.
    ///
    /// # Errors
    ///
    /// Not there, not theirs, or over.
    pub async fn cancel_job(&self, who: &Who, id: &str, once: Option<OnceKey>) -> Result<(), Error> {
        if self.repeated(who, Row::JobCancel, once.as_ref()).await?.is_some() {
            return Ok(());
        }
        let (about, subject) = (self.whose_job(id).await?, format!("job/{id}"));
        self.permit(who, Row::JobCancel, &about, |_, _| ()).await?;
        let now = self.now();
        let (act, role) = (Row::JobCancel.word(), self.right(who, Row::JobCancel));
        let commit = Commit {
            once: once::kept(who, once.as_ref(), json!({ "stream": subject })),
            audit: vec![entry(Some(who), role, act, &subject, "", "done", now)],
            aside: vec![Aside::Stop { job: id.to_owned() }],
            ..Commit::at(now)
        };
        match self.commit_once(who, Row::JobCancel, commit).await {
            Err(Error::Unavailable(StoreError::JobOver { .. })) => {
                let error = Error::invalid("the job is over", "");
                self.note_refusal(who, Row::JobCancel, &subject, &error).await?;
                Err(error)
            }
            done => {
                done?;
                self.inner.moved.moved(id);
                Ok(())
            }
        }
    }

    /// Whose a job is, for the table of roles; nobody's where there is none.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn whose_job(&self, id: &str) -> Result<About, Error> {
        let job = self.store().job(id).await?;
        Ok(job.as_ref().map_or_else(|| no_job(id), of))
    }
}

fn sensible(order: &JobOrder, runs: bool, stored: bool) -> Result<(), Error> {
    if order.work > MOST_WORK {
        let what = format!("a job does at most {MOST_WORK} units of work");
        return Err(Error::invalid(what, "/work"));
    }
    if !stored {
        return Err(Error::invalid("the operation has no such plan", "/plan"));
    }
    match (&order.kind, runs) {
        (JobKind::Plan, true) => Err(Error::invalid("a plan runs: order one that replaces it", "/kind")),
        (JobKind::Replan, false) => Err(Error::invalid("no plan runs that could be replaced", "/kind")),
        (JobKind::WhatIf { .. }, false) => Err(Error::invalid("no plan runs that events could change", "/kind")),
        (kind, false) if kind.plan() == Some(&Which::Running) => {
            Err(Error::invalid("no plan runs: say which is meant", "/plan"))
        }
        _ => Ok(()),
    }
}

/// Of a job that there is not: nobody's.
fn no_job(id: &str) -> About {
    About::Job {
        id: id.to_owned(),
        organisation: String::new(),
    }
}

/// The name of a job that was ordered before.
fn ordered(answer: &Value) -> String {
    let stream = answer["stream"].as_str().unwrap_or_default();
    stream.strip_prefix("job/").unwrap_or_default().to_owned()
}

/// Whose a job is: of the organisation that ordered it, as shifts change.
fn of(job: &Job) -> About {
    let input: Result<Input, _> = serde_json::from_value(job.row.input.clone());
    About::Job {
        id: job.row.id.clone(),
        organisation: input.map_or_else(|_| String::new(), |input| input.organisation),
    }
}

fn view(job: &Job, mask: &Mask) -> Option<JobView> {
    let input: Input = serde_json::from_value(job.row.input.clone()).ok()?;
    let (state, outcome) = match &job.state {
        JobState::Queued => ("queued", None),
        JobState::Running { .. } => ("running", None),
        JobState::Finished { outcome, .. } => match outcome {
            Outcome::Done(value) => ("done", Some(value.clone())),
            Outcome::Failed(value) => ("failed", Some(value.clone())),
            Outcome::Cancelled => ("cancelled", None),
            Outcome::CancelledWith(value) => ("cancelled", Some(value.clone())),
        },
    };
    Some(JobView {
        id: job.row.id.clone(),
        operation: input.operation,
        order: input.order,
        requested_by: job.row.requested_by.clone(),
        at: job.row.at,
        state,
        attempt: job.attempt,
        progress: job.progress.clone(),
        outcome: outcome.map(|outcome| redacted(outcome, mask)),
    })
}
