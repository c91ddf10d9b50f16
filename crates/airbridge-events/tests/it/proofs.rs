//! How accounts prove who they are: what is recorded of it, and what is refused.

use airbridge_events::{AccountCommand, AccountId, Code, Command, Password, ProofCommand, Proofs};
use jiff::SignedDuration;

use crate::world::World;

const LONG: Password = Password {
    is_temporary: false,
    stands_alone: true,
};
const SHORT: Password = Password {
    is_temporary: false,
    stands_alone: false,
};

fn open(world: &mut World, id: &str, password: Option<Password>) {
    let open = AccountCommand::Open {
        organisation: "ministry".into(),
        login: id.to_owned(),
        roles: Vec::new(),
        password,
    };
    world.done(&Command::Account(id.into(), open));
}

fn prove(id: &str, command: ProofCommand) -> Command {
    Command::Account(id.into(), AccountCommand::Prove(command))
}

fn refused(world: &mut World, command: &Command, account: &str) -> Code {
    world.ask(command, account).expect_err("it cannot be done").code
}

fn proofs<'w>(world: &'w World, id: &str) -> &'w Proofs {
    &world.record.accounts[&AccountId::from(id)].proofs
}

#[test]
fn an_account_and_its_first_password_are_one_act() {
    let mut world = World::new();
    open(
        &mut world,
        "ada",
        Some(Password {
            is_temporary: true,
            ..LONG
        }),
    );
    assert!(
        proofs(&world, "ada").must_change_password(),
        "somebody else has chosen it"
    );
    world.done(&prove("ada", ProofCommand::SetPassword(LONG)));
    assert!(!proofs(&world, "ada").must_change_password());
}

#[test]
fn an_invitation_is_good_once_and_until_its_end() {
    let mut world = World::new();
    open(&mut world, "ada", None);
    let accept = prove("ada", ProofCommand::AcceptInvitation(LONG));
    assert_eq!(refused(&mut world, &accept, "ada"), Code::State);
    let until = world.now + SignedDuration::from_hours(72);
    let invite = prove("ada", ProofCommand::Invite { until });
    assert_eq!(refused(&mut world, &invite, "ada"), Code::Guard, "not oneself");
    world.done(&invite);
    let standing = world.record.accounts[&AccountId::from("ada")].standing;
    world.now = until;
    assert_eq!(refused(&mut world, &accept, "ada"), Code::State, "its end is over");
    world.now = until - SignedDuration::from_secs(1);
    world.done(&accept);
    assert_eq!(refused(&mut world, &accept, "ada"), Code::State, "once");
    let now = world.record.accounts[&AccountId::from("ada")].standing;
    assert_eq!(now, standing + 1, "whoever was logged in is so no more");
}

#[test]
fn a_short_password_is_good_as_long_as_there_is_a_second_factor() {
    let mut world = World::new();
    open(&mut world, "ada", Some(LONG));
    world.done(&prove("ada", ProofCommand::EnrolSecondFactor { codes: 2 }));
    world.done(&prove("ada", ProofCommand::SetPassword(SHORT)));
    assert!(!proofs(&world, "ada").must_change_password());
    let reset = |reason: &str| {
        let reason = reason.to_owned();
        prove("ada", ProofCommand::ResetSecondFactor { reason })
    };
    assert_eq!(refused(&mut world, &reset(" "), "admin"), Code::Invalid);
    assert_eq!(refused(&mut world, &reset("lost"), "ada"), Code::Guard);
    world.done(&reset("lost"));
    assert!(proofs(&world, "ada").must_change_password());
    assert_eq!(refused(&mut world, &reset("lost"), "admin"), Code::State);
}

#[test]
fn a_recovery_code_is_good_once() {
    let mut world = World::new();
    open(&mut world, "ada", Some(LONG));
    world.done(&prove("ada", ProofCommand::EnrolSecondFactor { codes: 2 }));
    let code = |number| prove("ada", ProofCommand::UseRecoveryCode { number });
    world.done(&code(1));
    assert_eq!(refused(&mut world, &code(1), "ada"), Code::State);
    assert_eq!(refused(&mut world, &code(2), "ada"), Code::State, "there are two");
    world.done(&code(0));
    world.done(&prove("ada", ProofCommand::EnrolSecondFactor { codes: 2 }));
    world.done(&code(1));
}

#[test]
fn a_subject_is_one_account() {
    let mut world = World::new();
    open(&mut world, "ada", Some(LONG));
    open(&mut world, "eve", Some(LONG));
    let link = |id: &str, subject: &str| {
        let (issuer, subject) = ("https://issuer.example".to_owned(), subject.to_owned());
        prove(id, ProofCommand::Link { issuer, subject })
    };
    assert_eq!(refused(&mut world, &link("ada", "one"), "ada"), Code::Guard);
    world.done(&link("ada", "one"));
    assert_eq!(refused(&mut world, &link("eve", "one"), "admin"), Code::Exists);
    assert_eq!(refused(&mut world, &link("eve", ""), "admin"), Code::Invalid);
    world.done(&link("eve", "two"));
    let found = world.record.by_sign_on("https://issuer.example", "two");
    assert_eq!(found.expect("linked").0.as_str(), "eve");
    assert!(world.record.by_sign_on("https://other.example", "two").is_none());
    let unlink = prove(
        "eve",
        ProofCommand::Unlink {
            issuer: "https://issuer.example".to_owned(),
        },
    );
    world.done(&unlink);
    assert!(world.record.by_sign_on("https://issuer.example", "two").is_none());
    assert_eq!(refused(&mut world, &unlink, "admin"), Code::State);
}
