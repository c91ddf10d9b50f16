//! The words of the field, as plain data: operation, request, offer, mission, journey, plan, finding.
//!
//! What comes in: values that a reader built from tables. What goes out: the same, for planner, checker and
//! report to read. There is no planning, no checking and no file format here; types of files and wires live with
//! their readers. Calendar time is [`jiff::Timestamp`]; days and hours of a place are read in that place's zone.

mod aircraft;
mod airfield;
mod airspace;
mod clearance;
mod closure;
mod code;
mod crew;
mod duty;
mod event;
mod facility;
mod finding;
mod hours;
mod journey;
mod mission;
mod offer;
mod operation;
mod patient;
mod plan;
mod policy;
mod rule;
mod so_far;
mod staging;

pub use aircraft::{Aircraft, AircraftType, Configuration, RangePoint};
pub use airfield::{Airfield, Runway, Surface};
pub use airspace::{AirRoute, Area, ContestedArea};
pub use clearance::{Clearance, ClearanceKind, ClearanceScope, ClearanceStatus, ForbiddenPair, PairBasis, PairScope};
pub use closure::{Closed, Closure};
pub use code::ParseCodeError;
pub use crew::{Crew, CrewRole};
pub use duty::{DutyRuleSet, FdpRow, RestClass};
pub use event::{Event, Happening, PatientChange};
pub use facility::{Facility, FieldAccess};
pub use finding::{Finding, Place, Severity};
pub use hours::{Hours, HoursSpan, ParseHoursError};
pub use journey::{Journey, Step};
pub use mission::{Leg, Mission, MissionStop};
pub use offer::{BedOffer, OfferStatus, Specialty};
pub use operation::{Horizon, Index, Operation};
pub use patient::{
    Attendants, CabinLimit, Classification, Consent, CriticalCare, Dependency, Group, Isolation, Mobility, Patient,
    PlaceKind, Precedence, PrecedenceLevel, PrecedenceScheme, Sex, TransitLimits, Unity,
};
pub use plan::{Bound, Exclusion, LeftOut, Measures, Plan, PlanOrigin, TierMeasure};
pub use policy::{
    AlternatePolicy, BlockPolicy, BurdenPolicy, CabinTier, CarePoints, CommitmentPolicy, HandlingTimes, PersonWeights,
    Policy, PrecedenceWeights, ReservePolicy, RunwayPolicy, SearchDefaults,
};
pub use rule::Rule;
pub use so_far::{ClosedRequest, Held, Progress, Reported, SoFar, Turn, WhyClosed};
pub use staging::Staging;
