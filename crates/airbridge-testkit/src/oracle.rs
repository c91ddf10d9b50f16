//! A brute-force oracle for the first tier: how much weight can be in a right bed on time, by trying everything.
//!
//! What comes in: an operation of the tiny family ([`tiny`] makes them). What goes out: the best first tier. It is exact for that family
//! only, and the family is chosen so that trying everything is possible:
//!
//! - one aircraft with one configuration, one flight crew and one medical team, at most two missions and three patients;
//! - patients start in a facility with one airfield and end in one with one airfield, with a single lift; there is no staging, no rest within a mission, and
//!   range for a whole mission without refuelling;
//! - everything is open day and night, beds are promised for the whole horizon, the duty limit is the same at every hour and shorter than
//!   the rest, and nobody has a limit on the time in transit.
//!
//! Then a mission is told by the order of boardings and landings alone: with the first off-block as early as crew, aircraft and duty limit
//! allow, and nothing waiting but for patients not yet ready, every arrival is as early as it can be in that order. What remains (who, which bed, which
//! mission, which order) is finite and is tried in full; each candidate is a complete plan that the independent checker judges.

mod candidate;
mod choice;
mod order;
mod timeline;
mod tiny;

pub use tiny::tiny;

use airbridge_check::Checker;
use airbridge_model::{Operation, Plan};

/// The largest summed weight of patients in a right bed on time.
///
/// # Panics
///
/// When the operation is not of the tiny family.
pub fn best_on_time_weight(operation: &Operation) -> i64 {
    best_plan(operation).measures.on_time_weight
}

/// A plan with the largest first tier; it moves nobody late.
///
/// # Panics
///
/// When the operation is not of the tiny family.
pub fn best_plan(operation: &Operation) -> Plan {
    tiny::assert_belongs(operation);
    let checker = Checker::new(operation);
    let flights = timeline::Flights::new(operation);
    let mut choices = choice::all(operation);
    // The heaviest first; ties in the order of the enumeration, so that the answer is always the same.
    choices.sort_by_key(|choice| std::cmp::Reverse(choice.weight(operation)));
    for choice in &choices {
        for missions in order::all(operation, choice) {
            if let Some(plan) = candidate::plan(operation, &flights, choice, &missions)
                && checker.check(&plan).is_empty()
            {
                return plan;
            }
        }
    }
    unreachable!("moving nobody is the last choice and breaks no rule")
}

#[cfg(test)]
mod tests;
