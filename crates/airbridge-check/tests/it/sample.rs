//! A small operation and a sound plan for it, made by hand. All people and beds are synthetic.
//!
//! Seven wounded leave Benghazi for Cairo on a C-130H; six of them wait there. Four (two of them a family, one in
//! intensive care) go on to Moscow on an Il-76 that comes from there; two (one of them isolated) on another C-130H that refuels in Ankara with
//! them on board, rests in Moscow and comes back the next day. An eighth follows from Benghazi to a bed in Cairo in another
//! cabin. A ninth is left out.

mod operation;
mod people;
mod schedule;

use airbridge_model::{Bound, LeftOut, Measures, Operation, Plan, PlanOrigin};
use airbridge_units::PatientId;
use jiff::Timestamp;

use schedule::{Call, Schedule};

/// An instant of the sample.
pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant in RFC 3339")
}

/// The operation and its sound plan.
pub(crate) fn sample() -> (Operation, Plan) {
    let operation = operation::operation();
    let plan = plan(&operation);
    (operation, plan)
}

fn plan(operation: &Operation) -> Plan {
    let mut schedule = Schedule::new(operation);
    // To Benghazi and back by day: the field there has no lights.
    schedule.mission(
        "M001",
        "SU-BAM",
        ("litter", "CREW-1", "TEAM-1"),
        at("2017-02-02T05:00:00Z"),
        &[
            Call::at("HECA"),
            Call::at("HLLB").boards(&["P-001", "P-002", "P-003", "P-004", "P-005", "P-006", "P-007"]),
            Call::at("HECA").leaves(&["P-001", "P-002", "P-003", "P-004", "P-005", "P-006", "P-007"]),
        ],
    );
    schedule.mission(
        "M002",
        "RA-76841",
        ("standard", "CREW-2", "TEAM-2"),
        at("2017-02-03T02:30:00Z"),
        &[
            Call::at("UUMU"),
            Call::at("HECA").boards(&["P-001", "P-002", "P-003", "P-004"]).refuels(),
            Call::at("UUMU").leaves(&["P-001", "P-002", "P-003", "P-004"]),
        ],
    );
    schedule.mission(
        "M003",
        "SU-BAN",
        ("litter", "CREW-3", "TEAM-3"),
        at("2017-02-03T05:00:00Z"),
        &[
            Call::at("HECA").boards(&["P-005", "P-006"]),
            Call::at("LTAC").refuels(),
            Call::at("UUMU")
                .leaves(&["P-005", "P-006"])
                .refuels()
                .rests_until(at("2017-02-04T09:00:00Z")),
            Call::at("LTAC").refuels(),
            Call::at("HECA"),
        ],
    );
    schedule.mission(
        "M004",
        "SU-BAM",
        ("mixed", "CREW-1", "TEAM-1"),
        at("2017-02-04T05:00:00Z"),
        &[
            Call::at("HECA"),
            Call::at("HLLB").boards(&["P-008"]),
            Call::at("HECA").leaves(&["P-008"]),
        ],
    );
    let journeys = [
        ("P-001", "MOW-BURNS", Some("CAI-STAGE"), &["M001", "M002"][..]),
        ("P-002", "MOW-ORTHO", Some("CAI-STAGE"), &["M001", "M002"]),
        ("P-003", "MOW-ICU", Some("CAI-STAGE"), &["M001", "M002"]),
        ("P-004", "MOW-ORTHO-2", Some("CAI-STAGE"), &["M001", "M002"]),
        ("P-005", "MOW-ORTHO-2", Some("CAI-STAGE"), &["M001", "M003"]),
        ("P-006", "MOW-BURNS", Some("CAI-STAGE"), &["M001", "M003"]),
        ("P-007", "CAI-EYES", None, &["M001"]),
        ("P-008", "CAI-EYES", None, &["M004"]),
    ];
    for (patient, offer, staging, missions) in journeys {
        schedule.journey(patient, offer, staging, missions);
    }
    let (missions, journeys) = schedule.finish();
    let mut plan = Plan {
        origin: PlanOrigin {
            operation: operation.name.clone(),
            operation_digest: operation.digest.clone(),
            parent: None,
            replanned_at: None,
            version: "0".to_owned(),
            seed: 0,
            work: 0,
        },
        missions,
        journeys,
        left_out: vec![LeftOut {
            patient: PatientId::new("P-009"),
            summary: "no bed for transplants".to_owned(),
            so_far: Vec::new(),
            exclusions: Vec::new(),
        }],
        measures: Measures::default(),
        changes: Vec::new(),
        bound: Bound {
            on_time_weight: i64::MAX,
            on_time_patients: 9,
            binding: String::new(),
        },
    };
    plan.measures = airbridge_check::measure(operation, &plan);
    plan
}
