//! One tour as a row of stops with their earliest moments.
//!
//! All constraints are of one kind: a moment is at least another plus a constant. The earliest moments are the least solution; raising what is too early,
//! forwards for travel and backwards for the longest ride and the longest tour, finds it or passes a bound (as
//! [`crate::schedule::fixpoint`] does for all that operations know). Who waits does so before loading; on a ride that would take too long
//! because of it, the boarding is raised.

use super::facts::{FAR, Facts};
use crate::partition::Stop;
use crate::problem::{Cost, PlaceIdx, RequestIdx};

/// A stop, and the trip that follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) place: PlaceIdx,
    /// Who boards or leaves; of no meaning at the first and the last.
    pub(super) stop: Stop,
    /// Where the one who leaves boarded.
    mate: u16,
    /// Handling may begin no later than this, and takes so long.
    close: i64,
    pub(super) service: i64,
    /// Longest from the begin at `mate` to the end here.
    longest: i64,
    /// Earliest begin, and the latest by windows and travel alone.
    pub(super) begin: i64,
    pub(super) latest: i64,
    /// Of the trip.
    pub(super) duration: i64,
    pub(super) price: i64,
    /// How much longer it may get.
    pub(super) slack: i64,
    /// From the first departure to its end, were nobody to wait.
    pub(super) elapsed: i64,
}

/// A tour that keeps all rules.
#[derive(Debug)]
pub(crate) struct Tour {
    /// No other tour of one stream has it.
    pub(super) serial: u64,
    pub(super) vehicle: usize,
    pub(super) nodes: Vec<Node>,
    /// By stop and dimension: what is on board after it.
    pub(super) loads: Vec<i64>,
    pub(super) movement: i64,
    pub(super) cost: Cost,
}

/// Makes tours. Kept from one to the next for its memory.
#[derive(Debug)]
pub(super) struct Bench {
    nodes: Vec<Node>,
    /// The number of the last tour made.
    serial: u64,
}

/// Sweeps for each stop before an answer is given up: the fixpoint is reached in a few, or never.
const PATIENCE: usize = 3;

impl Tour {
    /// Who boards and leaves, in order.
    pub(super) fn stops(&self) -> impl DoubleEndedIterator<Item = Stop> + '_ {
        self.nodes[1..self.nodes.len() - 1].iter().map(|node| node.stop)
    }

    /// Who is carried, in order of boarding.
    pub(super) fn riders(&self) -> impl Iterator<Item = RequestIdx> + '_ {
        self.stops().filter(|stop| stop.1).map(|stop| stop.0)
    }
}

impl Bench {
    /// Numbers tours from here.
    pub(super) fn new(serial: u64) -> Self {
        Self {
            nodes: Vec::new(),
            serial,
        }
    }

    /// Whether a tour with a request put in after these two stops keeps the rules of time. Room was tested before.
    pub(super) fn fits(
        &mut self,
        facts: &Facts<'_>,
        tour: &Tour,
        request: RequestIdx,
        (pick, drop): (usize, usize),
    ) -> bool {
        self.lay_with(facts, tour, request, (pick, drop));
        self.settle(facts.vehicles[tour.vehicle].longest)
    }

    /// The tour with a request put in.
    pub(super) fn with(
        &mut self,
        facts: &Facts<'_>,
        tour: &Tour,
        request: RequestIdx,
        spot: (usize, usize),
    ) -> Option<Tour> {
        self.lay_with(facts, tour, request, spot);
        self.finish(facts, tour.vehicle)
    }

    /// A tour of these stops.
    pub(super) fn of(&mut self, facts: &Facts<'_>, vehicle: usize, stops: impl Iterator<Item = Stop>) -> Option<Tour> {
        let the_vehicle = &facts.vehicles[vehicle];
        self.nodes.clear();
        self.nodes
            .push(Node::of_vehicle(facts, the_vehicle.home, the_vehicle.ready));
        for stop in stops {
            let mut node = Node::new(facts, stop);
            if !stop.1 {
                let boarded = self.nodes[1..].iter().position(|other| other.stop == (stop.0, true));
                node.mate = boarded.map_or(0, |at| at as u16 + 1);
            }
            self.nodes.push(node);
        }
        self.nodes.push(Node::of_vehicle(facts, the_vehicle.end, i64::MIN));
        let profile = the_vehicle.profile;
        for at in 1..self.nodes.len() {
            let (from, to) = (self.nodes[at - 1].place, self.nodes[at].place);
            (self.nodes[at - 1].duration, self.nodes[at - 1].price) = facts.trip(profile, from, to);
        }
        self.finish(facts, vehicle)
    }

    /// The stops of a tour with a request put in.
    fn lay_with(&mut self, facts: &Facts<'_>, tour: &Tour, request: RequestIdx, (pick, drop): (usize, usize)) {
        let profile = facts.vehicles[tour.vehicle].profile;
        let nodes = &mut self.nodes;
        nodes.clear();
        nodes.extend_from_slice(&tour.nodes[..=pick]);
        nodes.push(Node::new(facts, (request, true)));
        let picked = nodes.len() - 1;
        nodes.extend_from_slice(&tour.nodes[pick + 1..=drop]);
        nodes.push(Node {
            mate: picked as u16,
            ..Node::new(facts, (request, false))
        });
        let dropped = nodes.len() - 1;
        nodes.extend_from_slice(&tour.nodes[drop + 1..]);
        for node in &mut nodes[picked + 1..] {
            let mate = usize::from(node.mate);
            if !node.stop.1 && node.stop.0 != request && mate > pick {
                node.mate += 1 + u16::from(mate > drop);
            }
        }
        for at in [picked - 1, picked, dropped - 1, dropped] {
            (nodes[at].duration, nodes[at].price) = facts.trip(profile, nodes[at].place, nodes[at + 1].place);
        }
    }

    /// Raises moments until all rules are kept; false when a bound is passed.
    fn settle(&mut self, longest: i64) -> bool {
        let nodes = &mut self.nodes;
        let last = nodes.len() - 1;
        for _ in 0..PATIENCE * nodes.len() {
            let mut ready = i64::MIN;
            for node in nodes.iter_mut() {
                node.begin = node.begin.max(ready);
                if node.begin > node.close {
                    return false;
                }
                ready = node.begin + node.service + node.duration;
            }
            let mut raised = false;
            for at in (1..last).rev() {
                let node = nodes[at];
                let least = node.begin + node.service - node.longest;
                if !node.stop.1 && least > nodes[usize::from(node.mate)].begin {
                    nodes[usize::from(node.mate)].begin = least;
                    raised = true;
                }
            }
            let least = nodes[last].begin.saturating_sub(longest);
            if least > nodes[0].begin {
                nodes[0].begin = least;
                raised = true;
            }
            if !raised {
                return true;
            }
        }
        false
    }

    fn finish(&mut self, facts: &Facts<'_>, vehicle: usize) -> Option<Tour> {
        let the_vehicle = &facts.vehicles[vehicle];
        let loads = self.loads(facts, &the_vehicle.capacity)?;
        if !self.settle(the_vehicle.longest) {
            return None;
        }
        let mut nodes = self.nodes.clone();
        let last = nodes.len() - 1;
        nodes[last].latest = nodes[last].close;
        (nodes[last].duration, nodes[last].price) = (0, 0);
        let mut elapsed = 0;
        for node in &mut nodes[..last] {
            elapsed += node.service + node.duration;
            node.elapsed = elapsed;
        }
        for at in (0..last).rev() {
            let by = nodes[at + 1].latest - nodes[at].duration - nodes[at].service;
            nodes[at].latest = nodes[at].close.min(by);
        }
        // Nobody may wait where nothing is left.
        let whole = the_vehicle.longest.saturating_sub(elapsed);
        for node in &mut nodes[..last] {
            node.slack = whole;
        }
        for drop in 1..last {
            let node = nodes[drop];
            if !node.stop.1 && node.longest < FAR {
                let pick = usize::from(node.mate);
                let riding = nodes[drop - 1].elapsed - nodes[pick].elapsed + nodes[pick].duration;
                let left = node.longest - riding - nodes[pick].service - node.service;
                for node in &mut nodes[pick..drop] {
                    node.slack = node.slack.min(left);
                }
            }
        }
        let movement = nodes.iter().map(|node| node.price).sum();
        self.serial += 1;
        (movement < FAR).then(|| Tour {
            serial: self.serial,
            vehicle,
            nodes,
            loads,
            movement,
            cost: the_vehicle.fixed + facts.problem.movement_cost(movement),
        })
    }

    /// What is on board after each stop; `None` where that is too much.
    fn loads(&self, facts: &Facts<'_>, capacity: &[i64]) -> Option<Vec<i64>> {
        let dimensions = capacity.len();
        let mut loads = vec![0; self.nodes.len() * dimensions];
        for at in 1..self.nodes.len() - 1 {
            let (request, boards) = self.nodes[at].stop;
            let demand = &facts.rides[request.get()].demand;
            for dimension in 0..dimensions {
                let change = if boards { demand[dimension] } else { -demand[dimension] };
                let load = loads[(at - 1) * dimensions + dimension] + change;
                if load > capacity[dimension] {
                    return None;
                }
                loads[at * dimensions + dimension] = load;
            }
        }
        Some(loads)
    }
}

impl Node {
    fn new(facts: &Facts<'_>, stop: Stop) -> Self {
        let ride = &facts.rides[stop.0.get()];
        let ((open, close), service) = if stop.1 {
            (ride.board, ride.loading)
        } else {
            (ride.leave, ride.unloading)
        };
        Self {
            place: facts.place(stop),
            stop,
            mate: 0,
            close,
            service,
            longest: if stop.1 { FAR } else { ride.longest },
            begin: open,
            latest: close,
            duration: 0,
            price: 0,
            slack: 0,
            elapsed: 0,
        }
    }

    /// The first or the last.
    fn of_vehicle(facts: &Facts<'_>, place: PlaceIdx, open: i64) -> Self {
        let end = facts.problem.end.0;
        Self {
            place,
            stop: (RequestIdx(0), true),
            mate: 0,
            close: end,
            service: 0,
            longest: FAR,
            begin: open,
            latest: end,
            duration: 0,
            price: 0,
            slack: 0,
            elapsed: 0,
        }
    }
}
