//! The words of the page, for those who read it for the first time.

use crate::markup::put;

const TERMS: &[(&str, &str)] = &[
    (
        "Bed offer",
        "A hospital’s promise of beds of one specialty over some days.",
    ),
    (
        "Block time",
        "From off-block, when the aircraft leaves its stand, to on-block, when it comes to the next one.",
    ),
    (
        "Bound",
        "A number that no plan can exceed, found by leaving some rules aside. The best plan may lie below it.",
    ),
    (
        "Cabin altitude",
        "The height whose air pressure the cabin has. A patient’s limit binds everyone on board.",
    ),
    (
        "Clearance",
        "A state’s permission to land or to overfly. Not granted means not flown.",
    ),
    (
        "Configuration",
        "How the cabin is fitted: litters, seats, intensive-care stations, isolation.",
    ),
    (
        "Due time",
        "When the patient should be in a right bed: the start of the clock plus the target of the precedence.",
    ),
    ("Journey", "A patient’s whole way, from door to door."),
    ("Leg", "One take-off and one landing."),
    ("Mission", "One aircraft from its base and back, with its crews."),
    (
        "Precedence",
        "How urgent a patient is: urgent, priority, routine. The referrer’s own code stays beside it.",
    ),
    (
        "Right bed",
        "A bed on offer, of a specialty that the patient needs, in a state that the patient consents to.",
    ),
    ("Staging", "A place where patients wait between two aircraft."),
    (
        "UTC",
        "The time of the zero meridian, used by aviation. Local times show their distance from it: 08:00 +02:00 is 06:00 UTC.",
    ),
];

pub(super) fn section(out: &mut String) {
    out.push_str("<section id=\"glossary\">\n<h2>Glossary</h2>\n<dl class=\"glossary\">\n");
    for (term, meaning) in TERMS {
        put!(out, "<div><dt>{term}</dt><dd>{meaning}</dd></div>\n");
    }
    out.push_str("</dl>\n</section>\n");
}
