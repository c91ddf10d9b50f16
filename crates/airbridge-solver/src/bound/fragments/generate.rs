//! Prices of requests, by generating tours.
//!
//! Column generation for set partitioning (Desrochers, Desrosiers & Solomon 1992) with prices smoothed towards the best known
//! (Wentges 1997). The bound of a set of prices is Lagrange's: what all requests pay, less what the fleet could gain
//! by tours that cost less than they are paid. It is computed in whole numbers from the exact least reduced cost, whatever the prices are.

use super::Effort;
use super::chain::Chain;
use super::cuts::Cuts;
use super::labels::Labels;
use super::master::{Master, Optimum};
use super::requests::Requests;

/// Prices, and the bound that they prove.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    pub(super) by_request: Vec<i64>,
    /// By cut, what a tour pays that carries two or three of its requests; not negative.
    pub(super) fines: Vec<i64>,
    pub(super) bound: i64,
}

/// Tours taken from one search.
const MOST_TOURS: usize = 60;

/// The share of the best known prices in those that are tried next.
const SMOOTHING: f64 = 0.5;

/// A bound closer than this to the master's value, as a share of it, is not worth another round.
const CONVERGED: f64 = 1e-9;

/// The best prices found, or `None` when a search had more labels than allowed.
pub(super) fn prices(chain: &Chain, fleet: i64, effort: &Effort) -> Option<Prices> {
    let mut generation = Generation::begin(chain, fleet, effort)?;
    for _ in 0..effort.rounds {
        if !generation.round()? {
            break;
        }
    }
    Some(generation.best)
}

struct Generation<'a> {
    chain: &'a Chain,
    fleet: i64,
    effort: &'a Effort,
    cuts: Cuts,
    master: Master,
    best: Prices,
}

impl<'a> Generation<'a> {
    /// With the tours that carry one request each; `None` when there are none.
    fn begin(chain: &'a Chain, fleet: i64, effort: &'a Effort) -> Option<Self> {
        let singles: Vec<(i64, Requests)> = (0..chain.fragments.len())
            .filter(|&index| {
                let fragment = &chain.fragments[index];
                let alone = fragment.first < chain.requests && fragment.last < chain.requests;
                alone && fragment.served == Requests::NONE.with(fragment.first)
            })
            .map(|index| tour(chain, &[index]))
            .collect();
        // Leaving a request out costs more than anything that could replace it.
        let dearest = singles.iter().map(|single| single.0).max()?;
        let mut master = Master::new(chain.requests, fleet, 4 * dearest.max(1));
        for (cost, served) in singles {
            master.add(cost, served);
        }
        Some(Self {
            chain,
            fleet,
            effort,
            cuts: Cuts::none(&chain.fragments),
            master,
            best: Prices {
                by_request: vec![0; chain.requests],
                fines: Vec::new(),
                bound: 0,
            },
        })
    }

    /// More tours, or more cuts where there are no more tours. `Some(false)` when there is neither.
    fn round(&mut self) -> Option<bool> {
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
        };
        let labels = Labels::search(self.chain, &self.cuts, &prices, self.effort.labels)?;
        let least = labels.tours(self.chain).map(|tour| tour.0).min().unwrap_or(0).min(0);
        let all: i64 = prices.by_request.iter().sum();
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
            let fined = self.cuts.triples.iter().zip(&now.of_cuts);
            let of_cuts = fined
                .filter(|(triple, _)| triple.common(&served) >= 2)
                .map(|(_, price)| price);
            let paid = now.of_tour
                + of_cuts
                    .chain(served.iter().map(|request| &now.prices[request]))
                    .sum::<f64>();
            if (cost as f64) * (1.0 + CONVERGED) < paid {
                self.master.add(cost, served);
                added += 1;
                if added >= MOST_TOURS {
                    break;
                }
            }
        }
        added
    }
}

/// Cost and requests of a tour, from its fragments, last one first.
fn tour(chain: &Chain, fragments: &[usize]) -> (i64, Requests) {
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
