//! Streams of search that run for a fixed amount of work, compare, and go on.
//!
//! With a work limit the number of streams is fixed, each has its own solution and random numbers, and they meet only after each has done the
//! same amount of work, in a fixed order. So threads change how soon the answer comes and never which.

use std::sync::Mutex;

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

use super::apart::{self, Facts, only_movement_counts};
use super::atlas::Atlas;
use super::construct::{Order, construct};
use super::convert::{solution_of, state_of};
use super::insert::{Effort, Inserter};
use super::memory::Memory;
use super::ruin::Users;
use super::state::{Incumbent, State};
use super::stop::{Progress, StopSignal};
use super::stream::{FEW, Start, Stream};
use super::{Limits, Outcome, whole};
use crate::bound::bound;
use crate::problem::{Cost, MalformedProblem, Problem};
use crate::solution::{Solution, verify};

/// Streams of the portfolio where work is limited. Otherwise there are as many as threads: no two runs stop at the same work anyhow.
const STREAMS: u64 = 2;
/// Work of one stream between two meetings.
const EPOCH: u64 = 20_000;

/// Solves a problem from nothing.
///
/// # Errors
///
/// When the problem is malformed.
pub fn solve(problem: &Problem, limits: &Limits, stop: &StopSignal) -> Result<Outcome, MalformedProblem> {
    problem.validate()?;
    Ok(search(problem, State::new(problem), limits, stop))
}

/// Goes on from a solution: what it serves stays served unless something better is found.
///
/// # Errors
///
/// When the problem is malformed, or the solution does not keep the problem's rules.
pub fn solve_from(
    problem: &Problem,
    initial: &Solution,
    limits: &Limits,
    stop: &StopSignal,
) -> Result<Outcome, MalformedProblem> {
    problem.validate()?;
    if let Some(violation) = verify(problem, initial).first() {
        return Err(MalformedProblem {
            what: format!("the initial solution breaks a rule: {violation}"),
        });
    }
    let state = state_of(problem, initial);
    // Whoever waits for something that keeps the rules has it now.
    report(&state, stop);
    Ok(search(problem, state, limits, stop))
}

fn search(problem: &Problem, state: State<'_>, limits: &Limits, stop: &StopSignal) -> Outcome {
    let atlas = Atlas::new(problem);
    let empty = state.clone();
    let mut state = construct_quickly(&atlas, &state, limits, stop);
    let first_cost = state.cost;
    report(&state, stop);
    let known = whole::of_bound(&empty, limits.work, stop);
    state.work += known.work;
    if !known.tours.is_empty() {
        let mut whole = empty;
        whole::build(&mut whole, &known.tours);
        let mut whole = construct_quickly(&atlas, &whole, limits, stop);
        whole.work += state.work;
        if whole.cost < state.cost {
            state = whole;
            report(&state, stop);
        }
    }
    let enough = known.bound.and_then(|bound| least_of_all(problem, bound));
    // A first solution is wanted at once. Whoever was given up too soon gets a longer look only then.
    if limits.work != Some(0) && !state.unserved.is_empty() {
        let effort = Effort::for_size(problem.requests.len());
        let mut inserter = Inserter::new(&atlas, effort, Pcg64Mcg::seed_from_u64(limits.seed));
        construct(&mut state, &mut inserter, Order::Weightiest, stop);
        report(&state, stop);
    }
    let constructed = state.work;
    let first = Incumbent::of(&mut state);
    let bound = bound(problem, &atlas);
    stop.report_bound(&bound);
    let users = Users::new(problem);
    let number_of_streams = if limits.work.is_some() {
        STREAMS
    } else {
        limits.threads.max(1) as u64
    };
    let whole = limits.work.map(|work| work.saturating_sub(constructed) / STREAMS);
    let far = Far {
        constructed,
        enough,
        limits,
        stop,
    };
    let numbers = 0..number_of_streams;
    let (best, iterations, work) = if let Some(facts) = apart_facts(problem, &atlas) {
        let start = apart::Start {
            from: &first,
            pool: known.pool.as_ref(),
            whole,
            seed: limits.seed,
        };
        let mut streams: Vec<_> = numbers
            .map(|number| apart::Stream::new(&facts, &start, number))
            .collect();
        run_epochs(&mut streams, &far, |_| ());
        let best = leader(&streams).best.to_state(&facts);
        (best, iterations_of(&streams), work_of(&streams))
    } else {
        let start = Start { from: &first, whole };
        let mut streams: Vec<_> = numbers
            .map(|number| Stream::new(problem, &atlas, &users, &start, limits, number))
            .collect();
        run_epochs(&mut streams, &far, meet);
        let best = leader(&streams).best.to_state(problem);
        (best, iterations_of(&streams), work_of(&streams))
    };
    // Whatever was found on bare tours was made again by all tests, and counts as these say.
    let best = if best.cost <= first.cost {
        best
    } else {
        first.to_state(problem)
    };
    let outcome = Outcome {
        solution: solution_of(&best),
        cost: best.cost,
        first_cost,
        bound,
        iterations,
        work: constructed + work,
    };
    debug_assert_eq!(verify(problem, &outcome.solution), [], "the search keeps all rules");
    debug_assert_eq!(
        outcome.solution.cost(problem),
        outcome.cost,
        "the search counts costs right"
    );
    outcome
}

/// The best of the first solutions that the orders give.
fn construct_quickly<'p>(atlas: &Atlas, from: &State<'p>, limits: &Limits, stop: &StopSignal) -> State<'p> {
    let requests = from.problem.requests.len();
    let build = |order: Order, mut state: State<'p>| {
        let effort = Effort::for_size(requests).quick();
        let mut inserter = Inserter::new(atlas, effort, Pcg64Mcg::seed_from_u64(limits.seed));
        inserter.hopeless = Some(Memory::default());
        construct(&mut state, &mut inserter, order, stop);
        state
    };
    // Whoever is free takes the next order. The answers are put in the order of the orders again.
    let jobs = Order::ALL.into_iter().enumerate().rev();
    let jobs: Vec<_> = jobs.map(|(at, order)| (at, order, from.clone())).collect();
    let jobs = Mutex::new(jobs);
    let take = || jobs.lock().expect("nobody panics while taking a job").pop();
    let work_off = || {
        let mut built = Vec::new();
        while let Some((at, order, state)) = take() {
            built.push((at, build(order, state)));
        }
        built
    };
    let mut built = std::thread::scope(|scope| {
        let others: Vec<_> = (1..limits.threads.min(Order::ALL.len()))
            .map(|_| scope.spawn(work_off))
            .collect();
        let mut built = work_off();
        for other in others {
            built.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        built
    });
    built.sort_by_key(|(at, _)| *at);
    let built: Vec<State<'p>> = built.into_iter().map(|(_, state)| state).collect();
    let work = built.iter().map(|state| state.work - from.work).sum::<u64>() + from.work;
    let best = built.into_iter().reduce(|a, b| if b.cost < a.cost { b } else { a });
    let mut best = best.expect("there is an order");
    best.work = work;
    best
}

fn report(state: &State<'_>, stop: &StopSignal) {
    let progress = Progress {
        cost: state.cost,
        served: state.problem.requests.len() - state.unserved.len(),
        iterations: 0,
        work: state.work,
    };
    stop.report(progress, || solution_of(state));
}

/// What is known on tours that are apart, where bare tours are worth it: of few requests the best is soon found but for a step through something worse, and
/// more spots must be passed over.
fn apart_facts<'a>(problem: &'a Problem, atlas: &'a Atlas) -> Option<Facts<'a>> {
    let facts = || Facts::of(problem, atlas);
    (problem.requests.len() >= FEW).then(facts).flatten()
}

/// A stream of search.
pub(super) trait Runs: Send {
    /// Searches until this much work is done or the signal is set.
    fn run(&mut self, work: u64, stop: &StopSignal);
    /// Work done so far.
    fn work(&self) -> u64;
    fn iterations(&self) -> u64;
    /// Of its best solution.
    fn cost(&self) -> Cost;
}

fn work_of(streams: &[impl Runs]) -> u64 {
    streams.iter().map(Runs::work).sum()
}

fn iterations_of(streams: &[impl Runs]) -> u64 {
    streams.iter().map(Runs::iterations).sum()
}

/// The first of the best.
fn leader<S: Runs>(streams: &[S]) -> &S {
    let best = streams.iter().min_by_key(|stream| stream.cost());
    best.expect("there is a stream")
}

/// How far streams run.
struct Far<'a> {
    /// Work done before they begin.
    constructed: u64,
    /// Nothing is better than this.
    enough: Option<Cost>,
    limits: &'a Limits,
    stop: &'a StopSignal,
}

/// Runs the streams until the end, and lets them meet. Where tours are apart, an iteration takes so little that each stream cools through a search of its
/// own; elsewhere there are few iterations for each request, and whoever is behind goes on from the best now and then.
fn run_epochs<S: Runs>(streams: &mut [S], far: &Far<'_>, meet: impl Fn(&mut [S])) {
    let &Far {
        constructed,
        enough,
        limits,
        stop,
    } = far;
    let is_enough = |stream: &S| enough.is_some_and(|enough| stream.cost() <= enough);
    while !streams.iter().any(is_enough) {
        let done = constructed + work_of(streams);
        let share = limits.work.map_or(EPOCH, |most| {
            (most.saturating_sub(done) / streams.len() as u64).min(EPOCH)
        });
        if share == 0 || stop.is_set() {
            return;
        }
        if limits.threads > 1 {
            std::thread::scope(|scope| {
                for stream in streams.iter_mut() {
                    scope.spawn(|| stream.run(share, stop));
                }
            });
        } else {
            for stream in streams.iter_mut() {
                stream.run(share, stop);
            }
        }
        meet(streams);
    }
}

/// The cost of a solution that nothing can beat, where serving everybody is best whatever the ways are and movement is at least this.
fn least_of_all(problem: &Problem, movement: i64) -> Option<Cost> {
    let serving_is_best = problem.requests.iter().all(|request| {
        let [way] = &request.ways[..] else { return false };
        way.cost.0[..4] < request.unserved.0[..4] && way.late >= Cost::ZERO
    });
    let mut least = problem
        .requests
        .iter()
        .filter_map(|request| request.ways.first())
        .fold(Cost::ZERO, |sum, way| sum + way.cost);
    least.0[4] = movement;
    (only_movement_counts(problem) && serving_is_best).then_some(least)
}

/// Streams that are behind go on from the best.
fn meet(streams: &mut [Stream<'_>]) {
    let mut leader = 0;
    for number in 1..streams.len() {
        if streams[number].best.cost < streams[leader].best.cost {
            leader = number;
        }
    }
    let best = streams[leader].best.clone();
    for stream in streams.iter_mut() {
        if best.cost < stream.best.cost {
            stream.adopt(&best);
        }
    }
}
