//! Columns of the tables about places: facilities, their airfields, staging, airfields, runways.

use super::kind::CodeList;
use super::{Kind, Table, may, must, unless_known};

pub(crate) const FACILITIES: Table = Table {
    name: "facilities",
    doc: "Hospitals, staging facilities and collecting points.",
    required: true,
    key: &["facility"],
    columns: &[
        must("facility", Kind::Id, "Name used in the other tables."),
        must("name", Kind::Text, "Name for people."),
        must("state", Kind::State, "State it lies in."),
        must("city", Kind::Text, "City it serves; groups may be kept together by it."),
        must("lat_deg", Kind::Number(-90.0, 90.0), "Latitude, north positive."),
        must("lon_deg", Kind::Number(-180.0, 180.0), "Longitude, east positive."),
        may(
            "zone",
            Kind::Zone,
            "Zone of its days and hours. Empty: by the coordinates.",
        ),
        may(
            "receives_per_day",
            Kind::Integer(0, 100_000),
            "Most arrivals in a local day, over all its offers. Empty: `policy.default_receives_per_day`.",
        ),
        may(
            "releases_per_day",
            Kind::Integer(0, 100_000),
            "Most patients collected here in a local day. Empty: no limit.",
        ),
        may(
            "admission_hours",
            Kind::Hours,
            "Patients arrive at the door within these hours. Empty: 24h.",
        ),
        may(
            "release_hours",
            Kind::Hours,
            "Patients are collected at the door within these hours (a border crossing's opening, say). Empty: 24h.",
        ),
    ],
};

pub(crate) const FACILITY_AIRFIELDS: Table = Table {
    name: "facility_airfields",
    doc: "Which airfields serve a facility, for arrivals and departures alike.",
    required: true,
    key: &["facility", "airfield"],
    columns: &[
        must("facility", Kind::Ref("facilities"), "Facility."),
        must("airfield", Kind::Ref("airfields"), "Airfield that serves it."),
        must(
            "ground_minutes",
            Kind::Integer(0, 10_000),
            "Door to aircraft side or back, loading of the ambulance included.",
        ),
    ],
};

pub(crate) const STAGING: Table = Table {
    name: "staging",
    doc: "Facilities where patients may wait between two lifts.",
    required: false,
    key: &["facility"],
    columns: &[
        must(
            "facility",
            Kind::Ref("facilities"),
            "Facility; `facility_airfields` says which airfields it serves.",
        ),
        must("capacity", Kind::Integer(0, 100_000), "Most patients at any instant."),
        must(
            "max_stay_minutes",
            Kind::Integer(1, 1_000_000),
            "Longest stay of one patient.",
        ),
        may(
            "min_stay_minutes",
            Kind::Integer(0, 1_000_000),
            "Least stay of one patient. Empty: 0.",
        ),
        must(
            "intensive_care",
            Kind::Flag,
            "Whether intensive-care patients may wait here.",
        ),
        must(
            "isolation",
            Kind::Flag,
            "Whether patients who need isolation may wait here.",
        ),
    ],
};

pub(crate) const AIRFIELDS: Table = Table {
    name: "airfields",
    doc: "Airfields. One that the bundled catalogue knows needs no row, or a row with its id and whatever differs: an empty cell keeps the catalogue's value, and `none` takes a limit away.",
    required: false,
    key: &["airfield"],
    columns: &[
        must(
            "airfield",
            Kind::Id,
            "ICAO location indicator, or another unique text where there is none.",
        ),
        may("iata", Kind::Text, "IATA code. `none` or empty: none."),
        unless_known("name", Kind::Text, "Name for people."),
        unless_known("state", Kind::State, "State it lies in."),
        unless_known("lat_deg", Kind::Number(-90.0, 90.0), "Latitude, north positive."),
        unless_known("lon_deg", Kind::Number(-180.0, 180.0), "Longitude, east positive."),
        unless_known(
            "elevation_ft",
            Kind::Number(-1_500.0, 20_000.0),
            "Height above sea level.",
        ),
        may(
            "zone",
            Kind::Zone,
            "Zone of its days and hours. Empty: by the coordinates.",
        ),
        may(
            "hours",
            Kind::Hours,
            "Landing, loading and take-off happen within these hours. Empty: 24h.",
        ),
        may("fuel", Kind::Flag, "Whether aircraft can be refuelled. Empty: no."),
        may(
            "slots_per_hour",
            Kind::Integer(0, 1_000),
            "Most landings and take-offs together in one clock hour (UTC). `none` or empty: no limit.",
        ),
        may(
            "parking",
            Kind::Integer(0, 1_000),
            "Most aircraft of the plan on the ground at once, those at their own base not counted. `none` or empty: no limit.",
        ),
        may(
            "fire_cover",
            Kind::Flag,
            "Fire cover, so that refuelling with patients on board is allowed. Empty: no.",
        ),
        may("crew_rest", Kind::Flag, "Crews can rest here. Empty: no."),
        may(
            "above_isa_c",
            Kind::Number(-60.0, 60.0),
            "Degrees Celsius above the standard atmosphere. `none` or empty: `policy.runways.above_isa_c`.",
        ),
        may("source", Kind::Text, "Where the row comes from, for people; not kept."),
    ],
};

pub(crate) const RUNWAYS: Table = Table {
    name: "runways",
    doc: "Runways. The rows of an airfield replace all that the catalogue knows of it.",
    required: false,
    key: &["airfield", "runway"],
    columns: &[
        must("airfield", Kind::Ref("airfields"), "Airfield."),
        must("runway", Kind::Text, "Designator, such as `09/27`."),
        must("length_m", Kind::Number(100.0, 7_000.0), "Length that can be used."),
        must("surface", Kind::Code(CodeList::Surface), "What it is made of."),
        must("lit", Kind::Flag, "Lit for use at night."),
        may("closed", Kind::Flag, "Closed for good. Empty: no."),
    ],
};
