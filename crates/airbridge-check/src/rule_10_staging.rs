//! Rule 10: capacity of staging, least and longest stay, and who may wait there.

use std::collections::BTreeMap;

use airbridge_model::{CriticalCare, Isolation, Patient, Rule, Staging, Step};
use airbridge_units::FacilityId;

use crate::checker::Context;
use crate::instant::{between, from_minutes, seconds, show, span};
use crate::report::Report;
use crate::sweep::Sweep;

const RULE: Rule = Rule::Staging;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    let mut there: BTreeMap<&FacilityId, Sweep> = BTreeMap::new();
    for journey in &context.plan.journeys {
        let Some(patient) = context.index.patient(&journey.patient) else {
            continue;
        };
        for step in &journey.steps {
            let Step::Stay { facility, from, to } = step else {
                continue;
            };
            let arrived = context.past.is_sheltered(&journey.patient, facility);
            let Some(staging) = context.index.staging(facility) else {
                if arrived {
                    // A shelter, not a choice.
                    continue;
                }
                report.add(
                    RULE,
                    "not-a-staging-facility",
                    format!("patient {}, facility {facility}", patient.id),
                    "patients cannot wait here",
                );
                continue;
            };
            if !arrived {
                stay(staging, patient, between(*from, *to), report);
            }
            // Who was there at once until now lies behind.
            let from = context.past.so_far.map_or(*from, |_| (*from).max(context.past.now));
            if from < *to {
                there.entry(facility).or_default().add(seconds(from), seconds(*to));
            }
        }
    }
    let inside = waiting(context, &mut there);
    for (id, sweep) in there {
        let Some(staging) = context.index.staging(id) else {
            continue;
        };
        let most = staging.capacity.max(inside.get(id).copied().unwrap_or(0));
        for excess in sweep.beyond(most) {
            report.add(
                RULE,
                "over-capacity",
                format!("facility {id}, from {} to {}", show(excess.from), show(excess.to)),
                format!("{} patients at once, {} places", excess.most, staging.capacity),
            );
        }
    }
}

/// Those left out who are in staging, or on their way to it, take a place there to the end. Also: how many have come, or are on the last road, by facility.
fn waiting<'a>(context: &Context<'a>, there: &mut BTreeMap<&'a FacilityId, Sweep>) -> BTreeMap<&'a FacilityId, u32> {
    let end = seconds(context.operation.horizon.to);
    for left in &context.plan.left_out {
        if let Some(Step::FromField { facility, to, .. }) =
            left.so_far.iter().rev().find(|step| !matches!(step, Step::Stay { .. }))
            && !context.past.is_closed(&left.patient)
        {
            there.entry(facility).or_default().add(seconds(*to), end);
        }
    }
    let mut inside = BTreeMap::new();
    for patient in &context.operation.patients {
        let last = context
            .past
            .steps(&patient.id)
            .iter()
            .rev()
            .find(|step| !matches!(step, Step::Stay { .. }));
        if let Some(Step::FromField { facility, .. }) = last {
            *inside.entry(facility).or_default() += 1;
        }
    }
    inside
}

fn stay(staging: &Staging, patient: &Patient, lasts: i64, report: &mut Report) {
    let mut add = |slug: &str, what: String| {
        let place = format!("patient {}, facility {}", patient.id, staging.facility);
        report.add(RULE, slug, place, what);
    };
    let (least, most) = (from_minutes(staging.min_stay), from_minutes(staging.max_stay));
    if lasts < least {
        add(
            "stay-too-short",
            format!("stays {}, at least {}", span(lasts), span(least)),
        );
    }
    if lasts > most {
        add(
            "stay-too-long",
            format!("stays {}, at most {}", span(lasts), span(most)),
        );
    }
    if patient.critical_care == CriticalCare::Icu && !staging.intensive_care {
        add(
            "no-intensive-care-here",
            "intensive-care patients cannot wait here".to_owned(),
        );
    }
    if patient.isolation != Isolation::None && !staging.isolation {
        add(
            "no-isolation-here",
            format!("{} isolation needed, there is none here", patient.isolation),
        );
    }
}
