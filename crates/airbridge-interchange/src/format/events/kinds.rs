//! Columns of each kind of event.

use super::super::{BED_OFFERS, Column, Kind, Need, PATIENTS, Table, may, must};

/// What the tables below have in common.
const KIND: Table = Table {
    name: "",
    doc: "",
    required: false,
    key: &[],
    columns: &[],
};

const MISSION: Column = must("mission", Kind::Id, "The mission, by its id in the plan in force.");
const PATIENT: Column = must(
    "patient",
    Kind::Ref("patients"),
    "The patient, of the operation or of an earlier request among the events.",
);
const CLEARANCE: Column = must("clearance", Kind::Ref("clearances"), "The clearance.");
const OFFER: Column = must(
    "offer",
    Kind::Ref("bed_offers"),
    "The offer, of the operation or of an earlier offer among the events.",
);
const CLOSURE: Column = may(
    "closure",
    Kind::Id,
    "Name or NOTAM number, unique among closures. Empty: `EVENT-3` for the third event of the file.",
);
const CLOSED_FROM: Column = may("from", Kind::Instant, "From this instant. Empty: `at`.");
const CLOSED_TO: Column = may(
    "to",
    Kind::Instant,
    "To this instant. Empty: for the rest of the operation.",
);
const UNTIL: Column = may(
    "until",
    Kind::Instant,
    "Until then. Empty: for the rest of the operation.",
);

pub(super) const OFF_BLOCK: Table = Table {
    name: "off-block",
    doc: "A mission has left its stand at a field, at the event's time.",
    columns: &[
        MISSION,
        must("airfield", Kind::Ref("airfields"), "The field where it is."),
    ],
    ..KIND
};

pub(super) const ON_BLOCK: Table = Table {
    name: "on-block",
    doc: "A mission has come to its stand at a field, at the event's time. A field that is not the next one of the plan is a diversion.",
    columns: &[
        MISSION,
        must("airfield", Kind::Ref("airfields"), "The field where it is."),
    ],
    ..KIND
};

pub(super) const BOARDED: Table = Table {
    name: "boarded",
    doc: "A patient is on board.",
    columns: &[MISSION, PATIENT],
    ..KIND
};

pub(super) const NOT_BOARDED: Table = Table {
    name: "not-boarded",
    doc: "A patient who was to board was not there: they are still where they were before.",
    columns: &[MISSION, PATIENT],
    ..KIND
};

pub(super) const ADMITTED: Table = Table {
    name: "admitted",
    doc: "A patient is in the bed.",
    columns: &[
        PATIENT,
        must("facility", Kind::Ref("facilities"), "The facility that has the bed."),
    ],
    ..KIND
};

pub(super) const DELAYED: Table = Table {
    name: "delayed",
    doc: "A mission will not leave a field before an instant; or, in the air, will not be on block at its next field before it.",
    columns: &[
        MISSION,
        may(
            "airfield",
            Kind::Ref("airfields"),
            "The field that it leaves late. Empty: where it is, or where it begins.",
        ),
        must("until", Kind::Instant, "Not before this."),
    ],
    ..KIND
};

pub(super) const MISSION_CANCELLED: Table = Table {
    name: "mission-cancelled",
    doc: "A mission does not take place; under way it ends where it stands, or where it lands next.",
    columns: &[MISSION],
    ..KIND
};

pub(super) const AIRCRAFT_OUT: Table = Table {
    name: "aircraft-out",
    doc: "An aircraft cannot fly. In the air it lands, and waits there for the end of `until`; without one within the operation it stays there.",
    columns: &[must("aircraft", Kind::Ref("aircraft"), "The aircraft."), UNTIL],
    ..KIND
};

pub(super) const CREW_OUT: Table = Table {
    name: "crew-out",
    doc: "A crew is out of duty. In the air it lands, and waits there for the end of `until`; without one within the operation it goes no further.",
    columns: &[must("crew", Kind::Ref("crews"), "The crew."), UNTIL],
    ..KIND
};

pub(super) const AIRFIELD_CLOSED: Table = Table {
    name: "airfield-closed",
    doc: "A field is closed.",
    columns: &[
        must("airfield", Kind::Ref("airfields"), "The field that is closed."),
        CLOSURE,
        CLOSED_FROM,
        CLOSED_TO,
    ],
    ..KIND
};

pub(super) const AIRSPACE_CLOSED: Table = Table {
    name: "airspace-closed",
    doc: "A piece of airspace is closed.",
    columns: &[
        must("area", Kind::Points, "The corners of a polygon, at least three."),
        CLOSURE,
        CLOSED_FROM,
        CLOSED_TO,
    ],
    ..KIND
};

pub(super) const STATE_CLOSED: Table = Table {
    name: "state-closed",
    doc: "A state's permissions are suspended for everybody.",
    columns: &[must("state", Kind::State, "The state."), CLOSED_FROM, CLOSED_TO],
    ..KIND
};

pub(super) const BEDS_WITHDRAWN: Table = Table {
    name: "beds-withdrawn",
    doc: "A hospital takes beds back. Who is in one stays there.",
    columns: &[
        OFFER,
        must(
            "left",
            Kind::Integer(0, 100_000),
            "So many beds of the offer are left; 0: none.",
        ),
    ],
    ..KIND
};

pub(super) const BEDS_OFFERED: Table = Table {
    name: "beds-offered",
    doc: "A hospital offers beds: a new offer, or an old one as it stands from now on, with all its beds. The columns are those of the table `bed_offers`.",
    columns: BED_OFFERS.columns,
    ..KIND
};

pub(super) const CLEARANCE_GRANTED: Table = Table {
    name: "clearance-granted",
    doc: "A state has given a clearance.",
    columns: &[
        CLEARANCE,
        may(
            "from",
            Kind::Instant,
            "Holds from this instant, where the window is not the one that was asked for. Empty, and `to` too: it is.",
        ),
        may("to", Kind::Instant, "Holds to this instant. Given whenever `from` is."),
    ],
    ..KIND
};

pub(super) const CLEARANCE_DENIED: Table = Table {
    name: "clearance-denied",
    doc: "A state has refused a clearance, or taken it back.",
    columns: &[CLEARANCE],
    ..KIND
};

pub(super) const CLEARANCE_LATE: Table = Table {
    name: "clearance-late",
    doc: "A clearance comes later than asked for: it holds, from an instant.",
    columns: &[CLEARANCE, must("from", Kind::Instant, "Holds from this instant.")],
    ..KIND
};

pub(super) const REQUESTED: Table = Table {
    name: "requested",
    doc: "A new request, of a patient who is not in the operation. The columns are those of the table `patients`.",
    columns: PATIENTS.columns,
    ..KIND
};

pub(super) const PATIENT_CHANGED: Table = Table {
    name: "patient-changed",
    doc: "A patient has got worse or better: what is given counts from now on, what is empty stays as it was. The columns are those of the table \
          `patients`. A new precedence is given whole.",
    columns: &[
        PATIENT,
        of_patients("ready_at", "Not collected before this. Empty: as it was."),
        of_patients(
            "precedence_scheme",
            "Scheme of the precedence code. Empty: the precedence stays as it was.",
        ),
        of_patients(
            "precedence_code",
            "Code in that scheme. Given whenever `precedence_scheme` is.",
        ),
        of_patients(
            "clock_start_at",
            "When the clock of the new precedence began. Given whenever `precedence_scheme` is.",
        ),
        of_patients(
            "due_at",
            "In a right bed by this. Empty: `clock_start_at` plus the target of the scheme.",
        ),
        of_patients(
            "latest_useful_at",
            "Moving later than this is of no use. Empty: no limit, where the precedence is new.",
        ),
        of_patients("mobility", "What the patient rides on. Empty: as it was."),
        of_patients("critical_care", "Level of critical care on the way. Empty: as it was."),
        of_patients(
            "dependency",
            "Nursing dependency in flight, 1 high to 4 minimal. Empty: as it was.",
        ),
        of_patients("ventilated", "On a ventilator on the way. Empty: as it was."),
        of_patients("isolation", "Isolation on the way and at the end. Empty: as it was."),
        of_patients("cabin_limit_ft", "Highest cabin altitude. Empty: as it was."),
        of_patients(
            "other_attendants",
            "How many others travel with the patient. Empty: as it was.",
        ),
    ],
    ..KIND
};

pub(super) const PATIENT_UNFIT: Table = Table {
    name: "patient-unfit",
    doc: "A patient is not fit to fly. On board they stay on board to the next stop and on.",
    columns: &[PATIENT, UNTIL],
    ..KIND
};

pub(super) const PATIENT_DIED: Table = Table {
    name: "patient-died",
    doc: "A patient has died.",
    columns: &[PATIENT],
    ..KIND
};

pub(super) const DECLINED: Table = Table {
    name: "declined",
    doc: "A hospital does not take a patient: not in any of its beds, whatever was promised. Who is there stays.",
    columns: &[
        PATIENT,
        must(
            "facility",
            Kind::Ref("facilities"),
            "The facility that does not take the patient.",
        ),
    ],
    ..KIND
};

pub(super) const PATIENT_WITHDRAWN: Table = Table {
    name: "patient-withdrawn",
    doc: "A request is withdrawn.",
    columns: &[PATIENT],
    ..KIND
};

/// A column of `patients` as one that may be empty, with a meaning of its own.
const fn of_patients(name: &'static str, doc: &'static str) -> Column {
    let mut at = 0;
    while at < PATIENTS.columns.len() {
        let column = PATIENTS.columns[at];
        if is_same(column.name.as_bytes(), name.as_bytes()) {
            return Column {
                need: Need::Optional,
                doc,
                ..column
            };
        }
        at += 1;
    }
    panic!("is a column of patients")
}

/// Equality that can be computed while compiling.
const fn is_same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}
