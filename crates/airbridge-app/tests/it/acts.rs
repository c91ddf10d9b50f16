//! The founding case by the people who run it, and what each of them may not.

use airbridge_app::{About, Error, Identity, JobKind, JobOrder, Sources, Wish, following};
use airbridge_desk::{Desk, PASSWORD};
use airbridge_disclosure::{Operation, Role};
use airbridge_events::{Code, Command, MissionCommand, OfferId, PlanId, RequestCommand, RequestId, Row, State};
use airbridge_interchange::{Source, read_operation};

async fn request(
    desk: &Desk,
    role: Role,
    operation: Operation,
    id: &RequestId,
    command: RequestCommand,
) -> Result<u64, Error> {
    let wish = Wish::new(
        operation,
        About::Request(id.clone()),
        Command::Request(id.clone(), command),
    );
    let done = desk.app.act(&desk.who(role).await, &wish).await?;
    Ok(done.version)
}

fn create() -> Command {
    let create = RequestCommand::Create {
        operation: "op".into(),
        organisation: "origin".into(),
        row: Row::from([
            ("origin", "BMC"),
            ("ready_at", "2017-01-31T06:00Z"),
            ("precedence_scheme", "UK-STANAG3204"),
            ("precedence_code", "P2"),
            ("specialty", "general-surgery"),
            ("age_years", "41"),
            ("clinical_notes", "synthetic notes"),
        ]),
        return_of: None,
        seen: Vec::new(),
    };
    Command::Request("NEW-1".into(), create)
}

fn wish_to_create() -> Wish {
    Wish::new(Operation::RequestCreate, About::New("origin".to_owned()), create())
}

#[tokio::test]
async fn the_founding_case_from_import_to_adoption() {
    let desk = Desk::new(Role::ALL).await;
    desk.import().await;
    let planner = desk.who(Role::AirliftPlanner).await;
    let order = JobOrder {
        kind: JobKind::Plan,
        work: 500,
        seed: 1,
    };
    let job = desk
        .app
        .order_job(&planner, &"op".into(), order, None, None)
        .await
        .expect("it may");
    assert!(desk.app.work_once("worker", 1).await.expect("the store answers"));
    assert!(
        !desk.app.work_once("worker", 1).await.expect("the store answers"),
        "one job"
    );
    let job = desk.app.job(&planner, &job).await.expect("its own");
    assert_eq!(job.state, "done", "{:?}", job.outcome);
    let plan = PlanId::new(job.outcome.expect("done")["plan"].as_str().expect("a plan"));
    // Nothing is promised before a person adopts, and the planner is not that person.
    assert!(desk.app.see(|record| record.missions.is_empty()));
    assert!(matches!(
        desk.app.adopt(&planner, &plan, None, None, None).await,
        Err(Error::Forbidden)
    ));
    let duty = desk.who(Role::DutyOfficer).await;
    let stale = desk.app.adopt(&duty, &plan, None, Some(7), None).await;
    assert!(matches!(stale, Err(Error::Stale { expected: 7, found: 1 })));
    desk.app
        .adopt(&duty, &plan, None, Some(1), None)
        .await
        .expect("its parent runs");
    let planned = desk.app.see(|record| {
        let planned = record
            .requests
            .values()
            .filter(|request| request.state == State::Planned);
        (planned.count(), record.missions.len())
    });
    assert!(planned.0 > 6 && planned.1 > 0, "{planned:?}");
    // The operator accepts its own missions, and no others.
    let operator = desk.who(Role::Operator).await;
    let (ours, theirs) = desk.app.see(|record| {
        let by = |ours: bool| {
            let mut all = record.missions.iter();
            all.find(|(_, mission)| (mission.flight.operator == "RU-RESCUE") == ours)
                .map(|(id, _)| id.clone())
        };
        (by(true), by(false))
    });
    let task = |id: &airbridge_events::MissionId| {
        let command = Command::Mission(id.clone(), MissionCommand::Task);
        Wish::new(Operation::MissionTask, About::Mission(id.clone()), command)
    };
    if let Some(ours) = ours {
        desk.app.act(&operator, &task(&ours)).await.expect("its own");
    }
    if let Some(theirs) = theirs {
        assert!(matches!(
            desk.app.act(&operator, &task(&theirs)).await,
            Err(Error::NotFound)
        ));
    }
    // What cannot be read is not recorded; what can be is part of the next plan.
    let event = |aircraft: &str| {
        let event = serde_json::json!({ "at": airbridge_desk::start(), "kind": "aircraft-out", "aircraft": aircraft });
        event.as_object().expect("an object").clone()
    };
    let broken = desk
        .app
        .report(&planner, &"op".into(), event("NONE"), None, Sources::default())
        .await;
    assert!(matches!(broken, Err(Error::Findings(_))), "{broken:?}");
    desk.app
        .report(&planner, &"op".into(), event("RA-SYN1"), None, Sources::default())
        .await
        .expect("sound");
    // A replan of what runs.
    let order = JobOrder {
        kind: JobKind::Replan,
        work: 100,
        seed: 1,
    };
    desk.app
        .order_job(&planner, &"op".into(), order, None, None)
        .await
        .expect("a plan runs");
    assert!(desk.app.work_once("worker", 1).await.expect("the store answers"));
    let jobs = desk.app.jobs(&planner, None, 10).await.expect("its own").items;
    assert_eq!(jobs.len(), 2);
    assert!(jobs.iter().all(|job| job.state == "done"), "{jobs:?}");
    let flies = desk.app.see(|record| {
        let mut plans = record.plans.values();
        let replan = plans.find(|plan| plan.outline.parent.is_some()).expect("one");
        replan.outline.flights.iter().any(|flight| flight.aircraft == "RA-SYN1")
    });
    assert!(!flies, "the aircraft is out");
    // Out comes what went in.
    let workbook = desk.app.export_operation(&planner, &"op".into()).await.expect("sound");
    let again = read_operation(&Source::workbook("out.xlsx", workbook))
        .operation
        .expect("sound");
    assert_eq!(again.patients.len(), desk.operation.patients.len());
}

#[tokio::test]
async fn from_the_clinician_to_the_hospital() {
    let desk = Desk::new(Role::ALL).await;
    desk.import().await;
    let clinician = desk.who(Role::ReferringClinician).await;
    let id = RequestId::from("NEW-1");
    desk.app
        .act(&clinician, &wish_to_create())
        .await
        .expect("a new request");
    // Fields that there are not are refused, not dropped.
    let odd = RequestCommand::Amend(Row::from([("surname", "X")]));
    let refused = request(&desk, Role::ReferringClinician, Operation::RequestUpdate, &id, odd).await;
    assert!(matches!(refused, Err(Error::Invalid { field, .. }) if field == "/row/surname"));
    let basis = "consent".to_owned();
    request(
        &desk,
        Role::ReferringClinician,
        Operation::RequestSubmit,
        &id,
        RequestCommand::Submit { basis },
    )
    .await
    .expect("complete");
    let criteria = "published".to_owned();
    let endorse = RequestCommand::Endorse { criteria };
    request(
        &desk,
        Role::RequestingAuthority,
        Operation::RequestEndorse,
        &id,
        endorse,
    )
    .await
    .expect("submitted to it");
    let clear = RequestCommand::Clear {
        conditions: String::new(),
        valid_until: desk.operation.horizon.to,
    };
    let refused = request(
        &desk,
        Role::ReferringClinician,
        Operation::RequestClear,
        &id,
        clear.clone(),
    )
    .await;
    assert!(matches!(refused, Err(Error::Forbidden)));
    request(&desk, Role::FlightSurgeon, Operation::RequestClear, &id, clear)
        .await
        .expect("endorsed");
    let offer = desk.app.see(|record| {
        let surgery = |row: &Row| row.text("specialty") == "general-surgery" && row.text("facility") == "BURDENKO";
        let mut all = record.offers.iter();
        all.find(|(_, offer)| surgery(&offer.row))
            .map(|(id, _)| id.clone())
            .expect("one of the example")
    });
    let ask = RequestCommand::Offer {
        offer: OfferId::new(offer.as_str()),
        until: desk.operation.horizon.to,
    };
    // Before it is asked the hospital knows of nothing.
    let hospital = desk.who(Role::ReceivingHospital).await;
    let about = About::Request(id.clone());
    let sees = |record: &airbridge_events::Record, mask: &airbridge_disclosure::Mask| {
        airbridge_app::shown(&record.requests[&id].row, |group| mask.shows(group))
    };
    let nothing = desk.app.look(&hospital, Operation::RequestRead, &about, "", sees).await;
    assert!(matches!(nothing, Err(Error::NotFound)));
    request(&desk, Role::RegulatingOfficer, Operation::RequestOffer, &id, ask)
        .await
        .expect("a free bed");
    let before = desk
        .app
        .look(&hospital, Operation::RequestRead, &about, "", sees)
        .await
        .expect("asked");
    assert!(before.text("clinical_notes").is_empty() && before.text("origin").is_empty());
    assert_eq!(before.text("specialty"), "general-surgery");
    assert!(matches!(
        desk.app.read_identity(&hospital, &id, "").await,
        Err(Error::NotFound)
    ));
    request(
        &desk,
        Role::ReceivingHospital,
        Operation::OfferAccept,
        &id,
        RequestCommand::Accept,
    )
    .await
    .expect("asked");
    let after = desk
        .app
        .look(&hospital, Operation::RequestRead, &about, "", sees)
        .await
        .expect("accepted");
    assert_eq!(after.text("clinical_notes"), "synthetic notes");
    // Identity is apart, and erased by its key.
    let identity = Identity([("family_name".to_owned(), "Synthetic".to_owned())].into());
    desk.app
        .write_identity(&clinician, &id, &identity, "referral", None)
        .await
        .expect("its own");
    let read = desk
        .app
        .read_identity(&hospital, &id, "admission")
        .await
        .expect("accepted");
    assert_eq!(read.0, identity.0);
    let authority = desk.who(Role::RequestingAuthority).await;
    desk.app
        .erase(&authority, &id, "asked for", None)
        .await
        .expect("its own");
    assert!(
        desk.app
            .read_identity(&hospital, &id, "")
            .await
            .expect("still accepted")
            .0
            .is_empty()
    );
}

#[tokio::test]
async fn a_repeated_act_is_done_once() {
    let desk = Desk::new(Role::ALL).await;
    desk.import().await;
    let clinician = desk.who(Role::ReferringClinician).await;
    let once = Wish {
        once: Some(("key".to_owned(), [1; 32])),
        ..wish_to_create()
    };
    let first = desk.app.act(&clinician, &once).await.expect("new");
    let again = desk.app.act(&clinician, &once).await.expect("the same answer");
    assert!(!first.is_repeated && again.is_repeated);
    assert_eq!((first.stream, first.version), (again.stream, again.version));
    let other = Wish {
        once: Some(("key".to_owned(), [2; 32])),
        ..wish_to_create()
    };
    assert!(matches!(desk.app.act(&clinician, &other).await, Err(Error::KeyReused)));
    let plain = desk.app.act(&clinician, &wish_to_create()).await;
    assert!(matches!(plain, Err(Error::Refused(refusal)) if refusal.code == Code::Exists));
}

#[tokio::test]
async fn whoever_is_suspended_is_out_at_once() {
    let desk = Desk::new(Role::ALL).await;
    let clinician = desk.who(Role::ReferringClinician).await;
    let (token, _) = desk
        .app
        .log_in("Referring-Clinician", PASSWORD)
        .await
        .expect("case is the same");
    desk.app.who(&token.0).await.expect("logged in");
    let id = clinician.account();
    let suspend = airbridge_events::AccountCommand::Suspend("left".to_owned());
    let wish = Wish::new(
        Operation::AccountSuspend,
        About::Account(id.clone()),
        Command::Account(id, suspend),
    );
    desk.app
        .act(&desk.who(Role::Administrator).await, &wish)
        .await
        .expect("another's");
    assert!(matches!(desk.app.who(&token.0).await, Err(Error::Anonymous)));
    assert!(matches!(
        desk.app.log_in("referring-clinician", PASSWORD).await,
        Err(Error::WrongPassword)
    ));
    assert!(matches!(
        desk.app.log_in("nobody", PASSWORD).await,
        Err(Error::WrongPassword)
    ));
}

#[tokio::test]
async fn every_look_is_recorded_and_the_chain_holds() {
    let desk = Desk::new(Role::ALL).await;
    desk.import().await;
    let auditor = desk.who(Role::Auditor).await;
    let before = desk.app.audit_page(&auditor, 0, 1_000).await.expect("it may").len();
    let planner = desk.who(Role::AirliftPlanner).await;
    let hits = desk
        .app
        .search(
            &planner,
            Operation::RequestSearch,
            (None, 5),
            |record, after| following(&record.requests, after, About::Request),
            |_, about, _| Some(about.id()),
        )
        .await
        .expect("it may");
    assert_eq!((hits.items.len(), hits.next.is_some()), (5, true));
    let entries = desk.app.audit_page(&auditor, 0, 1_000).await.expect("it may");
    // Its own first look, five hits and the search, and this look.
    let acts: Vec<&str> = entries[before..].iter().map(|entry| entry.draft.act.as_str()).collect();
    assert_eq!(
        acts.iter().filter(|act| **act == "request.search").count(),
        6,
        "{acts:?}"
    );
    let verdict = desk.app.verify_audit(&auditor).await.expect("it may");
    assert_eq!(verdict["sound"], true, "{verdict}");
    let administrator = desk.who(Role::Administrator).await;
    assert!(matches!(
        desk.app.audit_page(&administrator, 0, 10).await,
        Err(Error::Forbidden)
    ));
}
