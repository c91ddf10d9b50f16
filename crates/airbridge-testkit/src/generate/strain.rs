//! Troubles that befall an operation: each takes something away, closes something, or asks for more care.
//!
//! What comes in: an operation and chance. What goes out: the same operation, still valid, with less room in it. Nothing here promises that
//! anybody can still be moved.

use airbridge_model::{
    Airfield, Area, CabinLimit, ClearanceStatus, Closed, Closure, ForbiddenPair, Hours, Isolation, OfferStatus,
    Operation, PairBasis, PairScope, Patient,
};
use airbridge_units::{ClosureId, Feet, Minutes, RuleSetId};
use jiff::Timestamp;

use crate::dice::Dice;
use crate::{places, rows};

/// A trouble.
pub(super) type Strain = fn(&mut Operation, &mut Dice);

/// Every trouble, in an order that seeds depend on: append only.
pub(super) const ALL: [Strain; 20] = [
    deny_clearance,
    delay_clearance,
    close_airfield,
    close_airspace,
    take_beds,
    put_out_lights,
    ration_slots,
    ration_parking,
    shorten_hours,
    drain_fuel,
    send_away_fire_cover,
    lower_cabins,
    forbid_pair,
    isolate,
    weaken_teams,
    shorten_duties,
    limit_transit,
    hurry,
    shrink_staging,
    shorten_availability,
];

fn field<'a>(operation: &'a mut Operation, dice: &mut Dice) -> &'a mut Airfield {
    let at = dice.below(operation.airfields.len());
    &mut operation.airfields[at]
}

/// Some of the patients: each with the given chance.
fn some_patients(operation: &mut Operation, percent: u32, dice: &mut Dice, change: impl Fn(&mut Patient, &mut Dice)) {
    for patient in &mut operation.patients {
        if dice.percent(percent) {
            change(patient, dice);
        }
    }
}

/// An instant of the horizon, on a quarter of an hour.
fn moment(operation: &Operation, dice: &mut Dice) -> Timestamp {
    let hours = (operation.horizon.to.as_second() - operation.horizon.from.as_second()) / 3600;
    rows::minutes_after(operation.horizon.from, dice.between(0, hours * 4) * 15)
}

fn deny_clearance(operation: &mut Operation, dice: &mut Dice) {
    if !operation.clearances.is_empty() {
        let at = dice.below(operation.clearances.len());
        operation.clearances[at].status = *dice.pick(&[ClearanceStatus::Denied, ClearanceStatus::Requested]);
    }
}

fn delay_clearance(operation: &mut Operation, dice: &mut Dice) {
    if !operation.clearances.is_empty() {
        let from = moment(operation, dice);
        let at = dice.below(operation.clearances.len());
        let clearance = &mut operation.clearances[at];
        clearance.valid_from = from.min(rows::hours_after(clearance.valid_to, -1));
    }
}

fn close_airfield(operation: &mut Operation, dice: &mut Dice) {
    let what = Closed::Airfield(field(operation, dice).id.clone());
    close(operation, what, dice);
}

/// A square of two degrees half-way between two airfields.
fn close_airspace(operation: &mut Operation, dice: &mut Dice) {
    let one = field(operation, dice).position;
    let other = field(operation, dice).position;
    let (lat, lon) = (
        f64::midpoint(one.lat(), other.lat()),
        f64::midpoint(one.lon(), other.lon()),
    );
    let corners = [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0)]
        .map(|(north, east)| places::position(lat + north, lon + east))
        .to_vec();
    close(operation, Closed::Airspace(Area { corners }), dice);
}

fn close(operation: &mut Operation, what: Closed, dice: &mut Dice) {
    let from = moment(operation, dice);
    let closure = Closure {
        id: ClosureId::new(format!("SYN-NOTAM-{}", operation.closures.len() + 1)),
        what,
        from,
        to: rows::hours_after(from, dice.between(3, 48)),
        reason: "synthetic".to_owned(),
    };
    operation.closures.push(closure);
}

fn take_beds(operation: &mut Operation, dice: &mut Dice) {
    let planned_at = operation.planned_at;
    for offer in &mut operation.offers {
        match dice.below(10) {
            0 => offer.status = OfferStatus::Withdrawn,
            1 => offer.expires_at = Some(rows::hours_after(planned_at, -1)),
            2..5 => offer.beds = (offer.beds / 2).max(1),
            5 => offer.companions = Some(0),
            _ => {}
        }
    }
}

fn put_out_lights(operation: &mut Operation, dice: &mut Dice) {
    for runway in &mut field(operation, dice).runways {
        runway.lit = false;
    }
}

fn ration_slots(operation: &mut Operation, dice: &mut Dice) {
    field(operation, dice).slots_per_hour = Some(dice.between(1, 2) as u32);
}

fn ration_parking(operation: &mut Operation, dice: &mut Dice) {
    field(operation, dice).parking = Some(1);
}

fn shorten_hours(operation: &mut Operation, dice: &mut Dice) {
    let hours = *dice.pick(&["06:00-20:00", "Mon-Fri 07:00-22:00", "20:00-10:00"]);
    field(operation, dice).hours = hours.parse::<Hours>().expect("hours");
}

fn drain_fuel(operation: &mut Operation, dice: &mut Dice) {
    let bases: Vec<_> = operation
        .aircraft
        .iter()
        .map(|aircraft| aircraft.base.clone())
        .collect();
    let field = field(operation, dice);
    if !bases.contains(&field.id) {
        field.fuel = false;
    }
}

fn send_away_fire_cover(operation: &mut Operation, dice: &mut Dice) {
    field(operation, dice).fire_cover = false;
}

fn lower_cabins(operation: &mut Operation, dice: &mut Dice) {
    some_patients(operation, 10, dice, |patient, dice| {
        patient.cabin_limit = Some(CabinLimit(Feet(*dice.pick(&[5000.0, 5000.0, 0.0]))));
    });
}

/// Between two states with airfields, on departure or on registration.
fn forbid_pair(operation: &mut Operation, dice: &mut Dice) {
    let state = field(operation, dice).state.clone();
    let other = field(operation, dice).state.clone();
    if state != other {
        operation.forbidden_pairs.push(ForbiddenPair {
            state,
            other,
            basis: *dice.pick(PairBasis::ALL),
            scope: *dice.pick(PairScope::ALL),
            one_way: dice.percent(50),
            from: None,
            to: None,
        });
    }
}

fn isolate(operation: &mut Operation, dice: &mut Dice) {
    some_patients(operation, 20, dice, |patient, dice| {
        patient.isolation = *dice.pick(&[
            Isolation::Contact,
            Isolation::Contact,
            Isolation::Droplet,
            Isolation::Airborne,
        ]);
    });
}

fn weaken_teams(operation: &mut Operation, _: &mut Dice) {
    for crew in &mut operation.crews {
        crew.critical_points = crew.critical_points.div_ceil(2);
        crew.nursing_points = crew.nursing_points.div_ceil(2);
    }
}

/// Everybody flies by the civil table, without extra pilots.
fn shorten_duties(operation: &mut Operation, _: &mut Dice) {
    operation.policy.duty = crate::policy::standard().duty;
    for crew in &mut operation.crews {
        crew.rules = RuleSetId::new("easa");
        crew.extra_pilots = 0;
        crew.rest_class = None;
    }
}

fn limit_transit(operation: &mut Operation, dice: &mut Dice) {
    some_patients(operation, 25, dice, |patient, dice| match dice.below(4) {
        0 => patient.limits.max_stops = Some(dice.below(3) as u32),
        1 => patient.limits.max_flight = Some(Minutes(dice.between(8, 40) * 15)),
        2 => patient.limits.max_transit = Some(Minutes(dice.between(6, 30) * 60)),
        _ => patient.limits.overnight = false,
    });
}

fn hurry(operation: &mut Operation, dice: &mut Dice) {
    some_patients(operation, 15, dice, |patient, dice| {
        if dice.percent(50) {
            patient.collect_by = Some(rows::hours_after(patient.ready_at, dice.between(12, 96)));
        } else {
            let after = rows::hours_after(patient.ready_at, dice.between(12, 96));
            patient.precedence.latest_useful_at = Some(after.max(patient.precedence.due_at));
        }
    });
}

fn shrink_staging(operation: &mut Operation, dice: &mut Dice) {
    for staging in &mut operation.staging {
        staging.capacity = (staging.capacity / 2).max(1);
        staging.max_stay = Minutes(staging.max_stay.get() / 2);
        staging.min_stay = Minutes(dice.between(0, 2) * 60);
        staging.intensive_care = dice.percent(70);
        staging.isolation = dice.percent(50);
    }
}

/// Half of the time of each aircraft, and one or two missions at most for some.
fn shorten_availability(operation: &mut Operation, dice: &mut Dice) {
    let from = operation.horizon.from;
    let hours = (operation.horizon.to.as_second() - from.as_second()) / 3600;
    for aircraft in &mut operation.aircraft {
        match dice.below(4) {
            0 => aircraft.available_from = rows::hours_after(from, hours / 4),
            1 => aircraft.available_to = rows::hours_after(from, hours * 3 / 4),
            2 => aircraft.max_missions = Some(dice.between(1, 3) as u32),
            _ => {}
        }
    }
}
