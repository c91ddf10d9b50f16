//! Everything that is known, as it follows from the log.
//!
//! What comes in: facts, in their order. What goes out: the state of each thing. Nothing else changes it: replaying the log gives the same record.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::fact::{Fact, What};
use crate::ids::{AccountId, ClearanceId, MissionId, OfferId, OperationId, OrganisationId, PlanId, RequestId};
use crate::mission::{Mission, MissionEvent, MissionState};
use crate::offer::{Offer, OfferEvent};
use crate::operation::{Clearance, ClearanceEvent, Operation, OperationEvent};
use crate::people::{Account, Organisation, PeopleEvent};
use crate::plan::{Plan, PlanEvent, PlanState};
use crate::refusal::{Code, Refusal};
use crate::request::{Alike, LooksLike, Request, RequestEvent, State};
use crate::row::Row;

/// The state of everything, after the fact of number `seq`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Record {
    /// The last fact that it knows; 0: none.
    pub seq: u64,
    /// Standing operations.
    pub operations: BTreeMap<OperationId, Operation>,
    /// Requests.
    pub requests: BTreeMap<RequestId, Request>,
    /// Offers of beds.
    pub offers: BTreeMap<OfferId, Offer>,
    /// States' permissions.
    pub clearances: BTreeMap<ClearanceId, Clearance>,
    /// Missions of adopted plans.
    pub missions: BTreeMap<MissionId, Mission>,
    /// Plans.
    pub plans: BTreeMap<PlanId, Plan>,
    /// Organisations.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    /// Accounts.
    pub accounts: BTreeMap<AccountId, Account>,
    /// Open requests by what makes two alike.
    alike: Alike,
}

macro_rules! lookups {
    ($($(#[$doc:meta])* $name:ident, $map:ident, $id:ty, $thing:ty;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        ///
        /// There is none.
        pub fn $name(&self, id: &$id) -> Result<&$thing, Refusal> {
            let unknown = || Refusal::new(Code::Unknown, format!(concat!("there is no ", stringify!($name), " {}"), id));
            self.$map.get(id).ok_or_else(unknown)
        }
    )*};
}

impl Record {
    lookups! {
        /// An operation.
        operation, operations, OperationId, Operation;
        /// A request.
        request, requests, RequestId, Request;
        /// An offer.
        offer, offers, OfferId, Offer;
        /// A permission.
        clearance, clearances, ClearanceId, Clearance;
        /// A mission.
        mission, missions, MissionId, Mission;
        /// A plan.
        plan, plans, PlanId, Plan;
        /// An organisation.
        organisation, organisations, OrganisationId, Organisation;
        /// An account.
        account, accounts, AccountId, Account;
    }

    /// Whoever logs in with a name. Upper and lower case are the same.
    pub fn by_login(&self, login: &str) -> Option<(&AccountId, &Account)> {
        let same = |account: &Account| account.login.to_lowercase() == login.to_lowercase();
        self.accounts.iter().find(|(_, account)| same(account))
    }

    /// Whoever logs in by the word of another issuer.
    pub fn by_sign_on(&self, issuer: &str, subject: &str) -> Option<(&AccountId, &Account)> {
        let linked = |account: &Account| {
            account
                .proofs
                .sign_ons
                .get(issuer)
                .is_some_and(|known| known == subject)
        };
        self.accounts.iter().find(|(_, account)| linked(account))
    }

    /// Requests of an operation.
    pub fn requests_of<'r>(&'r self, id: &'r OperationId) -> impl Iterator<Item = (&'r RequestId, &'r Request)> {
        self.requests
            .iter()
            .filter(move |(_, request)| request.operation == *id)
    }

    /// Who is on board of a mission, as far as is reported.
    pub fn aboard<'r>(&'r self, id: &'r MissionId) -> impl Iterator<Item = &'r RequestId> {
        let aboard = move |request: &Request| matches!(&request.state, State::Enplaned(mission) if mission == id);
        self.requests
            .iter()
            .filter(move |(_, request)| aboard(request))
            .map(|(id, _)| id)
    }

    /// Open requests that may be of the same patient: the same organisation and origin, and the same age, sex and specialty as far as both say them.
    ///
    /// Requests that are over stand in nobody's way.
    pub fn duplicates(&self, operation: &OperationId, organisation: &OrganisationId, row: &Row) -> Vec<RequestId> {
        let alike = |id: &&RequestId| {
            let other = &self.requests[*id].row;
            let same = |column: &str| {
                let (here, there) = (row.text(column), other.text(column));
                here == there || here.is_empty() || there.is_empty()
            };
            ["sex", "specialty", "weight_kg"].into_iter().all(same)
        };
        let same_age = self.alike.of(operation, organisation, row);
        same_age.filter(alike).cloned().collect()
    }

    /// The record after one more fact.
    ///
    /// # Panics
    ///
    /// When the fact is not the next one, or is about something that is not there: the log is broken then.
    pub fn evolve(&mut self, fact: &Fact) {
        assert_eq!(fact.seq, self.seq + 1, "facts come in their order, without gaps");
        self.seq = fact.seq;
        let name = fact.stream.split_once('/').map_or("", |(_, name)| name);
        match &fact.what {
            What::Operation(event) => self.operation_event(OperationId::new(name), event, fact),
            What::Request(event) => self.request_event(RequestId::new(name), event, fact),
            What::Offer(event) => self.offer_event(OfferId::new(name), event, fact.version),
            What::Clearance(event) => self.clearance_event(ClearanceId::new(name), event, fact.version),
            What::Mission(event) => self.mission_event(MissionId::new(name), event, fact),
            What::Plan(event) => self.plan_event(PlanId::new(name), event, fact),
            What::People(event) => self.people_event(name, event, fact.version, fact.happened_at),
        }
    }

    fn operation_event(&mut self, id: OperationId, event: &OperationEvent, fact: &Fact) {
        if let OperationEvent::Opened {
            organisation,
            name,
            tables,
        } = event
        {
            let operation = Operation {
                organisation: organisation.clone(),
                name: name.clone(),
                tables: tables.clone(),
                plan: None,
                tables_seq: fact.seq,
                reported: Vec::new(),
                version: fact.version,
            };
            self.operations.insert(id, operation);
            return;
        }
        let operation = self.operations.get_mut(&id).expect("it was opened");
        operation.evolve(event, fact);
        operation.version = fact.version;
    }

    fn request_event(&mut self, id: RequestId, event: &RequestEvent, fact: &Fact) {
        if let RequestEvent::Created {
            operation,
            organisation,
            row,
            return_of,
        } = event
        {
            let request = Request {
                operation: operation.clone(),
                organisation: organisation.clone(),
                row: row.clone(),
                state: State::Draft,
                since: fact.happened_at,
                queued_at: None,
                author: fact.by.account.clone(),
                fitness: None,
                destination: None,
                planned: None,
                arrives_at: None,
                declined: Vec::new(),
                delivered_to: None,
                departure_confirmed: false,
                return_of: return_of.clone(),
                returned_by: None,
                version: fact.version,
            };
            self.alike.file(&id, None, LooksLike::of_open(&request));
            self.requests.insert(id, request);
            return;
        }
        let request = self.requests.get_mut(&id).expect("it was created");
        let before = LooksLike::of_open(request);
        request.evolve(event, fact.happened_at);
        request.version = fact.version;
        self.alike.file(&id, before, LooksLike::of_open(request));
    }

    fn offer_event(&mut self, id: OfferId, event: &OfferEvent, version: u64) {
        if let OfferEvent::Made {
            operation,
            organisation,
            row,
        } = event
        {
            let offer = Offer {
                operation: operation.clone(),
                organisation: organisation.clone(),
                row: row.clone(),
                held: BTreeMap::new(),
                confirmed: std::collections::BTreeSet::new(),
                consumed: std::collections::BTreeSet::new(),
                withdrawn: None,
                version,
            };
            self.offers.insert(id, offer);
            return;
        }
        let offer = self.offers.get_mut(&id).expect("it was made");
        offer.evolve(event);
        offer.version = version;
    }

    fn clearance_event(&mut self, id: ClearanceId, event: &ClearanceEvent, version: u64) {
        if let ClearanceEvent::Requested {
            operation,
            organisation,
            row,
        } = event
        {
            let row = Row::from([("status", "requested")]).with(row);
            let clearance = Clearance {
                operation: operation.clone(),
                organisation: organisation.clone(),
                row,
                number: None,
                denied: None,
                version,
            };
            self.clearances.insert(id, clearance);
            return;
        }
        let clearance = self.clearances.get_mut(&id).expect("it was asked for");
        clearance.evolve(event);
        clearance.version = version;
    }

    fn mission_event(&mut self, id: MissionId, event: &MissionEvent, fact: &Fact) {
        if let MissionEvent::Approved {
            operation,
            plan,
            flight,
        } = event
        {
            let mission = Mission {
                operation: operation.clone(),
                plan: plan.clone(),
                flight: flight.clone(),
                accounts: Vec::new(),
                state: MissionState::Approved,
                delayed_until: None,
                diverted_to: None,
                flown: 0,
                departed_at: Vec::new(),
                landed_at: Vec::new(),
                reported_at: fact.happened_at,
                ended_at: None,
                version: fact.version,
            };
            self.missions.insert(id, mission);
            return;
        }
        let mission = self.missions.get_mut(&id).expect("it was approved");
        mission.evolve(event, fact.happened_at);
        mission.version = fact.version;
    }

    fn plan_event(&mut self, id: PlanId, event: &PlanEvent, fact: &Fact) {
        if let PlanEvent::Proposed { outline } = event {
            let plan = Plan {
                outline: (**outline).clone(),
                adopted: None,
                state: PlanState::Proposed,
                proposed_at: fact.recorded_at,
                version: fact.version,
            };
            self.plans.insert(id, plan);
            return;
        }
        let plan = self.plans.get_mut(&id).expect("it was proposed");
        plan.evolve(event);
        plan.version = fact.version;
        if plan.state == PlanState::Adopted {
            let operation = self.operations.get_mut(&plan.outline.operation);
            operation.expect("it was opened").plan = Some(id);
        }
    }

    fn people_event(&mut self, name: &str, event: &PeopleEvent, version: u64, at: Timestamp) {
        match event {
            PeopleEvent::OrganisationJoined {
                name: called,
                facilities,
                operators,
            } => {
                let organisation = Organisation {
                    name: called.clone(),
                    facilities: facilities.clone(),
                    operators: operators.clone(),
                    version,
                };
                self.organisations.insert(OrganisationId::new(name), organisation);
            }
            PeopleEvent::AccountOpened {
                organisation,
                login,
                roles,
            } => {
                let account = Account {
                    organisation: organisation.clone(),
                    login: login.clone(),
                    roles: roles.clone(),
                    suspended: None,
                    emergencies: BTreeMap::new(),
                    proofs: crate::people::Proofs::default(),
                    standing: 0,
                    version,
                };
                self.accounts.insert(AccountId::new(name), account);
            }
            PeopleEvent::OrganisationChanged { .. } => {
                let organisation = self
                    .organisations
                    .get_mut(&OrganisationId::new(name))
                    .expect("it joined");
                organisation.evolve(event);
                organisation.version = version;
            }
            _ => {
                let account = self.accounts.get_mut(&AccountId::new(name)).expect("it was opened");
                account.evolve(event, at);
                account.version = version;
            }
        }
    }
}
