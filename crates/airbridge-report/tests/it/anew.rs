//! The page of a plan that replaces one under way: old and new timelines together, in drawings and in words.

use airbridge_model::{Operation, Plan};

use crate::page::{Found, parsed};
use crate::sample;

/// Written where a person can open it: `target/tmp/anew.html`.
fn page(operation: &Operation, plan: &Plan) -> (String, Found) {
    let diff = airbridge_progress::diff(operation, plan, &[]);
    let page = airbridge_report::html_with_changes(operation, plan, &diff);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("anew.html");
    std::fs::write(path, &page).expect("the target folder can be written");
    let found = parsed(&page);
    (page, found)
}

#[test]
fn missions_are_drawn_as_they_were_and_as_they_are() {
    let (operation, plan) = sample::anew();
    let (page, found) = page(&operation, &plan);
    assert!(page.contains("<g class=\"before\"><title>M003 before: UUMU–HECA–UUMU–ULLI–UUMU, "));
    assert!(page.contains("<g class=\"before gone\"><title>M004 before: UUMU–ULLI–UUMU, "));
    assert!(!page.contains("<title>M001 before"), "it flies as it was promised");
    assert!(!page.contains("<title>M009 before"), "it was not planned");
    assert!(found.text.contains("M004 does not take place"));
    let turned = "M002: turned at Wed 1 Feb 13:20 UTC, on the way to HLLB, and goes to HECA";
    assert!(found.text.contains(turned));
    assert_eq!(
        page.matches("class=\"now\"").count(),
        2,
        "in the drawing and in the legend"
    );
    assert!(found.text.contains("now, 13:20 UTC"));
}

#[test]
fn what_the_drawing_shows_is_said_in_words() {
    let (operation, plan) = sample::anew();
    let (page, found) = page(&operation, &plan);
    for mission in ["M002", "M003", "M004", "M009"] {
        assert!(found.ids.contains(&format!("before-{mission}")), "{mission}");
    }
    assert!(!found.ids.contains("before-M001"));
    assert!(found.text.contains("was not planned") && found.text.contains("does not take place"));
    assert!(found.text.contains("turns to HECA on the way to HLLB"));
    for pair in found.headings.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "heading {} after {}", pair[1], pair[0]);
    }
    let count = |tag: &str| found.elements.iter().filter(|name| *name == tag).count();
    assert_eq!(count("table"), count("caption"));
    assert!(!page.contains("<th>"));
}

#[test]
fn a_plan_that_changes_nothing_has_no_ghosts() {
    let (operation, _) = sample::anew();
    let promised = operation.so_far.as_ref().expect("it is under way").promised.clone();
    let diff = airbridge_progress::diff(&operation, &promised, &[]);
    let page = airbridge_report::html_with_changes(&operation, &promised, &diff);
    assert!(parsed(&page).text.contains("All missions fly as they were promised."));
    assert!(!page.contains(" before: "));
}

#[test]
fn a_plan_of_which_nothing_is_left_still_shows_what_was() {
    let (operation, plan) = sample::anew();
    let empty = Plan {
        missions: Vec::new(),
        journeys: Vec::new(),
        ..plan
    };
    let page = airbridge_report::html_with_changes(&operation, &empty, &airbridge_progress::Diff::default());
    assert!(page.contains("M001 before: "));
}

#[test]
fn a_first_plan_has_no_past() {
    let (operation, plan) = sample::small();
    let page = airbridge_report::html(&operation, &plan);
    for class in ["before", "past", "now", "turn"] {
        assert!(!page.contains(&format!("class=\"{class}")), "{class}");
    }
}
