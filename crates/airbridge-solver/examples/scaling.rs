//! Times the solver on synthetic problems of three shapes and growing size.
//!
//! `cargo run --release -p airbridge-solver --example scaling -- [benghazi|hub|waiting] [requests] [seconds] [threads]`
//!
//! All data are synthetic; only the shapes follow real operations. This program, unlike the solver, reads the clock.

#![expect(clippy::print_stdout, reason = "it prints a table")]

#[path = "scaling/shapes.rs"]
mod shapes;

use std::sync::Arc;
use std::time::{Duration, Instant};

use airbridge_solver::search::{Limits, StopSignal, solve};
use airbridge_solver::solution::verify;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |index: usize, default: usize| args.get(index).and_then(|text| text.parse().ok()).unwrap_or(default);
    let shape = args.first().map_or("benghazi", String::as_str);
    let requests = number(1, 70);
    let seconds = number(2, 10);
    let threads = number(3, 2);
    let problem = match shape {
        "hub" => shapes::hub(requests),
        "waiting" => shapes::waiting_list(requests),
        _ => shapes::benghazi(requests),
    };
    let begin = Instant::now();
    let stop = Arc::new(StopSignal::with_listener(move |progress| {
        if progress.iterations == 0 || progress.iterations % 50 == 0 {
            println!(
                "{:8.3} s  served {:6}  cost {:?}  after {} iterations, {} work",
                begin.elapsed().as_secs_f64(),
                progress.served,
                progress.cost.0,
                progress.iterations,
                progress.work
            );
        }
    }));
    let timer = Arc::clone(&stop);
    std::thread::spawn(move || {
        // The limit counts from the first solution on.
        while timer.progress().is_none() {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_secs(seconds as u64));
        timer.stop();
    });
    let limits = Limits {
        work: None,
        seed: 1,
        threads,
    };
    let outcome = solve(&problem, &limits, &stop).expect("the shapes are well-formed");
    println!(
        "{shape} {requests}: {:.2} s, served {}, on time {}, cost {:?}, bound {} (at most {} on time), {} tours, {} iterations, {} work, violations {}",
        begin.elapsed().as_secs_f64(),
        outcome.solution.served_count(),
        outcome.solution.on_time_count(&problem),
        outcome.cost.0,
        outcome.bound.tier0,
        outcome.bound.on_time_at_most,
        outcome.solution.tours.iter().map(Vec::len).sum::<usize>(),
        outcome.iterations,
        outcome.work,
        verify(&problem, &outcome.solution).len()
    );
}
