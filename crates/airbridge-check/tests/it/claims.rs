//! The measures of the sample, against figures reckoned by hand.

use airbridge_check::{check, measure};
use airbridge_model::PrecedenceLevel;

use crate::sample::sample;

#[test]
fn the_measures_are_those_reckoned_by_hand() {
    let (operation, plan) = sample();
    let measures = measure(&operation, &plan);
    // P-001 and P-003 urgent, P-004 and P-005 priority, P-002, P-006 and P-007 routine; P-008 is late.
    assert_eq!(measures.on_time_weight, 2 * 100 + 2 * 10 + 3);
    let urgent = measures.levels[0];
    assert_eq!(
        (urgent.level, urgent.patients, urgent.on_time),
        (PrecedenceLevel::Urgent, 2, 2)
    );
    let routine = measures.levels[2];
    assert_eq!((routine.patients, routine.on_time, routine.left_out), (4, 3, 1));
    // Four have two landings, two have three, two have one.
    assert_eq!(measures.stops, 4 + 2 * 2);
    // The six who wait in Cairo do so over one two o'clock.
    assert_eq!(measures.nights, 6);
    assert_eq!(measures.legs, 2 + 2 + 4 + 2);
    // HLLB–HECA is 585 NM: 585 × 1.05 ÷ 290 = 2.118 h, with 20 minutes 2.45 h; M001 flies back at the second tier, 2.52 h. M002: HECA–UUMU is
    // 1,558 NM, 3.99 + 0.33 h out, 4.11 + 0.33 h back. M003: 602 NM 2.18 + 0.33 h, and 984 NM by the route, 3.56 + 0.33 h, both twice.
    let by_hand = 3.0 * 2.45 + 2.52 + 4.32 + 4.44 + 2.0 * (2.51 + 3.89);
    assert!(
        (measures.flying_hours - by_hand).abs() < 0.1,
        "{} {by_hand}",
        measures.flying_hours
    );
    let empty = 2.0 * 2.45 + 4.32 + 2.51 + 3.89;
    assert!(
        (measures.positioning_hours - empty).abs() < 0.1,
        "{} {empty}",
        measures.positioning_hours
    );
    // Due at 10:00; off at 05:00, there 07:27, loaded 07:37:20, back 10:04, unloaded 10:09:33, door 10:59: one hour late at weight 10.
    assert!(
        (measures.lateness_weighted_hours - 10.0).abs() < 0.3,
        "{}",
        measures.lateness_weighted_hours
    );
}

#[test]
fn each_wrong_measure_is_named() {
    let (operation, plan) = sample();
    let wrong: [fn(&mut airbridge_model::Measures); 12] = [
        |measures| measures.levels[1].late += 1,
        |measures| measures.levels.clear(),
        |measures| measures.on_time_weight += 1,
        |measures| measures.lateness_weighted_hours += 0.1,
        |measures| measures.commitments_broken += 1,
        |measures| measures.transit_hours += 1.0,
        |measures| measures.stops += 1,
        |measures| measures.nights += 1,
        |measures| measures.flying_hours *= 1.002,
        |measures| measures.positioning_hours = f64::NAN,
        |measures| measures.cost *= 0.99,
        |measures| measures.legs -= 1,
    ];
    for (number, spoil) in wrong.iter().enumerate() {
        let mut plan = plan.clone();
        spoil(&mut plan.measures);
        let findings = check(&operation, &plan);
        assert_eq!(findings.len(), 1, "{number}: {}", crate::sound::show(&findings));
        assert!(findings[0].code.ends_with("/measures-wrong"), "{}", findings[0]);
    }
}
