//! A desk in memory: an operation, an organisation of each kind, an account of each role.

use std::collections::BTreeMap;

use airbridge_app::{App, ImportOptions, Scripted, Who};
use airbridge_disclosure::Role;
use airbridge_events::{Command, OrganisationCommand, OrganisationId};
use airbridge_interchange::{Source, write_workbook};
use airbridge_model::Operation;
use airbridge_store::Store;
use airbridge_testkit::generate::benghazi;
use jiff::Timestamp;

pub(crate) const PASSWORD: &str = "seven grey herons at dawn";

pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) operation: Operation,
    tokens: BTreeMap<Role, String>,
}

pub(crate) fn start() -> Timestamp {
    "2017-01-31T06:00:00Z".parse().expect("an instant")
}

/// The organisation of a role: ministry, the hospitals' authority at the origin, the receiving hospital, the operator.
pub(crate) fn organisation(role: Role) -> &'static str {
    match role {
        Role::ReferringClinician => "origin",
        Role::ReceivingHospital => "burdenko",
        Role::Operator | Role::Crew => "rescue",
        _ => "ministry",
    }
}

impl Desk {
    pub(crate) async fn new() -> Self {
        Self::of(benghazi(12, 3)).await
    }

    pub(crate) async fn of(operation: Operation) -> Self {
        Self::with(operation, Store::open("memory:").await.expect("a store in memory")).await
    }

    pub(crate) async fn on(store: Store) -> Self {
        Self::with(benghazi(12, 3), store).await
    }

    async fn with(operation: Operation, store: Store) -> Self {
        let app = App::open(store, Box::new(Scripted::at(start())))
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
            app.as_machine(&Command::Organisation(id.into(), describe))
                .await
                .expect("new");
        }
        let mut tokens = BTreeMap::new();
        for role in Role::ALL {
            let organisation = OrganisationId::from(organisation(*role));
            let opened = app.open_account(role.word(), PASSWORD, &organisation, &[*role]).await;
            opened.expect("a new account");
            let (token, _) = app.log_in(role.word(), PASSWORD).await.expect("its password");
            tokens.insert(*role, token.0);
        }
        Self { app, operation, tokens }
    }

    pub(crate) async fn who(&self, role: Role) -> Who {
        self.app.who(&self.tokens[&role]).await.expect("logged in")
    }

    /// The operation, imported with everybody cleared to fly.
    pub(crate) async fn import(&self) {
        let planner = self.who(Role::AirliftPlanner).await;
        let source = Source::workbook("benghazi.xlsx", write_workbook(&self.operation));
        let options = ImportOptions {
            organisation: "ministry".into(),
            basis: "vital interests".to_owned(),
            cleared_until: Some(self.operation.horizon.to),
        };
        let imported = self
            .app
            .import_operation(&planner, &"op".into(), source, options, false)
            .await;
        let imported = imported.expect("sound");
        assert_eq!(imported.rows_read, imported.rows_taken + imported.rows_refused);
        assert_eq!(imported.rows_refused, 0, "{:?}", imported.findings);
    }
}
