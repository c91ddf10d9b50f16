//! What a leg has flown of which only the time is known.

use airbridge_model::{Leg, Operation};
use airbridge_units::{AircraftId, Kilograms, NauticalMiles};
use jiff::SignedDuration;

/// Reckons distance and fuel of a leg that has ended where it was not going from its block time, at the aircraft's cruise (`docs/rules.md`, rule 4, the
/// other way round): which way it went is not reported, and what was planned would tell of another. The states stay those planned, with that of the field.
pub(crate) fn by_time_flown(operation: &Operation, aircraft: &AircraftId, leg: &mut Leg) {
    let found = operation.aircraft.iter().find(|known| known.id == *aircraft);
    let mut kinds = operation.aircraft_types.iter();
    let Some(kind) = found.and_then(|aircraft| kinds.find(|kind| kind.id == aircraft.aircraft_type)) else {
        return;
    };
    let policy = &operation.policy;
    let tier = policy.tier_of(leg);
    let block = leg.on_block_at.duration_since(leg.off_block_at);
    let in_cruise = (block - SignedDuration::from_mins(policy.block.overhead.get())).max(SignedDuration::ZERO);
    let hours = |duration: SignedDuration| duration.as_secs_f64() / 3600.0;
    let knots = kind.cruise.get() * tier.speed_factor / policy.block.route_factor;
    leg.distance = NauticalMiles(hours(in_cruise) * knots);
    leg.fuel = Kilograms(hours(block) * kind.fuel_per_hour.get() * tier.fuel_factor);
    let field = operation.airfields.iter().find(|field| field.id == leg.to);
    if let Some(field) = field.filter(|field| !leg.states.contains(&field.state)) {
        leg.states.push(field.state.clone());
    }
}
