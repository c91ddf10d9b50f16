//! One instance, solved by us and by the peers.
//!
//! For each seed we search, then each peer does: what else the machine is busy with hits both.

use std::path::Path;
use std::time::Instant;

use airbridge_instances::{Format, Instance, Objective, Routes};
use airbridge_solver::problem::Problem;
use airbridge_solver::search::{Limits, solve};
use anyhow::{Context, Result, ensure};

use super::Arguments;
use super::known::known_beside;
use super::peer::{Order, Peer};
use super::row::{Row, Run};
use crate::bench::search_for;

pub(super) fn row(file: &Path, format: Format, arguments: &Arguments) -> Result<Row> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let instance =
        airbridge_instances::read(&bytes, Some(format)).with_context(|| format!("{} is not read", file.display()))?;
    let problem = instance.problem();
    let mut runs = Vec::new();
    let mut peers: Vec<Vec<Run>> = arguments.peers.iter().map(|_| Vec::new()).collect();
    for &seed in &arguments.seeds {
        let order = Order {
            file,
            seconds: arguments.seconds,
            seed,
        };
        let of_run = || format!("{name}, seed {seed}");
        runs.push(our_run(&instance, &problem, &order).with_context(of_run)?);
        for (peer, runs) in arguments.peers.iter().zip(&mut peers) {
            runs.push(peer_run(peer, &instance, &order).with_context(of_run)?);
        }
    }
    Ok(Row {
        known: known_beside(file, &name)?,
        name,
        requests: problem.requests.len(),
        objective: instance.objective(),
        bound: (instance.objective() == Objective::Distance).then(|| instance.bound()),
        runs,
        peers,
    })
}

fn our_run(instance: &Instance, problem: &Problem, order: &Order<'_>) -> Result<Run> {
    let limits = Limits {
        work: None,
        seed: order.seed,
        threads: 1,
    };
    let begun = Instant::now();
    let outcome = search_for(order.seconds, |signal| solve(problem, &limits, signal))??;
    let seconds = begun.elapsed().as_secs_f64();
    let routes = Routes::of(instance, &outcome.solution);
    judged(instance, &routes, seconds, Some(outcome.iterations))
}

fn peer_run(peer: &Peer, instance: &Instance, order: &Order<'_>) -> Result<Run> {
    let answer = peer.solve(order)?;
    let of_peer = || format!("the routes of the peer {}", peer.name);
    let routes = Routes::given(instance, answer.routes).with_context(of_peer)?;
    judged(instance, &routes, answer.seconds, None).with_context(of_peer)
}

/// A run, once its routes are seen to be sound. Whoever leaves requests out is not at the best known, and has no gap.
fn judged(instance: &Instance, routes: &Routes, seconds: f64, iterations: Option<u64>) -> Result<Run> {
    let left_out = routes.left_out(instance);
    if left_out == 0 {
        routes.check(instance)?;
    }
    ensure!(routes.cost.is_finite(), "the cost is no number");
    Ok(Run {
        left_out,
        vehicles: routes.routes.len(),
        cost: routes.cost,
        seconds,
        iterations,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two requests, and room for one on board.
    const INSTANCE: &str = "2 1 1\n0 0 0 0 0 100 0 0 0\n1 1 0 1 0 100 0 0 2\n2 2 0 -1 0 100 0 1 0\n3 0 1 1 0 100 0 0 4\n4 0 2 -1 0 100 0 3 0\n";

    /// What the bench says of a peer that writes these routes.
    fn judge(routes: &str) -> Result<Run> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("prepared.json");
        std::fs::write(&file, format!("{{\"routes\": {routes}}}")).expect("written");
        let instance = airbridge_instances::read(INSTANCE.as_bytes(), Some(Format::LiLim)).expect("an instance");
        let peer: Peer = "other=cp {file} {out}".parse().expect("a peer");
        let order = Order {
            file: &file,
            seconds: 1.0,
            seed: 1,
        };
        peer_run(&peer, &instance, &order)
    }

    #[test]
    fn vehicles_and_cost_of_a_peer_are_computed_here() {
        let run = judge("[[1, 2, 3, 4], []]").expect("sound");
        assert_eq!((run.left_out, run.vehicles), (0, 1));
        assert!((run.cost - (2.0 + 5.0_f64.sqrt() + 1.0 + 2.0)).abs() < 1e-9);
        assert_eq!(run.iterations, None);
    }

    #[test]
    fn requests_that_a_peer_leaves_out_are_counted() {
        assert_eq!(judge("[[3, 4]]").expect("sound").left_out, 1);
    }

    #[track_caller]
    fn check_unsound(routes: &str, part: &str) {
        let Err(error) = judge(routes) else {
            panic!("{routes} pass");
        };
        let text = format!("{error:#}");
        assert!(
            text.contains("the routes of the peer other") && text.contains(part),
            "{text}"
        );
    }

    #[test]
    fn unsound_routes_of_a_peer_are_an_error() {
        check_unsound("[[1, 3, 2, 4]]", "capacity");
        check_unsound("[[2, 1], [3, 4]]", "order");
        check_unsound("[[1, 2], [3]]", "order");
        check_unsound("[[1, 2], [3, 4, 5]]", "node 5");
        check_unsound("[[0, 1, 2, 0], [3, 4]]", "depot");
        check_unsound("[[1, 2], [3, 4], [1, 2]]", "3 routes for 2 vehicles");
    }
}
