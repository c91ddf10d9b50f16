//! Where all requests are, step by step, as stacked bars.

use airbridge_progress::{RequestState, Snapshot};

use crate::markup::put;
use crate::times::full_utc;

/// From the bottom: what is done, what is under way, what waits.
const LAYERS: [(&str, &str, &[RequestState]); 5] = [
    ("arrived", "in the bed", &[RequestState::Arrived]),
    (
        "closed",
        "died, withdrawn or elsewhere",
        &[RequestState::Died, RequestState::Withdrawn, RequestState::Elsewhere],
    ),
    ("way", "on the way", &[RequestState::OnTheWay, RequestState::Staged]),
    ("promised", "promised", &[RequestState::Promised]),
    ("waiting", "waiting, nothing promised", &[RequestState::Waiting]),
];
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 300.0;

pub(super) fn write(out: &mut String, steps: &[Snapshot]) {
    let most = steps
        .iter()
        .map(|step| step.states.iter().sum::<u32>())
        .max()
        .unwrap_or(0);
    let scale = HEIGHT / f64::from(most.max(1));
    let width = WIDTH / steps.len().max(1) as f64;
    out.push_str("<figure>\n<ul class=\"legend\">");
    for (class, words, _) in LAYERS.iter().rev() {
        put!(out, "<li><span class=\"key {class}\"></span>{words}</li>");
    }
    put!(
        out,
        "</ul>\n<svg class=\"states\" viewBox=\"0 0 1000 300\" preserveAspectRatio=\"none\" role=\"img\" \
         aria-label=\"Requests by state at each step; the table of steps has the figures\">\n"
    );
    for (number, step) in steps.iter().enumerate() {
        let x = width * number as f64;
        let mut top = HEIGHT;
        put!(out, "<g><title>{}", full_utc(step.at));
        for (_, words, states) in LAYERS {
            put!(out, "; {words} {}", count(step, states));
        }
        out.push_str("</title>");
        for (class, _, states) in LAYERS {
            let height = scale * f64::from(count(step, states));
            if height > 0.0 {
                top -= height;
                put!(
                    out,
                    "<rect class=\"{class}\" x=\"{x:.2}\" y=\"{top:.2}\" width=\"{:.2}\" height=\"{height:.2}\" />",
                    width + 0.2
                );
            }
        }
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    if let (Some(first), Some(last)) = (steps.first(), steps.last()) {
        put!(
            out,
            "<figcaption><p>Requests for a hospital known by then, at most {most}. From {} to {}.</p></figcaption>\n",
            full_utc(first.at),
            full_utc(last.at)
        );
    }
    out.push_str("</figure>\n");
}

fn count(step: &Snapshot, states: &[RequestState]) -> u32 {
    states.iter().map(|state| step.states[*state as usize]).sum()
}
