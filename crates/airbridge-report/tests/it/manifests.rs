//! The CSV files.

use std::collections::BTreeMap;

use crate::sample;

fn texts(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    files
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

#[test]
fn a_small_plan_gives_these_files() {
    let (operation, plan) = sample::small();
    let files = texts(airbridge_report::manifests(&operation, &plan));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "beds.csv",
            "itineraries.csv",
            "left_out.csv",
            "manifest-M001.csv",
            "manifest-M002.csv",
            "manifest-M003.csv",
            "manifest-M004.csv"
        ]
    );
    for (name, text) in &files {
        assert!(text.starts_with('\u{feff}'), "{name} has no byte-order mark");
        assert!(text.ends_with("\r\n"), "{name} does not end its last line");
        insta::assert_snapshot!(
            name.replace('.', "_"),
            text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
        );
    }
}

#[test]
fn every_patient_has_every_step_once() {
    let (operation, plan) = sample::small();
    let files = airbridge_report::manifests(&operation, &plan);
    let rows = |name: &str| {
        let bytes = &files[name]["\u{feff}".len()..];
        csv::Reader::from_reader(bytes)
            .records()
            .map(|row| row.expect("a record"))
            .collect::<Vec<_>>()
    };
    let steps: usize = plan.journeys.iter().map(|journey| journey.steps.len()).sum();
    assert_eq!(rows("itineraries.csv").len(), steps);
    assert_eq!(rows("manifest-M001.csv").len(), 12);
    assert_eq!(rows("manifest-M003.csv").len(), 22);
    assert_eq!(rows("manifest-M004.csv").len(), 0);
    assert_eq!(rows("left_out.csv").len(), 3);
}

#[test]
fn no_cell_from_the_tables_is_a_formula_and_no_name_a_path() {
    let (mut operation, mut plan) = sample::small();
    for facility in &mut operation.facilities {
        facility.name = "=HYPERLINK(\"x\")".to_owned();
    }
    plan.left_out[0].summary = "@SUM(A1:A9)".to_owned();
    plan.left_out[0].exclusions[0].reason = "+1".to_owned();
    plan.missions[0].id = airbridge_units::MissionId::new("../../etc/passwd");
    let files = airbridge_report::manifests(&operation, &plan);
    for (name, bytes) in &files {
        assert!(!name.contains('/') && !name.contains(".."), "{name}");
        for row in csv::Reader::from_reader(&bytes["\u{feff}".len()..]).records() {
            for cell in &row.expect("a record") {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
            }
        }
    }
    let left_out = String::from_utf8_lossy(&files["left_out.csv"]).into_owned();
    assert!(left_out.contains("'@SUM(A1:A9)") && left_out.contains("'+1"));
}
