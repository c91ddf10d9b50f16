//! The patient movement request: who is to be moved, what they need, where they may go.

use airbridge_units::{FacilityId, Feet, GroupId, Kilograms, Minutes, PatientId, StateCode};
use jiff::Timestamp;

use crate::code::code_list;
use crate::offer::Specialty;

/// One patient movement request (PMR). Pseudonymous: there is no name here.
#[derive(Clone, PartialEq, Debug)]
pub struct Patient {
    /// Pseudonym.
    pub id: PatientId,
    /// The facility where they are; [`crate::Facility::access`] says which airfields serve it.
    pub origin: FacilityId,
    /// Not collected from the origin before this.
    pub ready_at: Timestamp,
    /// Not collected after this, if given.
    pub collect_by: Option<Timestamp>,
    /// How urgent, in the scheme that the referrer used.
    pub precedence: Precedence,
    /// NATO patient classification, see [`Classification`].
    pub classification: Classification,
    /// What they ride on.
    pub mobility: Mobility,
    /// Level of critical care on the way.
    pub critical_care: CriticalCare,
    /// Nursing dependency on the way.
    pub dependency: Dependency,
    /// On a ventilator on the way.
    pub ventilated: bool,
    /// Oxygen on the way, litres a minute.
    pub oxygen_l_per_min: f64,
    /// Isolation on the way and at the end.
    pub isolation: Isolation,
    /// Highest cabin altitude, `None` for no restriction beyond the ordinary.
    pub cabin_limit: Option<CabinLimit>,
    /// What the flight surgeon allows on the way.
    pub limits: TransitLimits,
    /// Who travels with them.
    pub attendants: Attendants,
    /// The group they belong to, if any.
    pub group: Option<GroupId>,
    /// The specialty they need.
    pub specialty: Specialty,
    /// Specialties that will also do, in the referrer's judgement.
    pub acceptable: Vec<Specialty>,
    /// Age in years, if known.
    pub age_years: Option<u32>,
    /// Sex, if known.
    pub sex: Option<Sex>,
    /// Mass of the patient, if known; [`crate::PersonWeights`] otherwise.
    pub weight: Option<Kilograms>,
    /// Needs twice the litter space.
    pub bariatric: bool,
    /// Where they agree to go.
    pub consent: Consent,
    /// The only facility where they may end, if there is one: home, for those who return, or a hospital that has accepted them by name.
    pub destination: Option<FacilityId>,
    /// Expected stay in the receiving bed in days; the offer's or the policy's otherwise.
    pub expected_stay_days: Option<u32>,
    /// BCP 47 tags of languages they speak.
    pub languages: Vec<String>,
}

/// A cabin-altitude restriction.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
pub struct CabinLimit(pub Feet);

/// How urgent a request is. The scheme stays with the code; schemes are never merged.
#[derive(Clone, PartialEq, Debug)]
pub struct Precedence {
    /// Whose scheme.
    pub scheme: PrecedenceScheme,
    /// The code in that scheme, as written, such as "P1".
    pub code: String,
    /// The class that weights and reports use.
    pub level: PrecedenceLevel,
    /// When the clock began.
    pub clock_start_at: Timestamp,
    /// In a right bed by this: the clock's start plus the scheme's target, unless the request gives its own.
    pub due_at: Timestamp,
    /// Moving later than this is of no use, if given: hard.
    pub latest_useful_at: Option<Timestamp>,
}

code_list! {
    /// A scheme of precedence codes.
    PrecedenceScheme, "precedence scheme" {
        /// United Kingdom after STANAG 3204: P1 24 h, P2 48 h, P3 7 days.
        UkStanag3204 = "UK-STANAG3204",
        /// US Transportation Command: urgent, priority, routine.
        UsTranscom = "US-TRANSCOM",
        /// US Army MEDEVAC: I, IA, II, III, IV.
        UsArmyMedevac = "US-ARMY-MEDEVAC",
        /// Waiting lists: critical, urgent, elective.
        Waitlist = "WAITLIST",
    }
}

code_list! {
    /// The three classes that weights are given for.
    PrecedenceLevel, "precedence level" {
        /// First.
        Urgent = "urgent",
        /// Second.
        Priority = "priority",
        /// Third.
        Routine = "routine",
    }
}

impl PrecedenceScheme {
    /// The codes of the scheme with class and target in hours (sources: `docs/codes.md`).
    pub const fn codes(self) -> &'static [(&'static str, PrecedenceLevel, i64)] {
        use PrecedenceLevel::{Priority, Routine, Urgent};
        match self {
            Self::UkStanag3204 => &[("P1", Urgent, 24), ("P2", Priority, 48), ("P3", Routine, 168)],
            Self::UsTranscom => &[
                ("urgent", Urgent, 12),
                ("priority", Priority, 24),
                ("routine", Routine, 72),
            ],
            Self::UsArmyMedevac => &[
                ("I", Urgent, 1),
                ("IA", Urgent, 1),
                ("II", Priority, 4),
                ("III", Routine, 24),
                ("IV", Routine, 24),
            ],
            Self::Waitlist => &[
                ("critical", Urgent, 168),
                ("urgent", Priority, 720),
                ("elective", Routine, 2160),
            ],
        }
    }
}

code_list! {
    /// NATO classification by transport need, with national extensions.
    Classification, "classification" {
        /// Severe psychiatric: stretcher, escort.
        C1A = "1A",
        /// Intermediate psychiatric.
        C1B = "1B",
        /// Mild psychiatric, seated.
        C1C = "1C",
        /// Stretcher, immobile.
        C2A = "2A",
        /// Stretcher, mobile.
        C2B = "2B",
        /// Seated, supervised.
        C3 = "3",
        /// Seated, going for treatment.
        C3A = "3A",
        /// Seated, recovered and returning.
        C3B = "3B",
        /// Substance-use case.
        C3C = "3C",
        /// Seated, unescorted.
        C4 = "4",
        /// Infants and under-threes; incubator is litter-equivalent.
        C4A = "4A",
        /// National extension of 4.
        C4B = "4B",
        /// National extension of 4.
        C4C = "4C",
        /// National extension of 4.
        C4D = "4D",
        /// National extension of 4.
        C4E = "4E",
        /// Outpatient, seated.
        C5 = "5",
        /// National extension of 5.
        C5A = "5A",
        /// National extension of 5.
        C5B = "5B",
        /// National extension of 5.
        C5C = "5C",
        /// National extension of 5.
        C5D = "5D",
        /// National extension of 5.
        C5E = "5E",
        /// National extension of 5.
        C5F = "5F",
        /// Attendant, medical (6A) or not (6B): not a patient, kept for completeness of the list.
        C6 = "6",
        /// Medical attendant.
        C6A = "6A",
        /// Non-medical attendant.
        C6B = "6B",
    }
}

code_list! {
    /// What a patient rides on.
    Mobility, "mobility" {
        /// Lies on a litter.
        Litter = "litter",
        /// Walks and sits.
        Ambulatory = "ambulatory",
        /// Wheelchair on the ground, sits in the cabin.
        Wheelchair = "wheelchair",
        /// Incubator on a litter's place.
        Incubator = "incubator",
    }
}

code_list! {
    /// Level of critical care on the way.
    CriticalCare, "critical care level" {
        /// None.
        None = "none",
        /// Intermediate: close monitoring on an ordinary litter or seat.
        Intermediate = "intermediate",
        /// Intensive care: an intensive-care station and a critical-care team.
        Icu = "icu",
    }
}

code_list! {
    /// Nursing dependency in flight.
    Dependency, "dependency" {
        /// Ventilation, invasive or cardiac monitoring, chest drain.
        High = "1",
        /// Regular frequent monitoring, oxygen, several infusions.
        Medium = "2",
        /// Simple nursing, simple oxygen, one infusion.
        Low = "3",
        /// Help with mobility, feeding or bodily functions only.
        Minimal = "4",
    }
}

code_list! {
    /// Isolation need.
    Isolation, "isolation" {
        /// None.
        None = "none",
        /// Contact (resistant organisms): an isolation bay, shared only with other contact patients, or a unit.
        Contact = "contact",
        /// Droplet: a closed isolation unit of one's own.
        Droplet = "droplet",
        /// Airborne: a closed isolation unit of one's own.
        Airborne = "airborne",
    }
}

code_list! {
    /// Sex, for wards.
    Sex, "sex" {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

/// What the flight surgeon allows on the way. `None` is no limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TransitLimits {
    /// Landings between the first take-off and the last landing, fuel stops and staging included; 0 is direct only.
    pub max_stops: Option<u32>,
    /// Sum of block times on board.
    pub max_flight: Option<Minutes>,
    /// From collection at the origin to arrival at the receiving facility.
    pub max_transit: Option<Minutes>,
    /// Whether a night in a staging facility is allowed ([`crate::Policy::overnight_at`]).
    pub overnight: bool,
}

/// Who travels with a patient: each takes a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Attendants {
    /// Medical attendants (6A).
    pub medical: u32,
    /// Family, guardians, security (6B).
    pub other: u32,
}

impl Attendants {
    /// How many persons.
    pub const fn count(self) -> u32 {
        self.medical + self.other
    }
}

/// Where a patient agrees to go.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Consent {
    /// Only these states; empty means any.
    pub only: Vec<StateCode>,
    /// Never these states.
    pub refused: Vec<StateCode>,
}

impl Consent {
    /// Whether a state is within the consent.
    pub fn allows(&self, state: &StateCode) -> bool {
        !self.refused.contains(state) && (self.only.is_empty() || self.only.contains(state))
    }
}

/// The kind of place that a patient takes in the cabin.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PlaceKind {
    /// An intensive-care station, which is also one of the litters.
    IntensiveCare,
    /// A litter.
    Litter,
    /// A seat.
    Seat,
}

impl Patient {
    /// The kind of place that the patient takes: an intensive-care station for [`CriticalCare::Icu`]; a litter for
    /// those who lie (by mobility, or by classes 1A, 2A, 2B); a seat otherwise.
    pub fn place_kind(&self) -> PlaceKind {
        let lies = matches!(self.mobility, Mobility::Litter | Mobility::Incubator)
            || matches!(
                self.classification,
                Classification::C1A | Classification::C2A | Classification::C2B
            );
        match (self.critical_care, lies) {
            (CriticalCare::Icu, _) => PlaceKind::IntensiveCare,
            (_, true) => PlaceKind::Litter,
            (_, false) => PlaceKind::Seat,
        }
    }

    /// How many places of that kind: two for a bariatric patient who lies, else one.
    pub fn places(&self) -> u32 {
        if self.bariatric && self.place_kind() != PlaceKind::Seat {
            2
        } else {
            1
        }
    }
}

/// Patients who travel together: they share every lift.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Name of the group.
    pub id: GroupId,
    /// Where they may end.
    pub unity: Unity,
    /// What they are to each other, for people to read.
    pub note: String,
}

code_list! {
    /// How closely a group stays together at the end. On the way all members share every lift.
    Unity, "group unity" {
        /// One facility.
        Facility = "facility",
        /// One city ([`crate::Facility::city`]).
        City = "city",
    }
}
