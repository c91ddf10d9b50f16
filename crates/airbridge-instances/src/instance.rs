//! An instance as its file has it.

use std::fmt;
use std::str::FromStr;

/// The formats that can be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Cordeau's dial-a-ride files: fleet, longest route, capacity and longest ride first, then a line for each node.
    Darp,
    /// Li & Lim: fleet, capacity and speed first, then a line for each customer with its partner.
    LiLim,
    /// Sartori & Buriol: headed lines, nodes, and a matrix of whole minutes.
    SartoriBuriol,
}

impl Format {
    /// All formats, with the names that the command line has for them.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("darp", Self::Darp),
        ("li-lim", Self::LiLim),
        ("sartori-buriol", Self::SartoriBuriol),
    ];
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, _) = Self::NAMES
            .iter()
            .find(|(_, format)| format == self)
            .expect("every format has a name");
        f.write_str(name)
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::NAMES.iter().find(|(name, _)| *name == text);
        found
            .map(|(_, format)| *format)
            .ok_or_else(|| "one of darp, li-lim, sartori-buriol".to_owned())
    }
}

/// What a solution is to be good at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Objective {
    /// The least distance; how many of the vehicles are used does not matter.
    Distance,
    /// The fewest vehicles, and of those solutions the least distance.
    VehiclesThenDistance,
}

/// A place of the instance. Times and distances are in its own unit.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    /// Service begins no earlier.
    pub open: f64,
    /// Service begins no later.
    pub close: f64,
    /// How long service takes.
    pub service: f64,
    /// Taken on board, negative when put off.
    pub demand: i64,
}

/// An instance: node 0 is the depot, where every route begins and ends.
#[derive(Clone, PartialEq, Debug)]
pub struct Instance {
    /// How it was written.
    pub format: Format,
    /// Vehicles at hand.
    pub vehicles: usize,
    /// What each can carry.
    pub capacity: i64,
    /// Longest time from leaving the depot to being back.
    pub max_route: Option<f64>,
    /// Longest time from the end of service at a pickup to the begin of service at its delivery.
    pub max_ride: Option<f64>,
    /// By node.
    pub nodes: Vec<Node>,
    /// Pickup and delivery of each request, in order of the pickups.
    pub requests: Vec<(usize, usize)>,
    /// Travel time, which is also the cost: row by row, `nodes.len()` squared.
    pub travel: Vec<f64>,
}

impl Instance {
    /// Time and cost from one node to another.
    pub fn travel(&self, from: usize, to: usize) -> f64 {
        self.travel[from * self.nodes.len() + to]
    }

    /// What counts.
    pub fn objective(&self) -> Objective {
        match self.format {
            Format::Darp => Objective::Distance,
            Format::LiLim | Format::SartoriBuriol => Objective::VehiclesThenDistance,
        }
    }
}

/// Euclidean distances between points.
pub(crate) fn euclidean(points: &[(f64, f64)]) -> Vec<f64> {
    let from = |a: &(f64, f64)| {
        let a = *a;
        points.iter().map(move |b| (a.0 - b.0).hypot(a.1 - b.1))
    };
    points.iter().flat_map(from).collect()
}
