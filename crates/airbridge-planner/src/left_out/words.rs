//! A solver's rejection in the field's words, under the rule that it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::Rule;
use airbridge_solver::Rejection;
use airbridge_solver::bound::Scarce;
use airbridge_solver::problem::{CrewIdx, PlaceIdx, ResourceIdx, Ride};
use airbridge_solver::solution::Solution;
use airbridge_units::{Minutes, Seconds};

use crate::fields;
use crate::load;
use crate::performance::block_seconds;
use crate::permission::{LegQuery, limits};
use crate::shared::Meaning;
use crate::spans::Spans;
use crate::translate::Planner;

/// A path in words: "HLLB–HECA, stay in Cairo, HECA–UUMU".
pub(crate) fn path(planner: &Planner, rides: &[Ride], staging: Option<usize>) -> String {
    let flown = || rides.iter().filter(|ride| planner.is_flight(ride));
    if flown().next().is_none() {
        return "where they are".to_owned();
    }
    let lifts: Vec<String> = flown()
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

/// Rejections in words, for one solution; each is worded once.
pub(crate) struct Words<'p, 'a> {
    planner: &'p Planner<'a>,
    /// Crews that are on some mission of the solution.
    flying: BTreeSet<CrewIdx>,
    known: BTreeMap<(Rejection, Option<usize>), (Rule, String)>,
}

impl<'p, 'a> Words<'p, 'a> {
    pub(crate) fn new(planner: &'p Planner<'a>, solution: &Solution) -> Self {
        let vehicles = solution.tours.iter().zip(&planner.problem.vehicles);
        let flying =
            vehicles.flat_map(|(tours, vehicle)| tours.iter().flat_map(|tour| &vehicle.setups[tour.setup.get()].crews));
        Self {
            planner,
            flying: flying.copied().collect(),
            known: BTreeMap::new(),
        }
    }

    /// The rule and the reason of a rejection on a path, which may lead through a staging facility.
    pub(crate) fn rejected(&mut self, rejection: Rejection, staging: Option<usize>) -> (Rule, String) {
        if let Some(known) = self.known.get(&(rejection, staging)) {
            return known.clone();
        }
        let words = self.compute(rejection, staging);
        self.known.insert((rejection, staging), words.clone());
        words
    }

    fn compute(&self, rejection: Rejection, staging: Option<usize>) -> (Rule, String) {
        let planner = self.planner;
        let at = |place| field(planner, place);
        let (rule, text) = match rejection {
            Rejection::NoVehicleAllowed => (
                Rule::Duty,
                "no aircraft that can fly it is available during the operation".to_owned(),
            ),
            // Under way, what is out for good and shelters are closed everywhere: that says nothing of the field.
            Rejection::PlaceClosed { place } if planner.underway.is_some() && is_open_to_aircraft(planner, place) => {
                return self.compute(Rejection::NoVehicleAllowed, staging);
            }
            Rejection::PlaceClosed { place } => (
                Rule::RangeAndRunway,
                format!("no runway of {} suits the aircraft", at(place)),
            ),
            Rejection::Grade { place } => (
                Rule::CabinAltitude,
                format!("{} lies above the patient's cabin limit", at(place)),
            ),
            Rejection::Capacity { dimension } => return capacity(dimension),
            // To where a mission is now: it would have to come by the field before.
            Rejection::NoTravelOption { to, .. } if to.get() >= planner.operation.airfields.len() => (
                Rule::Journey,
                "no mission that is under way can fetch them there, and no other aircraft can".to_owned(),
            ),
            Rejection::NoTravelOption { from, to } => {
                (Rule::Clearance, format!("no leg {}–{} can be flown", at(from), at(to)))
            }
            Rejection::Endurance { from, to } => (
                Rule::RangeAndRunway,
                format!("{}–{} is too far with that load and reserve", at(from), at(to)),
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
                format!("{} is closed at every time that is left", at(place)),
            ),
            Rejection::BoardWindow => (
                Rule::Journey,
                "no aircraft can load while the patient can be collected".to_owned(),
            ),
            Rejection::AlightWindow => (
                Rule::Destination,
                "no arrival within the offer's days, the door's hours and the latest useful time".to_owned(),
            ),
            Rejection::Departures { from, to } => return permission(planner, from, to),
            Rejection::RideTime | Rejection::Span => {
                (Rule::Journey, "longer in transit than the patient may be".to_owned())
            }
            Rejection::Stay => (Rule::Staging, stay(planner, staging)),
            Rejection::Duty { crew } => (
                Rule::Duty,
                format!(
                    "the mission would exceed the duty limit of {}",
                    crew_name(planner, crew)
                ),
            ),
            Rejection::CrewBusy { crew } => {
                let why = if self.flying.contains(&crew) {
                    "is on another mission, at rest after it, or not available"
                } else {
                    "is not available for long enough"
                };
                (Rule::Duty, format!("{} {why}", crew_name(planner, crew)))
            }
            Rejection::VehicleBusy => (
                Rule::Duty,
                if self.flying.is_empty() {
                    "no aircraft that can fly it is available for long enough".to_owned()
                } else {
                    "the aircraft that can fly it are on other missions or not available".to_owned()
                },
            ),
            Rejection::Horizon => (
                Rule::Duty,
                "the mission would not be back before the operation ends".to_owned(),
            ),
            Rejection::Resource { resource } => return shared(planner, resource),
            Rejection::Costly => (
                Rule::Journey,
                "there is a place, but those already on the mission would lose more by it, being late or longer on the way, than is gained".to_owned(),
            ),
        };
        (rule, text)
    }
}

/// What a stay may be, for a path on which no second lift suits it.
fn stay(planner: &Planner, staging: Option<usize>) -> String {
    let operation = planner.operation;
    let entry = staging.and_then(|index| {
        let facility = &operation.facilities[index];
        let entry = operation.staging.iter().find(|entry| entry.facility == facility.id)?;
        Some((facility, entry))
    });
    match entry {
        None => "no second lift suits the stay between the two".to_owned(),
        Some((facility, entry)) => format!(
            "no second lift suits a stay in {} of {} to {}, without a night for those who may have none",
            facility.name,
            hours(entry.min_stay),
            hours(entry.max_stay)
        ),
    }
}

/// "24 h", or "90 min" where the hours are not whole.
fn hours(minutes: Minutes) -> String {
    match (minutes.get() / 60, minutes.get() % 60) {
        (hours, 0) => format!("{hours} h"),
        _ => minutes.to_string(),
    }
}

/// Why a leg cannot take off at a time that is left: its permissions, or else the hours of its two ends.
fn permission(planner: &Planner, from: PlaceIdx, to: PlaceIdx) -> (Rule, String) {
    let operation = planner.operation;
    let airfields = &operation.airfields;
    let (a, b) = (field(planner, from), field(planner, to));
    if from.get().max(to.get()) >= airfields.len() {
        let text = format!("{a}–{b} cannot be reached in time from where they are");
        return (Rule::Clearance, text);
    }
    let tier = &operation.policy.cabin_tiers[0];
    let mut tracks = planner
        .tracks
        .lock()
        .expect("no other thread panics while it holds the tracks");
    let mut limited: Option<Vec<String>> = None;
    let mut always_open = false;
    let horizon = Spans::one(0, planner.axis.end);
    for &(aircraft, kind) in &planner.aircraft {
        always_open |= [from, to].iter().all(|place| {
            let open = fields::open(operation, &planner.axis, kind, &airfields[place.get()]);
            open.is_some_and(|open| open.intersect(&horizon) == horizon)
        });
        let facts = tracks.facts(from.get(), to.get());
        let query = LegQuery {
            aircraft,
            from: &airfields[from.get()].state,
            to: &airfields[to.get()].state,
            duration: block_seconds(&operation.policy, kind, tier, facts.distance),
            facts,
        };
        let limits = limits(operation, &planner.axis, &query);
        if limited.as_ref().is_none_or(|fewest| limits.len() < fewest.len()) {
            limited = Some(limits);
        }
    }
    let limited = limited.unwrap_or_default();
    if limited.is_empty() && always_open {
        let text = format!("the operation ends before {a}–{b} could be flown");
        (Rule::Duty, text)
    } else if limited.is_empty() {
        let text = format!("{a} or {b} is closed at every time that is left for {a}–{b}");
        (Rule::Airfield, text)
    } else {
        let text = format!(
            "no permission for {a}–{b} at a time that is left: {}",
            limited.join(", ")
        );
        (Rule::Clearance, text)
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
        Meaning::Beds(_) => (
            Rule::Destination,
            "all beds of the offer are taken on the days that are left".to_owned(),
        ),
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

/// What there is too little of, for the bound.
pub(crate) fn scarce(planner: &Planner, scarce: Scarce) -> String {
    match scarce {
        Scarce::Resource(resource) => shared_name(planner, resource),
        Scarce::Lift { dimension, until } => {
            let places = places(dimension);
            if until >= planner.problem.end {
                format!("{places} on all flights")
            } else {
                // Whole minutes, rounded up: what binds until then binds until a little later at most.
                let at = planner.axis.at(until + Seconds(59)).strftime("%Y-%m-%d %H:%M UTC");
                format!("{places} on flights that leave before {at}")
            }
        }
    }
}

/// A capacity dimension, in the plural.
fn places(dimension: usize) -> &'static str {
    match dimension {
        load::INTENSIVE => "intensive-care stations",
        load::LYING => "litter places",
        load::SEATS => "seats",
        load::UNITS => "isolation units",
        load::ISOLATION => "isolation places",
        load::CRITICAL => "critical-care points of the teams",
        load::NURSING => "nursing points of the teams",
        _ => "payload",
    }
}

fn shared_name(planner: &Planner, resource: ResourceIdx) -> String {
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
    let field = planner.operation.airfields.get(place.get());
    field.map_or("here", |field| field.id.as_str())
}

/// Whether some aircraft could be handled at a place on a mission of its own.
fn is_open_to_aircraft(planner: &Planner, place: PlaceIdx) -> bool {
    let vehicles = &planner.problem.vehicles[..planner.ordinary()];
    let mut profiles = vehicles
        .iter()
        .map(|vehicle| &planner.problem.profiles[vehicle.profile.get()]);
    profiles.any(|profile| profile.open[place.get()].is_some())
}

fn crew_name<'p>(planner: &'p Planner, crew: CrewIdx) -> &'p str {
    planner.crews[crew.get()].id.as_str()
}
