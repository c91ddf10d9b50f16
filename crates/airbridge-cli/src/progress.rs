//! A running search on the terminal: what it has, how long it may go on, and Ctrl-C.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use airbridge_planner::{Planner, Settings};
use airbridge_solver::search::{Outcome, Progress, StopSignal};
use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often the clock is looked at.
const TICK: Duration = Duration::from_millis(5);

/// Searches on a thread of its own until the limit, the time or Ctrl-C.
pub(crate) fn search(planner: &Planner, settings: &Settings, limit: Option<Duration>) -> Result<Outcome> {
    let signal = Arc::new(StopSignal::new());
    listen(&signal)?;
    let bar = bar();
    let begun = Instant::now();
    let outcome = std::thread::scope(|scope| {
        let search = scope.spawn(|| planner.solve(settings, &signal));
        while !search.is_finished() {
            std::thread::sleep(TICK);
            if limit.is_some_and(|limit| begun.elapsed() >= limit) {
                signal.stop();
            }
            bar.set_message(words(planner, signal.progress(), begun.elapsed(), limit));
            bar.tick();
        }
        search.join()
    });
    bar.finish_and_clear();
    Ok(outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?)
}

/// The first Ctrl-C takes the best plan so far; the second ends the program.
fn listen(signal: &Arc<StopSignal>) -> Result<()> {
    let signal = Arc::clone(signal);
    let pressed = AtomicU32::new(0);
    ctrlc::set_handler(move || {
        if pressed.fetch_add(1, Ordering::Relaxed) > 0 {
            std::process::exit(130);
        }
        eprintln!("\nstopping with the best plan so far; Ctrl-C again to give up");
        signal.stop();
    })
    .context("Ctrl-C cannot be listened to")
}

fn bar() -> ProgressBar {
    let target = if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr_with_hz(8) } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(None, target);
    bar.set_style(ProgressStyle::with_template("{spinner} {msg}").expect("the template is a constant"));
    bar
}

fn words(planner: &Planner, progress: Option<Progress>, elapsed: Duration, limit: Option<Duration>) -> String {
    let time = match limit {
        Some(limit) => format!("{:.0} of {:.0} s", elapsed.as_secs_f64(), limit.as_secs_f64()),
        None => format!("{:.0} s", elapsed.as_secs_f64()),
    };
    let requests = planner.problem().requests.len();
    match progress {
        None => format!("{time} · placing {requests} requests"),
        Some(progress) => format!(
            "{time} · {} of {requests} requests placed, weight {} not on time · {} tries",
            progress.served, progress.cost.0[0], progress.iterations
        ),
    }
}
