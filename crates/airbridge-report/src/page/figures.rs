//! Key figures: what the plan achieves, tier by tier, with the bound beside the first.

use crate::facts::Facts;
use crate::markup::{esc, put};
use crate::numbers::whole;
use crate::tiers;

pub(super) fn section(out: &mut String, facts: &Facts<'_>) {
    let plan = facts.plan;
    let totals = tiers::totals(&plan.measures);
    put!(
        out,
        "<section id=\"figures\">\n<h2>Key figures</h2>\n<div class=\"lead\">\n<p class=\"big\"><b>{}</b> of {} patients\
         <span>in a right bed by their due time</span></p>\n",
        whole(f64::from(totals.on_time)),
        whole(f64::from(totals.patients)),
    );
    bar(out, totals);
    put!(out, "<p class=\"bound\">{}", esc(&tiers::bound(plan)));
    if let Some(binding) = tiers::binding(plan) {
        put!(out, " {}", esc(&binding));
    }
    out.push_str("</p>\n</div>\n");
    levels(out, facts, totals);
    out.push_str("<ul class=\"tiles\">\n");
    for figure in tiers::figures(plan) {
        put!(
            out,
            "<li><h3><span class=\"tier\">Tier {}</span> {}</h3><p class=\"value\">{}</p><p>{}</p></li>\n",
            figure.tier,
            figure.title,
            esc(&figure.value),
            esc(&figure.detail),
        );
    }
    out.push_str("</ul>\n</section>\n");
}

fn bar(out: &mut String, totals: tiers::Totals) {
    let all = f64::from(totals.patients.max(1));
    put!(
        out,
        "<svg class=\"bar\" viewBox=\"0 0 1000 26\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"On time {}, late {}, left out {}\">\
         <rect class=\"none\" width=\"1000\" height=\"26\" />",
        totals.on_time,
        totals.late,
        totals.left_out,
    );
    let on_time = 1000.0 * f64::from(totals.on_time) / all;
    let late = 1000.0 * f64::from(totals.late) / all;
    put!(
        out,
        "<rect class=\"good\" width=\"{on_time:.1}\" height=\"26\" /><rect class=\"late\" x=\"{on_time:.1}\" width=\"{late:.1}\" height=\"26\" /></svg>\n"
    );
}

fn levels(out: &mut String, facts: &Facts<'_>, totals: tiers::Totals) {
    out.push_str(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Patients by precedence\">\n<table class=\"numbers\">\n\
         <caption>Tier 1: patients by precedence</caption>\n<thead><tr><th scope=\"col\">Precedence</th><th scope=\"col\">Patients</th>\
         <th scope=\"col\"><span class=\"key good\"></span>On time</th><th scope=\"col\"><span class=\"key late\"></span>Late</th>\
         <th scope=\"col\"><span class=\"key none\"></span>Left out</th></tr></thead>\n<tbody>\n",
    );
    for level in &facts.plan.measures.levels {
        row(
            out,
            level.level.code(),
            [level.patients, level.on_time, level.late, level.left_out],
        );
    }
    out.push_str("</tbody>\n<tfoot>\n");
    row(
        out,
        "all",
        [totals.patients, totals.on_time, totals.late, totals.left_out],
    );
    out.push_str("</tfoot>\n</table>\n</div>\n");
}

fn row(out: &mut String, name: &str, counts: [u32; 4]) {
    put!(out, "<tr><th scope=\"row\">{name}</th>");
    for count in counts {
        put!(out, "<td>{}</td>", whole(f64::from(count)));
    }
    out.push_str("</tr>\n");
}
