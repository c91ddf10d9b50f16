//! Tours of least reduced cost, by labels on chains of fragments.
//!
//! Labelling for elementary shortest paths with windows (Feillet, Dejax, Gendreau & Gueguen 2004; Righini & Salani 2006), over fragments
//! in the place of customers as ride times never reach beyond one. A request counts as seen only as long as it could be
//! reached again. All in whole numbers, so the least reduced cost is exact.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::budget::Budget;
use super::chain::Chain;
use super::cuts::Cuts;
use super::generate::Prices;
use crate::partition::Requests;

/// Labels between two looks at the budget.
const STEPS: usize = 4_096;

/// Nothing comes before.
const NONE: u32 = u32::MAX;

/// The begin of a tour, up to the begin of a fragment or to the end of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// When the fragment starts or ends, at the earliest.
    pub(super) time: i64,
    /// Cost and fines without the prices of those carried.
    pub(super) cost: i64,
    /// Carried, and still within reach.
    pub(super) seen: Requests,
    /// Of these triples one request has been carried, or three: one more (of two) is to be paid for.
    odd: u128,
    /// Where it comes from.
    before: u32,
    /// At ends: the fragment just made.
    fragment: u32,
    /// The first request (or joint) of the fragment that begins, or the last of the one that ends.
    request: u32,
    dropped: bool,
}

/// All labels of a search.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) all: Vec<Label>,
    /// By request or joint: labels at the begin of fragments that begin with it.
    pub(super) begins: Vec<Vec<u32>>,
    /// By request or joint: labels at the end of fragments that end with it.
    pub(super) ends: Vec<Vec<u32>>,
}

impl Labels {
    /// All labels that may lead to a tour of least reduced cost when each request is paid its price and
    /// each triple of which two are carried costs its fine. `None` when there are more than `most`, or the budget is used up.
    pub(super) fn search(
        chain: &Chain,
        cuts: &Cuts,
        prices: &Prices,
        most: usize,
        budget: &Budget<'_>,
    ) -> Option<Self> {
        let fines = &prices.fines;
        let reduced = prices.reduced(chain);
        let mut labels = Self {
            all: Vec::new(),
            begins: vec![Vec::new(); chain.begin.len()],
            ends: vec![Vec::new(); chain.begin.len()],
        };
        let mut queue = BinaryHeap::new();
        for first in 0..chain.requests {
            let label = Label {
                time: chain.begin[first].0,
                cost: chain.out[first],
                seen: Requests::NONE,
                odd: 0,
                before: NONE,
                fragment: NONE,
                request: first as u32,
                dropped: false,
            };
            labels.offer(label, Place::Begin, fines, &mut queue);
        }
        let mut counted = 0;
        while let Some(Reverse((_, index, place))) = queue.pop() {
            if labels.all.len() >= counted + STEPS {
                budget.spend(labels.all.len() - counted)?;
                counted = labels.all.len();
            }
            let label = labels.all[index as usize];
            if label.dropped {
                continue;
            }
            if labels.all.len() > most {
                return None;
            }
            let request = label.request as usize;
            match place {
                Place::Begin => {
                    for &number in &chain.beginning[request] {
                        let fragment = &chain.fragments[number as usize];
                        if label.time > fragment.latest || label.seen.meets(&fragment.served) {
                            continue;
                        }
                        let time = fragment.earliest_end.max(label.time + fragment.span);
                        let (mut odd, mut fine) = (label.odd, 0);
                        for &(triple, count) in &cuts.touched[number as usize] {
                            let carried = count + (odd >> triple & 1) as u8;
                            odd = odd & !(1 << triple) | u128::from(carried & 1) << triple;
                            fine += if carried >= 2 { fines[usize::from(triple)] } else { 0 };
                        }
                        let within_reach =
                            |other: usize| time + chain.time(fragment.last, other) <= chain.begin[other].1;
                        let next = Label {
                            time,
                            cost: label.cost + reduced[number as usize] + fine,
                            seen: label.seen.union(&fragment.served).filtered(within_reach),
                            odd,
                            before: index,
                            fragment: number,
                            request: fragment.last as u32,
                            dropped: false,
                        };
                        labels.offer(next, Place::End, fines, &mut queue);
                    }
                }
                // After a joint there is just one way to go on, and it is at hand.
                Place::End if request >= chain.requests => {
                    let next = Label {
                        before: index,
                        fragment: NONE,
                        ..label
                    };
                    labels.offer(next, Place::Begin, fines, &mut queue);
                }
                Place::End => {
                    for first in 0..chain.requests {
                        let arrival = label.time + chain.time(request, first);
                        let (open, close) = chain.begin[first];
                        if arrival > close || label.seen.has(first) {
                            continue;
                        }
                        let next = Label {
                            time: arrival.max(open),
                            cost: label.cost + chain.cost(request, first),
                            before: index,
                            fragment: NONE,
                            request: first as u32,
                            ..label
                        };
                        labels.offer(next, Place::Begin, fines, &mut queue);
                    }
                }
            }
        }
        Some(labels)
    }

    fn offer(&mut self, label: Label, place: Place, fines: &[i64], queue: &mut Queue) {
        let list = match place {
            Place::Begin => &mut self.begins[label.request as usize],
            Place::End => &mut self.ends[label.request as usize],
        };
        let better = |one: &Label, other: &Label| {
            one.cost <= other.cost
                && one.time <= other.time
                && one.seen.within(&other.seen)
                && one.cost + sum(one.odd & !other.odd, fines) <= other.cost
        };
        if list.iter().any(|&other| better(&self.all[other as usize], &label)) {
            return;
        }
        let all = &mut self.all;
        list.retain(|&other| {
            let keeps = !better(&label, &all[other as usize]);
            all[other as usize].dropped |= !keeps;
            keeps
        });
        let index = all.len() as u32;
        list.push(index);
        queue.push(Reverse((label.time, index, place)));
        all.push(label);
    }

    /// Reduced costs of all tours found, with the label that each ends in.
    pub(super) fn tours<'a>(&'a self, chain: &'a Chain) -> impl Iterator<Item = (i64, u32)> + 'a {
        let ends = self.ends[..chain.requests].iter().enumerate();
        ends.flat_map(move |(last, list)| {
            list.iter()
                .map(move |&index| (self.all[index as usize].cost + chain.back[last], index))
        })
    }

    /// The fragments up to a label, last one first.
    pub(super) fn fragments(&self, index: u32) -> impl Iterator<Item = usize> + '_ {
        let before = |index: &u32| {
            let before = self.all[*index as usize].before;
            (before != NONE).then_some(before)
        };
        std::iter::successors(Some(index), before)
            .map(|index| self.all[index as usize].fragment)
            .filter(|&fragment| fragment != NONE)
            .map(|fragment| fragment as usize)
    }
}

/// What the triples of a set cost.
fn sum(mut triples: u128, fines: &[i64]) -> i64 {
    let mut sum = 0;
    while triples != 0 {
        sum += fines[triples.trailing_zeros() as usize];
        triples &= triples - 1;
    }
    sum
}

/// Where a label is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Place {
    Begin,
    End,
}

type Queue = BinaryHeap<Reverse<(i64, u32, Place)>>;

#[cfg(test)]
mod tests;
