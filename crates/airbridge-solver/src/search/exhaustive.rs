//! Tests only: every order of insertion at every spot, to compare the search with; and undoing.

use airbridge_units::Moment;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use smallvec::SmallVec;

use super::atlas::{Atlas, Reach};
use super::crowded::crowded;
use super::evaluate::{Context, evaluate};
use super::generate::{SMALL, Size, problem};
use super::insert::{Effort, Inserter};
use super::proposal::{Proposal, Spot};
use super::remove::remove;
use super::ruin::{Users, ruin};
use super::shortlist::Shortlist;
use super::spots::{Seeker, Which};
use super::state::{State, vehicles_of};
use super::stop::StopSignal;
use super::{Limits, apply, construct, convert, recreate, solve};
use crate::bound::{Scarce, bound};
use crate::problem::{Cost, Problem, RequestIdx, WayIdx};
use crate::schedule::sketch::RideOf;
use crate::solution::verify;

/// Small enough to enumerate.
const TINY: Size = Size {
    places: 4,
    vehicles: 2,
    requests: 4,
    all_rules: false,
};

/// All spots of a ride.
fn spots(state: &State<'_>, atlas: &Atlas, ride_of: RideOf) -> Vec<Spot> {
    let ride = ride_of.ride(state.problem);
    let Some(reach) = Reach::of(state.problem, ride) else {
        return Vec::new();
    };
    let seeker = Seeker {
        state,
        atlas,
        ride_of,
        reach,
        which: Which::Untested,
        base: Cost::ZERO,
        floor: Cost::ZERO,
    };
    let mut list = Shortlist::default();
    list.begin(usize::MAX);
    for vehicle in vehicles_of(state.problem, ride) {
        for id in &state.by_vehicle[vehicle.get()] {
            seeker.on_tour(*id, &mut list);
        }
        seeker.new_tours(vehicle, &mut list);
    }
    list.finish().iter().map(|spot| spot.spot).collect()
}

/// The least first tier that any sequence of insertions reaches. Ways with two rides are left out.
fn least(state: &mut State<'_>, atlas: &Atlas, left: &[RequestIdx]) -> i64 {
    let mut best = state.cost.0[0];
    for (index, &request) in left.iter().enumerate() {
        let rest: Vec<RequestIdx> = left
            .iter()
            .enumerate()
            .filter(|other| other.0 != index)
            .map(|o| *o.1)
            .collect();
        for way in 0..state.problem.requests[request.get()].ways.len() {
            let ride_of = RideOf {
                request,
                way: WayIdx::new(way),
                ride: 0,
            };
            if ride_of.way(state.problem).rides.len() > 1 {
                continue;
            }
            for spot in spots(state, atlas, ride_of) {
                let Ok(proposal) = Proposal::insert(state, ride_of, spot) else {
                    continue;
                };
                let found = evaluate(state, SmallVec::from_iter([proposal]), Context::default());
                let Ok(found) = found else { continue };
                let mut next = state.clone();
                apply::apply(&mut next, found);
                best = best.min(least(&mut next, atlas, &rest));
            }
        }
    }
    best
}

#[test]
fn the_search_finds_the_best_first_tier_of_tiny_problems() {
    let (mut alike, mut all) = (0, 0);
    for seed in 0..40 {
        let problem = only_single_rides(problem(Size { requests: 3, ..TINY }, seed));
        let atlas = Atlas::new(&problem);
        let requests: Vec<RequestIdx> = (0..problem.requests.len()).map(RequestIdx::new).collect();
        let best = least(&mut State::new(&problem), &atlas, &requests);
        let limits = Limits {
            work: Some(3_000),
            seed,
            threads: 1,
        };
        let outcome = solve(&problem, &limits, &StopSignal::new()).expect("well-formed");
        assert!(
            outcome.bound.tier0 <= best,
            "seed {seed}: bound {:?} above {best}",
            outcome.bound
        );
        all += 1;
        alike += usize::from(outcome.cost.0[0] <= best);
    }
    assert!(alike + 1 >= all, "{alike} of {all} as good as enumeration");
}

#[test]
fn places_on_vehicles_bind_no_more_than_they_do() {
    let (mut by_places, mut exact) = (0, 0);
    for seed in 0..150 {
        let size = Size {
            vehicles: 1,
            places: 3,
            ..TINY
        };
        let mut problem = only_single_rides(crowded(size, seed));
        for setup in &mut problem.vehicles[0].setups {
            setup.capacity[0] = 2;
        }
        for request in &mut problem.requests {
            request.demand[0] = 2;
            for way in &mut request.ways {
                way.due = way.due.min(Moment(6 * 3600));
            }
        }
        let atlas = Atlas::new(&problem);
        let requests: Vec<RequestIdx> = (0..problem.requests.len()).map(RequestIdx::new).collect();
        let best = least(&mut State::new(&problem), &atlas, &requests);
        let bound = bound(&problem, &atlas);
        assert!(bound.tier0 <= best, "seed {seed}: bound {bound:?} above {best}");
        if matches!(&bound.binding, Some(binding) if matches!(binding.scarce, Scarce::Lift { .. })) {
            by_places += 1;
            exact += usize::from(bound.tier0 == best);
        }
    }
    assert!(
        by_places > 10,
        "places bind in {by_places} of 150 only: the test shows little"
    );
    assert!(exact > 3, "of {by_places} bounds by places {exact} are exact");
}

fn only_single_rides(mut problem: Problem) -> Problem {
    for request in &mut problem.requests {
        request.ways.retain(|way| way.rides.len() == 1);
        request.ways.truncate(2);
    }
    problem
}

/// Everything that a state knows, in an order that does not depend on how it came about.
fn content(state: &State<'_>) -> impl PartialEq + std::fmt::Debug + use<> {
    let tours: Vec<_> = state
        .tour_ids()
        .map(|id| (id, state.tour(id).draft.clock.clone()))
        .collect();
    let mut unserved = state.unserved.clone();
    unserved.sort_unstable();
    let usage = state.usage.clone().sorted();
    (
        tours,
        state.by_vehicle.clone(),
        state.by_crew.clone(),
        state.assigned.clone(),
        unserved,
        usage,
        state.cost,
    )
}

#[test]
fn undoing_restores_everything() {
    for seed in 0..30 {
        let problem = problem(Size { requests: 14, ..SMALL }, seed);
        let atlas = Atlas::new(&problem);
        let users = Users::new(&problem);
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let mut state = State::new(&problem);
        let effort = Effort {
            blink: 100,
            ..Effort::for_size(14)
        };
        let mut inserter = Inserter::new(&atlas, effort, Pcg64Mcg::seed_from_u64(seed));
        let stop = StopSignal::new();
        construct::construct(&mut state, &mut inserter, construct::Order::Weightiest, &stop);
        for round in 0..12 {
            let before = content(&state);
            state.begin();
            let chosen = ruin(&state, &atlas, &users, &mut rng, 6);
            let out = remove(&mut state, &chosen.out);
            let mut absences = vec![0; 14];
            recreate::recreate(
                &mut state,
                &mut inserter,
                &mut rng,
                &mut absences,
                &chosen.first,
                out,
                &stop,
            );
            assert_eq!(
                verify(&problem, &convert::solution_of(&state)),
                [],
                "seed {seed}, round {round}"
            );
            if round % 3 == 2 {
                state.keep();
            } else {
                state.undo();
                assert_eq!(content(&state), before, "seed {seed}, round {round}");
            }
        }
    }
}

#[test]
fn a_state_survives_the_way_out_and_back() {
    for seed in 0..30 {
        let problem = problem(SMALL, seed);
        let atlas = Atlas::new(&problem);
        let mut state = State::new(&problem);
        let mut inserter = Inserter::new(&atlas, Effort::for_size(9), Pcg64Mcg::seed_from_u64(seed));
        construct::construct(
            &mut state,
            &mut inserter,
            construct::Order::Weightiest,
            &StopSignal::new(),
        );
        let solution = convert::solution_of(&state);
        let back = convert::state_of(&problem, &solution);
        assert_eq!(back.cost, state.cost, "seed {seed}");
        assert_eq!(convert::solution_of(&back), solution, "seed {seed}");
    }
}
