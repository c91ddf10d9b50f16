//! Places that only a plan under way has: where missions and people are now.

use airbridge_model::Operation;
use airbridge_solver::problem::{Place, PlaceIdx};

use super::flights::{Flight, Where};

/// Where a flight's tour begins, and where it goes on from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ends {
    pub(crate) start: PlaceIdx,
    pub(crate) goes_on: PlaceIdx,
}

/// Adds both places of each flight. The second is the field where it stands, as far as slots and stands go.
pub(super) fn of_flights(operation: &Operation, flights: &[Flight<'_>], places: &mut Vec<Place>) -> Vec<Ends> {
    let highest = (operation.policy.cabin_tiers.len().max(1) - 1) as u8;
    flights
        .iter()
        .map(|flight| {
            let stands = match flight.position {
                Where::Ground { field, .. } => Some(&places[field]),
                Where::Air { .. } => None,
            };
            let at_base = matches!(flight.position, Where::Ground { stop: 0, .. });
            let goes_on = Place {
                movements: stands.and_then(|place| place.movements),
                // Nobody is kept on board while crews rest.
                rest: stands.is_some_and(|place| place.rest) && flight.aboard.is_empty(),
                parking: stands.filter(|_| !at_base).and_then(|place| place.parking),
                highest_grade: highest,
                ..Place::PLAIN
            };
            places.push(Place {
                highest_grade: highest,
                ..Place::PLAIN
            });
            places.push(goes_on);
            Ends {
                start: PlaceIdx::new(places.len() - 2),
                goes_on: PlaceIdx::new(places.len() - 1),
            }
        })
        .collect()
}

/// Adds a place where nothing takes time and anybody may be.
pub(super) fn plain(operation: &Operation, places: &mut Vec<Place>) -> PlaceIdx {
    places.push(Place {
        highest_grade: (operation.policy.cabin_tiers.len().max(1) - 1) as u8,
        ..Place::PLAIN
    });
    PlaceIdx::new(places.len() - 1)
}
