//! Plans in execution, disrupted: each replan passes the checker, and what has happened does not move.

use airbridge_model::{Event, Group, Happening, Journey, Mission, Operation, Plan, Progress, Step, Unity};
use airbridge_planner::{Replanned, Settings, replan};
use airbridge_progress::{ChangeKind, diff, proceed, promises};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::disruptions::{KINDS, disruption};
use airbridge_testkit::generate::{Family, benghazi, varied};
use airbridge_units::{GroupId, MissionId};
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

fn event(at: Timestamp, what: Happening) -> Event {
    Event {
        at,
        source: "synthetic".to_owned(),
        note: String::new(),
        what,
    }
}

#[test]
fn every_kind_of_disruption_gives_a_sound_plan() {
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 1_000);
        for kind in KINDS {
            let Some((events, now)) = disruption(&operation, &parent, kind, seed) else {
                continue;
            };
            let Replanned { operation, plan, .. } = after(&operation, &parent, &events, now);
            let findings = airbridge_check::check(&operation, &plan);
            assert!(findings.is_empty(), "{family:?} {seed} {kind}: {}", findings[0]);
            let closed = operation.so_far.as_ref().expect("under way").closed.len();
            let told = plan.journeys.len() + plan.left_out.len();
            assert!(
                told == operation.patients.len(),
                "{kind}: {closed} closed, {told} of {}",
                operation.patients.len()
            );
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
