//! What explaining answers: plain data, for text and JSON alike.

use airbridge_model::{Exclusion, Journey, Mission, PrecedenceLevel};
use airbridge_units::{MissionId, OfferId, PatientId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::change::{Change, Decision};

/// An answer, with what limits its truth.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// Parts of the plan that break a rule or that the planner does not know; the answer is about the plan without them.
    pub dropped: Vec<String>,
    /// The answer.
    pub told: Told,
}

/// What was asked about, explained.
#[derive(Clone, PartialEq, Debug)]
pub enum Told {
    /// A patient who is moved.
    Moved(Moved),
    /// A patient who is left out.
    LeftOut(LeftOut),
    /// A mission.
    Mission(MissionTold),
    /// A bed offer.
    Offer(OfferTold),
}

/// Who is asked about, and how urgent.
#[derive(Clone, PartialEq, Debug)]
pub struct Who {
    /// The patient.
    pub patient: PatientId,
    /// Members of the same group: they are moved together, and what is said holds for all.
    pub with: Vec<PatientId>,
    /// The class.
    pub level: PrecedenceLevel,
    /// In a right bed by this.
    pub due_at: Timestamp,
}

/// Why a patient is moved so.
#[derive(Clone, PartialEq, Debug)]
pub struct Moved {
    /// Who.
    pub who: Who,
    /// How they are moved.
    pub journey: Journey,
    /// Other beds that they could have in this plan, the least worse first.
    pub other_beds: Vec<Possible>,
    /// What excludes the others.
    pub excluded_beds: Vec<Exclusion>,
    /// Other missions and aircraft that could carry them to this bed, the least worse first.
    pub other_flights: Vec<Possible>,
    /// What excludes the others; without offers.
    pub excluded_flights: Vec<Exclusion>,
    /// What holds the journey where it is in time.
    pub held: Held,
}

/// What holds a journey where it is.
#[derive(Clone, PartialEq, Debug)]
pub enum Held {
    /// Each of these alone: without it, the patient would arrive so much sooner.
    By(Vec<Hold>),
    /// All of these together: without any of them nothing else would change.
    Together(Vec<String>, i64),
    /// Flown as it is planned, the journey could end so many minutes sooner at once.
    Nothing(i64),
    /// None of the tests found anything: flights, handling and roads take all the time.
    Itself,
}

/// A thing that holds a journey.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    /// What.
    pub what: String,
    /// Minutes by which the patient would arrive sooner without it, with all else as it is.
    pub minutes: i64,
}

/// An alternative that keeps all rules, and what would come of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Possible {
    /// What would be done, in words.
    pub what: String,
    /// The bed.
    pub offer: OfferId,
    /// When the patient would be there.
    pub arrives_at: Timestamp,
    /// Others who would not be moved any more.
    pub without: Vec<PatientId>,
    /// The plan's measures then, less what they are now.
    pub difference: Difference,
}

/// Measures of another plan, less those of this one.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Difference {
    /// Tier 1: weight on time.
    pub on_time_weight: i64,
    /// Tier 2: weighted hours late.
    pub lateness_weighted_hours: f64,
    /// Tier 4: hours in transit.
    pub transit_hours: f64,
    /// Tier 4: stops on the way.
    pub stops: i64,
    /// Tier 4: nights in staging.
    pub nights: i64,
    /// Tier 5: block hours.
    pub flying_hours: f64,
    /// Tier 5: cost of block hours.
    pub cost: f64,
}

/// Why a patient is left out, and what it would take.
#[derive(Clone, PartialEq, Debug)]
pub struct LeftOut {
    /// Who.
    pub who: Who,
    /// Why, in one sentence.
    pub summary: String,
    /// What excludes each alternative.
    pub exclusions: Vec<Exclusion>,
    /// A place in the plan as it stands, if tests found one: the search ended too soon.
    pub room: Option<Admitted>,
    /// What would bring them in, nobody else being dropped: the smallest first, the patient's own decisions last. Pairs only where no single
    /// change does.
    pub would_take: Vec<Relaxation>,
    /// Changes that were looked at, alone or with others.
    pub looked_at: usize,
}

/// Changes that bring a patient in.
#[derive(Clone, PartialEq, Debug)]
pub struct Relaxation {
    /// One or two.
    pub changes: Vec<Change>,
    /// The same in words.
    pub words: Vec<String>,
    /// Who decides: the patient where a change is the patient's.
    pub decision: Decision,
    /// How the patient is moved then.
    pub admitted: Admitted,
}

/// How a patient would be moved.
#[derive(Clone, PartialEq, Debug)]
pub struct Admitted {
    /// To this bed.
    pub offer: OfferId,
    /// There at this time.
    pub arrives_at: Timestamp,
    /// Whether that is in time.
    pub on_time: bool,
}

/// What a mission is for.
#[derive(Clone, PartialEq, Debug)]
pub struct MissionTold {
    /// The mission.
    pub mission: Mission,
    /// Whether it has begun: then it goes on with the aircraft, the cabin and the crews that it has, and nothing is told of how else, or without it.
    pub under_way: bool,
    /// Other cabins, crews and aircraft that could fly it with all who are on it, the least worse first.
    pub others: Vec<OtherFlight>,
    /// What excludes the others; without offers.
    pub excluded: Vec<Exclusion>,
    /// What would become of each on board if it were not flown and its aircraft flew no other instead.
    pub without: Vec<Fate>,
}

/// Another way to fly a mission.
#[derive(Clone, PartialEq, Debug)]
pub struct OtherFlight {
    /// Cabin and crews, or aircraft.
    pub what: String,
    /// The plan's measures then, less what they are now.
    pub difference: Difference,
}

/// What becomes of a patient.
#[derive(Clone, PartialEq, Debug)]
pub struct Fate {
    /// Who.
    pub patient: PatientId,
    /// How they would be moved; or what leaves them out.
    pub then: Result<Admitted, String>,
}

/// Who is in the beds of an offer, and who is not.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferTold {
    /// The offer.
    pub offer: OfferId,
    /// Beds that it has.
    pub beds: u32,
    /// Those placed, by arrival.
    pub placed: Vec<(PatientId, Timestamp)>,
    /// Its days with the beds taken on each.
    pub days: Vec<(Date, u32)>,
    /// Patients left out whom it would fit, and what keeps them from it: who first, most urgent first.
    pub refused: Vec<Refused>,
    /// Who would come in with one bed more, nobody else being dropped.
    pub one_more: Vec<(PatientId, Admitted)>,
    /// What one bed fewer would do.
    pub one_fewer: OneFewer,
}

/// Patients whom an offer would fit, and what keeps them from it.
#[derive(Clone, PartialEq, Debug)]
pub struct Refused {
    /// Who.
    pub patients: Vec<PatientId>,
    /// The rule, where one excludes it.
    pub rule: airbridge_model::Rule,
    /// What exactly.
    pub reason: String,
}

/// What one bed fewer would do.
#[derive(Clone, PartialEq, Debug)]
pub enum OneFewer {
    /// Nothing: a bed is free on every day.
    Nothing,
    /// The plan can move nobody out of these beds any more: whoever has them on the days on which all are taken has come, or the planner
    /// cannot hold the plan without them.
    Settled,
    /// This patient would go elsewhere, at least cost to all.
    Elsewhere(PatientId, Possible),
    /// This patient would be left out, and nobody of less weight could be instead.
    LeftOut(PatientId),
}

/// Of a mission, for look-up.
pub(crate) fn mission_of<'p>(plan: &'p airbridge_model::Plan, id: &MissionId) -> Option<&'p Mission> {
    plan.missions.iter().find(|mission| mission.id == *id)
}
