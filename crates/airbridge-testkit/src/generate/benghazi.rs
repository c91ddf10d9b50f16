//! Benghazi to Egypt to Russia, February 2017: the founding case, in cohorts of up to 70.
//!
//! What is known: about 70 wounded were flown from Benghazi to Egypt and on to Russia, with more to follow. Everything else here
//! (mix of injuries, aircraft, beds, hours) is synthetic. Each cohort of 70 has days, beds and staging of its own, so that any number of
//! patients can be moved on time by design; beyond thirty cohorts they come side by side, each lane with its own aircraft.

mod fleet;
mod people;
mod receivers;
mod states;

use airbridge_model::{Horizon, Operation};
use jiff::Timestamp;

use crate::rows;

/// Patients of one cohort: the number of the founding case.
const COHORT: usize = 70;
/// Days from one cohort to the next.
const COHORT_DAYS: i64 = 3;
/// Cohorts one after another, before they come side by side.
const COHORTS_IN_LINE: usize = 30;

/// The founding case for 70 patients; fewer or more of the same mix for other sizes.
///
/// With 70 patients: 10 for intensive care (4 ventilated), 26 lying, 34 seated, 12 attendants; 30 orthopaedic, 10 general, 6 each of burns,
/// neurosurgery, eyes, vascular and prosthetics; 3 with a 5,000 ft cabin. The seed decides who has what.
///
/// # Panics
///
/// With no patients.
pub fn benghazi(patients: usize, seed: u64) -> Operation {
    assert!(patients > 0, "an operation moves somebody");
    let plan = Layout::new(patients);
    let mut operation = rows::operation(
        format!("Benghazi to Russia through Cairo, {patients} patients (synthetic, seed {seed})"),
        plan.horizon(),
    );
    people::add(&mut operation, &plan, seed);
    receivers::add(&mut operation, &plan);
    fleet::add(&mut operation, &plan);
    states::add(&mut operation);
    rows::finish(operation)
}

/// How cohorts lie in time and side by side.
struct Layout {
    /// Patients of each cohort, none of them empty.
    cohorts: Vec<usize>,
    /// Cohorts at the same time.
    lanes: usize,
}

impl Layout {
    fn new(patients: usize) -> Self {
        let count = patients.div_ceil(COHORT);
        let mut cohorts = vec![COHORT; count];
        cohorts[count - 1] = patients - COHORT * (count - 1);
        Self {
            cohorts,
            lanes: count.div_ceil(COHORTS_IN_LINE),
        }
    }

    /// When a cohort is ready.
    fn starts_at(&self, cohort: usize) -> Timestamp {
        let turn = (cohort / self.lanes) as i64;
        rows::hours_after(rows::instant("2017-01-31T00:00:00Z"), turn * COHORT_DAYS * 24)
    }

    /// A day of preparation before the first cohort, a week for the last.
    fn horizon(&self) -> Horizon {
        Horizon {
            from: rows::instant("2017-01-30T06:00:00Z"),
            to: rows::hours_after(self.starts_at(self.cohorts.len() - 1), 7 * 24),
        }
    }
}

#[cfg(test)]
mod tests;
