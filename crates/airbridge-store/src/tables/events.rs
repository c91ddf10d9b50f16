//! The log of events.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};

use super::hash_column;
use crate::canonical::{Hasher, check_text, instant, json_text, read_instant, read_json};
use crate::{Append, NewEvent, Seq, StoreError, StoredEvent, Version};

/// An event as it lies in its row. Hashes are taken over this, never over a payload that was parsed and written anew.
pub(crate) struct EventRow {
    pub(crate) seq: Seq,
    stream: String,
    version: Version,
    kind: String,
    payload: String,
    actor: String,
    organisation: String,
    authority: String,
    happened_at: i64,
    recorded_at: i64,
    supersedes: Option<i64>,
    confirms: Option<i64>,
    pub(crate) hash: [u8; 32],
}

impl EventRow {
    fn new(stream: &str, version: Version, seq: Seq, event: &NewEvent, recorded_at: Timestamp) -> Self {
        Self {
            seq,
            stream: stream.to_owned(),
            version,
            kind: event.kind.clone(),
            payload: json_text(&event.payload),
            actor: event.actor.clone(),
            organisation: event.organisation.clone(),
            authority: event.authority.clone(),
            happened_at: instant(event.happened_at),
            recorded_at: instant(recorded_at),
            supersedes: event.supersedes.map(Seq::column),
            confirms: event.confirms.map(Seq::column),
            hash: [0; 32],
        }
    }

    /// What the hash should be, behind this previous one.
    pub(crate) fn expected_hash(&self, previous: &[u8; 32]) -> [u8; 32] {
        Hasher::default()
            .bytes(previous)
            .number(self.seq.column())
            .text(&self.stream)
            .number(self.version.column())
            .text(&self.kind)
            .text(&self.payload)
            .text(&self.actor)
            .text(&self.organisation)
            .text(&self.authority)
            .number(self.happened_at)
            .number(self.recorded_at)
            .optional(self.supersedes)
            .optional(self.confirms)
            .finish()
    }

    fn read(row: &AnyRow) -> Result<Self, StoreError> {
        let seq = Seq::from_column(row.try_get("seq")?);
        Ok(Self {
            seq,
            stream: row.try_get("stream")?,
            version: Version::from_column(row.try_get("version")?),
            kind: row.try_get("kind")?,
            payload: row.try_get("payload")?,
            actor: row.try_get("actor")?,
            organisation: row.try_get("organisation")?,
            authority: row.try_get("authority")?,
            happened_at: row.try_get("happened_at")?,
            recorded_at: row.try_get("recorded_at")?,
            supersedes: row.try_get("supersedes")?,
            confirms: row.try_get("confirms")?,
            hash: hash_column(row.try_get("hash")?, "events", &seq.to_string())?,
        })
    }

    fn into_event(self) -> Result<StoredEvent, StoreError> {
        let name = self.seq.to_string();
        Ok(StoredEvent {
            seq: self.seq,
            stream: self.stream,
            version: self.version,
            recorded_at: read_instant(self.recorded_at, "events", &name)?,
            event: NewEvent {
                kind: self.kind,
                payload: read_json(&self.payload, "events", &name)?,
                actor: self.actor,
                organisation: self.organisation,
                authority: self.authority,
                happened_at: read_instant(self.happened_at, "events", &name)?,
                supersedes: self.supersedes.map(Seq::from_column),
                confirms: self.confirms.map(Seq::from_column),
            },
            hash: self.hash,
        })
    }
}

/// The last event's place and hash.
pub(crate) async fn head(conn: &mut AnyConnection) -> Result<(Seq, [u8; 32]), StoreError> {
    let row = sqlx::query("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1")
        .fetch_optional(conn)
        .await?;
    row.map_or(Ok((Seq::START, [0; 32])), |row| {
        let seq = Seq::from_column(row.try_get(0)?);
        Ok((seq, hash_column(row.try_get(1)?, "events", &seq.to_string())?))
    })
}

/// Appends behind `head`, or reports a conflict; answers with the new head.
pub(crate) async fn append(
    conn: &mut AnyConnection,
    append: &Append,
    recorded_at: Timestamp,
    head: (Seq, [u8; 32]),
) -> Result<(Seq, [u8; 32]), StoreError> {
    check_text("stream", &append.stream)?;
    let found = stream_version(conn, &append.stream).await?;
    if !append.expected.accepts(found) {
        return Err(StoreError::Conflict {
            stream: append.stream.clone(),
            expected: append.expected,
            found,
        });
    }
    let (mut seq, mut hash) = head;
    let mut version = found;
    for event in &append.events {
        seq = seq.next();
        version = version.next();
        check(event, seq)?;
        let mut row = EventRow::new(&append.stream, version, seq, event, recorded_at);
        row.hash = row.expected_hash(&hash);
        hash = row.hash;
        insert(conn, row).await?;
    }
    Ok((seq, hash))
}

fn check(event: &NewEvent, seq: Seq) -> Result<(), StoreError> {
    check_text("kind", &event.kind)?;
    check_text("actor", &event.actor)?;
    check_text("organisation", &event.organisation)?;
    check_text("authority", &event.authority)?;
    for earlier in [event.supersedes, event.confirms].into_iter().flatten() {
        if earlier == Seq::START || earlier >= seq {
            return Err(StoreError::Invalid {
                what: "a reference to an event",
                why: "there is no such earlier event",
            });
        }
    }
    Ok(())
}

async fn insert(conn: &mut AnyConnection, row: EventRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO events (seq, stream, version, kind, payload, actor, organisation, authority, happened_at, \
         recorded_at, supersedes, confirms, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(row.seq.column())
    .bind(row.stream)
    .bind(row.version.column())
    .bind(row.kind)
    .bind(row.payload)
    .bind(row.actor)
    .bind(row.organisation)
    .bind(row.authority)
    .bind(row.happened_at)
    .bind(row.recorded_at)
    .bind(row.supersedes)
    .bind(row.confirms)
    .bind(row.hash.to_vec())
    .execute(conn)
    .await?;
    Ok(())
}

async fn stream_version(conn: &mut AnyConnection, stream: &str) -> Result<Version, StoreError> {
    let row = sqlx::query("SELECT version FROM events WHERE stream = $1 ORDER BY version DESC LIMIT 1")
        .bind(stream.to_owned())
        .fetch_optional(conn)
        .await?;
    row.map_or(Ok(Version::NONE), |row| Ok(Version::from_column(row.try_get(0)?)))
}

/// Rows behind a place, as they lie.
pub(crate) async fn rows(conn: &mut AnyConnection, after: Seq, limit: u32) -> Result<Vec<EventRow>, StoreError> {
    let rows = sqlx::query("SELECT * FROM events WHERE seq > $1 ORDER BY seq LIMIT $2")
        .bind(after.column())
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?;
    rows.iter().map(EventRow::read).collect()
}

/// Events behind a place.
pub(crate) async fn read(conn: &mut AnyConnection, after: Seq, limit: u32) -> Result<Vec<StoredEvent>, StoreError> {
    rows(conn, after, limit)
        .await?
        .into_iter()
        .map(EventRow::into_event)
        .collect()
}

/// Events of a stream behind a version.
pub(crate) async fn read_stream(
    conn: &mut AnyConnection,
    stream: &str,
    after: Version,
) -> Result<Vec<StoredEvent>, StoreError> {
    let rows = sqlx::query("SELECT * FROM events WHERE stream = $1 AND version > $2 ORDER BY version")
        .bind(stream.to_owned())
        .bind(after.column())
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| EventRow::read(row)?.into_event()).collect()
}
