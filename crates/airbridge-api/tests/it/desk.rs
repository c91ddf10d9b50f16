//! A desk behind the interface: an operation in memory, an account of each role, and requests that are sent to it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use airbridge_api::{ApiSettings, router};
use airbridge_app::{App, AppSettings, ImportOptions, MasterKey, Scripted};
use airbridge_disclosure::Role;
use airbridge_events::{AccountId, Command, OperationId, OrganisationCommand, OrganisationId, RequestCommand, Row};
use airbridge_interchange::{Source, write_workbook};
use airbridge_store::Store;
use airbridge_testkit::generate::benghazi;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt as _;

pub(crate) const PASSWORD: &str = "seven grey herons at dawn";

/// Somebody who is logged in.
#[derive(Clone)]
pub(crate) struct Somebody {
    pub(crate) id: AccountId,
    pub(crate) role: Role,
    pub(crate) organisation: String,
    pub(crate) token: String,
}

pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) clock: Arc<Scripted>,
    people: BTreeMap<Role, Somebody>,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).expect("JSON")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).expect("the header").to_str().expect("text")
    }
}

/// The organisation of a role.
pub(crate) fn organisation(role: Role) -> &'static str {
    match role {
        Role::ReferringClinician => "origin",
        Role::ReceivingHospital => "burdenko",
        Role::Operator | Role::Crew => "rescue",
        _ => "ministry",
    }
}

/// A row that a clinician may write.
pub(crate) fn row() -> Value {
    serde_json::json!({
        "origin": "BMC", "ready_at": "2017-01-31T06:00Z", "precedence_scheme": "UK-STANAG3204", "precedence_code": "P2",
        "specialty": "general-surgery", "age_years": "41", "clinical_notes": "synthetic notes",
    })
}

impl Desk {
    /// With accounts of some roles.
    pub(crate) async fn new(roles: &[Role]) -> Self {
        let settings = ApiSettings {
            heartbeat: Duration::from_millis(50),
            ..ApiSettings::default()
        };
        Self::with(roles, settings).await
    }

    /// With settings of its own.
    pub(crate) async fn with(roles: &[Role], settings: ApiSettings) -> Self {
        let store = Store::open("memory:").await.expect("a store in memory");
        let start = "2017-01-31T06:00:00Z".parse().expect("an instant");
        let clock = Arc::new(Scripted::at(start));
        let own = AppSettings {
            master: Some(MasterKey([7; 32])),
            sign_on: None,
        };
        let app = App::open_with(store, Box::new(Arc::clone(&clock)), own)
            .await
            .expect("an empty log");
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
            app.as_machine(&describe).await.expect("new");
        }
        let mut desk = Self {
            router: router(app.clone(), settings),
            app,
            clock,
            people: BTreeMap::new(),
        };
        for role in roles {
            let somebody = desk.join(role.word(), *role, organisation(*role)).await;
            desk.people.insert(*role, somebody);
        }
        desk
    }

    /// Opens an account, and logs in.
    pub(crate) async fn join(&self, login: &str, role: Role, organisation: &str) -> Somebody {
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

    /// The same record behind another server.
    pub(crate) fn restarted(&self) -> Self {
        Self {
            app: self.app.clone(),
            router: router(self.app.clone(), ApiSettings::default()),
            clock: Arc::clone(&self.clock),
            people: self.people.clone(),
        }
    }

    pub(crate) fn somebody(&self, role: Role) -> &Somebody {
        &self.people[&role]
    }

    /// An operation `op`, imported with everybody cleared to fly.
    pub(crate) async fn import(&self) {
        let operation = benghazi(12, 3);
        let planner = self
            .app
            .who(&self.somebody(Role::AirliftPlanner).token)
            .await
            .expect("logged in");
        let id = OperationId::from("op");
        let source = Source::workbook("benghazi.xlsx", write_workbook(&operation));
        let options = ImportOptions {
            organisation: "ministry".into(),
            basis: "vital interests".to_owned(),
            cleared_until: Some(operation.horizon.to),
        };
        let imported = self.app.import_operation(&planner, &id, source, options, false);
        imported.await.expect("sound");
    }

    /// A request of another organisation that nobody else sees yet.
    pub(crate) async fn foreign(&self, id: &str) {
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

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.expect("it always answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        let (status, headers) = (parts.status, parts.headers);
        Reply { status, headers, bytes }
    }

    /// Sends JSON with a token, and further headers.
    pub(crate) async fn ask(
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

    pub(crate) async fn get(&self, role: Role, path: &str) -> Reply {
        self.ask(Some(self.somebody(role)), ("GET", path), None, &[]).await
    }

    pub(crate) async fn post(&self, role: Role, path: &str, body: Value, headers: &[(&str, &str)]) -> Reply {
        self.ask(Some(self.somebody(role)), ("POST", path), Some(body), headers)
            .await
    }
}
