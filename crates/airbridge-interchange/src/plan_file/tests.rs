//! Round trips, stable bytes, and findings with places.

use airbridge_model::{
    Bound, Exclusion, Finding, Journey, LeftOut, Leg, Measures, Mission, MissionStop, Plan, PlanOrigin,
    PrecedenceLevel, Rule, Step, TierMeasure, Turn,
};
use airbridge_units::{
    AircraftId, AirfieldId, ConfigurationId, CrewId, FacilityId, Feet, Kilograms, MissionId, NauticalMiles, OfferId,
    PatientId, Position, StateCode,
};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{MAX_BYTES, MAX_FINDINGS, digest, from_json, schema_plan, to_json};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z]{1,3}-[0-9]{1,3}",
        Just("Ünïcode \"quoted\" \\ \u{1}\n".to_owned()),
        ".{0,6}"
    ]
}

fn instant() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        (1_400_000_000_i64..1_900_000_000).prop_map(|second| Timestamp::from_second(second).expect("in range")),
        (1_400_000_000_000_i64..1_900_000_000_000).prop_map(|ms| Timestamp::from_millisecond(ms).expect("in range")),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), -1.0e9..1.0e9, 0.0..1.0, Just(0.1 + 0.2), Just(1.0e300)]
}

prop_compose! {
    fn stop()(
        airfield in text(), on in option::of(instant()), unloaded in option::of(instant()),
        loading in option::of(instant()), off in option::of(instant()),
        leaves in vec(text(), 0..3), boards in vec(text(), 0..3), refuel: bool, rest: bool,
    ) -> MissionStop {
        MissionStop {
            airfield: AirfieldId::new(airfield), on_block_at: on, unloaded_at: unloaded, loading_from: loading,
            off_block_at: off, leaves: leaves.iter().map(PatientId::new).collect(),
            boards: boards.iter().map(PatientId::new).collect(), refuel, rest,
        }
    }
}

prop_compose! {
    fn leg()(
        ends in (text(), text()), times in (instant(), instant()), turn in option::of((instant(), -90.0..90.0, -180.0..180.0, text())),
        figures in (number(), number(), number()),
        states in vec("[A-Z]{2}", 0..4),
    ) -> Leg {
        Leg {
            from: AirfieldId::new(ends.0), to: AirfieldId::new(ends.1), off_block_at: times.0, on_block_at: times.1,
            distance: NauticalMiles(figures.0), fuel: Kilograms(figures.1), cabin_altitude: Feet(figures.2),
            turn: turn.map(|(at, north, east, to)| Turn {
                at, position: Position::new(north, east).expect("within bounds"), from_the_way_to: AirfieldId::new(to),
            }),
            states: states.iter().map(StateCode::new).collect(),
        }
    }
}

prop_compose! {
    fn mission()(
        names in (text(), text(), text(), text()), medical in option::of(text()), stops in vec(stop(), 0..4),
        legs in vec(leg(), 0..3),
    ) -> Mission {
        Mission {
            id: MissionId::new(names.0), aircraft: AircraftId::new(names.1), configuration: ConfigurationId::new(names.2),
            flight_crew: CrewId::new(names.3), medical_crew: medical.map(CrewId::new), stops, legs,
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    (0..4, text(), text(), 0_usize..9, 0_usize..9, instant(), instant()).prop_map(|(kind, a, b, i, j, from, to)| {
        match kind {
            0 => Step::ToField {
                facility: FacilityId::new(a),
                airfield: AirfieldId::new(b),
                from,
                to,
            },
            1 => Step::Lift {
                mission: MissionId::new(a),
                boards_at_stop: i,
                leaves_at_stop: j,
                from,
                to,
            },
            2 => Step::FromField {
                airfield: AirfieldId::new(a),
                facility: FacilityId::new(b),
                from,
                to,
            },
            _ => Step::Stay {
                facility: FacilityId::new(a),
                from,
                to,
            },
        }
    })
}

prop_compose! {
    fn journey()(
        names in (text(), text()), steps in vec(step(), 0..5), arrives_at in instant(), on_time: bool,
    ) -> Journey {
        Journey { patient: PatientId::new(names.0), offer: OfferId::new(names.1), steps, arrives_at, on_time }
    }
}

prop_compose! {
    fn exclusion()(
        offers in vec(text(), 0..3), alternative in text(), rule in 0_usize..11, reason in text(),
    ) -> Exclusion {
        Exclusion { offers: offers.into_iter().map(OfferId::new).collect(), alternative, rule: Rule::ALL[rule], reason }
    }
}

prop_compose! {
    fn left_out()(
        patient in text(), summary in text(), so_far in vec(step(), 0..3), exclusions in vec(exclusion(), 0..4),
    ) -> LeftOut {
        LeftOut { patient: PatientId::new(patient), summary, so_far, exclusions }
    }
}

prop_compose! {
    fn measures()(
        counts in vec(any::<[u32; 4]>(), 3), weight: i64, whole: [u32; 4],
        figures in (number(), number(), number(), number(), number(), number()),
    ) -> Measures {
        Measures {
            levels: PrecedenceLevel::ALL.iter().zip(counts).map(|(&level, [patients, on_time, late, left_out])| TierMeasure {
                level, patients, on_time, late, left_out,
            }).collect(),
            on_time_weight: weight, lateness_weighted_hours: figures.0, commitments_broken: whole[0],
            transit_hours: figures.1, stops: whole[1], nights: whole[2], flying_hours: figures.2,
            positioning_hours: figures.3, cost: figures.4, fuel_kg: figures.5, legs: whole[3],
        }
    }
}

prop_compose! {
    fn plan()(
        texts in (text(), text(), text(), text()), parent in option::of(text()), at in option::of(instant()), changes in vec((text(), any::<u32>()), 0..3), seed: u64, work: u64,
        measures in measures(), weight: i64, patients: u32,
        missions in vec(mission(), 0..3), journeys in vec(journey(), 0..3), left_out in vec(left_out(), 0..3),
    ) -> Plan {
        Plan {
            origin: PlanOrigin { operation: texts.0, operation_digest: texts.1, parent, replanned_at: at, version: texts.2, seed, work },
            missions, journeys, left_out, measures,
            changes: changes.into_iter().map(|(patient, times)| (PatientId::new(patient), times)).collect(),
            bound: Bound { on_time_weight: weight, on_time_patients: patients, binding: texts.3 },
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_reads_back_as_written(plan in plan()) {
        let json = to_json(&plan);
        let back = from_json(json.as_bytes()).expect("written by us");
        prop_assert_eq!(&back, &plan);
        prop_assert_eq!(to_json(&back), json);
    }

    #[test]
    fn damaged_files_get_findings_or_a_plan_and_never_a_panic(
        plan in plan(), at in any::<prop::sample::Index>(), byte: u8, cut: bool,
    ) {
        let mut bytes = to_json(&plan).into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Err(findings) = from_json(&bytes) {
            prop_assert!(!findings.is_empty());
            prop_assert!(findings.iter().all(|finding| !finding.what.is_empty() && !finding.remedy.is_empty()));
        }
    }
}

fn empty() -> Plan {
    Plan {
        origin: PlanOrigin {
            operation: "Synthetic".into(),
            operation_digest: "00".into(),
            parent: None,
            replanned_at: None,
            version: "0.1.0".into(),
            seed: u64::MAX,
            work: 0,
        },
        missions: Vec::new(),
        journeys: Vec::new(),
        left_out: Vec::new(),
        measures: Measures::default(),
        changes: Vec::new(),
        bound: Bound::default(),
    }
}

fn findings(json: &str) -> Vec<Finding> {
    from_json(json.as_bytes()).expect_err("broken on purpose")
}

/// Asserts that a changed file gives exactly these findings, as "code place".
#[track_caller]
fn check(change: impl FnOnce(&mut serde_json::Value), expected: &[&str]) {
    let mut value = serde_json::from_str(&to_json(&empty())).expect("written by us");
    change(&mut value);
    let found: Vec<String> = findings(&value.to_string())
        .iter()
        .map(|finding| format!("{} {}", finding.code, finding.place))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_digest_follows_the_plan() {
    let mut plan = empty();
    let before = digest(&plan);
    assert_eq!(before.len(), 64);
    plan.origin.seed = 1;
    assert_ne!(digest(&plan), before);
}

#[test]
fn another_format_is_refused() {
    check(
        |json| json["format"] = "airbridge-plan/2".into(),
        &["wrong-format plan.json, /format"],
    );
    check(
        |json| drop(json.as_object_mut().expect("an object").remove("format")),
        &["wrong-format plan.json, /format"],
    );
}

#[test]
fn every_bad_item_is_named() {
    check(
        |json| {
            json["missions"] = serde_json::json!([{}, 7]);
            json["journeys"] = serde_json::json!([{
                "patient": "P-1", "offer": "B-1", "arrives_at": "2017-02-01 25:00", "on_time": true, "steps": []
            }]);
            json["left_out"] = serde_json::json!([{ "patient": "P-2", "summary": "", "exclusions": [
                { "offers": [], "alternative": "", "rule": 12, "reason": "" }
            ] }]);
            json["bound"]["on_time_patients"] = (-1).into();
            json["extra"] = 1.into();
        },
        &[
            "unknown-member plan.json, /extra",
            "bad-value plan.json, /bound/on_time_patients",
            "bad-value plan.json, /missions/0",
            "bad-value plan.json, /missions/1",
            "bad-value plan.json, /journeys/0/arrives_at",
            "unknown-rule plan.json, /left_out/0/exclusions/0/rule",
        ],
    );
}

#[test]
fn missing_members_are_all_named() {
    check(
        |json| {
            let members = json.as_object_mut().expect("an object");
            members.remove("origin");
            members.remove("journeys");
        },
        &[
            "missing-member plan.json, /origin",
            "missing-member plan.json, /journeys",
        ],
    );
}

#[test]
fn a_member_given_twice_is_refused() {
    let twice = to_json(&empty()).replacen('{', "{\"missions\": [],", 1);
    assert!(findings(&twice)[0].what.contains("missions is given twice"));
}

#[test]
fn what_is_no_plan_file_is_refused() {
    for (bytes, code) in [
        (&b""[..], "not-json"),
        (b"[]", "not-json"),
        (b"{", "not-json"),
        (b"{}", "wrong-format"),
        (b"\xff\xfe{\x00", "not-utf8"),
        (b"null", "not-json"),
    ] {
        let found = from_json(bytes).expect_err("no plan file");
        assert_eq!(found[0].code, code, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn depth_size_and_number_of_findings_are_bounded() {
    let deep = to_json(&empty()).replace("\"missions\": []", &format!("\"missions\": [{}", "[".repeat(100_000)));
    assert_eq!(findings(&deep)[0].code, "not-json");

    let many = to_json(&empty()).replace("\"missions\": []", &format!("\"missions\": [0{}]", ",0".repeat(5_000)));
    assert_eq!(findings(&many).len(), MAX_FINDINGS);

    let endless = to_json(&empty()).replace(
        "\"journeys\": []",
        &format!("\"journeys\": [0{}]", ",0".repeat(200_000)),
    );
    assert!(findings(&endless)[0].what.contains("200000"));

    let long = vec![b' '; MAX_BYTES + 1];
    assert_eq!(from_json(&long).expect_err("too long")[0].code, "too-large");
}

#[test]
fn the_schema_describes_every_member() {
    fn walk(value: &serde_json::Value, path: &str) {
        if let Some(properties) = value.get("properties").and_then(serde_json::Value::as_object) {
            for (name, property) in properties {
                let described = property.get("description").is_some() || property.get("const").is_some();
                assert!(described, "{path}/{name} has no description: {property}");
            }
        }
        match value {
            serde_json::Value::Object(members) => {
                for (name, member) in members {
                    walk(member, &format!("{path}/{name}"));
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, path)),
            _ => {}
        }
    }
    let schema = schema_plan();
    walk(&schema, "");
    assert_eq!(schema["properties"]["missions"]["type"], "array");
    assert_eq!(
        schema["$defs"]["Leg"]["properties"]["cabin_altitude_ft"]["type"],
        "number"
    );
}
