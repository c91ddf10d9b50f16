//! Explanations as text and as JSON.

mod json;
mod measures;
mod patient;
mod resources;

use airbridge_model::{Exclusion, Operation};
use airbridge_planner::explain::{Admitted, Answer, Told};
use jiff::Timestamp;

pub use self::json::explanation_json;
use crate::summary::paragraph;

/// An explanation in so many columns: what is most useful first.
pub fn explanation(operation: &Operation, answer: &Answer, columns: usize) -> String {
    let mut page = Page {
        operation,
        columns,
        text: String::new(),
    };
    match &answer.told {
        Told::Moved(told) => page.moved(told),
        Told::LeftOut(told) => page.left_out(told),
        Told::Mission(told) => page.mission(told),
        Told::Offer(told) => page.offer(told),
    }
    page.dropped(&answer.dropped);
    page.text
}

/// A text that grows.
struct Page<'a> {
    operation: &'a Operation,
    columns: usize,
    text: String,
}

/// Parts of the plan named that break a rule.
const DROPPED_NAMED: usize = 5;

impl Page<'_> {
    fn heading(&mut self, text: &str) {
        self.text.push('\n');
        self.line(text);
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(&paragraph(text, self.columns, "", "  "));
    }

    fn item(&mut self, text: &str) {
        self.text.push_str(&paragraph(text, self.columns, "  ", "    "));
    }

    fn below(&mut self, text: &str) {
        self.text.push_str(&paragraph(text, self.columns, "      ", "      "));
    }

    fn dropped(&mut self, dropped: &[String]) {
        if dropped.is_empty() {
            return;
        }
        self.heading("Not counted: parts of the plan that break a rule, or that the planner does not know (see `airbridge check`)");
        for part in dropped.iter().take(DROPPED_NAMED) {
            self.item(part);
        }
        if dropped.len() > DROPPED_NAMED {
            self.item(&format!("and {} more", dropped.len() - DROPPED_NAMED));
        }
    }

    fn exclusions(&mut self, exclusions: &[Exclusion]) {
        for exclusion in exclusions {
            let rule = exclusion.rule;
            self.item(&format!("rule {rule}, {}: {}", rule.title(), exclusion.reason));
            self.below(&exclusion.alternative);
        }
    }

    /// "Bambino Gesu Hospital, IT" for an offer; its name alone where it is new.
    fn bed(&self, id: &airbridge_units::OfferId) -> String {
        let offer = self.operation.offers.iter().find(|offer| offer.id == *id);
        let facility = offer.and_then(|offer| {
            let facilities = &self.operation.facilities;
            facilities.iter().find(|facility| facility.id == offer.facility)
        });
        facility.map_or_else(
            || id.to_string(),
            |facility| format!("{id} ({}, {})", facility.name, facility.state),
        )
    }
}

/// "2026-02-11 14:10 UTC".
fn utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// "there 2026-02-11 14:10 UTC, in time".
fn there(admitted: &Admitted) -> String {
    let when = if admitted.on_time { "in time" } else { "late" };
    format!("there {}, {when}", utc(admitted.arrives_at))
}

/// "2 h 10 min", "45 min".
fn span(minutes: i64) -> String {
    match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (days, hours, _) => format!("{days} d {hours} h"),
    }
}
