//! The tiny family: operations small and plain enough for brute force, yet tight in beds, places, care, time and duty.

use airbridge_model::{
    AircraftType, Attendants, CabinLimit, ClearanceKind, Configuration, DutyRuleSet, FdpRow, Group, Horizon, Hours,
    Isolation, Operation, PrecedenceScheme, RangePoint, Specialty, Surface, Unity,
};
use airbridge_units::{
    AircraftTypeId, ConfigurationId, Feet, GroupId, Kilograms, Knots, Metres, Minutes, NauticalMiles, RuleSetId,
    StateCode,
};
use jiff::ToSpan;
use jiff::civil::time;

use crate::dice::Dice;
use crate::generate::EUROPE;
use crate::{places, rows};

/// Near each other, so that range never binds.
const FIELDS: [&str; 5] = ["EDDK", "EBBR", "EHAM", "LKPR", "EDDM"];
const NEEDS: [Specialty; 2] = [Specialty::Orthopaedics, Specialty::Burns];

/// An operation of the tiny family.
pub fn tiny(seed: u64) -> Operation {
    let mut dice = Dice::new(seed, "tiny");
    let from = rows::instant("2024-04-08T00:00:00Z");
    let horizon = Horizon {
        from,
        to: rows::hours_after(from, 72),
    };
    let mut operation = rows::operation(format!("tiny (synthetic, seed {seed})"), horizon);
    operation.policy.duty = vec![flat_duty(*dice.pick(&[5, 6, 7, 8, 10]))];
    add_places(&mut operation, &mut dice);
    add_offers(&mut operation, &mut dice);
    add_patients(&mut operation, &mut dice);
    add_group(&mut operation, &mut dice);
    add_aircraft(&mut operation, &mut dice);
    add_clearances(&mut operation, &mut dice);
    rows::finish(operation)
}

/// So many hours at every hour of the day, less than the rest after them.
fn flat_duty(hours: i64) -> DutyRuleSet {
    DutyRuleSet {
        id: RuleSetId::new("flat"),
        rows: vec![FdpRow {
            from: time(0, 0, 0, 0),
            to: time(23, 59, 0, 0),
            limit: Minutes(hours * 60),
        }],
        free_sectors: 20,
        per_sector: Minutes(0),
        floor: Minutes(hours * 60),
        max_sectors: None,
        augmented: Vec::new(),
        report: Minutes(60),
        debrief: Minutes(30),
        rest_home: Minutes(12 * 60),
        rest_away: Minutes(12 * 60),
        source: "synthetic".to_owned(),
    }
}

/// Three or four airfields, without fuel away from the base (the first) and without beds for crews, and a facility at each.
fn add_places(operation: &mut Operation, dice: &mut Dice) {
    let mut fields = FIELDS;
    dice.shuffle(&mut fields);
    for (number, icao) in fields.iter().take(dice.between(3, 4) as usize).enumerate() {
        let mut field = places::airfield(icao);
        field.fuel = number == 0;
        // A rest within a mission would part it into duties, even at the base.
        field.crew_rest = false;
        let minutes = dice.between(1, 4) * 15;
        operation.facilities.push(rows::hospital_at(number, &field, minutes));
        operation.airfields.push(field);
    }
}

/// Patients start at the first two airfields and go to the others.
fn add_offers(operation: &mut Operation, dice: &mut Dice) {
    let from = rows::day_of(operation.horizon.from);
    let last = operation.facilities.len() as i64 - 1;
    for number in 1..=dice.between(1, 3) {
        let facility = format!("F{}", dice.between(2, last));
        let (need, beds) = (*dice.pick(&NEEDS), dice.between(1, 2) as u32);
        let mut offer = rows::offer(format!("O{number}"), &facility, need, beds, from, from + 4.days());
        offer.isolation = dice.percent(60);
        offer.companions = Some(dice.below(2) as u32);
        operation.offers.push(offer);
    }
}

fn add_patients(operation: &mut Operation, dice: &mut Dice) {
    for number in 1..=dice.between(1, 3) {
        let ready_at = rows::minutes_after(operation.horizon.from, dice.between(0, 100) * 15);
        let code = *dice.pick(&["P1", "P2", "P3"]);
        let mut clock = rows::precedence(PrecedenceScheme::UkStanag3204, code, ready_at);
        clock.due_at = rows::minutes_after(ready_at, dice.between(16, 120) * 15);
        let origin = format!("F{}", dice.below(2));
        let mut patient = rows::patient(format!("P{number}"), &origin, ready_at, clock);
        patient.specialty = *dice.pick(&NEEDS);
        if dice.percent(60) {
            patient.acceptable = NEEDS
                .iter()
                .copied()
                .filter(|need| *need != patient.specialty)
                .collect();
        }
        match dice.below(4) {
            0 => rows::make_critical(&mut patient, dice.percent(50)),
            1 => rows::lay_down(&mut patient),
            _ => {}
        }
        patient.attendants = Attendants {
            medical: 0,
            other: dice.below(2) as u32,
        };
        if dice.percent(20) {
            patient.isolation = Isolation::Contact;
        }
        if dice.percent(20) {
            patient.cabin_limit = Some(CabinLimit(Feet(5000.0)));
        }
        if dice.percent(20) {
            patient.limits.max_stops = Some(0);
        }
        if dice.percent(10) {
            patient.limits.max_flight = Some(Minutes(dice.between(4, 10) * 15));
        }
        if dice.percent(15) {
            patient.consent.refused = vec![StateCode::new(dice.pick(&["DE", "NL", "BE", "CZ"]))];
        }
        if dice.percent(10) {
            patient.destination = Some(dice.pick(&operation.facilities).id.clone());
        }
        operation.patients.push(patient);
    }
}

fn add_group(operation: &mut Operation, dice: &mut Dice) {
    if operation.patients.len() < 2 || !dice.percent(25) {
        return;
    }
    let id = GroupId::new("G1");
    let (origin, due_at) = (
        operation.patients[0].origin.clone(),
        operation.patients[0].precedence.due_at,
    );
    for patient in &mut operation.patients[..2] {
        patient.group = Some(id.clone());
        patient.origin = origin.clone();
        // The oracle moves a whole group on time or not at all.
        patient.precedence.due_at = due_at;
        patient.precedence.clock_start_at = patient.precedence.clock_start_at.min(due_at);
    }
    let unity = *dice.pick(Unity::ALL);
    operation.groups = vec![Group {
        id,
        unity,
        note: "synthetic".to_owned(),
    }];
}

/// A jet that flies a whole mission on its tanks, with few places.
fn small_jet(dice: &mut Dice) -> AircraftType {
    AircraftType {
        id: AircraftTypeId::new("TINY-JET"),
        name: "synthetic jet".to_owned(),
        cruise: Knots(430.0),
        range: vec![
            RangePoint {
                payload: Kilograms(0.0),
                range: NauticalMiles(6000.0),
            },
            RangePoint {
                payload: Kilograms(3000.0),
                range: NauticalMiles(6000.0),
            },
        ],
        fuel_per_hour: Kilograms(900.0),
        runway: Metres(1500.0),
        surfaces: vec![Surface::Paved],
        pressurised: true,
        lowest_cabin: Feet(0.0),
        cost_per_hour: 5000.0,
        configurations: vec![Configuration {
            id: ConfigurationId::new("only"),
            litters: dice.between(1, 2) as u32,
            intensive_care: 1,
            seats: dice.between(1, 4) as u32,
            isolation_units: 0,
            isolation_bay: 1,
            changeover: Minutes(60),
            source: "synthetic".to_owned(),
        }],
        source: "synthetic".to_owned(),
    }
}

fn add_aircraft(operation: &mut Operation, dice: &mut Dice) {
    operation.aircraft_types = vec![small_jet(dice)];
    let base = operation.airfields[0].clone();
    let state = base.state.as_str();
    let mut aircraft = rows::aircraft(
        "SYN1",
        "TINY-JET",
        "SYN-AIR",
        state,
        base.id.as_str(),
        operation.horizon,
    );
    aircraft.max_missions = Some(dice.between(1, 2) as u32);
    let points = (dice.between(2, 6) as u32, dice.between(4, 10) as u32);
    operation.crews = vec![
        rows::flight_crew("FLT".to_owned(), &aircraft, "flat"),
        rows::medical_team("MED".to_owned(), &aircraft, "flat", points, 2),
    ];
    operation.aircraft = vec![aircraft];
}

/// Everybody lets everybody over; now and then one state does not let anybody land.
fn add_clearances(operation: &mut Operation, dice: &mut Dice) {
    let horizon = operation.horizon;
    let strict = if dice.percent(20) {
        *dice.pick(&["DE", "NL", "BE", "CZ"])
    } else {
        ""
    };
    let kind = |state: &str| {
        if state == strict {
            ClearanceKind::Overfly
        } else {
            ClearanceKind::Both
        }
    };
    operation.clearances = EUROPE
        .iter()
        .map(|state| rows::clearance(state, kind(state), horizon.from, horizon.to))
        .collect();
}

/// What the oracle relies on.
pub(super) fn assert_belongs(operation: &Operation) {
    assert!(operation.patients.len() <= 3, "at most three patients");
    assert!(
        operation.aircraft.len() == 1 && operation.crews.len() == 2,
        "one aircraft, one crew of each kind"
    );
    assert!(
        operation.aircraft[0].max_missions.is_some_and(|most| most <= 2),
        "at most two missions"
    );
    assert!(
        operation.aircraft_types[0].configurations.len() == 1,
        "one configuration"
    );
    assert!(
        operation.facilities.iter().all(|facility| facility.access.len() == 1),
        "one airfield each"
    );
    assert!(
        operation.staging.is_empty() && operation.closures.is_empty(),
        "no staging, nothing closed"
    );
    assert!(
        operation.routes.is_empty() && operation.forbidden_pairs.is_empty(),
        "no routes, no forbidden pairs"
    );
    assert!(
        operation.airfields.iter().all(plain),
        "open, no slots, no parking limit, no rest on the way"
    );
    assert!(
        operation
            .patients
            .iter()
            .all(|patient| patient.limits.max_transit.is_none()
                && patient.collect_by.is_none()
                && patient.precedence.latest_useful_at.is_none()
                && patient.isolation <= Isolation::Contact),
        "no limit on the time in transit"
    );
    let duty = &operation.policy.duty[0];
    assert!(
        duty.rows.len() == 1 && duty.rows[0].limit + duty.debrief <= duty.rest_home,
        "flat and short duty"
    );
}

fn plain(field: &airbridge_model::Airfield) -> bool {
    field.hours == Hours::Always
        && !field.crew_rest
        && field.slots_per_hour.is_none()
        && field.parking.is_none()
        && field.runways.iter().all(|runway| runway.lit)
}
