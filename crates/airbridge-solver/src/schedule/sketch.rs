//! A tour as propagation sees it: sums, bounds and pairs by stop instead of riders.
//!
//! Seventy riders at one stop cost no more than one. A sketch grows by [`Sketch::add_stop`] and [`Sketch::add_ride`]; a tour
//! that loses riders is sketched anew.

use smallvec::SmallVec;

use crate::problem::{PlaceIdx, Problem, RequestIdx, Ride, Way, WayIdx, WindowsIdx};

/// Amounts by capacity dimension.
pub(crate) type Loads = SmallVec<[i64; 8]>;

/// A ride of a request by a certain way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct RideOf {
    pub(crate) request: RequestIdx,
    pub(crate) way: WayIdx,
    pub(crate) ride: u8,
}

impl RideOf {
    pub(crate) fn way(self, problem: &Problem) -> &Way {
        &problem.requests[self.request.get()].ways[self.way.get()]
    }

    pub(crate) fn ride(self, problem: &Problem) -> &Ride {
        &self.way(problem).rides[usize::from(self.ride)]
    }
}

/// One stop, and the trip that leaves it.
#[derive(Clone, Debug)]
pub(crate) struct SketchStop {
    pub(crate) place: PlaceIdx,
    pub(crate) rest: bool,
    pub(crate) leavers: u32,
    pub(crate) boarders: u32,
    unload: i64,
    load: i64,
    /// Bounds on the start of loading and the end of unloading, from windows of a single interval.
    pub(crate) start: (i64, i64),
    pub(crate) finish: (i64, i64),
    /// The other windows, each once.
    pub(crate) board: SmallVec<[WindowsIdx; 2]>,
    pub(crate) alight: SmallVec<[WindowsIdx; 2]>,
    /// On the trip that leaves this stop.
    pub(crate) aboard: u32,
    pub(crate) grade: u8,
    pub(crate) loads: Loads,
}

/// Limits on those who board at one stop and leave at another: the tightest of each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub(crate) pick: usize,
    pub(crate) drop: usize,
    pub(crate) max_ride: i64,
    /// Whether `max_ride` is a limit on the whole way rather than on the ride.
    pub(crate) is_span: bool,
    pub(crate) max_moving: i64,
    pub(crate) max_legs: u32,
}

/// A ride whose request has another ride on another tour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) ride: RideOf,
    pub(crate) pick: usize,
    pub(crate) drop: usize,
}

/// A tour without its clock.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sketch {
    pub(crate) stops: Vec<SketchStop>,
    pub(crate) pairs: Vec<Pair>,
    /// Sorted by request.
    pub(crate) links: Vec<Link>,
}

impl SketchStop {
    /// Time that unloading takes.
    pub(crate) fn unloading(&self, problem: &Problem) -> i64 {
        if self.leavers == 0 {
            0
        } else {
            problem.places[self.place.get()].unload_setup.0 + self.unload
        }
    }

    /// Time that loading takes.
    pub(crate) fn loading(&self, problem: &Problem) -> i64 {
        if self.boarders == 0 {
            0
        } else {
            problem.places[self.place.get()].load_setup.0 + self.load
        }
    }
}

impl Sketch {
    /// A tour that stops at these places with nobody on board.
    pub(crate) fn of_places(problem: &Problem, places: impl IntoIterator<Item = PlaceIdx>) -> Self {
        let stops = places
            .into_iter()
            .map(|place| empty_stop(place, Loads::from_elem(0, problem.dimensions), 0, 0))
            .collect();
        Self {
            stops,
            pairs: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Puts a stop after stop `after`, on the way to the next.
    pub(crate) fn add_stop(&mut self, after: usize, place: PlaceIdx) {
        let before = &self.stops[after];
        let stop = empty_stop(place, before.loads.clone(), before.aboard, before.grade);
        self.stops.insert(after + 1, stop);
        let shift = |index: &mut usize| *index += usize::from(*index > after);
        for pair in &mut self.pairs {
            shift(&mut pair.pick);
            shift(&mut pair.drop);
        }
        for link in &mut self.links {
            shift(&mut link.pick);
            shift(&mut link.drop);
        }
    }

    /// Lets a ride board at stop `pick` and leave at stop `drop`, which comes after.
    pub(crate) fn add_ride(&mut self, problem: &Problem, ride_of: RideOf, pick: usize, drop: usize) {
        debug_assert!(pick < drop && drop < self.stops.len(), "a ride goes forwards");
        let request = &problem.requests[ride_of.request.get()];
        let (way, ride) = (ride_of.way(problem), ride_of.ride(problem));
        for stop in &mut self.stops[pick..drop] {
            stop.aboard += 1;
            stop.grade = stop.grade.max(request.grade);
            for (load, demand) in stop.loads.iter_mut().zip(&request.demand) {
                *load += demand;
            }
        }
        let stop = &mut self.stops[pick];
        stop.boarders += 1;
        stop.load += ride.load.0;
        narrow(problem, ride.board, &mut stop.start, &mut stop.board);
        let stop = &mut self.stops[drop];
        stop.leavers += 1;
        stop.unload += ride.unload.0;
        narrow(problem, ride.alight, &mut stop.finish, &mut stop.alight);

        let whole = way.rides.len() == 1;
        let span = if whole { way.max_span.0 } else { i64::MAX };
        self.add_pair(Pair {
            pick,
            drop,
            max_ride: ride.max_ride.0.min(span),
            is_span: span < ride.max_ride.0,
            max_moving: way.max_moving.0,
            max_legs: way.max_legs,
        });
        if !whole {
            let at = self.links.partition_point(|link| link.ride.request < ride_of.request);
            self.links.insert(
                at,
                Link {
                    ride: ride_of,
                    pick,
                    drop,
                },
            );
        }
    }

    fn add_pair(&mut self, pair: Pair) {
        match self
            .pairs
            .iter_mut()
            .find(|known| known.pick == pair.pick && known.drop == pair.drop)
        {
            Some(known) => {
                if pair.max_ride < known.max_ride {
                    known.max_ride = pair.max_ride;
                    known.is_span = pair.is_span;
                }
                known.max_moving = known.max_moving.min(pair.max_moving);
                known.max_legs = known.max_legs.min(pair.max_legs);
            }
            None => self.pairs.push(pair),
        }
    }

    /// The link of a request that rides here by a way with two rides.
    pub(crate) fn link(&self, request: RequestIdx) -> Option<&Link> {
        let at = self
            .links
            .binary_search_by_key(&request, |link| link.ride.request)
            .ok()?;
        Some(&self.links[at])
    }

    /// Whether somebody stays on board at this stop.
    pub(crate) fn somebody_stays(&self, index: usize) -> bool {
        index > 0 && self.stops[index - 1].aboard > self.stops[index].leavers
    }

    /// Least time from arrival to the start of loading at a stop that refills, unloading included.
    pub(crate) fn refilling(&self, problem: &Problem, index: usize) -> i64 {
        let stop = &self.stops[index];
        let place = &problem.places[stop.place.get()];
        let unloading = stop.unloading(problem);
        if place.refills_empty_only {
            unloading + place.turnaround.0
        } else {
            unloading.max(place.turnaround.0)
        }
    }

    /// Whether the stock can be refilled at this stop: on the way only, since it is full when a tour begins.
    pub(crate) fn can_refill(&self, problem: &Problem, index: usize) -> bool {
        let place = &problem.places[self.stops[index].place.get()];
        index > 0
            && index + 1 < self.stops.len()
            && place.refills
            && !(place.refills_empty_only && self.somebody_stays(index))
    }

    /// Whether vehicle and crews could rest at this stop: nobody is on board between unloading and loading.
    pub(crate) fn can_rest(&self, problem: &Problem, index: usize) -> bool {
        index > 0
            && index + 1 < self.stops.len()
            && problem.places[self.stops[index].place.get()].rest
            && !self.somebody_stays(index)
    }
}

fn empty_stop(place: PlaceIdx, loads: Loads, aboard: u32, grade: u8) -> SketchStop {
    SketchStop {
        place,
        rest: false,
        leavers: 0,
        boarders: 0,
        unload: 0,
        load: 0,
        start: (i64::MIN, i64::MAX),
        finish: (i64::MIN, i64::MAX),
        board: SmallVec::new(),
        alight: SmallVec::new(),
        aboard,
        grade,
        loads,
    }
}

fn narrow(problem: &Problem, windows: WindowsIdx, bounds: &mut (i64, i64), several: &mut SmallVec<[WindowsIdx; 2]>) {
    if windows == WindowsIdx::ALWAYS {
        return;
    }
    if let [(open, shut)] = problem.windows[windows.get()].intervals() {
        bounds.0 = bounds.0.max(open.0);
        bounds.1 = bounds.1.min(shut.0);
    } else if !several.contains(&windows) {
        several.push(windows);
    }
}
