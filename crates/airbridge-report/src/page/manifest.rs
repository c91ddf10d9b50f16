//! Missions: crews, stops and legs, and who is on board.

use airbridge_model::Mission;

use super::{patient_link, receiver_link};
use crate::care;
use crate::facts::{Facts, Rider, on_board, riders, route};
use crate::markup::{esc, put, slug};
use crate::numbers::{patients, whole};
use crate::times::{both, length};

/// With more missions than this each is folded, so that the list can be seen whole.
const MOST_OPEN: usize = 12;

pub(super) fn section(out: &mut String, facts: &Facts<'_>) {
    let missions = &facts.plan.missions;
    put!(
        out,
        "<section id=\"missions\">\n<h2>Missions <span class=\"count\">{}</span></h2>\n",
        missions.len()
    );
    if missions.is_empty() {
        out.push_str("<p>Nothing flies.</p>\n");
    }
    for mission in missions {
        one(out, facts, mission, missions.len() <= MOST_OPEN);
    }
    out.push_str("</section>\n");
}

fn one(out: &mut String, facts: &Facts<'_>, mission: &Mission, open: bool) {
    let riders = riders(mission);
    let first = mission
        .legs
        .first()
        .map_or_else(String::new, |leg| format!("{} UTC", facts.clock.utc(leg.off_block_at)));
    put!(
        out,
        "<details class=\"mission\" id=\"mission-{}\"{}>\n<summary><h3>{}</h3> <span class=\"route\">{}</span> <span>{}</span> <span>{}</span></summary>\n",
        slug(mission.id.as_str()),
        if open { " open=\"\"" } else { "" },
        esc(mission.id.as_str()),
        esc(&route(mission)),
        esc(&first),
        patients(u32::try_from(riders.len()).unwrap_or(u32::MAX)),
    );
    crews(out, facts, mission);
    legs(out, facts, mission);
    if !riders.is_empty() {
        passengers(out, facts, mission, &riders);
    }
    out.push_str("</details>\n");
}

fn crews(out: &mut String, facts: &Facts<'_>, mission: &Mission) {
    let aircraft = facts.index.aircraft(&mission.aircraft);
    let aircraft_type = aircraft.and_then(|aircraft| facts.index.aircraft_type(&aircraft.aircraft_type));
    let cabin = aircraft_type
        .and_then(|aircraft_type| aircraft_type.configuration(&mission.configuration))
        .map_or_else(String::new, |cabin| {
            format!(
                " (litters {}, of these intensive care {}; seats {})",
                cabin.litters, cabin.intensive_care, cabin.seats
            )
        });
    out.push_str("<dl class=\"facts\">\n");
    for (term, text) in [
        (
            "Aircraft",
            format!(
                "{} {}",
                mission.aircraft,
                aircraft_type.map_or("", |aircraft_type| &aircraft_type.name)
            ),
        ),
        ("Configuration", format!("{}{cabin}", mission.configuration)),
        ("Flight crew", mission.flight_crew.to_string()),
        (
            "Medical team",
            mission
                .medical_crew
                .as_ref()
                .map_or_else(|| "none, nobody is carried".to_owned(), ToString::to_string),
        ),
    ] {
        put!(out, "<div><dt>{term}</dt><dd>{}</dd></div>\n", esc(text.trim()));
    }
    out.push_str("</dl>\n");
}

fn legs(out: &mut String, facts: &Facts<'_>, mission: &Mission) {
    let id = esc(mission.id.as_str());
    put!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Legs of {id}\">\n<table>\n<caption>Legs of {id}</caption>\n\
         <thead><tr><th scope=\"col\">Leg</th><th scope=\"col\">Off-block</th><th scope=\"col\">On-block</th><th scope=\"col\">Block</th>\
         <th scope=\"col\" class=\"n\">On board</th><th scope=\"col\" class=\"n\">NM</th><th scope=\"col\" class=\"n\">Fuel kg</th>\
         <th scope=\"col\" class=\"n\">Cabin ft</th><th scope=\"col\">States</th><th scope=\"col\">At the stop after</th></tr></thead>\n<tbody>\n"
    );
    for (index, (leg, on_board)) in mission.legs.iter().zip(on_board(mission)).enumerate() {
        let states: Vec<&str> = leg.states.iter().map(airbridge_units::StateCode::as_str).collect();
        put!(
            out,
            "<tr><th scope=\"row\">{}–{}</th><td>{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td>{}</td></tr>\n",
            esc(leg.from.as_str()),
            esc(leg.to.as_str()),
            both(facts.clock, leg.off_block_at, &facts.field_zone(&leg.from)),
            both(facts.clock, leg.on_block_at, &facts.field_zone(&leg.to)),
            length(leg.off_block_at, leg.on_block_at),
            on_board,
            whole(leg.distance.get()),
            whole(leg.fuel.get()),
            whole(leg.cabin_altitude.get()),
            esc(&states.join(" ")),
            at_stop(mission, index + 1),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// What happens at a stop, in words.
fn at_stop(mission: &Mission, index: usize) -> String {
    let Some(stop) = mission.stops.get(index) else {
        return String::new();
    };
    let mut words = Vec::new();
    if !stop.leaves.is_empty() {
        words.push(format!("{} leave", stop.leaves.len()));
    }
    if !stop.boards.is_empty() {
        words.push(format!("{} board", stop.boards.len()));
    }
    if stop.refuel {
        words.push("fuel".to_owned());
    }
    if stop.rest {
        words.push("crews rest".to_owned());
    }
    words.join(", ")
}

fn passengers(out: &mut String, facts: &Facts<'_>, mission: &Mission, riders: &[Rider<'_>]) {
    let id = esc(mission.id.as_str());
    put!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Manifest of {id}\">\n<table class=\"stack riders\">\n<caption>Manifest of {id}</caption>\n\
         <thead><tr><th scope=\"col\">Patient</th><th scope=\"col\">Precedence</th><th scope=\"col\">Place</th>\
         <th scope=\"col\">Boards</th><th scope=\"col\">Leaves</th><th scope=\"col\">Needs</th><th scope=\"col\">Bed</th></tr></thead>\n<tbody>\n"
    );
    for rider in riders {
        let patient = facts.index.patient(rider.patient);
        put!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"wide\">{}</td><td>{}</td></tr>\n",
            patient_link(facts, rider.patient),
            patient.map_or_else(String::new, |patient| esc(&precedence(patient)).to_string()),
            patient.map_or("", care::place),
            esc(mission.stops[rider.boards].airfield.as_str()),
            esc(mission.stops[rider.leaves].airfield.as_str()),
            patient.map_or_else(String::new, |patient| esc(&care::needs(patient)).to_string()),
            facts
                .journey(rider.patient)
                .map_or_else(String::new, |journey| receiver_link(facts, &journey.offer)),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// "urgent (P1)", or "urgent" where the code says the same.
pub(super) fn precedence(patient: &airbridge_model::Patient) -> String {
    let level = patient.precedence.level.code();
    if patient.precedence.code.eq_ignore_ascii_case(level) {
        level.to_owned()
    } else {
        format!("{level} ({})", patient.precedence.code)
    }
}
