//! Columns of the tables about people and beds: patients, groups, bed offers.

use super::kind::CodeList;
use super::{Kind, Table, may, must};

pub(crate) const PATIENTS: Table = Table {
    name: "patients",
    doc: "Patient movement requests, one row each, under a pseudonym: no names here. Times without an offset are in the zone of the origin.",
    required: true,
    key: &["patient"],
    columns: &[
        must("patient", Kind::Id, "Pseudonym of the patient."),
        must("origin", Kind::Ref("facilities"), "Facility where the patient is."),
        must("ready_at", Kind::Instant, "Not collected before this."),
        may(
            "collect_by",
            Kind::Instant,
            "Not collected after this. Empty: no limit.",
        ),
        must(
            "precedence_scheme",
            Kind::Code(CodeList::PrecedenceScheme),
            "Scheme of the precedence code; schemes are never merged.",
        ),
        must(
            "precedence_code",
            Kind::Text,
            "Code in that scheme: `P1`, `P2`, `P3`; `urgent`, `priority`, `routine`; `I`, `IA`, `II`, `III`, `IV`; `critical`, `urgent`, `elective`.",
        ),
        must(
            "clock_start_at",
            Kind::Instant,
            "When the clock of the precedence began.",
        ),
        may(
            "due_at",
            Kind::Instant,
            "In a right bed by this. Empty: `clock_start_at` plus the target of the scheme.",
        ),
        may(
            "latest_useful_at",
            Kind::Instant,
            "Moving later than this is of no use. Empty: no limit.",
        ),
        must(
            "classification",
            Kind::Code(CodeList::Classification),
            "NATO classification by transport need, with national extensions.",
        ),
        must("mobility", Kind::Code(CodeList::Mobility), "What the patient rides on."),
        must(
            "critical_care",
            Kind::Code(CodeList::CriticalCare),
            "Level of critical care on the way.",
        ),
        must(
            "dependency",
            Kind::Code(CodeList::Dependency),
            "Nursing dependency in flight, 1 high to 4 minimal.",
        ),
        must("ventilated", Kind::Flag, "On a ventilator on the way."),
        may(
            "oxygen_l_per_min",
            Kind::Number(0.0, 100.0),
            "Oxygen on the way. Empty: 0.",
        ),
        must(
            "isolation",
            Kind::Code(CodeList::Isolation),
            "Isolation on the way and at the end.",
        ),
        may(
            "cabin_limit_ft",
            Kind::Number(0.0, 15_000.0),
            "Highest cabin altitude. Empty: no restriction.",
        ),
        may(
            "max_stops",
            Kind::Integer(0, 50),
            "Landings between the first take-off and the last landing, staging included. Empty: no limit.",
        ),
        may(
            "max_flight_minutes",
            Kind::Integer(1, 100_000),
            "Sum of block times on board. Empty: no limit.",
        ),
        may(
            "max_transit_minutes",
            Kind::Integer(1, 1_000_000),
            "From collection to arrival at the receiving facility. Empty: no limit.",
        ),
        must(
            "overnight",
            Kind::Flag,
            "Whether a night in a staging facility is allowed.",
        ),
        must(
            "medical_attendants",
            Kind::Integer(0, 20),
            "Medical attendants; each takes a seat.",
        ),
        must(
            "other_attendants",
            Kind::Integer(0, 20),
            "Family, guardians, security; each takes a seat.",
        ),
        may(
            "group",
            Kind::Ref("groups"),
            "Group that travels together. Empty: none.",
        ),
        must(
            "specialty",
            Kind::Code(CodeList::Specialty),
            "Specialty that the patient needs.",
        ),
        may(
            "acceptable_specialties",
            Kind::Codes(CodeList::Specialty),
            "Specialties that will also do. Empty: none.",
        ),
        may("age_years", Kind::Integer(0, 125), "Age. Empty: unknown."),
        may("sex", Kind::Code(CodeList::Sex), "Sex. Empty: unknown."),
        may(
            "weight_kg",
            Kind::Number(0.3, 400.0),
            "Mass. Empty: `policy.persons.patient_kg`.",
        ),
        may("bariatric", Kind::Flag, "Needs twice the litter space. Empty: no."),
        may(
            "consent_states",
            Kind::States,
            "Agrees to go only to these states. Empty: any.",
        ),
        may("refused_states", Kind::States, "Never to these states. Empty: none."),
        may(
            "destination",
            Kind::Ref("facilities"),
            "The only facility where they may end: home, for those who return, or a hospital that has accepted them by name. Empty: any.",
        ),
        may(
            "expected_stay_days",
            Kind::Integer(1, 3_650),
            "Stay in the receiving bed. Empty: the offer's, or the policy's.",
        ),
        may(
            "languages",
            Kind::Words,
            "BCP 47 tags of languages they speak. Empty: unknown.",
        ),
    ],
};

pub(crate) const GROUPS: Table = Table {
    name: "groups",
    doc: "Patients who travel together (families, a child and a guardian): they share every lift and end at one facility or in one city.",
    required: false,
    key: &["group"],
    columns: &[
        must("group", Kind::Id, "Name of the group."),
        must(
            "unity",
            Kind::Code(CodeList::Unity),
            "Where they may end: at one facility, or in one city.",
        ),
        may(
            "parent",
            Kind::Ref("groups"),
            "A larger group that this one belongs to; all its members become one group with the larger one's unity. Empty: none.",
        ),
        may("note", Kind::Text, "What they are to each other."),
    ],
};

pub(crate) const BED_OFFERS: Table = Table {
    name: "bed_offers",
    doc: "Promises of beds of one specialty over some days. Days and local times are in the zone of the facility.",
    required: true,
    key: &["offer"],
    columns: &[
        must("offer", Kind::Id, "Name of the offer."),
        must("facility", Kind::Ref("facilities"), "Who offers."),
        must("specialty", Kind::Code(CodeList::Specialty), "What the beds are for."),
        must("beds", Kind::Integer(0, 100_000), "Beds open at the same time."),
        must("from_on", Kind::Date, "First day of arrival."),
        must("to_on", Kind::Date, "Last day of arrival, inclusive."),
        may(
            "expires_at",
            Kind::Instant,
            "An offer that has run out before `planned_at` is not open. Empty: does not run out.",
        ),
        may(
            "status",
            Kind::Code(CodeList::OfferStatus),
            "Whether it stands. Empty: `open`.",
        ),
        may(
            "age_from_years",
            Kind::Integer(0, 125),
            "Least age, inclusive. Empty: no limit.",
        ),
        may(
            "age_to_years",
            Kind::Integer(0, 125),
            "Greatest age, inclusive. Empty: no limit.",
        ),
        may(
            "sex",
            Kind::Code(CodeList::Sex),
            "Only patients of this sex. Empty: both.",
        ),
        may(
            "isolation",
            Kind::Flag,
            "Whether patients who need isolation are taken. Empty: no.",
        ),
        may(
            "companions",
            Kind::Integer(0, 20),
            "Most companions (attendants who are not medical) for each patient. Empty: no limit.",
        ),
        may(
            "stay_days",
            Kind::Integer(1, 3_650),
            "Expected stay. Empty: the policy's.",
        ),
        may("conditions", Kind::Text, "Conditions in words."),
    ],
};
