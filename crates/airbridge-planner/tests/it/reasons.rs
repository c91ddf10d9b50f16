//! Why a patient is left out: the right rule, and words that a coordinator can act on. Each case changes one thing of the small operation.

use airbridge_model::{
    Attendants, CabinLimit, ClearanceStatus, Closed, Closure, Dependency, ForbiddenPair, Group, Isolation, OfferStatus,
    Operation, PairBasis, PairScope, PrecedenceLevel, Rule, Sex, Specialty, Unity,
};
use airbridge_units::{AirfieldId, Feet, Kilograms, Metres, Minutes, NauticalMiles, StateCode};

use crate::small::{self, at, field, left_out, sound};

/// A name, what is changed, the rule that must be named, and words that must be said.
type Case = (&'static str, fn(&mut Operation), Rule, &'static str);

fn check(cases: &[Case]) {
    for (name, change, rule, words) in cases {
        let mut operation = small::operation();
        change(&mut operation);
        let plan = sound(&operation);
        assert!(!plan.left_out.is_empty(), "{name}: everybody is moved");
        let who = plan.left_out.iter().map(|entry| entry.patient.as_str()).min();
        let entry = left_out(&plan, who.expect("somebody is left out"));
        let named =
            |exclusion: &&airbridge_model::Exclusion| exclusion.rule == *rule && exclusion.reason.contains(words);
        assert!(
            entry.exclusions.iter().any(|exclusion| named(&exclusion)),
            "{name}: wanted rule {rule} and {words:?}, got {:#?}",
            entry.exclusions
        );
        assert!(entry.summary.contains(words), "{name}: {}", entry.summary);
    }
}

#[test]
fn the_small_operation_moves_its_patient() {
    assert_eq!(sound(&small::operation()).journeys.len(), 1);
}

#[test]
fn reasons_of_clearances() {
    check(&[
        (
            "requested",
            |operation| operation.clearances[0].status = ClearanceStatus::Requested,
            Rule::Clearance,
            "CLR-PL is requested",
        ),
        (
            "denied",
            |operation| operation.clearances[0].status = ClearanceStatus::Denied,
            Rule::Clearance,
            "clearance of PL for landing is needed: CLR-PL is denied",
        ),
        (
            "overflight denied",
            |operation| operation.clearances[1].status = ClearanceStatus::Denied,
            Rule::Clearance,
            "clearance of CZ for overflight",
        ),
        (
            "none",
            |operation| {
                operation.clearances.remove(0);
            },
            Rule::Clearance,
            "none was asked for",
        ),
        (
            "expires early",
            |operation| operation.clearances[0].valid_to = at("2024-04-08T05:00:00Z"),
            Rule::Clearance,
            "CLR-PL is valid only from 2024-04-08T00:00:00Z",
        ),
        (
            "valid too short",
            |operation| {
                operation.clearances[0].valid_from = at("2024-04-08T10:00:00Z");
                operation.clearances[0].valid_to = at("2024-04-08T10:30:00Z");
            },
            Rule::Clearance,
            "CLR-PL is valid only from",
        ),
        (
            "forbidden",
            |operation| forbid(operation, false),
            Rule::Clearance,
            "traffic between PL and DE is forbidden",
        ),
    ]);
}

#[test]
fn reasons_of_fields_and_range() {
    check(&[
        (
            "runway",
            |operation| {
                field(operation, "EDDK")
                    .runways
                    .iter_mut()
                    .for_each(|runway| runway.length = Metres(1000.0));
            },
            Rule::RangeAndRunway,
            "no runway of EDDK suits Challenger 650",
        ),
        (
            "runway origin",
            |operation| {
                field(operation, "EPRZ")
                    .runways
                    .iter_mut()
                    .for_each(|runway| runway.length = Metres(1000.0));
            },
            Rule::RangeAndRunway,
            "no runway of EPRZ",
        ),
        (
            "runway base",
            |operation| {
                field(operation, "EDDM")
                    .runways
                    .iter_mut()
                    .for_each(|runway| runway.length = Metres(1000.0));
            },
            Rule::RangeAndRunway,
            "no runway of EDDM",
        ),
        (
            "night only, unlit",
            |operation| {
                let f = field(operation, "EDDK");
                f.runways.iter_mut().for_each(|runway| runway.lit = false);
                f.hours = "22:00-04:00".parse().expect("hours");
            },
            Rule::Airfield,
            "EDDK has no lit runway",
        ),
        (
            "closed",
            |operation| {
                operation.closures.push(Closure {
                    id: "N1".into(),
                    what: Closed::Airfield(AirfieldId::new("EDDK")),
                    from: operation.horizon.from,
                    to: operation.horizon.to,
                    reason: "snow".to_owned(),
                });
            },
            Rule::Airfield,
            "EDDK is closed for the whole operation: snow",
        ),
        (
            "closed until late",
            |operation| {
                operation.closures.push(Closure {
                    id: "N1".into(),
                    what: Closed::Airfield(AirfieldId::new("EDDK")),
                    from: operation.horizon.from,
                    to: at("2024-04-10T23:30:00Z"),
                    reason: "snow".to_owned(),
                });
            },
            Rule::Airfield,
            "EDDK is closed at every time",
        ),
        (
            "range",
            |operation| {
                operation.aircraft_types[0]
                    .range
                    .iter_mut()
                    .for_each(|point| point.range = NauticalMiles(300.0));
            },
            Rule::RangeAndRunway,
            "no fuel stop helps",
        ),
        (
            "payload",
            |operation| {
                operation.aircraft_types[0]
                    .range
                    .iter_mut()
                    .for_each(|point| point.payload = Kilograms(point.payload.get() / 20.0));
            },
            Rule::RangeAndRunway,
            "more payload",
        ),
        (
            "slots",
            |operation| {
                field(operation, "EDDK").slots_per_hour = Some(0);
            },
            Rule::Airfield,
            "no slot is left at EDDK",
        ),
        (
            "parking",
            |operation| {
                field(operation, "EDDK").parking = Some(0);
            },
            Rule::Airfield,
            "no stand is free at EDDK",
        ),
    ]);
}

#[test]
fn reasons_of_cabin_and_team() {
    check(&[
        (
            "no icu",
            |operation| {
                operation.aircraft_types[0]
                    .configurations
                    .iter_mut()
                    .for_each(|cabin| cabin.intensive_care = 0);
                small::make_critical(&mut operation.patients[0]);
            },
            Rule::Places,
            "no cabin has an intensive-care station",
        ),
        (
            "cabin low",
            |operation| {
                operation.aircraft_types[0].lowest_cabin = Feet(2000.0);
                operation.patients[0].cabin_limit = Some(CabinLimit(Feet(0.0)));
            },
            Rule::CabinAltitude,
            "holds no cabin below 2000 ft",
        ),
        (
            "cabin none",
            |operation| {
                operation.policy.cabin_tiers.truncate(1);
                operation.patients[0].cabin_limit = Some(CabinLimit(Feet(5000.0)));
            },
            Rule::CabinAltitude,
            "no cabin tier",
        ),
        (
            "high field",
            |operation| {
                field(operation, "EDDK").elevation = Feet(7000.0);
                operation.patients[0].cabin_limit = Some(CabinLimit(Feet(5000.0)));
            },
            Rule::CabinAltitude,
            "EDDK lies at 7000 ft",
        ),
        (
            "team weak",
            |operation| {
                operation.crews[1].critical_points = 0;
                small::make_critical(&mut operation.patients[0]);
            },
            Rule::Care,
            "critical care",
        ),
        (
            "team nursing weak",
            |operation| {
                operation.crews[1].nursing_points = 0;
                operation.patients[0].dependency = Dependency::High;
            },
            Rule::Care,
            "nursing",
        ),
        (
            "companions seats",
            |operation| {
                operation.patients[0].attendants = Attendants { medical: 0, other: 9 };
            },
            Rule::Places,
            "seats enough",
        ),
        (
            "isolation cabin",
            |operation| {
                operation.aircraft_types[0]
                    .configurations
                    .retain(|cabin| cabin.isolation_units == 0);
                operation.patients[0].isolation = Isolation::Airborne;
            },
            Rule::Places,
            "no cabin has an isolation unit",
        ),
    ]);
}

#[test]
fn reasons_of_beds() {
    check(&[
        (
            "beds full",
            |operation| {
                operation.offers[0].beds = 1;
                operation.patients.push(small::patient("P2"));
                operation.patients[0].precedence.level = PrecedenceLevel::Urgent;
            },
            Rule::Destination,
            "all beds of the offer are taken",
        ),
        (
            "reception",
            |operation| {
                operation.facilities[1].receives_per_day = Some(0);
            },
            Rule::Destination,
            "admits no more patients",
        ),
        (
            "reception 1, due",
            |operation| {
                operation.facilities[1].receives_per_day = Some(1);
                for i in 2..5 {
                    operation.patients.push(small::patient(&format!("P{i}")));
                }
            },
            Rule::Destination,
            "all beds of the offer",
        ),
        (
            "no offer",
            |operation| operation.offers.clear(),
            Rule::Destination,
            "there is no bed offer",
        ),
        (
            "withdrawn",
            |operation| operation.offers[0].status = OfferStatus::Withdrawn,
            Rule::Destination,
            "withdrawn",
        ),
        (
            "expired",
            |operation| operation.offers[0].expires_at = Some(at("2024-04-07T00:00:00Z")),
            Rule::Destination,
            "ran out",
        ),
        (
            "specialty",
            |operation| operation.offers[0].specialty = Specialty::Burns,
            Rule::Destination,
            "another specialty than orthopaedics",
        ),
        (
            "offer days past",
            |operation| {
                operation.offers[0].to = operation.offers[0].from;
                operation.patients[0].ready_at = at("2024-04-09T06:00:00Z");
            },
            Rule::Destination,
            "the offer ends on 2024-04-08",
        ),
        (
            "consent",
            |operation| operation.patients[0].consent.refused = vec![StateCode::new("DE")],
            Rule::Destination,
            "no consent to treatment in DE",
        ),
        (
            "age",
            |operation| {
                operation.patients[0].age_years = Some(70);
                operation.offers[0].age_to = Some(17);
            },
            Rule::Destination,
            "ages up to 17",
        ),
        (
            "age unknown",
            |operation| operation.offers[0].age_to = Some(17),
            Rule::Destination,
            "age is not known",
        ),
        (
            "sex",
            |operation| {
                operation.offers[0].sex = Some(Sex::Female);
                operation.patients[0].sex = Some(Sex::Male);
            },
            Rule::Destination,
            "for female patients",
        ),
        (
            "sex unknown",
            |operation| {
                operation.offers[0].sex = Some(Sex::Female);
            },
            Rule::Destination,
            "sex is not known",
        ),
        (
            "companions",
            |operation| {
                operation.offers[0].companions = Some(0);
                operation.patients[0].attendants = Attendants { medical: 0, other: 1 };
            },
            Rule::Destination,
            "houses no companions",
        ),
        (
            "isolation offer",
            |operation| {
                operation.offers[0].isolation = false;
                operation.patients[0].isolation = Isolation::Contact;
            },
            Rule::Destination,
            "no patients in isolation",
        ),
        (
            "admission hours",
            |operation| {
                operation.facilities[1].admission_hours = "Sun 08:00-09:00".parse().expect("hours");
            },
            Rule::Destination,
            "admits only in Sun 08:00-09:00",
        ),
    ]);
}

#[test]
fn reasons_of_crews_and_aircraft() {
    check(&[
        (
            "no team",
            |operation| {
                operation.crews.pop();
            },
            Rule::Duty,
            "no aircraft has both a flight crew and a medical team",
        ),
        (
            "duty",
            |operation| {
                operation.policy.duty[0]
                    .rows
                    .iter_mut()
                    .for_each(|row| row.limit = Minutes(180));
                operation.policy.duty[0].floor = Minutes(180);
            },
            Rule::Duty,
            "duty limit of FLT",
        ),
        (
            "crew available",
            |operation| {
                for c in &mut operation.crews {
                    c.available_to = at("2024-04-08T07:00:00Z");
                }
            },
            Rule::Duty,
            "FLT is not available for long enough",
        ),
        (
            "aircraft available",
            |operation| {
                operation.aircraft[0].available_to = at("2024-04-08T07:00:00Z");
            },
            Rule::Duty,
            "no aircraft that can fly it is available for long enough",
        ),
        (
            "aircraft not in horizon",
            |operation| {
                operation.aircraft[0].available_from = at("2024-04-20T07:00:00Z");
                operation.aircraft[0].available_to = at("2024-04-21T07:00:00Z");
            },
            Rule::Duty,
            "available during the operation",
        ),
        (
            "longest mission",
            |operation| operation.policy.longest_mission = Minutes(120),
            Rule::Duty,
            "mission would last longer",
        ),
        (
            "no missions",
            |operation| operation.aircraft[0].max_missions = Some(0),
            Rule::Duty,
            "makes no further mission",
        ),
        (
            "departure hours",
            |operation| {
                operation.aircraft[0].departure_hours = "Sun 08:00-09:00".parse().expect("hours");
            },
            Rule::Duty,
            "available during the operation",
        ),
        (
            "ready too late",
            |operation| operation.patients[0].ready_at = at("2024-04-10T23:30:00Z"),
            Rule::Duty,
            "the operation ends before",
        ),
    ]);
}

#[test]
fn reasons_of_the_journey() {
    check(&[
        (
            "ready after the end",
            |operation| operation.patients[0].ready_at = at("2024-04-12T23:30:00Z"),
            Rule::Journey,
            "ready only after",
        ),
        (
            "collect by",
            |operation| operation.patients[0].collect_by = Some(at("2024-04-08T05:00:00Z")),
            Rule::Journey,
            "latest time to be collected",
        ),
        (
            "latest useful",
            |operation| operation.patients[0].precedence.latest_useful_at = Some(at("2024-04-08T07:00:00Z")),
            Rule::Journey,
            "latest useful time",
        ),
        (
            "max flight",
            |operation| operation.patients[0].limits.max_flight = Some(Minutes(30)),
            Rule::Journey,
            "longer in flight",
        ),
        (
            "max transit",
            |operation| operation.patients[0].limits.max_transit = Some(Minutes(60)),
            Rule::Journey,
            "longer in transit",
        ),
        (
            "same field",
            |operation| {
                operation.facilities[1] = small::facility("CGN", "EPRZ", 10);
            },
            Rule::Journey,
            "EPRZ serves both ends",
        ),
        (
            "release hours",
            |operation| {
                operation.facilities[0].release_hours = "Sun 08:00-09:00".parse().expect("hours");
            },
            Rule::Journey,
            "lets patients out only in Sun 08:00-09:00",
        ),
        (
            "releases",
            |operation| {
                operation.facilities[0].releases_per_day = Some(0);
            },
            Rule::Journey,
            "no more patients can be collected",
        ),
    ]);
}

#[test]
fn reasons_of_groups() {
    check(&[
        (
            "group beds",
            |operation| {
                operation.offers[0].beds = 1;
                operation.patients.push(small::patient("P2"));
                group(operation);
            },
            Rule::Places,
            "every member of the group",
        ),
        (
            "group consent",
            |operation| {
                let mut p = small::patient("P2");
                p.consent.refused = vec![StateCode::new("DE")];
                operation.patients.push(p);
                group(operation);
            },
            Rule::Places,
            "P2, who travels along, finds no bed there: no consent to treatment in DE",
        ),
        (
            "group too big",
            |operation| {
                for i in 2..6 {
                    operation.patients.push(small::patient(&format!("P{i}")));
                }
                operation.offers[0].beds = 9;
                group(operation);
            },
            Rule::Places,
            "seats enough for all who travel together",
        ),
        (
            "group restricted second",
            |operation| {
                let mut p = small::patient("P2");
                p.cabin_limit = Some(CabinLimit(Feet(0.0)));
                operation.aircraft_types[0].lowest_cabin = Feet(2000.0);
                operation.patients.push(p);
                group(operation);
            },
            Rule::CabinAltitude,
            "holds no cabin below",
        ),
    ]);
}

#[test]
fn reasons_of_staging() {
    check(&[
        (
            "staging full",
            |operation| {
                via_vienna(operation);
                operation.staging[0].capacity = 0;
            },
            Rule::Staging,
            "VIE is full",
        ),
        (
            "staging no icu",
            |operation| {
                via_vienna(operation);
                operation.staging[0].intensive_care = false;
                small::make_critical(&mut operation.patients[0]);
            },
            Rule::Staging,
            "VIE takes no intensive-care patients",
        ),
        (
            "staging night",
            |operation| {
                via_vienna(operation);
                operation.staging[0].min_stay = Minutes(23 * 60);
                operation.patients[0].limits.overnight = false;
            },
            Rule::Staging,
            "stay in Synthetic hospital VIE of 23 h to 24 h",
        ),
        (
            "staging stops",
            |operation| {
                via_vienna(operation);
                operation.patients[0].limits.max_stops = Some(0);
            },
            Rule::Journey,
            "more stops",
        ),
    ]);
}

#[test]
fn patients_with_the_same_trouble_are_told_the_same() {
    let mut operation = small::operation();
    operation.offers[0].age_to = Some(17);
    for (number, age) in [(2, 70), (3, 45)] {
        let mut patient = small::patient(&format!("P{number}"));
        patient.age_years = Some(age);
        operation.patients.push(patient);
    }
    let plan = sound(&operation);
    assert_eq!(left_out(&plan, "P2").summary, left_out(&plan, "P3").summary);
}

fn group(operation: &mut Operation) {
    operation.groups.push(Group {
        id: "G1".into(),
        unity: Unity::Facility,
        note: String::new(),
    });
    for patient in &mut operation.patients {
        patient.group = Some("G1".into());
    }
}

/// Only through Vienna, where the aircraft has its base: nobody flies from Poland to Germany.
fn via_vienna(operation: &mut Operation) {
    small::add_vienna(operation);
    forbid(operation, true);
    field(operation, "LOWW").fuel = false;
    operation.aircraft[0].base = AirfieldId::new("LOWW");
    for crew in &mut operation.crews {
        crew.base = AirfieldId::new("LOWW");
    }
}

fn forbid(operation: &mut Operation, one_way: bool) {
    operation.forbidden_pairs.push(ForbiddenPair {
        state: StateCode::new("PL"),
        other: StateCode::new("DE"),
        basis: PairBasis::Departure,
        scope: PairScope::Land,
        one_way,
        from: None,
        to: None,
    });
}
