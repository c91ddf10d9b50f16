//! No plan makes the checker panic, however absurd.

use airbridge_check::{check, measure};
use airbridge_model::{LeftOut, Plan, Step};
use airbridge_units::{Feet, Kilograms, NauticalMiles};
use jiff::Timestamp;
use proptest::prelude::*;

use crate::sample::{at, sample};

/// One change: what kind, where, and to what.
type Edit = (u8, usize, usize);

/// Instants from the beginning to the end of time, and some of the sample's own days.
fn instant(value: usize) -> Timestamp {
    match value % 9 {
        0 => Timestamp::MIN,
        1 => Timestamp::MAX,
        2 => at("-000001-01-01T00:00:00Z"),
        3 => at("2017-02-03T04:05:06.789Z"),
        4 => at("2017-03-26T01:30:00Z"),
        5 => at("1850-06-01T00:00:00Z"),
        _ => Timestamp::from_second(1_485_000_000 + (value % 3_000_000) as i64).expect("early in 2017"),
    }
}

fn number(value: usize) -> f64 {
    [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1e300, 5.0][value % 7]
}

fn index(value: usize) -> usize {
    [0, 1, 2, 3, 4, 5, usize::MAX, usize::MAX - 1][value % 8]
}

fn text(value: usize) -> &'static str {
    [
        "",
        "P-001",
        "HECA",
        "M001",
        "nobody",
        "SU-BAM",
        "TEAM-1",
        "CREW-2",
        "CAI-STAGE",
        "\u{1F6EB}",
    ][value % 10]
}

fn within<T>(items: &mut [T], place: usize) -> Option<&mut T> {
    let count = items.len();
    items.get_mut(place.checked_rem(count)?)
}

fn shuffle<T: Clone>(items: &mut Vec<T>, place: usize, value: usize) {
    if items.is_empty() {
        return;
    }
    let (one, other) = (place % items.len(), value % items.len());
    match value % 4 {
        0 => drop(items.remove(one)),
        1 => items.push(items[one].clone()),
        2 => items.swap(one, other),
        _ => items.truncate(one),
    }
}

fn edit(plan: &mut Plan, (kind, place, value): Edit) -> Option<()> {
    let missions = plan.missions.len();
    match kind {
        0 => shuffle(&mut plan.missions, place, value),
        1 => shuffle(&mut plan.journeys, place, value),
        2 => shuffle(&mut plan.left_out, place, value),
        3 => shuffle(&mut plan.measures.levels, place, value),
        4..=19 => {
            let mission = within(&mut plan.missions, place)?;
            let inner = place / missions;
            match kind {
                4 => shuffle(&mut mission.stops, inner, value),
                5 => shuffle(&mut mission.legs, inner, value),
                6 => mission.id = text(value).into(),
                7 => mission.aircraft = text(value).into(),
                8 => mission.configuration = text(value).into(),
                9 => mission.flight_crew = text(value).into(),
                10 => mission.medical_crew = (value % 3 > 0).then(|| text(value).into()),
                11 => within(&mut mission.stops, inner)?.airfield = text(value).into(),
                12 => within(&mut mission.stops, inner)?.on_block_at = (value % 5 > 0).then(|| instant(value)),
                13 => within(&mut mission.stops, inner)?.unloaded_at = (value % 5 > 0).then(|| instant(value)),
                14 => within(&mut mission.stops, inner)?.loading_from = (value % 5 > 0).then(|| instant(value)),
                15 => within(&mut mission.stops, inner)?.off_block_at = (value % 5 > 0).then(|| instant(value)),
                16 => within(&mut mission.legs, inner)?.off_block_at = instant(value),
                17 => within(&mut mission.legs, inner)?.on_block_at = instant(value),
                18 => {
                    let leg = within(&mut mission.legs, inner)?;
                    leg.distance = NauticalMiles(number(value));
                    leg.fuel = Kilograms(number(value / 7));
                    leg.cabin_altitude = Feet(number(value / 49));
                    leg.states.push(text(value).into());
                    leg.to = text(value).into();
                }
                _ => {
                    let stop = within(&mut mission.stops, inner)?;
                    stop.refuel = value.is_multiple_of(2);
                    stop.rest = value.is_multiple_of(3);
                    stop.boards.push(text(value).into());
                    stop.leaves.push(text(value / 10).into());
                }
            }
        }
        20..=26 => {
            let journeys = plan.journeys.len();
            let journey = within(&mut plan.journeys, place)?;
            let inner = place / journeys;
            match kind {
                20 => shuffle(&mut journey.steps, inner, value),
                21 => journey.patient = text(value).into(),
                22 => journey.offer = text(value).into(),
                23 => journey.arrives_at = instant(value),
                _ => step(within(&mut journey.steps, inner)?, value),
            }
        }
        27 => plan.left_out.push(LeftOut {
            patient: text(value).into(),
            summary: String::new(),
            so_far: Vec::new(),
            exclusions: Vec::new(),
        }),
        28 => {
            plan.measures.flying_hours = number(value);
            plan.measures.fuel_kg = number(value / 7);
            plan.measures.on_time_weight = i64::MIN;
            plan.measures.nights = u32::MAX;
        }
        _ => {
            plan.bound.on_time_weight = i64::MIN;
            plan.origin.parent = Some(String::new());
            plan.origin.operation_digest.clear();
        }
    }
    Some(())
}

fn step(step: &mut Step, value: usize) {
    let at = instant(value / 5);
    match step {
        Step::ToField {
            facility,
            airfield,
            from,
            to,
        }
        | Step::FromField {
            facility,
            airfield,
            from,
            to,
        } => match value % 4 {
            0 => *facility = text(value).into(),
            1 => *airfield = text(value).into(),
            2 => *from = at,
            _ => *to = at,
        },
        Step::Stay { facility, from, to } => match value % 3 {
            0 => *facility = text(value).into(),
            1 => *from = at,
            _ => *to = at,
        },
        Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            from,
            to,
        } => match value % 5 {
            0 => *mission = text(value).into(),
            1 => *boards_at_stop = index(value / 5),
            2 => *leaves_at_stop = index(value / 5),
            3 => *from = at,
            _ => *to = at,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(2017),
        ..ProptestConfig::default()
    })]

    #[test]
    fn spoilt_plans_are_answered(edits in proptest::collection::vec((0..30_u8, 0..1000_usize, 0..1_000_000_usize), 1..25)) {
        thread_local!(static SAMPLE: (airbridge_model::Operation, Plan) = sample());
        SAMPLE.with(|(operation, sound)| {
            let mut plan = sound.clone();
            for &one in &edits {
                edit(&mut plan, one);
            }
            let findings = check(operation, &plan);
            if plan == *sound {
                assert!(findings.is_empty());
            }
            assert!(findings.iter().all(|finding| finding.rule().is_some()));
            measure(operation, &plan);
        });
    }
}

#[test]
fn a_plan_of_nothing_but_bare_frames_is_answered() {
    let (operation, sound) = sample();
    let spoil: [fn(&mut Plan); 6] = [
        |plan| plan.missions.iter_mut().for_each(|mission| mission.stops.clear()),
        |plan| plan.missions.iter_mut().for_each(|mission| mission.legs.clear()),
        |plan| plan.missions.iter_mut().for_each(|mission| mission.stops.truncate(1)),
        |plan| plan.journeys.iter_mut().for_each(|journey| journey.steps.clear()),
        |plan| plan.missions.iter_mut().for_each(|mission| mission.stops.reverse()),
        |plan| plan.missions.extend(plan.missions.clone()),
    ];
    for (number, spoil) in spoil.iter().enumerate() {
        let mut plan = sound.clone();
        spoil(&mut plan);
        assert!(!check(&operation, &plan).is_empty(), "{number}");
        measure(&operation, &plan);
    }
}

#[test]
fn an_operation_without_anything_is_answered() {
    let (mut operation, plan) = sample();
    operation.patients.clear();
    operation.facilities.clear();
    operation.airfields.clear();
    operation.aircraft.clear();
    operation.aircraft_types.clear();
    operation.crews.clear();
    operation.offers.clear();
    operation.policy.cabin_tiers.clear();
    operation.policy.duty.clear();
    operation.boundaries = Some(b"no boundaries".to_vec());
    let codes: Vec<_> = check(&operation, &plan)
        .into_iter()
        .map(|finding| finding.code)
        .collect();
    for code in [
        "R01/unknown-patient",
        "R04/no-tier-low-enough",
        "R06/unknown-airfield",
        "R07/unknown-aircraft",
        "R07/unknown-crew",
        "R08/boundaries-unreadable",
    ] {
        assert!(codes.iter().any(|found| found == code), "no {code} in {codes:?}");
    }
}
