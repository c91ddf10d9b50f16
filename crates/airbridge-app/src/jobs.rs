//! Planning as jobs: ordered by people, done by whoever has time.

use airbridge_disclosure::Operation as Row;
use airbridge_events::OperationId;
use airbridge_store::{Aside, Commit, Job, JobFilter, JobRow, JobState, Outcome, StoreError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::App;
use crate::error::Error;
use crate::look::Page;
use crate::once::{self, OnceKey};
use crate::subject::About;
use crate::who::{Who, entry};

/// What the planner is to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JobKind {
    /// Make a first plan.
    Plan,
    /// Make a plan that replaces the one that runs.
    Replan,
}

/// An order to the planner.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct JobOrder {
    /// What.
    pub kind: JobKind,
    /// Units of work.
    pub work: u64,
    /// Random seed.
    pub seed: u64,
}

/// An order with what it is for, as it is stored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
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

/// Most work that one job does.
pub const MOST_WORK: u64 = 50_000_000;

impl App {
    /// Orders a plan; answers with the name of the job.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or there is nothing that such a plan could replace.
    pub async fn order_job(
        &self,
        who: &Who,
        id: &OperationId,
        order: JobOrder,
        once: Option<OnceKey>,
    ) -> Result<String, Error> {
        if let Some(answer) = self.repeated(who, Row::PlanPropose, once.as_ref()).await? {
            return Ok(ordered(&answer));
        }
        let about = About::Operation(id.clone());
        let runs =
            |record: &airbridge_events::Record, _: &airbridge_disclosure::Mask| record.operations[id].plan.is_some();
        let runs = self.permit(who, Row::PlanPropose, &about, runs).await?;
        if let Err(error) = sensible(order, runs) {
            self.note_refusal(who, Row::PlanPropose, &about.id(), &error).await?;
            return Err(error);
        }
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
        let (act, role) = (Row::PlanPropose.word(), self.right(who, Row::PlanPropose));
        let commit = Commit {
            once: once::kept(who, once.as_ref(), json!({ "stream": stream })),
            audit: vec![entry(Some(who), role, act, &id.stream(), "", "ordered", now)],
            aside: vec![Aside::Queue(job)],
            ..Commit::at(now)
        };
        let before = self.commit_once(who, Row::PlanPropose, commit).await?;
        Ok(before.map_or(name, |answer| ordered(&answer)))
    }

    /// One job of the asker's organisation.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn job(&self, who: &Who, id: &str) -> Result<JobView, Error> {
        let job = self.store().job(id).await?;
        let about = job.as_ref().map_or(About::New(String::new()), of);
        let subject = format!("job/{id}");
        self.permit_named(who, Row::JobRead, &about, &subject).await?;
        self.note_anyhow(who, Row::JobRead, &subject, "shown").await?;
        job.as_ref().and_then(view).ok_or(Error::NotFound)
    }

    /// Jobs of the asker's organisation.
    ///
    /// # Errors
    ///
    /// The role orders none.
    pub async fn jobs(&self, who: &Who, after: Option<&str>, limit: usize) -> Result<Page<JobView>, Error> {
        let mut all = Vec::new();
        let mut last: Option<String> = None;
        loop {
            let page = self.store().jobs(&JobFilter::default(), last.as_deref(), 500).await?;
            last = page.last().map(|job| job.row.id.clone());
            let full = page.len() == 500;
            all.extend(page);
            if !full {
                break;
            }
        }
        let named = all.iter().map(|job| (job.row.id.clone(), of(job))).collect();
        let found = self
            .search(who, Row::JobSearch, (after, limit), |_| named, |_, _, _| Some(()))
            .await?;
        let organisation = &who.actor.organisation;
        let ours = all
            .iter()
            .filter(|job| matches!(of(job), About::New(of) if of == *organisation));
        let beyond = ours.filter(|job| after.is_none_or(|after| job.row.id.as_str() > after));
        let items = beyond.take(found.items.len()).filter_map(view).collect();
        Ok(Page {
            items,
            next: found.next,
        })
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
        self.permit_named(who, Row::JobCancel, &about, &subject).await?;
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
            done => done.map(drop),
        }
    }

    /// Whose a job is, for the table of roles; nobody's where there is none.
    ///
    /// # Errors
    ///
    /// The store does not answer.
    pub async fn whose_job(&self, id: &str) -> Result<About, Error> {
        let job = self.store().job(id).await?;
        Ok(job.as_ref().map_or(About::New(String::new()), of))
    }

    /// A job has no entry in the record by which the audit would name it.
    async fn permit_named(&self, who: &Who, row: Row, about: &About, subject: &str) -> Result<(), Error> {
        match self.decided(who, row, about, |_, _| ()) {
            Ok(_) => Ok(()),
            Err(error) => {
                self.note_refusal(who, row, subject, &error).await?;
                Err(error)
            }
        }
    }
}

fn sensible(order: JobOrder, runs: bool) -> Result<(), Error> {
    if order.work > MOST_WORK {
        let what = format!("a job does at most {MOST_WORK} units of work");
        return Err(Error::invalid(what, "/work"));
    }
    match (order.kind, runs) {
        (JobKind::Plan, true) => Err(Error::invalid("a plan runs: order one that replaces it", "/kind")),
        (JobKind::Replan, false) => Err(Error::invalid("no plan runs that could be replaced", "/kind")),
        _ => Ok(()),
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
    About::New(input.map_or_else(|_| String::new(), |input| input.organisation))
}

fn view(job: &Job) -> Option<JobView> {
    let input: Input = serde_json::from_value(job.row.input.clone()).ok()?;
    let (state, outcome) = match &job.state {
        JobState::Queued => ("queued", None),
        JobState::Running { .. } => ("running", None),
        JobState::Finished { outcome, .. } => match outcome {
            Outcome::Done(value) => ("done", Some(value.clone())),
            Outcome::Failed(value) => ("failed", Some(value.clone())),
            Outcome::Cancelled => ("cancelled", None),
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
        outcome,
    })
}
