//! The tiers in words, the same on the terminal and on the page.

use airbridge_model::{Measures, Plan};

use crate::numbers::{hours, patients, whole};

/// Counts over all precedence levels.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Totals {
    pub(crate) patients: u32,
    pub(crate) on_time: u32,
    pub(crate) late: u32,
    pub(crate) left_out: u32,
}

pub(crate) fn totals(measures: &Measures) -> Totals {
    measures.levels.iter().fold(Totals::default(), |sum, level| Totals {
        patients: sum.patients.saturating_add(level.patients),
        on_time: sum.on_time.saturating_add(level.on_time),
        late: sum.late.saturating_add(level.late),
        left_out: sum.left_out.saturating_add(level.left_out),
    })
}

/// How the first tier stands against its bound, as a sentence.
pub(crate) fn bound(plan: &Plan) -> String {
    let reached = plan.measures.on_time_weight;
    let bound = plan.bound.on_time_weight;
    if bound < reached {
        return "How many could be is not known: the plan carries no bound.".to_owned();
    }
    if plan.bound.on_time_patients == 0 && totals(&plan.measures).patients > 0 {
        return "None could be: no plan brings anybody to a right bed in time.".to_owned();
    }
    let most = whole(f64::from(plan.bound.on_time_patients));
    if bound == reached {
        return format!("At most {most} could be. By weight of precedence no plan can do better.");
    }
    format!(
        "At most {most} could be. By weight of precedence: {} of at most {}.",
        whole(reached as f64),
        whole(bound as f64),
    )
}

/// What keeps the bound where it is, as a sentence.
pub(crate) fn binding(plan: &Plan) -> Option<String> {
    let binding = plan.bound.binding.trim();
    let end = if binding.ends_with('.') { "" } else { "." };
    (!binding.is_empty()).then(|| format!("What binds: {binding}{end}"))
}

/// A figure of a tier below the first.
pub(crate) struct Figure {
    pub(crate) tier: u8,
    pub(crate) title: &'static str,
    /// The number that counts.
    pub(crate) value: String,
    /// What it is made of.
    pub(crate) detail: String,
}

/// Tiers 2 to 5.
pub(crate) fn figures(plan: &Plan) -> Vec<Figure> {
    let measures = &plan.measures;
    let totals = totals(measures);
    let moved = totals.on_time + totals.late;
    let each = |sum: f64| if moved == 0 { 0.0 } else { sum / f64::from(moved) };
    vec![
        Figure {
            tier: 2,
            title: "Lateness",
            value: if totals.late == 0 {
                "nobody late".to_owned()
            } else {
                format!("{} late", patients(totals.late))
            },
            detail: if totals.late == 0 {
                "everyone who is moved arrives by the due time".to_owned()
            } else {
                format!("{} weighted by precedence", hours(measures.lateness_weighted_hours))
            },
        },
        Figure {
            tier: 3,
            title: "Commitments",
            value: match measures.commitments_broken {
                0 => "none broken".to_owned(),
                broken => format!("{broken} broken"),
            },
            detail: if plan.origin.parent.is_some() {
                "against the plan that this one replaces".to_owned()
            } else {
                "this plan replaces no other".to_owned()
            },
        },
        Figure {
            tier: 4,
            title: "Burden on patients",
            value: format!("{} in transit", hours(measures.transit_hours)),
            detail: format!(
                "{} each on average; stops on the way {}, nights in staging {}",
                hours(each(measures.transit_hours)),
                whole(f64::from(measures.stops)),
                whole(f64::from(measures.nights)),
            ),
        },
        Figure {
            tier: 5,
            title: "Flying",
            value: format!("{} block time", hours(measures.flying_hours)),
            detail: format!(
                "legs {}; {} without patients; fuel {} t; cost {}",
                whole(f64::from(measures.legs)),
                hours(measures.positioning_hours),
                whole(measures.fuel_kg / 1000.0),
                whole(measures.cost),
            ),
        },
    ]
}

#[cfg(test)]
mod tests {
    use airbridge_model::{Bound, PlanOrigin, PrecedenceLevel, TierMeasure};

    use super::*;

    #[track_caller]
    fn check(reached: i64, weight: i64, patients: u32, begins: &str) {
        let plan = Plan {
            origin: PlanOrigin {
                operation: String::new(),
                operation_digest: String::new(),
                parent: None,
                replanned_at: None,
                version: String::new(),
                seed: 0,
                work: 0,
            },
            missions: Vec::new(),
            journeys: Vec::new(),
            left_out: Vec::new(),
            measures: Measures {
                levels: vec![TierMeasure {
                    level: PrecedenceLevel::Urgent,
                    patients: 9,
                    on_time: 5,
                    late: 0,
                    left_out: 4,
                }],
                on_time_weight: reached,
                ..Measures::default()
            },
            changes: Vec::new(),
            bound: Bound {
                on_time_weight: weight,
                on_time_patients: patients,
                binding: String::new(),
            },
        };
        let text = bound(&plan);
        assert!(text.starts_with(begins), "{text}");
    }

    #[test]
    fn the_bound_is_said_as_it_is() {
        check(
            50,
            60,
            6,
            "At most 6 could be. By weight of precedence: 50 of at most 60.",
        );
        check(
            50,
            50,
            5,
            "At most 5 could be. By weight of precedence no plan can do better.",
        );
        check(0, 0, 0, "None could be");
        check(50, 0, 0, "How many could be is not known");
    }
}
