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

const fn required(key: &'static str, kind: Kind, doc: &'static str) -> Setting {
    Setting {
        key,
        kind,
        need: Need::Required,
        default: "",
        doc,
        source: "",
    }
}

const fn optional(
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
        "Least time on the ground at a stop, and the time of a fuel stop.",
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

/// The settings of a duty rule set, under `policy.duty.<name>.`. A set of the bundled ones may be changed key by key; a new
/// one gives all that has no default here.
pub const DUTY_SETTINGS: &[Setting] = &[
    required(
        "rows",
        Kind::FdpRows,
        "Longest flight-duty period of the basic crew by local time of report; the rows cover the whole day.",
    ),
    optional(
        "free_sectors",
        Kind::Integer(0, 100),
        "100",
        "Sectors that shorten nothing.",
        "",
    ),
    optional(
        "per_sector_minutes",
        Kind::Integer(0, 600),
        "0",
        "Each further sector shortens the period by this.",
        "",
    ),
    optional(
        "floor_minutes",
        Kind::Integer(0, 3_000),
        "0",
        "But never below this.",
        "",
    ),
    optional(
        "max_sectors",
        Kind::Integer(1, 100),
        "none",
        "Most sectors in one duty; `none` for no limit.",
        "",
    ),
    optional(
        "augmented",
        Kind::Augmented,
        "none",
        "Longest period with extra pilots, by class of rest on board; then start hour and sectors do not count. `none` for no augmentation.",
        "",
    ),
    required(
        "report_minutes",
        Kind::Integer(0, 1_000),
        "Report before the first off-block.",
    ),
    required(
        "debrief_minutes",
        Kind::Integer(0, 1_000),
        "Duty after the flight-duty period.",
    ),
    required(
        "rest_home_minutes",
        Kind::Integer(0, 10_000),
        "Least rest at home base.",
    ),
    required("rest_away_minutes", Kind::Integer(0, 10_000), "Least rest elsewhere."),
    optional(
        "source",
        Kind::Text,
        "",
        "Where the figures come from, or `synthetic`.",
        "",
    ),
];

/// A bundled duty rule set: its name and its settings, in the order of [`DUTY_SETTINGS`] where given.
pub(crate) struct BundledDuty {
    pub(crate) name: &'static str,
    pub(crate) settings: &'static [(&'static str, &'static str)],
}

/// The bundled duty rule sets.
///
/// # References
///
/// Regulation (EU) 965/2012, ORO.FTL.205 and CS FTL.1.205, .235; 14 CFR 135.267; AFI 11-2AE volume 3. All from memory or from study
/// material, simplified as each `source` says: not a statement of the rules in force.
pub(crate) const BUNDLED_DUTY: &[BundledDuty] = &[
    BundledDuty {
        name: "easa",
        settings: &[
            (
                "rows",
                "06:00-13:29 780; 13:30-13:59 765; 14:00-14:29 750; 14:30-14:59 735; 15:00-15:29 720; 15:30-15:59 705; \
                 16:00-16:29 690; 16:30-16:59 675; 17:00-04:59 660; 05:00-05:14 720; 05:15-05:29 735; 05:30-05:44 750; \
                 05:45-05:59 765",
            ),
            ("free_sectors", "2"),
            ("per_sector_minutes", "30"),
            ("floor_minutes", "540"),
            ("augmented", "1 3 840; 1 2 900; 1 1 960; 2 3 900; 2 2 960; 2 1 1020"),
            ("report_minutes", "60"),
            ("debrief_minutes", "30"),
            ("rest_home_minutes", "720"),
            ("rest_away_minutes", "600"),
            (
                "source",
                "EASA ORO.FTL.205 basic daily FDP, acclimatised crew; augmented and rest from general knowledge; report and debrief [SYN]",
            ),
        ],
    },
    BundledDuty {
        name: "faa-135",
        settings: &[
            ("rows", "00:00-23:59 810"),
            ("report_minutes", "60"),
            ("debrief_minutes", "30"),
            ("rest_home_minutes", "600"),
            ("rest_away_minutes", "600"),
            (
                "source",
                "14 CFR 135.267: 14 h duty day, 10 h rest; the limit on hours flown (8 h one pilot, 10 h two) is not modelled; report and debrief [SYN]",
            ),
        ],
    },
    BundledDuty {
        name: "usaf-ae",
        settings: &[
            ("rows", "00:00-23:59 960"),
            ("augmented", "1 1 1440; 1 2 1440; 2 1 1440; 2 2 1440"),
            ("report_minutes", "195"),
            ("debrief_minutes", "45"),
            ("rest_home_minutes", "720"),
            ("rest_away_minutes", "750"),
            (
                "source",
                "AFI 11-2AE volume 3 study cards: 16 h basic, 24 h augmented, alert to take-off 3:15, 12 h rest, 16:30 on the ground away; debrief [SYN]",
            ),
        ],
    },
];
