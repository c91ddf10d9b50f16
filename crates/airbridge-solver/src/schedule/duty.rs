//! Duties of the crews on a tour: how long they may last, when they end, how much rest follows.

use airbridge_units::Seconds;

use super::draft::Draft;
use crate::Rejection;
use crate::problem::{Crew, DutyEnd, DutyLimit, DutySoFar, Problem};

/// A stretch of a tour between rests: from stop `first` to stop `last`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Duty {
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// The duties of a tour, in order.
pub(crate) fn duties(draft: &Draft) -> impl Iterator<Item = Duty> + '_ {
    std::iter::successors(first_duty(draft), |duty| duty.next(draft))
}

/// The first duty of a tour.
pub(crate) fn first_duty(draft: &Draft) -> Option<Duty> {
    Duty { first: 0, last: 0 }.next(draft)
}

/// What forbids the duties of a draft whenever they begin, if anything does.
pub(crate) fn check_lengths(problem: &Problem, draft: &Draft) -> Result<(), Rejection> {
    for &crew_idx in &draft.setup(problem).crews {
        let crew = &problem.crews[crew_idx.get()];
        // What has begun already is tested with its clock.
        for duty in duties(draft).filter(|duty| duty.underway(draft).is_none()) {
            let legs = duty.legs(draft);
            let least = duty.least_length(draft, crew) + crew.report.0;
            if least > longest(&crew.limit, legs) || legs > u32::from(crew.limit.max_legs) {
                return Err(Rejection::Duty { crew: crew_idx });
            }
        }
    }
    Ok(())
}

impl Duty {
    /// The duty after this one.
    pub(crate) fn next(&self, draft: &Draft) -> Option<Duty> {
        let (first, end) = (self.last, draft.len() - 1);
        if first >= end {
            return None;
        }
        let last = (first + 1..end)
            .find(|&stop| draft.sketch.stops[stop].rest)
            .unwrap_or(end);
        Some(Duty { first, last })
    }

    /// The stop whose unloading ends the duty, if an unloading does.
    fn last_unload(self, draft: &Draft, crew: &Crew) -> Option<usize> {
        let unloads = |stop: &usize| draft.sketch.stops[*stop].leavers > 0;
        match crew.end {
            DutyEnd::LastArrival => None,
            DutyEnd::LastUnload => (self.first + 1..=self.last).rev().find(unloads),
        }
    }

    /// Least time from the first departure to the end.
    fn least_length(self, draft: &Draft, crew: &Crew) -> i64 {
        match self.last_unload(draft, crew) {
            None => draft.lengths.least_travel(self.off(draft), self.last),
            Some(stop) => {
                let off = self.off(draft).min(stop);
                draft.lengths.least_travel(off, stop) + draft.lengths.unloading[stop]
            }
        }
    }

    /// What it has behind it, if it began before the problem did.
    pub(crate) fn underway(self, draft: &Draft) -> Option<DutySoFar> {
        draft
            .underway
            .and_then(|underway| underway.duty)
            .filter(|_| self.first == 0)
    }

    /// When it begins, report included.
    pub(crate) fn begin(self, draft: &Draft, crew: &Crew) -> i64 {
        let departed = self.underway(draft).map(|underway| underway.departed.0);
        departed.unwrap_or(draft.clock.depart[self.off(draft)]) - crew.report.0
    }

    /// The stop from which its first leg departs; trips without legs are not on duty.
    pub(crate) fn off(self, draft: &Draft) -> usize {
        let flies = |stop: &usize| draft.lengths.legs[*stop] > 0;
        (self.first..self.last).find(flies).unwrap_or(self.first)
    }

    /// The least rest after it, where `least` is the least after any duty.
    pub(crate) fn rest(self, draft: &Draft, crew: &Crew, least: Seconds) -> i64 {
        if crew.rest_as_long {
            least.0.max(self.length(draft, crew))
        } else {
            least.0
        }
    }

    /// Whether it began before the problem and lasts too long: no later departure helps.
    pub(crate) fn is_overdue(self, draft: &Draft, crew: &Crew) -> bool {
        self.underway(draft).is_some_and(|underway| {
            let (begin, legs) = (self.begin(draft, crew), self.legs(draft));
            let limit = limit_at(&crew.limit, begin, legs).max(underway.lands.0 - begin);
            self.end(draft, crew) - begin > limit || legs > u32::from(crew.limit.max_legs)
        })
    }

    /// When it ends, debrief not included. A duty on which nobody is unloaded ends with its last arrival.
    pub(crate) fn end(self, draft: &Draft, crew: &Crew) -> i64 {
        match self.last_unload(draft, crew) {
            None => draft.clock.arrive[self.last],
            Some(stop) => draft.unload_end(stop),
        }
    }

    /// When rest away from home can start: not before everybody is unloaded, nor before the debrief is over.
    pub(crate) fn rest_start(self, draft: &Draft, crew: &Crew) -> i64 {
        draft
            .unload_end(self.last)
            .max(self.end(draft, crew).max(draft.clock.arrive[self.last]) + crew.debrief.0)
    }

    /// When rest at home can start.
    pub(crate) fn home_rest_start(self, draft: &Draft, crew: &Crew) -> i64 {
        self.end(draft, crew).max(draft.clock.arrive[self.last]) + crew.debrief.0
    }

    /// How long it lasts, debrief included.
    pub(crate) fn length(self, draft: &Draft, crew: &Crew) -> i64 {
        self.end(draft, crew) + crew.debrief.0 - self.begin(draft, crew)
    }

    /// Legs flown on it.
    pub(crate) fn legs(self, draft: &Draft) -> u32 {
        let before = self.underway(draft).map_or(0, |underway| u32::from(underway.legs));
        let own = draft.lengths.legs[self.first..self.last].iter();
        before + own.map(|legs| u32::from(*legs)).sum::<u32>()
    }
}

/// The limit for a duty with this begin and number of legs.
pub(crate) fn limit_at(limit: &DutyLimit, begin: i64, legs: u32) -> i64 {
    let step = limit
        .by_begin
        .partition_point(|step| step.0.0 <= begin)
        .saturating_sub(1);
    shortened(limit, limit.by_begin[step].1.0, legs)
}

/// A limit shortened by its legs.
pub(crate) fn shortened(limit: &DutyLimit, base: i64, legs: u32) -> i64 {
    let extra = i64::from(legs.saturating_sub(u32::from(limit.free_legs)));
    (base - extra * limit.per_leg.0).max(limit.floor.0)
}

/// The earliest begin at or after `begin` from which the limit covers `end`. It exists whenever limits are not negative.
///
/// The limit depends on the begin, so the feasible begins are not an upward-closed set; but the least feasible
/// one at or after `begin` never falls when `begin` or `end` rises, which is all that propagation needs.
pub(crate) fn earliest_begin(limit: &DutyLimit, begin: i64, end: i64, legs: u32) -> i64 {
    let steps = &limit.by_begin;
    let mut step = steps.partition_point(|step| step.0.0 <= begin).saturating_sub(1);
    loop {
        let from = if step == 0 { begin } else { begin.max(steps[step].0.0) };
        let candidate = from.max(end - shortened(limit, steps[step].1.0, legs));
        match steps.get(step + 1) {
            Some(next) if candidate >= next.0.0 => step += 1,
            _ => return candidate,
        }
    }
}

/// The longest limit at any begin: shortening keeps the order of limits.
fn longest(limit: &DutyLimit, legs: u32) -> i64 {
    shortened(limit, limit.longest.0, legs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use airbridge_units::Moment;

    #[test]
    fn a_duty_that_begins_in_the_long_hours_may_end_later() {
        let limit = DutyLimit {
            free_legs: 1,
            per_leg: Seconds(2),
            floor: Seconds(4),
            max_legs: 9,
            ..DutyLimit::stepped(vec![
                (Moment(0), Seconds(10)),
                (Moment(100), Seconds(30)),
                (Moment(200), Seconds(5)),
            ])
        };
        assert_eq!(earliest_begin(&limit, 20, 28, 1), 20);
        assert_eq!(earliest_begin(&limit, 20, 35, 1), 25);
        // 95 + 10 falls short of 125: the first begin of the next step covers it.
        assert_eq!(earliest_begin(&limit, 20, 125, 1), 100);
        assert_eq!(earliest_begin(&limit, 20, 125, 3), 100);
        assert_eq!(earliest_begin(&limit, 20, 129, 3), 103);
        assert_eq!(earliest_begin(&limit, 150, 260, 1), 255);
        assert_eq!(limit_at(&limit, 205, 9), 4);
        assert_eq!(longest(&limit, 1), 30);
    }
}
