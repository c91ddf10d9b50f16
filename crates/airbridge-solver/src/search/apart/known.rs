//! The best spot for a request on each tour, remembered.

use smallvec::SmallVec;

use super::fits::{Bench, Wish, fits};
use crate::problem::{Cost, Problem, RequestIdx, SetupIdx, VehicleIdx, WayIdx};
use crate::schedule::sketch::RideOf;
use crate::search::atlas::{Atlas, Reach};
use crate::search::proposal::Spot;
use crate::search::shortlist::Shortlist;
use crate::search::spots::{Seeker, Which};
use crate::search::state::State;
use crate::search::tour::TourId;

/// A spot and what it changes in cost.
pub(super) type Priced = (Cost, Spot);

/// So many answers are remembered; newer ones take the places of older.
const ENTRIES: usize = 1 << 16;
/// Spots that are tested on one tour, the best first.
const LISTED: usize = 64;

#[derive(Clone, Copy, Debug)]
struct Entry {
    request: u32,
    tour: u64,
    best: Option<Priced>,
}

/// What is known of tours that are apart.
#[derive(Debug)]
pub(crate) struct Apart {
    entries: Vec<Option<Entry>>,
    /// No new tours are proposed.
    pub(crate) closed: bool,
    list: Shortlist,
    bench: Bench,
    /// By vehicle: the first that is like it.
    first_alike: Vec<usize>,
}

impl Apart {
    /// Nothing is known yet; `None` where tours are not apart.
    pub(crate) fn of(problem: &Problem) -> Option<Self> {
        super::are_apart(problem).then(|| Self {
            entries: vec![None; ENTRIES],
            closed: false,
            list: Shortlist::default(),
            bench: Bench::default(),
            first_alike: super::first_alike(problem),
        })
    }

    /// The best spots, one for each tour and one for a new tour of each kind of vehicle, those of least cost first; at most `most`.
    /// Spots that cost no less than leaving the request out are not among them. `skips` passes one over.
    pub(super) fn best(
        &mut self,
        state: &State<'_>,
        atlas: &Atlas,
        request: RequestIdx,
        most: usize,
        mut skips: impl FnMut() -> bool,
    ) -> SmallVec<[Priced; 4]> {
        let mut best: SmallVec<[Priced; 4]> = SmallVec::new();
        let mut offer = |found: Option<Priced>| {
            let Some(found) = found else { return };
            let at = best.partition_point(|known| known.0 <= found.0);
            if at < most && !skips() {
                best.insert(at, found);
                best.truncate(most);
            }
        };
        let mut opened: SmallVec<[usize; 8]> = SmallVec::new();
        for vehicle in 0..state.problem.vehicles.len() {
            if let Some(&id) = state.by_vehicle[vehicle].first() {
                offer(self.on_tour(state, atlas, request, id));
                continue;
            }
            let alike = self.first_alike[vehicle];
            if !self.closed && !opened.contains(&alike) {
                opened.push(alike);
                offer(self.on_new(state, atlas, request, VehicleIdx::new(vehicle), alike));
            }
        }
        best
    }

    fn slot(request: RequestIdx, tour: u64) -> usize {
        // Fibonacci hashing (Knuth 1998, section 6.4).
        let mixed =
            (tour.wrapping_mul(0x9E37_79B9_7F4A_7C15)) ^ u64::from(request.0).wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
        (mixed >> 40) as usize % ENTRIES
    }

    fn recall(&self, request: RequestIdx, tour: u64) -> Option<&Entry> {
        let entry = self.entries[Self::slot(request, tour)].as_ref()?;
        (entry.request == request.0 && entry.tour == tour).then_some(entry)
    }

    /// A spot that turned out to be impossible is not proposed again.
    pub(super) fn forget(&mut self, state: &State<'_>, request: RequestIdx, spot: Spot) {
        let tour = match spot {
            Spot::On { tour, .. } => state.tour(tour).serial,
            Spot::New { vehicle, .. } => new_tour(self.first_alike[vehicle.get()]),
        };
        self.keep(request, tour, None);
    }

    fn keep(&mut self, request: RequestIdx, tour: u64, best: Option<Priced>) {
        self.entries[Self::slot(request, tour)] = Some(Entry {
            request: request.0,
            tour,
            best,
        });
    }

    fn on_tour(&mut self, state: &State<'_>, atlas: &Atlas, request: RequestIdx, id: TourId) -> Option<Priced> {
        let tour = state.tour(id);
        if let Some(known) = self.recall(request, tour.serial) {
            // The same tour may go by another number after a new start.
            return known.best.map(|(cost, spot)| match spot {
                Spot::On { setup, pick, drop, .. } => (
                    cost,
                    Spot::On {
                        tour: id,
                        setup,
                        pick,
                        drop,
                    },
                ),
                Spot::New { .. } => (cost, spot),
            });
        }
        let way = &state.problem.requests[request.get()].ways[0];
        let ride = &way.rides[0];
        let seeker = seeker(state, atlas, request)?;
        let mut list = std::mem::take(&mut self.list);
        list.begin(LISTED);
        seeker.on_tour(id, &mut list);
        let bench = &mut self.bench;
        let mut fitting = list.finish().iter().filter(|found| found.cost < Cost::ZERO);
        let best = fitting.find(|found| match found.spot {
            Spot::On { pick, drop, .. } => {
                let wish = Wish {
                    ride,
                    reach: seeker.reach,
                    longest: ride.max_ride.0.min(way.max_span.0),
                    pick,
                    drop,
                };
                fits(state.problem, atlas, tour, wish, bench)
            }
            Spot::New { .. } => false,
        });
        let best = best.map(|found| (found.cost, found.spot));
        self.list = list;
        self.keep(request, tour.serial, best);
        best
    }

    fn on_new(
        &mut self,
        state: &State<'_>,
        atlas: &Atlas,
        request: RequestIdx,
        vehicle: VehicleIdx,
        alike: usize,
    ) -> Option<Priced> {
        let spot = Spot::New {
            vehicle,
            slot: 0,
            setup: SetupIdx(0),
        };
        if let Some(known) = self.recall(request, new_tour(alike)) {
            return known.best.map(|(cost, _)| (cost, spot));
        }
        let seeker = seeker(state, atlas, request)?;
        let mut list = std::mem::take(&mut self.list);
        list.begin(1);
        seeker.new_tours(vehicle, &mut list);
        let best = list.finish().first().filter(|found| found.cost < Cost::ZERO);
        let best = best.map(|found| (found.cost, spot));
        self.list = list;
        self.keep(request, new_tour(alike), best);
        best
    }
}

/// Stands for a new tour of a kind of vehicle, where a tour's serial number would stand.
fn new_tour(alike: usize) -> u64 {
    u64::MAX - alike as u64
}

fn seeker<'a>(state: &'a State<'a>, atlas: &'a Atlas, request: RequestIdx) -> Option<Seeker<'a>> {
    let problem = state.problem;
    let of = &problem.requests[request.get()];
    let base = of.ways[0].cost - of.unserved;
    Some(Seeker {
        state,
        atlas,
        ride_of: RideOf {
            request,
            way: WayIdx(0),
            ride: 0,
        },
        reach: Reach::of(problem, &of.ways[0].rides[0])?,
        which: Which::All,
        base,
        floor: base,
    })
}
