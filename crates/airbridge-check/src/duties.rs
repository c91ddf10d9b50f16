//! The duties of crews: a mission parted at its rests, each part with its begin, its period and its end.

use std::ops::Range;

use airbridge_model::{Crew, CrewRole, DutyRuleSet};

use crate::flight::Flight;
use crate::instant::{from_minutes, seconds};

/// One duty of one crew. Instants in seconds since 1970.
pub(crate) struct Duty {
    /// Report.
    pub(crate) begin: i64,
    /// End of the flight-duty period.
    pub(crate) period_end: i64,
    /// End of the period and debrief; rest begins.
    pub(crate) end: i64,
    /// The legs flown in it.
    pub(crate) legs: Range<usize>,
}

/// The legs of each duty of a mission, in order. Every leg is in one.
pub(crate) fn parts(flight: &Flight<'_>) -> Vec<Range<usize>> {
    let legs = flight.on_board.len();
    let rests = (1..legs).filter(|&stop| flight.mission.stops[stop].rest);
    let mut begin = 0;
    let mut parts = Vec::new();
    for end in rests.chain((legs > 0).then_some(legs)) {
        parts.push(begin..end);
        begin = end;
    }
    parts
}

/// The duty of a crew over some legs of a mission. The legs are not empty.
pub(crate) fn duty(flight: &Flight<'_>, legs: Range<usize>, crew: &Crew, rules: &DutyRuleSet) -> Duty {
    let mission = flight.mission;
    let (first, last) = (&mission.legs[legs.start], &mission.legs[legs.end - 1]);
    let landed = seconds(last.on_block_at);
    let handed_over = mission.stops[legs.start + 1..=legs.end]
        .iter()
        .filter(|stop| !stop.leaves.is_empty())
        .filter_map(|stop| stop.unloaded_at)
        .map(seconds)
        .max();
    let period_end = match crew.role {
        CrewRole::Flight => landed,
        CrewRole::Medical => handed_over.unwrap_or(landed),
    };
    Duty {
        begin: seconds(first.off_block_at).saturating_sub(from_minutes(rules.report)),
        period_end,
        end: period_end.saturating_add(from_minutes(rules.debrief)),
        legs,
    }
}
