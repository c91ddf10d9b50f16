//! Every generated operation is valid by the reader's rules, and comes back as it went out.

use airbridge_interchange::{Source, TextTables, read_operation, write_folder};
use airbridge_model::{Operation, Severity};
use airbridge_testkit::generate::{Family, benghazi, hub, random_small, varied, waiting_list};
use airbridge_testkit::oracle::tiny;

fn read_back(operation: &Operation) -> Operation {
    let files = write_folder(operation);
    let reading = read_operation(&Source::folder(files.clone()));
    let errors: Vec<String> = reading
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .take(10)
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors, Vec::<String>::new(), "{}", operation.name);
    let read = reading.operation.expect("no finding is an error");
    assert_eq!(read.digest, operation.digest, "{}", operation.name);
    assert_eq!(write_folder(&read), files, "{}: written again", operation.name);
    let rows = read_operation(&TextTables::of(operation).source());
    let put_together = rows.operation.expect("no finding is an error");
    assert_eq!(put_together.digest, operation.digest, "{}: by rows", operation.name);
    read
}

/// Not even a warning.
fn without_findings(operation: &Operation) {
    let reading = read_operation(&Source::folder(write_folder(operation)));
    let findings: Vec<String> = reading.findings.iter().take(10).map(ToString::to_string).collect();
    assert_eq!(findings, Vec::<String>::new(), "{}", operation.name);
}

/// Comes back value by value.
fn check(operation: &Operation) {
    let read = read_back(operation);
    assert_eq!(read.patients, operation.patients);
    assert_eq!(read.offers, operation.offers);
    assert_eq!(read.aircraft, operation.aircraft);
    assert_eq!(read.crews, operation.crews);
    assert_eq!(read.clearances, operation.clearances);
    assert_eq!(read.policy, operation.policy);
    assert_eq!(read.aircraft_types, operation.aircraft_types);
}

#[test]
fn families_of_every_size_are_valid() {
    for family in Family::ALL {
        for patients in [1, 2, 3, 5, 8, 13, 34, 70, 143, 300] {
            check(&family.generate(patients, patients as u64));
        }
    }
}

#[test]
fn the_three_cases_are_valid() {
    for operation in [benghazi(70, 1), hub(1000, 1), waiting_list(600, 1)] {
        check(&operation);
        without_findings(&operation);
    }
}

#[test]
fn tiny_and_random_operations_are_valid() {
    for seed in 0..100 {
        read_back(&tiny(seed));
        read_back(&random_small(seed));
    }
}

#[test]
fn variations_are_valid() {
    for seed in 0..20 {
        for family in Family::ALL {
            read_back(&varied(family, seed));
        }
    }
}
