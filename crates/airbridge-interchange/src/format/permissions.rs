//! Columns of the tables about permission and airspace.

use super::kind::CodeList;
use super::{Kind, Table, may, must};

pub(crate) const CLEARANCES: Table = Table {
    name: "clearances",
    doc: "States' permissions to overfly or land. Not granted means not flown. Times without an offset are UTC.",
    required: false,
    key: &["clearance"],
    columns: &[
        must("clearance", Kind::Id, "Name or number."),
        must("state", Kind::State, "Whose permission."),
        must("kind", Kind::Code(CodeList::ClearanceKind), "For what."),
        may(
            "operator",
            Kind::Text,
            "For the aircraft of this operator only. Empty: see `aircraft`.",
        ),
        may(
            "aircraft",
            Kind::Ref("aircraft"),
            "For this aircraft only. Empty, and `operator` too: for every aircraft.",
        ),
        must("status", Kind::Code(CodeList::ClearanceStatus), "How it stands."),
        may("requested_at", Kind::Instant, "When it was asked for. Empty: unknown."),
        may(
            "lead_hours",
            Kind::Integer(0, 10_000),
            "How long the state takes. Empty: unknown.",
        ),
        must("valid_from", Kind::Instant, "Holds from this instant."),
        must("valid_to", Kind::Instant, "Holds to this instant."),
    ],
};

pub(crate) const FORBIDDEN_PAIRS: Table = Table {
    name: "forbidden_pairs",
    doc: "Pairs of states between which there is no traffic. Days are UTC.",
    required: false,
    key: &["state", "other", "basis", "scope", "from_on"],
    columns: &[
        must("state", Kind::State, "One state."),
        must("other", Kind::State, "The other."),
        must(
            "basis",
            Kind::Code(CodeList::PairBasis),
            "How a leg belongs to `state`: it takes off there, or the aircraft is registered there.",
        ),
        must(
            "scope",
            Kind::Code(CodeList::PairScope),
            "What it may not do in `other`: land, or neither land nor overfly.",
        ),
        may(
            "one_way",
            Kind::Flag,
            "Only from `state` to `other`, not back. Empty: no.",
        ),
        may("from_on", Kind::Date, "First day. Empty: always."),
        may("to_on", Kind::Date, "Last day, inclusive. Empty: for ever."),
    ],
};

pub(crate) const CLOSURES: Table = Table {
    name: "closures",
    doc: "Closed airfields and closed airspace. A row has either an airfield or an area. Times without an offset are UTC.",
    required: false,
    key: &["closure"],
    columns: &[
        must("closure", Kind::Id, "Name or NOTAM number."),
        may(
            "airfield",
            Kind::Ref("airfields"),
            "No landing, take-off, loading or unloading here.",
        ),
        may(
            "area",
            Kind::Points,
            "No leg whose track enters this polygon may be under way.",
        ),
        must("from_at", Kind::Instant, "From this instant."),
        must("to_at", Kind::Instant, "To this instant."),
        may("reason", Kind::Text, "Why."),
    ],
};

pub(crate) const ROUTES: Table = Table {
    name: "routes",
    doc: "Routes between two airfields that override the great circle.",
    required: false,
    key: &["from", "to"],
    columns: &[
        must("from", Kind::Ref("airfields"), "From here."),
        must("to", Kind::Ref("airfields"), "To there."),
        may("both_ways", Kind::Flag, "Also back. Empty: no."),
        may(
            "way_points",
            Kind::Points,
            "Over these points; great circles between them. Empty: direct.",
        ),
        may(
            "states",
            Kind::States,
            "States that it crosses; what is listed here, and nothing else, counts.",
        ),
    ],
};

pub(crate) const CONTESTED_AREAS: Table = Table {
    name: "contested_areas",
    doc: "Which states' permission counts in contested areas, whatever the boundaries say.",
    required: false,
    key: &["area"],
    columns: &[
        must("area", Kind::Id, "Name for people."),
        must("corners", Kind::Points, "The polygon."),
        may(
            "states",
            Kind::States,
            "These states, all of them. Empty: nobody's permission is needed.",
        ),
    ],
};
