//! Violations that no planted fault makes: what is broken inside a plan, and dangling references.

use airbridge_check::check;
use airbridge_model::{Operation, Plan, Step};
use airbridge_units::Minutes;
use jiff::{SignedDuration, Timestamp};

use crate::sample::{at, sample};
use crate::sound::show;

/// Spoils the sample and demands one code.
fn demand(code: &str, spoil: fn(&mut Operation, &mut Plan)) {
    let (mut operation, mut plan) = sample();
    spoil(&mut operation, &mut plan);
    let findings = check(&operation, &plan);
    assert!(
        findings.iter().any(|finding| finding.code == code),
        "no {code} among\n{}",
        show(&findings)
    );
}

fn move_by(at: &mut Timestamp, seconds: i64) {
    *at += SignedDuration::from_secs(seconds);
}

#[test]
fn journeys_that_do_not_hold_together() {
    demand("R01/other-operation", |_, plan| {
        plan.origin.operation_digest = "another".to_owned();
    });
    demand("R01/arrival-wrong", |_, plan| {
        move_by(&mut plan.journeys[0].arrives_at, 60);
    });
    demand("R01/fraction-of-a-second", |_, plan| {
        plan.journeys[0].arrives_at += SignedDuration::from_millis(500);
    });
    demand("R01/steps-wrong", |_, plan| drop(plan.journeys[0].steps.remove(3)));
    demand("R01/steps-wrong", |_, plan| plan.journeys[7].steps.clear());
    demand("R01/step-elsewhere", |_, plan| {
        if let Step::Stay { facility, .. } = &mut plan.journeys[0].steps[3] {
            *facility = "CAI-1".into();
        }
    });
    demand("R01/step-backwards", |_, plan| {
        if let Step::Stay { from, to, .. } = &mut plan.journeys[0].steps[3] {
            std::mem::swap(from, to);
        }
    });
    demand("R01/no-access", |_, plan| {
        if let Step::FromField { airfield, .. } = &mut plan.journeys[0].steps[6] {
            *airfield = "HECA".into();
        }
    });
    demand("R01/unknown-facility", |_, plan| {
        if let Step::ToField { facility, .. } = &mut plan.journeys[0].steps[0] {
            *facility = "nowhere".into();
        }
    });
    demand("R01/wrong-origin", |operation, _| {
        operation.patients[0].origin = "CAI-1".into();
    });
    demand("R01/wrong-facility", |operation, _| {
        operation.offers[0].facility = "MOW-2".into();
    });
}

#[test]
fn lifts_that_missions_do_not_know() {
    demand("R01/unknown-mission", |_, plan| {
        if let Step::Lift { mission, .. } = &mut plan.journeys[0].steps[1] {
            *mission = "M099".into();
        }
    });
    demand("R01/lift-backwards", |_, plan| {
        if let Step::Lift { leaves_at_stop, .. } = &mut plan.journeys[0].steps[1] {
            *leaves_at_stop = 1;
        }
    });
    demand("R01/not-among-leaving", |_, plan| {
        if let Step::Lift { leaves_at_stop, .. } = &mut plan.journeys[0].steps[1] {
            *leaves_at_stop = usize::MAX;
        }
    });
    demand("R01/leaves-without-journey", |_, plan| {
        plan.missions[0].stops[2].leaves.push("P-009".into());
    });
    demand("R01/lift-time-wrong", |_, plan| {
        if let Step::Lift { to, .. } = &mut plan.journeys[0].steps[1] {
            move_by(to, 1);
        }
    });
    // Off at Ankara and on again in the same duty of the same mission.
    demand("R01/lifts-in-one-duty", |_, plan| {
        let steps = &mut plan.journeys[4].steps;
        for (number, stops) in [(1, (0, 1)), (5, (1, 2))] {
            if let Step::Lift {
                mission,
                boards_at_stop,
                leaves_at_stop,
                ..
            } = &mut steps[number]
            {
                *mission = "M003".into();
                (*boards_at_stop, *leaves_at_stop) = stops;
            }
        }
    });
}

#[test]
fn a_rest_between_them_parts_two_lifts_of_one_mission() {
    let (operation, mut plan) = sample();
    // Out to Moscow in the first duty, back to Ankara in the second: what else is wrong with that is not asked.
    for (number, stops) in [(1, (0, 2)), (5, (2, 3))] {
        if let Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            ..
        } = &mut plan.journeys[4].steps[number]
        {
            *mission = "M003".into();
            (*boards_at_stop, *leaves_at_stop) = stops;
        }
    }
    let codes: Vec<_> = check(&operation, &plan)
        .into_iter()
        .map(|finding| finding.code)
        .collect();
    assert!(!codes.iter().any(|code| code == "R01/lifts-in-one-duty"), "{codes:?}");
}

#[test]
fn stops_with_times_that_make_no_sense() {
    demand("R06/time-missing", |_, plan| {
        plan.missions[0].stops[1].off_block_at = None;
    });
    demand("R06/time-missing", |_, plan| {
        plan.missions[0].stops[1].loading_from = None;
    });
    demand("R06/time-without-sense", |_, plan| {
        plan.missions[0].stops[0].on_block_at = Some(at("2017-02-02T04:00:00Z"));
    });
    demand("R06/time-without-sense", |_, plan| {
        plan.missions[0].stops[0].loading_from = Some(at("2017-02-02T04:00:00Z"));
    });
    demand("R06/loading-too-early", |_, plan| {
        let stop = &mut plan.missions[0].stops[1];
        stop.loading_from = stop.unloaded_at.map(|at| at - SignedDuration::from_secs(1));
    });
    demand("R06/fraction-of-a-second", |_, plan| {
        let stop = &mut plan.missions[0].stops[1];
        stop.off_block_at = stop.off_block_at.map(|at| at + SignedDuration::from_millis(1));
    });
    demand("R06/off-block-too-early", |_, plan| {
        let stop = &mut plan.missions[0].stops[1];
        stop.off_block_at = stop.off_block_at.map(|at| at - SignedDuration::from_secs(1));
    });
}

#[test]
fn missions_and_crews_that_do_not_exist() {
    demand("R07/mission-malformed", |_, plan| plan.missions[1].legs.clear());
    demand("R07/mission-malformed", |_, plan| drop(plan.missions[1].stops.pop()));
    demand("R07/mission-twice", |_, plan| plan.missions[1].id = "M001".into());
    demand("R07/unknown-aircraft", |_, plan| {
        plan.missions[1].aircraft = "none".into();
    });
    demand("R07/unknown-aircraft-type", |operation, _| {
        drop(operation.aircraft_types.pop());
    });
    demand("R07/unknown-crew", |_, plan| {
        plan.missions[1].medical_crew = Some("none".into());
    });
    demand("R07/unknown-duty-rules", |operation, _| operation.policy.duty.clear());
    demand("R07/no-duty-limit", |operation, _| {
        operation.policy.duty[0].rows.clear();
    });
    demand("R07/augmented-not-allowed", |operation, _| {
        operation.crews[2].rest_class = None;
    });
    demand("R09/unknown-offer", |_, plan| plan.journeys[0].offer = "none".into());
    demand("R09/unknown-facility", |operation, _| {
        operation.offers[0].facility = "none".into();
    });
    demand("R06/unknown-airfield", |_, plan| {
        plan.missions[1].stops[1].airfield = "none".into();
    });
    demand("R04/cannot-be-flown", |operation, _| {
        operation.aircraft_types[1].cruise.0 = 0.0;
    });
}

#[test]
fn an_aircraft_is_in_one_place_at_a_time() {
    // SU-BAM is given the mission that SU-BAN flies while it stands ready for M004.
    demand("R07/missions-overlap", |operation, plan| {
        plan.missions[2].aircraft = "SU-BAM".into();
        operation.aircraft[0].max_missions = None;
    });
    // The later mission starts loading at the base before the earlier one has unloaded there.
    demand("R07/missions-overlap", |_, plan| {
        let unloaded = plan.missions[0].stops[2].unloaded_at;
        let stop = &mut plan.missions[3].stops[0];
        stop.boards.push("P-009".into());
        stop.loading_from = unloaded.map(|at| at - SignedDuration::from_secs(1));
    });
}

#[test]
fn crews_rest_without_patients() {
    demand("R07/rest-with-patients", |_, plan| {
        plan.missions[2].stops[1].rest = true;
    });
}

#[test]
fn a_cabin_changed_before_the_first_mission_takes_its_time() {
    let spoil = |minutes: i64| {
        let (mut operation, plan) = sample();
        operation.aircraft[0].standing = Some("mixed".into());
        let first = plan.missions[0].legs[0].off_block_at;
        operation.aircraft[0].available_from = first - SignedDuration::from_mins(minutes);
        check(&operation, &plan)
    };
    assert!(spoil(120).is_empty(), "{}", show(&spoil(120)));
    let findings = spoil(119);
    assert_eq!(findings.len(), 1, "{}", show(&findings));
    assert_eq!(findings[0].code, "R07/turnaround-too-short");
}

#[test]
fn a_finding_names_rule_place_and_figures() {
    let (mut operation, plan) = sample();
    operation.policy.duty[0].augmented[0].2 = Minutes(420);
    let findings = check(&operation, &plan);
    let words = show(&findings);
    assert_eq!(
        words,
        "error [R07/duty-too-long] mission M003, crew CREW-3, duty from 2017-02-03T04:15:21Z: 8 h 26 min 14 s of flight duty with 2 legs, 7 h 00 min allowed\n\
         error [R07/duty-too-long] mission M003, crew CREW-3, duty from 2017-02-04T08:00:00Z: 8 h 26 min 14 s of flight duty with 2 legs, 7 h 00 min allowed\n"
    );
}
