//! Patients, groups, bed offers.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{
    Attendants, BedOffer, CabinLimit, Classification, Consent, CriticalCare, Group, OfferStatus, Patient, Precedence,
    PrecedenceLevel, PrecedenceScheme, TransitLimits, Unity,
};
use airbridge_units::{FacilityId, GroupId, OfferId, PatientId};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::references::References;
use super::row::{Located, Row, rows};
use crate::findings::Findings;
use crate::nearest::hint;
use crate::tables::shape::Shaped;
use crate::values::{Problem, quote};

/// Patients by id; `zones` are those of the facilities, `roots` the outermost group of each group.
pub(crate) fn patients(
    table: &Shaped,
    zones: &BTreeMap<&str, &TimeZone>,
    roots: &BTreeMap<String, String>,
    references: &References,
    findings: &Findings,
) -> Vec<Located<Patient>> {
    let mut found = rows(table, findings, |row| patient(row, zones, roots, references));
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

/// A patient from a row that has the columns of `patients`.
pub(crate) fn patient(
    row: &Row<'_>,
    zones: &BTreeMap<&str, &TimeZone>,
    roots: &BTreeMap<String, String>,
    references: &References,
) -> Patient {
    let origin = references.one(row, "origin", "facilities");
    let zone = zones.get(origin).map_or(TimeZone::UTC, |zone| (*zone).clone());
    let group = references.one(row, "group", "groups");
    let destination = references.one(row, "destination", "facilities");
    let patient = Patient {
        id: PatientId::new(row.id("patient")),
        origin: FacilityId::new(origin),
        ready_at: row.instant("ready_at", &zone),
        collect_by: row.maybe_instant("collect_by", &zone),
        precedence: precedence(row, &zone),
        classification: row.code("classification"),
        mobility: row.code("mobility"),
        critical_care: row.code("critical_care"),
        dependency: row.code("dependency"),
        ventilated: row.flag("ventilated"),
        oxygen_l_per_min: row.number("oxygen_l_per_min"),
        isolation: row.code("isolation"),
        cabin_limit: row.maybe_feet("cabin_limit_ft").map(CabinLimit),
        limits: TransitLimits {
            max_stops: row.maybe_count("max_stops"),
            max_flight: row.maybe_minutes("max_flight_minutes"),
            max_transit: row.maybe_minutes("max_transit_minutes"),
            overnight: row.flag("overnight"),
        },
        attendants: Attendants {
            medical: row.count("medical_attendants"),
            other: row.count("other_attendants"),
        },
        group: roots.get(group).map(GroupId::new),
        specialty: row.code("specialty"),
        acceptable: row.codes("acceptable_specialties"),
        age_years: row.maybe_count("age_years"),
        sex: row.maybe_code("sex"),
        weight: row.maybe_kilograms("weight_kg"),
        bariatric: row.flag("bariatric"),
        consent: Consent {
            only: row.states("consent_states"),
            refused: row.states("refused_states"),
        },
        destination: Some(destination).filter(|id| !id.is_empty()).map(FacilityId::new),
        expected_stay_days: row.maybe_count("expected_stay_days"),
        languages: row.words("languages"),
    };
    if let Some(collect_by) = patient.collect_by {
        row.ordered(&patient.ready_at, &collect_by, "collect_by", "the time for collection");
    }
    check_patient(row, &patient);
    patient
}

fn check_patient(row: &Row<'_>, patient: &Patient) {
    if patient.ventilated && row.has("critical_care") {
        check_ventilated(row, patient.critical_care);
    }
    if matches!(
        patient.classification,
        Classification::C6 | Classification::C6A | Classification::C6B
    ) {
        row.warn(
            "classification",
            Problem::new(
                "attendant-as-patient",
                "class 6 is an attendant",
                "count attendants in the row of the patient whom they attend",
            ),
        );
    }
    if let Some(state) = patient
        .consent
        .only
        .iter()
        .find(|state| patient.consent.refused.contains(state))
    {
        row.error(
            "refused_states",
            Problem::new(
                "consent-contradicts",
                format!("{state} is agreed to and refused"),
                "ask the patient, and write it into one of the two columns",
            ),
        );
    }
}

/// Who is on a ventilator is in intensive care, as a rule.
pub(crate) fn check_ventilated(row: &Row<'_>, critical_care: CriticalCare) {
    if critical_care != CriticalCare::Icu {
        row.warn(
            "critical_care",
            Problem::new(
                "ventilated-without-intensive-care",
                format!("ventilated, with critical care {:?}", critical_care.code()),
                "look whether icu is meant",
            ),
        );
    }
}

/// A precedence from a row that has its columns of `patients`.
pub(crate) fn precedence(row: &Row<'_>, zone: &TimeZone) -> Precedence {
    let scheme: PrecedenceScheme = row.code("precedence_scheme");
    let clock_start_at = row.instant("clock_start_at", zone);
    let found = row.parsed("precedence_code", |text| precedence_code(scheme, text));
    let (code, level, hours) = found.unwrap_or(("", PrecedenceLevel::Routine, 0));
    let due = row.maybe_instant("due_at", zone);
    if let Some(due) = due
        && row.has("clock_start_at")
        && clock_start_at != Timestamp::UNIX_EPOCH
        && due < clock_start_at
    {
        row.error(
            "due_at",
            Problem::new(
                "due-before-clock-start",
                format!("due at {due}, before the clock starts at {clock_start_at}"),
                "look which of the two is wrong",
            ),
        );
    }
    Precedence {
        scheme,
        code: code.to_owned(),
        level,
        clock_start_at,
        due_at: due.unwrap_or(clock_start_at + SignedDuration::from_hours(hours)),
        latest_useful_at: row.maybe_instant("latest_useful_at", zone),
    }
}

type SchemeCode = (&'static str, PrecedenceLevel, i64);

fn precedence_code(scheme: PrecedenceScheme, text: &str) -> Result<SchemeCode, Problem> {
    let codes = scheme.codes();
    let known = codes.iter().find(|(code, ..)| code.eq_ignore_ascii_case(text));
    known.copied().ok_or_else(|| {
        let words: Vec<&str> = codes.iter().map(|(code, ..)| *code).collect();
        Problem::new(
            "unknown-code",
            format!("{} is no code of {scheme}", quote(text)),
            hint(
                text,
                words.iter().copied(),
                &format!("write one of: {}", words.join(", ")),
            ),
        )
    })
}

struct RawGroup<'a> {
    id: &'a str,
    parent: &'a str,
    unity: Unity,
    note: &'a str,
}

/// Groups: the outermost ones by id, and for each group its outermost one. Cycles are reported.
pub(crate) fn groups(
    table: &Shaped,
    references: &References,
    findings: &Findings,
) -> (Vec<Located<Group>>, BTreeMap<String, String>) {
    let parents: BTreeMap<&str, &str> = table
        .rows
        .iter()
        .map(|row| {
            let at = |column| table.table.position(column).expect("is a column of groups");
            (row.cells[at("group")].as_str(), row.cells[at("parent")].as_str())
        })
        .collect();
    let read = rows(table, findings, |row| {
        let raw = RawGroup {
            id: row.id("group"),
            parent: references.one(row, "parent", "groups"),
            unity: row.code("unity"),
            note: row.text("note"),
        };
        if outermost(raw.id, &parents).is_none() {
            row.error(
                "parent",
                Problem::new(
                    "cycle-in-groups",
                    format!("{} belongs to itself by way of its parents", quote(raw.id)),
                    "leave one parent of the circle empty",
                ),
            );
        }
        raw
    });
    let roots = parents
        .keys()
        .map(|id| ((*id).to_owned(), outermost(id, &parents).unwrap_or(id).to_owned()))
        .collect();
    let mut groups: Vec<Located<Group>> = read
        .into_iter()
        .filter(|row| row.value.parent.is_empty())
        .map(|row| Located {
            value: Group {
                id: GroupId::new(row.value.id),
                unity: row.value.unity,
                note: row.value.note.to_owned(),
            },
            line: row.line,
        })
        .collect();
    groups.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    (groups, roots)
}

/// The outermost group; `None` in or below a circle.
fn outermost<'a>(id: &'a str, parents: &BTreeMap<&'a str, &'a str>) -> Option<&'a str> {
    let mut seen = BTreeSet::new();
    let mut at = id;
    while let Some(parent) = parents.get(at).filter(|parent| !parent.is_empty()) {
        if !seen.insert(at) {
            return None;
        }
        at = parent;
    }
    Some(at)
}

/// Bed offers by id; `zones` are those of the facilities.
pub(crate) fn offers(
    table: &Shaped,
    zones: &BTreeMap<&str, &TimeZone>,
    references: &References,
    findings: &Findings,
) -> Vec<Located<BedOffer>> {
    let mut found = rows(table, findings, |row| offer(row, zones, references));
    found.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    found
}

/// A bed offer from a row that has the columns of `bed_offers`.
pub(crate) fn offer(row: &Row<'_>, zones: &BTreeMap<&str, &TimeZone>, references: &References) -> BedOffer {
    let facility = references.one(row, "facility", "facilities");
    let zone = zones.get(facility).map_or(TimeZone::UTC, |zone| (*zone).clone());
    let offer = BedOffer {
        id: OfferId::new(row.id("offer")),
        facility: FacilityId::new(facility),
        specialty: row.code("specialty"),
        beds: row.count("beds"),
        from: row.date("from_on"),
        to: row.date("to_on"),
        expires_at: row.maybe_instant("expires_at", &zone),
        status: row.maybe_code("status").unwrap_or(OfferStatus::Open),
        age_from: row.maybe_count("age_from_years"),
        age_to: row.maybe_count("age_to_years"),
        sex: row.maybe_code("sex"),
        isolation: row.flag("isolation"),
        companions: row.maybe_count("companions"),
        stay_days: row.maybe_count("stay_days"),
        conditions: row.text("conditions").to_owned(),
    };
    row.ordered(&offer.from, &offer.to, "to_on", "the offer");
    if let (Some(from), Some(to)) = (offer.age_from, offer.age_to)
        && to < from
    {
        row.error(
            "age_to_years",
            Problem::new(
                "limits-reversed",
                format!("from {from} to {to} years"),
                "look which of the two is wrong",
            ),
        );
    }
    offer
}
