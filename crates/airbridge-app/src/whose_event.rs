//! Whose an event is: whoever reports for a facility, a patient or an aircraft of their own reports nothing of others'.

use airbridge_events::{OperationId, OrganisationId, Record};
use serde_json::{Map, Value};

use crate::network::Network;
use crate::subject::About;

/// The mission, patient, offer, facility or aircraft of this operation that an event is about; else the whole operation. What is own, and of another operation,
/// tells nobody whether this one is there.
pub(crate) fn about(
    record: &Record,
    network: Option<&Network>,
    operation: &OperationId,
    event: &Map<String, Value>,
) -> About {
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
    if let Some(aircraft) = text("aircraft") {
        // One that is not there is nobody's, and so reads like another operator's.
        let operator = network.and_then(|network| network.operator(aircraft));
        return About::Aircraft {
            operation: operation.clone(),
            operator: operator.map(ToOwned::to_owned),
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
