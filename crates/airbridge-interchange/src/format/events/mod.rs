//! What the events format is: its kinds of events with their columns, and an example of each. The one source that reader, writer,
//! JSON Schema and the page `docs/events-format.md` are made from.
//!
//! What comes in: nothing. What goes out: descriptions. Nothing is read here.

mod examples;
pub(crate) mod json;
mod kinds;
mod page;
mod schema;

use std::sync::LazyLock;

pub use page::events_format_page;
pub use schema::schema_events;

use super::{Column, Kind, Need, Table, may, must};

/// The value of the member `format` of a JSON file of events. A reader refuses every other.
pub const EVENTS_FORMAT: &str = "airbridge-events/1";

/// The columns that every event has, before and after those of its kind.
pub(crate) const COMMON: Table = Table {
    name: "events",
    doc: "Something that happened or was learnt.",
    required: false,
    key: &[],
    columns: &[
        must("at", Kind::Instant, "When it happened or was learnt."),
        must("kind", Kind::Text, "What happened: one of the kinds below."),
        may(
            "source",
            Kind::Text,
            "Who reported it and on what authority. Empty: unknown.",
        ),
        may("note", Kind::Text, "Anything else, for people."),
    ],
};

/// Every column that an event of any kind may have, those of [`COMMON`] first: the header of a CSV file. What stands in a column is
/// said by the kind: two kinds may mean different things by one name.
pub(crate) static EVENTS: LazyLock<Table> = LazyLock::new(|| {
    let mut columns = COMMON.columns.to_vec();
    for column in EventKind::ALL.iter().flat_map(|kind| kind.table().columns) {
        if columns.iter().all(|known| known.name != column.name) {
            columns.push(Column {
                need: Need::Optional,
                ..*column
            });
        }
    }
    Table {
        columns: Vec::leak(columns),
        ..COMMON
    }
});

macro_rules! event_kinds {
    ($($variant:ident = $table:ident,)+) => {
        /// A kind of event, one for each member of [`airbridge_model::Happening`].
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum EventKind {
            $(
                #[doc = concat!("See [`airbridge_model::Happening::", stringify!($variant), "`].")]
                $variant,
            )+
        }

        impl EventKind {
            /// Every kind, in the order of the page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name in files, what it means, and its columns beside those that every event has.
            pub const fn table(self) -> &'static Table {
                match self {
                    $(Self::$variant => &kinds::$table,)+
                }
            }
        }
    };
}

event_kinds! {
    OffBlock = OFF_BLOCK,
    OnBlock = ON_BLOCK,
    Boarded = BOARDED,
    NotBoarded = NOT_BOARDED,
    Admitted = ADMITTED,
    Delayed = DELAYED,
    MissionCancelled = MISSION_CANCELLED,
    AircraftOut = AIRCRAFT_OUT,
    CrewOut = CREW_OUT,
    AirfieldClosed = AIRFIELD_CLOSED,
    AirspaceClosed = AIRSPACE_CLOSED,
    StateClosed = STATE_CLOSED,
    BedsWithdrawn = BEDS_WITHDRAWN,
    BedsOffered = BEDS_OFFERED,
    ClearanceGranted = CLEARANCE_GRANTED,
    ClearanceDenied = CLEARANCE_DENIED,
    ClearanceLate = CLEARANCE_LATE,
    Requested = REQUESTED,
    PatientChanged = PATIENT_CHANGED,
    PatientUnfit = PATIENT_UNFIT,
    PatientDied = PATIENT_DIED,
    Declined = DECLINED,
    PatientWithdrawn = PATIENT_WITHDRAWN,
}

impl EventKind {
    /// Its name in files, the same as that of [`airbridge_model::Happening::kind`].
    pub const fn name(self) -> &'static str {
        self.table().name
    }

    /// The kind of a name; case does not matter, nor do spaces around it.
    pub fn named(text: &str) -> Option<Self> {
        let mut kinds = Self::ALL.iter().copied();
        kinds.find(|kind| kind.name().eq_ignore_ascii_case(text.trim()))
    }

    /// A column of this kind, or one that every event has.
    pub fn column(self, name: &str) -> Option<&'static Column> {
        COMMON.column(name).or_else(|| self.table().column(name))
    }

    /// The column that names a place in whose zone times without an offset are; `None` where `at` needs its offset. Aircraft,
    /// crews and patients are under way, so that nothing says where they are; notices of closures and clearances go by UTC, and a
    /// zone of the field would turn them into something else.
    pub const fn local_to(self) -> Option<&'static str> {
        match self {
            Self::OffBlock | Self::OnBlock | Self::Delayed => Some("airfield"),
            Self::Admitted | Self::BedsOffered => Some("facility"),
            Self::BedsWithdrawn => Some("offer"),
            Self::Requested => Some("origin"),
            Self::Boarded
            | Self::NotBoarded
            | Self::MissionCancelled
            | Self::AircraftOut
            | Self::CrewOut
            | Self::AirfieldClosed
            | Self::AirspaceClosed
            | Self::StateClosed
            | Self::ClearanceGranted
            | Self::ClearanceDenied
            | Self::ClearanceLate
            | Self::PatientChanged
            | Self::PatientUnfit
            | Self::PatientDied
            | Self::Declined
            | Self::PatientWithdrawn => None,
        }
    }

    /// A made-up example: columns and texts, in the order of [`EVENTS`]. Together the examples are events of the operation of the
    /// template, in order of time.
    pub(crate) const fn example(self) -> &'static [(&'static str, &'static str)] {
        examples::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_columns_belong_to_the_kind() {
        for (at, kind) in EventKind::ALL.iter().enumerate() {
            assert!(EventKind::ALL[at + 1..].iter().all(|other| other.name() != kind.name()));
            assert_eq!(EventKind::named(&kind.name().to_uppercase()), Some(*kind));
            assert!(kind.table().doc.ends_with('.'), "{}", kind.name());
            for column in kind.table().columns {
                assert!(column.doc.ends_with('.'), "{}: {}", kind.name(), column.name);
                assert!(COMMON.position(column.name).is_none(), "{}", column.name);
                assert_eq!(kind.column(column.name).map(|column| column.name), Some(column.name));
            }
            if let Some(place) = kind.local_to() {
                assert!(kind.table().position(place).is_some(), "{}: {place}", kind.name());
            }
            for (column, _) in kind.example() {
                assert!(kind.column(column).is_some(), "{}: {column}", kind.name());
            }
        }
        assert_eq!(EventKind::named("off block"), None);
    }

    #[test]
    fn a_patient_has_the_columns_of_patients_and_an_offer_those_of_offers() {
        for (kind, table) in [
            (EventKind::Requested, super::super::PATIENTS),
            (EventKind::BedsOffered, super::super::BED_OFFERS),
        ] {
            let names = |table: &Table| -> Vec<&str> { table.columns.iter().map(|column| column.name).collect() };
            assert_eq!(names(kind.table()), names(&table));
        }
    }
}
