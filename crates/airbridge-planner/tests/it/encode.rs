//! Decode after encode is identity, and what does not fit is dropped and named.

use airbridge_model::{Operation, Plan, Progress};
use airbridge_planner::{Dropped, Planner, Replanned, Settings, encode, replan};
use airbridge_progress::proceed;
use airbridge_solver::problem::{Problem, WayIdx};
use airbridge_solver::search::StopSignal;
use airbridge_solver::solution::{Solution, verify};
use airbridge_testkit::disruptions::{KINDS, disruption};
use airbridge_testkit::generate::{Family, benghazi, random_small, varied};
use jiff::SignedDuration;

use crate::generated::plan;

fn settings(work: u64) -> Settings {
    Settings {
        seed: 1,
        work: Some(work),
        threads: 1,
    }
}

/// What a plan does not say is put as [`encode`] puts it: loading of nobody starts at departure.
fn plainly(mut solution: Solution) -> Solution {
    for tour in solution.tours.iter_mut().flatten() {
        for (index, stop) in tour.stops.iter_mut().enumerate() {
            if stop.boards.is_empty() {
                (stop.load_start, stop.load_end) = (stop.depart, stop.depart);
            }
            if index == 0 {
                (stop.arrive, stop.unload_end) = (stop.load_start, stop.load_start);
            }
        }
    }
    solution
}

/// Ways that differ only in the due time that a group aims at are one.
fn without_aims(problem: &Problem, mut solution: Solution) -> Solution {
    for (request, service) in problem.requests.iter().zip(&mut solution.served) {
        let Some(service) = service else { continue };
        let ends = |way: usize| {
            let way = &request.ways[way];
            let rides = way.rides.iter().map(|ride| (ride.from, ride.to, ride.alight));
            (way.uses.clone(), rides.collect::<Vec<_>>())
        };
        let same = (0..request.ways.len()).find(|way| ends(*way) == ends(service.way.get()));
        service.way = WayIdx::new(same.expect("its own"));
    }
    solution
}

/// How many journeys were encoded.
fn there_and_back(name: &str, operation: &Operation) -> usize {
    let planner = Planner::new(operation).expect("generated operations are sound");
    let problem = planner.problem();
    let settings = settings(600);
    let outcome = planner.solve(&settings, &StopSignal::new()).expect("well formed");
    let sketch = planner.sketch(&outcome.solution, &settings);
    let encoded = encode(&planner, &sketch).unwrap_or_else(|partial| panic!("{name}: {partial}"));
    assert!(encoded.cost(problem) <= outcome.cost, "{name}: a group aims better");
    assert_eq!(
        without_aims(problem, encoded.clone()),
        without_aims(problem, plainly(outcome.solution.clone())),
        "{name}"
    );
    if operation.groups.is_empty() {
        assert_eq!(encoded, plainly(outcome.solution.clone()), "{name}");
        assert_eq!(encoded.cost(problem), outcome.cost, "{name}");
    }
    let plan = planner.plan(&outcome, &settings);
    let encoded = encode(&planner, &plan).unwrap_or_else(|partial| panic!("{name}: {partial}"));
    let again = planner.sketch(&encoded, &settings);
    assert_eq!(
        (again.missions, again.journeys),
        (plan.missions, plan.journeys),
        "{name}"
    );
    sketch.journeys.len()
}

fn family(family: Family) {
    let journeys: usize = (1..21)
        .map(|seed| there_and_back(&format!("varied({family:?}, {seed})"), &varied(family, seed)))
        .sum();
    assert!(journeys > 100, "only {journeys} journeys");
}

#[test]
fn plans_of_the_founding_family_are_encoded_as_they_were() {
    family(Family::Benghazi);
}

#[test]
fn plans_of_the_hub_family_are_encoded_as_they_were() {
    family(Family::Hub);
}

#[test]
fn plans_of_the_waiting_list_family_are_encoded_as_they_were() {
    family(Family::WaitingList);
}

#[test]
fn plans_of_tiny_operations_are_encoded_as_they_were() {
    for seed in 1..41 {
        there_and_back(&format!("random_small({seed})"), &random_small(seed));
    }
}

/// Patients whom a solution moves.
fn moved(planner: &Planner, solution: &Solution) -> usize {
    assert!(verify(planner.problem(), solution).is_empty());
    planner.sketch(solution, &settings(0)).journeys.len()
}

fn planned(operation: &Operation) -> Plan {
    crate::generated::plan(operation, 1, 2_000)
}

#[test]
fn a_mission_with_a_wrong_time_is_dropped_alone() {
    let operation = benghazi(140, 1);
    let mut plan = planned(&operation);
    let planner = Planner::new(&operation).expect("sound");
    let moved_before = plan.journeys.len();
    let mission = plan.missions.last_mut().expect("a mission");
    let leg = mission.legs.last_mut().expect("a leg");
    leg.on_block_at += SignedDuration::from_mins(7);
    let stop = mission.stops.last_mut().expect("a stop");
    (stop.on_block_at, stop.unloaded_at) = (Some(leg.on_block_at), Some(leg.on_block_at));
    let id = mission.id.clone();
    let riders: usize = mission.stops.iter().map(|stop| stop.boards.len()).sum();
    assert!(riders < moved_before, "others are on other missions");
    let partial = encode(&planner, &plan).expect_err("a leg takes what it takes");
    assert_eq!(moved(&planner, &partial.solution), moved_before - riders);
    let is_it = |dropped: &Dropped| matches!(dropped, Dropped::Mission { mission, .. } if *mission == id);
    assert!(partial.dropped.iter().any(is_it), "{:?}", partial.dropped);
}

#[test]
fn where_a_bed_is_gone_one_patient_is_dropped() {
    let operation = benghazi(20, 1);
    let plan = planned(&operation);
    let mut fewer = operation.clone();
    let taken = |id: &airbridge_units::OfferId| plan.journeys.iter().filter(|journey| journey.offer == *id).count();
    let offer = fewer
        .offers
        .iter_mut()
        .find(|offer| taken(&offer.id) >= 2)
        .expect("an offer for two");
    offer.beds = taken(&offer.id) as u32 - 1;
    let planner = Planner::new(&fewer).expect("sound");
    let partial = encode(&planner, &plan).expect_err("a bed is gone");
    assert_eq!(
        moved(&planner, &partial.solution),
        plan.journeys.len() - 1,
        "{:?}",
        partial.dropped
    );
}

/// Plans under way too: what lies behind is no part of the solution, and comes back with the plan.
#[test]
fn a_replan_and_back() {
    let mut begun = 0;
    for (kind, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(kind, seed);
        let parent = plan(&operation, seed, 1_000);
        for event in KINDS {
            for seed in [seed, seed + 2] {
                let Some((events, now)) = disruption(&operation, &parent, event, seed) else {
                    continue;
                };
                let name = format!("{kind:?} {event} {seed}");
                let standing = proceed(&operation, &parent, "parent", &events, now).expect("events that make sense");
                let Replanned { operation, plan, .. } =
                    replan(standing.operation, &settings(400), &StopSignal::new()).expect("sound");
                let planner = Planner::new(&operation).expect("sound");
                let encoded = encode(&planner, &plan).unwrap_or_else(|partial| panic!("{name}: {partial}"));
                assert_eq!(verify(planner.problem(), &encoded), [], "{name}");
                let again = planner.sketch(&encoded, &settings(400));
                assert_eq!(again.journeys, plan.journeys, "{name}");
                assert_eq!(again.missions, plan.missions, "{name}");
                begun += usize::from(
                    plan.missions
                        .iter()
                        .any(|mission| matches!(mission.progress(now), Progress::At(_) | Progress::On(_))),
                );
            }
        }
    }
    assert!(begun > 15, "only {begun} plans with a mission under way");
}
