//! What only shows when tables are read together: groups, minors, specialties, crews.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Aircraft, BedOffer, Crew, CrewRole, Group, OfferStatus, Patient, Severity, Specialty};
use airbridge_units::{AircraftId, GroupId};

use super::row::Located;
use crate::findings::{Findings, cell};
use crate::values::Problem;

/// Members of groups start together, and there are at least two. Where rows of patients were left out as bad, `complete` is false and
/// nothing is said about members who are not there.
pub(crate) fn groups(
    patients: &[Located<Patient>],
    complete: bool,
    patients_file: &str,
    groups: &[Located<Group>],
    groups_file: &str,
    findings: &Findings,
) {
    let members = members(patients);
    for group in groups {
        let of_group = members.get(&group.value.id).map_or(&[][..], Vec::as_slice);
        let [first, others @ ..] = of_group else {
            if !complete {
                continue;
            }
            findings.warn(
                cell(groups_file, group.line, Some("group")),
                "group-without-members",
                format!("nobody belongs to {}", group.value.id),
                "fill in the column group of its patients, or remove the row",
            );
            continue;
        };
        if others.is_empty() && complete {
            findings.warn(
                cell(groups_file, group.line, Some("group")),
                "group-of-one",
                format!("only {} belongs to {}", first.value.id, group.value.id),
                "look whether the others' rows name the group",
            );
        }
        for other in others {
            if let Some(problem) = apart(&group.value.id, &other.value, &first.value) {
                let place = cell(patients_file, other.line, Some("origin"));
                findings.add(Severity::Error, place, problem);
            }
        }
    }
}

/// Two members of a group that are in different places.
pub(crate) fn apart(group: &GroupId, other: &Patient, first: &Patient) -> Option<Problem> {
    (other.origin != first.origin).then(|| {
        Problem::new(
            "group-apart",
            format!(
                "{} of group {group} is in {}, {} is in {}: a group starts together",
                other.id, other.origin, first.id, first.origin
            ),
            "bring them to one facility first, or take one out of the group",
        )
    })
}

fn members(patients: &[Located<Patient>]) -> BTreeMap<GroupId, Vec<&Located<Patient>>> {
    let mut members: BTreeMap<GroupId, Vec<&Located<Patient>>> = BTreeMap::new();
    for patient in patients {
        if let Some(group) = &patient.value.group {
            members.entry(group.clone()).or_default().push(patient);
        }
    }
    members
}

/// No minor travels without an attendant or an adult of the group.
pub(crate) fn minors(patients: &[Located<Patient>], file: &str, adult_age: u32, findings: &Findings) {
    let members = members(patients);
    for patient in patients {
        let group = patient.value.group.as_ref().and_then(|group| members.get(group));
        let others = group.into_iter().flatten().map(|member| &member.value);
        if let Some(problem) = unaccompanied(&patient.value, others, adult_age) {
            let place = cell(file, patient.line, Some("other_attendants"));
            findings.add(Severity::Warning, place, problem);
        }
    }
}

/// A minor whom nobody looks after: no attendant, and no adult or attendant of another member of the group.
pub(crate) fn unaccompanied<'a>(
    patient: &Patient,
    mut group: impl Iterator<Item = &'a Patient>,
    adult_age: u32,
) -> Option<Problem> {
    let age = patient.age_years.filter(|age| *age < adult_age)?;
    let looks_after =
        |patient: &Patient| patient.attendants.count() > 0 || patient.age_years.is_some_and(|age| age >= adult_age);
    let looked_after = looks_after(patient) || group.any(looks_after);
    (!looked_after).then(|| {
        Problem::new(
            "unaccompanied-minor",
            format!("{} is {age} and travels without an attendant or an adult in the group", patient.id),
            "an unaccompanied minor flies only with a named, authorised guardian or escort and a receiving authority: add the attendant",
        )
    })
}

/// Each specialty that is needed is offered.
pub(crate) fn specialties(
    patients: &[Located<Patient>],
    file: &str,
    offers: &[Located<BedOffer>],
    findings: &Findings,
) {
    let offered = offered(offers.iter().map(|offer| &offer.value));
    for patient in patients {
        if let Some(problem) = not_offered(&patient.value, &offered) {
            findings.add(Severity::Warning, cell(file, patient.line, Some("specialty")), problem);
        }
    }
}

/// The specialties that open offers are for.
pub(crate) fn offered<'a>(offers: impl Iterator<Item = &'a BedOffer>) -> BTreeSet<Specialty> {
    offers
        .filter(|offer| offer.status == OfferStatus::Open && offer.beds > 0)
        .map(|offer| offer.specialty)
        .collect()
}

/// A patient for whom there is no open offer.
pub(crate) fn not_offered(patient: &Patient, offered: &BTreeSet<Specialty>) -> Option<Problem> {
    let wanted = std::iter::once(&patient.specialty).chain(&patient.acceptable);
    (!wanted.clone().any(|specialty| offered.contains(specialty))).then(|| {
        let words: Vec<&str> = wanted.map(|specialty| specialty.code()).collect();
        Problem::new(
            "specialty-not-offered",
            format!("no open offer is for {}", words.join(" or ")),
            "ask for an offer, or fill in acceptable_specialties where the referrer agrees",
        )
    })
}

/// Each aircraft has a flight crew, and a medical team if it shall carry anybody.
pub(crate) fn crews(aircraft: &[Located<Aircraft>], file: &str, crews: &[Located<Crew>], findings: &Findings) {
    let served = |role: CrewRole| -> BTreeSet<&AircraftId> {
        crews
            .iter()
            .filter(|crew| crew.value.role == role)
            .flat_map(|crew| &crew.value.aircraft)
            .collect()
    };
    let (flown, cared) = (served(CrewRole::Flight), served(CrewRole::Medical));
    for tail in aircraft {
        let place = || cell(file, tail.line, Some("aircraft"));
        let id = &tail.value.id;
        if !flown.contains(id) {
            findings.error(
                place(),
                "aircraft-without-crew",
                format!("no flight crew serves {id}: it can never fly"),
                "add a crew with role flight, or name the aircraft in one",
            );
        }
        if !cared.contains(id) {
            findings.warn(
                place(),
                "aircraft-without-medical-team",
                format!("no medical team serves {id}: it can carry nobody"),
                "add a crew with role medical, or name the aircraft in one",
            );
        }
    }
}
