//! Patients who are moved: each one's way, step by step.

use airbridge_model::{Journey, Step};
use jiff::tz::TimeZone;

use super::manifest::precedence;
use super::{mission_link, receiver_link};
use crate::care;
use crate::facts::Facts;
use crate::markup::{esc, put, slug};
use crate::times::{both, length};

pub(super) fn section(out: &mut String, facts: &Facts<'_>) {
    let journeys = &facts.plan.journeys;
    put!(
        out,
        "<section id=\"patients\">\n<h2>Patients who are moved <span class=\"count\">{}</span></h2>\n",
        journeys.len()
    );
    out.push_str(
        "<p class=\"filter\" hidden=\"\"><label for=\"filter\">Show only patients with</label> \
         <input id=\"filter\" type=\"search\" autocomplete=\"off\" placeholder=\"P-012, burns, Moscow, late …\" /> \
         <output id=\"shown\" for=\"filter\"></output></p>\n<div class=\"patients\">\n",
    );
    for journey in journeys {
        one(out, facts, journey);
    }
    out.push_str("</div>\n</section>\n");
}

fn one(out: &mut String, facts: &Facts<'_>, journey: &Journey) {
    let patient = facts.index.patient(&journey.patient);
    put!(
        out,
        "<details class=\"patient\" id=\"patient-{}\"><summary><b>{}</b> <span>{}</span> <span>{}</span> <span>{}</span> <span>arrives {} UTC</span> \
         <span class=\"{}</span></summary>\n",
        slug(journey.patient.as_str()),
        esc(journey.patient.as_str()),
        patient.map_or_else(String::new, |patient| esc(&precedence(patient)).to_string()),
        patient.map_or("", |patient| patient.specialty.code()),
        esc(&facts.receiver_name(&journey.offer)),
        facts.clock.utc(journey.arrives_at),
        if journey.on_time {
            "tag good\">on time"
        } else {
            "tag late\">late"
        },
    );
    out.push_str("<p>");
    if let Some(patient) = patient {
        let needs = care::needs(patient);
        put!(
            out,
            "From {}; place on board: {}{}{}. Due by {} UTC. ",
            esc(&facts.facility_name(&patient.origin)),
            care::place(patient),
            if needs.is_empty() { "" } else { "; " },
            esc(&needs),
            facts.clock.utc(patient.precedence.due_at),
        );
    }
    put!(
        out,
        "Bed: {} (offer {}), arrives {} UTC.</p>\n",
        receiver_link(facts, &journey.offer),
        esc(journey.offer.as_str()),
        facts.clock.utc(journey.arrives_at),
    );
    put!(
        out,
        "<div class=\"scroll\"><table class=\"stack way\"><caption>Way of {}</caption><thead><tr><th scope=\"col\">Step</th>\
         <th scope=\"col\">From</th><th scope=\"col\">To</th>\
         <th scope=\"col\">Lasts</th></tr></thead><tbody>\n",
        esc(journey.patient.as_str()),
    );
    for (number, step) in (1..).zip(&journey.steps) {
        let (from, to) = step.span();
        let (mut words, zones) = step_words(facts, step);
        if let (Step::Stay { facility, .. }, true) = (step, number == journey.steps.len()) {
            words = format!("Waits for the bed in {}", esc(&facts.facility_name(facility)));
        }
        put!(
            out,
            "<tr><th scope=\"row\" class=\"wide\">{words}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            both(facts.clock, from, &zones.0),
            both(facts.clock, to, &zones.1),
            length(from, to),
        );
    }
    out.push_str("</tbody></table></div></details>\n");
}

/// A step in words, as markup, and the zones of its two ends.
fn step_words(facts: &Facts<'_>, step: &Step) -> (String, (TimeZone, TimeZone)) {
    match step {
        Step::ToField { facility, airfield, .. } => (
            format!(
                "By road from {} to {}",
                esc(&facts.facility_name(facility)),
                esc(airfield.as_str())
            ),
            (facts.facility_zone(facility), facts.field_zone(airfield)),
        ),
        Step::FromField { airfield, facility, .. } => (
            format!(
                "By road from {} to {}",
                esc(airfield.as_str()),
                esc(&facts.facility_name(facility))
            ),
            (facts.field_zone(airfield), facts.facility_zone(facility)),
        ),
        Step::Stay { facility, .. } => (
            format!("Waits in staging: {}", esc(&facts.facility_name(facility))),
            (facts.facility_zone(facility), facts.facility_zone(facility)),
        ),
        Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            ..
        } => {
            let stops = facts
                .mission(mission)
                .and_then(|mission| Some((mission.stops.get(*boards_at_stop)?, mission.stops.get(*leaves_at_stop)?)));
            match stops {
                Some((boards, leaves)) => (
                    format!(
                        "By air from {} to {} on {}",
                        esc(boards.airfield.as_str()),
                        esc(leaves.airfield.as_str()),
                        mission_link(mission)
                    ),
                    (facts.field_zone(&boards.airfield), facts.field_zone(&leaves.airfield)),
                ),
                None => (
                    format!("By air on {}", mission_link(mission)),
                    (TimeZone::UTC, TimeZone::UTC),
                ),
            }
        }
    }
}
