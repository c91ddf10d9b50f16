//! Every plan for a generated operation passes the checker (promise P1; `cargo xtask nightly` for ten thousand).

use airbridge_model::{Operation, Plan};
use airbridge_planner::{Planner, Settings};
use airbridge_solver::search::StopSignal;
use airbridge_testkit::generate::{Family, random_small, varied};

pub(crate) fn plan(operation: &Operation, seed: u64, work: u64) -> Plan {
    let settings = Settings {
        seed,
        work: Some(work),
        threads: 1,
    };
    let planner = Planner::new(operation).expect("generated operations are sound");
    let outcome = planner
        .solve(&settings, &StopSignal::new())
        .expect("the problem is well formed");
    planner.plan(&outcome, &settings)
}

fn sound(name: &str, operation: &Operation, seed: u64) -> Plan {
    let plan = plan(operation, seed, 1_500);
    let findings = airbridge_check::check(operation, &plan);
    assert!(
        findings.is_empty(),
        "{name}: {} violations, first: {}",
        findings.len(),
        findings[0]
    );
    assert_eq!(
        plan.journeys.len() + plan.left_out.len(),
        operation.patients.len(),
        "{name}: everybody is somewhere"
    );
    plan
}

fn family(family: Family, seeds: std::ops::Range<u64>) {
    let mut moved = 0;
    for seed in seeds {
        let plan = sound(&format!("varied({family:?}, {seed})"), &varied(family, seed), seed);
        moved += plan.journeys.len();
    }
    assert!(moved > 0, "a family in which nobody is ever moved tests nothing");
}

#[test]
fn plans_of_the_founding_family_pass_the_checker() {
    family(Family::Benghazi, 1..51);
}

#[test]
fn plans_of_the_hub_family_pass_the_checker() {
    family(Family::Hub, 1..51);
}

#[test]
fn plans_of_the_waiting_list_family_pass_the_checker() {
    family(Family::WaitingList, 1..51);
}

#[test]
fn plans_of_tiny_operations_pass_the_checker() {
    for seed in 1..51 {
        sound(&format!("random_small({seed})"), &random_small(seed), seed);
    }
}
