//! Broken operations: findings with places, status 1, and nothing left behind. The many kinds are in the tests of interchange.

use crate::run::Desk;

/// A change to the template's folder "op" in the desk.
type Break = fn(&Desk);

/// What is broken, and what the findings then say.
const KINDS: [(&str, Break, &str); 9] = [
    (
        "a table is missing",
        |desk| std::fs::remove_file(desk.path("op/patients.csv")).expect("it is there"),
        "patients.csv: the file is missing",
    ),
    (
        "a column is misspelt",
        |desk| desk.edit("op/patients.csv", "mobility", "mobilty"),
        "is \"mobility\" meant?",
    ),
    (
        "a unit is wrong",
        |desk| desk.edit("op/airfields.csv", "elevation_ft", "elevation_m"),
        "[wrong-unit]",
    ),
    (
        "a code is unknown",
        |desk| desk.edit("op/patients.csv", ",litter,icu", ",stretcher,icu"),
        "row 2, column mobility: \"stretcher\"",
    ),
    (
        "an id is unknown",
        |desk| desk.edit("op/patients.csv", "collecting-point", "colecting-point"),
        "is \"collecting-point\" meant?",
    ),
    (
        "a time does not exist",
        |desk| {
            desk.edit("op/facilities.csv", "Africa/Tripoli", "Africa/Cairo");
            desk.edit("op/patients.csv", "2030-05-01 08:00", "2030-04-26 00:30");
        },
        "the clocks jump over it",
    ),
    (
        "not UTF-8",
        |desk| desk.write("op/groups.csv", b"group,unity,parent,note\nG-1,facility,,caf\xe9\n"),
        "[not-utf8]",
    ),
    (
        "not TOML",
        |desk| desk.write("op/operation.toml", "name = Template"),
        "operation.toml, row 1",
    ),
    (
        "an id stands twice",
        |desk| desk.edit("op/patients.csv", "P-002", "P-001"),
        "stands in row 2 already",
    ),
];

#[test]
fn broken_tables_get_findings_with_places_and_nothing_is_written() {
    for (kind, break_it, says) in KINDS {
        let desk = Desk::new();
        desk.done(&["new", "op"]);
        break_it(&desk);
        let files = desk.names("op");
        let validated = desk.expect(1, &["validate", "op"]);
        assert!(validated.out.contains(says), "{kind}: {}", validated.out);
        assert!(validated.out.contains(" error"), "{kind}: {}", validated.out);
        let json = desk.expect(1, &["validate", "op", "--json"]).json();
        assert!(
            json.as_array()
                .is_some_and(|all| all.iter().any(|entry| entry["severity"] == "error")),
            "{kind}: {json}"
        );
        for arguments in [&["plan", "op", "--out", "plan"][..], &["convert", "op", "op.xlsx"]] {
            let run = desk.expect(1, arguments);
            assert!(run.out.is_empty() && run.talk.contains(says), "{kind}: {}", run.talk);
        }
        desk.expect(2, &["check", "op", "op/operation.toml"]);
        assert_eq!(desk.names("."), ["op"], "{kind}");
        assert_eq!(desk.names("op"), files, "{kind}");
    }
}

#[test]
fn broken_workbooks_likewise() {
    let desk = Desk::new();
    desk.done(&["new", "op.xlsx"]);
    let whole = std::fs::read(desk.path("op.xlsx")).expect("it is there");
    desk.write("truncated.xlsx", &whole[..whole.len() / 2]);
    desk.write("text.xlsx", "patient,origin\n");
    desk.write("empty.xlsx", "");
    let before = desk.names(".");
    for file in ["truncated.xlsx", "text.xlsx", "empty.xlsx"] {
        let run = desk.expect(1, &["validate", file]);
        assert!(run.out.contains(&format!("error: {file}")), "{}", run.out);
        desk.expect(1, &["plan", file, "--out", "plan"]);
        desk.expect(1, &["convert", file, "folder"]);
    }
    assert_eq!(desk.names("."), before);
}

#[test]
fn what_is_no_operation_is_told_what_to_give() {
    let desk = Desk::new();
    desk.done(&["new", "op"]);
    std::fs::create_dir(desk.path("empty")).expect("a new name");
    for (path, says) in [
        ("nowhere", "folder that holds operation.toml"),
        ("empty", "airbridge new"),
        ("op/operation.toml", "give the folder that it is in"),
        ("op/patients.csv", "give the folder that it is in"),
    ] {
        for command in ["validate", "plan"] {
            let run = desk.expect(2, &[command, path]);
            assert!(
                run.talk.contains("hint: ") && run.talk.contains(says),
                "{path}: {}",
                run.talk
            );
            assert!(run.out.is_empty());
        }
    }
}

#[test]
fn what_is_there_is_not_written_over() {
    let desk = Desk::new();
    desk.done(&["new", "op"]);
    desk.done(&["new", "op.xlsx"]);
    let (before, table) = (desk.names("."), desk.read("op/patients.csv"));
    for arguments in [
        &["new", "op"][..],
        &["new", "op.xlsx"],
        &["new", "op.ods"],
        &["convert", "op", "op.xlsx"],
        &["convert", "op.xlsx", "op"],
        &["generate", "hub", "--patients", "3", "--out", "op"],
    ] {
        let run = desk.expect(2, arguments);
        assert!(run.talk.contains("nothing was written"), "{arguments:?}: {}", run.talk);
    }
    assert_eq!(desk.names("."), before);
    assert_eq!(desk.read("op/patients.csv"), table);
    assert!(desk.root().is_dir());
}
