//! All spots of a ride on a tour, by what they add to movement.
//!
//! Room is tested, and time as far as one walk forwards shows: the earliest moments, pushed by the new stops, against the latest at which each stop
//! can be reached. What waiting and rides limit besides is left to [`super::fits`].

use crate::problem::{PlaceIdx, Problem, ProfileIdx, Ride};
use crate::search::atlas::{Atlas, NEVER, Reach};
use crate::search::tour::{Tour, TourId};

/// New stops after these two stops of the tour, and what they add to movement.
pub(super) type Detour = (i64, u16, u16);

/// A ride that looks for a spot.
#[derive(Clone, Copy)]
pub(super) struct Seeking<'a> {
    pub(super) ride: &'a Ride,
    pub(super) reach: Reach,
    pub(super) demand: &'a [i64],
    /// Longest from the start of loading to the end of unloading.
    pub(super) longest: i64,
}

/// A stop of a tour and the trip that follows.
#[derive(Clone, Copy, Debug)]
struct Stop {
    place: PlaceIdx,
    /// Earliest arrival and start of loading.
    arrives: i64,
    begins: i64,
    unloading: i64,
    loading: i64,
    /// Arrival after this is too late.
    latest: i64,
    /// Of the trip; then how much longer it may get.
    duration: i64,
    slack: i64,
    /// From the first departure to the end of the trip at least.
    elapsed: i64,
    /// Movement of the trip.
    price: i64,
}

/// A stop as one ride sees it.
#[derive(Clone, Copy, Debug)]
struct Here {
    stop: Stop,
    /// There is room on board on the trip.
    has_room: bool,
    /// By way of where the ride boards, and by way of where it leaves.
    pick: Via,
    drop: Via,
}

/// A new stop on a trip.
#[derive(Clone, Copy, Debug)]
struct Via {
    /// Travel to it and from it to the next stop.
    to: i64,
    from: i64,
    /// Movement to it, and by how much the rest of the trip then differs from the whole as it was.
    price_to: i64,
    price_rest: i64,
}

/// Travel from all places to one lies side by side here, as travel from one to all does in the atlas.
#[derive(Debug)]
struct Back {
    quickest: Vec<i64>,
    price: Vec<i64>,
}

/// Lists spots; kept from one to the next for its memory.
#[derive(Debug)]
pub(super) struct Detours {
    places: usize,
    /// By profile.
    back: Vec<Back>,
    /// Tours by id, with the serial number of the one that is known.
    known: Vec<(u64, Vec<Stop>)>,
    here: Vec<Here>,
    found: Vec<Detour>,
}

impl Detours {
    pub(super) fn new(problem: &Problem, atlas: &Atlas) -> Self {
        let places = problem.places.len();
        let back = |profile: usize| {
            let pairs =
                (0..places).flat_map(|to| (0..places).map(move |from| (PlaceIdx::new(from), PlaceIdx::new(to))));
            let profile = ProfileIdx::new(profile);
            Back {
                quickest: pairs
                    .clone()
                    .map(|(from, to)| atlas.quickest(profile, from, to))
                    .collect(),
                price: pairs.map(|(from, to)| atlas.first_cost(profile, from, to)).collect(),
            }
        };
        Self {
            places,
            back: (0..problem.profiles.len()).map(back).collect(),
            known: Vec::new(),
            here: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Lists the spots on a tour that stops at neither end of the ride.
    pub(super) fn list(&mut self, problem: &Problem, atlas: &Atlas, id: TourId, tour: &Tour, seeking: Seeking<'_>) {
        self.look(problem, atlas, id, tour, seeking);
        let Seeking {
            ride, reach, longest, ..
        } = seeking;
        let loading = problem.places[ride.from.get()].load_setup.0 + ride.load.0;
        let unloading = problem.places[ride.to.get()].unload_setup.0 + ride.unload.0;
        let profile = tour.draft.vehicle(problem).profile;
        let between = atlas.quickest(profile, ride.from, ride.to);
        let price = atlas.first_cost(profile, ride.from, ride.to);
        self.found.clear();
        let found = &mut self.found;
        let mut offer = |movement: i64, pick: usize, drop: usize| {
            // Without a way it is beyond all measure.
            if movement < NEVER / 2 {
                found.push((movement, pick as u16, drop as u16));
            }
        };
        let last = self.here.len() - 1;
        for pick in 0..last {
            let Here {
                stop,
                has_room,
                pick: by_pick,
                drop: by_drop,
            } = self.here[pick];
            let arrives = stop.begins + stop.loading + by_pick.to;
            if arrives > reach.board.1 {
                break;
            }
            if !has_room {
                continue;
            }
            let leaves = arrives.max(reach.board.0) + loading;
            let longer = by_pick.to + loading - stop.duration;
            // One right after the other.
            let finish = (leaves + between).max(reach.alight.0 - unloading) + unloading;
            let in_time = finish <= reach.alight.1 && finish + by_drop.from <= self.here[pick + 1].stop.latest;
            if in_time && longer + between + unloading + by_drop.from <= stop.slack {
                offer(by_pick.price_to + price + by_drop.price_rest, pick, pick);
            }
            if longer + by_pick.from > stop.slack {
                continue;
            }
            let movement = by_pick.price_to + by_pick.price_rest;
            let rides_from = loading + by_pick.from - stop.elapsed;
            let mut arrives = leaves + by_pick.from;
            let mut elapsed = stop.elapsed;
            for drop in pick + 1..last {
                let Here {
                    stop,
                    has_room,
                    drop: by_drop,
                    ..
                } = &self.here[drop];
                arrives = arrives.max(stop.arrives);
                // Were nobody to wait, the ride would take so long up to here.
                let rides = rides_from + elapsed;
                let is_late = arrives > stop.latest || arrives > reach.alight.1;
                if is_late || rides + unloading > longest || !has_room {
                    break;
                }
                let leaves = (arrives + stop.unloading).max(stop.begins) + stop.loading;
                let finish = (leaves + by_drop.to).max(reach.alight.0 - unloading) + unloading;
                let rides = rides + stop.unloading + stop.loading + by_drop.to + unloading;
                let in_time = finish <= reach.alight.1 && finish + by_drop.from <= self.here[drop + 1].stop.latest;
                let longer = by_drop.to + unloading + by_drop.from - stop.duration;
                if in_time && rides <= longest && longer <= stop.slack {
                    offer(movement + by_drop.price_to + by_drop.price_rest, pick, drop);
                }
                arrives = leaves + stop.duration;
                elapsed = stop.elapsed;
            }
        }
    }

    /// Takes the spot that adds least out of the list.
    pub(super) fn next(&mut self) -> Option<Detour> {
        let least = (0..self.found.len()).min_by_key(|&at| self.found[at])?;
        Some(self.found.swap_remove(least))
    }

    /// A tour as the ride sees it.
    fn look(&mut self, problem: &Problem, atlas: &Atlas, id: TourId, tour: &Tour, seeking: Seeking<'_>) {
        let Seeking { ride, demand, .. } = seeking;
        let draft = &tour.draft;
        let profile = draft.vehicle(problem).profile;
        let back = &self.back[profile.get()];
        let row = |place: PlaceIdx| place.get() * self.places..(place.get() + 1) * self.places;
        let (to_from, to_to) = (&back.quickest[row(ride.from)], &back.quickest[row(ride.to)]);
        let (price_from, price_to) = (&back.price[row(ride.from)], &back.price[row(ride.to)]);
        if self.known.len() <= id as usize {
            self.known.resize_with(id as usize + 1, Default::default);
        }
        let (serial, stops) = &mut self.known[id as usize];
        if *serial != tour.serial {
            *serial = tour.serial;
            stops.clear();
            stops.extend(plain(problem, atlas, tour));
        }
        let capacity = &draft.setup(problem).capacity;
        self.here.clear();
        for (at, stop) in stops.iter().enumerate() {
            let next = stops.get(at + 1).map_or(stop.place, |next| next.place);
            let via = |place: PlaceIdx, to: &[i64], price: &[i64]| Via {
                to: to[stop.place.get()],
                from: atlas.quickest(profile, place, next),
                price_to: price[stop.place.get()],
                price_rest: atlas.first_cost(profile, place, next) - stop.price,
            };
            let mut loads = draft.sketch.stops[at].loads.iter().zip(demand).zip(capacity);
            self.here.push(Here {
                stop: *stop,
                has_room: loads.all(|((load, demand), most)| load + demand <= *most),
                pick: via(ride.from, to_from, price_from),
                drop: via(ride.to, to_to, price_to),
            });
        }
    }
}

/// The stops of a tour, without what does not matter here.
fn plain<'a>(problem: &'a Problem, atlas: &'a Atlas, tour: &'a Tour) -> impl Iterator<Item = Stop> + 'a {
    let draft = &tour.draft;
    let profile = draft.vehicle(problem).profile;
    let stops = &draft.sketch.stops;
    (0..stops.len()).map(move |at| {
        let is_last = at + 1 == stops.len();
        let of_trip = |figure: &dyn Fn() -> i64| if is_last { 0 } else { figure() };
        Stop {
            place: stops[at].place,
            arrives: draft.earliest.arrive[at],
            begins: draft.earliest.start[at],
            unloading: draft.lengths.unloading[at],
            loading: draft.lengths.loading[at],
            latest: tour.latest_arrival[at],
            duration: of_trip(&|| draft.lengths.duration[at]),
            slack: of_trip(&|| tour.slack[at]),
            elapsed: of_trip(&|| draft.lengths.least_travel(0, at + 1)),
            price: of_trip(&|| atlas.first_cost(profile, stops[at].place, stops[at + 1].place)),
        }
    })
}
