//! What an aircraft can do: block time, fuel, range with reserve, runway. `docs/rules.md`, rules 4 and 5.

use airbridge_model::{AircraftType, Airfield, CabinTier, Policy, Runway};
use airbridge_units::{Metres, NauticalMiles};

/// Range is reckoned in whole hundredths of a nautical mile, needs rounded up and limits down.
pub(crate) const PER_MILE: f64 = 100.0;

/// Block time of a leg in whole seconds.
pub(crate) fn block_seconds(policy: &Policy, kind: &AircraftType, tier: &CabinTier, distance: NauticalMiles) -> i64 {
    let flown = distance.get() * policy.block.route_factor;
    // The small step down keeps a figure that is whole but for rounding from costing a second more.
    let cruise = (3600.0 * flown / (kind.cruise.get() * tier.speed_factor) - 1e-6).ceil() as i64;
    cruise + policy.block.overhead.get() * 60
}

/// Fuel burnt on a leg, kg.
pub(crate) fn fuel_kg(kind: &AircraftType, tier: &CabinTier, block_seconds: i64) -> f64 {
    block_seconds as f64 / 3600.0 * kind.fuel_per_hour.get() * tier.fuel_factor
}

/// What a leg takes of the range, without reserve; in hundredths of a mile.
pub(crate) fn consumption(policy: &Policy, tier: &CabinTier, distance: NauticalMiles) -> i64 {
    let miles = distance.get() * policy.block.route_factor * tier.fuel_factor * (1.0 + policy.reserves.contingency);
    (miles * PER_MILE).ceil() as i64
}

/// What must be left on arrival, given the distance to the alternate; in hundredths of a mile.
pub(crate) fn reserve(policy: &Policy, kind: &AircraftType, alternate: NauticalMiles) -> i64 {
    let miles = alternate.get() * policy.block.route_factor + policy.reserves.final_reserve.hours() * kind.cruise.get();
    (miles * PER_MILE).ceil() as i64
}

/// Points `(load of patients and attendants in kg, hundredths of a mile)`, after `team_kg` of payload for the medical team.
pub(crate) fn endurance(kind: &AircraftType, team_kg: i64) -> Vec<(i64, i64)> {
    let Some(first) = kind.range.first() else {
        return vec![(0, 0)];
    };
    let mut points = Vec::with_capacity(kind.range.len() + 1);
    // Below the first point the range is that of the first point.
    points.push((0, (first.range.get() * PER_MILE).floor() as i64));
    for point in &kind.range {
        let load = point.payload.get().floor() as i64 - team_kg;
        points.push((load, (point.range.get() * PER_MILE).floor() as i64));
    }
    // The curve at load 0 when the team alone is already beyond some of its points.
    while points.len() > 2 && points[2].0 <= 0 {
        points.remove(1);
    }
    if points[1].0 <= 0 && points.len() > 2 {
        let ((l0, c0), (l1, c1)) = (points[1], points[2]);
        points[0] = (
            0,
            c0 - ((c0 - c1) * (0 - l0) + (l1 - l0) - 1).div_euclid((l1 - l0).max(1)),
        );
        points.remove(1);
    } else if points[1].0 <= 0 {
        // Even the team alone is too much, or just the most.
        points = vec![(0, if points[1].0 == 0 { points[1].1 } else { 0 })];
    }
    points
}

/// Length of runway that a type needs at a field.
pub(crate) fn runway_needed(policy: &Policy, kind: &AircraftType, field: &Airfield) -> Metres {
    let rules = &policy.runways;
    let elevation_m = field.elevation.get().max(0.0) * 0.3048;
    let warm = field.above_isa_c.unwrap_or(rules.above_isa_c).max(0.0);
    let needed = kind.runway.get()
        * (1.0 + rules.per_300_m * elevation_m / 300.0)
        * (1.0 + rules.per_degree * warm)
        * rules.wet_factor;
    Metres(needed.max(rules.least.get()))
}

/// The runways of a field that suit a type.
pub(crate) fn suitable<'a>(
    policy: &Policy,
    kind: &'a AircraftType,
    field: &'a Airfield,
) -> impl Iterator<Item = &'a Runway> + use<'a> {
    let needed = runway_needed(policy, kind, field);
    field
        .runways
        .iter()
        .filter(move |runway| !runway.closed && kind.surfaces.contains(&runway.surface) && runway.length >= needed)
}

#[cfg(test)]
mod tests {
    use airbridge_model::RangePoint;
    use airbridge_testkit::generate::benghazi;
    use airbridge_units::{Feet, Kilograms, Minutes};

    use super::*;

    fn curve(points: &[(f64, f64)]) -> AircraftType {
        let mut kind = benghazi(1, 1).aircraft_types[0].clone();
        kind.range = points
            .iter()
            .map(|&(payload, range)| RangePoint {
                payload: Kilograms(payload),
                range: NauticalMiles(range),
            })
            .collect();
        kind
    }

    #[test]
    fn block_time_is_flight_rounded_up_and_overhead() {
        let operation = benghazi(1, 1);
        let (mut policy, kind) = (operation.policy, &operation.aircraft_types[0]);
        policy.block.route_factor = 1.0;
        policy.block.overhead = Minutes(20);
        let tier = policy.cabin_tiers[0];
        let hour = NauticalMiles(kind.cruise.get() * tier.speed_factor);
        assert_eq!(block_seconds(&policy, kind, &tier, hour), 3600 + 1200);
        let more = NauticalMiles(hour.get() * 1.000_01);
        assert_eq!(block_seconds(&policy, kind, &tier, more), 3601 + 1200);
    }

    #[test]
    fn a_team_moves_along_the_curve() {
        let kind = curve(&[(0.0, 2800.0), (10_000.0, 1800.0), (20_000.0, 800.0)]);
        let team = |kg| endurance(&kind, kg);
        assert_eq!(team(0), [(0, 280_000), (10_000, 180_000), (20_000, 80_000)]);
        assert_eq!(team(5_000), [(0, 230_000), (5_000, 180_000), (15_000, 80_000)]);
        assert_eq!(team(15_000), [(0, 130_000), (5_000, 80_000)]);
        assert_eq!(team(20_000), [(0, 80_000)], "the team is all that it lifts");
        assert_eq!(team(20_001), [(0, 0)], "the team alone is too much");
    }

    #[test]
    fn below_the_first_point_the_range_is_flat() {
        let kind = curve(&[(4_000.0, 2000.0), (8_000.0, 1000.0)]);
        assert_eq!(
            endurance(&kind, 1_000),
            [(0, 200_000), (3_000, 200_000), (7_000, 100_000)]
        );
        assert_eq!(endurance(&kind, 6_000), [(0, 150_000), (2_000, 100_000)]);
    }

    #[test]
    fn a_high_or_warm_field_needs_more_runway() {
        let operation = benghazi(1, 1);
        let (mut policy, kind) = (operation.policy, &operation.aircraft_types[0]);
        let mut field = operation.airfields[0].clone();
        (policy.runways.wet_factor, policy.runways.least) = (1.0, Metres(0.0));
        (field.elevation, field.above_isa_c) = (Feet(-100.0), Some(-5.0));
        assert_eq!(
            runway_needed(&policy, kind, &field),
            kind.runway,
            "low and cold gain nothing"
        );
        field.elevation = Feet(300.0 / 0.3048);
        let needed = runway_needed(&policy, kind, &field).get() / kind.runway.get();
        assert!((needed - 1.0 - policy.runways.per_300_m).abs() < 1e-9, "{needed}");
        policy.runways.least = Metres(9_000.0);
        assert_eq!(runway_needed(&policy, kind, &field), Metres(9_000.0));
    }

    #[test]
    fn a_runway_suits_by_surface_length_and_being_open() {
        let operation = benghazi(1, 1);
        let mut kind = operation.aircraft_types[0].clone();
        let mut field = operation.airfields[0].clone();
        field.runways.truncate(1);
        let count = |kind: &AircraftType, field: &Airfield| suitable(&operation.policy, kind, field).count();
        assert_eq!(count(&kind, &field), 1);
        field.runways[0].closed = true;
        assert_eq!(count(&kind, &field), 0);
        field.runways[0].closed = false;
        kind.surfaces.retain(|surface| *surface != field.runways[0].surface);
        assert_eq!(count(&kind, &field), 0);
    }
}
