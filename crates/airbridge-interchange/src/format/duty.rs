//! Settings of duty rule sets, and the sets that are bundled.

use super::Kind;
use super::policy::{Setting, optional, required};

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
