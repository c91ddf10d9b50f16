//! What has happened beside the record's own steps: aircraft out, fields closed, delays, in the words of the events format.

use airbridge_disclosure::Operation as Row;
use airbridge_events::{Command, Fact, OperationCommand, OperationEvent, OperationId, What};
use airbridge_model::{Finding, Severity};
use airbridge_store::Version;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::act::{Done, Wish, read_answer};
use crate::app::App;
use crate::beside::beside;
use crate::codec;
use crate::error::Error;
use crate::network::Network;
use crate::planning::{Failure, Work, read_reported, ready};
use crate::sources::{AHEAD, LATE, Sources, no_fact};
use crate::subject::About;
use crate::who::Who;
use crate::whose_event::about;

impl App {
    /// Reports one event of an operation, under way or not begun yet. It is read against all that is known, and has to make sense with the plan that runs.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or the event is not sound.
    pub async fn report(
        &self,
        who: &Who,
        id: &OperationId,
        event: Map<String, Value>,
        once: Option<(String, [u8; 32])>,
        sources: Sources,
    ) -> Result<Done, Error> {
        if let Some(answer) = self.repeated(who, Row::EventReport, once.as_ref()).await? {
            return Ok(read_answer(&answer));
        }
        let networks = self.networks().await?;
        let about = self.see(|record| about(record, networks.of(id), id, &event));
        self.permit(who, Row::EventReport, &about, |_, _| ()).await?;
        let event = Value::Object(event);
        let now = self.now();
        let taken = match self.speaks_for(who, (id, networks.of(id)), sources).await {
            Ok(()) => self.taken(id, &event, now).await,
            Err(error) => Err(error),
        };
        let at = match taken {
            Ok(at) => at,
            Err(error) => {
                self.note_refusal(who, Row::EventReport, &id.stream(), &error).await?;
                return Err(error);
            }
        };
        let sources = Sources {
            happened_at: sources.happened_at.or((now.duration_since(at) < LATE).then_some(at)),
            ..sources
        };
        let command = Command::Operation(id.clone(), OperationCommand::Report { event });
        let wish = Wish {
            once,
            sources,
            ..Wish::new(Row::EventReport, about, command)
        };
        self.act(who, &wish).await
    }

    /// Whether it replaces or confirms only what whoever asks could have reported: about one's own aircraft one takes back nothing that others have said.
    async fn speaks_for(
        &self,
        who: &Who,
        (id, network): (&OperationId, Option<&Network>),
        sources: Sources,
    ) -> Result<(), Error> {
        if sources.supersedes.is_none() && sources.confirms.is_none() {
            return Ok(());
        }
        let facts = self.store().read_stream(&id.stream(), Version(0)).await?;
        for (version, field) in [(sources.supersedes, "/supersedes"), (sources.confirms, "/confirms")] {
            let Some(version) = version else { continue };
            let fact = facts.iter().find(|fact| fact.version == Version(version));
            let about = match fact.cloned().map(codec::read) {
                Some(Ok(Fact {
                    what:
                        What::Operation(OperationEvent::Reported {
                            event: Value::Object(event),
                        }),
                    ..
                })) => self.see(|record| about(record, network, id, &event)),
                _ => About::Operation(id.clone()),
            };
            if !self.may(who, Row::EventReport, &about) {
                return Err(no_fact(version, field));
            }
        }
        Ok(())
    }

    /// When it happened, if it makes sense.
    async fn taken(&self, id: &OperationId, event: &Value, now: Timestamp) -> Result<Timestamp, Error> {
        // Where there is no such operation, whoever may report anything is told so.
        self.see(|record| record.operation(id).map(drop))?;
        let at = self.makes_sense(id, event).await?;
        if at > now.saturating_add(AHEAD).unwrap_or(Timestamp::MAX) {
            let what = format!("it would happen in the future: the server's clock says {now}");
            return Err(Error::invalid(what, "/at"));
        }
        Ok(at)
    }

    async fn makes_sense(&self, id: &OperationId, event: &Value) -> Result<Timestamp, Error> {
        let task = self.task(id).await?;
        let event = event.clone();
        let tried = beside("reading an event has failed", move || {
            let known = task.known()?;
            let read = read_reported(std::slice::from_ref(&event), &known).map_err(Error::Findings)?;
            if task.running.is_none()
                && let Some(mission) = read.iter().find_map(|event| mission(&event.what))
            {
                let what = format!("no plan runs, and so there is no mission {mission}");
                return Err(Error::invalid(what, "/mission"));
            }
            // With and without: what was wrong before is not this event's fault.
            let after = ready(&task.order(std::slice::from_ref(&event), Work::NONE)).map_err(unsound)?;
            let before = ready(&task.order(&[], Work::NONE)).map_err(unsound)?;
            let was: Vec<&str> = before.passed_over.iter().map(|known| known.what.as_str()).collect();
            let new = after
                .passed_over
                .into_iter()
                .filter(|finding| !was.contains(&finding.what.as_str()));
            let new: Vec<Finding> = new.filter(|finding| finding.severity == Severity::Error).collect();
            if !new.is_empty() {
                return Err(Error::Findings(new));
            }
            let at = read.first().map(|event| event.at);
            at.ok_or_else(|| Error::Bug("an event was read and is not there".to_owned()))
        });
        tried.await?
    }
}

fn unsound(failure: Failure) -> Error {
    match failure {
        Failure::Findings(findings) => Error::Findings(findings),
        other => Error::Bug(other.to_string()),
    }
}

/// The mission that an event is about.
fn mission(what: &airbridge_model::Happening) -> Option<&airbridge_units::MissionId> {
    use airbridge_model::Happening;
    match what {
        Happening::OffBlock { mission, .. }
        | Happening::OnBlock { mission, .. }
        | Happening::Boarded { mission, .. }
        | Happening::NotBoarded { mission, .. }
        | Happening::Delayed { mission, .. }
        | Happening::MissionCancelled { mission } => Some(mission),
        _ => None,
    }
}
