//! Replays of generated operations, disrupted more often than is usual.

use airbridge_model::{Event, Happening, Operation, Specialty};
use airbridge_progress::RequestState;
use airbridge_rolling::{RollError, Rolled, Settings, roll};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::course::{Course, Rates, open_homes};
use airbridge_testkit::generate;
use jiff::SignedDuration;

fn settings(operation: &Operation, days: i64, threads: usize) -> Settings {
    let from = operation.horizon.from;
    Settings {
        from,
        to: (from + SignedDuration::from_hours(24 * days)).min(operation.horizon.to),
        every: SignedDuration::from_hours(24),
        bed_notice: SignedDuration::from_hours(24 * 7),
        search: airbridge_planner::Settings {
            seed: 3,
            work: Some(300),
            threads,
        },
    }
}

fn replay(mut operation: Operation, rates: Rates, days: i64, threads: usize) -> Result<Rolled, RollError> {
    open_homes(&mut operation);
    let settings = settings(&operation, days, threads);
    let mut chance = Course::new(rates, 5);
    roll(
        &operation,
        &settings,
        &mut |operation, plan, from, to| chance.between(operation, plan, from, to),
        &StopSignal::new(),
        &mut |_| {},
    )
}

fn small() -> [(Operation, i64); 3] {
    [
        (generate::hub(40, 2), 14),
        (generate::waiting_list(40, 2), 14),
        (generate::benghazi(30, 2), 6),
    ]
}

#[test]
fn every_request_is_in_one_state_at_every_step_and_nobody_is_lost() {
    for (operation, days) in small() {
        let all = operation.patients.len();
        let name = operation.name.clone();
        let rolled =
            replay(operation, Rates::STANDARD.times(3.0), days, 1).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let mut before: u32 = 0;
        for step in &rolled.steps {
            let known: u32 = step.states.iter().sum();
            assert!(known >= before, "{name}: requests are not forgotten");
            before = known;
        }
        assert!(before as usize <= all);
        let counted: u32 = rolled.service.levels.iter().map(|level| level.requested).sum();
        assert_eq!(counted, before, "{name}");
        assert!(rolled.events.is_sorted_by_key(|event| event.at));
        let arrived: u32 = rolled.steps.last().expect("a step").states[RequestState::Arrived as usize];
        assert!(arrived > 0, "{name}: somebody arrives");
    }
}

#[test]
fn what_is_final_stays_final() {
    let (operation, days) = (generate::hub(60, 4), 20);
    let rolled = replay(operation, Rates::STANDARD.times(4.0), days, 1).expect("a replay");
    for state in [RequestState::Arrived, RequestState::Died, RequestState::Withdrawn] {
        let counts = rolled.steps.iter().map(|step| step.states[state as usize]);
        assert!(counts.is_sorted(), "{}", state.name());
    }
}

#[test]
fn the_same_seed_and_work_give_the_same_replay_on_any_number_of_threads() {
    let made = |threads| {
        let (operation, days) = (generate::hub(30, 7), 10);
        replay(operation, Rates::STANDARD.times(2.0), days, threads).expect("a replay")
    };
    let (one, two) = (made(1), made(2));
    assert_eq!(one.events, two.events);
    assert_eq!(one.steps, two.steps);
    assert_eq!(one.plan, two.plan);
}

#[test]
fn nothing_is_known_before_its_time() {
    let operation = generate::hub(40, 9);
    let from = operation.horizon.from;
    let settings = settings(&operation, 14, 1);
    let rolled = replay(operation, Rates::NOTHING, 14, 1).expect("a replay");
    assert!(
        rolled
            .start
            .patients
            .iter()
            .all(|patient| patient.precedence.clock_start_at <= from)
    );
    let notice = settings.bed_notice;
    for event in &rolled.events {
        match &event.what {
            Happening::Requested { patient } => assert_eq!(event.at, patient.precedence.clock_start_at),
            Happening::BedsOffered { offer } => {
                let noon = offer
                    .from
                    .at(12, 0, 0, 0)
                    .to_zoned(jiff::tz::TimeZone::UTC)
                    .expect("a time");
                let early = noon.timestamp().duration_since(event.at);
                assert!((early - notice).abs() <= SignedDuration::from_hours(26));
            }
            other => panic!("{} happens by itself", other.kind()),
        }
    }
    assert!(rolled.steps.iter().all(|step| step.stranded == 0));
}

/// Without disruptions but with short stays, those who are well again go home, and on flights that carry others.
#[test]
fn those_who_return_fill_seats_of_flights_that_carry_others() {
    let mut operation = generate::hub(200, 11);
    for patient in &mut operation.patients {
        patient.expected_stay_days = Some(3);
    }
    let rates = Rates {
        returns: 100.0,
        ..Rates::NOTHING
    };
    let rolled = replay(operation, rates, 30, 1).expect("a replay");
    let home = rolled.service.returns;
    assert!(home.moved >= 5, "{home:?}");
    assert!(2 * home.shared > home.moved, "{home:?}");
    for patient in rolled
        .operation
        .patients
        .iter()
        .filter(|patient| patient.specialty == Specialty::Home)
    {
        let out = patient.id.as_str().trim_end_matches("-HOME");
        let first = rolled.operation.patients.iter().find(|other| other.id.as_str() == out);
        assert_eq!(patient.destination.as_ref(), first.map(|first| &first.origin));
    }
}

/// The record of a replay is enough to plan each of its days again by the ordinary way.
#[test]
fn the_first_day_can_be_planned_again_from_what_is_written() {
    let rolled = replay(generate::hub(40, 2), Rates::STANDARD, 3, 1).expect("a replay");
    let next = rolled.steps[1].at;
    let text = airbridge_interchange::write_events(&rolled.events);
    let reading = airbridge_interchange::read_events("events.json", text.as_bytes(), &rolled.start);
    let events: Vec<Event> = reading.events.expect("events that can be read");
    assert_eq!(events, rolled.events);
    let digest = airbridge_interchange::plan_file::digest(&rolled.first);
    let standing = airbridge_progress::proceed(&rolled.start, &rolled.first, &digest, &events, next).expect("sense");
    let search = settings(&rolled.start, 3, 1).search;
    let again = airbridge_planner::replan_bare(standing.operation, &search, &StopSignal::new()).expect("a plan");
    let states = airbridge_progress::states(&again.operation, &again.plan, next).expect("states");
    let mut counts = [0_u32; RequestState::ALL.len()];
    for patient in again
        .operation
        .patients
        .iter()
        .filter(|patient| patient.specialty != Specialty::Home)
    {
        counts[states[&patient.id] as usize] += 1;
    }
    assert_eq!(counts, rolled.steps[1].states);
}

#[test]
fn a_stretch_outside_of_the_operation_is_refused() {
    let operation = generate::hub(30, 1);
    let mut settings = settings(&operation, 5, 1);
    settings.to = operation.horizon.to + SignedDuration::from_hours(24);
    let refused = roll(
        &operation,
        &settings,
        &mut |_, _, _, _| Vec::new(),
        &StopSignal::new(),
        &mut |_| {},
    );
    assert!(matches!(refused, Err(RollError::Span(_))));
}
