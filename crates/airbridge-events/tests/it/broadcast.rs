//! Several hospitals are asked at once, and the way home.

use airbridge_events::{Code, Command, RequestCommand, RequestId, Row};

use crate::world::World;

fn ask(world: &mut World, offers: &[&str]) -> Result<(), airbridge_events::Refusal> {
    let until = world.hours(24);
    let offers = offers.iter().map(|offer| (*offer).into()).collect();
    world
        .request("r", RequestCommand::Broadcast { offers, until })
        .map(drop)
}

fn refuse(offer: &str, reason: &str, note: &str) -> RequestCommand {
    RequestCommand::Refuse {
        offer: offer.into(),
        reason: reason.to_owned(),
        note: note.to_owned(),
    }
}

fn take(offer: &str) -> RequestCommand {
    RequestCommand::Take { offer: offer.into() }
}

#[test]
fn the_first_to_agree_takes_the_patient() {
    let mut world = World::new();
    world.cleared("r", "30");
    ask(&mut world, &["one", "two"]).expect("free beds");
    assert_eq!(world.state("r"), "offered");
    assert_eq!((world.free("one"), world.free("two")), (1, 2), "no bed is kept");
    world.request("r", take("two")).expect("asked");
    assert_eq!(
        (world.state("r"), world.free("one"), world.free("two")),
        ("accepted", 1, 1)
    );
    assert_eq!(world.refused("r", take("one")), Code::State, "too late");
    assert_eq!(world.refused("r", refuse("one", "no-bed", "")), Code::State);
}

#[test]
fn one_refusal_leaves_the_others_and_the_last_one_the_queue() {
    let mut world = World::new();
    world.cleared("r", "30");
    let queued = world.record.requests[&RequestId::from("r")].queued_at;
    ask(&mut world, &["one", "two"]).expect("free beds");
    assert_eq!(world.refused("r", refuse("one", "no-staff", "")), Code::Invalid);
    assert_eq!(
        world.refused("r", refuse("one", "other", " ")),
        Code::Invalid,
        "it says what"
    );
    world
        .request("r", refuse("one", "companion-limit", ""))
        .expect("a reason");
    assert_eq!(world.state("r"), "offered");
    assert_eq!(world.refused("r", take("one")), Code::State, "it has answered");
    world.request("r", refuse("two", "mdr", "")).expect("a reason");
    assert_eq!(world.state("r"), "cleared");
    assert_eq!(world.record.requests[&RequestId::from("r")].queued_at, queued);
    // Nobody is barred by having refused.
    ask(&mut world, &["one"]).expect("again");
    world.request("r", take("one")).expect("asked");
}

#[test]
fn who_is_asked_has_to_be_there_and_have_a_bed() {
    let mut world = World::new();
    world.cleared("r", "30");
    let refused = |world: &mut World, offers: &[&str]| {
        let refusal = ask(world, offers).expect_err("it cannot be done");
        (refusal.code, refusal.field)
    };
    assert_eq!(refused(&mut world, &[]), (Code::Invalid, "/offers".to_owned()));
    assert_eq!(
        refused(&mut world, &["one", "none"]),
        (Code::Unknown, "/offers/1".to_owned())
    );
    assert_eq!(
        refused(&mut world, &["one", "one"]),
        (Code::Invalid, "/offers/1".to_owned())
    );
    world.cleared("s", "31");
    let until = world.hours(24);
    let hold = RequestCommand::Offer {
        offer: "one".into(),
        until,
    };
    world.request("s", hold).expect("a free bed");
    assert_eq!(
        refused(&mut world, &["two", "one"]),
        (Code::Full, "/offers/1".to_owned())
    );
    assert_eq!(world.state("r"), "cleared");
}

#[test]
fn the_way_home_begins_at_the_hospital() {
    let mut world = World::new();
    world.cleared("r", "30");
    ask(&mut world, &["one"]).expect("a free bed");
    world.request("r", take("one")).expect("asked");
    let home = |facility: Option<&str>| {
        let row = facility.map_or_else(Row::default, |facility| Row::from([("origin", facility)]));
        RequestCommand::Create {
            operation: "op".into(),
            organisation: "hospital".into(),
            row,
            return_of: Some("r".into()),
            seen: Vec::new(),
        }
    };
    assert_eq!(
        world
            .ask(&Command::Request("h".into(), home(None)), "ward")
            .expect_err("not there yet")
            .code,
        Code::State
    );
    let identifiers = "pseudonym, date of birth".to_owned();
    // By road, on nobody's plan: the record follows what is reported.
    for fact in [
        airbridge_events::RequestEvent::Collected {
            identifiers: identifiers.clone(),
        },
        airbridge_events::RequestEvent::Delivered {
            facility: "VISHNEVSKY".to_owned(),
            identifiers,
            as_planned: false,
        },
        airbridge_events::RequestEvent::HandedOver {
            signatory: "ward physician".to_owned(),
            condition: "stable".to_owned(),
            documents: String::new(),
        },
    ] {
        world.tell("request/r", airbridge_events::What::Request(fact));
    }
    world
        .ask(&Command::Request("h".into(), home(None)), "ward")
        .expect("handed over");
    let origin = world.record.requests[&RequestId::from("h")]
        .row
        .text("origin")
        .to_owned();
    assert_eq!(origin, "VISHNEVSKY", "where the patient is, not where they were to be");
    // One way home at a time; withdrawn, it stands in nobody's way.
    let again = |world: &mut World, id: &str| world.ask(&Command::Request(id.into(), home(None)), "ward");
    assert_eq!(
        again(&mut world, "h2").expect_err("asked for already").code,
        Code::State
    );
    let reason = "not well enough".to_owned();
    world
        .request("h", RequestCommand::Withdraw { reason })
        .expect("a draft");
    again(&mut world, "h2").expect("withdrawn");
}
