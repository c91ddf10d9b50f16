//! The map: outlines, every leg, airfield and hospital, with labels that keep out of each other's way.

mod basemap;
mod labels;
mod places;
mod projection;

use std::collections::BTreeMap;

use airbridge_geo::Track;
use airbridge_units::{AirfieldId, MissionId, Position};

use crate::facts::{Facts, on_board};
use crate::markup::{esc, put, slug};
use crate::numbers::count;
use labels::Labels;
use places::{Kind, Place};
use projection::View;

/// Legs between the same two airfields, drawn as one line.
struct Line<'a> {
    from: &'a AirfieldId,
    to: &'a AirfieldId,
    track: Track,
    missions: Vec<&'a MissionId>,
    patients: u32,
}

pub(super) fn section(out: &mut String, facts: &Facts<'_>) {
    out.push_str("<section id=\"map\">\n<h2>Map</h2>\n");
    let places = places::places(facts);
    let lines = lines(facts);
    let extent: Vec<Position> = places
        .iter()
        .map(|place| place.position)
        .chain(lines.iter().flat_map(|line| line.track.samples(200.0)))
        .collect();
    let Some(view) = View::fitted(&extent) else {
        out.push_str("<p>The operation has no places.</p>\n</section>\n");
        return;
    };
    put!(
        out,
        "<figure>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Map\">\n<svg class=\"map\" width=\"{:.0}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
         aria-labelledby=\"map-title map-desc\">\n<title id=\"map-title\">Map of the plan</title>\n<desc id=\"map-desc\">{}, {} and {}. \
         The tables of missions and beds below give the same in words.</desc>\n<rect class=\"sea\" width=\"{w}\" height=\"{h}\" />\n",
        view.width() * 1.18,
        count(to_u32(lines.len()), "route", "routes"),
        count(
            to_u32(places.iter().filter(|place| place.kind == Kind::Airfield).count()),
            "airfield",
            "airfields"
        ),
        count(
            to_u32(places.iter().filter(|place| place.kind != Kind::Airfield).count()),
            "facility",
            "facilities"
        ),
        w = view.width(),
        h = view.height(),
    );
    basemap::draw(out, &view);
    let mut labels = Labels::new(&view);
    for line in &lines {
        draw_line(out, facts, &view, line, &mut labels);
    }
    let marks: Vec<(&Place, (f64, f64))> = places
        .iter()
        .map(|place| (place, view.project(place.position)))
        .collect();
    for (place, at) in &marks {
        draw_mark(out, place, *at);
    }
    labels.write(out, &marks);
    out.push_str("</svg>\n</div>\n<figcaption>\n");
    legend(out);
    out.push_str(
        "<p>Great circles, or the routes that the operation prescribes. Outlines: Natural Earth, simplified; contested lines are dashed. \
         Boundaries and names do not imply official endorsement or acceptance by anyone.</p>\n</figcaption>\n</figure>\n</section>\n",
    );
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn lines<'a>(facts: &Facts<'a>) -> Vec<Line<'a>> {
    let mut lines: BTreeMap<(&AirfieldId, &AirfieldId), Line<'a>> = BTreeMap::new();
    for mission in &facts.plan.missions {
        for (leg, on_board) in mission.legs.iter().zip(on_board(mission)) {
            let Some(track) = facts.track(leg) else { continue };
            let line = lines.entry((&leg.from, &leg.to)).or_insert_with(|| Line {
                from: &leg.from,
                to: &leg.to,
                track,
                missions: Vec::new(),
                patients: 0,
            });
            line.missions.push(&mission.id);
            line.patients = line.patients.saturating_add(on_board);
        }
    }
    // Those with patients on top.
    let mut lines: Vec<_> = lines.into_values().collect();
    lines.sort_by_key(|line| line.patients > 0);
    lines
}

/// Most missions named in a line's title.
const NAMED: usize = 12;

fn draw_line(out: &mut String, facts: &Facts<'_>, view: &View, line: &Line<'_>, labels: &mut Labels) {
    let points: Vec<(f64, f64)> = line
        .track
        .samples(100.0)
        .into_iter()
        .map(|position| view.project(position))
        .collect();
    // Out and back beside each other: each line bends a little to its right.
    let points = bent(&points);
    labels.keep_clear(&points);
    let missions: Vec<&str> = line.missions.iter().take(NAMED).map(|id| id.as_str()).collect();
    let others = line.missions.len().saturating_sub(NAMED);
    let flights = count(to_u32(line.missions.len()), "flight", "flights");
    let title = format!(
        "{} to {}: {flights}, {} on board in all; {}{}",
        facts.field_name(line.from),
        facts.field_name(line.to),
        crate::numbers::patients(line.patients),
        missions.join(", "),
        if others > 0 {
            format!(" and {others} more")
        } else {
            String::new()
        },
    );
    let class = if line.patients > 0 { "leg" } else { "leg empty" };
    let width = (1.4 + 0.9 * (line.missions.len() as f64).ln()).min(5.0);
    put!(
        out,
        "<a href=\"#mission-{}\"><title>{}</title><path class=\"{class}\" stroke-width=\"{width:.1}\" d=\"",
        slug(line.missions[0].as_str()),
        esc(&title),
    );
    for (index, (x, y)) in points.iter().enumerate() {
        put!(out, "{}{x:.1} {y:.1}", if index == 0 { 'M' } else { 'L' });
    }
    out.push_str("\" />");
    arrow(out, &points, class);
    out.push_str("</a>\n");
    if line.missions.len() > 1 {
        labels.note(&points, &format!("×{}", line.missions.len()));
    }
}

/// Bends a line to its right by a share of its length, most in the middle.
fn bent(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let (Some(&(x0, y0)), Some(&(x1, y1))) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx.hypot(dy).max(1.0);
    let most = (length * 0.02).clamp(3.0, 9.0);
    let last = (points.len() - 1).max(1) as f64;
    points
        .iter()
        .enumerate()
        .map(|(index, (x, y))| {
            let share = (std::f64::consts::PI * index as f64 / last).sin() * most;
            (x - dy / length * share, y + dx / length * share)
        })
        .collect()
}

/// An arrow head a little past the middle, so that the heads of out and back do not meet.
fn arrow(out: &mut String, points: &[(f64, f64)], class: &str) {
    let middle = points.len() * 11 / 20;
    let (Some(&(x0, y0)), Some(&(x1, y1))) = (points.get(middle.saturating_sub(1)), points.get(middle)) else {
        return;
    };
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx.hypot(dy);
    if length < 0.5 {
        return;
    }
    let (ux, uy) = (dx / length, dy / length);
    let corner = |along: f64, aside: f64| (x1 + ux * along - uy * aside, y1 + uy * along + ux * aside);
    let (tip, left, right) = (corner(5.0, 0.0), corner(-4.0, 4.0), corner(-4.0, -4.0));
    put!(
        out,
        "<path class=\"{class} head\" d=\"M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z\" />",
        tip.0,
        tip.1,
        left.0,
        left.1,
        right.0,
        right.1
    );
}

fn draw_mark(out: &mut String, place: &Place, (x, y): (f64, f64)) {
    put!(
        out,
        "<g class=\"{}\"><title>{}</title>",
        place.kind.class(),
        esc(&place.title)
    );
    shape(out, place.kind, x, y);
    out.push_str("</g>\n");
}

/// Airfields are rings, hospitals crosses, staging diamonds, collecting points squares: shape tells, not colour alone.
fn shape(out: &mut String, kind: Kind, x: f64, y: f64) {
    match kind {
        Kind::Airfield => put!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" />"),
        Kind::Hospital => put!(
            out,
            "<path d=\"M{:.1} {:.1}h4v4h4v4h-4v4h-4v-4h-4v-4h4z\" />",
            x - 2.0,
            y - 6.0
        ),
        Kind::Staging => put!(out, "<path d=\"M{x:.1} {:.1}l6 6l-6 6l-6 -6z\" />", y - 6.0),
        Kind::Origin => put!(
            out,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"8\" height=\"8\" />",
            x - 4.0,
            y - 4.0
        ),
    }
}

fn legend(out: &mut String) {
    out.push_str("<ul class=\"legend\">\n");
    for (kind, words) in [
        (Kind::Origin, "where patients are"),
        (Kind::Airfield, "airfield"),
        (Kind::Staging, "staging"),
        (Kind::Hospital, "hospital"),
    ] {
        put!(
            out,
            "<li><svg width=\"18\" height=\"16\" viewBox=\"0 0 18 16\" aria-hidden=\"true\"><g class=\"{}\">",
            kind.class()
        );
        shape(out, kind, 9.0, 8.0);
        put!(out, "</g></svg>{words}</li>\n");
    }
    for (class, words) in [("leg", "leg with patients"), ("leg empty", "leg without patients")] {
        put!(
            out,
            "<li><svg width=\"30\" height=\"16\" viewBox=\"0 0 30 16\" aria-hidden=\"true\"><path class=\"{class}\" stroke-width=\"2\" d=\"M1 8H29\" /></svg>{words}</li>\n"
        );
    }
    out.push_str("<li>×3: three flights, thicker line</li>\n</ul>\n");
}
