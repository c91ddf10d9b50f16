//! Carries out what [`super::evaluate`] found possible.

use super::evaluate::{Evaluated, inserted};
use super::state::State;
use super::tour::{Rider, Tour};

/// Changes tours and assignments. The state must be the one that was evaluated, unchanged since.
pub(crate) fn apply(state: &mut State<'_>, evaluated: Evaluated) {
    let problem = state.problem;
    #[cfg(debug_assertions)]
    let expected = state.cost + evaluated.delta;
    let new_request = inserted(&evaluated.proposals).map(|(request, _)| request);
    let mut tours_of_new = [super::moved::NO_TOUR; 2];
    for proposal in evaluated.proposals {
        let id = proposal.tour.unwrap_or_else(|| state.new_id());
        if let Some((ride_of, ..)) = proposal.added {
            tours_of_new[usize::from(ride_of.ride)] = id;
        }
        let riders: Vec<Rider> = proposal.riders().collect();
        state.replace_tour(id, Some(Tour::new(problem, proposal.draft, riders)));
    }
    for (request, mut assigned) in evaluated.moved.requests {
        if Some(request) == new_request {
            assigned.tours = tours_of_new;
            if problem.requests[request.get()].ways[assigned.way.get()].rides.len() == 1 {
                assigned.tours[1] = assigned.tours[0];
            }
        }
        state.assign(request, Some(assigned));
    }
    #[cfg(debug_assertions)]
    debug_assert_eq!(state.cost, expected, "the difference evaluated is the difference made");
}
