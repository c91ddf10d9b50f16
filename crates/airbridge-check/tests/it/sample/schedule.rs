//! A plan put together by hand: given who boards where, the times follow as early as they can be.
//!
//! The arithmetic here is the tests' own, so that checker and sample agree only where both are right.

use std::collections::BTreeMap;

use airbridge_geo::{Boundaries, Track};
use airbridge_model::{Index, Journey, Leg, Mission, MissionStop, Operation, Patient, PlaceKind, Step};
use airbridge_units::{Feet, Kilograms, OfferId, PatientId, Position, StateCode};
use jiff::{SignedDuration, Timestamp};

/// A stop as one would jot it down.
pub(super) struct Call {
    field: &'static str,
    leaves: Vec<PatientId>,
    boards: Vec<PatientId>,
    refuels: bool,
    rests_until: Option<Timestamp>,
}

impl Call {
    pub(super) fn at(field: &'static str) -> Self {
        Self {
            field,
            leaves: Vec::new(),
            boards: Vec::new(),
            refuels: false,
            rests_until: None,
        }
    }

    pub(super) fn leaves(mut self, ids: &[&str]) -> Self {
        self.leaves = ids.iter().map(PatientId::new).collect();
        self
    }

    pub(super) fn boards(mut self, ids: &[&str]) -> Self {
        self.boards = ids.iter().map(PatientId::new).collect();
        self
    }

    pub(super) fn refuels(mut self) -> Self {
        self.refuels = true;
        self
    }

    pub(super) fn rests_until(mut self, off_block: Timestamp) -> Self {
        self.rests_until = Some(off_block);
        self
    }
}

pub(super) struct Schedule<'a> {
    operation: &'a Operation,
    index: Index<'a>,
    missions: Vec<Mission>,
    journeys: Vec<Journey>,
}

fn plus(at: Timestamp, seconds: i64) -> Timestamp {
    at + SignedDuration::from_secs(seconds)
}

impl<'a> Schedule<'a> {
    pub(super) fn new(operation: &'a Operation) -> Self {
        Self {
            operation,
            index: Index::new(operation),
            missions: Vec::new(),
            journeys: Vec::new(),
        }
    }

    /// `crew` is configuration, flight crew and medical team; the first stop's loading or off-block is at `begin`.
    pub(super) fn mission(
        &mut self,
        id: &str,
        aircraft: &str,
        crew: (&str, &str, &str),
        begin: Timestamp,
        calls: &[Call],
    ) {
        let mut stops = Vec::new();
        let mut legs: Vec<Leg> = Vec::new();
        let mut on_board: BTreeMap<PatientId, &Patient> = BTreeMap::new();
        for (number, call) in calls.iter().enumerate() {
            let on_block = legs.last().map(|leg| leg.on_block_at);
            let unloaded = on_block.map(|at| plus(at, self.handling(&call.leaves, false)));
            let refuelled = on_block.filter(|_| call.refuels).map(|at| plus(at, 3600));
            for gone in &call.leaves {
                on_board.remove(gone);
            }
            for come in &call.boards {
                on_board.insert(come.clone(), self.index.patient(come).expect("a patient of the sample"));
            }
            let ready = unloaded.max(refuelled).unwrap_or(begin);
            let loading = self.handling(&call.boards, true);
            let off_block = call.rests_until.unwrap_or(plus(ready, loading));
            let next = calls.get(number + 1);
            stops.push(MissionStop {
                airfield: call.field.into(),
                on_block_at: on_block,
                unloaded_at: unloaded,
                loading_from: (!call.boards.is_empty()).then_some(ready),
                off_block_at: next.map(|_| off_block),
                leaves: call.leaves.clone(),
                boards: call.boards.clone(),
                refuel: call.refuels,
                rest: call.rests_until.is_some(),
            });
            if let Some(next) = next {
                legs.push(self.leg(aircraft, (call.field, next.field), off_block, &on_board));
            }
        }
        self.missions.push(Mission {
            id: id.into(),
            aircraft: aircraft.into(),
            configuration: crew.0.into(),
            flight_crew: crew.1.into(),
            medical_crew: Some(crew.2.into()),
            stops,
            legs,
        });
    }

    /// Seconds to load or unload.
    fn handling(&self, who: &[PatientId], loading: bool) -> i64 {
        let (base, litter, intensive_care, seat) = if loading {
            (600, 150.0, 435.0, 20.4)
        } else {
            (300, 120.0, 300.0, 15.0)
        };
        if who.is_empty() {
            return 0;
        }
        let each = who.iter().map(|id| {
            let patient = self.index.patient(id).expect("a patient of the sample");
            let own = match patient.place_kind() {
                PlaceKind::IntensiveCare => litter + intensive_care,
                PlaceKind::Litter => litter,
                PlaceKind::Seat => seat,
            };
            let own = if patient.bariatric { 2.0 * own } else { own };
            (own + f64::from(patient.attendants.count()) * seat).ceil()
        });
        base + each.sum::<f64>() as i64
    }

    fn leg(&self, aircraft: &str, ends: (&str, &str), off: Timestamp, on_board: &BTreeMap<PatientId, &Patient>) -> Leg {
        let kind = &self.index.aircraft(&aircraft.into()).expect("known").aircraft_type;
        let (knots, burn) = if kind.as_str() == "C-130H" {
            (290.0, 2100.0)
        } else {
            (410.0, 8500.0)
        };
        // The sample restricts the intensive-care patient alone, to the second tier.
        let restricted = on_board.values().any(|patient| patient.cabin_limit.is_some());
        let (cabin, fuel_factor, speed_factor) = if restricted {
            (6000.0, 1.05, 0.97)
        } else {
            (8000.0, 1.0, 1.0)
        };
        let position = |field: &str| self.index.airfield(&field.into()).expect("known").position;
        let mut points = vec![position(ends.0), position(ends.1)];
        let by_route = matches!(ends, ("LTAC", "UUMU") | ("UUMU", "LTAC"));
        if by_route {
            points.insert(1, Position::new(45.0, 37.5).expect("in range"));
        }
        let track = Track::new(&points);
        let distance = track.length();
        let block = (3600.0 * distance.get() * 1.05 / (knots * speed_factor)).ceil() as i64 + 1200;
        Leg {
            from: ends.0.into(),
            to: ends.1.into(),
            off_block_at: off,
            on_block_at: plus(off, block),
            distance,
            fuel: Kilograms(block as f64 / 3600.0 * burn * fuel_factor),
            turn: None,
            cabin_altitude: Feet(cabin),
            states: if by_route {
                ["TR", "RU"].map(StateCode::new).to_vec()
            } else {
                Boundaries::bundled().states_along(&track, &self.operation.contested)
            },
        }
    }

    /// A journey on some missions in turn, with a stay between where there are two.
    pub(super) fn journey(&mut self, patient: &str, offer: &str, staging: Option<&str>, missions: &[&str]) {
        let who = PatientId::new(patient);
        let known = self.index.patient(&who).expect("a patient of the sample");
        let end = &self
            .index
            .offer(&OfferId::new(offer))
            .expect("an offer of the sample")
            .facility;
        let mut steps: Vec<Step> = Vec::new();
        let mut door = known.origin.clone();
        for (number, id) in missions.iter().enumerate() {
            let mission = self.missions.iter().find(|it| it.id.as_str() == *id).expect("flown");
            let stop = |is: fn(&MissionStop) -> &Vec<PatientId>| {
                mission
                    .stops
                    .iter()
                    .position(|stop| is(stop).contains(&who))
                    .expect("on this mission")
            };
            let (boards, leaves) = (stop(|stop| &stop.boards), stop(|stop| &stop.leaves));
            let (first, last) = (&mission.stops[boards], &mission.stops[leaves]);
            let (from, to) = (first.loading_from.expect("loads"), last.unloaded_at.expect("unloads"));
            let road = |facility: &airbridge_units::FacilityId, field: &airbridge_units::AirfieldId| {
                let facility = self.index.facility(facility).expect("known");
                facility.ground_to(field).expect("served").get() * 60
            };
            let leaves_door = plus(from, -road(&door, &first.airfield));
            if let Some(before) = steps.last() {
                steps.push(Step::Stay {
                    facility: door.clone(),
                    from: before.span().1,
                    to: leaves_door,
                });
            }
            steps.push(Step::ToField {
                facility: door,
                airfield: first.airfield.clone(),
                from: leaves_door,
                to: from,
            });
            steps.push(Step::Lift {
                mission: mission.id.clone(),
                boards_at_stop: boards,
                leaves_at_stop: leaves,
                from,
                to,
            });
            door = match staging {
                Some(staging) if number + 1 < missions.len() => staging.into(),
                _ => end.clone(),
            };
            steps.push(Step::FromField {
                airfield: last.airfield.clone(),
                facility: door.clone(),
                from: to,
                to: plus(to, road(&door, &last.airfield)),
            });
        }
        let arrives_at = steps.last().expect("a mission at least").span().1;
        self.journeys.push(Journey {
            patient: who,
            offer: offer.into(),
            arrives_at,
            on_time: arrives_at <= known.precedence.due_at,
            steps,
        });
    }

    pub(super) fn finish(self) -> (Vec<Mission>, Vec<Journey>) {
        (self.missions, self.journeys)
    }
}
