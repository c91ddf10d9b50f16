//! One thing about an operation that could be otherwise: what it is, whose decision, how much is asked.
//!
//! A change only ever allows more: a plan that keeps the rules keeps them after it. The planner, which is stricter, may still refuse the plan where
//! cabins are larger, because it keeps teams for all that could be unloaded at their base ([`Change::may_upset`]).

use airbridge_model::{ClearanceKind, PlaceKind, Specialty};
use airbridge_units::{
    AircraftId, AirfieldId, ClosureId, CrewId, FacilityId, OfferId, OperatorId, PatientId, StateCode,
};

mod apply;
mod words;

/// A change that would allow more.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change {
    /// More beds of an offer.
    Beds {
        /// Which.
        offer: OfferId,
        /// How many more.
        more: u32,
    },
    /// The offer begins so many days sooner.
    Sooner {
        /// Which.
        offer: OfferId,
        /// Days.
        days: u32,
    },
    /// The offer ends so many days later.
    Later {
        /// Which.
        offer: OfferId,
        /// Days.
        days: u32,
    },
    /// Beds for a specialty that a hospital has not offered yet, for the whole operation.
    NewBeds {
        /// Which hospital.
        facility: FacilityId,
        /// For what.
        specialty: Specialty,
        /// How many.
        beds: u32,
    },
    /// An offer takes patients of any age and sex, in isolation, and with companions.
    Conditions {
        /// Which.
        offer: OfferId,
    },
    /// An offer that was withdrawn or has run out stands again.
    Renewed {
        /// Which.
        offer: OfferId,
    },
    /// More arrivals a day.
    Reception {
        /// Where.
        facility: FacilityId,
        /// How many more.
        more: u32,
    },
    /// More collections a day.
    Releases {
        /// Where.
        facility: FacilityId,
        /// How many more.
        more: u32,
    },
    /// More staging places.
    Staging {
        /// Where.
        facility: FacilityId,
        /// How many more.
        more: u32,
    },
    /// Patients may stay longer in staging.
    LongerStay {
        /// Where.
        facility: FacilityId,
        /// Hours more.
        hours: u32,
    },
    /// Patients are admitted at any hour.
    Admission {
        /// Where.
        facility: FacilityId,
    },
    /// Patients are let out at any hour.
    Release {
        /// Where.
        facility: FacilityId,
    },
    /// More movements an hour.
    Slots {
        /// Where.
        airfield: AirfieldId,
        /// How many more.
        more: u32,
    },
    /// More aircraft on the ground at once.
    Stands {
        /// Where.
        airfield: AirfieldId,
        /// How many more.
        more: u32,
    },
    /// An airfield is open at any hour, and lit.
    FieldHours {
        /// Which.
        airfield: AirfieldId,
    },
    /// A closure is lifted.
    Reopened {
        /// Which.
        closure: ClosureId,
    },
    /// A state gives an operator its permission for the whole operation.
    Permit {
        /// Which state.
        state: StateCode,
        /// For what.
        kind: ClearanceKind,
        /// To whom.
        operator: OperatorId,
    },
    /// Two states let each other's traffic through.
    Traffic {
        /// One.
        state: StateCode,
        /// The other.
        other: StateCode,
    },
    /// A crew's duty may be longer.
    Duty {
        /// Whose.
        crew: CrewId,
        /// Minutes more.
        minutes: u32,
    },
    /// A crew is there sooner and later.
    CrewTime {
        /// Who.
        crew: CrewId,
        /// Hours more at each end.
        hours: u32,
    },
    /// Another crew like one that there is.
    SecondCrew {
        /// Like this one.
        crew: CrewId,
    },
    /// A team can give more care.
    Care {
        /// Which.
        crew: CrewId,
        /// Critical-care points more.
        critical: u32,
        /// Nursing points more.
        nursing: u32,
    },
    /// An aircraft is there sooner and later.
    AircraftTime {
        /// Which.
        aircraft: AircraftId,
        /// Hours more at each end.
        hours: u32,
    },
    /// An aircraft may depart on any day and at any hour.
    Departures {
        /// Which.
        aircraft: AircraftId,
    },
    /// An aircraft makes more missions.
    Missions {
        /// Which.
        aircraft: AircraftId,
        /// How many more.
        more: u32,
    },
    /// More places in each cabin of an aircraft.
    Places {
        /// Which.
        aircraft: AircraftId,
        /// Of this kind; an intensive-care station is a litter more as well.
        kind: PlaceKind,
        /// How many more.
        more: u32,
    },
    /// More isolation units in each cabin of an aircraft.
    IsolationUnits {
        /// Which.
        aircraft: AircraftId,
        /// How many more.
        more: u32,
    },
    /// Another aircraft like one that there is, with crews of its own.
    SecondAircraft {
        /// Like this one.
        aircraft: AircraftId,
    },
    /// Missions may last longer.
    LongerMissions {
        /// Hours more.
        hours: u32,
    },
    /// The operation goes on longer.
    Horizon {
        /// Days more.
        days: u32,
    },
    /// The patient may have more stops, flight, time and nights on the way.
    Transit {
        /// Who.
        patients: Vec<PatientId>,
    },
    /// The patient may be collected, and is helped, later than said.
    Deadline {
        /// Who.
        patients: Vec<PatientId>,
    },
    /// The patient can bear any cabin.
    Cabin {
        /// Who.
        patients: Vec<PatientId>,
    },
    /// The patient agrees to be treated in a state.
    Consent {
        /// Who.
        patients: Vec<PatientId>,
        /// Where.
        state: StateCode,
    },
}

/// Who would have to decide on a change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Decision {
    /// Those who run the operation, with hospitals, states and operators.
    Coordination,
    /// Those who are responsible for the patient's treatment.
    Clinical,
    /// The patient.
    Patient,
}

impl Change {
    /// Whose decision it is.
    pub const fn decision(&self) -> Decision {
        match self {
            Self::Transit { .. } | Self::Deadline { .. } | Self::Cabin { .. } => Decision::Clinical,
            Self::Consent { .. } => Decision::Patient,
            _ => Decision::Coordination,
        }
    }

    /// Whether the planner may refuse a plan after the change that it held before.
    pub(crate) const fn may_upset(&self) -> bool {
        matches!(self, Self::Places { .. } | Self::IsolationUnits { .. })
    }

    /// How much is asked: only for showing the smallest first. What one hospital can do by itself is small; people and aircraft that are not
    /// there are large.
    pub const fn size(&self) -> u32 {
        match self {
            Self::Beds { more, .. } => 10 * *more,
            Self::Reception { more, .. } | Self::Releases { more, .. } | Self::Staging { more, .. } => 12 * *more,
            Self::LongerStay { hours, .. } => 12 + *hours,
            Self::Slots { more, .. } | Self::Stands { more, .. } => 14 * *more,
            Self::Sooner { days, .. } | Self::Later { days, .. } => 15 + *days,
            Self::Duty { minutes, .. } => 18 + *minutes / 15,
            Self::NewBeds { beds, .. } => 20 * *beds,
            Self::Conditions { .. } | Self::Admission { .. } | Self::Release { .. } => 26,
            Self::FieldHours { .. } => 28,
            Self::Care { critical, nursing, .. } => 28 + *critical + *nursing,
            Self::Places { more, .. } | Self::IsolationUnits { more, .. } => 30 * *more,
            Self::CrewTime { hours, .. } | Self::AircraftTime { hours, .. } => 30 + *hours / 3,
            Self::Departures { .. } => 32,
            Self::Missions { more, .. } => 32 * *more,
            Self::Renewed { .. } => 35,
            Self::Permit { .. } => 40,
            Self::LongerMissions { hours } => 40 + *hours,
            Self::Reopened { .. } => 45,
            Self::Horizon { days } => 50 + *days,
            Self::Traffic { .. } => 60,
            Self::SecondCrew { .. } => 70,
            Self::SecondAircraft { .. } => 100,
            Self::Transit { .. } | Self::Deadline { .. } | Self::Cabin { .. } => 200,
            Self::Consent { .. } => 300,
        }
    }
}
