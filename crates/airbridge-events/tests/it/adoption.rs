//! Plans: adopted in whole, in part, and replaced.

use airbridge_events::{
    Behind, Code, Command, Flight, Leg, MissionCommand, MissionId, Outline, PlanCommand, PlanId, Refusal,
    RequestCommand, RequestId, Way, claims, due,
};

use crate::world::{World, account};

fn flight(world: &World, number: &str) -> Flight {
    Flight {
        number: number.to_owned(),
        aircraft: "RA-SYN1".to_owned(),
        operator: "RU-RESCUE".to_owned(),
        flight_crew: "FLT-A".to_owned(),
        medical_crew: Some("MED-A".to_owned()),
        legs: vec![Leg {
            from: "HLLB".to_owned(),
            to: "UUBW".to_owned(),
            off_block_at: world.now,
            on_block_at: world.now,
        }],
    }
}

fn propose(world: &mut World, id: &str, parent: Option<&str>, ways: &[(&str, &str, &str)]) {
    let mut numbers: Vec<&str> = ways.iter().map(|way| way.2).collect();
    numbers.dedup();
    let outline = Outline {
        operation: "op".into(),
        parent: parent.map(PlanId::from),
        blob: "blob".to_owned(),
        tables: "blob".to_owned(),
        tables_seq: 0,
        events: None,
        known_seq: 0,
        measures: serde_json::Value::Null,
        flights: numbers.iter().map(|number| flight(world, number)).collect(),
        ways: ways
            .iter()
            .map(|(request, offer, number)| Way {
                request: (*request).into(),
                offer: (*offer).into(),
                arrives_at: world.now,
                missions: vec![(*number).to_owned()],
            })
            .collect(),
        left_out: Vec::new(),
        behind: Behind::default(),
    };
    world.done(&Command::Plan(id.into(), PlanCommand::Propose(Box::new(outline))));
}

fn adopt(world: &mut World, id: &str, missions: Option<&[&str]>) -> Result<(), Refusal> {
    let missions = missions.map(|numbers| numbers.iter().map(|number| (*number).to_owned()).collect());
    let blob = "blob".to_owned();
    world
        .ask(
            &Command::Plan(id.into(), PlanCommand::Adopt { missions, blob }),
            "officer",
        )
        .map(drop)
}

fn planned() -> World {
    let mut world = World::new();
    for (id, age) in [("a", "20"), ("b", "30"), ("c", "40")] {
        world.cleared(id, age);
    }
    world
}

#[test]
fn adopting_keeps_beds_and_tells_everybody() {
    let mut world = planned();
    propose(
        &mut world,
        "p1",
        None,
        &[("a", "one", "M001"), ("b", "two", "M001"), ("c", "two", "M002")],
    );
    assert_eq!(
        (world.state("a"), world.free("one")),
        ("cleared", 1),
        "a proposal promises nothing"
    );
    adopt(&mut world, "p1", None).expect("it fits");
    assert_eq!((world.state("a"), world.state("c")), ("planned", "planned"));
    assert_eq!((world.free("one"), world.free("two")), (0, 0));
    assert!(world.record.missions.contains_key(&MissionId::from("op.M002")));
    // The hospital still has its say.
    world.request("a", RequestCommand::Accept).expect("kept");
    assert_eq!(world.state("a"), "planned");
    let decline = RequestCommand::Decline {
        reason: "no-capability".to_owned(),
        note: String::new(),
    };
    world.request("b", decline).expect("a reason");
    assert_eq!((world.state("b"), world.free("two")), ("cleared", 1));
    assert_eq!(adopt(&mut world, "p1", None).expect_err("once").code, Code::State);
}

#[test]
fn a_part_moves_only_its_own() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001"), ("b", "two", "M002")]);
    assert_eq!(
        adopt(&mut world, "p1", Some(&["M009"])).expect_err("none such").code,
        Code::Unknown
    );
    adopt(&mut world, "p1", Some(&["M001"])).expect("one of two");
    assert_eq!((world.state("a"), world.state("b")), ("planned", "cleared"));
    assert_eq!(world.record.missions.len(), 1);
}

#[test]
fn a_plan_replaces_its_own_parent_only() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001"), ("b", "two", "M002")]);
    propose(&mut world, "other", None, &[("a", "two", "M001")]);
    adopt(&mut world, "p1", None).expect("the first");
    assert_eq!(adopt(&mut world, "other", None).expect_err("stale").code, Code::Guard);
    // The next one swaps the beds, and does without a mission.
    propose(
        &mut world,
        "p2",
        Some("p1"),
        &[("a", "two", "M001"), ("c", "one", "M001")],
    );
    adopt(&mut world, "p2", None).expect("its parent runs");
    assert_eq!(
        (world.state("a"), world.state("b"), world.state("c")),
        ("planned", "cleared", "planned")
    );
    assert_eq!((world.free("one"), world.free("two")), (0, 1));
    assert!(world.record.missions[&MissionId::from("op.M002")].is_over());
}

#[test]
fn a_part_of_a_plan_that_replaces_another_keeps_the_rest() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001"), ("b", "two", "M002")]);
    adopt(&mut world, "p1", None).expect("the first");
    world.request("b", RequestCommand::Accept).expect("kept");
    // The plan takes M001 out and has a third patient on M003; only M003 is wanted.
    propose(
        &mut world,
        "p2",
        Some("p1"),
        &[("b", "two", "M002"), ("c", "two", "M003")],
    );
    let mut part = world.record.plans[&PlanId::from("p1")].outline.clone();
    part.parent = Some("p1".into());
    let third = world.record.plans[&PlanId::from("p2")].outline.clone();
    part.flights
        .extend(third.flights.into_iter().filter(|flight| flight.number == "M003"));
    part.ways
        .extend(third.ways.into_iter().filter(|way| way.request.as_str() == "c"));
    let adopt = PlanCommand::AdoptPart {
        part: Box::new(part),
        blob: "merged".to_owned(),
    };
    world.done(&Command::Plan("p2".into(), adopt));
    assert_eq!(
        (world.state("a"), world.state("b"), world.state("c")),
        ("planned", "planned", "planned")
    );
    assert_eq!((world.free("one"), world.free("two")), (0, 0));
    assert!(
        !world.record.missions[&MissionId::from("op.M001")].is_over(),
        "it was not taken out"
    );
    let plan = &world.record.plans[&PlanId::from("p2")];
    assert_eq!(plan.adopted.as_deref(), Some("merged"));
    let planned = world.record.requests[&RequestId::from("a")].planned.clone();
    assert_eq!(
        planned.expect("it flies").0,
        PlanId::from("p2"),
        "of the plan that runs"
    );
}

#[test]
fn a_plan_of_old_tables_is_not_adopted() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    let mut outline = world.record.plans[&PlanId::from("p1")].outline.clone();
    outline.known_seq = world.record.seq;
    let again = PlanCommand::Propose(Box::new(outline));
    world.done(&Command::Plan("p3".into(), again));
    let replace = airbridge_events::OperationCommand::ReplaceTables {
        tables: "others".to_owned(),
    };
    world.done(&Command::Operation("op".into(), replace));
    assert_eq!(adopt(&mut world, "p3", None).expect_err("old tables").code, Code::Guard);
}

#[test]
fn no_bed_is_promised_twice() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001"), ("b", "one", "M001")]);
    let before = world.record.clone();
    assert_eq!(adopt(&mut world, "p1", None).expect_err("one bed").code, Code::Full);
    assert_eq!(world.record, before, "all or nothing");
}

#[test]
fn both_ends_confirm_and_nobody_is_left_on_board() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    let mission = MissionId::from("op.M001");
    let fly =
        |world: &mut World, command: MissionCommand| world.ask(&Command::Mission(mission.clone(), command), "crew");
    fly(&mut world, MissionCommand::Task).expect("approved");
    fly(&mut world, MissionCommand::Ready).expect("tasked");
    fly(&mut world, MissionCommand::Board).expect("ready");
    let identifiers = "pseudonym, date of birth".to_owned();
    let one = "pseudonym".to_owned();
    assert_eq!(
        world.refused("a", RequestCommand::Collect { identifiers: one }),
        Code::Guard
    );
    world
        .request(
            "a",
            RequestCommand::Collect {
                identifiers: identifiers.clone(),
            },
        )
        .expect("planned");
    let enplane = RequestCommand::Enplane {
        mission: mission.clone(),
        identifiers: identifiers.clone(),
    };
    world.request("a", enplane).expect("collected");
    fly(&mut world, MissionCommand::Depart).expect("boarding");
    fly(&mut world, MissionCommand::Land("UUBW".to_owned())).expect("in the air");
    assert_eq!(
        fly(&mut world, MissionCommand::Complete).expect_err("on board").code,
        Code::Guard
    );
    let facility = "BURDENKO".to_owned();
    world
        .request("a", RequestCommand::Deliver { facility, identifiers })
        .expect("off");
    assert_eq!(world.state("a"), "delivered");
    fly(&mut world, MissionCommand::Complete).expect("empty");
    world.request("a", hand_over()).expect("delivered");
    assert_eq!(world.refused("a", RequestCommand::Close), Code::Guard);
    let _ = account("nobody");
    let request = &world.record.requests[&RequestId::from("a")];
    assert!(due(&world.record, request).is_some(), "the origin still has to confirm");
}

/// A mission with somebody on board is not cancelled from under them because another plan does without it.
#[test]
fn nobody_is_forgotten_on_board_of_a_mission_that_a_plan_does_without() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    let identifiers = "pseudonym, date of birth".to_owned();
    let collect = RequestCommand::Collect {
        identifiers: identifiers.clone(),
    };
    world.request("a", collect).expect("planned");
    let mission = MissionId::from("op.M001");
    let enplane = RequestCommand::Enplane { mission, identifiers };
    world.request("a", enplane).expect("it stands at base");

    propose(&mut world, "p2", Some("p1"), &[("b", "two", "M002")]);
    let command = PlanCommand::Adopt {
        missions: None,
        blob: "blob".to_owned(),
    };
    let claimed = claims(&world.record, &Command::Plan("p2".into(), command));
    assert_eq!(claimed, ["plan/op", "aboard/op.M001"], "enplaning claims the same");
    assert_eq!(
        adopt(&mut world, "p2", None).expect_err("somebody is on board").code,
        Code::Guard
    );
    let airfield = "HLLB".to_owned();
    world
        .request("a", RequestCommand::Deplane { airfield })
        .expect("on board");
    adopt(&mut world, "p2", None).expect("nobody is");
}

fn leaves(world: &mut World, id: &str, mission: &str) {
    let identifiers = "pseudonym, date of birth".to_owned();
    let collect = RequestCommand::Collect {
        identifiers: identifiers.clone(),
    };
    world.request(id, collect).expect("planned");
    let mission = MissionId::from(mission);
    world
        .request(id, RequestCommand::Enplane { mission, identifiers })
        .expect("collected");
}

fn hand_over() -> RequestCommand {
    RequestCommand::HandOver {
        signatory: "ward physician".to_owned(),
        condition: "stable".to_owned(),
        documents: "summary".to_owned(),
    }
}

fn deliver(facility: &str) -> RequestCommand {
    RequestCommand::Deliver {
        facility: facility.to_owned(),
        identifiers: "pseudonym, date of birth".to_owned(),
    }
}

/// Who is on board when the plan changes the hospital has a bed in the new one, and none in the old one.
#[test]
fn a_bed_follows_a_patient_who_is_on_board() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001"), ("b", "two", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    world.request("a", RequestCommand::Accept).expect("kept");
    leaves(&mut world, "a", "op.M001");
    assert_eq!((world.free("one"), world.free("two")), (0, 1));

    propose(
        &mut world,
        "p2",
        Some("p1"),
        &[("a", "two", "M001"), ("b", "two", "M001")],
    );
    adopt(&mut world, "p2", None).expect("it fits");
    assert_eq!((world.free("one"), world.free("two")), (1, 0));
    world.request("a", deliver("BURDENKO")).expect("on board");
    assert_eq!(
        (world.free("one"), world.free("two")),
        (1, 0),
        "in the bed that was kept"
    );

    // A bed that others have taken is not promised to somebody on board either.
    leaves(&mut world, "b", "op.M001");
    propose(
        &mut world,
        "p3",
        Some("p2"),
        &[("c", "one", "M001"), ("b", "two", "M001")],
    );
    adopt(&mut world, "p3", None).expect("it fits");
    propose(
        &mut world,
        "p4",
        Some("p3"),
        &[("b", "one", "M001"), ("c", "one", "M001")],
    );
    assert_eq!(adopt(&mut world, "p4", None).expect_err("one bed").code, Code::Full);
}

/// Who was brought elsewhere, and is moved on, has a bed kept for the rest of the way.
#[test]
fn a_bed_is_kept_for_who_is_moved_on_from_elsewhere() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    leaves(&mut world, "a", "op.M001");
    world.request("a", deliver("ELSEWHERE")).expect("on board");
    assert_eq!((world.state("a"), world.free("one")), ("diverted", 1));
    propose(&mut world, "p2", Some("p1"), &[("a", "one", "M002")]);
    adopt(&mut world, "p2", None).expect("it is free");
    assert_eq!((world.state("a"), world.free("one")), ("diverted", 0));
}

/// A patient who is signed for is no more in a plan, and stays signed for.
#[test]
fn who_is_signed_for_stays_so_when_a_plan_is_adopted() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    leaves(&mut world, "a", "op.M001");
    world.request("a", deliver("BURDENKO")).expect("on board");
    world.request("a", hand_over()).expect("delivered");
    propose(&mut world, "p2", Some("p1"), &[("b", "two", "M002")]);
    adopt(&mut world, "p2", None).expect("it fits");
    assert_eq!((world.state("a"), world.free("one")), ("handed-over", 0));
}

/// Proposes what another plan says, changed.
fn propose_like(world: &mut World, like: &str, id: &str, change: impl FnOnce(&mut Outline)) {
    let mut outline = world.record.plans[&PlanId::from(like)].outline.clone();
    change(&mut outline);
    world.done(&Command::Plan(id.into(), PlanCommand::Propose(Box::new(outline))));
}

/// The mission that brought them there is over, and no more in the outline: what is left of their way is decided on.
#[test]
fn who_waits_half_way_is_moved_on_by_the_next_plan() {
    let mut world = planned();
    propose(&mut world, "first", None, &[("a", "one", "M001"), ("b", "two", "M002")]);
    propose_like(&mut world, "first", "p1", |outline| {
        outline.ways.truncate(1);
        outline.ways[0].missions = vec!["M001".to_owned(), "M002".to_owned()];
    });
    adopt(&mut world, "p1", None).expect("it fits");
    leaves(&mut world, "a", "op.M001");
    let airfield = "HECA".to_owned();
    world
        .request("a", RequestCommand::Deplane { airfield })
        .expect("on board");
    let facility = "STAGING".to_owned();
    world.request("a", RequestCommand::Stage { facility }).expect("there");
    propose(&mut world, "like", Some("p1"), &[("a", "two", "M007")]);
    propose_like(&mut world, "like", "p2", |outline| {
        outline.ways[0].missions = vec!["M001".to_owned(), "M007".to_owned()];
        outline.behind.missions = vec!["M001".to_owned()];
    });
    adopt(&mut world, "p2", None).expect("it fits");
    assert_eq!(
        (world.state("a"), world.free("one"), world.free("two")),
        ("staged", 1, 1)
    );
    let (plan, missions) = world.record.requests[&RequestId::from("a")]
        .planned
        .clone()
        .expect("it flies");
    assert_eq!(plan, PlanId::from("p2"));
    assert!(missions.contains(&MissionId::from("op.M007")));
    assert!(
        world.record.missions[&MissionId::from("op.M002")].is_over(),
        "it is not needed"
    );
}

/// A crew without a link reports late: what should have happened when the next plan was made stays as it was promised.
#[test]
fn what_should_have_happened_is_not_undone() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    propose(&mut world, "like", Some("p1"), &[("b", "two", "M002")]);
    propose_like(&mut world, "like", "p2", |outline| {
        outline.behind = Behind {
            missions: vec!["M001".to_owned()],
            requests: vec!["a".into()],
        };
    });
    adopt(&mut world, "p2", None).expect("it fits");
    assert_eq!((world.state("a"), world.free("one")), ("planned", 0));
    leaves(&mut world, "a", "op.M001");
    world.request("a", deliver("BURDENKO")).expect("on board");
    assert_eq!(world.state("a"), "delivered");
}

/// A bed is kept until the patient should be in it, and no bed is promised whose hold has ended and that another has.
#[test]
fn a_hold_lasts_for_the_way_and_a_lapsed_one_keeps_nothing() {
    let mut world = planned();
    let far = world.hours(48);
    propose(&mut world, "like", None, &[("a", "one", "M001")]);
    propose_like(&mut world, "like", "p1", |outline| outline.ways[0].arrives_at = far);
    adopt(&mut world, "p1", None).expect("it fits");
    world.now = world.hours(60);
    assert_eq!(world.free("one"), 0, "it is kept beyond the arrival");
    world.now = world.hours(24);
    assert_eq!(world.free("one"), 1);
    let valid_until = world.hours(72);
    world.request("b", crate::world::clear(valid_until)).expect("still fit");
    let until = world.hours(1);
    let offer = "one".into();
    world
        .request("b", RequestCommand::Offer { offer, until })
        .expect("it is free");
    propose(&mut world, "p2", Some("p1"), &[("a", "one", "M001")]);
    assert_eq!(
        adopt(&mut world, "p2", None).expect_err("another has it").code,
        Code::Full
    );
    // Taken back, it is kept anew.
    let reason = "the plan is right".to_owned();
    world.request("b", RequestCommand::Unplace { reason }).expect("asked");
    adopt(&mut world, "p2", None).expect("free again");
    assert_eq!(world.free("one"), 0);
}

/// Who has a bed and is left out is named where another should get it: a person may take it back.
#[test]
fn a_bed_that_a_hospital_has_agreed_to_is_taken_back_by_a_person_only() {
    let mut world = planned();
    let until = world.hours(24);
    let offer = "one".into();
    world
        .request("c", RequestCommand::Offer { offer, until })
        .expect("free");
    world.request("c", RequestCommand::Accept).expect("kept");
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    let refused = adopt(&mut world, "p1", None).expect_err("it is another's");
    assert_eq!(refused.code, Code::Full);
    assert!(refused.to_string().contains("leaves out c") || format!("{refused:?}").contains("leaves out c"));
    let reason = "cannot be there in time".to_owned();
    world
        .request("c", RequestCommand::Unplace { reason })
        .expect("accepted");
    assert_eq!((world.state("c"), world.free("one")), ("cleared", 1));
    adopt(&mut world, "p1", None).expect("it is free");
    // Also from somebody whom the plan that runs moves.
    propose(&mut world, "p2", Some("p1"), &[("b", "one", "M001")]);
    world.request("a", RequestCommand::Accept).expect("kept");
    assert_eq!(
        adopt(&mut world, "p2", None).expect_err("it is another's").code,
        Code::Full
    );
    let reason = "the other is worse".to_owned();
    world.request("a", RequestCommand::Unplace { reason }).expect("planned");
    adopt(&mut world, "p2", None).expect("it is free");
    assert_eq!((world.state("a"), world.state("b")), ("cleared", "planned"));
}

/// The record knows better than a plan made before: who has died or is at another place is not planned, and no plan is refused for the dead.
#[test]
fn what_became_of_a_patient_since_the_plan_was_made_stands() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001"), ("b", "two", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    leaves(&mut world, "a", "op.M001");
    world.request("a", RequestCommand::ReportDeath).expect("on board");
    propose(
        &mut world,
        "p2",
        Some("p1"),
        &[("a", "one", "M001"), ("b", "two", "M001")],
    );
    adopt(&mut world, "p2", None).expect("the others fly");
    assert_eq!((world.state("a"), world.free("one")), ("died", 1));

    propose(
        &mut world,
        "p3",
        Some("p2"),
        &[("b", "two", "M001"), ("c", "one", "M001")],
    );
    let place = "a clinic of another network".to_owned();
    world
        .request("c", RequestCommand::AcceptOutside(place))
        .expect("cleared");
    assert_eq!(
        adopt(&mut world, "p3", None).expect_err("goes elsewhere").code,
        Code::Guard
    );

    leaves(&mut world, "b", "op.M001");
    propose(&mut world, "p4", Some("p2"), &[("b", "one", "M001")]);
    world.request("b", deliver("BURDENKO")).expect("on board");
    adopt(&mut world, "p4", None).expect("they are there");
    assert_eq!(
        (world.free("one"), world.free("two")),
        (1, 1),
        "in the bed that they were brought to"
    );
}

/// A bed that is taken back while its patient is on the way to it stays theirs, and no plan is refused for it.
#[test]
fn a_bed_that_is_taken_back_stays_for_who_is_on_the_way() {
    let mut world = planned();
    propose(&mut world, "p2", None, &[("a", "one", "M001")]);
    adopt(&mut world, "p2", None).expect("it fits");
    leaves(&mut world, "a", "op.M001");
    let withdraw = airbridge_events::OfferCommand::Withdraw {
        reason: "flood".to_owned(),
    };
    world.done(&Command::Offer("one".into(), withdraw));
    propose(
        &mut world,
        "p3",
        Some("p2"),
        &[("a", "one", "M001"), ("c", "two", "M002")],
    );
    adopt(&mut world, "p3", None).expect("it is theirs");
    world.request("a", deliver("BURDENKO")).expect("on board");
}

/// Signed for where they were brought, patients keep no bed elsewhere.
#[test]
fn who_is_signed_for_elsewhere_keeps_no_bed() {
    let mut world = planned();
    propose(&mut world, "p1", None, &[("a", "one", "M001")]);
    adopt(&mut world, "p1", None).expect("it fits");
    leaves(&mut world, "a", "op.M001");
    propose(&mut world, "p2", Some("p1"), &[("a", "one", "M001")]);
    world.request("a", deliver("ELSEWHERE")).expect("on board");
    adopt(&mut world, "p2", None).expect("it is free");
    assert_eq!(world.free("one"), 0, "for the rest of the way");
    world.request("a", hand_over()).expect("delivered");
    assert_eq!(world.free("one"), 1);
}
