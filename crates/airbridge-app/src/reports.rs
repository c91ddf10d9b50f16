//! What has happened beside the record's own steps: aircraft out, fields closed, delays, in the words of the events format.

use airbridge_disclosure::Operation as Row;
use airbridge_events::{Command, OperationCommand, OperationId, OrganisationId, Record};
use airbridge_interchange::{EVENTS_FORMAT, read_events};
use airbridge_model::Severity;
use serde_json::{Map, Value, json};

use crate::act::{Done, Wish, read_answer};
use crate::app::App;
use crate::error::Error;
use crate::operations::sound;
use crate::subject::About;
use crate::who::Who;

impl App {
    /// Reports one event of an operation under way. It is read against the tables of the plan that runs, so that no event in the log stands in the way of
    /// a later plan.
    ///
    /// # Errors
    ///
    /// Whoever asks may not; no plan runs; or the event is not sound.
    pub async fn report(
        &self,
        who: &Who,
        id: &OperationId,
        event: Map<String, Value>,
        once: Option<(String, [u8; 32])>,
    ) -> Result<Done, Error> {
        if let Some(answer) = self.repeated(who, Row::EventReport, once.as_ref()).await? {
            return Ok(read_answer(&answer));
        }
        self.catch_up().await?;
        let about = self.see(|record| about(record, id, &event));
        let tables = |record: &Record, _: &airbridge_disclosure::Mask| {
            let running = record.operations.get(id)?.plan.as_ref()?;
            Some(record.plans[running].outline.tables.clone())
        };
        let tables = self.permit(who, Row::EventReport, &about, tables).await?;
        let Some(tables) = tables else {
            let what = "no plan runs: what is known before the first one belongs into the tables";
            return self.not_taken(who, id, Error::invalid(what, "")).await;
        };
        let tables = self.tables(&tables).await?;
        let event = Value::Object(event);
        let file = json!({ "format": EVENTS_FORMAT, "events": [event] }).to_string();
        let read = tokio::task::spawn_blocking(move || {
            let operation = sound(&tables)?;
            Ok::<_, Error>(read_events("event.json", file.as_bytes(), &operation))
        });
        let reading = read
            .await
            .map_err(|_| Error::Bug("reading an event has failed".to_owned()))??;
        if reading.events.is_none() {
            let findings = reading.findings.into_iter();
            let errors = findings.filter(|finding| finding.severity == Severity::Error);
            return self.not_taken(who, id, Error::Findings(errors.collect())).await;
        }
        let command = Command::Operation(id.clone(), OperationCommand::Report { event });
        let wish = Wish {
            once,
            ..Wish::new(Row::EventReport, about, command)
        };
        self.act(who, &wish).await
    }

    async fn not_taken(&self, who: &Who, id: &OperationId, error: Error) -> Result<Done, Error> {
        self.note_refusal(who, Row::EventReport, &id.stream(), &error).await?;
        Err(error)
    }
}

/// Whose an event is: it is about a mission, a patient, an offer or a facility of this operation; else about the whole operation. What is own, and of
/// another operation, tells nobody whether this one is there.
fn about(record: &Record, operation: &OperationId, event: &Map<String, Value>) -> About {
    let text = |field| event.get(field).and_then(Value::as_str);
    if !record.operations.contains_key(operation) {
        return About::Operation(operation.clone());
    }
    if let Some(number) = text("mission") {
        let mut all = record.missions.iter();
        let found = all.find(|(_, mission)| mission.operation == *operation && mission.flight.number == number);
        return About::Mission(found.map_or_else(|| "".into(), |(id, _)| id.clone()));
    }
    if let Some(patient) = text("patient") {
        let mut all = record.requests_of(operation);
        let found = all.find(|(id, _)| id.as_str() == patient);
        return About::Request(found.map_or_else(|| "".into(), |(id, _)| id.clone()));
    }
    if let Some(offer) = text("offer") {
        let known = record.offers.get_key_value(&offer.into());
        let found = known.filter(|(_, known)| known.operation == *operation);
        return About::Offer(found.map_or_else(|| "".into(), |(id, _)| id.clone()));
    }
    if let Some(facility) = text("facility") {
        let mut all = record.organisations.iter();
        let owner = all.find(|(_, known)| known.facilities.iter().any(|own| own == facility));
        return match owner {
            Some((id, _)) if takes_part(record, operation, id) => About::New(id.to_string()),
            _ => About::Operation(operation.clone()),
        };
    }
    About::Operation(operation.clone())
}

/// Whether an organisation sends or takes patients in an operation.
fn takes_part(record: &Record, operation: &OperationId, organisation: &OrganisationId) -> bool {
    let mut offers = record.offers.values();
    let mut requests = record.requests_of(operation);
    offers.any(|offer| offer.operation == *operation && offer.organisation == *organisation)
        || requests.any(|(_, request)| request.organisation == *organisation)
}
