//! The plan: missions, journeys, who is left out and why, the measures, and the bound. Immutable.

use airbridge_units::{OfferId, PatientId};
use jiff::Timestamp;

use crate::journey::{Journey, Step};
use crate::mission::Mission;
use crate::patient::PrecedenceLevel;
use crate::rule::Rule;

/// A plan for an operation. Never edited: a new one replaces it and names it as parent.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// What it was made from and how.
    pub origin: PlanOrigin,
    /// Missions, by first off-block, then by aircraft.
    pub missions: Vec<Mission>,
    /// Journeys of those who are moved, by patient id.
    pub journeys: Vec<Journey>,
    /// The others, by patient id. Each patient of the operation is in one of the two lists.
    pub left_out: Vec<LeftOut>,
    /// What the plan achieves.
    pub measures: Measures,
    /// How far from the best possible it can be.
    pub bound: Bound,
    /// How often what was promised to a patient has been changed by this plan and those before it, by patient id; nobody with no change.
    pub changes: Vec<(PatientId, u32)>,
}

/// What a plan was made from and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanOrigin {
    /// Name of the operation.
    pub operation: String,
    /// [`crate::Operation::digest`] of the operation that it was made from.
    pub operation_digest: String,
    /// Digest of the plan that it replaces, if any.
    pub parent: Option<String>,
    /// When it was made to replace its parent: what is at or before that has happened.
    pub replanned_at: Option<Timestamp>,
    /// Version of the program.
    pub version: String,
    /// Random seed.
    pub seed: u64,
    /// Work done by the search, in the solver's unit.
    pub work: u64,
}

/// A patient whom the plan does not move, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct LeftOut {
    /// Who.
    pub patient: PatientId,
    /// Why, in one sentence for people.
    pub summary: String,
    /// Steps behind the patient, and those ahead to where they wait; empty where the patient is at the origin. The last may be
    /// a [`Step::Stay`] that ends when nothing more is known.
    pub so_far: Vec<Step>,
    /// What excludes each alternative.
    pub exclusions: Vec<Exclusion>,
}

/// An alternative, and the rule that excludes it.
#[derive(Clone, PartialEq, Debug)]
pub struct Exclusion {
    /// The beds that the alternative is about; empty for beds that fit so little that they are only counted, and where it is about none.
    pub offers: Vec<OfferId>,
    /// The alternative in words, such as "B-12 and 3 more offers by HLLB–UUWW"; the same exclusion of several paths and beds is said once.
    pub alternative: String,
    /// The rule.
    pub rule: Rule,
    /// What exactly, with the figures.
    pub reason: String,
}

/// What a plan achieves, tier by tier.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Measures {
    /// By precedence level, urgent first; always three.
    pub levels: Vec<TierMeasure>,
    /// Tier 1: summed weight of patients in a right bed on time.
    pub on_time_weight: i64,
    /// Tier 2: summed weight × hours late of those moved late.
    pub lateness_weighted_hours: f64,
    /// Tier 3: commitments broken.
    pub commitments_broken: u32,
    /// Tier 4: patient hours from collection to arrival.
    pub transit_hours: f64,
    /// Tier 4: landings beyond the first, over all patients.
    pub stops: u32,
    /// Tier 4: nights in staging facilities, over all patients.
    pub nights: u32,
    /// Tier 5: block hours of all legs.
    pub flying_hours: f64,
    /// Tier 5: of these, legs without a patient.
    pub positioning_hours: f64,
    /// Tier 5: cost of block hours, in the operation's currency.
    pub cost: f64,
    /// Tier 5: fuel of all legs.
    pub fuel_kg: f64,
    /// Legs.
    pub legs: u32,
}

/// Numbers for one precedence level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TierMeasure {
    /// Which.
    pub level: PrecedenceLevel,
    /// Patients of the operation.
    pub patients: u32,
    /// In a right bed on time.
    pub on_time: u32,
    /// Moved, but late.
    pub late: u32,
    /// Left out.
    pub left_out: u32,
}

/// A bound on the first tier, by relaxation.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Bound {
    /// No plan has a larger summed weight on time.
    pub on_time_weight: i64,
    /// At most this many patients can be in a right bed on time; counted on the relaxation that gives the weight bound.
    pub on_time_patients: u32,
    /// What binds, in words, and how many patients it is short for; empty where nothing binds.
    pub binding: String,
}
