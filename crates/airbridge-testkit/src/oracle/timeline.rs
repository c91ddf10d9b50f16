//! When a mission's stops happen, as early as they can, given the order of events.

use std::collections::BTreeMap;

use airbridge_geo::{Boundaries, Track};
use airbridge_model::{AircraftType, CabinTier, HandlingTimes, Index, Operation, Patient, PlaceKind};
use airbridge_units::{AirfieldId, StateCode};

/// Distance and states of each pair of airfields.
pub(super) struct Flights {
    ways: BTreeMap<(AirfieldId, AirfieldId), (f64, Vec<StateCode>)>,
}

impl Flights {
    pub(super) fn new(operation: &Operation) -> Self {
        let boundaries = Boundaries::bundled();
        let mut ways = BTreeMap::new();
        for from in &operation.airfields {
            for to in operation.airfields.iter().filter(|to| to.id != from.id) {
                let track = Track::new(&[from.position, to.position]);
                let states = boundaries.states_along(&track, &operation.contested);
                ways.insert((from.id.clone(), to.id.clone()), (track.length().get(), states));
            }
        }
        Self { ways }
    }

    pub(super) fn way(&self, from: &AirfieldId, to: &AirfieldId) -> &(f64, Vec<StateCode>) {
        &self.ways[&(from.clone(), to.clone())]
    }
}

/// A stop as the order of events tells it: where, who leaves, who boards (indexes into the patients).
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub(super) field: AirfieldId,
    pub(super) leaves: Vec<usize>,
    pub(super) boards: Vec<usize>,
}

/// Instants of a stop, in seconds of Unix time. The first has no meaning for `on_block` and `unloaded`, the last none for `off_block`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    pub(super) on_block: i64,
    pub(super) unloaded: i64,
    pub(super) loading: i64,
    pub(super) off_block: i64,
}

/// What a mission must wait for at its begin, in seconds of Unix time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Free {
    /// First off-block not before this.
    pub(super) off_block: i64,
    /// Loading at the base not before this.
    pub(super) loading: i64,
}

/// Who is on board after each stop but the last.
pub(super) fn on_board(visits: &[Visit]) -> Vec<Vec<usize>> {
    let mut now: Vec<usize> = Vec::new();
    visits[..visits.len() - 1]
        .iter()
        .map(|visit| {
            now.retain(|at| !visit.leaves.contains(at));
            now.extend(&visit.boards);
            now.clone()
        })
        .collect()
}

/// The loosest cabin tier that all on board bear.
pub(super) fn tier<'a>(operation: &'a Operation, on_board: &[usize]) -> &'a CabinTier {
    let tiers = &operation.policy.cabin_tiers;
    let lowest = on_board
        .iter()
        .filter_map(|&at| operation.patients[at].cabin_limit)
        .map(|limit| limit.0.get())
        .fold(tiers[0].limit.get(), f64::min);
    tiers
        .iter()
        .find(|tier| tier.limit.get() <= lowest)
        .expect("the lowest tier is at sea level")
}

/// Block seconds.
pub(super) fn block(operation: &Operation, kind: &AircraftType, tier: &CabinTier, distance: f64) -> i64 {
    let policy = &operation.policy.block;
    let flying = 3600.0 * distance * policy.route_factor / (kind.cruise.get() * tier.speed_factor);
    flying.ceil() as i64 + policy.overhead.get() * 60
}

/// The earliest times of a mission: first off-block as early as may be, and later only as far as the duty limit asks; nothing when
/// no time of begin keeps it.
pub(super) fn earliest(operation: &Operation, flights: &Flights, visits: &[Visit], free: Free) -> Option<Vec<Times>> {
    let duty = &operation.policy.duty[0];
    let limit = (duty.rows[0].limit - duty.report).get() * 60;
    let mut begin = first_off_block(operation, visits, free);
    // The end moves with the begin only once nobody is waited for, so the second shift is the last that can help.
    for _ in 0..3 {
        let times = run(operation, flights, visits, begin);
        let excess = duty_end(visits, &times) - begin - limit;
        if excess <= 0 {
            return Some(times);
        }
        begin += excess;
    }
    None
}

/// When the longer of both crews' duties ends, without debrief: last on-block, or last unloading of patients.
fn duty_end(visits: &[Visit], times: &[Times]) -> i64 {
    let unloading = visits.iter().zip(times).filter(|(visit, _)| !visit.leaves.is_empty());
    let handover = unloading.map(|(_, times)| times.unloaded).max();
    times[times.len() - 1].on_block.max(handover.unwrap_or(i64::MIN))
}

/// The end of duty with debrief, for the rest after it.
pub(super) fn released(operation: &Operation, visits: &[Visit], times: &[Times]) -> i64 {
    duty_end(visits, times) + operation.policy.duty[0].debrief.get() * 60
}

fn first_off_block(operation: &Operation, visits: &[Visit], free: Free) -> i64 {
    let first = &visits[0];
    if first.boards.is_empty() {
        return free.off_block;
    }
    let loading = free.loading.max(at_aircraft(operation, &first.boards));
    free.off_block.max(loading + loading_seconds(operation, &first.boards))
}

/// When the last of those who board can be at the aircraft's side.
fn at_aircraft(operation: &Operation, boards: &[usize]) -> i64 {
    let index = Index::new(operation);
    boards
        .iter()
        .map(|&at| {
            let patient = &operation.patients[at];
            let origin = index.facility(&patient.origin).expect("a facility of the operation");
            patient.ready_at.as_second() + origin.access[0].ground.get() * 60
        })
        .max()
        .expect("somebody boards")
}

fn run(operation: &Operation, flights: &Flights, visits: &[Visit], begin: i64) -> Vec<Times> {
    let kind = &operation.aircraft_types[0];
    let aboard = on_board(visits);
    let loading = begin
        - if visits[0].boards.is_empty() {
            0
        } else {
            loading_seconds(operation, &visits[0].boards)
        };
    let mut all = vec![Times {
        on_block: loading,
        unloaded: loading,
        loading,
        off_block: begin,
    }];
    for (leg, visit) in visits[1..].iter().enumerate() {
        let (distance, _) = flights.way(&visits[leg].field, &visit.field);
        let on_block = all[leg].off_block + block(operation, kind, tier(operation, &aboard[leg]), *distance);
        let unloaded = on_block + unloading_seconds(operation, &visit.leaves);
        let (loading, off_block) = if visit.boards.is_empty() {
            (unloaded, unloaded)
        } else {
            let loading = unloaded.max(at_aircraft(operation, &visit.boards));
            (loading, loading + loading_seconds(operation, &visit.boards))
        };
        all.push(Times {
            on_block,
            unloaded,
            loading,
            off_block,
        });
    }
    all
}

fn loading_seconds(operation: &Operation, boards: &[usize]) -> i64 {
    let times = &operation.policy.handling;
    let shares = [times.load_litter, times.load_intensive_care, times.load_seat];
    handling(operation, boards, times.load_base.get(), shares)
}

fn unloading_seconds(operation: &Operation, leaves: &[usize]) -> i64 {
    let times: &HandlingTimes = &operation.policy.handling;
    let shares = [times.unload_litter, times.unload_intensive_care, times.unload_seat];
    handling(operation, leaves, times.unload_base.get(), shares)
}

fn handling(operation: &Operation, who: &[usize], base: i64, [litter, intensive_care, seat]: [f64; 3]) -> i64 {
    if who.is_empty() {
        return 0;
    }
    let seconds = |minutes: f64| (minutes * 60.0).ceil() as i64;
    let share = |patient: &Patient| {
        let own = match patient.place_kind() {
            PlaceKind::IntensiveCare => seconds(litter + intensive_care),
            PlaceKind::Litter => seconds(litter),
            PlaceKind::Seat => seconds(seat),
        };
        own + i64::from(patient.attendants.count()) * seconds(seat)
    };
    base * 60 + who.iter().map(|&at| share(&operation.patients[at])).sum::<i64>()
}
