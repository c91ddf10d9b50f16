//! What a new plan changes of the one before, for those who have to be told.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{ClosedRequest, Finding, Journey, Mission, Operation, Plan, Step, WhyClosed};
use airbridge_units::{AircraftId, CrewId, FacilityId, MissionId, PatientId};
use jiff::Timestamp;

use crate::promises::{ChangeKind, Promise, changes, promises};
use crate::touched::{Named, missions as missions_of};

/// Who is told what.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Diff {
    /// Patients whose promises are changed, the gravest change first.
    pub patients: Vec<PatientDiff>,
    /// Patients who were promised nothing and are moved now.
    pub new: Vec<PatientId>,
    /// Hospitals and staging facilities at which somebody arrives whom they did not expect, or not when they did.
    pub facilities: Vec<FacilityDiff>,
    /// Missions that are new, taken out, or not as they were.
    pub missions: Vec<MissionDiff>,
    /// Patients to whom something was promised.
    pub promised: usize,
    /// Of these, whose promises are kept.
    pub untouched: usize,
}

/// A patient whose promise is changed.
#[derive(Clone, PartialEq, Debug)]
pub struct PatientDiff {
    /// Who.
    pub patient: PatientId,
    /// What was promised.
    pub promise: Promise,
    /// What is changed.
    pub kind: ChangeKind,
    /// All that is changed, the gravest first.
    pub kinds: Vec<ChangeKind>,
    /// When they were to arrive.
    pub was_to_arrive_at: Timestamp,
    /// Hospital and time now; `None` when they are moved to none, and wait where they are or where [`PatientDiff::waits`] says.
    pub now: Option<(FacilityId, Timestamp)>,
    /// Id of the facility or the airfield where they wait, if they are on the way and are moved no further.
    pub waits: Option<String>,
    /// Why: what the old plan breaks as things stand, or what is gained.
    pub why: String,
}

/// A facility and who comes when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FacilityDiff {
    /// Which.
    pub facility: FacilityId,
    /// Arrive and were not expected.
    pub comes: Vec<(PatientId, Timestamp)>,
    /// Were expected and do not arrive.
    pub stays_away: Vec<(PatientId, Timestamp)>,
    /// Arrive at another time: before and now.
    pub moved: Vec<(PatientId, Timestamp, Timestamp)>,
}

/// A mission and what operator and crews are told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissionDiff {
    /// Which.
    pub mission: MissionId,
    /// Its aircraft.
    pub aircraft: AircraftId,
    /// Its crews.
    pub crews: Vec<CrewId>,
    /// What.
    pub change: MissionChange,
}

/// What is changed of a mission.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MissionChange {
    /// It was not planned before.
    New,
    /// It does not take place.
    TakenOut,
    /// It takes place otherwise: what, each in a few words.
    Changed(Vec<String>),
}

impl Diff {
    /// Share of promises kept, 0 to 1; 1 where nothing was promised.
    pub fn continuity(&self) -> f64 {
        if self.promised == 0 {
            1.0
        } else {
            self.untouched as f64 / self.promised as f64
        }
    }
}

/// Compares a plan of an operation under way with the one that was promised.
///
/// `broken` are the violations of the promised plan as things stand; they say why what they name is changed.
pub fn diff(operation: &Operation, plan: &Plan, broken: &[Finding]) -> Diff {
    let Some(so_far) = operation.so_far.as_deref() else {
        return Diff::default();
    };
    let before = &so_far.promised;
    let promises = promises(operation);
    let named = Named::of(broken);
    let journeys: BTreeMap<&PatientId, &Journey> = plan
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let old: BTreeMap<&PatientId, &Journey> = before
        .journeys
        .iter()
        .map(|journey| (&journey.patient, journey))
        .collect();
    let mut diff = Diff {
        facilities: facilities(operation, before, plan),
        missions: missions(before, plan),
        promised: promises.len(),
        ..Diff::default()
    };
    for (patient, promise) in &promises {
        let journey = journeys.get(patient).copied();
        let kinds = changes(operation, promise, plan, journey);
        let Some(kind) = kinds.first().copied() else {
            diff.untouched += 1;
            continue;
        };
        let facility = |journey: &Journey| {
            let offer = operation.offers.iter().find(|offer| offer.id == journey.offer)?;
            Some((offer.facility.clone(), journey.arrives_at))
        };
        let was = old[patient];
        diff.patients.push(PatientDiff {
            patient: patient.clone(),
            promise: promise.clone(),
            kind,
            kinds,
            was_to_arrive_at: was.arrives_at,
            now: journey.and_then(facility),
            waits: waits(operation, plan, patient),
            why: why(operation, plan, was, &named),
        });
    }
    diff.patients
        .sort_by(|a, b| (b.kind, &a.patient).cmp(&(a.kind, &b.patient)));
    let moved = plan.journeys.iter().map(|journey| &journey.patient);
    diff.new = moved
        .filter(|patient| !promises.contains_key(*patient))
        .cloned()
        .collect();
    diff
}

/// Where somebody waits who has left and whom the plan moves no further; `None` for who is dead, withdrawn or elsewhere.
fn waits(operation: &Operation, plan: &Plan, patient: &PatientId) -> Option<String> {
    let closed = operation.so_far.iter().flat_map(|so_far| so_far.closed.keys());
    if closed.into_iter().any(|closed| closed == patient) {
        return None;
    }
    let left_out = plan.left_out.iter().find(|left_out| left_out.patient == *patient)?;
    match left_out.so_far.last()? {
        Step::FromField { facility, .. } | Step::Stay { facility, .. } => Some(facility.to_string()),
        Step::ToField { airfield, .. } => Some(airfield.to_string()),
        Step::Lift {
            mission,
            leaves_at_stop,
            ..
        } => {
            let mission = plan.missions.iter().find(|known| known.id == *mission)?;
            Some(mission.stops.get(*leaves_at_stop)?.airfield.to_string())
        }
    }
}

/// Why a promise is not kept that could be.
pub const GIVES_WAY: &str = "gives way: others gain more by it than the promise weighs";

/// Why a promised journey is not kept.
fn why(operation: &Operation, plan: &Plan, was: &Journey, named: &Named<'_>) -> String {
    if let Some(closed) = operation
        .so_far
        .as_deref()
        .and_then(|so_far| so_far.closed.get(&was.patient))
    {
        return match &closed.why {
            WhyClosed::Died => "the patient has died".to_owned(),
            WhyClosed::Withdrawn => "the request was withdrawn".to_owned(),
            WhyClosed::Elsewhere(facility) => format!("the patient is in {facility}"),
        };
    }
    if let Some(words) = missed(operation, was) {
        return words;
    }
    if let Some(finding) = named.first(was) {
        return format!(
            "as promised it would break a rule: {} ({})",
            finding.what, finding.place
        );
    }
    let missions: Vec<&MissionId> = missions_of(was).collect();
    let so_far = operation.so_far.as_deref();
    let taken_out = missions.iter().find(|mission| {
        let stands = so_far.is_some_and(|so_far| so_far.stands.missions.iter().any(|other| other.id == ***mission));
        !stands || plan.missions.iter().all(|other| other.id != ***mission)
    });
    if let Some(mission) = taken_out {
        return format!("mission {mission} does not take place");
    }
    if let Some(so_far) = so_far
        && let Some(mission) = missions.iter().find(|mission| so_far.grounded.contains(**mission))
    {
        return format!("mission {mission} cannot go on");
    }
    GIVES_WAY.to_owned()
}

/// A mission that has left without a patient who was to be on it.
fn missed(operation: &Operation, was: &Journey) -> Option<String> {
    let so_far = operation.so_far.as_deref()?;
    let now = operation.planned_at;
    let stands = so_far
        .stands
        .journeys
        .iter()
        .find(|journey| journey.patient == was.patient);
    let rides = |id: &MissionId| {
        let mut steps = stands.into_iter().flat_map(|journey| journey.begun(now));
        steps.any(|step| matches!(step, Step::Lift { mission, .. } if mission == id))
    };
    let group = operation
        .patients
        .iter()
        .find(|patient| patient.id == was.patient)
        .and_then(|patient| patient.group.as_ref());
    let (mission, from) = was.steps.iter().find_map(|step| {
        let Step::Lift {
            mission,
            boards_at_stop,
            ..
        } = step
        else {
            return None;
        };
        let flown = so_far.stands.missions.iter().find(|other| other.id == *mission)?;
        let leg = flown.legs.get(*boards_at_stop)?;
        (leg.off_block_at <= now && !rides(mission)).then_some((mission, &leg.from))
    })?;
    let together = group.map_or_else(String::new, |group| format!("; group {group} travels together"));
    Some(format!("was not on board when mission {mission} left {from}{together}"))
}

/// Who arrives where by a plan, by staging, at the end, or to wait without a bed; who is admitted where they wait, when that is. Nobody whose request was
/// closed by then, and the plan made since; nor where somebody was reported to be who was not expected there: that facility knows it best.
fn arrivals(operation: &Operation, plan: &Plan) -> BTreeMap<FacilityId, BTreeMap<PatientId, Timestamp>> {
    let known: BTreeSet<&FacilityId> = operation.facilities.iter().map(|facility| &facility.id).collect();
    let mut arrivals: BTreeMap<FacilityId, BTreeMap<PatientId, Timestamp>> = BTreeMap::new();
    let journeys = plan.journeys.iter();
    let moved = journeys.map(|journey| (&journey.patient, &journey.steps, Some(journey.arrives_at)));
    let left_out = plan.left_out.iter();
    let left_out = left_out.map(|left_out| (&left_out.patient, &left_out.so_far, None));
    let so_far = operation.so_far.as_deref();
    for (patient, steps, arrives_at) in moved.chain(left_out) {
        let closed: Option<&ClosedRequest> = so_far.and_then(|so_far| so_far.closed.get(patient));
        let made_since = |closed: &&ClosedRequest| plan.origin.replanned_at.is_some_and(|made| closed.at <= made);
        let comes_until = closed.filter(made_since).map(|closed| closed.at);
        let came = |to: Timestamp| arrives_at.is_some() || comes_until.is_none_or(|until| to <= until);
        let is_in = closed.and_then(|closed| match &closed.why {
            WhyClosed::Elsewhere(facility) => Some(facility),
            WhyClosed::Died | WhyClosed::Withdrawn => None,
        });
        for step in steps {
            let there = match step {
                Step::FromField { facility, to, .. } => Some((facility, *to)),
                Step::Stay { facility, to, .. } if arrives_at == Some(*to) => Some((facility, *to)),
                _ => None,
            };
            if let Some((facility, to)) = there
                && known.contains(facility)
                && came(to)
                && is_in != Some(facility)
            {
                arrivals
                    .entry(facility.clone())
                    .or_default()
                    .insert(patient.clone(), to);
            }
        }
    }
    arrivals
}

fn facilities(operation: &Operation, before: &Plan, after: &Plan) -> Vec<FacilityDiff> {
    let (old, new) = (arrivals(operation, before), arrivals(operation, after));
    let all: BTreeSet<&FacilityId> = old.keys().chain(new.keys()).collect();
    let nobody = BTreeMap::new();
    all.into_iter()
        .filter_map(|facility| {
            let (was, is) = (
                old.get(facility).unwrap_or(&nobody),
                new.get(facility).unwrap_or(&nobody),
            );
            let only = |a: &BTreeMap<PatientId, Timestamp>, b: &BTreeMap<PatientId, Timestamp>| {
                let missing = a.iter().filter(|(patient, _)| !b.contains_key(*patient));
                missing.map(|(patient, at)| (patient.clone(), *at)).collect::<Vec<_>>()
            };
            let moved = was
                .iter()
                .filter_map(|(patient, before)| {
                    let now = is.get(patient)?;
                    (now != before).then(|| (patient.clone(), *before, *now))
                })
                .collect();
            let found = FacilityDiff {
                facility: facility.clone(),
                comes: only(is, was),
                stays_away: only(was, is),
                moved,
            };
            let changed = !(found.comes.is_empty() && found.stays_away.is_empty() && found.moved.is_empty());
            changed.then_some(found)
        })
        .collect()
}

fn missions(before: &Plan, after: &Plan) -> Vec<MissionDiff> {
    let old: BTreeMap<&MissionId, &Mission> = before.missions.iter().map(|mission| (&mission.id, mission)).collect();
    let new: BTreeMap<&MissionId, &Mission> = after.missions.iter().map(|mission| (&mission.id, mission)).collect();
    let all: BTreeSet<&MissionId> = old.keys().chain(new.keys()).copied().collect();
    all.into_iter()
        .filter_map(|id| {
            let (mission, change) = match (old.get(id), new.get(id)) {
                (Some(was), None) => (*was, MissionChange::TakenOut),
                (None, Some(is)) => (*is, MissionChange::New),
                (Some(was), Some(is)) => {
                    let words = otherwise(was, is);
                    if words.is_empty() {
                        return None;
                    }
                    (*is, MissionChange::Changed(words))
                }
                (None, None) => return None,
            };
            let crews = [Some(&mission.flight_crew), mission.medical_crew.as_ref()];
            Some(MissionDiff {
                mission: id.clone(),
                aircraft: mission.aircraft.clone(),
                crews: crews.into_iter().flatten().cloned().collect(),
                change,
            })
        })
        .collect()
}

/// What is not as it was of a mission, in a few words each.
fn otherwise(was: &Mission, is: &Mission) -> Vec<String> {
    let mut words = Vec::new();
    let route = |mission: &Mission| {
        let fields: Vec<&str> = mission.stops.iter().map(|stop| stop.airfield.as_str()).collect();
        fields.join("–")
    };
    if route(was) != route(is) {
        words.push(format!("route {} instead of {}", route(is), route(was)));
    }
    if was.configuration != is.configuration {
        words.push(format!("cabin {} instead of {}", is.configuration, was.configuration));
    }
    if was.flight_crew != is.flight_crew {
        words.push(format!("flight crew {} instead of {}", is.flight_crew, was.flight_crew));
    }
    if was.medical_crew != is.medical_crew {
        let name = |crew: &Option<CrewId>| crew.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string);
        let (is, was) = (name(&is.medical_crew), name(&was.medical_crew));
        words.push(format!("medical team {is} instead of {was}"));
    }
    let begin = |mission: &Mission| mission.legs.first().map(|leg| leg.off_block_at);
    if let (Some(before), Some(now)) = (begin(was), begin(is))
        && before != now
    {
        words.push(format!("first off-block {now} instead of {before}"));
    }
    if words.is_empty() && was.legs != is.legs {
        words.push("other times on the way".to_owned());
    }
    let riders = |mission: &Mission| -> BTreeSet<PatientId> {
        mission
            .stops
            .iter()
            .flat_map(|stop| stop.boards.iter().cloned())
            .collect()
    };
    let (before, now) = (riders(was), riders(is));
    let list = |set: Vec<&PatientId>| {
        set.iter()
            .map(|id| id.as_str().to_owned())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (gone, come): (Vec<_>, Vec<_>) = (before.difference(&now).collect(), now.difference(&before).collect());
    if !gone.is_empty() {
        words.push(format!("without {}", list(gone)));
    }
    if !come.is_empty() {
        words.push(format!("with {}", list(come)));
    }
    words
}
