//! What has happened since a plan's tables were written, in the words of the events format.

use std::collections::BTreeMap;

use airbridge_events::{
    ClearanceEvent, Fact, MissionEvent, OfferEvent, OfferId, OperationEvent, OperationId, Record, RequestEvent,
    RequestId, What,
};
use airbridge_interchange::{TextRow, TextTables, read_events, read_operation};
use airbridge_model::{BedOffer, Event, Finding, Happening, Operation, Patient, PatientChange};
use airbridge_units::{ClearanceId, FacilityId, MissionId, PatientId};

/// The events of an operation among the facts that are not in its tables yet.
///
/// `facts` are those after [`airbridge_events::Outline::tables_seq`], `tables` and `operation` what was written then, and what that means.
///
/// # Errors
///
/// What was reported and cannot be read: it was read when it was reported, so the tables have changed since.
pub fn happened(
    record: &Record,
    id: &OperationId,
    facts: &[Fact],
    tables: &TextTables,
    operation: &Operation,
) -> Result<Vec<Event>, Vec<Finding>> {
    let told = Told::new(record, id, tables);
    let mut events: Vec<Event> = Vec::new();
    let mut reported = Vec::new();
    let mut flown: BTreeMap<&str, usize> = BTreeMap::new();
    let mut asked: Vec<&RequestId> = Vec::new();
    for fact in facts {
        let name = fact.stream.split_once('/').map_or("", |(_, name)| name);
        let happening = match &fact.what {
            What::Operation(OperationEvent::Reported { event }) if name == id.as_str() => {
                reported.push(event.clone());
                None
            }
            What::Request(event) => {
                let Some(request) = told.request(name) else {
                    continue;
                };
                let new = !operation.patients.iter().any(|patient| patient.id.as_str() == name);
                let first = new && !asked.contains(&request);
                match event {
                    RequestEvent::Cleared { .. } if first => {
                        asked.push(request);
                        told.patient(name).map(|patient| Happening::Requested {
                            patient: Box::new(patient),
                        })
                    }
                    // What nobody has planned with yet is no event.
                    _ if first => None,
                    _ => told.to_a_request(operation, PatientId::new(name), event),
                }
            }
            What::Mission(event) => {
                let mission = record.missions.get(&airbridge_events::MissionId::new(name));
                let Some(mission) = mission.filter(|mission| mission.operation == *id) else {
                    continue;
                };
                let leg = flown.entry(name).or_default();
                let number = MissionId::new(&mission.flight.number);
                to_a_mission(event, number, &mission.flight, leg)
            }
            What::Offer(event) => told.to_an_offer(&OfferId::new(name), event),
            What::Clearance(event) => {
                let known = operation
                    .clearances
                    .iter()
                    .any(|clearance| clearance.id.as_str() == name);
                known.then(|| to_a_clearance(event, ClearanceId::new(name))).flatten()
            }
            _ => None,
        };
        events.extend(happening.map(|what| Event {
            at: fact.happened_at,
            source: fact.by.authority.clone(),
            note: String::new(),
            what,
        }));
    }
    if !reported.is_empty() {
        let file = serde_json::json!({ "format": airbridge_interchange::EVENTS_FORMAT, "events": reported });
        let reading = read_events("reported.json", file.to_string().as_bytes(), operation);
        events.extend(reading.events.ok_or(reading.findings)?);
    }
    events.sort_by_key(|event| event.at);
    Ok(events)
}

/// The record's requests and offers, understood.
struct Told<'t> {
    record: &'t Record,
    operation: &'t OperationId,
    patients: BTreeMap<String, Patient>,
    offers: BTreeMap<String, BedOffer>,
}

impl<'t> Told<'t> {
    fn new(record: &'t Record, operation: &'t OperationId, tables: &TextTables) -> Self {
        let mut all = tables.clone();
        let requests = record.requests_of(operation);
        let rows: Vec<TextRow> = requests
            .map(|(id, request)| {
                let mut row = request.row.0.clone();
                row.insert("patient".to_owned(), id.to_string());
                row
            })
            .collect();
        all.rows.insert("patients".to_owned(), rows);
        let offers = record.offers.iter().filter(|(_, offer)| offer.operation == *operation);
        let rows: Vec<TextRow> = offers
            .map(|(id, offer)| {
                let mut row = offer.row.0.clone();
                row.insert("offer".to_owned(), id.to_string());
                row
            })
            .collect();
        all.rows.insert("bed_offers".to_owned(), rows);
        let understood = read_operation(&all.source()).operation;
        let (patients, offers) = understood.map(|all| (all.patients, all.offers)).unwrap_or_default();
        Self {
            record,
            operation,
            patients: patients.into_iter().map(|one| (one.id.to_string(), one)).collect(),
            offers: offers.into_iter().map(|one| (one.id.to_string(), one)).collect(),
        }
    }

    fn request(&self, name: &str) -> Option<&'t RequestId> {
        let (id, request) = self.record.requests.get_key_value(&RequestId::new(name))?;
        (request.operation == *self.operation).then_some(id)
    }

    fn patient(&self, name: &str) -> Option<Patient> {
        self.patients.get(name).cloned()
    }

    fn to_a_request(&self, operation: &Operation, patient: PatientId, event: &RequestEvent) -> Option<Happening> {
        Some(match event {
            RequestEvent::Withdrawn { .. } => Happening::PatientWithdrawn { patient },
            RequestEvent::Died => Happening::PatientDied { patient },
            RequestEvent::Deferred { until, .. } => Happening::PatientUnfit {
                patient,
                until: Some(*until),
            },
            RequestEvent::Assessed { .. } | RequestEvent::Amended { .. } => {
                let before = operation.patients.iter().find(|known| known.id == patient);
                let after = self.patients.get(patient.as_str())?;
                let change = Box::new(change(before?, after)?);
                Happening::PatientChanged { patient, change }
            }
            RequestEvent::Enplaned { mission, .. } => {
                let mission = &self.record.missions.get(mission)?.flight.number;
                Happening::Boarded {
                    patient,
                    mission: MissionId::new(mission),
                }
            }
            RequestEvent::Delivered { facility, .. } => {
                let known = operation.facilities.iter().any(|known| known.id.as_str() == facility);
                let facility = FacilityId::new(facility);
                known.then_some(Happening::Admitted { patient, facility })?
            }
            _ => return None,
        })
    }

    fn to_an_offer(&self, id: &OfferId, event: &OfferEvent) -> Option<Happening> {
        let offer = self
            .record
            .offers
            .get(id)
            .filter(|offer| offer.operation == *self.operation)?;
        Some(match event {
            OfferEvent::Made { .. } | OfferEvent::Amended { .. } => {
                let offer = Box::new(self.offers.get(id.as_str())?.clone());
                Happening::BedsOffered { offer }
            }
            OfferEvent::Withdrawn { .. } => {
                let left = u32::try_from(offer.confirmed.len() + offer.consumed.len()).ok()?;
                Happening::BedsWithdrawn {
                    offer: airbridge_units::OfferId::new(id.as_str()),
                    left,
                }
            }
            _ => return None,
        })
    }
}

fn to_a_mission(
    event: &MissionEvent,
    mission: MissionId,
    flight: &airbridge_events::Flight,
    leg: &mut usize,
) -> Option<Happening> {
    Some(match event {
        MissionEvent::Departed => {
            let airfield = flight.legs.get(*leg)?.from.as_str().into();
            Happening::OffBlock { mission, airfield }
        }
        MissionEvent::Landed { airfield } => {
            *leg += 1;
            Happening::OnBlock {
                mission,
                airfield: airfield.as_str().into(),
            }
        }
        MissionEvent::Delayed { until } => Happening::Delayed {
            mission,
            airfield: None,
            until: *until,
        },
        _ => return None,
    })
}

fn to_a_clearance(event: &ClearanceEvent, clearance: ClearanceId) -> Option<Happening> {
    Some(match event {
        ClearanceEvent::Granted { row, .. } => {
            let time = |column: &str| row.text(column).parse().ok();
            let window = time("valid_from").zip(time("valid_to"));
            Happening::ClearanceGranted { clearance, window }
        }
        ClearanceEvent::Denied { .. } => Happening::ClearanceDenied { clearance },
        ClearanceEvent::Requested { .. } => return None,
    })
}

/// What is new about a patient, as far as it matters on the way; `None` where nothing is.
fn change(before: &Patient, after: &Patient) -> Option<PatientChange> {
    fn new<T: Clone + PartialEq>(before: &T, after: &T) -> Option<T> {
        (before != after).then(|| after.clone())
    }
    let change = PatientChange {
        precedence: new(&before.precedence, &after.precedence),
        critical_care: new(&before.critical_care, &after.critical_care),
        dependency: new(&before.dependency, &after.dependency),
        mobility: new(&before.mobility, &after.mobility),
        ventilated: new(&before.ventilated, &after.ventilated),
        isolation: new(&before.isolation, &after.isolation),
        cabin_limit: new(&before.cabin_limit, &after.cabin_limit)
            .flatten()
            .map(|limit| limit.0),
        ready_at: new(&before.ready_at, &after.ready_at),
        other_attendants: new(&before.attendants.other, &after.attendants.other),
    };
    (change != PatientChange::default()).then_some(change)
}
