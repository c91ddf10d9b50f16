//! What may be done with requests, from which state, and what follows. `docs/record.md` has the table.

use jiff::{SignedDuration, Timestamp};

use super::{Destination, Request, RequestEvent, State};
use crate::command::Context;
use crate::fact::{Draft, What};
use crate::ids::{MissionId, OfferId, OperationId, OrganisationId, RequestId};
use crate::offer::{self, OfferEvent};
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};
use crate::row::Row;

/// What may be asked.
#[derive(Clone, PartialEq, Debug)]
pub enum RequestCommand {
    /// Begin one.
    Create {
        /// In which operation.
        operation: OperationId,
        /// Whose patient.
        organisation: OrganisationId,
        /// Of table `patients`.
        row: Row,
        /// The request whose way home this is.
        return_of: Option<RequestId>,
        /// Open requests that look like the same patient, and which were looked at.
        seen: Vec<RequestId>,
    },
    /// Change what is said of the patient, before the patient is collected.
    Amend(Row),
    /// Hand it to the requesting authority.
    Submit {
        /// Consent, or another lawful basis.
        basis: String,
    },
    /// Send it back to the clinician.
    Return {
        /// Why.
        reason: String,
    },
    /// Agree.
    Endorse {
        /// Which criteria are met.
        criteria: String,
    },
    /// Declare fit to fly.
    Clear {
        /// In-flight conditions.
        conditions: String,
        /// It is worth nothing after this.
        valid_until: Timestamp,
    },
    /// Declare unfit for the time being.
    Defer {
        /// To be seen again by then.
        until: Timestamp,
        /// Why.
        reason: String,
    },
    /// Ask a hospital.
    Offer {
        /// For a bed of which offer.
        offer: OfferId,
        /// It answers by then.
        until: Timestamp,
    },
    /// Ask several hospitals at once.
    Broadcast {
        /// For a bed of which offers.
        offers: Vec<OfferId>,
        /// They answer by then.
        until: Timestamp,
    },
    /// Agree to take the patient, first of several who are asked.
    Take {
        /// With a bed of which offer.
        offer: OfferId,
    },
    /// Not agree to take the patient, one of several who are asked.
    Refuse {
        /// Whose offer.
        offer: OfferId,
        /// One of [`DECLINE_REASONS`].
        reason: String,
        /// In words.
        note: String,
    },
    /// Agree to take the patient.
    Accept,
    /// A destination outside the network has agreed, in words.
    AcceptOutside(String),
    /// Not agree to take the patient.
    Decline {
        /// One of [`DECLINE_REASONS`].
        reason: String,
        /// In words.
        note: String,
    },
    /// Take back a question that was not answered in time.
    Unplace {
        /// Why.
        reason: String,
    },
    /// Say that the patient has got worse or better.
    Assess(Row),
    /// Freeze the manifest.
    Manifest,
    /// Fetch from the ward.
    Collect {
        /// Two identifiers that were compared with the record.
        identifiers: String,
    },
    /// Take into a staging facility.
    Stage {
        /// Which.
        facility: String,
    },
    /// Take on board.
    Enplane {
        /// Of which mission.
        mission: MissionId,
        /// Two identifiers that were compared with the record.
        identifiers: String,
    },
    /// Take off the aircraft, on the way.
    Deplane {
        /// Where.
        airfield: String,
    },
    /// Confirm, at the origin, that the patient has left.
    ConfirmDeparture,
    /// Bring to a facility.
    Deliver {
        /// Which.
        facility: String,
        /// Two identifiers that were compared with the record.
        identifiers: String,
    },
    /// Sign for the patient.
    HandOver {
        /// To whom responsibility passes.
        signatory: String,
        /// How the patient is.
        condition: String,
        /// What papers came along.
        documents: String,
    },
    /// Say that nothing is left to do.
    Close,
    /// Withdraw.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Report that the patient has died.
    ReportDeath,
}

/// Why a hospital does not take a patient.
pub const DECLINE_REASONS: [&str; 8] = [
    "no-bed",
    "no-capability",
    // Multi-resistant germs, for which the ward is not prepared.
    "mdr",
    "cost",
    "language",
    "companion-limit",
    "legal",
    // With a note.
    "other",
];

pub(crate) fn decide(
    record: &Record,
    id: &RequestId,
    command: &RequestCommand,
    context: &Context<'_>,
) -> Result<Vec<Draft>, Refusal> {
    if let RequestCommand::Create {
        operation,
        organisation,
        row,
        return_of,
        seen,
    } = command
    {
        return create(record, id, (operation, organisation), row, return_of.as_ref(), seen);
    }
    let request = record.request(id)?;
    let step = Step {
        record,
        id,
        request,
        now: context.now,
    };
    let one = |event: RequestEvent| Ok(vec![step.draft(event)]);
    match command {
        RequestCommand::Create { .. } => unreachable!("handled above"),
        RequestCommand::Amend(row) => {
            if request.state.is_under_way() || request.state.is_over() || request.state == State::HandedOver {
                return Err(step
                    .wrong("be changed")
                    .remedy("what changes on the way is reported as an assessment"));
            }
            one(RequestEvent::Amended { row: row.clone() })
        }
        RequestCommand::Submit { basis } => {
            step.from(&["draft", "returned"], "be submitted")?;
            said(basis, "/basis", "consent or another lawful basis")?;
            for column in ["origin", "ready_at", "precedence_code", "specialty"] {
                said(request.row.text(column), &format!("/row/{column}"), column)?;
            }
            one(RequestEvent::Submitted { basis: basis.clone() })
        }
        RequestCommand::Return { reason } => {
            step.from(&["submitted", "endorsed"], "be returned")?;
            said(reason, "/reason", "the reason")?;
            one(RequestEvent::Returned { reason: reason.clone() })
        }
        RequestCommand::Endorse { criteria } => {
            step.from(&["submitted"], "be endorsed")?;
            if request.author == context.by.account {
                let what = "nobody endorses a request that they have written";
                return Err(Refusal::new(Code::Guard, what).remedy("ask somebody else of the requesting authority"));
            }
            one(RequestEvent::Endorsed {
                criteria: criteria.clone(),
            })
        }
        RequestCommand::Clear {
            conditions,
            valid_until,
        } => {
            if request.queued_at.is_none() || request.state.is_over() || request.state == State::HandedOver {
                return Err(step.wrong("be cleared"));
            }
            if *valid_until <= context.now {
                return Err(Refusal::new(Code::Invalid, "the clearance ends before it begins").field("/valid_until"));
            }
            let conditions = conditions.clone();
            one(RequestEvent::Cleared {
                conditions,
                valid_until: *valid_until,
            })
        }
        RequestCommand::Defer { until, reason } => {
            if request.queued_at.is_none() || request.state.is_under_way() || request.state.is_over() {
                return Err(step.wrong("be deferred"));
            }
            step.not_from(&["handed-over"], "be deferred")?;
            said(reason, "/reason", "the reason")?;
            if *until <= context.now {
                return Err(Refusal::new(Code::Invalid, "the deferral ends before it begins").field("/until"));
            }
            let mut drafts = vec![step.draft(RequestEvent::Deferred {
                until: *until,
                reason: reason.clone(),
            })];
            drafts.extend(step.release(reason));
            Ok(drafts)
        }
        RequestCommand::Offer { offer, until } => {
            step.from(&["cleared"], "be offered")?;
            step.fit()?;
            if *until <= context.now {
                return Err(Refusal::new(Code::Invalid, "the answer would be due in the past").field("/until"));
            }
            let held = offer::hold(record, offer, id, *until, context.now)?;
            let asked = RequestEvent::Offered {
                offer: offer.clone(),
                until: *until,
            };
            Ok(vec![step.draft(asked), held])
        }
        RequestCommand::Broadcast { offers, until } => broadcast(&step, offers, *until),
        RequestCommand::Take { offer } => take(&step, offer),
        RequestCommand::Refuse { offer, reason, note } => {
            asked(&step, offer)?;
            why_not(reason, note)?;
            one(RequestEvent::Declined {
                offer: offer.clone(),
                reason: reason.clone(),
                note: note.clone(),
            })
        }
        RequestCommand::Accept => accept(&step),
        RequestCommand::AcceptOutside(place) => {
            step.from(&["cleared"], "be accepted outside the network")?;
            step.fit()?;
            said(place, "/place", "the destination")?;
            one(RequestEvent::Accepted {
                destination: Destination::Outside(place.clone()),
            })
        }
        RequestCommand::Decline { reason, note } => decline(&step, reason, note),
        RequestCommand::Unplace { reason } => {
            step.from(&["offered"], "be taken back")?;
            let mut drafts = vec![step.draft(RequestEvent::Unplaced { reason: reason.clone() })];
            drafts.extend(step.release(reason));
            Ok(drafts)
        }
        RequestCommand::Assess(row) => {
            step.not_from(
                &["draft", "returned", "handed-over", "closed", "withdrawn", "died"],
                "be assessed",
            )?;
            one(RequestEvent::Assessed { row: row.clone() })
        }
        RequestCommand::Manifest => {
            step.from(&["planned"], "be put on a manifest")?;
            step.fit()?;
            one(RequestEvent::Manifested)
        }
        RequestCommand::Collect { identifiers } => {
            step.from(&["planned", "manifested"], "be collected")?;
            step.fit()?;
            two(identifiers)?;
            one(RequestEvent::Collected {
                identifiers: identifiers.clone(),
            })
        }
        RequestCommand::Stage { facility } => {
            step.from(&["collected", "in-transit"], "be staged")?;
            said(facility, "/facility", "the facility")?;
            one(RequestEvent::Staged {
                facility: facility.clone(),
            })
        }
        RequestCommand::Enplane { mission, identifiers } => {
            step.from(&["collected", "staged", "in-transit"], "be taken on board")?;
            two(identifiers)?;
            // One that is not there reads like one that takes nobody: whoever asks may see neither.
            let known = record.missions.get(mission);
            if known.is_none_or(|known| known.operation != request.operation || known.is_over()) {
                return Err(Refusal::new(Code::Guard, format!("mission {mission} takes nobody")).field("/mission"));
            }
            one(RequestEvent::Enplaned {
                mission: mission.clone(),
                identifiers: identifiers.clone(),
            })
        }
        RequestCommand::Deplane { airfield } => {
            step.from(&["enplaned"], "be taken off")?;
            said(airfield, "/airfield", "the airfield")?;
            one(RequestEvent::Deplaned {
                airfield: airfield.clone(),
            })
        }
        RequestCommand::ConfirmDeparture => {
            if !request.state.is_under_way() || request.departure_confirmed {
                return Err(step.wrong("have the departure confirmed"));
            }
            one(RequestEvent::DepartureConfirmed)
        }
        RequestCommand::Deliver { facility, identifiers } => deliver(&step, facility, identifiers),
        RequestCommand::HandOver {
            signatory,
            condition,
            documents,
        } => {
            step.from(&["delivered", "diverted"], "be handed over")?;
            said(signatory, "/signatory", "the name of who signs")?;
            said(condition, "/condition", "the condition")?;
            one(RequestEvent::HandedOver {
                signatory: signatory.clone(),
                condition: condition.clone(),
                documents: documents.clone(),
            })
        }
        RequestCommand::Close => {
            step.from(&["handed-over"], "be closed")?;
            if !request.departure_confirmed {
                let what = "the origin has not confirmed that the patient left: both ends confirm a transfer";
                return Err(Refusal::new(Code::Guard, what).remedy("let the origin confirm the departure"));
            }
            one(RequestEvent::Closed)
        }
        RequestCommand::Withdraw { reason } => {
            said(reason, "/reason", "the reason")?;
            if request.state.is_under_way() || request.state.is_over() || request.state == State::HandedOver {
                return Err(step.wrong("be withdrawn"));
            }
            let mut drafts = vec![step.draft(RequestEvent::Withdrawn { reason: reason.clone() })];
            drafts.extend(step.release(reason));
            Ok(drafts)
        }
        RequestCommand::ReportDeath => {
            step.not_from(&["closed", "withdrawn", "died"], "be reported dead")?;
            let mut drafts = vec![step.draft(RequestEvent::Died)];
            drafts.extend(step.release("the patient has died"));
            Ok(drafts)
        }
    }
}

/// A step of one request.
struct Step<'s> {
    record: &'s Record,
    id: &'s RequestId,
    request: &'s Request,
    now: Timestamp,
}

impl Step<'_> {
    fn draft(&self, event: RequestEvent) -> Draft {
        draft(self.id, event)
    }

    fn wrong(&self, what: &str) -> Refusal {
        let state = self.request.state.word();
        Refusal::new(Code::State, format!("a request that is {state} cannot {what}"))
    }

    fn from(&self, states: &[&str], what: &str) -> Result<(), Refusal> {
        if states.contains(&self.request.state.word()) {
            return Ok(());
        }
        Err(self.wrong(what).remedy(format!("it has to be {}", states.join(" or "))))
    }

    fn not_from(&self, states: &[&str], what: &str) -> Result<(), Refusal> {
        if states.contains(&self.request.state.word()) {
            return Err(self.wrong(what));
        }
        Ok(())
    }

    /// Refuses where no clearance of a flight surgeon holds now.
    fn fit(&self) -> Result<(), Refusal> {
        if self
            .request
            .fitness
            .as_ref()
            .is_some_and(|fitness| fitness.valid_until > self.now)
        {
            return Ok(());
        }
        let what = "the flight surgeon's clearance has run out";
        Err(Refusal::new(Code::Guard, what).remedy("let the flight surgeon see the patient again"))
    }

    /// The bed is free again, if there is one that nobody lies in.
    fn release(&self, reason: &str) -> Option<Draft> {
        let offer = self.request.bed()?.clone();
        let known = self.record.offers.get(&offer)?;
        if !known.held.contains_key(self.id) && !known.confirmed.contains(self.id) {
            return None;
        }
        let released = OfferEvent::Released {
            request: self.id.clone(),
            reason: reason.to_owned(),
        };
        Some(Draft {
            stream: offer.stream(),
            what: What::Offer(released),
        })
    }
}

pub(crate) fn draft(id: &RequestId, event: RequestEvent) -> Draft {
    Draft {
        stream: id.stream(),
        what: What::Request(event),
    }
}

fn create(
    record: &Record,
    id: &RequestId,
    (operation, organisation): (&OperationId, &OrganisationId),
    row: &Row,
    return_of: Option<&RequestId>,
    seen: &[RequestId],
) -> Result<Vec<Draft>, Refusal> {
    if record.requests.contains_key(id) {
        return Err(Refusal::new(Code::Exists, format!("there is a request {id} already")).field("/id"));
    }
    record.operation(operation)?;
    let alike: Vec<RequestId> = record.duplicates(operation, organisation, row);
    let unseen: Vec<&str> = alike
        .iter()
        .filter(|id| !seen.contains(id))
        .map(RequestId::as_str)
        .collect();
    if !unseen.is_empty() {
        let what = format!("open requests look like the same patient: {}", unseen.join(", "));
        return Err(Refusal::new(Code::Exists, what)
            .remedy("look at them; if it is another patient, name them in `seen`")
            .field("/seen"));
    }
    let created = RequestEvent::Created {
        operation: operation.clone(),
        organisation: organisation.clone(),
        row: return_of.map_or_else(|| row.clone(), |earlier| from_the_hospital(record, earlier, row)),
        return_of: return_of.cloned(),
    };
    let mut drafts = vec![draft(id, created)];
    if let Some(earlier) = return_of {
        let known = record.request(earlier)?;
        if !matches!(known.state, State::HandedOver | State::Closed) || known.returned_by.is_some() {
            let what = format!("request {earlier} is not at its destination, or on its way home already");
            return Err(Refusal::new(Code::State, what).field("/return_of"));
        }
        drafts.push(draft(earlier, RequestEvent::ReturnRequested { request: id.clone() }));
    }
    Ok(drafts)
}

/// Asks several hospitals. No bed is kept: the first to agree has one, if it is still free.
fn broadcast(step: &Step<'_>, offers: &[OfferId], until: Timestamp) -> Result<Vec<Draft>, Refusal> {
    step.from(&["cleared"], "be offered")?;
    step.fit()?;
    if until <= step.now {
        return Err(Refusal::new(Code::Invalid, "the answer would be due in the past").field("/until"));
    }
    let mut asked: Vec<OfferId> = Vec::new();
    for (at, offer) in offers.iter().enumerate() {
        let field = format!("/offers/{at}");
        if asked.contains(offer) {
            return Err(Refusal::new(Code::Invalid, format!("offer {offer} is asked twice")).field(field));
        }
        let known = step
            .record
            .offer(offer)
            .map_err(|refusal| refusal.field(field.clone()))?;
        if known.operation != step.request.operation {
            return Err(Refusal::new(Code::Unknown, format!("the operation has no offer {offer}")).field(field));
        }
        offer::can_hold(step.record, offer, step.now).map_err(|refusal| refusal.field(field))?;
        asked.push(offer.clone());
    }
    if asked.is_empty() {
        return Err(Refusal::new(Code::Invalid, "nobody is asked")
            .remedy("name at least one offer")
            .field("/offers"));
    }
    Ok(vec![step.draft(RequestEvent::Broadcast { offers: asked, until })])
}

/// Whether a hospital is one of several that are asked.
fn asked(step: &Step<'_>, offer: &OfferId) -> Result<(), Refusal> {
    match &step.request.state {
        State::Broadcast { offers, .. } if offers.contains(offer) => Ok(()),
        State::Broadcast { .. } => Err(Refusal::new(Code::State, "the hospital has answered, or was not asked")),
        _ => Err(step
            .wrong("be answered for")
            .remedy("another hospital may have been faster")),
    }
}

/// The first of several to agree.
fn take(step: &Step<'_>, offer: &OfferId) -> Result<Vec<Draft>, Refusal> {
    asked(step, offer)?;
    offer::can_hold(step.record, offer, step.now)?;
    let destination = Destination::Offer(offer.clone());
    let confirmed = OfferEvent::Confirmed {
        request: step.id.clone(),
    };
    Ok(vec![
        step.draft(RequestEvent::Accepted { destination }),
        offer::draft(offer, confirmed),
    ])
}

/// Refuses a reason that there is not.
fn why_not(reason: &str, note: &str) -> Result<(), Refusal> {
    if !DECLINE_REASONS.contains(&reason) {
        let remedy = format!("one of {}", DECLINE_REASONS.join(", "));
        return Err(Refusal::new(Code::Invalid, "there is no such reason")
            .remedy(remedy)
            .field("/reason"));
    }
    if reason == "other" {
        said(note, "/note", "what else it is")?;
    }
    Ok(())
}

fn accept(step: &Step<'_>) -> Result<Vec<Draft>, Refusal> {
    step.from(&["offered", "planned"], "be accepted")?;
    let Some(offer) = step.request.bed().cloned() else {
        return Err(step.wrong("be accepted by a hospital"));
    };
    let known = step.record.offer(&offer)?;
    let Some(until) = known.held.get(step.id) else {
        return Err(Refusal::new(Code::State, "it is accepted already"));
    };
    if *until <= step.now && known.free(step.now) == 0 {
        let what = format!("the bed of offer {offer} was kept until {until}, and another patient has it");
        return Err(Refusal::new(Code::Full, what).remedy("make an offer of another bed"));
    }
    let accepted = RequestEvent::Accepted {
        destination: Destination::Offer(offer.clone()),
    };
    let confirmed = OfferEvent::Confirmed {
        request: step.id.clone(),
    };
    Ok(vec![
        step.draft(accepted),
        Draft {
            stream: offer.stream(),
            what: What::Offer(confirmed),
        },
    ])
}

fn decline(step: &Step<'_>, reason: &str, note: &str) -> Result<Vec<Draft>, Refusal> {
    step.from(&["offered", "accepted", "planned", "manifested"], "be declined")?;
    why_not(reason, note)?;
    let Some(offer) = step.request.bed().cloned() else {
        return Err(step.wrong("be declined by a hospital"));
    };
    let declined = RequestEvent::Declined {
        offer,
        reason: reason.to_owned(),
        note: note.to_owned(),
    };
    let mut drafts = vec![step.draft(declined)];
    drafts.extend(step.release(reason));
    Ok(drafts)
}

fn deliver(step: &Step<'_>, facility: &str, identifiers: &str) -> Result<Vec<Draft>, Refusal> {
    step.from(
        &["enplaned", "in-transit", "staged", "collected", "diverted"],
        "be delivered",
    )?;
    said(facility, "/facility", "the facility")?;
    two(identifiers)?;
    let offer = match &step.request.destination {
        Some(Destination::Offer(offer)) => Some(offer),
        _ => None,
    };
    let planned = offer.and_then(|offer| step.record.offers.get(offer));
    let as_planned = match (&step.request.destination, planned) {
        (_, Some(offer)) => offer.row.text("facility") == facility,
        (Some(Destination::Outside(place)), None) => place == facility,
        _ => false,
    };
    let delivered = RequestEvent::Delivered {
        facility: facility.to_owned(),
        identifiers: identifiers.to_owned(),
        as_planned,
    };
    let mut drafts = vec![step.draft(delivered)];
    if let Some(offer) = offer {
        let request = step.id.clone();
        if as_planned {
            drafts.push(Draft {
                stream: offer.stream(),
                what: What::Offer(OfferEvent::Consumed { request }),
            });
        } else {
            drafts.extend(step.release("delivered elsewhere"));
        }
    }
    Ok(drafts)
}

/// The row of a way home: it begins where the patient was brought, unless it says otherwise.
fn from_the_hospital(record: &Record, earlier: &RequestId, row: &Row) -> Row {
    let known = record.requests.get(earlier);
    let facility = known.and_then(|known| {
        let offer = known.bed().and_then(|bed| record.offers.get(bed));
        let planned = || offer.map(|offer| offer.row.text("facility").to_owned());
        known.delivered_to.clone().or_else(planned)
    });
    match facility {
        Some(facility) => Row::from([("origin", facility.as_str())]).with(row),
        None => row.clone(),
    }
}

/// How long a hospital has to answer where nobody says otherwise. Synthetic.
pub(crate) const HOLD: SignedDuration = SignedDuration::from_hours(24);

/// Two identifiers, separated by a comma or a semicolon, and not the same.
fn two(identifiers: &str) -> Result<(), Refusal> {
    let mut parts: Vec<&str> = identifiers
        .split([',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.sort_unstable();
    parts.dedup();
    if parts.len() >= 2 {
        return Ok(());
    }
    Err(
        Refusal::new(Code::Guard, "two identifiers have to be compared with the record")
            .remedy("name which two, such as `pseudonym, date of birth`")
            .field("/identifiers"),
    )
}
