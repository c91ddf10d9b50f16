//! One replan, and what is measured of it.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use airbridge_model::{Operation, Plan};
use airbridge_planner::{Planner, encode, replan};
use airbridge_progress::{ChangeKind, GIVES_WAY, Promise, UNIT, as_if_new, change, diff, proceed, promises, touched};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::disruptions::disruption;
use airbridge_units::PatientId;
use anyhow::{Context, Result, bail};

use super::afresh::afresh;
use super::proof::{Proof, prove};
use super::{Arguments, settings};

/// A plan in execution and what happens to it.
pub(super) struct Disrupted<'d> {
    pub(super) operation: &'d Operation,
    pub(super) parent: &'d Plan,
    pub(super) kind: &'d str,
    pub(super) seed: u64,
    pub(super) example: &'d str,
}

/// A replan.
pub(super) struct Run {
    pub(super) kind: String,
    pub(super) example: String,
    pub(super) seed: u64,
    pub(super) found: Result<Found, String>,
}

/// What was measured.
pub(super) struct Found {
    /// Promises that are still open.
    pub(super) promised: usize,
    pub(super) kept: usize,
    /// Those of people whom the disruption does not touch.
    pub(super) untouched: usize,
    /// Of these, with country, hospital, day and mission kept.
    pub(super) untouched_kept: usize,
    pub(super) repaired: Achieved,
    /// The better of two plans that promise nothing.
    pub(super) afresh: Achieved,
    pub(super) proof: Proof,
}

/// What a plan achieves.
#[derive(Clone, Copy)]
pub(in crate::bench) struct Achieved {
    /// Tier 1.
    pub(super) on_time_weight: i64,
    pub(in crate::bench) on_time: i64,
    /// Tier 2, those left out counted as late by twice the time that is left, as the planner counts them.
    pub(super) weighted_hours: f64,
    /// Promises kept.
    pub(in crate::bench) kept: usize,
}

/// `None` where there is nothing to disrupt.
pub(super) fn measure(disrupted: &Disrupted<'_>, arguments: &Arguments) -> Option<Run> {
    let found = catch_unwind(AssertUnwindSafe(|| found(disrupted, arguments)));
    let found = match found {
        Ok(Ok(None)) => return None,
        Ok(Ok(Some(found))) => Ok(found),
        Ok(Err(error)) => Err(format!("{error:#}")),
        Err(_) => Err("panic".to_owned()),
    };
    Some(Run {
        kind: disrupted.kind.to_owned(),
        example: disrupted.example.to_owned(),
        seed: disrupted.seed,
        found,
    })
}

fn found(disrupted: &Disrupted<'_>, arguments: &Arguments) -> Result<Option<Found>> {
    let &Disrupted {
        operation,
        parent,
        kind,
        seed,
        ..
    } = disrupted;
    let Some((events, now)) = disruption(operation, parent, kind, seed) else {
        return Ok(None);
    };
    let standing = proceed(operation, parent, "parent", &events, now)
        .map_err(|findings| anyhow::anyhow!("{}", findings[0]))?
        .operation;
    let broken = airbridge_check::check(&as_if_new(&standing, operation.planned_at), parent);
    let touched = touched(&standing, &events, &broken);
    let promises = open_promises(&standing);
    let settings = settings(seed, arguments.work);
    let stop = StopSignal::new();
    let made = replan(standing.clone(), &settings, &stop).context("replanning")?;
    sound(&made.operation, &made.plan)?;
    let changes = changes(&made.operation, &promises, &made.plan);
    let untouched = promises.keys().filter(|patient| !touched.contains(*patient));
    let untouched: Vec<&PatientId> = untouched.collect();
    let kept = |patient: &&&PatientId| matches!(changes.get(**patient), None | Some(ChangeKind::Leg));
    let diff = diff(&made.operation, &made.plan, &broken);
    if arguments.list {
        let worth = objective(&made.operation, &made.plan);
        let on_time = made.plan.measures.on_time_weight * UNIT;
        println!("  {kind}, seed {seed}: worth {worth}, of which {on_time} for patients on time");
        let planner = Planner::new(&made.operation)?;
        let stands = made.operation.so_far.as_deref().map(|so_far| &so_far.stands);
        if let Some(Err(partial)) = stands.map(|stands| encode(&planner, stands)) {
            for dropped in &partial.dropped {
                println!("  {kind}, seed {seed}: does not hold as it stands: {dropped}");
            }
        }
        for entry in &diff.patients {
            println!(
                "  {kind}, seed {seed}: {} ({}): {}; {}",
                entry.patient,
                entry.promise.tier.word(),
                entry.kind.words(),
                entry.why
            );
        }
    }
    let give_way: Vec<PatientId> = diff
        .patients
        .iter()
        .filter(|entry| entry.why == GIVES_WAY)
        .map(|entry| entry.patient.clone())
        .collect();
    Ok(Some(Found {
        promised: promises.len(),
        kept: promises.len() - changes.len(),
        untouched: untouched.len(),
        untouched_kept: untouched.iter().filter(kept).count(),
        repaired: Achieved::of(&made.operation, &made.plan, &promises),
        afresh: afresh(&standing, &promises, &settings)?,
        proof: prove(&standing, &made, &give_way, seed, arguments)?,
    }))
}

/// Refuses a plan that the checker refuses.
pub(in crate::bench) fn sound(operation: &Operation, plan: &Plan) -> Result<()> {
    let violations = airbridge_check::check(operation, plan);
    if let Some(first) = violations.first() {
        bail!("{} violations, first: {first}", violations.len());
    }
    Ok(())
}

/// What was promised to those who are still to be moved, or have been.
pub(in crate::bench) fn open_promises(operation: &Operation) -> BTreeMap<PatientId, Promise> {
    let mut promises = promises(operation);
    if let Some(so_far) = operation.so_far.as_deref() {
        promises.retain(|patient, _| !so_far.closed.contains_key(patient));
    }
    promises
}

/// Whose promises a plan changes, and what of them.
pub(super) fn changes(
    operation: &Operation,
    promises: &BTreeMap<PatientId, Promise>,
    plan: &Plan,
) -> BTreeMap<PatientId, ChangeKind> {
    let journeys: BTreeMap<&PatientId, _> = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let changed = |(patient, promise): (&PatientId, &Promise)| {
        let kind = change(operation, promise, plan, journeys.get(patient).copied())?;
        Some((patient.clone(), kind))
    };
    promises.iter().filter_map(changed).collect()
}

/// What the planner makes as large as it can: weight on time less the prices of changed promises, in thousandths.
pub(in crate::bench) fn objective(operation: &Operation, plan: &Plan) -> i64 {
    let promises = open_promises(operation);
    let changes = changes(operation, &promises, plan);
    let prices = changes.iter().map(|(patient, kind)| promises[patient].price(*kind));
    plan.measures.on_time_weight * UNIT - prices.sum::<i64>()
}

impl Achieved {
    pub(in crate::bench) fn of(operation: &Operation, plan: &Plan, promises: &BTreeMap<PatientId, Promise>) -> Self {
        let weights = &operation.policy.weights;
        let left = |due: jiff::Timestamp| {
            let horizon = operation.horizon.to.duration_since(operation.planned_at).as_hours();
            let overdue = operation.planned_at.duration_since(due).as_hours();
            (2 * horizon + overdue.max(0)) as f64
        };
        let closed = |patient: &PatientId| {
            let so_far = operation.so_far.as_deref();
            so_far.is_some_and(|so_far| so_far.closed.contains_key(patient))
        };
        let patients: BTreeMap<&PatientId, _> = operation
            .patients
            .iter()
            .map(|patient| (&patient.id, &patient.precedence))
            .collect();
        let left_out = plan.left_out.iter().filter(|entry| !closed(&entry.patient));
        let missing = left_out.filter_map(|entry| {
            let precedence = patients.get(&entry.patient)?;
            Some(f64::from(weights.of(precedence.level)) * left(precedence.due_at))
        });
        Self {
            on_time_weight: plan.measures.on_time_weight,
            on_time: plan.measures.levels.iter().map(|level| i64::from(level.on_time)).sum(),
            weighted_hours: plan.measures.lateness_weighted_hours + missing.sum::<f64>(),
            kept: promises.len() - changes(operation, promises, plan).len(),
        }
    }
}
