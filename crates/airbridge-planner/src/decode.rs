//! From the solver's answer to missions and journeys.

use std::collections::BTreeMap;

use airbridge_model::{Journey, LeftOut, Leg, Mission, MissionStop, Plan, PlanOrigin, Step};
use airbridge_solver::problem::{RequestIdx, VehicleIdx};
use airbridge_solver::search::{self, Outcome};
use airbridge_solver::solution::{RideRef, Solution, Tour};
use airbridge_units::{Feet, Kilograms, MissionId, PatientId};
use jiff::Timestamp;

use crate::performance::{block_seconds, fuel_kg};
use crate::track_table::TrackTable;
use crate::translate::{Planner, Settings};

/// Where each tour of the solution went: the mission, and the mission's stop for each stop of the tour.
pub(crate) type Places = BTreeMap<(usize, usize), (usize, Vec<usize>)>;

/// The whole plan.
pub(crate) fn plan(planner: &Planner, outcome: &Outcome, settings: &Settings) -> Plan {
    let (solution, left_out) = completed(planner, &outcome.solution);
    let mut plan = sketch(planner, &solution, settings);
    plan.origin.work = outcome.work;
    crate::underway::tell(&mut plan.left_out, left_out);
    plan.bound = crate::measures::bound(planner, &outcome.bound, &plan);
    plan
}

/// The whole plan but for reasons.
pub(crate) fn plan_bare(planner: &Planner, outcome: &Outcome, settings: &Settings) -> Plan {
    let mut plan = sketch(planner, &outcome.solution, settings);
    plan.origin.work = outcome.work;
    plan.bound = crate::measures::bound(planner, &outcome.bound, &plan);
    plan
}

/// A search that was stopped leaves room here and there. It is used twice: before the reasons are told, as far as it is soon found, and once
/// more by the tests that the telling takes.
fn completed(planner: &Planner, solution: &Solution) -> (Solution, Vec<LeftOut>) {
    let solution = search::complete(&planner.problem, solution, &crate::left_out::parties(planner, solution));
    crate::left_out::reasons(planner, &solution)
}

/// Missions, journeys and measures; those left out without reasons.
pub(crate) fn sketch(planner: &Planner, solution: &Solution, settings: &Settings) -> Plan {
    let (mut missions, places) = missions(planner, solution);
    let journeys = journeys(planner, solution, &missions, &places);
    let left_out = crate::underway::with_steps(planner, solution, &missions, &places);
    missions.sort_by(|a, b| {
        let off = |mission: &Mission| mission.stops.first().and_then(|stop| stop.off_block_at);
        (off(a), &a.aircraft).cmp(&(off(b), &b.aircraft))
    });
    let so_far = planner.operation.so_far.as_deref();
    let mut plan = Plan {
        origin: PlanOrigin {
            operation: planner.operation.name.clone(),
            operation_digest: planner.operation.digest.clone(),
            parent: so_far.map(|so_far| so_far.parent.clone()),
            replanned_at: so_far.map(|_| planner.operation.planned_at),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: settings.seed,
            work: 0,
        },
        missions,
        journeys,
        left_out,
        measures: airbridge_model::Measures::default(),
        changes: Vec::new(),
        bound: airbridge_model::Bound::default(),
    };
    plan.measures = crate::measures::measure(planner.operation, &plan);
    crate::underway::count_changes(planner.operation, &mut plan);
    plan
}

fn missions(planner: &Planner, solution: &Solution) -> (Vec<Mission>, Places) {
    let mut order: Vec<(usize, usize)> = solution
        .tours
        .iter()
        .enumerate()
        .take(planner.flying())
        .flat_map(|(vehicle, tours)| (0..tours.len()).map(move |tour| (vehicle, tour)))
        .collect();
    order.sort_by_key(|&(vehicle, tour)| {
        (
            solution.tours[vehicle][tour].stops[0].depart,
            &planner.aircraft[vehicle].0.id,
            tour,
        )
    });
    let ids = crate::underway::ids(planner, solution, &order);
    let mut places = Places::new();
    let mut missions = Vec::with_capacity(order.len());
    for (&(vehicle, tour), id) in order.iter().zip(ids) {
        let (mission, stops) = mission(planner, vehicle, &solution.tours[vehicle][tour], id);
        places.insert((vehicle, tour), (missions.len(), stops));
        missions.push(mission);
    }
    // Those that are over come behind, so that the others keep their numbers here.
    missions.extend(crate::underway::over(planner));
    (missions, places)
}

fn mission(planner: &Planner, vehicle: usize, tour: &Tour, id: MissionId) -> (Mission, Vec<usize>) {
    let mut tracks = planner
        .tracks
        .lock()
        .expect("no other thread panics while it holds the tracks");
    let mut flown = Flown {
        planner,
        vehicle,
        tour,
        tracks: &mut tracks,
        stops: Vec::new(),
        legs: Vec::new(),
        places: Vec::new(),
    };
    let first = crate::underway::continued(&mut flown);
    for index in first..tour.stops.len() {
        flown.stop(index);
        flown.trip(index, tour.stops[index].place.get());
    }
    let Flown {
        stops, legs, places, ..
    } = flown;
    let (aircraft, _) = planner.aircraft[vehicle];
    let setup = planner.setups[vehicle][tour.setup.get()];
    let mission = Mission {
        id,
        aircraft: aircraft.id.clone(),
        configuration: setup.configuration.id.clone(),
        flight_crew: setup.flight.id.clone(),
        medical_crew: Some(setup.medical.id.clone()),
        stops,
        legs,
    };
    (mission, places)
}

/// A tour on its way into a mission.
pub(crate) struct Flown<'f, 'a> {
    pub(crate) planner: &'f Planner<'a>,
    pub(crate) vehicle: usize,
    pub(crate) tour: &'f Tour,
    pub(crate) tracks: &'f mut TrackTable<'a>,
    pub(crate) stops: Vec<MissionStop>,
    pub(crate) legs: Vec<Leg>,
    /// By stop of the tour: the mission's.
    pub(crate) places: Vec<usize>,
}

impl Flown<'_, '_> {
    /// Adds a stop.
    fn stop(&mut self, index: usize) {
        let planner = self.planner;
        let stop = &self.tour.stops[index];
        let (first, last) = (self.stops.is_empty(), index + 1 == self.tour.stops.len());
        self.places.push(self.stops.len());
        let (leaves, boards) = (patients(planner, &stop.leaves), patients(planner, &stop.boards));
        self.stops.push(MissionStop {
            airfield: planner.operation.airfields[stop.place.get()].id.clone(),
            on_block_at: (!first).then(|| planner.axis.at(stop.arrive)),
            unloaded_at: (!first).then(|| {
                planner.axis.at(if leaves.is_empty() {
                    stop.arrive
                } else {
                    stop.unload_end
                })
            }),
            loading_from: (!boards.is_empty()).then(|| planner.axis.at(stop.load_start)),
            off_block_at: (!last).then(|| planner.axis.at(stop.depart)),
            leaves,
            boards,
            refuel: stop.refills,
            rest: stop.rest,
        });
    }

    /// Adds the legs to the next stop, and the fuel stops between; nothing from the last.
    pub(crate) fn trip(&mut self, index: usize, from: usize) {
        let planner = self.planner;
        if index + 1 == self.tour.stops.len() {
            return;
        }
        let (policy, fields) = (&planner.operation.policy, &planner.operation.airfields);
        let kind = planner.aircraft[self.vehicle].1;
        let travel = self.tour.travel(&planner.problem, VehicleIdx::new(self.vehicle), index);
        let tier = &policy.cabin_tiers[usize::from(self.tour.trips[index].grade)];
        let vias = planner.vias.stops(travel.tag);
        let mut off = self.tour.stops[index].depart;
        let mut from = from;
        for (hop, &to) in vias.iter().chain([&self.tour.stops[index + 1].place.get()]).enumerate() {
            let facts = self.tracks.facts(from, to);
            let block = block_seconds(policy, kind, tier, facts.distance);
            let on = off + airbridge_units::Seconds(block);
            self.legs.push(Leg {
                from: fields[from].id.clone(),
                to: fields[to].id.clone(),
                off_block_at: planner.axis.at(off),
                on_block_at: planner.axis.at(on),
                distance: facts.distance,
                fuel: Kilograms(fuel_kg(kind, tier, block)),
                turn: None,
                cabin_altitude: Feet(tier.limit.get()),
                states: facts.states.clone(),
            });
            if hop < vias.len() {
                let leaves = on + airbridge_units::Seconds::from_minutes(policy.handling.turnaround.get());
                self.stops.push(fuel_stop(planner, to, on, leaves));
                off = leaves;
            }
            from = to;
        }
    }
}

fn fuel_stop(planner: &Planner, at: usize, on: airbridge_units::Moment, off: airbridge_units::Moment) -> MissionStop {
    MissionStop {
        airfield: planner.operation.airfields[at].id.clone(),
        on_block_at: Some(planner.axis.at(on)),
        unloaded_at: Some(planner.axis.at(on)),
        loading_from: None,
        off_block_at: Some(planner.axis.at(off)),
        leaves: Vec::new(),
        boards: Vec::new(),
        refuel: true,
        rest: false,
    }
}

pub(crate) fn patients(planner: &Planner, rides: &[RideRef]) -> Vec<PatientId> {
    let mut ids: Vec<PatientId> = rides
        .iter()
        .filter_map(|ride| planner.parties.get(ride.request.get()))
        .flat_map(|party| &party.members)
        .map(|patient| patient.id.clone())
        .collect();
    ids.sort();
    ids
}

fn journeys(planner: &Planner, solution: &Solution, missions: &[Mission], places: &Places) -> Vec<Journey> {
    let mut journeys = crate::underway::settled(planner);
    for (request, party) in planner.parties.iter().enumerate() {
        let Some(service) = &solution.served[request] else {
            continue;
        };
        let meaning = &planner.ways[request][service.way.get()];
        if meaning.offers.is_empty() {
            // They wait somewhere, and are left out.
            continue;
        }
        for (member, patient) in party.members.iter().enumerate() {
            let steps = steps(planner, solution, missions, places, request, member);
            let arrives_at = steps.last().expect("a way has a ride").span().1;
            journeys.push(Journey {
                patient: patient.id.clone(),
                offer: planner.operation.offers[meaning.offers[member]].id.clone(),
                steps,
                arrives_at,
                on_time: arrives_at <= patient.precedence.due_at,
            });
        }
    }
    journeys.sort_by(|a, b| a.patient.cmp(&b.patient));
    journeys
}

/// The steps of a member of a party that is served: those behind, and those that the solution gives.
pub(crate) fn steps(
    planner: &Planner,
    solution: &Solution,
    missions: &[Mission],
    places: &Places,
    request: usize,
    member: usize,
) -> Vec<Step> {
    let operation = planner.operation;
    let service = solution.served[request].as_ref().expect("asked only for who is served");
    let patient = planner.parties[request].members[member];
    let meaning = &planner.ways[request][service.way.get()];
    let way = &planner.problem.requests[RequestIdx::new(request).get()].ways[service.way.get()];
    let destination = meaning
        .offers
        .get(member)
        .map(|&offer| &operation.facilities[planner.places.facility(&operation.offers[offer].facility)]);
    let hub = meaning.staging.map(|index| &operation.facilities[index]);
    let road = |facility: &airbridge_model::Facility, field| {
        let ground = facility
            .ground_to(field)
            .expect("ways run along the facility's own access");
        airbridge_units::Seconds::from_minutes(ground.get())
    };
    let mut steps = crate::underway::behind_of(planner, patient);
    let last = service.rides.len() - 1;
    for (number, ride) in service.rides.iter().enumerate() {
        let Some((mission, stops)) = places.get(&(ride.vehicle.get(), ride.tour)) else {
            // What has brought somebody to where they wait, or takes them from there in the end, is no mission.
            if number == last && destination.is_some() {
                let tour = &solution.tours[ride.vehicle.get()][ride.tour];
                let admitted = planner.axis.at(tour.stops[ride.leaves].unload_end + way.onward);
                steps.extend(admission(&steps, admitted, operation.planned_at));
            }
            continue;
        };
        let mission = &missions[*mission];
        let tour = &solution.tours[ride.vehicle.get()][ride.tour];
        let (board, leave) = (&tour.stops[ride.boards], &tour.stops[ride.leaves]);
        let (mut boarded, left) = (planner.axis.at(board.load_start), planner.axis.at(leave.unload_end));
        let mut boards_at_stop = stops[ride.boards];
        match steps.last_mut() {
            // On board already.
            _ if crate::underway::boarded(planner, patient, &mission.id).is_some() && number == 0 => {
                if let Some((stop, at)) = crate::underway::boarded(planner, patient, &mission.id) {
                    (boards_at_stop, boarded) = (stop, at);
                }
            }
            // Waits at the field, or beside another aircraft.
            Some(Step::ToField { to, .. }) => *to = boarded,
            Some(Step::Lift { .. }) => {}
            before => {
                let from_facility = match &before {
                    Some(Step::FromField { facility, .. }) => facility,
                    _ => &patient.origin,
                };
                let from_facility = &operation.facilities[planner.places.facility(from_facility)];
                let from_field = &operation.airfields[way.rides[number].from.get()].id;
                let collected = board.load_start - road(from_facility, from_field);
                if let Some(Step::FromField { to: arrived, .. }) = before {
                    let arrived = *arrived;
                    steps.push(Step::Stay {
                        facility: from_facility.id.clone(),
                        from: arrived,
                        to: planner.axis.at(collected),
                    });
                }
                steps.push(Step::ToField {
                    facility: from_facility.id.clone(),
                    airfield: from_field.clone(),
                    from: planner.axis.at(collected),
                    to: boarded,
                });
            }
        }
        steps.push(Step::Lift {
            mission: mission.id.clone(),
            boards_at_stop,
            leaves_at_stop: stops[ride.leaves],
            from: boarded,
            to: left,
        });
        let to_facility = if number == last { destination.or(hub) } else { hub };
        let Some(to_facility) = to_facility else {
            // Beside the aircraft.
            continue;
        };
        let to_field = &operation.airfields[way.rides[number].to.get()].id;
        steps.push(Step::FromField {
            airfield: to_field.clone(),
            facility: to_facility.id.clone(),
            from: left,
            to: planner.axis.at(leave.unload_end + road(to_facility, to_field)),
        });
    }
    steps
}

/// The stay of a patient in the facility where they get their bed; none where they are only coming, and are admitted at once.
fn admission(steps: &[Step], admitted: Timestamp, now: Timestamp) -> Option<Step> {
    let Some(Step::FromField { facility, to, .. }) = steps.last() else {
        return None;
    };
    (*to < admitted || *to <= now).then(|| Step::Stay {
        facility: facility.clone(),
        from: *to,
        to: admitted,
    })
}
