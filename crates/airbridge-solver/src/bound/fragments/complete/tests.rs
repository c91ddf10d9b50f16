//! Tours near the least reduced cost against all chains of fragments.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::super::chain::tests::least_by_requests;
use super::super::enumerate::{fragments, tests::drawn};
use super::super::windows;
use super::*;

#[test]
fn all_tours_near_the_least_are_found_and_no_others() {
    let (mut compared, mut several) = (0, 0);
    for seed in 0..3_000 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let mut plain = drawn(5, &mut rng);
        plain.horizon.1 += 60;
        if !windows::tighten(&mut plain) {
            continue;
        }
        let longest = (seed % 2 == 1).then_some(2);
        let unlimited = Budget::unlimited();
        let pieces = fragments(&plain, longest, 100_000, &unlimited).expect("few sequences");
        let chain = Chain::new(&plain, pieces);
        let mut cuts = Cuts::none(&chain.fragments);
        for _ in 0..3 {
            let mut triple = Requests::NONE;
            while triple.len() < 3 {
                triple = triple.with(rng.random_range(0..5));
            }
            cuts.add(triple, &chain.fragments);
        }
        let prices = Prices {
            by_request: (0..5).map(|_| rng.random_range(0..25_000_000)).collect(),
            fines: cuts.triples.iter().map(|_| rng.random_range(0..20_000_000)).collect(),
            bound: 0,
            least: 0,
        };
        let mut expected = least_by_requests(&chain, &cuts, &prices);
        let Some(&least) = expected.values().min() else {
            continue;
        };
        let above = 12_000_000;
        expected.retain(|_, cost| *cost < least + above);
        let Some(found) = near(&chain, &cuts, &prices, (least, above), 1_000_000, &unlimited) else {
            // No time can be sliced where a fragment takes none.
            assert!(chain.fragments.iter().any(|fragment| fragment.span == 0), "seed {seed}");
            continue;
        };
        let mut cheapest: BTreeMap<Requests, i64> = BTreeMap::new();
        for tour in &found {
            let fragments = tour.0.iter().map(|&number| &chain.fragments[number]);
            let served = fragments.fold(Requests::NONE, |all, fragment| all.union(&fragment.served));
            let known = cheapest.entry(served).or_insert(i64::MAX);
            *known = (*known).min(tour.1 + least);
        }
        assert_eq!(cheapest, expected, "seed {seed}");
        compared += 1;
        several += usize::from(expected.len() > 3);
    }
    assert!(
        compared > 300 && several > 100,
        "{compared} compared, {several} with several tours"
    );
}
