//! What stops a way in the finished plan: tested by insertion, and remembered for those who need as much or more.
//!
//! If a party cannot be inserted on a path, then no party can that is ready no earlier, takes no less room, and has no wider limits, since every
//! constraint that stopped the first stops the other. So thousands of patients on a waiting list need few tests.

use std::collections::BTreeMap;

use airbridge_solver::Rejection;
use airbridge_solver::problem::{Problem, Request, RequestIdx, Way, WayIdx, WindowsIdx};
use airbridge_solver::search::Explainer;
use airbridge_solver::solution::Solution;

use crate::translate::Planner;

/// Tests ways, and remembers.
pub(crate) struct Tested<'p> {
    problem: &'p Problem,
    explainer: Explainer<'p>,
    known: BTreeMap<Path, Vec<(Need, Rejection)>>,
}

/// What two ways must share for one's rejection to say something of the other's.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Path {
    /// Places and vehicles of each ride.
    rides: Vec<(u32, u32, Vec<u32>)>,
    alight: WindowsIdx,
    /// Beds and admissions, without amounts.
    resources: Vec<u32>,
    nights: bool,
}

/// What a party needs on a way; all fields such that more is harder.
struct Need {
    demand: Vec<i64>,
    grade: u8,
    /// Not before.
    from: i64,
    /// Not after, negated.
    to: i64,
    /// Times on the ground, and amounts and lengths of what is used.
    amounts: Vec<i64>,
    /// Limits, negated.
    limits: [i64; 3],
}

impl Need {
    fn new(problem: &Problem, request: &Request, way: &Way) -> Self {
        let windows = problem.windows[way.rides[0].board.get()].intervals();
        let rides = way.rides.iter().flat_map(|ride| [ride.load.0, ride.unload.0]);
        let uses = way.uses.iter().flat_map(|used| [used.amount, i64::from(used.buckets)]);
        Self {
            demand: request.demand.clone(),
            grade: request.grade,
            from: windows.first().map_or(i64::MAX, |window| window.0.0),
            to: windows.last().map_or(i64::MAX, |window| -window.1.0),
            amounts: rides.chain(uses).collect(),
            limits: [-way.max_span.0, -way.max_moving.0, -i64::from(way.max_legs)],
        }
    }

    /// Whether whatever stops this one stops the other too.
    fn no_harder_than(&self, other: &Self) -> bool {
        let below = |mine: &[i64], theirs: &[i64]| mine.iter().zip(theirs).all(|(mine, theirs)| mine <= theirs);
        self.grade <= other.grade
            && self.from <= other.from
            && self.to <= other.to
            && below(&self.demand, &other.demand)
            && below(&self.amounts, &other.amounts)
            && below(&self.limits, &other.limits)
    }
}

impl<'p> Tested<'p> {
    pub(crate) fn new(planner: &'p Planner, solution: &Solution) -> Self {
        let problem = planner.problem();
        Self {
            problem,
            explainer: Explainer::new(problem, solution),
            known: BTreeMap::new(),
        }
    }

    /// What stops a way of a request that is left out; `None` when nothing does.
    pub(crate) fn rejection(&mut self, request: RequestIdx, index: WayIdx) -> Option<Rejection> {
        let asked = &self.problem.requests[request.get()];
        let way = &asked.ways[index.get()];
        let need = Need::new(self.problem, asked, way);
        let known = self.known.entry(path(way)).or_default();
        if let Some((_, rejection)) = known.iter().find(|(easier, _)| easier.no_harder_than(&need)) {
            return Some(*rejection);
        }
        let rejection = self.explainer.explain(request, index).err()?;
        known.push((need, rejection));
        Some(rejection)
    }
}

fn path(way: &Way) -> Path {
    Path {
        rides: (way.rides.iter())
            .map(|ride| {
                (
                    ride.from.0,
                    ride.to.0,
                    ride.vehicles.iter().map(|vehicle| vehicle.0).collect(),
                )
            })
            .collect(),
        alight: way.rides.last().map_or(WindowsIdx::ALWAYS, |ride| ride.alight),
        resources: way.uses.iter().map(|used| used.resource.0).collect(),
        nights: way.stay.as_ref().is_some_and(|stay| stay.not_across.is_empty()),
    }
}
