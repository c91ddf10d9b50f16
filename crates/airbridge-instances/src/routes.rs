//! From a solution to routes of nodes, and their cost in the instance's own unit.

use airbridge_solver::solution::Solution;

use crate::instance::Instance;

/// The routes of a solution, the depot left out.
#[derive(Clone, PartialEq, Debug)]
pub struct Routes {
    /// Nodes in the order of service, one list for each vehicle that is used.
    pub routes: Vec<Vec<usize>>,
    /// Total travel from the depot and back.
    pub cost: f64,
}

/// What is wrong with routes.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unsound(String);

/// Sums of many roundings of `f64` stay below this.
const TOLERANCE: f64 = 1e-6;

impl Routes {
    /// Reads the routes off a solution of the instance's problem.
    pub fn of(instance: &Instance, solution: &Solution) -> Self {
        let routes: Vec<Vec<usize>> = solution
            .tours
            .iter()
            .flatten()
            .map(|tour| {
                let stops = &tour.stops[1..tour.stops.len() - 1];
                stops.iter().map(|stop| stop.place.get()).collect()
            })
            .collect();
        let cost = routes.iter().map(|route| length(instance, route)).sum();
        Self { routes, cost }
    }

    /// Takes routes that were found elsewhere. Those without a stop are dropped: they need no vehicle.
    ///
    /// # Errors
    ///
    /// A node that the instance does not have, or the depot among the stops.
    pub fn given(instance: &Instance, mut routes: Vec<Vec<usize>>) -> Result<Self, Unsound> {
        for (number, route) in routes.iter().enumerate() {
            for &node in route {
                if node == 0 {
                    return Err(Unsound(format!("route {number}: the depot is among the stops")));
                }
                if node >= instance.nodes.len() {
                    return Err(Unsound(format!("route {number}: there is no node {node}")));
                }
            }
        }
        routes.retain(|route| !route.is_empty());
        let cost = routes.iter().map(|route| length(instance, route)).sum();
        Ok(Self { routes, cost })
    }

    /// Requests that no route touches.
    pub fn left_out(&self, instance: &Instance) -> usize {
        let visited = |node: &usize| self.routes.iter().any(|route| route.contains(node));
        let touched = |(pickup, delivery): &&(usize, usize)| visited(pickup) || visited(delivery);
        instance.requests.len() - instance.requests.iter().filter(touched).count()
    }

    /// Whether these routes serve everybody and keep all that the instance asks, recomputed with arithmetic of its own.
    ///
    /// A route is possible when its difference constraints have a solution (Bellman & Ford): no schedule is guessed.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with the route.
    pub fn check(&self, instance: &Instance) -> Result<(), Unsound> {
        if self.routes.len() > instance.vehicles {
            return Err(Unsound(format!(
                "{} routes for {} vehicles",
                self.routes.len(),
                instance.vehicles
            )));
        }
        let mut visits = vec![0; instance.nodes.len()];
        for (number, route) in self.routes.iter().enumerate() {
            let wrong = |what: &str| Unsound(format!("route {number}: {what}"));
            let mut load = 0;
            for &node in route {
                visits[node] += 1;
                load += instance.nodes[node].demand;
                if load > instance.capacity {
                    return Err(wrong("more on board than the capacity"));
                }
            }
            for &(pickup, delivery) in &instance.requests {
                let at = |node| route.iter().position(|at| *at == node);
                match (at(pickup), at(delivery)) {
                    (None, None) => {}
                    (Some(first), Some(second)) if first < second => {}
                    _ => return Err(wrong(&format!("{pickup} and {delivery} are not on it in that order"))),
                }
            }
            if !possible(instance, route) {
                return Err(wrong("no schedule keeps windows, rides and its length"));
            }
        }
        match (1..visits.len()).find(|&node| visits[node] != 1) {
            Some(node) => Err(Unsound(format!("node {node} is visited {} times", visits[node]))),
            None => Ok(()),
        }
    }
}

fn length(instance: &Instance, route: &[usize]) -> f64 {
    let stops = with_depot(route);
    stops.windows(2).map(|pair| instance.travel(pair[0], pair[1])).sum()
}

fn with_depot(route: &[usize]) -> Vec<usize> {
    [&[0], route, &[0]].concat()
}

fn possible(instance: &Instance, route: &[usize]) -> bool {
    let stops = with_depot(route);
    let last = stops.len() - 1;
    let mut arcs: Vec<(usize, usize, f64)> = Vec::new();
    for (index, pair) in stops.windows(2).enumerate() {
        let length = instance.nodes[pair[0]].service + instance.travel(pair[0], pair[1]);
        arcs.push((index, index + 1, length));
    }
    let inner = |node: usize| route.iter().position(|at| *at == node).map(|at| at + 1);
    if let Some(most) = instance.max_ride {
        for &(pickup, delivery) in &instance.requests {
            if let (Some(from), Some(to)) = (inner(pickup), inner(delivery)) {
                arcs.push((to, from, -(instance.nodes[pickup].service + most)));
            }
        }
    }
    if let Some(most) = instance.max_route {
        arcs.push((last, 0, -most));
    }
    let mut begin: Vec<f64> = stops.iter().map(|&node| instance.nodes[node].open).collect();
    for _ in 0..=stops.len() {
        let mut moved = false;
        for &(from, to, least) in &arcs {
            if begin[from] + least > begin[to] + TOLERANCE {
                begin[to] = begin[from] + least;
                moved = true;
            }
        }
        let late = |(index, at): (usize, &f64)| *at > instance.nodes[stops[index]].close + TOLERANCE;
        if begin.iter().enumerate().any(late) {
            return false;
        }
        if !moved {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, read};

    fn given(routes: &[&[usize]]) -> Result<Routes, Unsound> {
        let text = "2 1 1\n0 0 0 0 0 100 0 0 0\n1 1 0 1 0 100 0 0 2\n2 2 0 -1 0 100 0 1 0\n3 0 1 1 0 100 0 0 4\n4 0 2 -1 0 100 0 3 0\n";
        let instance = read(text.as_bytes(), Some(Format::LiLim)).expect("an instance");
        Routes::given(&instance, routes.iter().map(|route| route.to_vec()).collect())
    }

    #[test]
    fn routes_found_elsewhere_cost_what_their_ways_cost_and_empty_ones_are_none() {
        let routes = given(&[&[1, 2], &[], &[3, 4]]).expect("nodes of the instance");
        assert_eq!((routes.routes.len(), routes.cost), (2, 8.0));
    }

    #[test]
    fn the_depot_and_unknown_nodes_are_no_stops() {
        assert!(given(&[&[0, 1, 2]]).is_err());
        assert!(given(&[&[1, 5]]).is_err());
    }
}
