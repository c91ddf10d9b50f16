//! Puts requests in again where tours are apart: in turn, or by regret.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use super::known::{Apart, Priced};
use crate::problem::{Cost, RequestIdx};
use crate::schedule::sketch::RideOf;
use crate::search::atlas::Atlas;
use crate::search::evaluate::{Context, evaluate};
use crate::search::proposal::Proposal;
use crate::search::state::State;
use crate::search::stop::StopSignal;

/// Who is put in next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Turn {
    /// In the order given.
    InOrder,
    /// Whoever would lose most, were the best so many tours but one closed (Ropke & Pisinger 2006, section 3.2.2).
    Regret(usize),
}

/// How requests are put in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct How {
    pub(crate) turn: Turn,
    /// A tour is passed over with this chance, in 1024ths.
    pub(crate) blink: u32,
}

/// Puts requests in, each where it costs least. Returns false when stopped on the way.
pub(crate) fn recreate(
    apart: &mut Apart,
    state: &mut State<'_>,
    atlas: &Atlas,
    rng: &mut Pcg64Mcg,
    how: How,
    requests: &[RequestIdx],
    stop: &StopSignal,
) -> bool {
    let How { turn, blink } = how;
    let waits = |request: &&RequestIdx| state.assigned[request.get()].is_none();
    let mut requests: Vec<RequestIdx> = requests.iter().filter(waits).copied().collect();
    while !requests.is_empty() {
        if stop.is_set() {
            return false;
        }
        let mut blinks = || blink > 0 && rng.random_range(0..1024) < blink;
        let (at, best) = match turn {
            Turn::InOrder => (0, apart.best(state, atlas, requests[0], 1, blinks).first().copied()),
            Turn::Regret(most) => {
                let mut chosen: Option<((bool, Cost), usize, Option<Priced>)> = None;
                for (at, &request) in requests.iter().enumerate() {
                    let best = apart.best(state, atlas, request, most, &mut blinks);
                    let regret = (best.len() < most, regret(&best, most));
                    if chosen.as_ref().is_none_or(|(known, ..)| regret > *known) {
                        chosen = Some((regret, at, best.first().copied()));
                    }
                }
                let (_, at, best) = chosen.expect("there is a request");
                (at, best)
            }
        };
        state.work += 1;
        let request = requests.remove(at);
        let Some((_, spot)) = best else {
            continue;
        };
        let ride_of = RideOf {
            request,
            way: crate::problem::WayIdx(0),
            ride: 0,
        };
        let found = Proposal::insert(state, ride_of, spot)
            .and_then(|proposal| evaluate(state, SmallVec::from_iter([proposal]), Context::default()));
        if let Ok(found) = found {
            crate::search::apply::apply(state, found);
        } else {
            apart.forget(state, request, spot);
            requests.insert(0, request);
        }
    }
    true
}

/// What the tours after the best would cost more, in all; a tour that is not there costs as much as leaving the request out.
fn regret(best: &[Priced], most: usize) -> Cost {
    let first = best.first().map_or(Cost::ZERO, |found| found.0);
    (1..most).fold(Cost::ZERO, |sum, at| {
        sum + (best.get(at).map_or(Cost::ZERO, |found| found.0) - first)
    })
}
