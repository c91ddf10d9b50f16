//! All tours of small reduced cost.
//!
//! A choice of tours that serves everybody costs at least the bound and the sum of what each of its tours costs above the least reduced cost. So when all
//! tours within some distance are known, either a choice of them is within that distance, and the best such choice is the optimum; or there
//! is none, and the bound rises by it ([`super::close`]; Baldacci, Christofides & Mingozzi 2008, section 5). Chains are extended as in [`super::labels`], but only equal sets of
//! requests are compared; what cannot end in time is found out by the least reduced cost of completing a chain, with requests repeated at will and
//! clocks rounded down.

use std::collections::HashMap;

use super::budget::Budget;
use super::chain::Chain;
use super::cuts::Cuts;
use super::generate::Prices;
use crate::partition::Requests;

/// More slices of time than this are not taken on: a table of a few megabytes.
const MOST_SLICES: i64 = 4_096;

/// Slices are shorter than any fragment by this factor (by trial on Cordeau's sets), where there are not too many of them.
const FINER: i64 = 32;

const NEVER: i64 = i64::MAX / 4;

/// All tours whose reduced cost is below `least + above`, for each set of requests at least the cheapest: their fragments, last one first, and what each costs
/// above `least`. `None` when there are more than `most` of their beginnings, where no time can be sliced, or when the budget is used up.
pub(super) fn near(
    chain: &Chain,
    cuts: &Cuts,
    prices: &Prices,
    (least, above): (i64, i64),
    most: usize,
    budget: &Budget<'_>,
) -> Option<Vec<(Vec<usize>, i64)>> {
    let reduced = prices.reduced(chain);
    let completion = Completion::of(chain, &reduced)?;
    let mut search = Search {
        chain,
        cuts,
        prices,
        reduced: &reduced,
        completion,
        limit: least + above,
        steps: Vec::new(),
        known: HashMap::new(),
    };
    let mut open: Vec<u32> = Vec::new();
    for first in 0..chain.requests {
        let begin = Step {
            time: chain.begin[first].0,
            cost: chain.out[first],
            served: Requests::NONE,
            before: NONE,
            fragment: NONE,
        };
        search.begin(first, begin, &mut open);
    }
    let mut counted = 0;
    let mut found = Vec::new();
    while let Some(index) = open.pop() {
        if search.steps.len() > most {
            return None;
        }
        if search.steps.len() >= counted + 1_000 {
            budget.spend(search.steps.len() - counted)?;
            counted = search.steps.len();
        }
        let step = search.steps[index as usize];
        let last = chain.fragments[step.fragment as usize].last;
        if last >= chain.requests {
            search.begin(last, Step { before: index, ..step }, &mut open);
            continue;
        }
        let whole = step.cost + chain.back[last];
        if whole < search.limit {
            found.push((search.fragments(index), whole - least));
        }
        for first in 0..chain.requests {
            let arrival = step.time + chain.time(last, first);
            let (opens, closes) = chain.begin[first];
            if arrival <= closes && !step.served.has(first) {
                let begin = Step {
                    time: arrival.max(opens),
                    cost: step.cost + chain.cost(last, first),
                    before: index,
                    ..step
                };
                search.begin(first, begin, &mut open);
            }
        }
    }
    Some(found)
}

const NONE: u32 = u32::MAX;

/// The begin of a tour, up to the end of a fragment.
#[derive(Clone, Copy)]
struct Step {
    time: i64,
    /// With the prices of those carried and the fines.
    cost: i64,
    served: Requests,
    before: u32,
    fragment: u32,
}

struct Search<'a> {
    chain: &'a Chain,
    cuts: &'a Cuts,
    prices: &'a Prices,
    reduced: &'a [i64],
    completion: Completion,
    limit: i64,
    steps: Vec<Step>,
    /// By last request or joint and those carried: times and costs.
    known: HashMap<(u32, Requests), Vec<(i64, i64)>>,
}

impl Search<'_> {
    /// All ways to go on with a fragment that begins at this request or joint.
    fn begin(&mut self, first: usize, from: Step, open: &mut Vec<u32>) {
        if from.cost + self.completion.once_begun(first, from.time) >= self.limit {
            return;
        }
        for &number in &self.chain.beginning[first] {
            let fragment = &self.chain.fragments[number as usize];
            if from.time > fragment.latest || from.served.meets(&fragment.served) {
                continue;
            }
            let mut cost = from.cost + self.reduced[number as usize];
            for &(triple, count) in &self.cuts.touched[number as usize] {
                let before = self.cuts.triples[usize::from(triple)].common(&from.served);
                if before < 2 && before + usize::from(count) >= 2 {
                    cost += self.prices.fines[usize::from(triple)];
                }
            }
            let time = fragment.earliest_end.max(from.time + fragment.span);
            if cost + self.completion.once_ended(fragment.last, time) >= self.limit {
                continue;
            }
            let served = from.served.union(&fragment.served);
            let known = self.known.entry((fragment.last as u32, served)).or_default();
            if known.iter().any(|other| other.0 <= time && other.1 <= cost) {
                continue;
            }
            known.push((time, cost));
            open.push(self.steps.len() as u32);
            self.steps.push(Step {
                time,
                cost,
                served,
                before: from.before,
                fragment: number,
            });
        }
    }

    fn fragments(&self, index: u32) -> Vec<usize> {
        let before = |index: &u32| {
            let before = self.steps[*index as usize].before;
            (before != NONE).then_some(before)
        };
        std::iter::successors(Some(index), before)
            .map(|index| self.steps[index as usize].fragment as usize)
            .collect()
    }
}

/// The least reduced cost of completing a chain, by slice of time; never more than it really is.
struct Completion {
    requests: usize,
    start: i64,
    width: i64,
    slices: usize,
    /// By request or joint, by slice: with a fragment that begins there.
    begins: Vec<i64>,
    /// By request, by slice: after a fragment that ended there.
    ends: Vec<i64>,
    /// By request: when nothing begins any more.
    back: Vec<i64>,
}

impl Completion {
    fn of(chain: &Chain, reduced: &[i64]) -> Option<Self> {
        // No fragment begins and ends in the same slice.
        let width = chain.fragments.iter().map(|fragment| fragment.span).min()?;
        let start = chain.begin.iter().map(|window| window.0).min()?;
        let end = chain.begin.iter().map(|window| window.1).max()?;
        let width = (width / FINER).max((end - start) / MOST_SLICES + 1).min(width);
        if width <= 0 || (end - start) / width >= MOST_SLICES {
            return None;
        }
        let slices = ((end - start) / width + 1) as usize;
        let places = chain.begin.len();
        let mut completion = Self {
            requests: chain.requests,
            start,
            width,
            slices,
            begins: vec![NEVER; places * slices],
            ends: vec![NEVER; chain.requests * slices],
            back: chain.back.clone(),
        };
        for slice in (0..slices).rev() {
            let time = start + slice as i64 * width;
            for first in 0..places {
                let (opens, closes) = chain.begin[first];
                if closes < time || opens >= time + width {
                    continue;
                }
                let at = time.max(opens);
                let fragments = chain.beginning[first].iter().map(|&number| number as usize);
                let least = fragments
                    .filter(|&number| at <= chain.fragments[number].latest)
                    .map(|number| {
                        let fragment = &chain.fragments[number];
                        let end = fragment.earliest_end.max(at + fragment.span);
                        reduced[number] + completion.once_ended(fragment.last, end)
                    })
                    .min();
                completion.begins[first * slices + slice] = least.unwrap_or(NEVER);
            }
            for last in 0..chain.requests {
                let mut least = chain.back[last];
                for first in 0..chain.requests {
                    let arrival = time + chain.time(last, first);
                    let (opens, closes) = chain.begin[first];
                    if arrival <= closes {
                        least = least.min(chain.cost(last, first) + completion.once_begun(first, arrival.max(opens)));
                    }
                }
                completion.ends[last * slices + slice] = least;
            }
        }
        Some(completion)
    }

    fn once_begun(&self, first: usize, time: i64) -> i64 {
        let slice = (time - self.start) / self.width;
        if slice < self.slices as i64 {
            self.begins[first * self.slices + slice as usize]
        } else {
            NEVER
        }
    }

    fn once_ended(&self, last: usize, time: i64) -> i64 {
        if last >= self.requests {
            return self.once_begun(last, time);
        }
        let slice = (time - self.start) / self.width;
        if slice < self.slices as i64 {
            self.ends[last * self.slices + slice as usize]
        } else {
            self.back[last]
        }
    }
}

#[cfg(test)]
mod tests;
