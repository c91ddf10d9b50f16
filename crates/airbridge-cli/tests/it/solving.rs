//! `airbridge solve`: routes that are written, and instances that are refused.

use crate::run::Desk;

/// Two requests on one line through the depot; synthetic.
const INSTANCE: &str = "\
1 2 480 2 60
0 0.0 0.0 0 0 0 480
1 1.0 0.0 1 1 0 480
2 2.0 0.0 1 1 0 480
3 4.0 0.0 1 -1 0 480
4 5.0 0.0 1 -1 0 480
5 0.0 0.0 0 0 0 480
";

#[test]
fn an_instance_is_solved_and_its_routes_are_written() {
    let desk = Desk::new();
    std::fs::write(desk.path("line.txt"), INSTANCE).expect("written");
    let run = desk.done(&["solve", "line.txt", "--work", "500", "--out", "routes.json"]);
    for says in [
        "line (darp, 2 requests)",
        "vehicles    1 of 1",
        "cost        10.0000",
        "lower bound 10.0000",
        "gap         0.00 % (optimal)",
    ] {
        assert!(run.out.contains(says), "{}", run.out);
    }
    let routes = desk.read("routes.json");
    assert!(routes.starts_with("{\"routes\":[[1,2,"), "{routes}");
    // A second time the name is taken, and nothing is written over.
    let run = desk.expect(2, &["solve", "line.txt", "--work", "500", "--out", "routes.json"]);
    assert!(run.talk.contains("exists already"), "{}", run.talk);
    let run = desk.done(&["solve", "line.txt", "--work", "500", "--json"]);
    assert!(run.out.contains("\"lower_bound\""), "{}", run.out);
    assert!(run.out.contains("\"optimal\": true"), "{}", run.out);
}

#[test]
fn a_fleet_that_is_too_small_is_status_1() {
    let desk = Desk::new();
    let short = INSTANCE.replace("1 2 480 2 60", "1 2 5 2 60");
    std::fs::write(desk.path("short.txt"), short).expect("written");
    let run = desk.expect(1, &["solve", "short.txt", "--work", "500"]);
    assert!(
        run.out.contains("left out") && !run.out.contains("optimal"),
        "{}",
        run.out
    );
}

#[test]
fn a_broken_instance_is_told_with_its_line() {
    let desk = Desk::new();
    std::fs::write(desk.path("broken.txt"), INSTANCE.replace("2.0", "two")).expect("written");
    let run = desk.expect(2, &["solve", "broken.txt", "--out", "routes.json"]);
    assert!(
        run.talk.contains("line 4") && run.talk.contains("not a number"),
        "{}",
        run.talk
    );
    assert!(!desk.path("routes.json").exists());
    let run = desk.expect(2, &["solve", "broken.txt", "--format", "solomon"]);
    assert!(run.talk.contains("li-lim"), "{}", run.talk);
}
