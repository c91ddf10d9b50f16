//! What a way changes in cost wherever it is put: a lower bound, or what rules it out at once.

use super::Inserter;
use crate::Rejection;
use crate::problem::{Cost, RequestIdx, Way};
use crate::search::atlas::{NEVER, Reach};
use crate::search::state::{State, vehicles_of};
use crate::search::usage;

impl Inserter<'_> {
    /// What a way changes at least.
    ///
    /// # Errors
    ///
    /// What makes it impossible wherever it is put, where that is seen at once.
    pub(super) fn floor(&self, state: &State<'_>, request: RequestIdx, way: &Way) -> Result<Cost, Rejection> {
        let problem = state.problem;
        let mut least_ride = 0;
        let mut earliest = problem.start.0;
        for ride in &way.rides {
            let reach = Reach::of(problem, ride).ok_or(Rejection::BoardWindow)?;
            let profiles = vehicles_of(problem, ride).map(|vehicle| problem.vehicles[vehicle.get()].profile);
            let travel = profiles
                .map(|profile| self.atlas.shortest(profile, ride.from, ride.to))
                .min()
                .ok_or(Rejection::NoVehicleAllowed)?;
            if travel >= NEVER {
                return Err(Rejection::NoTravelOption {
                    from: ride.from,
                    to: ride.to,
                });
            }
            let length = ride.load.0 + travel + ride.unload.0;
            least_ride += length;
            let begin = earliest.max(reach.board.0);
            earliest = (begin + length).max(reach.alight.0);
            if begin > reach.board.1 {
                return Err(Rejection::BoardWindow);
            }
            if earliest > reach.alight.1 {
                return Err(Rejection::AlightWindow);
            }
            for used in &ride.uses {
                let (calendar, _) = usage::bucketed(problem, used.resource);
                let from = calendar
                    .bucket(airbridge_units::Moment(begin) - ride.before)
                    .unwrap_or(0);
                let full = Rejection::Resource {
                    resource: used.resource,
                };
                let room = state
                    .usage
                    .next_room(problem, used.resource, from, used.buckets, used.amount)
                    .ok_or(full)?;
                if calendar.starts[room].0 + ride.before.0 > reach.board.1 {
                    return Err(full);
                }
            }
            if let Some(stay) = &way.stay {
                earliest += stay.min.0;
            }
        }
        if let Some(stay) = &way.stay {
            earliest -= stay.min.0;
            least_ride += stay.min.0;
        }
        let in_place = earliest + way.onward.0;
        let last = way.rides.last().ok_or(Rejection::NoVehicleAllowed)?;
        let latest = Reach::of(problem, last).ok_or(Rejection::AlightWindow)?.alight.1 + way.onward.0;
        for used in &way.uses {
            let (calendar, _) = usage::bucketed(problem, used.resource);
            let from = calendar.bucket(airbridge_units::Moment(in_place)).unwrap_or(0);
            let full = Rejection::Resource {
                resource: used.resource,
            };
            let room = state
                .usage
                .next_room(problem, used.resource, from, used.buckets, used.amount)
                .ok_or(full)?;
            if calendar.starts[room].0 > latest {
                return Err(full);
            }
        }
        let mut floor = way.cost - problem.requests[request.get()].unserved;
        if in_place > way.due.0 {
            floor += way.late;
            floor.0[1] += (in_place - way.due.0) * way.late_weight / 1024;
        }
        floor.0[3] += least_ride * way.burden_weight / 1024;
        Ok(floor)
    }
}
