//! The pointwise-earliest schedule, as the least fixpoint of monotone operators.
//!
//! Unknown are, for each stop, arrival `a`, start of loading `s` and departure `d`. Every constraint of the problem is put as an
//! operator `x ≥ f(others)` with `f` non-decreasing in every unknown:
//!
//! * travel without waiting on the way: `a' ≥ d + t` and `d ≥ a' − t`;
//! * service: `s ≥ a + U`, `d ≥ s + V`, the turnaround, the rest;
//! * windows, opening hours, departure windows, availability, free time of crews: "the smallest moment at or after `x` that
//!   is allowed", which never falls when `x`, or the length of the block that must fit, rises;
//! * ride time and span: `s_pick ≥ a_drop + U_drop − limit`;
//! * duty: the first departure is at least the smallest from which the limit covers the duty's end ([`super::duty::earliest_begin`]);
//! * stays between two rides, likewise (the last forbidden instant before the second loading rises with it).
//!
//! Schedules with the pointwise order are a lattice and the operators are monotone and inflationary, so iteration
//! from the lower bounds ends in the least common fixpoint (Knaster–Tarski; Kleene's chain), which is at or before every feasible
//! schedule. If a variable passes a latest bound there, no schedule is feasible. So the test is exact, with several windows and
//! start-dependent limits too, where the eight steps of Cordeau & Laporte (2003, section 4.3) and the segment functions of Gschwind &
//! Drexl (2019) assume one window each.
//!
//! One rule is not of that form: rest at least as long as the duty before it, since a later begin of duty *shortens* it. It is left to a second
//! pass ([`RestRule::Full`]) that starts from the compacted schedule ([`super::compact`]), where duties are as short as can be. Its result obeys
//! the rule but need not be the earliest that does.
//!
//! If the operators never come to rest, constraints contradict each other (a positive cycle). Without a jump over a gap in
//! windows, `3·stops` sweeps suffice for difference constraints (Bellman–Ford); more sweeps than that in a row without
//! a jump mean infeasible.

use airbridge_units::{Moment, Seconds};

use super::draft::{Clock, Draft};
use super::duty::{self, duties, first_duty};
use super::frame::{Sequence, StopBounds, Surroundings};
use crate::Rejection;
use crate::problem::{Problem, Windows, WindowsIdx};

/// How rests within a tour are measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RestRule {
    /// The crews' least rest only.
    Least,
    /// Also as long as the duty before it.
    Full,
}

/// More sweeps than this are never needed in practice; beyond it a draft is given up as infeasible.
const MOST_SWEEPS: usize = 2_000;

/// Sets every clock to the problem's start, the lowest of bounds.
pub(crate) fn reset(problem: &Problem, drafts: &mut [&mut Draft]) {
    let start = problem.start.0;
    for draft in drafts {
        let stops = draft.len();
        for times in [&mut draft.clock.arrive, &mut draft.clock.start, &mut draft.clock.depart] {
            times.clear();
            times.resize(stops, start);
        }
    }
}

/// Raises the clocks of all drafts to the least fixpoint at or above where they stand.
pub(crate) fn raise(
    problem: &Problem,
    drafts: &mut [&mut Draft],
    around: &Surroundings<'_>,
    rule: RestRule,
) -> Result<(), Rejection> {
    let patience = 3 * drafts.iter().map(|draft| draft.len()).sum::<usize>() + 3;
    let mut calm = 0;
    let mut pushed = Pushed {
        by: Rejection::RideTime,
        jumped: false,
        moved: false,
    };
    for _ in 0..MOST_SWEEPS {
        pushed.moved = false;
        pushed.jumped = false;
        for (index, draft) in drafts.iter_mut().enumerate() {
            sweep(problem, draft, around, index, rule, &mut pushed)?;
        }
        if drafts.len() > 1 {
            cross(problem, drafts, around, &mut pushed);
        }
        if !pushed.moved {
            return Ok(());
        }
        calm = if pushed.jumped { 0 } else { calm + 1 };
        if calm > patience {
            break;
        }
    }
    Err(pushed.by)
}

/// What the operators did in a sweep.
struct Pushed {
    /// The last constraint that pushed an earlier stop because of a later one.
    by: Rejection,
    /// Whether a gap in windows was jumped.
    jumped: bool,
    moved: bool,
}

impl Pushed {
    fn raise(&mut self, value: &mut i64, to: i64) {
        if to > *value {
            *value = to;
            self.moved = true;
        }
    }

    fn raise_because(&mut self, value: &mut i64, to: i64, why: Rejection) {
        if to > *value {
            *value = to;
            self.moved = true;
            self.by = why;
        }
    }
}

fn sweep(
    problem: &Problem,
    draft: &mut Draft,
    around: &Surroundings<'_>,
    index: usize,
    rule: RestRule,
    pushed: &mut Pushed,
) -> Result<(), Rejection> {
    let frame = &around.frames[index];
    let last = draft.len() - 1;
    let start_from = frame.start_from;
    let depart_from = frame.depart_from;
    let mut clock = std::mem::take(&mut draft.clock);
    let result = (|| {
        pushed.raise(&mut clock.start[0], start_from);
        pushed.raise(&mut clock.depart[0], depart_from);
        for stop in 0..=last {
            let bounds = frame.bounds[stop];
            if stop > 0 {
                let arrival = clock.depart[stop - 1] + draft.lengths.duration[stop - 1];
                pushed.raise(&mut clock.arrive[stop], arrival);
                arrive(problem, draft, stop, bounds, &mut clock, pushed)?;
            }
            if stop < last {
                load(problem, draft, stop, bounds, &mut clock, pushed)?;
                depart(problem, draft, stop, &mut clock, pushed)?;
            }
        }
        Ok(())
    })();
    clock.arrive[0] = clock.start[0];
    clock.start[last] = clock.arrive[last] + draft.lengths.unloading[last];
    clock.depart[last] = clock.start[last];
    draft.clock = clock;
    result?;
    if draft.end() > frame.end_by.0 {
        return Err(frame.end_by.1);
    }
    if draft.end() > problem.end.0 {
        return Err(Rejection::Horizon);
    }
    backward(problem, draft, around, index, rule, pushed)
}

/// Rounds an arrival up until unloading fits.
fn arrive(
    problem: &Problem,
    draft: &Draft,
    stop: usize,
    bounds: StopBounds,
    clock: &mut Clock,
    pushed: &mut Pushed,
) -> Result<(), Rejection> {
    let sketch = &draft.sketch.stops[stop];
    let unloading = draft.lengths.unloading[stop];
    let hours = hours(problem, draft, stop)?;
    let arrive = &mut clock.arrive[stop];
    pushed.raise(arrive, sketch.finish.0.max(bounds.finish.0).saturating_sub(unloading));
    loop {
        let before = *arrive;
        if let Some(hours) = hours {
            let at = hours
                .earliest_block(Moment(*arrive), Seconds(unloading))
                .ok_or(Rejection::Hours { place: sketch.place })?;
            jump(arrive, at.0, pushed);
        }
        for windows in &sketch.alight {
            let at = round_up(problem, *windows, *arrive + unloading).ok_or(Rejection::AlightWindow)?;
            jump(arrive, at - unloading, pushed);
        }
        if *arrive == before {
            break;
        }
    }
    if *arrive + unloading > sketch.finish.1 {
        return Err(Rejection::AlightWindow);
    }
    if *arrive + unloading > bounds.finish.1 {
        return Err(Rejection::Stay);
    }
    Ok(())
}

/// Rounds the start of loading up until loading fits.
fn load(
    problem: &Problem,
    draft: &Draft,
    stop: usize,
    bounds: StopBounds,
    clock: &mut Clock,
    pushed: &mut Pushed,
) -> Result<(), Rejection> {
    let sketch = &draft.sketch.stops[stop];
    let loading = draft.lengths.loading[stop];
    let hours = hours(problem, draft, stop)?;
    if stop > 0 {
        let arrive = clock.arrive[stop];
        pushed.raise(&mut clock.start[stop], arrive + draft.lengths.pause[stop]);
    }
    let start = &mut clock.start[stop];
    pushed.raise(start, sketch.start.0.max(bounds.start.0));
    loop {
        let before = *start;
        if let Some(hours) = hours {
            let at = hours
                .earliest_block(Moment(*start), Seconds(loading))
                .ok_or(Rejection::Hours { place: sketch.place })?;
            jump(start, at.0, pushed);
        }
        for windows in &sketch.board {
            let at = round_up(problem, *windows, *start).ok_or(Rejection::BoardWindow)?;
            jump(start, at, pushed);
        }
        if *start == before {
            break;
        }
    }
    if *start > sketch.start.1 {
        return Err(Rejection::BoardWindow);
    }
    if *start > bounds.start.1 {
        return Err(Rejection::Stay);
    }
    pushed.raise(&mut clock.depart[stop], clock.start[stop] + loading);
    Ok(())
}

/// Rounds a departure up until place, travel option and vehicle allow it.
fn depart(
    problem: &Problem,
    draft: &Draft,
    stop: usize,
    clock: &mut Clock,
    pushed: &mut Pushed,
) -> Result<(), Rejection> {
    let hours = hours(problem, draft, stop)?;
    let (from, to) = (draft.sketch.stops[stop].place, draft.sketch.stops[stop + 1].place);
    let windows = draft.lengths.departures[stop];
    let vehicle = draft.vehicle(problem);
    let depart = &mut clock.depart[stop];
    loop {
        let before = *depart;
        if let Some(hours) = hours {
            let at = hours
                .earliest_block(Moment(*depart), Seconds::ZERO)
                .ok_or(Rejection::Hours { place: from })?;
            jump(depart, at.0, pushed);
        }
        let at = round_up(problem, windows, *depart).ok_or(Rejection::Departures { from, to })?;
        jump(depart, at, pushed);
        if stop == 0 {
            let at = round_up(problem, vehicle.departures, *depart).ok_or(Rejection::VehicleBusy)?;
            jump(depart, at, pushed);
        }
        if *depart == before {
            return Ok(());
        }
    }
}

/// Pushes earlier stops because of later ones, and the whole tour because of vehicle and crews.
fn backward(
    problem: &Problem,
    draft: &mut Draft,
    around: &Surroundings<'_>,
    index: usize,
    rule: RestRule,
    pushed: &mut Pushed,
) -> Result<(), Rejection> {
    for trip in (0..draft.len() - 1).rev() {
        let at = draft.clock.arrive[trip + 1] - draft.lengths.duration[trip];
        pushed.raise(&mut draft.clock.depart[trip], at);
    }
    for pair in 0..draft.sketch.pairs.len() {
        let pair = draft.sketch.pairs[pair];
        if pair.max_ride < Seconds::MAX.0 {
            let why = if pair.is_span {
                Rejection::Span
            } else {
                Rejection::RideTime
            };
            let at = draft.unload_end(pair.drop) - pair.max_ride;
            pushed.raise_because(&mut draft.clock.start[pair.pick], at, why);
        }
    }
    let vehicle = draft.vehicle(problem);
    let arrival = draft.clock.arrive[draft.len() - 1];
    pushed.raise_because(
        &mut draft.clock.depart[0],
        arrival - vehicle.max_tour.0,
        Rejection::TourLength,
    );
    let begin = draft.begin();
    let at = fit(problem, vehicle.available, begin, arrival).ok_or(Rejection::VehicleBusy)?;
    leap(&mut draft.clock.depart[0], at, Rejection::VehicleBusy, pushed);

    let setup = draft.setup(problem);
    for (number, &crew_idx) in setup.crews.iter().enumerate() {
        let crew = &problem.crews[crew_idx.get()];
        let busy = Rejection::CrewBusy { crew: crew_idx };
        let mut last_duty = None;
        let mut next = first_duty(draft);
        while let Some(duty) = next {
            next = duty.next(draft);
            let why = Rejection::Duty { crew: crew_idx };
            let legs = duty.legs(draft);
            let (begin, end) = (duty.begin(draft, crew), duty.end(draft, crew));
            if duty.underway(draft).is_some() {
                if duty.is_overdue(draft, crew) {
                    around.duty_pushed.set(true);
                    return Err(why);
                }
            } else {
                let plain = begin.max(end - duty::limit_at(&crew.limit, begin, legs));
                let begin = duty::earliest_begin(&crew.limit, begin, end, legs);
                pushed.jumped |= begin != plain;
                let off = duty.off(draft);
                if begin + crew.report.0 > draft.clock.depart[off] {
                    around.duty_pushed.set(true);
                }
                pushed.raise_because(&mut draft.clock.depart[off], begin + crew.report.0, why);
            }
            if duty.last < draft.len() - 1 {
                let rest = match rule {
                    RestRule::Least => crew.rest_away.0,
                    RestRule::Full => duty.rest(draft, crew, crew.rest_away),
                };
                let over = duty.rest_start(draft, crew) + rest;
                pushed.raise_because(&mut draft.clock.start[duty.last], over, why);
                pushed.raise_because(&mut draft.clock.depart[duty.last], over + crew.report.0, why);
            }
            last_duty = Some(duty);
        }
        let begin = draft.busy_from(crew);
        let Some(last_duty) = last_duty else { continue };
        let departed = fit(problem, crew.available, draft.begin(), arrival).ok_or(busy)?;
        let rest_over = last_duty.home_rest_start(draft, crew) + crew.rest_home.0;
        if draft.underway.is_some() {
            // Nothing of the same crew comes before it.
            let mut others = around.frames[index].crews[number].after(begin, &around.group);
            if others.any(|(from, _)| from < rest_over) {
                return Err(busy);
            }
            leap(&mut draft.clock.depart[0], departed, busy, pushed);
            continue;
        }
        if !crew.rest_as_long {
            leap(&mut draft.clock.depart[0], departed, busy, pushed);
        }
        let own = if crew.rest_as_long {
            departed - crew.report.0
        } else {
            begin
        };
        let mut at = begin.max(own);
        for (from, to) in around.frames[index].crews[number].after(at, &around.group) {
            if from >= rest_over {
                break;
            }
            at = at.max(to);
        }
        if crew.rest_as_long {
            leap(&mut draft.clock.depart[0], at + crew.report.0, busy, pushed);
        } else if at > begin {
            // Both what is loaded first and the report come after what was before.
            leap(&mut draft.clock.start[0], at, busy, pushed);
            leap(&mut draft.clock.depart[0], at + crew.report.0, busy, pushed);
        }
    }
    Ok(())
}

/// Couplings and sequences between the drafts of a group.
fn cross(problem: &Problem, drafts: &mut [&mut Draft], around: &Surroundings<'_>, pushed: &mut Pushed) {
    for coupling in &around.couplings {
        let (a, pick_1, drop_1) = coupling.first;
        let (b, pick_2, drop_2) = coupling.second;
        let finish_1 = drafts[a].unload_end(drop_1);
        pushed.raise_because(
            &mut drafts[b].clock.start[pick_2],
            finish_1 + coupling.min,
            Rejection::Stay,
        );
        let start_2 = drafts[b].clock.start[pick_2];
        let mut finish_from = start_2.saturating_sub(coupling.max);
        if let Some(night) = last_before(coupling.not_across, start_2) {
            finish_from = finish_from.max(night);
        }
        if finish_from > finish_1 {
            let arrive = finish_from - drafts[a].lengths.unloading[drop_1];
            pushed.raise_because(&mut drafts[a].clock.arrive[drop_1], arrive, Rejection::Stay);
        }
        let finish_2 = drafts[b].unload_end(drop_2);
        let start_from = finish_2.saturating_sub(coupling.max_span);
        pushed.raise_because(&mut drafts[a].clock.start[pick_1], start_from, Rejection::Span);
    }
    for sequence in &around.sequences {
        match *sequence {
            Sequence::Vehicle {
                first,
                second,
                gap,
                changeover,
            } => {
                let end = drafts[first].end();
                pushed.raise_because(
                    &mut drafts[second].clock.start[0],
                    end + changeover,
                    Rejection::VehicleBusy,
                );
                pushed.raise_because(&mut drafts[second].clock.depart[0], end + gap, Rejection::VehicleBusy);
            }
            Sequence::Crew { first, second, crew } => {
                let the_crew = &problem.crews[crew.get()];
                let over = home_rest_over(drafts[first], the_crew, RestRule::Least);
                let why = Rejection::CrewBusy { crew };
                let clock = &mut drafts[second].clock;
                pushed.raise_because(&mut clock.depart[0], over + the_crew.report.0, why);
                if !the_crew.rest_as_long {
                    pushed.raise_because(&mut clock.start[0], over, why);
                }
            }
        }
    }
}

/// When a crew is free again after a tour.
pub(crate) fn home_rest_over(draft: &Draft, crew: &crate::problem::Crew, rule: RestRule) -> i64 {
    let last = duties(draft).last().expect("a tour has a trip, hence a duty");
    let rest = match rule {
        RestRule::Least => crew.rest_home.0,
        RestRule::Full => last.rest(draft, crew, crew.rest_home),
    };
    last.home_rest_start(draft, crew) + rest
}

/// The last of these instants before `moment`.
pub(crate) fn last_before(instants: &[Moment], moment: i64) -> Option<i64> {
    let after = instants.partition_point(|instant| instant.0 < moment);
    after.checked_sub(1).map(|index| instants[index].0)
}

fn hours<'p>(problem: &'p Problem, draft: &Draft, stop: usize) -> Result<Option<&'p Windows>, Rejection> {
    let place = draft.sketch.stops[stop].place;
    let profile = &problem.profiles[draft.vehicle(problem).profile.get()];
    match profile.open[place.get()] {
        None => Err(Rejection::PlaceClosed { place }),
        Some(WindowsIdx::ALWAYS) => Ok(None),
        Some(windows) => Ok(Some(&problem.windows[windows.get()])),
    }
}

fn round_up(problem: &Problem, windows: WindowsIdx, at: i64) -> Option<i64> {
    if windows == WindowsIdx::ALWAYS {
        return Some(at);
    }
    problem.windows[windows.get()]
        .earliest_block(Moment(at), Seconds::ZERO)
        .map(|moment| moment.0)
}

/// The earliest begin at or after `begin` in an interval that also holds `end`.
fn fit(problem: &Problem, windows: WindowsIdx, begin: i64, end: i64) -> Option<i64> {
    if windows == WindowsIdx::ALWAYS {
        return Some(begin);
    }
    let intervals = problem.windows[windows.get()].intervals();
    let first = intervals.partition_point(|interval| interval.1.0 < begin.max(end));
    intervals.get(first).map(|interval| interval.0.0.max(begin))
}

fn jump(value: &mut i64, to: i64, pushed: &mut Pushed) {
    if to > *value {
        *value = to;
        pushed.moved = true;
        pushed.jumped = true;
    }
}

fn leap(value: &mut i64, to: i64, why: Rejection, pushed: &mut Pushed) {
    if to > *value {
        jump(value, to, pushed);
        pushed.by = why;
    }
}
