//! The log is the truth: replayed to any cut it gives the record as it stood there, byte for byte, on either store.

use airbridge_app::{App, Scripted};
use airbridge_desk::{Desk, start};
use airbridge_events::{Command, MissionCommand, Record, RequestCommand, Row};
use airbridge_store::Store;
use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

/// Acts that are tried; about half of them can be done.
const ACTS: usize = 200;

#[tokio::test(flavor = "multi_thread")]
async fn in_memory() {
    replays("memory:").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    replays(&format!("sqlite:{}", folder.path().join("store.db").display())).await;
}

/// Where a server is given; CI gives one.
#[tokio::test(flavor = "multi_thread")]
async fn on_postgres() {
    let Ok(server) = std::env::var("AIRBRIDGE_TEST_POSTGRES") else {
        return;
    };
    let schema = format!("t{}", uuid::Uuid::now_v7().simple());
    let mut conn = PgConnection::connect(&server).await.expect("the server answers");
    let create = AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
    sqlx::raw_sql(create)
        .execute(&mut conn)
        .await
        .expect("schemas may be made");
    let mark = if server.contains('?') { '&' } else { '?' };
    replays(&format!("{server}{mark}options[search_path]={schema}")).await;
}

/// Two servers on one store, each of which does some of the acts; what each of them saw at each event is kept.
async fn replays(address: &str) {
    let store = Store::open(address).await.expect("the store opens");
    let desk = Desk::on(store.clone()).await;
    desk.import().await;
    let other = App::open(store.clone(), Box::new(Scripted::at(start()))).await;
    let servers = [desk.app.clone(), other.expect("the log is sound")];
    let mut rng = Pcg64Mcg::seed_from_u64(7);
    let mut seen: Vec<Record> = vec![servers[0].see(Record::clone)];
    for _ in 0..ACTS {
        let command = act(&mut rng, &seen[seen.len() - 1]);
        let server = &servers[rng.random_range(0..2)];
        let done = server.as_machine(&command).await.is_ok();
        let record = server.see(Record::clone);
        assert_eq!(record.seq > seen[seen.len() - 1].seq, done);
        if done {
            seen.push(record);
        }
    }
    assert!(seen.len() > ACTS / 4, "{} acts were done", seen.len());

    let bytes = |record: &Record| format!("{record:?}");
    for live in &seen {
        let replayed = servers[1].as_of(live.seq).await.expect("the log is readable");
        assert_eq!(bytes(&replayed), bytes(live), "after event {}", live.seq);
    }
    // A server that starts now knows the same.
    let late = App::open(store, Box::new(Scripted::at(start())))
        .await
        .expect("the log is sound");
    assert_eq!(bytes(&late.see(Record::clone)), bytes(&seen[seen.len() - 1]));
}

/// Something that somebody may want at this point, possible or not.
fn act(rng: &mut impl Rng, record: &Record) -> Command {
    let requests: Vec<_> = record.requests.keys().collect();
    let id = requests[rng.random_range(0..requests.len())].clone();
    let offers: Vec<_> = record.offers.keys().collect();
    let until = start() + jiff::SignedDuration::from_hours(rng.random_range(1..90));
    let text = || "synthetic".to_owned();
    let identifiers = "name, date of birth".to_owned();
    let command = match rng.random_range(0..13) {
        0 | 1 => RequestCommand::Offer {
            offer: offers[rng.random_range(0..offers.len())].clone(),
            until,
        },
        2 | 3 => RequestCommand::Accept,
        4 => RequestCommand::Decline {
            reason: "no-bed".to_owned(),
            note: text(),
        },
        5 => RequestCommand::Unplace { reason: text() },
        6 => RequestCommand::Assess(Row::from([("precedence_code", "P1")])),
        7 => RequestCommand::Clear {
            conditions: text(),
            valid_until: until,
        },
        8 => RequestCommand::Amend(Row::from([("age_years", "33")])),
        9 => RequestCommand::Defer { until, reason: text() },
        10 => RequestCommand::Collect { identifiers },
        11 => RequestCommand::Create {
            operation: "op".into(),
            organisation: "origin".into(),
            row: Row::from([("origin", "BMC"), ("age_years", "44")]),
            return_of: None,
            seen: Vec::new(),
        },
        _ => return Command::Mission("op.M001".into(), MissionCommand::Task),
    };
    let id = match &command {
        RequestCommand::Create { .. } => format!("NEW-{}", record.seq).into(),
        _ => id,
    };
    Command::Request(id, command)
}
