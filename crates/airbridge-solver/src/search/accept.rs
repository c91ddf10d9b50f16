//! Whether to go on from a solution that is no better.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use crate::problem::{Cost, Problem, TIERS};

/// Simulated annealing on a weighted sum of tiers.
///
/// Where it is known how long the search will run, the temperature falls once over all of it. Otherwise it falls over a cycle of iterations, and
/// the next cycle is twice as long. Best solutions are told apart tier by tier, never by the sum.
#[derive(Clone, Debug)]
pub(crate) struct Annealing {
    scale: [f64; TIERS],
    cooling: Cooling,
    iteration: u64,
    cycle: u64,
}

/// Weight of one typical request's cost in each tier, in temperatures' units.
const IMPORTANCE: [f64; TIERS] = [3_000.0, 300.0, 100.0, 10.0, 1.0];
/// First and last temperature, in typical requests' costs in the last tier.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cooling {
    hot: f64,
    cold: f64,
}

impl Cooling {
    /// By trial on operations (0.15 to 1, 0.001 to 0.03).
    pub(crate) const GENERAL: Self = Self { hot: 0.5, cold: 0.01 };
    /// Where iterations are many: by trial on dial-a-ride (0.25 to 1, 0.005 to 0.08).
    pub(crate) const LONG: Self = Self { hot: 1.0, cold: 0.02 };
}
const LONGEST_CYCLE: u64 = 400_000;

impl Annealing {
    /// Scaled to what a request costs on average in a first solution.
    pub(crate) fn new(problem: &Problem, first: Cost, cooling: Cooling) -> Self {
        let requests = problem.requests.len().max(1) as f64;
        let mut scale = [0.0; TIERS];
        let weights: i64 = problem.requests.iter().map(|request| request.unserved.0[0].abs()).sum();
        for (tier, scale) in scale.iter_mut().enumerate() {
            let total = if tier == 0 { weights } else { first.0[tier] };
            let typical = (total.abs() as f64 / requests).max(1e-9);
            *scale = if total == 0 {
                IMPORTANCE[tier] / 1000.0
            } else {
                IMPORTANCE[tier] / typical
            };
        }
        Self {
            scale,
            cooling,
            iteration: 0,
            cycle: (problem.requests.len() as u64 * 40).clamp(1_000, 20_000),
        }
    }

    /// Ends one iteration. Returns whether a new cycle begins.
    pub(crate) fn step(&mut self) -> bool {
        self.iteration += 1;
        if self.iteration < self.cycle {
            return false;
        }
        self.iteration = 0;
        self.cycle = (self.cycle * 2).min(LONGEST_CYCLE);
        true
    }

    /// Whether to keep a change that makes this difference.
    ///
    /// `used` is the part of the whole search that is over, where that is known: then there is one cycle.
    pub(crate) fn accepts(&self, rng: &mut Pcg64Mcg, delta: Cost, used: Option<f64>) -> bool {
        if delta <= Cost::ZERO {
            return true;
        }
        let part = used.unwrap_or(self.iteration as f64 / self.cycle as f64);
        let Cooling { hot, cold } = self.cooling;
        let temperature = hot * (cold / hot).powf(part);
        let sum: f64 = delta
            .0
            .iter()
            .zip(self.scale)
            .map(|(amount, scale)| *amount as f64 * scale)
            .sum();
        sum < -temperature * rng.random::<f64>().max(1e-12).ln()
    }
}
