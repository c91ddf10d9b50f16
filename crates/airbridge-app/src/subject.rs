//! What an act or a question is about, in the terms of the table of roles: whose it is.

use airbridge_disclosure::Subject;
use airbridge_events::{
    AccountId, ClearanceId, MissionId, OfferId, OperationId, OrganisationId, PlanId, Record, Request, RequestId, State,
};

/// Something of the record, by its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// A request.
    Request(RequestId),
    /// An offer.
    Offer(OfferId),
    /// A permission.
    Clearance(ClearanceId),
    /// A mission.
    Mission(MissionId),
    /// A plan.
    Plan(PlanId),
    /// An operation.
    Operation(OperationId),
    /// An aircraft of an operation.
    Aircraft {
        /// Where it flies.
        operation: OperationId,
        /// Whose it is; `None`: nobody's that is known.
        operator: Option<String>,
    },
    /// An account.
    Account(AccountId),
    /// An organisation, which may be new.
    Organisation(OrganisationId),
    /// A job, and whose it is.
    Job {
        /// Its name.
        id: String,
        /// The organisation that ordered it.
        organisation: String,
    },
    /// Something that is about to be made, for an organisation.
    New(String),
    /// Something that is only somebody's: a session, a job.
    Of(AccountId),
    /// Nothing in particular.
    Nothing,
}

impl About {
    /// The id as text, for the audit.
    pub fn id(&self) -> String {
        match self {
            Self::Request(id) => id.stream(),
            Self::Offer(id) => id.stream(),
            Self::Clearance(id) => id.stream(),
            Self::Mission(id) => id.stream(),
            Self::Plan(id) => id.stream(),
            Self::Operation(id) | Self::Aircraft { operation: id, .. } => id.stream(),
            Self::Account(id) | Self::Of(id) => id.stream(),
            Self::Organisation(id) => id.stream(),
            Self::Job { id, .. } => format!("job/{id}"),
            Self::New(_) | Self::Nothing => String::new(),
        }
    }

    /// Whose it is; `None` where there is no such thing.
    pub(crate) fn subject(&self, record: &Record) -> Option<Subject> {
        match self {
            Self::Request(id) => Some(of_request(record, id, record.requests.get(id)?)),
            Self::Offer(id) => {
                let offer = record.offers.get(id)?;
                Some(Subject::owned_by([offer.organisation.as_str()]))
            }
            Self::Clearance(id) => {
                let clearance = record.clearances.get(id)?;
                Some(Subject::owned_by([clearance.organisation.as_str()]))
            }
            Self::Mission(id) => Some(of_mission(record, id)?),
            Self::Plan(id) => {
                let plan = record.plans.get(id)?;
                let operation = record.operations.get(&plan.outline.operation)?;
                Some(Subject::owned_by([operation.organisation.as_str()]))
            }
            Self::Operation(id) => {
                let operation = record.operations.get(id)?;
                Some(Subject::owned_by([operation.organisation.as_str()]))
            }
            Self::Aircraft { operation, operator } => {
                record.operations.get(operation)?;
                let owners = operator.as_deref().map(|operator| operated_by(record, operator));
                let owners = owners.unwrap_or_default();
                Some(Subject::owned_by(owners.iter().map(String::as_str)))
            }
            Self::Account(id) => {
                let account = record.accounts.get(id)?;
                Some(Subject::owned_by([account.organisation.as_str()]).of_account(id.as_str()))
            }
            Self::Of(id) => Some(Subject::default().of_account(id.as_str())),
            Self::Organisation(id) => Some(Subject::owned_by([id.as_str()])),
            Self::Job { organisation, .. } | Self::New(organisation) => {
                Some(Subject::owned_by([organisation.as_str()]))
            }
            Self::Nothing => Some(Subject::default()),
        }
    }
}

fn of_request(record: &Record, id: &RequestId, request: &Request) -> Subject {
    let mut subject = Subject::owned_by([request.organisation.as_str()]);
    subject.name = id.stream();
    // The authority whose mandate the operation is sees what is submitted to it.
    if !matches!(request.state, State::Draft)
        && let Some(operation) = record.operations.get(&request.operation)
    {
        subject.owners.insert(operation.organisation.to_string());
    }
    let hospital = |offer: &OfferId| {
        let offer = record.offers.get(offer);
        offer.map(|offer| {
            (
                offer.organisation.to_string(),
                offer.confirmed.contains(id) || offer.consumed.contains(id),
            )
        })
    };
    // Brought elsewhere than planned, the patient is the care of whoever is there, who signs for them.
    let brought = request.delivered_to.as_deref();
    let hosts = brought.into_iter().flat_map(|facility| hosted_by(record, facility));
    subject.accepted_by.extend(hosts);
    match request.bed().and_then(hospital) {
        Some((organisation, true)) => drop(subject.accepted_by.insert(organisation)),
        Some((organisation, false)) => drop(subject.offered_to.insert(organisation)),
        None if matches!(request.state, State::Broadcast { .. }) => {
            if let State::Broadcast { offers, .. } = &request.state {
                let asked = offers.iter().filter_map(|offer| record.offers.get(offer));
                subject
                    .offered_to
                    .extend(asked.map(|offer| offer.organisation.to_string()));
            }
        }
        None if request.destination.is_some() => drop(subject.accepted_by.insert(String::new())),
        None => {}
    }
    for mission in request.planned.iter().flat_map(|(_, missions)| missions) {
        if let Some(mission) = record.missions.get(mission) {
            let crew = mission
                .accounts
                .iter()
                .map(|account| (account.to_string(), mission.ended_at));
            subject.assigned.extend(crew);
        }
    }
    subject.is_on_mission = matches!(request.state, State::Manifested) || request.state.is_under_way();
    subject
}

fn of_mission(record: &Record, id: &MissionId) -> Option<Subject> {
    let mission = record.missions.get(id)?;
    let owners = operated_by(record, &mission.flight.operator);
    let mut subject = Subject::owned_by(owners.iter().map(String::as_str));
    let crew = mission
        .accounts
        .iter()
        .map(|account| (account.to_string(), mission.ended_at));
    subject.assigned.extend(crew);
    Some(subject)
}

/// The organisations whose facility it is.
fn hosted_by(record: &Record, facility: &str) -> Vec<String> {
    let all = record.organisations.iter();
    let ours = all.filter(|(_, known)| known.facilities.iter().any(|own| own == facility));
    ours.map(|(id, _)| id.to_string()).collect()
}

/// The organisations that are an operator.
fn operated_by(record: &Record, operator: &str) -> Vec<String> {
    let all = record.organisations.iter();
    let ours = all.filter(|(_, known)| known.operators.iter().any(|own| own == operator));
    ours.map(|(id, _)| id.to_string()).collect()
}
