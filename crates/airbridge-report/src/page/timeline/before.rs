//! What a new plan moves of the one before: which missions fly otherwise, and the same in words.
//!
//! A mission is otherwise when its aircraft, its fields or its times are; who rides on it is told in the section of changes.

use std::collections::BTreeMap;

use airbridge_model::{Mission, Plan};
use airbridge_units::{AircraftId, MissionId};
use jiff::Timestamp;

use super::rows::span;
use crate::facts::Facts;
use crate::markup::{esc, put, slug};
use crate::page::mission_link;

/// The plan before, as far as it is drawn beside the new one.
pub(super) struct Before<'a> {
    /// When all began anew.
    pub(super) now: Timestamp,
    /// In order of ids.
    missions: BTreeMap<&'a MissionId, Pair<'a>>,
    promised: &'a Plan,
}

/// A mission before and now, where they differ.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) was: Option<&'a Mission>,
    pub(super) is: Option<&'a Mission>,
}

impl<'a> Before<'a> {
    /// Nothing where the operation is not under way.
    pub(super) fn of(facts: &Facts<'a>) -> Option<Self> {
        let so_far = facts.operation.so_far.as_deref()?;
        let promised = &so_far.promised;
        let mut missions: BTreeMap<&MissionId, Pair<'_>> = BTreeMap::new();
        for was in &promised.missions {
            let is = facts.mission(&was.id);
            missions.insert(&was.id, Pair { was: Some(was), is });
        }
        for is in &facts.plan.missions {
            missions.entry(&is.id).or_insert(Pair {
                was: None,
                is: Some(is),
            });
        }
        missions.retain(|_, pair| !pair.is_alike());
        Some(Self {
            now: facts.operation.planned_at,
            missions,
            promised,
        })
    }

    /// The plan before.
    pub(super) fn plan(&self) -> &'a Plan {
        self.promised
    }

    /// Missions of an aircraft as they were, where they are otherwise now; in order of their begin.
    pub(super) fn ghosts(&self, aircraft: &AircraftId) -> Vec<(&'a Mission, Pair<'a>)> {
        let mut ghosts: Vec<(&Mission, Pair<'_>)> = self
            .missions
            .values()
            .filter_map(|pair| Some((pair.was?, *pair)))
            .filter(|(was, _)| was.aircraft == *aircraft)
            .collect();
        ghosts.sort_by_key(|(was, _)| span(was));
        ghosts
    }

    /// Aircraft of missions that are otherwise now.
    pub(super) fn aircraft(&self) -> impl Iterator<Item = (&'a AircraftId, &'a Mission)> + '_ {
        let was = self.missions.values().filter_map(|pair| pair.was);
        was.map(|mission| (&mission.aircraft, mission))
    }

    /// The table that says what the drawings show.
    pub(super) fn words(&self, out: &mut String, facts: &Facts<'_>) {
        if self.missions.is_empty() {
            out.push_str("<p>All missions fly as they were promised.</p>\n");
            return;
        }
        out.push_str(
            "<h3>Before and now, in words</h3>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Missions before and now\">\n<table>\n\
             <caption>Missions that fly otherwise than promised. Times are in UTC, from the first off-block to the last on-block.</caption>\n\
             <thead><tr><th scope=\"col\">Mission</th><th scope=\"col\">Aircraft</th><th scope=\"col\">Before</th><th scope=\"col\">Now</th></tr></thead>\n<tbody>\n",
        );
        for (id, pair) in &self.missions {
            let aircraft = pair.is.or(pair.was).map_or("", |mission| mission.aircraft.as_str());
            let name = match pair.is {
                Some(_) => mission_link(id),
                None => esc(id.as_str()).to_string(),
            };
            put!(
                out,
                "<tr id=\"before-{}\"><th scope=\"row\">{name}</th><td>{}</td><td class=\"wide\">{}</td><td class=\"wide\">{}</td></tr>\n",
                slug(id.as_str()),
                esc(aircraft),
                pair.was.map_or_else(
                    || "was not planned".to_owned(),
                    |was| esc(&flown(facts, was)).to_string()
                ),
                pair.is.map_or_else(
                    || "does not take place".to_owned(),
                    |is| esc(&flown(facts, is)).to_string()
                ),
            );
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
    }
}

impl Pair<'_> {
    /// Whether the drawing would show the same twice.
    fn is_alike(&self) -> bool {
        let (Some(was), Some(is)) = (self.was, self.is) else {
            return false;
        };
        let drawn = |mission: &Mission| -> Vec<_> {
            let legs = mission.legs.iter();
            legs.map(|leg| (leg.from.clone(), leg.to.clone(), leg.off_block_at, leg.on_block_at))
                .collect()
        };
        was.aircraft == is.aircraft && drawn(was) == drawn(is)
    }
}

/// "HECA–HLLB–HECA, Wed 1 Feb 06:00 to Wed 1 Feb 14:00", and where it turns.
pub(super) fn flown(facts: &Facts<'_>, mission: &Mission) -> String {
    let fields: Vec<&str> = mission.stops.iter().map(|stop| stop.airfield.as_str()).collect();
    let mut words = fields.join("–");
    if let Some((from, to)) = span(mission) {
        put!(words, ", {} to {}", facts.clock.utc(from), facts.clock.utc(to));
    }
    for leg in &mission.legs {
        if let Some(turn) = &leg.turn {
            put!(
                words,
                "; turns to {} on the way to {}, {}",
                leg.to,
                turn.from_the_way_to,
                facts.clock.utc(turn.at)
            );
        }
    }
    words
}
