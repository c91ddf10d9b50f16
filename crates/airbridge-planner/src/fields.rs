//! Airfields as one type of aircraft sees them: can it land, when is it open, where is the alternate. `docs/rules.md`, rules 5 and 6.

use airbridge_geo::{daylight, distance};
use airbridge_model::{AircraftType, Airfield, Closed, Operation, Policy};
use airbridge_units::NauticalMiles;

use crate::calendar::Axis;
use crate::performance::suitable;
use crate::spans::Spans;

/// When aircraft of a type can be handled at a field; `None` when no runway suits.
pub(crate) fn open(operation: &Operation, axis: &Axis, kind: &AircraftType, field: &Airfield) -> Option<Spans> {
    let mut runways = suitable(&operation.policy, kind, field).peekable();
    runways.peek()?;
    let lit = runways.any(|runway| runway.lit);
    let mut open = axis.open(&field.hours, &field.zone);
    if !lit {
        open = open.intersect(&by_daylight(&operation.policy, axis, field));
    }
    let closed: Vec<_> = operation
        .closures
        .iter()
        .filter(|closure| matches!(&closure.what, Closed::Airfield(id) if *id == field.id))
        .map(|closure| (axis.not_after(closure.from), axis.not_before(closure.to)))
        .collect();
    Some(open.without(&closed))
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
