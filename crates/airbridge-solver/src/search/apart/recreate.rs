//! Puts requests in again: in turn, or by regret.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use super::facts::Facts;
use super::known::{Known, Priced, Spot};
use super::tours::Tours;
use crate::problem::{Cost, RequestIdx};
use crate::search::stop::StopSignal;
use crate::search::stream::BLINK;

/// Who is put in next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Turn {
    /// In the order given, each at the best spot of the best tour.
    InOrder,
    /// In the order given, where single spots are passed over as well as tours.
    Loosely,
    /// Whoever would lose most, were the best so many tours but one closed (Ropke & Pisinger 2006, section 3.2.2).
    Regret(usize),
}

/// Puts requests in, each where it costs least. Returns false when stopped on the way.
pub(super) fn recreate(
    facts: &Facts<'_>,
    known: &mut Known,
    tours: &mut Tours,
    rng: &mut Pcg64Mcg,
    turn: Turn,
    requests: &[RequestIdx],
    stop: &StopSignal,
) -> bool {
    let mut requests: Vec<RequestIdx> = requests.to_vec();
    let mut done = true;
    while !requests.is_empty() {
        if stop.is_set() {
            done = false;
            break;
        }
        let mut blinks = || rng.random_range(0..1024) < BLINK;
        let (at, best) = match turn {
            Turn::InOrder => (
                0,
                known.best(facts, tours, requests[0], 1, &mut blinks).first().copied(),
            ),
            Turn::Loosely => (0, known.best_of_all(facts, tours, requests[0], &mut blinks)),
            Turn::Regret(most) => {
                let mut chosen: Option<((bool, Cost), usize, Option<Priced>)> = None;
                for (at, &request) in requests.iter().enumerate() {
                    let best = known.best(facts, tours, request, most, &mut blinks);
                    let regret = (best.len() < most, regret(&best, most));
                    if chosen.as_ref().is_none_or(|(known, ..)| regret > *known) {
                        chosen = Some((regret, at, best.first().copied()));
                    }
                }
                chosen.map_or((0, None), |(_, at, best)| (at, best))
            }
        };
        let request = requests.remove(at);
        if let Some((_, spot)) = best {
            put(facts, known, tours, request, spot);
        }
    }
    tours.count_unserved();
    done
}

/// Puts one in at a spot that was found possible.
pub(super) fn put(facts: &Facts<'_>, known: &mut Known, tours: &mut Tours, request: RequestIdx, spot: Spot) {
    let tour = tours.by_vehicle[spot.vehicle].as_ref();
    let new = if let (Some(tour), Some((pick, drop))) = (tour, spot.after) {
        let spot = (usize::from(pick), usize::from(drop));
        known.bench.with(facts, tour, request, spot)
    } else {
        let stops = [(request, true), (request, false)].into_iter();
        known.bench.of(facts, spot.vehicle, stops)
    };
    debug_assert!(new.is_some(), "the spot was found possible");
    if new.is_some() {
        tours.replace(facts, spot.vehicle, new);
    }
}

/// What the tours after the best would cost more, in all; a tour that is not there costs as much as leaving the request out.
fn regret(best: &SmallVec<[Priced; 4]>, most: usize) -> Cost {
    let first = best.first().map_or(Cost::ZERO, |found| found.0);
    (1..most).fold(Cost::ZERO, |sum, at| {
        sum + (best.get(at).map_or(Cost::ZERO, |found| found.0) - first)
    })
}
