//! P18: each field holds a mark of its own, and no answer of any kind shows a mark to a role whose row of `fields.csv` does not show its group.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use airbridge_desk::{Desk, Somebody, flight, outline, start};
use airbridge_disclosure::Role;
use airbridge_events::{Command, Flight, OfferCommand, Outline, PlanCommand, Row, Way};
use axum::body::Body;
use axum::http::Request;
use futures_util::StreamExt as _;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use Role::{
    Administrator, AirliftPlanner, Auditor, Crew, DutyOfficer, FlightSurgeon, Operator, ReceivingHospital,
    ReferringClinician, RegulatingOfficer, RequestingAuthority,
};

/// The reviewed table itself, read here without the code that reads it there.
const FIELDS: &str = include_str!("../../../airbridge-disclosure/data/fields.csv");

/// Columns of a request: name, mark, group. Each mark is sound for its column, and nowhere else in the record.
const COLUMNS: [(&str, &str, &str); 12] = [
    ("clinical_notes", "Mark-notes", "clinical"),
    ("diagnosis", "Mark-diagnosis", "clinical-summary"),
    ("weight_kg", "71.37", "planning"),
    ("oxygen_l_per_min", "3.79", "planning"),
    ("cabin_limit_ft", "14987", "planning"),
    ("max_flight_minutes", "91237", "planning"),
    ("max_transit_minutes", "922391", "planning"),
    ("languages", "x-markpatient", "planning"),
    ("origin", "Mark-origin", "origin"),
    ("destination", "Mark-destination", "destination"),
    ("ready_at", "2017-01-31T06:07:08Z", "administrative"),
    ("latest_useful_at", "2017-02-06T05:04:03Z", "administrative"),
];

/// Fields of an identity.
const IDENTITY: [(&str, &str, &str); 6] = [
    ("family_name", "Mark-family", "identity"),
    ("given_name", "Mark-given", "identity"),
    ("date_of_birth", "1931-03-17", "identity"),
    ("document", "Mark-document", "identity"),
    ("nationality", "Mark-nationality", "identity"),
    ("contact", "Mark-contact", "contact"),
];

/// What is said along with the steps of a request, and goes no further than the log.
const SAID: [&str; 9] = [
    "Mark-basis",
    "Mark-criteria",
    "Mark-remark",
    "Mark-identifier",
    "Mark-signatory",
    "Mark-condition",
    "Mark-papers",
    "Mark-withdrawal",
    "Mark-password-0123456789",
];

/// What is no patient's: mark, and the roles that see it.
const OTHERS: [(&str, &[Role]); 7] = [
    ("Mark-offer", &[RegulatingOfficer, AirliftPlanner, DutyOfficer, Auditor]),
    ("Mark-aircraft", &MISSIONS),
    ("Mark-airfield", &MISSIONS),
    ("Mark-login", &[Auditor, Administrator]),
    ("Mark-suspension", &[Auditor, Administrator]),
    (
        "Mark-organisation",
        &[RegulatingOfficer, AirliftPlanner, DutyOfficer, Auditor, Administrator],
    ),
    ("Mark-purpose", &[Auditor]),
];

/// Those who read the mission, the crew and the operator too, since it is theirs.
const MISSIONS: [Role; 7] = [
    RegulatingOfficer,
    FlightSurgeon,
    AirliftPlanner,
    DutyOfficer,
    Auditor,
    Crew,
    Operator,
];

/// Those who read a request in each phase, and their phases.
const READERS: [Role; 8] = [
    ReferringClinician,
    RequestingAuthority,
    RegulatingOfficer,
    FlightSurgeon,
    AirliftPlanner,
    DutyOfficer,
    ReceivingHospital,
    Auditor,
];

const REQUEST: &str = "SYN-MARKED";

/// The groups that a role sees in a phase.
fn sees(role: Role, phase: &str) -> BTreeSet<&'static str> {
    let row = FIELDS
        .lines()
        .find(|line| line.starts_with(&format!("{role},{phase},")));
    let row = row.unwrap_or_else(|| panic!("{role} in {phase} has a row"));
    row.split(',').nth(2).expect("a column").split(' ').collect()
}

async fn prepared() -> Desk {
    let desk = Desk::imported().await;
    desk.seat("elsewhere clinician", ReferringClinician, "elsewhere").await;
    let cells = COLUMNS
        .iter()
        .map(|(column, mark, _)| ((*column).to_owned(), (*mark).to_owned()));
    let mut row: BTreeMap<String, String> = cells.collect();
    for (column, text) in [
        ("precedence_scheme", "UK-STANAG3204"),
        ("precedence_code", "P2"),
        ("specialty", "general-surgery"),
        ("mobility", "litter"),
    ] {
        row.insert(column.to_owned(), text.to_owned());
    }
    let create = airbridge_events::RequestCommand::Create {
        operation: "op".into(),
        organisation: "origin".into(),
        row: Row(row),
        return_of: None,
        seen: Vec::new(),
    };
    machine(&desk, Command::Request(REQUEST.into(), create)).await;
    let identity: BTreeMap<&str, &str> = IDENTITY.iter().map(|(field, mark, _)| (*field, *mark)).collect();
    let clinician = desk.somebody(ReferringClinician);
    let path = format!("/api/v1/requests/{REQUEST}/identity");
    let written = desk.ask(
        Some(clinician),
        ("PUT", &path),
        Some(json!(identity)),
        &[("x-purpose", "Mark-purpose")],
    );
    assert_eq!(written.await.status.as_u16(), 204);
    let make = OfferCommand::Make {
        operation: "op".into(),
        organisation: "elsewhere".into(),
        row: Row::from([
            ("facility", "CLINIC"),
            ("specialty", "burns"),
            ("beds", "1"),
            ("conditions", "Mark-offer"),
        ]),
    };
    machine(&desk, Command::Offer("other-offer".into(), make)).await;
    let make = OfferCommand::Make {
        operation: "op".into(),
        organisation: "burdenko".into(),
        row: Row::from([
            ("facility", "BURDENKO"),
            ("specialty", "general-surgery"),
            ("beds", "1"),
        ]),
    };
    machine(&desk, Command::Offer("marked-offer".into(), make)).await;
    let admin = desk.somebody(Administrator);
    let describe = json!({"name": "Mark-organisation"});
    let put = ("PUT", "/api/v1/organisations/mark");
    assert_eq!(
        desk.ask(Some(admin), put, Some(describe), &[]).await.status.as_u16(),
        200
    );
    let open =
        json!({"organisation": "mark", "login": "Mark-login", "roles": [], "password": "Mark-password-0123456789"});
    let opened = desk.post(Administrator, "/api/v1/accounts", open, &[]).await;
    assert_eq!(opened.status.as_u16(), 201, "{}", opened.text());
    let suspend = format!("{}/suspend", opened.header("location"));
    let tag = opened.header("etag").to_owned();
    let why = json!({"reason": "Mark-suspension"});
    let suspended = desk.post(Administrator, &suspend, why, &[("if-match", &tag)]).await;
    assert_eq!(suspended.status.as_u16(), 200, "{}", suspended.text());
    desk
}

async fn machine(desk: &Desk, command: Command) {
    desk.app
        .as_machine(&command)
        .await
        .expect("as things stand it can be done");
}

/// A step of the marked request, by the interface.
async fn step(desk: &Desk, role: Role, step: &str, body: Value) {
    let version = desk.app.see(|record| record.requests[&REQUEST.into()].version);
    let path = format!("/api/v1/requests/{REQUEST}/{step}");
    let reply = desk
        .post(role, &path, body, &[("if-match", &format!("\"{version}\""))])
        .await;
    assert!(reply.status.is_success(), "{step}: {}", reply.text());
}

/// A plan that moves the marked request, adopted.
async fn planned(desk: &Desk) {
    let at = start() + SignedDuration::from_hours(6);
    let flight = Flight {
        aircraft: "Mark-aircraft".to_owned(),
        ..flight("MARKED", "HLLB", "Mark-airfield", at)
    };
    let outline = Outline {
        ways: vec![Way {
            request: REQUEST.into(),
            offer: "marked-offer".into(),
            arrives_at: "2017-02-01T03:02:01Z".parse().expect("an instant"),
            missions: vec!["MARKED".to_owned()],
        }],
        ..outline("op".into(), vec![flight])
    };
    machine(
        desk,
        Command::Plan("marked-plan".into(), PlanCommand::Propose(Box::new(outline))),
    )
    .await;
    let adopt = PlanCommand::Adopt {
        missions: None,
        blob: "0".repeat(64),
    };
    machine(desk, Command::Plan("marked-plan".into(), adopt)).await;
    let crew = desk.somebody(Crew).id.clone();
    let assign = airbridge_events::MissionCommand::Assign(vec![crew]);
    machine(desk, Command::Mission("op.MARKED".into(), assign)).await;
}

/// Everything that is answered to somebody, whatever they ask; the audit, which only grows, when all is over.
async fn answers(desk: &Desk, who: &Somebody, marks: &[&str], is_over: bool) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let singles = [
        "operations/op",
        "operations/op/export",
        "offers/other-offer",
        "offers/marked-offer",
        "missions/op.MARKED",
        "plans/marked-plan",
        "plans/marked-plan/file",
        "organisations/mark",
        "self",
    ];
    let of_request = ["", "/history", "/identity"].map(|what| format!("requests/{REQUEST}{what}"));
    let lists = [
        "requests",
        "operations",
        "offers",
        "clearances",
        "missions",
        "plans",
        "jobs",
        "accounts",
        "organisations",
        "needs",
        "worklist",
        "audit",
        "audit/verify",
    ];
    let lists = lists.into_iter().filter(|list| !list.starts_with("audit") || is_over);
    let lists = lists.map(|list| match list {
        "audit/verify" => list.to_owned(),
        _ => format!("{list}?limit=100"),
    });
    let paths = singles
        .iter()
        .map(|path| (*path).to_owned())
        .chain(of_request)
        .chain(lists);
    for path in paths {
        let mut next = Some(format!("/api/v1/{path}"));
        while let Some(path) = next.take() {
            let reply = desk.ask(Some(who), ("GET", &path), None, &[]).await;
            let (headers, bytes) = (format!("{:?}", reply.headers), unpacked(&reply.bytes));
            next = reply.headers.get("link").map(|link| {
                let link = link.to_str().expect("text");
                link.split(['<', '>']).nth(1).expect("an address").to_owned()
            });
            all.push((path, format!("{} {headers} {bytes}", reply.status)));
        }
    }
    // What is looked for is found only where it is shown.
    for mark in marks {
        let search = json!({"text": mark});
        let reply = desk
            .ask(Some(who), ("POST", "/api/v1/requests/search"), Some(search), &[])
            .await;
        let found =
            reply.status.is_success() && reply.json()["items"].as_array().is_some_and(|items| !items.is_empty());
        if found {
            all.push((format!("search for {mark}"), (*mark).to_owned()));
        }
    }
    all.extend(errors(desk, who).await);
    all.push(("stream".to_owned(), told(desk, who).await));
    all
}

/// What is refused, with the reasons that are given.
async fn errors(desk: &Desk, who: &Somebody) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let columns: Vec<&str> = COLUMNS.iter().map(|(column, _, _)| *column).collect();
    // With one that there is not: nothing of it is written.
    let columns = columns.into_iter().chain(["surname"]);
    let row: BTreeMap<&str, &str> = columns.map(|column| (column, "x")).collect();
    let offer = json!({"offer": "marked-offer", "until": "2017-02-02T06:00:00Z"});
    let two = json!({"mission": "op.MARKED", "identifiers": "one"});
    let tries = [
        ("PATCH", format!("requests/{REQUEST}"), json!({"row": row})),
        ("POST", "operations/op/requests".to_owned(), json!({"row": row})),
        ("POST", format!("requests/{REQUEST}/assess"), json!({"row": row})),
        ("POST", format!("requests/{REQUEST}/offer"), offer),
        ("POST", format!("requests/{REQUEST}/accept"), json!({})),
        ("POST", format!("requests/{REQUEST}/enplane"), two),
        ("POST", format!("requests/{REQUEST}/close"), json!({})),
        (
            "POST",
            format!("requests/{REQUEST}/return-home"),
            json!({"row": {"surname": "x"}}),
        ),
        ("POST", format!("requests/{REQUEST}/endorse"), json!({"colour": "red"})),
        (
            "POST",
            "operations/op/events".to_owned(),
            json!({"at": "x", "kind": "patient-withdrawn", "patient": REQUEST}),
        ),
    ];
    for (method, path, body) in tries {
        let path = format!("/api/v1/{path}");
        let reply = desk
            .ask(Some(who), (method, &path), Some(body), &[("if-match", "\"999\"")])
            .await;
        assert!(!reply.status.is_success(), "{method} {path}: {}", reply.text());
        all.push((
            format!("{method} {path}"),
            format!("{:?} {}", reply.headers, reply.text()),
        ));
    }
    all
}

async fn told(desk: &Desk, who: &Somebody) -> String {
    let request = Request::get("/api/v1/stream")
        .header("authorization", format!("Bearer {}", who.token))
        .header("last-event-id", "0")
        .body(Body::empty())
        .expect("a request");
    let response = desk.router.clone().oneshot(request).await.expect("it always answers");
    let mut chunks = response.into_body().into_data_stream();
    let (mut all, mut beats) = (String::new(), 0);
    let last = last_told(desk, who);
    // Until what comes last for those who are told of the patient or the mission; for others, as long as it takes to tell them nothing.
    while last.as_ref().map_or(beats < 2, |last| !all.contains(last)) {
        let Some(chunk) = chunks.next().await else { break };
        let text = String::from_utf8_lossy(&chunk.expect("no error")).into_owned();
        beats += usize::from(text.starts_with(':'));
        assert!(beats < 200, "{} is not told {last:?}: {all}", who.role);
        all.push_str(&text);
    }
    all
}

fn last_told(desk: &Desk, who: &Somebody) -> Option<String> {
    let is_reader = READERS.contains(&who.role) && who.organisation != "elsewhere";
    desk.app.see(|record| {
        if is_reader {
            let version = record.requests[&REQUEST.into()].version;
            return Some(format!("id: request/{REQUEST}@{version}\n"));
        }
        let mission = record.missions.get(&"op.MARKED".into())?;
        let version = mission.version;
        // A crew loses sight of its mission some time after its end.
        let is_theirs = who.role == Operator || who.role == Crew && !mission.is_over();
        is_theirs.then(|| format!("id: mission/op.MARKED@{version}\n"))
    })
}

/// A body as text; of a workbook, everything that is in it.
fn unpacked(bytes: &[u8]) -> String {
    if !bytes.starts_with(b"PK") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook is a zip");
    let mut all = String::new();
    for number in 0..book.len() {
        let mut part = book.by_index(number).expect("a part");
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("it unpacks");
        all.push_str(&String::from_utf8_lossy(&text));
    }
    all
}

/// The marks of patients, with their groups.
fn of_patients() -> impl Iterator<Item = (&'static str, &'static str)> {
    COLUMNS.iter().chain(&IDENTITY).map(|(_, mark, group)| (*mark, *group))
}

/// Looks at everything as everybody, in one phase; crews, who have phases of their own, in another.
async fn looked(desk: &Desk, phase: &str, crew: &str, wrong: &mut Vec<String>) {
    let marks: Vec<&str> = of_patients().map(|(mark, _)| mark).collect();
    for role in Role::ALL {
        let who = desk.somebody(*role).clone();
        let all = answers(desk, &who, &marks, crew == "expired").await;
        let groups = sees(*role, if *role == Crew { crew } else { phase });
        wrong.extend(
            leaks(&all, *role, &groups)
                .into_iter()
                .map(|leak| format!("{phase}: {leak}")),
        );
        for (mark, roles) in OTHERS {
            if roles.contains(role) {
                continue;
            }
            let place = all.iter().find(|(_, text)| text.contains(mark));
            wrong.extend(place.map(|(place, _)| format!("{phase}: {role} sees {mark} in {place}")));
        }
        for mark in SAID {
            let place = all.iter().find(|(_, text)| text.contains(mark));
            wrong.extend(place.map(|(place, _)| format!("{phase}: {role} sees {mark} in {place}")));
        }
        // And what may be seen is: else nothing would be proven.
        if READERS.contains(role) {
            let read = format!("/api/v1/requests/{REQUEST}");
            let (_, text) = all.iter().find(|(path, _)| *path == read).expect("it was asked");
            for (column, mark, group) in COLUMNS {
                if groups.contains(group) && !text.contains(mark) {
                    wrong.push(format!("{phase}: {role} does not see {column}: {text}"));
                }
            }
        }
    }
}

fn leaks(all: &[(String, String)], role: Role, groups: &BTreeSet<&str>) -> Vec<String> {
    let mut leaks = Vec::new();
    for (mark, group) in of_patients().filter(|(_, group)| !groups.contains(group)) {
        let places = all.iter().filter(|(_, text)| text.contains(mark));
        leaks.extend(places.map(|(place, _)| format!("{role} sees {mark}, which is {group}, in {place}")));
    }
    leaks
}

#[tokio::test]
async fn marks_are_shown_to_nobody_but_those_who_may_see_them() {
    let desk = prepared().await;
    let mut wrong = Vec::new();
    step(&desk, ReferringClinician, "submit", json!({"basis": "Mark-basis"})).await;
    step(
        &desk,
        RequestingAuthority,
        "endorse",
        json!({"criteria": "Mark-criteria"}),
    )
    .await;
    let fit = json!({"conditions": "none", "valid_until": "2017-02-07T00:00:00Z"});
    step(&desk, FlightSurgeon, "clear", fit).await;
    let ask = json!({"offer": "marked-offer", "until": "2017-02-02T06:00:00Z"});
    step(&desk, RegulatingOfficer, "offer", ask.clone()).await;
    let no = json!({"reason": "other", "note": "Mark-remark"});
    step(&desk, ReceivingHospital, "decline", no).await;
    step(&desk, RegulatingOfficer, "offer", ask).await;
    looked(&desk, "before-acceptance", "before-acceptance", &mut wrong).await;
    step(&desk, ReceivingHospital, "accept", json!({})).await;
    planned(&desk).await;
    looked(&desk, "accepted", "accepted", &mut wrong).await;
    step(&desk, DutyOfficer, "manifest", json!({})).await;
    let two = json!({"identifiers": "pseudonym, Mark-identifier"});
    step(&desk, Crew, "collect", two).await;
    looked(&desk, "on-mission", "on-mission", &mut wrong).await;
    let there = json!({"facility": "BURDENKO", "identifiers": "pseudonym, Mark-identifier"});
    step(&desk, Crew, "deliver", there).await;
    let signed = json!({"signatory": "Mark-signatory", "condition": "Mark-condition", "documents": "Mark-papers"});
    step(&desk, ReceivingHospital, "hand-over", signed).await;
    let cancel = airbridge_events::MissionCommand::Cancel("over".to_owned());
    machine(&desk, Command::Mission("op.MARKED".into(), cancel)).await;
    desk.given.set(start() + SignedDuration::from_hours(73));
    looked(&desk, "accepted", "expired", &mut wrong).await;
    // The way home is a request of its own: its id is told to those alone who may read it.
    let home = format!("/api/v1/requests/{REQUEST}/return-home");
    let home = desk
        .post(
            RegulatingOfficer,
            &home,
            json!({"row": {"ready_at": "2017-02-05T06:00Z"}}),
            &[],
        )
        .await;
    let home = home.json()["id"].as_str().expect("an id").to_owned();
    for role in Role::ALL {
        let reads = desk
            .get(*role, &format!("/api/v1/requests/{home}"))
            .await
            .status
            .is_success();
        let told = desk
            .get(*role, &format!("/api/v1/requests/{REQUEST}"))
            .await
            .text()
            .contains(&home);
        let is_reader = READERS.contains(role) && sees(*role, "accepted").contains("administrative");
        assert_eq!(told, reads && is_reader, "{role}");
    }
    assert!(wrong.is_empty(), "{} marks:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn marks_in_an_emergency_are_those_of_the_emergency() {
    let desk = prepared().await;
    let who = Somebody {
        id: "account-elsewhere-clinician".into(),
        role: ReferringClinician,
        organisation: "elsewhere".to_owned(),
        token: "token-account-elsewhere-clinician".to_owned(),
    };
    let marks: Vec<&str> = of_patients().map(|(mark, _)| mark).collect();
    let none = leaks(&answers(&desk, &who, &marks, true).await, who.role, &BTreeSet::new());
    assert!(none.is_empty(), "{none:?}");
    let open = json!({"request": REQUEST, "reason": "synthetic", "until": "2017-01-31T12:00:00Z"});
    let opened = desk
        .ask(Some(&who), ("POST", "/api/v1/emergencies"), Some(open), &[])
        .await;
    assert_eq!(opened.status.as_u16(), 200, "{}", opened.text());
    let groups = sees(ReferringClinician, "emergency");
    let all = answers(&desk, &who, &marks, true).await;
    let wrong = leaks(&all, who.role, &groups);
    assert!(wrong.is_empty(), "{wrong:?}");
    for (mark, group) in of_patients() {
        let is_seen = all.iter().any(|(_, text)| text.contains(mark));
        assert_eq!(is_seen, groups.contains(group), "{mark}, which is {group}");
    }
}
