//! The text for the terminal.

use airbridge_model::Plan;

use crate::sample;

#[track_caller]
fn fits(text: &str) {
    fits_in(text, 100);
}

#[track_caller]
fn fits_in(text: &str, columns: usize) {
    for line in text.lines() {
        assert!(
            line.chars().count() <= columns,
            "{} columns: {line}",
            line.chars().count()
        );
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
        changes: Vec::new(),
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

#[test]
fn a_narrow_terminal_gets_narrow_lines_with_whole_times() {
    let (operation, plan) = sample::large(1_800);
    for columns in [72, 80, 95] {
        let text = airbridge_report::summary_within(&operation, &plan, columns);
        fits_in(&text, columns);
        let first = plan.missions[0].legs[0].off_block_at.to_string();
        let hour = &first[11..16];
        assert!(
            text.lines().any(|line| line.contains("M001") && line.contains(hour)),
            "{text}"
        );
    }
    let (operation, plan) = sample::small();
    fits_in(&airbridge_report::summary_within(&operation, &plan, 80), 80);
    fits_in(&airbridge_report::summary_within(&operation, &plan, 1), 72);
}
