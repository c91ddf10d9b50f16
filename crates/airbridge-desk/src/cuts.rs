//! Clients that hang up on a server, and repeat what they asked: each act happens once.
//!
//! Comes in: the address of a server with an operation `op` under way, and sessions. Each act is sent over a connection that is closed when half of the
//! request has gone, before the answer, or within it; then it is sent again by the same key until it is answered, and once more. At the end what is there
//! is counted.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::wire::{Client, bearer, bytes};

/// Where a client hangs up.
const CUTS: [Cut; 3] = [Cut::HalfSent, Cut::Unanswered, Cut::HalfAnswered];

/// What is asked, in turn.
const KINDS: [Kind; 8] = [
    Kind::BeginRequest,
    Kind::Submit,
    Kind::MakeOffer,
    Kind::AskHospital,
    Kind::ReportEvent,
    Kind::OrderJob,
    Kind::StopJob,
    Kind::AskPermission,
];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Cut {
    HalfSent,
    Unanswered,
    HalfAnswered,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    BeginRequest,
    Submit,
    MakeOffer,
    AskHospital,
    ReportEvent,
    OrderJob,
    StopJob,
    AskPermission,
}

/// A server, and tokens of sessions by role.
pub struct Server<'s> {
    /// Where it listens.
    pub address: &'s str,
    /// Of a referring clinician at the facility `BMC`.
    pub clinician: &'s str,
    /// Of an airlift planner.
    pub planner: &'s str,
    /// Of a regulating officer.
    pub regulating: &'s str,
    /// Of a hospital.
    pub hospital: &'s str,
    /// Of a requesting authority.
    pub authority: &'s str,
    /// Of a flight surgeon.
    pub surgeon: &'s str,
    /// An instant that is still ahead: until when the patient is cleared, and the hospital may answer.
    pub until: String,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Figures {
    /// Acts by kind.
    by_kind: BTreeMap<Kind, usize>,
    /// Acts by where the connection was cut.
    by_cut: BTreeMap<Cut, usize>,
    /// Repetitions.
    repeated: usize,
    /// What was not as it should be.
    pub breaches: Vec<String>,
}

impl Figures {
    /// How many acts there were.
    pub fn acts(&self) -> usize {
        self.by_kind.values().sum()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (acts, broken) = (self.acts(), self.breaches.len());
        writeln!(
            f,
            "{acts} acts cut and repeated {} times, {broken} not once",
            self.repeated
        )?;
        for (kind, count) in &self.by_kind {
            writeln!(f, "  {count:5} {kind:?}")?;
        }
        for (cut, count) in &self.by_cut {
            writeln!(f, "  {count:5} cut {cut:?}")?;
        }
        for breach in &self.breaches {
            writeln!(f, "breach: {breach}")?;
        }
        Ok(())
    }
}

/// Has so many acts cut and repeated, and counts what they have done.
///
/// # Errors
///
/// The server does not answer what is not cut. What was done twice or not at all is in the figures.
pub fn run(server: &Server<'_>, count: usize) -> Result<Figures> {
    let mut client = Client::new(server.address);
    let (cleared, offer) = (cleared(&mut client, server)?, offer(&mut client, server)?);
    let mut run = Run {
        server,
        client,
        figures: Figures::default(),
        cleared,
        offer,
        jobs: Vec::new(),
    };
    let events = run.events()?;
    for number in 0..count {
        let (kind, cut) = (KINDS[number % KINDS.len()], CUTS[number / KINDS.len() % CUTS.len()]);
        run.act(kind, cut, number)
            .with_context(|| format!("{kind:?} {number}"))?;
        *run.figures.by_kind.entry(kind).or_default() += 1;
        *run.figures.by_cut.entry(cut).or_default() += 1;
    }
    let reported = run.figures.by_kind.get(&Kind::ReportEvent).copied().unwrap_or(0);
    let there = run.events()? - events;
    run.expect(there == reported, || format!("{there} of {reported} events are there"));
    run.counted(
        Kind::BeginRequest,
        server.clinician,
        "/api/v1/requests",
        "/row/clinical_notes",
    )?;
    run.counted(Kind::MakeOffer, server.hospital, "/api/v1/offers", "/row/conditions")?;
    run.counted(
        Kind::AskPermission,
        server.planner,
        "/api/v1/clearances",
        "/row/aircraft",
    )?;
    run.counted(Kind::OrderJob, server.planner, "/api/v1/jobs", "/seed")?;
    Ok(run.figures)
}

struct Run<'r> {
    server: &'r Server<'r>,
    client: Client,
    figures: Figures,
    /// A request that is cleared and not offered, with its version.
    cleared: (String, u64),
    /// An offer with a free bed for it.
    offer: String,
    jobs: Vec<String>,
}

impl Run<'_> {
    fn expect(&mut self, holds: bool, breach: impl FnOnce() -> String) {
        if !holds {
            self.figures.breaches.push(breach());
        }
    }

    fn act(&mut self, kind: Kind, cut: Cut, number: usize) -> Result<()> {
        let mark = mark(kind, number);
        let server = self.server;
        match kind {
            Kind::BeginRequest => {
                let body = json!({"row": row(&mark)});
                self.cut(
                    (server.clinician, "/api/v1/operations/op/requests"),
                    &body,
                    None,
                    (cut, number),
                )?;
            }
            Kind::Submit => {
                let path = self.draft(&mark)?;
                let (to, body) = (format!("{path}/submit"), json!({"basis": "consent"}));
                self.cut((server.clinician, &to), &body, Some(1), (cut, number))?;
                self.facts(&path, server.clinician, &["request-created", "request-submitted"])?;
            }
            Kind::MakeOffer => {
                let body = json!({"row": beds(&mark)});
                self.cut(
                    (server.hospital, "/api/v1/operations/op/offers"),
                    &body,
                    None,
                    (cut, number),
                )?;
            }
            Kind::AskHospital => self.ask_hospital((cut, number))?,
            Kind::ReportEvent => {
                let body =
                    json!({"at": "2017-01-31T06:00:00Z", "kind": "aircraft-out", "aircraft": "RA-SYN1", "note": mark});
                self.cut(
                    (server.planner, "/api/v1/operations/op/events"),
                    &body,
                    None,
                    (cut, number),
                )?;
            }
            Kind::OrderJob => {
                let body = json!({"kind": "replan", "work": 1, "seed": seed(number)});
                let to = (server.planner, "/api/v1/operations/op/jobs");
                let reply = self.cut(to, &body, None, (cut, number))?;
                let id = reply.json()?["id"].as_str().map(str::to_owned);
                self.jobs.push(id.context("a job has an id")?);
            }
            Kind::StopJob => {
                let job = self.jobs.pop().context("one was ordered just before")?;
                let to = format!("/api/v1/jobs/{job}/cancel");
                self.cut((server.planner, &to), &json!({}), None, (cut, number))?;
                let read = format!("/api/v1/jobs/{job}");
                let now = self.client.get(server.planner, &read)?.good()?.json()?;
                self.expect(now["state"] == "cancelled", || format!("{job} is {}", now["state"]));
            }
            Kind::AskPermission => {
                let body = json!({"row": {
                    "state": "EG", "kind": "overfly", "operator": "RU-RESCUE", "aircraft": mark, "status": "requested",
                }});
                self.cut(
                    (server.planner, "/api/v1/operations/op/clearances"),
                    &body,
                    None,
                    (cut, number),
                )?;
            }
        }
        Ok(())
    }

    /// A hospital is asked, and the question is taken back: so the next time finds the request as this one did.
    fn ask_hospital(&mut self, (cut, number): (Cut, usize)) -> Result<()> {
        let server = self.server;
        let path = format!("/api/v1/requests/{}", self.cleared.0);
        let body = json!({"offer": self.offer, "until": server.until});
        let before = self.cleared.1;
        let reply = self.cut(
            (server.regulating, &format!("{path}/offer")),
            &body,
            Some(before),
            (cut, number),
        )?;
        self.expect(reply.etag == Some(format!("\"{}\"", before + 1)), || {
            format!("asked in {before}, and now {:?}", reply.etag)
        });
        let offer = self
            .client
            .get(server.regulating, &format!("/api/v1/offers/{}", self.offer))?;
        let offer = offer.good()?.json()?;
        let held = offer["held"].as_object().map_or(0, serde_json::Map::len);
        self.expect(held == 1, || format!("{held} beds are held"));
        let (tag, reason) = (format!("\"{}\"", before + 1), json!({"reason": "synthetic"}));
        let to = format!("{path}/unplace");
        self.client
            .send(server.regulating, ("POST", &to), &reason, &[("if-match", &tag)])?
            .good()?;
        self.cleared.1 = before + 2;
        Ok(())
    }

    fn draft(&mut self, mark: &str) -> Result<String> {
        let (to, body) = (("POST", "/api/v1/operations/op/requests"), json!({"row": row(mark)}));
        let reply = self.client.send(self.server.clinician, to, &body, &[])?.good()?;
        reply.location.context("it is somewhere")
    }

    fn facts(&mut self, path: &str, token: &str, expected: &[&str]) -> Result<()> {
        let history = self.client.get(token, &format!("{path}/history"))?.good()?.json()?;
        let facts = history["facts"].as_array().into_iter().flatten();
        let kinds: Vec<&str> = facts.filter_map(|fact| fact["kind"].as_str()).collect();
        self.expect(kinds == expected, || format!("{path}: {kinds:?}"));
        Ok(())
    }

    fn events(&mut self) -> Result<usize> {
        let operation = self.client.get(self.server.planner, "/api/v1/operations/op")?;
        let events = operation.good()?.json()?["events"].as_u64();
        Ok(events.context("it says how many")? as usize)
    }

    /// Each mark of a kind is in a list once.
    fn counted(&mut self, kind: Kind, token: &str, list: &str, pointer: &str) -> Result<()> {
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for item in self.client.pages(token, list)? {
            let text = match item.pointer(pointer) {
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                None => continue,
            };
            *found.entry(text).or_default() += 1;
        }
        let acts = self.figures.acts();
        for number in (0..acts).filter(|number| KINDS[number % KINDS.len()] == kind) {
            let mark = if kind == Kind::OrderJob {
                seed(number).to_string()
            } else {
                mark(kind, number)
            };
            let times = found.get(&mark).copied().unwrap_or(0);
            self.expect(times == 1, || format!("{mark} is in {list} {times} times"));
        }
        Ok(())
    }

    /// Sends a request, hangs up on the way, and repeats it until it is answered, and once more.
    fn cut(
        &mut self,
        (token, path): (&str, &str),
        body: &Value,
        version: Option<u64>,
        (cut, number): (Cut, usize),
    ) -> Result<crate::wire::Reply> {
        let (key, tag) = (format!("cut-{number}"), version.map(|version| format!("\"{version}\"")));
        let bearer = bearer(token);
        let mut headers = vec![
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
            ("idempotency-key", key.as_str()),
        ];
        headers.extend(tag.as_deref().map(|tag| ("if-match", tag)));
        let request = bytes(
            self.server.address,
            ("POST", path),
            &headers,
            body.to_string().as_bytes(),
        );
        hang_up(self.server.address, &request, cut, number)?;
        // Without a pause: the first may still be under way.
        let first = self.client.ask("POST", path, &headers, body.to_string().as_bytes())?;
        let again = self.client.ask("POST", path, &headers, body.to_string().as_bytes())?;
        self.figures.repeated += 2;
        ensure!(first.is_good(), "{path}: {} {}", first.status, first.text());
        self.expect(first == again, || {
            format!(
                "{path}: first {} {}, then {} {}",
                first.status,
                first.text(),
                again.status,
                again.text()
            )
        });
        Ok(first)
    }
}

/// A request that is cleared to fly, with its version.
fn cleared(client: &mut Client, server: &Server<'_>) -> Result<(String, u64)> {
    let (to, body) = (
        ("POST", "/api/v1/operations/op/requests"),
        json!({"row": row("cleared")}),
    );
    let made = client.send(server.clinician, to, &body, &[])?.good()?.json()?;
    let id = made["id"].as_str().context("it has an id")?.to_owned();
    let fit = json!({"conditions": "none", "valid_until": server.until});
    let steps = [
        ("submit", server.clinician, json!({"basis": "consent"})),
        ("endorse", server.authority, json!({"criteria": "met"})),
        ("clear", server.surgeon, fit),
    ];
    let mut version = 1;
    for (step, token, body) in steps {
        let (path, tag) = (format!("/api/v1/requests/{id}/{step}"), format!("\"{version}\""));
        client
            .send(token, ("POST", &path), &body, &[("if-match", &tag)])?
            .good()?;
        version += 1;
    }
    Ok((id, version))
}

/// An offer of one bed.
fn offer(client: &mut Client, server: &Server<'_>) -> Result<String> {
    let body = json!({"row": beds("cuts")});
    let made = client.send(server.hospital, ("POST", "/api/v1/operations/op/offers"), &body, &[])?;
    let id = made.good()?.json()?["id"].as_str().map(str::to_owned);
    id.context("it has an id")
}

fn beds(mark: &str) -> Value {
    json!({
        "facility": "BURDENKO", "specialty": "general-surgery", "beds": "1", "from_on": "2017-01-31", "to_on": "2017-02-07",
        "status": "open", "conditions": mark,
    })
}

/// Sends a request, or half of it, and is gone.
fn hang_up(address: &str, request: &[u8], cut: Cut, number: usize) -> Result<()> {
    let mut stream = TcpStream::connect(address).context("nobody listens")?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(40)))?;
    match cut {
        Cut::HalfSent => {
            let body = request.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(0) + 4;
            // Now within the head, now within the body.
            let half = if number.is_multiple_of(2) {
                body / 2
            } else {
                usize::midpoint(body, request.len())
            };
            stream.write_all(&request[..half])?;
        }
        Cut::Unanswered => {
            stream.write_all(request)?;
            // Now before the server has begun, now in the midst of it.
            let wait = Duration::from_micros([0, 200, 1_000, 3_000][number % 4]);
            let until = Instant::now() + wait;
            while Instant::now() < until {
                std::hint::spin_loop();
            }
        }
        Cut::HalfAnswered => {
            stream.write_all(request)?;
            let mut beginning = [0; 20];
            stream.read_exact(&mut beginning).context("no answer")?;
        }
    }
    Ok(())
}

/// What a kind of act leaves in the record, by which it is counted.
fn mark(kind: Kind, number: usize) -> String {
    format!("{kind:?}-{number}")
}

fn seed(number: usize) -> u64 {
    1_000_000 + number as u64
}

fn row(mark: &str) -> Value {
    json!({
        "origin": "BMC", "ready_at": "2017-01-31T06:00Z", "precedence_scheme": "UK-STANAG3204", "precedence_code": "P2",
        "specialty": "general-surgery", "clinical_notes": mark,
    })
}
