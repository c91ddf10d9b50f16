//! Jobs.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::Store;
use crate::tables::jobs;
use crate::write::{Write, Written};
use crate::{Cancellation, Job, JobFilter, JobQueue, JobRow, Lease, Outcome, StoreError};

impl Store {
    /// Queues a job. An id that is there already changes nothing.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn enqueue(&self, job: JobRow) -> Result<(), StoreError> {
        self.write(Write::Enqueue(job)).await.map(drop)
    }

    /// Takes the oldest job that nobody holds: queued, or held by a lease that has run out.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn claim(
        &self,
        worker: &str,
        now: Timestamp,
        lease_for: SignedDuration,
    ) -> Result<Option<Job>, StoreError> {
        let write = Write::Claim {
            worker: worker.to_owned(),
            now,
            lease_until: later(now, lease_for)?,
        };
        let Written::Claimed(job) = self.write(write).await? else {
            unreachable!("a claim is answered with a job")
        };
        Ok(job)
    }

    /// A sign of life: keeps the progress and renews the lease.
    ///
    /// # Errors
    ///
    /// If the store cannot be written. That the job is lost is an answer.
    pub async fn heartbeat(
        &self,
        id: &str,
        worker: &str,
        attempt: u32,
        progress: Value,
        now: Timestamp,
        lease_for: SignedDuration,
    ) -> Result<Lease, StoreError> {
        let write = Write::Heartbeat {
            id: id.to_owned(),
            worker: worker.to_owned(),
            attempt,
            progress,
            lease_until: later(now, lease_for)?,
        };
        let Written::Lease(lease) = self.write(write).await? else {
            unreachable!("a sign of life is answered with the lease")
        };
        Ok(lease)
    }

    /// Ends a job. Saying the same again is accepted.
    ///
    /// # Errors
    ///
    /// [`StoreError::LeaseLost`] if another attempt has it, or it has ended otherwise.
    pub async fn finish(
        &self,
        id: &str,
        worker: &str,
        attempt: u32,
        outcome: Outcome,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let write = Write::Finish {
            id: id.to_owned(),
            worker: worker.to_owned(),
            attempt,
            outcome,
            now,
        };
        self.write(write).await.map(drop)
    }

    /// Cancels a queued job, and asks the worker of a running one to stop.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    pub async fn cancel(&self, id: &str, now: Timestamp) -> Result<Cancellation, StoreError> {
        let id = id.to_owned();
        let Written::Cancellation(cancellation) = self.write(Write::Cancel { id, now }).await? else {
            unreachable!("a cancellation is answered as one")
        };
        Ok(cancellation)
    }

    /// How many jobs wait or run, and since when the oldest waits.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn job_queue(&self) -> Result<JobQueue, StoreError> {
        jobs::queue(&mut *self.reader().await?).await
    }

    /// A job.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn job(&self, id: &str) -> Result<Option<Job>, StoreError> {
        jobs::get(&mut *self.reader().await?, id).await
    }

    /// Up to `limit` jobs in the order in which they were asked for, behind the job `after`.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub async fn jobs(&self, filter: &JobFilter, after: Option<&str>, limit: u32) -> Result<Vec<Job>, StoreError> {
        jobs::list(&mut *self.reader().await?, filter, after, limit).await
    }
}

fn later(now: Timestamp, by: SignedDuration) -> Result<Timestamp, StoreError> {
    now.checked_add(by).map_err(|_| StoreError::Invalid {
        what: "a lease",
        why: "it ends beyond the calendar",
    })
}
