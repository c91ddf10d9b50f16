//! Why a patient is not there sooner: what holds the journey, found by planning without each thing that could.

use std::collections::BTreeSet;

use airbridge_model::{Operation, Plan};
use airbridge_solver::problem::RequestIdx;
use airbridge_solver::search::Trials;
use airbridge_units::{Minutes, PatientId};
use jiff::Timestamp;

use super::answer::{Held, Hold};
use super::case::Case;
use crate::encode::encode;
use crate::translate::Planner;

mod sources;

use self::sources::{Source, sources};

/// What holds the journey of a member of a party.
pub(crate) fn held(case: &Case, request: RequestIdx, patient: &PatientId) -> Held {
    let Some(clock) = Clock::new(case, request, patient) else {
        return Held::Itself;
    };
    let Some(now) = clock.arrival(&[]) else {
        return Held::Itself;
    };
    let at_once = minutes(now, clock.planned);
    if at_once > 0 {
        return Held::Nothing(at_once);
    }
    let sources = sources(case, request);
    let gain = |sources: &[&Source]| clock.arrival(sources).map_or(0, |then| minutes(then, now));
    let mut holds: Vec<Hold> = sources
        .iter()
        .map(|source| Hold {
            what: source.what.clone(),
            minutes: gain(&[source]),
        })
        .filter(|hold| hold.minutes > 0)
        .collect();
    if !holds.is_empty() {
        holds.sort_by_key(|hold| -hold.minutes);
        return Held::By(holds);
    }
    let mut together: Vec<&Source> = sources.iter().collect();
    if gain(&together) == 0 {
        return Held::Itself;
    }
    for source in &sources {
        let rest: Vec<&Source> = together
            .iter()
            .copied()
            .filter(|other| !std::ptr::eq(*other, source))
            .collect();
        if gain(&rest) > 0 {
            together = rest;
        }
    }
    let gained = gain(&together);
    Held::Together(together.iter().map(|source| source.what.clone()).collect(), gained)
}

/// Whole minutes from one instant to a later one.
fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_secs() / 60
}

/// When a patient would arrive if some things were otherwise and the missions of the plan were scheduled anew.
struct Clock<'c, 'a> {
    planner: &'c Planner<'a>,
    /// The operation without those who are left out.
    operation: Operation,
    plan: &'c Plan,
    party: Vec<PatientId>,
    patient: &'c PatientId,
    planned: Timestamp,
}

impl<'c, 'a> Clock<'c, 'a> {
    fn new(case: &'c Case<'_, 'a>, request: RequestIdx, patient: &'c PatientId) -> Option<Self> {
        let planned = case
            .plan
            .journeys
            .iter()
            .find(|journey| journey.patient == *patient)?
            .arrives_at;
        let moved: BTreeSet<&PatientId> = super::relax::in_the_plan(&case.plan).collect();
        let mut operation = case.planner.operation.clone();
        operation.patients.retain(|patient| moved.contains(&patient.id));
        let members = case.planner.parties[request.get()].members.iter();
        Some(Self {
            planner: case.planner,
            operation,
            plan: &case.plan,
            party: members.map(|member| member.id.clone()).collect(),
            patient,
            planned,
        })
    }

    fn arrival(&self, sources: &[&Source]) -> Option<Timestamp> {
        let mut operation = self.operation.clone();
        for source in sources {
            source.changes.iter().for_each(|change| change.apply(&mut operation));
            if source.ready {
                let party = operation
                    .patients
                    .iter_mut()
                    .filter(|patient| self.party.contains(&patient.id));
                party.for_each(|patient| patient.ready_at = patient.ready_at.min(operation.planned_at));
            }
            if source.no_stay {
                operation
                    .staging
                    .iter_mut()
                    .for_each(|entry| entry.min_stay = Minutes(0));
            }
        }
        let planner = self.planner.beside(&operation).ok()?;
        let solution = encode(&planner, self.plan).ok()?;
        let index = |id: &PatientId| {
            let of = |party: &crate::party::Party| party.members.iter().any(|member| member.id == *id);
            planner.parties.iter().position(of).map(RequestIdx::new)
        };
        let request = index(self.patient)?;
        let service = solution.served[request.get()].clone()?;
        let mut trials = Trials::new(planner.problem(), &solution);
        let names = trials.tours();
        let without: Vec<RequestIdx> = sources
            .iter()
            .flat_map(|source| &source.without)
            .filter_map(index)
            .filter(|other| *other != request)
            .collect();
        trials.take_out(&without);
        if !trials.serves(request) {
            return None;
        }
        for ride in &service.rides {
            let setup = solution.tours[ride.vehicle.get()][ride.tour].setup;
            if let Ok(again) = trials.try_setup(names[ride.vehicle.get()][ride.tour], setup) {
                trials.apply(again);
            }
        }
        let then = super::case::sketch(&planner, &trials.solution());
        let journey = then.journeys.iter().find(|journey| journey.patient == *self.patient);
        journey.map(|journey| journey.arrives_at)
    }
}
