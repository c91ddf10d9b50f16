//! Those left out, by reason, with the rule that excludes each alternative.

use std::collections::BTreeMap;

use airbridge_model::{Exclusion, LeftOut};

use super::manifest::precedence;
use crate::facts::Facts;
use crate::left_out::{groups, sentence};
use crate::markup::{esc, put, slug};
use crate::numbers::{len, patients};

/// With more patients than this the page gives each one's sentence and rules; `left_out.csv` has every alternative.
const MOST_IN_FULL: usize = 1_500;

pub(super) fn section(out: &mut String, facts: &Facts<'_>) {
    let left_out = &facts.plan.left_out;
    put!(
        out,
        "<section id=\"left-out\">\n<h2>Left out <span class=\"count\">{}</span></h2>\n",
        left_out.len()
    );
    if left_out.is_empty() {
        out.push_str("<p>Nobody is left out.</p>\n</section>\n");
        return;
    }
    let in_full = left_out.len() <= MOST_IN_FULL;
    if !in_full {
        out.push_str("<p>The list is long: here with the rules that exclude each patient; <code>left_out.csv</code> has every alternative.</p>\n");
    }
    for group in groups(left_out) {
        let (title, rule) = group.rule.map_or_else(
            || ("No rule named".to_owned(), String::new()),
            |rule| {
                (
                    format!("Rule {}: {}", rule.number(), rule.title()),
                    format!("<p>{}</p>\n", sentence(rule)),
                )
            },
        );
        put!(
            out,
            "<h3>{title} <span class=\"count\">{}</span></h3>\n{rule}",
            patients(len(&group.patients))
        );
        for (summary, concerned) in group.by_sentence() {
            put!(
                out,
                "<div class=\"reason\"><h4>{} <span class=\"count\">{}</span></h4>\n",
                esc(summary),
                patients(len(&concerned))
            );
            for patient in concerned {
                one(out, facts, patient, in_full);
            }
            out.push_str("</div>\n");
        }
    }
    out.push_str("</section>\n");
}

fn one(out: &mut String, facts: &Facts<'_>, left_out: &LeftOut, in_full: bool) {
    let patient = facts.index.patient(&left_out.patient);
    let id = slug(left_out.patient.as_str());
    let about = format!(
        "<b>{}</b> <span>{}</span> <span>{}</span>",
        esc(left_out.patient.as_str()),
        patient.map_or_else(String::new, |patient| esc(&precedence(patient)).to_string()),
        patient.map_or("", |patient| patient.specialty.code()),
    );
    if left_out.exclusions.is_empty() || !in_full {
        let rules: BTreeMap<u8, u32> = left_out
            .exclusions
            .iter()
            .fold(BTreeMap::new(), |mut rules, exclusion| {
                *rules.entry(exclusion.rule.number()).or_default() += 1;
                rules
            });
        let rules: Vec<String> = rules
            .iter()
            .map(|(rule, count)| format!("rule {rule} ×{count}"))
            .collect();
        put!(
            out,
            "<p class=\"patient\" id=\"left-{id}\">{about} {}</p>\n",
            rules.join(", ")
        );
        return;
    }
    put!(
        out,
        "<details class=\"patient\" id=\"left-{id}\"><summary>{about} <span class=\"tag none\">left out</span></summary>\n\
         <div class=\"scroll\"><table class=\"stack\"><caption>What excludes {}</caption><thead><tr><th scope=\"col\">Alternative</th>\
         <th scope=\"col\">Rule</th><th scope=\"col\">Why</th></tr></thead><tbody>\n",
        esc(left_out.patient.as_str()),
    );
    for exclusion in &left_out.exclusions {
        put!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{} {}</td><td>{}</td></tr>\n",
            alternative(exclusion),
            exclusion.rule.number(),
            exclusion.rule.title(),
            esc(&exclusion.reason),
        );
    }
    out.push_str("</tbody></table></div></details>\n");
}

fn alternative(exclusion: &Exclusion) -> String {
    match exclusion.offers.as_slice() {
        [offer] => format!(
            "{} <a href=\"#offer-{}\">({})</a>",
            esc(&exclusion.alternative),
            slug(offer.as_str()),
            esc(offer.as_str())
        ),
        _ => esc(&exclusion.alternative).to_string(),
    }
}
