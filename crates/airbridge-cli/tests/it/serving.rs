//! The standing record, by the commands of whoever runs it.

use crate::run::Desk;
use crate::server::{PASSWORD, Server, add};

#[test]
fn accounts_are_opened_and_listed() {
    let desk = Desk::new();
    let short = add(&desk, "ada", "administrator", "short\n");
    assert!(
        short.status != 0 && short.talk.contains("15 characters"),
        "{}",
        short.talk
    );
    let unknown = add(&desk, "ada", "king", PASSWORD);
    assert!(
        unknown.status != 0 && unknown.talk.contains("administrator"),
        "{}",
        unknown.talk
    );
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    let twice = add(&desk, "Ada", "auditor", PASSWORD);
    assert!(twice.status != 0, "{}", twice.talk);
    let list = desk.done(&["user", "list"]);
    assert_eq!(list.out, "ada  ministry  administrator\n");
}

#[test]
fn the_audit_is_proved_against_heads_that_were_kept() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    let before = desk.path("before");
    std::fs::create_dir(&before).expect("a folder");
    for name in desk.names("airbridge-data") {
        std::fs::copy(desk.path("airbridge-data").join(&name), before.join(&name)).expect("a copy");
    }
    assert_eq!(add(&desk, "eve", "auditor", PASSWORD).status, 0);
    let head = desk.done(&["audit", "head"]).out;
    desk.write("heads.txt", &head);
    let sound = desk.done(&["audit", "verify", "--heads", "heads.txt"]);
    assert!(sound.talk.contains("sound"), "{}", sound.talk);
    // The store of before is sound in itself; only the head that was kept shows that its end is gone.
    desk.done(&["audit", "verify", "--data", "before"]);
    let cut = desk.expect(1, &["audit", "verify", "--data", "before", "--heads", "heads.txt"]);
    assert!(cut.out.contains("CutTail"), "{}", cut.out);
}

#[test]
fn a_page_is_at_every_path_that_is_not_the_interfaces() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    let server = Server::start(&mut desk.command(&["serve", "--listen", "127.0.0.1:0", "--workers", "0"]));
    for path in ["/", "/requests"] {
        let page = server.ask("GET", path, &[("accept", "text/html")], "");
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("text/html"), "{page}");
        assert!(page.contains("script-src 'self'"), "{page}");
    }
    for (path, status) in [("/api/v1/none", "404"), ("/api/v1/self", "401"), ("/none.js", "404")] {
        let answer = server.ask("GET", path, &[("accept", "text/html")], "");
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        assert!(answer.contains("application/problem+json"), "{answer}");
        assert!(
            answer.contains("content-security-policy: default-src 'none'\r\n"),
            "{answer}"
        );
    }
}

/// The demonstration is at work when it is opened, in the time of its operation.
#[test]
fn a_demonstration_has_a_plan_that_runs() {
    let desk = Desk::new();
    for (arguments, plans) in [(&["demo"][..], 1), (&["demo", "--fresh"], 0)] {
        let arguments = [arguments, &["--listen", "127.0.0.1:0"]].concat();
        let server = Server::start(&mut desk.command(&arguments));
        let about = server.ask("GET", "/api/v1/about", &[], "");
        assert!(about.contains("\"now\":\"2017-01-30T06:"), "{about}");
        let password = about
            .split("\"password\":\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let bearer = server.bearer("duty-officer", password.expect("it says how to log in"));
        let told = server.ask("GET", "/api/v1/plans", &[("authorization", &bearer)], "");
        assert_eq!(told.matches("\"state\":\"adopted\"").count(), plans, "{told}");
        let told = server.ask("GET", "/api/v1/missions", &[("authorization", &bearer)], "");
        for state in ["ready", "clearances-pending", "tasked"] {
            let state = format!("\"state\":\"{state}\"");
            assert_eq!(told.contains(&state), plans == 1, "{told}");
        }
        let bearer = server.bearer("flight-surgeon", password.expect("as before"));
        let told = server.ask("GET", "/api/v1/worklist", &[("authorization", &bearer)], "");
        assert_eq!(told.contains("NEW-003"), plans == 1, "{told}");
    }
}

#[test]
fn what_was_answered_is_there_after_a_kill() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    let serve = ["serve", "--listen", "127.0.0.1:0", "--workers", "0"];
    let mut opened = Vec::new();
    for round in 0..3 {
        let server = Server::start(&mut desk.command(&serve));
        assert!(server.ask("GET", "/healthz", &[], "").starts_with("HTTP/1.1 200"));
        let bearer = server.bearer("ada", PASSWORD);
        for number in 0..5 {
            let id = format!("org-{round}-{number}");
            let body = format!("{{\"name\":\"{id}\",\"facilities\":[],\"operators\":[]}}");
            let path = format!("/api/v1/organisations/{id}");
            let answer = server.ask("PUT", &path, &[("authorization", &bearer)], &body);
            assert!(answer.starts_with("HTTP/1.1 2"), "{answer}");
            opened.push(path);
        }
        // Dropped: killed without notice.
        drop(server);
        let server = Server::start(&mut desk.command(&serve));
        for path in &opened {
            let answer = server.ask("GET", path, &[("authorization", &bearer)], "");
            assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        }
    }
    desk.done(&["audit", "verify"]);
}
