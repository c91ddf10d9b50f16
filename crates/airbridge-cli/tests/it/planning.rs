//! From tables to a checked plan.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::{Desk, Run};

/// Enough for a plan of eight patients.
const WORK: &str = "2000";

/// A desk with a small operation, "small".
fn desk() -> Desk {
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
    desk
}

#[test]
fn from_the_template_to_a_sound_plan() {
    let desk = Desk::new();
    for (operation, plan) in [("my operation", "my plan"), ("операция.xlsx", "план")] {
        let new = desk.done(&["new", operation]);
        assert!(new.out.is_empty() && new.talk.contains("next: "), "{}", new.talk);
        let valid = desk.done(&["validate", operation]);
        assert!(valid.out.contains("0 errors"), "{}", valid.out);
        let planned = desk.done(&["plan", operation, "--work", WORK, "--out", plan]);
        assert!(planned.out.starts_with("Plan for Template"), "{}", planned.out);
        assert!(planned.talk.contains("checked: no rule is broken"), "{}", planned.talk);
        for file in [
            "plan.json",
            "plan.geojson",
            "report.html",
            "itineraries.csv",
            "left_out.csv",
            "beds.csv",
        ] {
            assert!(desk.names(plan).contains(&file.to_owned()), "{file}");
        }
        for plan_file in [plan.to_owned(), format!("{plan}/plan.json")] {
            assert!(desk.done(&["check", operation, &plan_file]).talk.contains("sound: "));
        }
    }
    assert_eq!(desk.names("."), ["my operation", "my plan", "операция.xlsx", "план"]);
}

#[test]
fn the_same_operation_in_each_form_gives_the_same_plan() {
    let desk = desk();
    desk.done(&["convert", "small", "small.xlsx"]);
    desk.done(&["convert", "small.xlsx", "again"]);
    assert_eq!(desk.names("small"), desk.names("again"));
    let plan = |operation| desk.done(&["plan", operation, "--work", WORK, "--json"]).out;
    let of_folder = plan("small");
    assert_eq!(of_folder, plan("small.xlsx"));
    assert_eq!(of_folder, plan("again"));
}

#[test]
fn seed_and_work_decide_the_plan_and_threads_do_not() {
    let desk = desk();
    let plan = |seed, threads| {
        desk.done(&[
            "plan",
            "small",
            "--work",
            "60000",
            "--seed",
            seed,
            "--threads",
            threads,
            "--out",
            "plan",
        ]);
        desk.read("plan/plan.json")
    };
    let one = plan("7", "1");
    assert_eq!(one, plan("7", "2"));
    assert_ne!(one, plan("8", "1"), "the seed stands in the plan at least");
}

#[test]
fn with_json_standard_output_is_the_plan_and_nothing_else() {
    let desk = desk();
    let run = desk.done(&["plan", "small", "--work", WORK, "--json", "--out", "plan"]);
    assert_eq!(run.out, desk.read("plan/plan.json"));
    let plan = run.json();
    let (moved, left_out) = (&plan["journeys"], &plan["left_out"]);
    let count = |list: &serde_json::Value| list.as_array().expect("a list").len();
    assert_eq!(count(moved) + count(left_out), 8);
    assert_eq!(
        desk.done(&["check", "small", "plan", "--json"]).json(),
        serde_json::json!([])
    );
    assert!(desk.done(&["validate", "small", "--json"]).json().is_array());
}

#[test]
fn a_changed_plan_is_refused_under_the_rule_that_it_breaks() {
    let desk = desk();
    desk.done(&["plan", "small", "--work", WORK, "--out", "plan"]);
    let sound = desk.done(&["plan", "small", "--work", WORK, "--json"]).json();
    let check = |change: &dyn Fn(&mut serde_json::Value), rule: u64, code: &str| {
        let mut plan = sound.clone();
        change(&mut plan);
        desk.write("changed.json", plan.to_string());
        let found = desk.expect(1, &["check", "small", "changed.json", "--json"]).json();
        let found = found.as_array().expect("a list");
        assert!(
            found
                .iter()
                .any(|entry| entry["rule"] == rule && entry["code"].as_str().is_some_and(|is| is.starts_with(code))),
            "no {code} in {found:?}"
        );
        let text = desk.expect(1, &["check", "small", "changed.json"]);
        assert!(
            text.out.contains(code) && text.talk.contains("violation"),
            "{}{}",
            text.out,
            text.talk
        );
    };
    check(
        &|plan| drop(plan["journeys"].as_array_mut().expect("a list").remove(0)),
        1,
        "R01/",
    );
    check(
        &|plan| plan["missions"][0]["legs"][0]["fuel_kg"] = serde_json::json!(1.0),
        5,
        "R05/",
    );
    check(
        &|plan| plan["missions"][0]["legs"][0]["cabin_altitude_ft"] = serde_json::json!(30_000),
        4,
        "R04/",
    );
    check(
        &|plan| plan["origin"]["operation_digest"] = serde_json::json!("0".repeat(64)),
        1,
        "R01/other-operation",
    );
}

#[test]
fn a_plan_for_other_tables_is_told_so() {
    let desk = desk();
    desk.done(&["plan", "small", "--work", WORK, "--out", "plan"]);
    desk.done(&["new", "other"]);
    let run = desk.expect(1, &["check", "other", "plan"]);
    assert!(
        run.out.contains("R01/other-operation") && run.talk.contains("made from other tables"),
        "{}",
        run.talk
    );
}

#[test]
fn what_is_no_plan_gets_no_verdict() {
    let desk = desk();
    for (name, text) in [
        ("half.json", "{\"format\":"),
        ("later.json", "{\"format\":\"airbridge-plan/99\"}"),
        ("text.json", "plan"),
    ] {
        desk.write(name, text);
        let run = desk.expect(2, &["check", "small", name]);
        assert!(
            run.out.contains("error: ") && run.talk.contains("is not a plan that can be read"),
            "{}{}",
            run.out,
            run.talk
        );
    }
    desk.expect(2, &["check", "small", "nothing.json"]);
    desk.expect(2, &["check", "nothing", "half.json"]);
}

#[test]
fn a_new_plan_replaces_the_files_of_the_earlier_and_no_others() {
    let desk = desk();
    desk.done(&["plan", "small", "--work", WORK, "--out", "plan"]);
    desk.write("plan/manifest-M999.csv", "of an earlier plan");
    desk.write("plan/notes.txt", "somebody's");
    desk.done(&["plan", "small", "--work", WORK, "--out", "plan"]);
    let names = desk.names("plan");
    assert!(
        names.contains(&"notes.txt".to_owned()) && names.contains(&"manifest-M001.csv".to_owned()),
        "{names:?}"
    );
    assert!(!names.contains(&"manifest-M999.csv".to_owned()), "{names:?}");
    assert!(names.iter().all(|name| !name.starts_with('.')), "{names:?}");
}

#[test]
fn a_folder_of_somebody_else_is_refused_before_the_search() {
    let desk = desk();
    std::fs::create_dir(desk.path("theirs")).expect("a new name");
    desk.write("theirs/plan.json", "theirs");
    desk.write("file", "theirs");
    for out in ["theirs", "file", "file/below", "small"] {
        // A search of this length would not end within the test.
        let run = desk.expect(2, &["plan", "small", "--time", "1h", "--out", out]);
        assert!(
            run.talk.contains("hint: ") && run.talk.contains("nothing was written"),
            "{out}: {}",
            run.talk
        );
        assert!(run.out.is_empty());
    }
    assert_eq!(desk.names("theirs"), ["plan.json"]);
    assert_eq!(desk.read("theirs/plan.json"), "theirs");
    assert_eq!(desk.names("."), ["file", "small", "theirs"]);
}

#[test]
fn without_out_nothing_is_written() {
    let desk = desk();
    let run = desk.done(&["plan", "small", "--work", "0"]);
    assert!(run.talk.contains("nothing was written"), "{}", run.talk);
    assert_eq!(desk.names("."), ["small"]);
}

/// A long search that is interrupted so long after its start, and run to its end; `None` if it was not listening yet.
#[cfg(unix)]
fn interrupted(desk: &Desk, after: Duration) -> Option<Run> {
    let mut plan = desk.command(&["plan", "small", "--time", "10m", "--out", "plan"]);
    let plan = plan.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut plan = plan.spawn().expect("the program starts");
    std::thread::sleep(after);
    let begun = Instant::now();
    let signal = Command::new("kill").args(["-INT", &plan.id().to_string()]).status();
    assert!(signal.expect("kill is there").success());
    while plan.try_wait().expect("a child of ours").is_none() {
        assert!(begun.elapsed() < Duration::from_mins(5), "it does not end");
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = plan.wait_with_output().expect("it has ended");
    output.status.code().map(|_| Run::of(&output))
}

#[test]
#[cfg(unix)]
fn ctrl_c_takes_the_best_plan_so_far() {
    let desk = desk();
    // Until it searches the signal ends it at once, as it ends any program; on a busy machine that takes a while.
    let run = [1, 4, 16, 64]
        .into_iter()
        .find_map(|seconds| interrupted(&desk, Duration::from_secs(seconds)));
    let run = run.expect("it listens within a minute");
    assert_eq!(run.status, 0, "{}", run.talk);
    assert!(
        run.talk.contains("best plan so far") && run.talk.contains("checked: "),
        "{}",
        run.talk
    );
    assert!(run.out.starts_with("Plan for "), "{}", run.out);
    desk.done(&["check", "small", "plan"]);
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_no_error() {
    let desk = desk();
    let mut plan = desk.command(&["plan", "small", "--work", WORK, "--out", "plan"]);
    let mut plan = plan
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(plan.stdout.take());
    let run = Run::of(&plan.wait_with_output().expect("it ends"));
    assert_eq!(run.status, 0, "{}", run.talk);
    assert!(desk.path("plan/plan.json").is_file());
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_the_plan_is_still_written() {
    let desk = desk();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("Linux has it");
    let mut plan = desk.command(&["plan", "small", "--work", WORK, "--out", "plan"]);
    let output = plan.stdout(full).output().expect("the program starts");
    let run = Run::of(&output);
    assert_eq!(run.status, 2, "{}", run.talk);
    assert!(run.talk.contains("error: "), "{}", run.talk);
    desk.done(&["check", "small", "plan"]);
}
