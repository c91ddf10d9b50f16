//! P23, with the program itself: at the most talkative level neither its log nor its metrics hold what people have sent.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};

use airbridge_desk::row;
use airbridge_desk::wire::{Client, bearer};
use serde_json::json;

use crate::run::Desk;

const PASSWORD: &str = "Mark-password seven herons";

/// What is sent, and belongs into neither.
const MARKS: [&str; 7] = [
    "Mark-password",
    "Mark-family",
    "Mark-notes",
    "Mark-search",
    "Mark-query",
    "Mark-wrong",
    "Mark-purpose",
];

/// A server that ends with the test.
struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn add(desk: &Desk, login: &str, organisation: &str, role: &str) {
    let words = ["user", "add", login, "--organisation", organisation, "--role", role];
    let mut command = desk.command(&words);
    let mut child = command
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    writeln!(child.stdin.take().expect("piped"), "{PASSWORD}").expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// An address that was free a moment ago.
fn free() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback");
    listener.local_addr().expect("it is bound").to_string()
}

#[test]
fn neither_log_nor_metrics_hold_what_was_sent() {
    let desk = Desk::new();
    add(&desk, "clinician", "origin", "referring-clinician");
    let metrics = free();
    let mut command = desk.command(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--workers",
        "0",
        "--metrics",
        &metrics,
    ]);
    command
        .env("AIRBRIDGE_LOG", "trace")
        .stderr(Stdio::piped())
        .stdout(Stdio::null());
    let mut server = Ends(command.spawn().expect("it starts"));
    let mut talk = BufReader::new(server.0.stderr.take().expect("piped"));
    let (mut line, mut address) = (String::new(), None);
    let log: Arc<Mutex<String>> = Arc::default();
    while address.is_none() {
        line.clear();
        assert!(
            talk.read_line(&mut line).expect("it talks") > 0,
            "it ended before it listened"
        );
        log.lock().expect("nobody panics with it").push_str(&line);
        address = line
            .trim()
            .split_once("listening on http://")
            .map(|(_, address)| address.to_owned());
    }
    let heard = Arc::clone(&log);
    let listening = std::thread::spawn(move || {
        let mut rest = String::new();
        let _ = talk.read_to_string(&mut rest);
        heard.lock().expect("nobody panics with it").push_str(&rest);
    });
    let mut client = Client::new(address.expect("it listens"));
    let token = client.log_in("clinician", PASSWORD).expect("its password");
    let own = bearer(&token);
    let wrong = json!({"login": "clinician", "password": "Mark-wrong password"}).to_string();
    let json = [("content-type", "application/json")];
    let refused = client
        .ask("POST", "/api/v1/session", &json, wrong.as_bytes())
        .expect("it answers");
    assert_eq!(refused.status, 401);
    let mut marked = row();
    marked["clinical_notes"] = "Mark-notes".into();
    let purpose = [("x-purpose", "Mark-purpose")];
    let to = ("POST", "/api/v1/operations/none/requests");
    client
        .send(&token, to, &json!({"row": marked}), &purpose)
        .expect("it answers");
    let to = ("PUT", "/api/v1/requests/none/identity");
    client
        .send(&token, to, &json!({"family_name": "Mark-family"}), &[])
        .expect("it answers");
    let to = ("POST", "/api/v1/requests/search");
    assert!(
        client
            .send(&token, to, &json!({"text": "Mark-search"}), &[])
            .expect("it answers")
            .is_good()
    );
    let asked = [("authorization", own.as_str())];
    for path in ["/api/v1/requests?after=Mark-query", "/api/v1/requests?Mark-query=1"] {
        client.ask("GET", path, &asked, &[]).expect("it answers");
    }
    let counted = Client::new(metrics)
        .ask("GET", "/metrics", &[], &[])
        .expect("it answers");
    assert!(counted.is_good());
    let counted = counted.whole();
    assert!(counted.contains("airbridge_log_events"), "{counted}");
    drop(server);
    listening.join().expect("it hears to the end");
    let log = log.lock().expect("nobody panics with it");
    assert!(
        log.contains("\"TRACE\"") || log.contains("\"DEBUG\""),
        "nobody talked: {log}"
    );
    assert!(log.contains("/api/v1/requests/search"), "{log}");
    for mark in MARKS.into_iter().chain([token.as_str()]) {
        let line = log.lines().find(|line| line.contains(mark));
        assert!(line.is_none(), "{mark} in the log: {line:?}");
        assert!(!counted.contains(mark), "{mark} in the metrics: {counted}");
    }
}
