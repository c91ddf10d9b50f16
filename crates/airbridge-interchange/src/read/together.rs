//! What only shows when tables are read together: groups, minors, specialties, crews.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Aircraft, BedOffer, Crew, CrewRole, Group, OfferStatus, Patient, Specialty};
use airbridge_units::{AircraftId, GroupId};

use super::row::Located;
use crate::findings::{Findings, cell};

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
            if other.value.origin != first.value.origin {
                findings.error(
                    cell(patients_file, other.line, Some("origin")),
                    "group-apart",
                    format!(
                        "{} of group {} is in {}, {} is in {}: a group starts together",
                        other.value.id, group.value.id, other.value.origin, first.value.id, first.value.origin
                    ),
                    "bring them to one facility first, or take one out of the group",
                );
            }
        }
    }
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
    let looks_after =
        |patient: &Patient| patient.attendants.count() > 0 || patient.age_years.is_some_and(|age| age >= adult_age);
    for patient in patients {
        let Some(age) = patient.value.age_years.filter(|age| *age < adult_age) else {
            continue;
        };
        let group = patient.value.group.as_ref().and_then(|group| members.get(group));
        let looked_after = looks_after(&patient.value)
            || group.is_some_and(|group| group.iter().any(|member| looks_after(&member.value)));
        if !looked_after {
            findings.warn(
                cell(file, patient.line, Some("other_attendants")),
                "unaccompanied-minor",
                format!("{} is {age} and travels without an attendant or an adult in the group", patient.value.id),
                "an unaccompanied minor flies only with a named, authorised guardian or escort and a receiving authority: add the attendant",
            );
        }
    }
}

/// Each specialty that is needed is offered.
pub(crate) fn specialties(
    patients: &[Located<Patient>],
    file: &str,
    offers: &[Located<BedOffer>],
    findings: &Findings,
) {
    let offered: BTreeSet<Specialty> = offers
        .iter()
        .filter(|offer| offer.value.status == OfferStatus::Open && offer.value.beds > 0)
        .map(|offer| offer.value.specialty)
        .collect();
    for patient in patients {
        let wanted = std::iter::once(&patient.value.specialty).chain(&patient.value.acceptable);
        if !wanted.clone().any(|specialty| offered.contains(specialty)) {
            findings.warn(
                cell(file, patient.line, Some("specialty")),
                "specialty-not-offered",
                format!(
                    "no open offer is for {}",
                    wanted
                        .map(|specialty| specialty.code())
                        .collect::<Vec<_>>()
                        .join(" or ")
                ),
                "ask for an offer, or fill in acceptable_specialties where the referrer agrees",
            );
        }
    }
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
