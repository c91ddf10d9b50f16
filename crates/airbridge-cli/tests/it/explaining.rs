//! Asking why, and evaluating a plan that was changed by hand.

use crate::run::Desk;

/// A desk with a short waiting list "list", and a plan for it "plan".
fn desk() -> Desk {
    let desk = Desk::new();
    desk.done(&[
        "generate",
        "waiting-list",
        "--patients",
        "12",
        "--seed",
        "2",
        "--out",
        "list",
    ]);
    desk.done(&["plan", "list", "--work", "2000", "--out", "plan"]);
    desk
}

/// The first of a kind in the plan file.
fn first(plan: &serde_json::Value, list: &str, key: &str) -> String {
    let name = plan[list][0][key].as_str();
    name.unwrap_or_else(|| panic!("{list} has a first {key}")).to_owned()
}

#[test]
fn each_kind_of_question_is_answered() {
    let desk = desk();
    let plan: serde_json::Value = serde_json::from_str(&desk.read("plan/plan.json")).expect("a plan file");
    let moved = first(&plan, "journeys", "patient");
    let left_out = first(&plan, "left_out", "patient");
    let (mission, offer) = (first(&plan, "missions", "id"), first(&plan, "journeys", "offer"));
    let cases = [
        ("patient", &moved, "is moved to", "moved"),
        ("patient", &left_out, "is left out", "would_take"),
        ("mission", &mission, "would be left out", "without_it"),
        ("offer", &offer, "on its fullest day", "one_fewer"),
    ];
    for (what, id, says, key) in cases {
        let text = desk.done(&["explain", "list", "plan", what, id]);
        let head = text.out.split_whitespace().take(40).collect::<Vec<_>>().join(" ");
        assert!(
            head.starts_with(id.as_str()) && head.contains(says),
            "{what} {id}: {}",
            text.out
        );
        let json = desk.done(&["explain", "list", "plan", what, id, "--json"]).json();
        assert_eq!(json["about"], what);
        assert!(!json["explanation"][key].is_null(), "{what} {id}: {json:#}");
    }
}

#[test]
fn what_is_not_there_is_not_explained() {
    let desk = desk();
    for what in ["patient", "mission", "offer"] {
        let run = desk.expect(2, &["explain", "list", "plan", what, "NOBODY"]);
        assert!(
            run.out.is_empty() && run.talk.contains("NOBODY") && run.talk.contains("hint"),
            "{}",
            run.talk
        );
    }
}

#[test]
fn a_plan_is_evaluated_as_it_is() {
    let desk = desk();
    let sound = desk.done(&["evaluate", "list", "plan"]);
    assert!(sound.out.starts_with("No rule is broken."), "{}", sound.out);
    assert!(!sound.out.contains("otherwise"), "{}", sound.out);
    // Somebody writes another bed, and forgets the figures.
    let mut plan: serde_json::Value = serde_json::from_str(&desk.read("plan/plan.json")).expect("a plan file");
    let gone = plan["journeys"].as_array_mut().expect("journeys").remove(0);
    desk.write("changed.json", plan.to_string());
    let broken = desk.expect(1, &["evaluate", "list", "changed.json"]);
    assert!(broken.out.contains("of rule 1, journey"), "{}", broken.out);
    assert!(broken.out.contains("The plan file says otherwise"), "{}", broken.out);
    let json = desk.expect(1, &["evaluate", "list", "changed.json", "--json"]).json();
    assert_eq!(json["sound"], false);
    assert_ne!(json["measures"], json["stated"], "without {gone}");
    assert!(!json["bound"].is_null());
    let checked = desk.expect(1, &["check", "list", "changed.json", "--json"]).json();
    assert_eq!(json["findings"], checked);
    // What is left of it can still be explained.
    let offer = gone["offer"].as_str().expect("an offer");
    let told = desk.done(&["explain", "list", "changed.json", "offer", offer]);
    assert!(told.out.contains("Not counted"), "{}", told.out);
    desk.write("nothing.json", "{}");
    desk.expect(2, &["evaluate", "list", "nothing.json"]);
}
