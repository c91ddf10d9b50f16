//! What may be done with plans. Adopting one makes missions, keeps beds, and tells each request what it is part of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Outline, PlanEvent, PlanState, Way};
use crate::command::Context;
use crate::fact::{Draft, What};
use crate::ids::{MissionId, OfferId, OperationId, PlanId, RequestId};
use crate::mission::{self, Flight, MissionEvent, MissionState};
use crate::offer::OfferEvent;
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};
use crate::request::{Destination, HOLD, Request, RequestEvent, State, draft as of_request};

/// What may be asked.
#[derive(Clone, PartialEq, Debug)]
pub enum PlanCommand {
    /// Keep what the planner has made.
    Propose(Box<Outline>),
    /// Adopt it, in whole or in part.
    Adopt {
        /// Numbers of the missions; `None`: all.
        missions: Option<Vec<String>>,
        /// The file of what is adopted.
        blob: String,
    },
    /// Adopt some missions of a plan that replaces another, and keep the rest of that one.
    AdoptPart {
        /// What runs then: these missions as the plan has them, the others as the plan that it replaces has them.
        part: Box<Outline>,
        /// The file of it.
        blob: String,
    },
    /// Not want it.
    Reject {
        /// Why.
        reason: String,
    },
}

pub(crate) fn decide(
    record: &Record,
    id: &PlanId,
    command: &PlanCommand,
    context: &Context<'_>,
) -> Result<Vec<Draft>, Refusal> {
    match command {
        PlanCommand::Propose(outline) => {
            if record.plans.contains_key(id) {
                return Err(Refusal::new(Code::Exists, format!("there is a plan {id} already")));
            }
            record.operation(&outline.operation)?;
            let outline = outline.clone();
            Ok(vec![draft(id, PlanEvent::Proposed { outline })])
        }
        PlanCommand::Adopt { missions, blob } => {
            let outline = proposed(record, id)?;
            let flights = chosen_flights(outline, missions.as_deref())?;
            let whole = flights.len() == outline.flights.len();
            adopt(record, id, (outline, flights, whole), blob, context)
        }
        PlanCommand::AdoptPart { part, blob } => {
            let outline = proposed(record, id)?;
            assert_eq!(part.parent, outline.parent, "a part replaces what the whole replaces");
            adopt(
                record,
                id,
                (&**part, part.flights.iter().collect(), false),
                blob,
                context,
            )
        }
        PlanCommand::Reject { reason } => {
            said(reason, "/reason", "the reason")?;
            proposed(record, id)?;
            Ok(vec![draft(id, PlanEvent::Rejected { reason: reason.clone() })])
        }
    }
}

/// The mission of the record that a plan's number means.
pub(crate) fn mission_id(operation: &OperationId, number: &str) -> MissionId {
    MissionId::new(format!("{operation}.{number}"))
}

fn draft(id: &PlanId, event: PlanEvent) -> Draft {
    Draft {
        stream: id.stream(),
        what: What::Plan(event),
    }
}

fn proposed<'r>(record: &'r Record, id: &PlanId) -> Result<&'r Outline, Refusal> {
    let plan = record.plan(id)?;
    if plan.state != PlanState::Proposed {
        return Err(Refusal::new(Code::State, format!("plan {id} was decided on already")));
    }
    Ok(&plan.outline)
}

fn adopt(
    record: &Record,
    id: &PlanId,
    (outline, flights, whole): (&Outline, Vec<&Flight>, bool),
    blob: &str,
    context: &Context<'_>,
) -> Result<Vec<Draft>, Refusal> {
    let running = record.operation(&outline.operation)?.plan.as_ref();
    if outline.parent.as_ref() != running {
        let what = format!("plan {id} does not replace the plan that runs");
        return Err(Refusal::new(Code::Guard, what).remedy("plan again from the plan that runs"));
    }
    let tables_seq = record.operation(&outline.operation)?.tables_seq;
    if outline.known_seq > 0 && tables_seq > outline.known_seq {
        let what = format!("the operation's tables were replaced since plan {id} was made");
        return Err(Refusal::new(Code::Guard, what).remedy("plan again with the tables as they are now"));
    }
    let numbers: BTreeSet<&str> = flights.iter().map(|flight| flight.number.as_str()).collect();
    let ways: Vec<&Way> = outline
        .ways
        .iter()
        .filter(|way| {
            // A mission that the outline has no more is over: only what is left of the way is decided on.
            let is_over = |number: &String| outline.flights.iter().all(|flight| flight.number != *number);
            let mut missions = way.missions.iter();
            missions.all(|number| numbers.contains(number.as_str()) || is_over(number))
        })
        .collect();
    let mut adoption = Adoption {
        record,
        id,
        outline,
        context,
        taken: BTreeMap::new(),
        drafts: Vec::new(),
    };
    let adopted = PlanEvent::Adopted {
        blob: blob.to_owned(),
        missions: numbers
            .iter()
            .map(|number| mission_id(&outline.operation, number))
            .collect(),
        requests: ways.iter().map(|way| way.request.clone()).collect(),
        whole,
    };
    adoption.drafts.push(draft(id, adopted));
    adoption.unplan(&ways);
    for flight in &flights {
        adoption.fly(flight)?;
    }
    adoption.cancel(&numbers)?;
    for way in ways {
        adoption.promise(way)?;
    }
    Ok(adoption.drafts)
}

fn chosen_flights<'o>(outline: &'o Outline, chosen: Option<&[String]>) -> Result<Vec<&'o Flight>, Refusal> {
    let Some(chosen) = chosen else {
        return Ok(outline.flights.iter().collect());
    };
    for number in chosen {
        if !outline.flights.iter().any(|flight| flight.number == *number) {
            return Err(Refusal::new(Code::Unknown, format!("the plan has no mission {number}")).field("/missions"));
        }
    }
    if chosen.is_empty() {
        return Err(Refusal::new(Code::Invalid, "no mission is chosen")
            .remedy("name at least one, or reject the plan")
            .field("/missions"));
    }
    Ok(outline
        .flights
        .iter()
        .filter(|flight| chosen.contains(&flight.number))
        .collect())
}

/// What follows from an adoption, gathered. All of it happens, or nothing.
struct Adoption<'a> {
    record: &'a Record,
    id: &'a PlanId,
    outline: &'a Outline,
    context: &'a Context<'a>,
    /// Beds that this adoption takes beyond those that the record knows as taken, less those that it gives back.
    taken: BTreeMap<OfferId, i64>,
    drafts: Vec<Draft>,
}

impl Adoption<'_> {
    /// Takes out of the running plan whom the new one does not move, and gives their beds back that no hospital has confirmed.
    fn unplan(&mut self, ways: &[&Way]) {
        let moved: BTreeMap<&RequestId, &Way> = ways.iter().map(|way| (&way.request, *way)).collect();
        let behind = &self.outline.behind.requests;
        for (id, request) in self.record.requests_of(&self.outline.operation) {
            // What should have happened by now may not have been reported yet: it is not undone.
            if is_there(request) || behind.contains(id) {
                continue;
            }
            match (moved.get(id), &request.planned) {
                (Some(way), _) if !goes_to(request, &way.offer) => self.release(id, request, true),
                // On board a plan always has a way for them; if one had not, the bed would still be theirs.
                (None, Some((plan, _))) if !request.state.is_under_way() => {
                    let unplanned = RequestEvent::Unplanned {
                        plan: plan.clone(),
                        keeps_bed: self.has_agreed(id, request),
                        reason: "the plan that replaces it does not move the patient".to_owned(),
                    };
                    self.drafts.push(of_request(id, unplanned));
                    self.release(id, request, false);
                }
                _ => {}
            }
        }
    }

    /// Whether a hospital has agreed to the patient.
    fn has_agreed(&self, id: &RequestId, request: &Request) -> bool {
        match &request.destination {
            Some(Destination::Outside(_)) => true,
            Some(Destination::Offer(offer)) => {
                let known = self.record.offers.get(offer);
                known.is_some_and(|known| known.confirmed.contains(id))
            }
            None => false,
        }
    }

    /// Gives the bed back that is kept for a request; one that a hospital has confirmed only if asked to.
    fn release(&mut self, id: &RequestId, request: &Request, confirmed_too: bool) {
        let Some(offer) = request.bed() else { return };
        let Some(known) = self.record.offers.get(offer) else {
            return;
        };
        let confirmed = known.confirmed.contains(id);
        let given_back = known.held.contains_key(id) || (confirmed_too && confirmed);
        if !given_back {
            return;
        }
        let held = known.held.get(id).is_some_and(|until| *until > self.context.now);
        if held || confirmed {
            *self.taken.entry(offer.clone()).or_default() -= 1;
        }
        let reason = "the plan was changed".to_owned();
        let released = OfferEvent::Released {
            request: id.clone(),
            reason,
        };
        self.drafts.push(crate::offer::draft(offer, released));
    }

    fn fly(&mut self, flight: &Flight) -> Result<(), Refusal> {
        let id = mission_id(&self.outline.operation, &flight.number);
        let event = match self.record.missions.get(&id) {
            None => MissionEvent::Approved {
                operation: self.outline.operation.clone(),
                plan: self.id.clone(),
                flight: flight.clone(),
            },
            Some(known) if known.state == MissionState::Cancelled => {
                let what = format!("mission {id} was cancelled since the plan was made");
                return Err(Refusal::new(Code::Guard, what).remedy("plan again from what has happened"));
            }
            Some(known) if known.is_over() || known.flight == *flight => return Ok(()),
            Some(known) if known.flight.aircraft != flight.aircraft && known.has_departed() => {
                let what = format!("mission {id} flies with {}", known.flight.aircraft);
                return Err(Refusal::new(Code::Guard, what).remedy("plan again from what has happened"));
            }
            Some(_) => MissionEvent::Revised {
                plan: self.id.clone(),
                flight: flight.clone(),
            },
        };
        self.drafts.push(mission::draft(&id, event));
        Ok(())
    }

    /// Missions of the running plan that the new one has no more, as long as they stand at base.
    fn cancel(&mut self, numbers: &BTreeSet<&str>) -> Result<(), Refusal> {
        for (id, known) in &self.record.missions {
            let ours = known.operation == self.outline.operation && !known.is_over() && !known.has_departed();
            let is_behind = self.outline.behind.missions.contains(&known.flight.number);
            if ours && !is_behind && !numbers.contains(known.flight.number.as_str()) {
                mission::empty(self.record, id)?;
                let reason = format!("plan {} does without it", self.id);
                self.drafts.push(mission::draft(id, MissionEvent::Cancelled { reason }));
            }
        }
        Ok(())
    }

    fn promise(&mut self, way: &Way) -> Result<(), Refusal> {
        let request = self.record.request(&way.request)?;
        // Brought there in the meantime, or dead: the plan tells a way that the record knows better.
        if is_there(request) && request.state != State::Withdrawn {
            return Ok(());
        }
        if let Some(Destination::Outside(place)) = &request.destination {
            let what = format!("request {} goes to {place}, outside the network, by now", way.request);
            return Err(Refusal::new(Code::Guard, what).remedy("plan again from what is known now"));
        }
        if !request.state.is_to_plan() && !request.state.is_under_way() {
            let what = format!("request {} is {} by now", way.request, request.state.word());
            return Err(Refusal::new(Code::Guard, what).remedy("plan again from what is known now"));
        }
        self.keep_bed(request, way)?;
        let missions = way
            .missions
            .iter()
            .map(|number| mission_id(&self.outline.operation, number));
        let planned = RequestEvent::Planned {
            plan: self.id.clone(),
            missions: missions.collect(),
            offer: Some(way.offer.clone()),
            arrives_at: way.arrives_at,
        };
        self.drafts.push(of_request(&way.request, planned));
        Ok(())
    }

    /// Keeps the bed at the end of the way, until the patient should be in it: anew where no hospital has agreed and the hold would end, or has ended, before.
    fn keep_bed(&mut self, request: &Request, way: &Way) -> Result<(), Refusal> {
        let now = self.context.now;
        let offer = self.record.offer(&way.offer)?;
        if offer.confirmed.contains(&way.request) || offer.consumed.contains(&way.request) {
            return Ok(());
        }
        let until = now.max(way.arrives_at).saturating_add(HOLD).expect("a span of hours");
        let kept = offer.held.get(&way.request).filter(|until| **until > now);
        // A bed that is taken back while its patient is on the way to it stays theirs.
        let stands = offer.withdrawn.is_none() || request.state.is_under_way();
        match kept.filter(|_| goes_to(request, &way.offer) && stands) {
            Some(kept) if *kept >= until => return Ok(()),
            Some(_) => {}
            None => self.take(way)?,
        }
        let held = OfferEvent::Held {
            request: way.request.clone(),
            until,
        };
        self.drafts.push(crate::offer::draft(&way.offer, held));
        Ok(())
    }

    /// Takes a bed that is free.
    fn take(&mut self, way: &Way) -> Result<(), Refusal> {
        let now = self.context.now;
        let offer = self.record.offer(&way.offer)?;
        let taken = self.taken.entry(way.offer.clone()).or_default();
        if offer.withdrawn.is_none() && i64::from(offer.free(now)) > *taken {
            *taken += 1;
            return Ok(());
        }
        let what = format!("no bed of offer {} is free any more", way.offer);
        // Planning again finds nothing else where a hospital has agreed to somebody whom the plan leaves out: then a person decides.
        let held = offer.held.iter().filter(|(_, until)| **until > now).map(|(id, _)| id);
        let left_out: Vec<&str> = offer
            .confirmed
            .iter()
            .chain(held)
            .filter(|id| self.outline.ways.iter().all(|way| way.request != **id))
            .map(RequestId::as_str)
            .collect();
        let remedy = if left_out.is_empty() {
            "plan again from what is known now".to_owned()
        } else {
            format!(
                "the plan leaves out {}, for whom a bed is kept there: take it back from them if the plan is right, or plan again",
                left_out.join(", ")
            )
        };
        Err(Refusal::new(Code::Full, what).remedy(remedy))
    }
}

fn goes_to(request: &Request, offer: &OfferId) -> bool {
    request.bed() == Some(offer)
}

/// Whether the patient is where the record says that the way ends: in the bed, or signed for.
const fn is_there(request: &Request) -> bool {
    matches!(request.state, State::Delivered(_) | State::HandedOver) || request.state.is_over()
}
