//! Plans in execution, disrupted: each replan passes the checker, and what has happened does not move.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Mutex;

use airbridge_model::{
    Aircraft, Event, Group, Happening, Journey, LeftOut, Mission, MissionStop, Operation, Patient, Plan, Progress,
    Step, Unity,
};
use airbridge_planner::{Planner, Replanned, Searching, Settings, encode, replan, replan_watched, search_on};
use airbridge_progress::{ChangeKind, GIVES_WAY, UNIT, as_if_new, diff, proceed, promises};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::disruptions::{KINDS, disruption};
use airbridge_testkit::generate::{Family, benghazi, varied};
use airbridge_units::{ClosureId, FacilityId, GroupId, MissionId, PatientId};
use jiff::{SignedDuration, Timestamp};

use crate::generated::plan;

fn settings() -> Settings {
    Settings {
        seed: 1,
        work: Some(400),
        threads: 1,
    }
}

fn after(operation: &Operation, parent: &Plan, events: &[Event], now: Timestamp) -> Replanned {
    let proceeded = proceed(operation, parent, "parent", events, now).expect("events that make sense");
    replan(proceeded.operation, &settings(), &StopSignal::new()).expect("a sound operation")
}

pub(crate) fn event(at: Timestamp, what: Happening) -> Event {
    Event {
        at,
        source: "synthetic".to_owned(),
        note: String::new(),
        what,
    }
}

/// Every kind of disruption of a plan of each family, with a name for each case, where it can happen.
fn each_disruption(test: impl Fn(&str, &Operation, &Plan, &[Event], Timestamp)) {
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 1_000);
        for kind in KINDS {
            if let Some((events, now)) = disruption(&operation, &parent, kind, seed) {
                test(&format!("{family:?} {seed} {kind}"), &operation, &parent, &events, now);
            }
        }
    }
}

#[test]
fn every_kind_of_disruption_gives_a_sound_plan() {
    each_disruption(|case, operation, parent, events, now| {
        let standing = proceed(operation, parent, "parent", events, now).expect("events that make sense");
        let Replanned { operation, plan, .. } = after(operation, parent, events, now);
        // Whoever has the plan and the events alone comes to the same verdict.
        let decided = airbridge_progress::decided(standing.operation, |operation| {
            airbridge_check::check(operation, &plan).len()
        });
        let findings = airbridge_check::check(&decided.operation, &plan);
        assert!(findings.is_empty(), "{case}, from outside: {}", findings[0]);
        let findings = airbridge_check::check(&operation, &plan);
        assert!(findings.is_empty(), "{case}: {}", findings[0]);
        let closed = operation.so_far.as_ref().expect("under way").closed.len();
        let told = plan.journeys.len() + plan.left_out.len();
        assert!(
            told == operation.patients.len(),
            "{case}: {closed} closed, {told} of {}",
            operation.patients.len()
        );
    });
}

#[test]
fn whoever_waits_has_a_checked_repair_before_the_search_and_the_end_is_worth_no_less() {
    each_disruption(|case, operation, parent, events, now| {
        let standing = proceed(operation, parent, "parent", events, now).expect("events that make sense");
        let stop = StopSignal::with_sight();
        let seen = Mutex::new(None);
        let beside = |planner: &Planner<'_>, searching: &Searching| {
            loop {
                let over = searching.is_over();
                if let Some(first) = planner.look(&settings(), &stop) {
                    let findings = airbridge_check::check(planner.operation(), &first.plan);
                    let worth = worth(planner.operation(), &first.plan);
                    *seen.lock().expect("nobody panics with it") = Some((findings, worth));
                    return;
                }
                if over {
                    return;
                }
                std::thread::yield_now();
            }
        };
        let made = replan_watched(standing.operation, &settings(), &stop, &beside).expect("a sound operation");
        let seen = seen.into_inner().expect("nobody panics with it");
        let (findings, first) = seen.expect("a solution is shown before the search");
        assert_eq!(findings, [], "{case}");
        let last = worth(&made.operation, &made.plan);
        assert!(first <= last, "{case}: {first} became {last}");
    });
}

#[test]
fn a_search_that_is_stopped_at_once_gives_a_sound_plan() {
    let operation = varied(Family::Benghazi, 3);
    let parent = plan(&operation, 3, 1_000);
    for kind in KINDS {
        let Some((events, now)) = disruption(&operation, &parent, kind, 3) else {
            continue;
        };
        let standing = proceed(&operation, &parent, "parent", &events, now).expect("events that make sense");
        let stop = StopSignal::new();
        stop.stop();
        for work in [None, Some(1_000_000)] {
            let settings = Settings { work, ..settings() };
            let made = replan(standing.operation.clone(), &settings, &stop).expect("a sound operation");
            assert_eq!(airbridge_check::check(&made.operation, &made.plan), [], "{kind}");
        }
    }
}

/// The founding family's plan, and a moment at which a mission is in the air with somebody on board.
fn in_the_air() -> (Operation, Plan, Timestamp) {
    let operation = benghazi(40, 5);
    let parent = plan(&operation, 5, 1_000);
    let mission = parent
        .missions
        .iter()
        .find(|mission| mission.legs.len() > 2)
        .expect("a mission");
    let leg = mission.legs[1].clone();
    let now = leg.off_block_at + jiff::SignedDuration::from_mins(30);
    (operation, parent, now)
}

#[test]
fn without_events_everything_that_was_promised_is_kept() {
    let (operation, parent, now) = in_the_air();
    let Replanned {
        operation,
        plan,
        stranded,
        ..
    } = after(&operation, &parent, &[], now);
    assert_eq!(airbridge_check::check(&operation, &plan), []);
    assert!(stranded.is_empty(), "{stranded:?}");
    let diff = diff(&operation, &plan, &[]);
    assert_eq!(diff.untouched, diff.promised, "{:?}", diff.patients);
}

#[test]
fn a_changed_past_is_found() {
    let (operation, parent, now) = in_the_air();
    let Replanned { operation, plan, .. } = after(&operation, &parent, &[], now);
    let begun = plan
        .missions
        .iter()
        .position(|mission| mission.progress(now) != Progress::NotBegun);
    let begun = begun.expect("a mission has begun");
    let rule_11 = |plan: &Plan| {
        let findings = airbridge_check::check(&operation, plan);
        findings.iter().any(|finding| finding.code.starts_with("R11/"))
    };
    assert!(!rule_11(&plan));
    let mut later = plan.clone();
    later.missions[begun].legs[0].off_block_at += jiff::SignedDuration::from_mins(1);
    assert!(rule_11(&later), "a leg that was flown at another time");
    let mut gone = plan.clone();
    gone.missions.remove(begun);
    assert!(rule_11(&gone), "a mission that never was");
    let mut other = plan.clone();
    other.missions[begun].configuration = "another".into();
    assert!(rule_11(&other), "another cabin in the air");
    let mut forgotten = plan.clone();
    let on_the_way = |journey: &airbridge_model::Journey| !journey.begun(now).is_empty();
    let journey = forgotten
        .journeys
        .iter()
        .position(on_the_way)
        .expect("somebody is on the way");
    forgotten.journeys[journey].steps.remove(0);
    assert!(rule_11(&forgotten), "a journey without its begin");
    let mut orphan = plan.clone();
    orphan.origin.parent = None;
    assert!(rule_11(&orphan), "no parent");
}

#[test]
fn an_aircraft_that_breaks_in_the_air_lands_and_everybody_is_somewhere() {
    let (operation, parent, now) = in_the_air();
    let mission = parent
        .missions
        .iter()
        .find(|mission| matches!(mission.progress(now), Progress::On(_)));
    let mission = mission.expect("it is in the air");
    let events = [event(
        now,
        Happening::AircraftOut {
            aircraft: mission.aircraft.clone(),
            until: None,
        },
    )];
    let Replanned { operation, plan, .. } = after(&operation, &parent, &events, now);
    assert_eq!(airbridge_check::check(&operation, &plan), []);
    let ended = plan
        .missions
        .iter()
        .find(|other| other.id == mission.id)
        .expect("it had begun");
    let Progress::On(leg) = mission.progress(now) else {
        panic!("it is in the air")
    };
    assert_eq!(ended.legs.len(), leg + 1, "it goes no further");
    let later = |other: &airbridge_model::Mission| other.aircraft == mission.aircraft && other.id != mission.id;
    assert!(
        plan.missions
            .iter()
            .filter(|other| later(other))
            .all(|other| other.progress(now) != Progress::NotBegun)
    );
}

/// Whoever was to get off at the very field where it lands, for the last road to their bed, is brought there.
#[test]
fn who_gets_off_where_a_broken_aircraft_lands_has_the_bed_that_was_promised() {
    let operation = benghazi(70, 2017);
    let parent = plan(&operation, 1, 1_000);
    let bed = |journey: &Journey| match &journey.steps[..] {
        [
            ..,
            Step::Lift {
                mission,
                leaves_at_stop,
                ..
            },
            Step::FromField { .. },
        ] => Some((mission.clone(), *leaves_at_stop)),
        _ => None,
    };
    let mut brought = 0;
    let legs = parent.missions.iter().flat_map(|mission| {
        mission
            .legs
            .iter()
            .enumerate()
            .map(move |(leg, flown)| (mission, leg, flown))
    });
    for (mission, leg, flown_leg) in legs {
        let gets_off = |journey: &&Journey| bed(journey) == Some((mission.id.clone(), leg + 1));
        let getting_off: Vec<&Journey> = parent.journeys.iter().filter(gets_off).collect();
        let soon = flown_leg.off_block_at + SignedDuration::from_mins(30);
        let late = flown_leg.on_block_at - SignedDuration::from_mins(20);
        // For good, and for longer than the operation.
        let until = [None, Some(operation.horizon.to + SignedDuration::from_hours(72))];
        let cases = [(soon, until[0]), (soon, until[1]), (late, until[0]), (late, until[1])];
        for (now, until) in cases {
            let learnt = now - SignedDuration::from_mins(10);
            let in_the_air = flown_leg.off_block_at < learnt && now < flown_leg.on_block_at;
            if getting_off.is_empty() || !in_the_air {
                continue;
            }
            // With all others, lest somebody is fetched again by one of them.
            let out = |aircraft: &Aircraft| {
                let aircraft = aircraft.id.clone();
                event(learnt, Happening::AircraftOut { aircraft, until })
            };
            let events: Vec<Event> = operation.aircraft.iter().map(out).collect();
            let Replanned { operation, plan, .. } = after(&operation, &parent, &events, now);
            assert_eq!(airbridge_check::check(&operation, &plan), []);
            assert_eq!(flown(&plan, mission).legs.len(), leg + 1, "it goes no further");
            for journey in &getting_off {
                let found = plan.journeys.iter().find(|other| other.patient == journey.patient);
                // Straight there: by no other mission, and with no stay before.
                let goes = found.map(|found| (&found.offer, found.steps.len()));
                let promised = Some((&journey.offer, journey.steps.len()));
                assert_eq!(goes, promised, "{now} until {until:?}: {}", journey.patient);
                brought += 1;
            }
        }
    }
    assert!(brought >= 4 * 20, "{brought}");
}

/// A bed that was withdrawn meanwhile is not theirs, though they are brought to its hospital.
#[test]
fn nobody_has_a_withdrawn_bed_where_a_broken_aircraft_lands() {
    let operation = benghazi(70, 2017);
    let parent = plan(&operation, 1, 1_000);
    let last_leg = |mission: &MissionId, stop: usize| {
        let mission = parent.missions.iter().find(|known| known.id == *mission);
        mission.expect("of the plan").legs[stop - 1].clone()
    };
    for left in [0, 3] {
        let first = parent.journeys.iter().find_map(|journey| match &journey.steps[..] {
            [
                ..,
                Step::Lift {
                    mission,
                    leaves_at_stop,
                    ..
                },
                Step::FromField { .. },
            ] => Some((mission, *leaves_at_stop, &journey.offer)),
            _ => None,
        });
        let (mission, stop, offer) = first.expect("somebody is flown to a bed");
        let now = last_leg(mission, stop).on_block_at - SignedDuration::from_mins(20);
        let learnt = now - SignedDuration::from_mins(5);
        let out = |aircraft: &Aircraft| {
            let aircraft = aircraft.id.clone();
            event(learnt, Happening::AircraftOut { aircraft, until: None })
        };
        let mut events: Vec<Event> = operation.aircraft.iter().map(out).collect();
        let offer = offer.clone();
        events.push(event(
            learnt,
            Happening::BedsWithdrawn {
                offer: offer.clone(),
                left,
            },
        ));
        let Replanned { operation, plan, .. } = after(&operation, &parent, &events, now);
        assert_eq!(airbridge_check::check(&operation, &plan), []);
        let there = plan.journeys.iter().filter(|journey| journey.offer == offer).count();
        // Who is in one of the beds by now keeps it.
        let in_bed = |journey: &&Journey| journey.offer == offer && journey.arrives_at <= now;
        let in_bed = parent.journeys.iter().filter(in_bed).count();
        assert_eq!(there, in_bed + left as usize, "{left} left, {in_bed} in bed");
        let kept = plan.journeys.len();
        assert!(kept > there, "others have theirs");
    }
}

/// The mission of [`in_the_air`] that is in the air, with its leg.
fn flying(parent: &Plan, now: Timestamp) -> (&Mission, usize) {
    let found = parent.missions.iter().find_map(|mission| match mission.progress(now) {
        Progress::On(leg) => Some((mission, leg)),
        _ => None,
    });
    found.expect("it is in the air")
}

fn flown<'p>(plan: &'p Plan, mission: &Mission) -> &'p Mission {
    let found = plan.missions.iter().find(|other| other.id == mission.id);
    found.expect("it had begun")
}

fn codes(operation: &Operation, plan: &Plan) -> Vec<String> {
    let findings = airbridge_check::check(operation, plan);
    findings.into_iter().map(|finding| finding.code).collect()
}

#[test]
fn an_aircraft_that_is_soon_repaired_goes_on_from_where_it_lands() {
    let (operation, parent, now) = in_the_air();
    let (mission, leg) = flying(&parent, now);
    let until = mission.legs[leg].on_block_at + SignedDuration::from_hours(3);
    let out = Happening::AircraftOut {
        aircraft: mission.aircraft.clone(),
        until: Some(until),
    };
    let Replanned {
        operation,
        plan,
        set_down,
        stranded,
    } = after(&operation, &parent, &[event(now, out)], now);
    assert_eq!(codes(&operation, &plan), [""; 0]);
    assert!(stranded.is_empty() && set_down.is_empty(), "{stranded:?} {set_down:?}");
    let on = flown(&plan, mission);
    assert!(on.legs.len() > leg + 1, "it goes on");
    assert!(on.legs[leg + 1].off_block_at >= until, "not before it is repaired");
    assert_eq!(
        on.stops[0].airfield,
        on.stops[on.stops.len() - 1].airfield,
        "and comes home"
    );
    // Those on board get off where it lands, as was promised.
    for rider in &mission.stops[leg + 1].leaves {
        let journey = plan.journeys.iter().find(|journey| journey.patient == *rider);
        assert!(journey.is_some(), "{rider} is not left out");
    }

    let mut hasty = plan.clone();
    let index = plan
        .missions
        .iter()
        .position(|other| other.id == mission.id)
        .expect("it is there");
    let early = SignedDuration::from_mins(90);
    for number in leg + 1..hasty.missions[index].legs.len() {
        hasty.missions[index].legs[number].off_block_at -= early;
        hasty.missions[index].legs[number].on_block_at -= early;
    }
    let found = codes(&operation, &hasty);
    assert!(found.iter().any(|code| code == "R07/leaves-while-held"), "{found:?}");
}

#[test]
fn a_crew_that_is_rested_flies_on_and_reports_before() {
    let (operation, parent, now) = in_the_air();
    let (mission, leg) = flying(&parent, now);
    let until = mission.legs[leg].on_block_at + SignedDuration::from_hours(14);
    let out = Happening::CrewOut {
        crew: mission.flight_crew.clone(),
        until: Some(until),
    };
    let Replanned {
        operation,
        plan,
        stranded,
        ..
    } = after(&operation, &parent, &[event(now, out)], now);
    assert_eq!(codes(&operation, &plan), [""; 0]);
    assert!(stranded.is_empty(), "{stranded:?}");
    let on = flown(&plan, mission);
    assert!(on.legs[leg + 1].off_block_at > until, "it reports first");
    assert_eq!(on.stops[0].airfield, on.stops[on.stops.len() - 1].airfield);
}

#[test]
fn an_aircraft_without_those_on_board_comes_home_and_flies_again() {
    let (operation, parent, now) = in_the_air();
    let (mission, leg) = flying(&parent, now);
    let standing = proceed(&operation, &parent, "parent", &[], now)
        .expect("no events")
        .operation;
    let without = airbridge_progress::set_down(standing, std::slice::from_ref(&mission.id));
    let Replanned {
        operation,
        plan,
        stranded,
        ..
    } = replan(without, &settings(), &StopSignal::new()).expect("a sound operation");
    assert_eq!(codes(&operation, &plan), [""; 0]);
    assert!(stranded.is_empty(), "{stranded:?}");
    let home = flown(&plan, mission);
    assert!(home.legs.len() > leg + 1);
    assert_eq!(home.stops[0].airfield, home.stops[home.stops.len() - 1].airfield);
    let aboard = mission.stops[..=leg].iter().flat_map(|stop| &stop.boards);
    let gone: Vec<_> = mission.stops[..=leg].iter().flat_map(|stop| &stop.leaves).collect();
    for rider in aboard.filter(|rider| !gone.contains(rider)) {
        assert!(
            home.stops[leg + 1].leaves.contains(rider),
            "{rider} gets off at the next landing"
        );
    }
}

#[test]
fn nobody_is_kept_on_board_while_crews_rest() {
    let operation = varied(Family::Hub, 4);
    let parent = plan(&operation, 4, 1_000);
    // Where somebody stays on board through a stop.
    let found = parent.missions.iter().find_map(|mission| {
        (1..mission.legs.len()).find_map(|stop| {
            let boarded: Vec<_> = mission.stops[..stop].iter().flat_map(|stop| &stop.boards).collect();
            let left: Vec<_> = mission.stops[1..=stop].iter().flat_map(|stop| &stop.leaves).collect();
            let stays = boarded.iter().any(|rider| !left.contains(rider));
            let now = mission.stops[stop].on_block_at?;
            (stays && mission.progress(now) == Progress::At(stop)).then_some((mission, stop, now))
        })
    });
    let (mission, stop, now) = found.expect("somebody stays on board somewhere");
    let Replanned { operation, plan, .. } = after(&operation, &parent, &[], now);
    assert_eq!(codes(&operation, &plan), [""; 0]);
    let mut resting = plan.clone();
    let index = plan
        .missions
        .iter()
        .position(|other| other.id == mission.id)
        .expect("it had begun");
    resting.missions[index].stops[stop].rest = true;
    let found = codes(&operation, &resting);
    assert!(found.iter().any(|code| code == "R07/rest-with-patients"), "{found:?}");
}

/// The mission and stop of a journey's first lift.
fn first_lift(journey: &Journey) -> Option<(MissionId, usize)> {
    journey.steps.iter().find_map(|step| match step {
        Step::Lift {
            mission,
            boards_at_stop,
            ..
        } => Some((mission.clone(), *boards_at_stop)),
        _ => None,
    })
}

#[test]
fn missions_that_can_go_on_as_they_were_planned_do() {
    // Aircraft in the air while others wait in staging, whom they could fetch; and one that stands where there are as many slots as it needs.
    for (family, seed, kind) in [
        (Family::Benghazi, 3, "beds-offered"),
        (Family::Benghazi, 3, "patient-withdrawn"),
        (Family::Hub, 13, "patient-withdrawn"),
    ] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 4_000);
        let (events, now) = disruption(&operation, &parent, kind, seed).expect("something to disrupt");
        let Replanned {
            operation,
            plan,
            set_down,
            stranded,
        } = after(&operation, &parent, &events, now);
        assert_eq!(codes(&operation, &plan), [""; 0]);
        assert!(
            stranded.is_empty() && set_down.is_empty(),
            "{family:?} {seed} {kind}: {stranded:?} {set_down:?}"
        );
    }
}

#[test]
fn who_travels_with_somebody_who_was_not_there_waits_with_them() {
    let mut operation = benghazi(40, 5);
    let parent = plan(&operation, 5, 1_000);
    // Two who ride together to one hospital; that they belong together was so all the time.
    let (one, other) = parent
        .journeys
        .iter()
        .zip(&parent.journeys[1..])
        .find(|(one, other)| one.offer == other.offer && one.steps == other.steps)
        .expect("two ride together");
    let members = [one.patient.clone(), other.patient.clone()];
    let (id, stop) = first_lift(one).expect("a journey has a lift");
    let group = GroupId::new("PAIR");
    for patient in &mut operation.patients {
        if members.contains(&patient.id) {
            patient.group = Some(group.clone());
        }
    }
    operation.groups.push(Group {
        id: group,
        unity: Unity::Facility,
        note: "a pair (synthetic)".to_owned(),
    });
    let mission = parent
        .missions
        .iter()
        .find(|mission| mission.id == id)
        .expect("it is planned");
    let now = mission.legs[stop].off_block_at;
    let absent = Happening::NotBoarded {
        patient: members[0].clone(),
        mission: id.clone(),
    };
    let Replanned { operation, plan, .. } = after(&operation, &parent, &[event(now, absent)], now);
    assert_eq!(codes(&operation, &plan), [""; 0]);
    let fates: Vec<_> = members
        .iter()
        .map(|member| {
            let journey = plan.journeys.iter().find(|journey| journey.patient == *member);
            journey.and_then(first_lift)
        })
        .collect();
    let together = fates.iter().all(|fate| *fate == fates[0]);
    assert!(together && fates[0] != Some((id.clone(), stop)), "{fates:?}");
    // Where no promise is kept by another way they are told why.
    let mut worse = plan.clone();
    worse.journeys.retain(|journey| !members.contains(&journey.patient));
    let told = diff(&operation, &worse, &[]);
    for member in &members {
        let change = told.patients.iter().find(|change| change.patient == *member);
        let why = &change.expect("they are told").why;
        assert!(
            why.starts_with(&format!("was not on board when mission {id} left")),
            "{why}"
        );
        assert!(why.ends_with("group PAIR travels together"), "{why}");
    }
}

#[test]
fn who_has_died_is_moved_no_more_and_weighs_nothing() {
    let (operation, parent, now) = in_the_air();
    let waiting = parent.journeys.iter().find(|journey| journey.begun(now).is_empty());
    let Some(waiting) = waiting else { return };
    let events = [event(
        now,
        Happening::PatientDied {
            patient: waiting.patient.clone(),
        },
    )];
    let before: u32 = parent.measures.levels.iter().map(|level| level.patients).sum();
    let Replanned { operation, plan, .. } = after(&operation, &parent, &events, now);
    assert_eq!(airbridge_check::check(&operation, &plan), []);
    assert!(plan.journeys.iter().all(|journey| journey.patient != waiting.patient));
    assert_eq!(
        plan.measures.levels.iter().map(|level| level.patients).sum::<u32>(),
        before - 1
    );
}

#[test]
fn events_that_make_no_sense_are_named_and_nothing_is_planned() {
    let (operation, parent, now) = in_the_air();
    let unknown = event(
        now,
        Happening::OffBlock {
            mission: "M999".into(),
            airfield: "HECA".into(),
        },
    );
    let nobody = event(
        now,
        Happening::PatientDied {
            patient: "NOBODY".into(),
        },
    );
    let findings = proceed(&operation, &parent, "parent", &[unknown, nobody], now).expect_err("two mistakes");
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["unknown-mission", "unknown-patient"]);
    assert!(
        findings[1].place.to_string().contains("event 2"),
        "{}",
        findings[1].place
    );
}

#[test]
fn graver_changes_never_cost_less() {
    let (operation, parent, now) = in_the_air();
    let operation = proceed(&operation, &parent, "parent", &[], now)
        .expect("no events")
        .operation;
    let promises = promises(&operation);
    assert_eq!(promises.len(), parent.journeys.len());
    for promise in promises.values() {
        let prices: Vec<i64> = ChangeKind::ALL.iter().map(|&kind| promise.price(kind)).collect();
        assert!(prices.is_sorted() && prices[0] > 0, "{prices:?}");
    }
}

#[test]
fn time_alone_makes_no_beds() {
    // Beds are taken again and again in the time that lies behind.
    let mut operation = benghazi(40, 5);
    for patient in &mut operation.patients {
        patient.expected_stay_days = Some(1);
    }
    let parent = plan(&operation, 5, 1_000);
    let now = operation.horizon.to;
    let after = proceed(&operation, &parent, "parent", &[], now)
        .expect("no events")
        .operation;
    for (before, after) in operation.offers.iter().zip(&after.offers) {
        assert!(
            after.beds <= before.beds,
            "{}: {} beds of {}",
            before.id,
            after.beds,
            before.beds
        );
    }
    let offer = parent.journeys[0].offer.clone();
    let withdrawn = event(
        now,
        Happening::BedsWithdrawn {
            offer: offer.clone(),
            left: 0,
        },
    );
    let after = proceed(&operation, &parent, "parent", &[withdrawn], now)
        .expect("one event")
        .operation;
    let left = after
        .offers
        .iter()
        .find(|known| known.id == offer)
        .expect("it is there");
    assert_eq!(left.beds, 0, "everybody has left by then");
}

/// Weight on time less the prices of what is changed, in thousandths: what a replan makes as large as it can.
fn worth(operation: &Operation, plan: &Plan) -> i64 {
    let closed = &operation.so_far.as_ref().expect("under way").closed;
    let changes = diff(operation, plan, &[]).patients;
    let open = changes.iter().filter(|entry| !closed.contains_key(&entry.patient));
    let prices: i64 = open.map(|entry| entry.promise.price(entry.kind)).sum();
    plan.measures.on_time_weight * UNIT - prices
}

#[test]
fn no_promise_is_changed_for_less_than_its_price() {
    let (operation, parent, _) = in_the_air();
    let mut changed = 0;
    for kind in ["patient-downgraded", "beds-withdrawn", "delayed", "crew-out"] {
        for seed in 1..4 {
            let Some((events, now)) = disruption(&operation, &parent, kind, seed) else {
                continue;
            };
            let name = format!("{kind} {seed}");
            let standing = proceed(&operation, &parent, "parent", &events, now).expect("events that make sense");
            let replanned = |work: u64| {
                let settings = Settings {
                    work: Some(work),
                    ..settings()
                };
                replan(standing.operation.clone(), &settings, &StopSignal::new()).expect("sound")
            };
            let (first, made) = (replanned(0), replanned(400));
            let adopted = worth(&made.operation, &made.plan);
            assert!(
                worth(&first.operation, &first.plan) <= adopted,
                "{name}: worse than its begin"
            );
            // Were one promise more kept, at any price, the whole would be worth no more.
            let planner = Planner::new(&made.operation).expect("sound");
            let changes = diff(&made.operation, &made.plan, &[]).patients;
            for entry in changes.iter().filter(|entry| entry.why == GIVES_WAY).take(2) {
                changed += 1;
                let kept = search_on(
                    &planner,
                    &made.plan,
                    Some(&entry.patient),
                    &settings(),
                    &StopSignal::new(),
                );
                if let Some(mut kept) = kept.expect("sound") {
                    // A sketch has no bound; the replan's holds for every plan of this operation.
                    kept.bound = made.plan.bound.clone();
                    assert_eq!(airbridge_check::check(&made.operation, &kept), [], "{name}");
                    let then = worth(&made.operation, &kept);
                    assert!(
                        then <= adopted,
                        "{name}: {} kept: {then} where {adopted}",
                        entry.patient
                    );
                }
            }
        }
    }
    assert!(changed > 2, "only {changed} promises changed");
}

/// In the air the next landing is where it was going; who gets off later gets there as promised, even where there is no way straight from here.
#[test]
fn without_events_who_is_on_board_goes_where_they_were_to_go() {
    let mut aboard = 0;
    for seed in 1..4 {
        let operation = benghazi(70, 2016 + seed);
        let parent = plan(&operation, seed, 2_000);
        let in_the_air = parent.missions.iter().flat_map(|mission| {
            let legs = mission.legs.iter().zip(&mission.stops[1..]);
            // The next stop is not the last at which somebody gets off.
            let goes_on =
                |(number, _): &(usize, _)| mission.stops[number + 2..].iter().any(|stop| !stop.leaves.is_empty());
            legs.enumerate()
                .filter(goes_on)
                .map(|(_, (leg, _))| leg)
                .collect::<Vec<_>>()
        });
        for leg in in_the_air {
            let now = leg.off_block_at + leg.on_block_at.duration_since(leg.off_block_at) / 2;
            let now = Timestamp::from_second(now.as_second()).expect("in range");
            let standing = proceed(&operation, &parent, "parent", &[], now).expect("no events");
            // A search may find what is worth a change; before it nothing is to be gained by one.
            let settings = Settings {
                work: Some(0),
                ..settings()
            };
            let Replanned { operation, plan, .. } =
                replan(standing.operation, &settings, &StopSignal::new()).expect("sound");
            assert_eq!(airbridge_check::check(&operation, &plan), [], "{now}");
            let on_board = |journey: &&airbridge_model::Journey| {
                let step = journey.begun(now).last();
                matches!(step, Some(airbridge_model::Step::Lift { to, .. }) if *to > now)
            };
            let diff = diff(&operation, &plan, &[]);
            for journey in parent.journeys.iter().filter(on_board) {
                aboard += 1;
                let changed = diff.patients.iter().find(|entry| entry.patient == journey.patient);
                let kind = changed.map(|entry| entry.kind);
                assert!(kind.is_none(), "{seed}, {now}: {}: {kind:?}", journey.patient);
            }
        }
    }
    assert!(aboard > 20, "only {aboard} on board");
}

#[test]
fn who_is_touched_is_who_stands_otherwise_or_is_named() {
    let (operation, parent, _) = in_the_air();
    // Before anything has begun.
    let now = operation.planned_at;
    let touched = |what: Vec<Happening>| {
        let events: Vec<Event> = what.into_iter().map(|what| event(now, what)).collect();
        let standing = proceed(&operation, &parent, "parent", &events, now).expect("events that make sense");
        let as_if_new = as_if_new(&standing.operation, operation.planned_at);
        let broken = airbridge_check::check(&as_if_new, &parent);
        airbridge_progress::touched(&standing.operation, &events, &broken)
    };
    assert!(touched(Vec::new()).is_empty());
    let last = parent.journeys.iter().max_by_key(|journey| journey.steps[0].span().0);
    let patient = last.expect("somebody is moved").patient.clone();
    let of_one = touched(vec![Happening::PatientWithdrawn {
        patient: patient.clone(),
    }]);
    assert!(of_one.contains(&patient));
    let group = |id: &airbridge_units::PatientId| {
        let known = operation.patients.iter().find(|known| known.id == *id);
        known.and_then(|known| known.group.clone())
    };
    let with = of_one.iter().filter(|other| group(other) != group(&patient));
    assert_eq!(with.count(), 0, "only who travels along: {of_one:?}");
    let ahead = parent.missions.iter().find(|mission| {
        let carries = mission.stops.iter().any(|stop| !stop.boards.is_empty());
        carries && mission.progress(now) == Progress::NotBegun
    });
    let ahead = ahead.expect("a mission ahead");
    let out = touched(vec![Happening::AircraftOut {
        aircraft: ahead.aircraft.clone(),
        until: None,
    }]);
    let mut riders = ahead.stops.iter().flat_map(|stop| &stop.boards);
    assert!(riders.all(|rider| out.contains(rider)), "{out:?}");
}

/// Whoever is on board and finds no bed goes on to where they were told, not back to where they came from.
#[test]
fn without_an_aircraft_from_there_they_wait_where_they_were_told() {
    let operation = benghazi(70, 2017);
    let parent = plan(&operation, 1, 1_000);
    let staged = |step: &Step| matches!(step, Step::Stay { .. });
    let mut went_on = 0;
    for mission in &parent.missions {
        for (number, leg) in mission.legs.iter().enumerate() {
            let leaves = |journey: &&Journey| {
                let stays = journey.steps.iter().position(staged);
                let lift = stays.and_then(|stay| journey.steps.get(stay - 2));
                matches!(lift, Some(Step::Lift { mission: on, leaves_at_stop, .. })
                    if *on == mission.id && *leaves_at_stop == number + 1)
            };
            let riders: Vec<&Journey> = parent.journeys.iter().filter(leaves).collect();
            let now = leg.off_block_at + leg.on_block_at.duration_since(leg.off_block_at) / 2;
            let others = operation.aircraft.iter().filter(|other| other.id != mission.aircraft);
            let out = |aircraft: &Aircraft| {
                let aircraft = aircraft.id.clone();
                event(now, Happening::AircraftOut { aircraft, until: None })
            };
            let events: Vec<Event> = others.map(out).collect();
            if riders.is_empty() {
                continue;
            }
            let Replanned { operation, plan, .. } = after(&operation, &parent, &events, now);
            assert_eq!(airbridge_check::check(&operation, &plan), []);
            let nowhere = |entry: &&LeftOut| entry.summary.contains("–here");
            assert_eq!(plan.left_out.iter().find(nowhere), None, "no leg to nowhere");
            for journey in riders {
                let facility = |steps: &[Step]| match steps {
                    [_, _, Step::FromField { facility, .. }, ..] => Some(facility.clone()),
                    _ => None,
                };
                let entry = plan.left_out.iter().find(|entry| entry.patient == journey.patient);
                let found = plan.journeys.iter().find(|other| other.patient == journey.patient);
                let steps = entry.map(|entry| &entry.so_far).or(found.map(|journey| &journey.steps));
                assert_eq!(steps.and_then(|steps| facility(steps)), facility(&journey.steps));
                went_on += usize::from(entry.is_some());
            }
        }
    }
    assert!(went_on > 30, "{went_on}");
}

/// Whoever plans again hours or days after something has happened finds what was planned to have happened since, as far as it could.
#[test]
fn a_plan_made_long_after_the_disruption_is_sound() {
    each_disruption(|name, operation, parent, events, now| {
        for hours in [3, 12, 40] {
            let later = (now + SignedDuration::from_hours(hours)).min(operation.horizon.to);
            let Replanned { operation, plan, .. } = after(operation, parent, events, later);
            assert_eq!(
                codes(&operation, &plan),
                Vec::<String>::new(),
                "{name}, {hours} h later"
            );
        }
    });
}

/// A landing reported in the air is one there, though the mission was to come to that field at a later stop; on the ground a report is missing, and so where a
/// mission leaves a field that it has not come to.
#[test]
fn a_mission_skips_no_stop_unseen() {
    let (mut diverted, mut missing) = (0, 0);
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 1_000);
        for mission in parent.missions.iter().filter(|mission| mission.legs.len() > 2).take(6) {
            let (first, second) = (&mission.legs[0], &mission.legs[1]);
            let between = |from: Timestamp, to: Timestamp| {
                let half = to.duration_since(from).as_secs() / 2;
                from + SignedDuration::from_secs(half)
            };
            let aloft = between(first.off_block_at, first.on_block_at);
            let on_ground = between(first.on_block_at, second.off_block_at);
            let Some(later) = mission.legs[1..]
                .iter()
                .find(|leg| leg.to != first.to && leg.to != first.from)
            else {
                continue;
            };
            let airfield = later.to.clone();
            let id = mission.id.clone();
            let landed = Happening::OnBlock {
                mission: id.clone(),
                airfield: airfield.clone(),
            };
            let replanned = after(&operation, &parent, &[event(aloft, landed.clone())], aloft);
            assert_eq!(
                airbridge_check::check(&replanned.operation, &replanned.plan),
                [],
                "{id}"
            );
            assert_eq!(flown(&replanned.plan, mission).stops[1].airfield, airfield);
            diverted += 1;
            let left = Happening::OffBlock { mission: id, airfield };
            for (at, what, code) in [(on_ground, landed, "not-under-way"), (aloft, left, "not-there-yet")] {
                let refused = proceed(&operation, &parent, "parent", &[event(at, what)], at);
                let codes: Vec<String> = refused.err().into_iter().flatten().map(|found| found.code).collect();
                // It may be the last stop, which nobody leaves.
                missing += usize::from(codes == [code]);
                assert!(codes == [code] || codes == ["not-a-stop-ahead"], "{codes:?}");
            }
        }
    }
    assert!(
        diverted > 0 && missing > diverted,
        "{diverted} diverted, {missing} missing"
    );
}

/// A mission that lands elsewhere and then cannot go on, or not before two hours, known at once or a replan later: everybody gets off there, or it waits.
#[test]
fn where_a_diverted_mission_is_stopped_everybody_gets_off_or_it_waits() {
    let (mut set_down, mut waited, mut later) = (0, 0, 0);
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 1_000);
        let (mission, number) = first_with_patients(&parent);
        // Back where they boarded.
        let (leg, aboard) = (&mission.legs[number], &mission.stops[number].boards);
        let landed = leg.on_block_at - SignedDuration::from_mins(5);
        let now = landed + SignedDuration::from_mins(1);
        let (id, airfield) = (mission.id.clone(), leg.from.clone());
        let left = Happening::OffBlock {
            mission: id.clone(),
            airfield: airfield.clone(),
        };
        let lands = [
            event(leg.off_block_at, left),
            event(landed, Happening::OnBlock { mission: id, airfield }),
        ];
        let first = stopped_at_once(&operation, &parent, &lands, landed);
        let next = |plan: &Plan| flown(plan, mission).legs.get(number + 1).map(|leg| leg.off_block_at);
        let stands_there = next(&first.plan).is_none_or(|off| off > now);
        for (what, until) in stops(mission, now + SignedDuration::from_hours(2)) {
            let case = format!("{family:?} {} {what:?}", mission.id);
            let what = event(now, what);
            let both = [&lands[..], std::slice::from_ref(&what)].concat();
            let mut told = vec![stopped_at_once(&operation, &parent, &both, now)];
            if stands_there {
                told.push(stopped_at_once(&first.operation, &first.plan, &[what], now));
                later += 1;
            }
            for Replanned { operation, plan, .. } in told {
                assert_eq!(airbridge_check::check(&operation, &plan), [], "{case}");
                let there = &flown(&plan, mission).stops[number + 1];
                assert_eq!(there.airfield, leg.from, "{case}");
                if let Some(until) = until {
                    assert!(next(&plan).is_none_or(|off| off >= until), "{case}");
                    waited += usize::from(next(&plan).is_some());
                } else {
                    assert_eq!(next(&plan), None, "{case}");
                    assert!(aboard.iter().all(|rider| there.leaves.contains(rider)), "{case}");
                    set_down += aboard.len();
                }
            }
        }
    }
    assert!(
        set_down > 0 && waited > 0 && later > 0,
        "{set_down} set down, {waited} waited, {later} known later"
    );
}

/// Of a leg that ended where it was not going only the time is known, be it shorter or longer than planned, put off in the air before, or turned: what it
/// flew is reckoned from that, by rule 4, and planner and checker take the tanks to be as empty.
#[test]
fn a_leg_that_ended_elsewhere_flew_as_far_as_its_time_allows() {
    let mut turned = 0;
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 1_000);
        let (mission, number) = first_with_patients(&parent);
        let leg = &mission.legs[number];
        let (id, off) = (mission.id.clone(), leg.off_block_at);
        let block = leg.on_block_at.duration_since(off);
        let quarters = |number: i64| off + SignedDuration::from_secs(block.as_secs() / 4 * number);
        let left = Happening::OffBlock {
            mission: id.clone(),
            airfield: leg.from.clone(),
        };
        let left = event(off, left);
        let put_off = Happening::Delayed {
            mission: id.clone(),
            airfield: None,
            until: quarters(8),
        };
        let closed = Happening::AirfieldClosed {
            closure: ClosureId::new("SYN-FOG"),
            airfield: leg.to.clone(),
            from: off,
            to: operation.horizon.to,
        };
        let turns = [left.clone(), event(quarters(1), closed)];
        let away = stopped_at_once(&operation, &parent, &turns, quarters(1));
        let going = &flown(&away.plan, mission).legs[number];
        turned += usize::from(going.turn.is_some());
        // Where it is not going.
        let mut ends = [&leg.from, &leg.to].into_iter();
        let other = ends.find(|end| **end != going.to).expect("one of two");
        let late = event(quarters(1), put_off);
        let cases = [
            (&operation, &parent, vec![left.clone()], &leg.from, quarters(2)),
            (&operation, &parent, vec![left, late], &leg.from, quarters(6)),
            (&away.operation, &away.plan, Vec::new(), other, quarters(2)),
        ];
        for (operation, parent, mut events, field, landed) in cases {
            let lands = Happening::OnBlock {
                mission: id.clone(),
                airfield: field.clone(),
            };
            events.push(event(landed, lands));
            let Replanned { operation, plan, .. } = stopped_at_once(operation, parent, &events, landed);
            assert_eq!(codes(&operation, &plan), [""; 0], "{family:?} {landed}");
            let is = &flown(&plan, mission).legs[number];
            assert_eq!((&is.to, is.on_block_at), (field, landed), "{family:?}: {events:?}");
            let aircraft = operation
                .aircraft
                .iter()
                .find(|aircraft| aircraft.id == mission.aircraft);
            let kind = &aircraft.expect("of the operation").aircraft_type;
            let kind = operation
                .aircraft_types
                .iter()
                .find(|other| other.id == *kind)
                .expect("of the operation");
            let policy = &operation.policy;
            let hours = landed.duration_since(off).as_secs_f64() / 3600.0;
            let speed = kind.cruise.get() * policy.tier_of(leg).speed_factor;
            let again = is.distance.get() * policy.block.route_factor / speed + policy.block.overhead.hours();
            let ended = operation.airfields.iter().find(|other| other.id == *field);
            assert!(
                is.states.contains(&ended.expect("of the operation").state),
                "{family:?}"
            );
            // Within the overhead it has not come far.
            let least = hours.max(policy.block.overhead.hours());
            assert!((again - least).abs() < 1e-9, "{family:?}: {again} h instead of {least}");
            assert!((is.fuel.get() / leg.fuel.get() - hours * 3600.0 / block.as_secs_f64()).abs() < 1e-9);
        }
    }
    assert!(turned > 0, "none turned");
}

/// A facility is told of whoever comes that it did not expect, to wait without a bed as well, and of nobody to stay away who has been there.
#[test]
fn facilities_are_told_of_whoever_comes_and_whoever_does_not() {
    let brought = |plan: &Plan| {
        let moved = plan.journeys.iter().map(|journey| (&journey.patient, &journey.steps));
        let left_out = plan.left_out.iter();
        let waiting = left_out.map(|left_out| (&left_out.patient, &left_out.so_far));
        let by_road = |(patient, steps): (&PatientId, &Vec<Step>)| {
            let facilities = steps.iter().filter_map(|step| match step {
                Step::FromField { facility, .. } => Some(facility.clone()),
                _ => None,
            });
            facilities
                .map(|facility| (facility, patient.clone()))
                .collect::<Vec<_>>()
        };
        moved.chain(waiting).flat_map(by_road).collect::<BTreeSet<_>>()
    };
    let (told, waiting) = (Cell::new(0), Cell::new(0));
    each_disruption(|case, operation, parent, events, now| {
        let Replanned { operation, plan, .. } = stopped_at_once(operation, parent, events, now);
        let diff = diff(&operation, &plan, &[]);
        let (was, is) = (brought(parent), brought(&plan));
        for facility in &diff.facilities {
            let here = |(patient, _): &(PatientId, Timestamp)| (facility.facility.clone(), patient.clone());
            assert!(
                facility.stays_away.iter().map(here).all(|who| !is.contains(&who)),
                "{case}"
            );
            assert!(facility.comes.iter().map(here).all(|who| !was.contains(&who)), "{case}");
        }
        let comes = |who: &&(FacilityId, PatientId)| {
            let facility = diff.facilities.iter().find(|told| told.facility == who.0);
            facility.is_some_and(|told| told.comes.iter().any(|(patient, _)| *patient == who.1))
        };
        let new: Vec<_> = is.difference(&was).collect();
        assert!(new.iter().all(comes), "{case}");
        told.set(told.get() + new.len());
        for change in &diff.patients {
            let left_out = plan.left_out.iter().find(|left_out| left_out.patient == change.patient);
            let on_the_way = left_out.is_some_and(|left_out| !left_out.so_far.is_empty());
            let closed = operation
                .so_far
                .iter()
                .any(|so_far| so_far.closed.contains_key(&change.patient));
            assert_eq!(
                change.waits.is_some(),
                on_the_way && !closed,
                "{case} {}",
                change.patient
            );
            waiting.set(waiting.get() + usize::from(change.waits.is_some()));
        }
    });
    let (told, waiting) = (told.get(), waiting.get());
    assert!(told > 0 && waiting > 0, "{told} told, {waiting} wait");
}

/// The roads to facilities of a plan, to stage and the last ones: who, where, from when until when.
fn roads(plan: &Plan) -> [Vec<(PatientId, FacilityId, Timestamp, Timestamp)>; 2] {
    let mut roads = [Vec::new(), Vec::new()];
    for journey in &plan.journeys {
        for (number, step) in journey.steps.iter().enumerate() {
            if let Step::FromField { facility, from, to, .. } = step {
                let last = usize::from(number + 1 == journey.steps.len());
                roads[last].push((journey.patient.clone(), facility.clone(), *from, *to));
            }
        }
    }
    roads
}

/// Whether a facility is told that a patient stays away; `None` where it is told nothing of them.
fn told(replanned: &Replanned, facility: &FacilityId, patient: &PatientId) -> Option<bool> {
    let diff = diff(&replanned.operation, &replanned.plan, &[]);
    let facility = diff.facilities.into_iter().find(|told| told.facility == *facility)?;
    let away = facility.stays_away.iter().any(|(who, _)| who == patient);
    let comes = facility.comes.iter().any(|(who, _)| who == patient);
    let moved = facility.moved.iter().any(|(who, ..)| who == patient);
    (away || comes || moved).then_some(away)
}

/// Who was taken elsewhere from the last road, or died on the road to a staging facility, does not come: the facility is told so, however much later the plan
/// is made. But not where they have been, nor where they are.
#[test]
fn a_facility_is_told_of_who_was_on_the_road_to_it_and_does_not_come() {
    let operation = varied(Family::Benghazi, 3);
    let parent = plan(&operation, 3, 1_000);
    let [staging, last] = roads(&parent).map(|roads| roads.into_iter().next().expect("somebody is driven there"));
    let died = |patient: &PatientId| Happening::PatientDied {
        patient: patient.clone(),
    };
    let admitted = |patient: &PatientId, facility: &FacilityId| Happening::Admitted {
        patient: patient.clone(),
        facility: facility.clone(),
    };
    let half = |from: Timestamp, to: Timestamp| from + SignedDuration::from_secs(to.duration_since(from).as_secs() / 2);
    let minutes = SignedDuration::from_mins(10);
    let other = |theirs: [&FacilityId; 2]| {
        let mut others = operation.facilities.iter().filter(|known| !theirs.contains(&&known.id));
        others.next().expect("three facilities").id.clone()
    };
    let bed = {
        let journey = parent.journeys.iter().find(|journey| journey.patient == staging.0);
        let offer = &journey.expect("is moved").offer;
        let offer = operation.offers.iter().find(|known| known.id == *offer);
        offer.expect("of the operation").facility.clone()
    };
    let (patient, ward, from, to) = &staging;
    let third = other([ward, &bed]);
    let stays_away = Some(true);
    let (on_the_road, after) = (half(*from, *to), *to + minutes);
    let cases = [
        (patient, ward, on_the_road, died(patient), on_the_road, stays_away),
        (patient, ward, on_the_road, died(patient), after, stays_away),
        (patient, ward, after, admitted(patient, ward), after, None),
        (patient, ward, after, admitted(patient, &third), after, None),
        (patient, &third, after, admitted(patient, &third), after, None),
    ];
    let (patient, hospital, from, to) = &last;
    let third = other([hospital, hospital]);
    let (early, on_the_road) = (*from - SignedDuration::from_mins(1), half(*from, *to));
    let last = [
        (patient, hospital, early, admitted(patient, hospital), early, None),
        (
            patient,
            hospital,
            on_the_road,
            admitted(patient, &third),
            on_the_road,
            stays_away,
        ),
    ];
    for (patient, facility, at, what, now, says) in cases.into_iter().chain(last) {
        let case = format!("{patient} {facility} {at} {what:?} {now}");
        let replanned = stopped_at_once(&operation, &parent, &[event(at, what)], now);
        assert_eq!(told(&replanned, facility, patient), says, "{case}");
    }
}

/// Nor does who was on the road to a facility to wait there without a bed, and it was told that they come; that they do not, it is told once.
#[test]
fn a_facility_is_told_of_who_was_to_wait_there_and_does_not_come() {
    let found = Cell::new(0);
    each_disruption(|case, operation, parent, events, now| {
        let first = stopped_at_once(operation, parent, events, now);
        let wait = first
            .plan
            .left_out
            .iter()
            .find_map(|left_out| match left_out.so_far.last() {
                Some(Step::FromField { facility, from, to, .. }) if *to > now => {
                    let there = operation.facilities.iter().any(|known| known.id == *facility);
                    there.then_some((&left_out.patient, facility, (*from).max(now), *to))
                }
                _ => None,
            });
        let Some((patient, facility, from, to)) = wait else {
            return;
        };
        let at = from + SignedDuration::from_secs(to.duration_since(from).as_secs() / 2);
        let died = Happening::PatientDied {
            patient: patient.clone(),
        };
        let second = stopped_at_once(&first.operation, &first.plan, &[event(at, died)], at);
        assert_eq!(told(&second, facility, patient), Some(true), "{case}");
        let third = stopped_at_once(&second.operation, &second.plan, &[], to);
        assert_eq!(told(&third, facility, patient), None, "{case}");
        found.set(found.get() + 1);
    });
    assert!(found.get() > 0);
}

/// A mission that is stopped in the air and then lands elsewhere, also on its way home: it goes on no more than if it had landed where it was going, or no
/// sooner; nor does it when it is planned again. Where its off-block was not reported it has come late to where it is.
#[test]
fn who_is_stopped_in_the_air_stays_so_where_it_lands_elsewhere() {
    let (mut set_down, mut waited, mut late) = (0, 0, 0);
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 1_000);
        let (mission, number) = first_with_patients(&parent);
        for (number, reported) in [(number, true), (number, false), (mission.legs.len() - 1, true)] {
            let leg = &mission.legs[number];
            let told = leg.off_block_at + SignedDuration::from_mins(10);
            let landed = leg.on_block_at - SignedDuration::from_mins(5);
            let (id, airfield) = (mission.id.clone(), leg.from.clone());
            let left = Happening::OffBlock {
                mission: id.clone(),
                airfield: airfield.clone(),
            };
            let back = Happening::OnBlock { mission: id, airfield };
            let longer_than_rest = SignedDuration::from_hours(40);
            for (what, until) in stops(mission, landed + longer_than_rest) {
                let case = format!("{family:?} {} leg {number} {reported} {what:?}", mission.id);
                if matches!(what, Happening::Delayed { .. }) {
                    continue;
                }
                let mut events = vec![event(told, what), event(landed, back.clone())];
                if reported {
                    events.push(event(leg.off_block_at, left.clone()));
                }
                let first = stopped_at_once(&operation, &parent, &events, landed);
                let later = landed + SignedDuration::from_mins(30);
                let second = stopped_at_once(&first.operation, &first.plan, &[], later);
                // As where each plan is made from the tables, all that has happened being told again.
                let told_again = stopped_at_once(&operation, &first.plan, &events, later);
                for Replanned { operation, plan, .. } in [first, second, told_again] {
                    assert_eq!(airbridge_check::check(&operation, &plan), [], "{case}");
                    let flown = flown(&plan, mission);
                    let on_ground = |stop: &&MissionStop| stop.on_block_at == Some(landed);
                    let there = flown.stops.iter().find(on_ground).expect("it lands as it was reported");
                    assert_eq!(there.airfield, leg.from, "{case}");
                    if let Some(until) = until {
                        assert!(there.off_block_at.is_none_or(|off| off >= until), "{case}: {there:?}");
                        waited += usize::from(there.off_block_at.is_some());
                    } else {
                        assert_eq!(there.off_block_at, None, "{case}");
                        let aboard = mission.stops[number].boards.iter();
                        set_down += aboard.filter(|rider| there.leaves.contains(rider)).count();
                    }
                    late += usize::from(flown.stops.get(number).is_some_and(|stop| on_ground(&stop)));
                }
            }
        }
    }
    assert!(
        set_down > 0 && waited > 0 && late > 0,
        "{set_down} set down, {waited} waited, {late} came late"
    );
}

/// The first mission that carries somebody, and the stop at which the first of them board.
fn first_with_patients(plan: &Plan) -> (&Mission, usize) {
    let boards = |mission: &Mission| mission.stops.iter().position(|stop| !stop.boards.is_empty());
    let mut found = plan
        .missions
        .iter()
        .filter_map(|mission| Some((mission, boards(mission)?)));
    found.next().expect("somebody is moved")
}

fn begins_with_patients(plan: &Plan) -> &Mission {
    let boards = |mission: &&Mission| mission.stops.first().is_some_and(|stop| !stop.boards.is_empty());
    plan.missions
        .iter()
        .find(boards)
        .expect("a mission that begins with patients")
}

/// A plan in which a mission finds no way on ends it where it lands. When that is planned again from the tables, all that has happened being told again, it still
/// waits there for its repair.
#[test]
fn a_mission_without_a_way_on_waits_for_its_repair_when_it_is_told_again() {
    let operation = benghazi(70, 2017);
    let parent = plan(&operation, 1, 1_000);
    let mission = begins_with_patients(&parent);
    let leg = &mission.legs[0];
    let landed = leg.off_block_at + SignedDuration::from_mins(80);
    let until = landed + SignedDuration::from_hours(5);
    let out = Happening::AircraftOut {
        aircraft: mission.aircraft.clone(),
        until: Some(until),
    };
    // No permit leads out of there.
    let elsewhere = Happening::OnBlock {
        mission: mission.id.clone(),
        airfield: "LTAC".into(),
    };
    let told = leg.off_block_at + SignedDuration::from_mins(10);
    let events = [event(told, out), event(landed, elsewhere)];
    let first = stopped_at_once(&operation, &parent, &events, landed);
    assert_eq!(airbridge_check::check(&first.operation, &first.plan), []);
    assert_eq!(first.stranded, std::slice::from_ref(&mission.id));
    assert_eq!(flown(&first.plan, mission).legs.len(), 1);
    let again = proceed(&operation, &first.plan, "parent", &events, landed).expect("events that make sense");
    let so_far = again.operation.so_far.expect("it is under way");
    assert_eq!(so_far.held.get(&mission.id).map(|held| held.until), Some(until));
}

/// What was reported before a replan is known after it: a mission that has left a field and lands there has come back, and did not come late.
#[test]
fn a_mission_that_was_seen_to_leave_has_come_back() {
    let operation = varied(Family::Hub, 4);
    let parent = plan(&operation, 4, 1_000);
    let mission = parent.missions.iter().find(|mission| mission.legs.len() > 2);
    let mission = mission.expect("a mission with a stop on its way");
    let leg = &mission.legs[1];
    let (id, airfield) = (mission.id.clone(), leg.from.clone());
    let left = Happening::OffBlock {
        mission: id.clone(),
        airfield: airfield.clone(),
    };
    let gone = leg.off_block_at + SignedDuration::from_mins(5);
    let first = stopped_at_once(&operation, &parent, &[event(leg.off_block_at, left)], gone);
    let back = gone + SignedDuration::from_mins(20);
    assert!(back < leg.on_block_at);
    let landed = event(back, Happening::OnBlock { mission: id, airfield });
    let second = stopped_at_once(&first.operation, &first.plan, &[landed], back);
    assert_eq!(airbridge_check::check(&second.operation, &second.plan), []);
    let flown = flown(&second.plan, mission);
    assert_eq!(flown.legs[1].off_block_at, leg.off_block_at);
    assert_eq!(flown.legs[1].to, leg.from);
    assert_eq!(flown.stops[2].on_block_at, Some(back));
}

/// Turned back to where they came from they begin anew, over the staging facility too, and what they are promised then is kept.
#[test]
fn who_is_turned_back_is_moved_all_the_same() {
    let operation = benghazi(70, 2017);
    let parent = plan(&operation, 1, 1_000);
    let mission = begins_with_patients(&parent);
    let (leg, aboard) = (&mission.legs[0], &mission.stops[0].boards);
    let landed = leg.off_block_at + SignedDuration::from_mins(80);
    let back = Happening::OnBlock {
        mission: mission.id.clone(),
        airfield: leg.from.clone(),
    };
    let events = [event(landed, back)];
    let mut released = operation.clone();
    let Replanned { operation, plan, .. } = stopped_at_once(&operation, &parent, &events, landed);
    assert_eq!(airbridge_check::check(&operation, &plan), []);
    // Nor are they collected there again, where no more are released in a day than were.
    for facility in &mut released.facilities {
        let from_there = |patient: &&Patient| patient.origin == facility.id;
        let all = released.patients.iter().filter(from_there).count() as u32;
        facility.releases_per_day = (all > 0).then_some(all);
    }
    assert_eq!(airbridge_check::check(&released, &parent), []);
    let limited = stopped_at_once(&released, &parent, &events, landed);
    assert_eq!(airbridge_check::check(&limited.operation, &limited.plan), []);
    assert_eq!(limited.plan.journeys, plan.journeys);
    let lifts = |rider: &PatientId| {
        let journey = plan.journeys.iter().find(|journey| journey.patient == *rider);
        let steps = journey.map_or(&[][..], |journey| &journey.steps);
        steps.iter().filter(|step| matches!(step, Step::Lift { .. })).count()
    };
    let moved: Vec<usize> = aboard.iter().map(lifts).collect();
    assert_eq!(moved, vec![3; aboard.len()]);
    let planner = Planner::new(&operation).expect("sound");
    let encoded = encode(&planner, &plan).unwrap_or_else(|partial| panic!("{partial}"));
    assert_eq!(planner.sketch(&encoded, &settings()).journeys, plan.journeys);
    let later = landed + SignedDuration::from_mins(30);
    let again = stopped_at_once(&operation, &plan, &[], later);
    assert_eq!(airbridge_check::check(&again.operation, &again.plan), []);
    let diff = diff(&again.operation, &again.plan, &[]);
    assert_eq!(diff.untouched, diff.promised, "{:?}", diff.patients);
}

/// Without the search, whose promises tried one by one take long where many are set down.
fn stopped_at_once(operation: &Operation, parent: &Plan, events: &[Event], now: Timestamp) -> Replanned {
    let stands = proceed(operation, parent, "parent", events, now).expect("events that make sense");
    let stop = StopSignal::new();
    stop.stop();
    replan(stands.operation, &settings(), &stop).expect("a sound operation")
}

/// What stops a mission, for good and until an instant.
fn stops(mission: &Mission, instant: Timestamp) -> Vec<(Happening, Option<Timestamp>)> {
    let (aircraft, crew, id) = (&mission.aircraft, &mission.flight_crew, &mission.id);
    let mut stops = vec![(Happening::MissionCancelled { mission: id.clone() }, None)];
    let delayed = Happening::Delayed {
        mission: id.clone(),
        airfield: None,
        until: instant,
    };
    stops.push((delayed, Some(instant)));
    for until in [None, Some(instant)] {
        let (aircraft, crew) = (aircraft.clone(), crew.clone());
        stops.push((Happening::AircraftOut { aircraft, until }, until));
        stops.push((Happening::CrewOut { crew, until }, until));
    }
    stops
}
