//! The timeline: aircraft, crews and staging beds over time, in UTC.
//!
//! A short plan is one drawing. A long one is cut into weeks, each drawing wide enough to read; weeks in which nothing
//! happens are passed over. The same facts stand in the tables of missions and patients.
//!
//! Where the plan replaces one that was under way, missions that fly otherwise are drawn as they were, too, below the new ones; what has happened is shaded.

mod axis;
mod before;
mod rows;

use airbridge_model::Plan;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::duties::duties;
use crate::facts::Facts;
use crate::markup::put;
use crate::staging::occupancy;
use crate::times::full_utc;
use axis::Axis;
use before::Before;

/// A plan that lasts no longer is drawn in one piece.
const ONE_PIECE_HOURS: i64 = 84;

pub(super) fn section(out: &mut String, facts: &Facts<'_>) {
    out.push_str("<section id=\"timeline\">\n<h2>Timeline</h2>\n");
    let before = Before::of(facts);
    let promised = before.as_ref().and_then(|before| extent(before.plan()));
    let Some((from, to)) = extent(facts.plan).into_iter().chain(promised).reduce(around) else {
        out.push_str("<p>Nothing flies.</p>\n</section>\n");
        return;
    };
    legend(out, before.is_some());
    let crews = duties(facts);
    let staging = occupancy(facts);
    let windows = windows(from, to);
    let several = windows.len() > 1;
    for (index, (from, to)) in windows.into_iter().enumerate() {
        let axis = Axis::new(from, to);
        let mut drawing = rows::Drawing::new(&axis, before.as_ref());
        drawing.aircraft(facts);
        drawing.crews(&crews);
        if drawing.is_empty() && several {
            continue;
        }
        drawing.staging(facts, &staging);
        let title = if several {
            format!("Week from {}", from.to_zoned(TimeZone::UTC).strftime("%A %-d %B %Y"))
        } else {
            format!("{} to {}", full_utc(from), full_utc(to))
        };
        if several {
            put!(out, "<h3>{title}</h3>\n");
        }
        put!(
            out,
            "<div class=\"scroll week\" role=\"region\" tabindex=\"0\" aria-label=\"Timeline, {title}\">\n\
             <svg class=\"time\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"time-{index}\">\n\
             <title id=\"time-{index}\">Aircraft, crews and staging, {title}; the tables of missions give the same in words{}</title>\n",
            axis::WIDTH,
            drawing.height() + if before.is_some() { FOOT } else { 0.0 },
            if before.is_some() {
                ", the table below what they were before"
            } else {
                ""
            },
        );
        if let Some(before) = &before {
            axis.draw_now(out, before.now, drawing.height() + FOOT);
        }
        axis.draw(out, drawing.height());
        drawing.write(out);
        out.push_str("</svg>\n</div>\n");
    }
    if let Some(before) = &before {
        before.words(out, facts);
    }
    out.push_str("</section>\n");
}

/// Room below the rows for the name of the line between what has happened and what is planned.
const FOOT: f64 = 14.0;

/// From the begin of the earlier to the end of the later.
fn around(a: (Timestamp, Timestamp), b: (Timestamp, Timestamp)) -> (Timestamp, Timestamp) {
    (a.0.min(b.0), a.1.max(b.1))
}

/// From the first to the last thing that happens.
fn extent(plan: &Plan) -> Option<(Timestamp, Timestamp)> {
    let legs = plan
        .missions
        .iter()
        .flat_map(|mission| &mission.legs)
        .flat_map(|leg| [leg.off_block_at, leg.on_block_at]);
    let steps = plan
        .journeys
        .iter()
        .flat_map(|journey| &journey.steps)
        .flat_map(|step| <[_; 2]>::from(step.span()));
    let instants = legs.chain(steps);
    Some((instants.clone().min()?, instants.max()?))
}

/// Most drawings: a plan that claims to last longer is cut off here rather than fill the page with axes.
const MOST_WINDOWS: usize = 200;

fn windows(from: Timestamp, to: Timestamp) -> Vec<(Timestamp, Timestamp)> {
    let later = |at: Timestamp, hours: i64| at.checked_add(SignedDuration::from_hours(hours)).unwrap_or(at);
    // Reports lie before the first leg, debriefings after the last.
    let (from, to) = (later(from, -2), later(to, 2));
    let hour = |at: Timestamp| Timestamp::from_second(at.as_second().div_euclid(3600) * 3600).unwrap_or(at);
    if to.as_second() - from.as_second() <= ONE_PIECE_HOURS * 3600 {
        return vec![(hour(from), later(hour(to), 1))];
    }
    let day = from.to_zoned(TimeZone::UTC).date();
    let back = i64::from(day.weekday().to_monday_zero_offset());
    let monday = day.checked_sub(back.days()).unwrap_or(day);
    let mut at = monday
        .to_zoned(TimeZone::UTC)
        .map_or(from, |midnight| midnight.timestamp());
    let mut windows = Vec::new();
    while at < to && windows.len() < MOST_WINDOWS {
        let next = later(at, 7 * 24);
        if next == at {
            break;
        }
        windows.push((at, next));
        at = next;
    }
    windows
}

/// What is drawn where the plan replaces one that was under way.
const ANEW: [(&str, &str); 4] = [
    (
        "<g class=\"before\"><rect class=\"outline\" x=\"1\" y=\"2\" width=\"28\" height=\"11\" /><path class=\"hatch\" d=\"M6 2H24V13H6ZM6 13l11 -11M12 13l11 -11\" /></g>",
        "as promised before, where it is otherwise now",
    ),
    (
        "<g class=\"before gone\"><rect class=\"outline\" x=\"1\" y=\"2\" width=\"28\" height=\"11\" /><path class=\"hatch\" d=\"M6 2H24V13H6ZM6 13l11 -11M12 13l11 -11\" /></g>",
        "promised before, does not take place",
    ),
    ("<path class=\"turn\" d=\"M10 4h10l-5 7Z\" />", "turned in the air"),
    (
        "<rect class=\"past\" x=\"1\" y=\"0\" width=\"14\" height=\"16\" /><path class=\"now\" d=\"M15 0V16\" />",
        "what has happened, and now",
    ),
];

fn legend(out: &mut String, anew: bool) {
    out.push_str("<ul class=\"legend\">\n");
    let always = [
        (
            "<rect class=\"mission\" x=\"1\" y=\"3\" width=\"28\" height=\"10\" />",
            "mission, on the ground",
        ),
        (
            "<rect class=\"fly\" x=\"1\" y=\"2\" width=\"28\" height=\"12\" />",
            "leg with patients",
        ),
        (
            "<rect class=\"fly empty\" x=\"1\" y=\"2\" width=\"28\" height=\"12\" />",
            "leg without patients",
        ),
        (
            "<rect class=\"duty\" x=\"1\" y=\"3\" width=\"28\" height=\"10\" />",
            "crew on duty, from report to end of duty",
        ),
        ("<path class=\"rest\" d=\"M1 8H29\" />", "least rest after it"),
        (
            "<path class=\"stay\" d=\"M1 14V8H12V4H22V10H29V14Z\" />",
            "patients in staging",
        ),
        ("<path class=\"capacity\" d=\"M1 8H29\" />", "staging places"),
    ];
    for (shape, words) in always.iter().chain(ANEW.iter().filter(|_| anew)) {
        put!(
            out,
            "<li><svg class=\"time\" width=\"30\" height=\"16\" viewBox=\"0 0 30 16\" aria-hidden=\"true\">{shape}</svg>{words}</li>\n"
        );
    }
    out.push_str("</ul>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("valid")
    }

    #[test]
    fn short_plans_are_one_piece_and_long_ones_weeks() {
        let short = windows(at("2017-02-01T06:30:00Z"), at("2017-02-02T18:10:00Z"));
        assert_eq!(short, [(at("2017-02-01T04:00:00Z"), at("2017-02-02T21:00:00Z"))]);
        let long = windows(at("2017-02-01T06:30:00Z"), at("2017-02-20T18:00:00Z"));
        assert_eq!(long.len(), 4);
        assert_eq!(long[0].0, at("2017-01-30T00:00:00Z"), "a Monday");
        assert!(long.windows(2).all(|pair| pair[0].1 == pair[1].0));
    }
}
