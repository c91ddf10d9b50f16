//! What is taken already: beds, admissions, collections, slots and stands.

use std::collections::BTreeMap;

use airbridge_model::{Operation, Step};
use airbridge_solver::problem::{Problem, ResourceIdx, ResourceKind};
use airbridge_units::Moment;

use super::flights::Flight;
use crate::calendar::Axis;
use crate::party::is_done;
use crate::shared::Shared;
use crate::translate::Places;

/// Takes off what those take who have arrived, what was collected and what has moved, and stands of aircraft that stay where they are.
pub(crate) fn take_off(
    operation: &Operation,
    axis: &Axis,
    places: &Places<'_>,
    shared: &Shared,
    (flights, inside): (&[Flight<'_>], &BTreeMap<usize, i64>),
    problem: &mut Problem,
) {
    let Some(so_far) = operation.so_far.as_deref() else {
        return;
    };
    let now = operation.planned_at;
    for journey in &so_far.stands.journeys {
        let Some(patient) = operation.patients.iter().find(|patient| patient.id == journey.patient) else {
            continue;
        };
        if let Some(Step::ToField { facility, from, .. }) = journey.steps.first()
            && *from <= now
            && let Some(releases) = shared.releases[places.facility(facility)]
        {
            take(problem, releases, axis.not_before(*from), 1);
        }
        if so_far.closed.contains_key(&patient.id) || !is_done(operation, patient) {
            continue;
        }
        let Some(offer) = operation.offers.iter().position(|offer| offer.id == journey.offer) else {
            continue;
        };
        let arrives = axis.not_before(journey.arrives_at);
        let bed = &operation.offers[offer];
        let days = operation.stay_days(Some(patient), bed);
        take(problem, shared.beds[offer], arrives, days.max(1));
        if let Some(admissions) = shared.admissions[places.facility(&bed.facility)] {
            take(problem, admissions, arrives, 1);
        }
    }
    for (facility, inside) in inside {
        if let Some(places) = shared.staging[*facility]
            && let ResourceKind::Instant { capacity } = &mut problem.resources[places.get()].kind
        {
            *capacity = (*capacity).max(*inside);
        }
    }
    for mission in &so_far.stands.missions {
        let grounded = so_far.grounded.contains(&mission.id);
        let flight = flights.iter().find(|flight| flight.mission.id == mission.id);
        for (number, stop) in mission.stops.iter().enumerate() {
            let field = places.airfield(&stop.airfield);
            for (at, lands) in [(stop.on_block_at, true), (stop.off_block_at, false)] {
                let Some(at) = at else { continue };
                // A landing at which nothing is left to choose is as good as over.
                let settled = lands && flight.is_some_and(|flight| flight.here().is_some_and(|here| number <= here));
                if let Some(slots) = shared.slots[field]
                    && (at <= now || grounded || settled)
                    && (at > now || flight.is_none_or(|flight| number < flight.behind().0 + 1))
                {
                    take(problem, slots, axis.not_before(at), 1);
                }
            }
        }
        if grounded
            && let Some(last) = mission.stops.last()
            && let Some(stands) = shared.stands[places.airfield(&last.airfield)]
            && let ResourceKind::Instant { capacity } = &mut problem.resources[stands.get()].kind
        {
            *capacity = (*capacity - 1).max(0);
        }
    }
}

/// Takes one of a counted resource from the bucket of a moment on; what began before the calendar is taken from what is left of it.
fn take(problem: &mut Problem, resource: ResourceIdx, at: i64, buckets: u32) {
    let ResourceKind::Bucketed { calendar, capacity } = &mut problem.resources[resource.get()].kind else {
        return;
    };
    let starts = &problem.calendars[calendar.get()].starts;
    // The bucket that holds the moment; days are counted one by one, so those before the calendar's first are as long as that.
    let first = starts.partition_point(|start| *start <= Moment(at)) as i64 - 1;
    let before = if first < 0 {
        let day = 86_400;
        -((starts[0].0 - at + day - 1) / day)
    } else {
        first
    };
    for bucket in before..before + i64::from(buckets) {
        if let Ok(bucket) = usize::try_from(bucket)
            && let Some(left) = capacity.get_mut(bucket)
        {
            *left = (*left - 1).max(0);
        }
    }
}
