//! What a mission is for: how else it could be flown, and what would become of those on it without it.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Exclusion, Mission, Rule};
use airbridge_solver::Rejection;
use airbridge_solver::problem::{Cost, RequestIdx, SetupIdx, VehicleIdx, WayIdx};
use airbridge_solver::search::{TourName, Trial, Trials, Where};

use super::answer::{Admitted, Fate, MissionTold, OtherFlight};
use super::case::{Case, sketch};
use super::elsewhere::{Flight as Lift, against};
use crate::left_out::Causes;

/// Everything about a mission of the plan.
pub(crate) fn told(case: &Case, mission: &Mission, (vehicle, tour): (VehicleIdx, usize)) -> MissionTold {
    let trials = Trials::new(case.planner.problem(), &case.solution);
    let name = trials.tours()[vehicle.get()][tour];
    let mut flight = Flight {
        case,
        trials,
        name,
        vehicle,
        tour,
        causes: Causes::new(case.planner, &case.solution),
        excluded: BTreeMap::new(),
    };
    // What has begun goes on with the aircraft, the cabin and the crews with which it has begun.
    let begun = vehicle.get() >= case.planner.ordinary();
    let mut others = Vec::new();
    if !begun {
        others.extend(flight.setups());
        others.extend(flight.aircraft());
    }
    others.sort_by_key(|(cost, _)| *cost);
    let excluded = std::mem::take(&mut flight.excluded);
    MissionTold {
        mission: mission.clone(),
        under_way: begun,
        others: others.into_iter().map(|(_, other)| other).collect(),
        excluded: excluded
            .into_iter()
            .map(|((rule, reason), what)| Exclusion {
                offers: Vec::new(),
                alternative: what.join("; "),
                rule,
                reason,
            })
            .collect(),
        without: if begun { Vec::new() } else { flight.without() },
    }
}

/// A mission as a tour on which things are tried.
struct Flight<'c, 'p, 'a> {
    case: &'c Case<'p, 'a>,
    trials: Trials<'p>,
    name: TourName,
    vehicle: VehicleIdx,
    tour: usize,
    causes: Causes<'p, 'a>,
    excluded: BTreeMap<(Rule, String), Vec<String>>,
}

/// How many there was room for, who was the next, and what stopped them.
type Stopped = (usize, Lift, Option<(Rejection, WayIdx)>);

impl<'p> Flight<'_, 'p, '_> {
    /// Parties on the mission, the weightiest first, each with the ride that it has on it.
    fn riders(&self) -> Vec<(RequestIdx, u8)> {
        let case = self.case;
        let stops = &case.solution.tours[self.vehicle.get()][self.tour].stops;
        let rides: BTreeSet<(RequestIdx, u8)> = stops
            .iter()
            .flat_map(|stop| &stop.boards)
            .map(|ride| (ride.request, ride.ride))
            .filter(|(request, _)| request.get() < case.planner.parties.len())
            .collect();
        let mut riders: Vec<_> = rides.into_iter().collect();
        riders.sort_by_key(|(request, _)| -case.planner.problem.requests[request.get()].unserved.0[0]);
        riders
    }

    /// The same aircraft with other cabins and crews.
    fn setups(&mut self) -> Vec<(Cost, OtherFlight)> {
        let (case, planner) = (self.case, self.case.planner);
        let own = case.solution.tours[self.vehicle.get()][self.tour].setup;
        let mut found = Vec::new();
        for (number, setup) in planner.setups[self.vehicle.get()].iter().enumerate() {
            if number == own.get() {
                continue;
            }
            let what = format!(
                "{} with {} and {}",
                setup.configuration.id, setup.flight.id, setup.medical.id
            );
            match self.trials.try_setup(self.name, SetupIdx::new(number)) {
                Ok(trial) => {
                    let delta = trial.delta();
                    let difference = case.difference(&sketch(planner, &self.trials.with(trial)));
                    found.push((delta, OtherFlight { what, difference }));
                }
                Err(why) => self.exclude(why, what),
            }
        }
        found
    }

    /// Other aircraft with all who are on board.
    fn aircraft(&mut self) -> Vec<(Cost, OtherFlight)> {
        let (case, planner) = (self.case, self.case.planner);
        let mut found = Vec::new();
        let own = self.vehicle;
        let others = (0..planner.ordinary()).map(VehicleIdx::new);
        for other in others.filter(|other| *other != own) {
            let what = planner.aircraft[other.get()].0.id.to_string();
            match self.on(other) {
                Ok(trials) => {
                    let delta = trials.cost() - self.trials.cost();
                    let difference = case.difference(&sketch(planner, &trials.solution()));
                    found.push((delta, OtherFlight { what, difference }));
                }
                Err((boarded, next, deepest)) => {
                    let what = match boarded {
                        0 => what,
                        _ => format!("{what} (takes {boarded} of {})", self.riders().len()),
                    };
                    let reason = against(planner, &mut self.causes, &next, deepest);
                    self.excluded.entry(reason).or_default().push(what);
                }
            }
        }
        found
    }

    /// Everybody on a new mission of another aircraft, one after the other; or how many there is room for, and what stops the next.
    fn on(&self, other: VehicleIdx) -> Result<Trials<'p>, Stopped> {
        let riders = self.riders();
        let mut trials = self.trials.clone();
        let requests: Vec<RequestIdx> = riders.iter().map(|(request, _)| *request).collect();
        trials.take_out(&requests);
        let known: BTreeSet<TourName> = trials.tours().into_iter().flatten().collect();
        for (boarded, &(request, ride)) in riders.iter().enumerate() {
            let new = trials.tours().into_iter().flatten().find(|name| !known.contains(name));
            let place = new.map_or(Where::New(other), Where::On);
            let service = self.case.solution.served[request.get()].as_ref();
            let way = service.expect("who rides is served").way;
            match trials.try_way(request, way, (Some(ride), place)) {
                Ok(trial) => trials.apply(trial),
                Err(why) => {
                    let next = Lift {
                        request,
                        way,
                        lift: usize::from(ride),
                        vehicle: other,
                        new: new.is_none(),
                    };
                    return Err((boarded, next, why.map(|why| (why, way))));
                }
            }
        }
        Ok(trials)
    }

    fn exclude(&mut self, why: Rejection, what: String) {
        let Some(&(request, _)) = self.riders().first() else {
            return;
        };
        let party = &self.case.planner.parties[request.get()];
        let service = self.case.solution.served[request.get()].as_ref();
        let way = service.expect("who rides is served").way;
        let meaning = &self.case.planner.ways[request.get()][way.get()];
        let reason = self
            .causes
            .rejected(why, party, meaning.offers.first().copied(), meaning.staging);
        self.excluded.entry(reason).or_default().push(what);
    }

    /// What becomes of everybody without the mission.
    fn without(&mut self) -> Vec<Fate> {
        let (case, planner) = (self.case, self.case.planner);
        let riders = self.riders();
        let requests: Vec<RequestIdx> = riders.iter().map(|(request, _)| *request).collect();
        let mut trials = self.trials.clone();
        let mut gone = trials.take_out(&requests);
        gone.sort_by_key(|request| -planner.problem.requests[request.get()].unserved.0[0]);
        let mut reasons: BTreeMap<RequestIdx, String> = BTreeMap::new();
        for &request in &gone {
            let party = planner.parties.get(request.get());
            let to_bed = |way: WayIdx| {
                let meaning = party.map(|_| &planner.ways[request.get()][way.get()]);
                meaning.is_none_or(|meaning| !meaning.offers.is_empty())
            };
            let ways = planner.problem.requests[request.get()].ways.len();
            let mut best: Option<(Trial, WayIdx)> = None;
            let mut deepest = None;
            for way in (0..ways).map(WayIdx::new) {
                let why = match trials.try_way(request, way, (None, Where::NotNew(self.vehicle))) {
                    Ok(trial) if trial.delta() >= Cost::ZERO => Some(Rejection::Costly),
                    Ok(trial) => {
                        if best.as_ref().is_none_or(|(known, _)| trial.delta() < known.delta()) {
                            best = Some((trial, way));
                        }
                        None
                    }
                    Err(why) => why,
                };
                if to_bed(way) {
                    deepest = deepest.max(why.map(|why| (why, way)));
                }
            }
            let mut placed = false;
            if let Some((trial, way)) = best {
                // Who only waits where they are is still told why nothing takes them on.
                placed = to_bed(way);
                trials.apply(trial);
            }
            let Some(party) = party.filter(|_| !placed) else {
                continue;
            };
            let reason = match deepest {
                Some((why, way)) => {
                    let meaning = &planner.ways[request.get()][way.get()];
                    let (rule, reason) =
                        self.causes
                            .rejected(why, party, meaning.offers.first().copied(), meaning.staging);
                    format!("{reason} (rule {rule}, {})", rule.title())
                }
                None => "no other mission is under way at a time that suits".to_owned(),
            };
            reasons.insert(request, reason);
        }
        let then = sketch(planner, &trials.solution());
        let mut fates = Vec::new();
        for request in gone.into_iter().filter(|request| request.get() < planner.parties.len()) {
            for patient in &planner.parties[request.get()].members {
                let journey = then.journeys.iter().find(|journey| journey.patient == patient.id);
                let then = journey.map(|journey| Admitted {
                    offer: journey.offer.clone(),
                    arrives_at: journey.arrives_at,
                    on_time: journey.on_time,
                });
                fates.push(Fate {
                    patient: patient.id.clone(),
                    then: then.ok_or_else(|| reasons.get(&request).cloned().unwrap_or_default()),
                });
            }
        }
        let moved = |fate: &Fate| case.plan.journeys.iter().any(|journey| journey.patient == fate.patient);
        fates.retain(moved);
        fates
    }
}
