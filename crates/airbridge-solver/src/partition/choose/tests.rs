//! Choices against all choices.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::*;

/// Columns with costs near the sums of some prices, which their reduced costs are measured from.
fn drawn(requests: usize, count: usize, rng: &mut Pcg64Mcg) -> (Vec<Column>, f64) {
    let prices: Vec<i64> = (0..requests).map(|_| rng.random_range(5..50)).collect();
    let columns = (0..count)
        .map(|_| {
            let size = rng.random_range(1..4);
            let members = (0..size).map(|_| rng.random_range(0..requests));
            let served = members.fold(Requests::NONE, Requests::with);
            let reduced = f64::from(rng.random_range(0..20));
            let paid: i64 = served.iter().map(|request| prices[request]).sum();
            Column {
                served,
                cost: paid as f64 + reduced,
                reduced,
            }
        })
        .collect();
    (columns, prices.iter().sum::<i64>() as f64)
}

/// The least cost of any choice, by trying all.
pub(in super::super) fn least(columns: &[Column], left: Requests, fleet: i64) -> Option<f64> {
    let Some(first) = left.iter().next() else {
        return Some(0.0);
    };
    if fleet == 0 {
        return None;
    }
    let fitting = columns
        .iter()
        .filter(|column| column.served.has(first) && column.served.within(&left));
    fitting
        .filter_map(|column| Some(column.cost + least(columns, left.without(&column.served), fleet - 1)?))
        .min_by(f64::total_cmp)
}

#[test]
fn the_choice_is_the_cheapest_of_all_and_certain_of_it() {
    let (mut found, mut none) = (0, 0);
    for seed in 0..600 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let requests = rng.random_range(3..8);
        let fleet = rng.random_range(2..5);
        let (columns, value) = drawn(requests, 13, &mut rng);
        let all = (0..requests).fold(Requests::NONE, Requests::with);
        let expected = least(&columns, all, fleet);
        let (chosen, certain) = within(&columns, 100, requests, fleet, (value, value + 1_000.0));
        assert!(certain, "seed {seed}");
        let cost = chosen.map(|chosen| {
            let served = chosen.iter().map(|&at| columns[at].served);
            let whole = served.clone().fold(Requests::NONE, |all, served| all.union(&served));
            assert_eq!(
                served.map(|served| served.len()).sum::<usize>(),
                requests,
                "seed {seed}: once each"
            );
            assert_eq!(whole, all, "seed {seed}: everybody");
            assert!(chosen.len() as i64 <= fleet, "seed {seed}");
            chosen.iter().map(|&at| columns[at].cost).sum::<f64>()
        });
        assert_eq!(cost, expected, "seed {seed}");
        if let Some(cost) = expected {
            found += 1;
            // What costs as much as allowed is not below it, and nothing else may be found either.
            let limits = (value, cost);
            assert_eq!(
                within(&columns, 100, requests, fleet, limits),
                (None, true),
                "seed {seed}"
            );
        } else {
            none += 1;
        }
    }
    assert!(found > 100 && none > 100, "{found} with a choice, {none} without");
}

#[test]
fn a_choice_among_some_of_the_columns_is_not_certain() {
    let (columns, value) = drawn(4, 30, &mut Pcg64Mcg::seed_from_u64(1));
    assert!(!within(&columns, 3, 4, 4, (value, value + 1_000.0)).1);
}
