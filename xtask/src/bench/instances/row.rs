//! One instance: what is known of it, and how near its runs come.

use std::cmp::Ordering;

use airbridge_instances::{Bound, Objective};

use super::known::Known;

/// One solution.
pub(super) struct Run {
    pub(super) left_out: usize,
    pub(super) vehicles: usize,
    pub(super) cost: f64,
    pub(super) seconds: f64,
    /// Of our own search; what a peer counts is its own affair.
    pub(super) iterations: Option<u64>,
}

/// All runs of one instance.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) requests: usize,
    pub(super) objective: Objective,
    pub(super) known: Option<Known>,
    /// What no solution can cost less than; only where distance is all that counts.
    pub(super) bound: Option<Bound>,
    /// Our own, one for each seed.
    pub(super) runs: Vec<Run>,
    /// Of each peer, one for each seed.
    pub(super) peers: Vec<Vec<Run>>,
}

/// Below this a gap is rounding of the published figures, which have two decimals at worst.
const ROUNDING: f64 = 0.000_05;

impl Row {
    /// Cost above the best known in percent, where everybody is served with as few vehicles as known.
    pub(super) fn gap(&self, run: &Run) -> Option<f64> {
        let known = self.known?;
        let fleet_fits = match self.objective {
            Objective::Distance => true,
            Objective::VehiclesThenDistance => run.vehicles == known.vehicles,
        };
        (run.left_out == 0 && fleet_fits).then(|| 100.0 * (run.cost / known.cost - 1.0))
    }

    pub(super) fn mean_gap(&self, runs: &[Run]) -> Option<f64> {
        let gaps: Vec<f64> = runs.iter().filter_map(|run| self.gap(run)).collect();
        (gaps.len() == runs.len() && !gaps.is_empty()).then(|| gaps.iter().sum::<f64>() / gaps.len() as f64)
    }

    /// The bound below the best cost of all our runs that serve everybody, in percent of that cost; with a mark where that is proved optimal.
    pub(super) fn bound_gap(&self) -> Option<String> {
        let bound = self.bound?;
        let whole = self.runs.iter().filter(|run| run.left_out == 0);
        let cost = whole.map(|run| run.cost).min_by(f64::total_cmp)?;
        let gap = (100.0 * (cost - bound.cost) / cost).max(0.0);
        let mark = if bound.proves(cost) { " (optimal)" } else { "" };
        Some(format!("{gap:.3}{mark}"))
    }

    /// Runs that reach the best known.
    pub(super) fn reached(&self, runs: &[Run]) -> usize {
        let reaches = |run: &&Run| self.gap(run).is_some_and(|gap| gap <= 100.0 * ROUNDING);
        runs.iter().filter(reaches).count()
    }

    /// The better of two solvers' best runs comes first: fewer left out, then fewer vehicles where they count, then less
    /// distance. What differs by rounding is alike.
    pub(super) fn order(&self, ours: &[Run], theirs: &[Run]) -> Ordering {
        let best = |runs: &'_ [Run]| {
            let figures = runs.iter().map(|run| self.figures(run));
            figures.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
        };
        match (best(ours), best(theirs)) {
            (Some((first, cost)), Some((second, other))) => first.cmp(&second).then_with(|| {
                if (cost / other - 1.0).abs() <= ROUNDING {
                    Ordering::Equal
                } else {
                    cost.total_cmp(&other)
                }
            }),
            (first, second) => second.is_some().cmp(&first.is_some()),
        }
    }

    fn figures(&self, run: &Run) -> ((usize, usize), f64) {
        let vehicles = match self.objective {
            Objective::Distance => 0,
            Objective::VehiclesThenDistance => run.vehicles,
        };
        ((run.left_out, vehicles), run.cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(left_out: usize, vehicles: usize, cost: f64) -> Run {
        Run {
            left_out,
            vehicles,
            cost,
            seconds: 1.0,
            iterations: None,
        }
    }

    fn row(objective: Objective) -> Row {
        Row {
            name: "a".to_owned(),
            requests: 2,
            objective,
            known: None,
            bound: None,
            runs: Vec::new(),
            peers: Vec::new(),
        }
    }

    #[track_caller]
    fn check(ours: (usize, usize, f64), theirs: (usize, usize, f64), objective: Objective, expected: Ordering) {
        let of = |(left_out, vehicles, cost)| [run(left_out, vehicles, cost)];
        let row = row(objective);
        assert_eq!(row.order(&of(ours), &of(theirs)), expected);
        assert_eq!(row.order(&of(theirs), &of(ours)), expected.reverse());
    }

    #[test]
    fn whom_is_left_out_counts_before_vehicles_and_vehicles_before_distance() {
        let objective = Objective::VehiclesThenDistance;
        check((0, 9, 9.0), (1, 1, 1.0), objective, Ordering::Less);
        check((0, 2, 9.0), (0, 3, 1.0), objective, Ordering::Less);
        check((0, 2, 1.0), (0, 2, 2.0), objective, Ordering::Less);
        check((0, 2, 1.0), (0, 2, 1.000_01), objective, Ordering::Equal);
    }

    #[test]
    fn vehicles_do_not_count_where_distance_is_all() {
        check((0, 3, 1.0), (0, 2, 2.0), Objective::Distance, Ordering::Less);
    }

    #[test]
    fn the_best_run_of_each_is_what_counts() {
        let row = row(Objective::VehiclesThenDistance);
        let ours = [run(0, 3, 1.0), run(0, 2, 8.0)];
        assert_eq!(row.order(&ours, &[run(0, 2, 9.0)]), Ordering::Less);
    }
}
