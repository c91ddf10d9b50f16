//! Rule 4: the lowest limit on board bounds the cabin altitude; with it goes the block time, and how high the fields may lie.

use airbridge_model::Rule;

use crate::checker::Context;
use crate::claim::{agrees, exceeds};
use crate::flight::{Flight, Hop};
use crate::instant::{between, span};
use crate::performance::block_seconds;
use crate::report::Report;

const RULE: Rule = Rule::CabinAltitude;

/// Block times of planner and checker may differ by this many seconds, for the last digit of a distance.
const ROUNDING_SECONDS: i64 = 1;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    for flight in &context.flights {
        for hop in flight.hops().filter(|hop| !flight.is_behind(hop.number)) {
            leg(context, flight, hop, report);
        }
        fields(context, flight, report);
    }
}

fn leg(context: &Context<'_>, flight: &Flight<'_>, hop: Hop<'_>, report: &mut Report) {
    let place = || flight.leg_place(hop.number);
    let Some(tier) = flight.tiers[hop.number] else {
        if flight.carries_none_new(hop.number) {
            return;
        }
        let lowest = flight.on_board[hop.number]
            .iter()
            .filter_map(|patient| Some((patient.cabin_limit?.0.get(), &patient.id)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let what = match lowest {
            Some((limit, id)) => format!("patient {id} bears {limit:.0} ft, no cabin tier is that low"),
            None => "the policy has no cabin tier".to_owned(),
        };
        report.add(RULE, "no-tier-low-enough", place(), what);
        return;
    };
    let limit = tier.limit.get();
    if let Some(kind) = flight.kind
        && kind.pressurised
        && exceeds(kind.lowest_cabin.get(), limit)
    {
        report.add(
            RULE,
            "cabin-not-reached",
            place(),
            format!(
                "the cabin must be at {limit:.0} ft, a {} holds no lower than {:.0} ft",
                kind.id,
                kind.lowest_cabin.get()
            ),
        );
    }
    if !agrees(hop.leg.cabin_altitude.get(), limit) {
        let slug = if exceeds(hop.leg.cabin_altitude.get(), limit) {
            "cabin-too-high"
        } else {
            "cabin-wrong"
        };
        report.add(
            RULE,
            slug,
            place(),
            format!(
                "stated {:.0} ft, those on board ask for {limit:.0} ft",
                hop.leg.cabin_altitude.get()
            ),
        );
    }
    let (Some(kind), Some(way)) = (flight.kind, &flight.ways[hop.number]) else {
        return;
    };
    let stated = between(hop.leg.off_block_at, hop.leg.on_block_at);
    match block_seconds(way.distance, kind, tier, &context.operation.policy) {
        None => report.add(
            RULE,
            "cannot-be-flown",
            place(),
            format!("a {} has no speed for it", kind.id),
        ),
        Some(right) if (stated - right).abs() > ROUNDING_SECONDS => report.add(
            RULE,
            "block-time-wrong",
            place(),
            format!("{} from off-block to on-block, takes {}", span(stated), span(right)),
        ),
        Some(_) => {}
    }
}

/// A restricted patient on board stands on no field above what they bear.
fn fields(context: &Context<'_>, flight: &Flight<'_>, report: &mut Report) {
    let tolerance = context.operation.policy.field_tolerance.get();
    for (stop, field) in flight.fields.iter().enumerate() {
        let Some(field) = field else { continue };
        if stop <= flight.behind.legs && flight.behind.mission.is_some() {
            // It is there, or on its way to there.
            continue;
        }
        let before = stop.checked_sub(1).and_then(|leg| flight.on_board.get(leg));
        let after = flight.on_board.get(stop);
        let lowest = before
            .into_iter()
            .chain(after)
            .flatten()
            .filter_map(|patient| Some((patient.cabin_limit?.0.get(), &patient.id)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((limit, id)) = lowest
            && exceeds(field.elevation.get(), limit.max(tolerance).max(0.0))
        {
            report.add(
                RULE,
                "field-too-high",
                format!("{}, patient {id}", flight.stop_place(stop)),
                format!(
                    "the field lies at {:.0} ft, the patient bears {limit:.0} ft, fields up to {tolerance:.0} ft are tolerated",
                    field.elevation.get()
                ),
            );
        }
    }
}
