//! The synthetic patients of the sample.

use airbridge_model::{
    Attendants, CabinLimit, Classification, Consent, CriticalCare, Dependency, Isolation, Mobility, Patient,
    Precedence, PrecedenceLevel, PrecedenceScheme, Sex, Specialty, TransitLimits,
};
use airbridge_units::{Feet, Kilograms, Minutes, PatientId, StateCode};

use super::at;

pub(super) fn patients() -> Vec<Patient> {
    let intensive_care = Patient {
        critical_care: CriticalCare::Icu,
        dependency: Dependency::High,
        ventilated: true,
        bariatric: true,
        oxygen_l_per_min: 4.0,
        cabin_limit: Some(CabinLimit(Feet(6000.0))),
        weight: Some(Kilograms(92.0)),
        ..lying("P-003", Specialty::Icu, PrecedenceLevel::Urgent)
    };
    let isolated = Patient {
        isolation: Isolation::Airborne,
        ..lying("P-005", Specialty::Orthopaedics, PrecedenceLevel::Priority)
    };
    let brother = Patient {
        group: Some("G-1".into()),
        ..walking("P-002", Specialty::Orthopaedics, PrecedenceLevel::Routine)
    };
    let sister = Patient {
        group: Some("G-1".into()),
        bariatric: true,
        sex: Some(Sex::Female),
        ..lying("P-004", Specialty::Orthopaedics, PrecedenceLevel::Priority)
    };
    let with_mother = Patient {
        attendants: Attendants { medical: 0, other: 1 },
        specialty: Specialty::Plastics,
        acceptable: vec![Specialty::Burns],
        isolation: Isolation::Contact,
        ..lying("P-006", Specialty::Burns, PrecedenceLevel::Routine)
    };
    let late = {
        let mut late = walking("P-008", Specialty::Ophthalmology, PrecedenceLevel::Priority);
        late.ready_at = at("2017-02-03T12:00:00Z");
        late.precedence.due_at = at("2017-02-04T10:00:00Z");
        late
    };
    vec![
        lying("P-001", Specialty::Burns, PrecedenceLevel::Urgent),
        brother,
        intensive_care,
        sister,
        isolated,
        with_mother,
        walking("P-007", Specialty::Ophthalmology, PrecedenceLevel::Routine),
        late,
        walking("P-009", Specialty::Transplant, PrecedenceLevel::Routine),
    ]
}

fn lying(id: &str, specialty: Specialty, level: PrecedenceLevel) -> Patient {
    Patient {
        id: PatientId::new(id),
        origin: "BEN".into(),
        ready_at: at("2017-02-01T12:00:00Z"),
        collect_by: Some(at("2017-02-06T00:00:00Z")),
        precedence: Precedence {
            scheme: PrecedenceScheme::UkStanag3204,
            code: "P3".to_owned(),
            level,
            clock_start_at: at("2017-02-01T12:00:00Z"),
            due_at: at("2017-02-08T12:00:00Z"),
            latest_useful_at: Some(at("2017-02-12T00:00:00Z")),
        },
        classification: Classification::C2A,
        mobility: Mobility::Litter,
        critical_care: CriticalCare::None,
        dependency: Dependency::Low,
        ventilated: false,
        oxygen_l_per_min: 0.0,
        isolation: Isolation::None,
        cabin_limit: None,
        limits: TransitLimits {
            max_stops: Some(3),
            max_flight: Some(Minutes(16 * 60)),
            max_transit: Some(Minutes(48 * 60)),
            overnight: true,
        },
        attendants: Attendants::default(),
        group: None,
        specialty,
        acceptable: Vec::new(),
        age_years: Some(30),
        sex: Some(Sex::Male),
        weight: None,
        bariatric: false,
        consent: Consent {
            only: ["RU", "EG"].map(StateCode::new).to_vec(),
            refused: Vec::new(),
        },
        destination: None,
        expected_stay_days: None,
        languages: vec!["ar".to_owned()],
    }
}

fn walking(id: &str, specialty: Specialty, level: PrecedenceLevel) -> Patient {
    Patient {
        classification: Classification::C4,
        mobility: Mobility::Ambulatory,
        dependency: Dependency::Minimal,
        ..lying(id, specialty, level)
    }
}
