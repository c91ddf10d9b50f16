//! Times at a stop: which are given, what loading, unloading and refuelling take, and in which order they come.

use airbridge_model::{HandlingTimes, MissionStop, Patient, PlaceKind};
use airbridge_units::{Minutes, PatientId};
use jiff::Timestamp;

use super::RULE;
use crate::checker::Context;
use crate::flight::Flight;
use crate::instant::{between, from_minutes, seconds, show, span};
use crate::report::Report;

pub(super) fn check(context: &Context<'_>, flight: &Flight<'_>, report: &mut Report) {
    for (number, stop) in flight.mission.stops.iter().enumerate() {
        let mut add = |slug: &str, what: String| report.add(RULE, slug, flight.stop_place(number), what);
        given(flight, number, stop, &mut add);
        if number < flight.behind.legs || flight.is_last_of_grounded(number) {
            continue;
        }
        if flight.behind.here == Some(number) {
            standing(context, flight, stop, &mut add);
            continue;
        }
        unloading(context, stop, &mut add);
        loading(context, flight, number, stop, &mut add);
    }
}

/// The times that a stop must have it has, others it has not, and its legs say the same.
fn given(flight: &Flight<'_>, number: usize, stop: &MissionStop, add: &mut impl FnMut(&str, String)) {
    let first = number == 0;
    let last = number + 1 == flight.mission.stops.len();
    for (name, time, expected) in [
        ("on-block", stop.on_block_at, !first),
        ("end of unloading", stop.unloaded_at, !first),
        ("start of loading", stop.loading_from, !stop.boards.is_empty()),
        ("off-block", stop.off_block_at, !last),
    ] {
        match (time, expected) {
            (None, true) => add("time-missing", format!("no {name}")),
            (Some(at), false) => add("time-without-sense", format!("{name} at {at}, where there is none")),
            _ => {}
        }
        if let Some(at) = time
            && at.subsec_nanosecond() != 0
        {
            add("fraction-of-a-second", format!("{name} at {at} is not a whole second"));
        }
    }
    let mut agree = |name: &str, stop_says: Option<Timestamp>, leg_says: Option<Timestamp>| {
        if let (Some(stop_says), Some(leg_says)) = (stop_says, leg_says)
            && stop_says != leg_says
        {
            add(
                "leg-times-differ",
                format!("{name} at {stop_says} by the stop, at {leg_says} by the leg"),
            );
        }
    };
    let before = number.checked_sub(1).and_then(|leg| flight.mission.legs.get(leg));
    agree("on-block", stop.on_block_at, before.map(|leg| leg.on_block_at));
    let after = flight.mission.legs.get(number);
    agree("off-block", stop.off_block_at, after.map(|leg| leg.off_block_at));
}

fn unloading(context: &Context<'_>, stop: &MissionStop, add: &mut impl FnMut(&str, String)) {
    let (Some(on_block), Some(unloaded)) = (stop.on_block_at, stop.unloaded_at) else {
        return;
    };
    let times = &context.operation.policy.handling;
    let Some(right) = Handling::unloading(times).seconds(context, &stop.leaves) else {
        return;
    };
    let stated = between(on_block, unloaded);
    if stated != right {
        add(
            "unloading-wrong",
            format!(
                "{} of unloading, {} patients take {}",
                span(stated),
                stop.leaves.len(),
                span(right)
            ),
        );
    }
}

/// At the stop where a mission stands: who gets on and off anew does so from now on.
fn standing(context: &Context<'_>, flight: &Flight<'_>, stop: &MissionStop, add: &mut impl FnMut(&str, String)) {
    let now = context.past.now;
    let Some(stood) = flight
        .behind
        .mission
        .and_then(|mission| mission.stops.get(flight.behind.legs))
    else {
        return;
    };
    let times = &context.operation.policy.handling;
    let off_anew: Vec<PatientId> = stop
        .leaves
        .iter()
        .filter(|id| !stood.leaves.contains(*id))
        .cloned()
        .collect();
    if let (false, Some(unloaded), Some(lasts)) = (
        off_anew.is_empty(),
        stop.off_block_at,
        Handling::unloading(times).seconds(context, &off_anew),
    ) && seconds(unloaded) < seconds(now).saturating_add(lasts)
    {
        add(
            "unloading-wrong",
            format!(
                "off-block at {unloaded}, unloading not begun at {now}, takes {}",
                span(lasts)
            ),
        );
    }
    let on_anew: Vec<PatientId> = stop
        .boards
        .iter()
        .filter(|id| !flight.behind.aboard.contains(*id))
        .cloned()
        .collect();
    if let (false, Some(off), Some(lasts)) = (
        on_anew.is_empty(),
        stop.off_block_at,
        Handling::loading(times).seconds(context, &on_anew),
    ) && seconds(off) < seconds(now).saturating_add(lasts)
    {
        add(
            "off-block-too-early",
            format!("off-block at {off}, loading not begun at {now} takes {}", span(lasts)),
        );
    }
    if let Some(off) = stop.off_block_at
        && off < now
    {
        add(
            "off-block-too-early",
            format!("off-block at {off}, it stands here at {now}"),
        );
    }
}

/// How long loading takes at a stop; nothing when somebody unknown boards.
pub(super) fn loading_seconds(context: &Context<'_>, stop: &MissionStop) -> Option<i64> {
    Handling::loading(&context.operation.policy.handling).seconds(context, &stop.boards)
}

/// Loading begins after unloading and refuelling, and off-block comes after both and after loading.
fn loading(
    context: &Context<'_>,
    flight: &Flight<'_>,
    number: usize,
    stop: &MissionStop,
    add: &mut impl FnMut(&str, String),
) {
    if let (Some(unloaded), Some(loading)) = (stop.unloaded_at, stop.loading_from)
        && loading < unloaded
    {
        add(
            "loading-too-early",
            format!("loading starts at {loading}, unloading ends at {unloaded}"),
        );
    }
    let done = [
        ("on-block", stop.on_block_at.map(seconds)),
        ("the end of unloading", stop.unloaded_at.map(seconds)),
        (
            "the end of loading",
            stop.loading_from
                .zip(loading_seconds(context, stop))
                .map(|(from, lasts)| seconds(from).saturating_add(lasts)),
        ),
    ];
    if let Some(off_block) = stop.off_block_at {
        for (name, end) in done {
            if let Some(end) = end
                && seconds(off_block) < end
            {
                add(
                    "off-block-too-early",
                    format!("off-block at {off_block}, {name} at {}", show(end)),
                );
            }
        }
    }
    refuelling(context, flight, number, stop, add);
}

fn refuelling(
    context: &Context<'_>,
    flight: &Flight<'_>,
    number: usize,
    stop: &MissionStop,
    add: &mut impl FnMut(&str, String),
) {
    let Some(field) = flight.fields[number].filter(|_| stop.refuel && number > 0) else {
        return;
    };
    let turnaround = from_minutes(context.operation.policy.handling.turnaround);
    let (since, what) = if field.fire_cover {
        (stop.on_block_at, "on-block")
    } else {
        (stop.unloaded_at, "the end of unloading")
    };
    let Some(since) = since else { return };
    let ready = seconds(since).saturating_add(turnaround);
    for (name, time) in [("loading", stop.loading_from), ("off-block", stop.off_block_at)] {
        if let Some(at) = time
            && seconds(at) < ready
        {
            add(
                "refuelling-too-short",
                format!(
                    "{name} at {at}, refuelling takes {} from {what} at {since}",
                    span(turnaround)
                ),
            );
        }
    }
}

/// Minutes for some on and off an aircraft.
struct Handling {
    base: Minutes,
    litter: f64,
    intensive_care: f64,
    seat: f64,
}

impl Handling {
    fn loading(times: &HandlingTimes) -> Self {
        Self {
            base: times.load_base,
            litter: times.load_litter,
            intensive_care: times.load_intensive_care,
            seat: times.load_seat,
        }
    }

    fn unloading(times: &HandlingTimes) -> Self {
        Self {
            base: times.unload_base,
            litter: times.unload_litter,
            intensive_care: times.unload_intensive_care,
            seat: times.unload_seat,
        }
    }

    /// The base and a share for each patient; nothing at all for nobody, and no answer when somebody is unknown.
    fn seconds(&self, context: &Context<'_>, who: &[PatientId]) -> Option<i64> {
        if who.is_empty() {
            return Some(0);
        }
        who.iter().try_fold(from_minutes(self.base), |sum, id| {
            Some(sum.saturating_add(self.share(context.index.patient(id)?)))
        })
    }

    /// What a patient and their attendants take, rounded up to the second.
    fn share(&self, patient: &Patient) -> i64 {
        let own = match patient.place_kind() {
            PlaceKind::IntensiveCare => self.litter + self.intensive_care,
            PlaceKind::Litter => self.litter,
            PlaceKind::Seat => self.seat,
        };
        let attendants = f64::from(patient.attendants.medical) + f64::from(patient.attendants.other);
        let minutes = f64::from(patient.places()) * own + attendants * self.seat;
        // A millionth of a second above a whole one is the last digit of a sum, not a second more.
        (60.0 * minutes - 1e-6).ceil().max(0.0) as i64
    }
}
