//! Whatever the search answers keeps every rule, costs what it says, and not less than the bound.

use airbridge_solver::problem::Problem;
use airbridge_solver::search::{Limits, Outcome, StopSignal, solve, solve_from};
use airbridge_solver::solution::{Solution, verify};
use proptest::prelude::*;

use crate::crowded::crowded;
use crate::generate::{SMALL, Size, problem};

fn limits(work: u64, seed: u64) -> Limits {
    Limits {
        work: Some(work),
        seed,
        threads: 1,
    }
}

pub(crate) fn check(problem: &Problem, outcome: &Outcome) {
    assert_eq!(verify(problem, &outcome.solution), []);
    assert_eq!(outcome.solution.cost(problem), outcome.cost);
    assert!(outcome.cost <= outcome.first_cost);
    assert!(
        outcome.bound.tier0 <= outcome.cost.0[0],
        "{:?} above {:?}",
        outcome.bound,
        outcome.cost
    );
    let on_time = outcome.solution.on_time_count(problem);
    assert!(
        on_time <= outcome.bound.on_time_at_most,
        "{on_time} on time, {:?}",
        outcome.bound
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_sound(seed in 0_u64..1_000_000, requests in 1_usize..14) {
        let problem = problem(Size { requests, ..SMALL }, seed);
        let outcome = solve(&problem, &limits(2_500, seed), &StopSignal::new()).expect("well-formed");
        check(&problem, &outcome);
    }

    #[test]
    fn bounds_hold_where_places_are_short(seed in 0_u64..1_000_000, requests in 8_usize..30, vehicles in 1_usize..3) {
        let problem = crowded(Size { vehicles, requests, ..SMALL }, seed);
        let outcome = solve(&problem, &limits(4_000, seed), &StopSignal::new()).expect("well-formed");
        check(&problem, &outcome);
    }

    #[test]
    fn going_on_from_an_answer_never_makes_it_worse(seed in 0_u64..1_000_000) {
        let problem = problem(SMALL, seed);
        let first = solve(&problem, &limits(300, seed), &StopSignal::new()).expect("well-formed");
        let next = solve_from(&problem, &first.solution, &limits(1_000, 1), &StopSignal::new()).expect("sound");
        check(&problem, &next);
        prop_assert!(next.cost <= first.cost);
    }
}

#[test]
fn most_generated_problems_carry_somebody() {
    let served: usize = (0..40)
        .map(|seed| {
            let problem = problem(SMALL, seed);
            solve(&problem, &limits(500, seed), &StopSignal::new())
                .expect("well-formed")
                .solution
                .served_count()
        })
        .sum();
    assert!(
        served > 100,
        "only {served} of 360 carried: the other tests would show little"
    );
}

#[test]
fn a_solution_that_breaks_a_rule_is_no_start() {
    let problem = problem(SMALL, 1);
    let mut solution = Solution::empty(&problem);
    solution.served.pop();
    assert!(solve_from(&problem, &solution, &limits(10, 0), &StopSignal::new()).is_err());
}

#[test]
fn a_stopped_search_still_answers() {
    let problem = problem(SMALL, 3);
    let stop = StopSignal::new();
    stop.stop();
    let outcome = solve(
        &problem,
        &Limits {
            work: None,
            seed: 0,
            threads: 1,
        },
        &stop,
    )
    .expect("well-formed");
    check(&problem, &outcome);
}
