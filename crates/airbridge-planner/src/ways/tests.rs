use airbridge_model::{Operation, Unity};
use airbridge_solver::problem::{Problem, Request, Way};
use airbridge_testkit::generate::benghazi;
use airbridge_units::{Minutes, StateCode};

use crate::Planner;

/// The founding case with one seated patient, from whom most limits are taken.
fn one() -> Operation {
    let mut operation = benghazi(1, 1);
    let patient = &mut operation.patients[0];
    patient.limits.max_stops = None;
    patient.limits.max_transit = None;
    patient.limits.overnight = true;
    operation
}

fn with<R>(operation: &Operation, look: impl FnOnce(&Problem, &Request) -> R) -> R {
    let planner = Planner::new(operation).expect("a sound operation");
    let problem = planner.problem();
    look(problem, &problem.requests[0])
}

fn ways(operation: &Operation) -> Vec<Way> {
    with(operation, |_, request| request.ways.clone())
}

#[test]
fn no_way_leads_where_there_is_no_consent() {
    let mut operation = one();
    assert!(!ways(&operation).is_empty());
    operation.patients[0].consent.refused = vec![StateCode::new("RU")];
    assert!(ways(&operation).is_empty());
}

#[test]
fn a_stay_is_as_long_as_staging_allows_and_the_roads() {
    let mut operation = one();
    (operation.staging[0].min_stay, operation.staging[0].max_stay) = (Minutes(60), Minutes(600));
    for way in ways(&operation) {
        let stay = way.stay.expect("everybody goes through Cairo");
        // Twenty minutes each way.
        assert_eq!((stay.min.0, stay.max.0), (100 * 60, 640 * 60));
        assert!(stay.not_across.is_empty());
    }
    operation.patients[0].limits.overnight = false;
    let nights = |way: &Way| way.stay.as_ref().map_or(0, |stay| stay.not_across.len());
    assert!(ways(&operation).iter().all(|way| nights(way) > 7));
}

#[test]
fn staging_that_does_not_take_the_patient_is_no_way() {
    let mut operation = one();
    operation.patients[0].critical_care = airbridge_model::CriticalCare::Icu;
    assert!(!ways(&operation).is_empty());
    operation.staging[0].intensive_care = false;
    assert!(ways(&operation).is_empty());
}

/// Whether windows of the problem hold a second of its axis.
fn in_windows(problem: &Problem, index: airbridge_solver::problem::WindowsIdx, at: i64) -> bool {
    let at = airbridge_units::Moment(at);
    problem.windows[index.get()].hold(at, at)
}

#[test]
fn loading_begins_a_road_after_the_door_is_open() {
    let mut operation = one();
    // Tripoli is two hours ahead: the door is open from 06:00 to 08:00 UTC, the road to Benina takes 40 minutes.
    operation.facilities.iter_mut().for_each(|facility| {
        if facility.id.as_str() == "BMC" {
            facility.release_hours = "08:00-10:00".parse().expect("hours");
        }
    });
    let origin = operation.horizon.from.max(operation.planned_at).as_second();
    let ready = operation.patients[0].ready_at.as_second();
    let day = ready.div_euclid(86_400) * 86_400 + 86_400 - origin;
    with(&operation, |problem, request| {
        let ride = request
            .ways
            .iter()
            .map(|way| &way.rides[0])
            .find(|ride| ride.before.0 == 40 * 60);
        let board = ride.expect("through Benina").board;
        let minutes = |minutes: i64| in_windows(problem, board, day + minutes * 60);
        assert!(!minutes(6 * 60 + 39) && minutes(6 * 60 + 40) && minutes(8 * 60 + 40) && !minutes(8 * 60 + 41));
    });
}

#[test]
fn admission_over_midnight_is_open_on_both_sides_of_it() {
    let mut operation = one();
    for facility in operation
        .facilities
        .iter_mut()
        .filter(|facility| facility.state.as_str() == "RU")
    {
        facility.admission_hours = "22:00-02:00".parse().expect("hours");
    }
    let origin = operation.horizon.from.max(operation.planned_at).as_second();
    let ready = operation.patients[0].ready_at.as_second();
    // Midnight in Moscow, two days on.
    let midnight = ready.div_euclid(86_400) * 86_400 + 2 * 86_400 - 3 * 3600 - origin;
    with(&operation, |problem, request| {
        let way = request.ways.first().expect("a way");
        let alight = way.rides.last().expect("a ride").alight;
        let door = |minutes: i64| in_windows(problem, alight, midnight + minutes * 60 - way.onward.0);
        assert!(!door(-121) && door(-120) && door(0) && door(120) && !door(121));
    });
}

#[test]
fn a_group_aims_at_each_of_its_due_times() {
    let mut operation = benghazi(2, 1);
    operation.groups = vec![airbridge_model::Group {
        id: "G1".into(),
        unity: Unity::Facility,
        note: String::new(),
    }];
    let specialty = operation.patients[0].specialty;
    for patient in &mut operation.patients {
        patient.group = Some("G1".into());
        patient.specialty = specialty;
    }
    operation.offers.iter_mut().for_each(|offer| offer.beds = 9);
    let one_due = ways(&operation);
    let weights: Vec<i64> = (operation.patients.iter())
        .map(|patient| i64::from(operation.policy.weights.of(patient.precedence.level)))
        .collect();
    let later = operation.patients[0].precedence.due_at + jiff::SignedDuration::from_hours(5);
    operation.patients[1].precedence.due_at = later;
    operation.patients[0].precedence.due_at = later - jiff::SignedDuration::from_hours(5);
    let two = ways(&operation);
    assert_eq!(two.len(), 2 * one_due.len());
    for pair in two.chunks(2) {
        assert_eq!(pair[1].due - pair[0].due, airbridge_units::Seconds(5 * 3600));
        assert_eq!(pair[0].late.0[0], weights[0] + weights[1]);
        // By the second due time the first is late, whatever happens.
        assert_eq!((pair[1].cost.0[0], pair[1].late.0[0]), (weights[0], weights[1]));
        assert_eq!(pair[1].cost.0[1], weights[0] * 5 * 3600);
    }
}

#[test]
fn offers_that_are_over_are_no_ways() {
    let mut operation = one();
    for offer in &mut operation.offers {
        offer.from = jiff::civil::date(2017, 1, 1);
        offer.to = jiff::civil::date(2017, 1, 30);
    }
    assert!(ways(&operation).is_empty());
}
