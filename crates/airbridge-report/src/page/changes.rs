//! What the plan changes of the one before, for who has to be told.

use airbridge_progress::{Diff, MissionChange};

use super::{mission_link, patient_link};
use crate::facts::Facts;
use crate::markup::{esc, put};
use crate::times::full_utc;

pub(super) fn section(out: &mut String, facts: &Facts<'_>, diff: &Diff) {
    put!(
        out,
        "<section id=\"changes\">\n<h2>Changes <span class=\"count\">{}</span></h2>\n<p>{} of {} promises are kept ({:.1} %). \
         The <a href=\"#timeline\">timeline</a> shows missions as they were and as they are.</p>\n",
        diff.patients.len(),
        diff.untouched,
        diff.promised,
        100.0 * diff.continuity(),
    );
    patients(out, facts, diff);
    if !diff.new.is_empty() {
        let links: Vec<String> = diff.new.iter().map(|patient| patient_link(facts, patient)).collect();
        put!(
            out,
            "<p>Moved now, and promised nothing before: {}.</p>\n",
            links.join(", ")
        );
    }
    facilities(out, facts, diff);
    missions(out, diff);
    out.push_str("</section>\n");
}

fn patients(out: &mut String, facts: &Facts<'_>, diff: &Diff) {
    if diff.patients.is_empty() {
        out.push_str("<p>No patient has to be told anything.</p>\n");
        return;
    }
    out.push_str(
        "<h3>Patients and families</h3>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Patients and families to be told\">\n<table>\n\
         <caption>Patients whose promises are changed, the gravest change first; below each the reason.</caption>\n\
         <thead><tr><th scope=\"col\">Patient</th><th scope=\"col\">Change</th><th scope=\"col\">Promise</th><th scope=\"col\">Was</th><th scope=\"col\">Is</th></tr></thead>\n<tbody>\n",
    );
    for change in &diff.patients {
        let is = match (&change.now, &change.waits) {
            (Some((facility, at)), _) => format!("{}, {}", name(facts, facility.as_str()), full_utc(*at)),
            (None, Some(place)) => format!("waits without a bed, {}", name(facts, place)),
            (None, None) => "not moved".to_owned(),
        };
        put!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}, {}</td><td>{}</td></tr>\n<tr><td></td><td colspan=\"4\">{}</td></tr>\n",
            patient_link(facts, &change.patient),
            change.kind.words(),
            change.promise.tier.word(),
            esc(&name(facts, change.promise.facility.as_str())),
            full_utc(change.was_to_arrive_at),
            esc(&is),
            esc(&change.why),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn facilities(out: &mut String, facts: &Facts<'_>, diff: &Diff) {
    if diff.facilities.is_empty() {
        return;
    }
    out.push_str(
        "<h3>Hospitals and staging facilities</h3>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Hospitals and staging facilities to be told\">\n<table>\n\
         <caption>Who arrives that was not expected, who does not, and who at another time.</caption>\n\
         <thead><tr><th scope=\"col\">Facility</th><th scope=\"col\">Comes</th><th scope=\"col\">Stays away</th><th scope=\"col\">At another time</th></tr></thead>\n<tbody>\n",
    );
    for facility in &diff.facilities {
        let list = |patients: &[(airbridge_units::PatientId, jiff::Timestamp)]| {
            let each = patients
                .iter()
                .map(|(patient, at)| format!("{} {}", patient_link(facts, patient), full_utc(*at)));
            each.collect::<Vec<_>>().join("<br />")
        };
        let moved = facility.moved.iter().map(|(patient, was, is)| {
            format!(
                "{} {} (was {})",
                patient_link(facts, patient),
                full_utc(*is),
                full_utc(*was)
            )
        });
        put!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            esc(&name(facts, facility.facility.as_str())),
            list(&facility.comes),
            list(&facility.stays_away),
            moved.collect::<Vec<_>>().join("<br />"),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn missions(out: &mut String, diff: &Diff) {
    if diff.missions.is_empty() {
        return;
    }
    out.push_str(
        "<h3>Operators and crews</h3>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Operators and crews to be told\">\n<table>\n\
         <caption>Missions that are new, do not take place, or are not as they were.</caption>\n\
         <thead><tr><th scope=\"col\">Mission</th><th scope=\"col\">Aircraft</th><th scope=\"col\">Crews</th><th scope=\"col\">Change</th></tr></thead>\n<tbody>\n",
    );
    for mission in &diff.missions {
        let crews: Vec<&str> = mission.crews.iter().map(airbridge_units::CrewId::as_str).collect();
        let (link, what) = match &mission.change {
            MissionChange::New => (mission_link(&mission.mission), "new".to_owned()),
            MissionChange::TakenOut => (
                esc(mission.mission.as_str()).to_string(),
                "does not take place".to_owned(),
            ),
            MissionChange::Changed(words) => (mission_link(&mission.mission), words.join("; ")),
        };
        put!(
            out,
            "<tr><th scope=\"row\">{link}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            esc(mission.aircraft.as_str()),
            esc(&crews.join(", ")),
            esc(&what),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn name(facts: &Facts<'_>, facility: &str) -> String {
    let known = facts
        .operation
        .facilities
        .iter()
        .find(|known| known.id.as_str() == facility);
    known.map_or_else(|| facility.to_owned(), |known| known.name.clone())
}
