//! What surrounds a group of proposals in the current solution.

use smallvec::SmallVec;

use super::evaluate::Context;
use super::proposal::Proposal;
use super::state::State;
use super::tour::TourId;
use crate::Rejection;
use crate::problem::{Setup, Stay, Vehicle, VehicleIdx, Way};
use crate::schedule::fixpoint::last_before;
use crate::schedule::frame::{Coupling, CrewBusy, Frame, Sequence, StopBounds, Surroundings};
use crate::schedule::sketch::Link;

/// The neighbour of a tour on its vehicle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Neighbour {
    None,
    Tour(TourId),
    /// Another proposal of the group.
    Proposal(usize),
}

/// Reads the frames of all proposals off the current solution.
pub(crate) fn surround<'s>(state: &'s State<'_>, proposals: &[Proposal], context: &Context) -> Surroundings<'s> {
    let mut around = Surroundings {
        group: proposals.iter().filter_map(|p| p.tour).collect(),
        ..Surroundings::default()
    };
    for index in 0..proposals.len() {
        let frame = frame(state, proposals, index, context, &mut around);
        around.frames.push(frame);
    }
    for second in 1..proposals.len() {
        for first in 0..second {
            crew_sequences(state, proposals, first, second, &mut around);
        }
    }
    around
}

fn frame<'s>(
    state: &'s State<'_>,
    proposals: &[Proposal],
    index: usize,
    context: &Context,
    around: &mut Surroundings<'s>,
) -> Frame<'s> {
    let problem = state.problem;
    let proposal = &proposals[index];
    let draft = &proposal.draft;
    let vehicle = draft.vehicle(problem);
    let setup = draft.setup(problem);
    let (before, after) = neighbours(state, proposals, index);
    let own_change = |from: u32| changeover(vehicle, from, setup);
    let mut frame = Frame {
        start_from: problem.start.0,
        depart_from: problem.start.0,
        end_by: (problem.end.0, Rejection::Horizon),
        bounds: SmallVec::from_elem(StopBounds::NONE, draft.len()),
        crews: setup
            .crews
            .iter()
            .map(|&crew| CrewBusy {
                crew,
                taken: &state.by_crew[crew.get()],
            })
            .collect(),
    };
    match before {
        Neighbour::None => {
            let change = own_change(vehicle.initial_kind);
            let ready = problem.start.0.max(vehicle.ready.0) + change;
            frame.start_from = ready;
            frame.depart_from = ready;
        }
        Neighbour::Tour(id) => {
            let tour = state.tour(id);
            let change = own_change(tour.draft.setup(problem).kind);
            frame.start_from = frame.start_from.max(tour.draft.end() + change);
            frame.depart_from = frame.depart_from.max(tour.draft.end() + change + vehicle.turnaround.0);
        }
        Neighbour::Proposal(first) => {
            let change = own_change(proposals[first].draft.setup(problem).kind);
            let gap = change + vehicle.turnaround.0;
            around.sequences.push(Sequence::Vehicle {
                first,
                second: index,
                gap,
                changeover: change,
            });
        }
    }
    if let Neighbour::Tour(id) = after {
        let next = &state.tour(id).draft;
        let change = changeover(vehicle, setup.kind, next.setup(problem));
        let by = (next.clock.start[0] - change).min(next.begin() - change - vehicle.turnaround.0);
        if by < frame.end_by.0 {
            frame.end_by = (by, Rejection::VehicleBusy);
        }
    }
    for link in &draft.sketch.links {
        couple(state, proposals, index, *link, context, &mut frame, around);
    }
    frame
}

/// Time to change into `to`'s kind: the longest of the setups of that kind, so that it does not matter which of them the tour takes.
pub(crate) fn changeover(vehicle: &Vehicle, from_kind: u32, to: &Setup) -> i64 {
    if from_kind == to.kind {
        return 0;
    }
    let same = vehicle.setups.iter().filter(|setup| setup.kind == to.kind);
    same.map(|setup| setup.changeover.0).max().unwrap_or(0)
}

fn neighbours(state: &State<'_>, proposals: &[Proposal], index: usize) -> (Neighbour, Neighbour) {
    let me = &proposals[index];
    let vehicle = me.draft.vehicle;
    let list = &state.by_vehicle[vehicle.get()];
    let slot = me.tour.map_or(me.slot, |id| state.slot(id));
    let as_neighbour = |id: TourId| {
        proposals
            .iter()
            .position(|p| p.tour == Some(id))
            .map_or(Neighbour::Tour(id), Neighbour::Proposal)
    };
    let new_at = |slot: usize, vehicle: VehicleIdx| {
        proposals
            .iter()
            .enumerate()
            .filter(move |(_, p)| p.tour.is_none() && p.slot == slot && p.draft.vehicle == vehicle)
            .map(|(number, _)| number)
    };
    let earlier = |slot: usize| slot.checked_sub(1).map_or(Neighbour::None, |at| as_neighbour(list[at]));
    let later = |slot: usize| list.get(slot).map_or(Neighbour::None, |id| as_neighbour(*id));
    if me.tour.is_some() {
        let before = new_at(slot, vehicle)
            .next_back()
            .map_or_else(|| earlier(slot), Neighbour::Proposal);
        let after = new_at(slot + 1, vehicle)
            .next()
            .map_or_else(|| later(slot + 1), Neighbour::Proposal);
        (before, after)
    } else {
        let before = new_at(slot, vehicle).take_while(|other| *other < index).last();
        let after = new_at(slot, vehicle).find(|other| *other > index);
        (
            before.map_or_else(|| earlier(slot), Neighbour::Proposal),
            after.map_or_else(|| later(slot), Neighbour::Proposal),
        )
    }
}

/// Turns a ride's other half into bounds, or into a coupling when it is in the group.
fn couple<'s>(
    state: &'s State<'_>,
    proposals: &[Proposal],
    index: usize,
    link: Link,
    context: &Context,
    frame: &mut Frame<'s>,
    around: &mut Surroundings<'s>,
) {
    let problem = state.problem;
    let way = link.ride.way(problem);
    let stay = way.stay.as_ref().expect("two rides have a stay");
    let request = link.ride.request;
    let is_new = proposals[index].added.is_some_and(|added| added.0.request == request);
    let other_ride = 1 - link.ride.ride;
    let partner = if is_new {
        proposals.iter().position(|p| {
            p.added
                .is_some_and(|a| a.0.request == request && a.0.ride == other_ride)
        })
    } else {
        let assigned = state.assigned[request.get()].as_ref().expect("riders are assigned");
        let other = assigned.tours[usize::from(other_ride)];
        proposals.iter().position(|p| p.tour == Some(other))
    };
    if let Some(partner) = partner {
        if link.ride.ride == 0 {
            let other = proposals[partner].draft.sketch.link(request);
            let other = other.expect("both rides are on their tours");
            push_coupling(
                around,
                way,
                stay,
                (index, link.pick, link.drop),
                (partner, other.pick, other.drop),
            );
        }
        return;
    }
    let fixed = if is_new {
        context.given.map(|given| (given.start, given.finish))
    } else {
        let assigned = state.assigned[request.get()].as_ref().expect("riders are assigned");
        let ride = usize::from(other_ride);
        Some((assigned.start[ride], assigned.finish[ride]))
    };
    let Some((start, finish)) = fixed else { return };
    bound_by(
        way,
        stay,
        link,
        (start, finish),
        context.later_may_move && !is_new,
        frame,
    );
}

fn push_coupling<'s>(
    around: &mut Surroundings<'s>,
    way: &Way,
    stay: &'s Stay,
    first: (usize, usize, usize),
    second: (usize, usize, usize),
) {
    let new = Coupling {
        first,
        second,
        min: stay.min.0,
        max: stay.max.0,
        not_across: &stay.not_across,
        max_span: way.max_span.0,
    };
    // Riders of one flight mostly share all of it; comparing with those before saves most of the work.
    let known = around.couplings.iter().any(|old| {
        (old.first, old.second, old.min, old.max, old.max_span)
            == (new.first, new.second, new.min, new.max, new.max_span)
            && old.not_across == new.not_across
    });
    if !known {
        around.couplings.push(new);
    }
}

/// Bounds from the other ride, which stays where it is.
fn bound_by(
    way: &Way,
    stay: &Stay,
    link: Link,
    (start, finish): (i64, i64),
    later_may_move: bool,
    frame: &mut Frame<'_>,
) {
    if later_may_move && link.ride.ride == 0 {
        return;
    }
    let span = way.max_span.0;
    if link.ride.ride == 0 {
        let bounds = &mut frame.bounds[link.drop].finish;
        bounds.1 = bounds.1.min(start - stay.min.0);
        bounds.0 = bounds.0.max(start.saturating_sub(stay.max.0));
        if let Some(night) = last_before(&stay.not_across, start) {
            bounds.0 = bounds.0.max(night);
        }
        let bounds = &mut frame.bounds[link.pick].start;
        bounds.0 = bounds.0.max(finish.saturating_sub(span));
    } else {
        let bounds = &mut frame.bounds[link.pick].start;
        bounds.0 = bounds.0.max(finish + stay.min.0);
        bounds.1 = bounds.1.min(finish.saturating_add(stay.max.0));
        let next = stay.not_across.partition_point(|instant| instant.0 <= finish);
        if let Some(night) = stay.not_across.get(next) {
            bounds.1 = bounds.1.min(night.0);
        }
        let bounds = &mut frame.bounds[link.drop].finish;
        bounds.1 = bounds.1.min(start.saturating_add(span));
    }
}

fn crew_sequences(
    state: &State<'_>,
    proposals: &[Proposal],
    first: usize,
    second: usize,
    around: &mut Surroundings<'_>,
) {
    let problem = state.problem;
    let (a, b) = (&proposals[first], &proposals[second]);
    let begins = |p: &Proposal| p.tour.map(|id| state.tour(id).draft.begin());
    let swapped = match (a.draft.underway, b.draft.underway) {
        (Some(_), _) => false,
        (None, Some(_)) => true,
        (None, None) => matches!((begins(a), begins(b)), (Some(x), Some(y)) if y < x),
    };
    let (first, second) = if swapped { (second, first) } else { (first, second) };
    for &crew in &a.draft.setup(problem).crews {
        if b.draft.setup(problem).crews.contains(&crew) {
            around.sequences.push(Sequence::Crew { first, second, crew });
        }
    }
}
