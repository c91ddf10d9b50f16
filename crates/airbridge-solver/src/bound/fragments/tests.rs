//! Bounds of small plain problems against all ways to share requests among tours, and relaxations against each other.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::enumerate::tests::{Sequence, drawn, earliest_end, sequences};
use super::*;

/// The bound of a plain problem when fragments are cut at this length, and at how many joints they are.
fn bound(plain: &Plain, longest: Option<usize>) -> Option<(i64, usize)> {
    let mut plain = plain.clone();
    if !windows::tighten(&mut plain) {
        return None;
    }
    let budget = Budget::unlimited();
    let pieces = enumerate::fragments(&plain, longest, usize::MAX, &budget)?;
    let joints = pieces.joints.len();
    let chain = Chain::new(&plain, pieces);
    generate(&chain, plain.fleet, &Effort::default(), &budget).map(|found| (close(&found, |_| true).bound, joints))
}

/// The least cost of carrying a set of requests on one tour, by trying all chains of sequences. Tours may be as long as they like.
fn tours(plain: &Plain, all: &[Sequence]) -> Vec<Option<i64>> {
    let mut least = vec![None; 1 << plain.requests];
    let start = (plain.home(), plain.horizon.0, 0_usize, 0_i64);
    let mut open = vec![start];
    while let Some((node, now, done, cost)) = open.pop() {
        for sequence in all {
            let (first, last) = (sequence.nodes[0], sequence.nodes[sequence.nodes.len() - 1]);
            let set: usize = sequence.served.iter().map(|request| 1 << request).sum();
            if done & set != 0 {
                continue;
            }
            let Some(over) = earliest_end(plain, &sequence.nodes, now + plain.time(node, first)) else {
                continue;
            };
            let sum = cost + plain.cost(node, first) + sequence.cost;
            let whole = sum + plain.cost(last, plain.end());
            let known: &mut Option<i64> = &mut least[done | set];
            *known = Some(known.map_or(whole, |known| known.min(whole)));
            open.push((last, over, done | set, sum));
        }
    }
    least
}

/// The least cost of carrying all of `left` on at most `fleet` tours.
fn shared(tours: &[Option<i64>], left: usize, fleet: i64) -> Option<i64> {
    if left == 0 {
        return Some(0);
    }
    if fleet == 0 {
        return None;
    }
    let first = left & left.wrapping_neg();
    let parts = (1..=left).filter(|part| part & !left == 0 && part & first != 0);
    parts
        .filter_map(|part| Some(tours[part]? + shared(tours, left & !part, fleet - 1)?))
        .min()
}

#[test]
fn bounds_are_not_above_the_least_cost_and_mostly_reach_it() {
    let (mut compared, mut reached, mut joined) = (0, 0, 0);
    for seed in 0..3_000 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let requests = rng.random_range(2..5);
        let mut plain = drawn(requests, &mut rng);
        plain.fleet = rng.random_range(1..=requests as i64);
        // Longest tours are kept for fragments only, and have a test of their own.
        plain.max_tour = 1_000;
        let mut all = Vec::new();
        sequences(&plain, &mut Vec::new(), &mut all);
        let Some(least) = shared(&tours(&plain, &all), (1 << requests) - 1, plain.fleet) else {
            continue;
        };
        let (whole, _) = bound(&plain, None).expect("somebody can be carried");
        assert!(whole <= least, "seed {seed}: {whole}, but {least} is possible");
        for longest in 1..4 {
            let (cut, joints) = bound(&plain, Some(longest)).expect("somebody can be carried");
            assert!(
                cut <= least,
                "seed {seed}, cut at {longest}: {cut}, but {least} is possible"
            );
            joined += usize::from(joints > 0);
        }
        compared += 1;
        reached += usize::from(whole + 1_000 >= least);
    }
    assert!(compared > 300, "only {compared} can be served whole");
    assert!(reached * 10 > compared * 9, "{reached} of {compared} are reached");
    assert!(joined > 300, "only {joined} with joints");
}
