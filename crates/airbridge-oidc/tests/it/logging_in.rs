//! Logging in through the interface: the way of a browser, there and back.

use std::sync::Arc;

use airbridge_api::{ApiSettings, router};
use airbridge_app::{App, AppSettings, MasterKey, Scripted};
use airbridge_disclosure::Role;
use airbridge_events::{AccountCommand, AccountId, Command, OrganisationCommand, ProofCommand};
use airbridge_store::Store;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use tower::ServiceExt as _;

use crate::issuer::Desk;

const THERE: &str = "/api/v1/session/sign-on";

struct House {
    desk: Desk,
    app: App,
    router: Router,
    clock: Arc<Scripted>,
    account: AccountId,
}

fn start() -> Timestamp {
    "2017-01-31T06:00:00Z".parse().expect("an instant")
}

impl House {
    /// One account, linked to `subject-1`.
    async fn new() -> Self {
        let desk = Desk::start(start()).await;
        let clock = Arc::new(Scripted::at(start()));
        let store = Store::open("memory:").await.expect("a store in memory");
        let own = AppSettings {
            master: Some(MasterKey([7; 32])),
            sign_on: Some(Arc::new(desk.issuer())),
        };
        let app = App::open_with(store, Box::new(Arc::clone(&clock)), own)
            .await
            .expect("an empty log");
        let describe = OrganisationCommand::Describe {
            name: "ministry".to_owned(),
            facilities: Vec::new(),
            operators: Vec::new(),
        };
        app.as_machine(&Command::Organisation("ministry".into(), describe))
            .await
            .expect("new");
        let account = app
            .open_account("ada", "seven grey herons at dawn", &"ministry".into(), &[Role::Auditor])
            .await
            .expect("new");
        let link = ProofCommand::Link {
            issuer: desk.url.clone(),
            subject: "subject-1".to_owned(),
        };
        let house = Self {
            router: router(app.clone(), ApiSettings::default()),
            desk,
            app,
            clock,
            account,
        };
        house.prove(link).await;
        house
    }

    async fn prove(&self, command: ProofCommand) {
        let command = Command::Account(self.account.clone(), AccountCommand::Prove(command));
        self.app.as_machine(&command).await.expect("it can be done");
    }

    async fn get(&self, path: &str, cookies: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::get(path).header(header::COOKIE, cookies);
        let request = request.body(Body::empty()).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("it answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a whole body");
        (parts.status, parts.headers, String::from_utf8_lossy(&body).into_owned())
    }

    /// Goes there: the address, and the cookie.
    async fn go(&self) -> (String, String) {
        let (status, headers, _) = self.get(THERE, "").await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let text = |name| headers[name].to_str().expect("text").to_owned();
        let cookie = text(header::SET_COOKIE);
        for part in [
            "__Host-airbridge-sign-on=",
            "HttpOnly",
            "Secure",
            "SameSite=Lax",
            "Path=/",
        ] {
            assert!(cookie.contains(part), "{cookie}");
        }
        (
            text(header::LOCATION),
            cookie.split(';').next().expect("a pair").to_owned(),
        )
    }

    async fn back(&self, state: &str, code: &str, cookie: &str) -> (StatusCode, HeaderMap, String) {
        self.get(
            &format!("{THERE}/callback?code={code}&state={state}&iss=x&session_state=y"),
            cookie,
        )
        .await
    }

    async fn log_in(&self) -> (StatusCode, HeaderMap, String) {
        let (url, cookie) = self.go().await;
        let back = self.desk.browse(&url);
        self.back(&back["state"], &back["code"], &cookie).await
    }
}

#[tokio::test]
async fn whoever_is_linked_logs_in() {
    let house = House::new().await;
    let (status, headers, body) = house.log_in().await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    assert_eq!(headers[header::LOCATION], "/");
    let cookies: Vec<&str> = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .collect();
    let session = cookies
        .iter()
        .find(|line| line.starts_with("__Host-airbridge="))
        .expect("a session");
    assert!(
        session.contains("SameSite=Strict") && session.contains("HttpOnly"),
        "{session}"
    );
    assert!(
        cookies
            .iter()
            .any(|line| line.starts_with("__Host-airbridge-sign-on=;") && line.contains("Max-Age=0"))
    );
    let (status, _, me) = house
        .get("/api/v1/self", session.split(';').next().expect("a pair"))
        .await;
    assert_eq!(status, StatusCode::OK);
    assert!(me.contains("\"login\":\"ada\""), "{me}");
}

#[tokio::test]
async fn nobody_is_made_by_logging_in() {
    let house = House::new().await;
    let accounts = || house.app.see(|record| (record.accounts.len(), record.seq));
    let before = accounts();
    house.desk.set(|knows| "subject-2".clone_into(&mut knows.subject));
    let (status, headers, body) = house.log_in().await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(
        body.contains("/problems/not-linked") && headers.get(header::SET_COOKIE).is_none(),
        "{body}"
    );
    assert_eq!(accounts(), before);
    let audit = house.app.store().audit(0, 100).await.expect("it is readable");
    let last = &audit.last().expect("it was recorded").draft;
    assert_eq!(
        (last.act.as_str(), last.outcome.as_str()),
        ("session.create", "sign-on of nobody here")
    );
    // Suspended, and unlinked again, are as nobody.
    house.desk.set(|knows| "subject-1".clone_into(&mut knows.subject));
    let suspend = AccountCommand::Suspend("synthetic".to_owned());
    house
        .app
        .as_machine(&Command::Account(house.account.clone(), suspend))
        .await
        .expect("it acts");
    assert_eq!(house.log_in().await.0, StatusCode::FORBIDDEN);
    house
        .app
        .as_machine(&Command::Account(house.account.clone(), AccountCommand::Reinstate))
        .await
        .expect("suspended");
    assert_eq!(house.log_in().await.0, StatusCode::SEE_OTHER);
    let issuer = house.desk.url.clone();
    house.prove(ProofCommand::Unlink { issuer }).await;
    assert_eq!(house.log_in().await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn only_the_browser_that_went_comes_back_and_in_time() {
    let house = House::new().await;
    let (url, cookie) = house.go().await;
    let back = house.desk.browse(&url);
    let (state, code) = (back["state"].as_str(), back["code"].as_str());
    let (_, other) = house.go().await;
    for (state, cookie) in [
        (state, ""),
        (state, other.as_str()),
        ("another", cookie.as_str()),
        ("", cookie.as_str()),
        (state, "__Host-airbridge-sign-on=00"),
        (state, "__Host-airbridge-sign-on=é"),
    ] {
        let (status, _, body) = house.back(state, code, cookie).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{body}");
    }
    house
        .desk
        .set(|knows| assert!(!knows.asked.contains(&"token"), "nothing was asked of the issuer"));
    house.clock.set(start() + SignedDuration::from_mins(10));
    assert_eq!(house.back(state, code, &cookie).await.0, StatusCode::UNAUTHORIZED);
    house.clock.set(start() + SignedDuration::from_mins(9));
    assert_eq!(house.back(state, code, &cookie).await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn words_of_the_link_are_not_shown() {
    let house = House::new().await;
    let path = format!("{THERE}/callback?error=access_denied&error_description=call+this+number");
    let (status, _, body) = house.get(&path, "").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(!body.contains("number"), "{body}");
}
