//! What an aircraft can do: runways, block time, range, payload.

use airbridge_model::{
    AircraftType, Airfield, CabinTier, Crew, Patient, PersonWeights, PlaceKind, Policy, Runway, RunwayPolicy,
};

use crate::instant::from_minutes;

/// Metres in a foot, by definition.
const METRES_PER_FOOT: f64 = 0.3048;
/// Runways shorter than needed by less than this share are rounding.
const ROUNDING: f64 = 0.001;

/// Metres of runway that a type needs at an airfield.
pub(crate) fn runway_needed(field: &Airfield, kind: &AircraftType, policy: &RunwayPolicy) -> f64 {
    let height = field.elevation.get().max(0.0) * METRES_PER_FOOT;
    let warm = field.above_isa_c.unwrap_or(policy.above_isa_c).max(0.0);
    let corrected = kind.runway.get()
        * (1.0 + policy.per_300_m * height / 300.0)
        * (1.0 + policy.per_degree * warm)
        * policy.wet_factor;
    corrected.max(policy.least.get())
}

/// The runways of an airfield that a type can use.
pub(crate) fn suitable<'a>(
    field: &'a Airfield,
    kind: &'a AircraftType,
    policy: &RunwayPolicy,
) -> impl Iterator<Item = &'a Runway> {
    let needed = runway_needed(field, kind, policy) * (1.0 - ROUNDING);
    field.runways.iter().filter(move |runway| {
        !runway.closed && kind.surfaces.contains(&runway.surface) && runway.length.get() >= needed
    })
}

/// Whether any runway of an airfield suits a type.
pub(crate) fn suits(field: &Airfield, kind: &AircraftType, policy: &RunwayPolicy) -> bool {
    suitable(field, kind, policy).next().is_some()
}

/// Block time in seconds, or nothing when speed makes none.
pub(crate) fn block_seconds(distance: f64, kind: &AircraftType, tier: &CabinTier, policy: &Policy) -> Option<i64> {
    let flying = 3600.0 * distance * policy.block.route_factor / (kind.cruise.get() * tier.speed_factor);
    // A year and a day is no leg.
    (flying.is_finite() && (0.0..=3.2e7).contains(&flying))
        .then(|| (flying.ceil() as i64).saturating_add(from_minutes(policy.block.overhead)))
}

/// Nautical miles that a type flies with a payload in kilograms, or nothing when it cannot carry it.
pub(crate) fn range_with(kind: &AircraftType, payload: f64) -> Option<f64> {
    let first = kind.range.first()?;
    if payload <= first.payload.get() {
        return Some(first.range.get());
    }
    for pair in kind.range.windows(2) {
        let (lower, upper) = (pair[0], pair[1]);
        if payload <= upper.payload.get() {
            let width = upper.payload.get() - lower.payload.get();
            let share = if width > 0.0 {
                (payload - lower.payload.get()) / width
            } else {
                1.0
            };
            return Some(lower.range.get() + share * (upper.range.get() - lower.range.get()));
        }
    }
    let last = kind.range.last()?;
    (payload <= last.payload.get() * (1.0 + ROUNDING)).then(|| last.range.get())
}

/// Kilograms of patients, attendants and medical team.
pub(crate) fn payload(on_board: &[&Patient], team: Option<&Crew>, persons: &PersonWeights) -> f64 {
    let team = team.map_or(0.0, |team| f64::from(team.persons) * persons.attendant.get());
    let patients: f64 = on_board
        .iter()
        .map(|patient| {
            let own = patient.weight.unwrap_or(persons.patient).get();
            let with = match patient.place_kind() {
                PlaceKind::IntensiveCare => persons.litter_equipment.get() + persons.intensive_care_equipment.get(),
                PlaceKind::Litter => persons.litter_equipment.get(),
                PlaceKind::Seat => persons.baggage.get(),
            };
            own + with + f64::from(patient.attendants.count()) * persons.attendant.get()
        })
        .sum();
    patients + team
}

#[cfg(test)]
mod tests {
    use super::*;
    use airbridge_model::RangePoint;
    use airbridge_units::{AircraftTypeId, Feet, Kilograms, Knots, Metres, NauticalMiles};

    fn kind(curve: &[(f64, f64)]) -> AircraftType {
        AircraftType {
            id: AircraftTypeId::new("synthetic"),
            name: String::new(),
            cruise: Knots(300.0),
            range: curve
                .iter()
                .map(|&(payload, range)| RangePoint {
                    payload: Kilograms(payload),
                    range: NauticalMiles(range),
                })
                .collect(),
            fuel_per_hour: Kilograms(1.0),
            runway: Metres(1.0),
            surfaces: Vec::new(),
            pressurised: true,
            lowest_cabin: Feet(0.0),
            cost_per_hour: 0.0,
            configurations: Vec::new(),
            source: "synthetic".to_owned(),
        }
    }

    #[test]
    fn range_falls_along_the_curve() {
        let kind = kind(&[(1000.0, 2000.0), (5000.0, 1600.0), (5000.0, 1500.0), (6000.0, 1000.0)]);
        for (payload, range) in [
            (0.0, Some(2000.0)),
            (1000.0, Some(2000.0)),
            (3000.0, Some(1800.0)),
            (5000.0, Some(1600.0)),
            (5500.0, Some(1250.0)),
            (6000.0, Some(1000.0)),
            (6005.0, Some(1000.0)),
            (6010.0, None),
        ] {
            assert_eq!(range_with(&kind, payload), range, "{payload} kg");
        }
        assert_eq!(range_with(&self::kind(&[]), 0.0), None);
    }
}
