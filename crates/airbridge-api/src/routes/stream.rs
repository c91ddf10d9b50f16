//! Live updates: what has changed, told to those who may read it now.
//!
//! A message names the thing that changed and nothing of its contents; whoever wants these reads the thing. Its id is the thing and its version, and not
//! its place in the log: gaps between places would count what others do not see. `Last-Event-ID` goes on where a broken connection stopped. Jobs that
//! are queued, begun or ended are told at once, and while they run how far they are. With each heartbeat the session is asked for again: when it has ended, so does the stream, which keeps no session from idling
//! out.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use airbridge_app::{About, App, Error, JobView, SeenJobs, Who};
use airbridge_disclosure::Operation;
use airbridge_store::{Seq, StoredEvent, Version};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use serde::Serialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};
use tokio::time::{Instant, timeout_at};

use crate::caller::Caller;
use crate::frame::STREAM;
use crate::measured::OpenStream;
use crate::parts::{escaped, unescaped};
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

/// `Last-Event-ID` of whoever wants everything from the beginning.
const BEGINNING: &str = "0";

/// Between two looks at the jobs that run.
const JOBS: Duration = Duration::from_secs(1);

/// Events that are looked at together.
const BATCH: u32 = 500;

pub(crate) fn add(routes: Routes) -> Routes {
    let stream = Spec::get(STREAM, "What changes, as server-sent events").sends("text/event-stream");
    routes.secured(Operation::StreamRead, stream, follow)
}

/// A job has come on, or has ended.
#[derive(Serialize)]
struct JobMessage<'m> {
    job: &'m str,
    operation: &'m str,
    kind: &'static str,
    state: &'static str,
    /// As of the job itself: work, tiers and bound; no patient is in it.
    progress: &'m Option<serde_json::Value>,
}

/// Something has changed.
#[derive(Serialize)]
struct Message<'m> {
    stream: &'m str,
    version: u64,
    kind: &'m str,
}

async fn follow(caller: Caller, headers: HeaderMap) -> Answer<Response> {
    let permit = caller.shared.streams.clone().try_acquire_owned();
    let permit = permit.map_err(|_| Problem::busy("too many live streams are open"))?;
    let last = match headers.get("last-event-id") {
        Some(last) => place(&caller, last.to_str().unwrap_or_default()).await?,
        None => caller.app.store().head().await.map_err(Error::from)?,
    };
    caller
        .look(Operation::StreamRead, &About::Of(caller.who.account()), |_, _| ())
        .await?;
    let looks_at_jobs = !caller.app.never(&caller.who, Operation::JobRead);
    let moving = caller.app.jobs_moving();
    let follower = Follower {
        moving,
        heads: caller.app.store().watch(),
        beat: caller.shared.settings.beat(),
        app: caller.app,
        token: caller.token,
        last,
        next_beat: Instant::now(),
        next_jobs: looks_at_jobs.then(Instant::now),
        jobs: SeenJobs::default(),
        waiting: VecDeque::new(),
        _one_of_many: OpenStream::new(permit),
    };
    let stream = unfold(follower, |mut follower| async move {
        let event = follower.next().await?;
        Some((Ok::<_, Infallible>(event), follower))
    });
    Ok(Sse::new(stream).into_response())
}

/// One live stream.
struct Follower {
    app: App,
    token: String,
    heads: watch::Receiver<Seq>,
    /// Jobs that this process moves.
    moving: broadcast::Receiver<String>,
    /// The last event that was looked at.
    last: Seq,
    beat: Duration,
    next_beat: Instant,
    /// When jobs are looked at next; `None`: they are not for this session, which ends when its roles change.
    next_jobs: Option<Instant>,
    jobs: SeenJobs,
    /// What is to be sent.
    waiting: VecDeque<Event>,
    _one_of_many: OpenStream,
}

impl Follower {
    /// What is sent next; `None`: the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if Instant::now() >= self.next_beat {
                // The first beat comes at once: it shows that the stream is open.
                self.app.still(&self.token).await.ok()?;
                self.next_beat = Instant::now() + self.beat;
                return Some(Event::default().comment("here"));
            }
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.next_jobs.is_some_and(|next| Instant::now() >= next) {
                self.next_jobs = Some(Instant::now() + JOBS);
                let who = self.app.still(&self.token).await.ok()?;
                self.look_at_jobs(&who).await.ok()?;
                continue;
            }
            self.heads.borrow_and_update();
            let events = self.app.store().read(self.last, BATCH).await.ok()?;
            if let Some(newest) = events.last().map(|event| event.seq) {
                // Asked before each batch, so that nothing is sent after an end that was recorded before it.
                let who = self.app.still(&self.token).await.ok()?;
                self.look(&who, &events).await.ok()?;
                self.last = newest;
                continue;
            }
            // Other processes may write what this one is not told of: a heartbeat looks anyhow.
            let wake = self.next_jobs.map_or(self.next_beat, |next| self.next_beat.min(next));
            let moved = tokio::select! {
                changed = timeout_at(wake, self.heads.changed()) => match changed {
                    Ok(Err(_)) => return None,
                    _ => None,
                },
                moved = self.moving.recv(), if self.next_jobs.is_some() => Some(moved),
            };
            match moved {
                None => {}
                Some(Ok(job)) => self.look_at_job(&job).await?,
                // Too many to be told one by one: all that run are looked at.
                Some(Err(RecvError::Lagged(_))) => self.next_jobs = Some(Instant::now()),
                Some(Err(RecvError::Closed)) => return None,
            }
        }
    }

    /// Tells of jobs that have come on. They are not in the log, and so have no number to go on from.
    async fn look_at_jobs(&mut self, who: &Who) -> Result<(), Error> {
        let moved = self.app.moved_jobs(who, &mut self.jobs).await?;
        self.waiting.extend(moved.iter().map(job_message));
        Ok(())
    }

    /// Tells of a job that has just moved; `None`: the stream ends.
    async fn look_at_job(&mut self, job: &str) -> Option<()> {
        let who = self.app.still(&self.token).await.ok()?;
        let moved = self.app.moved_job(&who, job, &mut self.jobs).await.ok()?;
        self.waiting.extend(moved.iter().map(job_message));
        Some(())
    }

    /// Keeps of some events those that may be read.
    async fn look(&mut self, who: &Who, events: &[StoredEvent]) -> Result<(), Error> {
        let known = events.iter().filter_map(|event| Some((event, subject(&event.stream)?)));
        let (events, asked): (Vec<&StoredEvent>, Vec<_>) = known.unzip();
        let readable = self.app.streamed(who, &asked).await?;
        let readable = events.into_iter().zip(readable).filter(|(_, is_readable)| *is_readable);
        self.waiting.extend(readable.map(|(event, _)| message(event)));
        Ok(())
    }
}

/// The place in the log of the message that somebody was told last. A message about what they may not read, now, is one that they never had.
async fn place(caller: &Caller, last: &str) -> Answer<Seq> {
    if last == BEGINNING {
        return Ok(Seq::START);
    }
    let unknown = || Problem::bad_request("Last-Event-ID is the id of a message that the stream gave");
    let (stream, version) = last.rsplit_once('@').ok_or_else(unknown)?;
    let version: u64 = version.parse().map_err(|_| unknown())?;
    let stream = unescaped(stream).ok_or_else(unknown)?;
    let (operation, about) = subject(&stream).ok_or_else(unknown)?;
    if version == 0 || !caller.app.may(&caller.who, operation, &about) {
        return Err(unknown());
    }
    let events = caller.app.store().read_stream(&stream, Version(version - 1)).await;
    let events = events.map_err(Error::from)?;
    Ok(events.first().ok_or_else(unknown)?.seq)
}

fn job_message(job: &JobView) -> Event {
    let message = JobMessage {
        job: &job.id,
        operation: job.operation.as_str(),
        kind: job.order.kind.word(),
        state: job.state,
        progress: &job.progress,
    };
    let data = serde_json::to_string(&message).expect("a message is JSON");
    Event::default().event("job").data(data)
}

fn message(event: &StoredEvent) -> Event {
    let message = Message {
        stream: &event.stream,
        version: event.version.0,
        kind: &event.event.kind,
    };
    let data = serde_json::to_string(&message).expect("a message is JSON");
    // Escaped, since ids may have any letters and a header may not.
    let stream = escaped(&event.stream).replace("%2F", "/");
    let id = format!("{stream}@{}", event.version.0);
    Event::default().id(id).event("changed").data(data)
}

/// What a stream of the log is about, and by which row it is read. Organisations and accounts are for nobody's live view.
fn subject(stream: &str) -> Option<(Operation, About)> {
    let (of, id) = stream.split_once('/')?;
    Some(match of {
        "request" => (Operation::RequestRead, About::Request(id.into())),
        "offer" => (Operation::OfferRead, About::Offer(id.into())),
        "clearance" => (Operation::ClearanceRead, About::Clearance(id.into())),
        "mission" => (Operation::MissionRead, About::Mission(id.into())),
        "plan" => (Operation::PlanRead, About::Plan(id.into())),
        "operation" => (Operation::OperationRead, About::Operation(id.into())),
        _ => return None,
    })
}
