//! From a plan that runs and what has happened to a new plan.

use crate::run::Desk;

/// A desk with a small operation, its plan, and the registration of its first aircraft with its first off-block.
fn desk() -> (Desk, String, String) {
    let desk = Desk::new();
    desk.done(&[
        "generate",
        "benghazi",
        "--patients",
        "8",
        "--seed",
        "3",
        "--out",
        "small",
    ]);
    desk.done(&["plan", "small", "--work", "2000", "--out", "plan"]);
    let plan: serde_json::Value = serde_json::from_str(&desk.read("plan/plan.json")).expect("a plan file");
    let mission = &plan["missions"][0];
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let (aircraft, off) = (text(&mission["aircraft"]), text(&mission["legs"][0]["off_block_at"]));
    (desk, aircraft, off)
}

#[test]
fn an_aircraft_breaks_and_everybody_is_told() {
    let (desk, aircraft, off) = desk();
    desk.write(
        "events.json",
        format!(
            "{{\"format\":\"airbridge-events/1\",\"events\":[{{\"at\":\"{off}\",\"kind\":\"aircraft-out\",\"aircraft\":\"{aircraft}\",\"source\":\"synthetic\"}}]}}"
        ),
    );
    let run = desk.done(&[
        "replan",
        "small",
        "plan",
        "--events",
        "events.json",
        "--now",
        &off,
        "--work",
        "2000",
        "--out",
        "new",
    ]);
    assert!(
        run.talk.contains("nothing that has happened is changed"),
        "{}",
        run.talk
    );
    assert!(run.out.contains("promises kept"), "{}", run.out);
    for file in ["plan.json", "report.html", "changes.txt", "changes.json"] {
        assert!(desk.names("new").contains(&file.to_owned()), "{file}");
    }
    let report = desk.read("new/report.html");
    assert!(report.contains("id=\"changes\""), "the page has a section of changes");
    let changes: serde_json::Value = serde_json::from_str(&desk.read("new/changes.json")).expect("JSON");
    assert!(changes["promised"].as_u64() >= changes["untouched"].as_u64());
    let new: serde_json::Value = serde_json::from_str(&desk.read("new/plan.json")).expect("JSON");
    assert!(new["origin"]["parent_digest"].is_string() && new["origin"]["replanned_at"].is_string());
    // The same again gives the same bytes.
    desk.done(&[
        "replan",
        "small",
        "plan",
        "--events",
        "events.json",
        "--now",
        &off,
        "--work",
        "2000",
        "--out",
        "again",
        "--threads",
        "1",
    ]);
    assert_eq!(desk.read("new/plan.json"), desk.read("again/plan.json"));
    // A table, and nothing is written.
    let before = desk.names(".");
    let asked = desk.done(&[
        "what-if",
        "small",
        "plan",
        "--with",
        "events.json",
        "--now",
        &off,
        "--work",
        "2000",
    ]);
    assert!(
        asked.out.contains("before") && asked.out.contains("after"),
        "{}",
        asked.out
    );
    assert_eq!(desk.names("."), before);
}

#[test]
fn events_that_make_no_sense_change_nothing() {
    let (desk, _, off) = desk();
    for (events, says) in [
        (
            "at,kind,aircraft\n2017-02-01T00:00:00Z,aircraft-out,NO-SUCH\n",
            "NO-SUCH",
        ),
        (
            "at,kind,mission,airfield\n2017-01-30T00:00:00Z,off-block,M999,HECA\n",
            "M999",
        ),
        ("at,kind\nyesterday,aircraft-out\n", "yesterday"),
        ("not a table", "events.csv"),
    ] {
        desk.write("events.csv", events);
        let run = desk.expect(
            1,
            &[
                "replan",
                "small",
                "plan",
                "--events",
                "events.csv",
                "--now",
                &off,
                "--work",
                "100",
                "--out",
                "new",
            ],
        );
        assert!(run.talk.contains(says), "{says}: {}", run.talk);
        assert!(!desk.names(".").contains(&"new".to_owned()), "nothing is written");
    }
    let other = Desk::new();
    other.done(&[
        "generate",
        "benghazi",
        "--patients",
        "9",
        "--seed",
        "4",
        "--out",
        "other",
    ]);
    let tables = other.path("other");
    desk.write("events.csv", "at,kind\n");
    let run = desk.expect(
        1,
        &[
            "replan",
            tables.to_str().expect("UTF-8"),
            "plan",
            "--events",
            "events.csv",
            "--now",
            &off,
        ],
    );
    assert!(run.talk.contains("other tables"), "{}", run.talk);
}

#[test]
fn events_that_are_not_known_yet_are_passed_over_and_counted() {
    let (desk, aircraft, off) = desk();
    let replan = |out: &str| {
        let options = ["--events", "events.csv", "--now", &off, "--work", "500", "--out", out];
        desk.done(&[&["replan", "small", "plan"][..], &options].concat())
    };
    desk.write("events.csv", "at,kind,aircraft\n");
    let none = replan("none");
    assert!(!none.talk.contains("not known yet"), "{}", none.talk);
    // A slip in the month.
    desk.write(
        "events.csv",
        format!(
            "at,kind,aircraft\n2017-11-30T00:00Z,aircraft-out,{aircraft}\n2017-10-30T00:00Z,aircraft-out,{aircraft}\n"
        ),
    );
    let later = replan("later");
    let says = "not known yet: 2 of 2; the first of them is of 2017-10-30T00:00:00Z";
    assert!(later.talk.contains(says), "{}", later.talk);
    assert_eq!(desk.read("none/plan.json"), desk.read("later/plan.json"));
}

#[test]
fn an_outsider_checks_and_explains_a_replan() {
    let (desk, aircraft, off) = desk();
    let events = format!("at,kind,aircraft\n{off},aircraft-out,{aircraft}\n");
    desk.write("events.csv", events);
    let replan = ["replan", "small", "plan", "--events", "events.csv", "--now", &off];
    desk.done(&[&replan[..], &["--work", "500", "--out", "new"]].concat());
    let before = ["--parent", "plan", "--events", "events.csv"];
    let sound = desk.done(&[&["check", "small", "new"], &before[..]].concat());
    assert!(
        sound.talk.contains("nothing that had happened is changed"),
        "{}",
        sound.talk
    );
    desk.done(&[&["check", "small", "new", "--now", &off], &before[..]].concat());
    // Without what came before there is no verdict; at another time neither.
    let blind = desk.expect(2, &["check", "small", "new"]);
    assert!(blind.talk.contains("--parent"), "{}", blind.talk);
    let later = ["check", "small", "new", "--now", "2017-02-09T00:00:00Z"];
    let later = desk.expect(2, &[&later, &before[..]].concat());
    assert!(later.talk.contains(&off), "{}", later.talk);
    // A plan that runs from itself is another past: rule 11.
    let other = ["check", "small", "new", "--parent", "new", "--events", "events.csv"];
    let other = desk.expect(1, &other);
    assert!(other.out.contains("R11/"), "{}", other.out);
    // Something that has happened, changed by hand.
    let mut plan: serde_json::Value = serde_json::from_str(&desk.read("new/plan.json")).expect("JSON");
    let parent: serde_json::Value = serde_json::from_str(&desk.read("plan/plan.json")).expect("JSON");
    plan["origin"]["parent_digest"] = parent["origin"]["operation_digest"].clone();
    desk.write("forged.json", plan.to_string());
    let forged = desk.expect(1, &[&["check", "small", "forged.json"], &before[..]].concat());
    assert!(forged.out.contains("R11/other-parent"), "{}", forged.out);
    let patient = parent["journeys"][0]["patient"].as_str().expect("somebody is moved");
    desk.expect(2, &["explain", "small", "new", "patient", patient]);
    let told = desk.done(&[&["explain", "small", "new", "patient", patient], &before[..]].concat());
    assert!(told.out.contains(patient), "{}", told.out);
    desk.expect(2, &["evaluate", "small", "new"]);
    let measured = desk.done(&[&["evaluate", "small", "new"], &before[..]].concat());
    assert!(measured.out.contains("No rule is broken."), "{}", measured.out);
    let forged = desk.expect(1, &[&["evaluate", "small", "forged.json"], &before[..]].concat());
    assert!(forged.out.contains("1 of rule 11"), "{}", forged.out);
}
