//! The lives of requests, offers, missions, plans and accounts, from the first act to the last: one act for each path by which something is done.
//!
//! What each act is goes to whoever wants to see it done: once, twice, or with their own notes.

use airbridge_desk::{Desk, Reply, Somebody, XLSX, flight, outline, row};
use airbridge_disclosure::Role;
use airbridge_events::{AccountCommand, Command, OperationCommand, PlanCommand, ProofCommand};
use airbridge_interchange::write_workbook;
use airbridge_store::JobFilter;
use axum::body::Body;
use axum::http::Request;
use jiff::SignedDuration;
use serde_json::{Value, json};

/// An act.
pub(crate) struct Act<'a> {
    pub(crate) who: &'a Somebody,
    /// As the description of the interface has it.
    pub(crate) template: &'static str,
    pub(crate) path: String,
    pub(crate) body: Bytes,
    /// The version that it is made on.
    pub(crate) version: Option<u64>,
}

/// What is sent.
#[derive(Clone)]
pub(crate) enum Bytes {
    Json(Value),
    Workbook(Vec<u8>),
}

impl Act<'_> {
    /// Does it, with an idempotency key, and with something that changes the bytes of the body and not its meaning.
    pub(crate) async fn send(&self, desk: &Desk, key: Option<&str>, padding: &str) -> Reply {
        let mut request = Request::post(&self.path).header("authorization", format!("Bearer {}", self.who.token));
        if let Some(version) = self.version {
            request = request.header("if-match", format!("\"{version}\""));
        }
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        let (media, bytes) = match &self.body {
            Bytes::Json(json) => ("application/json", format!("{json}{padding}").into_bytes()),
            Bytes::Workbook(bytes) => (XLSX, [bytes, padding.as_bytes()].concat()),
        };
        let request = request.header("content-type", media).body(Body::from(bytes));
        desk.send(request.expect("a request")).await
    }
}

/// Lives through everything that can be done by a POST and changes something; each act is handed to `each`, which does it at least once and gives the
/// first answer.
pub(crate) async fn live<'d>(desk: &'d Desk, each: impl AsyncFnMut(&Act<'d>) -> Reply) {
    let mut life = Life { desk, each };
    life.operation().await;
    let taken = life.hospital().await;
    life.other_ends().await;
    let patient = life.plans().await;
    life.flight(&patient).await;
    life.after(&patient).await;
    life.offices(&taken).await;
}

const CLINICIAN: Role = Role::ReferringClinician;
const AUTHORITY: Role = Role::RequestingAuthority;
const REGULATING: Role = Role::RegulatingOfficer;
const SURGEON: Role = Role::FlightSurgeon;
const PLANNER: Role = Role::AirliftPlanner;
const DUTY: Role = Role::DutyOfficer;
const HOSPITAL: Role = Role::ReceivingHospital;

struct Life<'d, E> {
    desk: &'d Desk,
    each: E,
}

impl<'d, E: AsyncFnMut(&Act<'d>) -> Reply> Life<'d, E> {
    /// Does something that has no version yet, or none at all.
    async fn make(&mut self, role: Role, template: &'static str, id: &str, body: Value) -> Reply {
        let act = Act {
            who: self.desk.somebody(role),
            template,
            path: template.replace("{op}", id).replace("{id}", id),
            body: Bytes::Json(body),
            version: None,
        };
        self.done(act).await
    }

    /// Does something to a thing in the version that it has.
    async fn step(&mut self, role: Role, template: &'static str, id: &str, body: Value) -> Reply {
        let path = template.replace("{id}", id);
        let version = self.version(&path);
        let act = Act {
            who: self.desk.somebody(role),
            template,
            path,
            body: Bytes::Json(body),
            version: Some(version),
        };
        self.done(act).await
    }

    async fn done(&mut self, act: Act<'d>) -> Reply {
        let reply = (self.each)(&act).await;
        assert!(reply.status.is_success(), "{}: {}", act.path, reply.text());
        reply
    }

    fn version(&self, path: &str) -> u64 {
        let mut parts = path.split('/').skip(3);
        let (collection, id) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let version = self.desk.app.see(|record| match collection {
            "requests" => record.requests.get(&id.into()).map(|known| known.version),
            "offers" => record.offers.get(&id.into()).map(|known| known.version),
            "clearances" => record.clearances.get(&id.into()).map(|known| known.version),
            "missions" => record.missions.get(&id.into()).map(|known| known.version),
            "plans" => record.plans.get(&id.into()).map(|known| known.version),
            "accounts" => record.accounts.get(&id.into()).map(|known| known.version),
            _ => None,
        });
        version.unwrap_or_else(|| panic!("{path} has no version"))
    }

    async fn operation(&mut self) {
        let until = self.desk.operation.horizon.to;
        let act = Act {
            who: self.desk.somebody(PLANNER),
            template: "/api/v1/operations/{op}/import",
            path: format!("/api/v1/operations/op/import?basis=consent&cleared_until={until}"),
            body: Bytes::Workbook(write_workbook(&self.desk.operation)),
            version: None,
        };
        self.done(act).await;
    }

    /// A request that is cleared to fly; its id.
    async fn cleared(&mut self, age: &str) -> String {
        let id = self.draft(age).await;
        self.step(
            CLINICIAN,
            "/api/v1/requests/{id}/submit",
            &id,
            json!({"basis": "consent"}),
        )
        .await;
        self.step(
            AUTHORITY,
            "/api/v1/requests/{id}/endorse",
            &id,
            json!({"criteria": "met"}),
        )
        .await;
        self.fit(&id).await;
        id
    }

    async fn draft(&mut self, age: &str) -> String {
        let mut row = row();
        // What the planner needs to know of everybody.
        for (column, text) in [
            ("age_years", age),
            ("clock_start_at", "2017-01-31T06:00Z"),
            ("classification", "2A"),
            ("mobility", "litter"),
            ("critical_care", "none"),
            ("dependency", "3"),
            ("ventilated", "no"),
            ("isolation", "none"),
            ("overnight", "yes"),
            ("medical_attendants", "0"),
            ("other_attendants", "0"),
        ] {
            row[column] = text.into();
        }
        let made = self
            .make(CLINICIAN, "/api/v1/operations/{op}/requests", "op", json!({"row": row}))
            .await;
        made.json()["id"].as_str().expect("an id").to_owned()
    }

    async fn fit(&mut self, id: &str) {
        let until = self.desk.operation.horizon.to;
        let body = json!({"conditions": "none", "valid_until": until});
        self.step(SURGEON, "/api/v1/requests/{id}/clear", id, body).await;
    }

    async fn ask(&mut self, id: &str, offer: &str) {
        let body = json!({"offer": offer, "until": "2017-02-01T06:00:00Z"});
        self.step(REGULATING, "/api/v1/requests/{id}/offer", id, body).await;
    }

    /// From a draft to a bed, with every detour; the request's id.
    async fn hospital(&mut self) -> String {
        let why = || json!({"reason": "synthetic"});
        let later = json!({"until": "2017-02-01T06:00:00Z", "reason": "synthetic"});
        let id = self.draft("31").await;
        let submit = "/api/v1/requests/{id}/submit";
        self.step(CLINICIAN, submit, &id, json!({"basis": "consent"})).await;
        self.step(AUTHORITY, "/api/v1/requests/{id}/return", &id, why()).await;
        self.step(CLINICIAN, submit, &id, json!({"basis": "consent"})).await;
        self.step(
            AUTHORITY,
            "/api/v1/requests/{id}/endorse",
            &id,
            json!({"criteria": "met"}),
        )
        .await;
        self.step(SURGEON, "/api/v1/requests/{id}/defer", &id, later.clone())
            .await;
        self.fit(&id).await;
        let beds = json!({"row": {
            "facility": "BURDENKO", "specialty": "general-surgery", "beds": "2", "from_on": "2017-01-31", "to_on": "2017-02-07",
            "isolation": "yes", "status": "open",
        }});
        let offers = "/api/v1/operations/{op}/offers";
        let offer = self.make(HOSPITAL, offers, "op", beds.clone()).await.json();
        let offer = offer["id"].as_str().expect("an id").to_owned();
        self.ask(&id, &offer).await;
        let no = json!({"reason": "other", "note": "synthetic"});
        self.step(HOSPITAL, "/api/v1/requests/{id}/decline", &id, no).await;
        self.ask(&id, &offer).await;
        self.step(REGULATING, "/api/v1/requests/{id}/unplace", &id, why()).await;
        self.ask(&id, &offer).await;
        self.step(CLINICIAN, "/api/v1/requests/{id}/unfit", &id, later).await;
        self.fit(&id).await;
        let worse = json!({"row": {"precedence_code": "P1"}});
        self.step(SURGEON, "/api/v1/requests/{id}/assess", &id, worse).await;
        self.ask(&id, &offer).await;
        self.step(HOSPITAL, "/api/v1/requests/{id}/accept", &id, json!({}))
            .await;
        let other = self.make(HOSPITAL, offers, "op", beds).await.json();
        let other = other["id"].as_str().expect("an id").to_owned();
        self.step(HOSPITAL, "/api/v1/offers/{id}/withdraw", &other, why()).await;
        id
    }

    /// Requests that end otherwise.
    async fn other_ends(&mut self) {
        let outside = self.cleared("32").await;
        let place = json!({"place": "a synthetic clinic"});
        self.step(REGULATING, "/api/v1/requests/{id}/accept-outside", &outside, place)
            .await;
        let asked = self.cleared("35").await;
        let offers = ["BURDENKO-GEN-01", "BURDENKO-NEUR-01"];
        let body = json!({"offers": offers, "until": "2017-02-01T06:00:00Z"});
        self.step(REGULATING, "/api/v1/requests/{id}/broadcast", &asked, body)
            .await;
        let withdrawn = self.draft("33").await;
        let why = json!({"reason": "synthetic"});
        self.step(CLINICIAN, "/api/v1/requests/{id}/withdraw", &withdrawn, why)
            .await;
        let died = self.cleared("34").await;
        self.step(CLINICIAN, "/api/v1/requests/{id}/report-death", &died, json!({}))
            .await;
    }

    /// Plans are ordered, rejected, adopted; a patient whom the operator `rescue` flies to the hospital `burdenko`.
    async fn plans(&mut self) -> String {
        let jobs = "/api/v1/operations/{op}/jobs";
        for seed in [1, 2] {
            let order = json!({"kind": "plan", "work": 200, "seed": seed});
            self.make(PLANNER, jobs, "op", order).await;
            assert!(self.desk.app.work_once("worker", 1).await.expect("the store answers"));
            let jobs = self.desk.app.store().jobs(&JobFilter::default(), None, 10).await;
            let job = jobs.expect("the store answers").pop().expect("it was ordered");
            assert_eq!(self.desk.app.see(|record| record.plans.len()), seed, "{:?}", job.state);
        }
        let order = json!({"kind": "plan", "work": 200, "seed": 3});
        let job = self.make(PLANNER, jobs, "op", order).await.json();
        let job = job["id"].as_str().expect("an id").to_owned();
        self.make(PLANNER, "/api/v1/jobs/{id}/cancel", &job, json!({})).await;
        let plans: Vec<String> = self
            .desk
            .app
            .see(|record| record.plans.keys().map(ToString::to_string).collect());
        let why = json!({"reason": "synthetic"});
        self.step(DUTY, "/api/v1/plans/{id}/reject", &plans[0], why).await;
        self.step(DUTY, "/api/v1/plans/{id}/adopt", &plans[1], json!({})).await;
        let check = json!({"kind": "check"});
        self.make(PLANNER, "/api/v1/operations/{op}/questions", "op", check)
            .await;
        self.desk.app.see(|record| {
            let mut planned = record.requests.iter().filter(|(_, request)| {
                let bed = request.bed().and_then(|bed| record.offers.get(bed));
                let missions = request.planned.iter().flat_map(|(_, missions)| missions);
                let mut ours = missions.filter(|id| record.missions[*id].flight.operator == "RU-RESCUE");
                bed.is_some_and(|bed| bed.organisation.as_str() == "burdenko") && ours.next().is_some()
            });
            planned
                .next()
                .expect("somebody flies with the operator to the hospital")
                .0
                .to_string()
        })
    }

    async fn flight(&mut self, patient: &str) {
        let (mission, legs) = self.desk.app.see(|record| {
            let (_, missions) = record.requests[&patient.into()].planned.as_ref().expect("planned");
            let ours = |id: &&airbridge_events::MissionId| record.missions[*id].flight.operator == "RU-RESCUE";
            let mission = missions.iter().find(ours).expect("it flies with the operator");
            (mission.to_string(), record.missions[mission].flight.legs.clone())
        });
        let (crew, operator) = (Role::Crew, Role::Operator);
        let assign = json!({"accounts": [self.desk.somebody(crew).id.as_str()]});
        self.step(operator, "/api/v1/missions/{id}/assign", &mission, assign)
            .await;
        self.step(operator, "/api/v1/missions/{id}/task", &mission, json!({}))
            .await;
        let waits = json!({"what": "a synthetic permit"});
        self.step(operator, "/api/v1/missions/{id}/await-clearances", &mission, waits)
            .await;
        self.step(operator, "/api/v1/missions/{id}/ready", &mission, json!({}))
            .await;
        self.step(DUTY, "/api/v1/requests/{id}/manifest", patient, json!({}))
            .await;
        let two = json!({"identifiers": "pseudonym, wristband"});
        self.step(crew, "/api/v1/requests/{id}/collect", patient, two).await;
        let staged = json!({"facility": "BMC"});
        self.step(crew, "/api/v1/requests/{id}/stage", patient, staged).await;
        self.step(CLINICIAN, "/api/v1/requests/{id}/confirm-departure", patient, json!({}))
            .await;
        self.step(crew, "/api/v1/missions/{id}/board", &mission, json!({}))
            .await;
        let aboard = json!({"mission": mission, "identifiers": "pseudonym, wristband"});
        self.step(crew, "/api/v1/requests/{id}/enplane", patient, aboard).await;
        self.step(crew, "/api/v1/missions/{id}/depart", &mission, json!({}))
            .await;
        let late = json!({"until": "2017-02-02T06:00:00Z"});
        self.step(crew, "/api/v1/missions/{id}/delay", &mission, late).await;
        let last = legs.last().expect("it flies").to.clone();
        let elsewhere = json!({"airfield": last, "reason": "synthetic"});
        self.step(DUTY, "/api/v1/missions/{id}/divert", &mission, elsewhere)
            .await;
        self.step(crew, "/api/v1/missions/{id}/land", &mission, json!({"airfield": last}))
            .await;
        self.step(
            crew,
            "/api/v1/requests/{id}/deplane",
            patient,
            json!({"airfield": last}),
        )
        .await;
        let place = self.desk.app.see(|record| {
            let bed = record.requests[&patient.into()].bed().expect("a bed");
            record.offers[bed].row.text("facility").to_owned()
        });
        let there = json!({"facility": place, "identifiers": "pseudonym, wristband"});
        self.step(crew, "/api/v1/requests/{id}/deliver", patient, there).await;
        self.step(crew, "/api/v1/missions/{id}/complete", &mission, json!({}))
            .await;
        let others = other_missions(self.desk).await;
        let why = || json!({"reason": "synthetic"});
        self.step(operator, "/api/v1/missions/{id}/cancel", &others[0], why())
            .await;
        for step in [
            "/api/v1/missions/{id}/task",
            "/api/v1/missions/{id}/ready",
            "/api/v1/missions/{id}/depart",
        ] {
            self.step(operator, step, &others[1], json!({})).await;
        }
        self.step(
            operator,
            "/api/v1/missions/{id}/land",
            &others[1],
            json!({"airfield": "HECA"}),
        )
        .await;
        self.step(operator, "/api/v1/missions/{id}/abort", &others[1], why())
            .await;
    }

    async fn after(&mut self, patient: &str) {
        let signed = json!({"signatory": "a synthetic doctor", "condition": "stable", "documents": "none"});
        self.step(HOSPITAL, "/api/v1/requests/{id}/hand-over", patient, signed)
            .await;
        self.step(REGULATING, "/api/v1/requests/{id}/close", patient, json!({}))
            .await;
        let home = json!({"row": {"ready_at": "2017-02-05T06:00Z"}});
        self.make(REGULATING, "/api/v1/requests/{id}/return-home", patient, home)
            .await;
        let why = json!({"reason": "synthetic"});
        self.make(AUTHORITY, "/api/v1/requests/{id}/erase", patient, why).await;
    }

    /// Permissions, reports, accounts, tokens, emergencies.
    async fn offices(&mut self, opened: &str) {
        let clearances = "/api/v1/operations/{op}/clearances";
        for state in ["EG", "SA"] {
            let ask = json!({"row": {"state": state, "kind": "overfly", "status": "requested"}});
            let made = self.make(PLANNER, clearances, "op", ask).await.json();
            let id = made["id"].as_str().expect("an id").to_owned();
            if state == "EG" {
                let grant = json!({"number": "synthetic-1"});
                self.step(PLANNER, "/api/v1/clearances/{id}/grant", &id, grant).await;
            } else {
                let why = json!({"reason": "synthetic"});
                self.step(PLANNER, "/api/v1/clearances/{id}/deny", &id, why).await;
            }
        }
        let event = json!({"at": "2017-01-31T06:00:00Z", "kind": "aircraft-out", "aircraft": "RA-SYN1"});
        self.make(PLANNER, "/api/v1/operations/{op}/events", "op", event).await;
        let admin = Role::Administrator;
        let account = json!({"organisation": "ministry", "login": "someone new", "roles": []});
        let made = self.make(admin, "/api/v1/accounts", "", account).await.json();
        let id = made["id"].as_str().expect("an id").to_owned();
        let why = json!({"reason": "synthetic"});
        self.step(admin, "/api/v1/accounts/{id}/suspend", &id, why).await;
        self.step(admin, "/api/v1/accounts/{id}/reinstate", &id, json!({}))
            .await;
        self.step(admin, "/api/v1/accounts/{id}/invitation", &id, json!({}))
            .await;
        let issuer = "https://issuer.example";
        let link = json!({"issuer": issuer, "subject": "synthetic"});
        self.step(admin, "/api/v1/accounts/{id}/link", &id, link).await;
        let unlink = json!({"issuer": issuer});
        self.step(admin, "/api/v1/accounts/{id}/unlink", &id, unlink).await;
        let enrolled = AccountCommand::Prove(ProofCommand::EnrolSecondFactor { codes: 10 });
        let enrolled = Command::Account(id.as_str().into(), enrolled);
        self.desk.app.as_machine(&enrolled).await.expect("it has none");
        let why = json!({"reason": "synthetic"});
        self.step(admin, "/api/v1/accounts/{id}/reset-factor", &id, why).await;
        let new = json!({"id": "fresh", "name": "synthetic"});
        self.make(PLANNER, "/api/v1/operations", "", new).await;
        let token = json!({"label": "synthetic", "days": 1});
        let token = self.make(PLANNER, "/api/v1/tokens", "", token).await.json();
        self.make(PLANNER, "/api/v1/tokens/revoke", "", json!({"id": token["id"]}))
            .await;
        let open = json!({"request": opened, "reason": "synthetic", "until": "2017-01-31T12:00:00Z"});
        self.make(SURGEON, "/api/v1/emergencies", "", open).await;
        let surgeon = self.desk.somebody(SURGEON).id.to_string();
        let review = json!({"request": opened, "justified": true, "note": "synthetic"});
        self.step(
            Role::Auditor,
            "/api/v1/accounts/{id}/emergency-review",
            &surgeon,
            review,
        )
        .await;
    }
}

/// Two missions of the same operator that nobody is on, in an operation of their own.
async fn other_missions(desk: &Desk) -> [String; 2] {
    let at = desk.app.now() + SignedDuration::from_hours(6);
    let flights = ["M1", "M2"].map(|number| flight(number, "UUBW", "HECA", at));
    let outline = outline("other".into(), flights.to_vec());
    let open = OperationCommand::Open {
        organisation: "ministry".into(),
        name: "another".to_owned(),
        tables: "0".repeat(64),
    };
    let adopt = PlanCommand::Adopt {
        missions: None,
        blob: "0".repeat(64),
    };
    for command in [
        Command::Operation("other".into(), open),
        Command::Plan("other-plan".into(), PlanCommand::Propose(Box::new(outline))),
        Command::Plan("other-plan".into(), adopt),
    ] {
        desk.app
            .as_machine(&command)
            .await
            .expect("as things stand it can be done");
    }
    ["M1", "M2"].map(|number| format!("other.{number}"))
}
