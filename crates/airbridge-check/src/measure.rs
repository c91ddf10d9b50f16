//! What a plan achieves, recomputed from its missions and journeys, and compared with what it says.

use std::collections::BTreeSet;

use airbridge_model::{Index, Journey, Measures, Operation, Plan, Policy, PrecedenceLevel, Rule, Step, TierMeasure};

use crate::checker::{Checker, Context};
use crate::claim::agrees;
use crate::instant::{between, day_number};
use crate::report::Report;

/// The measures of a plan, whatever it says about itself and however unsound it is.
///
/// A patient counts once, by the first of their journeys; journeys of strangers count for nothing. Commitments broken are
/// what the plan states, since they cannot be counted without its parent.
pub fn measure(operation: &Operation, plan: &Plan) -> Measures {
    measure_in(&Checker::new(operation).context(plan))
}

/// The same with everything looked up already.
pub(crate) fn measure_in(context: &Context<'_>) -> Measures {
    let mut measures = Measures {
        levels: levels(context),
        commitments_broken: context.plan.measures.commitments_broken,
        ..Measures::default()
    };
    for &(patient, journey) in context.journeys.values() {
        let weight = context.operation.policy.weights.of(patient.precedence.level);
        let late = between(patient.precedence.due_at, journey.arrives_at);
        if journey.arrives_at <= patient.precedence.due_at {
            measures.on_time_weight += i64::from(weight);
        } else {
            measures.lateness_weighted_hours += f64::from(weight) * hours(late);
        }
        burden(context, journey, &mut measures);
    }
    flying(context, &mut measures);
    measures
}

fn hours(seconds: i64) -> f64 {
    seconds as f64 / 3600.0
}

fn levels(context: &Context<'_>) -> Vec<TierMeasure> {
    let mut levels: Vec<TierMeasure> = PrecedenceLevel::ALL
        .iter()
        .map(|&level| TierMeasure {
            level,
            patients: 0,
            on_time: 0,
            late: 0,
            left_out: 0,
        })
        .collect();
    let mut seen = BTreeSet::new();
    for patient in &context.operation.patients {
        let level = patient.precedence.level;
        let Some(tier) = levels.iter_mut().find(|tier| tier.level == level) else {
            continue;
        };
        if !seen.insert(&patient.id) {
            continue;
        }
        if context.past.is_closed(&patient.id) && !context.journeys.contains_key(&patient.id) {
            continue;
        }
        tier.patients += 1;
        match context.journeys.get(&patient.id) {
            None => tier.left_out += 1,
            Some((_, journey)) if journey.arrives_at <= patient.precedence.due_at => tier.on_time += 1,
            Some(_) => tier.late += 1,
        }
    }
    levels
}

/// Tier 4: hours, stops and nights of one journey.
fn burden(context: &Context<'_>, journey: &Journey, measures: &mut Measures) {
    if let Some(first) = journey.steps.first() {
        measures.transit_hours += hours(between(first.span().0, journey.arrives_at));
    }
    let mut landings: u32 = 0;
    for step in &journey.steps {
        if let Step::Lift {
            boards_at_stop,
            leaves_at_stop,
            ..
        } = step
        {
            let legs = leaves_at_stop.saturating_sub(*boards_at_stop);
            landings = landings.saturating_add(u32::try_from(legs).unwrap_or(u32::MAX));
        }
        let nights = nights(step, context.index, &context.operation.policy);
        measures.nights = measures.nights.saturating_add(nights);
    }
    measures.stops = measures.stops.saturating_add(landings.saturating_sub(1));
}

/// Tier 5: block hours, positioning, cost and fuel of all legs.
fn flying(context: &Context<'_>, measures: &mut Measures) {
    for flight in &context.flights {
        let per_hour = flight
            .aircraft
            .and_then(|aircraft| aircraft.cost_per_hour)
            .or(flight.kind.map(|kind| kind.cost_per_hour))
            .unwrap_or(0.0);
        for (number, leg) in flight.mission.legs.iter().enumerate() {
            let block = block_hours(leg);
            measures.legs = measures.legs.saturating_add(1);
            measures.flying_hours += block;
            measures.cost += block * per_hour;
            measures.fuel_kg += leg.fuel.get();
            if flight.on_board.get(number).is_none_or(Vec::is_empty) {
                measures.positioning_hours += block;
            }
        }
    }
}

/// How many nights a step is: how often a stay holds the policy's local time of night. Nothing for other steps.
pub(crate) fn nights(step: &Step, index: &Index<'_>, policy: &Policy) -> u32 {
    let Step::Stay { facility, from, to } = step else {
        return 0;
    };
    let Some(facility) = index.facility(facility) else {
        return 0;
    };
    let (begin, end) = (facility.zone.to_datetime(*from), facility.zone.to_datetime(*to));
    let first = day_number(begin.date()) + i64::from(begin.time() > policy.overnight_at);
    let last = day_number(end.date()) - i64::from(end.time() < policy.overnight_at);
    u32::try_from((last - first + 1).max(0)).unwrap_or(u32::MAX)
}

/// Compares what a plan says with what was recomputed; each figure under the rule whose matter it is.
pub(crate) fn wrong_measures(stated: &Measures, right: &Measures, report: &mut Report) {
    let mut wrong = |rule: Rule, name: &str, what: String| {
        report.add(rule, "measures-wrong", format!("measures, {name}"), what);
    };
    if stated.levels != right.levels {
        wrong(
            Rule::Journey,
            "levels",
            format!("stated {}, recomputed {}", show(&stated.levels), show(&right.levels)),
        );
    }
    let counts = [
        (
            Rule::Journey,
            "weight on time",
            stated.on_time_weight,
            right.on_time_weight,
        ),
        (Rule::Journey, "stops", i64::from(stated.stops), i64::from(right.stops)),
        (
            Rule::Staging,
            "nights",
            i64::from(stated.nights),
            i64::from(right.nights),
        ),
        (Rule::Duty, "legs", i64::from(stated.legs), i64::from(right.legs)),
    ];
    for (rule, name, stated, right) in counts {
        if stated != right {
            wrong(rule, name, format!("stated {stated}, recomputed {right}"));
        }
    }
    let quantities = [
        (
            Rule::Journey,
            "weighted hours late",
            stated.lateness_weighted_hours,
            right.lateness_weighted_hours,
        ),
        (
            Rule::Journey,
            "hours in transit",
            stated.transit_hours,
            right.transit_hours,
        ),
        (
            Rule::CabinAltitude,
            "flying hours",
            stated.flying_hours,
            right.flying_hours,
        ),
        (
            Rule::Duty,
            "positioning hours",
            stated.positioning_hours,
            right.positioning_hours,
        ),
        (Rule::Duty, "cost", stated.cost, right.cost),
        (Rule::RangeAndRunway, "fuel", stated.fuel_kg, right.fuel_kg),
    ];
    for (rule, name, stated, right) in quantities {
        if !agrees(stated, right) {
            wrong(rule, name, format!("stated {stated:.3}, recomputed {right:.3}"));
        }
    }
}

fn show(levels: &[TierMeasure]) -> String {
    let each: Vec<_> = levels
        .iter()
        .map(|tier| {
            format!(
                "{}: {} of {} on time, {} late, {} left out",
                tier.level, tier.on_time, tier.patients, tier.late, tier.left_out
            )
        })
        .collect();
    each.join("; ")
}

/// Block hours of a leg by its own times.
pub(crate) fn block_hours(leg: &airbridge_model::Leg) -> f64 {
    hours(between(leg.off_block_at, leg.on_block_at))
}
