//! Ways in order of what they cost at least, and the cheapest among them.

use smallvec::SmallVec;

use super::Inserter;
use crate::problem::{Cost, RequestIdx, WayIdx};
use crate::search::evaluate::Evaluated;
use crate::search::state::State;

/// No way costs less.
pub(crate) const LEAST: Cost = Cost([i64::MIN / 4; crate::problem::TIERS]);

/// What costs least of what is found in these ways, each with what it costs at least by itself, the least first; of several the first way's. What by itself costs
/// more in the first tier than what is found is not tested; it might cost less after all, where it moves somebody else to a better time. With [`LEAST`] for
/// each, every way is tested.
pub(crate) fn cheapest(
    order: impl IntoIterator<Item = (Cost, WayIdx)>,
    mut test: impl FnMut(WayIdx) -> Option<Evaluated>,
) -> Option<Evaluated> {
    let mut best: Option<(Cost, WayIdx, Evaluated)> = None;
    for (floor, way) in order {
        if best.as_ref().is_some_and(|(cost, ..)| cost.0[0] < floor.0[0]) {
            break;
        }
        if let Some(found) = test(way)
            && best
                .as_ref()
                .is_none_or(|(cost, known, _)| (found.delta, way) < (*cost, *known))
        {
            best = Some((found.delta, way, found));
        }
    }
    best.map(|(.., found)| found)
}

impl Inserter<'_> {
    /// The ways among these that by themselves could cost less than leaving the request out, each with what it costs at least by itself; the least first.
    pub(crate) fn worth_it(
        &self,
        state: &State<'_>,
        request: RequestIdx,
        among: impl Iterator<Item = WayIdx>,
    ) -> SmallVec<[(Cost, WayIdx); 32]> {
        let ways = &state.problem.requests[request.get()].ways;
        let floors = among.filter_map(|way| Some((self.floor(state, request, &ways[way.get()]).ok()?, way)));
        let mut order: SmallVec<[(Cost, WayIdx); 32]> = floors.filter(|(floor, _)| *floor < Cost::ZERO).collect();
        order.sort_unstable();
        order
    }
}
