//! Hospitals are asked, and answer.

use jiff::{SignedDuration, Timestamp};

use super::step::Step;
use super::{Destination, RequestEvent, State};
use crate::fact::{Draft, What};
use crate::ids::OfferId;
use crate::offer::{self, OfferEvent};
use crate::refusal::{Code, Refusal, said};

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

/// How long a hospital has to answer where nobody says otherwise. Synthetic.
pub(crate) const HOLD: SignedDuration = SignedDuration::from_hours(24);

/// Asks several hospitals. No bed is kept: the first to agree has one, if it is still free.
pub(super) fn broadcast(step: &Step<'_>, offers: &[OfferId], until: Timestamp) -> Result<Vec<Draft>, Refusal> {
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
pub(super) fn asked(step: &Step<'_>, offer: &OfferId) -> Result<(), Refusal> {
    match &step.request.state {
        State::Broadcast { offers, .. } if offers.contains(offer) => Ok(()),
        State::Broadcast { .. } => Err(Refusal::new(Code::State, "the hospital has answered, or was not asked")),
        _ => Err(step
            .wrong("be answered for")
            .remedy("another hospital may have been faster")),
    }
}

/// The first of several to agree.
pub(super) fn take(step: &Step<'_>, offer: &OfferId) -> Result<Vec<Draft>, Refusal> {
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
pub(super) fn why_not(reason: &str, note: &str) -> Result<(), Refusal> {
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

pub(super) fn accept(step: &Step<'_>) -> Result<Vec<Draft>, Refusal> {
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

pub(super) fn decline(step: &Step<'_>, reason: &str, note: &str) -> Result<Vec<Draft>, Refusal> {
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
