//! The settings of an operation: keys of `operation.toml`, rows of the sheet `operation`. Every key of the policy has its default here,
//! and nowhere else.
//!
//! Defaults marked `[SYN]` are our own, for examples and tests: figures to be replaced by whoever is responsible for the operation.

use super::{Kind, Need};

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Path of keys, joined by dots.
    pub key: &'static str,
    /// What stands there.
    pub kind: Kind,
    /// Whether it may be absent.
    pub need: Need,
    /// What holds when it is absent; empty for nothing.
    pub default: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Where the default comes from; empty when there is none.
    pub source: &'static str,
}

const SYN: &str = "[SYN]";

pub(super) const fn required(key: &'static str, kind: Kind, doc: &'static str) -> Setting {
    Setting {
        key,
        kind,
        need: Need::Required,
        default: "",
        doc,
        source: "",
    }
}

pub(super) const fn optional(
    key: &'static str,
    kind: Kind,
    default: &'static str,
    doc: &'static str,
    source: &'static str,
) -> Setting {
    Setting {
        key,
        kind,
        need: Need::Optional,
        default,
        doc,
        source,
    }
}

const POINTS: Kind = Kind::Integer(0, 1_000);
const MASS: Kind = Kind::Number(0.0, 1_000.0);
const MINUTES: Kind = Kind::Integer(0, 10_000);
const MINUTES_EACH: Kind = Kind::Number(0.0, 1_000.0);
const PERCENT: Kind = Kind::Integer(0, 100_000);
const WEIGHT: Kind = Kind::Integer(0, 1_000_000);

/// Every setting except those of the duty rule sets, in canonical order.
pub const SETTINGS: &[Setting] = &[
    required("name", Kind::Text, "Name of the operation."),
    required(
        "from",
        Kind::Instant,
        "Nothing flies before this. Without an offset: UTC.",
    ),
    required("to", Kind::Instant, "Nothing flies after this. Without an offset: UTC."),
    optional(
        "planned_at",
        Kind::Instant,
        "",
        "What was known at this time is what the plan is made from; offers that ran out before are not open. Absent: `from`.",
        "",
    ),
    optional(
        "boundaries",
        Kind::Text,
        "",
        "File in the folder with boundaries that replace those of the program, in the format of the `country-boundaries` library.",
        "",
    ),
    optional(
        "policy.weights.urgent",
        WEIGHT,
        "100",
        "Weight of an urgent patient in a right bed on time, and of each hour late.",
        SYN,
    ),
    optional("policy.weights.priority", WEIGHT, "10", "Likewise for priority.", SYN),
    optional("policy.weights.routine", WEIGHT, "1", "Likewise for routine.", SYN),
    optional(
        "policy.burden.second_choice_minutes",
        MINUTES,
        "1440",
        "A bed of an acceptable specialty instead of the one wanted counts as this much longer in transit.",
        SYN,
    ),
    optional(
        "policy.burden.transfer_minutes",
        MINUTES,
        "240",
        "A change of aircraft counts as this much longer in transit.",
        SYN,
    ),
    optional(
        "policy.burden.flying_hour_minutes",
        MINUTES,
        "600",
        "An hour of flying is worth this much of one patient's time in transit, so that nobody is spared minutes by another flight. 0: flying comes wholly after burden.",
        SYN,
    ),
    optional(
        "policy.commitments.frozen_minutes",
        MINUTES,
        "720",
        "Promises of missions that begin within this are frozen: who is on the manifest stays on it.",
        SYN,
    ),
    optional(
        "policy.commitments.firm_minutes",
        MINUTES,
        "4320",
        "Promises of missions that begin within this are firm, those of later ones soft.",
        SYN,
    ),
    optional(
        "policy.commitments.left_out_percent",
        PERCENT,
        "200",
        "Leaving out a patient whom the plan had moved costs this much of the patient's weight, when the promise was firm. A promise is broken only where at least its price in weight on time is gained.",
        SYN,
    ),
    optional(
        "policy.commitments.country_percent",
        PERCENT,
        "100",
        "Likewise another country of destination.",
        SYN,
    ),
    optional(
        "policy.commitments.hospital_percent",
        PERCENT,
        "60",
        "Likewise another hospital in the same country.",
        SYN,
    ),
    optional(
        "policy.commitments.day_percent",
        PERCENT,
        "40",
        "Likewise arrival on another day.",
        SYN,
    ),
    optional(
        "policy.commitments.mission_percent",
        PERCENT,
        "10",
        "Likewise another aircraft.",
        SYN,
    ),
    optional(
        "policy.commitments.leg_percent",
        PERCENT,
        "5",
        "Likewise other airfields on the way.",
        SYN,
    ),
    optional(
        "policy.commitments.frozen_factor_percent",
        PERCENT,
        "1000",
        "Frozen promises cost this much of what firm ones do.",
        SYN,
    ),
    optional(
        "policy.commitments.soft_factor_percent",
        PERCENT,
        "10",
        "Likewise soft ones.",
        SYN,
    ),
    optional(
        "policy.commitments.imminence_percent",
        PERCENT,
        "100",
        "So much more a promise costs when the mission begins at once than when it begins at the edge of firm.",
        SYN,
    ),
    optional(
        "policy.commitments.earlier_change_percent",
        PERCENT,
        "50",
        "So much more it costs for each earlier change of what the same patient was promised.",
        SYN,
    ),
    optional(
        "policy.missions.longest_minutes",
        MINUTES,
        "4320",
        "Longest mission, from its first off-block to its last on-block: an aircraft does not wait abroad for days for one more patient.",
        SYN,
    ),
    optional(
        "policy.care.ventilated_points",
        POINTS,
        "4",
        "Critical-care points of a ventilated patient. With the defaults a team of 12 points takes 3 ventilated or 6 lesser intensive-care patients.",
        "US critical-care air transport team planning load, from memory; unit of points [SYN]",
    ),
    optional(
        "policy.care.intensive_care_points",
        POINTS,
        "2",
        "Critical-care points of an intensive-care patient who is not ventilated.",
        "as above",
    ),
    optional(
        "policy.care.intermediate_points",
        POINTS,
        "1",
        "Critical-care points of an intermediate-care patient.",
        SYN,
    ),
    optional(
        "policy.care.nursing_high_points",
        POINTS,
        "4",
        "Nursing points at dependency 1.",
        SYN,
    ),
    optional(
        "policy.care.nursing_medium_points",
        POINTS,
        "3",
        "Nursing points at dependency 2.",
        SYN,
    ),
    optional(
        "policy.care.nursing_low_points",
        POINTS,
        "2",
        "Nursing points at dependency 3.",
        SYN,
    ),
    optional(
        "policy.care.nursing_minimal_points",
        POINTS,
        "1",
        "Nursing points at dependency 4.",
        SYN,
    ),
    optional(
        "policy.persons.litter_equipment_kg",
        MASS,
        "30",
        "Litter and equipment of a lying patient, beyond the patient's own mass.",
        SYN,
    ),
    optional(
        "policy.persons.intensive_care_equipment_kg",
        MASS,
        "60",
        "Portable equipment of an intensive-care station, beyond the litter's.",
        SYN,
    ),
    optional(
        "policy.persons.patient_kg",
        MASS,
        "80",
        "A patient whose mass is unknown.",
        SYN,
    ),
    optional(
        "policy.persons.baggage_kg",
        MASS,
        "15",
        "Baggage of a seated person.",
        SYN,
    ),
    optional(
        "policy.persons.attendant_kg",
        MASS,
        "95",
        "An attendant or crew member with baggage.",
        SYN,
    ),
    optional(
        "policy.cabin.tiers",
        Kind::CabinTiers,
        "8000 1 1; 5000 1.1 0.96; 0 1.25 0.9",
        "Cabin altitudes, loosest first, each with what it multiplies fuel burn and true airspeed by.",
        "8,000 ft: regulatory ceiling; penalties [SYN]",
    ),
    optional(
        "policy.cabin.field_tolerance_ft",
        Kind::Number(0.0, 15_000.0),
        "2000",
        "Patients with a cabin restriction may still stand on fields up to this height.",
        SYN,
    ),
    optional(
        "policy.reserves.contingency_share",
        Kind::Number(0.0, 1.0),
        "0.05",
        "Fuel beyond the trip's, as a share of it.",
        "5 %, general knowledge of fuel planning rules",
    ),
    optional(
        "policy.reserves.final_reserve_minutes",
        MINUTES,
        "30",
        "Flying on at cruise after the alternate.",
        "30 min for turbines, general knowledge of fuel planning rules",
    ),
    optional(
        "policy.alternates.least_nm",
        Kind::Number(0.0, 2_000.0),
        "50",
        "An alternate airfield lies at least this far from the destination.",
        SYN,
    ),
    optional(
        "policy.alternates.fallback_nm",
        Kind::Number(0.0, 2_000.0),
        "100",
        "Distance to the alternate when the operation knows no suitable airfield.",
        SYN,
    ),
    optional(
        "policy.block.route_factor",
        Kind::Number(1.0, 3.0),
        "1.05",
        "Flown distance over great-circle distance.",
        SYN,
    ),
    optional(
        "policy.block.overhead_minutes",
        MINUTES,
        "25",
        "Taxi, climb and approach of each leg.",
        SYN,
    ),
    optional(
        "policy.handling.load_base_minutes",
        MINUTES,
        "30",
        "Before anybody boards.",
        SYN,
    ),
    optional(
        "policy.handling.load_litter_minutes",
        MINUTES_EACH,
        "2",
        "Loading each lying patient.",
        SYN,
    ),
    optional(
        "policy.handling.load_intensive_care_minutes",
        MINUTES_EACH,
        "8",
        "Loading each intensive-care patient.",
        SYN,
    ),
    optional(
        "policy.handling.load_seat_minutes",
        MINUTES_EACH,
        "0.5",
        "Loading each seated person.",
        SYN,
    ),
    optional(
        "policy.handling.unload_base_minutes",
        MINUTES,
        "20",
        "Before anybody leaves.",
        SYN,
    ),
    optional(
        "policy.handling.unload_litter_minutes",
        MINUTES_EACH,
        "2",
        "Unloading each lying patient.",
        SYN,
    ),
    optional(
        "policy.handling.unload_intensive_care_minutes",
        MINUTES_EACH,
        "6",
        "Unloading each intensive-care patient.",
        SYN,
    ),
    optional(
        "policy.handling.unload_seat_minutes",
        MINUTES_EACH,
        "0.5",
        "Unloading each seated person.",
        SYN,
    ),
    optional(
        "policy.handling.turnaround_minutes",
        MINUTES,
        "60",
        "Time that refuelling takes: least time on the ground at a stop that refuels, and the time of a fuel stop.",
        SYN,
    ),
    optional(
        "policy.handling.base_turnaround_minutes",
        MINUTES,
        "60",
        "Least time at base between two missions of an aircraft.",
        SYN,
    ),
    optional(
        "policy.runways.per_300_m",
        Kind::Number(0.0, 1.0),
        "0.07",
        "Runway needed grows by this share for each 300 m of elevation.",
        SYN,
    ),
    optional(
        "policy.runways.per_degree_c",
        Kind::Number(0.0, 1.0),
        "0.01",
        "Runway needed grows by this share for each degree above the standard atmosphere.",
        SYN,
    ),
    optional(
        "policy.runways.above_isa_c",
        Kind::Number(-60.0, 60.0),
        "15",
        "Degrees above the standard atmosphere where the airfield does not say.",
        SYN,
    ),
    optional(
        "policy.runways.wet_factor",
        Kind::Number(1.0, 3.0),
        "1.15",
        "For a wet runway.",
        SYN,
    ),
    optional(
        "policy.runways.least_m",
        Kind::Number(0.0, 5_000.0),
        "0",
        "Runway needed is never less than this.",
        SYN,
    ),
    optional(
        "policy.beds.default_stay_days",
        Kind::Integer(1, 3_650),
        "21",
        "Stay in a receiving bed where neither patient nor offer says.",
        SYN,
    ),
    optional(
        "policy.beds.default_receives_per_day",
        Kind::Integer(0, 100_000),
        "4",
        "Admissions a day where the facility does not say; `none` for no limit.",
        SYN,
    ),
    optional(
        "policy.daylight.dusk_margin_minutes",
        Kind::Integer(0, 600),
        "30",
        "On an unlit runway the aircraft is down or away this long before sunset.",
        SYN,
    ),
    optional(
        "policy.daylight.dawn_margin_minutes",
        Kind::Integer(0, 600),
        "15",
        "And not before this long after sunrise.",
        SYN,
    ),
    optional(
        "policy.staging.overnight_at",
        Kind::Time,
        "04:00",
        "A stay in a staging facility that holds this local time is a night.",
        SYN,
    ),
    optional(
        "policy.protection.adult_age_years",
        Kind::Integer(0, 30),
        "18",
        "Below this age a patient without attendant or adult in the group is reported as an unaccompanied minor. Used by the reader only.",
        SYN,
    ),
    optional(
        "policy.search.seconds",
        Kind::Number(0.01, 1_000_000.0),
        "10",
        "Time limit of the search when neither time nor work is given.",
        SYN,
    ),
    optional(
        "policy.search.seed",
        Kind::Integer(0, 9_007_199_254_740_991),
        "1",
        "Random seed when none is given.",
        SYN,
    ),
];
