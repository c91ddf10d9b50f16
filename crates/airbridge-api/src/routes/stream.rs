//! Live updates: what has changed, told to those who may read it now.
//!
//! A message names the thing that changed and nothing of its contents; whoever wants these reads the thing. `Last-Event-ID` goes on where a broken
//! connection stopped. Jobs that run tell how far they are. With each heartbeat the session is asked for again: when it has ended, so does the stream.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::convert::Infallible;
use std::time::Duration;

use airbridge_app::{About, App, Error, SeenJobs, Who};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::Record;
use airbridge_store::{Seq, StoredEvent};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use serde::Serialize;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use crate::caller::Caller;
use crate::frame::STREAM;
use crate::measured::OpenStream;
use crate::problem::{Answer, Problem};
use crate::secured::Routes;
use crate::spec::Spec;

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
    seq: u64,
    stream: &'m str,
    kind: &'m str,
}

async fn follow(caller: Caller, headers: HeaderMap) -> Answer<Response> {
    caller
        .look(Operation::StreamRead, &About::Of(caller.who.account()), |_, _| ())
        .await?;
    let permit = caller.shared.streams.clone().try_acquire_owned();
    let permit = permit.map_err(|_| Problem::busy("too many live streams are open"))?;
    let last = match headers.get("last-event-id") {
        Some(last) => {
            let last = last.to_str().ok().and_then(|last| last.parse().ok());
            Seq(last.ok_or_else(|| Problem::bad_request("Last-Event-ID is a number that the stream gave"))?)
        }
        None => caller.app.store().head().await.map_err(Error::from)?,
    };
    let follower = Follower {
        heads: caller.app.store().watch(),
        beat: caller.shared.settings.beat(),
        app: caller.app,
        token: caller.token,
        last,
        next_beat: Instant::now(),
        next_jobs: Instant::now(),
        jobs: SeenJobs::default(),
        waiting: VecDeque::new(),
        never: BTreeSet::new(),
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
    /// The last event that was looked at.
    last: Seq,
    beat: Duration,
    next_beat: Instant,
    next_jobs: Instant,
    jobs: SeenJobs,
    /// What is to be sent.
    waiting: VecDeque<Event>,
    /// What the roles of this session never read; it ends when they change.
    never: BTreeSet<Operation>,
    _one_of_many: OpenStream,
}

impl Follower {
    /// What is sent next; `None`: the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if Instant::now() >= self.next_beat {
                // The first beat comes at once: it shows that the stream is open.
                self.app.who(&self.token).await.ok()?;
                self.next_beat = Instant::now() + self.beat;
                return Some(Event::default().comment("here"));
            }
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if Instant::now() >= self.next_jobs && !self.never.contains(&Operation::JobRead) {
                self.next_jobs = Instant::now() + JOBS;
                let who = self.app.who(&self.token).await.ok()?;
                self.look_at_jobs(&who).await.ok()?;
                continue;
            }
            self.heads.borrow_and_update();
            let events = self.app.store().read(self.last, BATCH).await.ok()?;
            if let Some(newest) = events.last().map(|event| event.seq) {
                // Asked before each batch, so that nothing is sent after an end that was recorded before it.
                let who = self.app.who(&self.token).await.ok()?;
                self.look(&who, &events).await.ok()?;
                self.last = newest;
                continue;
            }
            // Other processes may write what this one is not told of: a heartbeat looks anyhow.
            let wake = if self.never.contains(&Operation::JobRead) {
                self.next_beat
            } else {
                self.next_beat.min(self.next_jobs)
            };
            if let Ok(Err(_)) = timeout_at(wake, self.heads.changed()).await {
                return None;
            }
        }
    }

    /// Tells of jobs that have come on. They are not in the log, and so have no number to go on from.
    async fn look_at_jobs(&mut self, who: &Who) -> Result<(), Error> {
        let moved = match self.app.moved_jobs(who, &mut self.jobs).await {
            Ok(moved) => moved,
            Err(Error::Forbidden) => {
                self.never.insert(Operation::JobRead);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        self.waiting.extend(moved.iter().map(|job| {
            let message = JobMessage {
                job: &job.id,
                operation: job.operation.as_str(),
                kind: job.order.kind.word(),
                state: job.state,
                progress: &job.progress,
            };
            let data = serde_json::to_string(&message).expect("a message is JSON");
            Event::default().event("job").data(data)
        }));
        Ok(())
    }

    /// Keeps of some events those that may be read.
    async fn look(&mut self, who: &Who, events: &[StoredEvent]) -> Result<(), Error> {
        let mut asked: BTreeMap<Operation, BTreeMap<String, About>> = BTreeMap::new();
        for event in events {
            if let Some((operation, about)) = subject(&event.stream) {
                asked.entry(operation).or_default().insert(event.stream.clone(), about);
            }
        }
        let mut readable: BTreeSet<String> = BTreeSet::new();
        for (operation, abouts) in asked {
            if self.never.contains(&operation) {
                continue;
            }
            let count = abouts.len();
            let show = |_: &Record, about: &About, _: &Mask| Some(about.id());
            match self
                .app
                .search(who, operation, (None, count), |_, _| Box::new(abouts.into_iter()), show)
                .await
            {
                Ok(page) => readable.extend(page.items),
                Err(Error::Forbidden) => drop(self.never.insert(operation)),
                Err(error) => return Err(error),
            }
        }
        let readable = events.iter().filter(|event| readable.contains(&event.stream));
        self.waiting.extend(readable.map(message));
        Ok(())
    }
}

fn message(event: &StoredEvent) -> Event {
    let message = Message {
        seq: event.seq.0,
        stream: &event.stream,
        kind: &event.event.kind,
    };
    let data = serde_json::to_string(&message).expect("a message is JSON");
    Event::default().id(event.seq.to_string()).event("changed").data(data)
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
