//! Rule 8 in both directions, on its days and for its aircraft.

use airbridge_check::check;
use airbridge_model::{Area, ClearanceKind, ClearanceScope, Closed, Closure, ForbiddenPair, PairBasis, PairScope};
use airbridge_units::{Position, StateCode};
use jiff::civil::date;

use crate::sample::{at, sample};
use crate::sound::show;

/// Adds a pair and demands violations on just these legs.
fn check_pair(change: fn(&mut ForbiddenPair), legs: &[&str]) {
    let (mut operation, plan) = sample();
    let mut pair = ForbiddenPair {
        state: StateCode::new("EG"),
        other: StateCode::new("LY"),
        basis: PairBasis::Departure,
        scope: PairScope::Land,
        one_way: true,
        from: None,
        to: None,
    };
    change(&mut pair);
    operation.forbidden_pairs.push(pair);
    let findings = check(&operation, &plan);
    assert!(findings.iter().all(|finding| finding.code == "R08/forbidden-pair"));
    let places: Vec<_> = findings.iter().map(|finding| finding.place.to_string()).collect();
    assert_eq!(places, legs, "{}", show(&findings));
}

const OUT: [&str; 2] = ["mission M001, leg 1 HECA–HLLB", "mission M004, leg 1 HECA–HLLB"];

#[test]
fn a_pair_forbids_one_way_or_both() {
    check_pair(|_| {}, &OUT);
    check_pair(
        |pair| pair.one_way = false,
        &[
            OUT[0],
            "mission M001, leg 2 HLLB–HECA",
            OUT[1],
            "mission M004, leg 2 HLLB–HECA",
        ],
    );
}

#[test]
fn a_pair_forbids_on_its_days() {
    check_pair(|pair| pair.to = Some(date(2017, 2, 2)), &OUT[..1]);
    check_pair(|pair| pair.from = Some(date(2017, 2, 3)), &OUT[1..]);
    check_pair(|pair| pair.from = Some(date(2017, 2, 5)), &[]);
}

#[test]
fn a_pair_by_registration_follows_the_aircraft() {
    check_pair(|pair| pair.basis = PairBasis::Registration, &OUT);
    // The Russian aircraft overflies Türkiye on its way, and lands there never.
    check_pair(
        |pair| {
            pair.state = StateCode::new("RU");
            pair.other = StateCode::new("TR");
            pair.basis = PairBasis::Registration;
        },
        &[],
    );
    check_pair(
        |pair| {
            pair.state = StateCode::new("RU");
            pair.other = StateCode::new("TR");
            pair.basis = PairBasis::Registration;
            pair.scope = PairScope::Both;
        },
        &["mission M002, leg 1 UUMU–HECA", "mission M002, leg 2 HECA–UUMU"],
    );
}

#[test]
fn a_clearance_for_overflight_is_none_for_landing_and_one_for_another_is_none() {
    let (operation, plan) = sample();
    let mut overfly = operation.clone();
    overfly.clearances[1].kind = ClearanceKind::Overfly;
    let findings = check(&overfly, &plan);
    assert!(!findings.is_empty());
    assert!(
        findings
            .iter()
            .all(|finding| finding.code == "R08/no-landing-clearance"),
        "{}",
        show(&findings)
    );
    let mut another = operation;
    another.clearances[2].scope = ClearanceScope::Aircraft("SU-BAM".into());
    let findings = check(&another, &plan);
    let places: Vec<_> = findings.iter().map(|finding| finding.place.to_string()).collect();
    assert_eq!(
        places,
        ["mission M002, leg 1 UUMU–HECA", "mission M002, leg 2 HECA–UUMU"]
    );
}

#[test]
fn airspace_is_closed_for_its_time_and_where_it_is() {
    let (operation, plan) = sample();
    let box_around = |lat: f64, lon: f64| Area {
        corners: [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0)]
            .map(|(north, east)| Position::new(lat + north, lon + east).expect("in range"))
            .to_vec(),
    };
    let with = |area: Area, from: &str, to: &str| {
        let mut operation = operation.clone();
        operation.closures.push(Closure {
            id: "B0001/17".into(),
            what: Closed::Airspace(area),
            from: at(from),
            to: at(to),
            reason: "synthetic".to_owned(),
        });
        check(&operation, &plan)
    };
    // The Gulf of Sollum, between Benghazi and Cairo: M001 is there on the 2nd, M004 on the 4th.
    let findings = with(box_around(31.5, 25.5), "2017-02-02T00:00:00Z", "2017-02-03T00:00:00Z");
    let codes: Vec<_> = findings
        .iter()
        .map(|finding| (finding.code.as_str(), finding.place.to_string()))
        .collect();
    assert_eq!(
        codes,
        [
            ("R08/airspace-closed", "mission M001, leg 1 HECA–HLLB".to_owned()),
            ("R08/airspace-closed", "mission M001, leg 2 HLLB–HECA".to_owned())
        ]
    );
    assert!(with(box_around(31.5, 25.5), "2017-02-02T12:00:00Z", "2017-02-03T00:00:00Z").is_empty());
    assert!(with(box_around(25.0, 25.5), "2017-02-02T00:00:00Z", "2017-02-03T00:00:00Z").is_empty());
}
