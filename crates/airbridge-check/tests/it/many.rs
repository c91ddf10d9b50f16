//! The sample many times over: a plan of hundreds of missions is sound where its pieces are, and one fault in it is found.

use airbridge_check::{Checker, check, measure};
use airbridge_model::{Hours, Operation, Plan, Step};
use airbridge_units::{AircraftId, CrewId};
use jiff::{SignedDuration, Timestamp};

use crate::sample::{at, sample};
use crate::sound::show;

/// Copies of the sample, each a day after the one before, with aircraft, crews, people and beds of its own and places shared.
pub(crate) fn many(copies: usize) -> (Operation, Plan) {
    let (one, plan_of_one) = sample();
    let end = at("2020-01-01T00:00:00Z");
    let (mut all, mut plan) = (one.clone(), plan_of_one.clone());
    all.horizon.to = end;
    all.patients.clear();
    all.groups.clear();
    all.offers.clear();
    all.aircraft.clear();
    all.crews.clear();
    plan.missions.clear();
    plan.journeys.clear();
    plan.left_out.clear();
    for clearance in &mut all.clearances {
        if clearance.valid_to == at("2017-02-14T00:00:00Z") {
            clearance.valid_to = end;
        }
        clearance.scope = airbridge_model::ClearanceScope::All;
    }
    all.policy.default_receives_per_day = None;
    for facility in &mut all.facilities {
        facility.receives_per_day = None;
        facility.releases_per_day = None;
    }
    for field in &mut all.airfields {
        field.slots_per_hour = None;
        field.parking = None;
    }
    all.staging[0].capacity = u32::MAX;
    for copy in 0..copies {
        let name = |id: &str| format!("{id}/{copy:04}");
        let days = SignedDuration::from_hours(24 * copy as i64);
        let shift = |at: &mut Timestamp| *at += days;
        for mut patient in one.patients.iter().cloned() {
            patient.id = name(patient.id.as_str()).as_str().into();
            patient.group = patient.group.map(|group| name(group.as_str()).as_str().into());
            shift(&mut patient.ready_at);
            patient.collect_by.iter_mut().for_each(shift);
            shift(&mut patient.precedence.due_at);
            patient.precedence.latest_useful_at.iter_mut().for_each(shift);
            all.patients.push(patient);
        }
        for mut group in one.groups.iter().cloned() {
            group.id = name(group.id.as_str()).as_str().into();
            all.groups.push(group);
        }
        for mut offer in one.offers.iter().cloned() {
            offer.id = name(offer.id.as_str()).as_str().into();
            offer.to = end.to_zoned(jiff::tz::TimeZone::UTC).date();
            all.offers.push(offer);
        }
        for mut aircraft in one.aircraft.iter().cloned() {
            aircraft.id = name(aircraft.id.as_str()).as_str().into();
            aircraft.available_to = end;
            aircraft.departure_hours = Hours::Always;
            all.aircraft.push(aircraft);
        }
        for mut crew in one.crews.iter().cloned() {
            crew.id = name(crew.id.as_str()).as_str().into();
            crew.available_to = end;
            for id in &mut crew.aircraft {
                *id = AircraftId::new(name(id.as_str()));
            }
            all.crews.push(crew);
        }
        for mut mission in plan_of_one.missions.iter().cloned() {
            mission.id = name(mission.id.as_str()).as_str().into();
            mission.aircraft = name(mission.aircraft.as_str()).as_str().into();
            mission.flight_crew = name(mission.flight_crew.as_str()).as_str().into();
            mission.medical_crew = mission.medical_crew.map(|id| CrewId::new(name(id.as_str())));
            for stop in &mut mission.stops {
                for at in [
                    &mut stop.on_block_at,
                    &mut stop.unloaded_at,
                    &mut stop.loading_from,
                    &mut stop.off_block_at,
                ] {
                    at.iter_mut().for_each(shift);
                }
                for id in stop.boards.iter_mut().chain(&mut stop.leaves) {
                    *id = name(id.as_str()).as_str().into();
                }
            }
            for leg in &mut mission.legs {
                shift(&mut leg.off_block_at);
                shift(&mut leg.on_block_at);
            }
            plan.missions.push(mission);
        }
        for mut journey in plan_of_one.journeys.iter().cloned() {
            journey.patient = name(journey.patient.as_str()).as_str().into();
            journey.offer = name(journey.offer.as_str()).as_str().into();
            shift(&mut journey.arrives_at);
            for step in &mut journey.steps {
                if let Step::Lift { mission, .. } = step {
                    *mission = name(mission.as_str()).as_str().into();
                }
                let (Step::ToField { from, to, .. }
                | Step::Lift { from, to, .. }
                | Step::FromField { from, to, .. }
                | Step::Stay { from, to, .. }) = step;
                shift(from);
                shift(to);
            }
            plan.journeys.push(journey);
        }
        for mut left in plan_of_one.left_out.iter().cloned() {
            left.patient = name(left.patient.as_str()).as_str().into();
            plan.left_out.push(left);
        }
    }
    plan.measures = measure(&all, &plan);
    (all, plan)
}

#[test]
fn a_hundred_copies_are_sound_and_one_fault_among_them_is_found() {
    // Beyond March the clocks of Benghazi, Cairo and Moscow stay as they are; Ankara's too, since 2016.
    let (operation, mut plan) = many(100);
    let checker = Checker::new(&operation);
    let findings = checker.check(&plan);
    assert!(findings.is_empty(), "{}", show(&findings));
    plan.missions[250].legs[1].cabin_altitude.0 -= 1000.0;
    let findings = checker.check(&plan);
    assert_eq!(findings.len(), 1, "{}", show(&findings));
    assert_eq!(findings, check(&operation, &plan));
}
