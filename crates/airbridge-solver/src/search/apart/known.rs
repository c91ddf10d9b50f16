//! The best spot for a request on each tour, remembered for as long as the tour lives.

use smallvec::SmallVec;

use super::detours::{Detour, Detours};
use super::facts::Facts;
use super::tour::{Bench, Tour};
use super::tours::Tours;
use crate::problem::{Cost, RequestIdx};

/// Where a request can be put.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spot {
    pub(super) vehicle: usize,
    /// After these two stops of its tour; a new tour where there is none.
    pub(super) after: Option<(u16, u16)>,
}

/// A spot and what it changes in cost.
pub(super) type Priced = (Cost, Spot);

/// So many answers are remembered; newer ones take the places of older.
const ENTRIES: usize = 1 << 16;
/// Spots that are tested on one tour, the best first.
const LISTED: usize = 64;

#[derive(Clone, Copy, Debug)]
struct Entry {
    tour: u64,
    request: u32,
    best: Option<Detour>,
}

/// Serial numbers begin at 1.
const NOTHING: Entry = Entry {
    tour: 0,
    request: 0,
    best: None,
};

/// Looks for spots and remembers them.
#[derive(Debug)]
pub(super) struct Known {
    entries: Vec<Entry>,
    /// By request and kind of vehicle: what a new tour costs, where one was tried.
    alone: Vec<Alone>,
    detours: Detours,
    pub(super) bench: Bench,
    /// No new tours are proposed.
    pub(super) closed: bool,
}

#[derive(Clone, Copy, Debug)]
enum Alone {
    Untried,
    Impossible,
    Costs(Cost),
}

impl Known {
    /// Tours made from now on are numbered from here.
    pub(super) fn new(facts: &Facts<'_>, serial: u64) -> Self {
        Self {
            entries: vec![NOTHING; ENTRIES],
            alone: vec![Alone::Untried; facts.rides.len() * facts.vehicles.len()],
            detours: Detours::default(),
            bench: Bench::new(serial),
            closed: false,
        }
    }

    /// The best spots, one for each tour and one for a new tour of each kind of vehicle, those of least cost first; at most `most`.
    /// Spots that cost no less than leaving the request out are not among them. `skips` passes a tour over.
    pub(super) fn best(
        &mut self,
        facts: &Facts<'_>,
        tours: &Tours,
        request: RequestIdx,
        most: usize,
        mut skips: impl FnMut() -> bool,
    ) -> SmallVec<[Priced; 4]> {
        let mut best: SmallVec<[Priced; 4]> = SmallVec::new();
        let mut opened: SmallVec<[usize; 8]> = SmallVec::new();
        for (vehicle, tour) in tours.by_vehicle.iter().enumerate() {
            let found = if let Some(tour) = tour {
                self.on_tour(facts, tour, request)
            } else {
                let kind = facts.vehicles[vehicle].kind;
                if self.closed || opened.contains(&kind) {
                    continue;
                }
                opened.push(kind);
                self.on_new(facts, request, vehicle)
            };
            let Some(found) = found else { continue };
            let at = best.partition_point(|known| known.0 <= found.0);
            if at < most && !skips() {
                best.insert(at, found);
                best.truncate(most);
            }
        }
        best
    }

    fn on_tour(&mut self, facts: &Facts<'_>, tour: &Tour, request: RequestIdx) -> Option<Priced> {
        let at = slot(request, tour.serial);
        let entry = self.entries[at];
        let best = if entry.tour == tour.serial && entry.request == request.0 {
            entry.best
        } else {
            let best = self.look(facts, tour, request, || false);
            self.entries[at] = Entry {
                tour: tour.serial,
                request: request.0,
                best,
            };
            best
        };
        best.map(|detour| priced(facts, tour, request, detour))
    }

    /// The best spot on a tour, looked for anew; `skips` passes one over.
    fn look(
        &mut self,
        facts: &Facts<'_>,
        tour: &Tour,
        request: RequestIdx,
        mut skips: impl FnMut() -> bool,
    ) -> Option<Detour> {
        self.detours.list(facts, tour, request);
        for _ in 0..LISTED {
            let detour = self.detours.next()?;
            if priced(facts, tour, request, detour).0 >= Cost::ZERO {
                return None;
            }
            let spot = (usize::from(detour.1), usize::from(detour.2));
            if !skips() && self.bench.fits(facts, tour, request, spot) {
                return Some(detour);
            }
        }
        None
    }

    /// The best spot of all, where any spot may be passed over: then not only the best of each tour is ever taken.
    pub(super) fn best_of_all(
        &mut self,
        facts: &Facts<'_>,
        tours: &Tours,
        request: RequestIdx,
        mut skips: impl FnMut() -> bool,
    ) -> Option<Priced> {
        let mut best: Option<Priced> = None;
        for (vehicle, tour) in tours.by_vehicle.iter().enumerate() {
            let found = match tour {
                Some(tour) => self
                    .look(facts, tour, request, &mut skips)
                    .map(|detour| priced(facts, tour, request, detour)),
                None if self.closed => None,
                None => self.on_new(facts, request, vehicle),
            };
            if let Some(found) = found
                && best.is_none_or(|best| found.0 < best.0)
            {
                best = Some(found);
            }
        }
        best
    }

    fn on_new(&mut self, facts: &Facts<'_>, request: RequestIdx, vehicle: usize) -> Option<Priced> {
        let kind = request.get() * facts.vehicles.len() + facts.vehicles[vehicle].kind;
        if let Alone::Untried = self.alone[kind] {
            let stops = [(request, true), (request, false)].into_iter();
            let tour = self.bench.of(facts, vehicle, stops);
            let cost = tour.map(|tour| tour.cost + facts.rides[request.get()].base);
            let worth_it = cost.filter(|cost| *cost < Cost::ZERO);
            self.alone[kind] = worth_it.map_or(Alone::Impossible, Alone::Costs);
        }
        match self.alone[kind] {
            Alone::Costs(cost) => Some((cost, Spot { vehicle, after: None })),
            _ => None,
        }
    }
}

fn slot(request: RequestIdx, tour: u64) -> usize {
    // Fibonacci hashing (Knuth 1998, section 6.4).
    let mixed = tour.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(request.0).wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    (mixed >> 40) as usize % ENTRIES
}

fn priced(facts: &Facts<'_>, tour: &Tour, request: RequestIdx, (movement, pick, drop): Detour) -> Priced {
    let spot = Spot {
        vehicle: tour.vehicle,
        after: Some((pick, drop)),
    };
    (
        facts.rides[request.get()].base + facts.problem.movement_cost(movement),
        spot,
    )
}
