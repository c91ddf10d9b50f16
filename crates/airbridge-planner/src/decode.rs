//! From the solver's answer to missions and journeys.

use std::collections::BTreeMap;

use airbridge_model::{Journey, LeftOut, Leg, Mission, MissionStop, Plan, PlanOrigin, Step};
use airbridge_solver::problem::{RequestIdx, VehicleIdx};
use airbridge_solver::search::{self, Outcome};
use airbridge_solver::solution::{RideRef, Solution, Tour};
use airbridge_units::{Feet, Kilograms, MissionId, PatientId};

use crate::performance::{block_seconds, fuel_kg};
use crate::translate::{Planner, Settings};

/// Where each tour of the solution went: the mission, and the mission's stop for each stop of the tour.
type Places = BTreeMap<(usize, usize), (usize, Vec<usize>)>;

/// The whole plan.
pub(crate) fn plan(planner: &Planner, outcome: &Outcome, settings: &Settings) -> Plan {
    let (solution, left_out) = completed(planner, &outcome.solution);
    let mut plan = sketch(planner, &solution, settings);
    plan.origin.work = outcome.work;
    plan.left_out = left_out;
    plan.measures = crate::measures::measure(planner.operation, &plan);
    plan.bound = crate::measures::bound(planner, &outcome.bound);
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
    let (missions, places) = missions(planner, solution);
    let journeys = journeys(planner, solution, &missions, &places);
    let mut plan = Plan {
        origin: PlanOrigin {
            operation: planner.operation.name.clone(),
            operation_digest: planner.operation.digest.clone(),
            parent: None,
            replanned_at: None,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: settings.seed,
            work: 0,
        },
        missions,
        journeys,
        left_out: crate::left_out::names(planner, solution),
        measures: airbridge_model::Measures::default(),
        changes: Vec::new(),
        bound: airbridge_model::Bound::default(),
    };
    plan.measures = crate::measures::measure(planner.operation, &plan);
    plan
}

fn missions(planner: &Planner, solution: &Solution) -> (Vec<Mission>, Places) {
    let mut order: Vec<(usize, usize)> = solution
        .tours
        .iter()
        .enumerate()
        .flat_map(|(vehicle, tours)| (0..tours.len()).map(move |tour| (vehicle, tour)))
        .collect();
    order.sort_by_key(|&(vehicle, tour)| {
        (
            solution.tours[vehicle][tour].stops[0].depart,
            &planner.aircraft[vehicle].0.id,
            tour,
        )
    });
    let width = order.len().to_string().len().max(3);
    let mut places = Places::new();
    let mut missions = Vec::with_capacity(order.len());
    for (number, &(vehicle, tour)) in order.iter().enumerate() {
        let id = MissionId::new(format!("M{:0width$}", number + 1));
        let (mission, stops) = mission(planner, vehicle, &solution.tours[vehicle][tour], id);
        places.insert((vehicle, tour), (number, stops));
        missions.push(mission);
    }
    (missions, places)
}

fn mission(planner: &Planner, vehicle: usize, tour: &Tour, id: MissionId) -> (Mission, Vec<usize>) {
    let (aircraft, kind) = planner.aircraft[vehicle];
    let setup = planner.setups[vehicle][tour.setup.get()];
    let policy = &planner.operation.policy;
    let fields = &planner.operation.airfields;
    let mut tracks = planner
        .tracks
        .lock()
        .expect("no other thread panics while it holds the tracks");
    let (mut stops, mut legs, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for (index, stop) in tour.stops.iter().enumerate() {
        let last = index + 1 == tour.stops.len();
        let field = &fields[stop.place.get()];
        places.push(stops.len());
        stops.push(MissionStop {
            airfield: field.id.clone(),
            on_block_at: (index > 0).then(|| planner.axis.at(stop.arrive)),
            unloaded_at: (index > 0).then(|| planner.axis.at(stop.unload_end)),
            loading_from: (!stop.boards.is_empty()).then(|| planner.axis.at(stop.load_start)),
            off_block_at: (!last).then(|| planner.axis.at(stop.depart)),
            leaves: patients(planner, &stop.leaves),
            boards: patients(planner, &stop.boards),
            refuel: stop.refills,
            rest: stop.rest,
        });
        if last {
            break;
        }
        let travel = tour.travel(&planner.problem, VehicleIdx::new(vehicle), index);
        let tier = &policy.cabin_tiers[usize::from(tour.trips[index].grade)];
        let vias = planner.vias.stops(travel.tag);
        let mut off = stop.depart;
        let mut from = stop.place.get();
        for (hop, &to) in vias.iter().chain([&tour.stops[index + 1].place.get()]).enumerate() {
            let facts = tracks.facts(from, to);
            let block = block_seconds(policy, kind, tier, facts.distance);
            let on = off + airbridge_units::Seconds(block);
            legs.push(Leg {
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
                stops.push(fuel_stop(planner, to, on, leaves));
                off = leaves;
            }
            from = to;
        }
    }
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

fn patients(planner: &Planner, rides: &[RideRef]) -> Vec<PatientId> {
    let mut ids: Vec<PatientId> = rides
        .iter()
        .flat_map(|ride| &planner.parties[ride.request.get()].members)
        .map(|patient| patient.id.clone())
        .collect();
    ids.sort();
    ids
}

fn journeys(planner: &Planner, solution: &Solution, missions: &[Mission], places: &Places) -> Vec<Journey> {
    let mut journeys: Vec<Journey> = solution
        .served
        .iter()
        .enumerate()
        .filter_map(|(request, service)| Some((request, service.as_ref()?)))
        .flat_map(|(request, service)| {
            (0..planner.parties[request].members.len())
                .map(move |member| journey(planner, solution, missions, places, request, service, member))
        })
        .collect();
    journeys.sort_by(|a, b| a.patient.cmp(&b.patient));
    journeys
}

fn journey(
    planner: &Planner,
    solution: &Solution,
    missions: &[Mission],
    places: &Places,
    request: usize,
    service: &airbridge_solver::solution::Service,
    member: usize,
) -> Journey {
    let operation = planner.operation;
    let patient = planner.parties[request].members[member];
    let meaning = &planner.ways[request][service.way.get()];
    let way = &planner.problem.requests[RequestIdx::new(request).get()].ways[service.way.get()];
    let offer = &operation.offers[meaning.offers[member]];
    let origin = &operation.facilities[planner.places.facility(&patient.origin)];
    let destination = &operation.facilities[planner.places.facility(&offer.facility)];
    let hub = meaning.staging.map(|index| &operation.facilities[index]);
    let last = service.rides.len() - 1;
    let mut steps = Vec::new();
    for (number, ride) in service.rides.iter().enumerate() {
        let tour = &solution.tours[ride.vehicle.get()][ride.tour];
        let (mission, stops) = &places[&(ride.vehicle.get(), ride.tour)];
        let (board, leave) = (&tour.stops[ride.boards], &tour.stops[ride.leaves]);
        let from_facility = if number == 0 {
            origin
        } else {
            hub.expect("two rides have a staging facility")
        };
        let to_facility = if number == last {
            destination
        } else {
            hub.expect("two rides have a staging facility")
        };
        let from_field = &operation.airfields[way.rides[number].from.get()].id;
        let to_field = &operation.airfields[way.rides[number].to.get()].id;
        let road = |facility: &airbridge_model::Facility, field| {
            let ground = facility
                .ground_to(field)
                .expect("ways run along the facility's own access");
            airbridge_units::Seconds::from_minutes(ground.get())
        };
        let collected = board.load_start - road(from_facility, from_field);
        if let Some(Step::FromField { to: arrived, .. }) = steps.last() {
            let arrived = *arrived;
            steps.push(Step::Stay {
                facility: from_facility.id.clone(),
                from: arrived,
                to: planner.axis.at(collected),
            });
        }
        let (boarded, left) = (planner.axis.at(board.load_start), planner.axis.at(leave.unload_end));
        steps.push(Step::ToField {
            facility: from_facility.id.clone(),
            airfield: from_field.clone(),
            from: planner.axis.at(collected),
            to: boarded,
        });
        steps.push(Step::Lift {
            mission: missions[*mission].id.clone(),
            boards_at_stop: stops[ride.boards],
            leaves_at_stop: stops[ride.leaves],
            from: boarded,
            to: left,
        });
        steps.push(Step::FromField {
            airfield: to_field.clone(),
            facility: to_facility.id.clone(),
            from: left,
            to: planner.axis.at(leave.unload_end + road(to_facility, to_field)),
        });
    }
    let arrives_at = steps.last().expect("a way has a ride").span().1;
    Journey {
        patient: patient.id.clone(),
        offer: offer.id.clone(),
        steps,
        arrives_at,
        on_time: arrives_at <= patient.precedence.due_at,
    }
}
