//! The founding case through the record: imported, planned, adopted, under way, planned again.

use std::collections::BTreeSet;

use airbridge_app::planning::{self, Mandate, Order, Watch, Work, imported, outline, run, tables_now};
use airbridge_events::{
    By, Command, Context, Fact, MissionCommand, MissionId, OperationCommand, OperationId, OrganisationCommand,
    PlanCommand, Record, RequestCommand, RequestId, decide,
};
use airbridge_interchange::{TextTables, read_operation, write_events};
use airbridge_model::{BedOffer, Event, Happening, Operation, Plan, Specialty, Step};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::generate::{benghazi, hub};
use airbridge_units::Minutes;
use jiff::{SignedDuration, Timestamp};

struct World {
    record: Record,
    log: Vec<Fact>,
    now: Timestamp,
}

impl World {
    fn ask(&mut self, command: &Command) {
        let by = By {
            account: "officer".into(),
            organisation: "ministry".into(),
            authority: "synthetic".to_owned(),
        };
        let context = Context {
            now: self.now,
            happened_at: self.now,
            by: &by,
        };
        let drafts = decide(&self.record, command, &context).expect("it can be done");
        for draft in drafts {
            let fact = Fact {
                seq: self.record.seq + 1,
                version: 1,
                stream: draft.stream,
                what: draft.what,
                by: by.clone(),
                happened_at: self.now,
                recorded_at: self.now,
                supersedes: None,
                confirms: None,
            };
            self.record.evolve(&fact);
            self.log.push(fact);
        }
    }
}

const WORK: Work = Work {
    work: Some(500),
    seed: 1,
    threads: 1,
};

#[test]
fn an_operation_is_planned_and_planned_again_out_of_the_record() {
    let operation = benghazi(20, 3);
    let (mut world, id, kept) = recorded(&operation);
    // Out comes what went in.
    let tables = tables_now(&world.record, &id, &kept, world.now);
    let again = read_operation(&tables.source()).operation.expect("sound");
    assert_eq!(again.digest, operation.digest);

    let made = planned(&world, &id, &tables, None);
    assert!(made.plan.journeys.len() > 10, "{} moved", made.plan.journeys.len());
    adopt(&mut world, &id, "p1", None, &made);
    let p1 = made.plan;

    // The first mission leaves, somebody dies, another gets worse, and a new request comes in.
    let mission = &p1.missions[0];
    world.now = mission.legs[0].off_block_at;
    let number = MissionId::new(format!("benghazi.{}", mission.id));
    for command in [MissionCommand::Task, MissionCommand::Ready, MissionCommand::Depart] {
        world.ask(&Command::Mission(number.clone(), command));
    }
    let later = p1.journeys.last().expect("somebody is moved");
    let dead = RequestId::new(later.patient.as_str());
    world.ask(&Command::Request(dead.clone(), RequestCommand::ReportDeath));
    let other = RequestId::new(p1.journeys[p1.journeys.len() - 2].patient.as_str());
    let worse = airbridge_events::Row::from([("dependency", "1")]);
    world.ask(&Command::Request(other, RequestCommand::Assess(worse)));
    world.now += SignedDuration::from_mins(10);

    let again = planned(&world, &id, &tables, Some(("p1", &p1)));
    assert!(again.plan.left_out.iter().any(|entry| entry.patient == later.patient));
    assert!(
        again.plan.missions.iter().any(|known| known.id == mission.id),
        "it is in the air"
    );
    let diff = again.diff.as_ref().expect("it replaces another");
    assert!(diff.patients.iter().any(|entry| entry.patient == later.patient));
    adopt(&mut world, &id, "p2", Some("p1"), &again);
    assert_eq!(world.record.operations[&id].plan, Some("p2".into()));
    assert_eq!(world.record.requests[&dead].state.word(), "died");
}

/// By the clock they are on board; the record knows that they never left. The next plan knows it too, and can be adopted.
#[test]
fn who_never_left_is_on_board_of_no_plan() {
    let operation = benghazi(20, 3);
    let (mut world, id, kept) = recorded(&operation);
    let tables = tables_now(&world.record, &id, &kept, world.now);
    let made = planned(&world, &id, &tables, None);
    adopt(&mut world, &id, "p1", None, &made);
    let p1 = made.plan;
    let first = |journey: &airbridge_model::Journey| {
        journey.steps.iter().find_map(|step| match step {
            Step::Lift { mission, .. } => Some(mission.clone()),
            _ => None,
        })
    };
    let boarding = |mission: &airbridge_model::Mission| -> Vec<RequestId> {
        let journeys = p1.journeys.iter();
        let here = journeys.filter(|journey| first(journey).as_ref() == Some(&mission.id));
        here.map(|journey| RequestId::new(journey.patient.as_str())).collect()
    };
    let mission = p1.missions.iter().max_by_key(|mission| boarding(mission).len());
    let mission = mission.expect("somebody flies");
    let riders = boarding(mission);
    assert!(riders.len() > 2, "{} board it first", riders.len());
    let begins = (p1.journeys.iter())
        .filter(|journey| first(journey).as_ref() == Some(&mission.id))
        .flat_map(|journey| journey.steps.iter())
        .filter(|step| matches!(step, Step::Lift { .. }))
        .map(|step| step.span().0)
        .min();
    world.now = begins.expect("they board") + SignedDuration::from_mins(20);
    let until = world.now + SignedDuration::from_hours(6);
    let reason = "bleeding".to_owned();
    let defer = RequestCommand::Defer { until, reason };
    world.ask(&Command::Request(riders[0].clone(), defer));
    let reason = "treated where they are".to_owned();
    world.ask(&Command::Request(
        riders[1].clone(),
        RequestCommand::Withdraw { reason },
    ));
    let again = planned(&world, &id, &tables, Some(("p1", &p1)));
    let moved = |plan: &Plan, id: &RequestId| {
        plan.journeys
            .iter()
            .any(|journey| journey.patient.as_str() == id.as_str())
    };
    assert!(!moved(&again.plan, &riders[0]) && !moved(&again.plan, &riders[1]));
    assert!(moved(&again.plan, &riders[2]), "on board as far as anybody knows");
    adopt(&mut world, &id, "p2", Some("p1"), &again);
    let state = |world: &World, id: &RequestId| world.record.requests[id].state.word();
    assert_eq!(
        (state(&world, &riders[0]), state(&world, &riders[1])),
        ("deferred", "withdrawn")
    );
}

/// A mission that should have left, and has not, is cancelled, perhaps after a plan was made that has it in the air: nobody is.
#[test]
fn a_mission_that_never_left_is_in_no_plan() {
    for is_planned_between in [false, true] {
        let operation = benghazi(20, 3);
        let (mut world, id, kept) = recorded(&operation);
        let tables = tables_now(&world.record, &id, &kept, world.now);
        let made = planned(&world, &id, &tables, None);
        adopt(&mut world, &id, "p1", None, &made);
        let (mut running, mut plan) = ("p1", made.plan);
        let late = plan
            .missions
            .iter()
            .find(|mission| mission.stops.iter().any(|stop| !stop.boards.is_empty()));
        let late = late.expect("somebody flies").clone();
        world.now = late.legs[0].off_block_at + SignedDuration::from_mins(10);
        if is_planned_between {
            let between = planned(&world, &id, &tables, Some((running, &plan)));
            assert!(
                between.plan.missions.iter().any(|known| known.id == late.id),
                "in the air, as far as anybody knows"
            );
            adopt(&mut world, &id, "p2", Some(running), &between);
            (running, plan) = ("p2", between.plan);
            world.now += SignedDuration::from_mins(10);
        }
        let number = MissionId::new(format!("benghazi.{}", late.id));
        let reason = "hydraulics".to_owned();
        world.ask(&Command::Mission(number.clone(), MissionCommand::Cancel(reason)));
        let next = planned(&world, &id, &tables, Some((running, &plan)));
        assert!(
            !next.plan.missions.iter().any(|known| known.id == late.id),
            "it never left"
        );
        adopt(&mut world, &id, "next", Some(running), &next);
        assert!(world.record.missions[&number].is_over());
    }
}

/// Whoever is admitted at once where they wait had not arrived before: the record is told of the bed.
#[test]
fn an_admission_at_once_is_part_of_what_is_adopted() {
    let mut operation = benghazi(20, 3);
    operation
        .staging
        .iter_mut()
        .for_each(|entry| entry.min_stay = Minutes(180));
    let (mut world, id, kept) = recorded(&operation);
    let tables = tables_now(&world.record, &id, &kept, world.now);
    let made = planned(&world, &id, &tables, None);
    adopt(&mut world, &id, "p1", None, &made);
    let p1 = made.plan;
    let stays = p1.journeys.iter().flat_map(|journey| &journey.steps);
    let stay = stays.filter_map(|step| match step {
        Step::Stay { facility, from, to } => Some((to.duration_since(*from), *from, facility)),
        _ => None,
    });
    let (lasts, from, hub) = stay.max().expect("somebody stays");
    world.now = from + lasts / 2;
    let event = |what: Happening| Event {
        at: world.now,
        source: "synthetic".to_owned(),
        note: String::new(),
        what,
    };
    let wanted: BTreeSet<Specialty> = operation.patients.iter().map(|patient| patient.specialty).collect();
    let out = operation.aircraft.iter().map(|aircraft| {
        let aircraft = aircraft.id.clone();
        event(Happening::AircraftOut { aircraft, until: None })
    });
    let beds = wanted.into_iter().map(|specialty| {
        let offer = BedOffer {
            id: format!("HERE-{specialty}").as_str().into(),
            facility: hub.clone(),
            specialty,
            beds: 20,
            age_from: None,
            age_to: None,
            sex: None,
            ..operation.offers[0].clone()
        };
        event(Happening::BedsOffered { offer: Box::new(offer) })
    });
    let supposed: Vec<Event> = out.chain(beds).collect();
    let next = supposing(&world, &id, &tables, Some(("p1", &p1)), &supposed);
    let at_once = |journey: &&airbridge_model::Journey| matches!(journey.steps.last(), Some(Step::Stay { .. }));
    let admitted: Vec<_> = next.plan.journeys.iter().filter(at_once).collect();
    assert!(!admitted.is_empty(), "nobody is admitted");
    let outline = outline(&next.operation, &next.plan, from_record(&id, Some("p1")));
    for journey in admitted {
        assert_eq!(journey.arrives_at, world.now);
        let way = outline
            .ways
            .iter()
            .find(|way| way.request.as_str() == journey.patient.as_str());
        assert_eq!(way.map(|way| way.offer.as_str()), Some(journey.offer.as_str()));
    }
}

#[test]
fn a_part_of_a_plan_is_sound() {
    let operation = hub(20, 3);
    let planner = airbridge_planner::Planner::new(&operation).expect("sound");
    let settings = airbridge_planner::Settings {
        seed: 1,
        work: Some(500),
        threads: 1,
    };
    let outcome = planner.solve(&settings, &StopSignal::new()).expect("sound");
    let plan = planner.plan(&outcome, &settings);
    let mut whole = 0;
    for mission in &plan.missions {
        // Whoever changes from one mission to another ties them together.
        let mut numbers = vec![mission.id.to_string()];
        let part = loop {
            match planning::part(&operation, &plan, &numbers) {
                Ok(part) => break part,
                Err(missing) => numbers.extend(missing),
            }
        };
        whole += usize::from(part.missions.len() == plan.missions.len());
        assert_eq!(part.journeys.len() + part.left_out.len(), operation.patients.len());
        let findings = airbridge_check::check(&operation, &part);
        assert!(findings.is_empty(), "{}: {}", mission.id, findings[0]);
    }
    assert!(whole < plan.missions.len(), "every part is the whole");
}

/// An operation in the record, with everybody cleared to fly.
fn recorded(operation: &Operation) -> (World, OperationId, TextTables) {
    let whole = TextTables::of(operation);
    let id = OperationId::from("benghazi");
    let mut world = World {
        record: Record::default(),
        log: Vec::new(),
        now: operation.planned_at,
    };
    let ministry = OrganisationCommand::Describe {
        name: "Ministry".to_owned(),
        facilities: Vec::new(),
        operators: Vec::new(),
    };
    world.ask(&Command::Organisation("ministry".into(), ministry));
    let mandate = Mandate {
        organisation: "ministry".into(),
        basis: "vital interests".to_owned(),
        cleared_until: Some(operation.horizon.to),
    };
    let (kept, import) = imported("Benghazi", &whole, &mandate);
    assert!(!kept.rows.contains_key("patients"));
    world.ask(&Command::Operation(
        id.clone(),
        OperationCommand::Import(Box::new(import)),
    ));
    (world, id, kept)
}

fn planned(world: &World, id: &OperationId, tables: &TextTables, running: Option<(&str, &Plan)>) -> planning::Made {
    supposing(world, id, tables, running, &[])
}

fn supposing(
    world: &World,
    id: &OperationId,
    tables: &TextTables,
    running: Option<(&str, &Plan)>,
    supposed: &[Event],
) -> planning::Made {
    let file: serde_json::Value = serde_json::from_str(&write_events(supposed)).expect("JSON");
    let supposed = file["events"].as_array().expect("a list").as_slice();
    let since = world.log.iter().position(|fact| fact.stream.starts_with("plan/"));
    let facts = since.map_or(&[][..], |since| &world.log[since..]);
    let parent = running.map(|(name, _)| name.into());
    let order = Order {
        record: &world.record,
        operation: id,
        now: world.now,
        tables,
        running: parent
            .as_ref()
            .zip(running)
            .map(|(name, (_, plan))| (name, plan, facts)),
        supposed,
        work: WORK,
    };
    run(&order, &Watch::default()).expect("sound")
}

fn adopt(world: &mut World, id: &OperationId, name: &str, parent: Option<&str>, made: &planning::Made) {
    let outline = outline(&made.operation, &made.plan, from_record(id, parent));
    world.ask(&Command::Plan(name.into(), PlanCommand::Propose(Box::new(outline))));
    let adopt = PlanCommand::Adopt {
        missions: None,
        blob: "plan".to_owned(),
    };
    world.ask(&Command::Plan(name.into(), adopt));
}

fn from_record(id: &OperationId, parent: Option<&str>) -> planning::From {
    planning::From {
        operation: id.clone(),
        parent: parent.map(Into::into),
        tables: "tables".to_owned(),
        tables_seq: 0,
        events: None,
        known_seq: 0,
        blob: "plan".to_owned(),
    }
}
