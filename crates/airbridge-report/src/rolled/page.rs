//! `roll.html`: the replay on one page that opens offline.

use airbridge_progress::RequestState;
use sha2::{Digest as _, Sha256};

use super::{Counts, Rolled, chart, figures};
use crate::markup::{esc, put};
use crate::page::{STYLE, base64};
use crate::times::full_utc;

const OWN_STYLE: &str = include_str!("style.css");

/// The replay's page.
pub fn rolled_html(replay: &Rolled<'_>) -> String {
    let style = format!("{STYLE}{OWN_STYLE}");
    let mut out = String::with_capacity(100_000);
    put!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <meta name=\"referrer\" content=\"no-referrer\" />\n<meta name=\"color-scheme\" content=\"light dark\" />\n\
         <title>Replay of {}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        base64(&Sha256::digest(style.as_bytes())),
        esc(&replay.operation.name),
    );
    header(&mut out, replay);
    out.push_str("<main id=\"main\">\n");
    people(&mut out, replay);
    out.push_str("<section id=\"days\">\n<h2>Day by day</h2>\n");
    chart::write(&mut out, replay.steps);
    steps(&mut out, replay);
    out.push_str("</section>\n</main>\n");
    put!(
        out,
        "<footer><p>Made by airbridge {}. Each step was planned with what was known then, and checked. What happened by chance is synthetic: it says how \
         an operation might go, not how it will.</p></footer>\n</body>\n</html>\n",
        esc(&replay.plan.origin.version)
    );
    out
}

fn header(out: &mut String, replay: &Rolled<'_>) {
    put!(
        out,
        "<header class=\"top\">\n<p class=\"eyebrow\">Airbridge · replay <strong class=\"stamp\">SYNTHETIC – chance</strong></p>\n<h1>{}</h1>\n<dl class=\"facts\">\n",
        esc(&replay.operation.name)
    );
    let ends = (replay.steps.first(), replay.steps.last());
    let (from, to) = match ends {
        (Some(first), Some(last)) => (full_utc(first.at), full_utc(last.at)),
        _ => (String::new(), String::new()),
    };
    for (term, text) in [
        ("From", from),
        ("To", to),
        ("Plans", replay.steps.len().to_string()),
        ("Chance", replay.chance.to_owned()),
        ("Program", format!("airbridge {}", replay.plan.origin.version)),
    ] {
        put!(out, "<div><dt>{term}</dt><dd>{}</dd></div>\n", esc(&text));
    }
    out.push_str("</dl>\n</header>\n");
}

fn people(out: &mut String, replay: &Rolled<'_>) {
    out.push_str(
        "<section id=\"people\">\n<h2>How people were served</h2>\n\
         <div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Waiting by precedence\">\n<table class=\"numbers\">\n\
         <caption>Requests for a hospital; days from the request to the bed of those who arrived, and until now of those who have not</caption>\n\
         <thead><tr><th scope=\"col\">Precedence</th><th scope=\"col\">Requests</th><th scope=\"col\">Arrived</th><th scope=\"col\">On time</th>\
         <th scope=\"col\">On the way</th><th scope=\"col\">Waiting</th><th scope=\"col\">Died</th><th scope=\"col\">Otherwise closed</th>\
         <th scope=\"col\">Days, median</th><th scope=\"col\">Nine of ten</th><th scope=\"col\">Open, median</th><th scope=\"col\">Overdue hours</th></tr></thead>\n<tbody>\n",
    );
    for level in &replay.service.levels {
        let counts = Counts::of(&level.states);
        let died = level.states[RequestState::Died as usize];
        put!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{died}</td><td>{}</td><td>{:.1}</td><td>{:.1}</td><td>{:.1}</td><td>{:.0}</td></tr>\n",
            level.level.code(),
            level.requested,
            counts.arrived,
            level.on_time,
            counts.under_way,
            counts.waiting,
            counts.closed - died,
            level.wait_days.median,
            level.wait_days.p90,
            level.open_days.median,
            level.overdue_hours,
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n<dl class=\"facts list\">\n");
    for (name, value) in figures(replay) {
        put!(out, "<div><dt>{name}</dt><dd>{}</dd></div>\n", esc(&value));
    }
    out.push_str("</dl>\n</section>\n");
}

fn steps(out: &mut String, replay: &Rolled<'_>) {
    out.push_str(
        "<details><summary>All steps as a table</summary>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"All steps\">\n<table>\n<thead><tr>\
         <th scope=\"col\">Planned at</th><th scope=\"col\">Waiting</th><th scope=\"col\">Promised</th><th scope=\"col\">On the way</th><th scope=\"col\">Arrived</th>\
         <th scope=\"col\">Closed</th><th scope=\"col\">Home</th><th scope=\"col\">Empty beds</th><th scope=\"col\">Changed</th><th scope=\"col\">What happened</th></tr></thead>\n<tbody>\n",
    );
    for step in replay.steps {
        let counts = Counts::of(&step.states);
        let promised = step.states[RequestState::Promised as usize];
        let events: Vec<String> = step
            .events
            .iter()
            .map(|(kind, count)| format!("{kind} {count}"))
            .collect();
        let home: u32 = step.returns.iter().sum();
        put!(
            out,
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{promised}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{} of {home}</td><td class=\"n\">{}</td><td class=\"n\">{} of {}</td><td class=\"wide\">{}</td></tr>\n",
            full_utc(step.at),
            counts.waiting - promised,
            counts.under_way,
            counts.arrived,
            counts.closed,
            step.returns[RequestState::Arrived as usize],
            step.idle_beds,
            step.changed.values().sum::<u32>(),
            step.promised,
            esc(&events.join(", ")),
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n</details>\n");
}
