//! What a patient needs on the way, in words.

use airbridge_model::{CriticalCare, Isolation, Mobility, Patient, PlaceKind};

use crate::numbers;

/// The place in the cabin.
pub(crate) fn place(patient: &Patient) -> &'static str {
    match (patient.place_kind(), patient.places()) {
        (PlaceKind::IntensiveCare, 1) => "intensive care",
        (PlaceKind::IntensiveCare, _) => "intensive care ×2",
        (PlaceKind::Litter, 1) => "litter",
        (PlaceKind::Litter, _) => "litter ×2",
        (PlaceKind::Seat, _) => "seat",
    }
}

/// Level of care: "intensive, ventilated", "intermediate", or nothing special.
pub(crate) fn care(patient: &Patient) -> &'static str {
    match (patient.critical_care, patient.ventilated) {
        (CriticalCare::Icu, true) => "intensive, ventilated",
        (CriticalCare::Icu, false) => "intensive",
        (CriticalCare::Intermediate, true) => "intermediate, ventilated",
        (CriticalCare::Intermediate, false) => "intermediate",
        (CriticalCare::None, true) => "ventilated",
        (CriticalCare::None, false) => "",
    }
}

/// Everything that the crew must know, joined by semicolons; empty when there is nothing.
pub(crate) fn needs(patient: &Patient) -> String {
    let mut needs = Vec::new();
    if !care(patient).is_empty() {
        needs.push(format!("{} care", care(patient)).replace("ventilated care", "ventilated"));
    }
    match patient.mobility {
        Mobility::Wheelchair => needs.push("wheelchair".to_owned()),
        Mobility::Incubator => needs.push("incubator".to_owned()),
        Mobility::Litter | Mobility::Ambulatory => {}
    }
    if patient.oxygen_l_per_min > 0.0 {
        needs.push(format!("oxygen {} L/min", patient.oxygen_l_per_min));
    }
    if patient.isolation != Isolation::None {
        needs.push(format!("{} isolation", patient.isolation));
    }
    if let Some(limit) = patient.cabin_limit {
        needs.push(format!("cabin at most {} ft", numbers::whole(limit.0.get())));
    }
    if patient.attendants.count() > 0 {
        needs.push(attendants(patient));
    }
    if let Some(group) = &patient.group {
        needs.push(format!("travels with group {group}"));
    }
    needs.join("; ")
}

/// "1 medical attendant", "2 attendants", "3 attendants, 1 of them medical".
fn attendants(patient: &Patient) -> String {
    let all = patient.attendants.count();
    let medical = patient.attendants.medical;
    let counted = numbers::count(all, "attendant", "attendants");
    match medical {
        0 => counted,
        _ if medical == all => numbers::count(all, "medical attendant", "medical attendants"),
        _ => format!("{counted}, {medical} of them medical"),
    }
}
