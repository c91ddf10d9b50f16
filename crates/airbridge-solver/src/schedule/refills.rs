//! At which stops the stock is refilled: the set that costs least time on the ground.
//!
//! A tour refills at every stop that can, as long as that fits. Refilling takes the place's turnaround; where there is no time for it, it is done
//! only where the stock would not last otherwise. Which stops those are is a shortest path: from each refill to every stop that the stock
//! lasts to. Where refilling costs no time, because unloading takes as long or crews rest there, it is always done.

use smallvec::SmallVec;

use super::sketch::Sketch;
use super::travel::{self, Options, Stock};
use crate::problem::{Problem, Vehicle};

/// By stop: whether the stock is refilled there.
pub(crate) type Refills = SmallVec<[bool; 12]>;

/// More than any tour stands on the ground.
const UNREACHED: i64 = i64::MAX;

/// Chooses where to refill, for options that last when every stop refills that can.
pub(crate) fn choose_refills(problem: &Problem, vehicle: &Vehicle, sketch: &Sketch, options: &Options) -> Refills {
    let profile = &problem.profiles[vehicle.profile.get()];
    let last = sketch.stops.len() - 1;
    let mut refills = Refills::from_elem(false, last + 1);
    if profile.endurance.is_empty() {
        return refills;
    }
    // Least time spent on refilling up to and including a refill here, and where the refill before it is.
    let mut least: SmallVec<[(i64, usize); 12]> = SmallVec::from_elem((UNREACHED, 0), last + 1);
    least[0] = (0, 0);
    for from in 0..last {
        let so_far = least[from].0;
        if so_far == UNREACHED {
            continue;
        }
        let mut stock = Stock::FULL;
        for trip in from..last {
            let option = travel::option(problem, vehicle, sketch, options, trip);
            let load = problem
                .load_dimension
                .map_or(0, |dimension| sketch.stops[trip].loads[dimension]);
            if !stock.lasts(profile, option, load) {
                break;
            }
            stock = stock.after(option, load);
            let to = trip + 1;
            let price = if to == last {
                Some(0)
            } else if sketch.can_refill(problem, to) {
                Some(price(problem, sketch, to))
            } else {
                None
            };
            if let Some(price) = price {
                if so_far + price < least[to].0 {
                    least[to] = (so_far + price, from);
                }
                if price == 0 {
                    break;
                }
            }
        }
    }
    debug_assert!(least[last].0 < UNREACHED, "the stock lasts when every stop refills");
    let mut at = least[last].1;
    while at > 0 {
        refills[at] = true;
        at = least[at].1;
    }
    refills
}

/// Time on the ground that a refill at a stop adds.
fn price(problem: &Problem, sketch: &Sketch, stop: usize) -> i64 {
    if sketch.stops[stop].rest {
        return 0;
    }
    sketch.refilling(problem, stop) - sketch.stops[stop].unloading(problem)
}
