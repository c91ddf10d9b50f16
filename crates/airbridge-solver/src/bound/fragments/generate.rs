//! Prices of requests, by generating tours.
//!
//! Column generation for set partitioning (Desrochers, Desrosiers & Solomon 1992) with prices smoothed towards the best known
//! (Wentges 1997). The bound of a set of prices is Lagrange's: what all requests pay, less what the fleet could gain
//! by tours that cost less than they are paid. It is computed in whole numbers from the exact least reduced cost, whatever the prices are.

use super::Effort;
use super::budget::Budget;
use super::chain::Chain;
use super::cuts::Cuts;
use super::fragment::Fragment;
use super::labels::Labels;
use crate::partition::{Master, Optimum, Requests, Stop};
use crate::problem::RequestIdx;

/// Prices, and the bound that they prove.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    pub(super) by_request: Vec<i64>,
    /// By cut, what a tour pays that carries two or three of its requests; not negative.
    pub(super) fines: Vec<i64>,
    pub(super) bound: i64,
    /// The least reduced cost of any tour; not above zero.
    pub(super) least: i64,
}

impl Prices {
    /// What each fragment costs more than is paid for those it carries.
    pub(super) fn reduced(&self, chain: &Chain) -> Vec<i64> {
        let reduced = |fragment: &Fragment| {
            let paid = fragment.served.iter().map(|request| self.by_request[request]);
            fragment.cost - paid.sum::<i64>()
        };
        chain.fragments.iter().map(reduced).collect()
    }
}

/// Tours taken from one search.
const MOST_TOURS: usize = 60;

/// The share of the best known prices in those that are tried next.
const SMOOTHING: f64 = 0.5;

/// A bound closer than this to the master's value, as a share of it, is not worth another round.
const CONVERGED: f64 = 1e-9;

/// Generates tours until no more are worth it. `None` when nobody can be carried or the first search had more labels than allowed;
/// where a later one has, what was found until then stands.
pub(super) fn generate<'a>(
    chain: &'a Chain,
    fleet: i64,
    effort: &'a Effort,
    budget: &'a Budget<'a>,
) -> Option<Generation<'a>> {
    let mut generation = Generation::begin(chain, fleet, effort, budget)?;
    for round in 0..effort.rounds {
        match generation.round() {
            Some(true) => {}
            None if round == 0 => return None,
            Some(false) | None => break,
        }
    }
    Some(generation)
}

/// Tours generated, and the best prices known for requests.
pub(super) struct Generation<'a> {
    pub(super) chain: &'a Chain,
    pub(super) fleet: i64,
    effort: &'a Effort,
    pub(super) budget: &'a Budget<'a>,
    pub(super) cuts: Cuts,
    pub(super) master: Master,
    pub(super) best: Prices,
}

impl<'a> Generation<'a> {
    /// With the tours that carry one request each; `None` when there are none.
    fn begin(chain: &'a Chain, fleet: i64, effort: &'a Effort, budget: &'a Budget<'a>) -> Option<Self> {
        let singles: Vec<(usize, (i64, Requests))> = (0..chain.fragments.len())
            .filter(|&index| {
                let fragment = &chain.fragments[index];
                let alone = fragment.first < chain.requests && fragment.last < chain.requests;
                alone && fragment.served == Requests::NONE.with(fragment.first)
            })
            .map(|index| (index, tour(chain, &[index])))
            .collect();
        // Leaving a request out costs more than anything that could replace it.
        let dearest = singles.iter().map(|single| single.1.0).max()?;
        let mut master = Master::new(chain.requests, fleet, 4 * dearest.max(1));
        for (fragment, (cost, served)) in singles {
            master.add(cost, served, &[fragment]);
        }
        Some(Self {
            chain,
            fleet,
            effort,
            budget,
            cuts: Cuts::none(&chain.fragments),
            master,
            best: Prices {
                by_request: vec![0; chain.requests],
                fines: Vec::new(),
                bound: 0,
                least: 0,
            },
        })
    }

    /// More tours, or more cuts where there are no more tours. `Some(false)` when there is neither.
    fn round(&mut self) -> Option<bool> {
        self.master.forget();
        let now = self.master.solve();
        let smoothing = if self.best.bound > 0 { SMOOTHING } else { 0.0 };
        let mut added = 0;
        if now.value - self.best.bound as f64 > now.value * CONVERGED {
            added = self.improve(&now, smoothing)?;
            if added == 0 && smoothing > 0.0 {
                added = self.improve(&now, 0.0)?;
            }
        }
        if added > 0 {
            return Some(true);
        }
        let cuts = self.cuts.separate(&self.master, &self.chain.fragments);
        self.master.set_cuts(&self.cuts.triples);
        self.best.fines.resize(self.cuts.triples.len(), 0);
        Some(cuts > 0)
    }

    /// Searches with the master's prices, moved towards the best known by `smoothing`. Returns how many tours the master was given.
    fn improve(&mut self, now: &Optimum, smoothing: f64) -> Option<usize> {
        // Prices below nothing say that carrying one more would be dearer, which leaving out a stop never is.
        let mix = |new: f64, old: i64| ((1.0 - smoothing) * new + smoothing * old as f64).max(0.0).floor() as i64;
        let requests = now.prices.iter().zip(&self.best.by_request);
        let triples = now.of_cuts.iter().zip(&self.best.fines);
        let mut prices = Prices {
            by_request: requests.map(|(new, old)| mix(*new, *old)).collect(),
            fines: triples.map(|(new, old)| mix(-new, *old)).collect(),
            bound: 0,
            least: 0,
        };
        let labels = Labels::search(self.chain, &self.cuts, &prices, self.effort.labels, self.budget)?;
        let least = labels.tours(self.chain).map(|tour| tour.0).min().unwrap_or(0).min(0);
        let all: i64 = prices.by_request.iter().sum();
        prices.least = least;
        prices.bound = all - prices.fines.iter().sum::<i64>() + self.fleet * least;
        if prices.bound > self.best.bound {
            self.best = prices;
        }
        Some(self.add_tours(&labels, now))
    }

    /// Adds tours that cost less than the master pays for them, the best first. Returns how many.
    fn add_tours(&mut self, labels: &Labels, now: &Optimum) -> usize {
        let mut tours: Vec<(i64, u32)> = labels.tours(self.chain).filter(|tour| tour.0 < 0).collect();
        tours.sort_unstable();
        let mut added = 0;
        for (_, label) in tours {
            let fragments: Vec<usize> = labels.fragments(label).collect();
            let (cost, served) = tour(self.chain, &fragments);
            if (cost as f64) * (1.0 + CONVERGED) < self.master.paid(&served, now) {
                self.master.add(cost, served, &fragments);
                added += 1;
                if added >= MOST_TOURS {
                    break;
                }
            }
        }
        added
    }

    /// All tours that the master knows: what each costs, whom it serves, and its stops.
    pub(super) fn tours(&self) -> impl Iterator<Item = (i64, Requests, Box<[Stop]>)> + '_ {
        (0..self.master.len()).map(|number| {
            let fragments = self.master.fragments(number).iter();
            let fragments: Vec<usize> = fragments.map(|&fragment| fragment as usize).collect();
            let (cost, served) = tour(self.chain, &fragments);
            (cost, served, stops(self.chain, &fragments))
        })
    }
}

/// All stops of a tour in their order, from its fragments, last one first.
pub(super) fn stops(chain: &Chain, fragments: &[usize]) -> Box<[Stop]> {
    let mut stops = Vec::new();
    for &fragment in fragments.iter().rev() {
        let fragment = &chain.fragments[fragment];
        // A joint is the last stop of one fragment and the first of the next.
        let known = usize::from(fragment.first >= chain.requests);
        let nodes = fragment.nodes[known..].iter().map(|&node| usize::from(node));
        stops.extend(nodes.map(|node| (RequestIdx::new(node % chain.requests), node < chain.requests)));
    }
    stops.into()
}

/// Cost and requests of a tour, from its fragments, last one first.
pub(super) fn tour(chain: &Chain, fragments: &[usize]) -> (i64, Requests) {
    let of = |index: usize| &chain.fragments[fragments[index]];
    let count = fragments.len();
    let mut cost = chain.back[of(0).last] + chain.out[of(count - 1).first];
    let mut served = Requests::NONE;
    for index in 0..count {
        cost += of(index).cost;
        served = served.union(&of(index).served);
        if index + 1 < count && of(index).first < chain.requests {
            cost += chain.cost(of(index + 1).last, of(index).first);
        }
    }
    (cost, served)
}
