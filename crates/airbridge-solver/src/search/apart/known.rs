//! The best spot for a request on each tour, remembered.

use smallvec::SmallVec;

use super::detours::{Detours, Seeking};
use super::fits::{Bench, Wish, fits};
use crate::problem::{Cost, Problem, RequestIdx, SetupIdx, VehicleIdx, WayIdx};
use crate::schedule::sketch::RideOf;
use crate::search::atlas::{Atlas, Reach};
use crate::search::proposal::{At, Spot};
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

/// The best spot of a request on a tour, small: very many are looked up.
#[derive(Clone, Copy, Debug)]
struct Entry {
    tour: u64,
    request: u32,
    best: Option<Remembered>,
}

/// Serial numbers begin at 1.
const NOTHING: Entry = Entry {
    tour: 0,
    request: 0,
    best: None,
};

#[derive(Clone, Copy, Debug)]
struct Remembered {
    /// What it adds to movement, which is all that differs from spot to spot.
    movement: i64,
    pick: Place,
    drop: Place,
}

/// [`At`] in little space.
#[derive(Clone, Copy, Debug)]
enum Place {
    Stop(u16),
    After(u16),
}

impl From<At> for Place {
    fn from(at: At) -> Self {
        match at {
            At::Stop(stop) => Self::Stop(stop as u16),
            At::After(stop) => Self::After(stop as u16),
        }
    }
}

impl From<Place> for At {
    fn from(place: Place) -> Self {
        match place {
            Place::Stop(stop) => Self::Stop(stop.into()),
            Place::After(stop) => Self::After(stop.into()),
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum NewTour {
    Unknown,
    Impossible,
    Costs(Cost),
}

/// What is known of tours that are apart.
#[derive(Debug)]
pub(crate) struct Apart {
    entries: Vec<Entry>,
    /// By request and first vehicle of its kind: what a new tour costs.
    new_tours: Vec<NewTour>,
    /// No new tours are proposed.
    pub(crate) closed: bool,
    list: Shortlist,
    detours: Detours,
    bench: Bench,
    /// By vehicle: the first that is like it.
    first_alike: Vec<usize>,
}

impl Apart {
    /// Nothing is known yet; `None` where tours are not apart.
    pub(crate) fn of(problem: &Problem, atlas: &Atlas) -> Option<Self> {
        super::are_apart(problem).then(|| Self {
            entries: vec![NOTHING; ENTRIES],
            new_tours: vec![NewTour::Unknown; problem.requests.len() * problem.vehicles.len()],
            closed: false,
            list: Shortlist::default(),
            detours: Detours::new(problem, atlas),
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
                offer(self.on_new(state, atlas, request, VehicleIdx::new(vehicle)));
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
        let entry = &self.entries[Self::slot(request, tour)];
        (entry.tour == tour && entry.request == request.0).then_some(entry)
    }

    /// A spot that turned out to be impossible is not proposed again.
    pub(super) fn forget(&mut self, state: &State<'_>, request: RequestIdx, spot: Spot) {
        match spot {
            Spot::On { tour, .. } => self.keep(request, state.tour(tour).serial, None),
            Spot::New { vehicle, .. } => {
                let kind = self.kind(request, vehicle);
                self.new_tours[kind] = NewTour::Impossible;
            }
        }
    }

    fn keep(&mut self, request: RequestIdx, tour: u64, best: Option<Remembered>) {
        self.entries[Self::slot(request, tour)] = Entry {
            request: request.0,
            tour,
            best,
        };
    }

    fn kind(&self, request: RequestIdx, vehicle: VehicleIdx) -> usize {
        request.get() * self.first_alike.len() + self.first_alike[vehicle.get()]
    }

    fn on_tour(&mut self, state: &State<'_>, atlas: &Atlas, request: RequestIdx, id: TourId) -> Option<Priced> {
        let (problem, tour) = (state.problem, state.tour(id));
        let known = if let Some(known) = self.recall(request, tour.serial) {
            known.best
        } else {
            let best = self.look(state, atlas, request, id);
            self.keep(request, tour.serial, best);
            best
        };
        known.map(|Remembered { movement, pick, drop }| {
            let spot = Spot::On {
                tour: id,
                setup: tour.draft.setup,
                pick: pick.into(),
                drop: drop.into(),
            };
            (base(problem, request) + problem.movement_cost(movement), spot)
        })
    }

    /// The best spot on a tour, looked for anew.
    fn look(&mut self, state: &State<'_>, atlas: &Atlas, request: RequestIdx, id: TourId) -> Option<Remembered> {
        let (problem, tour) = (state.problem, state.tour(id));
        let way = &problem.requests[request.get()].ways[0];
        let ride = &way.rides[0];
        let longest = ride.max_ride.0.min(way.max_span.0);
        let seeker = seeker(state, atlas, request)?;
        let bench = &mut self.bench;
        let mut fits = |pick: At, drop: At| {
            let wish = Wish {
                ride,
                reach: seeker.reach,
                longest,
                pick,
                drop,
            };
            fits(problem, atlas, tour, wish, bench)
        };
        let stops = &tour.draft.sketch.stops;
        if stops
            .iter()
            .any(|stop| stop.place == ride.from || stop.place == ride.to)
        {
            let mut list = std::mem::take(&mut self.list);
            list.begin(LISTED);
            seeker.on_tour(id, &mut list);
            let mut fitting = list.finish().iter().filter(|found| found.cost < Cost::ZERO);
            let best = fitting.find(|found| match found.spot {
                Spot::On { pick, drop, .. } => fits(pick, drop),
                Spot::New { .. } => false,
            });
            let best = best.and_then(|found| match found.spot {
                Spot::On { pick, drop, .. } => Some(Remembered {
                    movement: (found.cost - seeker.base).0[4],
                    pick: pick.into(),
                    drop: drop.into(),
                }),
                Spot::New { .. } => None,
            });
            self.list = list;
            return best;
        }
        let seeking = Seeking {
            ride,
            reach: seeker.reach,
            demand: &problem.requests[request.get()].demand,
            longest,
        };
        self.detours.list(problem, atlas, id, tour, seeking);
        for _ in 0..LISTED {
            let (movement, pick, drop) = self.detours.next()?;
            if seeker.base + problem.movement_cost(movement) >= Cost::ZERO {
                return None;
            }
            if fits(At::After(pick.into()), At::After(drop.into())) {
                let (pick, drop) = (Place::After(pick), Place::After(drop));
                return Some(Remembered { movement, pick, drop });
            }
        }
        None
    }

    fn on_new(&mut self, state: &State<'_>, atlas: &Atlas, request: RequestIdx, vehicle: VehicleIdx) -> Option<Priced> {
        let spot = Spot::New {
            vehicle,
            slot: 0,
            setup: SetupIdx(0),
        };
        let kind = self.kind(request, vehicle);
        match self.new_tours[kind] {
            NewTour::Unknown => {}
            NewTour::Impossible => return None,
            NewTour::Costs(cost) => return Some((cost, spot)),
        }
        let seeker = seeker(state, atlas, request)?;
        let mut list = std::mem::take(&mut self.list);
        list.begin(1);
        seeker.new_tours(vehicle, &mut list);
        let best = list.finish().first().filter(|found| found.cost < Cost::ZERO);
        let best = best.map(|found| found.cost);
        self.list = list;
        self.new_tours[kind] = best.map_or(NewTour::Impossible, NewTour::Costs);
        best.map(|cost| (cost, spot))
    }
}

/// What serving a request changes in cost wherever it goes.
fn base(problem: &Problem, request: RequestIdx) -> Cost {
    let of = &problem.requests[request.get()];
    of.ways[0].cost - of.unserved
}

fn seeker<'a>(state: &'a State<'a>, atlas: &'a Atlas, request: RequestIdx) -> Option<Seeker<'a>> {
    let problem = state.problem;
    let of = &problem.requests[request.get()];
    let base = base(problem, request);
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
