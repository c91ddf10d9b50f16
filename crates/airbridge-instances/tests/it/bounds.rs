//! No bound is above the cost of a solution, however tight the instance.

use airbridge_instances::{Format, Instance, Method, Node, Routes};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::solved::best;

/// An instance with few requests, and routes that serve all of them. Windows, longest ride, longest route, depot window and fleet leave nothing to spare
/// around those routes where `exact` says so, and little elsewhere.
fn planted(requests: usize, exact: bool, rng: &mut Pcg64Mcg) -> (Instance, Vec<Vec<usize>>) {
    let nodes = 2 * requests + 1;
    let at: Vec<(f64, f64)> = (0..nodes)
        .map(|_| (rng.random_range(-8.0..8.0), rng.random_range(-8.0..8.0)))
        .collect();
    let cells = (0..nodes * nodes).map(|cell| (at[cell / nodes], at[cell % nodes]));
    let travel: Vec<f64> = cells.map(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1)).collect();
    let service = [0.0, 3.0, 0.1][rng.random_range(0..3)];
    let fleet = rng.random_range(1..3);
    let mut routes: Vec<Vec<usize>> = vec![Vec::new(); fleet];
    for pickup in 1..=requests {
        let route = &mut routes[rng.random_range(0..fleet)];
        let first = rng.random_range(0..=route.len());
        // Mostly soon after, so that rides are short.
        let second = (first + 1 + rng.random_range(0..2)).min(route.len() + 1);
        route.insert(first, pickup);
        route.insert(second, pickup + requests);
    }
    routes.retain(|route| !route.is_empty());
    let demand: Vec<i64> = (0..requests).map(|_| rng.random_range(1..3)).collect();
    let demand_of = |node: usize| {
        if node > requests {
            -demand[node - 1 - requests]
        } else {
            demand[node - 1]
        }
    };
    let mut begin = vec![0.0; nodes];
    let (mut longest, mut last, mut ride, mut most) = (0.0_f64, 0.0_f64, 0.0_f64, 0);
    for route in &routes {
        let start = rng.random_range(0.0..30.0);
        let (mut now, mut node, mut load) = (start, 0, 0);
        for &next in route {
            now += travel[node * nodes + next] + if node == 0 { 0.0 } else { service };
            if rng.random_range(0..4) == 0 {
                now += rng.random_range(0.0..10.0);
            }
            begin[next] = now;
            node = next;
            load += demand_of(next);
            most = most.max(load);
            if next > requests {
                ride = ride.max(now - (begin[next - requests] + service));
            }
        }
        now += service + travel[node * nodes];
        longest = longest.max(now - start);
        last = last.max(now);
    }
    let slack = |rng: &mut Pcg64Mcg| if exact { 0.0 } else { rng.random_range(0.0..15.0) };
    let mut all = vec![Node {
        open: 0.0,
        close: last + slack(rng),
        service: 0.0,
        demand: 0,
    }];
    for (node, begin) in begin.into_iter().enumerate().skip(1) {
        // One end has a window in most, both in some.
        let tight = rng.random_range(0..3) > 0;
        all.push(Node {
            open: if tight { (begin - slack(rng)).max(0.0) } else { 0.0 },
            close: if tight { begin + slack(rng) } else { 1_000.0 },
            service,
            demand: demand_of(node),
        });
    }
    let instance = Instance {
        format: Format::Darp,
        vehicles: routes.len(),
        capacity: most,
        max_route: Some(longest + slack(rng)),
        max_ride: Some(ride + slack(rng)),
        nodes: all,
        requests: (1..=requests).map(|pickup| (pickup, pickup + requests)).collect(),
        travel,
    };
    (instance, routes)
}

fn length(instance: &Instance, route: &[usize]) -> f64 {
    let stops = [&[0], route, &[0]].concat();
    stops.windows(2).map(|pair| instance.travel(pair[0], pair[1])).sum()
}

#[test]
fn bounds_are_below_the_best_of_all_solutions() {
    bounds_are_below_the_best(0..600);
}

#[test]
#[ignore = "ten thousand instances by enumeration: nightly, in a release build"]
fn bounds_of_ten_thousand_are_below_the_best_of_all_solutions() {
    bounds_are_below_the_best(600..10_600);
}

fn bounds_are_below_the_best(seeds: std::ops::Range<u64>) {
    let (mut compared, mut by_fragments, mut proved) = (0, 0, 0);
    for seed in seeds {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        // Four take a hundred times as long to enumerate as three.
        let requests = if seed % 3 == 1 { 4 } else { rng.random_range(1..4) };
        let (instance, routes) = planted(requests, seed % 3 == 0, &mut rng);
        let known: f64 = routes.iter().map(|route| length(&instance, route)).sum();
        let all = Routes { routes, cost: known };
        assert_eq!(all.check(&instance), Ok(()), "seed {seed}: the planted routes");
        let (_, cost) = best(&instance).expect("the planted routes are a solution");
        assert!(cost <= known + 1e-9, "seed {seed}");
        let bound = instance.bound();
        assert!(bound.cost <= cost, "seed {seed}: {bound:?}, but {cost} is possible");
        if bound.proves(known) {
            assert!(
                known - cost < 1e-5,
                "seed {seed}: {known} is said to be optimal, but {cost} is possible"
            );
        }
        compared += 1;
        by_fragments += usize::from(matches!(bound.method, Method::Fragments(_)));
        proved += usize::from(bound.proves(cost));
    }
    assert!(
        by_fragments * 10 > compared * 8,
        "{by_fragments} of {compared} by fragments"
    );
    assert!(proved * 10 > compared * 8, "{proved} of {compared} proved optimal");
}

#[test]
fn bounds_of_larger_instances_are_below_planted_routes() {
    for seed in 0..60 {
        let mut rng = Pcg64Mcg::seed_from_u64(1_000 + seed);
        let (instance, routes) = planted(7, seed % 2 == 0, &mut rng);
        let known: f64 = routes.iter().map(|route| length(&instance, route)).sum();
        let bound = instance.bound();
        assert!(bound.cost <= known, "seed {seed}: {bound:?}, but {known} is possible");
    }
}
