//! The Gaza waiting list: a long list, crossings with a daily quota, few beds in many states.
//!
//! What is known: how many wait, that security clearance is given by name, that the reopened crossing was to let out fifty patients a day with two
//! companions each. Everything else is synthetic. Those whose security clearance is refused (about 15 %) are not in the list: they cannot be
//! moved whatever the plan. `patients` counts the first list and those who come later.

mod fleet;
mod people;
mod receivers;
mod states;

use airbridge_model::{Horizon, Operation};

use crate::rows;

/// A list of this many takes the longest horizon, and beds and quota in full.
const FULL: usize = 12_000;

/// A list of so many patients; 12,000 take 90 days.
///
/// # Panics
///
/// With no patients.
pub fn waiting_list(patients: usize, seed: u64) -> Operation {
    assert!(patients > 0, "an operation moves somebody");
    let days = horizon_days(patients);
    // The Monday on which the crossing reopened.
    let from = rows::instant("2026-02-02T00:00:00Z");
    let horizon = Horizon {
        from,
        to: rows::hours_after(from, days * 24),
    };
    let mut operation = rows::operation(
        format!("Gaza waiting list, {patients} patients over {days} days (synthetic, seed {seed})"),
        horizon,
    );
    people::add(&mut operation, patients, days, seed);
    receivers::add(&mut operation, patients, days, seed);
    fleet::add(&mut operation, patients);
    states::add(&mut operation);
    rows::finish(operation)
}

const fn horizon_days(patients: usize) -> i64 {
    match patients {
        0..150 => 14,
        150..2500 => 30,
        2500..6000 => 60,
        _ => 90,
    }
}

#[cfg(test)]
mod tests;
