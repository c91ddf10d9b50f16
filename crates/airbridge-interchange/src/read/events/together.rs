//! What only shows when events are read in order of time: who is not there yet, who is there no more, what does not fit the offer.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{BedOffer, Clearance, Event, Happening, OfferStatus, Operation, Patient, Severity, Specialty};
use airbridge_units::{ClearanceId, GroupId, OfferId, PatientId};
use jiff::Timestamp;

use crate::findings::Findings;
use crate::read::row::Located;
use crate::read::settings::Settings;
use crate::read::together::{apart, not_offered, offered, unaccompanied};
use crate::tables::shape::Shaped;
use crate::values::Problem;

/// Looks at good events, which are in order of time. Where others were left out as bad, `complete` is false and nothing is said that
/// these might explain.
pub(super) fn check(
    events: &[Located<Event>],
    complete: bool,
    operation: &Operation,
    shaped: &Shaped,
    findings: &Findings,
) {
    let offers = events.iter().filter_map(|event| match &event.value.what {
        Happening::BedsOffered { offer } => Some(&**offer),
        _ => None,
    });
    let mut story = Story {
        from: operation.planned_at.min(operation.horizon.from),
        to: operation.horizon.to,
        complete,
        adult_age: Settings::default().count("policy.protection.adult_age_years", findings),
        offered: offered(operation.offers.iter().chain(offers)),
        comes: Comes::of(events),
        patients: BTreeSet::new(),
        offers: operation.offers.iter().map(|offer| (&offer.id, offer)).collect(),
        clearances: operation.clearances.iter().map(|known| (&known.id, known)).collect(),
        groups: BTreeMap::new(),
        gone: BTreeMap::new(),
    };
    for patient in &operation.patients {
        story.join(patient);
    }
    for event in events {
        for (severity, column, problem) in story.next(&event.value) {
            findings.add(severity, shaped.place(event.line, Some(column)), problem);
        }
    }
}

type Said = (Severity, &'static str, Problem);

/// What is known after the events so far.
struct Story<'a> {
    from: Timestamp,
    to: Timestamp,
    complete: bool,
    /// The default: an operation does not say.
    adult_age: u32,
    /// Specialties that open offers are for, now or later.
    offered: BTreeSet<Specialty>,
    comes: Comes<'a>,
    patients: BTreeSet<&'a PatientId>,
    groups: BTreeMap<&'a GroupId, Vec<&'a Patient>>,
    offers: BTreeMap<&'a OfferId, &'a BedOffer>,
    clearances: BTreeMap<&'a ClearanceId, &'a Clearance>,
    gone: BTreeMap<&'a PatientId, &'static str>,
}

/// When patients and offers come that the operation does not have.
struct Comes<'a> {
    patients: BTreeMap<&'a PatientId, Timestamp>,
    offers: BTreeMap<&'a OfferId, Timestamp>,
}

impl<'a> Comes<'a> {
    fn of(events: &'a [Located<Event>]) -> Self {
        let mut comes = Self {
            patients: BTreeMap::new(),
            offers: BTreeMap::new(),
        };
        for event in events.iter().map(|event| &event.value) {
            match &event.what {
                Happening::Requested { patient } => {
                    comes.patients.entry(&patient.id).or_insert(event.at);
                }
                Happening::BedsOffered { offer } => {
                    comes.offers.entry(&offer.id).or_insert(event.at);
                }
                _ => {}
            }
        }
        comes
    }
}

impl<'a> Story<'a> {
    fn join(&mut self, patient: &'a Patient) {
        self.patients.insert(&patient.id);
        if let Some(group) = &patient.group {
            self.groups.entry(group).or_default().push(patient);
        }
    }

    fn next(&mut self, event: &'a Event) -> Vec<Said> {
        let mut said = Vec::new();
        said.extend(self.outside(event.at));
        if let Some(patient) = patient_of(&event.what) {
            said.extend(self.patient(patient));
        }
        match &event.what {
            Happening::Requested { patient } => {
                self.requested(patient, &mut said);
                self.join(patient);
            }
            Happening::PatientDied { patient } => {
                self.gone.entry(patient).or_insert("has died");
            }
            Happening::PatientWithdrawn { patient } => {
                self.gone.entry(patient).or_insert("was withdrawn");
            }
            Happening::BedsOffered { offer } => {
                self.beds_offered(offer, &mut said);
                self.offers.insert(&offer.id, offer);
            }
            Happening::BedsWithdrawn { offer, left } => said.extend(self.beds_withdrawn(offer, *left)),
            Happening::ClearanceLate { clearance, valid_from } => said.extend(self.late(clearance, *valid_from)),
            _ => {}
        }
        said
    }

    /// A slip in the year or the day, more often than not.
    fn outside(&self, at: Timestamp) -> Option<Said> {
        (at < self.from || at > self.to).then(|| {
            let problem = Problem::new(
                "outside-the-operation",
                format!("{at} is not within the operation, {} to {}", self.from, self.to),
                "look whether the time is right",
            );
            (Severity::Warning, "at", problem)
        })
    }

    fn patient(&self, patient: &PatientId) -> Option<Said> {
        if let Some(how) = self.gone.get(patient) {
            let problem = Problem::new(
                "patient-gone",
                format!("{patient} {how} before"),
                "look whether the patient and the times are right",
            );
            return Some((Severity::Warning, "patient", problem));
        }
        let comes = self.comes.patients.get(patient);
        let comes = comes.filter(|_| !self.patients.contains(patient))?;
        Some((Severity::Error, "patient", not_yet(patient, "requested", *comes)))
    }

    fn requested(&self, patient: &'a Patient, said: &mut Vec<Said>) {
        let group = patient.group.as_ref();
        let others = group.and_then(|group| self.groups.get(group));
        let others = others.map_or(&[][..], Vec::as_slice);
        if let (Some(group), [first, ..]) = (group, others)
            && let Some(problem) = apart(group, patient, first)
        {
            said.push((Severity::Error, "origin", problem));
        }
        if !self.complete {
            return;
        }
        if let Some(problem) = unaccompanied(patient, others.iter().copied(), self.adult_age) {
            said.push((Severity::Warning, "other_attendants", problem));
        }
        if let Some(problem) = not_offered(patient, &self.offered) {
            said.push((Severity::Warning, "specialty", problem));
        }
    }

    fn late(&self, clearance: &ClearanceId, valid_from: Timestamp) -> Option<Said> {
        let known = self.clearances.get(clearance)?;
        (known.valid_to <= valid_from).then(|| {
            let problem = Problem::new(
                "clearance-over-before-it-holds",
                format!(
                    "{clearance} was asked for to {}: from {valid_from} on it holds for no time",
                    known.valid_to
                ),
                "look whether the time is right; a new window is an event clearance-granted with from and to",
            );
            (Severity::Warning, "from", problem)
        })
    }

    fn beds_offered(&self, offer: &BedOffer, said: &mut Vec<Said>) {
        if let Some(before) = self.offers.get(&offer.id) {
            let changed = if before.facility != offer.facility {
                Some(("facility", before.facility.to_string()))
            } else if before.specialty != offer.specialty {
                Some(("specialty", before.specialty.to_string()))
            } else {
                None
            };
            if let Some((column, was)) = changed {
                let problem = Problem::new(
                    "another-offer",
                    format!("{} was of {was}", offer.id),
                    "give the new offer a name of its own",
                );
                said.push((Severity::Error, column, problem));
            }
        }
        if offer.status == OfferStatus::Withdrawn {
            let problem = Problem::new(
                "offered-and-withdrawn",
                format!("{} is offered and withdrawn at once", offer.id),
                "leave the status empty, or write an event beds-withdrawn",
            );
            said.push((Severity::Warning, "status", problem));
        }
    }

    fn beds_withdrawn(&self, offer: &OfferId, left: u32) -> Option<Said> {
        let Some(before) = self.offers.get(offer) else {
            let comes = self.comes.offers.get(offer)?;
            return Some((Severity::Error, "offer", not_yet(offer, "offered", *comes)));
        };
        (self.complete && left > before.beds).then(|| {
            let problem = Problem::new(
                "more-left-than-offered",
                format!("{left} beds are left of {offer}, which has {}", before.beds),
                "look whether the number is right; more beds are an event beds-offered",
            );
            (Severity::Error, "left", problem)
        })
    }
}

/// Something that comes only later. At the same instant the order of the file counts.
fn not_yet(id: &impl std::fmt::Display, how: &str, comes: Timestamp) -> Problem {
    Problem::new(
        "not-there-yet",
        format!("{id} is {how} only later, at {comes}"),
        "look which of the two times is wrong",
    )
}

/// The patient whom an event is about; a new one is not there yet.
fn patient_of(what: &Happening) -> Option<&PatientId> {
    match what {
        Happening::Boarded { patient, .. }
        | Happening::NotBoarded { patient, .. }
        | Happening::Admitted { patient, .. }
        | Happening::PatientChanged { patient, .. }
        | Happening::PatientUnfit { patient, .. }
        | Happening::PatientDied { patient }
        | Happening::Declined { patient, .. }
        | Happening::PatientWithdrawn { patient } => Some(patient),
        Happening::OffBlock { .. }
        | Happening::OnBlock { .. }
        | Happening::Delayed { .. }
        | Happening::MissionCancelled { .. }
        | Happening::AircraftOut { .. }
        | Happening::CrewOut { .. }
        | Happening::AirfieldClosed { .. }
        | Happening::AirspaceClosed { .. }
        | Happening::StateClosed { .. }
        | Happening::BedsWithdrawn { .. }
        | Happening::BedsOffered { .. }
        | Happening::ClearanceGranted { .. }
        | Happening::ClearanceDenied { .. }
        | Happening::ClearanceLate { .. }
        | Happening::Requested { .. } => None,
    }
}
