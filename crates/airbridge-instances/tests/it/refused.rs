//! Broken files: each gets the line and the reason, and none a panic.

use airbridge_instances::{Format, read};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::draw;

/// The message that a file is refused with.
fn refusal(text: &str) -> String {
    read(text.as_bytes(), None).expect_err("it is broken").to_string()
}

/// A sound file with line `number` changed.
fn with_line(text: &str, number: usize, change: impl Fn(&str) -> String) -> String {
    let lines: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(index, line)| {
            if index + 1 == number {
                change(line)
            } else {
                line.to_owned()
            }
        })
        .collect();
    lines.join("\n")
}

fn cell(line: &str, index: usize, value: &str) -> String {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    words[index] = value;
    words.join(" ")
}

#[test]
fn both_kinds_of_header_and_depot_are_read() {
    for closing in [true, false] {
        let instance = read(draw::darp(5, 2, 1, closing).as_bytes(), None).expect("sound");
        assert_eq!((instance.format, instance.vehicles), (Format::Darp, 2));
        assert_eq!(instance.requests, [(1, 6), (2, 7), (3, 8), (4, 9), (5, 10)]);
        assert_eq!(instance.nodes.len(), 11);
    }
    let instance = read(draw::li_lim(5, 4, 1).as_bytes(), None).expect("sound");
    assert_eq!((instance.format, instance.requests.len()), (Format::LiLim, 5));
    let instance = read(draw::sartori_buriol(5, 1).as_bytes(), None).expect("sound");
    assert_eq!((instance.format, instance.vehicles), (Format::SartoriBuriol, 5));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let darp = draw::darp(5, 2, 1, true);
    let cases = [
        (
            with_line(&darp, 1, |line| format!("{line} 7")),
            "line 1",
            "no known format",
        ),
        (
            with_line(&darp, 1, |line| cell(line, 0, "two")),
            "line 1",
            "not a number",
        ),
        (
            with_line(&darp, 1, |line| cell(line, 0, "-2")),
            "line 1",
            "below nothing",
        ),
        (
            with_line(&darp, 1, |line| cell(line, 1, "9")),
            "line 1",
            "the lines below make 5",
        ),
        (
            with_line(&darp, 3, |line| cell(line, 0, "7")),
            "line 3",
            "node 7 where 1 is due",
        ),
        (
            with_line(&darp, 3, |line| cell(line, 1, "NaN")),
            "line 3",
            "beyond all measure",
        ),
        (
            with_line(&darp, 3, |line| cell(line, 4, "0")),
            "line 3",
            "not above nothing",
        ),
        (
            with_line(&darp, 3, |line| cell(line, 4, "9")),
            "line 3",
            "the capacity is 3",
        ),
        (
            with_line(&darp, 8, |line| cell(line, 4, "-9")),
            "line 8",
            "sign changed",
        ),
        (
            with_line(&darp, 4, |line| cell(line, 5, "9999")),
            "line 4",
            "before it begins",
        ),
        (
            with_line(&darp, 4, |line| cell(line, 3, "-1")),
            "line 4",
            "below nothing",
        ),
        (
            with_line(&darp, 4, |line| cell(line, 4, "1.5")),
            "line 4",
            "not a whole number",
        ),
        (
            with_line(&darp, 5, |_| "1 2 3".to_owned()),
            "line 5",
            "3 words where 7 are wanted",
        ),
        (
            with_line(&darp, 13, |line| cell(line, 1, "1.0")),
            "line 13",
            "not the depot once more",
        ),
    ];
    for (text, place, what) in cases {
        let said = refusal(&text);
        assert!(
            said.starts_with(place) && said.contains(what),
            "{said} (wanted {place}: {what})"
        );
    }
    let li_lim = draw::li_lim(5, 4, 1);
    let cases = [
        (
            with_line(&li_lim, 2, |line| cell(line, 8, "3")),
            "line 2",
            "the depot has",
        ),
        (
            with_line(&li_lim, 3, |line| cell(line, 8, "99")),
            "line 3",
            "which is not there",
        ),
        (
            with_line(&li_lim, 3, |line| cell(line, 8, "7")),
            "line 3",
            "whose partner is another",
        ),
        (
            with_line(&li_lim, 3, |line| cell(line, 8, "0")),
            "line 3",
            "wants one partner",
        ),
        (
            with_line(&li_lim, 3, |line| cell(line, 3, "2.5")),
            "line 3",
            "not a whole number",
        ),
    ];
    for (text, place, what) in cases {
        let said = refusal(&text);
        assert!(
            said.starts_with(place) && said.contains(what),
            "{said} (wanted {place}: {what})"
        );
    }
    let other = draw::sartori_buriol(3, 1);
    for (from, to, what) in [
        ("SIZE: 7", "SIZE: 9", "SIZE says 9 nodes"),
        ("CAPACITY: 3", "", "no line “CAPACITY"),
        ("EDGES", "EDGE", "no section EDGES"),
    ] {
        let said = refusal(&other.replace(from, to));
        assert!(said.contains(what), "{said}");
    }
}

#[test]
fn empty_binary_and_huge_files_are_refused() {
    assert!(refusal("").contains("nothing in it"));
    assert!(refusal("\n\n").contains("nothing in it"));
    assert!(refusal("2 0 480 3 30\n0 0 0 0 0 0 480\n").contains("no request"));
    let said = read(b"2 1 480 3 30\n\xff\xfe", None).expect_err("not text").to_string();
    assert!(said.starts_with("line 2") && said.contains("UTF-8"), "{said}");
    let said = refusal(&format!("NODES\n{}", "SIZE: 99999999999\n"));
    assert!(said.contains("no section EDGES"), "{said}");
    let said = refusal("SIZE: 99999999999\nCAPACITY: 3\nNODES\nEDGES\nEOF\n");
    assert!(said.contains("at most"), "{said}");
}

#[test]
fn mutated_files_never_panic() {
    let mut rng = Pcg64Mcg::seed_from_u64(5);
    let sound = [
        draw::darp(4, 2, 1, true),
        draw::li_lim(4, 3, 1),
        draw::sartori_buriol(4, 1),
    ];
    let mut refused = 0;
    for round in 0..6_000 {
        let mut bytes = sound[round % 3].clone().into_bytes();
        for _ in 0..rng.random_range(1..6) {
            let at = rng.random_range(0..bytes.len());
            match rng.random_range(0..4) {
                0 => bytes[at] = rng.random(),
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, b"0123456789-. \n"[rng.random_range(0..14)]),
                _ => drop(bytes.remove(at)),
            }
            if bytes.is_empty() {
                bytes.push(b'0');
            }
        }
        match read(&bytes, None) {
            Ok(instance) => {
                let problem = instance.problem();
                assert_eq!(problem.validate(), Ok(()), "round {round}");
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 3_000, "only {refused} were refused");
}
