//! All spots of a request on a tour, by what they add to movement.
//!
//! Room is tested, and time as far as one walk forwards shows: the earliest moments, pushed by the new stops, against the latest at which each stop
//! can be served. What waiting and rides limit besides is left to [`super::tour::Bench::fits`].

use super::facts::{FAR, Facts};
use super::tour::Tour;
use crate::problem::RequestIdx;

/// New stops after these two stops of the tour, and what they add to movement.
pub(super) type Detour = (i64, u16, u16);

/// Lists spots; kept from one to the next for its memory.
#[derive(Debug, Default)]
pub(super) struct Detours {
    found: Vec<Detour>,
}

impl Detours {
    pub(super) fn list(&mut self, facts: &Facts<'_>, tour: &Tour, request: RequestIdx) {
        self.found.clear();
        let ride = &facts.rides[request.get()];
        let vehicle = &facts.vehicles[tour.vehicle];
        let profile = vehicle.profile;
        let (to_pick, price_to_pick) = facts.trips_to(profile, ride.from);
        let (to_drop, price_to_drop) = facts.trips_to(profile, ride.to);
        let (from_pick, price_from_pick) = facts.trips_from(profile, ride.from);
        let (from_drop, price_from_drop) = facts.trips_from(profile, ride.to);
        let (between, price_between) = facts.trip(profile, ride.from, ride.to);
        let dimensions = vehicle.capacity.len();
        let has_room = |at: usize| {
            let loads = &tour.loads[at * dimensions..(at + 1) * dimensions];
            let mut after = loads.iter().zip(&ride.demand).zip(&vehicle.capacity);
            after.all(|((load, demand), most)| load + demand <= *most)
        };
        let found = &mut self.found;
        let mut offer = |movement: i64, pick: usize, drop: usize| {
            if movement < FAR / 2 {
                found.push((movement, pick as u16, drop as u16));
            }
        };
        let nodes = &tour.nodes[..];
        let last = nodes.len() - 1;
        for pick in 0..last {
            let (node, next) = (&nodes[pick], &nodes[pick + 1]);
            let ready = node.begin + node.service;
            if ready > ride.board.1 {
                break;
            }
            // Nothing before can be followed by a stop as late as this one is at least.
            if ride.board.0 + ride.loading > next.latest {
                continue;
            }
            let here = node.place.get();
            let arrives = ready + to_pick[here];
            let leaves = arrives.max(ride.board.0) + ride.loading;
            if arrives > ride.board.1 || leaves > next.latest || !has_room(pick) {
                continue;
            }
            let longer = to_pick[here] + ride.loading - node.duration;
            let onward = next.place.get();
            let price = price_to_pick[here] - node.price;
            // One right after the other.
            let begins = (leaves + between).max(ride.leave.0);
            let finish = begins + ride.unloading + from_drop[onward];
            if begins <= ride.leave.1
                && finish <= next.latest
                && longer + between + ride.unloading + from_drop[onward] <= node.slack
            {
                offer(price + price_between + price_from_drop[onward], pick, pick);
            }
            let mut arrives = leaves + from_pick[onward];
            if longer + from_pick[onward] > node.slack {
                continue;
            }
            let price = price + price_from_pick[onward];
            // From the begin of loading to the arrival at the next stop, were nobody to wait.
            let mut rides = ride.loading + from_pick[onward];
            for drop in pick + 1..last {
                let (node, next) = (&nodes[drop], &nodes[drop + 1]);
                let begins = arrives.max(node.begin);
                let is_late = begins > node.latest || begins > ride.leave.1;
                if is_late || rides + ride.unloading > ride.longest || !has_room(drop) {
                    break;
                }
                let here = node.place.get();
                let onward = next.place.get();
                let leaves = begins + node.service;
                let handled = (leaves + to_drop[here]).max(ride.leave.0);
                let riding = rides + node.service + to_drop[here] + ride.unloading;
                if handled <= ride.leave.1 && riding <= ride.longest {
                    let finish = handled + ride.unloading + from_drop[onward];
                    let longer = to_drop[here] + ride.unloading + from_drop[onward] - node.duration;
                    if finish <= next.latest && longer <= node.slack {
                        let by_drop = price_to_drop[here] + price_from_drop[onward] - node.price;
                        offer(price + by_drop, pick, drop);
                    }
                }
                arrives = leaves + node.duration;
                rides += node.service + node.duration;
            }
        }
    }

    /// Takes the spot that adds least out of the list.
    pub(super) fn next(&mut self) -> Option<Detour> {
        let least = (0..self.found.len()).min_by_key(|&at| self.found[at])?;
        Some(self.found.swap_remove(least))
    }
}
