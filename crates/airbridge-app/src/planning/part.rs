//! A plan of which only some missions are adopted.

use std::collections::BTreeSet;

use airbridge_model::{Journey, LeftOut, Operation, Plan, Step};

/// The plan with these missions alone; whoever flies with none of them is left out. Measured anew.
///
/// # Errors
///
/// Missions that carry a patient on before or after one of these: nobody is taken half of the way, and who is on board decides how a leg is flown. They
/// have to be adopted together.
pub fn part(operation: &Operation, plan: &Plan, numbers: &[String]) -> Result<Plan, Vec<String>> {
    let chosen: BTreeSet<&str> = numbers.iter().map(String::as_str).collect();
    let mut together: BTreeSet<&str> = BTreeSet::new();
    for journey in &plan.journeys {
        let missions: Vec<&str> = missions(journey).collect();
        if missions.iter().any(|mission| chosen.contains(mission)) {
            together.extend(missions);
        }
    }
    let missing: Vec<String> = together.difference(&chosen).map(ToString::to_string).collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut part = plan.clone();
    part.missions.retain(|mission| chosen.contains(mission.id.as_str()));
    let (kept, lost): (Vec<_>, Vec<_>) = part
        .journeys
        .into_iter()
        .partition(|journey| missions(journey).all(|mission| chosen.contains(mission)));
    part.journeys = kept;
    part.left_out.extend(lost.into_iter().map(|journey| LeftOut {
        patient: journey.patient,
        summary: "A mission of the way was not adopted.".to_owned(),
        so_far: Vec::new(),
        exclusions: Vec::new(),
    }));
    part.left_out.sort_by(|one, other| one.patient.cmp(&other.patient));
    part.measures = airbridge_check::measure(operation, &part);
    Ok(part)
}

fn missions(journey: &Journey) -> impl Iterator<Item = &str> {
    journey.steps.iter().filter_map(|step| match step {
        Step::Lift { mission, .. } => Some(mission.as_str()),
        _ => None,
    })
}
