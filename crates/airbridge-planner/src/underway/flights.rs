//! Missions that go on: where they are, and what lies behind them.

use airbridge_geo::Track;
use airbridge_model::{Aircraft, AircraftType, Configuration, Crew, Mission, Operation, Progress, Step};
use airbridge_units::{PatientId, Position};

use crate::calendar::Axis;
use crate::load;
use crate::performance::consumption;
use crate::track_table::TrackTable;

/// A mission that goes on.
#[derive(Clone, Debug)]
pub(crate) struct Flight<'a> {
    pub(crate) mission: &'a Mission,
    pub(crate) aircraft: &'a Aircraft,
    pub(crate) kind: &'a AircraftType,
    pub(crate) configuration: &'a Configuration,
    pub(crate) pilots: &'a Crew,
    pub(crate) team: Option<&'a Crew>,
    pub(crate) position: Where,
    /// Who is on board, or getting on.
    pub(crate) aboard: Vec<PatientId>,
    /// Nobody gets on or off before this, seconds; in the air the moment from which it may turn.
    pub(crate) ready: i64,
    /// Not off-block before this, where it is or lands next.
    pub(crate) held: i64,
    /// The landing that cannot be put off, or [`Flight::ready`] on the ground.
    pub(crate) lands: i64,
    /// First off-block of the duty under way and its legs so far; `None` when the next departure begins a new duty.
    pub(crate) duty: Option<(i64, u8)>,
    /// Hundredths of a mile flown since the tanks were full, and legs since then.
    pub(crate) consumed: i64,
    /// Patients who have been on board since then, by the legs.
    pub(crate) carried: Vec<Vec<PatientId>>,
    /// Seconds since its first off-block, at the start.
    pub(crate) elapsed: i64,
    /// Expected end, seconds.
    pub(crate) ends: i64,
    /// Expected last on-block of the duty under way; `None` when the next departure begins a new duty.
    pub(crate) duty_ends: Option<i64>,
}

/// Where a mission is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Where {
    /// On the ground, at the stop and field of these indexes.
    Ground { stop: usize, field: usize },
    /// In the air.
    Air {
        /// Index of the leg.
        leg: usize,
        at: Position,
        /// Nautical miles flown on the leg.
        flown: f64,
        /// Seconds since off-block.
        since: i64,
        /// Index of the field where it is going.
        to: usize,
    },
}

impl Flight<'_> {
    /// The field where it stands, for who is getting on there.
    pub(crate) fn boarding_at(&self, patient: &PatientId) -> Option<usize> {
        match self.position {
            Where::Ground { stop, field } if self.mission.stops[stop].boards.contains(patient) => Some(field),
            _ => None,
        }
    }

    /// The stop where it stands.
    pub(crate) fn here(&self) -> Option<usize> {
        match self.position {
            Where::Ground { stop, .. } => Some(stop),
            Where::Air { .. } => None,
        }
    }

    /// Stops and legs that are over or under way, as the mission stands: stops before this index, and legs before the second.
    pub(crate) fn behind(&self) -> (usize, usize) {
        match self.position {
            Where::Ground { stop, .. } => (stop, stop),
            Where::Air { leg, .. } => (leg + 1, leg),
        }
    }
}

/// The missions of an operation that go on, in the order of the plan.
pub(crate) fn flights<'a>(
    operation: &'a Operation,
    axis: &Axis,
    field: impl Fn(&airbridge_units::AirfieldId) -> usize,
    tracks: &TrackTable<'_>,
) -> Vec<Flight<'a>> {
    let Some(so_far) = operation.so_far.as_deref() else {
        return Vec::new();
    };
    let missions = so_far.stands.missions.iter();
    missions
        .filter(|mission| !so_far.grounded.contains(&mission.id))
        .filter_map(|mission| flight(operation, axis, &field, tracks, mission))
        .collect()
}

fn flight<'a>(
    operation: &'a Operation,
    axis: &Axis,
    field: impl Fn(&airbridge_units::AirfieldId) -> usize,
    tracks: &TrackTable<'_>,
    mission: &'a Mission,
) -> Option<Flight<'a>> {
    let now = operation.planned_at;
    let aircraft = operation
        .aircraft
        .iter()
        .find(|aircraft| aircraft.id == mission.aircraft)?;
    let kind = operation
        .aircraft_types
        .iter()
        .find(|kind| kind.id == aircraft.aircraft_type)?;
    let configuration = kind.configuration(&mission.configuration)?;
    let crew = |id: &airbridge_units::CrewId| operation.crews.iter().find(|crew| crew.id == *id);
    let last = mission.stops.last()?;
    let (legs, here) = match mission.progress(now) {
        Progress::NotBegun => return None,
        // A mission that was turned away ends, as it stands, where it landed; it goes on from there.
        Progress::Over if last.airfield == aircraft.base => return None,
        Progress::Over => (mission.legs.len(), Some(mission.legs.len())),
        Progress::At(stop) => (stop, Some(stop)),
        // Where everybody gets off at the next landing there is nothing to choose until then: it is as if it stood there.
        Progress::On(leg) if leg + 1 == mission.legs.len() && last.airfield != aircraft.base => {
            (leg + 1, Some(leg + 1))
        }
        Progress::On(leg) => (leg + 1, None),
    };
    let seconds = |at: jiff::Timestamp| axis.not_before(at);
    let mut held = held_until(operation, axis, mission);
    let (position, mut ready, lands) = if let Some(stop) = here {
        let standing = &mission.stops[stop];
        let mut ready = standing.unloaded_at.map_or(0, seconds).max(0);
        if let Some(loading) = standing.loading_from.filter(|loading| *loading <= now) {
            ready = ready.max(seconds(loading) + loading_seconds(operation, &standing.boards));
            held = held.max(standing.off_block_at.map_or(0, seconds));
        }
        if standing.refuel {
            let turnaround = operation.policy.handling.turnaround.get() * 60;
            ready = ready.max(standing.on_block_at.map_or(0, |on| axis.not_before(on) + turnaround));
        }
        let field = field(&standing.airfield);
        (Where::Ground { stop, field }, ready, 0)
    } else {
        let leg = &mission.legs[legs - 1];
        let (from, to) = (field(&leg.from), field(&leg.to));
        let (off, on) = (seconds(leg.off_block_at), seconds(leg.on_block_at));
        let part = (-off) as f64 / (on - off).max(1) as f64;
        let track = match &leg.turn {
            None => tracks.track(from, to),
            Some(turn) => Track::new(&[
                operation.airfields[from].position,
                turn.position,
                operation.airfields[to].position,
            ]),
        };
        let there = Where::Air {
            leg: legs - 1,
            at: track.point_at(part),
            flown: track.length().get() * part.clamp(0.0, 1.0),
            since: -off,
            to,
        };
        (there, 0, on)
    };
    let aboard = aboard(operation, mission, legs, here);
    // Crews of a mission that has ended away from its base are off duty since; not those of one that was diverted, with people on board.
    let ended = here == Some(mission.legs.len()) && aboard.is_empty();
    let ended = ended && operation.airfields[field(&last.airfield)].crew_rest;
    let rested = ended || here.is_some_and(|stop| stop > 0 && mission.stops[stop].rest);
    let first_of_duty = (1..legs).rev().find(|&stop| mission.stops[stop].rest).unwrap_or(0);
    let duty = (legs > first_of_duty && !(rested && here.is_some())).then(|| {
        let flown = (legs - first_of_duty - usize::from(here.is_none())).min(200) as u8;
        (seconds(mission.legs[first_of_duty].off_block_at), flown)
    });
    if rested && let Some(stop) = here {
        ready = ready.max(rest_over(operation, axis, mission, first_of_duty, stop));
    }
    let (consumed, carried) = since_full(operation, mission, legs, here);
    let first_off = seconds(mission.legs.first()?.off_block_at);
    Some(Flight {
        mission,
        aircraft,
        kind,
        configuration,
        pilots: crew(&mission.flight_crew)?,
        team: mission.medical_crew.as_ref().and_then(crew),
        position,
        aboard,
        ready,
        held,
        lands,
        duty,
        consumed,
        carried,
        elapsed: (-first_off).max(0),
        ends: last.on_block_at.map_or(0, seconds),
        duty_ends: duty.map(|_| {
            let rests = mission.stops.iter().skip(legs.max(1)).find(|stop| stop.rest);
            rests.unwrap_or(last).on_block_at.map_or(0, seconds)
        }),
    })
}

/// When a mission that waits may go on; where it waits for a crew, that reports before it departs.
fn held_until(operation: &Operation, axis: &Axis, mission: &Mission) -> i64 {
    let held = operation
        .so_far
        .as_deref()
        .and_then(|so_far| so_far.held.get(&mission.id));
    let Some(held) = held else { return 0 };
    let crews = [Some(&mission.flight_crew), mission.medical_crew.as_ref()];
    let report = crews.into_iter().flatten().filter(|_| held.rests).filter_map(|id| {
        let crew = operation.crews.iter().find(|crew| crew.id == *id)?;
        let rules = operation.policy.duty.iter().find(|rules| rules.id == crew.rules)?;
        Some(rules.report.get() * 60)
    });
    axis.not_before(held.until) + report.max().unwrap_or(0)
}

/// How long those take who get on at a stop. `docs/rules.md`, rule 6.2.
fn loading_seconds(operation: &Operation, boards: &[PatientId]) -> i64 {
    let times = &operation.policy.handling;
    let patients = operation.patients.iter().filter(|patient| boards.contains(&patient.id));
    let shares = patients.map(|patient| load::part(load::handling_minutes(times, patient).0).0);
    times.load_base.get() * 60 + shares.sum::<i64>()
}

/// When both crews may depart again after a rest that is under way. `docs/rules.md`, rule 7.
fn rest_over(operation: &Operation, axis: &Axis, mission: &Mission, first_leg: usize, stop: usize) -> i64 {
    let crews = [Some(&mission.flight_crew), mission.medical_crew.as_ref()];
    let until = crews.into_iter().flatten().filter_map(|id| {
        let crew = operation.crews.iter().find(|crew| crew.id == *id)?;
        let rules = operation.policy.duty.iter().find(|rules| rules.id == crew.rules)?;
        let landed = axis.not_before(mission.stops[stop].on_block_at?);
        let unloaded = mission.stops[stop].unloaded_at.map_or(landed, |at| axis.not_before(at));
        let begin = axis.not_before(mission.legs[first_leg].off_block_at) - rules.report.get() * 60;
        let end = landed.max(unloaded) + rules.debrief.get() * 60;
        Some(end + (rules.rest_away.get() * 60).max(end - begin) + rules.report.get() * 60)
    });
    until.max().unwrap_or(0)
}

/// What was flown since the tanks were full, the leg in the air not counted, and who was on board.
fn since_full(
    operation: &Operation,
    mission: &Mission,
    legs: usize,
    here: Option<usize>,
) -> (i64, Vec<Vec<PatientId>>) {
    let policy = &operation.policy;
    let refuelled_here = here.is_some_and(|stop| stop > 0 && mission.stops[stop].refuel);
    if refuelled_here {
        return (0, Vec::new());
    }
    let full_at = (1..legs).rev().find(|&stop| mission.stops[stop].refuel).unwrap_or(0);
    let over = legs - usize::from(here.is_none());
    let mut consumed = 0;
    let mut carried = Vec::new();
    for leg in full_at..legs {
        carried.push(on_board(mission, leg));
        if leg < over {
            let flown = &mission.legs[leg];
            consumed += consumption(policy, policy.tier_of(flown), flown.distance);
        }
    }
    (consumed, carried)
}

fn on_board(mission: &Mission, leg: usize) -> Vec<PatientId> {
    let mut aboard: Vec<PatientId> = Vec::new();
    for stop in &mission.stops[..=leg] {
        aboard.retain(|rider| !stop.leaves.contains(rider));
        aboard.extend(stop.boards.iter().cloned());
    }
    aboard
}

/// Who is on board, or getting on; not who is getting off, nor who joins later where loading has begun.
fn aboard(operation: &Operation, mission: &Mission, legs: usize, here: Option<usize>) -> Vec<PatientId> {
    let now = operation.planned_at;
    let journeys = operation
        .so_far
        .as_deref()
        .map_or(&[][..], |so_far| &so_far.stands.journeys);
    let joins = |rider: &PatientId, stop: usize| {
        let mut steps = journeys
            .iter()
            .filter(|journey| journey.patient == *rider)
            .flat_map(|journey| &journey.steps);
        steps.any(|step| {
            matches!(step, Step::Lift { mission: other, boards_at_stop, from, .. }
                if *other == mission.id && *boards_at_stop == stop && *from > now)
        })
    };
    let mut aboard: Vec<PatientId> = Vec::new();
    for stop in &mission.stops[..legs.min(mission.stops.len())] {
        aboard.retain(|rider| !stop.leaves.contains(rider));
        aboard.extend(stop.boards.iter().cloned());
    }
    if let Some((number, stop)) = here.and_then(|here| Some((here, mission.stops.get(here)?))) {
        aboard.retain(|rider| !stop.leaves.contains(rider));
        if stop.loading_from.is_some_and(|loading| loading <= now) {
            aboard.extend(stop.boards.iter().filter(|rider| !joins(rider, number)).cloned());
        }
    }
    aboard.sort();
    aboard
}
