//! A tour being tried: a sketch, its travel options, and room for a clock.

use smallvec::SmallVec;

use super::refills::{Refills, choose_refills};
use super::sketch::Sketch;
use super::travel::{self, Options};
use crate::Rejection;
use crate::problem::{Problem, Setup, SetupIdx, Travel, Vehicle, VehicleIdx, WindowsIdx};

/// Three moments for each stop. On the first stop `arrive` equals `start`; on the last `start` and `depart` equal the end of unloading.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Clock {
    pub(crate) arrive: SmallVec<[i64; 12]>,
    pub(crate) start: SmallVec<[i64; 12]>,
    pub(crate) depart: SmallVec<[i64; 12]>,
}

/// What trips and stops last, read once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lengths {
    pub(crate) duration: SmallVec<[i64; 12]>,
    pub(crate) unloading: SmallVec<[i64; 12]>,
    pub(crate) loading: SmallVec<[i64; 12]>,
    /// From arrival to the start of loading, unloading included.
    pub(crate) pause: SmallVec<[i64; 12]>,
    /// From the first departure to each departure at least; on the last stop to the arrival.
    pub(crate) elapsed: SmallVec<[i64; 12]>,
    /// Legs and departure windows of each trip.
    pub(crate) legs: SmallVec<[u8; 12]>,
    pub(crate) departures: SmallVec<[WindowsIdx; 12]>,
}

impl Lengths {
    fn count_elapsed(&mut self) {
        let last = self.duration.len();
        self.elapsed.clear();
        self.elapsed.push(0);
        for stop in 1..=last {
            let arrival = self.elapsed[stop - 1] + self.duration[stop - 1];
            let standing = if stop == last {
                0
            } else {
                self.pause[stop] + self.loading[stop]
            };
            self.elapsed.push(arrival + standing);
        }
    }

    /// Least time from the departure at one stop to the arrival at a later one.
    pub(crate) fn least_travel(&self, from: usize, to: usize) -> i64 {
        self.elapsed[to - 1] + self.duration[to - 1] - self.elapsed[from]
    }

    /// Least time from the start of loading at one stop to the end of unloading at a later one.
    pub(crate) fn least_ride(&self, from: usize, to: usize) -> i64 {
        self.loading[from] + self.least_travel(from, to) + self.unloading[to]
    }
}

/// A tour being tried.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) vehicle: VehicleIdx,
    pub(crate) setup: SetupIdx,
    pub(crate) sketch: Sketch,
    pub(crate) options: Options,
    /// By stop.
    pub(crate) refills: Refills,
    pub(crate) lengths: Lengths,
    pub(crate) clock: Clock,
    /// The earliest clock, before anything was moved later to save waiting.
    pub(crate) earliest: Clock,
}

impl Default for Draft {
    /// An empty shell, to be swapped for a draft that is worked on elsewhere.
    fn default() -> Self {
        Self {
            vehicle: VehicleIdx(0),
            setup: SetupIdx(0),
            sketch: Sketch::default(),
            options: Options::new(),
            refills: Refills::new(),
            lengths: Lengths::default(),
            clock: Clock::default(),
            earliest: Clock::default(),
        }
    }
}

impl Draft {
    /// A draft without clock: options chosen, everything that needs no clock tested.
    pub(crate) fn new(
        problem: &Problem,
        vehicle: VehicleIdx,
        setup: SetupIdx,
        sketch: Sketch,
    ) -> Result<Self, Rejection> {
        let the_vehicle = &problem.vehicles[vehicle.get()];
        let the_setup = &the_vehicle.setups[setup.get()];
        let options = travel::choose_options(problem, the_vehicle, the_setup, &sketch)?;
        let draft = Self::with_options(problem, vehicle, setup, sketch, options);
        draft.check_pairs(problem)?;
        Ok(draft)
    }

    /// A draft without clock that takes these options, which are tested already.
    pub(crate) fn with_options(
        problem: &Problem,
        vehicle: VehicleIdx,
        setup: SetupIdx,
        sketch: Sketch,
        options: Options,
    ) -> Self {
        let refills = choose_refills(problem, &problem.vehicles[vehicle.get()], &sketch, &options);
        let mut draft = Self {
            vehicle,
            setup,
            sketch,
            options,
            refills,
            ..Self::default()
        };
        draft.lengths = Lengths {
            duration: (0..draft.sketch.stops.len() - 1)
                .map(|trip| draft.travel(problem, trip).duration.0)
                .collect(),
            unloading: draft.sketch.stops.iter().map(|stop| stop.unloading(problem)).collect(),
            loading: draft.sketch.stops.iter().map(|stop| stop.loading(problem)).collect(),
            pause: SmallVec::new(),
            elapsed: SmallVec::new(),
            legs: (0..draft.len() - 1)
                .map(|trip| draft.travel(problem, trip).legs)
                .collect(),
            departures: (0..draft.len() - 1)
                .map(|trip| draft.travel(problem, trip).departures)
                .collect(),
        };
        draft.count_pauses(problem);
        draft
    }

    /// Refills at these stops instead of those that [`choose_refills`] chose.
    pub(crate) fn refill_at(&mut self, problem: &Problem, refills: Refills) {
        self.refills = refills;
        self.count_pauses(problem);
    }

    /// Chooses anew where to refill: rests are good places for it.
    pub(crate) fn refill_anew(&mut self, problem: &Problem) {
        let refills = choose_refills(problem, self.vehicle(problem), &self.sketch, &self.options);
        if refills != self.refills {
            self.refill_at(problem, refills);
        }
    }

    /// Refills at every stop that can. Says whether that changes anything.
    pub(crate) fn refill_wherever_possible(&mut self, problem: &Problem) -> bool {
        let refills: Refills = (0..self.len())
            .map(|stop| self.sketch.can_refill(problem, stop))
            .collect();
        let changed = refills != self.refills;
        if changed {
            self.refill_at(problem, refills);
        }
        changed
    }

    fn count_pauses(&mut self, problem: &Problem) {
        self.lengths.pause = (0..self.len())
            .map(|stop| {
                if self.refills[stop] {
                    self.sketch.refilling(problem, stop)
                } else {
                    self.lengths.unloading[stop]
                }
            })
            .collect();
        self.lengths.count_elapsed();
    }

    /// Number of stops.
    pub(crate) fn len(&self) -> usize {
        self.sketch.stops.len()
    }

    pub(crate) fn vehicle<'p>(&self, problem: &'p Problem) -> &'p Vehicle {
        &problem.vehicles[self.vehicle.get()]
    }

    pub(crate) fn setup<'p>(&self, problem: &'p Problem) -> &'p Setup {
        &self.vehicle(problem).setups[self.setup.get()]
    }

    pub(crate) fn travel<'p>(&self, problem: &'p Problem, trip: usize) -> &'p Travel {
        travel::option(problem, self.vehicle(problem), &self.sketch, &self.options, trip)
    }

    /// Time in motion and legs from one stop to a later one.
    pub(crate) fn motion(&self, problem: &Problem, from: usize, to: usize) -> (i64, u32) {
        (from..to).fold((0, 0), |(moving, legs), trip| {
            let travel = self.travel(problem, trip);
            (moving + travel.moving.0, legs + u32::from(travel.legs))
        })
    }

    fn check_pairs(&self, problem: &Problem) -> Result<(), Rejection> {
        for pair in &self.sketch.pairs {
            let (moving, legs) = self.motion(problem, pair.pick, pair.drop);
            if moving > pair.max_moving {
                return Err(Rejection::Moving);
            }
            if legs > pair.max_legs {
                return Err(Rejection::Legs);
            }
            if self.lengths.least_ride(pair.pick, pair.drop) > pair.max_ride {
                return Err(if pair.is_span {
                    Rejection::Span
                } else {
                    Rejection::RideTime
                });
            }
        }
        Ok(())
    }

    /// Whether trips and stops last what they last, whatever is put on the tour: consumption has no part in it.
    pub(crate) fn has_fixed_lengths(&self, problem: &Problem) -> bool {
        let profile = &problem.profiles[self.vehicle(problem).profile.get()];
        profile.endurance.is_empty() && profile.grades == 1
    }

    /// End of unloading at a stop.
    pub(crate) fn unload_end(&self, stop: usize) -> i64 {
        self.clock.arrive[stop] + self.lengths.unloading[stop]
    }

    /// When the tour is over: the end of its last unloading.
    pub(crate) fn end(&self) -> i64 {
        self.unload_end(self.len() - 1)
    }

    /// When it could depart at the earliest. The earliest clock may depart later, to wait before departure for what opens late at the next
    /// stop; with a stop in between it need not.
    pub(crate) fn ready(&self, stop: usize) -> i64 {
        self.earliest.start[stop] + self.lengths.loading[stop]
    }

    /// First departure.
    pub(crate) fn begin(&self) -> i64 {
        self.clock.depart[0]
    }
}
