//! Real airfields: those of the program's catalogue, and a few more with rounded published figures.

use airbridge_interchange::catalogue_airfields;
use airbridge_model::{Airfield, Hours, Runway, Surface};
use airbridge_units::{AirfieldId, Feet, Metres, Position, StateCode};
use jiff::tz::TimeZone;

/// ICAO, IATA, name, state, latitude, longitude, elevation in feet, runway in metres, zone.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    f64,
    f64,
    f64,
    f64,
    &'static str,
);

#[rustfmt::skip]
const MORE: &[Row] = &[
    ("UUBW", "ZIA", "Zhukovsky, Moscow", "RU", 55.5533, 38.1500, 404.0, 5402.0, "Europe/Moscow"),
    ("UWGG", "GOJ", "Strigino, Nizhny Novgorod", "RU", 56.2301, 43.7840, 256.0, 2805.0, "Europe/Moscow"),
    ("ULOO", "PKV", "Pskov", "RU", 57.7839, 28.3956, 154.0, 2516.0, "Europe/Moscow"),
    ("EBBR", "BRU", "Zaventem, Brussels", "BE", 50.9014, 4.4844, 184.0, 3638.0, "Europe/Brussels"),
    ("LKPR", "PRG", "Ruzyne, Prague", "CZ", 50.1008, 14.2600, 1247.0, 3715.0, "Europe/Prague"),
    ("LDZA", "ZAG", "Zagreb", "HR", 45.7429, 16.0688, 353.0, 3252.0, "Europe/Zagreb"),
    ("EETN", "TLL", "Tallinn", "EE", 59.4133, 24.8328, 131.0, 3480.0, "Europe/Tallinn"),
];

/// An airfield by its ICAO indicator.
///
/// # Panics
///
/// When neither the catalogue nor the table has such an airfield.
pub(crate) fn airfield(icao: &str) -> Airfield {
    if let Some(known) = catalogue_airfields().get(&AirfieldId::new(icao)) {
        return known.clone();
    }
    let row = MORE
        .iter()
        .find(|row| row.0 == icao)
        .unwrap_or_else(|| panic!("{icao} is in the table"));
    Airfield {
        id: AirfieldId::new(row.0),
        iata: Some(row.1.to_owned()),
        name: row.2.to_owned(),
        state: StateCode::new(row.3),
        position: position(row.4, row.5),
        elevation: Feet(row.6),
        zone: zone(row.8),
        runways: vec![Runway {
            id: "main".to_owned(),
            length: Metres(row.7),
            surface: Surface::Paved,
            lit: true,
            closed: false,
        }],
        hours: Hours::Always,
        fuel: true,
        slots_per_hour: None,
        parking: None,
        fire_cover: true,
        crew_rest: true,
        above_isa_c: None,
    }
}

/// A position that is known to be one.
pub(crate) fn position(lat: f64, lon: f64) -> Position {
    Position::new(lat, lon).expect("a place on the Earth")
}

/// A zone that is known to be one.
pub(crate) fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("a zone of the database")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_repeats_the_catalogue() {
        for row in MORE {
            assert!(
                !catalogue_airfields().contains_key(&AirfieldId::new(row.0)),
                "{}",
                row.0
            );
            assert_eq!(airfield(row.0).id.as_str(), row.0);
        }
    }
}
