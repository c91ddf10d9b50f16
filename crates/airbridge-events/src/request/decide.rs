//! What may be done with requests, from which state, and what follows. `docs/record.md` has the table.

use jiff::Timestamp;

use super::answer::{accept, asked, broadcast, decline, take, why_not};
use super::create::create;
use super::deliver::deliver;
use super::step::{Step, two};
use super::{Destination, RequestEvent, State};
use crate::command::Context;
use crate::fact::{Draft, What};
use crate::ids::{MissionId, OfferId, OperationId, OrganisationId, RequestId};
use crate::offer;
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
        /// One of [`DECLINE_REASONS`](super::DECLINE_REASONS).
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
        /// One of [`DECLINE_REASONS`](super::DECLINE_REASONS).
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
        happened_at: context.happened_at,
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
            step.asked_for("be cleared")?;
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
            if request.state.is_under_way() {
                return Err(step.wrong("be deferred"));
            }
            step.asked_for("be deferred")?;
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
            step.from(&["offered", "accepted", "planned", "manifested"], "be taken back")?;
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
            // Also once the patient is signed for: without it the transfer would never be over.
            if !request.state.is_under_way() && request.state != State::HandedOver {
                return Err(step.wrong("have the departure confirmed"));
            }
            if request.departure_confirmed {
                return Err(Refusal::new(Code::State, "the departure is confirmed already"));
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
            let mut drafts = vec![step.draft(RequestEvent::HandedOver {
                signatory: signatory.clone(),
                condition: condition.clone(),
                documents: documents.clone(),
            })];
            // Signed for elsewhere, the patient needs no other bed.
            drafts.extend(step.release("signed for elsewhere"));
            Ok(drafts)
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

pub(crate) fn draft(id: &RequestId, event: RequestEvent) -> Draft {
    Draft {
        stream: id.stream(),
        what: What::Request(event),
    }
}
