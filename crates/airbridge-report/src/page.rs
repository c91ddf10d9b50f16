//! `report.html`: one page that opens offline, for reading and for printing.
//!
//! The markup is also well-formed XML, so that any parser can check it. Nothing is loaded from anywhere: a content security
//! policy allows the page's own style and script by their hashes, and nothing else. Without the script all is there; the
//! script filters patients and opens what a link points into. There are no style attributes: the policy would stop them.

mod beds;
mod changes;
mod figures;
mod glossary;
mod itinerary;
mod left_out;
mod manifest;
mod map;
mod timeline;

use airbridge_interchange::plan_file;
use airbridge_model::{Operation, Plan};
use airbridge_progress::Diff;
use sha2::{Digest as _, Sha256};

use crate::facts::Facts;
use crate::markup::{esc, put, slug};
use crate::times::full_utc;

pub(crate) const STYLE: &str = include_str!("page/style.css");
const SCRIPT: &str = include_str!("page/script.js");

/// The report page. It names the plan by the digest of its file.
pub fn html(operation: &Operation, plan: &Plan) -> String {
    page(operation, plan, None)
}

/// The same with what the plan changes of the one before.
pub fn html_with_changes(operation: &Operation, plan: &Plan, diff: &Diff) -> String {
    page(operation, plan, Some(diff))
}

fn page(operation: &Operation, plan: &Plan, diff: Option<&Diff>) -> String {
    let facts = Facts::new(operation, plan);
    // Thrice the size of a usual row for each patient, so that the text grows in one go.
    let mut out = String::with_capacity(200_000 + 3_000 * operation.patients.len());
    put!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; \
         script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\" />\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <meta name=\"referrer\" content=\"no-referrer\" />\n\
         <meta name=\"color-scheme\" content=\"light dark\" />\n\
         <title>Plan for {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        base64(&Sha256::digest(STYLE.as_bytes())),
        base64(&Sha256::digest(SCRIPT.as_bytes())),
        esc(&operation.name),
    );
    out.push_str("<a class=\"skip\" href=\"#main\">Skip to the plan</a>\n");
    header(&mut out, &facts, &plan_file::digest(plan), diff.is_some());
    out.push_str("<main id=\"main\">\n");
    if let Some(diff) = diff {
        changes::section(&mut out, &facts, diff);
    }
    figures::section(&mut out, &facts);
    map::section(&mut out, &facts);
    timeline::section(&mut out, &facts);
    manifest::section(&mut out, &facts);
    itinerary::section(&mut out, &facts);
    left_out::section(&mut out, &facts);
    beds::section(&mut out, &facts);
    glossary::section(&mut out);
    out.push_str("</main>\n");
    footer(&mut out, &facts);
    put!(out, "<script>{SCRIPT}</script>\n</body>\n</html>\n");
    out
}

fn header(out: &mut String, facts: &Facts<'_>, plan_digest: &str, with_changes: bool) {
    let operation = facts.operation;
    let origin = &facts.plan.origin;
    let synthetic = operation.name.to_lowercase().contains("synthetic");
    put!(
        out,
        "<header class=\"top\">\n<p class=\"eyebrow\">Airbridge · evacuation plan{}</p>\n<h1>{}</h1>\n",
        if synthetic {
            " <strong class=\"stamp\">SYNTHETIC – no real patients</strong>"
        } else {
            ""
        },
        esc(&operation.name),
    );
    out.push_str("<dl class=\"facts\">\n");
    let short = |digest: &str| digest.chars().take(16).collect::<String>();
    for (term, text) in [
        ("From", full_utc(operation.horizon.from)),
        ("To", full_utc(operation.horizon.to)),
        ("As known at", full_utc(operation.planned_at)),
        ("Seed", origin.seed.to_string()),
        ("Program", format!("airbridge {}", origin.version)),
    ] {
        put!(out, "<div><dt>{term}</dt><dd>{}</dd></div>\n", esc(&text));
    }
    for (term, digest) in [("Plan digest", plan_digest), ("Operation digest", &*operation.digest)] {
        put!(
            out,
            "<div><dt>{term}</dt><dd><abbr class=\"digest\" title=\"SHA-256 {}\">{}</abbr></dd></div>\n",
            esc(digest),
            esc(&short(digest)),
        );
    }
    out.push_str("</dl>\n");
    if origin.operation_digest != operation.digest {
        out.push_str(
            "<p class=\"warn\"><strong>Note:</strong> the plan was made from another state of the operation’s tables.</p>\n",
        );
    }
    out.push_str("</header>\n<nav class=\"contents\" aria-label=\"Contents\"><ul>");
    if with_changes {
        out.push_str("<li><a href=\"#changes\">Changes</a></li>");
    }
    for (anchor, title) in [
        ("figures", "Key figures"),
        ("map", "Map"),
        ("timeline", "Timeline"),
        ("missions", "Missions"),
        ("patients", "Patients"),
        ("left-out", "Left out"),
        ("beds", "Beds"),
        ("glossary", "Glossary"),
    ] {
        put!(out, "<li><a href=\"#{anchor}\">{title}</a></li>");
    }
    out.push_str("</ul></nav>\n");
}

fn footer(out: &mut String, facts: &Facts<'_>) {
    put!(
        out,
        "<footer><p>Made by airbridge {} from the operation and plan named above. Times are cut to the minute; each shows its zone, \
         or stands under a heading that does. The plan was made to be decided upon by people: nothing in it is an order, a clearance \
         or medical advice. It speaks of patients by pseudonym; handle it as confidential.</p></footer>\n",
        esc(&facts.plan.origin.version),
    );
}

/// A link to a patient: to the itinerary or, for those left out, to the reasons.
fn patient_link(facts: &Facts<'_>, patient: &airbridge_units::PatientId) -> String {
    let to = if facts.journey(patient).is_some() {
        "patient"
    } else {
        "left"
    };
    format!(
        "<a href=\"#{to}-{}\">{}</a>",
        slug(patient.as_str()),
        esc(patient.as_str())
    )
}

/// A link to a mission.
fn mission_link(mission: &airbridge_units::MissionId) -> String {
    format!(
        "<a href=\"#mission-{}\">{}</a>",
        slug(mission.as_str()),
        esc(mission.as_str())
    )
}

/// A link to the hospital behind an offer, in the section of beds.
fn receiver_link(facts: &Facts<'_>, offer: &airbridge_units::OfferId) -> String {
    format!(
        "<a href=\"#offer-{}\">{}</a>",
        slug(offer.as_str()),
        esc(&facts.receiver_name(offer))
    )
}

/// Base64 with padding (RFC 4648, section 4), for the hashes of the content security policy.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |group, &byte| group << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for position in 0..4 {
            if position <= chunk.len() {
                let index = group >> (18 - 6 * position) & 63;
                text.push(char::from(ALPHABET[index as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_the_standard() {
        // RFC 4648, section 10.
        for (text, code) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), code);
        }
    }

    #[test]
    fn style_and_script_are_fit_for_html_and_xml() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains(['<', '&', '\r']), "would need escaping in XML");
            assert!(!text.contains("http") && !text.contains("url(") && !text.contains("@import"));
        }
    }
}
