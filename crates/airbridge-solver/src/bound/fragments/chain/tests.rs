//! All chains of fragments, tried one by one.

use std::collections::BTreeMap;

use super::super::cuts::Cuts;
use super::super::generate::Prices;
use super::*;
use crate::partition::Requests;

/// The least reduced cost of any chain, for each set of requests.
pub(in super::super) fn least_by_requests(chain: &Chain, cuts: &Cuts, prices: &Prices) -> BTreeMap<Requests, i64> {
    let mut least = BTreeMap::new();
    go_on(chain, cuts, prices, (0, 0, Requests::NONE, None), &mut least);
    least
}

/// All chains that go on from here.
fn go_on(
    chain: &Chain,
    cuts: &Cuts,
    prices: &Prices,
    so_far: (i64, i64, Requests, Option<usize>),
    least: &mut BTreeMap<Requests, i64>,
) {
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
    if let Some(last) = last.filter(|&last| last < chain.requests) {
        let triples = cuts.triples.iter().zip(&prices.fines);
        let fined = triples.filter(|(triple, _)| triple.common(&served) >= 2);
        let paid: i64 = served.iter().map(|request| prices.by_request[request]).sum();
        let whole = cost + chain.back[last] - paid + fined.map(|(_, fine)| fine).sum::<i64>();
        let known = least.entry(served).or_insert(whole);
        *known = whole.min(*known);
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
                go_on(chain, cuts, prices, next, least);
            }
        }
    }
}
