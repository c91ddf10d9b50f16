//! Aircraft types with their cabins. Capacities and speeds follow the reference text of the field; range curves, fuel and cost are synthetic.

use airbridge_model::{AircraftType, Configuration, RangePoint, Surface};
use airbridge_units::{AircraftTypeId, ConfigurationId, Feet, Kilograms, Knots, Metres, Minutes, NauticalMiles};

/// Configuration: name, litters, of these intensive care, seats, isolation units, isolation bay, change-over in minutes.
type Cabin = (&'static str, u32, u32, u32, u32, u32, i64);

struct Row {
    id: &'static str,
    name: &'static str,
    cruise: f64,
    range: &'static [(f64, f64)],
    fuel: f64,
    runway: f64,
    rough: bool,
    lowest_cabin: f64,
    cost: f64,
    cabins: &'static [Cabin],
}

const TYPES: &[Row] = &[
    Row {
        id: "C-130H",
        name: "Lockheed C-130H Hercules",
        cruise: 320.0,
        range: &[(0.0, 2400.0), (9000.0, 1800.0), (17000.0, 1200.0)],
        fuel: 2200.0,
        runway: 915.0,
        rough: true,
        lowest_cabin: 0.0,
        cost: 9000.0,
        cabins: &[
            ("40L30S", 40, 10, 30, 0, 4, 60),
            ("74L", 74, 6, 0, 0, 4, 60),
            ("85S", 0, 0, 85, 0, 0, 45),
        ],
    },
    Row {
        id: "C-130J",
        name: "Lockheed C-130J Hercules",
        cruise: 340.0,
        range: &[(0.0, 2600.0), (9000.0, 2100.0), (17000.0, 1500.0)],
        fuel: 2000.0,
        runway: 915.0,
        rough: true,
        lowest_cabin: 0.0,
        cost: 9500.0,
        cabins: &[("40L30S", 40, 8, 30, 1, 4, 60), ("74L", 74, 6, 0, 0, 4, 60)],
    },
    Row {
        id: "Il-76TD-MED",
        name: "Ilyushin Il-76TD with five medical modules",
        cruise: 410.0,
        range: &[(0.0, 2900.0), (12000.0, 2500.0), (30000.0, 2000.0)],
        fuel: 7800.0,
        runway: 1800.0,
        rough: true,
        lowest_cabin: 0.0,
        cost: 14000.0,
        cabins: &[("5M", 20, 20, 50, 0, 4, 20), ("3M", 12, 12, 90, 0, 4, 20)],
    },
    Row {
        id: "B737-700-MED",
        name: "Boeing 737-700, medical cabin",
        cruise: 440.0,
        range: &[(0.0, 3000.0), (9000.0, 2500.0), (16000.0, 2000.0)],
        fuel: 2400.0,
        runway: 1700.0,
        rough: false,
        lowest_cabin: 5000.0,
        cost: 8000.0,
        cabins: &[("18L39S", 18, 3, 39, 1, 20, 1440)],
    },
    Row {
        id: "B737-CHARTER",
        name: "Boeing 737 charter with stretchers",
        cruise: 440.0,
        range: &[(0.0, 3000.0), (10000.0, 2500.0), (16000.0, 2000.0)],
        fuel: 2400.0,
        runway: 1700.0,
        rough: false,
        lowest_cabin: 5000.0,
        cost: 7000.0,
        cabins: &[("10L100S", 10, 2, 100, 0, 4, 240)],
    },
    Row {
        id: "A400M",
        name: "Airbus A400M",
        cruise: 400.0,
        range: &[(0.0, 3200.0), (10000.0, 2400.0), (30000.0, 1800.0)],
        fuel: 3800.0,
        runway: 940.0,
        rough: true,
        lowest_cabin: 0.0,
        cost: 16000.0,
        cabins: &[("19L20S", 19, 5, 20, 1, 6, 720), ("66L25S", 66, 4, 25, 0, 6, 180)],
    },
    Row {
        id: "CL650",
        name: "Bombardier Challenger 650",
        cruise: 450.0,
        range: &[(0.0, 4000.0), (1000.0, 3500.0), (2000.0, 3000.0)],
        fuel: 1000.0,
        runway: 1720.0,
        rough: false,
        lowest_cabin: 0.0,
        cost: 5500.0,
        cabins: &[("2L4S", 2, 2, 4, 0, 0, 60), ("1L2S-ISO", 1, 1, 2, 1, 0, 120)],
    },
];

/// A type with all its cabins.
///
/// # Panics
///
/// When the table has no such type.
pub(crate) fn aircraft_type(id: &str) -> AircraftType {
    let row = TYPES
        .iter()
        .find(|row| row.id == id)
        .unwrap_or_else(|| panic!("{id} is in the table"));
    AircraftType {
        id: AircraftTypeId::new(row.id),
        name: row.name.to_owned(),
        cruise: Knots(row.cruise),
        range: row
            .range
            .iter()
            .map(|&(payload, range)| RangePoint {
                payload: Kilograms(payload),
                range: NauticalMiles(range),
            })
            .collect(),
        fuel_per_hour: Kilograms(row.fuel),
        runway: Metres(row.runway),
        surfaces: if row.rough {
            vec![Surface::Paved, Surface::Gravel, Surface::Unpaved]
        } else {
            vec![Surface::Paved]
        },
        pressurised: true,
        lowest_cabin: Feet(row.lowest_cabin),
        cost_per_hour: row.cost,
        configurations: row.cabins.iter().map(cabin).collect(),
        source: "typical published figures; range, fuel and cost synthetic".to_owned(),
    }
}

fn cabin(&(id, litters, intensive_care, seats, isolation_units, isolation_bay, changeover): &Cabin) -> Configuration {
    Configuration {
        id: ConfigurationId::new(id),
        litters,
        intensive_care,
        seats,
        isolation_units,
        isolation_bay,
        changeover: Minutes(changeover),
        source: "synthetic mix within published limits".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intensive_care_is_among_the_litters() {
        for row in TYPES {
            for cabin in aircraft_type(row.id).configurations {
                assert!(cabin.intensive_care <= cabin.litters, "{} {}", row.id, cabin.id);
            }
        }
    }
}
