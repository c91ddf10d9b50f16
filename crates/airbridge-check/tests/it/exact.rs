//! Limits are met exactly: at the limit a plan is sound, the least bit beyond it is not.

use airbridge_check::check;
use airbridge_model::{FdpRow, Operation, Plan, Step};
use airbridge_units::{Feet, Kilograms, Metres, Minutes};
use jiff::civil::time;
use jiff::{SignedDuration, Timestamp};

use crate::sample::sample;
use crate::sound::show;

/// Sets a limit to what the sample reaches (sound) and then to the least bit less (the one code and nothing else).
fn check_limit<T>(code: &str, reached: fn(&Plan) -> T, set: fn(&mut Operation, T), less: fn(T) -> T) {
    let (operation, plan) = sample();
    let mut at_limit = operation.clone();
    set(&mut at_limit, reached(&plan));
    let findings = check(&at_limit, &plan);
    assert!(findings.is_empty(), "{code} at the limit:\n{}", show(&findings));
    let mut beyond = operation;
    set(&mut beyond, less(reached(&plan)));
    let findings = check(&beyond, &plan);
    assert!(
        !findings.is_empty() && findings.iter().all(|finding| finding.code == code),
        "{code} beyond the limit:\n{}",
        show(&findings)
    );
}

const SECOND: SignedDuration = SignedDuration::from_secs(1);

fn collected(plan: &Plan) -> Timestamp {
    plan.journeys[0].steps[0].span().0
}

fn last_landing(plan: &Plan, mission: usize) -> Timestamp {
    plan.missions[mission].legs.last().expect("a leg").on_block_at
}

#[test]
fn instants_to_the_second() {
    check_limit(
        "R01/before-ready",
        collected,
        |operation, at| operation.patients[0].ready_at = at,
        |at| at + SECOND,
    );
    check_limit(
        "R01/collected-too-late",
        collected,
        |operation, at| operation.patients[0].collect_by = Some(at),
        |at| at - SECOND,
    );
    check_limit(
        "R01/too-late-to-be-useful",
        |plan| plan.journeys[0].arrives_at,
        |operation, at| operation.patients[0].precedence.latest_useful_at = Some(at),
        |at| at - SECOND,
    );
    check_limit(
        "R07/aircraft-not-available",
        |plan| last_landing(plan, 1),
        |operation, at| operation.aircraft[2].available_to = at,
        |at| at - SECOND,
    );
    check_limit(
        "R07/crew-not-available",
        |plan| last_landing(plan, 1) + SignedDuration::from_mins(30),
        |operation, at| operation.crews[1].available_to = at,
        |at| at - SECOND,
    );
    check_limit(
        "R07/outside-horizon",
        |plan| last_landing(plan, 2).max(last_landing(plan, 3)),
        |operation, at| operation.horizon.to = at,
        |at| at - SECOND,
    );
    check_limit(
        "R08/no-landing-clearance",
        |plan| last_landing(plan, 1),
        |operation, at| operation.clearances[2].valid_to = at,
        |at| at - SECOND,
    );
    check_limit(
        "R09/offer-expired",
        |_| Timestamp::from_second(1_485_907_200).expect("planned at"),
        |operation, at| operation.offers[0].expires_at = Some(at),
        |at| at - SECOND,
    );
    check_limit(
        "R11/leg-before-planning",
        |plan| {
            plan.journeys
                .iter()
                .map(|journey| journey.steps[0].span().0)
                .min()
                .expect("journeys")
                .min(plan.missions[0].legs[0].off_block_at)
        },
        |operation, at| operation.planned_at = at,
        |at| at + SECOND,
    );
}

/// Minutes of a stay, rounded up or down.
fn stay(plan: &Plan) -> (Timestamp, Timestamp) {
    let stays = plan.journeys.iter().flat_map(|journey| &journey.steps);
    let spans = stays.filter(|&step| matches!(step, Step::Stay { .. })).map(Step::span);
    spans.max_by_key(|(from, to)| from.duration_until(*to)).expect("a stay")
}

#[test]
fn durations_to_the_minute_of_their_limits() {
    check_limit(
        "R10/stay-too-long",
        |plan| {
            let (from, to) = stay(plan);
            (from.duration_until(to).as_secs() + 59) / 60
        },
        |operation, minutes| operation.staging[0].max_stay = Minutes(minutes),
        |minutes| minutes - 1,
    );
    check_limit(
        "R01/too-long-in-transit",
        |plan| (collected(plan).duration_until(plan.journeys[0].arrives_at).as_secs() + 59) / 60,
        |operation, minutes| operation.patients[0].limits.max_transit = Some(Minutes(minutes)),
        |minutes| minutes - 1,
    );
    check_limit(
        "R07/turnaround-too-short",
        |plan| {
            let gap = last_landing(plan, 0).duration_until(plan.missions[3].legs[0].off_block_at);
            gap.as_secs() / 60 - 120
        },
        |operation, minutes| operation.policy.handling.base_turnaround = Minutes(minutes),
        |minutes| minutes + 1,
    );
    check_limit(
        "R07/rest-too-short",
        |plan| {
            // The medical team of M003 hands over after landing, the flight crew ends at it; the team's rest is the shorter.
            let stop = &plan.missions[2].stops[2];
            let rest = stop
                .unloaded_at
                .expect("unloads")
                .duration_until(stop.off_block_at.expect("goes on"));
            rest.as_secs() / 60 - 30 - 60
        },
        |operation, minutes| operation.policy.duty[0].rest_away = Minutes(minutes),
        |minutes| minutes + 1,
    );
}

#[test]
fn counts_to_the_one() {
    check_limit(
        "R10/over-capacity",
        |_| 6,
        |operation, places| operation.staging[0].capacity = places,
        |places| places - 1,
    );
    check_limit(
        "R09/too-few-beds",
        |_| 2,
        |operation, beds| operation.offers[3].beds = beds,
        |beds| beds - 1,
    );
    check_limit(
        "R09/too-many-arrivals",
        |_| 4,
        |operation, most| operation.facilities[3].receives_per_day = Some(most),
        |most| most - 1,
    );
    check_limit(
        "R01/too-many-releases",
        |_| 7,
        |operation, most| operation.facilities[0].releases_per_day = Some(most),
        |most| most - 1,
    );
    check_limit(
        "R01/too-many-stops",
        |_| 2,
        |operation, most| operation.patients[4].limits.max_stops = Some(most),
        |most| most - 1,
    );
    check_limit(
        "R02/too-few-litters",
        |_| 7,
        |operation, litters| operation.aircraft_types[0].configurations[1].litters = litters,
        |litters| litters - 1,
    );
    check_limit(
        "R02/too-few-seats",
        |_| 3,
        |operation, seats| operation.aircraft_types[0].configurations[1].seats = seats,
        |seats| seats - 1,
    );
    check_limit(
        "R02/too-few-isolation-places",
        |_| 1,
        |operation, bay| operation.aircraft_types[0].configurations[1].isolation_bay = bay,
        |bay| bay - 1,
    );
    check_limit(
        "R03/too-much-critical-care",
        |_| 4,
        |operation, points| operation.crews[3].critical_points = points,
        |points| points - 1,
    );
    // P-003 is highly dependent, P-002 and P-007 hardly, the other four a little.
    check_limit(
        "R03/too-much-nursing",
        |_| 4 + 2 + 4 * 2,
        |operation, points| operation.crews[3].nursing_points = points,
        |points| points - 1,
    );
    check_limit(
        "R07/too-many-sectors",
        |_| 2,
        |operation, most| operation.policy.duty[0].max_sectors = Some(most),
        |most| most - 1,
    );
    check_limit(
        "R06/too-many-parked",
        |_| 1,
        |operation, stands| operation.airfields[2].parking = Some(stands),
        |stands| stands - 1,
    );
}

#[test]
fn the_runway_is_corrected_for_height_and_heat() {
    // An Il-76 at Cairo, by hand: 1800 m × (1 + 0.07 × 382 ft × 0.3048 ÷ 300 m) × (1 + 0.01 × 15) × 1.15 = 2445.2 m.
    check_limit(
        "R05/no-suitable-runway",
        |_| 2445.3,
        |operation, metres| {
            operation.airfields[1].runways[0].length = Metres(metres);
        },
        |metres| metres * 0.998,
    );
}

#[test]
fn a_field_may_lie_as_high_as_the_tolerance() {
    check_limit(
        "R04/field-too-high",
        |_| 6000.0,
        |operation, feet| {
            // On long enough a runway; the intensive-care patient bears 6,000 ft.
            let cairo = &mut operation.airfields[1];
            cairo.elevation = Feet(feet);
            cairo.runways[0].length = Metres(9999.0);
        },
        |feet| feet + 10.0,
    );
}

#[test]
fn payload_is_weighed_person_by_person() {
    // M004: one seated patient (80 + 10 kg) and five of the team (475 kg) are 565 kg.
    check_limit(
        "R05/payload-too-heavy",
        |_| 565.0,
        |operation, kilograms| {
            let mut slim = operation.aircraft_types[0].clone();
            slim.id = "C-130H slim".into();
            slim.range.truncate(1);
            slim.range[0].payload = Kilograms(kilograms);
            operation.aircraft_types.push(slim);
            // SU-BAM also flies M001; its seven are made so light that M004 is the heavier.
            for patient in operation.patients.iter_mut().take(7) {
                patient.weight = Some(Kilograms(-200.0));
            }
            operation.aircraft[0].aircraft_type = "C-130H slim".into();
        },
        |kilograms| kilograms * 0.998,
    );
}

/// Minutes from report to handover of the longest duty that is not augmented, that of the team of M002; rounded up.
fn longest_duty(plan: &Plan) -> i64 {
    let mission = &plan.missions[1];
    let handed_over = mission.stops[2].unloaded_at.expect("unloads");
    (mission.legs[0].off_block_at.duration_until(handed_over).as_secs() + 59) / 60 + 60
}

fn set_rows(operation: &mut Operation, minutes: i64) {
    for row in &mut operation.policy.duty[0].rows {
        row.limit = Minutes(minutes);
    }
}

#[test]
fn the_duty_table_falls_with_sectors_to_its_floor() {
    // Two sectors, of which none is free, take half an hour each.
    check_limit(
        "R07/duty-too-long",
        longest_duty,
        |operation, minutes| {
            set_rows(operation, minutes + 60);
            operation.policy.duty[0].free_sectors = 0;
        },
        |minutes| minutes - 1,
    );
    // However many sectors, the floor is left.
    check_limit(
        "R07/duty-too-long",
        longest_duty,
        |operation, minutes| {
            set_rows(operation, minutes + 60);
            operation.policy.duty[0].free_sectors = 0;
            operation.policy.duty[0].per_sector = Minutes(600);
            operation.policy.duty[0].floor = Minutes(minutes);
        },
        |minutes| minutes - 1,
    );
    // But never more than the row.
    check_limit(
        "R07/duty-too-long",
        longest_duty,
        |operation, minutes| {
            set_rows(operation, minutes);
            operation.policy.duty[0].floor = Minutes(6000);
        },
        |minutes| minutes - 1,
    );
}

#[test]
fn the_duty_table_is_read_where_the_crew_is_at_home() {
    // M002 is off at 02:30 UTC and its crew reports at 01:30: 04:30 in Moscow, 03:30 in Cairo. It takes more than 620 minutes.
    check_limit(
        "R07/duty-too-long",
        |_| 31,
        |operation, minute| {
            let rows = &mut operation.policy.duty[0].rows;
            rows.truncate(2);
            rows[0] = FdpRow {
                from: time(4, minute, 0, 0),
                to: time(11, 59, 0, 0),
                limit: Minutes(620),
            };
            rows[1] = FdpRow {
                from: time(12, 0, 0, 0),
                to: time(4, minute - 1, 0, 0),
                limit: Minutes(900),
            };
        },
        |minute| minute - 1,
    );
}
