//! Permissions: Europe, and the states from Egypt to the Gulf; none of Syria, Lebanon, Libya, Iraq, Iran, Yemen or Sudan.

use airbridge_model::{ClearanceKind, Operation};

use crate::generate::europe::EUROPE;
use crate::rows;

const REGION: [&str; 9] = ["EG", "IL", "PS", "JO", "SA", "AE", "QA", "BH", "TR"];

pub(super) fn add(operation: &mut Operation) {
    let horizon = operation.horizon;
    operation.clearances = REGION
        .iter()
        .chain(EUROPE.iter())
        .map(|state| rows::clearance(state, ClearanceKind::Both, horizon.from, horizon.to))
        .collect();
}
