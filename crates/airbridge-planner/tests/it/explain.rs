//! What it would take, where one thing of the small operation stands against its patient; and who is moved, where nothing does.

use airbridge_model::{ClearanceStatus, Closed, Closure, ForbiddenPair, Operation, PairBasis, PairScope, Sex};
use airbridge_planner::explain::{About, Decision, Held, LeftOut, Told, explain};
use airbridge_planner::{Planner, encode};
use airbridge_units::{AirfieldId, Minutes, StateCode};

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
