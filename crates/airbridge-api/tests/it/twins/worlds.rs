//! Two worlds that differ in what a role may not see.

use airbridge_api::ApiSettings;
use airbridge_app::digest;
use airbridge_desk::{Desk, flight, outline};
use airbridge_disclosure::Role;
use airbridge_events::{
    AccountCommand, ClearanceCommand, Command, Flight, MissionCommand, MissionId, OfferCommand, OperationCommand,
    OrganisationCommand, Outline, PlanCommand, RequestCommand, RequestId, Row,
};
use airbridge_store::{JobRow, SessionKind, SessionRow, Store};
use jiff::SignedDuration;
use serde_json::json;

/// In what two worlds may differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Difference {
    /// Drafts of another organisation.
    ForeignRequests,
    /// Another operation, with requests, a plan that runs, its mission, and what was reported of it.
    OtherOperation,
    /// Offers of another hospital, before and behind the known ones.
    ForeignOffers,
    /// Permissions that another organisation has asked for.
    ForeignClearances,
    /// Accounts of another organisation.
    Accounts,
    /// Organisations.
    Organisations,
    /// Jobs of another planning cell.
    Jobs,
    /// Who a patient is.
    Identity,
    /// Whom to tell of a patient.
    Contact,
    /// What is medical.
    Notes,
    /// What kind of bed is needed.
    Diagnosis,
    /// How the patient can travel.
    Weight,
    /// Of which kind the bed is.
    Specialty,
    /// Where the patient is from.
    Origin,
    /// Why a patient was deferred.
    Reason,
    /// In flight.
    Conditions,
    /// An access in an emergency, by somebody else.
    Emergency,
    /// Looks of others, and refusals.
    Looks,
    /// That others are logged in.
    Sessions,
}

use Role::{
    Administrator, AirliftPlanner, Auditor, DutyOfficer, FlightSurgeon, ReceivingHospital, ReferringClinician,
    RegulatingOfficer, RequestingAuthority,
};

/// Every difference, and the roles for whom it is none of what they may not see. Read off the tables for reviewers (`docs/roles.md`) by hand.
const VISIBLE: [(Difference, &[Role]); 19] = [
    (
        Difference::ForeignRequests,
        &[RegulatingOfficer, FlightSurgeon, AirliftPlanner, DutyOfficer, Auditor],
    ),
    (
        Difference::OtherOperation,
        &[RegulatingOfficer, FlightSurgeon, AirliftPlanner, DutyOfficer, Auditor],
    ),
    (
        Difference::ForeignOffers,
        &[RegulatingOfficer, AirliftPlanner, DutyOfficer, Auditor],
    ),
    (
        Difference::ForeignClearances,
        &[RegulatingOfficer, AirliftPlanner, DutyOfficer, Auditor],
    ),
    (Difference::Accounts, &[Auditor, Administrator]),
    (
        Difference::Organisations,
        &[RegulatingOfficer, AirliftPlanner, DutyOfficer, Auditor, Administrator],
    ),
    (Difference::Jobs, &[]),
    (
        Difference::Identity,
        &[
            ReferringClinician,
            RequestingAuthority,
            RegulatingOfficer,
            FlightSurgeon,
        ],
    ),
    (Difference::Contact, &[ReferringClinician, RegulatingOfficer]),
    (Difference::Notes, &[ReferringClinician, FlightSurgeon]),
    (
        Difference::Diagnosis,
        &[
            ReferringClinician,
            RequestingAuthority,
            RegulatingOfficer,
            FlightSurgeon,
            ReceivingHospital,
        ],
    ),
    (
        Difference::Weight,
        &[
            ReferringClinician,
            RegulatingOfficer,
            FlightSurgeon,
            AirliftPlanner,
            ReceivingHospital,
        ],
    ),
    (
        Difference::Specialty,
        &[
            ReferringClinician,
            RegulatingOfficer,
            FlightSurgeon,
            AirliftPlanner,
            ReceivingHospital,
        ],
    ),
    (
        Difference::Origin,
        &[
            ReferringClinician,
            RequestingAuthority,
            RegulatingOfficer,
            FlightSurgeon,
            AirliftPlanner,
            Auditor,
        ],
    ),
    (Difference::Reason, &[ReferringClinician, FlightSurgeon]),
    (
        Difference::Conditions,
        &[
            ReferringClinician,
            RegulatingOfficer,
            FlightSurgeon,
            AirliftPlanner,
            ReceivingHospital,
        ],
    ),
    (Difference::Emergency, &[Auditor, Administrator]),
    (Difference::Looks, &[Auditor]),
    (Difference::Sessions, &[]),
];

/// What a role may not see; `None`: nobody who is logged in.
pub(crate) fn hidden_from(role: Option<Role>) -> Vec<Difference> {
    let all = VISIBLE.iter();
    let hidden = all.filter(|(_, visible)| role.is_none_or(|role| !visible.contains(&role)));
    hidden.map(|(difference, _)| *difference).collect()
}

/// What all worlds begin with: an operation with a plan that runs, somebody on board, and somebody who was offered.
pub(crate) async fn begin() -> Desk {
    let desk = Desk::quick().await;
    desk.seat("elsewhere", ReferringClinician, "elsewhere").await;
    desk.import().await;
    desk.adopt(&desk.plan().await).await;
    let crew = desk.somebody(Role::Crew).id.clone();
    let assign = MissionCommand::Assign(vec![crew]);
    machine(&desk, Command::Mission(mission(&desk), assign)).await;
    desk
}

async fn machine(desk: &Desk, command: Command) {
    desk.app
        .as_machine(&command)
        .await
        .expect("as things stand it can be done");
}

/// A world of its own, in a copy of the beginning.
pub(crate) async fn world(beginning: &Desk, hidden: &[Difference], differs: bool) -> Desk {
    let store = Store::open("memory:").await.expect("a store in memory");
    beginning.app.store().copy_to(&store).await.expect("it is empty");
    let desk = Desk::again(store, ApiSettings::default()).await;
    // Chance begins anew for each difference: what happens in one world only draws from no other's.
    for (number, difference) in hidden.iter().enumerate() {
        desk.given.reseed(1_000 + number as u64);
        difference.make(&desk, differs).await;
    }
    desk.given.reseed(1);
    // The last that happens is for everybody who follows a live stream to hear of.
    let delay = MissionCommand::Delay(desk.app.now() + SignedDuration::from_hours(1));
    machine(&desk, Command::Mission(mission(&desk), delay)).await;
    let amend = RequestCommand::Amend(Row::from([("languages", "ar")]));
    machine(&desk, Command::Request(offered(&desk), amend)).await;
    desk
}

/// A request that every role reads which reads any, the hospital too.
pub(crate) fn offered(desk: &Desk) -> RequestId {
    desk.app.see(|record| {
        let mut all = record.requests.iter().filter(|(_, request)| {
            let bed = request.bed().and_then(|bed| record.offers.get(bed));
            bed.is_some_and(|bed| bed.organisation.as_str() == "burdenko")
        });
        all.next().expect("somebody is to go to the hospital").0.clone()
    })
}

/// A mission of the crew's and the operator's.
pub(crate) fn mission(desk: &Desk) -> MissionId {
    desk.app.see(|record| {
        let mut ours = record.missions.iter();
        let ours = ours.find(|(_, mission)| mission.flight.operator == "RU-RESCUE");
        ours.expect("it flies").0.clone()
    })
}

/// The message that comes last for a role.
pub(crate) fn last_told(desk: &Desk, role: Role) -> String {
    let (mission, request) = (mission(desk), offered(desk));
    desk.app.see(|record| match role {
        Role::Crew | Role::Operator => format!("id: mission/{mission}@{}", record.missions[&mission].version),
        _ => format!("id: request/{request}@{}", record.requests[&request].version),
    })
}

impl Difference {
    async fn make(self, desk: &Desk, differs: bool) {
        let words = if differs { "hidden words" } else { "known words" };
        match self {
            // In both worlds something is done, with other contents.
            Self::Notes => amend(desk, "clinical_notes", words).await,
            Self::Diagnosis => amend(desk, "diagnosis", words).await,
            Self::Weight => amend(desk, "weight_kg", if differs { "71.25" } else { "71.5" }).await,
            Self::Specialty => amend(desk, "specialty", if differs { "burns" } else { "neurosurgery" }).await,
            Self::Origin => amend(desk, "origin", if differs { "HIDDEN" } else { "KNOWN" }).await,
            Self::Identity => identify(desk, "SYN-003", "family_name", words).await,
            Self::Contact => identify(desk, "SYN-004", "contact", words).await,
            Self::Reason => {
                let until = desk.app.now() + SignedDuration::from_hours(24);
                let reason = words.to_owned();
                let defer = RequestCommand::Defer { until, reason };
                machine(desk, Command::Request("SYN-005".into(), defer)).await;
            }
            Self::Conditions => {
                let clear = RequestCommand::Clear {
                    conditions: words.to_owned(),
                    valid_until: desk.operation.horizon.to,
                };
                machine(desk, Command::Request("SYN-006".into(), clear)).await;
            }
            _ if !differs => {}
            // In one world there is more.
            Self::ForeignRequests => {
                for id in ["AAA-1", "SYN-0055", "ZZZ-9"] {
                    desk.foreign(id).await;
                }
            }
            Self::OtherOperation => other_operation(desk).await,
            Self::ForeignOffers => {
                for id in ["AAA-beds", "BURDENKO-GEN-000", "ZZZ-beds"] {
                    let make = OfferCommand::Make {
                        operation: "op".into(),
                        organisation: "elsewhere".into(),
                        row: Row::from([("facility", "HIDDEN"), ("specialty", "burns"), ("beds", "3")]),
                    };
                    machine(desk, Command::Offer(id.into(), make)).await;
                }
            }
            Self::ForeignClearances => {
                for id in ["AAA-permit", "ZZZ-permit"] {
                    let ask = ClearanceCommand::Request {
                        operation: "op".into(),
                        organisation: "elsewhere".into(),
                        row: Row::from([("state", "EG"), ("status", "requested")]),
                    };
                    machine(desk, Command::Clearance(id.into(), ask)).await;
                }
            }
            Self::Accounts => {
                for login in ["aaa hidden", "zzz hidden"] {
                    let somebody = desk.seat(login, RegulatingOfficer, "elsewhere").await;
                    let suspend = AccountCommand::Suspend("hidden words".to_owned());
                    machine(desk, Command::Account(somebody.id, suspend)).await;
                }
            }
            Self::Organisations => {
                for id in ["aaa-hidden", "zzz-hidden"] {
                    let describe = OrganisationCommand::Describe {
                        name: "hidden words".to_owned(),
                        facilities: vec![format!("{id}-facility")],
                        operators: vec!["HIDDEN-AIR".to_owned()],
                    };
                    machine(desk, Command::Organisation(id.into(), describe)).await;
                }
            }
            Self::Jobs => {
                for id in ["0000-hidden", "9999-hidden"] {
                    let job = JobRow {
                        id: id.to_owned(),
                        kind: "plan".to_owned(),
                        input: json!({"operation": "op", "organisation": "elsewhere", "kind": "plan", "work": 1, "seed": 1}),
                        requested_by: "account-elsewhere".to_owned(),
                        at: desk.app.now(),
                    };
                    desk.app.store().enqueue(job).await.expect("it is kept");
                }
            }
            Self::Emergency => {
                let open = AccountCommand::OpenEmergency {
                    request: "SYN-001".into(),
                    reason: "hidden words".to_owned(),
                    until: desk.app.now() + SignedDuration::from_hours(2),
                };
                machine(desk, Command::Account("account-elsewhere".into(), open)).await;
            }
            Self::Looks => {
                for path in ["/api/v1/requests", "/api/v1/requests/SYN-001", "/api/v1/requests/NONE"] {
                    for role in [FlightSurgeon, Role::Operator] {
                        desk.get(role, path).await;
                    }
                }
            }
            Self::Sessions => {
                let now = desk.app.now();
                let session = SessionRow {
                    token_digest: digest(b"hidden"),
                    account: "account-elsewhere".to_owned(),
                    kind: SessionKind::Browser,
                    created_at: now,
                    expires_at: now + SignedDuration::from_hours(2),
                    last_seen_at: now,
                    data: json!({"standing": 1, "label": "hidden words"}),
                };
                desk.app.store().put_session(session).await.expect("it is kept");
            }
        }
    }
}

async fn amend(desk: &Desk, column: &'static str, text: &str) {
    let amend = RequestCommand::Amend(Row::from([(column, text)]));
    machine(desk, Command::Request("SYN-002".into(), amend)).await;
}

async fn identify(desk: &Desk, request: &str, field: &str, text: &str) {
    let path = format!("/api/v1/requests/{request}/identity");
    let clinician = desk.somebody(ReferringClinician);
    let body = json!({field: text});
    let reply = desk.ask(Some(clinician), ("PUT", &path), Some(body), &[]).await;
    assert_eq!(reply.status.as_u16(), 204, "{}", reply.text());
}

async fn other_operation(desk: &Desk) {
    let open = OperationCommand::Open {
        organisation: "elsewhere".into(),
        name: "hidden words".to_owned(),
        tables: "0".repeat(64),
    };
    machine(desk, Command::Operation("hidden-op".into(), open)).await;
    for id in ["AAA-other", "SYN-0056", "ZZZ-other"] {
        let create = RequestCommand::Create {
            operation: "hidden-op".into(),
            organisation: "elsewhere".into(),
            row: Row::from([
                ("origin", "HIDDEN"),
                ("ready_at", "2017-01-31T06:00Z"),
                ("precedence_code", "P1"),
                ("specialty", "burns"),
                ("clinical_notes", "hidden words"),
            ]),
            return_of: None,
            seen: vec!["AAA-other".into(), "SYN-0056".into()],
        };
        machine(desk, Command::Request(id.into(), create)).await;
        let basis = "consent".to_owned();
        machine(desk, Command::Request(id.into(), RequestCommand::Submit { basis })).await;
    }
    let at = desk.app.now() + SignedDuration::from_hours(6);
    let flight = Flight {
        aircraft: "HIDDEN-1".to_owned(),
        operator: "HIDDEN-AIR".to_owned(),
        flight_crew: "hidden crew".to_owned(),
        ..flight("M001", "HLLB", "HECA", at)
    };
    let outline = Outline {
        left_out: vec![("AAA-other".into(), "hidden words".to_owned())],
        ..outline("hidden-op".into(), vec![flight])
    };
    machine(
        desk,
        Command::Plan("AAA-plan".into(), PlanCommand::Propose(Box::new(outline.clone()))),
    )
    .await;
    machine(
        desk,
        Command::Plan("ZZZ-plan".into(), PlanCommand::Propose(Box::new(outline))),
    )
    .await;
    let adopt = PlanCommand::Adopt {
        missions: None,
        blob: "0".repeat(64),
    };
    machine(desk, Command::Plan("AAA-plan".into(), adopt)).await;
    let event = json!({"at": "2017-01-31T06:00:00Z", "kind": "aircraft-out", "aircraft": "HIDDEN-1"});
    machine(
        desk,
        Command::Operation("hidden-op".into(), OperationCommand::Report { event }),
    )
    .await;
}
