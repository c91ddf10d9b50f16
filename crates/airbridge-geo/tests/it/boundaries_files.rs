//! Boundaries files that an operation brings along, whole and broken.

use airbridge_geo::{Boundaries, BoundariesError};
use country_boundaries::BOUNDARIES_ODBL_60X30;
use proptest::prelude::*;

use crate::fields::at;

/// A file of one cell, all of which belongs to "XA", and half of it to "XB".
fn small_file() -> Vec<u8> {
    let mut file = vec![0, 2];
    let text = |file: &mut Vec<u8>, text: &str| {
        file.extend(u16::try_from(text.len()).expect("short").to_be_bytes());
        file.extend(text.as_bytes());
    };
    file.extend(1u32.to_be_bytes()); // sizes
    text(&mut file, "XA");
    file.extend(2.0f64.to_be_bytes());
    file.extend(1u32.to_be_bytes()); // width
    file.extend(1u32.to_be_bytes()); // cells
    file.push(1);
    text(&mut file, "XA");
    file.push(1);
    text(&mut file, "XB");
    file.push(1); // outer rings
    file.extend(4u32.to_be_bytes());
    for (x, y) in [(0u16, 0u16), (0x8000, 0), (0x8000, 0xffff), (0, 0xffff)] {
        file.extend(x.to_be_bytes());
        file.extend(y.to_be_bytes());
    }
    file.push(0); // inner rings
    file
}

#[test]
fn an_operation_can_bring_its_own_boundaries() {
    let own = Boundaries::from_bytes(&small_file()).expect("whole");
    let states = |lat, lon| own.states_at(at(lat, lon), &[]).len();
    assert_eq!((states(10.0, 50.0), states(10.0, -50.0)), (1, 2));
    let coarse = Boundaries::from_bytes(BOUNDARIES_ODBL_60X30).expect("whole");
    assert_eq!(coarse.states_at(at(30.1, 31.4), &[])[0].as_str(), "EG");
}

#[test]
fn every_cut_of_a_file_is_refused() {
    let file = small_file();
    for end in 0..file.len() {
        let error = Boundaries::from_bytes(&file[..end]).expect_err("cut");
        assert!(matches!(error, BoundariesError::Truncated), "{end}: {error}");
    }
}

#[test]
fn other_files_are_refused_for_what_they_are() {
    let refused = |bytes: &[u8]| Boundaries::from_bytes(bytes).expect_err("broken").to_string();
    assert_eq!(
        refused(b"PK\x03\x04"),
        "version 20555 of the boundaries format, where 2 is needed"
    );
    let mut surplus = small_file();
    surplus.push(7);
    assert_eq!(refused(&surplus), "1 bytes after the end of the boundaries file");
    let mut no_raster = small_file();
    no_raster[18..22].fill(0); // the width
    assert!(
        refused(&no_raster).starts_with("a raster of 1 cells in rows of 0"),
        "{}",
        refused(&no_raster)
    );
    let mut greedy = small_file();
    greedy[22..26].fill(0xff); // the number of cells
    assert_eq!(refused(&greedy), "the boundaries file ends in the middle");
    let mut not_text = small_file();
    not_text[8] = 0xff;
    assert_eq!(
        refused(&not_text),
        "a region's name in the boundaries file is not UTF-8"
    );
}

proptest! {
    #[test]
    fn no_change_of_bytes_makes_it_panic(place in 0usize..61, value in any::<u8>(), lat in -90.0..=90.0, lon in -180.0..=180.0) {
        let mut file = small_file();
        let place = place % file.len();
        file[place] = value;
        if let Ok(own) = Boundaries::from_bytes(&file) {
            own.states_at(at(lat, lon), &[]);
        }
    }
}
