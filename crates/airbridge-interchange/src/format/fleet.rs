//! Columns of the tables about aircraft and crews.

use super::kind::CodeList;
use super::{Kind, Table, may, must, unless_known};

pub(crate) const AIRCRAFT_TYPES: Table = Table {
    name: "aircraft_types",
    doc: "Aircraft types. One that the bundled catalogue knows needs no row, or a row with its id and whatever differs: an empty cell keeps the catalogue's value.",
    required: false,
    key: &["type"],
    columns: &[
        must("type", Kind::Id, "Name used in the other tables, such as `C-130H`."),
        may("name", Kind::Text, "Name for people. Empty: the id."),
        unless_known("cruise_kt", Kind::Number(40.0, 1_500.0), "True airspeed in cruise."),
        unless_known(
            "range_points",
            Kind::RangeCurve,
            "Payload–range curve in still air, tanks dry at the end; straight lines between the points.",
        ),
        unless_known(
            "fuel_kg_per_hour",
            Kind::Number(1.0, 50_000.0),
            "Fuel burnt in an hour of block time.",
        ),
        unless_known(
            "runway_m",
            Kind::Number(0.0, 6_000.0),
            "Runway needed at sea level in the standard atmosphere, dry.",
        ),
        unless_known("surfaces", Kind::Codes(CodeList::Surface), "Surfaces it can use."),
        unless_known(
            "pressurised",
            Kind::Flag,
            "Whether the cabin can be held at a pressure.",
        ),
        unless_known(
            "lowest_cabin_ft",
            Kind::Number(0.0, 30_000.0),
            "Lowest cabin altitude that it can hold in cruise; 0 for a sea-level cabin.",
        ),
        unless_known(
            "cost_per_hour",
            Kind::Number(0.0, 10_000_000.0),
            "Cost of an hour of block time, in the operation's currency.",
        ),
        may("source", Kind::Text, "Where the figures come from, or `synthetic`."),
    ],
};

pub(crate) const CONFIGURATIONS: Table = Table {
    name: "configurations",
    doc: "Alternative cabins of the types. The rows of a type replace all that the catalogue knows of it; the first is the one that an aircraft stands in unless it says otherwise. The medical team has seats of its own.",
    required: false,
    key: &["type", "configuration"],
    columns: &[
        must("type", Kind::Ref("aircraft_types"), "Aircraft type."),
        must("configuration", Kind::Id, "Name, unique within the type."),
        must(
            "litters",
            Kind::Integer(0, 500),
            "Litters, the intensive-care stations included.",
        ),
        may(
            "intensive_care",
            Kind::Integer(0, 500),
            "Intensive-care stations; an ordinary litter patient may lie on one. Empty: 0.",
        ),
        must(
            "seats",
            Kind::Integer(0, 1_000),
            "Seats for walking patients and attendants.",
        ),
        may(
            "isolation_units",
            Kind::Integer(0, 500),
            "Closed isolation units, one patient each; the litter or seat is counted as well. Empty: 0.",
        ),
        may(
            "isolation_bay",
            Kind::Integer(0, 1_000),
            "Places of the isolation bay, for contact isolation only; the litter or seat is counted as well. Empty: 0.",
        ),
        must(
            "changeover_minutes",
            Kind::Integer(0, 100_000),
            "Time to fit this cabin.",
        ),
        may("source", Kind::Text, "Where the figures come from, or `synthetic`."),
    ],
};

pub(crate) const AIRCRAFT: Table = Table {
    name: "aircraft",
    doc: "Aircraft, one row each. Times without an offset are in the zone of the base.",
    required: true,
    key: &["aircraft"],
    columns: &[
        must("aircraft", Kind::Id, "Registration."),
        must("type", Kind::Ref("aircraft_types"), "Its type."),
        must("operator", Kind::Text, "Who flies it."),
        must("state", Kind::State, "State of registration."),
        must("base", Kind::Ref("airfields"), "Each mission begins and ends here."),
        may(
            "available_from",
            Kind::Instant,
            "First off-block not before this. Empty: from the horizon's start.",
        ),
        may(
            "available_to",
            Kind::Instant,
            "Last on-block not after this. Empty: to the horizon's end.",
        ),
        may(
            "departure_hours",
            Kind::Hours,
            "Missions begin within these hours, in the base's zone: `Tue,Fri`. Empty: 24h.",
        ),
        may(
            "configurations",
            Kind::RefList("configurations"),
            "Configurations it can take. Empty: all of its type.",
        ),
        may(
            "standing_configuration",
            Kind::Ref("configurations"),
            "The one it stands in at the start. Empty: the first of its type.",
        ),
        may(
            "max_missions",
            Kind::Integer(0, 100_000),
            "Most missions in the operation. Empty: no limit.",
        ),
        may(
            "cost_per_hour",
            Kind::Number(0.0, 10_000_000.0),
            "Cost of an hour of block time. Empty: the type's.",
        ),
    ],
};

pub(crate) const CREWS: Table = Table {
    name: "crews",
    doc: "Flight crews and medical teams. Each mission has one flight crew, and one medical team when it carries patients. Times without an offset are in the zone of the base.",
    required: true,
    key: &["crew"],
    columns: &[
        must("crew", Kind::Id, "Name of the crew."),
        must("role", Kind::Code(CodeList::CrewRole), "What it does."),
        must("aircraft", Kind::RefList("aircraft"), "Aircraft that it may serve."),
        must(
            "base",
            Kind::Ref("airfields"),
            "Home; duty tables are read in this airfield's zone.",
        ),
        must(
            "rules",
            Kind::Ref("policy.duty"),
            "Duty rule set: `easa`, `faa-135`, `usaf-ae`, or one of `operation.toml`.",
        ),
        may(
            "extra_pilots",
            Kind::Integer(0, 2),
            "Pilots beyond the basic crew. Flight crews only. Empty: 0.",
        ),
        may(
            "rest_class",
            Kind::Code(CodeList::RestClass),
            "Where the extra pilots rest on board: 1 bunk, 2 flat seat, 3 reclining seat. Only with extra pilots.",
        ),
        may(
            "available_from",
            Kind::Instant,
            "On duty not before this. Empty: from the horizon's start.",
        ),
        may(
            "available_to",
            Kind::Instant,
            "Off duty not after this. Empty: to the horizon's end.",
        ),
        may(
            "critical_points",
            Kind::Integer(0, 10_000),
            "Most critical-care points on board (`policy.care`). Medical teams must say; flight crews leave it empty.",
        ),
        may(
            "nursing_points",
            Kind::Integer(0, 10_000),
            "Most nursing points on board (`policy.care`). Medical teams must say; flight crews leave it empty.",
        ),
        must("persons", Kind::Integer(1, 100), "Persons in the crew, for payload."),
    ],
};
