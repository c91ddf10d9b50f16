//! What events may refer to: the operation, and what other events of the file bring.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Closure, Operation};
use airbridge_units::{AirfieldId, ClosureId};
use jiff::tz::TimeZone;

use super::{EventKind, Raw, RawRow};
use crate::findings::Findings;
use crate::format::Need;
use crate::read::references::References;
use crate::read::row::Row;
use crate::values::{Problem, quote};

/// Ids and zones by name.
pub(super) struct Known<'a> {
    pub(super) operation: &'a Operation,
    pub(super) references: References,
    /// The groups of the operation, each by itself: they are outermost groups already.
    pub(super) groups: BTreeMap<String, String>,
    fields: BTreeMap<&'a str, &'a TimeZone>,
    facilities: BTreeMap<&'a str, &'a TimeZone>,
    /// The facility of each offer and the origin of each patient.
    seats: BTreeMap<(&'static str, &'a str), &'a str>,
    /// Names of closures that are taken.
    closures: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    /// Gathers what there is, and reports ids that are given twice. A row that is bad for another reason is still there to be
    /// referred to.
    pub(super) fn of(operation: &'a Operation, raw: &'a Raw, findings: &Findings) -> Self {
        let mut known = Self {
            operation,
            references: references(operation),
            groups: operation
                .groups
                .iter()
                .map(|group| (group.id.to_string(), group.id.to_string()))
                .collect(),
            fields: operation
                .airfields
                .iter()
                .map(|field| (field.id.as_str(), &field.zone))
                .collect(),
            facilities: operation
                .facilities
                .iter()
                .map(|facility| (facility.id.as_str(), &facility.zone))
                .collect(),
            seats: BTreeMap::new(),
            closures: BTreeSet::new(),
        };
        known.add_seats(raw);
        known.add_ids(raw, findings);
        known
    }

    fn add_seats(&mut self, raw: &'a Raw) {
        for row in RawRow::all(raw) {
            match row.kind() {
                Some(EventKind::Requested) => {
                    let seat = (("patient", row.text("patient")), row.text("origin"));
                    self.seats.insert(seat.0, seat.1);
                }
                Some(EventKind::BedsOffered) => {
                    let seat = (("offer", row.text("offer")), row.text("facility"));
                    self.seats.insert(seat.0, seat.1);
                }
                _ => {}
            }
        }
        let patients = self.operation.patients.iter();
        self.seats
            .extend(patients.map(|patient| (("patient", patient.id.as_str()), patient.origin.as_str())));
        let offers = self.operation.offers.iter();
        self.seats
            .extend(offers.map(|offer| (("offer", offer.id.as_str()), offer.facility.as_str())));
    }

    fn add_ids(&mut self, raw: &'a Raw, findings: &Findings) {
        let mut patients = Taken::by(self.operation.patients.iter().map(|patient| patient.id.as_str()));
        let mut closures = Taken::by(
            self.operation
                .closures
                .iter()
                .map(|closure: &Closure| closure.id.as_str()),
        );
        for row in RawRow::all(raw) {
            match row.kind() {
                Some(EventKind::Requested) => {
                    patients.take(row, "patient", findings);
                    self.references.add("patients", filled(row.text("patient")));
                }
                Some(EventKind::BedsOffered) => self.references.add("bed_offers", filled(row.text("offer"))),
                Some(EventKind::AirfieldClosed | EventKind::AirspaceClosed) => {
                    closures.take(row, "closure", findings);
                }
                _ => {}
            }
        }
        self.closures = closures.0.into_keys().collect();
    }

    /// The zone of the place that an event names; UTC where the place is not known, which is another finding; `None` where there is
    /// no place.
    pub(super) fn zone(&self, kind: EventKind, row: RawRow<'_>) -> Option<TimeZone> {
        let column = kind.local_to()?;
        let id = row.text(column);
        let needed = kind.column(column).is_some_and(|column| column.need == Need::Required);
        if id.is_empty() && !needed {
            return None;
        }
        let zone = match column {
            "airfield" => self.fields.get(id),
            "offer" => self
                .seats
                .get(&("offer", id))
                .and_then(|seat| self.facilities.get(seat)),
            _ => self.facilities.get(id),
        };
        Some(zone.map_or(TimeZone::UTC, |zone| (*zone).clone()))
    }

    /// The zone of a patient's origin; UTC where it is not known.
    pub(super) fn zone_of_patient(&self, id: &str) -> TimeZone {
        let seat = self.seats.get(&("patient", id));
        let zone = seat.and_then(|seat| self.facilities.get(seat));
        zone.map_or(TimeZone::UTC, |zone| (*zone).clone())
    }

    /// The zones of facilities by id.
    pub(super) fn facility_zones(&self) -> &BTreeMap<&'a str, &'a TimeZone> {
        &self.facilities
    }

    /// The airfield of a row.
    pub(super) fn airfield(&self, row: &Row<'_>) -> AirfieldId {
        AirfieldId::new(self.references.one(row, "airfield", "airfields"))
    }

    /// A name for the closure of an event of this number, where none is given: `EVENT-3`, or with a number after it where that is
    /// taken.
    pub(super) fn closure_of(&self, number: usize) -> ClosureId {
        let first = format!("EVENT-{number}");
        let further = (2_usize..).map(|count| format!("EVENT-{number}-{count}"));
        let free = std::iter::once(first)
            .chain(further)
            .find(|name| !self.closures.contains(name.as_str()));
        ClosureId::new(free.expect("there are more names than closures"))
    }
}

fn references(operation: &Operation) -> References {
    fn ids<T: ToString>(ids: impl Iterator<Item = T>) -> Vec<String> {
        ids.map(|id| id.to_string()).collect()
    }
    let mut references = References::default();
    references.add("patients", ids(operation.patients.iter().map(|patient| &patient.id)));
    references.add("groups", ids(operation.groups.iter().map(|group| &group.id)));
    references.add(
        "facilities",
        ids(operation.facilities.iter().map(|facility| &facility.id)),
    );
    references.add("bed_offers", ids(operation.offers.iter().map(|offer| &offer.id)));
    references.add("airfields", ids(operation.airfields.iter().map(|field| &field.id)));
    references.add("aircraft", ids(operation.aircraft.iter().map(|aircraft| &aircraft.id)));
    references.add("crews", ids(operation.crews.iter().map(|crew| &crew.id)));
    references.add(
        "clearances",
        ids(operation.clearances.iter().map(|clearance| &clearance.id)),
    );
    references
}

fn filled(id: &str) -> Option<String> {
    (!id.is_empty()).then(|| id.to_owned())
}

/// Ids that are taken, each with the place in the file; none where it is the operation that has it.
struct Taken<'a>(BTreeMap<&'a str, Option<String>>);

impl<'a> Taken<'a> {
    fn by(ids: impl Iterator<Item = &'a str>) -> Self {
        Self(ids.map(|id| (id, None)).collect())
    }

    /// Takes the id of a row, if there is one, or reports that it is taken.
    fn take(&mut self, row: RawRow<'a>, column: &str, findings: &Findings) {
        let id = row.text(column);
        if id.is_empty() {
            return;
        }
        let Some(by) = self.0.get(id) else {
            let place = row.raw.shaped.place(row.line(), None).to_string();
            self.0.insert(id, Some(place));
            return;
        };
        let whose = by.as_deref().unwrap_or("the operation");
        let problem = Problem::new(
            "duplicate-id",
            format!("{} is in {whose} already", quote(id)),
            "give it another id, or remove the event",
        );
        row.error(column, problem, findings);
    }
}
