//! For each of the eleven rules a small operation where it binds, and a plan that shows it. The checker passes every plan.

use airbridge_model::{CabinLimit, Group, Isolation, Mission, Operation, Plan, Specialty, Step, Unity};
use airbridge_units::{AirfieldId, ConfigurationId, Feet, Kilograms, Minutes, NauticalMiles, StateCode};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::small::{self, at, field, sound};

fn moved(operation: &Operation, patients: usize) -> Plan {
    let plan = sound(operation);
    let left: Vec<_> = plan.left_out.iter().map(|entry| &entry.summary).collect();
    assert_eq!(plan.journeys.len(), patients, "left out: {left:?}");
    plan
}

fn only_mission(plan: &Plan) -> &Mission {
    assert_eq!(plan.missions.len(), 1);
    &plan.missions[0]
}

/// Off-block of the leg that leaves the patient's airfield, and on-block of that leg.
fn flight(plan: &Plan) -> (Timestamp, Timestamp) {
    let from = AirfieldId::new("EPRZ");
    let leg = plan
        .missions
        .iter()
        .flat_map(|mission| &mission.legs)
        .find(|leg| leg.from == from);
    let leg = leg.expect("somebody is collected");
    (leg.off_block_at, leg.on_block_at)
}

/// How often an aircraft leaves the patients' airfield.
fn collections(plan: &Plan) -> usize {
    let from = AirfieldId::new("EPRZ");
    let legs = plan.missions.iter().flat_map(|mission| &mission.legs);
    legs.filter(|leg| leg.from == from).count()
}

fn arrival_days(plan: &Plan, zone: &str) -> Vec<i8> {
    let zone = TimeZone::get(zone).expect("a zone of the database");
    let mut days: Vec<i8> = plan
        .journeys
        .iter()
        .map(|journey| journey.arrives_at.to_zoned(zone.clone()).day())
        .collect();
    days.sort_unstable();
    days
}

fn add_patients(operation: &mut Operation, count: usize) {
    operation.patients = (1..=count)
        .map(|number| small::patient(&format!("P{number}")))
        .collect();
    operation.offers[0].beds = count as u32;
}

#[test]
fn rule_1_a_limit_on_time_in_transit_keeps_a_patient_from_a_round_trip() {
    let mut operation = small::operation();
    add_patients(&mut operation, 2);
    // The second is in Munich, so that the aircraft comes by with the first on board, unless the first may not be under way so long.
    operation.facilities.push(small::facility("MUC", "EDDM", 30));
    operation.patients[1].origin = "MUC".into();
    let limit = Minutes(4 * 60);
    operation.patients[0].limits.max_transit = Some(limit);
    let plan = moved(&operation, 2);
    let journey = &plan.journeys[0];
    let took = journey.arrives_at.duration_since(journey.steps[0].span().0);
    assert!(took.as_mins() <= limit.get(), "{took:#}");
}

#[test]
fn rule_1_a_patient_ready_before_the_plan_is_not_collected_in_the_past() {
    let mut operation = small::operation();
    operation.patients[0].ready_at = at("2024-04-01T00:00:00Z");
    operation.aircraft[0].base = AirfieldId::new("EPRZ");
    operation.planned_at = at("2024-04-08T09:00:00Z");
    let plan = moved(&operation, 1);
    assert!(plan.journeys[0].steps[0].span().0 >= operation.planned_at);
}

#[test]
fn rule_2_two_cabins_with_a_changeover_between_them() {
    let mut operation = small::operation();
    add_patients(&mut operation, 2);
    // One needs a closed unit, the other more litters than that cabin has: two missions, in two cabins.
    operation.patients[0].isolation = Isolation::Airborne;
    operation.patients[1].attendants.other = 0;
    small::lie(&mut operation.patients[0]);
    for number in 3..=5 {
        operation.patients.push(small::patient(&format!("P{number}")));
    }
    for patient in &mut operation.patients[1..] {
        small::lie(patient);
        patient.group = Some("G1".into());
    }
    operation.groups.push(group(Unity::Facility));
    operation.offers[0].beds = 9;
    operation.crews[1].nursing_points = 99;
    let plan = moved(&operation, 5);
    let cabins: Vec<_> = plan.missions.iter().map(|mission| &mission.configuration).collect();
    assert_eq!(cabins.len(), 2);
    assert!(cabins.contains(&&ConfigurationId::new("2L-isolation")) && cabins.contains(&&ConfigurationId::new("4L")));
    let first_on = plan.missions[0].legs.last().expect("a mission has legs").on_block_at;
    let gap = plan.missions[1].legs[0].off_block_at.duration_since(first_on);
    let changeover = operation.aircraft_types[0].configurations[0].changeover;
    let least = changeover + operation.policy.handling.base_turnaround;
    assert!(gap.as_mins() >= least.get(), "{gap:#}");
}

#[test]
fn rule_2_a_bay_is_shared_by_contact_patients_and_a_unit_by_nobody() {
    let mut operation = small::operation();
    add_patients(&mut operation, 3);
    for cabin in &mut operation.aircraft_types[0].configurations {
        (cabin.isolation_units, cabin.isolation_bay) = (1, 2);
    }
    for (patient, isolation) in
        operation
            .patients
            .iter_mut()
            .zip([Isolation::Contact, Isolation::Contact, Isolation::Droplet])
    {
        patient.isolation = isolation;
    }
    assert_eq!(collections(&moved(&operation, 3)), 1, "two in the bay, one in the unit");
    operation.patients[1].isolation = Isolation::Droplet;
    assert_eq!(collections(&moved(&operation, 3)), 2, "one unit for two who need it");
}

#[test]
fn rule_2_a_group_ends_at_one_facility_or_in_one_city() {
    let mut operation = small::operation();
    add_patients(&mut operation, 2);
    operation.patients[1].specialty = Specialty::Burns;
    for patient in &mut operation.patients {
        patient.group = Some("G1".into());
    }
    // The burns beds are in another hospital of the same city, at another distance from the airfield.
    operation.facilities.push(small::facility("CGN2", "EDDK", 75));
    let mut burns = small::offer("O2", "CGN2", 1);
    burns.specialty = Specialty::Burns;
    operation.offers.push(burns);
    operation.groups = vec![group(Unity::City)];
    let plan = moved(&operation, 2);
    let apart = plan.journeys[1].arrives_at.duration_since(plan.journeys[0].arrives_at);
    assert_eq!(apart.as_mins(), 30);
    operation.groups = vec![group(Unity::Facility)];
    moved(&operation, 0);
}

#[test]
fn rule_2_each_member_of_a_group_is_on_time_by_their_own_clock() {
    let mut operation = small::operation();
    add_patients(&mut operation, 2);
    for patient in &mut operation.patients {
        patient.group = Some("G1".into());
    }
    operation.groups = vec![group(Unity::Facility)];
    // Nobody could be there by the first one's due time; the second one's can be met, and is.
    operation.patients[0].precedence.due_at = at("2024-04-08T06:30:00Z");
    operation.patients[1].precedence.due_at = at("2024-04-08T12:00:00Z");
    let plan = moved(&operation, 2);
    let on_time: Vec<bool> = plan.journeys.iter().map(|journey| journey.on_time).collect();
    assert_eq!(on_time, [false, true]);
    assert!(plan.bound.on_time_weight >= plan.measures.on_time_weight);
}

#[test]
fn rule_3_a_small_team_flies_twice() {
    let mut operation = small::operation();
    add_patients(&mut operation, 2);
    for patient in &mut operation.patients {
        small::make_critical(patient);
    }
    assert_eq!(collections(&moved(&operation, 2)), 1);
    operation.crews[1].critical_points = operation.policy.care.intensive_care;
    assert_eq!(collections(&moved(&operation, 2)), 2);
}

#[test]
fn rule_3_a_small_team_is_what_binds() {
    let mut operation = small::operation();
    add_patients(&mut operation, 3);
    for patient in &mut operation.patients {
        small::make_critical(patient);
        patient.precedence.due_at = at("2024-04-08T12:00:00Z");
    }
    operation.crews[1].critical_points = operation.policy.care.intensive_care;
    let plan = moved(&operation, 3);
    let on_time = plan.journeys.iter().filter(|journey| journey.on_time).count();
    assert_eq!((on_time, plan.bound.on_time_patients), (1, 1));
    assert_eq!(plan.bound.on_time_weight, plan.measures.on_time_weight);
    assert_eq!(
        plan.bound.binding,
        "the tightest: critical-care points of the teams on flights that leave before 2024-04-08 09:03 UTC, short for 2 patients"
    );
}

#[test]
fn rule_4_a_low_cabin_makes_the_leg_longer() {
    let operation = small::operation();
    let (off, on) = flight(&moved(&operation, 1));
    let mut restricted = operation.clone();
    restricted.patients[0].cabin_limit = Some(CabinLimit(Feet(0.0)));
    let plan = moved(&restricted, 1);
    let (low_off, low_on) = flight(&plan);
    assert!(low_on.duration_since(low_off) > on.duration_since(off));
    let cabins: Vec<f64> = only_mission(&plan)
        .legs
        .iter()
        .map(|leg| leg.cabin_altitude.get())
        .collect();
    assert_eq!(
        cabins,
        [8000.0, 0.0, 8000.0],
        "only the leg with the patient is flown low"
    );
}

#[test]
fn rule_4_a_limit_between_two_tiers_counts_at_fields_as_it_is() {
    let mut operation = small::operation();
    operation.patients[0].cabin_limit = Some(CabinLimit(Feet(6000.0)));
    field(&mut operation, "EDDK").elevation = Feet(5800.0);
    for runway in &mut field(&mut operation, "EDDK").runways {
        runway.length = airbridge_units::Metres(5000.0);
    }
    moved(&operation, 1);
}

#[test]
fn rule_5_a_fuel_stop_where_the_range_is_short() {
    let mut operation = small::operation();
    for field in &mut operation.airfields {
        field.fuel = field.id == AirfieldId::new("EDDM");
    }
    operation.airfields.push(small::airfield("LOWW"));
    for point in &mut operation.aircraft_types[0].range {
        point.range = NauticalMiles(1300.0);
    }
    let plan = moved(&operation, 1);
    let stops = &only_mission(&plan).stops;
    assert!(
        stops
            .iter()
            .any(|stop| stop.refuel && stop.airfield == AirfieldId::new("LOWW")),
        "{stops:?}"
    );
}

#[test]
fn rule_5_more_payload_means_more_fuel_stops() {
    let mut operation = small::operation();
    operation.airfields.push(small::airfield("LOWW"));
    let legs = |operation: &Operation| only_mission(&moved(operation, 1)).legs.len();
    let range = &mut operation.aircraft_types[0].range;
    range[0].range = NauticalMiles(1300.0);
    range[1].range = NauticalMiles(1150.0);
    range[2].range = NauticalMiles(950.0);
    let light = legs(&operation);
    operation.patients[0].weight = Some(Kilograms(1400.0));
    assert!(legs(&operation) > light);
}

#[test]
fn rule_6_an_unlit_field_is_used_by_day() {
    let mut operation = small::operation();
    for runway in &mut field(&mut operation, "EDDK").runways {
        runway.lit = false;
    }
    operation.patients[0].ready_at = at("2024-04-08T18:00:00Z");
    let (_, on) = flight(&moved(&operation, 1));
    assert!(on >= at("2024-04-09T04:30:00Z"), "lands after sunrise, not at {on}");
}

#[test]
fn rule_6_slots_part_two_aircraft() {
    let mut operation = small::operation();
    add_patients(&mut operation, 6);
    add_second_aircraft(&mut operation);
    field(&mut operation, "EPRZ").slots_per_hour = Some(1);
    let plan = moved(&operation, 6);
    let mut hours = Vec::new();
    for leg in plan.missions.iter().flat_map(|mission| &mission.legs) {
        let id = AirfieldId::new("EPRZ");
        hours.extend((leg.from == id).then(|| leg.off_block_at.as_second() / 3600));
        hours.extend((leg.to == id).then(|| leg.on_block_at.as_second() / 3600));
    }
    let count = hours.len();
    hours.sort_unstable();
    hours.dedup();
    assert_eq!(hours.len(), count, "one movement in each hour");
}

#[test]
fn rule_7_a_long_mission_rests_on_the_way() {
    let mut operation = small::operation();
    operation.aircraft[0].base = AirfieldId::new("LPPT");
    operation.airfields.push(small::airfield("LPPT"));
    for crew in &mut operation.crews {
        crew.base = AirfieldId::new("LPPT");
    }
    operation
        .clearances
        .extend(["PT", "ES", "FR"].map(|state| small::clearance(state, operation.horizon)));
    let duty = &mut operation.policy.duty[0];
    for row in &mut duty.rows {
        row.limit = Minutes(8 * 60);
    }
    duty.floor = Minutes(8 * 60);
    let plan = moved(&operation, 1);
    let mission = only_mission(&plan);
    assert!(mission.stops.iter().any(|stop| stop.rest), "{:?}", mission.stops);
    let (off, on) = (
        mission.legs[0].off_block_at,
        mission.legs.last().expect("legs").on_block_at,
    );
    assert!(on.duration_since(off).as_hours() > 12);
}

#[test]
fn rule_8_a_mission_waits_for_a_clearance() {
    let mut operation = small::operation();
    let from = at("2024-04-09T03:00:00Z");
    operation.clearances[0].valid_from = from;
    let plan = moved(&operation, 1);
    assert!(
        only_mission(&plan).legs[0].on_block_at >= from,
        "lands in Poland no sooner"
    );
    // One permission ends and the next begins at the same instant: together they hold.
    let mut second = operation.clearances[0].clone();
    second.id = "CLR-PL-2".into();
    operation.clearances[0].valid_from = operation.horizon.from;
    operation.clearances[0].valid_to = at("2024-04-08T09:00:00Z");
    second.valid_from = at("2024-04-08T09:00:00Z");
    operation.clearances.push(second);
    operation.patients[0].precedence.due_at = at("2024-04-08T11:30:00Z");
    assert!(moved(&operation, 1).journeys[0].on_time);
}

#[test]
fn rule_9_a_day_s_admissions_spread_arrivals() {
    let mut operation = small::operation();
    add_patients(&mut operation, 3);
    operation.facilities[1].receives_per_day = Some(1);
    let plan = moved(&operation, 3);
    assert_eq!(arrival_days(&plan, "Europe/Berlin"), [8, 9, 10]);
}

#[test]
fn rule_9_consent_and_admission_hours_choose_the_bed_and_the_hour() {
    let mut operation = small::operation();
    operation.airfields.push(small::airfield("LOWW"));
    operation.facilities.push(small::facility("VIE", "LOWW", 20));
    operation.offers.push(small::offer("O2", "VIE", 1));
    operation.patients[0].consent.refused = vec![StateCode::new("DE")];
    operation.facilities[2].admission_hours = "22:00-02:00".parse().expect("hours");
    let plan = moved(&operation, 1);
    assert_eq!(plan.journeys[0].offer.as_str(), "O2");
    let zone = TimeZone::get("Europe/Vienna").expect("a zone of the database");
    let hour = plan.journeys[0].arrives_at.to_zoned(zone).hour();
    assert!(!(2..22).contains(&hour) || hour == 2, "{hour}");
}

/// Nobody flies from Poland to Germany, so everybody waits in Vienna, and another aircraft than the first flies on.
pub(crate) fn through_vienna(patients: usize) -> Operation {
    let mut operation = small::operation();
    add_patients(&mut operation, patients);
    small::add_vienna(&mut operation);
    add_second_aircraft(&mut operation);
    operation.forbidden_pairs.push(airbridge_model::ForbiddenPair {
        state: StateCode::new("PL"),
        other: StateCode::new("DE"),
        basis: airbridge_model::PairBasis::Departure,
        scope: airbridge_model::PairScope::Land,
        one_way: true,
        from: None,
        to: None,
    });
    // No fuel in Vienna: nothing is made of a stop there on the way.
    field(&mut operation, "LOWW").fuel = false;
    operation
}

fn stay(plan: &Plan, patient: usize) -> (Timestamp, Timestamp) {
    let step = plan.journeys[patient]
        .steps
        .iter()
        .find(|step| matches!(step, Step::Stay { .. }));
    step.expect("a stay").span()
}

#[test]
fn rule_10_a_stay_is_no_longer_and_no_fuller_than_allowed() {
    let mut operation = through_vienna(2);
    let longest = Minutes(6 * 60);
    operation.staging[0].max_stay = longest;
    operation.staging[0].capacity = 1;
    let plan = moved(&operation, 2);
    let stays = [stay(&plan, 0), stay(&plan, 1)];
    for (from, to) in stays {
        assert!(to.duration_since(from).as_mins() <= longest.get());
    }
    let [one, other] = stays;
    assert!(one.1 <= other.0 || other.1 <= one.0, "one place: one after the other");
}

#[test]
fn rule_10_nobody_who_may_have_no_night_spends_one() {
    let mut operation = through_vienna(1);
    operation.patients[0].ready_at = at("2024-04-08T18:00:00Z");
    operation.staging[0].min_stay = Minutes(7 * 60);
    assert_eq!(moved(&operation, 1).measures.nights, 1);
    operation.patients[0].limits.overnight = false;
    assert_eq!(sound(&operation).measures.nights, 0);
    // Ready after the night, the stay is by day.
    operation.patients[0].ready_at = at("2024-04-09T02:00:00Z");
    let plan = moved(&operation, 1);
    let (from, to) = stay(&plan, 0);
    assert!(to.duration_since(from).as_mins() >= operation.staging[0].min_stay.get());
    assert_eq!(plan.measures.nights, 0);
}

#[test]
fn rule_11_nothing_takes_off_before_it_is_planned() {
    let mut operation = small::operation();
    operation.planned_at = at("2024-04-09T12:00:00Z");
    let plan = moved(&operation, 1);
    assert!(only_mission(&plan).legs[0].off_block_at >= operation.planned_at);
}

fn add_second_aircraft(operation: &mut Operation) {
    let second = small::aircraft("D-SYN2", "EDDM", operation.horizon);
    operation
        .crews
        .push(small::crew("FLT2", airbridge_model::CrewRole::Flight, &second));
    operation
        .crews
        .push(small::crew("MED2", airbridge_model::CrewRole::Medical, &second));
    operation.aircraft.push(second);
}

fn group(unity: Unity) -> Group {
    Group {
        id: "G1".into(),
        unity,
        note: "synthetic".to_owned(),
    }
}
