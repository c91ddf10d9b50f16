//! Kinds of values in cells and settings.

use airbridge_model::{
    Classification, ClearanceKind, ClearanceStatus, CrewRole, CriticalCare, Dependency, Isolation, Mobility,
    OfferStatus, PairBasis, PairScope, PrecedenceScheme, RestClass, Sex, Specialty, Surface, Unity,
};

/// What stands in a cell or a setting.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Kind {
    /// The row's own id: up to 80 characters, no `;`.
    Id,
    /// The id of a row of another table.
    Ref(&'static str),
    /// Ids of rows of another table, separated by `;`.
    RefList(&'static str),
    /// Any text.
    Text,
    /// Words separated by spaces.
    Words,
    /// One word of a code list.
    Code(CodeList),
    /// Words of a code list, separated by spaces.
    Codes(CodeList),
    /// ISO 3166-1 alpha-2 code.
    State,
    /// ISO 3166-1 alpha-2 codes, separated by spaces.
    States,
    /// A whole number within bounds, both inclusive.
    Integer(i64, i64),
    /// A number within bounds, both inclusive.
    Number(f64, f64),
    /// `yes` or `no`.
    Flag,
    /// An instant.
    Instant,
    /// A day.
    Date,
    /// A local time of day.
    Time,
    /// Weekly hours.
    Hours,
    /// An IANA zone name.
    Zone,
    /// Points of a payload–range curve.
    RangeCurve,
    /// Places on the map: `lat lon; lat lon; …`.
    Points,
    /// Cabin tiers: `limit_ft fuel_factor speed_factor; …`.
    CabinTiers,
    /// Rows of a duty table: `HH:MM-HH:MM minutes; …`.
    FdpRows,
    /// Augmented limits: `extra_pilots rest_class minutes; …`.
    Augmented,
}

/// Whether a cell may be empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Never empty.
    Required,
    /// May be empty; the description says what that means.
    Optional,
    /// May be empty where the catalogue knows the row; then the catalogue's value holds.
    UnlessInCatalogue,
}

/// A code list of the model.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeList {
    /// [`PrecedenceScheme`].
    PrecedenceScheme,
    /// [`Classification`].
    Classification,
    /// [`Mobility`].
    Mobility,
    /// [`CriticalCare`].
    CriticalCare,
    /// [`Dependency`].
    Dependency,
    /// [`Isolation`].
    Isolation,
    /// [`Sex`].
    Sex,
    /// [`Specialty`].
    Specialty,
    /// [`Unity`].
    Unity,
    /// [`OfferStatus`].
    OfferStatus,
    /// [`Surface`].
    Surface,
    /// [`CrewRole`].
    CrewRole,
    /// [`RestClass`].
    RestClass,
    /// [`ClearanceKind`].
    ClearanceKind,
    /// [`ClearanceStatus`].
    ClearanceStatus,
    /// [`PairBasis`].
    PairBasis,
    /// [`PairScope`].
    PairScope,
}

/// An enum of the model with its codes.
pub(crate) trait Code: Copy + std::str::FromStr + 'static {
    /// Every member.
    fn members() -> &'static [Self];
    /// The code in the tables.
    fn word(self) -> &'static str;
}

macro_rules! code_lists {
    ($($name:ident),+) => {
        $(impl Code for $name {
            fn members() -> &'static [Self] {
                Self::ALL
            }
            fn word(self) -> &'static str {
                self.code()
            }
        })+

        impl CodeList {
            /// Every code of the list.
            pub fn codes(self) -> Vec<&'static str> {
                match self {
                    $(Self::$name => $name::ALL.iter().map(|member| member.code()).collect(),)+
                }
            }
        }
    };
}

code_lists!(
    PrecedenceScheme,
    Classification,
    Mobility,
    CriticalCare,
    Dependency,
    Isolation,
    Sex,
    Specialty,
    Unity,
    OfferStatus,
    Surface,
    CrewRole,
    RestClass,
    ClearanceKind,
    ClearanceStatus,
    PairBasis,
    PairScope
);

impl Kind {
    /// How a value is written, for people.
    pub fn describe(self) -> String {
        match self {
            Self::Id => "id".into(),
            Self::Ref(table) => format!("id of `{table}`"),
            Self::RefList(table) => format!("ids of `{table}`, separated by `;`"),
            Self::Text => "text".into(),
            Self::Words => "words, separated by spaces".into(),
            Self::Code(list) => format!("one of {}", quoted(&list.codes())),
            Self::Codes(list) => format!("some of {}, separated by spaces", quoted(&list.codes())),
            Self::State => "ISO 3166-1 alpha-2 code".into(),
            Self::States => "ISO 3166-1 alpha-2 codes, separated by spaces".into(),
            Self::Integer(least, most) => format!("whole number, {least} to {most}"),
            Self::Number(least, most) => format!("number, {least} to {most}"),
            Self::Flag => "`yes` or `no`".into(),
            Self::Instant => "date and time, such as `2017-02-01T06:00Z`".into(),
            Self::Date => "day, such as `2017-02-01`".into(),
            Self::Time => "local time, such as `04:00`".into(),
            Self::Hours => "hours, such as `24h` or `Mon-Fri 06:00-22:00; Sat 08:00-12:00`".into(),
            Self::Zone => "IANA zone, such as `Africa/Cairo`".into(),
            Self::RangeCurve => "`payload_kg:range_nm; …`, payload rising, range falling".into(),
            Self::Points => "`lat lon; lat lon; …` in degrees, north and east positive".into(),
            Self::CabinTiers => "`limit_ft fuel_factor speed_factor; …`, loosest first".into(),
            Self::FdpRows => "`HH:MM-HH:MM minutes; …`, both ends inclusive, together the whole day".into(),
            Self::Augmented => "`extra_pilots rest_class minutes; …`".into(),
        }
    }
}

fn quoted(codes: &[&str]) -> String {
    codes
        .iter()
        .map(|code| format!("`{code}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
