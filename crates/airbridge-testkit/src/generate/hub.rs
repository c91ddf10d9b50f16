//! The Rzeszów hub: patients from Ukraine by ambulance to an airfield in Poland, then by air to eighteen states.
//!
//! What is known: the numbers of the European scheme of 2022 (about 6.8 patients a day, who received how many) and a medical 737 that
//! flew twice a week from mid-August. Everything else is synthetic. A thousand patients take 150 days; more of them bring more aircraft.

mod fleet;
mod people;
mod receivers;
mod states;

use airbridge_model::{Horizon, Operation};

use crate::rows;

/// Patients that one aircraft with two flights a week is for, over [`MOST_DAYS`].
const PATIENTS: usize = 1000;
/// Longest horizon.
const MOST_DAYS: usize = 150;
/// Shortest horizon: four flights.
const LEAST_DAYS: usize = 14;

/// So many patients at the pace of 2022: 150 days for a thousand.
///
/// # Panics
///
/// With no patients.
pub fn hub(patients: usize, seed: u64) -> Operation {
    assert!(patients > 0, "an operation moves somebody");
    let days = (patients * MOST_DAYS).div_ceil(PATIENTS).clamp(LEAST_DAYS, MOST_DAYS) as i64;
    // A Monday: the flights of the week are still to come.
    let from = rows::instant("2022-08-15T00:00:00Z");
    let horizon = Horizon {
        from,
        to: rows::hours_after(from, days * 24),
    };
    let mut operation = rows::operation(
        format!("Rzeszow hub, {patients} patients in {days} days (synthetic, seed {seed})"),
        horizon,
    );
    people::add(&mut operation, patients, days, seed);
    receivers::add(&mut operation, patients, days, seed);
    fleet::add(&mut operation, patients.div_ceil(PATIENTS));
    states::add(&mut operation);
    rows::finish(operation)
}

#[cfg(test)]
mod tests;
