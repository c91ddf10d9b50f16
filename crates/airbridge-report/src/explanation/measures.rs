//! What an alternative would change, tier by tier.

use airbridge_planner::explain::Difference;

/// "weight on time −10; transit +2.1 h; flying +1.4 h"; what does not change is not said.
pub(super) fn words(difference: &Difference) -> String {
    let mut parts = Vec::new();
    let mut hours = |what: &str, change: f64| {
        if change.abs() >= 0.05 {
            parts.push(format!("{what} {change:+.1} h"));
        }
    };
    hours("lateness by weight", difference.lateness_weighted_hours);
    hours("time in transit", difference.transit_hours);
    hours("flying", difference.flying_hours);
    let counts = [
        ("weight on time", difference.on_time_weight),
        ("stops", difference.stops),
        ("nights", difference.nights),
        ("cost", difference.cost.round() as i64),
    ];
    let counts = counts.into_iter().filter(|(_, change)| *change != 0);
    parts.extend(counts.map(|(what, change)| format!("{what} {change:+}")));
    // The first tier first, the others in their order.
    let order = [
        "weight on time",
        "lateness",
        "time in transit",
        "stops",
        "nights",
        "flying",
        "cost",
    ];
    parts.sort_by_key(|part| order.iter().position(|what| part.starts_with(what)));
    if parts.is_empty() {
        "no difference in any tier".to_owned()
    } else {
        parts.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_come_in_order_and_only_if_they_change() {
        let difference = Difference {
            on_time_weight: -10,
            flying_hours: 1.44,
            cost: 250.4,
            ..Difference::default()
        };
        assert_eq!(words(&difference), "weight on time -10; flying +1.4 h; cost +250");
        assert_eq!(words(&Difference::default()), "no difference in any tier");
    }
}
