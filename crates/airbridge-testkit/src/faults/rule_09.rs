//! Faults of rule 9: destinations.

use airbridge_model::{BedOffer, Facility, Isolation, Journey, OfferStatus, Operation, Plan, Sex, Specialty};

use super::{faults, pick};
use crate::dice::Dice;

faults! { Destination:
    "offer-withdrawn", "R09/offer-not-open",
        "an offer that is used is taken back", offer_withdrawn;
    "offer-run-out", "R09/offer-expired",
        "an offer that is used ran out a minute before planning", offer_run_out;
    "offer-ends-early", "R09/outside-offer",
        "an offer ends the day before a patient arrives", offer_ends_early;
    "no-beds", "R09/too-few-beds",
        "an offer that is used has no beds", no_beds;
    "nobody-received", "R09/too-many-arrivals",
        "a facility receives nobody on any day", nobody_received;
    "admission-on-another-day", "R09/outside-admission-hours",
        "a facility admits only three days later in the week", admission_on_another_day;
    "consent-refused", "R09/no-consent",
        "a patient does not agree to the state of the facility", consent_refused;
    "declined", "R09/declined",
        "the facility has declined a patient", declined;
    "accepted-elsewhere", "R09/not-the-destination",
        "another facility has accepted a patient by name", accepted_elsewhere;
    "other-specialty", "R09/wrong-specialty",
        "a patient needs another specialty, and no other will do", other_specialty;
    "too-young", "R09/wrong-age",
        "an offer is for those older than the patient", too_young;
    "age-unknown", "R09/wrong-age",
        "an offer has an age limit, and the patient's age is not known", age_unknown;
    "other-sex", "R09/wrong-sex",
        "an offer is for the other sex", other_sex;
    "no-isolation", "R09/no-isolation-bed",
        "a patient who needs isolation is in a bed of an offer without", no_isolation;
    "companions", "R09/too-many-companions",
        "a patient has one companion more than the offer takes", companions;
}

/// A journey with its offer.
fn bound<'o, 'p>(
    operation: &'o mut Operation,
    plan: &'p Plan,
    dice: &mut Dice,
) -> Option<(&'p Journey, &'o mut BedOffer)> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    Some((journey, pick::offer(operation, &journey.offer)?))
}

/// A journey with its receiving facility.
fn received<'o, 'p>(
    operation: &'o mut Operation,
    plan: &'p Plan,
    dice: &mut Dice,
) -> Option<(&'p Journey, &'o mut Facility)> {
    let (journey, offer) = bound(operation, plan, dice)?;
    let id = offer.facility.clone();
    Some((journey, pick::facility(operation, &id)?))
}

fn declined(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, facility) = received(operation, plan, dice)?;
    let (patient, facility) = (journey.patient.clone(), facility.id.clone());
    operation.declined.entry(patient).or_default().insert(facility);
    Some(())
}

fn offer_withdrawn(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    bound(operation, plan, dice)?.1.status = OfferStatus::Withdrawn;
    Some(())
}

fn offer_run_out(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let ran_out = pick::later(operation.planned_at, -1);
    bound(operation, plan, dice)?.1.expires_at = Some(ran_out);
    Some(())
}

fn offer_ends_early(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, facility) = received(operation, plan, dice)?;
    let day = facility.zone.to_datetime(journey.arrives_at).date();
    pick::offer(operation, &journey.offer)?.to = day.yesterday().ok()?;
    Some(())
}

fn no_beds(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, offer) = bound(operation, plan, dice)?;
    offer.beds = 0;
    let offer = offer.clone();
    let patient = pick::traveller(operation, journey)?.clone();
    (operation.stay_days(Some(&patient), &offer) > 0).then_some(())
}

fn nobody_received(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    received(operation, plan, dice)?.1.receives_per_day = Some(0);
    Some(())
}

fn admission_on_another_day(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, facility) = received(operation, plan, dice)?;
    facility.admission_hours = pick::not_that_day(journey.arrives_at, &facility.zone);
    Some(())
}

fn consent_refused(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, facility) = received(operation, plan, dice)?;
    let state = facility.state.clone();
    pick::traveller(operation, journey)?.consent.refused.push(state);
    Some(())
}

fn accepted_elsewhere(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, facility) = received(operation, plan, dice)?;
    let there = facility.id.clone();
    let other = operation.facilities.iter().find(|other| other.id != there)?.id.clone();
    pick::traveller(operation, journey)?.destination = Some(other);
    Some(())
}

fn other_specialty(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, offer) = bound(operation, plan, dice)?;
    let there = offer.specialty;
    let others = Specialty::ALL.iter().copied().filter(|&other| other != there);
    let needed = pick::one(others, dice)?;
    let patient = pick::traveller(operation, journey)?;
    patient.specialty = needed;
    patient.acceptable.clear();
    Some(())
}

fn too_young(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let age = pick::traveller(operation, journey)?.age_years?;
    pick::offer(operation, &journey.offer)?.age_from = Some(age + 1);
    Some(())
}

fn age_unknown(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, offer) = bound(operation, plan, dice)?;
    offer.age_to.get_or_insert(120);
    pick::traveller(operation, journey)?.age_years = None;
    Some(())
}

fn other_sex(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let other = match pick::traveller(operation, journey)?.sex {
        Some(Sex::Male) => Sex::Female,
        Some(Sex::Female) | None => Sex::Male,
    };
    pick::offer(operation, &journey.offer)?.sex = Some(other);
    Some(())
}

fn no_isolation(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (journey, offer) = bound(operation, plan, dice)?;
    offer.isolation = false;
    let patient = pick::traveller(operation, journey)?;
    if patient.isolation == Isolation::None {
        patient.isolation = Isolation::Contact;
    }
    Some(())
}

fn companions(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let journey = &plan.journeys[pick::journey(plan, dice)?];
    let others = &mut pick::traveller(operation, journey)?.attendants.other;
    *others = (*others).max(1);
    let taken = *others - 1;
    pick::offer(operation, &journey.offer)?.companions = Some(taken);
    Some(())
}
