//! Jobs that have moved, told within the process: workers begin at once, and live streams tell at once. What other processes do is found by looking.

use tokio::sync::{broadcast, watch};

use crate::app::App;

/// Jobs that may move before whoever is slow to listen has to look for themselves.
const KEPT: usize = 256;

/// Who is told.
#[derive(Debug)]
pub(crate) struct Moved {
    queued: watch::Sender<u64>,
    moved: broadcast::Sender<String>,
}

impl Default for Moved {
    fn default() -> Self {
        Self {
            queued: watch::Sender::new(0),
            moved: broadcast::Sender::new(KEPT),
        }
    }
}

impl Moved {
    /// A job waits for a worker.
    pub(crate) fn queued(&self, job: &str) {
        self.queued.send_modify(|count| *count += 1);
        self.moved(job);
    }

    /// A job has been begun, or has ended.
    pub(crate) fn moved(&self, job: &str) {
        // Nobody may be listening.
        let _ = self.moved.send(job.to_owned());
    }
}

impl App {
    /// Changes whenever a job is queued by this process.
    pub fn jobs_queued(&self) -> watch::Receiver<u64> {
        self.inner.moved.queued.subscribe()
    }

    /// Names of jobs that are queued, begun or ended by this process, as they are.
    pub fn jobs_moving(&self) -> broadcast::Receiver<String> {
        self.inner.moved.moved.subscribe()
    }
}
