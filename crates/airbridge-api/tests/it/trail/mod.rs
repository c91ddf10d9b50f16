//! P21: what people do leaves exactly the entries that it should in the audit, in order.
//!
//! What should be there is written down here by hand, from the tables for reviewers, and not asked of the code.

mod readings;

use airbridge_desk::{Desk, PASSWORD, Somebody, organisation, row};
use airbridge_disclosure::Role;
use axum::body::Body;
use axum::http::Request;
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use self::readings::{LISTS, Reading, THINGS};

use Role::{
    Administrator, AirliftPlanner, Auditor, FlightSurgeon, Operator, ReferringClinician, RegulatingOfficer,
    RequestingAuthority,
};

/// Who, organisation, role, act, subject, purpose, outcome.
type Entry = [String; 7];

/// What is done, and what should be in the audit.
struct Script {
    desk: Desk,
    expected: Vec<Entry>,
    acts: usize,
}

impl Script {
    fn expect(&mut self, who: &Somebody, role: &str, (act, subject): (&str, &str), purpose: &str, outcome: &str) {
        let entry = [who.id.as_str(), &who.organisation, role, act, subject, purpose, outcome];
        self.expected.push(entry.map(str::to_owned));
    }

    async fn read(&mut self, role: Role, path: &str, purpose: &str) -> u16 {
        let who = self.desk.somebody(role).clone();
        let headers: Vec<(&str, &str)> = if purpose.is_empty() {
            vec![]
        } else {
            vec![("x-purpose", purpose)]
        };
        let path = format!("/api/v1/{path}");
        self.acts += 1;
        let reply = self.desk.ask(Some(&who), ("GET", &path), None, &headers).await;
        reply.status.as_u16()
    }

    async fn post(&mut self, role: Role, path: &str, body: Value, headers: &[(&str, &str)]) -> u16 {
        self.acts += 1;
        let path = format!("/api/v1/{path}");
        let reply = self.desk.post(role, &path, body, headers).await;
        reply.status.as_u16()
    }

    /// Everybody asks for a list.
    async fn list(&mut self, reading: &Reading) {
        for (number, role) in Role::ALL.iter().enumerate() {
            let purpose = if number % 2 == 0 { "" } else { "synthetic round" };
            let status = self.read(*role, reading.path, purpose).await;
            let who = self.desk.somebody(*role).clone();
            let named = |subject: &'static str| (reading.act, subject);
            let seen = reading.sees.iter().find(|(sees, _)| sees == role);
            let word = role.word();
            if let Some((_, seen)) = seen {
                assert_eq!(status, 200, "{role} {}", reading.path);
                for subject in *seen {
                    self.expect(&who, word, named(subject), purpose, "hit");
                }
                let outcome = format!("{} hits", seen.len());
                self.expect(&who, word, named(""), purpose, &outcome);
            } else if reading.sees_none.contains(role) {
                assert_eq!(status, 200, "{role} {}", reading.path);
                self.expect(&who, word, named(""), purpose, "0 hits");
            } else {
                assert_eq!(status, 403, "{role} {}", reading.path);
                self.expect(&who, "", named(""), purpose, "forbidden");
            }
        }
    }

    /// Everybody asks for one thing.
    async fn thing(&mut self, reading: &Reading) {
        for (number, role) in Role::ALL.iter().enumerate() {
            let purpose = if number % 3 == 0 { "synthetic reason" } else { "" };
            let status = self.read(*role, reading.path, purpose).await;
            let who = self.desk.somebody(*role).clone();
            let named = (reading.act, reading.subject);
            if reading.sees.iter().any(|(sees, _)| sees == role) {
                assert_eq!(status, 200, "{role} {}", reading.path);
                self.expect(&who, role.word(), named, purpose, "shown");
            } else if reading.sees_none.contains(role) {
                assert_eq!(status, 404, "{role} {}", reading.path);
                self.expect(&who, "", named, purpose, "not found");
            } else {
                assert_eq!(status, 403, "{role} {}", reading.path);
                self.expect(&who, "", named, purpose, "forbidden");
            }
        }
    }

    /// One acts, and what is expected of it.
    async fn act(
        &mut self,
        role: Role,
        (path, body, headers): (&str, Value, &[(&str, &str)]),
        status: u16,
        (act, subject, outcome): (&str, &str, &str),
    ) {
        let found = self.post(role, path, body, headers).await;
        assert_eq!(found, status, "{role} {path}");
        let who = self.desk.somebody(role).clone();
        let by = match outcome {
            "forbidden" | "not found" => "",
            _ => role.word(),
        };
        self.expect(&who, by, (act, subject), "", outcome);
    }
}

/// The own account, and what waits for it.
async fn worklists(script: &mut Script) {
    const NO_LIST: [Role; 2] = [Role::InformationOfficer, Administrator];
    for role in Role::ALL {
        let who = script.desk.somebody(*role).clone();
        let (me, word) = (format!("account/{}", who.id), role.word());
        assert_eq!(script.read(*role, "self", "").await, 200);
        script.expect(&who, word, ("self.read", &me), "", "shown");
        let status = script.read(*role, "worklist?limit=1", "").await;
        if NO_LIST.contains(role) {
            assert_eq!(status, 403);
            script.expect(&who, "", ("worklist.read", ""), "", "forbidden");
            continue;
        }
        assert_eq!(status, 200);
        script.expect(&who, word, ("worklist.read", &me), "", "shown");
        if *role == Operator {
            continue;
        }
        // Everybody is cleared, and waits for a bed.
        let finds = *role == RegulatingOfficer;
        if finds {
            script.expect(&who, word, ("request.search", "request/SYN-001"), "", "hit");
        }
        let outcome = if finds { "1 hits" } else { "0 hits" };
        script.expect(&who, word, ("request.search", ""), "", outcome);
    }
}

/// Who may not endorse is told so before anything is read of what they send; who may has read another version.
async fn refusals(script: &mut Script) {
    let path = "requests/SYN-001/endorse";
    for role in Role::ALL {
        let named = ("request.endorse", "request/SYN-001");
        if *role == RequestingAuthority {
            let body = json!({"criteria": "met"});
            let stale = (path, body.clone(), &[("if-match", "\"999\"")][..]);
            script.act(*role, stale, 412, (named.0, named.1, "stale")).await;
            script
                .act(*role, (path, body, &[]), 428, (named.0, named.1, "refused"))
                .await;
            let current = &[("if-match", "\"4\"")][..];
            let odd = (path, json!({"colour": "red"}), current);
            script.act(*role, odd, 422, (named.0, named.1, "refused")).await;
            let late = (path, json!({"criteria": "met"}), current);
            script.act(*role, late, 409, (named.0, named.1, "refused")).await;
        } else {
            let odd = (path, json!({"colour": "red"}), &[][..]);
            script.act(*role, odd, 403, (named.0, named.1, "forbidden")).await;
        }
    }
    for path in ["nothing", "requests/SYN-001/nothing", "../../etc/passwd"] {
        assert_eq!(
            script.read(Auditor, path, "").await,
            404,
            "no route, nothing asked, no entry"
        );
    }
    let who = script.desk.somebody(Auditor).clone();
    assert_eq!(script.read(Auditor, "requests?colour=red", "").await, 400);
    script.expect(&who, "auditor", ("request.search", ""), "", "refused");
    assert_eq!(script.read(Auditor, "requests/SYN-001?colour=red", "").await, 400);
    script.expect(&who, "auditor", ("request.read", "request/SYN-001"), "", "refused");
}

/// A request is begun, looked for, submitted twice by one key, and its patient named.
async fn acts(script: &mut Script) {
    let new = "operations/op/requests";
    let found = script.post(ReferringClinician, new, json!({"row": row()}), &[]).await;
    assert_eq!(found, 201);
    let id = script.desk.app.see(|record| {
        let mut all = record.requests.iter();
        let new = all.find(|(_, request)| request.state.word() == "draft" && request.organisation.as_str() == "origin");
        new.expect("it was begun").0.to_string()
    });
    let stream = format!("request/{id}");
    let who = script.desk.somebody(ReferringClinician).clone();
    script.expect(&who, "referring-clinician", ("request.create", &stream), "", "done");
    let refused = ("request.create", "", "refused");
    let same = (new, json!({"row": row()}), &[][..]);
    script.act(ReferringClinician, same, 409, refused).await;
    let odd = (new, json!({"row": {"surname": "x"}}), &[][..]);
    script.act(ReferringClinician, odd, 422, refused).await;
    let unread = (new, json!([]), &[][..]);
    let refused = ("request.create", "operation/op", "refused");
    script.act(ReferringClinician, unread, 422, refused).await;
    let search = json!({"text": id});
    assert_eq!(
        script.post(ReferringClinician, "requests/search", search, &[]).await,
        200
    );
    script.expect(&who, "referring-clinician", ("request.search", &stream), "", "hit");
    script.expect(&who, "referring-clinician", ("request.search", ""), "", "1 hits");
    let submit = format!("requests/{id}/submit");
    let headers = &[("if-match", "\"1\""), ("idempotency-key", "submit-1")][..];
    let basis = json!({"basis": "consent"});
    for outcome in ["done", "repeated", "repeated"] {
        let act = (submit.as_str(), basis.clone(), headers);
        let entry = ("request.submit", stream.as_str(), outcome);
        script.act(ReferringClinician, act, 200, entry).await;
    }
    let other = (submit.as_str(), json!({"basis": "other"}), headers);
    script
        .act(
            ReferringClinician,
            other,
            422,
            ("request.submit", "", "key used before"),
        )
        .await;
    let path = format!("/api/v1/requests/{id}/identity");
    script.acts += 1;
    let body = json!({"family_name": "Synthetic"});
    let headers = [("x-purpose", "synthetic referral")];
    let written = script.desk.ask(Some(&who), ("PUT", &path), Some(body), &headers).await;
    assert_eq!(written.status.as_u16(), 204);
    let named = ("identity.write", stream.as_str());
    script.expect(&who, "referring-clinician", named, "synthetic referral", "done");
    let erase = format!("requests/{id}/erase");
    let why = (erase.as_str(), json!({"reason": "asked for"}), &[][..]);
    assert_eq!(script.post(RequestingAuthority, why.0, why.1, why.2).await, 204);
    let authority = script.desk.somebody(RequestingAuthority).clone();
    let named = ("request.erase", stream.as_str());
    script.expect(&authority, "requesting-authority", named, "asked for", "done");
    let order = json!({"kind": "plan", "work": 200, "seed": 1});
    let order = ("operations/op/jobs", order, &[("idempotency-key", "job-1")][..]);
    let ordered = ("plan.propose", "operation/op", "ordered");
    script
        .act(AirliftPlanner, (order.0, order.1.clone(), order.2), 202, ordered)
        .await;
    let job = script
        .desk
        .app
        .store()
        .jobs(&airbridge_store::JobFilter::default(), None, 1)
        .await;
    let job = format!("job/{}", job.expect("it is readable")[0].row.id);
    script
        .act(AirliftPlanner, order, 202, ("plan.propose", &job, "repeated"))
        .await;
    let stop = format!("jobs/{}/cancel", &job[4..]);
    script
        .act(
            AirliftPlanner,
            (&stop, json!({}), &[]),
            204,
            ("job.cancel", &job, "done"),
        )
        .await;
    script
        .act(
            AirliftPlanner,
            (&stop, json!({}), &[]),
            422,
            ("job.cancel", &job, "refused"),
        )
        .await;
    script
        .act(Auditor, (&stop, json!({}), &[]), 403, ("job.cancel", &job, "forbidden"))
        .await;
}

/// A record is opened in an emergency, looked at, and reviewed.
async fn emergency(script: &mut Script) {
    let named = ("request.read", "request/ZZZ-FOREIGN");
    let who = script.desk.somebody(ReferringClinician).clone();
    let open = json!({"request": "ZZZ-FOREIGN", "reason": "synthetic", "until": "2017-01-31T12:00:00Z"});
    let open = ("emergencies", open, &[][..]);
    let entry = ("emergency.open", "request/ZZZ-FOREIGN", "done");
    script.act(ReferringClinician, open, 200, entry).await;
    assert_eq!(
        script
            .read(ReferringClinician, "requests/ZZZ-FOREIGN", "synthetic crisis")
            .await,
        200
    );
    script.expect(
        &who,
        "referring-clinician",
        named,
        "synthetic crisis",
        "shown, in an emergency",
    );
    let review = "accounts/account-referring-clinician/emergency-review";
    let found = json!({"request": "ZZZ-FOREIGN", "justified": false, "note": "synthetic"});
    let review = (review, found, &[("if-match", "\"2\"")][..]);
    script
        .act(
            Auditor,
            review,
            200,
            ("emergency.review", "request/ZZZ-FOREIGN", "done"),
        )
        .await;
    assert_eq!(script.read(ReferringClinician, "requests/ZZZ-FOREIGN", "").await, 404);
    script.expect(&who, "", named, "", "not found");
}

/// Logins that fail and one that does not, and nobody in particular.
async fn logins(script: &mut Script, somebody: &Somebody) {
    let nobody = |subject: &str, outcome: &str| -> Entry {
        ["", "", "", "session.create", subject, "", outcome].map(str::to_owned)
    };
    let known = format!("account/{}", somebody.id);
    for (login, password, status, subject, outcome) in [
        (
            "nobody",
            "not the right password",
            401,
            "account/unknown",
            "wrong password",
        ),
        (
            "with a password",
            "not the right password",
            401,
            known.as_str(),
            "wrong password",
        ),
        ("with a password", PASSWORD, 201, known.as_str(), "logged in"),
    ] {
        script.acts += 1;
        let body = json!({"login": login, "password": password});
        let reply = script
            .desk
            .ask(None, ("POST", "/api/v1/session"), Some(body), &[])
            .await;
        assert_eq!(reply.status.as_u16(), status);
        let mut entry = nobody(subject, outcome);
        if status == 201 {
            // Whoever has proven who they are is known.
            (entry[0], entry[1]) = (somebody.id.to_string(), somebody.organisation.clone());
        }
        script.expected.push(entry);
    }
    // Whoever is not logged in has asked nothing yet.
    for path in ["/api/v1/requests", "/api/v1/requests/SYN-001", "/api/v1/stream"] {
        script.acts += 1;
        let reply = script.desk.ask(None, ("GET", path), None, &[]).await;
        assert_eq!(reply.status.as_u16(), 401);
    }
    script.acts += 1;
    let out = script
        .desk
        .ask(Some(somebody), ("DELETE", "/api/v1/session"), None, &[])
        .await;
    assert_eq!(out.status.as_u16(), 204);
    script.expect(
        somebody,
        "information-officer",
        ("session.delete", &known),
        "",
        "logged out",
    );
}

/// A live stream tells of one change.
async fn stream(script: &mut Script) {
    let who = script.desk.somebody(FlightSurgeon).clone();
    script.acts += 1;
    let request = Request::get("/api/v1/stream").header("authorization", format!("Bearer {}", who.token));
    let request = request.body(Body::empty()).expect("a request");
    let response = script
        .desk
        .router
        .clone()
        .oneshot(request)
        .await
        .expect("it always answers");
    assert_eq!(response.status().as_u16(), 200);
    let mut chunks = response.into_body().into_data_stream();
    script.expect(
        &who,
        "flight-surgeon",
        ("stream.read", "account/account-flight-surgeon"),
        "",
        "shown",
    );
    let defer = json!({"until": "2017-02-01T06:00:00Z", "reason": "synthetic"});
    let defer = ("requests/SYN-007/defer", defer, &[("if-match", "\"4\"")][..]);
    let entry = ("request.defer", "request/SYN-007", "done");
    script.act(FlightSurgeon, defer, 200, entry).await;
    let mut all = String::new();
    while !all.contains("request-deferred") {
        let chunk = tokio::time::timeout(std::time::Duration::from_secs(10), chunks.next()).await;
        let chunk = chunk.expect("it beats").expect("it goes on").expect("no error");
        all.push_str(&String::from_utf8_lossy(&chunk));
    }
    script.expect(
        &who,
        "flight-surgeon",
        ("request.read", "request/SYN-007"),
        "",
        "streamed",
    );
    let refused = Request::get("/api/v1/stream")
        .header(
            "authorization",
            format!("Bearer {}", script.desk.somebody(Auditor).token),
        )
        .body(Body::empty())
        .expect("a request");
    script.acts += 1;
    assert_eq!(script.desk.send(refused).await.status.as_u16(), 403);
    let auditor = script.desk.somebody(Auditor).clone();
    script.expect(&auditor, "", ("stream.read", ""), "", "forbidden");
}

#[tokio::test]
async fn three_hundred_acts_leave_exactly_their_entries() {
    let desk = Desk::imported().await;
    desk.foreign("ZZZ-FOREIGN").await;
    let mut somebody = desk.seat("with a password", Role::InformationOfficer, "ministry").await;
    desk.app.set_password(&somebody.id, PASSWORD).await.expect("it will do");
    let (token, _) = desk.app.log_in("with a password", PASSWORD).await.expect("it is set");
    somebody.token = token.0;
    let begun = desk.app.store().audit_head().await.expect("it is readable").number;
    let mut script = Script {
        desk,
        expected: Vec::new(),
        acts: 0,
    };
    for reading in &LISTS {
        script.list(reading).await;
    }
    for reading in &THINGS {
        script.thing(reading).await;
    }
    worklists(&mut script).await;
    refusals(&mut script).await;
    acts(&mut script).await;
    emergency(&mut script).await;
    logins(&mut script, &somebody).await;
    stream(&mut script).await;
    let mut found: Vec<Entry> = Vec::new();
    loop {
        let after = begun + found.len() as u64;
        let page = script
            .desk
            .app
            .store()
            .audit(after, 1_000)
            .await
            .expect("it is readable");
        if page.is_empty() {
            break;
        }
        found.extend(page.into_iter().map(|entry| {
            let entry = entry.draft;
            let (act, subject) = (entry.act, entry.subject);
            [
                entry.actor,
                entry.organisation,
                entry.role,
                act,
                subject,
                entry.purpose,
                entry.outcome,
            ]
        }));
    }
    for (number, (found, expected)) in found.iter().zip(&script.expected).enumerate() {
        assert_eq!(found, expected, "entry {number}, of {} acts", script.acts);
    }
    assert_eq!(found.len(), script.expected.len());
    assert!(script.acts >= 300, "{} acts", script.acts);
    assert_eq!(organisation(ReferringClinician), "origin");
    eprintln!("{} acts, {} entries", script.acts, found.len());
}
