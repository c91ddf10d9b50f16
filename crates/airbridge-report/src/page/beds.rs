//! Beds: what each offer gives, and how many are in use day by day.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::beds::{BedUse, bed_use};
use crate::facts::Facts;
use crate::markup::{esc, put, slug};

/// Days in one table: four weeks fit on a sheet of A4.
const DAYS: usize = 28;

pub(super) fn section(out: &mut String, facts: &Facts<'_>) {
    let offers = bed_use(facts);
    put!(
        out,
        "<section id=\"beds\">\n<h2>Beds <span class=\"count\">{} offers</span></h2>\n",
        offers.len()
    );
    list(out, facts, &offers);
    let days = offers.iter().flat_map(|used| used.in_use.keys());
    if let (Some(&first), Some(&last)) = (days.clone().min(), days.max()) {
        out.push_str(
            "<h3>Beds in use, day by day</h3>\n<p>Patients whom this plan has placed and who are still in their beds; a darker cell is a fuller offer. \
             Days are those of the hospital’s zone. – stands for a day outside the offer.</p>\n",
        );
        let mut from = first;
        while from <= last {
            let to = later(from, DAYS - 1).min(last);
            chunk(out, facts, &offers, from, to);
            let next = later(from, DAYS);
            if next == from {
                break;
            }
            from = next;
        }
    }
    out.push_str("</section>\n");
}

fn later(day: Date, days: usize) -> Date {
    let span: Span = i64::try_from(days).unwrap_or(0).days();
    day.checked_add(span).unwrap_or(day)
}

fn list(out: &mut String, facts: &Facts<'_>, offers: &[BedUse<'_>]) {
    out.push_str(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Bed offers\">\n<table>\n<caption>Bed offers and what the plan takes of them</caption>\n\
         <thead><tr><th scope=\"col\">Hospital</th><th scope=\"col\">State</th><th scope=\"col\">Offer</th><th scope=\"col\">Specialty</th>\
         <th scope=\"col\">Days of arrival</th><th scope=\"col\" class=\"n\">Patients</th><th scope=\"col\" class=\"n\">Most beds in use</th>\
         <th scope=\"col\" class=\"n\">Beds</th><th scope=\"col\">Conditions</th></tr></thead>\n<tbody>\n",
    );
    for used in offers {
        put!(
            out,
            "<tr id=\"offer-{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{} – {}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}{}</td></tr>\n",
            slug(used.offer.id.as_str()),
            esc(&facts.facility_name(&used.offer.facility)),
            used.facility
                .map_or_else(String::new, |facility| esc(facility.state.as_str()).to_string()),
            esc(used.offer.id.as_str()),
            used.offer.specialty,
            facts.clock.day(used.offer.from),
            facts.clock.day(used.offer.to),
            used.placed,
            used.peak(),
            used.offer.beds,
            if used.offer.status == airbridge_model::OfferStatus::Withdrawn {
                "withdrawn "
            } else {
                ""
            },
            esc(&used.offer.conditions),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn chunk(out: &mut String, facts: &Facts<'_>, offers: &[BedUse<'_>], from: Date, to: Date) {
    let days: Vec<Date> = (0..DAYS)
        .map(|index| later(from, index))
        .take_while(|day| *day <= to)
        .collect();
    let used: Vec<&BedUse<'_>> = offers
        .iter()
        .filter(|used| used.in_use.range(from..=to).next().is_some())
        .collect();
    if used.is_empty() {
        return;
    }
    let span = format!("{} to {}", facts.clock.day(from), facts.clock.day(to));
    put!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Beds in use, {span}\">\n<table class=\"heat\">\n<caption>{span}</caption>\n\
         <thead><tr><th scope=\"col\">Offer</th><th scope=\"col\" class=\"n\">Beds</th>"
    );
    for day in &days {
        put!(
            out,
            "<th scope=\"col\">{}<br />{}</th>",
            day.strftime("%-d"),
            day.strftime("%b")
        );
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for used in used {
        put!(
            out,
            "<tr><th scope=\"row\"><span class=\"who\">{}</span> {} {}</th><td class=\"n\">{}</td>",
            esc(&facts.facility_name(&used.offer.facility)),
            esc(used.offer.id.as_str()),
            used.offer.specialty,
            used.offer.beds,
        );
        for day in &days {
            cell(out, used, *day);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn cell(out: &mut String, used: &BedUse<'_>, day: Date) {
    match used.in_use.get(&day) {
        Some(&number) => {
            // Five shades; the last only when every bed is taken.
            let shade = if number >= used.offer.beds {
                5
            } else {
                1 + 4 * number / used.offer.beds.max(1)
            };
            put!(out, "<td class=\"h{shade}\">{number}</td>");
        }
        None if day < used.offer.from || day > used.offer.to => out.push_str("<td>–</td>"),
        None => out.push_str("<td>0</td>"),
    }
}
