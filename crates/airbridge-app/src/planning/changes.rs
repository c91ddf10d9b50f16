//! What a plan changes beside the one that it replaces, and who has to be told.
//!
//! What of a promise is changed is found by `airbridge-progress`; where nothing was promised, everything is new.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_disclosure::Role;
use airbridge_events::Way;
use airbridge_model::{Journey, Mission, Operation, Plan};
use airbridge_progress::{Diff, MissionChange, diff, promises};
use airbridge_units::{MissionId, PatientId};

use super::outline::way;

/// All that a plan changes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Changes {
    /// Patients, the gravest change first.
    pub patients: Vec<Change>,
    /// Numbers of missions that were not planned before.
    pub new: Vec<String>,
    /// Numbers of missions that do not take place.
    pub cancelled: Vec<String>,
    /// Numbers of missions that take place otherwise.
    pub changed: Vec<String>,
}

/// What a plan changes for one patient.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The patient's request.
    pub request: String,
    /// What is changed, the gravest first: words of the kinds of change, `newly-moved`, or `time` where only the hour is another.
    pub kinds: Vec<&'static str>,
    /// The way as it was promised.
    pub before: Option<Way>,
    /// The way as it is planned now.
    pub after: Option<Way>,
    /// How sure the promise was.
    pub promise: Option<&'static str>,
    /// Who has to be told: facilities, and operators of aircraft. Whose patient it is is for the record to say.
    pub told: Vec<(Role, String)>,
}

/// Compares a plan with the one that it replaces. The operation is the one that it was made for.
pub fn changes(operation: &Operation, plan: &Plan) -> Changes {
    let Some(so_far) = operation.so_far.as_deref() else {
        return first(operation, plan);
    };
    let compared = Compared {
        operation,
        old: journeys(&so_far.promised),
        new: journeys(plan),
        missions: so_far.promised.missions.iter().chain(&plan.missions).collect(),
    };
    let Diff {
        patients,
        new,
        missions,
        ..
    } = diff(operation, plan, &[]);
    let promised = promises(operation);
    let mut all = Changes::default();
    for mission in missions {
        let list = match mission.change {
            MissionChange::New => &mut all.new,
            MissionChange::TakenOut => &mut all.cancelled,
            MissionChange::Changed(_) => &mut all.changed,
        };
        list.push(mission.mission.to_string());
    }
    let mut said: BTreeSet<PatientId> = BTreeSet::new();
    for patient in patients {
        said.insert(patient.patient.clone());
        let kinds = patient.kinds.iter().map(|kind| kind.code()).collect();
        let tier = Some(patient.promise.tier.word());
        all.patients.push(compared.change(&patient.patient, kinds, tier));
    }
    for patient in new {
        all.patients.push(compared.change(&patient, vec!["newly-moved"], None));
    }
    for (patient, promise) in &promised {
        let at = |journeys: &BTreeMap<&PatientId, &Journey>| journeys.get(patient).map(|journey| journey.arrives_at);
        if !said.contains(patient) && at(&compared.old) != at(&compared.new) {
            let tier = Some(promise.tier.word());
            all.patients.push(compared.change(patient, vec!["time"], tier));
        }
    }
    all
}

/// A plan that replaces none: everything is new.
fn first(operation: &Operation, plan: &Plan) -> Changes {
    let compared = Compared {
        operation,
        old: BTreeMap::new(),
        new: journeys(plan),
        missions: plan.missions.iter().collect(),
    };
    let patients = compared.new.keys();
    Changes {
        patients: patients
            .map(|patient| compared.change(patient, vec!["newly-moved"], None))
            .collect(),
        new: plan.missions.iter().map(|mission| mission.id.to_string()).collect(),
        ..Changes::default()
    }
}

fn journeys(plan: &Plan) -> BTreeMap<&PatientId, &Journey> {
    let all = plan.journeys.iter();
    all.map(|journey| (&journey.patient, journey)).collect()
}

/// Two plans beside each other.
struct Compared<'p> {
    operation: &'p Operation,
    old: BTreeMap<&'p PatientId, &'p Journey>,
    new: BTreeMap<&'p PatientId, &'p Journey>,
    missions: Vec<&'p Mission>,
}

impl Compared<'_> {
    fn change(&self, patient: &PatientId, kinds: Vec<&'static str>, promise: Option<&'static str>) -> Change {
        let of = |journeys: &BTreeMap<&PatientId, &Journey>| journeys.get(patient).map(|journey| way(journey));
        let (before, after) = (of(&self.old), of(&self.new));
        Change {
            request: patient.to_string(),
            told: self.told(before.as_ref(), after.as_ref()),
            kinds,
            before,
            after,
            promise,
        }
    }

    /// Hospitals at either end of the change, and operators of the missions that somebody is on no more, or newly, or at other places or times.
    fn told(&self, before: Option<&Way>, after: Option<&Way>) -> Vec<(Role, String)> {
        let ways = || [before, after].into_iter().flatten();
        let facility = |way: &Way| {
            let mut offers = self.operation.offers.iter();
            let offer = offers.find(|offer| offer.id.as_str() == way.offer.as_str())?;
            Some((Role::ReceivingHospital, offer.facility.to_string()))
        };
        let mut told: BTreeSet<(Role, String)> = ways().filter_map(facility).collect();
        let numbers = |way: Option<&Way>| -> BTreeSet<String> {
            way.map(|way| way.missions.iter().cloned().collect())
                .unwrap_or_default()
        };
        let (old, new) = (numbers(before), numbers(after));
        let differing: Vec<&String> = old.symmetric_difference(&new).collect();
        let meant: Vec<&String> = if differing.is_empty() {
            new.iter().collect()
        } else {
            differing
        };
        for number in meant {
            let mission = self
                .missions
                .iter()
                .find(|mission| mission.id == MissionId::new(number));
            let mut aircraft = self.operation.aircraft.iter();
            let flown = mission.and_then(|mission| aircraft.find(|aircraft| aircraft.id == mission.aircraft));
            told.extend(flown.map(|aircraft| (Role::Operator, aircraft.operator.to_string())));
        }
        told.into_iter().collect()
    }
}
