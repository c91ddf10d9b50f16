//! A solver's rejection in the field's words, under the rule that it belongs to.

use airbridge_model::Rule;
use airbridge_solver::Rejection;
use airbridge_solver::problem::{CrewIdx, PlaceIdx, ResourceIdx, Ride};

use crate::load;
use crate::shared::Meaning;
use crate::translate::Planner;

/// A path in words: "HLLB–HECA, stay in Cairo, HECA–UUMU".
pub(crate) fn path(planner: &Planner, rides: &[Ride], staging: Option<usize>) -> String {
    let lifts: Vec<String> = rides
        .iter()
        .map(|ride| format!("{}–{}", field(planner, ride.from), field(planner, ride.to)))
        .collect();
    match staging {
        None => format!("by {}", lifts.join(", ")),
        Some(facility) => format!(
            "by {}, a stay in {}",
            lifts.join(" and "),
            planner.operation.facilities[facility].name
        ),
    }
}

/// What to say when a patient could still be inserted: the search ended too soon.
pub(crate) fn placed() -> (Rule, String) {
    (
        Rule::Journey,
        "there is still room: the search ended before it was used; give it more time".to_owned(),
    )
}

/// The rule and the reason of a rejection.
pub(crate) fn rejected(planner: &Planner, rejection: Rejection) -> (Rule, String) {
    match rejection {
        Rejection::NoVehicleAllowed => (
            Rule::Places,
            "no aircraft can carry the patient on this path".to_owned(),
        ),
        Rejection::PlaceClosed { place } => (
            Rule::RangeAndRunway,
            format!("no runway of {} suits the aircraft", field(planner, place)),
        ),
        Rejection::Grade { place } => (
            Rule::CabinAltitude,
            format!(
                "{} lies too high for the patient's cabin altitude limit",
                field(planner, place)
            ),
        ),
        Rejection::Capacity { dimension } => capacity(dimension),
        Rejection::NoTravelOption { from, to } => (
            Rule::Clearance,
            format!("no leg {}–{} can be flown", field(planner, from), field(planner, to)),
        ),
        Rejection::Endurance { from, to } => (
            Rule::RangeAndRunway,
            format!(
                "{}–{} is too far with that load and reserve",
                field(planner, from),
                field(planner, to)
            ),
        ),
        Rejection::Moving => (Rule::Journey, "longer in flight than the patient may be".to_owned()),
        Rejection::Legs => (Rule::Journey, "more stops than the patient may have".to_owned()),
        Rejection::TourLength => (
            Rule::Duty,
            "the mission would last longer than the policy allows".to_owned(),
        ),
        Rejection::Tours => (Rule::Duty, "the aircraft makes no further mission".to_owned()),
        Rejection::Hours { place } => (
            Rule::Airfield,
            format!("{} is closed at every time that is left", field(planner, place)),
        ),
        Rejection::BoardWindow => (
            Rule::Journey,
            "the patient cannot be collected when an aircraft could load".to_owned(),
        ),
        Rejection::AlightWindow => (
            Rule::Destination,
            "no arrival within the offer's days, the door's hours and the latest useful time".to_owned(),
        ),
        Rejection::Departures { from, to } => (
            Rule::Clearance,
            format!(
                "no permission for {}–{} at a time that is left",
                field(planner, from),
                field(planner, to)
            ),
        ),
        Rejection::RideTime | Rejection::Span => {
            (Rule::Journey, "longer in transit than the patient may be".to_owned())
        }
        Rejection::Stay => (
            Rule::Staging,
            "the stay between the lifts would be too short, too long, or over a night that is not allowed".to_owned(),
        ),
        Rejection::Duty { crew } => (Rule::Duty, format!("beyond the duty of {}", crew_name(planner, crew))),
        Rejection::CrewBusy { crew } => (
            Rule::Duty,
            format!(
                "{} is on another mission, at rest, or not available",
                crew_name(planner, crew)
            ),
        ),
        Rejection::VehicleBusy => (
            Rule::Duty,
            "the aircraft is on another mission or not available".to_owned(),
        ),
        Rejection::Horizon => (
            Rule::Duty,
            "the mission would not be back before the operation ends".to_owned(),
        ),
        Rejection::Resource { resource } => shared(planner, resource),
    }
}

fn capacity(dimension: usize) -> (Rule, String) {
    match dimension {
        load::INTENSIVE => (Rule::Places, "no intensive-care station is free".to_owned()),
        load::LYING => (Rule::Places, "no litter place is free".to_owned()),
        load::SEATS => (Rule::Places, "no seat is free".to_owned()),
        load::UNITS => (Rule::Places, "no isolation unit is free".to_owned()),
        load::ISOLATION => (Rule::Places, "no isolation place is free".to_owned()),
        load::CRITICAL => (Rule::Care, "the medical team can take no more critical care".to_owned()),
        load::NURSING => (Rule::Care, "the medical team can take no more nursing".to_owned()),
        _ => (Rule::RangeAndRunway, "the payload would be too large".to_owned()),
    }
}

fn shared(planner: &Planner, resource: ResourceIdx) -> (Rule, String) {
    let operation = planner.operation;
    match planner.shared.meanings[resource.get()] {
        Meaning::Beds(offer) => {
            let offer = &operation.offers[offer];
            (
                Rule::Destination,
                if offer.beds == 1 {
                    format!("the only bed of {} is taken on the days that are left", offer.id)
                } else {
                    format!(
                        "all {} beds of {} are taken on the days that are left",
                        offer.beds, offer.id
                    )
                },
            )
        }
        Meaning::Admissions(facility) => (
            Rule::Destination,
            format!(
                "{} admits no more patients on the days that are left",
                operation.facilities[facility].name
            ),
        ),
        Meaning::Releases(facility) => (
            Rule::Journey,
            format!(
                "no more patients can be collected at {} on the days that are left",
                operation.facilities[facility].name
            ),
        ),
        Meaning::Slots(index) => (
            Rule::Airfield,
            format!("no slot is left at {}", operation.airfields[index].id),
        ),
        Meaning::Stands(index) => (
            Rule::Airfield,
            format!("no stand is free at {}", operation.airfields[index].id),
        ),
        Meaning::Staging(facility) => (
            Rule::Staging,
            format!("{} is full", operation.facilities[facility].name),
        ),
    }
}

/// What a resource is, for the bound.
pub(crate) fn resource(planner: &Planner, resource: ResourceIdx) -> String {
    let operation = planner.operation;
    match planner.shared.meanings[resource.get()] {
        Meaning::Beds(offer) => {
            let offer = &operation.offers[offer];
            if offer.beds == 1 {
                format!("the only bed for {} of {}", offer.specialty, offer.id)
            } else {
                format!("the {} beds for {} of {}", offer.beds, offer.specialty, offer.id)
            }
        }
        Meaning::Admissions(facility) => format!("admissions a day at {}", operation.facilities[facility].name),
        Meaning::Releases(facility) => format!("collections a day at {}", operation.facilities[facility].name),
        Meaning::Slots(index) => format!("slots at {}", operation.airfields[index].id),
        Meaning::Stands(index) => format!("stands at {}", operation.airfields[index].id),
        Meaning::Staging(facility) => format!("staging places at {}", operation.facilities[facility].name),
    }
}

fn field<'p>(planner: &'p Planner, place: PlaceIdx) -> &'p str {
    planner.operation.airfields[place.get()].id.as_str()
}

fn crew_name<'p>(planner: &'p Planner, crew: CrewIdx) -> &'p str {
    planner.crews[crew.get()].id.as_str()
}
