//! The cost of a solution, summed up from scratch.

use airbridge_units::Seconds;

use crate::problem::{Cost, Problem, VehicleIdx};
use crate::solution::Solution;

/// The cost of a solution by the definitions in [`crate::problem`].
///
/// # Panics
///
/// When the solution is not of this problem.
pub fn total_cost(problem: &Problem, solution: &Solution) -> Cost {
    let mut total = Cost::ZERO;
    for (request, service) in problem.requests.iter().zip(&solution.served) {
        let Some(service) = service else {
            total += request.unserved;
            continue;
        };
        let way = &request.ways[service.way.get()];
        let (first, last) = (&service.rides[0], &service.rides[service.rides.len() - 1]);
        let start = solution.tours[first.vehicle.get()][first.tour].stops[first.boards].load_start;
        let finish = solution.tours[last.vehicle.get()][last.tour].stops[last.leaves].unload_end;
        total += way.cost;
        let late = finish + way.onward - way.due;
        if late > Seconds::ZERO {
            total += way.late;
            total += Cost::in_tier(1, late.0 * way.late_weight / 1024);
        }
        total += Cost::in_tier(3, (finish - start).0 * way.burden_weight / 1024);
    }
    for (index, (vehicle, tours)) in problem.vehicles.iter().zip(&solution.tours).enumerate() {
        for tour in tours {
            total += vehicle.tour_cost + vehicle.setups[tour.setup.get()].cost;
            let (first, last) = (&tour.stops[0], &tour.stops[tour.stops.len() - 1]);
            let mut movement = vehicle.cost_per_second * (last.arrive - first.depart).0;
            for trip in 0..tour.trips.len() {
                movement += tour.travel(problem, VehicleIdx::new(index), trip).cost;
            }
            total += problem.movement_cost(movement);
        }
    }
    total
}
