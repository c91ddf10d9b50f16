//! What could be had from the same moment, had nothing been promised.
//!
//! The past stays as it was, and so does the work. Two searches begin differently: from what still holds of the running plan, and from nothing that
//! has not begun. The better of the two counts.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Operation, Progress, Step};
use airbridge_planner::{Settings, replan};
use airbridge_progress::Promise;
use airbridge_solver::search::StopSignal;
use airbridge_units::{MissionId, PatientId};
use anyhow::{Context, Result};

use super::measure::{Achieved, sound};

pub(super) fn afresh(
    standing: &Operation,
    promises: &BTreeMap<PatientId, Promise>,
    settings: &Settings,
) -> Result<Achieved> {
    let mut best: Option<Achieved> = None;
    let free = nothing_promised(standing.clone());
    for operation in [nothing_planned(free.clone()), free] {
        let made = replan(operation, settings, &StopSignal::new()).context("planning afresh")?;
        sound(&made.operation, &made.plan).context("planning afresh")?;
        let found = Achieved::of(&made.operation, &made.plan, promises);
        let better = |known: &Achieved| {
            (found.on_time_weight, -found.weighted_hours) > (known.on_time_weight, -known.weighted_hours)
        };
        if best.as_ref().is_none_or(better) {
            best = Some(found);
        }
    }
    best.context("two plans were made")
}

/// The same without promises.
fn nothing_promised(mut operation: Operation) -> Operation {
    if let Some(so_far) = &mut operation.so_far {
        so_far.promised.journeys.clear();
    }
    operation
}

/// The same without what has not begun.
fn nothing_planned(mut operation: Operation) -> Operation {
    let now = operation.planned_at;
    if let Some(so_far) = &mut operation.so_far {
        let stands = &mut so_far.stands;
        stands
            .missions
            .retain(|mission| mission.progress(now) != Progress::NotBegun);
        // Missions that have begun still list those who are to board later.
        let begun: BTreeSet<MissionId> = stands.missions.iter().map(|mission| mission.id.clone()).collect();
        stands.journeys.retain(|journey| {
            let on_one = |step: &Step| matches!(step, Step::Lift { mission, .. } if begun.contains(mission));
            !journey.begun(now).is_empty() || journey.steps.iter().any(on_one)
        });
    }
    operation
}
