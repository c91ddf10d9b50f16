//! A server that runs: its metrics, a disk that is full, invitations, and the audit for others to read.

use std::process::Command;

use crate::run::Desk;
use crate::server::{PASSWORD, Server, add, fed};

#[test]
fn metrics_are_counts_and_times_and_never_names() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    let serve = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--metrics",
        "127.0.0.1:0",
        "--workers",
        "0",
    ];
    let server = Server::start(&mut desk.command(&serve));
    let bearer = server.bearer("ada", PASSWORD);
    for id in ["org-with-a-mark", "another"] {
        let body = "{\"name\":\"a name with a mark\",\"facilities\":[],\"operators\":[]}";
        let path = format!("/api/v1/organisations/{id}");
        server.ask("PUT", &path, &[("authorization", &bearer)], body);
        server.ask("GET", &path, &[("authorization", &bearer)], "");
    }
    server.ask("GET", "/api/v1/patients-called-mark", &[], "");
    let text = server.measured();
    for line in [
        "airbridge_request_seconds_bucket{kind=\"read\",about=\"organisations\",status=\"2xx\",le=\"0.1\"}",
        "airbridge_request_seconds_count{kind=\"write\",about=\"organisations\",status=\"2xx\"} 2",
        "airbridge_request_seconds_count{kind=\"read\",about=\"other\",status=\"4xx\"} 1",
        "airbridge_store_commit_seconds_bucket{outcome=\"done\",le=\"+Inf\"}",
        "airbridge_jobs{state=\"queued\"} 0",
        "airbridge_jobs_oldest_seconds 0",
        "airbridge_ready 1",
        "airbridge_audit_waiting 0",
        "airbridge_record{of=\"organisations\"} 3",
        "airbridge_requests{state=\"draft\"} 0",
        "# TYPE airbridge_request_seconds histogram",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    for mark in ["mark", "ada", "ministry", "another"] {
        assert!(!text.contains(mark), "{mark}\n{text}");
    }
    // They are nowhere else.
    assert!(server.ask("GET", "/metrics", &[], "").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_full_disk_is_said_reading_goes_on_and_nothing_that_was_answered_is_lost() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    // No file of this server grows beyond 1 MB (2048 blocks of 512 bytes), as on a disk with no more room.
    let program = env!("CARGO_BIN_EXE_airbridge");
    let script = format!("trap '' XFSZ; ulimit -f 2048; exec '{program}' serve --listen 127.0.0.1:0 --workers 0");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).current_dir(desk.root());
    let server = Server::start(&mut command);
    let bearer = server.bearer("ada", PASSWORD);
    let as_ada = [("authorization", bearer.as_str())];
    let put = |server: &Server, number: usize| {
        let name = "x".repeat(20_000);
        let body = format!("{{\"name\":\"{name}\",\"facilities\":[],\"operators\":[]}}");
        server.ask("PUT", &format!("/api/v1/organisations/org-{number}"), &as_ada, &body)
    };
    let mut kept = 0;
    let refused = loop {
        assert!(kept < 500, "it never filled");
        let answer = put(&server, kept);
        if !answer.starts_with("HTTP/1.1 2") {
            break answer;
        }
        kept += 1;
    };
    assert!(
        refused.starts_with("HTTP/1.1 507") || refused.starts_with("HTTP/1.1 503"),
        "{refused}"
    );
    assert!(refused.contains("application/problem+json"));
    // Reading goes on, and the server is still there to be asked.
    for number in [0, kept - 1] {
        let answer = server.ask("GET", &format!("/api/v1/organisations/org-{number}"), &as_ada, "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    assert!(server.ask("GET", "/readyz", &[], "").starts_with("HTTP/1.1 200"));
    assert!(server.ask("GET", "/healthz", &[], "").starts_with("HTTP/1.1 200"));
    let gone = server.ask("GET", &format!("/api/v1/organisations/org-{kept}"), &as_ada, "");
    assert!(
        gone.starts_with("HTTP/1.1 404"),
        "what was refused is not there: {gone}"
    );
    drop(server);
    // With room again.
    let server = Server::start(&mut desk.command(&["serve", "--listen", "127.0.0.1:0", "--workers", "0"]));
    for number in 0..kept {
        let answer = server.ask("GET", &format!("/api/v1/organisations/org-{number}"), &as_ada, "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{number}: {answer}");
    }
    let again = put(&server, kept);
    assert!(again.starts_with("HTTP/1.1 2"), "{again}");
    drop(server);
    desk.done(&["audit", "verify"]);
}

#[test]
fn an_invitation_is_data_and_lets_its_owner_choose() {
    let desk = Desk::new();
    let invite = [
        "user",
        "add",
        "eve",
        "--organisation",
        "ministry",
        "--role",
        "crew",
        "--invite",
    ];
    let invited = desk.done(&invite);
    let token = invited.out.trim();
    assert!(
        token.contains('.') && invited.talk.contains("until"),
        "{}",
        invited.talk
    );
    let server = Server::start(&mut desk.command(&["serve", "--listen", "127.0.0.1:0", "--workers", "0"]));
    let accept = |token: &str| {
        let body = format!("{{\"invitation\":\"{token}\",\"password\":\"{}\"}}", PASSWORD.trim());
        server.ask("POST", "/api/v1/session/invitation", &[], &body)
    };
    assert!(accept("none.none").starts_with("HTTP/1.1 401"));
    let accepted = accept(token);
    assert!(accepted.starts_with("HTTP/1.1 204"), "{accepted}");
    server.bearer("eve", PASSWORD);
    let again = desk.done(&["user", "invite", "eve"]).out;
    assert_ne!(again.trim(), token);
    let nobody = desk.run(&["user", "invite", "nobody"]);
    assert!(
        nobody.status == 2 && nobody.talk.contains("nobody logs in with nobody"),
        "{}",
        nobody.talk
    );
    let none = desk.run(&["user", "reset-factor", "eve", "--reason", "lost"]);
    assert!(
        none.status == 2 && none.talk.contains("no second factor"),
        "{}",
        none.talk
    );
    desk.done(&["user", "reset-factor", "--everybody", "--reason", "lost"]);
}

#[test]
fn roles_that_do_not_go_together_are_refused() {
    let desk = Desk::new();
    let both = [
        "user",
        "add",
        "eve",
        "--organisation",
        "ministry",
        "--role",
        "airlift-planner,duty-officer",
    ];
    let refused = fed(&desk, &both, PASSWORD);
    assert!(
        refused.status == 2 && refused.talk.contains("does not adopt it"),
        "{}",
        refused.talk
    );
    assert_eq!(desk.done(&["user", "list"]).out, "");
}

#[test]
fn the_audit_is_exported_as_fhir() {
    let desk = Desk::new();
    for login in ["ada", "eve"] {
        assert_eq!(add(&desk, login, "administrator", PASSWORD).status, 0);
    }
    let lines = desk.done(&["audit", "export", "--format", "fhir"]).out;
    let events: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert!(events.len() >= 3);
    for (place, event) in events.iter().enumerate() {
        assert_eq!(event["resourceType"], "AuditEvent");
        assert_eq!(event["id"], format!("entry-{}", place + 1));
    }
    let part = desk.done(&["audit", "export", "--from", "2", "--to", "3"]).out;
    assert_eq!(
        part.lines().collect::<Vec<_>>(),
        lines.lines().skip(1).take(2).collect::<Vec<_>>()
    );
    let bundle = desk
        .done(&["audit", "export", "--format", "fhir-bundle", "--from", "2", "--to", "3"])
        .json();
    assert_eq!(
        (&bundle["resourceType"], &bundle["type"]),
        (&"Bundle".into(), &"collection".into())
    );
    assert_eq!(bundle["entry"].as_array().expect("a list").len(), 2);
    // That it was exported is in it, too.
    let last = desk.done(&["audit", "export"]).out;
    let last: serde_json::Value = serde_json::from_str(last.lines().last().expect("a line")).expect("JSON");
    assert_eq!(last["type"]["code"], "110101");
    assert_eq!(last["outcomeDesc"], "done, entries 2 to 3");
    assert_eq!(desk.run(&["audit", "export", "--from", "3", "--to", "2"]).status, 2);
    desk.done(&["audit", "verify"]);
}
