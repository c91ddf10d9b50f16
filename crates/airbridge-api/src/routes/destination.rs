//! Where a patient is to go, in the words of whoever brings them there: crews may not read what an operation works with.

use airbridge_app::Networks;
use airbridge_events::{Destination, Record, Request, State};
use serde::Serialize;
use utoipa::ToSchema;

/// Where a patient is to go, or is.
#[derive(Serialize, ToSchema)]
pub(super) struct DestinationView {
    /// The offer that is asked or has agreed.
    offer: Option<String>,
    /// The facility whose offer that is.
    facility: Option<String>,
    /// What people call it; none where the operation's tables do not name it.
    facility_name: Option<String>,
    /// Offers of which a bed is asked for at once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    asked: Vec<String>,
    /// A destination outside the network, in words.
    outside: Option<String>,
    /// The facility to which the patient was delivered.
    delivered_to: Option<String>,
}

impl DestinationView {
    pub(super) fn of(record: &Record, request: &Request, networks: &Networks) -> Self {
        let outside = match &request.destination {
            Some(Destination::Outside(place)) => Some(place.clone()),
            _ => None,
        };
        let delivered_to = match &request.state {
            State::Delivered(place) | State::Diverted(place) => Some(place.clone()),
            _ => None,
        };
        let asked = match &request.state {
            State::Broadcast { offers, .. } => offers.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        let facility = facility(record, request);
        let network = networks.of(&request.operation);
        let name = facility.and_then(|id| network?.facility_name(id));
        Self {
            offer: request.bed().map(ToString::to_string),
            facility: facility.map(ToOwned::to_owned),
            facility_name: name.map(ToOwned::to_owned),
            asked,
            outside,
            delivered_to,
        }
    }
}

/// The zone of the facility to which the plan takes a patient.
pub(super) fn arrival_zone(record: &Record, request: &Request, networks: &Networks) -> Option<String> {
    request.arrives_at?;
    let network = networks.of(&request.operation)?;
    Some(network.facility_zone(facility(record, request)?)?.to_owned())
}

/// The facility of the offer that is asked, or has agreed, or is planned with.
fn facility<'r>(record: &'r Record, request: &Request) -> Option<&'r str> {
    let offer = record.offers.get(request.bed()?)?;
    Some(offer.row.text("facility")).filter(|id| !id.is_empty())
}
