//! What is asked about, beside what it is asked of: a planner, and the plan as its solver's solution.

use airbridge_model::{Measures, Plan};
use airbridge_solver::problem::{RequestIdx, VehicleIdx};
use airbridge_solver::solution::Solution;
use airbridge_units::{MissionId, PatientId};

use super::answer::{Difference, Who};
use crate::translate::{Planner, Settings};

/// A plan that can be reasoned about: what of it keeps all rules.
pub(crate) struct Case<'p, 'a> {
    pub(crate) planner: &'p Planner<'a>,
    pub(crate) solution: Solution,
    /// The plan without what was dropped; its missions have the names of the plan that was given.
    pub(crate) plan: Plan,
    pub(crate) measures: Measures,
}

impl<'p, 'a> Case<'p, 'a> {
    pub(crate) fn new(planner: &'p Planner<'a>, given: &Plan, solution: Solution) -> Self {
        let mut plan = sketch(planner, &solution);
        rename(&mut plan, given);
        Self {
            planner,
            solution,
            measures: plan.measures.clone(),
            plan,
        }
    }

    /// The party of a patient.
    pub(crate) fn request(&self, patient: &PatientId) -> Option<RequestIdx> {
        let parties = &self.planner.parties;
        let of = |party: &crate::party::Party| party.members.iter().any(|member| member.id == *patient);
        parties.iter().position(of).map(RequestIdx::new)
    }

    pub(crate) fn who(&self, request: RequestIdx, patient: &PatientId) -> Who {
        let members = &self.planner.parties[request.get()].members;
        let own = members
            .iter()
            .find(|member| member.id == *patient)
            .unwrap_or(&members[0]);
        let others = members.iter().filter(|member| member.id != own.id);
        Who {
            patient: own.id.clone(),
            with: others.map(|member| member.id.clone()).collect(),
            level: own.precedence.level,
            due_at: own.precedence.due_at,
        }
    }

    /// The mission that a tour of the solution is.
    pub(crate) fn mission_of(&self, vehicle: VehicleIdx, tour: usize) -> Option<&MissionId> {
        if vehicle.get() >= self.planner.flying() {
            return None;
        }
        if let Some(underway) = &self.planner.underway
            && let Some(flight) = underway.vehicles.iter().position(|known| *known == vehicle)
        {
            return Some(&underway.flights[flight].mission.id);
        }
        let depart = self.solution.tours[vehicle.get()][tour].stops[0].depart;
        let (off, aircraft) = (self.planner.axis.at(depart), &self.planner.aircraft[vehicle.get()].0.id);
        let flown = |mission: &&airbridge_model::Mission| {
            mission.aircraft == *aircraft && mission.legs.first().is_some_and(|leg| leg.off_block_at == off)
        };
        self.plan.missions.iter().find(flown).map(|mission| &mission.id)
    }

    /// What another solution achieves, less what this one does.
    pub(crate) fn difference(&self, other: &Plan) -> Difference {
        let (then, now) = (&other.measures, &self.measures);
        Difference {
            on_time_weight: then.on_time_weight - now.on_time_weight,
            lateness_weighted_hours: then.lateness_weighted_hours - now.lateness_weighted_hours,
            transit_hours: then.transit_hours - now.transit_hours,
            stops: i64::from(then.stops) - i64::from(now.stops),
            nights: i64::from(then.nights) - i64::from(now.nights),
            flying_hours: then.flying_hours - now.flying_hours,
            cost: then.cost - now.cost,
        }
    }

    /// Those moved in this plan and not in another.
    pub(crate) fn missing(&self, other: &Plan) -> Vec<PatientId> {
        let there = |id: &PatientId| {
            other
                .journeys
                .binary_search_by(|journey| journey.patient.cmp(id))
                .is_ok()
        };
        let moved = self.plan.journeys.iter().map(|journey| &journey.patient);
        moved.filter(|id| !there(id)).cloned().collect()
    }
}

/// Missions and journeys of a solution, nothing more.
pub(crate) fn sketch(planner: &Planner, solution: &Solution) -> Plan {
    let settings = Settings {
        seed: 0,
        work: None,
        threads: 1,
    };
    crate::decode::sketch(planner, solution, &settings)
}

/// Gives missions the names that they have in the plan that was given; one that is there no more has no name to take.
fn rename(plan: &mut Plan, given: &Plan) {
    let name = |mission: &airbridge_model::Mission| {
        let off = |mission: &airbridge_model::Mission| mission.legs.first().map(|leg| leg.off_block_at);
        let same = |known: &&airbridge_model::Mission| known.aircraft == mission.aircraft && off(known) == off(mission);
        given.missions.iter().find(same).map(|known| known.id.clone())
    };
    let names: std::collections::BTreeMap<MissionId, MissionId> = plan
        .missions
        .iter()
        .filter_map(|mission| Some((mission.id.clone(), name(mission)?)))
        .collect();
    for mission in &mut plan.missions {
        mission.id = names.get(&mission.id).unwrap_or(&mission.id).clone();
    }
    for step in plan.journeys.iter_mut().flat_map(|journey| &mut journey.steps) {
        if let airbridge_model::Step::Lift { mission, .. } = step {
            *mission = names.get(mission).unwrap_or(mission).clone();
        }
    }
}
