//! Questions about plans as jobs, parts of plans that replace others, and other tables under a plan that runs.

use std::ops::Deref;

use airbridge_app::{About, AskedAbout, Error, JobKind, JobOrder, JobView, Sources, Which, Wish};
use airbridge_disclosure::{Operation, Role};
use airbridge_events::{
    ClearanceCommand, Command, MissionCommand, OfferCommand, OperationId, PlanId, RequestCommand, RequestId, State,
};
use airbridge_interchange::{Source, plan_file, write_folder, write_workbook};
use airbridge_model::Plan;
use airbridge_testkit::generate::hub;
use serde_json::{Value, json};

fn op() -> OperationId {
    "op".into()
}

/// A desk that orders jobs.
struct Desk(airbridge_desk::Desk);

impl Deref for Desk {
    type Target = airbridge_desk::Desk;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Desk {
    async fn new() -> Self {
        Self(airbridge_desk::Desk::new(Role::ALL).await)
    }

    async fn of(operation: airbridge_model::Operation) -> Self {
        Self(airbridge_desk::Desk::of(operation).await)
    }

    /// Orders a job, has it done, and reads it.
    async fn ask(&self, role: Role, kind: JobKind, sent: Option<Vec<u8>>) -> JobView {
        let who = self.who(role).await;
        let order = JobOrder {
            kind,
            work: 300,
            seed: 1,
        };
        let id = self
            .app
            .order_job(&who, &op(), order, sent, None)
            .await
            .expect("it may");
        assert!(self.app.work_once("worker", 1).await.expect("the store answers"));
        self.app.job(&who, &id).await.expect("its own")
    }

    /// The answer of a job that went well.
    async fn answer(&self, kind: JobKind) -> Value {
        let job = self.ask(Role::AirliftPlanner, kind, None).await;
        assert_eq!(job.state, "done", "{:?}", job.outcome);
        job.outcome.expect("done")
    }

    async fn planned(&self, kind: JobKind) -> PlanId {
        let outcome = self.answer(kind).await;
        assert_eq!(outcome.get("passed_over"), None, "{outcome}");
        PlanId::new(outcome["plan"].as_str().expect("a plan"))
    }

    async fn adopt(&self, plan: &PlanId, missions: Option<Vec<String>>) -> Result<(), Error> {
        let duty = self.who(Role::DutyOfficer).await;
        self.app.adopt(&duty, plan, missions, Some(1), None).await.map(drop)
    }

    /// A first plan, adopted.
    async fn running(&self) -> PlanId {
        let plan = self.planned(JobKind::Plan).await;
        self.adopt(&plan, None).await.expect("it replaces nothing");
        plan
    }

    async fn file(&self, plan: &PlanId) -> Plan {
        let who = self.who(Role::AirliftPlanner).await;
        let file = self.app.plan_file(&who, plan).await.expect("it may");
        plan_file::from_json(&file).expect("a plan")
    }

    async fn report(&self, event: Value) -> Result<(), Error> {
        let who = self.who(Role::AirliftPlanner).await;
        let event = event.as_object().expect("an object").clone();
        let done = self.app.report(&who, &op(), event, None, Sources::default()).await;
        done.map(drop)
    }

    async fn act(&self, role: Role, operation: Operation, about: About, command: Command) {
        let wish = Wish::new(operation, about, command);
        self.app.act(&self.who(role).await, &wish).await.expect("it may");
    }
}

async fn imported() -> Desk {
    let desk = Desk::new().await;
    desk.import().await;
    desk
}

#[tokio::test]
async fn plans_are_checked_measured_and_explained() {
    let desk = imported().await;
    let proposed = desk.planned(JobKind::Plan).await;
    let stored = Which::Stored(proposed.clone());
    let checked = desk.answer(JobKind::Check { plan: stored.clone() }).await;
    assert_eq!(checked["sound"], true, "{checked}");
    let plan = desk.file(&proposed).await;
    assert_eq!(checked["patients_moved"], plan.journeys.len());
    // Somebody takes a patient off by hand.
    let mut changed = plan.clone();
    let gone = changed.journeys.remove(0);
    let sent = plan_file::to_json(&changed).into_bytes();
    let evaluate = JobKind::Evaluate {
        plan: Which::Sent(String::new()),
    };
    let job = desk.ask(Role::AirliftPlanner, evaluate, Some(sent)).await;
    let evaluated = job.outcome.expect("done");
    assert_eq!(evaluated["sound"], false, "{evaluated}");
    assert!(
        evaluated["findings"].to_string().contains(gone.patient.as_str()),
        "{evaluated}"
    );
    assert_ne!(evaluated["measures"], evaluated["stated"], "the file says what it was");
    // Why is a patient moved so, what is a mission for, who is in the beds?
    for about in [
        AskedAbout::Patient(gone.patient.to_string()),
        AskedAbout::Mission(plan.missions[0].id.to_string()),
        AskedAbout::Offer(gone.offer.to_string()),
    ] {
        let explained = desk
            .answer(JobKind::Explain {
                plan: stored.clone(),
                about,
            })
            .await;
        assert!(explained["explanation"].is_object(), "{explained}");
    }
    let nobody = JobKind::Explain {
        plan: stored,
        about: AskedAbout::Patient("NOBODY".to_owned()),
    };
    let job = desk.ask(Role::AirliftPlanner, nobody, None).await;
    assert_eq!(job.state, "failed");
    assert!(
        job.outcome.expect("a reason")["findings"]
            .to_string()
            .contains("NOBODY")
    );
}

#[tokio::test]
async fn a_running_plan_is_checked_against_how_things_stand() {
    let desk = imported().await;
    let plan = desk.running().await;
    let running = || JobKind::Check { plan: Which::Running };
    assert_eq!(desk.answer(running()).await["sound"], true);
    let aircraft = desk.file(&plan).await.missions[0].aircraft.to_string();
    let at = desk.app.now();
    desk.report(json!({ "at": at, "kind": "aircraft-out", "aircraft": aircraft }))
        .await
        .expect("sound");
    let broken = desk.answer(running()).await;
    assert_eq!(broken["sound"], false, "{broken}");
    // As it was made it is sound, and explained so.
    let first = JobKind::Explain {
        plan: Which::Running,
        about: AskedAbout::Mission(desk.file(&plan).await.missions[0].id.to_string()),
    };
    assert!(desk.answer(first).await["explanation"].is_object());
}

#[tokio::test]
async fn what_if_compares_and_adopts_nothing() {
    let desk = imported().await;
    let plan = desk.running().await;
    let aircraft = desk.file(&plan).await.missions[0].aircraft.to_string();
    let at = desk.app.now();
    let event = json!({ "at": at, "kind": "aircraft-out", "aircraft": aircraft });
    let before = desk.app.see(|record| record.seq);
    let compared = desk.answer(JobKind::WhatIf { events: vec![event] }).await;
    let moved = |when: &str| compared[when]["left out, patients"].as_f64().expect("a number");
    assert!(moved("after") >= moved("before"), "{compared}");
    assert!(
        !compared["changes"]["missions"].as_array().expect("changes").is_empty(),
        "{compared}"
    );
    assert_eq!(desk.app.see(|record| record.seq), before, "nothing was recorded");
    // What cannot be read is said at once.
    let who = desk.who(Role::AirliftPlanner).await;
    let later = json!({ "at": "2017-02-03T00:00Z", "kind": "aircraft-out", "aircraft": aircraft });
    for events in [
        vec![json!({ "at": at, "kind": "aircraft-out", "aircraft": "NONE" })],
        vec![later],
        vec![],
    ] {
        let order = JobOrder {
            kind: JobKind::WhatIf { events },
            work: 1,
            seed: 1,
        };
        let refused = desk.app.order_job(&who, &op(), order, None, None).await;
        assert!(
            matches!(refused, Err(Error::Findings(_) | Error::Invalid { .. })),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn who_does_not_see_planning_fields_reads_the_rules_alone() {
    let desk = imported().await;
    let proposed = desk.planned(JobKind::Plan).await;
    let plan = desk.file(&proposed).await;
    let about = AskedAbout::Patient(plan.journeys[0].patient.to_string());
    let explain = JobKind::Explain {
        plan: Which::Stored(proposed),
        about,
    };
    let for_duty = desk
        .ask(Role::DutyOfficer, explain.clone(), None)
        .await
        .outcome
        .expect("done");
    let for_planner = desk.answer(explain).await;
    let reasons = |answer: &Value| answer["explanation"]["excluded_beds"].to_string();
    assert!(reasons(&for_planner).contains("specialty"), "{for_planner}");
    assert!(!reasons(&for_duty).contains("specialty"), "{for_duty}");
    assert_eq!(for_duty["explanation"]["offer"], for_planner["explanation"]["offer"]);
}

#[tokio::test]
async fn a_part_of_a_replan_keeps_the_rest() {
    let desk = Desk::of(hub(24, 3)).await;
    desk.import().await;
    let first = desk.running().await;
    let before = desk.file(&first).await;
    // A hospital declines two patients of different missions: both are planned otherwise.
    let mut declined: Vec<(RequestId, String)> = Vec::new();
    for journey in &before.journeys {
        let mission = journey.steps.iter().find_map(|step| match step {
            airbridge_model::Step::Lift { mission, .. } => Some(mission.to_string()),
            _ => None,
        });
        let mission = mission.expect("they fly");
        if declined.iter().all(|(_, known)| *known != mission) && declined.len() < 3 {
            declined.push((RequestId::new(journey.patient.as_str()), mission));
        }
    }
    for (patient, _) in &declined {
        let at = desk.app.now();
        let event = json!({ "at": at, "kind": "patient-withdrawn", "patient": patient });
        desk.report(event).await.expect("sound");
    }
    let replan = desk.planned(JobKind::Replan).await;
    let whole = desk.file(&replan).await;
    let changed: Vec<String> = whole
        .missions
        .iter()
        .filter(|mission| before.missions.iter().all(|known| known != *mission))
        .map(|mission| mission.id.to_string())
        .collect();
    assert!(!changed.is_empty(), "nothing has changed");
    assert!(matches!(
        desk.adopt(&replan, Some(vec!["M999".to_owned()])).await,
        Err(Error::Invalid { .. })
    ));
    assert!(matches!(
        desk.adopt(&replan, Some(Vec::new())).await,
        Err(Error::Invalid { .. })
    ));
    // What hangs together is named, until the part is whole.
    let mut wanted = vec![changed[0].clone()];
    let mut asked = 0;
    loop {
        match desk.adopt(&replan, Some(wanted.clone())).await {
            Ok(()) => break,
            Err(Error::Invalid { what, field }) => {
                assert_eq!(field, "/missions");
                let named = what
                    .strip_prefix("they hang together with ")
                    .expect("missions are named");
                let named = named.split(':').next().expect("a list");
                wanted.extend(named.split(", ").map(str::to_owned));
            }
            Err(other) => panic!("{other:?}"),
        }
        asked += 1;
        assert!(asked < 3, "it names all at once");
    }
    let runs = desk.file(&replan).await;
    let find = |plan: &Plan, id: &str| plan.missions.iter().find(|mission| mission.id.as_str() == id).cloned();
    for number in &wanted {
        assert_eq!(find(&runs, number), find(&whole, number), "{number} is as wanted");
    }
    for mission in &before.missions {
        if !wanted.contains(&mission.id.to_string()) {
            assert_eq!(find(&runs, mission.id.as_str()).as_ref(), Some(mission), "kept");
        }
    }
    // It runs, and is replaced in its turn.
    assert_eq!(
        desk.app.see(|record| record.operations[&op()].plan.clone()),
        Some(replan)
    );
    let next = desk.planned(JobKind::Replan).await;
    desk.adopt(&next, None).await.expect("its parent runs");
}

#[tokio::test]
async fn what_happens_after_adoption_reaches_the_next_plan() {
    let desk = imported().await;
    let first = desk.running().await;
    let before = desk.file(&first).await;
    let [one, two, three, four] = [0, 1, 2, 3].map(|at| before.journeys[at].clone());
    let offers = |desk: &Desk, offer: &str| desk.app.see(|record| record.offers[&offer.into()].clone());
    // A hospital declines.
    let facility = offers(&desk, one.offer.as_str()).row.text("facility").to_owned();
    let patient = RequestId::new(one.patient.as_str());
    let decline = RequestCommand::Decline {
        reason: "no-capability".to_owned(),
        note: String::new(),
    };
    let command = Command::Request(patient.clone(), decline);
    desk.app.as_machine(&command).await.expect("a reason");
    // Another patient is unfit, a third dies, a fourth gets worse.
    let surgeon = |id: &str, command: RequestCommand| Command::Request(id.into(), command);
    let until = desk.operation.horizon.to;
    let reason = "synthetic".to_owned();
    for (journey, command) in [
        (&two, RequestCommand::Defer { until, reason }),
        (&three, RequestCommand::ReportDeath),
        (
            &four,
            RequestCommand::Assess(airbridge_events::Row::from([("max_stops", "9")])),
        ),
    ] {
        let command = surgeon(journey.patient.as_str(), command);
        desk.app.as_machine(&command).await.expect("it can be done");
    }
    // A mission is cancelled by its operator, and an offer withdrawn.
    let cancelled = before.missions.last().expect("missions").id.to_string();
    let cancel = MissionCommand::Cancel("no crew".to_owned());
    let command = Command::Mission(format!("op.{cancelled}").as_str().into(), cancel);
    desk.app.as_machine(&command).await.expect("nobody is on board");
    let withdrawn = four.offer.to_string();
    let reason = "no staff".to_owned();
    let command = Command::Offer(withdrawn.as_str().into(), OfferCommand::Withdraw { reason });
    desk.app.as_machine(&command).await.expect("open");
    let outcome = desk.answer(JobKind::Replan).await;
    assert_eq!(outcome.get("passed_over"), None, "{outcome}");
    let after = desk.file(&PlanId::new(outcome["plan"].as_str().expect("a plan"))).await;
    let now = |patient: &airbridge_units::PatientId| after.journeys.iter().find(|journey| journey.patient == *patient);
    if let Some(journey) = now(&one.patient) {
        let to = offers(&desk, journey.offer.as_str()).row.text("facility").to_owned();
        assert_ne!(to, facility, "it has declined");
    }
    assert!(
        now(&two.patient).is_none() && now(&three.patient).is_none(),
        "unfit, dead: {:?} {:?}",
        now(&two.patient),
        now(&three.patient)
    );
    assert!(
        after.journeys.iter().all(|journey| journey.offer.as_str() != withdrawn),
        "withdrawn"
    );
    assert!(
        after.missions.iter().all(|mission| mission.id.as_str() != cancelled),
        "cancelled"
    );
}

#[tokio::test]
async fn a_clearance_that_is_asked_for_later_comes_late_or_is_denied() {
    let desk = imported().await;
    let first = desk.running().await;
    let before = desk.file(&first).await;
    let (id, clearance) = desk.app.see(|record| {
        let mut all = record.clearances.iter();
        let (id, clearance) = all.next().expect("clearances");
        (id.clone(), clearance.clone())
    });
    let planner = |command: Command, about: About, row: Operation| desk.act(Role::AirliftPlanner, row, about, command);
    // The same again, under another name: without it nothing else would be left.
    let new = ClearanceCommand::Request {
        operation: op(),
        organisation: "ministry".into(),
        row: airbridge_events::Row(
            clearance
                .row
                .0
                .iter()
                .filter(|(name, _)| *name != "status")
                .map(|(a, b)| (a.clone(), b.clone()))
                .collect(),
        ),
    };
    let about = About::New("ministry".to_owned());
    planner(
        Command::Clearance("again".into(), new),
        about,
        Operation::ClearanceCreate,
    )
    .await;
    let deny = ClearanceCommand::Deny {
        reason: "synthetic".to_owned(),
    };
    let about = About::Clearance(id.clone());
    planner(Command::Clearance(id, deny), about, Operation::ClearanceUpdate).await;
    let without = desk.planned(JobKind::Replan).await;
    let fewer = desk.file(&without).await.journeys.len();
    assert!(fewer < before.journeys.len(), "{fewer} of {}", before.journeys.len());
    let grant = ClearanceCommand::Grant {
        row: airbridge_events::Row::default(),
        number: "SYN-1".to_owned(),
    };
    let about = About::Clearance("again".into());
    planner(
        Command::Clearance("again".into(), grant),
        about,
        Operation::ClearanceUpdate,
    )
    .await;
    let with = desk.planned(JobKind::Replan).await;
    assert!(desk.file(&with).await.journeys.len() > fewer, "it was given");
}

#[tokio::test]
async fn what_was_reported_before_the_first_plan_counts_in_it_and_after() {
    let desk = imported().await;
    let at = desk.app.now();
    let aircraft = desk.operation.aircraft[0].id.to_string();
    desk.report(json!({ "at": at, "kind": "aircraft-out", "aircraft": aircraft }))
        .await
        .expect("sound");
    let mission = desk
        .report(json!({ "at": at, "kind": "mission-cancelled", "mission": "M001" }))
        .await;
    assert!(matches!(mission, Err(Error::NotFound)), "no plan runs: {mission:?}");
    let ahead = desk
        .report(json!({ "at": "2017-01-31T08:00Z", "kind": "aircraft-out", "aircraft": aircraft }))
        .await;
    assert!(
        matches!(&ahead, Err(Error::Invalid { field, .. }) if field == "/at"),
        "{ahead:?}"
    );
    let first = desk.running().await;
    let flies = |plan: &Plan| {
        plan.missions
            .iter()
            .any(|mission| mission.aircraft.as_str() == aircraft)
    };
    assert!(!flies(&desk.file(&first).await));
    let next = desk.planned(JobKind::Replan).await;
    assert!(!flies(&desk.file(&next).await));
    // The report was wrong, and is replaced by one about another aircraft.
    let version = desk.app.see(|record| record.operations[&op()].version);
    let who = desk.who(Role::AirliftPlanner).await;
    let other = desk.operation.aircraft[1].id.to_string();
    let event = json!({ "at": at, "kind": "aircraft-out", "aircraft": other });
    let event = event.as_object().expect("an object").clone();
    let sources = Sources {
        supersedes: Some(version),
        ..Sources::default()
    };
    desk.app
        .report(&who, &op(), event.clone(), None, sources)
        .await
        .expect("it is that operation's");
    let again = desk.app.report(&who, &op(), event, None, sources).await;
    assert!(
        matches!(&again, Err(Error::Invalid { field, .. }) if field == "/supersedes"),
        "{again:?}"
    );
    let checked = desk.answer(JobKind::Check { plan: Which::Running }).await;
    let uses = desk
        .file(&first)
        .await
        .missions
        .iter()
        .any(|mission| mission.aircraft.as_str() == other);
    assert_eq!(checked["sound"], !uses, "{checked}");
}

#[tokio::test]
async fn a_request_that_nobody_can_read_stops_no_other() {
    let desk = imported().await;
    let id = RequestId::new("BAD-1");
    let create = RequestCommand::Create {
        operation: op(),
        organisation: "origin".into(),
        row: airbridge_events::Row::from([
            ("origin", "BMC"),
            ("ready_at", "soon"),
            ("precedence_code", "P2"),
            ("specialty", "general-surgery"),
        ]),
        return_of: None,
        seen: Vec::new(),
    };
    let clear = RequestCommand::Clear {
        conditions: String::new(),
        valid_until: desk.operation.horizon.to,
    };
    let submit = RequestCommand::Submit {
        basis: "consent".to_owned(),
    };
    let ask = |command: RequestCommand| Command::Request(id.clone(), command);
    desk.app.as_machine(&ask(create)).await.expect("a draft");
    desk.app
        .as_machine(&ask(submit))
        .await
        .expect("it says something everywhere");
    let authority = desk.who(Role::RequestingAuthority).await;
    let endorse = RequestCommand::Endorse {
        criteria: "published".to_owned(),
    };
    let wish = Wish::new(Operation::RequestEndorse, About::Request(id.clone()), ask(endorse));
    desk.app.act(&authority, &wish).await.expect("submitted to it");
    desk.app.as_machine(&ask(clear)).await.expect("endorsed");
    let outcome = desk.answer(JobKind::Plan).await;
    let left = outcome["not_planned_for"].as_array().expect("somebody is left");
    assert!(
        left.len() == 1 && left[0]["id"] == "BAD-1" && left[0]["what"].is_string(),
        "{outcome}"
    );
    desk.adopt(&PlanId::new(outcome["plan"].as_str().expect("a plan")), None)
        .await
        .expect("it fits");
    let again = desk.answer(JobKind::Replan).await;
    assert_eq!(again["not_planned_for"][0]["id"], "BAD-1", "{again}");
    assert_eq!(
        desk.app.see(|record| record.requests[&id].state.clone()),
        State::Cleared
    );
}

#[tokio::test]
async fn other_tables_are_taken_under_a_plan_that_runs() {
    let desk = imported().await;
    let first = desk.running().await;
    let plan = desk.file(&first).await;
    let who = desk.who(Role::AirliftPlanner).await;
    let version = || desk.app.see(|record| record.operations[&op()].version);
    // As exported nothing changes, and the record's own rows are not taken.
    let whole = Source::workbook("op.xlsx", write_workbook(&desk.operation));
    let dry = desk
        .app
        .replace_tables(&who, &op(), whole.clone(), (Some(version()), true), None)
        .await
        .expect("sound");
    assert!(dry.done.is_none() && dry.loses.is_empty(), "{:?}", dry.loses);
    assert_eq!(dry.rows.rows_read, dry.rows.rows_taken + dry.rows.rows_refused);
    assert!(dry.rows.rows_refused >= desk.operation.patients.len());
    assert_eq!(version(), 1, "a dry run");
    // An aircraft that flies cannot go.
    let mut without = desk.operation.clone();
    let flies = plan.missions[0].aircraft.clone();
    without.aircraft.retain(|aircraft| aircraft.id != flies);
    let source = Source::folder(write_folder(&without));
    let refused = desk
        .app
        .replace_tables(&who, &op(), source, (Some(version()), false), None)
        .await
        .expect("an answer");
    assert!(refused.done.is_none() && refused.rows.rows_taken == 0);
    assert!(
        refused
            .rows
            .findings
            .iter()
            .any(|finding| finding.what.contains(flies.as_str()))
    );
    // It can be out of service sooner: then it is said what the plan loses.
    let mut shorter = desk.operation.clone();
    for aircraft in &mut shorter.aircraft {
        if aircraft.id == flies {
            aircraft.available_to = plan.missions[0].legs[0].off_block_at;
        }
    }
    let source = Source::folder(write_folder(&shorter));
    let stale = desk
        .app
        .replace_tables(&who, &op(), source.clone(), (Some(7), false), None)
        .await;
    assert!(matches!(stale, Err(Error::Stale { .. })));
    let done = desk
        .app
        .replace_tables(&who, &op(), source, (Some(version()), false), None)
        .await
        .expect("sound");
    assert_eq!(done.done.expect("it is done").version, 2);
    assert!(!done.loses.is_empty(), "the mission is flown after the end");
    let next = desk.planned(JobKind::Replan).await;
    let after = desk.file(&next).await;
    let flown = after.missions.iter().filter(|mission| mission.aircraft == flies);
    for mission in flown {
        let last = mission.legs.last().expect("legs").on_block_at;
        assert!(last <= plan.missions[0].legs[0].off_block_at, "{}", mission.id);
    }
    desk.adopt(&next, None).await.expect("it knows the tables");
}

#[tokio::test]
async fn a_plan_of_old_tables_is_not_adopted() {
    let desk = imported().await;
    let plan = desk.planned(JobKind::Plan).await;
    let who = desk.who(Role::AirliftPlanner).await;
    let source = Source::workbook("op.xlsx", write_workbook(&desk.operation));
    desk.app
        .replace_tables(&who, &op(), source, (Some(1), false), None)
        .await
        .expect("sound");
    let refused = desk.adopt(&plan, None).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    desk.running().await;
}
