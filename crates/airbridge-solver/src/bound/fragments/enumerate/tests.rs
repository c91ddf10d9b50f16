//! Fragments against all sequences of stops and all starts, tried one by one.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::super::windows;
use super::*;

/// A plain problem in small whole numbers, so that limits are often met exactly.
pub(in super::super) fn drawn(requests: usize, rng: &mut Pcg64Mcg) -> Plain {
    let nodes = 2 * requests + 2;
    let at: Vec<(i64, i64)> = (0..nodes)
        .map(|_| (rng.random_range(0..4), rng.random_range(0..4)))
        .collect();
    let pairs = || (0..nodes * nodes).map(|cell| (at[cell / nodes], at[cell % nodes]));
    let time: Vec<i64> = pairs().map(|(a, b)| (a.0 - b.0).abs() + (a.1 - b.1).abs()).collect();
    // Cost and time rank ways differently, so that neither alone decides.
    let cost: Vec<i64> = pairs()
        .map(|(a, b)| 1_000_000 * (3 * (a.0 - b.0).abs() + (a.1 - b.1).abs()))
        .collect();
    let width = rng.random_range(1..30);
    let windows = (0..2 * requests).map(|_| {
        let open = rng.random_range(0..20);
        (open, open + rng.random_range(0..width))
    });
    let windows = windows.collect();
    let demand = (0..requests).map(|_| vec![rng.random_range(1..3)]).collect();
    Plain::for_tests(
        (0..requests).map(|_| rng.random_range(3..20)).collect(),
        windows,
        (0..2 * requests).map(|_| rng.random_range(0..2)).collect(),
        (demand, vec![rng.random_range(2..5)]),
        (0, rng.random_range(25..50)),
        rng.random_range(10..50),
        (time, cost),
    )
}

/// One sequence from empty to empty, as an oracle sees it.
pub(in super::super) struct Sequence {
    pub(in super::super) nodes: Vec<usize>,
    pub(in super::super) served: Requests,
    pub(in super::super) cost: i64,
}

/// All sequences that loads allow.
pub(in super::super) fn sequences(plain: &Plain, so_far: &mut Vec<usize>, found: &mut Vec<Sequence>) {
    let n = plain.requests;
    let aboard: Vec<usize> = so_far
        .iter()
        .copied()
        .filter(|&node| node < n && !so_far.contains(&(node + n)))
        .collect();
    if !so_far.is_empty() && aboard.is_empty() {
        found.push(Sequence {
            nodes: so_far.clone(),
            served: so_far
                .iter()
                .filter(|node| **node < n)
                .fold(Requests::NONE, |set, &node| set.with(node)),
            cost: so_far.windows(2).map(|pair| plain.cost(pair[0], pair[1])).sum(),
        });
        return;
    }
    let load: i64 = aboard.iter().map(|&request| plain.demand[request][0]).sum();
    for node in 0..2 * n {
        let possible = if node < n {
            !so_far.contains(&node) && load + plain.demand[node][0] <= plain.capacity[0]
        } else {
            aboard.contains(&(node - n))
        };
        if possible {
            so_far.push(node);
            sequences(plain, so_far, found);
            so_far.pop();
        }
    }
}

/// The earliest end of service when the first begin is not before `start`: begins are raised until nothing asks for more.
pub(in super::super) fn earliest_end(plain: &Plain, nodes: &[usize], start: i64) -> Option<i64> {
    let mut begin: Vec<i64> = nodes.iter().map(|&node| plain.windows[node].0).collect();
    begin[0] = begin[0].max(start);
    loop {
        let before = begin.clone();
        for index in 1..nodes.len() {
            begin[index] = begin[index].max(begin[index - 1] + plain.step(nodes[index - 1], nodes[index]));
        }
        for (index, &node) in nodes.iter().enumerate() {
            if let Some(there) = nodes.iter().position(|&other| other == node + plain.requests) {
                begin[index] = begin[index].max(begin[there] - plain.ride[node]);
            }
        }
        if nodes.iter().zip(&begin).any(|(&node, &at)| at > plain.windows[node].1) {
            return None;
        }
        if begin == before {
            break;
        }
    }
    let (last, end) = (*nodes.last()?, *begin.last()?);
    let over = end + plain.service[last];
    (over + plain.time(last, plain.end()) <= plain.horizon.1).then_some(over)
}

#[test]
fn fragments_stand_for_all_sequences_and_for_nothing_else() {
    let (mut checked, mut long) = (0, 0);
    for seed in 0..4_000 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let requests = rng.random_range(2..5);
        let plain = drawn(requests, &mut rng);
        let mut tight = plain.clone();
        if !windows::tighten(&mut tight) {
            continue;
        }
        let found = fragments(&tight, None, usize::MAX, &Budget::unlimited())
            .expect("no limit")
            .fragments;
        let mut all = Vec::new();
        sequences(&plain, &mut Vec::new(), &mut all);
        let ends = |sequence: &Sequence| -> Vec<(i64, i64)> {
            let first = plain.horizon.0 + plain.time(plain.home(), sequence.nodes[0]);
            let starts = first..=plain.horizon.1;
            starts
                .filter_map(|start| Some((start, earliest_end(&plain, &sequence.nodes, start)?)))
                .collect()
        };
        let around = |sequence: &Sequence| {
            let (first, last) = (sequence.nodes[0], sequence.nodes[sequence.nodes.len() - 1]);
            plain.time(plain.home(), first) + plain.time(last, plain.end())
        };
        let mut possible: Vec<(&Sequence, Vec<(i64, i64)>)> = all.iter().map(|one| (one, ends(one))).collect();
        possible.retain(|(sequence, ends)| {
            let span = ends.iter().map(|(start, end)| end - start).min();
            span.is_some_and(|span| span + around(sequence) <= plain.max_tour)
        });
        let same = |fragment: &Fragment, sequence: &Sequence| {
            fragment.served == sequence.served
                && fragment.first == sequence.nodes[0]
                && fragment.last + requests == sequence.nodes[sequence.nodes.len() - 1]
        };
        let end = |fragment: &Fragment, start: i64| {
            (start <= fragment.latest).then_some(fragment.earliest_end.max(start + fragment.span))
        };
        for (sequence, ends) in &possible {
            for &(start, over) in ends {
                let replaced = found.iter().any(|fragment| {
                    same(fragment, sequence)
                        && fragment.cost <= sequence.cost
                        && end(fragment, start).is_some_and(|end| end <= over)
                });
                assert!(replaced, "seed {seed}: {:?} from {start} to {over}", sequence.nodes);
            }
            checked += 1;
            long += usize::from(sequence.nodes.len() > 4);
        }
        for fragment in &found {
            let real = possible.iter().any(|(sequence, ends)| {
                same(fragment, sequence)
                    && fragment.cost == sequence.cost
                    && ends.iter().all(|&(start, over)| end(fragment, start) == Some(over))
                    && ends.last().is_some_and(|last| last.0 == fragment.latest)
            });
            assert!(real, "seed {seed}: {fragment:?}");
        }
    }
    assert!(
        checked > 2_000 && long > 200,
        "{checked} sequences, {long} of them with more than two requests"
    );
}
