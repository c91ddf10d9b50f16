//! Rule 9: capability, consent, an open offer with a free bed on the day, the reception limit.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Facility, Isolation, Journey, OfferStatus, Patient, Rule};
use airbridge_units::{FacilityId, OfferId};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::checker::Context;
use crate::instant::{day_number, local_date};
use crate::opening::hours_hold;
use crate::report::Report;
use crate::sweep::Sweep;

const RULE: Rule = Rule::Destination;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    let mut beds: BTreeMap<&OfferId, Sweep> = BTreeMap::new();
    let mut received: BTreeMap<(&FacilityId, Date), u32> = BTreeMap::new();
    // Those who are there, or on the last road, by the same.
    let mut settled: BTreeMap<(&FacilityId, Date), u32> = BTreeMap::new();
    for &(patient, journey) in context.journeys.values() {
        let place = || format!("patient {}, offer {}", patient.id, journey.offer);
        let Some(offer) = context.index.offer(&journey.offer) else {
            report.add(RULE, "unknown-offer", place(), "not an offer of the operation");
            continue;
        };
        let there = context.past.is_settled(&patient.id);
        if !there {
            open(context, offer, &place(), report);
            suits(offer, patient, &place(), report);
        }
        let Some(facility) = context.index.facility(&offer.facility) else {
            report.add(
                RULE,
                "unknown-facility",
                place(),
                format!("facility {} is not in the operation", offer.facility),
            );
            continue;
        };
        if !there && !patient.consent.allows(&facility.state) {
            report.add(
                RULE,
                "no-consent",
                place(),
                format!(
                    "facility {} is in {}, where the patient does not agree to go",
                    facility.id, facility.state
                ),
            );
        }
        if !there && context.operation.has_declined(&patient.id, &facility.id) {
            let what = format!("facility {} has declined the patient", facility.id);
            report.add(RULE, "declined", place(), what);
        }
        if let Some(only) = patient
            .destination
            .as_ref()
            .filter(|only| !there && **only != facility.id)
        {
            report.add(
                RULE,
                "not-the-destination",
                place(),
                format!(
                    "the patient is to go to {only} and nowhere else, not to {}",
                    facility.id
                ),
            );
        }
        let day = local_date(journey.arrives_at, &facility.zone);
        *received.entry((&facility.id, day)).or_default() += 1;
        if there {
            *settled.entry((&facility.id, day)).or_default() += 1;
        } else {
            arrival(offer, facility, journey, &place(), report);
        }
        let stay = patient
            .expected_stay_days
            .or(offer.stay_days)
            .unwrap_or(context.operation.policy.default_stay_days);
        let (first, last) = (day_number(offer.from), day_number(offer.to));
        let in_bed = day_number(day);
        // What lies behind cannot be asked for beds that were withdrawn since.
        let today = context
            .past
            .so_far
            .map_or(first, |_| day_number(local_date(context.past.now, &facility.zone)));
        beds.entry(&offer.id)
            .or_default()
            .add(in_bed.max(first).max(today), (in_bed + i64::from(stay)).min(last + 1));
    }
    for (id, beds) in beds {
        if let Some(offer) = context.index.offer(id) {
            too_many_in_beds(offer, &beds, report);
        }
    }
    for ((id, day), count) in received {
        let most = context
            .index
            .facility(id)
            .and_then(|facility| facility.receives_per_day)
            .or(context.operation.policy.default_receives_per_day);
        let behind = settled.get(&(id, day)).copied().unwrap_or(0);
        if let Some(most) = most
            && count > most.max(behind)
        {
            report.add(
                RULE,
                "too-many-arrivals",
                format!("facility {id}, {day}"),
                format!("{count} patients arrive, {most} are received"),
            );
        }
    }
}

/// The offer stands and had not run out when the plan was made.
fn open(context: &Context<'_>, offer: &BedOffer, place: &str, report: &mut Report) {
    if offer.status != OfferStatus::Open {
        report.add(RULE, "offer-not-open", place, format!("the offer is {}", offer.status));
    }
    if let Some(expires) = offer.expires_at
        && expires < context.operation.planned_at
    {
        report.add(
            RULE,
            "offer-expired",
            place,
            format!("ran out at {expires}, planned at {}", context.operation.planned_at),
        );
    }
}

/// Specialty, age, sex, isolation and companions fit the offer.
fn suits(offer: &BedOffer, patient: &Patient, place: &str, report: &mut Report) {
    let mut add = |slug: &str, what: String| report.add(RULE, slug, place, what);
    if offer.specialty != patient.specialty && !patient.acceptable.contains(&offer.specialty) {
        add(
            "wrong-specialty",
            format!("beds for {}, the patient needs {}", offer.specialty, patient.specialty),
        );
    }
    let too_young = offer
        .age_from
        .is_some_and(|least| patient.age_years.is_none_or(|age| age < least));
    let too_old = offer
        .age_to
        .is_some_and(|most| patient.age_years.is_none_or(|age| age > most));
    if too_young || too_old {
        let age = patient.age_years.map_or("unknown".to_owned(), |age| age.to_string());
        let bound = |age: Option<u32>| age.map_or("any".to_owned(), |age| age.to_string());
        add(
            "wrong-age",
            format!(
                "age {age}, the offer is for {} to {}",
                bound(offer.age_from),
                bound(offer.age_to)
            ),
        );
    }
    if let Some(sex) = offer.sex
        && patient.sex != Some(sex)
    {
        let own = patient.sex.map_or("unknown", airbridge_model::Sex::code);
        add("wrong-sex", format!("sex {own}, the offer is for {sex} patients"));
    }
    if patient.isolation != Isolation::None && !offer.isolation {
        add(
            "no-isolation-bed",
            format!("{} isolation needed, the offer has none", patient.isolation),
        );
    }
    if let Some(most) = offer.companions
        && patient.attendants.other > most
    {
        add(
            "too-many-companions",
            format!("{} companions, {most} are taken", patient.attendants.other),
        );
    }
}

/// On a day of the offer and in the hours of admission.
fn arrival(offer: &BedOffer, facility: &Facility, journey: &Journey, place: &str, report: &mut Report) {
    let local = facility.zone.to_datetime(journey.arrives_at);
    if local.date() < offer.from || local.date() > offer.to {
        report.add(
            RULE,
            "outside-offer",
            place,
            format!(
                "arrives on {}, the offer is from {} to {}",
                local.date(),
                offer.from,
                offer.to
            ),
        );
    }
    if !hours_hold(
        &facility.admission_hours,
        &facility.zone,
        journey.arrives_at,
        journey.arrives_at,
    ) {
        report.add(
            RULE,
            "outside-admission-hours",
            place,
            format!(
                "arrives at {local} local time, {} admits in {}",
                facility.id, facility.admission_hours
            ),
        );
    }
}

fn too_many_in_beds(offer: &BedOffer, beds: &Sweep, report: &mut Report) {
    for excess in beds.beyond(offer.beds) {
        // Days between the first and last of the offer, so they are days of the calendar.
        let date = |day: i64| {
            let from = day - day_number(offer.from);
            offer.from.checked_add(from.days()).unwrap_or(offer.from)
        };
        report.add(
            RULE,
            "too-few-beds",
            format!("offer {}, {} to {}", offer.id, date(excess.from), date(excess.to - 1)),
            format!("{} patients in {} beds", excess.most, offer.beds),
        );
    }
}
