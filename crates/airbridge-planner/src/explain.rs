//! Why a plan is as it is: why this patient, this hospital, this aircraft, this hour; and what it would take to have it otherwise.
//!
//! What comes in: a planner, a plan for its operation, and what is asked about. What goes out: an [`Answer`] in which every statement was
//! found by trying: alternatives by putting them into the plan, relaxations by changing a copy of the operation and planning with it from the
//! plan as it stands. Nothing is searched for anew: what could be had only by moving others is not found here. The plan itself is not changed.
//!
//! Of an operation under way what has happened is not explained; missions and patients under way are, from where they are.
//!
//! The rule named against an alternative is the one that stopped the attempt that got furthest; at other times others may stand against it too. What the planner is
//! stricter in than the rules, explanations are as well.

use airbridge_model::Plan;
use airbridge_units::{MissionId, OfferId, PatientId};

pub use self::answer::{
    Admitted, Answer, Difference, Fate, Held, Hold, LeftOut, MissionTold, Moved, OfferTold, OneFewer, OtherFlight,
    Possible, Refused, Relaxation, Told, Who,
};
use self::case::Case;
pub use self::change::{Change, Decision};
use self::elsewhere::Elsewhere;
use self::relax::{Relaxer, admits, admitted};
use crate::encode::{Dropped, encode};
use crate::translate::Planner;

mod answer;
mod candidates;
mod case;
mod change;
mod elsewhere;
mod mission;
mod offer;
mod relax;
mod start;

/// What is asked about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// Why a patient is moved so, or not at all.
    Patient(PatientId),
    /// What a mission is for.
    Mission(MissionId),
    /// Who is in the beds of an offer.
    Offer(OfferId),
}

/// There is nothing to explain.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ExplainError {
    /// No such patient.
    #[error("the operation has no patient {0}")]
    NoPatient(PatientId),
    /// A patient of whom nothing lies ahead that could be otherwise.
    #[error("patient {0} is in a bed, on the last way to it, or moved no more: what has happened is not explained")]
    Past(PatientId),
    /// No such mission, or not one that keeps the rules.
    #[error("the plan has no mission {0}{1}")]
    NoMission(MissionId, String),
    /// No such offer.
    #[error("the operation has no bed offer {0}")]
    NoOffer(OfferId),
}

/// Explains a part of a plan. Parts of the plan that break a rule are left out of it first, and said.
///
/// # Errors
///
/// When what is asked about is not there.
pub fn explain(planner: &Planner, plan: &Plan, about: &About) -> Result<Answer, ExplainError> {
    let (solution, dropped) = match encode(planner, plan) {
        Ok(solution) => (solution, Vec::new()),
        Err(partial) => (partial.solution, partial.dropped),
    };
    let case = Case::new(planner, plan, solution);
    let told = match about {
        About::Patient(id) => patient(&case, id)?,
        About::Mission(id) => mission(&case, id, &dropped)?,
        About::Offer(id) => {
            let index = planner.operation.offers.iter().position(|offer| offer.id == *id);
            let index = index.ok_or_else(|| ExplainError::NoOffer(id.clone()))?;
            Told::Offer(offer::told(&case, index))
        }
    };
    Ok(Answer {
        dropped: dropped.iter().map(ToString::to_string).collect(),
        told,
    })
}

fn patient(case: &Case, id: &PatientId) -> Result<Told, ExplainError> {
    let Some(request) = case.request(id) else {
        let mut patients = case.planner.operation.patients.iter();
        return Err(if patients.any(|patient| patient.id == *id) {
            ExplainError::Past(id.clone())
        } else {
            ExplainError::NoPatient(id.clone())
        });
    };
    let party = &case.planner.parties[request.get()];
    let member = party.members.iter().position(|member| member.id == *id).unwrap_or(0);
    let who = case.who(request, id);
    let journey = case.plan.journeys.iter().find(|journey| journey.patient == *id);
    if let (Some(journey), Some(mut elsewhere)) = (journey, Elsewhere::new(case, request, member)) {
        let (beds, flights) = (elsewhere.beds(), elsewhere.flights());
        return Ok(Told::Moved(Moved {
            who,
            journey: journey.clone(),
            other_beds: beds.possible,
            excluded_beds: beds.excluded,
            other_flights: flights.possible,
            excluded_flights: flights.excluded,
            held: start::held(case, request, id),
        }));
    }
    let entries = crate::left_out::of_party(case.planner, &case.solution, request);
    let entry = entries.into_iter().find(|entry| entry.patient == *id);
    let (summary, exclusions) = entry.map_or_else(Default::default, |entry| (entry.summary, entry.exclusions));
    let patients: Vec<PatientId> = party.members.iter().map(|member| member.id.clone()).collect();
    let room = admits(case.planner, case.planner.operation, (&case.plan, &patients), &[]);
    let families = candidates::candidates(case.planner, party);
    let would_take = match &room {
        Some(_) => Vec::new(),
        None => Relaxer::new(case.planner, &case.plan, patients).relaxations(&families),
    };
    Ok(Told::LeftOut(LeftOut {
        who,
        summary,
        exclusions,
        room: room.as_deref().and_then(admitted),
        would_take,
        looked_at: families.iter().map(Vec::len).sum(),
    }))
}

fn mission(case: &Case, id: &MissionId, dropped: &[Dropped]) -> Result<Told, ExplainError> {
    let tours = case.solution.tours.iter().enumerate();
    let mut places = tours.flat_map(|(vehicle, tours)| (0..tours.len()).map(move |tour| (vehicle, tour)));
    let place = places.find_map(|(vehicle, tour)| {
        let vehicle = airbridge_solver::problem::VehicleIdx::new(vehicle);
        (case.mission_of(vehicle, tour) == Some(id)).then_some((vehicle, tour))
    });
    let mission = answer::mission_of(&case.plan, id);
    if let (Some(mission), Some(place)) = (mission, place) {
        return Ok(Told::Mission(mission::told(case, mission, place)));
    }
    let why = dropped.iter().find_map(|dropped| match dropped {
        Dropped::Mission { mission, why } if mission == id => Some(format!(" that keeps the rules: {why}")),
        _ => None,
    });
    let over = mission.map(|_| " that lies ahead: it is over".to_owned());
    Err(ExplainError::NoMission(id.clone(), why.or(over).unwrap_or_default()))
}

#[cfg(test)]
mod tests;
