//! Patients, groups, bed offers as rows.

use airbridge_model::{BedOffer, Operation, Patient, Precedence};

use super::{RowWriter, Sheet, codes, feet, kilograms, minutes, states};
use crate::format::{BED_OFFERS, GROUPS, PATIENTS};

pub(crate) fn patients(operation: &Operation) -> Sheet {
    Sheet::of(&PATIENTS, &operation.patients, patient)
}

/// Fills the columns of `patients`.
pub(crate) fn patient(row: &mut RowWriter, patient: &Patient) {
    precedence(row, &patient.precedence);
    row.set("patient", &patient.id)
        .set("origin", &patient.origin)
        .set("ready_at", patient.ready_at)
        .maybe("collect_by", patient.collect_by)
        .set("classification", patient.classification.code())
        .set("mobility", patient.mobility.code())
        .set("critical_care", patient.critical_care.code())
        .set("dependency", patient.dependency.code())
        .flag("ventilated", patient.ventilated)
        .set("oxygen_l_per_min", patient.oxygen_l_per_min)
        .set("isolation", patient.isolation.code())
        .maybe("cabin_limit_ft", patient.cabin_limit.map(|limit| feet(limit.0)))
        .maybe("max_stops", patient.limits.max_stops)
        .maybe("max_flight_minutes", patient.limits.max_flight.map(minutes))
        .maybe("max_transit_minutes", patient.limits.max_transit.map(minutes))
        .flag("overnight", patient.limits.overnight)
        .set("medical_attendants", patient.attendants.medical)
        .set("other_attendants", patient.attendants.other)
        .maybe("group", patient.group.as_ref())
        .set("specialty", patient.specialty.code())
        .set("acceptable_specialties", codes(&patient.acceptable))
        .maybe("age_years", patient.age_years)
        .maybe("sex", patient.sex.map(airbridge_model::Sex::code))
        .maybe("weight_kg", patient.weight.map(kilograms))
        .flag("bariatric", patient.bariatric)
        .set("consent_states", states(&patient.consent.only))
        .set("refused_states", states(&patient.consent.refused))
        .maybe("destination", patient.destination.as_ref())
        .maybe("expected_stay_days", patient.expected_stay_days)
        .set("languages", patient.languages.join(" "));
}

/// Fills the columns of a precedence.
pub(crate) fn precedence(row: &mut RowWriter, precedence: &Precedence) {
    row.set("precedence_scheme", precedence.scheme.code())
        .set("precedence_code", &precedence.code)
        .set("clock_start_at", precedence.clock_start_at)
        .set("due_at", precedence.due_at)
        .maybe("latest_useful_at", precedence.latest_useful_at);
}

pub(crate) fn groups(operation: &Operation) -> Sheet {
    Sheet::of(&GROUPS, &operation.groups, |row, group| {
        row.set("group", &group.id)
            .set("unity", group.unity.code())
            .set("note", &group.note);
    })
}

pub(crate) fn offers(operation: &Operation) -> Sheet {
    Sheet::of(&BED_OFFERS, &operation.offers, offer)
}

/// Fills the columns of `bed_offers`.
pub(crate) fn offer(row: &mut RowWriter, offer: &BedOffer) {
    row.set("offer", &offer.id)
        .set("facility", &offer.facility)
        .set("specialty", offer.specialty.code())
        .set("beds", offer.beds)
        .set("from_on", offer.from)
        .set("to_on", offer.to)
        .maybe("expires_at", offer.expires_at)
        .set("status", offer.status.code())
        .maybe("age_from_years", offer.age_from)
        .maybe("age_to_years", offer.age_to)
        .maybe("sex", offer.sex.map(airbridge_model::Sex::code))
        .flag("isolation", offer.isolation)
        .maybe("companions", offer.companions)
        .maybe("stay_days", offer.stay_days)
        .set("conditions", &offer.conditions);
}
