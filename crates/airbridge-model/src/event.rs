//! Events: what has happened to an operation under way, and what has been learnt.

use airbridge_units::{
    AircraftId, AirfieldId, ClearanceId, ClosureId, CrewId, FacilityId, Feet, MissionId, OfferId, PatientId, StateCode,
};
use jiff::Timestamp;

use crate::airspace::Area;
use crate::offer::BedOffer;
use crate::patient::{CriticalCare, Dependency, Isolation, Mobility, Patient, Precedence};

/// Something that happened or was learnt, when, and who says so.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    /// When it happened or was learnt. Events after the time of replanning are not known yet.
    pub at: Timestamp,
    /// Who reported it and on what authority, for people.
    pub source: String,
    /// Anything else, for people.
    pub note: String,
    /// What.
    pub what: Happening,
}

/// What an event says.
#[derive(Clone, PartialEq, Debug)]
pub enum Happening {
    /// A mission has left its stand at a field, at the event's time.
    OffBlock {
        /// Which.
        mission: MissionId,
        /// Where.
        airfield: AirfieldId,
    },
    /// A mission has come to its stand at a field, at the event's time. A field that is not the next one of the plan is a diversion.
    OnBlock {
        /// Which.
        mission: MissionId,
        /// Where.
        airfield: AirfieldId,
    },
    /// A patient is on board.
    Boarded {
        /// Who.
        patient: PatientId,
        /// Of which mission.
        mission: MissionId,
    },
    /// A patient who was to board was not there: they are still where they were before.
    NotBoarded {
        /// Who.
        patient: PatientId,
        /// Of which mission.
        mission: MissionId,
    },
    /// A patient is in the bed.
    Admitted {
        /// Who.
        patient: PatientId,
        /// Where.
        facility: FacilityId,
    },
    /// A mission will not leave a field before an instant; or, in the air, will not be on block at its next field before it.
    Delayed {
        /// Which.
        mission: MissionId,
        /// The field that it leaves late; `None`: where it is, or where it begins.
        airfield: Option<AirfieldId>,
        /// Not before this.
        until: Timestamp,
    },
    /// A mission does not take place; under way it ends where it stands, or where it lands next.
    MissionCancelled {
        /// Which.
        mission: MissionId,
    },
    /// An aircraft cannot fly. In the air it lands, and waits there for the end of `until`; without one within the operation it stays there.
    AircraftOut {
        /// Which.
        aircraft: AircraftId,
        /// Until then; `None`: for the rest of the operation.
        until: Option<Timestamp>,
    },
    /// A crew is out of duty. In the air it lands, and waits there for the end of `until`; without one within the operation it goes no further.
    CrewOut {
        /// Which.
        crew: CrewId,
        /// Until then; `None`: for the rest of the operation.
        until: Option<Timestamp>,
    },
    /// A field is closed.
    AirfieldClosed {
        /// Name or NOTAM number; unique among closures.
        closure: ClosureId,
        /// Which.
        airfield: AirfieldId,
        /// From this instant.
        from: Timestamp,
        /// To this instant.
        to: Timestamp,
    },
    /// A piece of airspace is closed.
    AirspaceClosed {
        /// Name or NOTAM number; unique among closures.
        closure: ClosureId,
        /// Which.
        area: Area,
        /// From this instant.
        from: Timestamp,
        /// To this instant.
        to: Timestamp,
    },
    /// A state's permissions are suspended for everybody.
    StateClosed {
        /// Which.
        state: StateCode,
        /// From this instant.
        from: Timestamp,
        /// To this instant.
        to: Timestamp,
    },
    /// A hospital takes beds back. Who is in one stays there.
    BedsWithdrawn {
        /// Of which offer.
        offer: OfferId,
        /// So many beds are left; 0: none.
        left: u32,
    },
    /// A hospital offers beds: a new offer, or more under an old one.
    BedsOffered {
        /// The offer as it stands from now on.
        offer: Box<BedOffer>,
    },
    /// A state has given a clearance.
    ClearanceGranted {
        /// Which.
        clearance: ClearanceId,
        /// For this window where it is not the one that was asked for.
        window: Option<(Timestamp, Timestamp)>,
    },
    /// A state has refused a clearance, or taken it back.
    ClearanceDenied {
        /// Which.
        clearance: ClearanceId,
    },
    /// A clearance comes later than asked for: it holds, from this instant.
    ClearanceLate {
        /// Which.
        clearance: ClearanceId,
        /// From this instant.
        valid_from: Timestamp,
    },
    /// A patient has got worse or better: what is given counts from now on.
    PatientChanged {
        /// Who.
        patient: PatientId,
        /// How.
        change: Box<PatientChange>,
    },
    /// A patient is not fit to fly. On board they stay on board to the next stop and on.
    PatientUnfit {
        /// Who.
        patient: PatientId,
        /// Until then; `None`: for the rest of the operation.
        until: Option<Timestamp>,
    },
    /// A patient has died.
    PatientDied {
        /// Who.
        patient: PatientId,
    },
    /// A hospital does not take a patient: not in any of its beds, whatever was promised. Who is there stays.
    Declined {
        /// Who.
        patient: PatientId,
        /// Where not.
        facility: FacilityId,
    },
    /// A request is withdrawn.
    PatientWithdrawn {
        /// Who.
        patient: PatientId,
    },
    /// A new request.
    Requested {
        /// Who.
        patient: Box<Patient>,
    },
}

/// What is new about a patient; `None` leaves it as it is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct PatientChange {
    /// How urgent, with the new due time.
    pub precedence: Option<Precedence>,
    /// Level of critical care on the way.
    pub critical_care: Option<CriticalCare>,
    /// Nursing dependency on the way.
    pub dependency: Option<Dependency>,
    /// What they ride on.
    pub mobility: Option<Mobility>,
    /// On a ventilator.
    pub ventilated: Option<bool>,
    /// Isolation.
    pub isolation: Option<Isolation>,
    /// Highest cabin altitude.
    pub cabin_limit: Option<Feet>,
    /// Not collected before this.
    pub ready_at: Option<Timestamp>,
    /// How many others may travel with them.
    pub other_attendants: Option<u32>,
}

impl Happening {
    /// The stable name of its kind, as files have it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::OffBlock { .. } => "off-block",
            Self::OnBlock { .. } => "on-block",
            Self::Boarded { .. } => "boarded",
            Self::NotBoarded { .. } => "not-boarded",
            Self::Admitted { .. } => "admitted",
            Self::Delayed { .. } => "delayed",
            Self::MissionCancelled { .. } => "mission-cancelled",
            Self::AircraftOut { .. } => "aircraft-out",
            Self::CrewOut { .. } => "crew-out",
            Self::AirfieldClosed { .. } => "airfield-closed",
            Self::AirspaceClosed { .. } => "airspace-closed",
            Self::StateClosed { .. } => "state-closed",
            Self::BedsWithdrawn { .. } => "beds-withdrawn",
            Self::BedsOffered { .. } => "beds-offered",
            Self::ClearanceGranted { .. } => "clearance-granted",
            Self::ClearanceDenied { .. } => "clearance-denied",
            Self::ClearanceLate { .. } => "clearance-late",
            Self::PatientChanged { .. } => "patient-changed",
            Self::PatientUnfit { .. } => "patient-unfit",
            Self::PatientDied { .. } => "patient-died",
            Self::Declined { .. } => "declined",
            Self::PatientWithdrawn { .. } => "patient-withdrawn",
            Self::Requested { .. } => "requested",
        }
    }
}
