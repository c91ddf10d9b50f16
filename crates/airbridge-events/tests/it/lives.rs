//! Whole lives of requests, and what is refused on the way.

use airbridge_events::{Code, Command, RequestCommand, RequestEvent, RequestId, Row, What, due};

use crate::world::{World, clear, create};

fn offer(world: &mut World, request: &str, offer: &str) -> Result<(), airbridge_events::Refusal> {
    let until = world.hours(24);
    let command = RequestCommand::Offer {
        offer: offer.into(),
        until,
    };
    world.request(request, command).map(drop)
}

fn decline(reason: &str) -> RequestCommand {
    RequestCommand::Decline {
        reason: reason.to_owned(),
        note: String::new(),
    }
}

#[test]
fn nobody_endorses_what_they_have_written() {
    let mut world = World::new();
    world.ask(&create("r", "30"), "officer").expect("new");
    let basis = "consent".to_owned();
    world.request("r", RequestCommand::Submit { basis }).expect("complete");
    let criteria = "criteria".to_owned();
    assert_eq!(world.refused("r", RequestCommand::Endorse { criteria }), Code::Guard);
}

#[test]
fn a_request_without_basis_or_without_what_is_needed_is_not_submitted() {
    let mut world = World::new();
    world.ask(&create("r", "30"), "clinician").expect("new");
    let submit = |basis: &str| RequestCommand::Submit {
        basis: basis.to_owned(),
    };
    assert_eq!(world.refused("r", submit(" ")), Code::Invalid);
    let nothing = Row::from([("specialty", "")]);
    world.request("r", RequestCommand::Amend(nothing)).expect("a draft");
    let refusal = world.request("r", submit("consent")).expect_err("no specialty");
    assert_eq!(refusal.field, "/row/specialty");
}

#[test]
fn a_refusal_keeps_the_place_in_the_queue_and_never_blocks() {
    let mut world = World::new();
    world.cleared("r", "30");
    let queued = world.record.requests[&RequestId::from("r")].queued_at;
    offer(&mut world, "r", "one").expect("a free bed");
    assert_eq!(world.free("one"), 0);
    assert_eq!(world.refused("r", decline("because")), Code::Invalid);
    world.request("r", decline("no-capability")).expect("a reason");
    assert_eq!((world.state("r"), world.free("one")), ("cleared", 1));
    assert_eq!(world.record.requests[&RequestId::from("r")].queued_at, queued);
    offer(&mut world, "r", "two").expect("another hospital");
    // Outside the network, in words.
    world.request("r", decline("no-bed")).expect("a reason");
    let outside = RequestCommand::AcceptOutside("a clinic in Tunis".to_owned());
    world.request("r", outside).expect("cleared");
    assert_eq!(world.state("r"), "accepted");
}

#[test]
fn the_last_bed_goes_to_one() {
    let mut world = World::new();
    world.cleared("r", "30");
    world.cleared("s", "31");
    offer(&mut world, "r", "one").expect("a free bed");
    assert_eq!(offer(&mut world, "s", "one").expect_err("it is kept").code, Code::Full);
    // Once its time is over it may go to another, and the first comes too late.
    world.now = world.hours(25);
    let until = world.hours(72);
    world.request("s", clear(until)).expect("renewed");
    offer(&mut world, "s", "one").expect("free again");
    assert_eq!(world.refused("r", RequestCommand::Accept), Code::Full);
    world.request("s", RequestCommand::Accept).expect("kept");
    assert_eq!(world.state("s"), "accepted");
}

#[test]
fn a_clearance_runs_out() {
    let mut world = World::new();
    world.cleared("r", "30");
    world.now = world.hours(73);
    assert_eq!(offer(&mut world, "r", "one").expect_err("unfit").code, Code::Guard);
}

#[test]
fn an_open_duplicate_is_shown_first() {
    let mut world = World::new();
    world.cleared("r", "30");
    let refusal = world.ask(&create("again", "30"), "clinician").expect_err("the same");
    assert!(
        refusal.what.contains('r') && refusal.code == Code::Exists,
        "{refusal:?}"
    );
    let Command::Request(
        id,
        RequestCommand::Create {
            operation,
            organisation,
            row,
            ..
        },
    ) = create("again", "30")
    else {
        unreachable!("it creates")
    };
    let seen = RequestCommand::Create {
        operation,
        organisation,
        row,
        return_of: None,
        seen: vec!["r".into()],
    };
    world.ask(&Command::Request(id, seen), "clinician").expect("looked at");
    // One that is over stands in nobody's way.
    let mut world = World::new();
    world.cleared("r", "30");
    let reason = "moved otherwise".to_owned();
    world
        .request("r", RequestCommand::Withdraw { reason })
        .expect("not under way");
    world.ask(&create("again", "30"), "clinician").expect("free");
}

#[test]
fn the_dead_free_their_bed_and_are_not_forgotten() {
    let mut world = World::new();
    world.cleared("r", "30");
    offer(&mut world, "r", "one").expect("a free bed");
    world.request("r", RequestCommand::Accept).expect("kept");
    world.request("r", RequestCommand::ReportDeath).expect("alive so far");
    assert_eq!((world.state("r"), world.free("one")), ("died", 1));
    assert_eq!(world.refused("r", RequestCommand::ReportDeath), Code::State);
}

/// The origin may be asked only after the hospital has signed; what it is asked for it can do.
#[test]
fn a_departure_is_confirmed_once_even_when_the_patient_is_handed_over() {
    let mut world = World::new();
    world.cleared("r", "30");
    offer(&mut world, "r", "one").expect("a free bed");
    world.request("r", RequestCommand::Accept).expect("kept");
    assert_eq!(world.refused("r", RequestCommand::ConfirmDeparture), Code::State);
    let planned = RequestEvent::Planned {
        plan: "plan".into(),
        missions: Vec::new(),
        offer: Some("one".into()),
        arrives_at: world.hours(12),
    };
    world.tell("request/r", What::Request(planned));
    let identifiers = || "pseudonym, wristband".to_owned();
    let collect = RequestCommand::Collect {
        identifiers: identifiers(),
    };
    let deliver = RequestCommand::Deliver {
        facility: "BURDENKO".to_owned(),
        identifiers: identifiers(),
    };
    let sign = RequestCommand::HandOver {
        signatory: "a synthetic doctor".to_owned(),
        condition: "stable".to_owned(),
        documents: String::new(),
    };
    for step in [collect, deliver, sign] {
        world.request("r", step).expect("the next step");
    }
    assert_eq!(world.refused("r", RequestCommand::Close), Code::Guard);
    let waits_for =
        |world: &World| due(&world.record, &world.record.requests[&RequestId::from("r")]).map(|due| due.role);
    assert_eq!(waits_for(&world), Some("referring-clinician"));
    world
        .request("r", RequestCommand::ConfirmDeparture)
        .expect("it is what waits");
    assert_eq!(
        (world.state("r"), waits_for(&world)),
        ("handed-over", Some("regulating-officer"))
    );
    assert_eq!(world.refused("r", RequestCommand::ConfirmDeparture), Code::State);
    world.request("r", RequestCommand::Close).expect("both ends confirm");
    assert_eq!(world.refused("r", RequestCommand::ConfirmDeparture), Code::State);
}

#[test]
fn nobody_is_cleared_before_somebody_has_asked_for_it() {
    let mut world = World::new();
    world.cleared("a", "20");
    let reason = "the ward has changed".to_owned();
    let valid_until = world.hours(72);
    assert_eq!(
        world.refused("a", RequestCommand::Return { reason: reason.clone() }),
        Code::State
    );
    world.ask(&create("b", "30"), "clinician").expect("a new request");
    assert_eq!(world.refused("b", clear(valid_until)), Code::State);
    let basis = "consent".to_owned();
    world.request("b", RequestCommand::Submit { basis }).expect("complete");
    assert_eq!(world.refused("b", clear(valid_until)), Code::State);
    let criteria = "published criteria".to_owned();
    world
        .request("b", RequestCommand::Endorse { criteria })
        .expect("by another");
    world.request("b", RequestCommand::Return { reason }).expect("endorsed");
    assert_eq!(
        world.refused("b", clear(valid_until)),
        Code::State,
        "it has to be endorsed again"
    );
    let until = world.hours(5);
    let reason = "unwell".to_owned();
    assert_eq!(world.refused("b", RequestCommand::Defer { until, reason }), Code::State);
}

/// What a crew without a link has done while the clearance held can be reported after it has ended.
#[test]
fn a_late_report_is_judged_by_when_it_happened() {
    let mut world = World::new();
    world.cleared("a", "20");
    let planned = RequestEvent::Planned {
        plan: "p".into(),
        missions: vec!["op.M001".into()],
        offer: None,
        arrives_at: world.now,
    };
    world.tell("request/a", What::Request(planned));
    let flown_at = world.hours(71);
    world.now = world.hours(80);
    let collect = || RequestCommand::Collect {
        identifiers: "pseudonym, date of birth".to_owned(),
    };
    assert_eq!(world.refused("a", collect()), Code::Guard);
    world.happened_at = Some(flown_at);
    world.request("a", collect()).expect("the clearance held");
}
