//! Airfields used by the tests: means of runway ends from OurAirports (public domain), as listed with the published
//! distances; EFHK and LOWW from their aerodrome reference points.

use airbridge_units::Position;

const FIELDS: &[(&str, f64, f64)] = &[
    ("HLLB", 32.0968, 20.2694),
    ("HECA", 30.1166, 31.4140),
    ("UUWW", 55.5957, 37.2659),
    ("UUMU", 55.8796, 38.0607),
    ("ULLI", 59.8003, 30.2625),
    ("EPRZ", 50.1074, 22.0361),
    ("ENGM", 60.1945, 11.0989),
    ("EKCH", 55.6127, 12.6415),
    ("ESSA", 59.6501, 17.9436),
    ("EDDK", 50.8658, 7.1389),
    ("EDDM", 48.3538, 11.7861),
    ("EIDW", 53.4287, -6.2630),
    ("LPPT", 38.7815, -9.1358),
    ("EHAM", 52.3149, 4.7581),
    ("LEMD", 40.4954, -3.5601),
    ("LIRF", 41.8108, 12.2509),
    ("LIRA", 41.7993, 12.5949),
    ("LFPB", 48.9643, 2.4356),
    ("LROP", 44.5721, 26.1022),
    ("EYVI", 54.6341, 25.2858),
    ("HEAR", 31.0732, 33.8358),
    ("LLER", 29.7272, 35.0140),
    ("OMAA", 24.4434, 54.6527),
    ("OTHH", 25.2745, 51.6077),
    ("OJAI", 31.7233, 35.9941),
    ("LTAC", 40.1289, 32.9958),
    ("EGBB", 52.4543, -1.7485),
    ("EFHK", 60.3172, 24.9633),
    ("LOWW", 48.1103, 16.5697),
];

pub(crate) fn at(lat: f64, lon: f64) -> Position {
    Position::new(lat, lon).expect("in range")
}

pub(crate) fn field(icao: &str) -> Position {
    let &(_, lat, lon) = FIELDS.iter().find(|field| field.0 == icao).expect(icao);
    at(lat, lon)
}
