//! Who is in staging when: the number in each staging facility as a staircase over time.

use std::collections::BTreeMap;

use airbridge_model::Step;
use airbridge_units::FacilityId;
use jiff::Timestamp;

use crate::facts::Facts;

/// A staging facility and the number in it.
pub(crate) struct Occupancy<'a> {
    pub(crate) facility: &'a FacilityId,
    /// Places, where the operation says so.
    pub(crate) capacity: Option<u32>,
    /// From this instant there are so many, until the next. The last is zero.
    pub(crate) steps: Vec<(Timestamp, u32)>,
}

impl Occupancy<'_> {
    /// Most at one time.
    pub(crate) fn peak(&self) -> u32 {
        self.steps.iter().map(|(_, number)| *number).max().unwrap_or(0)
    }
}

/// Every staging facility that the plan uses, by id.
pub(crate) fn occupancy<'a>(facts: &Facts<'a>) -> Vec<Occupancy<'a>> {
    let mut changes: BTreeMap<&FacilityId, BTreeMap<Timestamp, i64>> = BTreeMap::new();
    for journey in &facts.plan.journeys {
        for step in &journey.steps {
            if let Step::Stay { facility, from, to } = step {
                let changes = changes.entry(facility).or_default();
                *changes.entry(*from).or_default() += 1;
                *changes.entry(*to).or_default() -= 1;
            }
        }
    }
    changes
        .into_iter()
        .map(|(facility, changes)| {
            let mut number = 0;
            Occupancy {
                facility,
                capacity: facts.index.staging(facility).map(|staging| staging.capacity),
                steps: changes
                    .into_iter()
                    .map(|(at, change)| {
                        number += change;
                        (at, u32::try_from(number).unwrap_or(0))
                    })
                    .collect(),
            }
        })
        .collect()
}
