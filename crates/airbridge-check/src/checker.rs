//! The check as a whole: what all rules look at, and one rule after the other.

use std::collections::BTreeMap;

use airbridge_model::{Finding, Index, Journey, Operation, Patient, Plan};
use airbridge_units::{MissionId, PatientId};

use crate::flight::Flight;
use crate::past::Past;
use crate::report::Report;
use crate::rule_06_airfield::Daylight;
use crate::ways::Ways;
use crate::{
    rule_01_journey, rule_02_places, rule_03_care, rule_04_cabin_altitude, rule_05_range_and_runway, rule_06_airfield,
    rule_07_duty, rule_08_clearance, rule_09_destination, rule_10_staging, rule_11_past,
};

/// Every violation of a plan for an operation, by rule; none when the plan is sound.
///
/// ```no_run
/// # fn read() -> (airbridge_model::Operation, airbridge_model::Plan) { unimplemented!() }
/// let (operation, plan) = read();
/// for finding in airbridge_check::check(&operation, &plan) {
///     eprintln!("{finding}");
/// }
/// ```
pub fn check(operation: &Operation, plan: &Plan) -> Vec<Finding> {
    Checker::new(operation).check(plan)
}

/// Checks plans of one operation, and remembers tracks, alternates and daylight from one to the next.
///
/// It is for one thread; each thread that checks makes its own.
pub struct Checker<'a> {
    operation: &'a Operation,
    index: Index<'a>,
    ways: Ways<'a>,
    daylight: Daylight,
    past: Past<'a>,
}

/// What the rules look at.
pub(crate) struct Context<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) index: &'a Index<'a>,
    pub(crate) plan: &'a Plan,
    pub(crate) ways: &'a Ways<'a>,
    pub(crate) daylight: &'a Daylight,
    pub(crate) past: &'a Past<'a>,
    /// The plan's missions, in its order.
    pub(crate) flights: Vec<Flight<'a>>,
    /// Where a mission stands in `flights`; the first of those with one id.
    pub(crate) by_mission: BTreeMap<&'a MissionId, usize>,
    /// The first journey of each patient of the operation, with the patient.
    pub(crate) journeys: BTreeMap<&'a PatientId, (&'a Patient, &'a Journey)>,
}

impl<'a> Checker<'a> {
    /// Makes a checker; nothing is reckoned yet.
    pub fn new(operation: &'a Operation) -> Self {
        Self {
            operation,
            index: Index::new(operation),
            ways: Ways::new(operation),
            daylight: Daylight::default(),
            past: Past::of(operation),
        }
    }

    /// Every violation of a plan, by rule; none when the plan is sound.
    pub fn check(&self, plan: &Plan) -> Vec<Finding> {
        let context = self.context(plan);
        let mut report = Report::default();
        rule_01_journey::check(&context, &mut report);
        rule_02_places::check(&context, &mut report);
        rule_03_care::check(&context, &mut report);
        rule_04_cabin_altitude::check(&context, &mut report);
        rule_05_range_and_runway::check(&context, &mut report);
        rule_06_airfield::check(&context, &mut report);
        rule_07_duty::check(&context, &mut report);
        rule_08_clearance::check(&context, &mut report);
        rule_09_destination::check(&context, &mut report);
        rule_10_staging::check(&context, &mut report);
        rule_11_past::check(&context, &mut report);
        report.into_findings()
    }

    /// Everything that the rules look at.
    pub(crate) fn context<'c>(&'c self, plan: &'c Plan) -> Context<'c> {
        let flights: Vec<Flight<'c>> = plan
            .missions
            .iter()
            .map(|mission| Flight::new(mission, self.operation, &self.index, &self.ways, &self.past))
            .collect();
        let mut by_mission = BTreeMap::new();
        for (number, mission) in plan.missions.iter().enumerate() {
            by_mission.entry(&mission.id).or_insert(number);
        }
        let mut journeys = BTreeMap::new();
        for journey in &plan.journeys {
            if let Some(patient) = self.index.patient(&journey.patient) {
                journeys.entry(&journey.patient).or_insert((patient, journey));
            }
        }
        Context {
            operation: self.operation,
            index: &self.index,
            plan,
            ways: &self.ways,
            daylight: &self.daylight,
            past: &self.past,
            flights,
            by_mission,
            journeys,
        }
    }
}
