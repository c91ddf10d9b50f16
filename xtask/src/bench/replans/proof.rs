//! Whether a promise was changed for less than its price.
//!
//! Two things are tried where promises were changed that could be kept. The plan with which the search began, in which all are kept that can be, may not be
//! worth more than the plan that was adopted. And for some of them one by one, the search goes on from the adopted plan with this promise kept at any
//! price; what comes of it may not be worth more either, unless the same search finds as much without keeping it.

use airbridge_model::Operation;
use airbridge_planner::{Planner, Replanned, replan, search_on};
use airbridge_solver::search::StopSignal;
use airbridge_units::PatientId;
use anyhow::{Context, Result};

use super::measure::objective;
use super::{Arguments, settings};

/// What came of trying.
#[derive(Default)]
pub(super) struct Proof {
    /// Promises changed though they could be kept.
    pub(super) give_way: usize,
    /// Of these, tried one by one.
    pub(super) tried: usize,
    /// Of these, the ones that could be kept at all.
    pub(super) possible: usize,
    /// Of these, the ones whose keeping makes a better plan than the one adopted, and than the same search without it. In words.
    pub(super) too_cheap: Vec<String>,
    /// Whether the begin of the search was worth more.
    pub(super) worse_than_first: bool,
}

pub(super) fn prove(
    standing: &Operation,
    made: &Replanned,
    give_way: &[PatientId],
    seed: u64,
    arguments: &Arguments,
) -> Result<Proof> {
    let mut proof = Proof {
        give_way: give_way.len(),
        ..Proof::default()
    };
    if give_way.is_empty() {
        return Ok(proof);
    }
    let stop = StopSignal::new();
    let worth = objective(&made.operation, &made.plan);
    let first = replan(standing.clone(), &settings(seed, 0), &stop).context("the begin of the search")?;
    proof.worse_than_first = objective(&first.operation, &first.plan) > worth;
    let planner = Planner::new(&made.operation)?;
    // Other random numbers than those with which the planner has tried the same.
    let settings = settings(seed + 1_000_000, arguments.proof_work);
    let mut without = None;
    for patient in give_way.iter().take(arguments.proofs) {
        proof.tried += 1;
        let Some(kept) = search_on(&planner, &made.plan, Some(patient), &settings, &stop)? else {
            continue;
        };
        proof.possible += 1;
        let then = objective(&made.operation, &kept);
        if then <= worth {
            continue;
        }
        if without.is_none() {
            let found = search_on(&planner, &made.plan, None, &settings, &stop)?;
            without = Some(found.map_or(worth, |plan| objective(&made.operation, &plan)));
        }
        if Some(then) > without {
            proof.too_cheap.push(format!("{patient}: {then} where {worth}"));
        }
    }
    Ok(proof)
}
