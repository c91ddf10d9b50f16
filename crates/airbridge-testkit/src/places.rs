//! Real airfields, with the figures of `OurAirports` (public domain; snapshot of August 2026, rounded) where the reference text
//! of the field gives them; hours, slots, parking, fire cover and crew rest are synthetic.

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
const AIRFIELDS: &[Row] = &[
    ("HLLB", "BEN", "Benina, Benghazi", "LY", 32.0968, 20.2694, 433.0, 3576.0, "Africa/Tripoli"),
    ("HLLQ", "LAQ", "Al Abraq", "LY", 32.7894, 21.9583, 2267.0, 3604.0, "Africa/Tripoli"),
    ("HECA", "CAI", "Cairo", "EG", 30.1166, 31.4140, 382.0, 4000.0, "Africa/Cairo"),
    ("HEAR", "AAC", "El Arish", "EG", 31.0732, 33.8358, 300.0, 3019.0, "Africa/Cairo"),
    ("LLER", "ETM", "Ramon", "IL", 29.7272, 35.0140, 288.0, 3600.0, "Asia/Jerusalem"),
    ("OJAI", "AMM", "Queen Alia, Amman", "JO", 31.7233, 35.9941, 2395.0, 3660.0, "Asia/Amman"),
    ("OMAA", "AUH", "Abu Dhabi", "AE", 24.4434, 54.6527, 88.0, 4106.0, "Asia/Dubai"),
    ("OTHH", "DOH", "Hamad, Doha", "QA", 25.2745, 51.6077, 12.0, 4850.0, "Asia/Qatar"),
    ("LTAC", "ESB", "Esenboga, Ankara", "TR", 40.1289, 32.9958, 3125.0, 3750.0, "Europe/Istanbul"),
    ("UUMU", "CKL", "Chkalovsky", "RU", 55.8796, 38.0607, 499.0, 3600.0, "Europe/Moscow"),
    ("UUWW", "VKO", "Vnukovo, Moscow", "RU", 55.5957, 37.2659, 685.0, 3500.0, "Europe/Moscow"),
    ("UUBW", "ZIA", "Zhukovsky, Moscow", "RU", 55.5533, 38.1500, 404.0, 5402.0, "Europe/Moscow"),
    ("UUBC", "KLF", "Grabtsevo, Kaluga", "RU", 54.5500, 36.3667, 656.0, 2200.0, "Europe/Moscow"),
    ("ULLI", "LED", "Pulkovo, St Petersburg", "RU", 59.8003, 30.2625, 79.0, 3780.0, "Europe/Moscow"),
    ("ULOO", "PKV", "Pskov", "RU", 57.7839, 28.3956, 154.0, 2516.0, "Europe/Moscow"),
    ("EPRZ", "RZE", "Jasionka, Rzeszow", "PL", 50.1074, 22.0361, 688.0, 3200.0, "Europe/Warsaw"),
    ("ENGM", "OSL", "Gardermoen, Oslo", "NO", 60.1945, 11.0989, 681.0, 3600.0, "Europe/Oslo"),
    ("EKCH", "CPH", "Copenhagen", "DK", 55.6127, 12.6415, 14.0, 3600.0, "Europe/Copenhagen"),
    ("ESSA", "ARN", "Arlanda, Stockholm", "SE", 59.6501, 17.9436, 137.0, 3301.0, "Europe/Stockholm"),
    ("EDDK", "CGN", "Cologne/Bonn", "DE", 50.8658, 7.1389, 302.0, 3815.0, "Europe/Berlin"),
    ("EDDM", "MUC", "Munich", "DE", 48.3538, 11.7861, 1486.0, 4000.0, "Europe/Berlin"),
    ("EIDW", "DUB", "Dublin", "IE", 53.4287, -6.2630, 242.0, 3110.0, "Europe/Dublin"),
    ("LPPT", "LIS", "Lisbon", "PT", 38.7815, -9.1358, 347.0, 3810.0, "Europe/Lisbon"),
    ("EHAM", "AMS", "Schiphol, Amsterdam", "NL", 52.3149, 4.7581, -11.0, 3800.0, "Europe/Amsterdam"),
    ("LEMD", "MAD", "Barajas, Madrid", "ES", 40.4954, -3.5601, 1998.0, 4350.0, "Europe/Madrid"),
    ("LIRF", "FCO", "Fiumicino, Rome", "IT", 41.8108, 12.2509, 14.0, 3902.0, "Europe/Rome"),
    ("LIRA", "CIA", "Ciampino, Rome", "IT", 41.7993, 12.5949, 427.0, 2202.0, "Europe/Rome"),
    ("LFPB", "LBG", "Le Bourget, Paris", "FR", 48.9643, 2.4356, 186.0, 3000.0, "Europe/Paris"),
    ("LROP", "OTP", "Otopeni, Bucharest", "RO", 44.5721, 26.1022, 314.0, 3500.0, "Europe/Bucharest"),
    ("EYVI", "VNO", "Vilnius", "LT", 54.6341, 25.2858, 646.0, 2515.0, "Europe/Vilnius"),
    ("EGBB", "BHX", "Birmingham", "GB", 52.4543, -1.7485, 328.0, 3052.0, "Europe/London"),
    ("EFHK", "HEL", "Vantaa, Helsinki", "FI", 60.3172, 24.9633, 179.0, 3500.0, "Europe/Helsinki"),
    ("LOWW", "VIE", "Schwechat, Vienna", "AT", 48.1103, 16.5697, 600.0, 3600.0, "Europe/Vienna"),
    ("EBBR", "BRU", "Zaventem, Brussels", "BE", 50.9014, 4.4844, 184.0, 3638.0, "Europe/Brussels"),
    ("LKPR", "PRG", "Ruzyne, Prague", "CZ", 50.1008, 14.2600, 1247.0, 3715.0, "Europe/Prague"),
    ("LDZA", "ZAG", "Zagreb", "HR", 45.7429, 16.0688, 353.0, 3252.0, "Europe/Zagreb"),
    ("EETN", "TLL", "Tallinn", "EE", 59.4133, 24.8328, 131.0, 3480.0, "Europe/Tallinn"),
];

/// An airfield by its ICAO indicator.
///
/// # Panics
///
/// When the table has no such airfield.
pub(crate) fn airfield(icao: &str) -> Airfield {
    let row = AIRFIELDS
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
            lit: row.0 != "HLLQ",
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
    fn every_row_makes_an_airfield() {
        for row in AIRFIELDS {
            assert_eq!(airfield(row.0).id.as_str(), row.0);
        }
    }
}
