//! Who waits on the way, where a bed of that very hospital is free: admitted there, without a road.

use std::collections::BTreeSet;

use airbridge_model::{
    Aircraft, BedOffer, Event, Group, Happening, Hours, HoursSpan, Isolation, Journey, Operation, Patient,
    PatientChange, Plan, Rule, Specialty, Step, Unity,
};
use airbridge_planner::explain::{About, OneFewer, Told, explain};
use airbridge_planner::{Planner, Replanned, Settings, encode, replan};
use airbridge_progress::proceed;
use airbridge_solver::search::StopSignal;
use airbridge_solver::solution::verify;
use airbridge_testkit::generate::{Family, benghazi, varied};
use airbridge_units::{FacilityId, Feet, GroupId, Minutes, OfferId, PatientId};
use jiff::{SignedDuration, Timestamp};

use crate::replanning::event;
use crate::rules::through_vienna;
use crate::small::{self, at, sound};

/// P1 on the way from Rzeszów to O1 in Cologne, in Vienna with hours to go; with as many beds offered in Vienna, and nobody who could fly on.
struct Vienna {
    operation: Operation,
    parent: Plan,
    /// In the middle of the stay.
    now: Timestamp,
}

fn vienna() -> Vienna {
    vienna_with(1)
}

fn vienna_with(patients: usize) -> Vienna {
    let mut operation = through_vienna(patients);
    operation.staging[0].min_stay = Minutes(7 * 60);
    operation.offers = vec![small::offer("O1", "CGN", patients as u32)];
    let parent = sound(&operation);
    let stay = parent.journeys[0]
        .steps
        .iter()
        .find(|step| matches!(step, Step::Stay { .. }));
    let (from, to) = stay.expect("in Vienna").span();
    Vienna {
        operation,
        parent,
        now: from + to.duration_since(from) / 2,
    }
}

impl Vienna {
    /// Nobody flies on.
    fn without_crews(mut self) -> Self {
        for crew in &mut self.operation.crews {
            crew.available_to = self.now;
        }
        self
    }

    fn replan(&self, events: &[Event], now: Timestamp) -> Replanned {
        after(&self.operation, &self.parent, events, now)
    }
}

fn after(operation: &Operation, parent: &Plan, events: &[Event], now: Timestamp) -> Replanned {
    let proceeded = proceed(operation, parent, "parent", events, now).expect("events that make sense");
    let settings = Settings {
        seed: 1,
        work: Some(400),
        threads: 1,
    };
    let replanned = replan(proceeded.operation, &settings, &StopSignal::new()).expect("sound");
    let Replanned { operation, plan, .. } = &replanned;
    assert_eq!(airbridge_check::check(operation, plan), []);
    let planner = Planner::new(operation).expect("sound");
    let encoded = encode(&planner, plan).unwrap_or_else(|partial| panic!("{partial}"));
    assert_eq!(verify(planner.problem(), &encoded), []);
    assert_eq!(planner.sketch(&encoded, &settings).journeys, plan.journeys);
    replanned
}

/// Vienna, where P1 waits, offers beds.
fn offered(at: Timestamp, beds: u32, change: impl Fn(&mut BedOffer)) -> Event {
    let mut offer = small::offer("V1", "VIE", beds);
    change(&mut offer);
    event(at, Happening::BedsOffered { offer: Box::new(offer) })
}

/// When P1 is admitted in Vienna.
fn admitted(plan: &Plan) -> Option<Timestamp> {
    match plan.journeys.as_slice() {
        [
            Journey {
                offer,
                steps,
                arrives_at,
                ..
            },
        ] if offer.as_str() == "V1" => {
            let [.., Step::FromField { .. }, Step::Stay { facility, to, .. }] = steps.as_slice() else {
                panic!("a stay is the last step: {steps:?}")
            };
            assert_eq!((facility.as_str(), to), ("VIE", arrives_at));
            Some(*to)
        }
        _ => None,
    }
}

#[test]
fn who_cannot_go_on_is_admitted_where_they_wait() {
    let vienna = vienna().without_crews();
    let now = vienna.now;
    assert_eq!(
        admitted(&vienna.replan(&[offered(now, 1, |_| {})], now).plan),
        Some(now)
    );
    let no_such_beds: [fn(&mut BedOffer); 3] = [
        |offer| offer.beds = 0,
        |offer| offer.specialty = Specialty::Burns,
        |offer| offer.to = jiff::civil::date(2024, 4, 7),
    ];
    for change in no_such_beds {
        let plan = vienna.replan(&[offered(now, 1, change)], now).plan;
        assert_eq!(plan.journeys, []);
    }
}

/// What an admission is weighed against, and what stands against it, is told as for any other bed.
#[test]
fn an_admission_is_explained() {
    let vienna = vienna();
    let (now, told) = (vienna.now, |replanned: &Replanned, about: About| {
        let planner = Planner::new(&replanned.operation).expect("sound");
        explain(&planner, &replanned.plan, &about).expect("it lies ahead").told
    });
    let patient = About::Patient("P1".into());
    let kept = vienna.replan(&[offered(now, 1, |_| {})], now);
    let Told::Moved(moved) = told(&kept, patient.clone()) else {
        panic!("P1 flies on to O1")
    };
    let here = moved.other_beds.iter().find(|possible| possible.offer.as_str() == "V1");
    assert_eq!(here.map(|possible| possible.arrives_at), Some(now));

    let vienna = vienna.without_crews();
    let admitted = vienna.replan(&[offered(now, 1, |_| {})], now);
    let Told::Moved(moved) = told(&admitted, patient.clone()) else {
        panic!("P1 is admitted")
    };
    assert_eq!(moved.journey.offer.as_str(), "V1");
    let Told::Offer(offer) = told(&admitted, About::Offer("V1".into())) else {
        panic!("V1 is an offer")
    };
    assert_eq!(offer.placed.len(), 1);
    assert_eq!(offer.one_fewer, OneFewer::LeftOut("P1".into()));

    let full = vienna.replan(&[offered(now, 0, |_| {})], now);
    let Told::LeftOut(left) = told(&full, patient) else {
        panic!("no bed")
    };
    let said = left.exclusions.iter().find(|said| said.offers.contains(&"V1".into()));
    let said = said.expect("V1 is told of");
    assert_eq!(
        (said.rule, said.alternative.contains("where they are")),
        (Rule::Destination, true),
        "{said:?}"
    );
    let more = |words: &str| words.contains("V1");
    assert!(
        left.would_take
            .iter()
            .any(|way| way.words.iter().any(|words| more(words))),
        "{:?}",
        left.would_take
    );
}

#[test]
fn a_promise_is_kept_though_a_bed_is_free_where_they_wait() {
    let vienna = vienna();
    let plan = vienna.replan(&[offered(vienna.now, 1, |_| {})], vienna.now).plan;
    assert_eq!(plan.journeys, vienna.parent.journeys);
}

/// Nobody is admitted ahead: the plan that is made when the bed is free and the door open does it.
#[test]
fn they_wait_until_the_bed_is_free_and_the_door_open() {
    let mut vienna = vienna();
    let mornings = HoursSpan {
        days: [true; 7],
        from: jiff::civil::time(9, 0, 0, 0),
        to: Some(jiff::civil::time(12, 0, 0, 0)),
    };
    let mut facilities = vienna.operation.facilities.iter_mut();
    let ward = facilities.find(|known| known.id.as_str() == "VIE").expect("Vienna");
    ward.admission_hours = Hours::Weekly(vec![mornings]);
    let out = |aircraft: &Aircraft| {
        let aircraft = aircraft.id.clone();
        event(vienna.now, Happening::AircraftOut { aircraft, until: None })
    };
    let mut events: Vec<Event> = vienna.operation.aircraft.iter().map(out).collect();
    events.push(offered(vienna.now, 1, |offer| {
        offer.from = jiff::civil::date(2024, 4, 9);
    }));
    // Nine in Vienna, on the bed's first day.
    let then = at("2024-04-09T07:00:00Z");
    let hour = SignedDuration::from_hours(1);
    for early in [vienna.now, then - hour, then - SignedDuration::from_secs(1)] {
        let waits = vienna.replan(&events, early);
        let entry = small::left_out(&waits.plan, "P1");
        let mut exclusions = entry.exclusions.iter();
        let said = exclusions.find(|said| said.offers.contains(&"V1".into()));
        let said = said.map(|said| (said.rule, said.reason.contains("admitted ahead")));
        assert_eq!(said, Some((Rule::Destination, true)), "{entry:?}");
    }
    let first = vienna.replan(&events, then);
    assert_eq!(admitted(&first.plan), Some(then));

    // They are there, whatever comes after.
    let later = then + hour;
    let withdrawn = event(
        then + hour / 2,
        Happening::BedsWithdrawn {
            offer: "V1".into(),
            left: 0,
        },
    );
    for events in [vec![], vec![withdrawn]] {
        let again = after(&first.operation, &first.plan, &events, later);
        assert_eq!(again.plan.journeys, first.plan.journeys);
        assert_eq!(again.plan.measures.commitments_broken, 0);
    }
    let written = then + SignedDuration::from_mins(10);
    let admission = event(
        written,
        Happening::Admitted {
            patient: "P1".into(),
            facility: "VIE".into(),
        },
    );
    let again = after(&first.operation, &first.plan, &[admission], later);
    assert_eq!(admitted(&again.plan), Some(written));
    let died = event(written, Happening::PatientDied { patient: "P1".into() });
    let again = after(&first.operation, &first.plan, &[died], later);
    assert_eq!(admitted(&again.plan), Some(then), "had come before");
}

/// Whoever comes later does not keep those waiting who are there, and as many are admitted on a day as the hospital receives.
#[test]
fn each_is_admitted_for_themselves() {
    for (most, wanted) in [(None, 2), (Some(1), 1)] {
        let mut vienna = vienna_with(2).without_crews();
        let mut facilities = vienna.operation.facilities.iter_mut();
        let ward = facilities.find(|known| known.id.as_str() == "VIE").expect("Vienna");
        ward.receives_per_day = most;
        let plan = vienna.replan(&[offered(vienna.now, 2, |_| {})], vienna.now).plan;
        let there = plan.journeys.iter().filter(|journey| journey.offer.as_str() == "V1");
        assert!(there.clone().all(|journey| journey.arrives_at == vienna.now));
        assert_eq!(there.count(), wanted);
    }
}

/// Nobody belongs to a group.
fn each_alone(operation: &mut Operation) {
    operation.groups.clear();
    operation.patients.iter_mut().for_each(|patient| patient.group = None);
}

/// Nothing flies on from the staging facility, which has beds for a few: as many are admitted as there are beds, who is inside and who is only coming.
#[test]
fn as_many_are_admitted_as_there_are_beds() {
    let (mut inside, mut coming) = (0, 0);
    for mut operation in [benghazi(70, 2017), varied(Family::Benghazi, 3)] {
        each_alone(&mut operation);
        operation
            .staging
            .iter_mut()
            .for_each(|entry| entry.min_stay = Minutes(3 * 60));
        let parent = crate::generated::plan(&operation, 1, 1_000);
        let stays = parent.journeys.iter().flat_map(|journey| &journey.steps);
        let stays: Vec<_> = stays
            .filter_map(|step| match step {
                Step::Stay { facility, from, to } => Some((*from, *to, facility)),
                _ => None,
            })
            .collect();
        let longest = stays.iter().max_by_key(|(from, to, _)| to.duration_since(*from));
        let (from, to, hub) = longest.expect("somebody stays");
        let known = operation.facilities.iter().find(|facility| facility.id == **hub);
        let state = &known.expect("of the operation").state;
        for now in [
            *from - SignedDuration::from_mins(5),
            *from + to.duration_since(*from) / 2,
        ] {
            for beds in [0, 1, 100] {
                let events = grounded_with_beds(&operation, hub, beds, now);
                let Replanned { operation, plan, .. } = after(&operation, &parent, &events, now);
                let here: Vec<&Journey> = plan.journeys.iter().filter(|journey| is_here(&journey.offer)).collect();
                for journey in &here {
                    let stays = matches!(journey.steps.last(), Some(Step::Stay { .. }));
                    assert_eq!(stays, journey.arrives_at == now, "at once, or as soon as they come");
                    *(if stays { &mut inside } else { &mut coming }) += 1;
                }
                for offer in operation.offers.iter().filter(|offer| is_here(&offer.id)) {
                    let waits = |patient: &&Patient| {
                        let entry = plan.left_out.iter().find(|entry| entry.patient == patient.id);
                        let last = entry.and_then(|entry| entry.so_far.last());
                        patient.specialty == offer.specialty
                            && patient.consent.allows(state)
                            && matches!(last, Some(Step::FromField { facility, .. }) if facility == *hub)
                    };
                    let waiting = operation.patients.iter().filter(waits).count();
                    let taken = here.iter().filter(|journey| journey.offer == offer.id).count();
                    assert!(
                        waiting == 0 || taken == beds as usize,
                        "{waiting} wait for {}",
                        offer.specialty
                    );
                }
            }
        }
    }
    assert!(inside > 10 && coming > 10, "{inside} inside, {coming} coming");
}

/// Every aircraft is out for good, one with people on board: whoever has a bed in reach of the field where it lands next is taken there, though they were to
/// get off at a later one, and another hospital is nearer. But not where they were found to be infectious, and nobody can be isolated there.
#[test]
fn who_lands_elsewhere_is_taken_to_their_bed() {
    let (mut elsewhere, mut refused) = (0, 0);
    for mut operation in [benghazi(70, 2017), varied(Family::Benghazi, 3)] {
        each_alone(&mut operation);
        operation
            .patients
            .iter_mut()
            .for_each(|patient| patient.isolation = Isolation::None);
        operation.offers.iter_mut().for_each(|offer| offer.isolation = false);
        let parent = crate::generated::plan(&operation, 1, 1_000);
        for mission in &parent.missions {
            for (number, leg) in mission.legs.iter().enumerate() {
                let aboard = parent.journeys.iter().filter_map(|was| {
                    let leaves = was.steps.iter().find_map(|step| match step {
                        Step::Lift {
                            mission: on,
                            boards_at_stop,
                            leaves_at_stop,
                            ..
                        } if *on == mission.id && (*boards_at_stop..*leaves_at_stop).contains(&number) => {
                            Some(*leaves_at_stop)
                        }
                        _ => None,
                    });
                    Some((was, leaves?))
                });
                let aboard: Vec<(&Journey, usize)> = aboard.collect();
                if aboard.is_empty() {
                    continue;
                }
                let now = leg.off_block_at + leg.on_block_at.duration_since(leg.off_block_at) / 2;
                let infectious = aboard.iter().map(|(was, _)| {
                    let change = PatientChange {
                        isolation: Some(Isolation::Contact),
                        ..PatientChange::default()
                    };
                    let (patient, change) = (was.patient.clone(), Box::new(change));
                    event(now, Happening::PatientChanged { patient, change })
                });
                let out = all_out(&operation, now);
                let known = [infectious.chain(out.clone()).collect(), out];
                let [with, without] = known.map(|events| after(&operation, &parent, &events, now).plan);
                for (was, leaves) in aboard {
                    let offer = operation.offers.iter().find(|offer| offer.id == was.offer);
                    let receiver = &offer.expect("of the operation").facility;
                    let receiver = operation.facilities.iter().find(|facility| facility.id == *receiver);
                    if receiver.expect("of the operation").ground_to(&leg.to).is_some() {
                        assert_eq!(bed(&without, &was.patient), Some(&was.offer), "{}", was.patient);
                        elsewhere += usize::from(leaves != number + 1);
                    }
                    assert_eq!(bed(&with, &was.patient), None, "{}", was.patient);
                    refused += 1;
                }
            }
        }
    }
    assert!(elsewhere > 0 && refused > 0, "{elsewhere} elsewhere, {refused} refused");
}

fn bed<'a>(plan: &'a Plan, patient: &PatientId) -> Option<&'a OfferId> {
    let mut journeys = plan.journeys.iter();
    journeys
        .find(|journey| journey.patient == *patient)
        .map(|journey| &journey.offer)
}

fn is_here(offer: &OfferId) -> bool {
    offer.as_str().starts_with("HERE-")
}

/// All aircraft are out, and a facility offers so many beds of each specialty that is needed.
fn grounded_with_beds(operation: &Operation, facility: &FacilityId, beds: u32, now: Timestamp) -> Vec<Event> {
    let wanted: BTreeSet<Specialty> = operation.patients.iter().map(|patient| patient.specialty).collect();
    let offers = wanted.into_iter().map(|specialty| {
        let offer = BedOffer {
            id: format!("HERE-{specialty}").as_str().into(),
            facility: facility.clone(),
            specialty,
            beds,
            from: operation.offers[0].from,
            to: operation.offers[0].to,
            ..small::offer("", "", 0)
        };
        event(now, Happening::BedsOffered { offer: Box::new(offer) })
    });
    all_out(operation, now).into_iter().chain(offers).collect()
}

/// All aircraft are out for good.
fn all_out(operation: &Operation, now: Timestamp) -> Vec<Event> {
    let out = operation.aircraft.iter().map(|aircraft| {
        let aircraft = aircraft.id.clone();
        event(now, Happening::AircraftOut { aircraft, until: None })
    });
    out.collect()
}

/// A group is admitted together, or told what one of them lacks there.
#[test]
fn a_group_is_admitted_together() {
    for (beds, together) in [(2, true), (1, false)] {
        let mut vienna = vienna_with(2);
        let group = GroupId::new("G");
        vienna.operation.groups.push(Group {
            id: group.clone(),
            unity: Unity::Facility,
            note: String::new(),
        });
        for patient in &mut vienna.operation.patients {
            patient.group = Some(group.clone());
        }
        vienna.parent = sound(&vienna.operation);
        let vienna = vienna.without_crews();
        let plan = vienna.replan(&[offered(vienna.now, beds, |_| {})], vienna.now).plan;
        assert_eq!(plan.journeys.len(), if together { 2 } else { 0 });
        for entry in &plan.left_out {
            let mut exclusions = entry.exclusions.iter();
            let said = exclusions.find(|said| said.offers.contains(&"V1".into()));
            assert_eq!(said.map(|said| said.rule), Some(Rule::Places), "{entry:?}");
        }
    }
}

/// Who could be flown in no cabin any more is admitted where they are.
#[test]
fn who_cannot_be_flown_is_admitted() {
    let vienna = vienna();
    let change = PatientChange {
        cabin_limit: Some(Feet(-1_000.0)),
        ..PatientChange::default()
    };
    let worse = event(
        vienna.now,
        Happening::PatientChanged {
            patient: "P1".into(),
            change: Box::new(change),
        },
    );
    for beds in [0, 1] {
        let events = [worse.clone(), offered(vienna.now, beds, |_| {})];
        let plan = vienna.replan(&events, vienna.now).plan;
        assert_eq!(admitted(&plan), (beds > 0).then_some(vienna.now));
    }
}

/// What they waited for does not come, and something else does when that should have been over: the stay goes on until then.
#[test]
fn a_stay_lasts_longer_than_was_planned() {
    let vienna = vienna();
    let stay = vienna.parent.journeys[0]
        .steps
        .iter()
        .find(|step| matches!(step, Step::Stay { .. }));
    let (from, to) = stay.expect("in Vienna").span();
    let fetches = vienna.parent.missions.iter().find(|mission| {
        let stops = &mission.stops;
        stops
            .iter()
            .any(|stop| stop.airfield.as_str() == "LOWW" && !stop.boards.is_empty())
    });
    let mission = fetches.expect("onward").id.clone();
    let cancelled = event(vienna.now, Happening::MissionCancelled { mission });
    let now = to + SignedDuration::from_hours(1);
    let replanned = vienna.replan(&[cancelled], now);
    let journey = replanned.plan.journeys.first().expect("another mission");
    let stay = journey.steps.iter().find(|step| matches!(step, Step::Stay { .. }));
    let (again, until) = stay.expect("in Vienna").span();
    assert!(again == from && until >= now, "{again} to {until}");
}

/// Only who was set down is admitted where they waited: nobody is taken to a staging facility for a bed that is free tomorrow.
#[test]
fn a_first_plan_admits_nobody_where_they_wait() {
    let Vienna {
        mut operation,
        mut parent,
        ..
    } = vienna();
    operation.offers.push(small::offer("V1", "VIE", 1));
    let journey = &mut parent.journeys[0];
    journey.steps.truncate(4);
    let last = journey.steps.last().expect("a stay");
    assert!(matches!(last, Step::Stay { .. }));
    (journey.offer, journey.arrives_at) = ("V1".into(), last.span().1);
    let found = airbridge_check::check(&operation, &parent);
    assert!(found.iter().any(|found| found.code == "R01/steps-wrong"), "{found:?}");
}
