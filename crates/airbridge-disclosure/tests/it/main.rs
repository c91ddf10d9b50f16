//! The tables, cell by cell, against a plain reading of the files.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_disclosure::{Actor, Decision, FieldGroup, Operation, Role, Subject, Table, decide, roles_page, seen};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

const ROLES: &str = include_str!("../../data/roles.csv");
const FIELDS: &str = include_str!("../../data/fields.csv");
const PERIODS: &str = include_str!("../../data/periods.csv");
const APART: &str = include_str!("../../data/apart.csv");

fn now() -> Timestamp {
    "2017-02-01T00:00:00Z".parse().expect("an instant")
}

fn actor(role: Role, organisation: &str) -> Actor {
    Actor {
        account: "me".to_owned(),
        organisation: organisation.to_owned(),
        roles: BTreeSet::from([role]),
        is_suspended: false,
        emergencies: BTreeMap::new(),
    }
}

/// A subject of each relation, by the words of the scopes that cover it.
fn subjects() -> Vec<(&'static str, Subject, &'static [&'static str])> {
    let set = |name: &str| BTreeSet::from([name.to_owned()]);
    let assigned = |ended: Option<Timestamp>| BTreeMap::from([("me".to_owned(), ended)]);
    let plain = Subject::owned_by(["elsewhere"]).of_account("somebody");
    let with = |change: &dyn Fn(&mut Subject)| {
        let mut subject = plain.clone();
        change(&mut subject);
        subject
    };
    let ended = now() - SignedDuration::from_hours(72);
    let almost = ended + SignedDuration::from_secs(1);
    vec![
        ("other", plain.clone(), &["any", "others"]),
        (
            "own",
            Subject::owned_by(["ours"]).of_account("somebody"),
            &["any", "own", "others"],
        ),
        ("mine", plain.clone().of_account("me"), &["any", "mine"]),
        (
            "accepted",
            with(&|subject| subject.accepted_by = set("ours")),
            &["any", "accepted", "offered", "others"],
        ),
        (
            "offered",
            with(&|subject| subject.offered_to = set("ours")),
            &["any", "offered", "others"],
        ),
        (
            "assigned",
            with(&|subject| subject.assigned = assigned(None)),
            &["any", "assigned", "others"],
        ),
        (
            "almost over",
            with(&|subject| subject.assigned = assigned(Some(almost))),
            &["any", "assigned", "others"],
        ),
        (
            "over",
            with(&|subject| subject.assigned = assigned(Some(ended))),
            &["any", "others"],
        ),
    ]
}

#[test]
fn every_cell_is_as_the_file_says() {
    let table = Table::load().expect("sound");
    let mut lines = csv::Reader::from_reader(ROLES.as_bytes());
    let header = lines.headers().expect("a header").clone();
    let mut cells = 0;
    for line in lines.records() {
        let line = line.expect("a row");
        let operation = Operation::named(&line[0]).expect("known");
        for role in Role::ALL {
            let column = header.iter().position(|name| name == role.word()).expect("a column");
            let word = &line[column];
            let emergency =
                line[header.iter().position(|name| name == "emergency").expect("a column")].contains(role.word());
            let never = word == "nobody" && !emergency;
            let denied = if never { Decision::Forbidden } else { Decision::NotFound };
            let me = actor(*role, "ours");
            for (name, subject, covered) in subjects() {
                let found = decide(&table, Some(&me), operation, Some(&subject), now());
                let allowed = matches!(found, Decision::Allowed { .. });
                assert_eq!(allowed, covered.contains(&word), "{operation} {role} {name}");
                if !allowed {
                    assert_eq!(found, denied, "{operation} {role} {name}");
                    // Not there and not theirs look the same.
                    assert_eq!(decide(&table, Some(&me), operation, None, now()), denied);
                }
                let mut suspended = me.clone();
                suspended.is_suspended = true;
                let anonymous = decide(&table, None, operation, Some(&subject), now());
                assert_eq!(
                    decide(&table, Some(&suspended), operation, Some(&subject), now()),
                    anonymous
                );
                assert_eq!(matches!(anonymous, Decision::Allowed { .. }), &line[1] == "any");
                cells += 1;
            }
        }
    }
    assert_eq!(cells, Operation::ALL.len() * Role::ALL.len() * subjects().len());
}

#[test]
fn emergencies_open_one_record_for_a_time() {
    let table = Table::load().expect("sound");
    let mut clinician = actor(Role::ReferringClinician, "ours");
    let until = now() + SignedDuration::from_hours(1);
    clinician.emergencies.insert("request/r".to_owned(), until);
    let mut subject = Subject::owned_by(["elsewhere"]);
    subject.name = "request/r".to_owned();
    let ask =
        |at: Timestamp, subject: &Subject| decide(&table, Some(&clinician), Operation::RequestRead, Some(subject), at);
    assert!(matches!(
        ask(now(), &subject),
        Decision::Allowed { by_emergency: true, .. }
    ));
    assert_eq!(ask(until, &subject), Decision::NotFound);
    let mask = seen(&table, &clinician, Operation::RequestRead, &subject, now());
    assert!(mask.shows(FieldGroup::Clinical) && !mask.shows(FieldGroup::Route));
    subject.name = "request/s".to_owned();
    assert_eq!(ask(now(), &subject), Decision::NotFound);
}

#[test]
fn who_reads_no_patients_sees_no_field() {
    let table = Table::load().expect("sound");
    for role in [Role::Administrator, Role::InformationOfficer] {
        for operation in Operation::ALL {
            for (_, subject, _) in subjects() {
                let mask = seen(&table, &actor(role, "ours"), *operation, &subject, now());
                assert!(mask.0.is_empty(), "{role} {operation}");
            }
        }
    }
}

#[test]
fn faults_in_the_tables_are_found() {
    let without = |text: &str, name: &str| -> String {
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with(name)).collect();
        lines.join("\n") + "\n"
    };
    let fault = |roles: &str, fields: &str| Table::read(roles, fields, PERIODS).expect_err("a fault").to_string();
    assert!(fault(&without(ROLES, "plan.adopt"), FIELDS).contains("plan.adopt"));
    assert!(fault(&ROLES.replacen(",nobody,", ",everybody,", 1), FIELDS).contains("everybody"));
    let twice = format!(
        "{ROLES}{}",
        ROLES.lines().nth(3).map(|line| format!("{line}\n")).expect("a row")
    );
    assert!(fault(&twice, FIELDS).contains("twice"));
    assert!(fault(ROLES, &without(FIELDS, "crew,expired")).contains("crew expired"));
    assert!(fault(ROLES, &FIELDS.replace("identity", "name")).contains("name"));
    assert!(Table::read(ROLES, FIELDS, "period,hours,why\n").is_err());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the crate reads no files, its test does")]
fn the_page_is_current() {
    let page = roles_page(&Table::load().expect("sound"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/roles.md");
    if std::env::var_os("AIRBRIDGE_WRITE_DOCS").is_some() {
        std::fs::write(path, &page).expect("it can be written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == page,
        "docs/roles.md is not current: run this test with AIRBRIDGE_WRITE_DOCS=1"
    );
}

proptest! {
    #[test]
    fn another_role_never_takes_a_right(
        operation in 0..Operation::ALL.len(), one in 0..Role::ALL.len(), other in 0..Role::ALL.len(), which in 0..8_usize,
    ) {
        let table = Table::load().expect("sound");
        let operation = Operation::ALL[operation];
        let subject = subjects().swap_remove(which).1;
        let alone = actor(Role::ALL[one], "ours");
        let mut both = alone.clone();
        both.roles.insert(Role::ALL[other]);
        let allowed = |who: &Actor| matches!(decide(&table, Some(who), operation, Some(&subject), now()), Decision::Allowed { .. });
        prop_assert!(!allowed(&alone) || allowed(&both));
        let (few, many) = (seen(&table, &alone, operation, &subject, now()), seen(&table, &both, operation, &subject, now()));
        prop_assert!(few.0.is_subset(&many.0));
    }
}

#[test]
fn every_pair_of_the_file_is_refused_together_and_no_single_role() {
    let table = Table::load().expect("sound");
    let mut pairs = 0;
    for record in csv::Reader::from_reader(APART.as_bytes()).records() {
        let record = record.expect("a row");
        let [one, other] = [0, 1].map(|column: usize| Role::named(&record[column]).expect("a role"));
        for roles in [[one, other], [other, one]] {
            let found = table.conflict(&roles).expect("they are apart");
            assert_eq!(found.why, record[2], "{roles:?}");
        }
        pairs += 1;
    }
    assert_eq!(pairs, table.apart.len());
    for role in Role::ALL {
        assert!(table.conflict(&[*role]).is_none(), "{role}");
    }
}

#[test]
fn nobody_can_hold_a_role_that_reads_patients_beside_one_that_must_not() {
    let table = Table::load().expect("sound");
    let reads = |role: Role| {
        let clinical = [FieldGroup::Identity, FieldGroup::Clinical];
        airbridge_disclosure::Phase::ALL.iter().any(|phase| {
            let sight = table.sight(role, *phase);
            clinical.iter().any(|group| sight.sees.shows(*group))
        })
    };
    for reader in Role::ALL.iter().copied().filter(|role| reads(*role)) {
        for apart in [Role::Administrator, Role::InformationOfficer, Role::Auditor] {
            assert!(table.conflict(&[apart, reader]).is_some(), "{apart} with {reader}");
        }
    }
}
