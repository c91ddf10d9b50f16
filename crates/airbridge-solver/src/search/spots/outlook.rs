//! Whether a tour with a ride put in at a spot can still keep the latest moments of its stops, its crews' duties and the next tour.
//!
//! One walk over the stops as they would be, from the present earliest clock, with quickest travel. It allows all that evaluation
//! allows, or nearly so (a stop on the way may shorten a trip that is refuelled, or spare a refill at another stop), and saves
//! most evaluations of what cannot be.

use super::Seeker;
use super::view::View;
use crate::problem::{DutyEnd, PlaceIdx};
use crate::search::proposal::{At, Spot};
use crate::search::surround::changeover;

/// What is seen of a spot without evaluating it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outlook {
    /// Something forbids it.
    Never,
    /// Only with a rest that is not there yet.
    WithRest,
    /// Nothing against it.
    Fine,
}

/// A stop as it would be.
#[derive(Clone, Copy)]
struct Step {
    place: PlaceIdx,
    /// Its index on the present tour.
    old: Option<usize>,
    picks: bool,
    drops: bool,
}

/// A duty on the walk: nothing before its first departure matters.
#[derive(Clone, Copy)]
struct Walked {
    /// Least time since its first departure.
    elapsed: i64,
    /// The first departure is no later than this.
    latest: i64,
    legs: u32,
    /// Least length and earliest end of the part that counts for crews who look after riders only.
    unloaded: Option<(i64, i64)>,
}

const FRESH: Walked = Walked {
    elapsed: 0,
    latest: i64::MAX,
    legs: 0,
    unloaded: None,
};

impl Seeker<'_> {
    /// What is seen of a spot without evaluating it. New tours are always fine: they were tested when listed.
    pub(crate) fn outlook(&self, spot: Spot) -> Outlook {
        match spot {
            Spot::On {
                tour: id, pick, drop, ..
            } => {
                let view = View {
                    seeker: *self,
                    tour: self.state.tour(id),
                    id,
                };
                view.walk(pick, drop)
            }
            Spot::New { .. } => Outlook::Fine,
        }
    }
}

impl View<'_> {
    /// What is seen of a spot on the walk.
    fn walk(&self, pick: At, drop: At) -> Outlook {
        let mut outlook = Outlook::Fine;
        let draft = &self.tour.draft;
        let ride = self.seeker.ride();
        let problem = self.seeker.problem();
        let last = draft.len() - 1;
        let reach = &self.seeker.reach;
        let mut duty = FRESH;
        let mut before: Option<(PlaceIdx, i64)> = None;
        let mut may_rest = false;
        let steps = (0..=last).flat_map(|stop| {
            let own = Step {
                place: draft.sketch.stops[stop].place,
                old: Some(stop),
                picks: pick == At::Stop(stop),
                drops: drop == At::Stop(stop),
            };
            let new = |place, picks| Step {
                place,
                old: None,
                picks,
                drops: !picks,
            };
            let picked = (pick == At::After(stop)).then(|| new(ride.from, true));
            let dropped = (drop == At::After(stop)).then(|| new(ride.to, false));
            [Some(own), picked, dropped].into_iter().flatten()
        });
        for step in steps {
            let place = &problem.places[step.place.get()];
            let mut unloading = step.old.map_or(0, |stop| draft.lengths.unloading[stop]);
            if step.drops {
                unloading += ride.unload.0 + if unloading == 0 { place.unload_setup.0 } else { 0 };
            }
            let is_end = step.old == Some(last);
            let mut start = 0;
            if let Some((from, departure)) = before {
                let travel = self.quickest(from, step.place);
                let mut arrival = departure.saturating_add(travel);
                duty.elapsed = duty.elapsed.saturating_add(travel);
                duty.legs += 1;
                if let Some(stop) = step.old {
                    arrival = arrival.max(draft.earliest.arrive[stop]);
                    if arrival > self.tour.latest_arrival[stop] {
                        return Outlook::Never;
                    }
                    duty.latest = duty
                        .latest
                        .min(self.tour.latest_arrival[stop].saturating_sub(duty.elapsed));
                }
                if step.drops {
                    arrival = arrival.max(reach.alight.0 - unloading);
                    if arrival + unloading > reach.alight.1 {
                        return Outlook::Never;
                    }
                    duty.latest = duty.latest.min(reach.alight.1 - unloading - duty.elapsed);
                }
                if unloading > 0 {
                    duty.unloaded = Some((duty.elapsed + unloading, arrival + unloading));
                }
                let rest_here = step.old.is_some_and(|stop| draft.sketch.stops[stop].rest);
                may_rest |= place.rest && !is_end && !rest_here;
                if is_end || rest_here {
                    if !self.duty_fits(&duty, arrival) {
                        if !may_rest {
                            return Outlook::Never;
                        }
                        outlook = Outlook::WithRest;
                    }
                    (duty, may_rest) = (FRESH, false);
                }
                if is_end {
                    return if arrival + unloading <= self.end_by() {
                        outlook
                    } else {
                        Outlook::Never
                    };
                }
                // Who refills will most likely still have to.
                let pause = match step.old {
                    Some(stop) if draft.refills[stop] && !place.refills_empty_only => unloading.max(place.turnaround.0),
                    _ => unloading,
                };
                start = arrival + pause;
                if rest_here {
                    start = start.max(arrival + unloading + self.least_rest());
                } else {
                    duty.elapsed += pause;
                }
            }
            let mut loading = step.old.map_or(0, |stop| draft.lengths.loading[stop]);
            if step.picks {
                loading += ride.load.0 + if loading == 0 { place.load_setup.0 } else { 0 };
                start = start.max(reach.board.0);
                if start > reach.board.1 {
                    return Outlook::Never;
                }
            }
            if let Some(stop) = step.old {
                start = start.max(draft.earliest.start[stop]);
            }
            let departure = start + loading;
            if before.is_some() && duty.legs > 0 {
                if step.picks {
                    duty.latest = duty.latest.min(reach.board.1.saturating_sub(duty.elapsed));
                }
                duty.elapsed += loading;
            }
            before = Some((step.place, departure));
        }
        outlook
    }

    /// Whether a duty is not too long for any crew.
    fn duty_fits(&self, duty: &Walked, arrival: i64) -> bool {
        if self.tour.draft.underway.is_some() {
            // It has begun already, and may have to go on beyond its limit.
            return true;
        }
        let problem = self.seeker.problem();
        self.tour.draft.setup(problem).crews.iter().all(|&crew_idx| {
            let crew = &problem.crews[crew_idx.get()];
            let (least, end) = match (crew.end, duty.unloaded) {
                (DutyEnd::LastUnload, Some(unloaded)) => unloaded,
                _ => (duty.elapsed, arrival),
            };
            let length = least.max(end.saturating_sub(duty.latest));
            length + crew.report.0 <= self.seeker.atlas.longest_duty(problem, crew_idx, duty.legs)
        })
    }

    fn least_rest(&self) -> i64 {
        let problem = self.seeker.problem();
        let crews = &self.tour.draft.setup(problem).crews;
        let rests = crews.iter().map(|crew| problem.crews[crew.get()].rest_away.0);
        rests.max().unwrap_or(0)
    }

    /// When the tour must be over for the vehicle's next.
    fn end_by(&self) -> i64 {
        let (state, problem) = (self.seeker.state, self.seeker.problem());
        let draft = &self.tour.draft;
        let list = &state.by_vehicle[draft.vehicle.get()];
        let next = list.partition_point(|id| state.tour(*id).draft.begin() <= draft.begin());
        let Some(next) = list.get(next).map(|id| &state.tour(*id).draft) else {
            return problem.end.0;
        };
        let vehicle = draft.vehicle(problem);
        let change = changeover(vehicle, draft.setup(problem).kind, next.setup(problem));
        (next.clock.start[0] - change).min(next.begin() - change - vehicle.turnaround.0)
    }
}
