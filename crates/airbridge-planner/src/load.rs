//! What people take on board: places, care, mass, and time to load them. `docs/rules.md`, rules 2, 3, 5.4 and 6.2.

use airbridge_model::{
    Configuration, Crew, CriticalCare, Dependency, HandlingTimes, Isolation, Patient, PlaceKind, Policy,
};
use airbridge_units::Seconds;

/// The solver's capacity dimensions, by index.
pub(crate) const DIMENSIONS: usize = 8;
/// Intensive-care stations.
pub(crate) const INTENSIVE: usize = 0;
/// Litters, the intensive-care stations among them.
pub(crate) const LYING: usize = 1;
/// Seats.
pub(crate) const SEATS: usize = 2;
/// Closed isolation units.
pub(crate) const UNITS: usize = 3;
/// Isolation units and bay together.
pub(crate) const ISOLATION: usize = 4;
/// Critical-care points.
pub(crate) const CRITICAL: usize = 5;
/// Nursing points.
pub(crate) const NURSING: usize = 6;
/// Mass of patients and attendants, kg.
pub(crate) const MASS: usize = 7;

/// What one patient with attendants takes.
pub(crate) fn demand(policy: &Policy, patient: &Patient) -> Vec<i64> {
    let mut demand = vec![0; DIMENSIONS];
    let places = i64::from(patient.places());
    match patient.place_kind() {
        PlaceKind::IntensiveCare => {
            demand[INTENSIVE] = places;
            demand[LYING] = places;
        }
        PlaceKind::Litter => demand[LYING] = places,
        PlaceKind::Seat => demand[SEATS] = places,
    }
    demand[SEATS] += i64::from(patient.attendants.count());
    match patient.isolation {
        Isolation::None => {}
        Isolation::Contact => demand[ISOLATION] = 1,
        Isolation::Droplet | Isolation::Airborne => {
            demand[UNITS] = 1;
            demand[ISOLATION] = 1;
        }
    }
    demand[CRITICAL] = critical_points(policy, patient);
    demand[NURSING] = nursing_points(policy, patient);
    demand[MASS] = mass_kg(policy, patient);
    demand
}

fn critical_points(policy: &Policy, patient: &Patient) -> i64 {
    let care = &policy.care;
    i64::from(match patient.critical_care {
        _ if patient.ventilated => care.ventilated,
        CriticalCare::Icu => care.intensive_care,
        CriticalCare::Intermediate => care.intermediate,
        CriticalCare::None => 0,
    })
}

fn nursing_points(policy: &Policy, patient: &Patient) -> i64 {
    let by_dependency = policy.care.nursing;
    i64::from(match patient.dependency {
        Dependency::High => by_dependency[0],
        Dependency::Medium => by_dependency[1],
        Dependency::Low => by_dependency[2],
        Dependency::Minimal => by_dependency[3],
    })
}

/// Mass of a patient with equipment or baggage and of the attendants, rounded up.
fn mass_kg(policy: &Policy, patient: &Patient) -> i64 {
    let persons = &policy.persons;
    let mut mass = patient.weight.unwrap_or(persons.patient);
    match patient.place_kind() {
        PlaceKind::IntensiveCare => mass = mass + persons.litter_equipment + persons.intensive_care_equipment,
        PlaceKind::Litter => mass = mass + persons.litter_equipment,
        PlaceKind::Seat => mass = mass + persons.baggage,
    }
    (mass.get() + f64::from(patient.attendants.count()) * persons.attendant.get()).ceil() as i64
}

/// Mass of a medical team, rounded up.
pub(crate) fn team_kg(policy: &Policy, team: &Crew) -> i64 {
    (f64::from(team.persons) * policy.persons.attendant.get()).ceil() as i64
}

/// Most on board with a configuration and a team.
pub(crate) fn capacity(configuration: &Configuration, team: &Crew, most_kg: i64) -> Vec<i64> {
    let mut capacity = vec![0; DIMENSIONS];
    capacity[INTENSIVE] = i64::from(configuration.intensive_care);
    capacity[LYING] = i64::from(configuration.litters);
    capacity[SEATS] = i64::from(configuration.seats);
    capacity[UNITS] = i64::from(configuration.isolation_units);
    capacity[ISOLATION] = i64::from(configuration.isolation_units) + i64::from(configuration.isolation_bay);
    capacity[CRITICAL] = i64::from(team.critical_points);
    capacity[NURSING] = i64::from(team.nursing_points);
    capacity[MASS] = most_kg;
    capacity
}

/// Minutes that a patient adds to loading and to unloading.
pub(crate) fn handling_minutes(times: &HandlingTimes, patient: &Patient) -> (f64, f64) {
    let places = f64::from(patient.places());
    let attendants = f64::from(patient.attendants.count());
    let of = |litter: f64, intensive: f64, seat: f64| {
        let own = match patient.place_kind() {
            PlaceKind::IntensiveCare => places * (litter + intensive),
            PlaceKind::Litter => places * litter,
            PlaceKind::Seat => places * seat,
        };
        own + attendants * seat
    };
    (
        of(times.load_litter, times.load_intensive_care, times.load_seat),
        of(times.unload_litter, times.unload_intensive_care, times.unload_seat),
    )
}

/// The part of a handling time in whole seconds, rounded up, so that a sum of parts is never short of the whole.
pub(crate) fn part(minutes: f64) -> Seconds {
    crate::calendar::seconds_up(minutes)
}
