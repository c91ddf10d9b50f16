//! Why no time suits a patient and a bed, whatever flies: readiness, the doors' hours, the offer's days, and the end of the operation.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Facility, Rule};
use airbridge_solver::problem::PlaceIdx;

use crate::party::Party;
use crate::spans::Spans;
use crate::translate::Planner;
use crate::ways::arrival_times;

/// Finds what time excludes, and remembers what many share.
pub(crate) struct Timing<'p, 'a> {
    planner: &'p Planner<'a>,
    /// By offer index.
    arrivals: BTreeMap<usize, Spans>,
    /// By facility index.
    releases: BTreeMap<usize, Spans>,
    /// By facilities and grade: the quickest flight with its roads, and the road to the door alone.
    quickest: BTreeMap<(usize, usize, u8), Option<Quickest>>,
}

/// The quickest journey from door to door, in seconds, without loading.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Quickest {
    whole: i64,
    onward: i64,
}

impl<'p, 'a> Timing<'p, 'a> {
    pub(crate) fn new(planner: &'p Planner<'a>) -> Self {
        Self {
            planner,
            arrivals: BTreeMap::new(),
            releases: BTreeMap::new(),
            quickest: BTreeMap::new(),
        }
    }

    /// What keeps a party from a bed at every time; `None` when nothing does that can be told without a flight plan.
    pub(crate) fn reason(&mut self, party: &Party, index: usize) -> Option<(Rule, String)> {
        let (operation, axis) = (self.planner.operation, &self.planner.axis);
        let offer = &operation.offers[index];
        let members = || party.members.iter();
        let ready = members().map(|patient| axis.not_before(patient.ready_at)).max()?;
        let journey = |text: &str| Some((Rule::Journey, text.to_owned()));
        if ready > axis.end {
            return journey("ready only after the operation ends");
        }
        let ready = ready.max(axis.not_before(operation.planned_at));
        let collect_by = members()
            .filter_map(|patient| Some(axis.not_after(patient.collect_by?)))
            .min();
        if collect_by.is_some_and(|by| by < ready) {
            return journey("the latest time to be collected is before the patient is ready, or past");
        }
        let origin = self.planner.places.facility(&members().next()?.origin);
        let released = self.releases(origin);
        let collected = Spans::one(ready, collect_by.unwrap_or(axis.end)).intersect(&released);
        let Some(&(first, _)) = collected.intervals().first() else {
            let from = &operation.facilities[origin];
            let text = format!(
                "{} lets patients out only in {}, never while this one could go",
                from.name, from.release_hours
            );
            return Some((Rule::Journey, text));
        };
        let receiver = self.planner.places.facility(&offer.facility);
        let quickest = self.quickest(party, origin, receiver)?;
        let arrives = first + quickest.whole;
        let useful = members()
            .filter_map(|patient| Some(axis.not_after(patient.precedence.latest_useful_at?)))
            .min();
        if useful.is_some_and(|by| by < arrives) {
            return journey("even the quickest journey arrives after the latest useful time");
        }
        if arrives - quickest.onward > axis.end {
            let text = "the operation ends before even the quickest journey is over";
            return Some((Rule::Duty, text.to_owned()));
        }
        let last = useful.unwrap_or(i64::MAX / 16).min(axis.end + quickest.onward + 86_400);
        let possible = self.arrivals(index).intersect(&Spans::one(arrives, last));
        possible
            .is_empty()
            .then(|| (Rule::Destination, self.closed_door(receiver, offer, arrives, last)))
    }

    /// Whether nobody is admitted to a bed at an instant, or it is of no use to a party by then.
    pub(crate) fn is_shut(&mut self, party: &Party, index: usize, at: i64) -> bool {
        let axis = &self.planner.axis;
        let mut latest = party
            .members
            .iter()
            .filter_map(|patient| patient.precedence.latest_useful_at);
        let useless = latest.any(|latest| axis.not_after(latest) < at);
        useless || self.arrivals(index).intersect(&Spans::one(at, at)).is_empty()
    }

    /// What keeps anybody from a bed at every time from now on.
    pub(crate) fn henceforth(&mut self, index: usize) -> Option<(Rule, String)> {
        let offer = &self.planner.operation.offers[index];
        let receiver = self.planner.places.facility(&offer.facility);
        let last = self.planner.axis.end + 86_400;
        let possible = self.arrivals(index).intersect(&Spans::one(0, last));
        possible
            .is_empty()
            .then(|| (Rule::Destination, self.closed_door(receiver, offer, 0, last)))
    }

    /// Which of an offer's days and a door's hours leave no time from `arrives` to `last`.
    fn closed_door(&self, receiver: usize, offer: &BedOffer, arrives: i64, last: i64) -> String {
        let axis = &self.planner.axis;
        let facility: &Facility = &self.planner.operation.facilities[receiver];
        let next_day = offer.to.saturating_add(jiff::Span::new().days(1));
        if axis.day_start(next_day, &facility.zone) <= arrives {
            format!("the offer ends on {}, before the patient could arrive", offer.to)
        } else if axis.day_start(offer.from, &facility.zone) > last {
            format!("the offer begins only on {}", offer.from)
        } else {
            let hours = &facility.admission_hours;
            format!(
                "{} admits only in {hours}, never while the patient could arrive",
                facility.name
            )
        }
    }

    fn releases(&mut self, facility: usize) -> Spans {
        let (axis, from) = (&self.planner.axis, &self.planner.operation.facilities[facility]);
        let compute = || axis.open(&from.release_hours, &from.zone);
        self.releases.entry(facility).or_insert_with(compute).clone()
    }

    fn arrivals(&mut self, index: usize) -> &Spans {
        let (axis, operation) = (&self.planner.axis, self.planner.operation);
        let offer = &operation.offers[index];
        let facility = &operation.facilities[self.planner.places.facility(&offer.facility)];
        let compute = || arrival_times(axis, facility, offer);
        self.arrivals.entry(index).or_insert_with(compute)
    }

    fn quickest(&mut self, party: &Party, origin: usize, receiver: usize) -> Option<Quickest> {
        let planner = self.planner;
        let grade = planner.grades.of_all(party.members.iter().copied())?;
        let compute = || {
            let hubs = planner.operation.staging.iter();
            let direct = best(planner, origin, receiver, grade);
            let through = hubs.filter_map(|entry| {
                let hub = planner.places.facility(&entry.facility);
                let first = best(planner, origin, hub, grade)?;
                let second = best(planner, hub, receiver, grade)?;
                Some(Quickest {
                    whole: first.whole + entry.min_stay.get() * 60 + second.whole,
                    onward: second.onward,
                })
            });
            direct.into_iter().chain(through).min()
        };
        *self.quickest.entry((origin, receiver, grade)).or_insert_with(compute)
    }
}

/// The quickest single lift between two facilities by any aircraft.
fn best(planner: &Planner, from: usize, to: usize, grade: u8) -> Option<Quickest> {
    let facilities = &planner.operation.facilities;
    let place = |field| PlaceIdx::new(planner.places.airfield(field));
    let mut found: Option<Quickest> = None;
    for leave in &facilities[from].access {
        for arrive in &facilities[to].access {
            let options = planner.problem.profiles.iter().filter_map(|profile| {
                let options = profile.options(grade, place(&leave.airfield), place(&arrive.airfield));
                options.iter().map(|option| option.duration.0).min()
            });
            if let Some(flight) = options.min() {
                let onward = arrive.ground.get() * 60;
                let candidate = Quickest {
                    whole: leave.ground.get() * 60 + flight + onward,
                    onward,
                };
                found = Some(found.map_or(candidate, |known| known.min(candidate)));
            }
        }
    }
    found
}
