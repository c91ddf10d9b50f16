//! The policy of an operation: every weight, limit, reserve and default, as data.

use airbridge_units::{Feet, Kilograms, Metres, Minutes, NauticalMiles};
use jiff::civil::Time;

use crate::duty::DutyRuleSet;
use crate::mission::Leg;
use crate::patient::PrecedenceLevel;

/// Everything about an operation that is a choice.
#[derive(Clone, PartialEq, Debug)]
pub struct Policy {
    /// Weights of the first two tiers.
    pub weights: PrecedenceWeights,
    /// What counts as burden beside hours in transit.
    pub burden: BurdenPolicy,
    /// What it costs to change what others were promised.
    pub commitments: CommitmentPolicy,
    /// Care points by need.
    pub care: CarePoints,
    /// Mass of people.
    pub persons: PersonWeights,
    /// Cabin tiers, loosest first; never empty.
    pub cabin_tiers: Vec<CabinTier>,
    /// Patients with a restriction may still stand on fields up to this height.
    pub field_tolerance: Feet,
    /// Fuel that must be left.
    pub reserves: ReservePolicy,
    /// Alternate airfields.
    pub alternates: AlternatePolicy,
    /// From distance to time.
    pub block: BlockPolicy,
    /// Loading, unloading, refuelling.
    pub handling: HandlingTimes,
    /// Runway corrections.
    pub runways: RunwayPolicy,
    /// Longest mission, from its first off-block to its last on-block.
    pub longest_mission: Minutes,
    /// Duty rule sets by name.
    pub duty: Vec<DutyRuleSet>,
    /// Stay in a receiving bed where neither patient nor offer says, days.
    pub default_stay_days: u32,
    /// Admissions a day where the facility does not say.
    pub default_receives_per_day: Option<u32>,
    /// Before sunset on an unlit runway the aircraft is down or away by this much.
    pub dusk_margin: Minutes,
    /// After sunrise, likewise.
    pub dawn_margin: Minutes,
    /// A stay in a staging facility that holds this local time is a night.
    pub overnight_at: Time,
    /// Defaults of the search.
    pub search: SearchDefaults,
}

impl Policy {
    /// The cabin tier that a leg was begun in.
    ///
    /// # Panics
    ///
    /// When the policy has no cabin tier.
    pub fn tier_of(&self, leg: &Leg) -> &CabinTier {
        let away = |tier: &CabinTier| (tier.limit.get() - leg.cabin_altitude.get()).abs();
        let nearest = self.cabin_tiers.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        nearest.expect("a policy has a cabin tier")
    }
}

/// Weights by precedence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PrecedenceWeights {
    /// Weight of an urgent patient in a right bed on time; also of each hour of lateness.
    pub urgent: u32,
    /// Likewise for priority.
    pub priority: u32,
    /// Likewise for routine.
    pub routine: u32,
}

impl PrecedenceWeights {
    /// The weight of a class.
    pub const fn of(&self, level: PrecedenceLevel) -> u32 {
        match level {
            PrecedenceLevel::Urgent => self.urgent,
            PrecedenceLevel::Priority => self.priority,
            PrecedenceLevel::Routine => self.routine,
        }
    }
}

/// What is weighed against patients' hours in transit in the fourth tier, each as minutes of one patient in transit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BurdenPolicy {
    /// A bed of an acceptable specialty instead of the one wanted.
    pub second_choice: Minutes,
    /// A change of aircraft on the way.
    pub transfer: Minutes,
    /// An hour of flying, so that nobody is spared minutes by another flight; 0 keeps flying wholly behind burden.
    pub flying_hour: Minutes,
}

/// What it costs to change what others were promised, in weights of patients on time: a promise is broken only where at least as much weight is gained.
///
/// The price of one patient's change is the patient's weight × the share of its kind (the gravest counts) × the factor of the promise's tier ×
/// (1 + `imminence` × how near the mission's begin is, from 0 at `firm` to 1 at once) × (1 + `earlier` × earlier changes of the same patient's promises).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CommitmentPolicy {
    /// Promises of missions that begin within this are frozen.
    pub frozen: Minutes,
    /// Promises of missions that begin within this are firm, the others soft.
    pub firm: Minutes,
    /// Percent of the patient's weight for leaving out whom the plan had moved.
    pub left_out: u32,
    /// Likewise for another country of destination.
    pub country: u32,
    /// Likewise for another hospital in the same country.
    pub hospital: u32,
    /// Likewise for arrival on another day.
    pub day: u32,
    /// Likewise for another aircraft.
    pub mission: u32,
    /// Likewise for other airfields on the way.
    pub leg: u32,
    /// Percent by which frozen promises cost what firm ones do.
    pub frozen_factor: u32,
    /// Likewise for soft ones.
    pub soft_factor: u32,
    /// Percent more at once than at the edge of firm.
    pub imminence: u32,
    /// Percent more for each earlier change.
    pub earlier: u32,
}

/// Care points by need: what a patient takes of a team's critical-care and nursing capacity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CarePoints {
    /// Critical-care points of a ventilated patient.
    pub ventilated: u32,
    /// Critical-care points of an intensive-care patient who is not ventilated.
    pub intensive_care: u32,
    /// Critical-care points of an intermediate-care patient.
    pub intermediate: u32,
    /// Nursing points by dependency, high to minimal.
    pub nursing: [u32; 4],
}

/// Mass of people with what they carry.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PersonWeights {
    /// A lying patient with litter and equipment, beyond the patient's own mass.
    pub litter_equipment: Kilograms,
    /// An intensive-care station's portable equipment, beyond the litter's.
    pub intensive_care_equipment: Kilograms,
    /// A patient whose mass is unknown.
    pub patient: Kilograms,
    /// A seated person's baggage.
    pub baggage: Kilograms,
    /// An attendant or crew member with baggage.
    pub attendant: Kilograms,
}

/// A cabin altitude and what it costs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct CabinTier {
    /// The cabin is held at or below this.
    pub limit: Feet,
    /// Fuel burn is multiplied by this.
    pub fuel_factor: f64,
    /// True airspeed is multiplied by this.
    pub speed_factor: f64,
}

/// Fuel that must be left: required range = distance × route factor × fuel factor × (1 + contingency) + alternate + final reserve × cruise.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ReservePolicy {
    /// Share of the trip's fuel.
    pub contingency: f64,
    /// Flying on at cruise.
    pub final_reserve: Minutes,
}

/// Alternate airfields: the nearest suitable one of the operation that is far enough away.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AlternatePolicy {
    /// At least this far from the destination.
    pub least: NauticalMiles,
    /// Reckoned when the operation knows no suitable airfield.
    pub fallback: NauticalMiles,
}

/// Block time = distance × route factor ÷ (cruise × speed factor) + overhead.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct BlockPolicy {
    /// Flown over great-circle distance; 1 or more. Routes with way points too.
    pub route_factor: f64,
    /// Taxi, climb, approach.
    pub overhead: Minutes,
}

/// Times on the ground.
///
/// Loading = `load_base` + litters × `load_litter` + intensive care × `load_intensive_care` + seats × `load_seat`, where each
/// boarding patient counts once by place kind and each attendant as a seat; nothing if nobody boards. Unloading likewise.
/// Refuelling at a stop takes `turnaround`: beside loading and unloading where the field has fire cover; elsewhere only with no
/// patient on board, between the end of unloading and the start of loading. A stop that does not refuel asks no such time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct HandlingTimes {
    /// Before anybody boards.
    pub load_base: Minutes,
    /// For each lying patient.
    pub load_litter: f64,
    /// For each intensive-care patient.
    pub load_intensive_care: f64,
    /// For each seated person.
    pub load_seat: f64,
    /// Before anybody leaves.
    pub unload_base: Minutes,
    /// For each lying patient.
    pub unload_litter: f64,
    /// For each intensive-care patient.
    pub unload_intensive_care: f64,
    /// For each seated person.
    pub unload_seat: f64,
    /// Least time on the ground at a stop, and the time of a fuel stop.
    pub turnaround: Minutes,
    /// Least time at base between two missions of an aircraft.
    pub base_turnaround: Minutes,
}

/// Runway needed = type's figure × (1 + `per_300_m` × elevation ÷ 300 m) × (1 + `per_degree` × degrees above ISA) × wet factor.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RunwayPolicy {
    /// For each 300 m of elevation.
    pub per_300_m: f64,
    /// For each degree above the standard atmosphere.
    pub per_degree: f64,
    /// Degrees above the standard atmosphere where the airfield does not say.
    pub above_isa_c: f64,
    /// For a wet runway.
    pub wet_factor: f64,
    /// Never less than this.
    pub least: Metres,
}

/// Defaults of the search.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SearchDefaults {
    /// Time limit in seconds when neither time nor work is given.
    pub seconds: f64,
    /// Random seed when none is given.
    pub seed: u64,
}
