//! The same problem, seed and work limit give the same answer on any number of threads.

use airbridge_solver::search::{Limits, StopSignal, solve};

use crate::generate::{SMALL, Size, problem};

#[test]
fn threads_make_no_difference() {
    for seed in 0..6 {
        let problem = problem(Size { requests: 12, ..SMALL }, seed);
        let run = |threads| {
            let limits = Limits {
                work: Some(3_000),
                seed,
                threads,
            };
            solve(&problem, &limits, &StopSignal::new()).expect("well-formed")
        };
        let (one, two, again) = (run(1), run(2), run(1));
        assert_eq!(one.solution, two.solution, "seed {seed}");
        assert_eq!((one.work, one.iterations), (two.work, two.iterations), "seed {seed}");
        assert_eq!(one.solution, again.solution, "seed {seed}");
    }
}

#[test]
fn streams_meet_alike_after_several_epochs() {
    let problem = problem(Size { requests: 6, ..SMALL }, 11);
    let run = |threads| {
        let limits = Limits {
            work: Some(90_000),
            seed: 5,
            threads,
        };
        solve(&problem, &limits, &StopSignal::new()).expect("well-formed")
    };
    assert_eq!(run(1).solution, run(2).solution);
}

#[test]
fn progress_is_reported_and_never_gets_worse() {
    use std::sync::{Arc, Mutex};
    let problem = problem(Size { requests: 14, ..SMALL }, 2);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&seen);
    let stop = StopSignal::with_listener(move |progress| list.lock().expect("no panic").push(progress.cost));
    let limits = Limits {
        work: Some(4_000),
        seed: 0,
        threads: 1,
    };
    let outcome = solve(&problem, &limits, &stop).expect("well-formed");
    let seen = seen.lock().expect("no panic");
    assert_eq!(seen.first(), Some(&outcome.first_cost));
    assert_eq!(seen.last(), Some(&outcome.cost));
    assert!(seen.windows(2).all(|pair| pair[1] < pair[0]));
    assert_eq!(
        stop.progress().map(|progress| progress.served),
        Some(outcome.solution.served_count())
    );
}

#[test]
fn whoever_looks_on_sees_sound_solutions_and_the_bound_and_changes_nothing() {
    let problem = problem(Size { requests: 14, ..SMALL }, 2);
    let limits = Limits {
        work: Some(4_000),
        seed: 0,
        threads: 1,
    };
    let alone = solve(&problem, &limits, &StopSignal::new()).expect("well-formed");
    let stop = StopSignal::with_sight();
    assert!(stop.look().expect("it is to be looked at").solution.is_none());
    let outcome = solve(&problem, &limits, &stop).expect("well-formed");
    assert_eq!(outcome.solution, alone.solution);
    let sight = stop.look().expect("it is to be looked at");
    let (progress, solution) = sight.solution.expect("there was a first solution");
    assert_eq!(airbridge_solver::solution::verify(&problem, &solution), []);
    assert_eq!((progress.cost, solution.cost(&problem)), (outcome.cost, outcome.cost));
    assert_eq!(sight.bound, Some(outcome.bound));
    assert!(
        stop.look().expect("it is to be looked at").solution.is_none(),
        "it was seen"
    );
    assert!(StopSignal::new().look().is_none());
}
