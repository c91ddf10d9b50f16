//! The rows of a drawing: one for each aircraft, crew and staging facility that does something in its time.

use std::collections::BTreeMap;

use airbridge_model::Mission;
use airbridge_units::{AircraftId, CrewId};
use jiff::Timestamp;

use super::axis::{Axis, HEAD, NAMES, WIDTH};
use super::before::{Before, Pair, flown};
use crate::duties::Duty;
use crate::facts::{Facts, on_board};
use crate::markup::{esc, put, slug};
use crate::numbers::patients;
use crate::staging::Occupancy;

/// Width of a character of the drawing's small letters.
const CHARACTER: f64 = 6.1;
/// Height of a row of an aircraft, a crew, a staging facility.
const AIRCRAFT: f64 = 40.0;
const CREW: f64 = 22.0;
const STAGING: f64 = 64.0;
/// Room under an aircraft's missions for those of the plan before, and the height of their bars.
const BEFORE: f64 = 18.0;
const GHOST: f64 = 11.0;

pub(super) struct Drawing<'a> {
    axis: &'a Axis,
    before: Option<&'a Before<'a>>,
    body: String,
    y: f64,
    rows: usize,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(axis: &'a Axis, before: Option<&'a Before<'a>>) -> Self {
        Self {
            axis,
            before,
            body: String::new(),
            y: HEAD,
            rows: 0,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows == 0
    }

    pub(super) fn height(&self) -> f64 {
        self.y + 8.0
    }

    pub(super) fn write(&self, out: &mut String) {
        out.push_str(&self.body);
    }

    fn heading(&mut self, text: &str) {
        self.y += 18.0;
        put!(
            self.body,
            "<text class=\"heading\" x=\"4\" y=\"{:.0}\">{text}</text>\n",
            self.y - 5.0
        );
    }

    fn row(&mut self, name: &str, height: f64) {
        self.rows += 1;
        let fits = ((NAMES - 8.0) / 6.6) as usize;
        let shown: String = if name.chars().count() > fits {
            name.chars().take(fits - 1).chain(['…']).collect()
        } else {
            name.to_owned()
        };
        put!(
            self.body,
            "<path class=\"line\" d=\"M0 {0:.0}H{WIDTH}\" /><text class=\"name\" x=\"4\" y=\"{1:.1}\"><title>{2}</title>{3}</text>\n",
            self.y + height,
            self.y + height / 2.0 + 4.0,
            esc(name),
            esc(&shown),
        );
    }

    pub(super) fn aircraft(&mut self, facts: &Facts<'_>) {
        let mut rows: BTreeMap<&AircraftId, Vec<&Mission>> = BTreeMap::new();
        for mission in &facts.plan.missions {
            if let Some((from, to)) = span(mission)
                && self.axis.shows(from, to)
            {
                rows.entry(&mission.aircraft).or_default().push(mission);
            }
        }
        for (aircraft, was) in self.before.into_iter().flat_map(Before::aircraft) {
            if let Some((from, to)) = span(was)
                && self.axis.shows(from, to)
            {
                rows.entry(aircraft).or_default();
            }
        }
        if rows.is_empty() {
            return;
        }
        self.heading("Aircraft");
        for (aircraft, missions) in rows {
            let mut ghosts = self.before.map_or_else(Vec::new, |before| before.ghosts(aircraft));
            ghosts.retain(|(was, _)| span(was).is_some_and(|(from, to)| self.axis.shows(from, to)));
            let height = if ghosts.is_empty() { AIRCRAFT } else { AIRCRAFT + BEFORE };
            self.row(aircraft.as_str(), height);
            let mut free = NAMES;
            for (number, &(was, pair)) in ghosts.iter().enumerate() {
                let next = ghosts.get(number + 1).and_then(|(next, _)| span(next));
                free = self.ghost(
                    facts,
                    was,
                    pair,
                    (free, next.map_or(WIDTH, |(from, _)| self.axis.x(from))),
                );
            }
            for mission in missions {
                self.mission(facts, mission);
            }
            self.y += height;
        }
    }

    /// A mission as it was, under the row of those that fly: an outline with hatched legs, and its name where there is room around it. Gives the begin of the
    /// room that is left.
    fn ghost(&mut self, facts: &Facts<'_>, was: &Mission, pair: Pair<'_>, room: (f64, f64)) -> f64 {
        let Some((from, to)) = span(was) else { return room.0 };
        let (x0, x1) = (self.axis.x(from), self.axis.x(to).max(self.axis.x(from) + 2.0));
        let (y, foot) = (self.y + AIRCRAFT - 1.0, self.y + AIRCRAFT - 1.0 + GHOST);
        put!(
            self.body,
            "<a href=\"#before-{}\"><g class=\"before{}\"><title>{} before: {}; {}</title><rect class=\"outline\" x=\"{x0:.1}\" y=\"{y:.0}\" width=\"{:.1}\" height=\"{GHOST}\" />",
            slug(was.id.as_str()),
            if pair.is.is_some() { "" } else { " gone" },
            esc(was.id.as_str()),
            esc(&flown(facts, was)),
            pair.is.map_or_else(
                || "does not take place".to_owned(),
                |is| format!("now {}", esc(&flown(facts, is)))
            ),
            x1 - x0,
        );
        let mut hatching = String::new();
        for leg in &was.legs {
            if !self.axis.shows(leg.off_block_at, leg.on_block_at) {
                continue;
            }
            let (a, b) = (self.axis.x(leg.off_block_at), self.axis.x(leg.on_block_at));
            put!(hatching, "M{a:.1} {y:.0}H{b:.1}V{foot:.0}H{a:.1}Z");
            let mut x = a;
            while x + GHOST <= b {
                put!(hatching, "M{x:.1} {foot:.0}l{GHOST} -{GHOST}");
                x += 5.0;
            }
        }
        put!(self.body, "<path class=\"hatch\" d=\"{hatching}\" />");
        let words = match pair.is {
            Some(_) => format!("{} before", was.id),
            None => format!("{} does not take place", was.id),
        };
        let width = words.chars().count() as f64 * CHARACTER + 4.0;
        let (place, used) = if x1 + width <= room.1 {
            (Some((x1 + 4.0, "")), x1 + width)
        } else if x0 - width >= room.0 {
            (Some((x0 - 4.0, " end")), x1)
        } else {
            (None, x1)
        };
        if let Some((x, end)) = place {
            put!(
                self.body,
                "<text class=\"was{end}\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
                foot - 1.5,
                esc(&words),
            );
        }
        self.body.push_str("</g></a>\n");
        used
    }

    fn mission(&mut self, facts: &Facts<'_>, mission: &Mission) {
        let Some((from, to)) = span(mission) else { return };
        let (x0, x1) = (self.axis.x(from), self.axis.x(to));
        let y = self.y;
        put!(
            self.body,
            "<a href=\"#mission-{}\"><rect class=\"mission\" x=\"{x0:.1}\" y=\"{:.0}\" width=\"{:.1}\" height=\"14\" />",
            slug(mission.id.as_str()),
            y + 19.0,
            (x1 - x0).max(2.0),
        );
        // The name may run over the end of a short mission.
        put!(
            self.body,
            "<text class=\"label\" x=\"{:.1}\" y=\"{:.0}\">{}</text>",
            x0.min(WIDTH - 8.0 - CHARACTER * mission.id.as_str().chars().count() as f64),
            y + 13.0,
            esc(mission.id.as_str()),
        );
        for (leg, on_board) in mission.legs.iter().zip(on_board(mission)) {
            if !self.axis.shows(leg.off_block_at, leg.on_block_at) {
                continue;
            }
            let (x0, x1) = (self.axis.x(leg.off_block_at), self.axis.x(leg.on_block_at));
            put!(
                self.body,
                "<rect class=\"fly{}\" x=\"{x0:.1}\" y=\"{:.0}\" width=\"{:.1}\" height=\"18\"><title>{}: {} to {}, {} to {} UTC, {} on board</title></rect>",
                if on_board == 0 { " empty" } else { "" },
                y + 17.0,
                (x1 - x0).max(1.5),
                esc(mission.id.as_str()),
                esc(leg.from.as_str()),
                esc(leg.to.as_str()),
                facts.clock.utc(leg.off_block_at),
                facts.clock.utc(leg.on_block_at),
                patients(on_board),
            );
            if let Some(turn) = &leg.turn {
                put!(
                    self.body,
                    "<path class=\"turn\" d=\"M{:.1} {:.0}h10l-5 7Z\"><title>{}: turned at {} UTC, on the way to {}, and goes to {}</title></path>",
                    self.axis.x(turn.at) - 5.0,
                    y + 10.0,
                    esc(mission.id.as_str()),
                    facts.clock.utc(turn.at),
                    esc(turn.from_the_way_to.as_str()),
                    esc(leg.to.as_str()),
                );
            }
            let full = format!("{}–{} {on_board}", leg.from, leg.to);
            let short = on_board.to_string();
            let room = x1 - x0 - 6.0;
            let text = [full, short]
                .into_iter()
                .find(|text| text.chars().count() as f64 * CHARACTER <= room);
            if let Some(text) = text {
                put!(
                    self.body,
                    "<text class=\"inside{}\" x=\"{:.1}\" y=\"{:.0}\">{}</text>",
                    if on_board == 0 { " empty" } else { "" },
                    f64::midpoint(x0, x1),
                    y + 30.0,
                    esc(&text),
                );
            }
        }
        self.body.push_str("</a>\n");
    }

    pub(super) fn crews(&mut self, crews: &BTreeMap<&CrewId, Vec<Duty<'_>>>) {
        let mut headed = false;
        for (crew, duties) in crews {
            let shown: Vec<&Duty<'_>> = duties
                .iter()
                .filter(|duty| self.axis.shows(duty.from, duty.to))
                .collect();
            if shown.is_empty() {
                continue;
            }
            if !headed {
                self.heading("Crews");
                headed = true;
            }
            self.row(crew.as_str(), CREW);
            for duty in shown {
                self.duty(duty);
            }
            self.y += CREW;
        }
    }

    fn duty(&mut self, duty: &Duty<'_>) {
        let (x0, x1, x2) = (self.axis.x(duty.from), self.axis.x(duty.to), self.axis.x(duty.rested));
        let y = self.y;
        put!(
            self.body,
            "<path class=\"rest\" d=\"M{x1:.1} {:.0}H{x2:.1}\" /><rect class=\"duty\" x=\"{x0:.1}\" y=\"{:.0}\" width=\"{:.1}\" height=\"14\">\
             <title>{}: on duty {}</title></rect>",
            y + 11.0,
            y + 4.0,
            (x1 - x0).max(1.5),
            esc(duty.mission.as_str()),
            crate::times::length(duty.from, duty.to),
        );
        let text = duty.mission.as_str();
        if text.chars().count() as f64 * CHARACTER <= x1 - x0 - 6.0 {
            put!(
                self.body,
                "<text class=\"inside empty\" x=\"{:.1}\" y=\"{:.0}\">{}</text>",
                f64::midpoint(x0, x1),
                y + 15.0,
                esc(text),
            );
        }
        self.body.push('\n');
    }

    pub(super) fn staging(&mut self, facts: &Facts<'_>, staging: &[Occupancy<'_>]) {
        if staging.is_empty() {
            return;
        }
        self.heading("Staging");
        for occupancy in staging {
            let name = facts.facility_name(occupancy.facility);
            self.row(&name, STAGING);
            self.stairs(&name, occupancy);
            self.y += STAGING;
        }
    }

    fn stairs(&mut self, name: &str, occupancy: &Occupancy<'_>) {
        let most = f64::from(occupancy.capacity.unwrap_or(0).max(occupancy.peak()).max(1));
        let foot = self.y + STAGING - 4.0;
        let level = |number: u32| foot - f64::from(number) / most * (STAGING - 20.0);
        if let Some(capacity) = occupancy.capacity {
            put!(
                self.body,
                "<path class=\"capacity\" d=\"M{NAMES} {0:.1}H{1}\" /><text class=\"tick\" x=\"{2}\" y=\"{3:.1}\">{capacity} places</text>\n",
                level(capacity),
                WIDTH - 8.0,
                WIDTH - 70.0,
                level(capacity) - 3.0,
            );
        }
        let end = |index: usize| occupancy.steps.get(index + 1).map(|(at, _)| *at);
        put!(self.body, "<path class=\"stay\" d=\"M{NAMES} {foot:.1}");
        let mut notes = Vec::new();
        for (index, &(at, number)) in occupancy.steps.iter().enumerate() {
            let until = end(index).unwrap_or(Timestamp::MAX);
            if number > 0 && self.axis.shows(at, until) {
                let (x0, x1) = (self.axis.x(at), self.axis.x(until));
                put!(self.body, "H{x0:.1}V{:.1}H{x1:.1}V{foot:.1}", level(number));
                if x1 - x0 > 16.0 && (self.axis.holds(at) || self.axis.holds(until)) {
                    notes.push((f64::midpoint(x0, x1), level(number) - 3.0, number));
                }
            }
        }
        put!(
            self.body,
            "Z\"><title>{}: at most {} at once</title></path>",
            esc(name),
            patients(occupancy.peak()),
        );
        for (x, y, number) in notes {
            put!(
                self.body,
                "<text class=\"tick mid\" x=\"{x:.1}\" y=\"{y:.1}\">{number}</text>"
            );
        }
        self.body.push('\n');
    }
}

/// First off-block and last on-block.
pub(super) fn span(mission: &Mission) -> Option<(Timestamp, Timestamp)> {
    Some((mission.legs.first()?.off_block_at, mission.legs.last()?.on_block_at))
}
