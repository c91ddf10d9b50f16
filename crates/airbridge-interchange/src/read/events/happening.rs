//! What an event says, from a row that has the columns of its kind.

use airbridge_model::{Area, Happening, PatientChange};
use airbridge_units::{AircraftId, ClearanceId, ClosureId, CrewId, FacilityId, MissionId, OfferId, PatientId};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::known::Known;
use super::or_epoch;
use crate::format::events::EventKind;
use crate::read::people;
use crate::read::row::Row;
use crate::values::Problem;

/// What is known about an event beside the cells of its kind.
pub(super) struct Frame {
    /// When, unless that cell is bad.
    pub(super) at: Option<Timestamp>,
    /// Where its local times are; `None`: every time needs its offset.
    pub(super) zone: Option<TimeZone>,
    /// Its number in the file; the first is 1.
    pub(super) number: usize,
}

/// Reads the cells of a kind. Where one is bad the row is marked, and what is given means nothing.
pub(super) fn read(kind: EventKind, row: &Row<'_>, frame: &Frame, known: &Known<'_>) -> Happening {
    match kind {
        EventKind::OffBlock => Happening::OffBlock {
            mission: mission(row),
            airfield: known.airfield(row),
        },
        EventKind::OnBlock => Happening::OnBlock {
            mission: mission(row),
            airfield: known.airfield(row),
        },
        EventKind::Boarded => Happening::Boarded {
            patient: patient(row, known),
            mission: mission(row),
        },
        EventKind::NotBoarded => Happening::NotBoarded {
            patient: patient(row, known),
            mission: mission(row),
        },
        EventKind::Admitted => Happening::Admitted {
            patient: patient(row, known),
            facility: FacilityId::new(known.references.one(row, "facility", "facilities")),
        },
        EventKind::Delayed => Happening::Delayed {
            mission: mission(row),
            airfield: row.has("airfield").then(|| known.airfield(row)),
            until: or_epoch(until(row, frame, "the delay")),
        },
        EventKind::MissionCancelled => Happening::MissionCancelled { mission: mission(row) },
        EventKind::AircraftOut => Happening::AircraftOut {
            aircraft: AircraftId::new(known.references.one(row, "aircraft", "aircraft")),
            until: until(row, frame, "the outage"),
        },
        EventKind::CrewOut => Happening::CrewOut {
            crew: CrewId::new(known.references.one(row, "crew", "crews")),
            until: until(row, frame, "the outage"),
        },
        EventKind::AirfieldClosed => {
            let (from, to) = closed(row, frame, known);
            Happening::AirfieldClosed {
                closure: closure(row, frame, known),
                airfield: known.airfield(row),
                from,
                to,
            }
        }
        EventKind::AirspaceClosed => {
            let (from, to) = closed(row, frame, known);
            Happening::AirspaceClosed {
                closure: closure(row, frame, known),
                area: Area {
                    corners: row.points("area", 3),
                },
                from,
                to,
            }
        }
        EventKind::StateClosed => {
            let (from, to) = closed(row, frame, known);
            Happening::StateClosed {
                state: row.state("state"),
                from,
                to,
            }
        }
        EventKind::BedsWithdrawn => Happening::BedsWithdrawn {
            offer: OfferId::new(known.references.one(row, "offer", "bed_offers")),
            left: row.count("left"),
        },
        EventKind::BedsOffered => Happening::BedsOffered {
            offer: Box::new(people::offer(row, known.facility_zones(), &known.references)),
        },
        EventKind::ClearanceGranted => Happening::ClearanceGranted {
            clearance: clearance(row, known),
            window: window(row, frame),
        },
        EventKind::ClearanceDenied => Happening::ClearanceDenied {
            clearance: clearance(row, known),
        },
        EventKind::ClearanceLate => Happening::ClearanceLate {
            clearance: clearance(row, known),
            valid_from: or_epoch(row.instant_in("from", frame.zone.as_ref())),
        },
        EventKind::Requested => Happening::Requested {
            patient: Box::new(people::patient(
                row,
                known.facility_zones(),
                &known.groups,
                &known.references,
            )),
        },
        EventKind::PatientChanged => Happening::PatientChanged {
            patient: patient(row, known),
            change: Box::new(change(row, known)),
        },
        EventKind::PatientUnfit => Happening::PatientUnfit {
            patient: patient(row, known),
            until: until(row, frame, "the time"),
        },
        EventKind::PatientDied => Happening::PatientDied {
            patient: patient(row, known),
        },
        EventKind::Declined => Happening::Declined {
            patient: patient(row, known),
            facility: FacilityId::new(known.references.one(row, "facility", "facilities")),
        },
        EventKind::PatientWithdrawn => Happening::PatientWithdrawn {
            patient: patient(row, known),
        },
    }
}

fn mission(row: &Row<'_>) -> MissionId {
    MissionId::new(row.id("mission"))
}

fn patient(row: &Row<'_>, known: &Known<'_>) -> PatientId {
    PatientId::new(known.references.one(row, "patient", "patients"))
}

fn clearance(row: &Row<'_>, known: &Known<'_>) -> ClearanceId {
    ClearanceId::new(known.references.one(row, "clearance", "clearances"))
}

fn closure(row: &Row<'_>, frame: &Frame, known: &Known<'_>) -> ClosureId {
    if row.has("closure") {
        ClosureId::new(row.id("closure"))
    } else {
        known.closure_of(frame.number)
    }
}

fn until(row: &Row<'_>, frame: &Frame, what: &str) -> Option<Timestamp> {
    let until = row.instant_in("until", frame.zone.as_ref());
    in_order(row, frame.at, until, "until", what);
    until
}

/// From the event's time, or another that is given, to the end that is given, or that of the operation.
fn closed(row: &Row<'_>, frame: &Frame, known: &Known<'_>) -> (Timestamp, Timestamp) {
    let zone = frame.zone.as_ref();
    let given = (row.instant_in("from", zone), row.instant_in("to", zone));
    // A cell that is bad has been reported, and is not replaced by what an empty one means.
    let from = if row.has("from") { given.0 } else { frame.at };
    let to = if row.has("to") {
        given.1
    } else {
        Some(known.operation.horizon.to)
    };
    in_order(row, from, to, "to", "the closure");
    (or_epoch(from), or_epoch(to))
}

fn window(row: &Row<'_>, frame: &Frame) -> Option<(Timestamp, Timestamp)> {
    match (row.has("from"), row.has("to")) {
        (true, false) => row.missing("to"),
        (false, true) => row.missing("from"),
        _ => {}
    }
    let zone = frame.zone.as_ref();
    let (from, to) = (row.instant_in("from", zone), row.instant_in("to", zone));
    in_order(row, from, to, "to", "the clearance");
    from.zip(to)
}

/// Reports a stretch of time that is empty.
fn in_order(row: &Row<'_>, from: Option<Timestamp>, to: Option<Timestamp>, column: &str, what: &str) {
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        row.error(
            column,
            Problem::new(
                "ends-before-it-begins",
                format!("{what} ends at {to}, and begins at {from}"),
                "look which of the two is wrong",
            ),
        );
    }
}

/// The columns of a precedence, those first that a new one must have.
const PRECEDENCE: [&str; 5] = [
    "precedence_scheme",
    "precedence_code",
    "clock_start_at",
    "due_at",
    "latest_useful_at",
];

fn change(row: &Row<'_>, known: &Known<'_>) -> PatientChange {
    let zone = known.zone_of_patient(row.raw("patient"));
    let with_precedence = PRECEDENCE.iter().any(|column| row.has(column));
    if with_precedence {
        for column in &PRECEDENCE[..3] {
            if !row.has(column) {
                row.missing(column);
            }
        }
    }
    let change = PatientChange {
        precedence: with_precedence.then(|| people::precedence(row, &zone)),
        critical_care: row.maybe_code("critical_care"),
        dependency: row.maybe_code("dependency"),
        mobility: row.maybe_code("mobility"),
        ventilated: row.maybe_flag("ventilated"),
        isolation: row.maybe_code("isolation"),
        cabin_limit: row.maybe_feet("cabin_limit_ft"),
        ready_at: row.maybe_instant("ready_at", &zone),
        other_attendants: row.maybe_count("other_attendants"),
    };
    if let (Some(true), Some(critical_care)) = (change.ventilated, change.critical_care) {
        people::check_ventilated(row, critical_care);
    }
    if row.is_empty_but_for("patient") {
        row.error_of_row(Problem::new(
            "no-change",
            "nothing is said to have changed about the patient",
            "fill in what is new, or remove the event",
        ));
    }
    change
}
