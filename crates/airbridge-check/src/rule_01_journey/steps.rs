//! The steps of a journey follow each other in kind, place and time, and end as the journey says.

use airbridge_model::{Journey, Patient, Step};
use airbridge_units::{AirfieldId, FacilityId};
use jiff::SignedDuration;

use super::{RULE, place};
use crate::checker::Context;
use crate::instant::{between, from_minutes, span};
use crate::report::Report;

/// Where a step begins or ends.
#[derive(PartialEq, Eq)]
enum At<'a> {
    Facility(&'a FacilityId),
    Field(&'a AirfieldId),
}

impl std::fmt::Display for At<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Facility(id) => write!(f, "facility {id}"),
            Self::Field(id) => write!(f, "airfield {id}"),
        }
    }
}

pub(super) fn check(context: &Context<'_>, patient: &Patient, journey: &Journey, report: &mut Report) {
    let mut add = |slug: &str, what: String| report.add(RULE, slug, place(patient), what);
    let kinds: String = journey.steps.iter().map(letter).collect();
    let begun = context.past.steps(&patient.id);
    let usual = kinds == "TLF" || kinds == "TLFSTLF";
    let underway = !begun.is_empty() && (kinds.ends_with('F') || is_admitted_there(context, patient, journey));
    if !usual && !underway {
        add(
            "steps-wrong",
            format!(
                "{} steps that are not road, lift, road, or that twice with a stay between",
                kinds.len()
            ),
        );
    }
    whole_seconds(journey, &mut add);
    for (number, pair) in journey.steps.windows(2).enumerate() {
        let (before, after) = (&pair[0], &pair[1]);
        if let (Some(end), Some(begin)) = (ends(context, before), begins(context, after))
            && end != begin
        {
            add(
                "step-elsewhere",
                format!(
                    "step {} ends at {end}, step {} begins at {begin}",
                    number + 1,
                    number + 2
                ),
            );
        }
        let (end, begin) = (before.span().1, after.span().0);
        // Whoever was set down beside an aircraft waits there for the next.
        let set_down = !begun.is_empty() && letter(before) == 'L' && letter(after) == 'L' && end < begin;
        if end != begin && !set_down {
            add(
                "step-time-gap",
                format!(
                    "step {} ends at {end}, step {} begins at {begin}",
                    number + 1,
                    number + 2
                ),
            );
        }
    }
    for (number, step) in journey.steps.iter().enumerate() {
        if number >= begun.len() {
            road(context, number, step, &mut add);
        }
        let (from, to) = step.span();
        if to < from {
            add(
                "step-backwards",
                format!("step {} begins at {from} and ends at {to}", number + 1),
            );
        }
    }
    ends_of_journey(context, patient, journey, &mut add);
}

/// Whether a patient has waited until now, or until before, where they were set down: nobody is promised a bed there ahead.
fn is_admitted_there(context: &Context<'_>, patient: &Patient, journey: &Journey) -> bool {
    match &journey.steps[..] {
        [.., Step::FromField { .. }, Step::Stay { facility, to, .. }] => {
            // Plans tell whole seconds.
            let ahead = to.duration_since(context.past.now);
            ahead < SignedDuration::from_secs(1) && context.past.is_sheltered(&patient.id, facility)
        }
        _ => false,
    }
}

fn letter(step: &Step) -> char {
    match step {
        Step::ToField { .. } => 'T',
        Step::Lift { .. } => 'L',
        Step::FromField { .. } => 'F',
        Step::Stay { .. } => 'S',
    }
}

fn whole_seconds(journey: &Journey, add: &mut impl FnMut(&str, String)) {
    let instants = journey.steps.iter().flat_map(|step| [step.span().0, step.span().1]);
    for at in instants.chain([journey.arrives_at]) {
        if at.subsec_nanosecond() != 0 {
            add("fraction-of-a-second", format!("{at} is not a whole second"));
        }
    }
}

/// Where a step begins; nothing for a lift whose stop does not exist.
fn begins<'a>(context: &Context<'a>, step: &'a Step) -> Option<At<'a>> {
    match step {
        Step::ToField { facility, .. } | Step::Stay { facility, .. } => Some(At::Facility(facility)),
        Step::FromField { airfield, .. } => Some(At::Field(airfield)),
        Step::Lift {
            mission,
            boards_at_stop,
            ..
        } => stop_field(context, mission, *boards_at_stop),
    }
}

/// Where a step ends, likewise.
fn ends<'a>(context: &Context<'a>, step: &'a Step) -> Option<At<'a>> {
    match step {
        Step::FromField { facility, .. } | Step::Stay { facility, .. } => Some(At::Facility(facility)),
        Step::ToField { airfield, .. } => Some(At::Field(airfield)),
        Step::Lift {
            mission,
            leaves_at_stop,
            ..
        } => stop_field(context, mission, *leaves_at_stop),
    }
}

fn stop_field<'a>(context: &Context<'a>, mission: &airbridge_units::MissionId, stop: usize) -> Option<At<'a>> {
    let number = *context.by_mission.get(mission)?;
    let stop = context.plan.missions.get(number)?.stops.get(stop)?;
    Some(At::Field(&stop.airfield))
}

/// A road step lasts exactly the facility's ground time to that field.
fn road(context: &Context<'_>, number: usize, step: &Step, add: &mut impl FnMut(&str, String)) {
    let (Step::ToField {
        facility,
        airfield,
        from,
        to,
    }
    | Step::FromField {
        facility,
        airfield,
        from,
        to,
    }) = step
    else {
        return;
    };
    let Some(known) = context.index.facility(facility) else {
        add(
            "unknown-facility",
            format!("step {}: facility {facility} is not in the operation", number + 1),
        );
        return;
    };
    let Some(ground) = known.ground_to(airfield) else {
        add(
            "no-access",
            format!(
                "step {}: airfield {airfield} does not serve facility {facility}",
                number + 1
            ),
        );
        return;
    };
    let (stated, right) = (between(*from, *to), from_minutes(ground));
    if stated != right {
        add(
            "road-time-wrong",
            format!(
                "step {}: {} between {facility} and {airfield}, which take {}",
                number + 1,
                span(stated),
                span(right)
            ),
        );
    }
}

/// The journey begins at the origin, ends at the offer's facility, and says rightly when.
fn ends_of_journey(context: &Context<'_>, patient: &Patient, journey: &Journey, add: &mut impl FnMut(&str, String)) {
    if let Some(begin) = journey.steps.first().and_then(|step| begins(context, step))
        && begin != At::Facility(&patient.origin)
    {
        add(
            "wrong-origin",
            format!("collected at {begin}, but is at facility {}", patient.origin),
        );
    }
    if let Some(offer) = context.index.offer(&journey.offer)
        && let Some(end) = journey.steps.last().and_then(|step| ends(context, step))
        && end != At::Facility(&offer.facility)
    {
        add(
            "wrong-facility",
            format!(
                "ends at {end}, but offer {} is at facility {}",
                offer.id, offer.facility
            ),
        );
    }
    if let Some(last) = journey.steps.last()
        && last.span().1 != journey.arrives_at
    {
        add(
            "arrival-wrong",
            format!(
                "said to arrive at {}, the last step ends at {}",
                journey.arrives_at,
                last.span().1
            ),
        );
    }
    let due = patient.precedence.due_at;
    if journey.on_time != (journey.arrives_at <= due) {
        let said = if journey.on_time { "on time" } else { "late" };
        add(
            "on-time-wrong",
            format!("said to be {said}, arrives at {}, due at {due}", journey.arrives_at),
        );
    }
}
