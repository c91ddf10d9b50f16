//! CSV files for people with spreadsheets: a manifest per mission, itineraries, those left out, use of beds.
//!
//! UTF-8 with a byte-order mark, which Excel needs; lines end in CR LF. A text from the tables that a spreadsheet would take for a
//! formula gets an apostrophe in front.

use std::collections::BTreeMap;

use airbridge_model::{Isolation, Mission, Operation, Plan, Step};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::beds::bed_use;
use crate::care;
use crate::facts::{Facts, riders};
use crate::markup::slug;
use crate::sheet::Sheet;
use crate::times::local_iso;

/// The files by name: `manifest-<mission>.csv`, `itineraries.csv`, `left_out.csv`, `beds.csv`.
pub fn manifests(operation: &Operation, plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let facts = Facts::new(operation, plan);
    let mut files: BTreeMap<String, Vec<u8>> = plan
        .missions
        .iter()
        .map(|mission| {
            (
                format!("manifest-{}.csv", slug(mission.id.as_str())),
                manifest(&facts, mission),
            )
        })
        .collect();
    files.insert("itineraries.csv".to_owned(), itineraries(&facts));
    files.insert("left_out.csv".to_owned(), left_out(&facts));
    files.insert("beds.csv".to_owned(), beds(&facts));
    files
}

fn at(instant: Option<Timestamp>) -> String {
    instant.map_or_else(String::new, |instant| instant.to_string())
}

fn local(instant: Option<Timestamp>, zone: &TimeZone) -> String {
    instant.map_or_else(String::new, |instant| local_iso(instant, zone))
}

fn manifest(facts: &Facts<'_>, mission: &Mission) -> Vec<u8> {
    let mut sheet = Sheet::new(&[
        "mission",
        "aircraft",
        "configuration",
        "patient",
        "precedence",
        "place",
        "mobility",
        "group",
        "boards_airfield",
        "loading_from_utc",
        "loading_from_local",
        "off_block_utc",
        "leaves_airfield",
        "on_block_utc",
        "unloaded_utc",
        "unloaded_local",
        "care",
        "dependency",
        "oxygen_l_per_min",
        "isolation",
        "cabin_limit_ft",
        "medical_attendants",
        "other_attendants",
        "destination_facility",
        "destination_name",
    ]);
    for rider in riders(mission) {
        let (boards, leaves) = (&mission.stops[rider.boards], &mission.stops[rider.leaves]);
        let patient = facts.index.patient(rider.patient);
        let of = |value: fn(&airbridge_model::Patient) -> String| patient.map_or_else(String::new, value);
        let offer = facts
            .journey(rider.patient)
            .and_then(|journey| facts.index.offer(&journey.offer));
        sheet.row([
            mission.id.to_string(),
            mission.aircraft.to_string(),
            mission.configuration.to_string(),
            rider.patient.to_string(),
            of(|patient| patient.precedence.code.clone()),
            of(|patient| care::place(patient).to_owned()),
            of(|patient| patient.mobility.to_string()),
            of(|patient| patient.group.as_ref().map_or_else(String::new, ToString::to_string)),
            boards.airfield.to_string(),
            at(boards.loading_from),
            local(boards.loading_from, &facts.field_zone(&boards.airfield)),
            at(boards.off_block_at),
            leaves.airfield.to_string(),
            at(leaves.on_block_at),
            at(leaves.unloaded_at),
            local(leaves.unloaded_at, &facts.field_zone(&leaves.airfield)),
            of(|patient| care::care(patient).to_owned()),
            of(|patient| patient.dependency.to_string()),
            of(|patient| patient.oxygen_l_per_min.to_string()),
            of(|patient| match patient.isolation {
                Isolation::None => String::new(),
                isolation => isolation.to_string(),
            }),
            of(|patient| {
                patient
                    .cabin_limit
                    .map_or_else(String::new, |limit| limit.0.get().to_string())
            }),
            of(|patient| patient.attendants.medical.to_string()),
            of(|patient| patient.attendants.other.to_string()),
            offer.map_or_else(String::new, |offer| offer.facility.to_string()),
            offer.map_or_else(String::new, |offer| facts.facility_name(&offer.facility)),
        ]);
    }
    sheet.finish()
}

fn itineraries(facts: &Facts<'_>) -> Vec<u8> {
    let mut sheet = Sheet::new(&[
        "patient",
        "step",
        "kind",
        "from_place",
        "to_place",
        "mission",
        "from_utc",
        "from_local",
        "to_utc",
        "to_local",
        "offer",
        "on_time",
    ]);
    for journey in &facts.plan.journeys {
        for (index, step) in journey.steps.iter().enumerate() {
            let (from, to) = step.span();
            let (kind, from_place, to_place, mission, from_zone, to_zone) = match step {
                Step::ToField { facility, airfield, .. } => (
                    "to-field",
                    facility.to_string(),
                    airfield.to_string(),
                    String::new(),
                    facts.facility_zone(facility),
                    facts.field_zone(airfield),
                ),
                Step::FromField { airfield, facility, .. } => (
                    "from-field",
                    airfield.to_string(),
                    facility.to_string(),
                    String::new(),
                    facts.field_zone(airfield),
                    facts.facility_zone(facility),
                ),
                Step::Stay { facility, .. } => (
                    "stay",
                    facility.to_string(),
                    facility.to_string(),
                    String::new(),
                    facts.facility_zone(facility),
                    facts.facility_zone(facility),
                ),
                Step::Lift {
                    mission,
                    boards_at_stop,
                    leaves_at_stop,
                    ..
                } => {
                    let field = |stop: usize| {
                        facts
                            .mission(mission)
                            .and_then(|mission| mission.stops.get(stop))
                            .map(|stop| &stop.airfield)
                    };
                    let zone = |stop| field(stop).map_or(TimeZone::UTC, |field| facts.field_zone(field));
                    let name = |stop| field(stop).map_or_else(String::new, ToString::to_string);
                    (
                        "lift",
                        name(*boards_at_stop),
                        name(*leaves_at_stop),
                        mission.to_string(),
                        zone(*boards_at_stop),
                        zone(*leaves_at_stop),
                    )
                }
            };
            sheet.row([
                journey.patient.to_string(),
                (index + 1).to_string(),
                kind.to_owned(),
                from_place,
                to_place,
                mission,
                from.to_string(),
                local_iso(from, &from_zone),
                to.to_string(),
                local_iso(to, &to_zone),
                journey.offer.to_string(),
                if journey.on_time { "yes" } else { "no" }.to_owned(),
            ]);
        }
    }
    sheet.finish()
}

/// One row for each alternative; a patient without a named alternative has one row.
fn left_out(facts: &Facts<'_>) -> Vec<u8> {
    let mut sheet = Sheet::new(&[
        "patient",
        "summary",
        "alternative",
        "offer",
        "rule",
        "rule_title",
        "reason",
    ]);
    for left_out in &facts.plan.left_out {
        if left_out.exclusions.is_empty() {
            let [patient, summary] = [left_out.patient.to_string(), left_out.summary.clone()];
            sheet.row([
                patient,
                summary,
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ]);
        }
        for exclusion in &left_out.exclusions {
            sheet.row([
                left_out.patient.to_string(),
                left_out.summary.clone(),
                exclusion.alternative.clone(),
                exclusion
                    .offers
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" "),
                exclusion.rule.number().to_string(),
                exclusion.rule.title().to_owned(),
                exclusion.reason.clone(),
            ]);
        }
    }
    sheet.finish()
}

/// One row for each offer and day on which a bed is in use or somebody arrives.
fn beds(facts: &Facts<'_>) -> Vec<u8> {
    let mut sheet = Sheet::new(&[
        "facility",
        "facility_name",
        "state",
        "offer",
        "specialty",
        "day_local",
        "arrivals",
        "beds_in_use",
        "beds_offered",
    ]);
    for used in bed_use(facts) {
        let days: std::collections::BTreeSet<_> = used.arrivals.keys().chain(used.in_use.keys()).collect();
        for day in days {
            sheet.row([
                used.offer.facility.to_string(),
                facts.facility_name(&used.offer.facility),
                used.facility
                    .map_or_else(String::new, |facility| facility.state.to_string()),
                used.offer.id.to_string(),
                used.offer.specialty.to_string(),
                day.to_string(),
                used.arrivals.get(day).copied().unwrap_or(0).to_string(),
                used.in_use.get(day).copied().unwrap_or(0).to_string(),
                used.offer.beds.to_string(),
            ]);
        }
    }
    sheet.finish()
}
