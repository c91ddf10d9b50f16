//! What stopped a way, remembered for those who need as much or more.
//!
//! If a request cannot be put in by a certain way, then no request can that boards no earlier, takes no less room, and has no wider limits, as long
//! as nothing is taken out: whatever stopped the first stops the other. So thousands who go the same way need few tests. New tours may
//! make a place for somebody who was stopped before; whoever must know tests anew.

use std::collections::BTreeMap;

use crate::problem::{Problem, Request, Use, Way, WindowsIdx};

/// Facts about ways that cannot be used, by what the ways share.
#[derive(Clone, Debug)]
pub(crate) struct Memory<T> {
    known: BTreeMap<Path, Vec<(Need, T)>>,
}

/// What two ways must share for one's rejection to say something of the other's.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Path {
    /// Places, road time and vehicles of each ride.
    rides: Vec<(u32, u32, i64, Vec<u32>)>,
    alight: WindowsIdx,
    /// Resources used, without amounts; `None` for what holds whatever is used.
    resources: Option<Vec<u32>>,
    /// Where it stays in between, as far as that is counted.
    stay: Option<u32>,
    nights: bool,
}

/// What a request needs on a way; all fields such that more is harder.
#[derive(Clone, Debug)]
struct Need {
    demand: Vec<i64>,
    grade: u8,
    /// Not before.
    from: i64,
    /// Not after, negated: the start of loading, and being in place.
    to: [i64; 2],
    /// Times on the ground, and amounts and lengths of what is used.
    amounts: Vec<i64>,
    /// Limits, negated.
    limits: Vec<i64>,
}

/// Whether the resources that a way uses had a part in what stopped it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Because {
    /// Perhaps they had.
    OfAnything,
    /// They had not: other beds at the same place do not help.
    NotOfResources,
}

/// By when a request is wanted in place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum By {
    /// At any time that its windows allow.
    AnyTime,
    /// When it is due.
    Due,
}

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self { known: BTreeMap::new() }
    }
}

impl<T> Memory<T> {
    /// What is known of a request that needs no more by a way that shares all that matters.
    pub(crate) fn recall(&self, problem: &Problem, request: &Request, way: &Way, by: By) -> Option<&T> {
        let mut path = Path::new(way, Because::OfAnything);
        [Because::OfAnything, Because::NotOfResources]
            .into_iter()
            .find_map(|because| {
                if because == Because::NotOfResources {
                    path.resources = None;
                }
                let known = self.known.get(&path)?;
                let need = Need::new(problem, request, way, by, because);
                let (_, fact) = known.iter().find(|(easier, _)| easier.no_harder_than(&need))?;
                Some(fact)
            })
    }

    /// Remembers what stopped a request.
    pub(crate) fn keep(
        &mut self,
        problem: &Problem,
        request: &Request,
        way: &Way,
        (by, because): (By, Because),
        fact: T,
    ) {
        let need = Need::new(problem, request, way, by, because);
        let known = self.known.entry(Path::new(way, because)).or_default();
        known.retain(|(other, _)| !need.no_harder_than(other));
        known.push((need, fact));
    }
}

impl Path {
    fn new(way: &Way, because: Because) -> Self {
        let resource = |used: &Use| used.resource.0;
        let rides = way.rides.iter();
        Self {
            rides: rides
                .clone()
                .map(|ride| {
                    let vehicles = ride.vehicles.iter().map(|vehicle| vehicle.0).collect();
                    (ride.from.0, ride.to.0, ride.before.0, vehicles)
                })
                .collect(),
            alight: way.rides.last().map_or(WindowsIdx::ALWAYS, |ride| ride.alight),
            resources: (because == Because::OfAnything).then(|| {
                let uses = way.uses.iter().chain(rides.flat_map(|ride| &ride.uses));
                uses.map(resource).collect()
            }),
            stay: way.stay.as_ref().and_then(|stay| Some(stay.resource?.0.0)),
            nights: way.stay.as_ref().is_some_and(|stay| stay.not_across.is_empty()),
        }
    }
}

impl Need {
    fn new(problem: &Problem, request: &Request, way: &Way, by: By, because: Because) -> Self {
        let windows = problem.windows[way.rides[0].board.get()].intervals();
        let last_board = windows.last().map_or(0, |window| -window.1.0);
        let in_place = match by {
            By::AnyTime => 0,
            By::Due => way.onward.0 - way.due.0,
        };
        let stays = || way.stay.iter();
        let service = way.rides.iter().flat_map(|ride| [ride.load.0, ride.unload.0]);
        let used = way.uses.iter().chain(way.rides.iter().flat_map(|ride| &ride.uses));
        let used = used.filter(|_| because == Because::OfAnything);
        let uses = used.flat_map(|used| [used.amount, i64::from(used.buckets)]);
        let staying = stays().flat_map(|stay| [stay.min.0, stay.resource.map_or(0, |(_, amount)| amount)]);
        let whole = [-way.max_span.0, -way.max_moving.0, -i64::from(way.max_legs)];
        let rides = way.rides.iter().map(|ride| -ride.max_ride.0);
        Self {
            demand: request.demand.clone(),
            grade: request.grade,
            from: windows.first().map_or(i64::MAX, |window| window.0.0),
            to: [last_board, in_place],
            amounts: service.chain(uses).chain(staying).collect(),
            limits: whole
                .into_iter()
                .chain(rides)
                .chain(stays().map(|stay| -stay.max.0))
                .collect(),
        }
    }

    /// Whether whatever stops this one stops the other too.
    fn no_harder_than(&self, other: &Self) -> bool {
        let below = |mine: &[i64], theirs: &[i64]| mine.iter().zip(theirs).all(|(mine, theirs)| mine <= theirs);
        self.grade <= other.grade
            && self.from <= other.from
            && below(&self.to, &other.to)
            && below(&self.demand, &other.demand)
            && below(&self.amounts, &other.amounts)
            && below(&self.limits, &other.limits)
    }
}
