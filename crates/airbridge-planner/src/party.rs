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
    /// Every patient of the operation who is still to be moved, in exactly one party; parties in the order of their first patients.
    pub(crate) fn all(operation: &'a Operation) -> Vec<Self> {
        let groups: BTreeMap<_, &Group> = operation.groups.iter().map(|group| (&group.id, group)).collect();
        let mut place_of = BTreeMap::new();
        let mut parties: Vec<Self> = Vec::new();
        for patient in operation.patients.iter().filter(|patient| !is_done(operation, patient)) {
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

/// Whether a patient is in the bed or on the last way to it, or the request is open no more.
pub(crate) fn is_done(operation: &Operation, patient: &Patient) -> bool {
    let Some(so_far) = operation.so_far.as_deref() else {
        return false;
    };
    let journey = so_far
        .stands
        .journeys
        .iter()
        .find(|journey| journey.patient == patient.id);
    so_far.closed.contains_key(&patient.id)
        || journey.is_some_and(|journey| operation.is_settled(&so_far.stands, journey, operation.planned_at))
}

#[cfg(test)]
mod tests {
    use airbridge_testkit::generate::benghazi;

    use super::*;

    #[test]
    fn everybody_is_in_one_party_and_groups_stay_whole() {
        let mut operation = benghazi(4, 1);
        operation.groups = vec![Group {
            id: "G1".into(),
            unity: Unity::City,
            note: String::new(),
        }];
        for (patient, group) in operation
            .patients
            .iter_mut()
            .zip([Some("G1"), None, Some("G1"), Some("unknown")])
        {
            patient.group = group.map(Into::into);
        }
        operation.patients.reverse();
        let parties = Party::all(&operation);
        let sizes: Vec<usize> = parties.iter().map(|party| party.members.len()).collect();
        assert_eq!(sizes, [1, 2, 1], "an unknown group is no group");
        assert_eq!(parties[1].unity, Unity::City);
        assert!(parties[1].members.is_sorted_by_key(|patient| &patient.id));
        assert_eq!(parties[1].sum(|_| 3), 6);
    }
}
