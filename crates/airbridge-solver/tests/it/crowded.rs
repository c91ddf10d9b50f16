//! Small random problems in which places on vehicles are short. Synthetic throughout.

use airbridge_solver::problem::*;
use airbridge_units::Moment;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::generate::{Size, problem};

const HOUR: i64 = 3600;

/// A generated problem with few places on vehicles that go to and fro, and little else that is short.
pub(crate) fn crowded(size: Size, seed: u64) -> Problem {
    let mut problem = problem(size, seed);
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    for vehicle in &mut problem.vehicles {
        vehicle.underway = None;
        vehicle.max_tours = rng.random_range(2..=6);
        for setup in &mut vehicle.setups {
            setup.capacity = vec![rng.random_range(2..=3), 99];
        }
    }
    for resource in &mut problem.resources {
        if let ResourceKind::Bucketed { capacity, .. } = &mut resource.kind {
            for most in capacity {
                *most += 3;
            }
        }
    }
    for way in problem.requests.iter_mut().flat_map(|request| &mut request.ways) {
        way.due = way.due.min(Moment(rng.random_range(4..=14) * HOUR));
        way.rides[0].board = WindowsIdx::ALWAYS;
    }
    for request in &mut problem.requests {
        request.demand[0] = rng.random_range(1..=2);
    }
    problem.validate().expect("it was well-formed, and stays so");
    problem
}
