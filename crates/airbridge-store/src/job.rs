//! Jobs: work that outlives a request. A worker holds a job by a lease; when the worker dies the lease ends, another
//! claims the job with the next attempt number, and what the first still says is refused.

use jiff::Timestamp;
use serde_json::Value;

/// A job to be queued.
#[derive(Clone, PartialEq, Debug)]
pub struct JobRow {
    /// Its id. Queueing an id that is there already changes nothing.
    pub id: String,
    /// Names the work to whoever does it.
    pub kind: String,
    /// What to work on.
    pub input: Value,
    /// Who asked.
    pub requested_by: String,
    /// When.
    pub at: Timestamp,
}

/// A job as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Job {
    /// As it was queued.
    pub row: JobRow,
    /// How often it was claimed.
    pub attempt: u32,
    /// The last progress that was reported.
    pub progress: Option<Value>,
    /// Where it stands.
    pub state: JobState,
}

/// Where a job stands.
#[derive(Clone, PartialEq, Debug)]
pub enum JobState {
    /// Nobody has it.
    Queued,
    /// Somebody has it.
    Running {
        /// Who.
        worker: String,
        /// Until when, unless renewed.
        lease_until: Timestamp,
        /// Somebody asked for it to stop.
        cancel_asked: bool,
    },
    /// It is over.
    Finished {
        /// How it ended.
        outcome: Outcome,
        /// When.
        at: Timestamp,
    },
}

/// How a job ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// With a result.
    Done(Value),
    /// With a reason.
    Failed(Value),
    /// Because it was asked to, with nothing to show.
    Cancelled,
    /// Because it was asked to, with what there was by then.
    CancelledWith(Value),
}

/// The name of a state, to filter by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobStateName {
    /// Nobody has it.
    Queued,
    /// Somebody has it.
    Running,
    /// It ended with a result.
    Done,
    /// It ended with a reason.
    Failed,
    /// It was cancelled.
    Cancelled,
}

impl JobStateName {
    pub(crate) fn column(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Which jobs to list; an empty filter lists all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct JobFilter {
    /// Only this person's.
    pub requested_by: Option<String>,
    /// Only in this state.
    pub state: Option<JobStateName>,
}

/// The answer to a worker's sign of life.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lease {
    /// Renewed: carry on.
    Held,
    /// Renewed, and somebody asked for the job to stop.
    CancelAsked,
    /// The job has been claimed by another, or is over: stop.
    Lost,
}

/// The answer to a wish to cancel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cancellation {
    /// Nobody had it; it is cancelled.
    Cancelled,
    /// The worker will be told.
    Asked,
    /// It was over before.
    AlreadyFinished,
    /// There is no such job.
    Unknown,
}

/// How much work there is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct JobQueue {
    /// Jobs that nobody has.
    pub queued: u64,
    /// Jobs that somebody has.
    pub running: u64,
    /// When the oldest that nobody has was asked for.
    pub oldest_queued_at: Option<Timestamp>,
}
