//! Events as JSON.

use airbridge_model::{Event, Happening, PatientChange};

use super::people::{offer, patient, precedence};
use super::permissions::points;
use super::{RowWriter, Sheet, feet};
use crate::format::EventKind;
use crate::format::events::{COMMON, json};

/// Writes events as a JSON file: one on each line, as they come, members in the order of the format. Equal events give equal bytes,
/// and reading them gives the same events in order of time.
pub fn write_events(events: &[Event]) -> String {
    json::file(events.iter().map(object))
}

fn object(event: &Event) -> String {
    let kind = EventKind::named(event.what.kind()).expect("every kind of the model is one of the format");
    let common = Sheet::of(&COMMON, [event], |row, event| {
        row.set("at", event.at)
            .set("kind", kind.name())
            .set("source", &event.source)
            .set("note", &event.note);
    });
    let own = Sheet::of(kind.table(), [&event.what], happening);
    json::object([&common, &own].into_iter().flat_map(|sheet| {
        let cells = sheet.rows.iter().flatten();
        let columns = sheet.table.columns.iter();
        columns
            .zip(cells)
            .map(|(column, text)| (column.name, column.kind, text.as_str()))
    }))
}

/// Fills the columns of the kind.
fn happening(row: &mut RowWriter, what: &Happening) {
    match what {
        Happening::OffBlock { mission, airfield } | Happening::OnBlock { mission, airfield } => {
            row.set("mission", mission).set("airfield", airfield);
        }
        Happening::Boarded { patient, mission } | Happening::NotBoarded { patient, mission } => {
            row.set("mission", mission).set("patient", patient);
        }
        Happening::Admitted { patient, facility } | Happening::Declined { patient, facility } => {
            row.set("patient", patient).set("facility", facility);
        }
        Happening::Delayed {
            mission,
            airfield,
            until,
        } => {
            row.set("mission", mission)
                .maybe("airfield", airfield.as_ref())
                .set("until", until);
        }
        Happening::MissionCancelled { mission } => {
            row.set("mission", mission);
        }
        Happening::AircraftOut { aircraft, until } => {
            row.set("aircraft", aircraft).maybe("until", *until);
        }
        Happening::CrewOut { crew, until } => {
            row.set("crew", crew).maybe("until", *until);
        }
        Happening::AirfieldClosed {
            closure,
            airfield,
            from,
            to,
        } => {
            row.set("closure", closure)
                .set("airfield", airfield)
                .set("from", from)
                .set("to", to);
        }
        Happening::AirspaceClosed {
            closure,
            area,
            from,
            to,
        } => {
            row.set("closure", closure)
                .set("area", points(&area.corners))
                .set("from", from)
                .set("to", to);
        }
        Happening::StateClosed { state, from, to } => {
            row.set("state", state).set("from", from).set("to", to);
        }
        Happening::BedsWithdrawn { offer, left } => {
            row.set("offer", offer).set("left", left);
        }
        Happening::BedsOffered { offer: offered } => offer(row, offered),
        Happening::ClearanceGranted { clearance, window } => {
            row.set("clearance", clearance)
                .maybe("from", window.map(|(from, _)| from))
                .maybe("to", window.map(|(_, to)| to));
        }
        Happening::ClearanceDenied { clearance } => {
            row.set("clearance", clearance);
        }
        Happening::ClearanceLate { clearance, valid_from } => {
            row.set("clearance", clearance).set("from", valid_from);
        }
        Happening::Requested { patient: requested } => patient(row, requested),
        Happening::PatientChanged { patient, change } => {
            row.set("patient", patient);
            changed(row, change);
        }
        Happening::PatientUnfit { patient, until } => {
            row.set("patient", patient).maybe("until", *until);
        }
        Happening::PatientDied { patient } | Happening::PatientWithdrawn { patient } => {
            row.set("patient", patient);
        }
    }
}

fn changed(row: &mut RowWriter, change: &PatientChange) {
    if let Some(new) = &change.precedence {
        precedence(row, new);
    }
    if let Some(ventilated) = change.ventilated {
        row.flag("ventilated", ventilated);
    }
    row.maybe("critical_care", change.critical_care)
        .maybe("dependency", change.dependency)
        .maybe("mobility", change.mobility)
        .maybe("isolation", change.isolation)
        .maybe("cabin_limit_ft", change.cabin_limit.map(feet))
        .maybe("ready_at", change.ready_at)
        .maybe("other_attendants", change.other_attendants);
}
