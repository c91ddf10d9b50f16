//! Planning as jobs: ordered by people, done by whoever has time.

use airbridge_disclosure::Operation as Row;
use airbridge_events::OperationId;
use airbridge_store::{Cancellation, Job, JobFilter, JobRow, JobState, Outcome};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::App;
use crate::error::Error;
use crate::look::Page;
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
    pub async fn order_job(&self, who: &Who, id: &OperationId, order: JobOrder) -> Result<String, Error> {
        let about = About::Operation(id.clone());
        let runs =
            |record: &airbridge_events::Record, _: &airbridge_disclosure::Mask| record.operations[id].plan.is_some();
        let runs = self.look(who, Row::PlanPropose, &about, "", runs).await?;
        if order.work > MOST_WORK {
            return Err(Error::invalid(
                format!("a job does at most {MOST_WORK} units of work"),
                "/work",
            ));
        }
        match (order.kind, runs) {
            (JobKind::Plan, true) => return Err(Error::invalid("a plan runs: order one that replaces it", "/kind")),
            (JobKind::Replan, false) => return Err(Error::invalid("no plan runs that could be replaced", "/kind")),
            _ => {}
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
        let name = job.id.clone();
        self.store().enqueue(job).await?;
        Ok(name)
    }

    /// One job of the asker's organisation.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn job(&self, who: &Who, id: &str) -> Result<JobView, Error> {
        let job = self.store().job(id).await?;
        let about = job.as_ref().map_or(About::New(String::new()), of);
        self.look(who, Row::JobRead, &about, "", |_, _| ()).await?;
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
        let named: Vec<_> = all.iter().map(|job| (job.row.id.clone(), of(job))).collect();
        let found = self
            .search(
                who,
                Row::JobSearch,
                (after, limit),
                |_, _| Box::new(named.into_iter()),
                |_, _, _| Some(()),
            )
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
    pub async fn cancel_job(&self, who: &Who, id: &str) -> Result<(), Error> {
        let job = self.store().job(id).await?;
        let about = job.as_ref().map_or(About::New(String::new()), of);
        self.look(who, Row::JobCancel, &about, "", |_, _| ()).await?;
        let now = self.now();
        match self.store().cancel(id, now).await? {
            Cancellation::Unknown => Err(Error::NotFound),
            Cancellation::AlreadyFinished => Err(Error::invalid("the job is over", "")),
            Cancellation::Cancelled | Cancellation::Asked => {
                let act = Row::JobCancel.word();
                self.audit(vec![entry(Some(who), "", act, &format!("job/{id}"), "", "done", now)])
                    .await
            }
        }
    }
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
