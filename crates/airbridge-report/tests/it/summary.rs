//! The text for the terminal.

use airbridge_model::Plan;

use crate::sample;

#[track_caller]
fn fits(text: &str) {
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{} columns: {line}", line.chars().count());
        assert!(!line.chars().any(char::is_control), "a control character: {line:?}");
    }
}

#[test]
fn a_small_plan_reads_well() {
    let (operation, plan) = sample::small();
    let text = airbridge_report::summary(&operation, &plan);
    fits(&text);
    insta::assert_snapshot!(text);
}

#[test]
fn a_plan_that_moves_nobody_says_so() {
    let (operation, plan) = sample::small();
    let empty = Plan {
        missions: Vec::new(),
        journeys: Vec::new(),
        left_out: Vec::new(),
        measures: airbridge_model::Measures::default(),
        bound: airbridge_model::Bound::default(),
        ..plan
    };
    let text = airbridge_report::summary(&operation, &empty);
    fits(&text);
    assert!(
        text.contains("Nothing flies.") && text.contains("Nobody is left out."),
        "{text}"
    );
}

#[test]
fn a_large_plan_is_cut_with_a_count() {
    let (operation, plan) = sample::large(1_800);
    let text = airbridge_report::summary(&operation, &plan);
    fits(&text);
    assert!(text.contains("and 15 more, see the report"), "{text}");
    assert!(text.lines().count() < 130, "{} lines", text.lines().count());
}

#[test]
fn long_and_hostile_names_keep_their_line() {
    let (mut operation, mut plan) = sample::small();
    operation.name = format!("{} \u{1b}[2J", "very-long-name".repeat(20));
    for facility in &mut operation.facilities {
        facility.name = "Ж".repeat(200);
    }
    plan.left_out[0].summary = "x".repeat(400);
    fits(&airbridge_report::summary(&operation, &plan));
}
