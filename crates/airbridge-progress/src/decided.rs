//! What a plan has decided of missions under way beyond what was reported: found by trying, for those who check or explain it.
//!
//! What comes in: an operation as it stands after the events, and how many rules a plan breaks in such an operation. What goes out: the operation in which
//! it breaks fewest, with what was decided for that. Whether nothing else was left to decide is not tested.

use airbridge_model::{Operation, Progress};
use airbridge_units::MissionId;

use crate::{set_down, strand};

/// The operation that a plan was made for.
#[derive(Debug)]
pub struct Decided {
    /// As it stood, with what was decided.
    pub operation: Operation,
    /// Missions from which everybody gets off where they are, or where they land next.
    pub set_down: Vec<MissionId>,
    /// Missions that end where they are, or where they land next, although nothing that was reported keeps them from going on.
    pub stranded: Vec<MissionId>,
}

/// What can be decided of a mission: whether everybody gets off, and whether it ends there.
const CHOICES: [(bool, bool); 3] = [(true, false), (false, true), (true, true)];

/// What a plan has decided. `broken` counts the violations of the plan in an operation; where it finds none in the one given, nothing was decided.
pub fn decided(operation: Operation, broken: impl Fn(&Operation) -> usize) -> Decided {
    let mut fewest = broken(&operation);
    let mut decided = Decided {
        operation,
        set_down: Vec::new(),
        stranded: Vec::new(),
    };
    for mission in begun(&decided.operation) {
        if fewest == 0 {
            break;
        }
        let only = std::slice::from_ref(&mission);
        let mut chosen = None;
        for (off, ends) in CHOICES {
            let mut tried = decided.operation.clone();
            if off {
                tried = set_down(tried, only);
            }
            if ends {
                tried = strand(tried, only);
            }
            let violations = broken(&tried);
            if violations < fewest {
                fewest = violations;
                chosen = Some((tried, off, ends));
            }
        }
        if let Some((operation, off, ends)) = chosen {
            decided.operation = operation;
            decided.set_down.extend(off.then(|| mission.clone()));
            decided.stranded.extend(ends.then_some(mission));
        }
    }
    decided
}

/// Missions that have begun, and that nothing keeps from going on.
fn begun(operation: &Operation) -> Vec<MissionId> {
    let Some(so_far) = operation.so_far.as_deref() else {
        return Vec::new();
    };
    let now = operation.planned_at;
    let missions = so_far.stands.missions.iter();
    missions
        .filter(|mission| mission.progress(now) != Progress::NotBegun && !so_far.grounded.contains(&mission.id))
        .map(|mission| mission.id.clone())
        .collect()
}
