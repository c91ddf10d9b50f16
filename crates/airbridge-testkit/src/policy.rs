//! The policy that generated operations start from: the program's defaults, with two military duty rule sets beside the civil one.

use airbridge_interchange::default_policy;
use airbridge_model::{DutyRuleSet, FdpRow, Policy, RestClass};
use airbridge_units::{Minutes, RuleSetId};
use jiff::civil::time;

/// The defaults with the duty rule sets `easa`, `military-ae` and `military-ae-double`.
pub(crate) fn standard() -> Policy {
    let mut policy = default_policy(&["easa"]);
    policy.duty.push(military("military-ae", 18));
    // Two teams on board that take turns.
    policy.duty.push(military("military-ae-double", 20));
    policy
}

/// After the study cards of US Air Force aeromedical crews (AFI 11-2AE volume 3), which give 18 h on a C-130: one limit at every hour, whatever the
/// number of sectors.
fn military(id: &str, hours: i64) -> DutyRuleSet {
    let limit = Minutes(hours * 60);
    DutyRuleSet {
        id: RuleSetId::new(id),
        rows: vec![FdpRow {
            from: time(0, 0, 0, 0),
            to: time(23, 59, 0, 0),
            limit,
        }],
        free_sectors: 20,
        per_sector: Minutes(0),
        floor: limit,
        max_sectors: None,
        augmented: vec![(1, RestClass::Class2, Minutes(20 * 60))],
        report: Minutes(60),
        debrief: Minutes(30),
        rest_home: Minutes(720),
        rest_away: Minutes(720),
        source: "after AFI 11-2AE volume 3; synthetic".to_owned(),
    }
}
