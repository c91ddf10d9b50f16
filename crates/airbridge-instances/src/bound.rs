//! How good a solution of an instance could at best be: by fragments and tours where there are few enough, else by assignment of successors.
//!
//! By fragments: see [`movement_bound`], of a problem rounded in favour of whatever is feasible in the instance. By assignment: in a solution each
//! node has one successor and each vehicle in use leaves the depot once and comes back once. Forget that routes hang together,
//! capacity, rides and lengths; keep who can follow whom in time. What is left is an assignment problem, and its optimum is at or below
//! the cost of every solution (Carpaneto & Toth 1980 for the travelling salesman; here with arcs that time rules out removed first). The same
//! with a cost of one for leaving the depot bounds the number of vehicles.

use airbridge_solver::bound::{Effort, movement_bound};

use crate::instance::Instance;
use crate::problem::FINE_SCALE;

/// What no solution that serves everybody can go below.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bound {
    /// Vehicles used.
    pub vehicles: usize,
    /// Distance, with any number of the vehicles.
    pub cost: f64,
    /// How the distance was found.
    pub method: Method,
}

/// How a bound on the distance was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// It is the one that is always true.
    Nothing,
    /// Assignment of successors.
    Assignment,
    /// Set partitioning over chains of so many fragments.
    Fragments(usize),
}

impl Bound {
    /// Whether a solution of this cost is optimal: nothing is cheaper by more than a millionth of it.
    pub fn proves(&self, cost: f64) -> bool {
        cost - self.cost <= 1e-6 * cost
    }
}

/// Larger instances take too long: the assignment takes time by the cube of the nodes. They get the bound that is always true.
const MOST_NODES: usize = 1_200;

/// An arc that cannot be.
const NEVER: f64 = 1e12;

/// Sums of many roundings of `f64` stay below this.
const TOLERANCE: f64 = 1e-6;

impl Instance {
    /// What no solution that serves everybody can go below. Takes up to some seconds.
    pub fn bound(&self) -> Bound {
        let mut bound = self.assignment_bound();
        if let Some(found) = movement_bound(&self.relaxed(), &Effort::default()) {
            bound.cost = bound.cost.max(found.movement as f64 / FINE_SCALE - TOLERANCE);
            bound.method = Method::Fragments(found.fragments);
        }
        bound
    }

    fn assignment_bound(&self) -> Bound {
        let nodes = self.nodes.len();
        if nodes > MOST_NODES {
            return Bound {
                vehicles: 1,
                cost: 0.0,
                method: Method::Nothing,
            };
        }
        let windows = self.tight_windows();
        let fleet = self.vehicles.min(self.requests.len());
        let inner = nodes - 1;
        let size = inner + fleet;
        // Rows and columns: the nodes from 1, then the depot once for each vehicle.
        let node = |index: usize| if index < inner { index + 1 } else { 0 };
        let arcs: Vec<Option<f64>> = (0..size * size)
            .map(|cell| {
                let (from, to) = (node(cell / size), node(cell % size));
                if from == 0 && to == 0 {
                    return Some(0.0);
                }
                self.can_follow(&windows, from, to).then(|| self.travel(from, to))
            })
            .collect();
        let distance = |cell: usize| arcs[cell].unwrap_or(NEVER);
        let leaving = |cell: usize| match arcs[cell] {
            None => NEVER,
            Some(_) if node(cell / size) == 0 && node(cell % size) != 0 => 1.0,
            Some(_) => 0.0,
        };
        let vehicles = assignment(size, leaving);
        Bound {
            vehicles: if vehicles < NEVER {
                (vehicles - TOLERANCE).ceil().max(1.0) as usize
            } else {
                1
            },
            cost: (assignment(size, distance).min(NEVER) - TOLERANCE).max(0.0),
            method: Method::Assignment,
        }
    }

    /// By node: earliest and latest begin of service, with the partner's and the depot's windows and the longest ride counted in.
    fn tight_windows(&self) -> Vec<(f64, f64)> {
        let mut windows: Vec<(f64, f64)> = self.nodes.iter().map(|node| (node.open, node.close)).collect();
        let (open, close) = windows[0];
        for (node, window) in windows.iter_mut().enumerate().skip(1) {
            window.0 = window.0.max(open + self.least_travel(0, node));
            window.1 = window
                .1
                .min(close - self.nodes[node].service - self.least_travel(node, 0));
        }
        for &(pickup, delivery) in &self.requests {
            let service = self.nodes[pickup].service;
            let least = service + self.least_travel(pickup, delivery);
            windows[delivery].0 = windows[delivery].0.max(windows[pickup].0 + least);
            windows[pickup].1 = windows[pickup].1.min(windows[delivery].1 - least);
            if let Some(most) = self.max_ride {
                windows[pickup].0 = windows[pickup].0.max(windows[delivery].0 - most - service);
                windows[delivery].1 = windows[delivery].1.min(windows[pickup].1 + service + most);
            }
        }
        windows
    }

    /// Where distances keep the triangle inequality, the direct way; matrices of whole minutes need not.
    fn least_travel(&self, from: usize, to: usize) -> f64 {
        match self.format {
            crate::Format::SartoriBuriol => 0.0,
            _ => self.travel(from, to),
        }
    }

    fn can_follow(&self, windows: &[(f64, f64)], from: usize, to: usize) -> bool {
        let is_pickup = |node: usize| self.nodes[node].demand > 0;
        let in_time = from == 0
            || to == 0
            || windows[from].0 + self.nodes[from].service + self.travel(from, to) <= windows[to].1 + TOLERANCE;
        let backwards = self.requests.contains(&(to, from));
        let fits =
            self.nodes[from].demand + self.nodes[to].demand <= self.capacity || !(is_pickup(from) && is_pickup(to));
        let leaves = from != 0 || is_pickup(to);
        let returns = to != 0 || !is_pickup(from);
        from != to && in_time && !backwards && fits && leaves && returns
    }
}

/// The least cost of assigning each row a column (Kuhn 1955, with potentials and shortest augmenting paths as Jonker & Volgenant 1987).
fn assignment(size: usize, cost: impl Fn(usize) -> f64) -> f64 {
    // One-based, with 0 for "none": the usual form of the method.
    let mut row_potential = vec![0.0; size + 1];
    let mut column_potential = vec![0.0; size + 1];
    let mut row_of = vec![0_usize; size + 1];
    let mut came_from = vec![0_usize; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let mut column = 0;
        let mut least = vec![f64::INFINITY; size + 1];
        let mut used = vec![false; size + 1];
        while row_of[column] != 0 {
            used[column] = true;
            let at = row_of[column];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for other in 1..=size {
                if used[other] {
                    continue;
                }
                let reduced = cost((at - 1) * size + other - 1) - row_potential[at] - column_potential[other];
                if reduced < least[other] {
                    least[other] = reduced;
                    came_from[other] = column;
                }
                if least[other] < delta {
                    delta = least[other];
                    next = other;
                }
            }
            for other in 0..=size {
                if used[other] {
                    row_potential[row_of[other]] += delta;
                    column_potential[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            let before = came_from[column];
            row_of[column] = row_of[before];
            column = before;
        }
    }
    (1..=size)
        .map(|column| cost((row_of[column] - 1) * size + column - 1))
        .sum()
}
