//! The medical 737 from Oslo, with two flights a week for each aircraft.

use airbridge_model::{Hours, Operation};
use airbridge_units::ConfigurationId;

use crate::{fleet, places, rows};

const FIELDS: [&str; 20] = [
    "EPRZ", "ENGM", "EKCH", "ESSA", "EDDK", "EDDM", "EIDW", "LPPT", "EHAM", "LEMD", "LIRF", "LFPB", "EYVI", "EFHK",
    "LOWW", "EBBR", "LKPR", "LDZA", "EETN", "LROP",
];
/// Days of departure of the first aircraft, the second, the third, and again.
const DAYS: [&str; 3] = ["Tue,Fri", "Mon,Thu", "Wed,Sat"];
/// Three intensive-care patients, ventilated or not, and a full cabin.
const TEAM: (u32, u32) = (12, 130);

pub(super) fn add(operation: &mut Operation, count: usize) {
    operation.airfields = FIELDS.iter().map(|icao| places::airfield(icao)).collect();
    operation.aircraft_types = vec![fleet::boeing_with_bay()];
    for number in 1..=count {
        let tail = format!("LN-SYN{number}");
        let mut aircraft = rows::aircraft(&tail, "Boeing 737-700", "NO-MEDEVAC", "NO", "ENGM", operation.horizon);
        aircraft.departure_hours = format!("{} 05:00-13:00", DAYS[(number - 1) % DAYS.len()])
            .parse::<Hours>()
            .expect("hours");
        aircraft.configurations = vec![ConfigurationId::new(fleet::BAY_CABIN)];
        aircraft.standing = Some(ConfigurationId::new(fleet::BAY_CABIN));
        let flight = rows::flight_crew(format!("{tail}-FLT"), &aircraft, "easa");
        let medical = rows::medical_team(format!("{tail}-MED"), &aircraft, "easa", TEAM, 10);
        operation.crews.extend([flight, medical]);
        operation.aircraft.push(aircraft);
    }
}
