//! A running search on the terminal: what it has, how long it may go on, and Ctrl-C.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use airbridge_planner::{Planner, Settings};
use airbridge_solver::search::{Outcome, Progress, StopSignal};
use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often the clock is looked at.
const TICK: Duration = Duration::from_millis(5);

/// A search without a better plan for this long says so.
const QUIET: Duration = Duration::from_secs(3);

/// Searches for a plan until the limit, the time or Ctrl-C.
pub(crate) fn search(planner: &Planner, settings: &Settings, limit: Option<Duration>) -> Result<Outcome> {
    let parties = planner.problem().requests.len();
    let signal = Arc::default();
    Ok(watched(
        &signal,
        limit,
        &format!("{parties} patients and groups"),
        || planner.solve(settings, &signal),
    )??)
}

/// Runs a search on a thread of its own until it is done; the signal ends it when the time is over, or at Ctrl-C. `what` is what it places.
pub(crate) fn watched<T: Send>(
    signal: &Arc<StopSignal>,
    limit: Option<Duration>,
    what: &str,
    solve: impl FnOnce() -> T + Send,
) -> Result<T> {
    let over = Arc::new(AtomicBool::new(false));
    listen(signal, &over)?;
    let bar = bar();
    let begun = Instant::now();
    let mut reports = Reports {
        count: 0,
        latest: begun,
    };
    let outcome = std::thread::scope(|scope| {
        let search = scope.spawn(solve);
        while !search.is_finished() {
            std::thread::sleep(TICK);
            if let Some(limit) = limit {
                signal.tell_time_used(begun.elapsed().as_secs_f64() / limit.as_secs_f64().max(1e-9));
                if begun.elapsed() >= limit {
                    signal.stop();
                }
            }
            let quiet = reports.quiet(signal);
            bar.set_message(words(what, signal.progress(), begun.elapsed(), limit, quiet));
            bar.tick();
        }
        search.join()
    });
    over.store(true, Ordering::Relaxed);
    bar.finish_and_clear();
    Ok(outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
}

/// Runs a replay on this thread, and says at each step how far it is. Ctrl-C ends it after the step that is being planned.
pub(crate) fn stepping<T>(
    settings: &airbridge_rolling::Settings,
    roll: impl FnOnce(&StopSignal, &mut dyn FnMut(&airbridge_progress::Snapshot)) -> T,
) -> Result<T> {
    let signal = Arc::new(StopSignal::new());
    let over = Arc::new(AtomicBool::new(false));
    listen(&signal, &over)?;
    let bar = bar();
    bar.enable_steady_tick(Duration::from_millis(120));
    bar.set_message("the first plan");
    let day = |at: jiff::Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let made = roll(&signal, &mut |step| {
        let known: u32 = step.states.iter().sum();
        bar.set_message(format!(
            "{} of {} to {} · {known} requests so far",
            day(step.at),
            day(settings.from),
            day(settings.to)
        ));
    });
    over.store(true, Ordering::Relaxed);
    bar.finish_and_clear();
    Ok(made)
}

/// Does something that may take seconds, and says what.
pub(crate) fn while_working<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    let bar = bar();
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(120));
    let done = work();
    bar.finish_and_clear();
    done
}

/// When the search last reported a better plan.
struct Reports {
    count: u64,
    latest: Instant,
}

impl Reports {
    fn quiet(&mut self, signal: &StopSignal) -> Duration {
        let count = signal.reports();
        if count != self.count {
            *self = Self {
                count,
                latest: Instant::now(),
            };
        }
        self.latest.elapsed()
    }
}

/// The first Ctrl-C takes the best plan so far; the second ends the program.
fn listen(signal: &Arc<StopSignal>, over: &Arc<AtomicBool>) -> Result<()> {
    let (signal, over) = (Arc::clone(signal), Arc::clone(over));
    let pressed = AtomicU32::new(0);
    ctrlc::set_handler(move || {
        if pressed.fetch_add(1, Ordering::Relaxed) > 0 {
            std::process::exit(130);
        }
        if over.load(Ordering::Relaxed) {
            eprintln!("\nthe search is over and its plan is being finished; Ctrl-C again to give up");
        } else {
            eprintln!("\nstopping with the best plan so far; Ctrl-C again to give up");
        }
        signal.stop();
    })
    .context("Ctrl-C cannot be listened to")
}

fn bar() -> ProgressBar {
    let target = if std::io::stderr().is_terminal() {
        ProgressDrawTarget::stderr_with_hz(8)
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(None, target);
    bar.set_style(ProgressStyle::with_template("{spinner} {wide_msg}").expect("the template is a constant"));
    bar
}

fn words(
    what: &str,
    progress: Option<Progress>,
    elapsed: Duration,
    limit: Option<Duration>,
    quiet: Duration,
) -> String {
    let time = match limit {
        Some(limit) => format!("{:.0} of {:.0} s", elapsed.as_secs_f64(), limit.as_secs_f64()),
        None => format!("{:.0} s", elapsed.as_secs_f64()),
    };
    match progress {
        None => format!("{time} · a first plan for {what}"),
        Some(progress) if quiet < QUIET => {
            format!("{time} · {} of {what} placed", progress.served)
        }
        Some(progress) => format!(
            "{time} · {} of {what} placed · no better plan for {:.0} s",
            progress.served,
            quiet.as_secs_f64()
        ),
    }
}
