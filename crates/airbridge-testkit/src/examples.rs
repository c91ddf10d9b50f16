//! The examples in the repository's folder `examples/`: which call makes which folder.

use airbridge_model::Operation;

use crate::generate::Family;

/// An example folder and the call that makes its tables.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Name of the folder.
    pub folder: &'static str,
    /// Which generator.
    pub family: Family,
    /// How many patients.
    pub patients: usize,
    /// The seed.
    pub seed: u64,
}

/// Every example.
pub const EXAMPLES: [Example; 3] = [
    Example {
        folder: "benghazi-2017",
        family: Family::Benghazi,
        patients: 70,
        seed: 2017,
    },
    Example {
        folder: "rzeszow-hub-2022",
        family: Family::Hub,
        patients: 1000,
        seed: 2022,
    },
    Example {
        folder: "gaza-waiting-list",
        family: Family::WaitingList,
        patients: 600,
        seed: 2026,
    },
];

impl Example {
    /// The operation.
    pub fn generate(&self) -> Operation {
        self.family.generate(self.patients, self.seed)
    }
}
