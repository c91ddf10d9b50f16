//! Why a patient is left out: for each alternative the rule that excludes it, found by testing it.
//!
//! Three tests, in this order: does the bed fit the patient; can any aircraft fly a path to it at all; and, where paths exist, what stops the
//! solver from inserting the patient into the finished plan. What is the same for many alternatives is said once.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Exclusion, LeftOut, Patient, Rule};
use airbridge_solver::Rejection;
use airbridge_solver::problem::{RequestIdx, WayIdx};
use airbridge_solver::solution::Solution;
use airbridge_units::PatientId;

use crate::left_out::barrier::Barriers;
use crate::left_out::tested::Tested;
use crate::left_out::words::{placed, rejected};
use crate::party::Party;
use crate::translate::Planner;
use crate::ways::fits;

pub(crate) use crate::left_out::words::resource as resource_words;

mod barrier;
mod tested;
mod words;

/// Everybody who is left out, without reasons.
pub(crate) fn names(planner: &Planner, solution: &Solution) -> Vec<LeftOut> {
    let mut names: Vec<LeftOut> = unserved(planner, solution)
        .flat_map(|(_, party)| &party.members)
        .map(|patient| LeftOut {
            patient: patient.id.clone(),
            summary: String::new(),
            exclusions: Vec::new(),
        })
        .collect();
    names.sort_by(|a, b| a.patient.cmp(&b.patient));
    names
}

/// Everybody who is left out with what excludes each alternative, and the parties that the tests found room for after all.
pub(crate) fn reasons(planner: &Planner, solution: &Solution) -> (Vec<LeftOut>, Vec<RequestIdx>) {
    let mut barriers = Barriers::new(planner);
    let mut tested = Tested::new(planner, solution);
    let mut entries: Vec<LeftOut> = Vec::new();
    let mut room = Vec::new();
    // Those who are ready first come first: what stops them stops the later ones too.
    let mut order: Vec<_> = unserved(planner, solution).collect();
    order.sort_by_key(|(_, party)| party.members.iter().map(|patient| patient.ready_at).max());
    for (request, party) in order {
        let stopped = stopped(planner, &mut tested, request);
        if stopped.iter().any(|way| way.rejection.is_none()) {
            room.push(RequestIdx::new(request));
        }
        for (member, patient) in party.members.iter().enumerate() {
            let exclusions = exclusions(planner, &mut barriers, party, member, &stopped);
            let summary = summary(party, patient, &exclusions);
            entries.push(LeftOut {
                patient: patient.id.clone(),
                summary,
                exclusions,
            });
        }
    }
    entries.sort_by(|a, b| a.patient.cmp(&b.patient));
    (entries, room)
}

fn unserved<'p, 'a>(planner: &'p Planner<'a>, solution: &'p Solution) -> impl Iterator<Item = (usize, &'p Party<'a>)> {
    planner
        .parties
        .iter()
        .enumerate()
        .filter(|(request, _)| solution.served[*request].is_none())
}

/// A way that exists, and what stops it in this plan.
struct Stopped {
    offers: Vec<usize>,
    alternative: String,
    /// `None` when the tests found room after all.
    rejection: Option<Rejection>,
}

fn stopped(planner: &Planner, tested: &mut Tested, request: usize) -> Vec<Stopped> {
    planner.ways[request]
        .iter()
        .enumerate()
        .map(|(way, meaning)| {
            let rides = &planner.problem.requests[request].ways[way].rides;
            Stopped {
                offers: meaning.offers.clone(),
                alternative: words::path(planner, rides, meaning.staging),
                rejection: tested.rejection(RequestIdx::new(request), WayIdx::new(way)),
            }
        })
        .collect()
}

fn exclusions(
    planner: &Planner,
    barriers: &mut Barriers,
    party: &Party,
    member: usize,
    stopped: &[Stopped],
) -> Vec<Exclusion> {
    let operation = planner.operation;
    let patient = party.members[member];
    let mut merge = Merge::default();
    let mut fitting = 0;
    for (index, offer) in operation.offers.iter().enumerate() {
        if let Err(reason) = fits(operation, &planner.places, patient, offer) {
            merge.add(
                Some(offer),
                "other beds".to_owned(),
                Rule::Destination,
                reason.to_string(),
            );
            continue;
        }
        fitting += 1;
        let mut reached = false;
        for way in stopped.iter().filter(|way| way.offers[member] == index) {
            reached = true;
            let (rule, reason) = way
                .rejection
                .map_or_else(placed, |rejection| rejected(planner, rejection));
            merge.add(Some(offer), way.alternative.clone(), rule, reason);
        }
        if !reached {
            for (alternative, rule, reason) in barriers.of(party, offer) {
                merge.add(Some(offer), alternative, rule, reason);
            }
        }
    }
    if fitting > 0 && party.members.len() > 1 && stopped.is_empty() {
        let text = "no facility has open beds for every member of the group that one aircraft can reach";
        merge.add(None, "the group together".to_owned(), Rule::Places, text.to_owned());
    }
    let mut exclusions = merge.into_exclusions();
    if operation.offers.is_empty() {
        exclusions.push(Exclusion {
            offer: None,
            alternative: "any bed".to_owned(),
            rule: Rule::Destination,
            reason: "there is no bed offer".to_owned(),
        });
    }
    exclusions
}

/// Exclusions by alternative, rule and reason, with the offers that they are about.
#[derive(Default)]
struct Merge<'a>(BTreeMap<(bool, Rule, String, String), Vec<&'a BedOffer>>);

impl<'a> Merge<'a> {
    fn add(&mut self, offer: Option<&'a BedOffer>, alternative: String, rule: Rule, reason: String) {
        let unfit = alternative == "other beds";
        let offers = self.0.entry((unfit, rule, alternative, reason)).or_default();
        if let Some(offer) = offer
            && !offers.iter().any(|known| known.id == offer.id)
        {
            offers.push(offer);
        }
    }

    /// Alternatives that the patient could have had come first.
    fn into_exclusions(self) -> Vec<Exclusion> {
        self.0
            .into_iter()
            .map(|((unfit, rule, alternative, reason), offers)| {
                let beds = match offers.as_slice() {
                    [] => String::new(),
                    [one] => format!("{} ", one.id),
                    many if many.len() <= 3 => {
                        many.iter()
                            .map(|offer| offer.id.as_str())
                            .collect::<Vec<_>>()
                            .join(", ")
                            + " "
                    }
                    many => format!("{} and {} more offers ", many[0].id, many.len() - 1),
                };
                let alternative = if unfit {
                    beds.trim_end().to_owned()
                } else {
                    format!("{beds}{alternative}")
                };
                let offer = if let [one] = offers.as_slice() {
                    Some(one.id.clone())
                } else {
                    None
                };
                Exclusion {
                    offer,
                    alternative,
                    rule,
                    reason,
                }
            })
            .collect()
    }
}

/// Reasons that a summary names at most.
const IN_SUMMARY: usize = 3;

/// One sentence: what excludes the beds that would fit, the reason that stands against most alternatives first; or that no bed fits.
/// The same causes give the same words, so that patients can be grouped by them.
fn summary(party: &Party, patient: &Patient, exclusions: &[Exclusion]) -> String {
    let unfit = |entry: &&Exclusion| entry.rule == Rule::Destination;
    let reachable: Vec<&Exclusion> = exclusions.iter().filter(|entry| !unfit(entry)).collect();
    let said = if reachable.is_empty() {
        exclusions.iter().collect()
    } else {
        reachable
    };
    let mut count: BTreeMap<(Rule, &str), usize> = BTreeMap::new();
    for entry in &said {
        *count.entry((entry.rule, &entry.reason)).or_default() += 1;
    }
    let mut causes: Vec<_> = count.into_iter().collect();
    causes.sort_by_key(|&((rule, reason), count)| (std::cmp::Reverse(count), rule, reason));
    let mut words: Vec<String> = causes
        .iter()
        .take(IN_SUMMARY)
        .map(|((rule, reason), _)| format!("{reason} (rule {rule}, {})", rule.title()))
        .collect();
    if causes.len() > IN_SUMMARY {
        words.push(format!("and {} more", causes.len() - IN_SUMMARY));
    }
    let with: Vec<&str> = party
        .members
        .iter()
        .map(|member| &member.id)
        .filter(|id| **id != patient.id)
        .map(PatientId::as_str)
        .collect();
    let together = if with.is_empty() {
        String::new()
    } else {
        format!("; travels with {}", with.join(", "))
    };
    if words.is_empty() {
        format!("no alternative was found{together}")
    } else {
        words.join("; ") + &together
    }
}
