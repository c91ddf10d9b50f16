//! What has happened since a plan's tables were written, in the words of the events format.
//!
//! What comes in: the record, the facts that are not in the tables, and these. What goes out: events in order of time. Nothing in the log keeps a plan from being made:
//! what makes no sense to the planner is passed over and said ([`Happened::passed_over`]).

use std::collections::{BTreeMap, BTreeSet};

use airbridge_events::{
    ClearanceEvent, Destination, Fact, Flight, MissionEvent, OfferEvent, OfferId, OperationId, Record, RequestEvent,
    RequestId, What,
};
use airbridge_interchange::TextTables;
use airbridge_model::{Event, Finding, Happening, Operation, Patient, PatientChange, Plan, Step};
use airbridge_units::{ClearanceId, FacilityId, MissionId, PatientId};
use jiff::{SignedDuration, Timestamp};

use super::known::{Known, Reported, reported, superseded};
use super::readable::Unreadable;
use super::seconds::over;

/// What has happened.
#[derive(Debug, Default)]
pub struct Happened {
    /// In order of time.
    pub events: Vec<Event>,
    /// What people have reported and nobody can read any more.
    pub passed_over: Vec<Finding>,
    /// Requests and offers that cannot be read.
    pub unreadable: Vec<Unreadable>,
}

/// The events of an operation: what was reported, and what follows for the planner from the facts that are not in the tables yet.
///
/// `parent` is the plan that runs: what becomes of missions that it does without is no news. `facts` are those after [`airbridge_events::Outline::tables_seq`], `tables` and `operation` what was written then, and what that means.
pub fn happened(
    record: &Record,
    id: &OperationId,
    facts: &[Fact],
    tables: &TextTables,
    operation: &Operation,
    parent: &Plan,
) -> Happened {
    let known = Known::new(record, id, tables);
    let gone = superseded(facts);
    let mut teller = Teller {
        record,
        id,
        operation,
        parent,
        known: &known,
        asked: BTreeSet::new(),
        collected: BTreeSet::new(),
        flights: BTreeMap::new(),
    };
    let mut events: Vec<Event> = Vec::new();
    for fact in facts.iter().filter(|fact| !gone.contains(&fact.seq)) {
        let name = fact.stream.split_once('/').map_or("", |(_, name)| name);
        let before = teller.stayed(name, fact);
        let at = teller.cancelled_at(name, fact).unwrap_or(fact.happened_at);
        let told = teller.told(name, &fact.what);
        events.extend(before.into_iter().chain(told).map(|what| Event {
            at,
            source: fact.by.authority.clone(),
            note: String::new(),
            what,
        }));
    }
    let Reported {
        events: reports,
        passed_over,
        ..
    } = reported(record, id, known.with(operation));
    events.extend(reports);
    events.sort_by_key(|event| event.at);
    Happened {
        events,
        passed_over,
        unreadable: known.unreadable,
    }
}

/// Tells facts in the words of the events format, in their order.
struct Teller<'t> {
    record: &'t Record,
    id: &'t OperationId,
    operation: &'t Operation,
    parent: &'t Plan,
    known: &'t Known,
    /// Requests that the planner has been told of.
    asked: BTreeSet<String>,
    /// Requests whose patient has left the ward.
    collected: BTreeSet<String>,
    /// How far each mission is.
    flights: BTreeMap<String, Where>,
}

/// Where a mission is.
#[derive(Default)]
struct Where {
    /// Legs flown.
    flown: usize,
    /// Where it stands, if it has landed.
    at: Option<String>,
}

impl Teller<'_> {
    /// That somebody has not boarded who should have by now, where what is told of them shows that they never left the ward: without it the plan has them on board.
    fn stayed(&mut self, name: &str, fact: &Fact) -> Option<Happening> {
        let What::Request(event) = &fact.what else { return None };
        match event {
            RequestEvent::Collected { .. } | RequestEvent::Enplaned { .. } => {
                self.collected.insert(name.to_owned());
                return None;
            }
            RequestEvent::Withdrawn { .. }
            | RequestEvent::Deferred { .. }
            | RequestEvent::Died
            | RequestEvent::Accepted {
                destination: Destination::Outside(_),
            } if !self.collected.contains(name) => {}
            _ => return None,
        }
        // A group shares every lift: where one is on board, the others count as on board with them.
        let patients = &self.operation.patients;
        let group = patients
            .iter()
            .find(|patient| patient.id.as_str() == name)?
            .group
            .as_ref();
        let mut others = patients
            .iter()
            .filter(|other| group.is_some() && other.group.as_ref() == group);
        if others.any(|other| self.collected.contains(other.id.as_str())) {
            return None;
        }
        let mut journeys = self.parent.journeys.iter();
        let journey = journeys.find(|journey| journey.patient.as_str() == name)?;
        let (mission, begins) = journey.steps.iter().find_map(|step| match step {
            Step::Lift { mission, .. } => Some((mission.clone(), step.span().0)),
            _ => None,
        })?;
        (begins <= fact.happened_at).then(|| Happening::NotBoarded {
            patient: PatientId::new(name),
            mission,
        })
    }

    /// When a mission is cancelled that the record knows never to have left, though by the plan it should have: before it was to begin.
    fn cancelled_at(&self, name: &str, fact: &Fact) -> Option<Timestamp> {
        let What::Mission(MissionEvent::Cancelled { .. }) = &fact.what else {
            return None;
        };
        let mission = self.record.missions.get(&airbridge_events::MissionId::new(name))?;
        let mut planned = self.parent.missions.iter();
        let planned = planned.find(|known| known.id.as_str() == mission.flight.number)?;
        let stop = planned.stops.first()?;
        let was_to = [stop.loading_from, stop.off_block_at].into_iter().flatten().min()?;
        (was_to <= fact.happened_at).then(|| was_to - SignedDuration::from_secs(1))
    }

    fn told(&mut self, name: &str, what: &What) -> Option<Happening> {
        match what {
            What::Request(event) => {
                let request = self.record.requests.get(&RequestId::new(name))?;
                if request.operation != *self.id {
                    return None;
                }
                let new = !self
                    .operation
                    .patients
                    .iter()
                    .any(|patient| patient.id.as_str() == name);
                if new && !self.asked.contains(name) {
                    // What nobody has planned with yet is no event.
                    let cleared = matches!(event, RequestEvent::Cleared { .. });
                    let patient = self.known.patients.get(name).filter(|_| cleared)?.clone();
                    self.asked.insert(name.to_owned());
                    return Some(Happening::Requested {
                        patient: Box::new(patient),
                    });
                }
                self.request(name, event)
            }
            What::Mission(event) => {
                let mission = self.record.missions.get(&airbridge_events::MissionId::new(name))?;
                let number = MissionId::new(&mission.flight.number);
                let flown = self.parent.missions.iter().any(|known| known.id == number);
                if mission.operation != *self.id || !flown {
                    return None;
                }
                let place = self.flights.entry(name.to_owned()).or_default();
                mission_told(event, number, &mission.flight, place)
            }
            What::Offer(event) => self.offer(&OfferId::new(name), event),
            What::Clearance(event) => self.clearance(&ClearanceId::new(name), event),
            _ => None,
        }
    }

    fn request(&self, name: &str, event: &RequestEvent) -> Option<Happening> {
        let patient = PatientId::new(name);
        Some(match event {
            RequestEvent::Withdrawn { .. } => Happening::PatientWithdrawn { patient },
            // Where a place outside the network takes the patient there is nothing left to plan either, unless that was taken back.
            RequestEvent::Accepted {
                destination: Destination::Outside(_),
            } => {
                let request = self.record.requests.get(&RequestId::new(name))?;
                let still = matches!(request.destination, Some(Destination::Outside(_)));
                return still.then_some(Happening::PatientWithdrawn { patient });
            }
            RequestEvent::Died => Happening::PatientDied { patient },
            // Until somebody clears them again: nobody is planned who may not fly yet.
            RequestEvent::Deferred { .. } => Happening::PatientUnfit { patient, until: None },
            // Fit again, perhaps sooner than was thought.
            RequestEvent::Cleared { .. } => {
                let ready_at = Some(self.known.patients.get(name)?.ready_at);
                let change = PatientChange {
                    ready_at,
                    ..PatientChange::default()
                };
                Happening::PatientChanged {
                    patient,
                    change: Box::new(change),
                }
            }
            RequestEvent::Assessed { .. } | RequestEvent::Amended { .. } => {
                let before = self.operation.patients.iter().find(|known| known.id == patient);
                let change = Box::new(change(before?, self.known.patients.get(name)?)?);
                Happening::PatientChanged { patient, change }
            }
            RequestEvent::Declined { offer, .. } => {
                let facility = self.record.offers.get(offer)?.row.text("facility");
                // Asked again, and accepted after all.
                let bed = self
                    .record
                    .requests
                    .get(&RequestId::new(name))
                    .and_then(airbridge_events::Request::bed);
                let bed = bed.and_then(|bed| self.record.offers.get(bed));
                if bed.is_some_and(|bed| bed.row.text("facility") == facility) {
                    return None;
                }
                let facility = facility.into();
                Happening::Declined { patient, facility }
            }
            RequestEvent::Enplaned { mission, .. } => {
                let mission = &self.record.missions.get(mission)?.flight.number;
                Happening::Boarded {
                    patient,
                    mission: MissionId::new(mission),
                }
            }
            RequestEvent::Delivered { facility, .. } => {
                let known = self
                    .operation
                    .facilities
                    .iter()
                    .any(|known| known.id.as_str() == facility);
                if !known {
                    return Some(Happening::PatientWithdrawn { patient });
                }
                let facility = FacilityId::new(facility);
                Happening::Admitted { patient, facility }
            }
            _ => return None,
        })
    }

    fn offer(&self, id: &OfferId, event: &OfferEvent) -> Option<Happening> {
        let offer = self.record.offers.get(id).filter(|offer| offer.operation == *self.id)?;
        Some(match event {
            OfferEvent::Made { .. } | OfferEvent::Amended { .. } => {
                let offer = Box::new(self.known.offers.get(id.as_str())?.clone());
                Happening::BedsOffered { offer }
            }
            // Who has been accepted stays accepted; beds in which somebody lies stay theirs anyhow.
            OfferEvent::Withdrawn { .. } => {
                let known = self
                    .operation
                    .offers
                    .iter()
                    .any(|known| known.id.as_str() == id.as_str());
                let offered = self.known.offers.contains_key(id.as_str());
                if !known && !offered {
                    return None;
                }
                Happening::BedsWithdrawn {
                    offer: airbridge_units::OfferId::new(id.as_str()),
                    left: u32::try_from(offer.confirmed.len()).ok()?,
                }
            }
            _ => return None,
        })
    }

    fn clearance(&self, id: &ClearanceId, event: &ClearanceEvent) -> Option<Happening> {
        let known = self.operation.clearances.iter().find(|known| known.id == *id)?;
        let clearance = id.clone();
        Some(match event {
            ClearanceEvent::Granted { row, .. } => {
                let time = |column: &str| row.text(column).parse().ok();
                let window = match (time("valid_from"), time("valid_to")) {
                    (None, None) => None,
                    // Late, or shorter: the other end is as it was asked for.
                    (from, to) => Some((from.unwrap_or(known.valid_from), to.unwrap_or(known.valid_to))),
                };
                Happening::ClearanceGranted { clearance, window }
            }
            ClearanceEvent::Denied { .. } => Happening::ClearanceDenied { clearance },
            ClearanceEvent::Requested { .. } => return None,
        })
    }
}

fn mission_told(event: &MissionEvent, mission: MissionId, flight: &Flight, place: &mut Where) -> Option<Happening> {
    Some(match event {
        MissionEvent::Departed => {
            let planned = || Some(flight.legs.get(place.flown)?.from.clone());
            // Where it has landed, which may be somewhere else than planned.
            let airfield = place.at.take().or_else(planned)?.as_str().into();
            Happening::OffBlock { mission, airfield }
        }
        MissionEvent::Landed { airfield } => {
            place.flown += 1;
            place.at = Some(airfield.clone());
            Happening::OnBlock {
                mission,
                airfield: airfield.as_str().into(),
            }
        }
        MissionEvent::Delayed { until } => Happening::Delayed {
            mission,
            airfield: None,
            until: over(*until),
        },
        MissionEvent::Cancelled { .. } | MissionEvent::Aborted { .. } => Happening::MissionCancelled { mission },
        _ => return None,
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
