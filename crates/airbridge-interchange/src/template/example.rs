//! The made-up operation of the template.

use crate::format::Table;
use crate::write::Sheet;

/// The value of a setting that the template sets.
pub(super) fn setting(key: &str) -> Option<&'static str> {
    Some(match key {
        "name" => "Template (made up)",
        "from" => "2030-05-01T00:00:00Z",
        "to" => "2030-05-04T00:00:00Z",
        _ => return None,
    })
}

/// What stands behind the comment mark where a setting has no default.
pub(super) fn placeholder(key: &str) -> Option<&'static str> {
    match key {
        "planned_at" => Some("2030-04-30T12:00:00Z"),
        "boundaries" => Some("boundaries.ser"),
        _ => None,
    }
}

type Rows = &'static [&'static [(&'static str, &'static str)]];

/// The rows of a table of the template.
pub(super) fn rows(table: &'static Table) -> Sheet {
    Sheet::of(table, rows_of(table.name), |row, cells| {
        for (column, text) in *cells {
            row.set(column, text);
        }
    })
}

fn rows_of(table: &str) -> Rows {
    match table {
        "patients" => PATIENTS,
        "groups" => &[&[
            ("group", "G-1"),
            ("unity", "facility"),
            ("note", "mother and child (made up)"),
        ]],
        "facilities" => FACILITIES,
        "facility_airfields" => &[
            &[
                ("facility", "collecting-point"),
                ("airfield", "HLLB"),
                ("ground_minutes", "30"),
            ],
            &[
                ("facility", "receiving-hospital"),
                ("airfield", "HECA"),
                ("ground_minutes", "40"),
            ],
            &[
                ("facility", "staging-ward"),
                ("airfield", "HECA"),
                ("ground_minutes", "15"),
            ],
        ],
        "bed_offers" => BED_OFFERS,
        "staging" => &[&[
            ("facility", "staging-ward"),
            ("capacity", "20"),
            ("max_stay_minutes", "1440"),
            ("min_stay_minutes", "60"),
            ("intensive_care", "no"),
            ("isolation", "no"),
        ]],
        "airfields" => AIRFIELDS,
        "runways" => &[&[
            ("airfield", "EX01"),
            ("runway", "09/27"),
            ("length_m", "1800"),
            ("surface", "gravel"),
            ("lit", "no"),
            ("closed", "no"),
        ]],
        "aircraft_types" => &[&[
            ("type", "EXAMPLE-TWIN"),
            ("name", "Made-up twin turboprop"),
            ("cruise_kt", "260"),
            ("range_points", "0:1600; 2500:1000"),
            ("fuel_kg_per_hour", "380"),
            ("runway_m", "1100"),
            ("surfaces", "paved gravel"),
            ("pressurised", "yes"),
            ("lowest_cabin_ft", "1000"),
            ("cost_per_hour", "1800"),
            ("source", "synthetic"),
        ]],
        "configurations" => &[&[
            ("type", "EXAMPLE-TWIN"),
            ("configuration", "2L+4S"),
            ("litters", "2"),
            ("intensive_care", "1"),
            ("seats", "4"),
            ("isolation_units", "0"),
            ("isolation_bay", "0"),
            ("changeover_minutes", "45"),
            ("source", "synthetic"),
        ]],
        "aircraft" => AIRCRAFT,
        "crews" => CREWS,
        "clearances" => CLEARANCES,
        "forbidden_pairs" => &[&[
            ("state", "XA"),
            ("other", "XB"),
            ("basis", "departure"),
            ("scope", "both"),
            ("one_way", "no"),
            ("from_on", "2030-01-01"),
        ]],
        "closures" => &[&[
            ("closure", "EX-NOTAM-1"),
            ("airfield", "EX01"),
            ("from_at", "2030-05-03T00:00Z"),
            ("to_at", "2030-05-04T00:00Z"),
            ("reason", "made up"),
        ]],
        "routes" => &[&[
            ("from", "EX01"),
            ("to", "HECA"),
            ("both_ways", "yes"),
            ("way_points", "31.4 28.5"),
            ("states", "EG"),
        ]],
        "contested_areas" => &[&[
            ("area", "made-up area in the open sea"),
            ("corners", "34.0 23.0; 34.0 23.5; 34.5 23.5"),
        ]],
        _ => unreachable!("{table} is one of the tables"),
    }
}

const PATIENTS: Rows = &[
    &[
        ("patient", "P-001"),
        ("origin", "collecting-point"),
        ("ready_at", "2030-05-01 08:00"),
        ("precedence_scheme", "UK-STANAG3204"),
        ("precedence_code", "P1"),
        ("clock_start_at", "2030-05-01T04:00Z"),
        ("classification", "2A"),
        ("mobility", "litter"),
        ("critical_care", "icu"),
        ("dependency", "1"),
        ("ventilated", "yes"),
        ("oxygen_l_per_min", "4"),
        ("isolation", "none"),
        ("cabin_limit_ft", "5000"),
        ("max_stops", "1"),
        ("max_transit_minutes", "720"),
        ("overnight", "no"),
        ("medical_attendants", "0"),
        ("other_attendants", "0"),
        ("specialty", "burns"),
        ("age_years", "34"),
        ("sex", "male"),
        ("weight_kg", "78"),
        ("bariatric", "no"),
        ("languages", "ar"),
    ],
    &[
        ("patient", "P-002"),
        ("origin", "collecting-point"),
        ("ready_at", "2030-05-01 08:00"),
        ("precedence_scheme", "UK-STANAG3204"),
        ("precedence_code", "P2"),
        ("clock_start_at", "2030-05-01T04:00Z"),
        ("classification", "2B"),
        ("mobility", "litter"),
        ("critical_care", "none"),
        ("dependency", "3"),
        ("ventilated", "no"),
        ("isolation", "none"),
        ("overnight", "yes"),
        ("medical_attendants", "0"),
        ("other_attendants", "0"),
        ("group", "G-1"),
        ("specialty", "orthopaedics"),
        ("acceptable_specialties", "general-surgery"),
        ("age_years", "31"),
        ("sex", "female"),
        ("consent_states", "EG RU"),
    ],
    &[
        ("patient", "P-003"),
        ("origin", "collecting-point"),
        ("ready_at", "2030-05-01 08:00"),
        ("precedence_scheme", "UK-STANAG3204"),
        ("precedence_code", "P3"),
        ("clock_start_at", "2030-05-01T04:00Z"),
        ("due_at", "2030-05-03T12:00Z"),
        ("classification", "3A"),
        ("mobility", "ambulatory"),
        ("critical_care", "none"),
        ("dependency", "4"),
        ("ventilated", "no"),
        ("isolation", "none"),
        ("overnight", "yes"),
        ("medical_attendants", "0"),
        ("other_attendants", "1"),
        ("group", "G-1"),
        ("specialty", "orthopaedics"),
        ("age_years", "6"),
        ("refused_states", "XB"),
    ],
];

const FACILITIES: Rows = &[
    &[
        ("facility", "collecting-point"),
        ("name", "Collecting point (made up)"),
        ("state", "LY"),
        ("city", "Benghazi"),
        ("lat_deg", "32.1"),
        ("lon_deg", "20.1"),
        ("zone", "Africa/Tripoli"),
        ("release_hours", "06:00-22:00"),
    ],
    &[
        ("facility", "receiving-hospital"),
        ("name", "Receiving hospital (made up)"),
        ("state", "EG"),
        ("city", "Cairo"),
        ("lat_deg", "30.05"),
        ("lon_deg", "31.25"),
        ("zone", "Africa/Cairo"),
        ("receives_per_day", "10"),
    ],
    &[
        ("facility", "staging-ward"),
        ("name", "Staging ward (made up)"),
        ("state", "EG"),
        ("city", "Cairo"),
        ("lat_deg", "30.12"),
        ("lon_deg", "31.4"),
        ("zone", "Africa/Cairo"),
    ],
];

const BED_OFFERS: Rows = &[
    &[
        ("offer", "O-1"),
        ("facility", "receiving-hospital"),
        ("specialty", "burns"),
        ("beds", "2"),
        ("from_on", "2030-05-01"),
        ("to_on", "2030-05-14"),
        ("expires_at", "2030-05-02 18:00"),
        ("status", "open"),
        ("age_from_years", "16"),
        ("isolation", "no"),
        ("companions", "1"),
        ("stay_days", "30"),
    ],
    &[
        ("offer", "O-2"),
        ("facility", "receiving-hospital"),
        ("specialty", "orthopaedics"),
        ("beds", "4"),
        ("from_on", "2030-05-01"),
        ("to_on", "2030-05-14"),
        ("conditions", "records in English or Arabic (made up)"),
    ],
];

const AIRFIELDS: Rows = &[
    // In the catalogue: the id is enough.
    &[("airfield", "HEAR")],
    &[
        ("airfield", "EX01"),
        ("iata", "none"),
        ("name", "Made-up strip"),
        ("state", "EG"),
        ("lat_deg", "31.2"),
        ("lon_deg", "27.5"),
        ("elevation_ft", "250"),
        ("zone", "Africa/Cairo"),
        ("hours", "Mon-Fri 06:00-18:00"),
        ("fuel", "no"),
        ("slots_per_hour", "2"),
        ("parking", "1"),
        ("fire_cover", "no"),
        ("crew_rest", "no"),
        ("source", "synthetic"),
    ],
];

const AIRCRAFT: Rows = &[&[
    ("aircraft", "SU-EX1"),
    ("type", "C-130H"),
    ("operator", "Example Air (made up)"),
    ("state", "EG"),
    ("base", "HECA"),
    ("available_from", "2030-05-01T00:00Z"),
    ("available_to", "2030-05-04T00:00Z"),
    ("departure_hours", "24h"),
]];

const CREWS: Rows = &[
    &[
        ("crew", "flight-1"),
        ("role", "flight"),
        ("aircraft", "SU-EX1"),
        ("base", "HECA"),
        ("rules", "easa"),
        ("extra_pilots", "0"),
        ("persons", "5"),
    ],
    &[
        ("crew", "medical-1"),
        ("role", "medical"),
        ("aircraft", "SU-EX1"),
        ("base", "HECA"),
        ("rules", "easa"),
        ("critical_points", "12"),
        ("nursing_points", "60"),
        ("persons", "5"),
    ],
];

const CLEARANCES: Rows = &[
    &[
        ("clearance", "LY-EX-1"),
        ("state", "LY"),
        ("kind", "both"),
        ("operator", "Example Air (made up)"),
        ("status", "granted"),
        ("requested_at", "2030-04-20T09:00Z"),
        ("lead_hours", "72"),
        ("valid_from", "2030-05-01T00:00Z"),
        ("valid_to", "2030-05-04T00:00Z"),
    ],
    &[
        ("clearance", "LY-EX-2"),
        ("state", "LY"),
        ("kind", "overfly"),
        ("aircraft", "SU-EX1"),
        ("status", "requested"),
        ("valid_from", "2030-05-04T00:00Z"),
        ("valid_to", "2030-05-08T00:00Z"),
    ],
];
