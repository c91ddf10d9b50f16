//! What a new plan changes, in words: per patient, hospital and mission. Text for the terminal, JSON for programs.

use std::fmt::Write as _;

use airbridge_model::Operation;
use airbridge_progress::{Diff, MissionChange};
use jiff::Timestamp;

use crate::markup::plain;

/// The changes as text: the most useful line first.
pub fn changes(operation: &Operation, diff: &Diff) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} of {} promises kept ({:.1} %)",
        diff.untouched,
        diff.promised,
        100.0 * diff.continuity()
    );
    if !diff.patients.is_empty() {
        out.push_str("\nPatients and families to be told\n");
    }
    for change in &diff.patients {
        let now = match &change.now {
            Some((facility, at)) => format!("now {}, {}", name(operation, facility.as_str()), time(*at)),
            None => change.waits.as_ref().map_or_else(
                || "not moved".to_owned(),
                |place| format!("waits without a bed, {}", name(operation, place)),
            ),
        };
        let _ = writeln!(
            out,
            "  {:<12} {} ({} promise): was {}, {}; {now}\n               {}",
            plain(change.patient.as_str()),
            change.kind.words(),
            change.promise.tier.word(),
            name(operation, change.promise.facility.as_str()),
            time(change.was_to_arrive_at),
            plain(&change.why),
        );
    }
    if !diff.new.is_empty() {
        let list: Vec<&str> = diff.new.iter().map(airbridge_units::PatientId::as_str).collect();
        let _ = writeln!(
            out,
            "\nMoved now, and nothing was promised before\n  {}",
            plain(&list.join(", "))
        );
    }
    if !diff.facilities.is_empty() {
        out.push_str("\nHospitals and staging facilities to be told\n");
    }
    for facility in &diff.facilities {
        let _ = writeln!(out, "  {}", name(operation, facility.facility.as_str()));
        for (patient, at) in &facility.comes {
            let _ = writeln!(out, "    + {} {}", plain(patient.as_str()), time(*at));
        }
        for (patient, at) in &facility.stays_away {
            let _ = writeln!(out, "    − {} (was {})", plain(patient.as_str()), time(*at));
        }
        for (patient, before, at) in &facility.moved {
            let _ = writeln!(
                out,
                "    ~ {} {} (was {})",
                plain(patient.as_str()),
                time(*at),
                time(*before)
            );
        }
    }
    if !diff.missions.is_empty() {
        out.push_str("\nOperators and crews to be told\n");
    }
    for mission in &diff.missions {
        let crews: Vec<&str> = mission.crews.iter().map(airbridge_units::CrewId::as_str).collect();
        let what = match &mission.change {
            MissionChange::New => "new".to_owned(),
            MissionChange::TakenOut => "does not take place".to_owned(),
            MissionChange::Changed(words) => words.join("; "),
        };
        let _ = writeln!(
            out,
            "  {} {} ({}): {}",
            plain(mission.mission.as_str()),
            plain(mission.aircraft.as_str()),
            plain(&crews.join(", ")),
            plain(&what),
        );
    }
    out
}

/// The changes as JSON.
pub fn changes_json(diff: &Diff) -> serde_json::Value {
    let at = |at: &Timestamp| at.to_string();
    serde_json::json!({
        "promised": diff.promised,
        "untouched": diff.untouched,
        "continuity": diff.continuity(),
        "patients": diff.patients.iter().map(|change| serde_json::json!({
            "patient": change.patient.as_str(),
            "change": change.kind.words(),
            "tier": change.promise.tier.word(),
            "price_weight": change.promise.price(change.kind) as f64 / airbridge_progress::UNIT as f64,
            "was": { "facility": change.promise.facility.as_str(), "offer": change.promise.offer.as_str(), "arrives_at": at(&change.was_to_arrive_at) },
            "now": change.now.as_ref().map(|(facility, arrives)| serde_json::json!({ "facility": facility.as_str(), "arrives_at": at(arrives) })),
            "waits": change.waits,
            "why": change.why,
        })).collect::<Vec<_>>(),
        "new_patients": diff.new.iter().map(airbridge_units::PatientId::as_str).collect::<Vec<_>>(),
        "facilities": diff.facilities.iter().map(|facility| serde_json::json!({
            "facility": facility.facility.as_str(),
            "comes": facility.comes.iter().map(|(patient, arrives)| serde_json::json!({ "patient": patient.as_str(), "arrives_at": at(arrives) })).collect::<Vec<_>>(),
            "stays_away": facility.stays_away.iter().map(|(patient, was)| serde_json::json!({ "patient": patient.as_str(), "was_to_arrive_at": at(was) })).collect::<Vec<_>>(),
            "moved": facility.moved.iter().map(|(patient, was, now)| serde_json::json!({ "patient": patient.as_str(), "was_to_arrive_at": at(was), "arrives_at": at(now) })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "missions": diff.missions.iter().map(|mission| serde_json::json!({
            "mission": mission.mission.as_str(),
            "aircraft": mission.aircraft.as_str(),
            "crews": mission.crews.iter().map(airbridge_units::CrewId::as_str).collect::<Vec<_>>(),
            "change": match &mission.change {
                MissionChange::New => vec!["new".to_owned()],
                MissionChange::TakenOut => vec!["does not take place".to_owned()],
                MissionChange::Changed(words) => words.clone(),
            },
        })).collect::<Vec<_>>(),
    })
}

fn name(operation: &Operation, facility: &str) -> String {
    let known = operation.facilities.iter().find(|known| known.id.as_str() == facility);
    plain(known.map_or(facility, |known| known.name.as_str()))
}

fn time(at: Timestamp) -> String {
    at.strftime("%a %d %b %H:%M UTC").to_string()
}
