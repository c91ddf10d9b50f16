//! A plan that replaces another, of which only some missions are adopted.
//!
//! What comes in: the operation as it stood, the plan, and the numbers of the missions that are wanted. What goes out: the plan with these missions as it has
//! them, and everything else as the plan that runs has it as things stand. Whoever flies with none of them keeps the way that they had. A mission
//! that the plan takes out is adopted by its number as well: it is taken out then.
//!
//! That makes sense only if nothing hangs on what was not chosen: whoever changes from one mission to another ties the two together, and so do aircraft, crews, beds and slots
//! that both need. What comes out keeps all rules; where that takes more missions, these are named, and nothing comes out.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{Finding, Journey, LeftOut, Mission, Operation, Plan, Progress, Step};
use airbridge_units::{MissionId, OfferId, PatientId};

/// Why a part cannot be adopted.
#[derive(Clone, PartialEq, Debug)]
pub enum Kept {
    /// Neither plan has a mission of this number.
    Unknown(String),
    /// The plan that runs has these missions already as they are here.
    Same,
    /// These have to be adopted as well.
    Together(Vec<String>),
    /// It would break rules even with all missions: something has become known since the plan was made.
    Broken(Vec<Finding>),
}

/// The plan with these missions, and all else as it stands.
///
/// # Errors
///
/// See [`Kept`].
///
/// # Panics
///
/// When the operation is not under way.
pub fn merge(operation: &Operation, plan: &Plan, numbers: &[String]) -> Result<Plan, Kept> {
    let two = Two::new(operation, plan);
    let mut wanted: BTreeSet<MissionId> = BTreeSet::new();
    for number in numbers {
        let id = MissionId::new(number);
        if !two.old.contains_key(&id) && !two.new.contains_key(&id) {
            return Err(Kept::Unknown(number.clone()));
        }
        wanted.insert(id);
    }
    if !wanted.iter().any(|id| two.changed.contains(id)) && !two.moves_somebody(&wanted) {
        return Err(Kept::Same);
    }
    let mut taken = two.closed(wanted.clone());
    let mut merged = two.merged(&taken);
    let mut violations = airbridge_check::check(operation, &merged);
    while !violations.is_empty() {
        // What helps most is taken along: at the end that is all, which is the plan itself.
        let others = two.changed.difference(&taken);
        let tried = others.map(|other| {
            let mut more = taken.clone();
            more.insert(other.clone());
            let more = two.closed(more);
            let merged = two.merged(&more);
            let violations = airbridge_check::check(operation, &merged);
            (violations, more, merged)
        });
        let best = tried.min_by_key(|(violations, more, _)| (violations.len(), more.len()));
        let Some((fewer, more, better)) = best else {
            return Err(Kept::Broken(violations));
        };
        (violations, taken, merged) = (fewer, more, better);
    }
    let missing: Vec<String> = taken.difference(&wanted).map(ToString::to_string).collect();
    if missing.is_empty() {
        Ok(merged)
    } else {
        Err(Kept::Together(missing))
    }
}

/// A plan beside the one that runs, as it stands.
struct Two<'t> {
    operation: &'t Operation,
    plan: &'t Plan,
    stands: &'t Plan,
    promised: &'t Plan,
    old: BTreeMap<&'t MissionId, &'t Mission>,
    new: BTreeMap<&'t MissionId, &'t Mission>,
    /// Missions that the plan has otherwise, or that only one of both has.
    changed: BTreeSet<MissionId>,
    /// Patients who are moved otherwise, with the missions of both ways.
    otherwise: BTreeMap<&'t PatientId, BTreeSet<MissionId>>,
}

/// A patient's way, if there is one, and where they are without.
#[derive(PartialEq)]
struct Way<'w> {
    offer: Option<&'w OfferId>,
    steps: &'w [Step],
}

impl<'t> Two<'t> {
    fn new(operation: &'t Operation, plan: &'t Plan) -> Self {
        let so_far = operation.so_far.as_deref().expect("the operation is under way");
        let stands = &so_far.stands;
        let by_id = |plan: &'t Plan| -> BTreeMap<&'t MissionId, &'t Mission> {
            plan.missions.iter().map(|mission| (&mission.id, mission)).collect()
        };
        let (old, new) = (by_id(stands), by_id(plan));
        let all = old.keys().chain(new.keys());
        let changed = all.filter(|id| old.get(*id) != new.get(*id)).map(|id| (*id).clone());
        let changed: BTreeSet<MissionId> = changed.collect();
        let mut otherwise = BTreeMap::new();
        for patient in &operation.patients {
            let (was, is) = (way(stands, &patient.id), way(plan, &patient.id));
            if was != is {
                let missions = missions(was.steps).chain(missions(is.steps)).cloned().collect();
                otherwise.insert(&patient.id, missions);
            }
        }
        Self {
            operation,
            plan,
            stands,
            promised: &so_far.promised,
            old,
            new,
            changed,
            otherwise,
        }
    }

    /// Whether somebody goes another way with missions that are the same.
    fn moves_somebody(&self, wanted: &BTreeSet<MissionId>) -> bool {
        self.otherwise.values().any(|missions| !missions.is_disjoint(wanted))
    }

    /// The missions with all those to which somebody ties them.
    fn closed(&self, mut taken: BTreeSet<MissionId>) -> BTreeSet<MissionId> {
        loop {
            let before = taken.len();
            for missions in self.otherwise.values() {
                if !missions.is_disjoint(&taken) {
                    taken.extend(missions.intersection(&self.changed).cloned());
                }
            }
            if taken.len() == before {
                return taken;
            }
        }
    }

    fn merged(&self, taken: &BTreeSet<MissionId>) -> Plan {
        let mut ids: BTreeSet<&MissionId> = self.old.keys().copied().collect();
        ids.extend(self.new.keys());
        let mission = |id: &MissionId| {
            let of = if taken.contains(id) { &self.new } else { &self.old };
            of.get(id).map(|mission| (*mission).clone())
        };
        let mut missions: Vec<Mission> = ids.into_iter().filter_map(mission).collect();
        missions.sort_by(|one, other| {
            let off = |mission: &Mission| mission.stops.first().and_then(|stop| stop.off_block_at);
            (off(one), &one.aircraft).cmp(&(off(other), &other.aircraft))
        });
        let (mut journeys, mut left_out) = (Vec::new(), Vec::new());
        for patient in &self.operation.patients {
            let moved = self.otherwise.get(&patient.id);
            let as_planned = moved.is_none_or(|missions| !missions.is_disjoint(taken) || self.are_over(missions));
            match self.fate(&patient.id, as_planned) {
                Ok(journey) => journeys.push(journey),
                Err(entry) => left_out.push(entry),
            }
        }
        journeys.sort_by(|one, other| one.patient.cmp(&other.patient));
        left_out.sort_by(|one, other| one.patient.cmp(&other.patient));
        let mut merged = Plan {
            missions,
            journeys,
            left_out,
            ..self.plan.clone()
        };
        merged.measures = airbridge_check::measure(self.operation, &merged);
        airbridge_planner::count_changes(self.operation, &mut merged);
        merged
    }

    /// Whether missions are over, and go no further in the new plan: who is on no other is admitted where they are, and is tied to none that can be taken.
    fn are_over(&self, missions: &BTreeSet<MissionId>) -> bool {
        let now = self.operation.planned_at;
        let over = |id: &MissionId| {
            let known = self.old.get(id).filter(|_| !self.changed.contains(id));
            known.is_some_and(|mission| mission.progress(now) == Progress::Over)
        };
        missions.iter().all(over)
    }

    /// What becomes of a patient.
    fn fate(&self, id: &PatientId, as_planned: bool) -> Result<Journey, LeftOut> {
        let left_out = |of: &Plan| of.left_out.iter().find(|entry| entry.patient == *id).cloned();
        if as_planned {
            if let Some(journey) = journey(self.plan, id) {
                return Ok(journey.clone());
            }
            if let Some(entry) = left_out(self.plan) {
                return Err(entry);
            }
        }
        let stands = journey(self.stands, id);
        if let Some(journey) = stands.filter(|journey| self.is_whole(journey)) {
            return Ok(journey.clone());
        }
        // Where nothing lies ahead, what lies behind is the same in any plan.
        let known = left_out(self.plan).or_else(|| left_out(self.promised).filter(|_| stands.is_none()));
        Err(known.unwrap_or_else(|| LeftOut {
            patient: id.clone(),
            summary: "A mission of the way was not adopted.".to_owned(),
            so_far: stands.map(|journey| journey.steps.clone()).unwrap_or_default(),
            exclusions: Vec::new(),
        }))
    }

    /// Whether a journey leads to its bed.
    fn is_whole(&self, journey: &Journey) -> bool {
        let offer = self.operation.offers.iter().find(|offer| offer.id == journey.offer);
        matches!((journey.steps.last(), offer), (Some(Step::FromField { facility, .. } | Step::Stay { facility, .. }), Some(offer)) if *facility == offer.facility)
    }
}

fn journey<'p>(plan: &'p Plan, id: &PatientId) -> Option<&'p Journey> {
    plan.journeys.iter().find(|journey| journey.patient == *id)
}

fn way<'p>(plan: &'p Plan, id: &PatientId) -> Way<'p> {
    match journey(plan, id) {
        Some(journey) => Way {
            offer: Some(&journey.offer).filter(|offer| !offer.as_str().is_empty()),
            steps: &journey.steps,
        },
        None => Way {
            offer: None,
            steps: plan
                .left_out
                .iter()
                .find(|entry| entry.patient == *id)
                .map_or(&[][..], |entry| &entry.so_far),
        },
    }
}

fn missions(steps: &[Step]) -> impl Iterator<Item = &MissionId> {
    steps.iter().filter_map(|step| match step {
        Step::Lift { mission, .. } => Some(mission),
        _ => None,
    })
}
