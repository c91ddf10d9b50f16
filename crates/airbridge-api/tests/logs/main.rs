//! P23: logs hold no patients and no secrets, at the most talkative level, and where the program fails. A program of its own: log and panics are the
//! process's.

use std::future::IntoFuture as _;
use std::io::Write;
use std::sync::{Arc, Mutex};

use airbridge_api::{ApiSettings, silence_panics};
use airbridge_desk::wire::Client;
use airbridge_desk::{Desk, row};
use airbridge_disclosure::Role;
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("nobody panics with it")).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics with it").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Log {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

/// Everything that somebody sends and no log may have, by where it stands.
const MARKS: [&str; 19] = [
    "Mark-family",
    "Mark-notes",
    "Mark-diagnosis",
    "Mark-search",
    "Mark-query",
    "Mark-path",
    "Mark-password",
    "Mark-wrong-password",
    "Mark-login",
    "Mark-broken-json",
    "Mark-shape",
    "Mark-purpose",
    "Mark-key",
    "Mark-cookie",
    "Mark-event-id",
    "Mark-bearer",
    "Mark-panic",
    "Mark-header",
    "token-account-",
];

/// What is sent over a connection.
fn talk(address: &str, clinician: &str, hospital: &str, break_chance: impl Fn()) {
    let mut client = Client::new(address);
    let bearer = format!("Bearer {clinician}");
    let json = ("content-type", "application/json");
    let mut ask = |method: &str, path: &str, headers: &[(&str, &str)], body: &str| {
        let reply = client.ask(method, path, headers, body.as_bytes()).expect("it answers");
        reply.status
    };
    let own = [("authorization", bearer.as_str()), json];
    let mut marked = row();
    marked["clinical_notes"] = "Mark-notes".into();
    marked["diagnosis"] = "Mark-diagnosis".into();
    let create = json!({"row": marked}).to_string();
    let new = "/api/v1/operations/op/requests";
    let keyed = [
        own[0],
        json,
        ("idempotency-key", "Mark-key"),
        ("x-purpose", "Mark-purpose"),
    ];
    assert_eq!(ask("POST", new, &keyed, &create), 201);
    assert_eq!(ask("POST", new, &own, "{\"row\": Mark-broken-json"), 400);
    assert_eq!(ask("POST", new, &own, "{\"Mark-shape\": 1}"), 422);
    assert_eq!(
        ask("POST", new, &own, "{\"row\": {\"Mark-shape\": \"Mark-shape\"}}"),
        422
    );
    let identity = "/api/v1/requests/SYN-001/identity";
    assert_eq!(ask("PUT", identity, &own, "{\"family_name\": \"Mark-family\"}"), 204);
    assert_eq!(ask("PUT", identity, &own, "{\"Mark-family\": \"Mark-family\"}"), 422);
    assert_eq!(ask("GET", identity, &own, ""), 200);
    assert_eq!(
        ask("POST", "/api/v1/requests/search", &own, "{\"text\": \"Mark-search\"}"),
        200
    );
    assert_eq!(ask("GET", "/api/v1/requests?after=Mark-query", &own, ""), 200);
    assert_eq!(ask("GET", "/api/v1/requests?Mark-query=Mark-query", &own, ""), 400);
    assert_eq!(ask("GET", "/api/v1/requests/Mark-path", &own, ""), 404);
    assert_eq!(ask("GET", "/api/v1/Mark-path", &own, ""), 404);
    assert_eq!(ask("DELETE", "/api/v1/requests/Mark-path", &own, ""), 405);
    for (login, password) in [
        ("Mark-login", "Mark-wrong-password"),
        ("with a password", "Mark-wrong-password"),
    ] {
        let body = json!({"login": login, "password": password}).to_string();
        assert_eq!(ask("POST", "/api/v1/session", &[json], &body), 401);
    }
    let right = json!({"login": "with a password", "password": airbridge_desk::PASSWORD}).to_string();
    assert_eq!(ask("POST", "/api/v1/session", &[json], &right), 201);
    let body = "{\"login\": \"with a password\", \"password\": \"Mark-password\", \"Mark-shape\": 1}";
    assert_eq!(ask("POST", "/api/v1/session", &[json], body), 422);
    assert_eq!(
        ask("GET", "/api/v1/self", &[("cookie", "__Host-airbridge=Mark-cookie")], ""),
        401
    );
    assert_eq!(
        ask("GET", "/api/v1/self", &[("authorization", "Bearer Mark-bearer")], ""),
        401
    );
    assert_eq!(ask("GET", "/api/v1/self", &[("authorization", "Mark-bearer")], ""), 401);
    assert_eq!(ask("GET", "/api/v1/self", &[own[0], ("x-odd", "Mark-header")], ""), 200);
    let other = format!("Bearer {hospital}");
    assert_eq!(
        ask(
            "GET",
            "/api/v1/stream",
            &[("authorization", &other), ("last-event-id", "Mark-event-id")],
            ""
        ),
        400
    );
    // What is no HTTP at all.
    let mut stream = std::net::TcpStream::connect(address).expect("it listens");
    stream
        .write_all(b"GET /Mark-path HTTP/9.9 Mark-header\r\n\r\n")
        .expect("it reads");
    // And a panic that quotes what was sent.
    break_chance();
    assert_eq!(
        ask(
            "POST",
            "/api/v1/tokens",
            &[("authorization", "Bearer token-account-airlift-planner"), json],
            "{\"label\": \"Mark-panic\", \"days\": 1}"
        ),
        500
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_mark_is_in_the_log() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_env_filter(tracing_subscriber::EnvFilter::new("trace"))
        .with_writer(log.clone());
    subscriber.init();
    silence_panics();
    let desk = Desk::quick_on("memory:", ApiSettings::default()).await;
    desk.import().await;
    desk.join("with a password", Role::InformationOfficer, "ministry").await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback");
    let address = listener.local_addr().expect("it is bound").to_string();
    let serving = tokio::spawn(axum::serve(listener, desk.router.clone()).into_future());
    let token = |role| desk.somebody(role).token.clone();
    let (clinician, hospital) = (token(Role::ReferringClinician), token(Role::ReceivingHospital));
    let given = desk.given.clone();
    let talking =
        tokio::task::spawn_blocking(move || talk(&address, &clinician, &hospital, || given.panic_with("Mark-panic")));
    talking.await.expect("everything is answered as it should be");
    serving.abort();
    let text = log.text();
    let found: Vec<(&str, &str)> = MARKS
        .iter()
        .filter_map(|mark| Some((*mark, text.lines().find(|line| line.contains(mark))?)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    for secret in [airbridge_desk::PASSWORD, "synthetic notes"] {
        assert!(!text.contains(secret), "{secret}");
    }
    // And what should be there is: it was no silent log.
    assert!(
        text.contains("\"TRACE\"") || text.contains("\"DEBUG\""),
        "nobody talked"
    );
    assert!(text.contains("/api/v1/requests/{id}/identity") && text.contains("\"status\":204"));
    assert!(text.contains("the program has panicked") && text.contains("given.rs"));
    assert!(!text.contains("SYN-001"), "a pseudonym is in no log either");
}
