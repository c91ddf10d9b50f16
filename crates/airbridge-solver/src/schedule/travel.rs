//! Which travel option each trip takes, and what that means for loads, consumption, motion and legs.
//!
//! Options are chosen as if the stock were full after every stop that can refill; where it has to be is settled by [`super::refills`].

use smallvec::SmallVec;

use super::sketch::Sketch;
use crate::Rejection;
use crate::problem::{Problem, Profile, Setup, Travel, Vehicle, WindowsIdx};

/// The options taken, one for each trip.
pub(crate) type Options = SmallVec<[u16; 12]>;

/// Load, grade, endurance, motion and legs: everything about a tour that has no clock.
///
/// Each trip takes the first option that its load and the stock allow, and that may depart at some time.
pub(crate) fn choose_options(
    problem: &Problem,
    vehicle: &Vehicle,
    setup: &Setup,
    sketch: &Sketch,
) -> Result<Options, Rejection> {
    let profile = &problem.profiles[vehicle.profile.get()];
    let mut options = Options::new();
    let mut stock = Stock::FULL;
    for (index, pair) in sketch.stops.windows(2).enumerate() {
        let (stop, next) = (&pair[0], &pair[1]);
        for place in [stop.place, next.place] {
            if stop.aboard > 0 && stop.grade > problem.places[place.get()].highest_grade {
                return Err(Rejection::Grade { place });
            }
        }
        if stop.grade >= profile.grades {
            return Err(Rejection::Grade { place: stop.place });
        }
        if let Some(dimension) = (0..problem.dimensions).find(|&d| stop.loads[d] > setup.capacity[d]) {
            return Err(Rejection::Capacity { dimension });
        }
        if index == 0 || sketch.can_refill(problem, index) {
            stock = Stock::FULL;
        }
        let load = problem.load_dimension.map_or(0, |dimension| stop.loads[dimension]);
        let at_hand = profile.options(stop.grade, stop.place, next.place);
        let allowed = at_hand.iter().position(|option| {
            load <= option.load_limit && can_depart(problem, option) && stock.lasts(profile, option, load)
        });
        let Some(option) = allowed else {
            let (from, to) = (stop.place, next.place);
            let any = at_hand.iter().any(|option| can_depart(problem, option));
            return Err(if any {
                Rejection::Endurance { from, to }
            } else {
                Rejection::NoTravelOption { from, to }
            });
        };
        stock = stock.after(&at_hand[option], load);
        options.push(option as u16);
    }
    Ok(options)
}

/// What has happened to the stock since it was full.
#[derive(Clone, Copy)]
pub(super) struct Stock {
    consumed: i64,
    /// The largest load on board since then.
    heaviest: i64,
}

impl Stock {
    pub(super) const FULL: Self = Self {
        consumed: 0,
        heaviest: 0,
    };

    /// Whether it lasts for a trip with `load` on board.
    pub(super) fn lasts(self, profile: &Profile, option: &Travel, load: i64) -> bool {
        let Some(most) = profile.endurance_at(self.heaviest.max(load)) else {
            return false;
        };
        if option.refilled {
            self.consumed + option.before_refill <= most
                && profile
                    .endurance_at(load)
                    .is_some_and(|most| option.consumption + option.reserve <= most)
        } else {
            self.consumed + option.consumption + option.reserve <= most
        }
    }

    /// What is left after the trip.
    pub(super) fn after(self, option: &Travel, load: i64) -> Self {
        if option.refilled {
            Self {
                consumed: option.consumption,
                heaviest: load,
            }
        } else {
            Self {
                consumed: self.consumed + option.consumption,
                heaviest: self.heaviest.max(load),
            }
        }
    }
}

fn can_depart(problem: &Problem, option: &Travel) -> bool {
    option.departures == WindowsIdx::ALWAYS || !problem.windows[option.departures.get()].intervals().is_empty()
}

/// The option taken by trip `index`.
pub(crate) fn option<'p>(
    problem: &'p Problem,
    vehicle: &Vehicle,
    sketch: &Sketch,
    options: &Options,
    index: usize,
) -> &'p Travel {
    let profile = &problem.profiles[vehicle.profile.get()];
    let stop = &sketch.stops[index];
    &profile.options(stop.grade, stop.place, sketch.stops[index + 1].place)[usize::from(options[index])]
}
