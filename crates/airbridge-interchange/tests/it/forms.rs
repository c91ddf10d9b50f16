//! The same operation in every form that is accepted: separators, encodings, line endings, HXL tags, a workbook.

use airbridge_interchange::{Source, read_operation, template};
use airbridge_model::Operation;
use airbridge_units::AirfieldId;

use crate::draft::Draft;

pub(crate) fn good(source: &Source) -> Operation {
    let reading = read_operation(source);
    assert_eq!(reading.findings, vec![]);
    reading.operation.expect("nothing was found")
}

#[test]
fn separators_encodings_and_line_endings_do_not_matter() {
    let draft = Draft::good();
    let expected = good(&draft.folder());
    assert_eq!(expected.digest.len(), 64);
    for separator in [b';', b'\t'] {
        assert_eq!(good(&Source::folder(draft.files(separator))), expected);
    }
    let reencoded = |encode: fn(&str) -> Vec<u8>| {
        let mut files = draft.files(b';');
        for (name, bytes) in &mut files {
            if name != "operation.toml" {
                *bytes = encode(std::str::from_utf8(bytes).expect("UTF-8"));
            }
        }
        Source::folder(files)
    };
    let forms: [fn(&str) -> Vec<u8>; 4] = [
        |text| text.replace('\n', "\r\n").into_bytes(),
        |text| format!("\u{feff}{text}").into_bytes(),
        |text| {
            std::iter::once(0xFEFF)
                .chain(text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect()
        },
        |text| {
            std::iter::once(0xFEFF)
                .chain(text.encode_utf16())
                .flat_map(u16::to_be_bytes)
                .collect()
        },
    ];
    for encode in forms {
        assert_eq!(good(&reencoded(encode)), expected);
    }
}

#[test]
fn order_of_rows_and_columns_hxl_tags_and_blank_rows_do_not_matter() {
    let mut draft = Draft::good();
    let expected = good(&draft.folder());
    for (name, rows) in &mut draft.tables {
        if !matches!(name.as_str(), "configurations" | "runways") {
            rows[1..].reverse();
        }
        for row in rows.iter_mut() {
            row.reverse();
        }
        let tags = rows[0].iter().map(|_| "#tag".to_owned()).collect();
        rows.insert(1, tags);
        rows.insert(2, vec![String::new(); rows[0].len()]);
    }
    assert_eq!(good(&draft.folder()), expected);
    assert_eq!(good(&draft.workbook()), expected);
}

#[test]
fn a_workbook_says_the_same_as_a_folder() {
    let draft = Draft::good();
    assert_eq!(good(&draft.workbook()), good(&draft.folder()));
    let templated = good(&Source::folder(template()));
    assert_eq!(templated.policy, good(&draft.folder()).policy);
    assert_ne!(templated.digest, good(&draft.folder()).digest, "the name differs");
}

#[test]
fn a_local_time_is_in_the_zone_of_its_place() {
    let mut draft = Draft::good();
    draft.cell("patients", 2, "ready_at", "2030-05-01 08:00");
    draft.cell("aircraft", 2, "available_from", "2030-05-01T03:00");
    draft.cell("closures", 2, "from_at", "2030-05-03 00:00");
    let operation = good(&draft.folder());
    let at = |text: &str| text.parse::<jiff::Timestamp>().expect("an instant");
    // Tripoli keeps +02 all year, Cairo has +03 in May 2030.
    assert_eq!(operation.patients[0].ready_at, at("2030-05-01T06:00Z"));
    assert_eq!(operation.aircraft[0].available_from, at("2030-05-01T00:00Z"));
    assert_eq!(operation.closures[0].from, at("2030-05-03T00:00Z"));
}

#[test]
fn the_catalogue_is_overridden_cell_by_cell() {
    let mut draft = Draft::good();
    let before = good(&draft.folder());
    draft.again(
        "airfields",
        2,
        &[("airfield", "HECA"), ("hours", "06:00-22:00"), ("parking", "3")],
    );
    let after = good(&draft.folder());
    let heca = |operation: &Operation| {
        let id = AirfieldId::new("HECA");
        operation
            .airfields
            .iter()
            .find(|field| field.id == id)
            .expect("is referred to")
            .clone()
    };
    let (was, is) = (heca(&before), heca(&after));
    assert_eq!((is.hours.to_string().as_str(), is.parking), ("06:00-22:00", Some(3)));
    assert_eq!(
        (is.position, is.elevation, is.runways),
        (was.position, was.elevation, was.runways)
    );
    draft.cell("airfields", 4, "parking", "none");
    assert_eq!(heca(&good(&draft.folder())).parking, None);
    let all: Vec<&str> = before.airfields.iter().map(|field| field.id.as_str()).collect();
    assert_eq!(
        all,
        ["EX01", "HEAR", "HECA", "HLLB"],
        "only those that are listed or referred to"
    );
}

#[test]
fn the_zone_comes_from_the_coordinates_where_none_is_written() {
    let mut draft = Draft::good();
    let expected = good(&draft.folder());
    for row in 2..=4 {
        draft.cell("facilities", row, "zone", "");
    }
    draft.cell("airfields", 3, "zone", "");
    assert_eq!(good(&draft.folder()), expected);
}

#[test]
fn nested_groups_become_one() {
    let mut draft = Draft::good();
    draft
        .rows("groups")
        .push(vec!["G-2".into(), "city".into(), "G-1".into(), String::new()]);
    draft.cell("patients", 4, "group", "G-2");
    let operation = good(&draft.folder());
    assert_eq!(operation.groups.len(), 1);
    assert!(
        operation
            .patients
            .iter()
            .filter_map(|patient| patient.group.as_ref())
            .all(|group| group.as_str() == "G-1")
    );
}

#[test]
fn boundaries_come_as_a_file() {
    let mut draft = Draft::good();
    let without = good(&draft.folder()).digest;
    draft.set("boundaries", "own.ser");
    let source = draft.folder().with_file("own.ser", vec![1, 2, 3]);
    assert_eq!(
        airbridge_interchange::boundaries_file(&source),
        Some("own.ser".to_owned())
    );
    assert_eq!(
        airbridge_interchange::boundaries_file(&draft.workbook()),
        Some("own.ser".to_owned())
    );
    let operation = good(&source);
    assert_eq!(operation.boundaries, Some(vec![1, 2, 3]));
    assert_ne!(operation.digest, without);
    assert_eq!(good(&draft.workbook().with_file("own.ser", vec![1, 2, 3])), operation);
    draft.set("boundaries", "../own.ser");
    assert_eq!(airbridge_interchange::boundaries_file(&draft.folder()), None);
}
