//! Synthetic operations with hand-made plans. Times hang together; nobody checked them against the rules.

mod places;
mod policy;

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{
    Bound, Exclusion, Horizon, Journey, LeftOut, Leg, Measures, Mission, MissionStop, Operation, Plan, PlanOrigin,
    Rule, SoFar, Step, TierMeasure, Turn,
};
use airbridge_units::{
    AircraftId, AirfieldId, ConfigurationId, CrewId, FacilityId, Feet, Kilograms, MissionId, OfferId, PatientId,
};
use jiff::{SignedDuration, Timestamp};

/// The digest that stands for that of the operation.
pub(crate) const DIGEST: &str = "5b0c1f8e2a7d4c3b9a8f7e6d5c4b3a291807f6e5d4c3b2a190817263544536271";

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("a valid instant")
}

fn later(instant: Timestamp, minutes: i64) -> Timestamp {
    instant + SignedDuration::from_mins(minutes)
}

/// Benghazi, Cairo, Moscow and St Petersburg: 24 patients, four missions, two left out, one late.
pub(crate) fn small() -> (Operation, Plan) {
    let operation = places::operation(24, "Benghazi to Moscow, 2017 (synthetic)", "2017-02-01T00:00:00Z");
    let mut builder = Builder::new(&operation);
    // From Benghazi to Cairo on two rotations, then on to two cities.
    let first = builder.mission("M001", "SU-BAV", &["HECA", "HLLB", "HECA"], at("2017-02-01T04:00:00Z"));
    let second = builder.mission("M002", "SU-BAV", &["HECA", "HLLB", "HECA"], at("2017-02-01T13:00:00Z"));
    let third = builder.mission(
        "M003",
        "RA-76841",
        &["UUMU", "HECA", "UUMU", "ULLI", "UUMU"],
        at("2017-02-01T22:00:00Z"),
    );
    builder.mission(
        "M004",
        "RA-76841",
        &["UUMU", "ULLI", "UUMU"],
        at("2017-02-03T18:00:00Z"),
    );
    for index in 0..22 {
        let (lift, offer) = (
            if index < 12 { first } else { second },
            ["B-1", "B-2", "B-3"][index % 3],
        );
        builder.through_staging(index, lift, third, offer);
    }
    let mut plan = builder.finish();
    plan.journeys[21].on_time = false;
    plan.left_out = left_out();
    plan.measures.levels[1].on_time -= 1;
    plan.measures.levels[1].late += 1;
    plan.measures.lateness_weighted_hours = 12.5;
    plan.bound = Bound {
        on_time_weight: plan.measures.on_time_weight + 10,
        on_time_patients: 22,
        binding: "B-2 has no more beds for burns before 3 February".to_owned(),
    };
    (operation, plan)
}

fn left_out() -> Vec<LeftOut> {
    let exclusion = |offer: Option<&str>, alternative: &str, rule, reason: &str| Exclusion {
        offers: offer.map(OfferId::new).into_iter().collect(),
        alternative: alternative.to_owned(),
        rule,
        reason: reason.to_owned(),
    };
    vec![
        LeftOut {
            patient: PatientId::new("P-023"),
            summary: "No open offer for neonatal-icu in a state that the patient consents to.".to_owned(),
            so_far: Vec::new(),
            exclusions: vec![
                exclusion(
                    Some("B-1"),
                    "to Burdenko Hospital",
                    Rule::Destination,
                    "offers orthopaedics, needed is neonatal-icu",
                ),
                exclusion(
                    Some("B-3"),
                    "to Military Medical Academy",
                    Rule::Destination,
                    "offers burns, needed is neonatal-icu",
                ),
            ],
        },
        LeftOut {
            patient: PatientId::new("P-024"),
            summary: "The cabin of every aircraft is too high for the patient.".to_owned(),
            so_far: Vec::new(),
            exclusions: vec![exclusion(
                None,
                "to HECA by SU-BAV",
                Rule::CabinAltitude,
                "limit 0 ft, the type holds 1,500 ft at the lowest",
            )],
        },
    ]
}

/// The small plan under way: M002 has just left and turns back for good, M003 flies nine hours later, M004 does not take place, M009 is new.
pub(crate) fn anew() -> (Operation, Plan) {
    let (mut operation, promised) = small();
    let now = at("2017-02-01T13:20:00Z");
    operation.planned_at = now;
    operation.so_far = Some(Box::new(SoFar {
        parent: "before".to_owned(),
        promised: promised.clone(),
        stands: promised.clone(),
        grounded: BTreeSet::new(),
        no_way_on: BTreeSet::new(),
        reported: BTreeMap::new(),
        gone: std::collections::BTreeSet::new(),
        held: BTreeMap::new(),
        closed: BTreeMap::new(),
    }));
    let mut plan = promised;
    let waiting: Vec<PatientId> = (12..22).map(|index| operation.patients[index].id.clone()).collect();
    plan.journeys.retain(|journey| !waiting.contains(&journey.patient));
    for stop in plan.missions.iter_mut().flat_map(|mission| &mut mission.stops) {
        stop.boards.retain(|patient| !waiting.contains(patient));
        stop.leaves.retain(|patient| !waiting.contains(patient));
    }
    plan.left_out.extend(waiting.into_iter().map(|patient| LeftOut {
        patient,
        summary: "No aircraft comes any more.".to_owned(),
        so_far: Vec::new(),
        exclusions: Vec::new(),
    }));
    let mut new = plan.missions.remove(3);
    new.id = MissionId::new("M009");
    new.aircraft = AircraftId::new("SU-BAV");
    plan.missions.push(new);
    let turned = &mut plan.missions[1];
    turned.legs.truncate(1);
    turned.stops.truncate(2);
    turned.legs[0].turn = Some(Turn {
        at: now,
        position: places::position("HECA"),
        from_the_way_to: turned.legs[0].to.clone(),
    });
    turned.legs[0].to = AirfieldId::new("HECA");
    turned.stops[1].airfield = AirfieldId::new("HECA");
    turned.stops[1].off_block_at = None;
    let nine = SignedDuration::from_hours(9);
    let mission = &mut plan.missions[2];
    for leg in &mut mission.legs {
        leg.off_block_at += nine;
        leg.on_block_at += nine;
    }
    for stop in &mut mission.stops {
        for instant in [
            &mut stop.on_block_at,
            &mut stop.unloaded_at,
            &mut stop.loading_from,
            &mut stop.off_block_at,
        ] {
            *instant = instant.map(|instant| instant + nine);
        }
    }
    (operation, plan)
}

/// A hub: flights twice a week over 150 days, each patient direct to one of many hospitals.
pub(crate) fn large(patients: usize) -> (Operation, Plan) {
    let operation = places::operation(patients, "Hub, 150 days (synthetic)", "2022-08-01T00:00:00Z");
    let mut builder = Builder::new(&operation);
    let flights = 43.max(patients / 24);
    let mut lifts = Vec::new();
    for flight in 0..flights {
        let start = later(
            at("2022-08-02T05:00:00Z"),
            flight as i64 * 150 * 24 * 60 / flights as i64,
        );
        lifts.push(builder.mission(
            &format!("M{:03}", flight + 1),
            "RA-76841",
            &["UUMU", "HECA", "ULLI", "UUMU"],
            start,
        ));
    }
    for index in 0..patients - patients / 20 {
        let offer = ["B-1", "B-2", "B-3"][index % 3];
        builder.direct(index, lifts[index * flights / patients], offer);
    }
    let mut plan = builder.finish();
    plan.left_out = (patients - patients / 20..patients)
        .map(|index| LeftOut {
            patient: operation.patients[index].id.clone(),
            summary: "All beds for the specialty are taken.".to_owned(),
            so_far: Vec::new(),
            exclusions: (0..8)
                .map(|number| Exclusion {
                    offers: vec![OfferId::new(["B-1", "B-2", "B-3"][number % 3])],
                    alternative: format!("to hospital number {number} by RA-76841"),
                    rule: if number < 6 { Rule::Destination } else { Rule::Places },
                    reason: format!(
                        "{} of {} beds are taken on every day of arrival",
                        40 + number,
                        40 + number
                    ),
                })
                .collect(),
        })
        .collect();
    plan.bound.on_time_weight = plan.measures.on_time_weight;
    (operation, plan)
}

/// Rzeszow and twenty airfields around it, each with a hospital in its city: for a crowded map.
pub(crate) fn crowded() -> (Operation, Plan) {
    let (mut operation, mut plan) = small();
    places::crowd(&mut operation);
    let template = plan.missions[0].clone();
    for (index, (field, ..)) in places::CROWD.iter().enumerate().skip(1) {
        let mut mission = template.clone();
        mission.id = MissionId::new(format!("X{index:02}"));
        let hub = AirfieldId::new("EPRZ");
        for (stop, to) in mission.stops.iter_mut().zip([&hub, &AirfieldId::new(field), &hub]) {
            stop.airfield = to.clone();
            stop.boards.clear();
            stop.leaves.clear();
        }
        let patient = operation.patients[index].id.clone();
        mission.stops[0].boards.push(patient.clone());
        mission.stops[1].leaves.push(patient);
        let shift = SignedDuration::from_hours(20 * index as i64);
        for (leg, pair) in mission.legs.iter_mut().zip([("EPRZ", *field), (*field, "EPRZ")]) {
            (leg.from, leg.to) = (AirfieldId::new(pair.0), AirfieldId::new(pair.1));
            leg.off_block_at += shift;
            leg.on_block_at += shift;
        }
        plan.missions.push(mission);
    }
    (operation, plan)
}

/// Builds a plan whose times hang together.
struct Builder<'a> {
    operation: &'a Operation,
    missions: Vec<Mission>,
    journeys: Vec<Journey>,
}

impl<'a> Builder<'a> {
    fn new(operation: &'a Operation) -> Self {
        Self {
            operation,
            missions: Vec::new(),
            journeys: Vec::new(),
        }
    }

    /// Adds a mission with two hours on the ground at each stop; gives its index.
    fn mission(&mut self, id: &str, aircraft: &str, fields: &[&str], start: Timestamp) -> usize {
        let cargo = aircraft == "SU-BAV";
        let mut legs = Vec::new();
        let mut stops = Vec::new();
        let mut now = start;
        for (index, field) in fields.iter().enumerate() {
            let (on, off) = if index == 0 {
                (None, Some(now))
            } else {
                (Some(now), Some(later(now, 120)))
            };
            let last = index + 1 == fields.len();
            stops.push(MissionStop {
                airfield: AirfieldId::new(field),
                on_block_at: on,
                unloaded_at: on,
                loading_from: None,
                off_block_at: if last { None } else { off },
                leaves: Vec::new(),
                boards: Vec::new(),
                refuel: index > 0 && !last,
                rest: index == 2 && fields.len() > 4,
            });
            if last {
                break;
            }
            let off = off.expect("not the last");
            let off = if stops[index].rest { later(off, 11 * 60) } else { off };
            stops[index].off_block_at = Some(off);
            let (from, to) = (places::position(field), places::position(fields[index + 1]));
            let distance = airbridge_geo::distance(from, to);
            let block = (distance.get() / if cargo { 320.0 } else { 410.0 } * 60.0) as i64 + 20;
            legs.push(Leg {
                from: AirfieldId::new(field),
                to: AirfieldId::new(fields[index + 1]),
                off_block_at: off,
                on_block_at: later(off, block),
                distance,
                fuel: Kilograms(block as f64 * if cargo { 38.0 } else { 130.0 }),
                turn: None,
                cabin_altitude: Feet(if index == 1 { 5_000.0 } else { 8_000.0 }),
                states: places::states(field, fields[index + 1]),
            });
            now = later(off, block);
        }
        self.missions.push(Mission {
            id: MissionId::new(id),
            aircraft: AircraftId::new(aircraft),
            configuration: ConfigurationId::new(if cargo { "74L" } else { "20L50S" }),
            flight_crew: CrewId::new(if cargo { "FC-Cairo" } else { "FC-Moscow" }),
            medical_crew: (id != "M004").then(|| CrewId::new(if cargo { "MT-Cairo" } else { "MT-Moscow" })),
            stops,
            legs,
        });
        self.missions.len() - 1
    }

    /// Puts a patient on a mission; gives the step, from start of loading to end of unloading.
    fn lift(&mut self, patient: &PatientId, mission: usize, boards: usize, leaves: usize) -> Step {
        let mission = &mut self.missions[mission];
        let off = mission.stops[boards].off_block_at.expect("not the last");
        let on = mission.stops[leaves].on_block_at.expect("not the first");
        let (from, to) = (later(off, -45), later(on, 40));
        mission.stops[boards].loading_from = Some(from);
        mission.stops[boards].boards.push(patient.clone());
        mission.stops[leaves].unloaded_at = Some(to);
        mission.stops[leaves].leaves.push(patient.clone());
        Step::Lift {
            mission: mission.id.clone(),
            boards_at_stop: boards,
            leaves_at_stop: leaves,
            from,
            to,
        }
    }

    fn to_field(facility: &str, airfield: &str, to: Timestamp, minutes: i64) -> Step {
        Step::ToField {
            facility: FacilityId::new(facility),
            airfield: AirfieldId::new(airfield),
            from: later(to, -minutes),
            to,
        }
    }

    fn from_field(facility: &str, airfield: &str, from: Timestamp, minutes: i64) -> Step {
        Step::FromField {
            airfield: AirfieldId::new(airfield),
            facility: FacilityId::new(facility),
            from,
            to: later(from, minutes),
        }
    }

    fn destination(offer: &str) -> (&'static str, &'static str, i64) {
        match offer {
            "B-1" => ("BURDENKO", "UUMU", 75),
            "B-2" => ("VISHNEVSKY", "UUMU", 90),
            _ => ("VMA", "ULLI", 50),
        }
    }

    fn through_staging(&mut self, patient: usize, first: usize, second: usize, offer: &str) {
        let id = self.operation.patients[patient].id.clone();
        let (facility, airfield, ground) = Self::destination(offer);
        let lift1 = self.lift(&id, first, 1, 2);
        let lift2 = self.lift(&id, second, 1, if airfield == "UUMU" { 2 } else { 3 });
        let (start1, end1) = lift1.span();
        let (start2, end2) = lift2.span();
        let steps = vec![
            Self::to_field("BEN-CCP", "HLLB", start1, 30),
            lift1,
            Self::from_field("CAI-STAGE", "HECA", end1, 40),
            Step::Stay {
                facility: FacilityId::new("CAI-STAGE"),
                from: later(end1, 40),
                to: later(start2, -40),
            },
            Self::to_field("CAI-STAGE", "HECA", start2, 40),
            lift2,
            Self::from_field(facility, airfield, end2, ground),
        ];
        self.journey(id, offer, steps);
    }

    fn direct(&mut self, patient: usize, mission: usize, offer: &str) {
        let id = self.operation.patients[patient].id.clone();
        let (facility, airfield, ground) = Self::destination(offer);
        let lift = self.lift(&id, mission, 1, if airfield == "ULLI" { 2 } else { 3 });
        let (start, end) = lift.span();
        let steps = vec![
            Self::to_field("CAI-STAGE", "HECA", start, 40),
            lift,
            Self::from_field(facility, airfield, end, ground),
        ];
        self.journey(id, offer, steps);
    }

    fn journey(&mut self, patient: PatientId, offer: &str, steps: Vec<Step>) {
        let arrives_at = steps.last().expect("there are steps").span().1;
        self.journeys.push(Journey {
            patient,
            offer: OfferId::new(offer),
            steps,
            arrives_at,
            on_time: true,
        });
    }

    fn finish(self) -> Plan {
        let hours = |leg: &Leg| (leg.on_block_at.as_second() - leg.off_block_at.as_second()) as f64 / 3600.0;
        let legs: Vec<&Leg> = self.missions.iter().flat_map(|mission| &mission.legs).collect();
        let transit = |journey: &Journey| {
            (journey.arrives_at.as_second() - journey.steps[0].span().0.as_second()) as f64 / 3600.0
        };
        let moved = |level| {
            let all: Vec<_> = self
                .operation
                .patients
                .iter()
                .filter(|patient| patient.precedence.level == level)
                .collect();
            let moved = all
                .iter()
                .filter(|patient| self.journeys.iter().any(|journey| journey.patient == patient.id))
                .count();
            TierMeasure {
                level,
                patients: all.len() as u32,
                on_time: moved as u32,
                late: 0,
                left_out: (all.len() - moved) as u32,
            }
        };
        let levels: Vec<_> = airbridge_model::PrecedenceLevel::ALL
            .iter()
            .map(|&level| moved(level))
            .collect();
        let weight = levels
            .iter()
            .map(|level| i64::from(level.on_time) * i64::from(self.operation.policy.weights.of(level.level)))
            .sum();
        let measures = Measures {
            levels,
            on_time_weight: weight,
            lateness_weighted_hours: 0.0,
            commitments_broken: 0,
            transit_hours: self.journeys.iter().map(transit).sum(),
            stops: self.journeys.len() as u32,
            nights: 0,
            flying_hours: legs.iter().copied().map(hours).sum(),
            positioning_hours: self.missions.iter().map(|mission| hours(&mission.legs[0])).sum(),
            cost: 412_300.0,
            fuel_kg: legs.iter().map(|leg| leg.fuel.get()).sum(),
            legs: legs.len() as u32,
        };
        Plan {
            origin: PlanOrigin {
                operation: self.operation.name.clone(),
                operation_digest: self.operation.digest.clone(),
                parent: None,
                replanned_at: None,
                version: "0.1.0".to_owned(),
                seed: 1,
                work: 20_000,
            },
            changes: Vec::new(),
            bound: Bound {
                on_time_weight: weight,
                on_time_patients: self.journeys.len() as u32,
                binding: String::new(),
            },
            missions: self.missions,
            journeys: self.journeys,
            left_out: Vec::new(),
            measures,
        }
    }
}

fn horizon(from: &str) -> Horizon {
    let from = at(from);
    Horizon {
        from,
        to: later(from, 10 * 24 * 60),
    }
}
