//! When a leg may be flown: clearances, forbidden pairs, closed airspace. `docs/rules.md`, rule 8.

use airbridge_model::{
    Aircraft, Clearance, ClearanceKind, ClearanceScope, ClearanceStatus, Operation, PairBasis, PairScope,
};
use airbridge_units::StateCode;
use jiff::ToSpan;
use jiff::tz::TimeZone;

use crate::calendar::Axis;
use crate::spans::Spans;
use crate::track_table::TrackFacts;

/// A leg as permissions see it.
pub(crate) struct LegQuery<'q> {
    pub(crate) aircraft: &'q Aircraft,
    /// State of the field that it takes off from.
    pub(crate) from: &'q StateCode,
    /// State of the field that it lands in.
    pub(crate) to: &'q StateCode,
    pub(crate) facts: &'q TrackFacts,
    /// Off-block to on-block, seconds.
    pub(crate) duration: i64,
}

/// Why there is no time at all for a leg.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Barrier {
    /// No granted clearance of this state that lasts long enough; with what there is instead, in words.
    NoClearance {
        state: StateCode,
        kind: &'static str,
        instead: String,
    },
    /// A forbidden pair.
    Forbidden { state: StateCode, other: StateCode },
    /// Closed airspace on the track for the whole time.
    Airspace { reason: String },
    /// Each permission has its time, but never all together.
    NeverTogether,
}

/// The times off-block at which a leg may be flown.
pub(crate) fn departures(operation: &Operation, axis: &Axis, query: &LegQuery) -> Spans {
    let mut allowed = Spans::one(0, axis.end - query.duration);
    for (state, kind) in needed(query) {
        allowed = allowed.intersect(&granted(operation, axis, query.aircraft, state, kind).starts_of(query.duration));
        if allowed.is_empty() {
            return allowed;
        }
    }
    allowed = allowed.without(&forbidden_holes(operation, axis, query));
    allowed.without(&airspace_holes(operation, axis, query))
}

/// What stands in the way when [`departures`] is empty.
pub(crate) fn barrier(operation: &Operation, axis: &Axis, query: &LegQuery) -> Barrier {
    let horizon = Spans::one(0, axis.end - query.duration);
    if let Some(pair) = operation.forbidden_pairs.iter().find(|pair| {
        applies(pair, query)
            && horizon
                .without(&[pair_hole(pair, axis, query.duration)])
                .intersect(&horizon)
                .is_empty()
    }) {
        return Barrier::Forbidden {
            state: pair.state.clone(),
            other: pair.other.clone(),
        };
    }
    for (state, kind) in needed(query) {
        let times = granted(operation, axis, query.aircraft, state, kind).starts_of(query.duration);
        if times.intersect(&horizon).is_empty() {
            return Barrier::NoClearance {
                state: state.clone(),
                kind: kind.code(),
                instead: instead(operation, query.aircraft, state, kind),
            };
        }
    }
    if let Some(&closure) = query.facts.closures.first() {
        let alone = horizon.without(&airspace_holes(operation, axis, query));
        if alone.is_empty() {
            return Barrier::Airspace {
                reason: operation.closures[closure].reason.clone(),
            };
        }
    }
    Barrier::NeverTogether
}

/// What keeps a leg from being flown at some times, in words; nothing when it may be flown at any time of the operation.
pub(crate) fn limits(operation: &Operation, axis: &Axis, query: &LegQuery) -> Vec<String> {
    let whole = Spans::one(0, axis.end - query.duration);
    let clearances = needed(query).into_iter().filter_map(|(state, kind)| {
        let times = granted(operation, axis, query.aircraft, state, kind).starts_of(query.duration);
        (times.intersect(&whole) != whole).then(|| instead(operation, query.aircraft, state, kind))
    });
    let pairs = operation
        .forbidden_pairs
        .iter()
        .filter(|pair| applies(pair, query) && whole.without(&[pair_hole(pair, axis, query.duration)]) != whole)
        .map(|pair| format!("traffic between {} and {} is forbidden", pair.state, pair.other));
    let closures = query
        .facts
        .closures
        .iter()
        .map(|&index| format!("airspace is closed: {}", operation.closures[index].reason));
    clearances.chain(pairs).chain(closures).collect()
}

/// The states whose permission a leg needs, and for what.
fn needed<'q>(query: &LegQuery<'q>) -> Vec<(&'q StateCode, ClearanceKind)> {
    let own = &query.aircraft.state;
    let mut needs = vec![(query.from, ClearanceKind::Land), (query.to, ClearanceKind::Land)];
    needs.extend(
        query
            .facts
            .states
            .iter()
            .filter(|state| *state != query.from && *state != query.to)
            .map(|state| (state, ClearanceKind::Overfly)),
    );
    needs.retain(|(state, _)| *state != own);
    needs.dedup();
    needs
}

/// When a state's permission for an aircraft holds; windows that meet are joined.
fn granted(operation: &Operation, axis: &Axis, aircraft: &Aircraft, state: &StateCode, kind: ClearanceKind) -> Spans {
    Spans::new(
        matching(operation, aircraft, state, kind)
            .filter(|clearance| clearance.status == ClearanceStatus::Granted)
            .map(|clearance| {
                (
                    axis.not_before(clearance.valid_from),
                    axis.not_after(clearance.valid_to),
                )
            })
            .collect(),
    )
}

fn matching<'o>(
    operation: &'o Operation,
    aircraft: &Aircraft,
    state: &StateCode,
    kind: ClearanceKind,
) -> impl Iterator<Item = &'o Clearance> {
    operation.clearances.iter().filter(move |clearance| {
        clearance.state == *state
            && (clearance.kind == kind || clearance.kind == ClearanceKind::Both)
            && match &clearance.scope {
                ClearanceScope::All => true,
                ClearanceScope::Operator(operator) => *operator == aircraft.operator,
                ClearanceScope::Aircraft(id) => *id == aircraft.id,
            }
    })
}

/// What there is of a state's permission when it is not enough, in words.
fn instead(operation: &Operation, aircraft: &Aircraft, state: &StateCode, kind: ClearanceKind) -> String {
    let found: Vec<String> = matching(operation, aircraft, state, kind)
        .map(|clearance| match clearance.status {
            ClearanceStatus::Granted => {
                format!(
                    "{} is valid only from {} to {}",
                    clearance.id, clearance.valid_from, clearance.valid_to
                )
            }
            ClearanceStatus::Requested => format!("{} is requested{}", clearance.id, asked(clearance)),
            status => format!("{} is {status}", clearance.id),
        })
        .collect();
    if found.is_empty() {
        "none was asked for".to_owned()
    } else {
        found.join(", ")
    }
}

/// Since when a clearance is waited for, and how long the state takes, as far as that is known.
fn asked(clearance: &Clearance) -> String {
    let since = clearance.requested_at.map(|at| format!("since {at}"));
    let lead = clearance.lead_hours.map(|hours| format!("the state takes {hours} h"));
    let known: Vec<String> = since.into_iter().chain(lead).collect();
    if known.is_empty() {
        String::new()
    } else {
        format!(" ({})", known.join(", "))
    }
}

fn applies(pair: &airbridge_model::ForbiddenPair, query: &LegQuery) -> bool {
    let reaches = |target: &StateCode| {
        query.to == target || (pair.scope == PairScope::Both && query.facts.states.contains(target))
    };
    let belongs = |state: &StateCode| match pair.basis {
        PairBasis::Departure => query.from == state,
        PairBasis::Registration => query.aircraft.state == *state,
    };
    (belongs(&pair.state) && reaches(&pair.other)) || (!pair.one_way && belongs(&pair.other) && reaches(&pair.state))
}

/// The open interval of off-block times that a pair takes away.
fn pair_hole(pair: &airbridge_model::ForbiddenPair, axis: &Axis, duration: i64) -> (i64, i64) {
    let utc = TimeZone::UTC;
    let from = pair
        .from
        .map_or(i64::MIN / 8, |day| axis.day_start(day, &utc) - duration - 1);
    let to = pair
        .to
        .map_or(i64::MAX / 8, |day| axis.day_start(day.saturating_add(1.day()), &utc));
    (from, to)
}

fn forbidden_holes(operation: &Operation, axis: &Axis, query: &LegQuery) -> Vec<(i64, i64)> {
    operation
        .forbidden_pairs
        .iter()
        .filter(|pair| applies(pair, query))
        .map(|pair| pair_hole(pair, axis, query.duration))
        .collect()
}

fn airspace_holes(operation: &Operation, axis: &Axis, query: &LegQuery) -> Vec<(i64, i64)> {
    query
        .facts
        .closures
        .iter()
        .map(|&index| {
            let closure = &operation.closures[index];
            (
                axis.not_after(closure.from) - query.duration,
                axis.not_before(closure.to),
            )
        })
        .collect()
}
