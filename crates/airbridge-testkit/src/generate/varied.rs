//! Variations on the three families, for tests over many operations.

use airbridge_model::Operation;

use super::strain;
use super::{benghazi, hub, waiting_list};
use crate::dice::Dice;
use crate::rows;

/// A family of generated operations.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Family {
    /// [`benghazi`].
    Benghazi,
    /// [`hub`].
    Hub,
    /// [`waiting_list`].
    WaitingList,
}

impl Family {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Benghazi, Self::Hub, Self::WaitingList];

    /// An operation of the family as it is meant to be.
    pub fn generate(self, patients: usize, seed: u64) -> Operation {
        match self {
            Self::Benghazi => benghazi(patients, seed),
            Self::Hub => hub(patients, seed),
            Self::WaitingList => waiting_list(patients, seed),
        }
    }
}

/// An operation of a family with 5 to 120 patients and up to six troubles: denials, closures, fewer beds, dark runways, slots, parking, hours,
/// cabin limits, forbidden pairs and more. Always valid; whether anybody can be moved is for the planner to find.
pub fn varied(family: Family, seed: u64) -> Operation {
    let mut dice = Dice::new(seed, "varied");
    let patients = dice.between(5, 120) as usize;
    let mut operation = family.generate(patients, seed);
    for _ in 0..dice.below(7) {
        dice.pick(&strain::ALL)(&mut operation, &mut dice);
    }
    operation.name = format!("{} varied", operation.name);
    rows::finish(operation)
}
