//! A change in words: what one would ask for, and of whom.

use airbridge_model::{ClearanceKind, Facility, Operation, PlaceKind};
use airbridge_units::{FacilityId, OfferId, PatientId};
use jiff::Span;

use super::Change;

impl Change {
    /// What would have to be so, in words: "one more bed of O-12 (burns, Bambino Gesu Hospital)".
    pub fn words(&self, operation: &Operation) -> String {
        let place =
            |id: &FacilityId| facility(operation, id).map_or_else(|| id.to_string(), |found| found.name.clone());
        match self {
            Self::Beds { offer, more } => format!("{} of {}", count(*more, "more bed"), bed(operation, offer)),
            Self::Sooner { offer, days } => {
                let first = operation
                    .offers
                    .iter()
                    .find(|known| known.id == *offer)
                    .map(|known| known.from);
                let first = first.map(|day| day.saturating_sub(Span::new().days(i64::from(*days))));
                format!("{} from {}", bed(operation, offer), first.unwrap_or_default())
            }
            Self::Later { offer, days } => {
                let last = operation
                    .offers
                    .iter()
                    .find(|known| known.id == *offer)
                    .map(|known| known.to);
                let last = last.map(|day| day.saturating_add(Span::new().days(i64::from(*days))));
                format!("{} until {}", bed(operation, offer), last.unwrap_or_default())
            }
            Self::NewBeds {
                facility,
                specialty,
                beds,
            } => {
                let beds = if *beds == 1 {
                    "a bed".to_owned()
                } else {
                    count(*beds, "bed")
                };
                format!("{beds} for {specialty} at {}, not offered yet", place(facility))
            }
            Self::Conditions { offer } => format!("{} for patients outside its conditions", bed(operation, offer)),
            Self::Renewed { offer } => format!("{} is offered again", bed(operation, offer)),
            Self::Reception { facility, more } => {
                format!("{} a day at {}", count(*more, "more admission"), place(facility))
            }
            Self::Releases { facility, more } => {
                format!("{} a day at {}", count(*more, "more collection"), place(facility))
            }
            Self::Staging { facility, more } => {
                format!("{} at {}", count(*more, "more staging place"), place(facility))
            }
            Self::LongerStay { facility, hours } => {
                format!("stays {} longer at {}", count(*hours, "hour"), place(facility))
            }
            Self::Admission { facility: id } => match facility(operation, id) {
                Some(found) => format!("{} admits outside {}", found.name, found.admission_hours),
                None => format!("{id} admits at any hour"),
            },
            Self::Release { facility: id } => match facility(operation, id) {
                Some(found) => format!("{} lets patients out outside {}", found.name, found.release_hours),
                None => format!("{id} lets patients out at any hour"),
            },
            Self::Slots { airfield, more } => format!("{} an hour at {airfield}", count(*more, "more slot")),
            Self::Stands { airfield, more } => format!("{} at {airfield}", count(*more, "more stand")),
            Self::FieldHours { airfield } => format!("{airfield} open round the clock, and lit"),
            Self::Reopened { closure } => match operation.closures.iter().find(|known| known.id == *closure) {
                Some(known) if !known.reason.is_empty() => format!("closure {closure} lifted ({})", known.reason),
                _ => format!("closure {closure} lifted"),
            },
            Self::Permit { state, kind, operator } => {
                let what = match kind {
                    ClearanceKind::Land => "landing",
                    ClearanceKind::Overfly => "overflight",
                    ClearanceKind::Both => "landing and overflight",
                };
                format!("a permit of {state} for {what} by {operator}, for the whole operation")
            }
            Self::Traffic { state, other } => format!("traffic between {state} and {other} allowed"),
            Self::Duty { crew, minutes } => format!("{minutes} min more of duty for {crew}"),
            Self::CrewTime { crew, hours } => format!("{crew} available {} sooner and later", count(*hours, "hour")),
            Self::SecondCrew { crew } => format!("another crew like {crew}"),
            Self::Care {
                crew,
                critical,
                nursing,
            } => {
                format!("{crew} stronger by {critical} critical-care and {nursing} nursing points")
            }
            Self::AircraftTime { aircraft, hours } => {
                format!("{aircraft} available {} sooner and later", count(*hours, "hour"))
            }
            Self::Departures { aircraft } => format!("{aircraft} may depart on any day and at any hour"),
            Self::Missions { aircraft, more } => format!("{} of {aircraft}", count(*more, "more mission")),
            Self::Places { aircraft, kind, more } => {
                let what = match kind {
                    PlaceKind::IntensiveCare => "more intensive-care station",
                    PlaceKind::Litter => "more litter place",
                    PlaceKind::Seat => "more seat",
                };
                format!("{} on {aircraft}", count(*more, what))
            }
            Self::IsolationUnits { aircraft, more } => {
                format!("{} on {aircraft}", count(*more, "more isolation unit"))
            }
            Self::SecondAircraft { aircraft } => format!("another aircraft like {aircraft}, with both crews"),
            Self::LongerMissions { hours } => format!("missions {} longer", count(*hours, "hour")),
            Self::Horizon { days } => format!("the operation {} longer", count(*days, "day")),
            Self::Transit { patients } => {
                format!(
                    "more stops, hours or nights on the way are judged bearable for {}",
                    names(patients)
                )
            }
            Self::Deadline { patients } => {
                format!(
                    "moving {} after the latest time given is judged of use",
                    names(patients)
                )
            }
            Self::Cabin { patients } => format!("an ordinary cabin is judged bearable for {}", names(patients)),
            Self::Consent { patients, state } => format!("{} agrees to treatment in {state}", names(patients)),
        }
    }
}

fn facility<'o>(operation: &'o Operation, id: &FacilityId) -> Option<&'o Facility> {
    operation.facilities.iter().find(|facility| facility.id == *id)
}

/// "O-12 (burns, Bambino Gesu Hospital, IT)".
fn bed(operation: &Operation, id: &OfferId) -> String {
    let found = operation.offers.iter().find(|offer| offer.id == *id);
    let found = found.and_then(|offer| Some((offer, facility(operation, &offer.facility)?)));
    match found {
        Some((offer, facility)) => format!("{id} ({}, {}, {})", offer.specialty, facility.name, facility.state),
        None => id.to_string(),
    }
}

fn names(patients: &[PatientId]) -> String {
    let names: Vec<&str> = patients.iter().map(PatientId::as_str).collect();
    names.join(", ")
}

/// "one more bed", "3 more beds"; "1 hour".
fn count(number: u32, what: &str) -> String {
    match (number, what.strip_prefix("more ")) {
        (1, Some(_)) => format!("one {what}"),
        (1, None) => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}
