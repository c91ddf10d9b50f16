//! The plan as text for a terminal: in the columns that it has, no colour.

mod columns;

use airbridge_model::{Operation, Plan};

use crate::beds::bed_use;
use crate::facts::{Facts, riders, route};
use crate::left_out::{groups, sentence};
use crate::markup::{plain, put};
use crate::numbers::{len, patients, whole};
use crate::tiers;
use crate::times::{Clock, full_utc};
use columns::{Align, Table, wrapped};

/// More rows than this are counted, not listed; the report lists them all.
const MAX_ROWS: usize = 60;

/// Patients named for each reason.
const NAMED: usize = 5;

/// Columns of a summary that nobody asked to be narrower: longer lines are hard to read.
pub const WIDEST: usize = 100;

/// Below this many columns nothing is legible, and lines may be longer.
const NARROWEST: usize = 72;

/// Narrower than this, missions are shown without the local time.
const WITH_LOCAL_TIME: usize = 96;

/// A summary by tier, with missions, hospitals, and those left out. Plain text of at most [`WIDEST`] columns.
pub fn summary(operation: &Operation, plan: &Plan) -> String {
    summary_within(operation, plan, WIDEST)
}

/// A summary as [`summary`] gives it, for a terminal with so many columns; it uses 72 to [`WIDEST`] of them.
pub fn summary_within(operation: &Operation, plan: &Plan, columns: usize) -> String {
    let width = within(columns);
    let facts = Facts::new(operation, plan);
    let mut out = String::new();
    heading(&mut out, width, &facts);
    first_tier(&mut out, width, plan);
    other_tiers(&mut out, width, plan);
    missions(&mut out, width, &facts);
    hospitals(&mut out, width, &facts);
    left_out(&mut out, width, &facts);
    out
}

/// The columns used of those that there are.
pub(crate) fn within(columns: usize) -> usize {
    columns.clamp(NARROWEST, WIDEST)
}

/// A paragraph of plain text in so many columns (72 to [`WIDEST`]), the first line and the others begun as said. What comes from the tables
/// is made harmless for a terminal.
pub fn paragraph(text: &str, columns: usize, first: &str, rest: &str) -> String {
    let mut out = String::new();
    wrapped(&mut out, within(columns), &plain(text), first, rest);
    out
}

fn heading(out: &mut String, width: usize, facts: &Facts<'_>) {
    let origin = &facts.plan.origin;
    wrapped(
        out,
        width,
        &format!("Plan for {}", plain(&facts.operation.name)),
        "",
        "  ",
    );
    put!(
        out,
        "{} to {} · seed {} · airbridge {}\n",
        full_utc(facts.operation.horizon.from),
        full_utc(facts.operation.horizon.to),
        origin.seed,
        plain(&origin.version),
    );
    if origin.operation_digest != facts.operation.digest {
        out.push_str("Note: the plan was made from another state of the operation's tables.\n");
    }
}

pub(crate) fn first_tier(out: &mut String, width: usize, plan: &Plan) {
    let totals = tiers::totals(&plan.measures);
    put!(
        out,
        "\n1  In a right bed by the due time: {} of {}\n",
        whole(f64::from(totals.on_time)),
        patients(totals.patients),
    );
    wrapped(out, width, &tiers::bound(plan), "   ", "   ");
    if let Some(binding) = tiers::binding(plan) {
        wrapped(out, width, &plain(&binding), "   ", "   ");
    }
    let mut table = Table::new(&[
        ("", Align::Left, 10),
        ("patients", Align::Right, 9),
        ("on time", Align::Right, 9),
        ("late", Align::Right, 9),
        ("left out", Align::Right, 9),
    ]);
    let mut row = |name: &str, counts: [u32; 4]| {
        let [a, b, c, d] = counts.map(|count| whole(f64::from(count)));
        table.row([name.to_owned(), a, b, c, d].into());
    };
    for level in &plan.measures.levels {
        row(
            level.level.code(),
            [level.patients, level.on_time, level.late, level.left_out],
        );
    }
    row("all", [totals.patients, totals.on_time, totals.late, totals.left_out]);
    table.write(out, "   ", width);
}

pub(crate) fn other_tiers(out: &mut String, width: usize, plan: &Plan) {
    out.push('\n');
    for figure in tiers::figures(plan) {
        wrapped(
            out,
            width,
            &format!("{}: {} ({})", figure.title, figure.value, figure.detail),
            &format!("{}  ", figure.tier),
            "   ",
        );
    }
}

fn missions(out: &mut String, width: usize, facts: &Facts<'_>) {
    let missions = &facts.plan.missions;
    put!(out, "\nMissions: {}\n", whole(missions.len() as f64));
    if missions.is_empty() {
        out.push_str("   Nothing flies.\n");
        return;
    }
    let with_local = width >= WITH_LOCAL_TIME;
    let mut columns = vec![
        ("mission", Align::Left, 12),
        ("aircraft", Align::Left, 12),
        ("cabin", Align::Left, 14),
        ("route", Align::Left, 40),
        ("off-block UTC", Align::Left, 21),
    ];
    columns.extend(with_local.then_some(("local", Align::Left, 16)));
    columns.push(("patients", Align::Right, 8));
    let mut table = Table::new(&columns);
    for mission in missions.iter().take(MAX_ROWS) {
        let (utc, local) = mission.legs.first().map_or_else(Default::default, |leg| {
            let zone = facts.field_zone(&leg.from);
            (
                facts.clock.utc(leg.off_block_at),
                Clock::local_hour(leg.off_block_at, &zone),
            )
        });
        let mut cells = vec![
            mission.id.to_string(),
            mission.aircraft.to_string(),
            mission.configuration.to_string(),
            route(mission),
            utc,
        ];
        cells.extend(with_local.then_some(local));
        cells.push(whole(riders(mission).len() as f64));
        table.row(cells);
    }
    table.write(out, "   ", width);
    more(out, missions.len());
}

fn hospitals(out: &mut String, width: usize, facts: &Facts<'_>) {
    let mut rows: Vec<(String, String, u32, u32, u32)> = Vec::new();
    for used in bed_use(facts) {
        let name = facts.facility_name(&used.offer.facility);
        let state = used
            .facility
            .map_or_else(String::new, |facility| facility.state.to_string());
        match rows.last_mut().filter(|row| row.0 == name && row.1 == state) {
            Some(row) => {
                row.2 += used.placed;
                row.3 += used.peak();
                row.4 += used.offer.beds;
            }
            None => rows.push((name, state, used.placed, used.peak(), used.offer.beds)),
        }
    }
    out.push_str("\nHospitals\n");
    let mut table = Table::new(&[
        ("hospital", Align::Left, 48),
        ("state", Align::Left, 5),
        ("patients", Align::Right, 9),
        ("beds used", Align::Right, 10),
        ("of offered", Align::Right, 10),
    ]);
    for (name, state, placed, peak, beds) in rows.iter().take(MAX_ROWS) {
        table.row(vec![
            name.clone(),
            state.clone(),
            whole(f64::from(*placed)),
            whole(f64::from(*peak)),
            whole(f64::from(*beds)),
        ]);
    }
    table.write(out, "   ", width);
    more(out, rows.len());
    wrapped(
        out,
        width,
        "(beds used: on the fullest day of each offer, summed over the hospital's offers)",
        "   ",
        "   ",
    );
}

fn left_out(out: &mut String, width: usize, facts: &Facts<'_>) {
    let left_out = &facts.plan.left_out;
    if left_out.is_empty() {
        out.push_str("\nNobody is left out.\n");
        return;
    }
    put!(out, "\nLeft out: {}\n", patients(len(left_out)));
    for group in groups(left_out) {
        let head = group.rule.map_or_else(
            || "No rule named.".to_owned(),
            |rule| format!("Rule {}, {}: {}", rule.number(), rule.title(), sentence(rule)),
        );
        wrapped(
            out,
            width,
            &format!("{} – {head}", patients(len(&group.patients))),
            "   ",
            "     ",
        );
        let sentences = group.by_sentence();
        for (summary, concerned) in sentences.iter().take(NAMED) {
            let ids: Vec<&str> = concerned
                .iter()
                .take(NAMED)
                .map(|patient| patient.patient.as_str())
                .collect();
            let others = concerned.len().saturating_sub(NAMED);
            let others = if others == 0 {
                String::new()
            } else {
                format!(" and {} more", whole(others as f64))
            };
            wrapped(
                out,
                width,
                &plain(&format!("{}{others}: {summary}", ids.join(", "))),
                "     · ",
                "       ",
            );
        }
        let rest: usize = sentences.iter().skip(NAMED).map(|(_, concerned)| concerned.len()).sum();
        if rest > 0 {
            put!(out, "     · and {} more for other reasons\n", whole(rest as f64));
        }
    }
}

fn more(out: &mut String, rows: usize) {
    if rows > MAX_ROWS {
        put!(
            out,
            "   … and {} more, see the report\n",
            whole((rows - MAX_ROWS) as f64)
        );
    }
}
