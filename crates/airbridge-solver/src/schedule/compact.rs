//! Starting as late as possible without moving any delivery.
//!
//! The earliest schedule loads early and waits on the way. Here each first departure and each loading is moved as late as the
//! next fixed moment allows: the end of unloading of every stop where somebody leaves, the last arrival, and every rest stay where they
//! are. That shortens duties and the time that riders spend on board. The result is only proposed: the caller
//! raises it with all operators and keeps it if nothing moves.

use airbridge_units::{Moment, Seconds};

use super::draft::Draft;
use super::frame::Surroundings;
use crate::problem::{Problem, WindowsIdx};

/// Moves what can start later, in every draft of a group.
pub(crate) fn compact(problem: &Problem, drafts: &mut [&mut Draft], around: &Surroundings<'_>) {
    for index in (0..drafts.len()).rev() {
        compact_one(problem, drafts, around, index);
    }
}

fn compact_one(problem: &Problem, drafts: &mut [&mut Draft], around: &Surroundings<'_>, index: usize) {
    let frame = &around.frames[index];
    // A second loading must not come too late after a first unloading in the same group, which stays where it is.
    let latest_of = |drafts: &[&mut Draft], stop: usize| {
        around
            .couplings
            .iter()
            .filter(|coupling| (coupling.second.0, coupling.second.1) == (index, stop))
            .fold(i64::MAX, |latest, coupling| {
                let finish = drafts[coupling.first.0].unload_end(coupling.first.2);
                let night = coupling.not_across.iter().find(|instant| instant.0 > finish);
                latest
                    .min(finish.saturating_add(coupling.max))
                    .min(night.map_or(i64::MAX, |instant| instant.0))
            })
    };
    for stop in (0..drafts[index].len() - 1).rev() {
        let latest_start = latest_of(drafts, stop).min(frame.bounds[stop].start.1);
        let draft = &mut *drafts[index];
        later_trip(problem, draft, stop);
        later_start(problem, draft, stop, latest_start);
    }
    let draft = &mut *drafts[index];
    draft.clock.arrive[0] = draft.clock.start[0];
}

/// Moves the departure from `stop` and the arrival at the next, if nobody leaves there.
fn later_trip(problem: &Problem, draft: &mut Draft, stop: usize) {
    let next = &draft.sketch.stops[stop + 1];
    let is_last = stop + 2 == draft.len();
    if next.leavers > 0 || next.rest || is_last {
        return;
    }
    let duration = draft.lengths.duration[stop];
    let open = |place: crate::problem::PlaceIdx| {
        problem.profiles[draft.vehicle(problem).profile.get()].open[place.get()].unwrap_or(WindowsIdx::ALWAYS)
    };
    let (here, there) = (open(draft.sketch.stops[stop].place), open(next.place));
    let departures = draft.travel(problem, stop).departures;
    let own = if stop == 0 {
        draft.vehicle(problem).departures
    } else {
        WindowsIdx::ALWAYS
    };
    let mut arrive = draft.clock.start[stop + 1] - draft.lengths.pause[stop + 1];
    loop {
        let before = arrive;
        let Some(at) = round_down(problem, there, arrive) else {
            return;
        };
        let mut depart = at - duration;
        for windows in [here, departures, own] {
            let Some(at) = round_down(problem, windows, depart) else {
                return;
            };
            depart = at;
        }
        arrive = depart + duration;
        if arrive <= draft.clock.arrive[stop + 1] {
            return;
        }
        if arrive == before {
            draft.clock.arrive[stop + 1] = arrive;
            draft.clock.depart[stop] = depart;
            return;
        }
    }
}

/// Moves the start of loading.
fn later_start(problem: &Problem, draft: &mut Draft, stop: usize, latest: i64) {
    let sketch = &draft.sketch.stops[stop];
    let loading = draft.lengths.loading[stop];
    let hours = problem.profiles[draft.vehicle(problem).profile.get()].open[sketch.place.get()];
    let mut start = (draft.clock.depart[stop] - loading).min(sketch.start.1).min(latest);
    loop {
        if start <= draft.clock.start[stop] {
            return;
        }
        let before = start;
        if let Some(hours) = hours
            && hours != WindowsIdx::ALWAYS
        {
            let windows = &problem.windows[hours.get()];
            let Some(at) = windows.latest_block(Moment(start), Seconds(loading)) else {
                return;
            };
            start = at.0;
        }
        for windows in &sketch.board {
            let Some(at) = round_down(problem, *windows, start) else {
                return;
            };
            start = at;
        }
        if start == before {
            draft.clock.start[stop] = start;
            return;
        }
    }
}

fn round_down(problem: &Problem, windows: WindowsIdx, at: i64) -> Option<i64> {
    if windows == WindowsIdx::ALWAYS {
        return Some(at);
    }
    problem.windows[windows.get()]
        .latest_block(Moment(at), Seconds::ZERO)
        .map(|moment| moment.0)
}
