//! A desk: an operation, an organisation of each kind, an account of each role, and questions that are sent to the interface.

use std::collections::BTreeMap;
use std::time::Duration;

use airbridge_api::{ApiSettings, router};
use airbridge_app::{App, AppSettings, ImportOptions, MasterKey, Who, digest};
use airbridge_disclosure::Role;
use airbridge_events::{AccountCommand, AccountId, Command, OrganisationCommand, OrganisationId, RequestCommand, Row};
use airbridge_interchange::{Source, write_workbook};
use airbridge_model::Operation;
use airbridge_store::{SessionKind, SessionRow, Store};
use airbridge_testkit::generate::benghazi;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::given::Given;
use crate::reply::Reply;

/// Of every account that has one.
pub const PASSWORD: &str = "seven grey herons at dawn";

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Somebody who is logged in.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// The account.
    pub id: AccountId,
    /// Its role.
    pub role: Role,
    /// Its organisation.
    pub organisation: String,
    /// Of the session.
    pub token: String,
}

/// A desk.
pub struct Desk {
    /// The application.
    pub app: App,
    /// The interface over it.
    pub router: Router,
    /// The operation that [`Desk::import`] takes in.
    pub operation: Operation,
    /// Clock and chance.
    pub given: Given,
    people: BTreeMap<Role, Somebody>,
}

/// When desks open.
pub fn start() -> Timestamp {
    "2017-01-31T06:00:00Z".parse().expect("an instant")
}

/// The organisation of a role: the ministry, the hospitals' authority at the origin, the receiving hospital, the operator.
pub fn organisation(role: Role) -> &'static str {
    match role {
        Role::ReferringClinician => "origin",
        Role::ReceivingHospital => "burdenko",
        Role::Operator | Role::Crew => "rescue",
        _ => "ministry",
    }
}

/// A row that a clinician may write.
pub fn row() -> Value {
    json!({
        "origin": "BMC", "ready_at": "2017-01-31T06:00Z", "precedence_scheme": "UK-STANAG3204", "precedence_code": "P2",
        "specialty": "general-surgery", "age_years": "41", "clinical_notes": "synthetic notes",
    })
}

impl Desk {
    /// In memory, with accounts of some roles, which log in by [`PASSWORD`].
    pub async fn new(roles: &[Role]) -> Self {
        let settings = ApiSettings {
            heartbeat: Duration::from_millis(50),
            ..ApiSettings::default()
        };
        Self::with(roles, settings).await
    }

    /// With settings of its own.
    pub async fn with(roles: &[Role], settings: ApiSettings) -> Self {
        let store = Store::open("memory:").await.expect("a store in memory");
        Self::bare(store, settings).await.staffed(roles).await
    }

    /// With accounts of all roles, and another operation to import.
    pub async fn of(operation: Operation) -> Self {
        let desk = Self::new(Role::ALL).await;
        Self { operation, ..desk }
    }

    /// With accounts of all roles, on a store of one's own.
    pub async fn on(store: Store) -> Self {
        Self::bare(store, ApiSettings::default()).await.staffed(Role::ALL).await
    }

    async fn staffed(mut self, roles: &[Role]) -> Self {
        for role in roles {
            let somebody = self.join(role.word(), *role, organisation(*role)).await;
            self.people.insert(*role, somebody);
        }
        self
    }

    /// The same record behind another server.
    #[must_use]
    pub fn restarted(&self) -> Self {
        Self {
            app: self.app.clone(),
            router: router(self.app.clone(), ApiSettings::default()),
            operation: self.operation.clone(),
            given: self.given.clone(),
            people: self.people.clone(),
        }
    }

    /// In memory, with accounts of all roles that have sessions and no passwords: hashing takes most of the time that a desk needs to open.
    pub async fn quick() -> Self {
        let settings = ApiSettings {
            heartbeat: Duration::from_millis(50),
            ..ApiSettings::default()
        };
        Self::quick_on("memory:", settings).await
    }

    /// The same, with the operation as `op` ([`Self::import`]).
    pub async fn imported() -> Self {
        let desk = Self::quick().await;
        desk.import().await;
        desk
    }

    /// Such a desk on a store of one's own, without an operation.
    pub async fn quick_on(store: &str, settings: ApiSettings) -> Self {
        let store = Store::open(store).await.expect("a store of this address");
        let mut desk = Self::bare(store, settings).await;
        for role in Role::ALL {
            let somebody = desk.seat(role.word(), *role, organisation(*role)).await;
            desk.people.insert(*role, somebody);
        }
        desk
    }

    /// What an earlier quick desk has left in a store.
    pub async fn again(store: Store, settings: ApiSettings) -> Self {
        let mut desk = Self::open(store, settings).await;
        for role in Role::ALL {
            let id = AccountId::new(format!("account-{role}"));
            let somebody = Somebody {
                token: format!("token-{id}"),
                id,
                role: *role,
                organisation: organisation(*role).to_owned(),
            };
            desk.people.insert(*role, somebody);
        }
        desk
    }

    async fn open(store: Store, settings: ApiSettings) -> Self {
        let given = Given::at(start());
        let own = AppSettings {
            master: Some(MasterKey([7; 32])),
            sign_on: None,
        };
        let app = App::open_with(store, Box::new(given.clone()), own)
            .await
            .expect("its log is readable");
        Self {
            router: router(app.clone(), settings),
            app,
            operation: benghazi(12, 3),
            given,
            people: BTreeMap::new(),
        }
    }

    /// Organisations, and nobody in them.
    async fn bare(store: Store, settings: ApiSettings) -> Self {
        let desk = Self::open(store, settings).await;
        for (id, facilities, operators) in [
            ("ministry", &[][..], &[][..]),
            ("origin", &["BMC"], &[]),
            ("burdenko", &["BURDENKO"], &[]),
            ("rescue", &[], &["RU-RESCUE"]),
            ("elsewhere", &[], &[]),
        ] {
            let describe = OrganisationCommand::Describe {
                name: id.to_owned(),
                facilities: facilities.iter().map(|text: &&str| (*text).to_owned()).collect(),
                operators: operators.iter().map(|text: &&str| (*text).to_owned()).collect(),
            };
            let describe = Command::Organisation(id.into(), describe);
            desk.app.as_machine(&describe).await.expect("new");
        }
        desk
    }

    /// Opens an account, and logs in.
    pub async fn join(&self, login: &str, role: Role, organisation: &str) -> Somebody {
        let of = OrganisationId::from(organisation);
        let id = self
            .app
            .open_account(login, PASSWORD, &of, &[role])
            .await
            .expect("a new account");
        let (token, _) = self.app.log_in(login, PASSWORD).await.expect("its password");
        let (organisation, token) = (organisation.to_owned(), token.0);
        Somebody {
            id,
            role,
            organisation,
            token,
        }
    }

    /// Opens an account that has a session and no password. Id and token follow from the login.
    pub async fn seat(&self, login: &str, role: Role, organisation: &str) -> Somebody {
        let id = AccountId::new(format!("account-{}", login.replace(' ', "-")));
        let open = AccountCommand::Open {
            organisation: organisation.into(),
            login: login.to_owned(),
            roles: vec![role.word().to_owned()],
            password: None,
        };
        let open = Command::Account(id.clone(), open);
        self.app.as_machine(&open).await.expect("a new account");
        let (token, now) = (format!("token-{id}"), self.app.now());
        let standing = self.app.see(|record| record.accounts[&id].standing);
        let session = SessionRow {
            token_digest: digest(token.as_bytes()),
            account: id.to_string(),
            kind: SessionKind::Machine,
            created_at: now,
            expires_at: now + SignedDuration::from_hours(24 * 300),
            last_seen_at: now,
            data: json!({ "standing": standing, "label": "" }),
        };
        self.app.store().put_session(session).await.expect("it is kept");
        Somebody {
            id,
            role,
            organisation: organisation.to_owned(),
            token,
        }
    }

    /// Whoever has a role.
    ///
    /// # Panics
    ///
    /// When the desk was opened without.
    pub fn somebody(&self, role: Role) -> &Somebody {
        &self.people[&role]
    }

    /// Whoever has a role, for the application.
    pub async fn who(&self, role: Role) -> Who {
        self.app.who(&self.somebody(role).token).await.expect("logged in")
    }

    /// The operation as `op`, imported with everybody cleared to fly.
    pub async fn import(&self) {
        let planner = self.who(Role::AirliftPlanner).await;
        let source = Source::workbook("benghazi.xlsx", write_workbook(&self.operation));
        let options = ImportOptions {
            organisation: "ministry".into(),
            basis: "vital interests".to_owned(),
            cleared_until: Some(self.operation.horizon.to),
        };
        let imported = self
            .app
            .import_operation(&planner, &"op".into(), source, options, false, None)
            .await;
        let imported = imported.expect("sound");
        assert_eq!(imported.rows_read, imported.rows_taken + imported.rows_refused);
        assert_eq!(imported.rows_refused, 0, "{:?}", imported.findings);
    }

    /// A draft of another organisation, which nobody of the ministry's sees yet.
    pub async fn foreign(&self, id: &str) {
        let create = RequestCommand::Create {
            operation: "op".into(),
            organisation: "elsewhere".into(),
            row: Row::from([("origin", "BMC"), ("specialty", "general-surgery")]),
            return_of: None,
            seen: Vec::new(),
        };
        let create = Command::Request(id.into(), create);
        self.app.as_machine(&create).await.expect("a new request");
    }

    /// Has the planner make a plan of the imported operation, as a job; the plan's id.
    pub async fn plan(&self) -> String {
        let order = json!({"kind": "plan", "work": 200, "seed": 1});
        let queued = self
            .post(Role::AirliftPlanner, "/api/v1/operations/op/jobs", order, &[])
            .await;
        assert_eq!(queued.status.as_u16(), 202, "{}", queued.text());
        assert!(self.app.work_once("worker", 1).await.expect("the store answers"));
        let plans = self.get(Role::DutyOfficer, "/api/v1/plans").await.json();
        plans["items"][0]["id"].as_str().expect("a plan").to_owned()
    }

    /// Has the duty officer adopt a plan.
    pub async fn adopt(&self, plan: &str) {
        let adopt = format!("/api/v1/plans/{plan}/adopt");
        let adopted = self
            .post(Role::DutyOfficer, &adopt, json!({}), &[("if-match", "\"1\"")])
            .await;
        assert_eq!(adopted.status.as_u16(), 200, "{}", adopted.text());
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.expect("it always answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        let (status, headers) = (parts.status, parts.headers);
        Reply { status, headers, bytes }
    }

    /// Sends JSON with a token, and further headers.
    pub async fn ask(
        &self,
        who: Option<&Somebody>,
        (method, path): (&str, &str),
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(who) = who {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", who.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(value) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(value.to_string())
            }
            None => Body::empty(),
        };
        self.send(request.body(body).expect("a request")).await
    }

    /// Reads something.
    pub async fn get(&self, role: Role, path: &str) -> Reply {
        self.ask(Some(self.somebody(role)), ("GET", path), None, &[]).await
    }

    /// Does something.
    pub async fn post(&self, role: Role, path: &str, body: Value, headers: &[(&str, &str)]) -> Reply {
        self.ask(Some(self.somebody(role)), ("POST", path), Some(body), headers)
            .await
    }
}
