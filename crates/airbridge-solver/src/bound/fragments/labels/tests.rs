//! The least reduced cost against all chains of fragments.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::super::chain::tests::least_by_requests;
use super::super::enumerate::{fragments, tests::drawn};
use super::super::windows;
use super::*;

/// The least of all chains.
fn least(chain: &Chain, cuts: &Cuts, prices: &Prices) -> i64 {
    let all = least_by_requests(chain, cuts, prices).into_values();
    all.min().unwrap_or(i64::MAX)
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
        let expected = least(&chain, &cuts, &prices);
        assert_eq!(found, expected, "seed {seed}");
        let without = Prices {
            fines: vec![0; cuts.triples.len()],
            ..prices.clone()
        };
        compared += 1;
        fined += usize::from(least(&chain, &cuts, &without) != expected);
    }
    assert!(compared > 300 && fined > 50, "{compared} compared, {fined} fined");
}
