//! Every route, asked by everybody about everything: the interface answers as the table of roles says.
//!
//! What a thing is for the table is worked out here anew, from the record, and not by the code under test.

use airbridge_api::routes;
use airbridge_desk::{Desk, PASSWORD, Somebody};
use airbridge_disclosure::{Actor, Decision, Operation, Role, Subject, Table, decide};
use airbridge_events::{AccountCommand, Command};
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

/// Media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Ids of what there is.
struct Things {
    /// Own to the origin and the ministry.
    request: String,
    /// Another, which is opened in emergencies.
    opened: String,
    offer: String,
    clearance: String,
    mission: String,
    plan: String,
    job: String,
    account: String,
}

/// What a path names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Which {
    Absent,
    There,
    /// A request of an organisation that nobody here works for.
    Foreign,
}

async fn things(desk: &Desk) -> Things {
    desk.import().await;
    desk.foreign("FOREIGN").await;
    let order = json!({"kind": "plan", "work": 200, "seed": 1});
    let queued = desk
        .post(Role::AirliftPlanner, "/api/v1/operations/op/jobs", order, &[])
        .await;
    assert_eq!(queued.status.as_u16(), 202, "{}", queued.json());
    assert!(desk.app.work_once("worker", 1).await.expect("the store answers"));
    let plans = desk.get(Role::DutyOfficer, "/api/v1/plans").await.json();
    let plan = plans["items"][0]["id"].as_str().expect("a plan").to_owned();
    let adopt = format!("/api/v1/plans/{plan}/adopt");
    let adopted = desk
        .post(Role::DutyOfficer, &adopt, json!({}), &[("if-match", "\"1\"")])
        .await;
    assert_eq!(adopted.status.as_u16(), 200, "{}", adopted.json());
    let target = desk.join("target", Role::InformationOfficer, "ministry").await;
    desk.app.see(|record| {
        let mut requests = record.requests.keys().filter(|id| id.as_str() != "FOREIGN");
        Things {
            request: requests.next().expect("patients").to_string(),
            opened: requests.next().expect("patients").to_string(),
            offer: record.offers.keys().next().expect("offers").to_string(),
            clearance: record
                .clearances
                .keys()
                .next()
                .map_or_else(String::new, ToString::to_string),
            mission: record.missions.keys().next().expect("missions").to_string(),
            plan,
            job: queued.json()["id"].as_str().expect("an id").to_owned(),
            account: target.id.to_string(),
        }
    })
}

/// The path, and the id that stands in it.
fn filled(path: &str, things: &Things, which: Which) -> (String, String) {
    let id = match which {
        Which::Absent => "absent",
        Which::Foreign => "FOREIGN",
        Which::There => match path.split('/').nth(3).expect("a collection") {
            "operations" => "op",
            "requests" => &things.request,
            "offers" => &things.offer,
            "clearances" => &things.clearance,
            "missions" => &things.mission,
            "plans" => &things.plan,
            "jobs" => &things.job,
            "accounts" => &things.account,
            "organisations" => "burdenko",
            _ => "",
        },
    };
    let path = path
        .replace("{id}", id)
        .replace("{op}", id)
        .replace("/import", "/import?basis=b");
    (path, id.to_owned())
}

/// What the path is about, for the table of roles.
fn subject(
    desk: &Desk,
    who: &Somebody,
    (method, path, operation): (&str, &str, Operation),
    id: &str,
) -> Option<Subject> {
    let own = || Some(Subject::owned_by([who.organisation.as_str()]));
    let mine = || Some(Subject::default().of_account(who.id.as_str()));
    match operation {
        Operation::RequestCreate | Operation::OfferCreate | Operation::ClearanceCreate | Operation::OperationCreate => {
            return own();
        }
        // A new one is the importer's; one that stands is the authority's.
        Operation::OperationImport if method == "POST" => return own(),
        Operation::SelfRead
        | Operation::SelfPassword
        | Operation::SelfSecondFactor
        | Operation::SessionDelete
        | Operation::TokenCreate => {
            return mine();
        }
        // There is no token of that id.
        Operation::TokenRevoke => return None,
        Operation::EmergencyOpen | Operation::WorklistRead | Operation::StreamRead => return mine(),
        Operation::AccountCreate
        | Operation::AuditRead
        | Operation::AuditVerify
        | Operation::SessionCreate
        | Operation::AggregateRead => {
            return Some(Subject::default());
        }
        // Whose the bed is that the patient is to take up.
        Operation::OfferAccept | Operation::OfferDecline => {
            return desk.app.see(|record| {
                let bed = record.requests.get(&id.into())?.bed()?;
                Some(Subject::owned_by([record.offers.get(bed)?.organisation.as_str()]))
            });
        }
        Operation::OrganisationCreate => return Some(Subject::owned_by([id])),
        _ => {}
    }
    assert!(path.contains('{'), "{method} {path} is a list");
    let (things, id) = (path.split('/').nth(3).expect("a collection"), id.to_owned());
    desk.app.see(|record| match things {
        "requests" => {
            let request = record.requests.get(&id.as_str().into())?;
            let mut subject = Subject::owned_by([request.organisation.as_str()]);
            subject.name = format!("request/{id}");
            if request.state.word() != "draft" {
                subject.owners.insert("ministry".to_owned());
            }
            if let Some(offer) = request.bed().and_then(|offer| record.offers.get(offer)) {
                subject.offered_to.insert(offer.organisation.to_string());
            }
            Some(subject)
        }
        "offers" => Some(Subject::owned_by([record
            .offers
            .get(&id.as_str().into())?
            .organisation
            .as_str()])),
        "clearances" => Some(Subject::owned_by([record
            .clearances
            .get(&id.as_str().into())?
            .organisation
            .as_str()])),
        "missions" => {
            let operator = &record.missions.get(&id.as_str().into())?.flight.operator;
            Some(Subject::owned_by((operator == "RU-RESCUE").then_some("rescue")))
        }
        "accounts" => {
            let account = record.accounts.get(&id.as_str().into())?;
            Some(Subject::owned_by([account.organisation.as_str()]).of_account(&id))
        }
        "organisations" => record
            .organisations
            .contains_key(&id.as_str().into())
            .then(|| Subject::owned_by([id.as_str()])),
        _ => (id != "absent").then(|| Subject::owned_by(["ministry"])),
    })
}

/// A body that can be read.
fn body(method: &str, path: &str, who: Option<&Somebody>, things: &Things) -> Option<Value> {
    if matches!(method, "GET" | "DELETE") {
        return None;
    }
    let until = "2017-01-31T18:00:00Z";
    let last = path.rsplit('/').next().expect("a part");
    Some(match last {
        "session" => json!({"login": who.map_or("nobody", |who| who.role.word()), "password": PASSWORD}),
        // The old one is right, and the new one too easy: who may is told so, and nothing changes.
        "password" => json!({"old": PASSWORD, "new": "short"}),
        "second-factor" => json!({"password": PASSWORD}),
        "confirm" => json!({"code": "no code"}),
        "invitation" if path.contains("/session/") => json!({"invitation": "none", "password": PASSWORD}),
        "invitation" => json!({}),
        "link" => json!({"issuer": "https://issuer.example", "subject": "s"}),
        "unlink" => json!({"issuer": "https://issuer.example"}),
        "search" => json!({"text": "x"}),
        "submit" => json!({"basis": "b"}),
        "endorse" => json!({"criteria": "c"}),
        "clear" => json!({"conditions": "c", "valid_until": until}),
        "defer" | "unfit" => json!({"until": until, "reason": "r"}),
        "offer" => json!({"offer": things.offer, "until": until}),
        "broadcast" => json!({"offers": [things.offer], "until": until}),
        "accept-outside" => json!({"place": "p"}),
        "decline" => json!({"reason": "other", "note": "n"}),
        "collect" => json!({"identifiers": "i"}),
        "stage" => json!({"facility": "f"}),
        "enplane" => json!({"mission": things.mission, "identifiers": "i"}),
        "deplane" | "land" => json!({"airfield": "a"}),
        "deliver" => json!({"facility": "f", "identifiers": "i"}),
        "hand-over" => json!({"signatory": "s", "condition": "c", "documents": "d"}),
        "identity" => json!({"family_name": "Synthetic"}),
        "grant" => json!({"number": "1"}),
        "assign" => json!({"accounts": []}),
        "await-clearances" => json!({"what": "w"}),
        "delay" => json!({"until": until}),
        "divert" => json!({"airfield": "a", "reason": "r"}),
        "jobs" => json!({"kind": "replan", "work": 1, "seed": 1}),
        "questions" => json!({"kind": "check"}),
        "operations" => json!({"id": "op", "name": "n"}),
        "revoke" => json!({"id": "none"}),
        "accounts" => {
            json!({"organisation": "ministry", "login": format!("new {}", who.map_or("", |who| who.id.as_str())), "roles": []})
        }
        "tokens" => json!({"label": "l", "days": 1}),
        "emergencies" => json!({"request": things.opened, "reason": "r", "until": until}),
        "emergency-review" => json!({"request": things.opened, "justified": true, "note": "n"}),
        "events" => json!({"at": until, "kind": "airspace-closed"}),
        "alike" | "requests" | "offers" | "return-home" | "assess" => json!({"row": {}}),
        "clearances" => json!({"row": {"state": "EG"}}),
        "return" | "unplace" | "withdraw" | "cancel" | "abort" | "reject" | "suspend" | "deny" | "erase"
        | "reset-factor"
            if !path.contains("/jobs/") =>
        {
            json!({"reason": "r"})
        }
        _ if method == "PUT" => json!({"name": "n"}),
        _ if method == "PATCH" && path.contains("/accounts/") => json!({"roles": []}),
        _ if method == "PATCH" => json!({"row": {}}),
        _ => json!({}),
    })
}

fn request(who: Option<&Somebody>, method: &str, path: &str, body: Option<Value>) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(who) = who {
        request = request.header("authorization", format!("Bearer {}", who.token));
    }
    let new = method == "PUT" && path.ends_with("absent");
    if !new {
        // No thing has this version: what may be done is stale, and nothing changes from one question to the next.
        request = request.header("if-match", "\"999\"");
    }
    if path.contains("/import") || path.ends_with("/tables") {
        let request = request.header("content-type", XLSX);
        return request.body(Body::from("no workbook")).expect("a request");
    }
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    request
        .header("content-type", "application/json")
        .body(body)
        .expect("a request")
}

#[tokio::test]
async fn every_route_answers_as_the_table_says() {
    let desk = Desk::new(Role::ALL).await;
    let things = things(&desk).await;
    let table = Table::load().expect("sound");
    let mut people: Vec<Somebody> = Role::ALL.iter().map(|role| desk.somebody(*role).clone()).collect();
    for role in [
        Role::ReferringClinician,
        Role::RequestingAuthority,
        Role::ReceivingHospital,
        Role::Operator,
    ] {
        people.push(desk.join(&format!("{role} elsewhere"), role, "elsewhere").await);
    }
    let suspended = desk.join("suspended", Role::RegulatingOfficer, "ministry").await;
    let suspend = AccountCommand::Suspend("synthetic".to_owned());
    desk.app
        .as_machine(&Command::Account(suspended.id.clone(), suspend))
        .await
        .expect("not suspended yet");
    let mut wrong = Vec::new();
    let mut asked = 0;
    // What ends the session comes last.
    let mut routes = routes();
    routes.sort_by_key(|(_, _, operation)| *operation == Operation::SessionDelete);
    for (method, path, operation) in &routes {
        // A live stream does not end by itself; its right is asked for elsewhere.
        if *operation == Operation::StreamRead {
            continue;
        }
        let whiches: &[Which] = match path {
            path if path.starts_with("/api/v1/requests/{id}") => &[Which::Absent, Which::There, Which::Foreign],
            path if path.contains('{') => &[Which::Absent, Which::There],
            _ => &[Which::There],
        };
        for which in whiches {
            let (filled, id) = filled(path, &things, *which);
            if id.is_empty() && path.contains('{') {
                continue;
            }
            for who in people.iter().map(Some).chain([None, Some(&suspended)]) {
                let nobody = who.is_none_or(|who| who.id == suspended.id);
                let listed = matches!(*path, "/api/v1/requests/search") || (method == "GET" && !path.contains('{'));
                let actor = who.filter(|_| !nobody).map(|who| Actor {
                    account: who.id.to_string(),
                    organisation: who.organisation.clone(),
                    roles: [who.role].into(),
                    is_suspended: false,
                    emergencies: desk.app.see(|record| {
                        let opened = &record.accounts[&who.id].emergencies;
                        opened
                            .iter()
                            .map(|(request, emergency)| (request.stream(), emergency.until))
                            .collect()
                    }),
                });
                let single = matches!(
                    operation,
                    Operation::SelfRead
                        | Operation::WorklistRead
                        | Operation::AuditRead
                        | Operation::AuditVerify
                        | Operation::AggregateRead
                );
                let subject = match who {
                    _ if listed && !single => None,
                    Some(who) => subject(&desk, who, (method.as_str(), *path, *operation), &id),
                    None => None,
                };
                let decision = decide(&table, actor.as_ref(), *operation, subject.as_ref(), desk.app.now());
                let body = body(method, path, who, &things);
                let reply = desk.send(request(who, method, &filled, body)).await;
                let status = reply.status.as_u16();
                asked += 1;
                let right = match decision {
                    // No other issuer is asked here.
                    _ if path.contains("/session/sign-on") => status == 409,
                    _ if *operation == Operation::SessionCreate => status == 201 || status == 401 || status == 429,
                    Decision::Anonymous => status == 401,
                    Decision::Forbidden => status == 403,
                    // Nothing on the list, for now.
                    Decision::NotFound if listed => status == 200,
                    Decision::NotFound => status == 404,
                    // What is named is there and may be; a history is for those who see sources.
                    Decision::Allowed { .. } => match status {
                        403 => path.ends_with("/history"),
                        // Theirs to do, in an operation that there is not.
                        404 => *which == Which::Absent && path.starts_with("/api/v1/operations/"),
                        status => status < 500 && status != 401 && status != 405 && status != 400 && status != 415,
                    },
                };
                if !right {
                    let who = who.map_or("nobody".to_owned(), |who| {
                        format!("{} of {}", who.role, who.organisation)
                    });
                    let text = String::from_utf8_lossy(&reply.bytes)
                        .chars()
                        .take(160)
                        .collect::<String>();
                    wrong.push(format!("{method} {filled} by {who}: {decision:?}, and {status} {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked > 2_000, "{asked}");
}
