//! The least reduced cost against all chains of fragments.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::super::enumerate::{fragments, tests::drawn};
use super::super::windows;
use super::*;

/// The least of all chains that go on from here.
fn least(chain: &Chain, cuts: &Cuts, prices: &Prices, so_far: (i64, i64, Requests, Option<usize>)) -> i64 {
    let (now, cost, served, last) = so_far;
    let starts: Vec<(usize, i64, i64)> = match last {
        None => (0..chain.requests)
            .map(|first| (first, chain.begin[first].0, chain.out[first]))
            .collect(),
        Some(joint) if joint >= chain.requests => vec![(joint, now, 0)],
        Some(last) => (0..chain.requests)
            .map(|first| (first, now + chain.time(last, first), chain.cost(last, first)))
            .collect(),
    };
    let mut best = i64::MAX;
    if let Some(last) = last.filter(|&last| last < chain.requests) {
        let fined = cuts
            .triples
            .iter()
            .zip(&prices.fines)
            .filter(|(triple, _)| triple.common(&served) >= 2);
        let paid: i64 = served.iter().map(|request| prices.by_request[request]).sum();
        best = cost + chain.back[last] - paid + fined.map(|(_, fine)| fine).sum::<i64>();
    }
    for (first, arrival, there) in starts {
        for &number in &chain.beginning[first] {
            let fragment = &chain.fragments[number as usize];
            if arrival <= fragment.latest && !served.meets(&fragment.served) {
                let next = (
                    fragment.earliest_end.max(arrival + fragment.span),
                    cost + there + fragment.cost,
                    served.union(&fragment.served),
                    Some(fragment.last),
                );
                best = best.min(least(chain, cuts, prices, next));
            }
        }
    }
    best
}

#[test]
fn labels_find_the_least_reduced_cost_of_all_chains() {
    let (mut compared, mut fined) = (0, 0);
    for seed in 0..6_000 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let mut plain = drawn(5, &mut rng);
        plain.horizon.1 += 60;
        if !windows::tighten(&mut plain) {
            continue;
        }
        let longest = (seed % 2 == 1).then_some(2);
        let Some(pieces) = fragments(&plain, longest, 100_000, &Budget::unlimited()) else {
            continue;
        };
        let chain = Chain::new(&plain, pieces);
        let mut cuts = Cuts::none(&chain.fragments);
        for _ in 0..4 {
            let mut triple = Requests::NONE;
            while triple.len() < 3 {
                triple = triple.with(rng.random_range(0..5));
            }
            cuts.add(triple, &chain.fragments);
        }
        // Prices near the costs of chains, so that fines decide which is the best.
        let prices = Prices {
            by_request: (0..5).map(|_| rng.random_range(0..25_000_000)).collect(),
            fines: cuts.triples.iter().map(|_| rng.random_range(0..20_000_000)).collect(),
            bound: 0,
            least: 0,
        };
        let labels = Labels::search(&chain, &cuts, &prices, 1_000_000, &Budget::unlimited()).expect("few labels");
        let found = labels.tours(&chain).min().map_or(i64::MAX, |tour| tour.0);
        let expected = least(&chain, &cuts, &prices, (0, 0, Requests::NONE, None));
        assert_eq!(found, expected, "seed {seed}");
        let without = Prices {
            fines: vec![0; cuts.triples.len()],
            ..prices.clone()
        };
        compared += 1;
        fined += usize::from(least(&chain, &cuts, &without, (0, 0, Requests::NONE, None)) != expected);
    }
    assert!(compared > 300 && fined > 50, "{compared} compared, {fined} fined");
}
