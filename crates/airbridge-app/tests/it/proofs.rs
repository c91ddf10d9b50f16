//! How accounts prove who they are: passwords, invitations, second factors, and roles that nobody holds together.

use std::sync::Arc;

use airbridge_app::{App, AppSettings, Error, LogIn, MasterKey, Scripted, Who};
use airbridge_desk::{PASSWORD, start};
use airbridge_disclosure::Role;
use airbridge_events::{AccountCommand, AccountId, Command, OrganisationCommand};
use airbridge_store::{Store, VaultEntry};
use jiff::{SignedDuration, Timestamp};
use totp_rs::{Builder, Secret};

/// One account, `ada`, of an auditor.
struct House {
    app: App,
    clock: Arc<Scripted>,
    id: AccountId,
}

async fn served(store: Store, clock: &Arc<Scripted>, key: u8) -> Result<App, Error> {
    let own = AppSettings {
        master: Some(MasterKey([key; 32])),
        sign_on: None,
    };
    App::open_with(store, Box::new(Arc::clone(clock)), own).await
}

impl House {
    async fn new() -> Self {
        let clock = Arc::new(Scripted::at(start()));
        let store = Store::open("memory:").await.expect("a store in memory");
        let app = served(store, &clock, 7).await.expect("an empty log");
        let describe = OrganisationCommand::Describe {
            name: "ministry".to_owned(),
            facilities: Vec::new(),
            operators: Vec::new(),
        };
        app.as_machine(&Command::Organisation("ministry".into(), describe))
            .await
            .expect("new");
        let id = app
            .open_account("ada", PASSWORD, &"ministry".into(), &[Role::Auditor])
            .await
            .expect("new");
        Self { app, clock, id }
    }

    fn later(&self, by: SignedDuration) -> Timestamp {
        let now = self.app.now() + by;
        self.clock.set(now);
        now
    }

    async fn log_in(&self, code: Option<&str>) -> Result<Who, Error> {
        let shown = LogIn {
            login: "ada",
            password: PASSWORD,
            code,
            address: None,
        };
        let (token, _) = self.app.log_in_with(shown).await?;
        self.app.who(&token.0).await
    }

    /// Enrols a second factor: its secret, and its recovery codes.
    async fn enrol(&self) -> (String, Vec<String>) {
        let who = self.log_in(None).await.expect("a password alone");
        let begun = self
            .app
            .begin_second_factor(&who, PASSWORD)
            .await
            .expect("its password");
        assert!(begun.uri.starts_with("otpauth://totp/Airbridge:ada?") && begun.uri.contains(&begun.secret));
        let code = self.code(&begun.secret);
        let codes = self.app.confirm_second_factor(&who, &code).await.expect("its code");
        (begun.secret, codes)
    }

    /// What an app shows now.
    fn code(&self, secret: &str) -> String {
        let secret = Secret::try_from_base32(secret).expect("base 32");
        let totp = Builder::new().with_secret(secret).build().expect("20 bytes");
        totp.generate(self.app.now().as_second() as u64).to_string()
    }

    async fn outcomes(&self) -> Vec<String> {
        let entries = self.app.store().audit(0, 1_000).await.expect("it is readable");
        entries.into_iter().map(|entry| entry.draft.outcome).collect()
    }

    /// Everything that the log says.
    async fn log(&self) -> String {
        let events = self
            .app
            .store()
            .read(airbridge_store::Seq::START, 1_000)
            .await
            .expect("it is readable");
        events.iter().map(|event| event.event.payload.to_string()).collect()
    }
}

#[tokio::test]
async fn a_second_factor_is_asked_for_once_it_is_enrolled() {
    let house = House::new().await;
    let (secret, codes) = house.enrol().await;
    assert_eq!(codes.len(), 10);
    assert!(matches!(house.log_in(None).await, Err(Error::SecondFactorNeeded)));
    assert!(matches!(house.log_in(Some("000000")).await, Err(Error::WrongCode)));
    house.later(SignedDuration::from_secs(30));
    house.log_in(Some(&house.code(&secret))).await.expect("its code");
    // Neither secret nor codes are in the log, nor readable in the vault.
    let log = house.log().await;
    assert!(!log.contains(&secret) && codes.iter().all(|code| !log.contains(code.as_str())));
    let place = format!("{}/second-factor", house.id.stream());
    let VaultEntry { sealed, .. } = house
        .app
        .store()
        .vault_get(&place)
        .await
        .expect("it is readable")
        .expect("it is there");
    let raw = Secret::try_from_base32(&secret).expect("base 32");
    assert!(!sealed.windows(8).any(|window| window == &raw.as_ref()[..8]));
}

#[tokio::test]
async fn a_code_is_taken_once_here_and_on_another_server() {
    let house = House::new().await;
    let (secret, _) = house.enrol().await;
    // The code that has enrolled it is used, too.
    assert!(matches!(
        house.log_in(Some(&house.code(&secret))).await,
        Err(Error::WrongCode)
    ));
    house.later(SignedDuration::from_secs(60));
    let code = house.code(&secret);
    house.log_in(Some(&code)).await.expect("its code");
    assert!(matches!(house.log_in(Some(&code)).await, Err(Error::WrongCode)));
    // Nor in the step behind, in which it would still be taken.
    house.later(SignedDuration::from_secs(29));
    assert!(matches!(house.log_in(Some(&code)).await, Err(Error::WrongCode)));
    let other = House {
        app: served(house.app.store().clone(), &house.clock, 7)
            .await
            .expect("the same key"),
        clock: Arc::clone(&house.clock),
        id: house.id.clone(),
    };
    assert!(matches!(other.log_in(Some(&code)).await, Err(Error::WrongCode)));
    house.later(SignedDuration::from_secs(60));
    // Asked of both at once, one of them takes it.
    let code = house.code(&secret);
    let (here, there) = tokio::join!(house.log_in(Some(&code)), other.log_in(Some(&code)));
    assert_eq!(usize::from(here.is_ok()) + usize::from(there.is_ok()), 1);
    assert!(
        house
            .outcomes()
            .await
            .iter()
            .filter(|outcome| *outcome == "code used again")
            .count()
            >= 4
    );
}

#[tokio::test]
async fn a_recovery_code_is_taken_once_and_recorded() {
    let house = House::new().await;
    let (_, codes) = house.enrol().await;
    house
        .log_in(Some(&codes[3].to_uppercase()))
        .await
        .expect("however it is typed");
    assert!(matches!(house.log_in(Some(&codes[3])).await, Err(Error::WrongCode)));
    house.log_in(Some(&codes[4])).await.expect("another");
    let left = house.app.see(|record| {
        let factor = record.accounts[&house.id].proofs.second_factor.clone();
        factor.map(|factor| (factor.codes, factor.used.len()))
    });
    assert_eq!(left, Some((10, 2)));
}

#[tokio::test]
async fn codes_are_not_guessed() {
    let house = House::new().await;
    let (secret, _) = house.enrol().await;
    house.later(SignedDuration::from_mins(5));
    let mut tried = 0;
    while let Err(Error::WrongCode) = house.log_in(Some(&format!("{tried:06}"))).await {
        tried += 1;
    }
    assert!(tried < 10, "{tried}");
    // Who knows the password and asks again and again without a code is no way around.
    for _ in 0..3 {
        assert!(matches!(house.log_in(None).await, Err(Error::Throttled { .. })));
    }
    house.later(SignedDuration::from_mins(20));
    house.log_in(Some(&house.code(&secret))).await.expect("its owner");
}

#[tokio::test]
async fn enrolling_needs_the_password_a_right_code_and_comes_in_time() {
    let house = House::new().await;
    let who = house.log_in(None).await.expect("a password alone");
    assert!(matches!(
        house.app.begin_second_factor(&who, "another").await,
        Err(Error::WrongPassword)
    ));
    assert!(matches!(
        house.app.confirm_second_factor(&who, "000000").await,
        Err(Error::Invalid { .. })
    ));
    let begun = house
        .app
        .begin_second_factor(&who, PASSWORD)
        .await
        .expect("its password");
    assert!(matches!(
        house.app.confirm_second_factor(&who, "000000").await,
        Err(Error::Invalid { .. })
    ));
    house.log_in(None).await.expect("what was only begun does not count");
    house.later(SignedDuration::from_mins(16));
    let late = house.app.confirm_second_factor(&who, &house.code(&begun.secret)).await;
    assert!(matches!(late, Err(Error::Invalid { .. })), "{late:?}");
}

#[tokio::test]
async fn a_reset_ends_sessions_and_forgets_the_secret() {
    let house = House::new().await;
    house.enrol().await;
    let (token, _) = {
        let (secret, _) = {
            house
                .app
                .reset_second_factor(&house.id, "lost")
                .await
                .expect("it has one");
            house.later(SignedDuration::from_secs(30));
            house.enrol().await
        };
        house.later(SignedDuration::from_secs(30));
        let code = house.code(&secret);
        let shown = LogIn {
            login: "ada",
            password: PASSWORD,
            code: Some(&code),
            address: None,
        };
        house.app.log_in_with(shown).await.expect("its code")
    };
    house.app.who(&token.0).await.expect("logged in");
    house
        .app
        .reset_second_factor(&house.id, "lost")
        .await
        .expect("it has one");
    assert!(matches!(house.app.who(&token.0).await, Err(Error::Anonymous)));
    let place = format!("{}/second-factor", house.id.stream());
    assert!(
        house
            .app
            .store()
            .vault_get(&place)
            .await
            .expect("it is readable")
            .is_none()
    );
    house.log_in(None).await.expect("by password alone");
    assert!(
        house.app.reset_second_factor(&house.id, "lost").await.is_err(),
        "there is none"
    );
}

#[tokio::test]
async fn beside_a_second_factor_a_short_password_will_do_until_it_is_reset() {
    let house = House::new().await;
    let short = "fq7-zmwk";
    let who = house.log_in(None).await.expect("a password alone");
    assert!(house.app.change_password(&who, PASSWORD, short).await.is_err());
    let (secret, _) = house.enrol().await;
    house.later(SignedDuration::from_secs(30));
    let who = house.log_in(Some(&house.code(&secret))).await.expect("its code");
    house
        .app
        .change_password(&who, PASSWORD, short)
        .await
        .expect("eight beside a second factor");
    assert!(house.app.log_in("ada", PASSWORD).await.is_err());
    house
        .app
        .reset_second_factor(&house.id, "lost")
        .await
        .expect("it has one");
    let (token, _) = house.app.log_in("ada", short).await.expect("its password");
    let who = house.app.who(&token.0).await.expect("logged in");
    assert!(who.must_change_password);
    house
        .app
        .change_password(&who, short, PASSWORD)
        .await
        .expect("long enough");
    assert!(!house.log_in(None).await.expect("its password").must_change_password);
}

#[tokio::test]
async fn an_invitation_is_the_owners_word_once_and_in_time() {
    let house = House::new().await;
    let invitation = house
        .app
        .invite_new("eve", &"ministry".into(), &[Role::Crew])
        .await
        .expect("new");
    assert!(
        house.app.log_in("eve", "").await.is_err(),
        "nobody logs in without a password"
    );
    let accept = async |token: &str, password: &str| house.app.accept_invitation(token, password, None).await;
    let chosen = "nine brown owls at dusk";
    let token = invitation.token.0.as_str();
    assert!(matches!(accept("nonsense", chosen).await, Err(Error::WrongInvitation)));
    assert!(matches!(
        accept(&token[..token.len() - 1], chosen).await,
        Err(Error::WrongInvitation)
    ));
    assert!(
        matches!(accept(token, "short").await, Err(Error::Invalid { .. })),
        "and it is still good"
    );
    accept(token, chosen).await.expect("good");
    let (session, _) = house.app.log_in("eve", chosen).await.expect("its password");
    assert!(!house.app.who(&session.0).await.expect("logged in").must_change_password);
    assert!(
        matches!(accept(token, chosen).await, Err(Error::WrongInvitation)),
        "once"
    );
    // Another one takes the place of the first, and ends sessions when it is accepted.
    let eve = house
        .app
        .see(|record| record.by_login("eve").map(|(id, _)| id.clone()))
        .expect("she is there");
    let first = house.app.invite(&eve).await.expect("she is there");
    let second = house.app.invite(&eve).await.expect("she is there");
    assert!(matches!(
        accept(&first.token.0, chosen).await,
        Err(Error::WrongInvitation)
    ));
    house.later(SignedDuration::from_hours(72));
    assert!(
        matches!(accept(&second.token.0, chosen).await, Err(Error::WrongInvitation)),
        "too late"
    );
    let log = house.log().await;
    assert!(!log.contains(token) && !log.contains(&second.token.0));
}

#[tokio::test]
async fn an_account_is_there_with_its_password_or_not_at_all() {
    let house = House::new().await;
    let seq = |house: &House| house.app.see(|record| record.seq);
    let before = seq(&house);
    assert!(
        house
            .app
            .open_account("eve", "short", &"ministry".into(), &[Role::Crew])
            .await
            .is_err()
    );
    assert_eq!(seq(&house), before);
    house
        .app
        .open_account("eve", PASSWORD, &"ministry".into(), &[Role::Crew])
        .await
        .expect("new");
    // Both in one commit: the log says so by the commit's own record.
    assert_eq!(seq(&house), before + 2);
    let events = house
        .app
        .store()
        .read(airbridge_store::Seq(before), 10)
        .await
        .expect("it is readable");
    let kinds: Vec<&str> = events.iter().map(|event| event.event.kind.as_str()).collect();
    assert_eq!(kinds, ["people-account-opened", "people-password-set"]);
    assert_eq!(events[0].recorded_at, events[1].recorded_at);
}

#[tokio::test]
async fn roles_that_do_not_go_together_are_refused() {
    let house = House::new().await;
    let both = [Role::AirliftPlanner, Role::DutyOfficer];
    let refused = house.app.open_account("eve", PASSWORD, &"ministry".into(), &both).await;
    let Err(Error::Refused(refusal)) = refused else {
        panic!("{refused:?}");
    };
    assert!(
        refusal.what.contains("does not adopt it") && refusal.field == "/roles/1",
        "{refusal:?}"
    );
    let roles = vec!["auditor".to_owned(), "crew".to_owned(), "administrator".to_owned()];
    let change = Command::Account(house.id.clone(), AccountCommand::ChangeRoles(roles));
    assert!(matches!(house.app.as_machine(&change).await, Err(Error::Refused(_))));
    let roles = vec!["crew".to_owned(), "flight-surgeon".to_owned()];
    let change = Command::Account(house.id.clone(), AccountCommand::ChangeRoles(roles));
    house.app.as_machine(&change).await.expect("a flight surgeon may fly");
}

#[tokio::test]
async fn another_master_key_is_refused_until_the_first_is_forgotten() {
    let house = House::new().await;
    house.enrol().await;
    let store = || house.app.store().clone();
    let other = served(store(), &house.clock, 8).await;
    assert!(matches!(other, Err(Error::OtherMasterKey)), "{other:?}");
    let machine = App::open(store(), Box::new(Arc::clone(&house.clock)))
        .await
        .expect("a command needs none");
    assert_eq!(
        machine.forget_master("the disk is gone").await.expect("it is written"),
        1
    );
    served(store(), &house.clock, 8).await.expect("it is the store's now");
    assert!(matches!(
        served(store(), &house.clock, 7).await,
        Err(Error::OtherMasterKey)
    ));
    house.app.catch_up().await.expect("it is readable");
    house.log_in(None).await.expect("by password alone");
}

#[tokio::test]
async fn without_a_master_key_there_are_no_second_factors() {
    let clock = Arc::new(Scripted::at(start()));
    let store = Store::open("memory:").await.expect("a store in memory");
    let app = App::open(store, Box::new(Arc::clone(&clock)))
        .await
        .expect("an empty log");
    let describe = OrganisationCommand::Describe {
        name: "ministry".to_owned(),
        facilities: Vec::new(),
        operators: Vec::new(),
    };
    app.as_machine(&Command::Organisation("ministry".into(), describe))
        .await
        .expect("new");
    app.open_account("ada", PASSWORD, &"ministry".into(), &[])
        .await
        .expect("new");
    let (token, _) = app.log_in("ada", PASSWORD).await.expect("its password");
    let who = app.who(&token.0).await.expect("logged in");
    assert!(matches!(
        app.begin_second_factor(&who, PASSWORD).await,
        Err(Error::NotConfigured(_))
    ));
}

#[tokio::test]
async fn guessing_is_slowed_down_by_address_too() {
    let house = House::new().await;
    let address = Some("192.0.2.1".parse().expect("an address"));
    let guess = async |login: &str, address| {
        let shown = LogIn {
            login,
            password: "not the right password",
            code: None,
            address,
        };
        house.app.log_in_with(shown).await.expect_err("it is wrong")
    };
    let mut wrong = 0;
    while let Error::WrongPassword = guess(&format!("login {wrong}"), address).await {
        wrong += 1;
    }
    assert_eq!(wrong, 50);
    let elsewhere = Some("192.0.2.2".parse().expect("an address"));
    assert!(matches!(guess("login", elsewhere).await, Error::WrongPassword));
}

#[tokio::test]
async fn a_full_store_is_read_and_what_was_looked_at_is_recorded_later() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let address = format!("sqlite:{}", folder.path().join("store.db").display());
    let limited = airbridge_store::Settings {
        size_limit_bytes: Some(600 * 1024),
        ..airbridge_store::Settings::default()
    };
    let clock = Arc::new(Scripted::at(start()));
    let store = Store::open_with(&address, limited).await.expect("it opens");
    let app = App::open(store.clone(), Box::new(Arc::clone(&clock)))
        .await
        .expect("an empty log");
    let describe = OrganisationCommand::Describe {
        name: "ministry".to_owned(),
        facilities: Vec::new(),
        operators: Vec::new(),
    };
    app.as_machine(&Command::Organisation("ministry".into(), describe.clone()))
        .await
        .expect("new");
    app.open_account("ada", PASSWORD, &"ministry".into(), &[Role::Administrator])
        .await
        .expect("new");
    let (token, _) = app.log_in("ada", PASSWORD).await.expect("its password");
    // Some other thing eats up the room, to the last page that one entry of the audit needs.
    for size in [100_000, 10_000, 3_000, 500, 10] {
        while store
            .put_blob(app.random_text().repeat(size / 64 + 1).into_bytes())
            .await
            .is_ok()
        {}
    }
    let who = app.who(&token.0).await.expect("a session is read");
    clock.set(start() + SignedDuration::from_mins(5));
    let who_later = app
        .who(&token.0)
        .await
        .expect("a session is read, though its use cannot be noted");
    assert_eq!((&who.actor, who.session), (&who_later.actor, who_later.session));
    let mut written = 0;
    while app.audit_waiting() == 0 {
        assert!(written < 10_000, "it never filled");
        let me = airbridge_app::About::Of(who.account());
        app.look(&who, airbridge_disclosure::Operation::SelfRead, &me, "", |_, _| ())
            .await
            .expect("reading goes on");
        written += 1;
    }
    let refused = app.as_machine(&Command::Organisation("other".into(), describe)).await;
    assert!(matches!(refused, Err(Error::Full)), "{refused:?}");
    app.ready().await.expect("it can be read");
    let (waiting, before) = (
        app.audit_waiting(),
        store.audit_head().await.expect("it is readable").number,
    );
    assert!(
        !app.flush_audit().await && app.audit_waiting() == waiting,
        "they wait on"
    );
    // With room again.
    store.close().await;
    let store = Store::open(&address).await.expect("it opens");
    assert_eq!(
        store.audit_head().await.expect("it is readable").number,
        before,
        "nothing was half written"
    );
    assert!(store.verify_audit(&[]).await.expect("it is readable").is_sound());
}
