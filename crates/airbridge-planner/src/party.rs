//! Parties: a patient alone, or a whole group, who travel as one.

use std::collections::BTreeMap;

use airbridge_model::{Group, Operation, Patient, Unity};

/// Patients who share every lift.
#[derive(Clone, Debug)]
pub(crate) struct Party<'a> {
    /// By patient id. Never empty.
    pub(crate) members: Vec<&'a Patient>,
    /// Where they may end; a patient alone ends at one facility.
    pub(crate) unity: Unity,
}

impl<'a> Party<'a> {
    /// Every patient of the operation, in exactly one party; parties in the order of their first patients.
    pub(crate) fn all(operation: &'a Operation) -> Vec<Self> {
        let groups: BTreeMap<_, &Group> = operation.groups.iter().map(|group| (&group.id, group)).collect();
        let mut place_of = BTreeMap::new();
        let mut parties: Vec<Self> = Vec::new();
        for patient in &operation.patients {
            let Some(group) = patient.group.as_ref().and_then(|id| groups.get(id)) else {
                parties.push(Self {
                    members: vec![patient],
                    unity: Unity::Facility,
                });
                continue;
            };
            let place = *place_of.entry(&group.id).or_insert_with(|| {
                parties.push(Self {
                    members: Vec::new(),
                    unity: group.unity,
                });
                parties.len() - 1
            });
            parties[place].members.push(patient);
        }
        for party in &mut parties {
            party.members.sort_by(|a, b| a.id.cmp(&b.id));
        }
        parties
    }

    /// Sum of something over the members.
    pub(crate) fn sum(&self, of: impl Fn(&Patient) -> i64) -> i64 {
        self.members.iter().map(|patient| of(patient)).sum()
    }
}
