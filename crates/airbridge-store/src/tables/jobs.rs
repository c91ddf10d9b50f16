//! Jobs and their leases.

use jiff::Timestamp;
use serde_json::Value;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

use crate::canonical::{check_text, damaged, instant, json_text, read_instant, read_json};
use crate::{Cancellation, Dialect, Job, JobFilter, JobQueue, JobRow, JobState, Lease, Outcome, StoreError};

pub(crate) async fn enqueue(conn: &mut AnyConnection, job: &JobRow) -> Result<(), StoreError> {
    check_text("job id", &job.id)?;
    check_text("job kind", &job.kind)?;
    check_text("account", &job.requested_by)?;
    sqlx::query(
        "INSERT INTO jobs (id, kind, input, requested_by, requested_at, state, attempt, cancel_asked) \
         VALUES ($1, $2, $3, $4, $5, 'queued', 0, 0) ON CONFLICT DO NOTHING",
    )
    .bind(job.id.clone())
    .bind(job.kind.clone())
    .bind(json_text(&job.input))
    .bind(job.requested_by.clone())
    .bind(instant(job.at))
    .execute(conn)
    .await?;
    Ok(())
}

/// The oldest job that nobody holds, now held by this worker.
pub(crate) async fn claim(
    conn: &mut AnyConnection,
    dialect: Dialect,
    worker: &str,
    now: Timestamp,
    lease_until: Timestamp,
) -> Result<Option<Job>, StoreError> {
    check_text("worker", worker)?;
    // Whoever was asked to stop and then died has stopped.
    sqlx::query(
        "UPDATE jobs SET state = 'cancelled', finished_at = $1 \
         WHERE state = 'running' AND cancel_asked = 1 AND lease_until < $1",
    )
    .bind(instant(now))
    .execute(&mut *conn)
    .await?;
    let found = sqlx::query(dialect.claim_sql())
        .bind(instant(now))
        .fetch_optional(&mut *conn)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let id: String = found.try_get(0)?;
    sqlx::query(
        "UPDATE jobs SET state = 'running', attempt = attempt + 1, worker = $2, lease_until = $3 WHERE id = $1",
    )
    .bind(id.clone())
    .bind(worker.to_owned())
    .bind(instant(lease_until))
    .execute(&mut *conn)
    .await?;
    get(conn, &id).await
}

/// A sign of life from whoever holds the job. A lease that ran out but was claimed by nobody is renewed.
pub(crate) async fn heartbeat(
    conn: &mut AnyConnection,
    (id, worker, attempt): (&str, &str, u32),
    progress: &Value,
    lease_until: Timestamp,
) -> Result<Lease, StoreError> {
    let done = sqlx::query(
        "UPDATE jobs SET progress = $4, lease_until = $5 \
         WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'running'",
    )
    .bind(id.to_owned())
    .bind(worker.to_owned())
    .bind(i64::from(attempt))
    .bind(json_text(progress))
    .bind(instant(lease_until))
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(Lease::Lost);
    }
    Ok(match get(conn, id).await?.map(|job| job.state) {
        Some(JobState::Running {
            cancel_asked: false, ..
        }) => Lease::Held,
        Some(JobState::Running { .. }) => Lease::CancelAsked,
        _ => Lease::Lost,
    })
}

/// Ends the job, if this attempt still holds it. Saying the same again is accepted.
pub(crate) async fn finish(
    conn: &mut AnyConnection,
    (id, worker, attempt): (&str, &str, u32),
    outcome: &Outcome,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (state, text) = match outcome {
        Outcome::Done(value) => ("done", Some(json_text(value))),
        Outcome::Failed(value) => ("failed", Some(json_text(value))),
        Outcome::Cancelled => ("cancelled", None),
        Outcome::CancelledWith(value) => ("cancelled", Some(json_text(value))),
    };
    let done = sqlx::query(
        "UPDATE jobs SET state = $4, outcome = $5, finished_at = $6 \
         WHERE id = $1 AND worker = $2 AND attempt = $3 AND (state = 'running' \
         OR (state = $4 AND coalesce(outcome, '') = coalesce($5, '')))",
    )
    .bind(id.to_owned())
    .bind(worker.to_owned())
    .bind(i64::from(attempt))
    .bind(state)
    .bind(text)
    .bind(instant(now))
    .execute(conn)
    .await?;
    if done.rows_affected() == 0 {
        return Err(StoreError::LeaseLost {
            job: id.to_owned(),
            attempt,
        });
    }
    Ok(())
}

pub(crate) async fn cancel(conn: &mut AnyConnection, id: &str, now: Timestamp) -> Result<Cancellation, StoreError> {
    let queued =
        sqlx::query("UPDATE jobs SET state = 'cancelled', finished_at = $2 WHERE id = $1 AND state = 'queued'")
            .bind(id.to_owned())
            .bind(instant(now))
            .execute(&mut *conn)
            .await?;
    if queued.rows_affected() > 0 {
        return Ok(Cancellation::Cancelled);
    }
    let running = sqlx::query("UPDATE jobs SET cancel_asked = 1 WHERE id = $1 AND state = 'running'")
        .bind(id.to_owned())
        .execute(&mut *conn)
        .await?;
    if running.rows_affected() > 0 {
        return Ok(Cancellation::Asked);
    }
    Ok(if get(conn, id).await?.is_some() {
        Cancellation::AlreadyFinished
    } else {
        Cancellation::Unknown
    })
}

pub(crate) async fn get(conn: &mut AnyConnection, id: &str) -> Result<Option<Job>, StoreError> {
    let row = sqlx::query("SELECT * FROM jobs WHERE id = $1")
        .bind(id.to_owned())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

pub(crate) async fn queue(conn: &mut AnyConnection) -> Result<JobQueue, StoreError> {
    let sql = "SELECT state, count(*), min(requested_at) FROM jobs WHERE state IN ('queued', 'running') GROUP BY state";
    let mut queue = JobQueue::default();
    for row in sqlx::query(sql).fetch_all(conn).await? {
        let count = row.try_get::<i64, _>(1)?.max(0) as u64;
        if row.try_get::<&str, _>(0)? == "queued" {
            queue.queued = count;
            queue.oldest_queued_at = Some(read_instant(row.try_get(2)?, "jobs", "the oldest")?);
        } else {
            queue.running = count;
        }
    }
    Ok(queue)
}

/// Jobs in the order in which they were asked for, behind the job `after`.
pub(crate) async fn list(
    conn: &mut AnyConnection,
    filter: &JobFilter,
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<Job>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM jobs WHERE ($1 = '' OR requested_by = $2) AND ($3 = '' OR state = $3) \
         AND ($4 = '' OR (requested_at, id) > (SELECT requested_at, id FROM jobs WHERE id = $4)) \
         ORDER BY requested_at, id LIMIT $5",
    )
    .bind(if filter.requested_by.is_some() { "given" } else { "" })
    .bind(filter.requested_by.clone().unwrap_or_default())
    .bind(filter.state.map_or("", |state| state.column()))
    .bind(after.unwrap_or_default().to_owned())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Job, StoreError> {
    let id: String = row.try_get("id")?;
    let lost = || damaged("jobs", &id);
    let json = |text: &str| read_json(text, "jobs", &id);
    let at = |column: i64| read_instant(column, "jobs", &id);
    let outcome = row
        .try_get::<Option<String>, _>("outcome")?
        .map(|text| json(&text))
        .transpose()?;
    let finished_at = row.try_get::<Option<i64>, _>("finished_at")?.map(at).transpose()?;
    let finished = |outcome| {
        Ok::<_, StoreError>(JobState::Finished {
            outcome,
            at: finished_at.ok_or_else(lost)?,
        })
    };
    let state = match row.try_get::<&str, _>("state")? {
        "queued" => JobState::Queued,
        "running" => JobState::Running {
            worker: row.try_get::<Option<String>, _>("worker")?.ok_or_else(lost)?,
            lease_until: at(row.try_get::<Option<i64>, _>("lease_until")?.ok_or_else(lost)?)?,
            cancel_asked: row.try_get::<i64, _>("cancel_asked")? != 0,
        },
        "done" => finished(Outcome::Done(outcome.ok_or_else(lost)?))?,
        "failed" => finished(Outcome::Failed(outcome.ok_or_else(lost)?))?,
        "cancelled" => finished(outcome.map_or(Outcome::Cancelled, Outcome::CancelledWith))?,
        _ => return Err(lost()),
    };
    Ok(Job {
        attempt: row.try_get::<i64, _>("attempt")?.max(0) as u32,
        progress: row
            .try_get::<Option<String>, _>("progress")?
            .map(|text| json(&text))
            .transpose()?,
        state,
        row: JobRow {
            kind: row.try_get("kind")?,
            input: json(row.try_get("input")?)?,
            requested_by: row.try_get("requested_by")?,
            at: at(row.try_get("requested_at")?)?,
            id,
        },
    })
}
