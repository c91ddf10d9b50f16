//! Airfields as one type of aircraft sees them: can it land, when is it open, where is the alternate. `docs/rules.md`, rules 5 and 6.

use airbridge_geo::{daylight, distance};
use airbridge_model::{AircraftType, Airfield, Closed, Operation, Policy};
use airbridge_units::NauticalMiles;

use crate::calendar::Axis;
use crate::performance::suitable;
use crate::spans::Spans;

/// When aircraft of a type can be handled at a field; `None` when no runway suits. Nothing is handled before the horizon; single instants,
/// such as closures leave between them, are no time to be handled in.
pub(crate) fn open(operation: &Operation, axis: &Axis, kind: &AircraftType, field: &Airfield) -> Option<Spans> {
    suitable(&operation.policy, kind, field).next()?;
    let mut open = axis.open(&field.hours, &field.zone);
    if !lit(&operation.policy, kind, field) {
        open = open.intersect(&by_daylight(&operation.policy, axis, field));
    }
    let closed: Vec<_> = operation
        .closures
        .iter()
        .filter(|closure| matches!(&closure.what, Closed::Airfield(id) if *id == field.id))
        .map(|closure| (axis.not_after(closure.from), axis.not_before(closure.to)))
        .collect();
    let from_the_start = Spans::one(axis.horizon().0, i64::MAX / 8);
    Some(open.without(&closed).intersect(&from_the_start).lasting(1))
}

/// Whether some runway that suits the type is lit.
pub(crate) fn lit(policy: &Policy, kind: &AircraftType, field: &Airfield) -> bool {
    suitable(policy, kind, field).any(|runway| runway.lit)
}

fn by_daylight(policy: &Policy, axis: &Axis, field: &Airfield) -> Spans {
    let (from, to) = axis.horizon();
    let spans = daylight(
        field.position,
        axis.timestamp(from),
        axis.timestamp(to),
        policy.dawn_margin,
        policy.dusk_margin,
    );
    Spans::new(
        spans
            .into_iter()
            .map(|(from, to)| (axis.not_before(from), axis.not_after(to)))
            .collect(),
    )
}

/// How far the alternate of a destination is for a type.
pub(crate) fn alternate(operation: &Operation, kind: &AircraftType, to: usize) -> NauticalMiles {
    let rules = &operation.policy.alternates;
    let here = operation.airfields[to].position;
    operation
        .airfields
        .iter()
        .enumerate()
        .filter(|(index, field)| *index != to && suitable(&operation.policy, kind, field).next().is_some())
        .map(|(_, field)| distance(here, field.position))
        .filter(|away| *away >= rules.least)
        .min_by(|a, b| a.get().total_cmp(&b.get()))
        .unwrap_or(rules.fallback)
}
