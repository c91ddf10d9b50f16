//! What it would take, where one thing of the small operation stands against its patient; and who is moved, where nothing does.

use airbridge_model::{Aircraft, Event, Exclusion, Happening, Mission, Plan, Progress, Rule, Step};
use airbridge_model::{
    BedOffer, ClearanceStatus, Closed, Closure, ForbiddenPair, Operation, PairBasis, PairScope, Sex,
};
use airbridge_planner::explain::{About, Decision, ExplainError, Held, LeftOut, OneFewer, Told, explain};
use airbridge_planner::{Planner, Replanned, Settings, encode, replan};
use airbridge_progress::{change, proceed, promises};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::disruptions::{KINDS, disruption};
use airbridge_testkit::generate::{Family, benghazi, varied};
use airbridge_units::{AirfieldId, Minutes, OfferId, PatientId, StateCode};
use jiff::{SignedDuration, Timestamp};

use crate::generated::plan;
use crate::rules::through_vienna;
use crate::small::{self, at, field, lie, make_critical, sound};

/// A name, what is changed, and words of a way out that must be told, with whose decision it is.
type Case = (&'static str, fn(&mut Operation), &'static str, Decision);

fn told(operation: &Operation, patient: &str) -> Told {
    let plan = sound(operation);
    let planner = Planner::new(operation).expect("sound");
    encode(&planner, &plan).expect("a plan of our own");
    let answer = explain(&planner, &plan, &About::Patient(patient.into())).expect("a patient");
    assert!(answer.dropped.is_empty());
    answer.told
}

fn left_out(operation: &Operation) -> LeftOut {
    match told(operation, "P1") {
        Told::LeftOut(told) => told,
        other => panic!("P1 is left out, not {other:?}"),
    }
}

fn check(cases: &[Case]) {
    for (name, change, words, decision) in cases {
        let mut operation = small::operation();
        change(&mut operation);
        let told = left_out(&operation);
        let found = told
            .would_take
            .iter()
            .position(|way| way.words.iter().any(|said| said.contains(words)));
        let all = || {
            told.would_take
                .iter()
                .map(|way| way.words.join(" and "))
                .collect::<Vec<_>>()
        };
        let found = found.unwrap_or_else(|| panic!("{name}: wanted {words:?}, told {:?} of {}", all(), told.looked_at));
        assert_eq!(told.would_take[found].decision, *decision, "{name}");
        assert!(
            told.would_take.is_sorted_by_key(|way| way.decision),
            "{name}: the patient's own decisions last"
        );
        let most = told.would_take.iter().map(|way| way.changes.len()).max();
        assert_eq!(
            most,
            Some(told.would_take[0].changes.len()),
            "{name}: pairs only where nothing single helps"
        );
    }
}

#[test]
fn what_states_and_fields_could_allow() {
    use Decision::Coordination;
    check(&[
        (
            "denied",
            |operation| operation.clearances[0].status = ClearanceStatus::Denied,
            "a permit of PL for landing by SYN-AIR",
            Coordination,
        ),
        (
            "overflight denied",
            |operation| operation.clearances[1].status = ClearanceStatus::Denied,
            "a permit of CZ for overflight by SYN-AIR",
            Coordination,
        ),
        (
            "forbidden",
            |operation| {
                operation.forbidden_pairs.push(ForbiddenPair {
                    state: StateCode::new("PL"),
                    other: StateCode::new("DE"),
                    basis: PairBasis::Departure,
                    scope: PairScope::Land,
                    one_way: false,
                    from: None,
                    to: None,
                });
            },
            "traffic between PL and DE allowed",
            Coordination,
        ),
        (
            "closed field",
            |operation| {
                operation.closures.push(Closure {
                    id: "N1".into(),
                    what: Closed::Airfield(AirfieldId::new("EDDK")),
                    from: operation.horizon.from,
                    to: operation.horizon.to,
                    reason: "works".to_owned(),
                });
            },
            "closure N1 lifted (works)",
            Coordination,
        ),
        (
            "field hours",
            |operation| field(operation, "EDDK").hours = "Sun 03:00-03:10".parse().expect("hours"),
            "EDDK open round the clock",
            Coordination,
        ),
    ]);
}

#[test]
fn what_hospitals_could_offer() {
    use Decision::Coordination;
    check(&[
        (
            "no bed",
            |operation| operation.offers[0].beds = 0,
            "one more bed of O1",
            Coordination,
        ),
        (
            "another day",
            |operation| operation.offers[0].to = jiff::civil::date(2024, 4, 7),
            "O1 (orthopaedics, Synthetic hospital CGN, DE) until 2024-04-08",
            Coordination,
        ),
        (
            "sex",
            |operation| {
                operation.offers[0].sex = Some(Sex::Female);
                operation.patients[0].sex = Some(Sex::Male);
            },
            "for patients outside its conditions",
            Coordination,
        ),
        (
            "reception",
            |operation| operation.facilities[1].receives_per_day = Some(0),
            "one more admission a day at Synthetic hospital CGN",
            Coordination,
        ),
        (
            "door",
            |operation| operation.facilities[1].admission_hours = "Sun 03:00-03:10".parse().expect("hours"),
            "Synthetic hospital CGN admits outside",
            Coordination,
        ),
        (
            "crossing",
            |operation| operation.facilities[0].release_hours = "Sun 03:00-03:10".parse().expect("hours"),
            "Synthetic hospital RZE lets patients out outside",
            Coordination,
        ),
    ]);
}

#[test]
fn what_crews_and_aircraft_would_need() {
    use Decision::Coordination;
    check(&[
        (
            "duty",
            |operation| {
                for row in operation.policy.duty.iter_mut().flat_map(|rules| &mut rules.rows) {
                    row.limit = Minutes(120);
                }
                operation
                    .policy
                    .duty
                    .iter_mut()
                    .for_each(|rules| rules.floor = Minutes(120));
            },
            "min more of duty for",
            Coordination,
        ),
        (
            "team too weak",
            |operation| {
                make_critical(&mut operation.patients[0]);
                operation.crews[1].critical_points = 0;
            },
            "MED stronger by",
            Coordination,
        ),
        (
            "no litter",
            |operation| {
                lie(&mut operation.patients[0]);
                for cabin in &mut operation.aircraft_types[0].configurations {
                    (cabin.litters, cabin.intensive_care) = (0, 0);
                }
            },
            "one more litter place on D-SYN1",
            Coordination,
        ),
        (
            "crew comes late",
            |operation| operation.crews[0].available_from = at("2024-04-10T20:00:00Z"),
            "FLT available",
            Coordination,
        ),
        (
            "mission too long",
            |operation| operation.policy.longest_mission = Minutes(120),
            "missions",
            Coordination,
        ),
        (
            "two things at once",
            |operation| {
                operation.clearances[0].status = ClearanceStatus::Denied;
                operation.offers[0].beds = 0;
            },
            "a permit of PL for landing by SYN-AIR",
            Coordination,
        ),
    ]);
}

#[test]
fn what_is_for_others_to_decide() {
    check(&[
        (
            "consent",
            |operation| operation.patients[0].consent.refused = vec![StateCode::new("DE")],
            "P1 agrees to treatment in DE",
            Decision::Patient,
        ),
        (
            "transit",
            |operation| operation.patients[0].limits.max_transit = Some(Minutes(30)),
            "on the way are judged bearable for P1",
            Decision::Clinical,
        ),
        (
            "latest useful",
            |operation| operation.patients[0].precedence.latest_useful_at = Some(at("2024-04-08T07:00:00Z")),
            "is judged of use",
            Decision::Clinical,
        ),
    ]);
}

#[test]
fn whoever_is_moved_is_held_by_what_binds() {
    let mut operation = small::operation();
    let Told::Moved(told) = told(&operation, "P1") else {
        panic!("P1 is moved")
    };
    assert!(
        told.other_beds.is_empty() && told.excluded_beds.is_empty(),
        "there is one bed: {told:?}"
    );
    let Held::By(holds) = &told.held else {
        panic!("ready at six: {:?}", told.held)
    };
    assert!(holds[0].what.contains("ready at"), "{holds:?}");
    operation.offers.push(small::offer("O2", "CGN", 1));
    operation.facilities[1].admission_hours = "22:00-23:00".parse().expect("hours");
    let Told::Moved(told) = self::told(&operation, "P1") else {
        panic!("P1 is moved")
    };
    assert_eq!(told.other_beds.len(), 1, "as good as the other");
    let Held::By(holds) = &told.held else {
        panic!("the door: {:?}", told.held)
    };
    assert!(holds[0].what.contains("admits in"), "{holds:?}");
}

/// How much was explained of plans under way.
#[derive(Default, Debug)]
struct Explained {
    waiting: usize,
    left_out: usize,
    changed: usize,
    on_the_way: usize,
    past: usize,
    under_way: usize,
    ahead: usize,
    /// On the way, and without the mission that was to fetch them.
    stuck: usize,
    offers: usize,
}

impl Explained {
    /// Some of everything in a plan under way. Nothing is left out of the plan to explain it, and alternatives are others.
    fn look_into(&mut self, name: &str, operation: &Operation, plan: &Plan) {
        let planner = Planner::new(operation).expect("sound");
        let now = operation.planned_at;
        let told = |about: About| {
            let answer = explain(&planner, plan, &about).unwrap_or_else(|error| panic!("{name}: {about:?}: {error}"));
            assert_eq!(answer.dropped, Vec::<String>::new(), "{name}: {about:?}");
            answer.told
        };
        let closed = &operation.so_far.as_ref().expect("under way").closed;
        let open = plan
            .left_out
            .iter()
            .filter(|entry| !closed.contains_key(&entry.patient));
        let (waiting, left): (Vec<_>, Vec<_>) = open.partition(|entry| !entry.so_far.is_empty());
        for entry in waiting.iter().take(1).chain(left.iter().take(1)) {
            let Told::LeftOut(_) = told(About::Patient(entry.patient.clone())) else {
                panic!("{name}: {} has no bed", entry.patient)
            };
        }
        self.waiting += waiting.len().min(1);
        self.left_out += left.len().min(1);
        let promises = promises(operation);
        let stands = &operation.so_far.as_ref().expect("under way").stands;
        let settled = |journey: &&airbridge_model::Journey| {
            let known = stands.journeys.iter().find(|known| known.patient == journey.patient);
            known.is_some_and(|known| operation.is_settled(stands, known, now))
        };
        let (past, moved): (Vec<_>, Vec<_>) = plan.journeys.iter().partition(settled);
        let changed = |journey: &&&airbridge_model::Journey| {
            let promise = promises.get(&journey.patient);
            promise.is_some_and(|promise| change(operation, promise, plan, Some(journey)).is_some())
        };
        let begun = |journey: &&&airbridge_model::Journey| !journey.begun(now).is_empty();
        let some: Vec<_> = moved.iter().filter(changed).take(1).collect();
        let on_the_way: Vec<_> = moved.iter().filter(begun).take(1).collect();
        self.changed += some.len();
        self.on_the_way += on_the_way.len();
        for journey in some.into_iter().chain(on_the_way).chain(moved.iter().take(1)) {
            let Told::Moved(told) = told(About::Patient(journey.patient.clone())) else {
                panic!("{name}: {} is moved", journey.patient)
            };
            assert_eq!(told.journey.offer, journey.offer, "{name}");
            let other = |offer: &OfferId| *offer != journey.offer;
            assert!(told.other_beds.iter().all(|possible| other(&possible.offer)), "{name}");
            assert!(
                told.other_beds.iter().all(|possible| possible.arrives_at > now),
                "{name}"
            );
        }
        for journey in past.iter().take(1) {
            let about = About::Patient(journey.patient.clone());
            let error = explain(&planner, plan, &about).expect_err("what has happened is not explained");
            assert_eq!(error, ExplainError::Past(journey.patient.clone()), "{name}");
            self.past += 1;
        }
        let of_progress = |wanted: fn(&Progress) -> bool| {
            let missions = plan.missions.iter();
            missions.filter(move |mission| wanted(&mission.progress(now))).take(1)
        };
        let ahead = of_progress(|progress| *progress == Progress::NotBegun);
        // One that is to fetch somebody from where they are on the way.
        let fetches = |mission: &&Mission| {
            let mut boards = mission.stops.iter().flat_map(|stop| &stop.boards);
            boards.any(|patient| {
                let mut journeys = plan.journeys.iter().filter(|journey| journey.patient == *patient);
                journeys.any(|journey| !journey.begun(now).is_empty())
            })
        };
        let not_begun = plan
            .missions
            .iter()
            .filter(|mission| mission.progress(now) == Progress::NotBegun);
        let fetching = not_begun.filter(fetches).take(1);
        let under_way = of_progress(|progress| matches!(progress, Progress::At(_) | Progress::On(_)));
        for mission in ahead.chain(under_way).chain(fetching) {
            let about = About::Mission(mission.id.clone());
            let grounded = operation
                .so_far
                .as_ref()
                .expect("under way")
                .grounded
                .contains(&mission.id);
            if grounded {
                explain(&planner, plan, &about).expect_err("it goes no further");
                continue;
            }
            let Told::Mission(told) = told(about) else {
                panic!("{name}: {} is a mission", mission.id)
            };
            let begun = mission.progress(now) != Progress::NotBegun;
            assert_eq!(told.under_way, begun, "{name}: {}", mission.id);
            for fate in &told.without {
                let why = fate.then.as_ref().err();
                assert!(
                    why.is_none_or(|why| !why.is_empty()),
                    "{name}: {}: {fate:?}",
                    mission.id
                );
                let journey = plan.journeys.iter().find(|journey| journey.patient == fate.patient);
                let begun = journey.is_some_and(|journey| !journey.begun(now).is_empty());
                self.stuck += usize::from(begun && why.is_some());
            }
            self.under_way += usize::from(begun);
            self.ahead += usize::from(!begun);
        }
        // Of those that somebody on the way is to come to, some; and any.
        let comes = |offer: &&BedOffer| {
            let mut journeys = plan.journeys.iter().filter(|journey| journey.offer == offer.id);
            journeys.any(|journey| !journey.begun(now).is_empty() && journey.arrives_at > now)
        };
        let awaited = operation.offers.iter().filter(comes).take(3);
        for offer in operation.offers.iter().take(2).chain(awaited) {
            let Told::Offer(told) = told(About::Offer(offer.id.clone())) else {
                panic!("{name}: {} is an offer", offer.id)
            };
            let placed = plan.journeys.iter().filter(|journey| journey.offer == offer.id).count();
            assert_eq!(told.placed.len(), placed, "{name}: {}", offer.id);
            self.offers += 1;
        }
    }
}

/// Stranded where no aircraft may land: the permission that is missing there is told, and brings them in.
#[test]
fn who_is_stranded_is_told_what_keeps_aircraft_from_there() {
    let operation = benghazi(70, 2017);
    let parent = plan(&operation, 1, 1_000);
    let flies_to_russia = |mission: &&Mission| mission.aircraft.as_str().starts_with("RA-");
    let boards = |mission: &Mission| mission.stops.iter().position(|stop| !stop.boards.is_empty());
    let mission = parent
        .missions
        .iter()
        .find(|mission| flies_to_russia(mission) && boards(mission).is_some());
    let mission = mission.expect("somebody is flown to Russia");
    let number = boards(mission).expect("somebody boards");
    let (leg, aboard) = (&mission.legs[number], &mission.stops[number].boards);
    let at = |at: Timestamp, what| crate::replanning::event(at, what);
    let landed = leg.off_block_at + SignedDuration::from_hours(2);
    let (mission, airfield) = (mission.id.clone(), AirfieldId::new("LTAC"));
    let left = Happening::OffBlock {
        mission: mission.clone(),
        airfield: leg.from.clone(),
    };
    let events = [
        at(leg.off_block_at, left),
        at(landed, Happening::OnBlock { mission, airfield }),
    ];
    let standing = proceed(&operation, &parent, "parent", &events, landed).expect("events that make sense");
    let settings = Settings {
        seed: 1,
        work: Some(400),
        threads: 1,
    };
    let Replanned { operation, plan, .. } =
        replan(standing.operation, &settings, &StopSignal::new()).expect("a sound operation");
    assert!(
        aboard
            .iter()
            .all(|rider| plan.left_out.iter().any(|entry| entry.patient == *rider))
    );
    let planner = Planner::new(&operation).expect("sound");
    for rider in aboard.iter().take(3) {
        let answer = explain(&planner, &plan, &About::Patient(rider.clone())).expect("a patient");
        let Told::LeftOut(told) = answer.told else {
            panic!("{rider} is left out")
        };
        let turkish = |reason: &str| reason.contains("TR");
        let exclusions = &told.exclusions;
        assert!(
            exclusions
                .iter()
                .any(|found| found.rule == Rule::Clearance && turkish(&found.reason)),
            "{rider}: {exclusions:?}"
        );
        // Only aircraft, and each once.
        let false_words = |found: &Exclusion| {
            let tails: Vec<&str> = found
                .alternative
                .split([' ', ','])
                .filter(|word| word.contains("-SYN"))
                .collect();
            found.reason.contains(" has 0 NM") || tails.windows(2).any(|pair| pair[0] == pair[1])
        };
        assert!(!exclusions.iter().any(false_words), "{rider}: {exclusions:?}");
        let words: Vec<&String> = told.would_take.iter().flat_map(|found| &found.words).collect();
        assert!(words.iter().any(|words| turkish(words)), "{rider}: {words:?}");
    }
}

/// Nothing panics, whatever has happened, and everything that lies ahead is explained as it stands in the plan.
#[test]
fn plans_under_way_are_explained() {
    let mut explained = Explained::default();
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let operation = varied(family, seed);
        let parent = plan(&operation, seed, 1_000);
        // What it would take to bring somebody in takes most of the time: some kinds for each family, all of them over the families.
        for (number, kind) in (0..).zip(KINDS).filter(|(number, _)| number % 3 == seed % 3) {
            let Some((events, now)) = disruption(&operation, &parent, kind, seed + number) else {
                continue;
            };
            let standing = proceed(&operation, &parent, "parent", &events, now).expect("events that make sense");
            let settings = Settings {
                seed: 1,
                work: Some(400),
                threads: 1,
            };
            let Replanned { operation, plan, .. } =
                replan(standing.operation, &settings, &StopSignal::new()).expect("sound");
            explained.look_into(&format!("{family:?} {kind}"), &operation, &plan);
        }
    }
    let Explained {
        left_out,
        changed,
        on_the_way,
        past,
        under_way,
        ahead,
        stuck,
        ..
    } = explained;
    let all = [left_out, changed, on_the_way, past, under_way, ahead, stuck];
    assert!(all.iter().all(|count| *count > 1), "{explained:?}");
}

/// The operation and its plan, as they go on without anything out of the way; with somebody to explain it.
fn goes_on(operation: &Operation, parent: &Plan, now: Timestamp, look: impl Fn(&Planner, &Plan)) {
    let standing = proceed(operation, parent, "parent", &[], now).expect("nothing out of the way");
    let settings = Settings {
        seed: 1,
        work: Some(400),
        threads: 1,
    };
    let Replanned { operation, plan, .. } = replan(standing.operation, &settings, &StopSignal::new()).expect("sound");
    look(&Planner::new(&operation).expect("sound"), &plan);
}

fn midway((from, to): (Timestamp, Timestamp)) -> Timestamp {
    from + to.duration_since(from) / 2
}

fn one_fewer(planner: &Planner, plan: &Plan, offer: &str) -> OneFewer {
    let answer = explain(planner, plan, &About::Offer(offer.into())).expect("an offer");
    match answer.told {
        Told::Offer(told) => told.one_fewer,
        other => panic!("{offer} is an offer, not {other:?}"),
    }
}

/// P1 goes to O2 where it has a bed, and without one has none.
fn goes_elsewhere(fate: &OneFewer, beside: u32) {
    match (fate, beside) {
        (OneFewer::Elsewhere(patient, then), 1) => {
            assert_eq!((patient.as_str(), then.offer.as_str()), ("P1", "O2"));
            assert_eq!(then.without, Vec::<PatientId>::new());
        }
        (OneFewer::LeftOut(patient), 0) => assert_eq!(patient.as_str(), "P1"),
        _ => panic!("with {beside} beds beside it: {fate:?}"),
    }
}

#[test]
fn with_a_bed_fewer_whoever_is_on_board_goes_to_another_and_who_has_come_stays() {
    for beside in [1, 0] {
        let mut operation = small::operation();
        operation.offers = vec![small::offer("O1", "CGN", 1), small::offer("O2", "CGN", beside)];
        let parent = sound(&operation);
        let journey = &parent.journeys[0];
        assert_eq!(journey.offer.as_str(), "O1");
        let lift = journey.steps.iter().find(|step| matches!(step, Step::Lift { .. }));
        goes_on(
            &operation,
            &parent,
            midway(lift.expect("by air").span()),
            |planner, plan| goes_elsewhere(&one_fewer(planner, plan, "O1"), beside),
        );
        let come = journey.arrives_at + SignedDuration::from_hours(1);
        goes_on(&operation, &parent, come, |planner, plan| {
            assert_eq!(one_fewer(planner, plan, "O1"), OneFewer::Settled);
        });
    }
}

/// P1 on the way to O1, in Vienna with hours to go.
fn in_vienna(beside: u32) -> (Operation, Plan, Timestamp) {
    let mut operation = through_vienna(1);
    operation.staging[0].min_stay = Minutes(7 * 60);
    operation.offers = vec![small::offer("O1", "CGN", 1), small::offer("O2", "CGN", beside)];
    let parent = sound(&operation);
    let journey = &parent.journeys[0];
    assert_eq!(journey.offer.as_str(), "O1");
    let stay = journey.steps.iter().find(|step| matches!(step, Step::Stay { .. }));
    let now = midway(stay.expect("in Vienna").span());
    (operation, parent, now)
}

#[test]
fn without_the_mission_that_fetches_them_they_are_told_what_they_wait_for() {
    for beside in [1, 0] {
        let (mut operation, parent, now) = in_vienna(beside);
        let next = parent.journeys[0].steps.iter().rev().find_map(|step| match step {
            Step::Lift { mission, .. } => Some(mission),
            _ => None,
        });
        let mut missions = parent.missions.iter();
        let next = missions.find(|mission| Some(&mission.id) == next).expect("onward");
        assert_eq!(next.progress(now), Progress::NotBegun);
        for crew in &mut operation.crews {
            if !crew.aircraft.contains(&next.aircraft) {
                crew.available_to = now;
            }
        }
        goes_on(&operation, &parent, now, |planner, plan| {
            goes_elsewhere(&one_fewer(planner, plan, "O1"), beside);
            let answer = explain(planner, plan, &About::Mission(next.id.clone())).expect("a mission");
            let Told::Mission(told) = answer.told else {
                panic!("{} is a mission", next.id)
            };
            let [fate] = told.without.as_slice() else {
                panic!("P1 is on it: {told:?}")
            };
            let why = fate.then.as_ref().expect_err("no other crew");
            let of_crew_or_beds = why.contains("rule 7") || (beside == 0 && why.contains("rule 9"));
            assert!(of_crew_or_beds, "{why:?}");
        });
    }
}

#[test]
fn who_waits_on_the_way_is_tested_for_every_bed() {
    type Spoil = fn(&mut Operation, Timestamp);
    let cases: [(&str, Spoil); 2] = [
        ("rule 7", |operation, now| {
            for crew in &mut operation.crews {
                crew.available_to = now;
            }
        }),
        ("rule 9", |operation, _| operation.offers[0].beds = 0),
    ];
    for (rule, spoil) in cases {
        let (mut operation, parent, now) = in_vienna(0);
        spoil(&mut operation, now);
        goes_on(&operation, &parent, now, |planner, plan| {
            let entry = small::left_out(plan, "P1");
            assert!(
                entry.summary.starts_with("waits in Synthetic hospital VIE: "),
                "{entry:?}"
            );
            assert!(entry.summary.contains(rule), "{entry:?}");
            let answer = explain(planner, plan, &About::Patient("P1".into())).expect("a patient");
            let Told::LeftOut(told) = answer.told else {
                panic!("P1 has no bed")
            };
            assert_eq!((&told.summary, &told.exclusions), (&entry.summary, &entry.exclusions));
            assert!(
                told.exclusions.iter().any(|said| said.offers.contains(&"O1".into())),
                "{told:?}"
            );
            let answer = explain(planner, plan, &About::Offer("O1".into())).expect("an offer");
            let Told::Offer(offer) = answer.told else {
                panic!("O1 is an offer")
            };
            assert_eq!(offer.refused.len(), 1, "{offer:?}");
            assert_eq!(offer.refused[0].patients, ["P1".into()]);
            let comes = offer.one_more.iter().map(|(patient, _)| patient.as_str());
            let wanted: &[&str] = if rule == "rule 9" { &["P1"] } else { &[] };
            assert_eq!(comes.collect::<Vec<_>>(), wanted, "{rule}");
        });
    }
}

/// Without any aircraft nothing is said of runways, and of a bed whose days are over nothing of ways.
#[test]
fn who_waits_without_aircraft_is_told_so() {
    let (mut operation, parent, now) = in_vienna(0);
    let past = BedOffer {
        from: jiff::civil::date(2024, 4, 5),
        to: jiff::civil::date(2024, 4, 7),
        ..small::offer("O3", "CGN", 1)
    };
    operation.offers.push(past);
    let out = |aircraft: &Aircraft| Event {
        at: now,
        source: "synthetic".to_owned(),
        note: String::new(),
        what: Happening::AircraftOut {
            aircraft: aircraft.id.clone(),
            until: None,
        },
    };
    let events: Vec<Event> = operation.aircraft.iter().map(out).collect();
    let standing = proceed(&operation, &parent, "parent", &events, now).expect("events that make sense");
    let settings = Settings {
        seed: 1,
        work: Some(400),
        threads: 1,
    };
    let replanned = replan(standing.operation, &settings, &StopSignal::new()).expect("sound");
    let entry = small::left_out(&replanned.plan, "P1");
    let rules = |offer: &str| -> Vec<Rule> {
        let about = entry
            .exclusions
            .iter()
            .filter(|said| said.offers.contains(&offer.into()));
        about.map(|said| said.rule).collect()
    };
    let of_duty = rules("O1").iter().filter(|rule| **rule == Rule::Duty).count();
    assert!(of_duty > 0 && of_duty == rules("O1").len(), "{entry:?}");
    assert_eq!(rules("O3"), [Rule::Destination], "{entry:?}");
}
