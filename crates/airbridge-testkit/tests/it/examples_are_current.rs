//! The tables in `examples/` are what the generators make.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use airbridge_interchange::{Source, read_operation, write_folder};
use airbridge_testkit::examples::{EXAMPLES, Example};

const REMEDY: &str = "run: cargo xtask examples";

fn files_of(example: &Example) -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(example.folder);
    fs::read_dir(&folder)
        .expect("the folder of the example is there")
        .map(|entry| {
            let entry = entry.expect("an entry of the folder");
            let name = entry.file_name().into_string().expect("a plain name");
            (name, fs::read(entry.path()).expect("a file that can be read"))
        })
        .collect()
}

#[test]
fn tables_are_what_the_generators_make() {
    for example in &EXAMPLES {
        let mut stored = files_of(example);
        assert!(
            stored.remove("README.md").is_some(),
            "{} explains itself",
            example.folder
        );
        let made = write_folder(&example.generate());
        let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&stored), names(&made), "{}; {REMEDY}", example.folder);
        for (name, bytes) in &made {
            assert!(stored[name] == *bytes, "{}/{name} differs; {REMEDY}", example.folder);
        }
    }
}

#[test]
fn examples_read_without_a_finding() {
    for example in &EXAMPLES {
        let reading = read_operation(&Source::folder(files_of(example)));
        let findings: Vec<String> = reading.findings.iter().map(ToString::to_string).collect();
        assert_eq!(findings, Vec::<String>::new(), "{}", example.folder);
    }
}
