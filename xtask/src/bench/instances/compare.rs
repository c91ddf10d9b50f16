//! Who is at the best known on how many instances, and who beats whom on which.

use std::cmp::Ordering;

use super::peer::Peer;
use super::row::{Row, Run};

/// What tables call our own solver.
pub(super) const OURS: &str = "airbridge";

/// What the rows say of us and the peers; nothing where there are no peers.
pub(super) fn comparison(rows: &[Row], peers: &[Peer]) -> String {
    if peers.is_empty() {
        return String::new();
    }
    let mut always = vec![format!("{OURS} on {}", always_reached(rows, |row| &row.runs))];
    let mut duels = Vec::new();
    for (at, peer) in peers.iter().enumerate() {
        always.push(format!(
            "{} on {}",
            peer.name,
            always_reached(rows, |row| &row.peers[at])
        ));
        duels.push(duel(rows, at, &peer.name));
    }
    format!(
        "\n\nAt the best known in every run: {}.\n\n{}",
        always.join(", "),
        duels.join("\n")
    )
}

fn always_reached(rows: &[Row], runs: impl Fn(&Row) -> &[Run]) -> String {
    let always = rows.iter().filter(|row| row.reached(runs(row)) == runs(row).len());
    format!("{} of {} instances", always.count(), rows.len())
}

/// Best run against best run: fewer left out, then fewer vehicles where they count, then less distance.
fn duel(rows: &[Row], peer: usize, name: &str) -> String {
    let won = |result: Ordering| {
        let of_row = |row: &&Row| row.order(&row.runs, &row.peers[peer]) == result;
        rows.iter()
            .filter(of_row)
            .map(|row| row.name.as_str())
            .collect::<Vec<_>>()
    };
    let on = |names: Vec<&str>| match names.len() {
        0 => "none".to_owned(),
        count => format!("{count} ({})", names.join(", ")),
    };
    format!(
        "Best runs: {OURS} beats {name} on {}; {name} beats {OURS} on {}; alike on {}.",
        on(won(Ordering::Less)),
        on(won(Ordering::Greater)),
        won(Ordering::Equal).len(),
    )
}

#[cfg(test)]
mod tests {
    use airbridge_instances::Objective;

    use super::*;
    use crate::bench::instances::known::Known;

    fn run((vehicles, cost): (usize, f64)) -> Run {
        Run {
            left_out: 0,
            vehicles,
            cost,
            seconds: 1.0,
            iterations: None,
        }
    }

    fn row(name: &str, known: (usize, f64), ours: (usize, f64), theirs: (usize, f64)) -> Row {
        Row {
            name: name.to_owned(),
            requests: 2,
            objective: Objective::VehiclesThenDistance,
            known: Some(Known {
                vehicles: known.0,
                cost: known.1,
            }),
            bound: None,
            runs: vec![run(ours)],
            peers: vec![vec![run(theirs)]],
        }
    }

    #[test]
    fn wins_are_named_and_the_best_known_counted() {
        let rows = [
            row("a", (2, 5.0), (2, 5.0), (2, 6.0)),
            row("b", (2, 5.0), (3, 4.0), (2, 5.0)),
            row("c", (2, 5.0), (2, 5.0), (2, 5.0)),
        ];
        let peers = ["other=solver {out}".parse().expect("a peer")];
        let text = comparison(&rows, &peers);
        assert_eq!(
            text.trim(),
            "At the best known in every run: airbridge on 2 of 3 instances, other on 2 of 3 instances.\n\n\
             Best runs: airbridge beats other on 1 (a); other beats airbridge on 1 (b); alike on 1."
        );
        assert_eq!(comparison(&rows, &[]), "");
    }
}
