//! The plan as text for a terminal: at most 100 columns, no colour.

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

/// A summary by tier, with missions, hospitals, and those left out. Plain text of at most 100 columns.
pub fn summary(operation: &Operation, plan: &Plan) -> String {
    let facts = Facts::new(operation, plan);
    let mut out = String::new();
    heading(&mut out, &facts);
    first_tier(&mut out, plan);
    other_tiers(&mut out, plan);
    missions(&mut out, &facts);
    hospitals(&mut out, &facts);
    left_out(&mut out, &facts);
    out
}

fn heading(out: &mut String, facts: &Facts<'_>) {
    let origin = &facts.plan.origin;
    wrapped(out, &format!("Plan for {}", plain(&facts.operation.name)), "", "  ");
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

fn first_tier(out: &mut String, plan: &Plan) {
    let totals = tiers::totals(&plan.measures);
    put!(
        out,
        "\n1  In a right bed by the due time: {} of {}\n",
        whole(f64::from(totals.on_time)),
        patients(totals.patients),
    );
    wrapped(out, &tiers::bound(plan), "   ", "   ");
    if let Some(binding) = tiers::binding(plan) {
        wrapped(out, &plain(&binding), "   ", "   ");
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
    table.write(out, "   ");
}

fn other_tiers(out: &mut String, plan: &Plan) {
    out.push('\n');
    for figure in tiers::figures(plan) {
        wrapped(
            out,
            &format!("{}: {} ({})", figure.title, figure.value, figure.detail),
            &format!("{}  ", figure.tier),
            "   ",
        );
    }
}

fn missions(out: &mut String, facts: &Facts<'_>) {
    let missions = &facts.plan.missions;
    put!(out, "\nMissions: {}\n", whole(missions.len() as f64));
    if missions.is_empty() {
        out.push_str("   Nothing flies.\n");
        return;
    }
    let mut table = Table::new(&[
        ("mission", Align::Left, 12),
        ("aircraft", Align::Left, 12),
        ("cabin", Align::Left, 14),
        ("route", Align::Left, 40),
        ("off-block UTC", Align::Left, 20),
        ("local", Align::Left, 16),
        ("patients", Align::Right, 8),
    ]);
    for mission in missions.iter().take(MAX_ROWS) {
        let (utc, local) = mission.legs.first().map_or_else(Default::default, |leg| {
            let zone = facts.field_zone(&leg.from);
            (
                facts.clock.utc(leg.off_block_at),
                Clock::local_hour(leg.off_block_at, &zone),
            )
        });
        table.row(vec![
            mission.id.to_string(),
            mission.aircraft.to_string(),
            mission.configuration.to_string(),
            route(mission),
            utc,
            local,
            whole(riders(mission).len() as f64),
        ]);
    }
    table.write(out, "   ");
    more(out, missions.len());
}

fn hospitals(out: &mut String, facts: &Facts<'_>) {
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
    table.write(out, "   ");
    more(out, rows.len());
    out.push_str("   (beds used: on the fullest day of each offer, summed over the hospital's offers)\n");
}

fn left_out(out: &mut String, facts: &Facts<'_>) {
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
