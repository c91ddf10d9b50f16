//! A server of its own for a test, and accounts in its record.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::run::{Desk, Run};

pub(crate) const PASSWORD: &str = "seven grey herons at dawn\n";

pub(crate) fn fed(desk: &Desk, arguments: &[&str], input: &str) -> Run {
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

pub(crate) fn add(desk: &Desk, login: &str, role: &str, password: &str) -> Run {
    fed(
        desk,
        &["user", "add", login, "--organisation", "ministry", "--role", role],
        password,
    )
}

/// A server that ends with the test.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// Where metrics are, if it has said so.
    pub(crate) metrics: Option<String>,
}

impl Server {
    pub(crate) fn start(command: &mut Command) -> Self {
        command.stderr(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let mut talk = BufReader::new(child.stderr.take().expect("piped"));
        let mut line = String::new();
        let mut metrics = None;
        while !line.contains("listening on http://") {
            line.clear();
            assert!(
                talk.read_line(&mut line).expect("it talks") > 0,
                "it ended before it listened"
            );
            if let Some((_, place)) = line.trim().split_once("metrics on http://") {
                metrics = Some(place.trim_end_matches("/metrics").to_owned());
            }
        }
        let address = line.trim().rsplit('/').next().expect("an address").to_owned();
        // Whoever talks on is listened to, or the pipe fills.
        std::thread::spawn(move || std::io::copy(&mut talk, &mut std::io::sink()));
        Self {
            child,
            address,
            metrics,
        }
    }

    /// The whole answer to a request.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
        self.ask_at(&self.address, method, path, headers, body)
    }

    /// What the metrics say.
    pub(crate) fn measured(&self) -> String {
        let place = self.metrics.as_ref().expect("it has said where");
        self.ask_at(place, "GET", "/metrics", &[], "")
    }

    /// Logs in: the header that says so.
    pub(crate) fn bearer(&self, login: &str, password: &str) -> String {
        let body = format!(
            "{{\"login\":\"{login}\",\"password\":\"{}\",\"machine\":true}}",
            password.trim()
        );
        let answer = self.ask("POST", "/api/v1/session", &[], &body);
        let token = answer
            .split("\"token\":\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        format!("Bearer {}", token.unwrap_or_else(|| panic!("{answer}")))
    }

    fn ask_at(&self, place: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
        let mut stream = TcpStream::connect(place).expect("it listens");
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n",
            self.address
        );
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
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
