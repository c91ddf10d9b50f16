//! What the solver makes of an instance keeps the instance's own rules, and is the best where all can be tried.

use airbridge_instances::{Instance, Objective, Routes, read};
use airbridge_solver::search::{Limits, StopSignal, solve};

use crate::draw;

fn solved(instance: &Instance, work: u64, seed: u64, threads: usize) -> (Routes, usize) {
    let problem = instance.problem();
    let limits = Limits {
        work: Some(work),
        seed,
        threads,
    };
    let outcome = solve(&problem, &limits, &StopSignal::new()).expect("well-formed");
    let left_out = problem.requests.len() - outcome.solution.served_count();
    (Routes::of(instance, &outcome.solution), left_out)
}

#[test]
fn routes_keep_the_rules_of_their_instance() {
    let mut whole = 0;
    for seed in 0..12 {
        for text in [
            draw::darp(12, 4, seed, seed % 2 == 0),
            draw::li_lim(12, 8, seed),
            draw::sartori_buriol(12, seed),
        ] {
            let instance = read(text.as_bytes(), None).expect("sound");
            let (routes, left_out) = solved(&instance, 4_000, seed, 1);
            if left_out == 0 {
                assert_eq!(routes.check(&instance), Ok(()), "seed {seed}, {}", instance.format);
                whole += 1;
            }
        }
    }
    assert!(whole > 20, "only {whole} were served whole");
}

#[test]
fn threads_change_nothing() {
    let instance = read(draw::darp(14, 4, 3, true).as_bytes(), None).expect("sound");
    let (one, two) = (solved(&instance, 60_000, 7, 1), solved(&instance, 60_000, 7, 2));
    assert_eq!(one, two);
}

#[test]
fn small_instances_are_solved_to_the_best_there_is() {
    let (mut compared, mut tight) = (0, 0);
    for seed in 0..40 {
        for text in [draw::darp(4, 2, seed, true), draw::li_lim(4, 3, seed)] {
            let instance = read(text.as_bytes(), None).expect("sound");
            let Some((vehicles, cost)) = best(&instance) else {
                continue;
            };
            let (routes, left_out) = solved(&instance, 12_000, seed, 1);
            assert_eq!(left_out, 0, "seed {seed}, {}", instance.format);
            let bound = instance.bound();
            assert!(
                bound.cost <= cost && bound.vehicles <= vehicles,
                "seed {seed}: {bound:?}, but {vehicles} and {cost}"
            );
            tight += usize::from(bound.cost > 0.7 * cost);
            if instance.objective() == Objective::VehiclesThenDistance {
                assert_eq!(routes.routes.len(), vehicles, "seed {seed}");
            }
            assert!(
                (routes.cost - cost).abs() < 1e-6,
                "seed {seed}, {}: {} where {cost} is possible",
                instance.format,
                routes.cost
            );
            compared += 1;
        }
    }
    assert!(compared > 30, "only {compared} can be served whole");
    assert!(tight > compared / 2, "{tight} of {compared} bounds say something");
}

/// The best of all ways to serve everybody, by trying them.
pub(crate) fn best(instance: &Instance) -> Option<(usize, f64)> {
    let requests = instance.requests.len();
    // The cheapest order for each set of requests on one vehicle.
    let single: Vec<Option<f64>> = (0..1_usize << requests)
        .map(|set| {
            let chosen: Vec<(usize, usize)> = (0..requests)
                .filter(|request| set >> request & 1 == 1)
                .map(|request| instance.requests[request])
                .collect();
            let mut least = None;
            orders(instance, &chosen, &mut Vec::new(), &mut least);
            least
        })
        .collect();
    let mut least: Option<(usize, f64)> = None;
    split(
        &single,
        (1 << requests) - 1,
        instance.vehicles,
        (0, 0.0),
        &mut |found| {
            let better = |known: (usize, f64)| match instance.objective() {
                Objective::Distance => found.1 < known.1,
                Objective::VehiclesThenDistance => found.0 < known.0 || (found.0 == known.0 && found.1 < known.1),
            };
            if least.is_none_or(better) {
                least = Some(found);
            }
        },
    );
    least
}

/// All ways to share the requests of `left` among vehicles.
fn split(
    single: &[Option<f64>],
    left: usize,
    vehicles: usize,
    so_far: (usize, f64),
    found: &mut impl FnMut((usize, f64)),
) {
    if left == 0 {
        return found(so_far);
    }
    if vehicles == 0 {
        return;
    }
    let first = left & left.wrapping_neg();
    let mut part = left;
    while part > 0 {
        if part & first != 0
            && let Some(cost) = single[part]
        {
            split(
                single,
                left & !part,
                vehicles - 1,
                (so_far.0 + 1, so_far.1 + cost),
                found,
            );
        }
        part = (part - 1) & left;
    }
}

/// All orders of the stops of some requests, and the least cost of those that are possible.
fn orders(instance: &Instance, chosen: &[(usize, usize)], route: &mut Vec<usize>, least: &mut Option<f64>) {
    if route.len() == 2 * chosen.len() {
        let alone = Instance {
            requests: chosen.to_vec(),
            ..instance.clone()
        };
        let routes = Routes {
            routes: vec![route.clone()],
            cost: 0.0,
        };
        // Only the route itself is asked about: others are not on it.
        let possible = match routes.check(&alone) {
            Ok(()) => true,
            Err(why) => why.to_string().starts_with("node"),
        };
        if possible {
            let stops = [&[0], route.as_slice(), &[0]].concat();
            let cost: f64 = stops.windows(2).map(|pair| instance.travel(pair[0], pair[1])).sum();
            if least.is_none_or(|known| cost < known) {
                *least = Some(cost);
            }
        }
        return;
    }
    for &(pickup, delivery) in chosen {
        let next = match (route.contains(&pickup), route.contains(&delivery)) {
            (false, _) => pickup,
            (true, false) => delivery,
            (true, true) => continue,
        };
        route.push(next);
        orders(instance, chosen, route, least);
        route.pop();
    }
}
