//! Help texts at 80 columns, and what a wrong command line is told.

use crate::run::Desk;

const COMMANDS: &[&[&str]] = &[
    &[],
    &["new"],
    &["validate"],
    &["plan"],
    &["check"],
    &["replan"],
    &["roll"],
    &["what-if"],
    &["evaluate"],
    &["explain"],
    &["schema"],
    &["airfields"],
    &["airfields", "import"],
    &["generate"],
    &["solve"],
    &["convert"],
    &["serve"],
    &["demo"],
    &["worker"],
    &["user"],
    &["user", "add"],
    &["user", "invite"],
    &["user", "password"],
    &["user", "reset-factor"],
    &["backup"],
    &["restore"],
    &["migrate"],
    &["config"],
    &["audit"],
    &["audit", "verify"],
    &["audit", "export"],
    &["audit", "head"],
];

#[test]
fn every_command_explains_itself() {
    let desk = Desk::new();
    for &command in COMMANDS {
        let run = desk.done(&[command, &["--help"]].concat());
        assert!(run.talk.is_empty(), "{}", run.talk);
        for line in run.out.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        let name = [&["help"], command].concat().join("-");
        insta::assert_snapshot!(name, run.out);
    }
}

#[test]
fn a_wrong_command_line_is_status_2_and_says_what_is_right() {
    let desk = Desk::new();
    for (arguments, says) in [
        (&["pln"][..], "similar subcommand exists: 'plan'"),
        (&["plan"], "<OPERATION>"),
        (&["plan", "op", "--time", "5 parsecs"], "ms, s, m or h"),
        (&["plan", "op", "--time", "1s", "--work", "5"], "cannot be used with"),
        (&["plan", "op", "--threads", "0"], "1..="),
        (
            &["generate", "waiting_list", "--patients", "3", "--out", "x"],
            "waiting-list",
        ),
        (&["schema", "weather"], "operation, plan"),
    ] {
        let run = desk.expect(2, arguments);
        assert!(run.talk.contains(says), "{arguments:?}: {}", run.talk);
        assert!(run.out.is_empty());
    }
    // Nothing at all is asked: the whole help.
    assert!(desk.expect(2, &[]).talk.contains("Commands:"));
}

#[test]
fn the_version_is_the_package_s() {
    assert_eq!(
        Desk::new().done(&["--version"]).out,
        format!("airbridge {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn schemas_are_json() {
    let desk = Desk::new();
    for format in ["operation", "plan"] {
        let schema = desk.done(&["schema", format]).json();
        assert_eq!(
            schema["$schema"], "https://json-schema.org/draft/2020-12/schema",
            "{format}"
        );
    }
}
