//! What stands on the map.

use std::collections::BTreeSet;

use airbridge_model::Step;
use airbridge_units::{AirfieldId, FacilityId, Position};

use crate::facts::Facts;
use crate::numbers::patients;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Airfield,
    Hospital,
    Staging,
    Origin,
}

impl Kind {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Airfield => "field",
            Self::Hospital => "hospital",
            Self::Staging => "staging",
            Self::Origin => "origin",
        }
    }
}

pub(super) struct Place {
    pub(super) kind: Kind,
    pub(super) position: Position,
    /// Short, for the label.
    pub(super) label: String,
    /// In full, for those who point at it or listen.
    pub(super) title: String,
    /// Whether the plan touches it.
    pub(super) used: bool,
}

/// Airfields and facilities of the operation, those that the plan touches first, airfields before facilities.
/// Airfields that serve nobody and that the plan does not touch stay off the map.
pub(super) fn places(facts: &Facts<'_>) -> Vec<Place> {
    let fields_used: BTreeSet<&AirfieldId> = facts
        .plan
        .missions
        .iter()
        .flat_map(|mission| &mission.stops)
        .map(|stop| &stop.airfield)
        .collect();
    let fields_serving: BTreeSet<&AirfieldId> = facts
        .operation
        .facilities
        .iter()
        .flat_map(|facility| &facility.access)
        .map(|access| &access.airfield)
        .collect();
    let mut places = Vec::new();
    for field in &facts.operation.airfields {
        let used = fields_used.contains(&field.id);
        if used || fields_serving.contains(&field.id) {
            places.push(Place {
                kind: Kind::Airfield,
                position: field.position,
                label: facts.field_name(&field.id),
                title: format!(
                    "Airfield {}, {}{}",
                    facts.field_name(&field.id),
                    field.state,
                    if used { "" } else { ", not used" }
                ),
                used,
            });
        }
    }
    facilities(facts, &mut places);
    places.sort_by_key(|place| (!place.used, place.kind != Kind::Airfield));
    places
}

fn facilities(facts: &Facts<'_>, places: &mut Vec<Place>) {
    let receiving: BTreeSet<&FacilityId> = facts.operation.offers.iter().map(|offer| &offer.facility).collect();
    let mut placed = std::collections::BTreeMap::<&FacilityId, u32>::new();
    let mut touched = BTreeSet::new();
    for journey in &facts.plan.journeys {
        if let Some(offer) = facts.index.offer(&journey.offer) {
            *placed.entry(&offer.facility).or_default() += 1;
        }
        for step in &journey.steps {
            if let Step::ToField { facility, .. } | Step::FromField { facility, .. } | Step::Stay { facility, .. } =
                step
            {
                touched.insert(facility);
            }
        }
    }
    for facility in &facts.operation.facilities {
        let kind = if receiving.contains(&facility.id) {
            Kind::Hospital
        } else if facts.index.staging(&facility.id).is_some() {
            Kind::Staging
        } else {
            Kind::Origin
        };
        let title = match kind {
            Kind::Hospital => format!(
                "Hospital {}, {}: {} placed",
                facility.name,
                facility.state,
                patients(placed.get(&facility.id).copied().unwrap_or(0))
            ),
            Kind::Staging => format!("Staging {}, {}", facility.name, facility.state),
            _ => format!("{}, {}", facility.name, facility.state),
        };
        places.push(Place {
            kind,
            position: facility.position,
            label: facts.facility_name(&facility.id),
            title,
            used: touched.contains(&facility.id),
        });
    }
}
