//! What is written reads back the same, and is inert.

use airbridge_interchange::{Source, read_operation, write_folder, write_workbook};
use airbridge_model::{Finding, Operation, Severity};
use proptest::prelude::*;

use crate::random::operation;

fn read(source: &Source) -> Operation {
    let reading = read_operation(source);
    let errors: Vec<&Finding> = reading
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    reading.operation.expect("nothing is wrong")
}

fn workbook(operation: &Operation) -> Source {
    let source = Source::workbook("written.xlsx", write_workbook(operation));
    match &operation.boundaries {
        Some(bytes) => source.with_file("boundaries.ser", bytes.clone()),
        None => source,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_operation_reads_back(seed in any::<u64>()) {
        let operation = operation(seed);
        let files = write_folder(&operation);
        prop_assert_eq!(&read(&Source::folder(files.clone())), &operation);
        prop_assert_eq!(&write_folder(&read(&Source::folder(files.clone()))), &files, "canonical");
        prop_assert_eq!(&read(&workbook(&operation)), &operation);
    }

    #[test]
    fn written_texts_are_inert(seed in any::<u64>()) {
        for (name, bytes) in write_folder(&operation(seed)) {
            if matches!(name.as_str(), "operation.toml" | "boundaries.ser") {
                continue;
            }
            let text = String::from_utf8(bytes).expect("UTF-8");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            for record in reader.records() {
                for cell in &record.expect("CSV") {
                    let live = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                    prop_assert!(!live || cell.parse::<f64>().is_ok(), "{}: {:?}", name, cell);
                }
            }
        }
    }

    #[test]
    fn the_digest_does_not_depend_on_order_and_notices_changes(seed in any::<u64>()) {
        let operation = operation(seed);
        let mut shuffled = operation.clone();
        shuffled.patients.reverse();
        shuffled.offers.reverse();
        shuffled.airfields.reverse();
        shuffled.crews.reverse();
        prop_assert_eq!(airbridge_interchange::digest(&shuffled), operation.digest.clone());
        let mut changed = operation.clone();
        changed.airfields[0].fuel = !changed.airfields[0].fuel;
        prop_assert_ne!(airbridge_interchange::digest(&changed), operation.digest.clone());
        let mut changed = operation.clone();
        changed.patients[0].limits.overnight = !changed.patients[0].limits.overnight;
        prop_assert_ne!(airbridge_interchange::digest(&changed), operation.digest);
    }
}
