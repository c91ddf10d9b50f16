//! A change to one tour, or a new tour, before it is known to be possible.

use std::sync::Arc;

use smallvec::SmallVec;

use super::state::State;
use super::tour::{Rider, Tour, TourId};
use crate::Rejection;
use crate::problem::{Problem, RequestIdx, SetupIdx, VehicleIdx};
use crate::schedule::draft::Draft;
use crate::schedule::sketch::{RideOf, Sketch};

/// Where a ride boards or leaves on an existing tour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum At {
    /// At this stop.
    Stop(usize),
    /// At a new stop after this one.
    After(usize),
}

/// Where to put one ride.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spot {
    /// On a tour, which runs in a setup that may be another than before.
    On {
        tour: TourId,
        setup: SetupIdx,
        pick: At,
        drop: At,
    },
    /// On a new tour before the vehicle's tour of this number.
    New {
        vehicle: VehicleIdx,
        slot: usize,
        setup: SetupIdx,
    },
}

/// A change to one tour, or a new one.
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    /// The tour that it replaces.
    pub(crate) tour: Option<TourId>,
    /// For a new tour: before which of the vehicle's tours.
    pub(crate) slot: usize,
    pub(crate) draft: Draft,
    /// Riders that stay on it come from here.
    pub(crate) base: Option<Arc<Tour>>,
    /// Stop of the base to stop of the draft.
    pub(crate) map: SmallVec<[u16; 12]>,
    /// The ride that is put on it.
    pub(crate) added: Option<(RideOf, usize, usize)>,
}

impl Proposal {
    /// Puts a ride at a spot.
    pub(crate) fn insert(state: &State<'_>, ride_of: RideOf, spot: Spot) -> Result<Self, Rejection> {
        let problem = state.problem;
        let ride = ride_of.ride(problem);
        match spot {
            Spot::On {
                tour,
                setup,
                pick,
                drop,
            } => {
                let base = Arc::clone(state.tour(tour));
                let mut sketch = base.draft.sketch.clone();
                let mut map: SmallVec<[u16; 12]> = (0..sketch.stops.len() as u16).collect();
                // The later one first, so that the earlier index stays what it is.
                let mut drop_at = match drop {
                    At::Stop(stop) => stop,
                    At::After(stop) => {
                        open_stop(&mut sketch, &mut map, stop, ride.to);
                        stop + 1
                    }
                };
                let pick_at = match pick {
                    At::Stop(stop) => stop,
                    At::After(stop) => {
                        open_stop(&mut sketch, &mut map, stop, ride.from);
                        drop_at += 1;
                        stop + 1
                    }
                };
                sketch.add_ride(problem, ride_of, pick_at, drop_at);
                keep_possible_rests(problem, &mut sketch);
                let draft = Draft::new(problem, base.vehicle(), setup, sketch)?;
                Ok(Self {
                    tour: Some(tour),
                    slot: 0,
                    draft,
                    base: Some(base),
                    map,
                    added: Some((ride_of, pick_at, drop_at)),
                })
            }
            Spot::New { vehicle, slot, setup } => {
                let the_vehicle = &problem.vehicles[vehicle.get()];
                let begin = (the_vehicle.home != ride.from).then_some(the_vehicle.home);
                let end = (the_vehicle.end != ride.to).then_some(the_vehicle.end);
                let places = begin.into_iter().chain([ride.from, ride.to]).chain(end);
                let mut sketch = Sketch::of_places(problem, places);
                let pick = usize::from(begin.is_some());
                sketch.add_ride(problem, ride_of, pick, pick + 1);
                let draft = Draft::new(problem, vehicle, setup, sketch)?;
                let map = SmallVec::new();
                Ok(Self {
                    tour: None,
                    slot,
                    draft,
                    base: None,
                    map,
                    added: Some((ride_of, pick, pick + 1)),
                })
            }
        }
    }

    /// A tour as it is, perhaps in another setup, to be scheduled anew.
    pub(crate) fn again(state: &State<'_>, tour: TourId, setup: SetupIdx) -> Result<Self, Rejection> {
        let base = Arc::clone(state.tour(tour));
        let draft = Draft::new(state.problem, base.vehicle(), setup, base.draft.sketch.clone())?;
        let map = (0..draft.len() as u16).collect();
        Ok(Self {
            tour: Some(tour),
            slot: 0,
            draft,
            base: Some(base),
            map,
            added: None,
        })
    }

    /// A tour with only those riders that `stays` lets stay, without the stops that nobody needs any more, or with them.
    pub(crate) fn thinned(
        state: &State<'_>,
        tour: TourId,
        keep_stops: KeepStops,
        stays: impl Fn(RequestIdx) -> bool,
    ) -> Result<Self, Rejection> {
        let problem = state.problem;
        let old = state.tour(tour);
        let last = old.draft.len() - 1;
        let mut needed: SmallVec<[bool; 16]> = SmallVec::from_elem(keep_stops == KeepStops::All, last + 1);
        needed[0] = true;
        needed[last] = true;
        for rider in old.riders.iter().filter(|rider| stays(rider.request)) {
            needed[usize::from(rider.pick)] = true;
            needed[usize::from(rider.drop)] = true;
        }
        let mut renumbered: SmallVec<[u16; 16]> = SmallVec::new();
        let mut next = 0;
        for &kept in &needed {
            renumbered.push(next);
            next += u16::from(kept);
        }
        let stops = &old.draft.sketch.stops;
        let places = stops
            .iter()
            .zip(&needed)
            .filter(|pair| *pair.1)
            .map(|pair| pair.0.place);
        let mut sketch = Sketch::of_places(problem, places);
        let mut riders = Vec::new();
        for rider in old.riders.iter().filter(|rider| stays(rider.request)) {
            let (pick, drop) = (renumbered[usize::from(rider.pick)], renumbered[usize::from(rider.drop)]);
            let way = state.assigned[rider.request.get()]
                .as_ref()
                .expect("riders are assigned")
                .way;
            let ride_of = RideOf {
                request: rider.request,
                way,
                ride: rider.ride,
            };
            sketch.add_ride(problem, ride_of, usize::from(pick), usize::from(drop));
            riders.push(Rider { pick, drop, ..*rider });
        }
        let draft = Draft::new(problem, old.vehicle(), old.draft.setup, sketch)?;
        let map = (0..draft.len() as u16).collect();
        let base = Arc::new(Tour {
            riders,
            ..Tour::clone(old)
        });
        Ok(Self {
            tour: Some(tour),
            slot: 0,
            draft,
            base: Some(base),
            map,
            added: None,
        })
    }

    /// The riders of the draft.
    pub(crate) fn riders(&self) -> impl Iterator<Item = Rider> + '_ {
        let kept = self.base.iter().flat_map(|base| &base.riders).map(|rider| Rider {
            pick: self.map[usize::from(rider.pick)],
            drop: self.map[usize::from(rider.drop)],
            ..*rider
        });
        let added = self.added.map(|(ride_of, pick, drop)| Rider {
            request: ride_of.request,
            ride: ride_of.ride,
            pick: pick as u16,
            drop: drop as u16,
        });
        kept.chain(added)
    }
}

/// What happens to stops at which nobody boards or leaves any more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum KeepStops {
    Needed,
    All,
}

fn open_stop(sketch: &mut Sketch, map: &mut SmallVec<[u16; 12]>, after: usize, place: crate::problem::PlaceIdx) {
    sketch.add_stop(after, place);
    for stop in map.iter_mut() {
        *stop += u16::from(usize::from(*stop) > after);
    }
}

fn keep_possible_rests(problem: &Problem, sketch: &mut Sketch) {
    for stop in 0..sketch.stops.len() {
        sketch.stops[stop].rest &= sketch.can_rest(problem, stop);
    }
}
