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

/// The permissions that a leg needs and that do not hold for the whole operation.
pub(crate) fn lacking(operation: &Operation, axis: &Axis, query: &LegQuery) -> Vec<(StateCode, ClearanceKind)> {
    let whole = Spans::one(0, axis.end);
    let lacks = |(state, kind): &(&StateCode, ClearanceKind)| {
        granted(operation, axis, query.aircraft, state, *kind).intersect(&whole) != whole
    };
    let needed = needed(query).into_iter().filter(lacks);
    needed.map(|(state, kind)| (state.clone(), kind)).collect()
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

#[cfg(test)]
mod tests {
    use airbridge_model::{Area, Closed, Closure, ForbiddenPair};
    use airbridge_testkit::generate::benghazi;
    use airbridge_units::NauticalMiles;
    use jiff::Timestamp;

    use super::*;

    const HOUR: i64 = 3600;

    /// Benghazi to Cairo in an hour and a half by the Egyptian-cleared Libyan aircraft, in an operation of two days.
    struct Case {
        operation: Operation,
        facts: TrackFacts,
        from: StateCode,
        to: StateCode,
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    impl Case {
        fn new() -> Self {
            let mut operation = benghazi(1, 1);
            operation.horizon.from = at("2017-02-01T00:00:00Z");
            operation.horizon.to = at("2017-02-03T00:00:00Z");
            operation.forbidden_pairs.clear();
            Self {
                operation,
                facts: TrackFacts {
                    distance: NauticalMiles(600.0),
                    states: vec![StateCode::new("LY"), StateCode::new("EG")],
                    closures: Vec::new(),
                },
                from: StateCode::new("LY"),
                to: StateCode::new("EG"),
            }
        }

        /// Departures in half hours from the start of the horizon.
        fn allowed(&self) -> Vec<(i64, i64)> {
            let axis = Axis::new(self.operation.horizon.from, self.operation.horizon.to);
            let libyan = (self.operation.aircraft.iter()).find(|aircraft| aircraft.state == StateCode::new("LY"));
            let query = LegQuery {
                aircraft: libyan.expect("the Hercules"),
                from: &self.from,
                to: &self.to,
                facts: &self.facts,
                duration: 3 * HOUR / 2,
            };
            let allowed = departures(&self.operation, &axis, &query);
            assert_eq!(allowed.is_empty(), allowed.intervals().is_empty());
            allowed.intervals().to_vec()
        }

        fn egyptian(&mut self) -> &mut Clearance {
            let egypt = StateCode::new("EG");
            let found = self
                .operation
                .clearances
                .iter_mut()
                .find(|clearance| clearance.state == egypt);
            found.expect("an Egyptian clearance")
        }
    }

    fn pair(one_way: bool) -> ForbiddenPair {
        ForbiddenPair {
            state: StateCode::new("LY"),
            other: StateCode::new("EG"),
            basis: PairBasis::Departure,
            scope: PairScope::Land,
            one_way,
            from: None,
            to: None,
        }
    }

    #[test]
    fn without_limits_every_departure_that_arrives_in_time_is_allowed() {
        assert_eq!(Case::new().allowed(), [(0, 48 * HOUR - 3 * HOUR / 2)]);
    }

    #[test]
    fn clearances_that_meet_hold_together_and_those_with_a_gap_do_not() {
        let mut case = Case::new();
        let mut second = case.egyptian().clone();
        case.egyptian().valid_to = at("2017-02-01T12:00:00Z");
        second.valid_from = at("2017-02-01T12:00:00Z");
        case.operation.clearances.push(second);
        assert_eq!(case.allowed().len(), 1);
        let last = case.operation.clearances.len() - 1;
        case.operation.clearances[last].valid_from = at("2017-02-01T12:00:01Z");
        assert_eq!(
            case.allowed()[0].1,
            12 * HOUR - 3 * HOUR / 2,
            "the leg ends within the first"
        );
        assert_eq!(case.allowed()[1].0, 12 * HOUR + 1);
    }

    #[test]
    fn a_permission_for_landing_is_none_for_overflight() {
        let mut case = Case::new();
        case.egyptian().kind = ClearanceKind::Overfly;
        assert!(case.allowed().is_empty());
        case.to = StateCode::new("LY");
        assert!(!case.allowed().is_empty(), "overflown only");
    }

    #[test]
    fn a_pair_forbids_both_ways_or_one() {
        let mut case = Case::new();
        case.operation.forbidden_pairs = vec![pair(true)];
        assert!(case.allowed().is_empty());
        (case.from, case.to) = (case.to.clone(), case.from.clone());
        assert!(!case.allowed().is_empty(), "back is allowed");
        case.operation.forbidden_pairs = vec![pair(false)];
        assert!(case.allowed().is_empty());
    }

    #[test]
    fn a_dated_pair_forbids_legs_that_touch_the_day() {
        let mut case = Case::new();
        let day = jiff::civil::date(2017, 2, 2);
        case.operation.forbidden_pairs = vec![ForbiddenPair {
            from: Some(day),
            ..pair(true)
        }];
        let before = 24 * HOUR - 3 * HOUR / 2 - 1;
        assert_eq!(case.allowed(), [(0, before)], "on block before midnight");
        case.operation.forbidden_pairs[0].from = None;
        case.operation.forbidden_pairs[0].to = Some(day.saturating_sub(1.day()));
        assert_eq!(case.allowed()[0].0, 24 * HOUR, "off block from midnight on");
    }

    #[test]
    fn closed_airspace_is_left_before_and_entered_after() {
        let mut case = Case::new();
        case.operation.closures = vec![Closure {
            id: "N1".into(),
            what: Closed::Airspace(Area { corners: Vec::new() }),
            from: at("2017-02-01T06:00:00Z"),
            to: at("2017-02-01T09:00:00Z"),
            reason: "synthetic".to_owned(),
        }];
        case.facts.closures = vec![0];
        let allowed = case.allowed();
        assert_eq!((allowed[0].1, allowed[1].0), (6 * HOUR - 3 * HOUR / 2, 9 * HOUR));
    }
}
