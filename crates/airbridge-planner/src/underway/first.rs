//! What a search for a plan under way begins with: the running plan as far as it holds, and a place for all that has begun.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Mission, Operation, Plan, Progress, SoFar, Step};
use airbridge_solver::problem::{PlaceIdx, RequestIdx};
use airbridge_solver::search::{self, Explainer};
use airbridge_solver::solution::Solution;
use airbridge_units::{MissionId, PatientId};

use super::{Underway, Where, Whereabouts};
use crate::encode::encode;
use crate::translate::Planner;

/// The running plan as far as it still holds, with all that has begun; each mission under way and everybody on the way who finds no place as they were to go
/// on, where it costs least.
///
/// What has begun comes first: where more of it finds a place without what stands ahead, so much of that is planned anew: first how missions under way go on
/// with those who have not boarded, then missions ahead of the same aircraft and crews, then all. A bed that is free is taken at once; for one that is not,
/// nothing more is planned anew: the search weighs what it takes from others.
pub(crate) fn begun<'p>(planner: &'p Planner<'_>) -> Begun<'p> {
    let Some(underway) = &planner.underway else {
        let problem = planner.problem();
        return Begun {
            explainer: Explainer::new(problem, &Solution::empty(problem)),
            stranded: Vec::new(),
            turned_out: 0,
        };
    };
    let (explainer, wanting) = placed(planner, underway, false);
    Begun::of(explainer, wanting)
}

/// Likewise, but how missions under way go on is planned anew. `None` where more would be without a place than in what is known, or other missions; who is at
/// an airfield, where they may wait to be fetched, is not counted.
///
/// Who was to board such a mission may be better on another, which nobody looks for while it goes on as it stands.
pub(crate) fn begun_anew<'p>(planner: &'p Planner<'_>, known: &Begun<'_>) -> Option<Begun<'p>> {
    let underway = planner.underway.as_ref()?;
    let begin = encode(planner, &ahead(planner.operation, underway.so_far)).unwrap_or_else(|partial| partial.solution);
    let mut tried = ORDERS.iter().map(|order| beside(planner, underway, &begin, order));
    let (explainer, wanting) = tried.find(|(_, wanting)| {
        let known_stranded = |mission: &MissionId| known.stranded.contains(mission);
        wanting.stranded.iter().all(known_stranded) && wanting.turned_out <= known.turned_out
    })?;
    Some(Begun::of(explainer, wanting))
}

/// As much of the running plan as leaves most of what has begun a place; and what has none. Thoroughly: also tries what cannot leave more.
fn placed<'p>(planner: &'p Planner<'_>, underway: &Underway<'_>, thoroughly: bool) -> (Explainer<'p>, Wanting) {
    let mut alone: Option<Alone<'p>> = None;
    let mut best: Option<(Explainer<'p>, Wanting)> = None;
    for plan in kept(planner, underway) {
        let begin = encode(planner, &plan).unwrap_or_else(|partial| partial.solution);
        for order in &ORDERS {
            let (explainer, wanting) = beside(planner, underway, &begin, order);
            let at_best = wanting.requests.iter().all(|request| {
                let alone = alone.get_or_insert_with(|| Alone::new(planner, underway));
                !alone.finds(*request)
            });
            if best.as_ref().is_none_or(|(_, known)| wanting.places() < known.places()) {
                best = Some((explainer, wanting));
            }
            if at_best && !thoroughly {
                return best.expect("this one, or a better one");
            }
        }
    }
    best.expect("something was tried")
}

/// All that has begun, placed in this order beside what is kept.
fn beside<'p>(
    planner: &'p Planner<'_>,
    underway: &Underway<'_>,
    begin: &Solution,
    order: &Order,
) -> (Explainer<'p>, Wanting) {
    let mut explainer = Explainer::new(planner.problem(), begin);
    let wanting = place(planner, underway, order, &mut explainer);
    (explainer, wanting)
}

/// Less and less of the running plan.
fn kept(planner: &Planner, underway: &Underway<'_>) -> [Plan; 4] {
    let stands = underway.so_far.stands.clone();
    let all = ahead(planner.operation, underway.so_far);
    let mut others = all.clone();
    let busy = |mission: &Mission| {
        underway.flights.iter().any(|flight| {
            let team = flight.mission.medical_crew.as_ref();
            flight.mission.aircraft == mission.aircraft
                || flight.mission.flight_crew == mission.flight_crew
                || (team.is_some() && team == mission.medical_crew.as_ref())
        })
    };
    others.missions.retain(|mission| !busy(mission));
    keep_whole(&mut others);
    let mut nothing = others.clone();
    nothing.missions.clear();
    nothing.journeys.clear();
    [stands, all, others, nothing]
}

/// Nothing but missions under way, once before and once after they are on their way home: a stop on that way may be what somebody on board needs.
struct Alone<'p> {
    nothing: Explainer<'p>,
    home: Explainer<'p>,
}

impl<'p> Alone<'p> {
    fn new(planner: &'p Planner<'_>, underway: &Underway<'_>) -> Self {
        let problem = planner.problem();
        let empty = Solution::empty(problem);
        let mut home = Explainer::new(problem, &empty);
        let first = underway.first_of_missions.get();
        for mission in first..first + underway.flights.len() {
            home.place_quickly(RequestIdx::new(mission));
        }
        Self {
            nothing: Explainer::new(problem, &empty),
            home,
        }
    }

    /// Whether somebody, or a mission under way, finds a place.
    fn finds(&mut self, request: RequestIdx) -> bool {
        self.nothing.can_place(request) || self.home.is_served(request) || self.home.can_place(request)
    }
}

/// Missions that wait, for a repair or a crew, with somebody on board who could get off.
pub(crate) fn waiting(planner: &Planner) -> Vec<MissionId> {
    let Some(underway) = &planner.underway else {
        return Vec::new();
    };
    let held = &underway.so_far.held;
    let flights = underway.flights.iter();
    let waits = flights.filter(|flight| held.contains_key(&flight.mission.id));
    waits
        .filter(|flight| flight.aboard.iter().any(|rider| flight.boarding_at(rider).is_none()))
        .map(|flight| flight.mission.id.clone())
        .filter(|mission| lands(planner, mission))
        .collect()
}

/// Whether a mission under way can land where it was going; on the ground it has.
pub(crate) fn lands(planner: &Planner, mission: &MissionId) -> bool {
    let Some(underway) = &planner.underway else {
        return false;
    };
    let flight = underway.flights.iter().position(|flight| flight.mission.id == *mission);
    flight.is_some_and(|index| match underway.flights[index].position {
        Where::Ground { .. } => true,
        Where::Air { to, .. } => {
            let vehicle = &planner.problem().vehicles[underway.vehicles[index].get()];
            let profile = &planner.problem().profiles[vehicle.profile.get()];
            let ways = profile.options(0, underway.ends[index].goes_on, PlaceIdx::new(to));
            !ways.is_empty()
        }
    })
}

/// What has begun, placed.
#[derive(Debug)]
pub(crate) struct Begun<'p> {
    explainer: Explainer<'p>,
    /// Missions under way that found no way on, or none for somebody on board.
    pub(crate) stranded: Vec<MissionId>,
    /// Parties that have no place where they wait.
    turned_out: usize,
}

impl<'p> Begun<'p> {
    fn of(explainer: Explainer<'p>, wanting: Wanting) -> Self {
        Self {
            explainer,
            stranded: wanting.stranded.into_iter().collect(),
            turned_out: wanting.turned_out,
        }
    }
}

impl Begun<'_> {
    /// With everybody else who finds a place at the first look, those with promises first: for whoever cannot wait.
    pub(crate) fn quickly(&self, planner: &Planner) -> Solution {
        let solution = self.explainer.solution();
        let mut order = promised(planner);
        let first: BTreeSet<RequestIdx> = order.iter().copied().collect();
        let mut others: Vec<RequestIdx> = (0..planner.parties.len()).map(RequestIdx::new).collect();
        others.retain(|request| !first.contains(request));
        others.sort_by_key(|request| (Reverse(planner.problem().requests[request.get()].unserved), *request));
        order.extend(others);
        order.retain(|request| solution.served[request.get()].is_none());
        search::complete(planner.problem(), &solution, &order)
    }

    /// With everybody else to whom something was promised, each where it costs least; from now on they are placed here, too.
    pub(crate) fn with_promised(&mut self, planner: &Planner) -> Solution {
        for request in promised(planner) {
            if !self.explainer.is_served(request) {
                self.explainer.place_best(request);
            }
        }
        self.explainer.solution()
    }
}

/// Parties that have not left and were promised something, in the order in which the promised journeys begin.
fn promised(planner: &Planner) -> Vec<RequestIdx> {
    let Some(underway) = &planner.underway else {
        return Vec::new();
    };
    let begins = begins(underway.so_far);
    let parties = underway.whereabouts.iter().enumerate();
    let mut order: Vec<_> = parties
        .filter(|(_, at)| matches!(at, Whereabouts::Origin))
        .filter_map(|(party, _)| Some((*begins.get(&planner.parties[party].members[0].id)?, party)))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, party)| RequestIdx::new(party)).collect()
}

/// Who is placed when, of what has begun.
struct Order {
    /// Missions, home.
    missions: u8,
    /// Who is on board.
    aboard: u8,
    /// Who is in a facility on the way.
    inside: u8,
}

/// Before a mission is placed its aircraft and crews look free from the start; so those who wait inside come after the missions, lest they take an aircraft
/// that is in the air. But those who are put down in staging must leave them their places, so the other way round is tried, too.
const ORDERS: [Order; 4] = [
    Order {
        aboard: 0,
        missions: 1,
        inside: 2,
    },
    Order {
        missions: 0,
        inside: 1,
        aboard: 2,
    },
    Order {
        inside: 0,
        aboard: 1,
        missions: 2,
    },
    Order {
        inside: 0,
        missions: 1,
        aboard: 2,
    },
];

/// What of all that has begun finds no place.
struct Wanting {
    requests: Vec<RequestIdx>,
    /// Missions that find no way on with all who are on board.
    stranded: BTreeSet<MissionId>,
    /// Parties that have no place where they wait.
    turned_out: usize,
}

impl Wanting {
    fn places(&self) -> usize {
        self.stranded.len() + self.turned_out
    }
}

/// Places everything that was begun.
fn place(planner: &Planner, underway: &Underway<'_>, order: &Order, explainer: &mut Explainer<'_>) -> Wanting {
    let stage = |at: &Whereabouts| match at {
        Whereabouts::Inside { .. } => Some(order.inside),
        Whereabouts::Aboard { .. } => Some(order.aboard),
        Whereabouts::Field { .. } => Some(4),
        Whereabouts::Origin => None,
    };
    let promised = begins(underway.so_far);
    let parties = underway.whereabouts.iter().enumerate().filter_map(|(party, at)| {
        let begins = promised.get(&planner.parties[party].members[0].id).copied();
        // Who was promised nothing comes last.
        Some((stage(at)?, begins.unwrap_or(jiff::Timestamp::MAX), party))
    });
    let first = underway.first_of_missions.get();
    let missions = (0..underway.flights.len()).map(|number| (order.missions, jiff::Timestamp::MIN, first + number));
    let mut queue: Vec<(u8, jiff::Timestamp, usize)> = parties.chain(missions).collect();
    queue.sort_unstable();
    let mut wanting = Wanting {
        requests: Vec::new(),
        stranded: BTreeSet::new(),
        turned_out: 0,
    };
    for (_, _, number) in queue {
        let request = RequestIdx::new(number);
        if explainer.is_served(request) || explainer.place_quickly(request) {
            continue;
        }
        let flight = match underway.whereabouts.get(number) {
            None => Some(number - first),
            Some(Whereabouts::Aboard { flight }) => Some(*flight),
            Some(Whereabouts::Inside { .. }) => {
                wanting.turned_out += 1;
                None
            }
            // At an airfield they may wait to be fetched.
            Some(Whereabouts::Field { .. } | Whereabouts::Origin) => continue,
        };
        wanting.requests.push(request);
        wanting
            .stranded
            .extend(flight.map(|flight| underway.flights[flight].mission.id.clone()));
    }
    wanting
}

/// Leaves only journeys whose missions are all there.
fn keep_whole(plan: &mut Plan) {
    let known: BTreeSet<MissionId> = plan.missions.iter().map(|mission| mission.id.clone()).collect();
    plan.journeys.retain(|journey| {
        journey.steps.iter().all(|step| match step {
            Step::Lift { mission, .. } => known.contains(mission),
            _ => true,
        })
    });
}

/// What of the plan, as it stands, has not begun in any part.
fn ahead(operation: &Operation, so_far: &SoFar) -> Plan {
    let now = operation.planned_at;
    let mut plan = so_far.stands.clone();
    plan.missions
        .retain(|mission| mission.progress(now) == Progress::NotBegun);
    plan.journeys.retain(|journey| journey.begun(now).is_empty());
    // Their journeys are gone, so they would be booked as waiting; they look for a place again instead.
    plan.left_out.clear();
    keep_whole(&mut plan);
    plan
}

/// When each promised journey begins.
fn begins(so_far: &SoFar) -> BTreeMap<PatientId, jiff::Timestamp> {
    let journeys = so_far.promised.journeys.iter();
    journeys
        .filter_map(|journey| Some((journey.patient.clone(), journey.steps.first()?.span().0)))
        .collect()
}

#[cfg(test)]
mod tests {
    use airbridge_solver::search::StopSignal;
    use airbridge_solver::solution::verify;
    use airbridge_testkit::disruptions::{KINDS, disruption};
    use airbridge_testkit::generate::Family;

    use super::*;
    use crate::underway::running::{running, stands};

    #[test]
    fn what_goes_on_undisturbed_goes_on_as_it_stands() {
        let mut on_the_way = 0;
        for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
            let (operation, parent) = running(family, seed);
            let legs = parent.missions.iter().flat_map(|mission| &mission.legs);
            let mut moments: Vec<_> = legs
                .map(|leg| leg.off_block_at + leg.on_block_at.duration_since(leg.off_block_at) / 2)
                .collect();
            moments.sort_unstable();
            for now in moments.into_iter().step_by(5).take(6) {
                let standing = stands(&operation, &parent, &[], now);
                let planner = Planner::new(&standing).expect("sound");
                let underway = planner.underway.as_ref().expect("under way");
                let encoded = encode(&planner, &underway.so_far.stands).expect("it holds as it stands");
                for plan in kept(&planner, underway) {
                    let begin = encode(&planner, &plan).unwrap_or_else(|partial| partial.solution);
                    let wanting = ORDERS
                        .iter()
                        .map(|order| beside(&planner, underway, &begin, order).1.places());
                    assert_eq!(wanting.min(), Some(0), "{family:?} {now}: all find a place");
                }
                let mut begun = begun(&planner);
                assert_eq!(begun.stranded, [], "{family:?} {now}");
                assert_eq!(begun.explainer.solution().served, encoded.served, "{family:?} {now}");
                let solution = begun.with_promised(&planner);
                for (index, party) in planner.parties.iter().enumerate() {
                    let request = RequestIdx::new(index);
                    let change = crate::restore::change(&planner, &solution, request);
                    assert_eq!(change, None, "{family:?} {now} {}", party.members[0].id);
                    on_the_way += usize::from(planner.whereabouts(party) != Whereabouts::Origin);
                }
            }
        }
        assert!(on_the_way > 20, "{on_the_way} on the way");
    }

    #[test]
    fn who_waits_without_a_bed_has_one_as_soon_as_there_is_one() {
        let mut found = 0;
        for seed in 1..6 {
            let (operation, parent) = running(Family::Benghazi, seed);
            let Some((events, now)) = disruption(&operation, &parent, "beds-withdrawn", seed) else {
                continue;
            };
            let settings = crate::Settings {
                seed,
                work: Some(0),
                threads: 1,
            };
            let standing = stands(&operation, &parent, &events, now);
            let made = crate::replan::replan_bare(standing, &settings, &StopSignal::new()).expect("sound");
            let waits = made.plan.left_out.iter().filter(|entry| !entry.so_far.is_empty());
            let waits: BTreeSet<PatientId> = waits.map(|entry| entry.patient.clone()).collect();
            let mut operation = made.operation;
            operation.offers = running(Family::Benghazi, seed).0.offers;
            let later = now + jiff::SignedDuration::from_mins(10);
            let standing = stands(&operation, &made.plan, &[], later);
            let planner = Planner::new(&standing).expect("sound");
            let solution = begun(&planner).explainer.solution();
            for (party, ways) in planner.ways.iter().enumerate() {
                let service = solution.served.get(party).and_then(Option::as_ref);
                let has_bed = service.is_some_and(|service| !ways[service.way.get()].offers.is_empty());
                found += usize::from(waits.contains(&planner.parties[party].members[0].id) && has_bed);
            }
        }
        assert!(found > 0, "of those who wait somebody has a bed");
    }

    #[test]
    fn trying_less_of_the_running_plan_would_place_no_more() {
        let mut without_place = 0;
        for (family, seed) in [(Family::Benghazi, 2), (Family::Benghazi, 3), (Family::WaitingList, 2)] {
            let (operation, parent) = running(family, seed);
            for kind in KINDS {
                let Some((events, now)) = disruption(&operation, &parent, kind, seed) else {
                    continue;
                };
                let standing = stands(&operation, &parent, &events, now);
                let planner = Planner::new(&standing).expect("sound");
                let underway = planner.underway.as_ref().expect("under way");
                let (_, wanting) = placed(&planner, underway, false);
                let (_, least) = placed(&planner, underway, true);
                assert_eq!(wanting.places(), least.places(), "{family:?} {seed} {kind}");
                without_place += wanting.places();
            }
        }
        assert!(without_place > 0, "nobody was without a place");
    }

    #[test]
    fn the_first_look_keeps_the_rules_and_all_that_has_begun() {
        let (operation, parent) = running(Family::Benghazi, 3);
        let mut added = 0;
        for kind in KINDS {
            let Some((events, now)) = disruption(&operation, &parent, kind, 3) else {
                continue;
            };
            let standing = stands(&operation, &parent, &events, now);
            let planner = Planner::new(&standing).expect("sound");
            let begun = begun(&planner);
            let (placed, quick) = (begun.explainer.solution(), begun.quickly(&planner));
            assert_eq!(verify(planner.problem(), &quick), [], "{kind}");
            let lost = (0..placed.served.len())
                .find(|request| placed.served[*request].is_some() && quick.served[*request].is_none());
            assert_eq!(lost, None, "{kind}");
            assert!(
                quick.cost(planner.problem()) <= placed.cost(planner.problem()),
                "{kind}: whoever is put in makes it better"
            );
            added += quick.served_count() - placed.served_count();
        }
        assert!(added > 0, "somebody found a place at the first look");
    }
}
