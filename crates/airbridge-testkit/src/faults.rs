//! Planted faults: small changes that make a sound plan unsound, each with the rule that must be named.
//!
//! What comes in: an operation and a sound plan for it, from the planner or by hand. What goes out: a copy of both in which one
//! thing is wrong, and the code of the finding that a checker owes. A fault changes either the plan or the operation under it (a clearance is
//! denied, a runway shortened, a bed taken back); the plan then still claims the operation's digest, so that this claim stays true and the
//! right rule has to fire. Faults break as few other rules as they can, but a shorter runway may also move an alternate.
//!
//! A fault that finds nothing to break in a plan (no staging, no refuelling) plants nothing.

mod pick;
mod rule_01;
mod rule_02;
mod rule_03;
mod rule_04;
mod rule_05;
mod rule_06;
mod rule_07;
mod rule_08;
mod rule_09;
mod rule_10;
mod rule_11;

use airbridge_model::{Operation, Plan, Rule};

use crate::dice::Dice;

/// A kind of fault.
#[derive(Clone, Copy)]
pub struct Fault {
    /// The rule that it breaks.
    pub rule: Rule,
    /// A few words joined by hyphens.
    pub name: &'static str,
    /// The finding that a checker owes, such as "R04/cabin-too-high".
    pub code: &'static str,
    /// What is done, in words.
    pub what: &'static str,
    plant: Plant,
}

/// Changes operation or plan; `None` when there is nothing to break, and then both may be half changed.
type Plant = fn(&mut Operation, &mut Plan, &mut Dice) -> Option<()>;

/// An operation and a plan with one fault.
pub struct Planted {
    /// The operation, changed or not.
    pub operation: Operation,
    /// The plan, changed or not.
    pub plan: Plan,
}

impl Fault {
    /// Plants the fault at a place that the seed chooses, or nothing where the plan has no such place. The operation and plan that
    /// come in stay as they are; the plan must be sound.
    pub fn plant(&self, operation: &Operation, plan: &Plan, seed: u64) -> Option<Planted> {
        let mut planted = Planted {
            operation: operation.clone(),
            plan: plan.clone(),
        };
        let mut dice = Dice::new(seed, self.name);
        (self.plant)(&mut planted.operation, &mut planted.plan, &mut dice)?;
        Some(planted)
    }
}

/// Every fault, by rule.
pub fn all() -> Vec<Fault> {
    [
        rule_01::FAULTS,
        rule_02::FAULTS,
        rule_03::FAULTS,
        rule_04::FAULTS,
        rule_05::FAULTS,
        rule_06::FAULTS,
        rule_07::FAULTS,
        rule_08::FAULTS,
        rule_09::FAULTS,
        rule_10::FAULTS,
        rule_11::FAULTS,
    ]
    .concat()
}

/// Lists the faults of a rule: name, code, what is done, function.
macro_rules! faults {
    ($rule:ident: $($name:literal, $code:literal, $what:literal, $plant:ident;)+) => {
        pub(super) const FAULTS: &[super::Fault] = &[$(super::Fault {
            rule: airbridge_model::Rule::$rule,
            name: $name,
            code: $code,
            what: $what,
            plant: $plant,
        },)+];
    };
}
use faults;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_four_faults_and_every_name_is_its_own() {
        let all = all();
        for rule in Rule::ALL {
            let codes = all.iter().filter(|fault| fault.rule == *rule);
            assert!(codes.count() >= 4, "rule {rule}");
        }
        let names: BTreeSet<_> = all.iter().map(|fault| fault.name).collect();
        assert_eq!(names.len(), all.len());
        for fault in &all {
            assert!(
                fault.code.starts_with(&format!("R{:02}/", fault.rule.number())),
                "{}",
                fault.name
            );
        }
    }
}
