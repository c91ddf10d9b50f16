//! Staging: a facility where patients wait between two lifts.

use airbridge_units::{FacilityId, Minutes};

/// What makes a facility a staging facility.
///
/// A patient is in it from the end of unloading + ground time to the start of loading − ground time; that is
/// the time that capacity and longest stay count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Staging {
    /// The facility; its [`crate::Facility::access`] says which airfields it serves.
    pub facility: FacilityId,
    /// Most patients at any instant.
    pub capacity: u32,
    /// Longest stay of one patient.
    pub max_stay: Minutes,
    /// Least stay of one patient.
    pub min_stay: Minutes,
    /// Whether intensive-care patients may wait here.
    pub intensive_care: bool,
    /// Whether patients who need isolation may wait here.
    pub isolation: bool,
}
