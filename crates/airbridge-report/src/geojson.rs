//! The plan on a map, for other programs: a GeoJSON FeatureCollection (RFC 7946).

use std::collections::BTreeMap;

use airbridge_model::{Mission, Operation, Plan};
use airbridge_units::Position;
use serde_json::{Map, Value, json};

use crate::beds::bed_use;
use crate::facts::{Facts, on_board};

/// Airfields and facilities as points, legs as lines along the track (two lines where it crosses the 180th meridian).
///
/// Properties: `kind` is "airfield", "facility" or "leg"; names of members end in their unit, instants in `_at`.
pub fn geojson(operation: &Operation, plan: &Plan) -> String {
    let facts = Facts::new(operation, plan);
    let mut features = Vec::new();
    airfields(&facts, &mut features);
    facilities(&facts, &mut features);
    for mission in &plan.missions {
        legs(&facts, mission, &mut features);
    }
    let mut text = serde_json::to_string(&json!({ "type": "FeatureCollection", "features": features }))
        .expect("keys are texts and numbers finite");
    text.push('\n');
    text
}

/// A hundred-thousandth of a degree is a metre.
fn degrees(value: f64) -> f64 {
    (value * 1e5).round() / 1e5
}

fn coordinates(position: Position) -> Value {
    json!([degrees(position.lon()), degrees(position.lat())])
}

fn feature(id: String, geometry: Value, properties: Value) -> Value {
    json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": properties })
}

fn airfields(facts: &Facts<'_>, features: &mut Vec<Value>) {
    let mut landings: BTreeMap<_, u32> = BTreeMap::new();
    for leg in facts.plan.missions.iter().flat_map(|mission| &mission.legs) {
        *landings.entry(&leg.to).or_default() += 1;
    }
    for field in &facts.operation.airfields {
        let landings = landings.get(&field.id).copied().unwrap_or(0);
        features.push(feature(
            format!("airfield/{}", field.id),
            json!({ "type": "Point", "coordinates": coordinates(field.position) }),
            json!({
                "kind": "airfield",
                "id": field.id.as_str(),
                "name": field.name,
                "state": field.state.as_str(),
                "elevation_ft": field.elevation.get(),
                "landings": landings,
            }),
        ));
    }
}

fn facilities(facts: &Facts<'_>, features: &mut Vec<Value>) {
    let beds = bed_use(facts);
    for facility in &facts.operation.facilities {
        let of_facility = || beds.iter().filter(|used| used.offer.facility == facility.id);
        features.push(feature(
            format!("facility/{}", facility.id),
            json!({ "type": "Point", "coordinates": coordinates(facility.position) }),
            json!({
                "kind": "facility",
                "id": facility.id.as_str(),
                "name": facility.name,
                "state": facility.state.as_str(),
                "city": facility.city,
                "staging": facts.index.staging(&facility.id).is_some(),
                "beds_offered": of_facility().map(|used| used.offer.beds).sum::<u32>(),
                "patients_placed": of_facility().map(|used| used.placed).sum::<u32>(),
            }),
        ));
    }
}

fn legs(facts: &Facts<'_>, mission: &Mission, features: &mut Vec<Value>) {
    for (index, (leg, on_board)) in mission.legs.iter().zip(on_board(mission)).enumerate() {
        let Some(track) = facts.track(leg) else { continue };
        let mut lines: Vec<Value> = track
            .legs_split_at_antimeridian()
            .iter()
            .map(|line| line.iter().map(|&position| coordinates(position)).collect())
            .collect();
        let geometry = if lines.len() == 1 {
            json!({ "type": "LineString", "coordinates": lines.remove(0) })
        } else {
            json!({ "type": "MultiLineString", "coordinates": lines })
        };
        let mut properties = Map::new();
        for (name, value) in [
            ("kind", json!("leg")),
            ("mission", json!(mission.id.as_str())),
            ("leg", json!(index + 1)),
            ("aircraft", json!(mission.aircraft.as_str())),
            ("from", json!(leg.from.as_str())),
            ("to", json!(leg.to.as_str())),
            ("off_block_at", json!(leg.off_block_at.to_string())),
            ("on_block_at", json!(leg.on_block_at.to_string())),
            ("distance_nm", json!(leg.distance.get())),
            ("fuel_kg", json!(leg.fuel.get())),
            ("cabin_altitude_ft", json!(leg.cabin_altitude.get())),
            ("states", leg.states.iter().map(|state| json!(state.as_str())).collect()),
            ("patients_on_board", json!(on_board)),
        ] {
            properties.insert(name.to_owned(), value);
        }
        features.push(feature(
            format!("leg/{}/{}", mission.id, index + 1),
            geometry,
            Value::Object(properties),
        ));
    }
}
