//! Who is in the beds of an offer, who is not and why, and what a bed more or fewer would change.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Plan, Rule};
use airbridge_solver::Rejection;
use airbridge_solver::problem::{Cost, RequestIdx, WayIdx};
use airbridge_solver::search::{Explainer, Trial, Trials, Where};
use airbridge_units::PatientId;
use jiff::Span;
use jiff::civil::Date;

use super::answer::{OfferTold, OneFewer, Possible, Refused};
use super::case::{Case, sketch};
use super::change::Change;
use super::relax::{admitted, without};
use crate::encode::{Dropped, encode};
use crate::left_out::{Causes, InsteadOfWaiting, is_left_out, unreached};
use crate::ways::fits;

/// Patients tried for the bed that goes.
const TRIED: usize = 30;

/// Everything about an offer.
pub(crate) fn told(case: &Case, index: usize) -> OfferTold {
    let offer = &case.planner.operation.offers[index];
    let days = days(case, offer);
    let (refused, wanting) = refused(case, index);
    let mut placed: Vec<_> = in_beds(&case.plan, offer)
        .map(|journey| (journey.patient.clone(), journey.arrives_at))
        .collect();
    placed.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    let full = offer.beds > 0 && days.iter().any(|(_, taken)| *taken >= offer.beds);
    OfferTold {
        offer: offer.id.clone(),
        beds: offer.beds,
        one_more: one_more(case, offer, &wanting),
        one_fewer: if full {
            one_fewer(case, index)
        } else {
            OneFewer::Nothing
        },
        placed,
        days,
        refused,
    }
}

fn in_beds<'p>(plan: &'p Plan, offer: &'p BedOffer) -> impl Iterator<Item = &'p airbridge_model::Journey> {
    plan.journeys.iter().filter(|journey| journey.offer == offer.id)
}

/// Beds taken on each day of the offer within the operation.
fn days(case: &Case, offer: &BedOffer) -> Vec<(Date, u32)> {
    let operation = case.planner.operation;
    let zone = &operation.facilities[case.planner.places.facility(&offer.facility)].zone;
    let last = operation.horizon.to.to_zoned(zone.clone()).date().min(offer.to);
    let taken = |day: Date| {
        let inside = in_beds(&case.plan, offer).filter(|journey| {
            let arrival = journey.arrives_at.to_zoned(zone.clone()).date();
            let patient = operation.patients.iter().find(|patient| patient.id == journey.patient);
            let stay = operation.stay_days(patient, offer).max(1);
            arrival <= day && day < arrival.saturating_add(Span::new().days(i64::from(stay)))
        });
        inside.count() as u32
    };
    let mut all = Vec::new();
    let mut day = offer.from;
    while day <= last {
        all.push((day, taken(day)));
        day = day.saturating_add(Span::new().days(1));
    }
    all
}

/// Those left out whom the offer would fit, by what keeps them from it; and the parties of those whom a bed could help.
fn refused(case: &Case, index: usize) -> (Vec<Refused>, Vec<RequestIdx>) {
    let (planner, operation) = (case.planner, case.planner.operation);
    let offer = &operation.offers[index];
    let mut causes = Causes::new(planner, &case.solution);
    let mut explainer = Explainer::new(planner.problem(), &case.solution);
    let mut reasons: BTreeMap<(Rule, String), Vec<(i64, PatientId)>> = BTreeMap::new();
    let mut wanting = Vec::new();
    let left_out = planner
        .parties
        .iter()
        .enumerate()
        .filter(|(request, _)| is_left_out(planner, &case.solution, *request));
    for (request, party) in left_out {
        let request = RequestIdx::new(request);
        let weight = planner.problem.requests[request.get()].unserved.0[0];
        let waits = case.solution.served[request.get()].is_some();
        let mut instead = waits.then(|| InsteadOfWaiting::new(planner, &case.solution, request));
        let mut stops = |way: WayIdx| match &mut instead {
            Some(instead) => instead.stops(way),
            None => explainer.explain(request, way).err(),
        };
        let mut room = false;
        for (member, patient) in party.members.iter().enumerate() {
            if fits(operation, &planner.places, patient, offer).is_err() {
                continue;
            }
            let ways = planner.ways[request.get()].iter().enumerate();
            let there = ways.filter(|(_, meaning)| meaning.offers.get(member) == Some(&index));
            let tested: Vec<(Option<Rejection>, usize)> =
                there.map(|(way, _)| (stops(WayIdx::new(way)), way)).collect();
            let said = match tested.iter().max() {
                None => unreached(planner, &mut causes, party, member, (index, offer))
                    .into_iter()
                    .map(|(path, rule, reason)| (rule, format!("{path}: {reason}")))
                    .next(),
                Some(_) if tested.iter().any(|(why, _)| why.is_none()) => {
                    room = true;
                    Some((
                        Rule::Journey,
                        "there is room: the search ended before it was used".to_owned(),
                    ))
                }
                Some((why, way)) => why.map(|why| {
                    let staging = planner.ways[request.get()][*way].staging;
                    causes.rejected(why, party, index, staging)
                }),
            };
            let said = said.unwrap_or((Rule::Journey, "no way leads there".to_owned()));
            reasons.entry(said).or_default().push((-weight, patient.id.clone()));
            if !room && !tested.is_empty() && !wanting.contains(&request) {
                wanting.push(request);
            }
        }
    }
    wanting.sort_by_key(|request| -planner.problem.requests[request.get()].unserved.0[0]);
    let mut refused: Vec<(i64, Refused)> = reasons
        .into_iter()
        .map(|((rule, reason), mut patients)| {
            patients.sort();
            let first = patients[0].0;
            let patients = patients.into_iter().map(|(_, id)| id).collect();
            (first, Refused { patients, rule, reason })
        })
        .collect();
    refused.sort_by(|a, b| (a.0, &a.1.patients).cmp(&(b.0, &b.1.patients)));
    let refused = refused.into_iter().map(|(_, refused)| refused);
    (refused.collect(), wanting)
}

/// Who comes in with a bed more.
fn one_more(case: &Case, offer: &BedOffer, wanting: &[RequestIdx]) -> Vec<(PatientId, super::answer::Admitted)> {
    let mut changed = case.planner.operation.clone();
    Change::Beds {
        offer: offer.id.clone(),
        more: 1,
    }
    .apply(&mut changed);
    let Ok(planner) = case.planner.beside(&changed) else {
        return Vec::new();
    };
    let Ok(solution) = encode(&planner, &case.plan) else {
        return Vec::new();
    };
    let mut explainer = Explainer::new(planner.problem(), &solution);
    let mut came = Vec::new();
    for &request in wanting {
        if !explainer.is_served(request) {
            if explainer.place(request) {
                came.push(request);
            }
            continue;
        }
        // They wait on the way.
        let Some(without) = without(&planner, &explainer.solution(), request) else {
            continue;
        };
        let mut instead = Explainer::new(planner.problem(), &without);
        if instead.place(request) && !is_left_out(&planner, &instead.solution(), request.get()) {
            came.push(request);
            explainer = instead;
        }
    }
    let then = sketch(&planner, &explainer.solution());
    let members = came.iter().flat_map(|request| &planner.parties[request.get()].members);
    members
        .filter_map(|patient| {
            let journey = then.journeys.iter().find(|journey| journey.patient == patient.id)?;
            Some((patient.id.clone(), admitted(std::slice::from_ref(journey))?))
        })
        .collect()
}

/// Whether what was dropped is nothing but these patients.
fn is_of(dropped: &Dropped, theirs: impl Fn(&PatientId) -> bool) -> bool {
    match dropped {
        Dropped::Patients { patients, .. } => patients.iter().all(theirs),
        Dropped::Mission { .. } => false,
    }
}

/// Who would have to go, at least cost to all, if there were a bed fewer.
fn one_fewer(case: &Case, index: usize) -> OneFewer {
    let offer = &case.planner.operation.offers[index];
    let mut changed = case.planner.operation.clone();
    changed.offers[index].beds -= 1;
    let Ok(planner) = case.planner.beside(&changed) else {
        return OneFewer::Settled;
    };
    let mut requests: Vec<RequestIdx> = in_beds(&case.plan, offer)
        .filter_map(|journey| case.request(&journey.patient))
        .collect();
    requests.sort_by_key(|request| case.planner.problem.requests[request.get()].unserved.0[0]);
    requests.dedup();
    let mut best: Option<(Cost, OneFewer)> = None;
    for request in requests.into_iter().take(TRIED) {
        let mut trials = Trials::new(case.planner.problem(), &case.solution);
        trials.take_out(&[request]);
        let mut without = sketch(case.planner, &trials.solution());
        let party = &planner.parties[request.get()];
        // Whoever is on the way is not to be held as waiting where they are: that is for where no bed is found.
        let theirs = |patient: &PatientId| party.members.iter().any(|member| member.id == *patient);
        without.left_out.retain(|entry| !theirs(&entry.patient));
        let solution = match encode(&planner, &without) {
            Ok(solution) => solution,
            // A mission has them on board, of whom the plan says nothing now.
            Err(partial) if partial.dropped.iter().all(|dropped| is_of(dropped, theirs)) => partial.solution,
            Err(_) => continue,
        };
        let mut trials = Trials::new(planner.problem(), &solution);
        let mut cheapest = |to_bed: bool| {
            let ways = planner.ways[request.get()].iter().enumerate();
            let ways = ways.filter(|(_, way)| way.offers.is_empty() != to_bed);
            ways.filter_map(|(way, _)| trials.try_way(request, WayIdx::new(way), (None, Where::Anywhere)).ok())
                .filter(|trial| trial.delta() < Cost::ZERO)
                .min_by_key(Trial::delta)
        };
        let found = cheapest(true);
        let waits = if found.is_none() { cheapest(false) } else { None };
        let patient = party
            .members
            .iter()
            .find(|member| in_beds(&case.plan, offer).any(|journey| journey.patient == member.id));
        let Some(patient) = patient.map(|patient| patient.id.clone()) else {
            continue;
        };
        let cost = trials.cost() + found.as_ref().or(waits.as_ref()).map_or(Cost::ZERO, Trial::delta);
        if best.as_ref().is_some_and(|(known, _)| *known <= cost) {
            continue;
        }
        let fate = found.map_or(OneFewer::LeftOut(patient.clone()), |trial| {
            let then = sketch(&planner, &trials.with(trial));
            let journey = then.journeys.iter().find(|journey| journey.patient == patient);
            let journey = journey.expect("a trial serves the patient");
            let possible = Possible {
                what: journey.offer.to_string(),
                offer: journey.offer.clone(),
                arrives_at: journey.arrives_at,
                without: case.missing(&then),
                difference: case.difference(&then),
            };
            OneFewer::Elsewhere(patient.clone(), possible)
        });
        best = Some((cost, fate));
    }
    best.map_or(OneFewer::Settled, |(_, fate)| fate)
}
