//! Bytes changed at random never make the reader panic, and it never gives an operation with errors.

use airbridge_interchange::{Reading, Source, boundaries_file, ourairports, read_operation};
use airbridge_model::Severity;
use proptest::prelude::*;

use crate::draft::Draft;

/// How many cases: `PROPTEST_CASES` for the nightly run, else few.
pub(crate) fn cases(few: u32) -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(few)
}

/// One change of a file's bytes.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Put(usize, u8),
    Insert(usize, Vec<u8>),
    Remove(usize, usize),
    Repeat(usize, usize),
    Cut(usize),
}

pub(crate) fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>();
    // Bytes that mean something to CSV, TOML, numbers and times come more often than others.
    let byte = prop_oneof![
        any::<u8>(),
        prop::sample::select(b",;\"\n\r\t'=-+.:0129TZ[]#\0\xFF\xC3".to_vec())
    ];
    prop_oneof![
        (at, byte.clone()).prop_map(|(at, byte)| Change::Put(at, byte)),
        (at, prop::collection::vec(byte, 1..12)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (at, 1..40_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        (at, 1..200_usize).prop_map(|(at, count)| Change::Repeat(at, count)),
        at.prop_map(Change::Cut),
    ]
}

pub(crate) fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let span = |at: usize, count: usize, len: usize| {
        let from = at % (len + 1);
        from..(from + count).min(len)
    };
    match change {
        Change::Put(at, byte) if !bytes.is_empty() => {
            let len = bytes.len();
            bytes[at % len] = *byte;
        }
        Change::Put(..) => {}
        Change::Insert(at, more) => {
            let from = at % (bytes.len() + 1);
            bytes.splice(from..from, more.iter().copied());
        }
        Change::Remove(at, count) => drop(bytes.drain(span(*at, *count, bytes.len()))),
        Change::Repeat(at, count) => {
            let piece = bytes[span(*at, *count, bytes.len())].to_vec();
            bytes.extend(piece);
        }
        Change::Cut(at) => bytes.truncate(at % (bytes.len() + 1)),
    }
}

fn sound(reading: &Reading) {
    let errors = reading
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    assert_eq!(reading.operation.is_none(), errors);
    for finding in &reading.findings {
        assert!(
            !finding.what.is_empty() && !finding.place.to_string().is_empty(),
            "{finding:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(192), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folders(changes in prop::collection::vec((any::<prop::sample::Index>(), change()), 1..8)) {
        let mut files = Draft::good().files(b',');
        let names: Vec<String> = files.keys().cloned().collect();
        for (index, change) in &changes {
            apply(files.get_mut(&names[index.index(names.len())]).expect("is there"), change);
        }
        let source = Source::folder(files);
        boundaries_file(&source);
        sound(&read_operation(&source));
    }

    #[test]
    fn cells(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>(), "\\PC{0,12}"), 1..6)) {
        let mut draft = Draft::good();
        let names: Vec<String> = draft.tables.keys().cloned().collect();
        for (index, at, text) in changes {
            let rows = draft.rows(&names[index.index(names.len())]);
            let row = at as usize % rows.len();
            let column = at as usize / 7 % rows[row].len();
            rows[row][column] = text;
        }
        let by_folder = read_operation(&draft.folder());
        sound(&by_folder);
        // A cell means the same in both forms; only the place is called otherwise.
        let by_workbook = read_operation(&draft.workbook());
        prop_assert_eq!(&by_folder.operation, &by_workbook.operation);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(96), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn workbooks(changes in prop::collection::vec(change(), 1..4)) {
        let mut bytes = Draft::good().workbook_bytes();
        for change in &changes {
            apply(&mut bytes, change);
        }
        sound(&read_operation(&Source::workbook("changed.xlsx", bytes)));
    }

    #[test]
    fn airports(changes in prop::collection::vec(change(), 1..6)) {
        let mut airports = b"ident,type,name,latitude_deg,longitude_deg,elevation_ft,iso_country,iata_code\nHECA,large_airport,Cairo,30.1,31.4,382,EG,CAI\n".to_vec();
        let mut runways = b"airport_ident,length_ft,surface,lighted,closed,le_ident,he_ident\nHECA,10000,ASP,1,0,05,23\n".to_vec();
        for (change, at) in changes.iter().zip(0..) {
            apply(if at % 2 == 0 { &mut airports } else { &mut runways }, change);
        }
        let import = ourairports::import(&airports, &runways, &[]);
        let count = import.airfield_count;
        prop_assert_eq!(count.read, count.taken + count.refused);
    }
}
