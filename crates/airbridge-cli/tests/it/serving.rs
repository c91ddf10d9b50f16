//! The standing record, by the commands of whoever runs it.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::run::{Desk, Run};

const PASSWORD: &str = "seven grey herons at dawn\n";

fn fed(desk: &Desk, arguments: &[&str], input: &str) -> Run {
    let mut command = desk.command(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(input.as_bytes()).expect("it reads");
    drop(stdin);
    Run::of(&child.wait_with_output().expect("it ends"))
}

fn add(desk: &Desk, login: &str, role: &str, password: &str) -> Run {
    fed(
        desk,
        &["user", "add", login, "--organisation", "ministry", "--role", role],
        password,
    )
}

/// A server that ends with the test.
struct Server(Child, String);

impl Server {
    fn start(command: &mut Command) -> Self {
        command.stderr(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let mut talk = BufReader::new(child.stderr.take().expect("piped"));
        let mut line = String::new();
        while !line.contains("listening on http://") {
            line.clear();
            assert!(
                talk.read_line(&mut line).expect("it talks") > 0,
                "it ended before it listened"
            );
        }
        let address = line.trim().rsplit('/').next().expect("an address").to_owned();
        // Whoever talks on is listened to, or the pipe fills.
        std::thread::spawn(move || std::io::copy(&mut talk, &mut std::io::sink()));
        Self(child, address)
    }

    /// The whole answer to a request.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
        let mut stream = TcpStream::connect(&self.1).expect("it listens");
        let mut request = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.1);
        for (name, value) in headers {
            let _ = write!(request, "{name}: {value}\r\n");
        }
        let _ = write!(
            request,
            "content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

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
fn a_backup_is_equal_and_a_changed_byte_is_refused() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    desk.done(&["backup", "one.db"]);
    assert_ne!(desk.run(&["backup", "one.db"]).status, 0, "it is there");
    desk.done(&["restore", "one.db", "--data", "other"]);
    let list = desk.done(&["user", "list", "--data", "other"]);
    assert_eq!(list.out, "ada  ministry  administrator\n");
    assert_ne!(
        desk.run(&["restore", "one.db", "--data", "other"]).status,
        0,
        "it is not empty"
    );
    let mut bytes = std::fs::read(desk.path("one.db")).expect("a file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(desk.path("one.db"), bytes).expect("a file");
    let refused = desk.run(&["restore", "one.db", "--data", "third"]);
    assert!(
        refused.status != 0 && refused.talk.contains("checksum"),
        "{}",
        refused.talk
    );
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
fn settings_come_from_the_file_and_what_is_given_on_top() {
    let desk = Desk::new();
    desk.write(
        "airbridge.toml",
        "listen = \"127.0.0.1:9000\"\nstore = \"postgres://ab:secret@db/ab\"\n",
    );
    let shown = desk.done(&["config", "check", "--config", "airbridge.toml"]);
    assert!(
        shown.out.contains("127.0.0.1:9000") && !shown.out.contains("secret"),
        "{}",
        shown.out
    );
    let given = desk.done(&[
        "config",
        "check",
        "--config",
        "airbridge.toml",
        "--store",
        "sqlite:x.db",
    ]);
    assert!(given.out.contains("sqlite:x.db"), "{}", given.out);
    desk.write("airbridge.toml", "listne = \"127.0.0.1:9000\"\n");
    let wrong = desk.run(&["config", "check", "--config", "airbridge.toml"]);
    assert!(wrong.status == 2 && wrong.talk.contains("listne"), "{}", wrong.talk);
}

#[test]
fn what_was_answered_is_there_after_a_kill() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    let log_in = format!(
        "{{\"login\":\"ada\",\"password\":\"{}\",\"machine\":true}}",
        PASSWORD.trim()
    );
    let serve = ["serve", "--listen", "127.0.0.1:0", "--workers", "0"];
    let mut opened = Vec::new();
    for round in 0..3 {
        let server = Server::start(&mut desk.command(&serve));
        assert!(server.ask("GET", "/healthz", &[], "").starts_with("HTTP/1.1 200"));
        let answer = server.ask("POST", "/api/v1/session", &[], &log_in);
        let token = answer
            .split("\"token\":\"")
            .nth(1)
            .expect("logged in")
            .split('"')
            .next()
            .expect("a token")
            .to_owned();
        let bearer = format!("Bearer {token}");
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
