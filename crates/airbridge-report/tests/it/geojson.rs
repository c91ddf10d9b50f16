//! The GeoJSON.

use airbridge_units::Position;
use serde_json::Value;

use crate::sample;

fn features(text: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(value["type"], "FeatureCollection");
    value["features"].as_array().expect("a list").clone()
}

/// RFC 7946: longitude first, within the range; a line has two or more positions.
fn check_position(position: &Value) {
    let pair = position.as_array().expect("a position");
    assert_eq!(pair.len(), 2);
    let (lon, lat) = (pair[0].as_f64().expect("a number"), pair[1].as_f64().expect("a number"));
    assert!(lon.abs() <= 180.0 && lat.abs() <= 90.0, "{lon} {lat}");
}

fn check_line(line: &Value) {
    let line = line.as_array().expect("a line");
    assert!(line.len() >= 2);
    line.iter().for_each(check_position);
    for pair in line.windows(2) {
        let step = pair[0][0].as_f64().expect("a number") - pair[1][0].as_f64().expect("a number");
        assert!(step.abs() < 180.0, "jumps over the sheet");
    }
}

fn check(feature: &Value) {
    assert_eq!(feature["type"], "Feature");
    assert!(feature["properties"]["kind"].is_string());
    let geometry = &feature["geometry"];
    let coordinates = &geometry["coordinates"];
    match geometry["type"].as_str().expect("a type") {
        "Point" => check_position(coordinates),
        "LineString" => check_line(coordinates),
        "MultiLineString" => coordinates.as_array().expect("lines").iter().for_each(check_line),
        other => panic!("unexpected {other}"),
    }
}

#[test]
fn every_place_and_leg_is_a_feature() {
    let (operation, plan) = sample::small();
    let features = features(&airbridge_report::geojson(&operation, &plan));
    features.iter().for_each(check);
    let legs: usize = plan.missions.iter().map(|mission| mission.legs.len()).sum();
    assert_eq!(
        features.len(),
        operation.airfields.len() + operation.facilities.len() + legs
    );
    let first = features
        .iter()
        .find(|feature| feature["id"] == "leg/M001/2")
        .expect("the second leg of the first mission");
    assert_eq!(first["properties"]["patients_on_board"], 12);
    assert_eq!(first["properties"]["from"], "HLLB");
}

#[test]
fn a_leg_over_the_date_line_is_split() {
    let (mut operation, plan) = sample::small();
    operation.airfields[0].position = Position::new(-17.7, 177.4).expect("Fiji");
    operation.airfields[1].position = Position::new(-13.8, -172.0).expect("Samoa");
    let features = features(&airbridge_report::geojson(&operation, &plan));
    features.iter().for_each(check);
    assert!(
        features
            .iter()
            .any(|feature| feature["geometry"]["type"] == "MultiLineString")
    );
}
