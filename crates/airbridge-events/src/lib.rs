//! The record of standing operations: what may be asked, what is decided, and what follows.
//!
//! What comes in: commands with who asks and when, and facts in the order of the log. What goes out: events that are to be recorded, or a refusal; and the
//! state of everything after each fact. [`decide`] and [`Record::evolve`] are pure. Who may ask is not decided here but by the table of roles
//! (`airbridge-disclosure`), before; what a column of a table means is for the reader of the operation format (`airbridge-interchange`).

mod claim;
mod command;
mod fact;
mod ids;
mod mission;
mod offer;
mod operation;
mod people;
mod plan;
mod record;
mod refusal;
mod request;
mod row;
mod worklist;

pub use claim::claims;
pub use command::{Command, Context, decide};
pub use fact::{By, Draft, Fact, What};
pub use ids::{AccountId, ClearanceId, MissionId, OfferId, OperationId, OrganisationId, PlanId, RequestId};
pub use mission::{Flight, Leg, Mission, MissionCommand, MissionEvent, MissionState};
pub use offer::{Offer, OfferCommand, OfferEvent, OfferState};
pub use operation::{
    Clearance, ClearanceCommand, ClearanceEvent, Import, Operation, OperationCommand, OperationEvent, Report,
};
pub use people::{
    Account, AccountCommand, Emergency, Organisation, OrganisationCommand, Password, PeopleEvent, ProofCommand, Proofs,
    SecondFactor,
};
pub use plan::{Behind, Outline, Plan, PlanCommand, PlanEvent, PlanState, Way};
pub use record::Record;
pub use refusal::{Code, Refusal};
pub use request::{DECLINE_REASONS, Destination, Fitness, Request, RequestCommand, RequestEvent, State};
pub use row::Row;
pub use worklist::{Basis, Due, due};
