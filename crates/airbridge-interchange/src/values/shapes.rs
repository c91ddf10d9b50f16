//! Lists of numbers with a shape: payload–range curves, points on the map, cabin tiers.

use airbridge_model::{CabinTier, RangePoint};
use airbridge_units::{Feet, Kilograms, NauticalMiles, Position};

use super::numbers::number;
use super::{Problem, quote};

/// Most points of an area or a route.
const MOST_POINTS: usize = 1_000;

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// `payload_kg:range_nm; …`: payload rising, range falling (or equal).
pub(crate) fn range_curve(text: &str) -> Result<Vec<RangePoint>, Problem> {
    let form = || {
        Problem::new(
            "bad-range-curve",
            format!("{} is not a payload–range curve", quote(text)),
            "write points like 0:3000; 10000:1800",
        )
    };
    let mut points: Vec<RangePoint> = Vec::new();
    for part in parts(text) {
        let (payload, range) = part.split_once(':').ok_or_else(form)?;
        let point = RangePoint {
            payload: Kilograms(number(payload.trim(), 0.0, 500_000.0)?),
            range: NauticalMiles(number(range.trim(), 1.0, 12_000.0)?),
        };
        if let Some(last) = points.last()
            && (point.payload <= last.payload || point.range > last.range)
        {
            return Err(Problem::new(
                "range-curve-not-falling",
                format!(
                    "at {} the payload does not rise or the range does not fall",
                    quote(part)
                ),
                "order the points by payload; range falls as payload rises",
            ));
        }
        points.push(point);
    }
    if points.is_empty() { Err(form()) } else { Ok(points) }
}

/// `lat lon; lat lon; …`, at least `least` points.
pub(crate) fn points(text: &str, least: usize) -> Result<Vec<Position>, Problem> {
    let form = || {
        Problem::new(
            "bad-points",
            format!(
                "{} is not a list of at least {least} and at most {MOST_POINTS} places",
                quote(text)
            ),
            "write latitude and longitude in degrees like 31.5 29.9; 32 30.5; 31 31",
        )
    };
    let mut places = Vec::new();
    for part in parts(text) {
        let mut numbers = part.split_whitespace();
        let (Some(lat), Some(lon), None) = (numbers.next(), numbers.next(), numbers.next()) else {
            return Err(form());
        };
        let (lat, lon) = (number(lat, -90.0, 90.0)?, number(lon, -180.0, 180.0)?);
        places.push(Position::new(lat, lon).expect("both are within their bounds"));
        if places.len() > MOST_POINTS {
            return Err(form());
        }
    }
    if places.len() < least { Err(form()) } else { Ok(places) }
}

/// `limit_ft fuel_factor speed_factor; …`, loosest first.
pub(crate) fn cabin_tiers(text: &str) -> Result<Vec<CabinTier>, Problem> {
    let form = || {
        Problem::new(
            "bad-cabin-tiers",
            format!("{} are not cabin tiers, loosest first", quote(text)),
            "write like 8000 1 1; 5000 1.1 0.96; 0 1.25 0.9",
        )
    };
    let mut tiers: Vec<CabinTier> = Vec::new();
    for part in parts(text) {
        let numbers: Vec<&str> = part.split_whitespace().collect();
        let [limit, fuel, speed] = numbers[..] else {
            return Err(form());
        };
        let tier = CabinTier {
            limit: Feet(number(limit, 0.0, 15_000.0)?),
            fuel_factor: number(fuel, 0.5, 5.0)?,
            speed_factor: number(speed, 0.2, 2.0)?,
        };
        if tiers.last().is_some_and(|last| tier.limit >= last.limit) {
            return Err(form());
        }
        tiers.push(tier);
    }
    if tiers.is_empty() { Err(form()) } else { Ok(tiers) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_fall() {
        assert_eq!(range_curve("0:3000; 10000:1800").expect("falls").len(), 2);
        for text in ["0:1000; 10000:1800", "10:100; 10:90", "x", "", "0 3000", "0:-5"] {
            assert!(range_curve(text).is_err(), "{text}");
        }
    }

    #[test]
    fn places_are_pairs() {
        assert_eq!(points("31.5 29.9; -32 30.5;31 31", 3).expect("three").len(), 3);
        for text in [
            "31.5 29.9; 32 30.5",
            "31.5; 1 2; 3 4",
            "95 0; 1 1; 2 2",
            "1 2 3; 1 2; 3 4",
        ] {
            assert!(points(text, 3).is_err(), "{text}");
        }
    }

    #[test]
    fn tiers_tighten() {
        assert_eq!(cabin_tiers("8000 1 1; 0 1.25 0.9").expect("tightens").len(), 2);
        assert!(cabin_tiers("5000 1 1; 8000 1 1").is_err());
        assert!(cabin_tiers("").is_err());
    }
}
