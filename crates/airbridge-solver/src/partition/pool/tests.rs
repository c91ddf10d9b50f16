//! Choices out of a pool against all choices.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::*;

/// Stops that tell tours apart: whoever is served boards, by index.
fn stops(served: Requests) -> Box<[Stop]> {
    served.iter().map(|request| (RequestIdx::new(request), true)).collect()
}

/// The least cost of any choice among these tours, by trying all.
fn least(tours: &[(Requests, i64)], all: Requests, fleet: i64) -> Option<i64> {
    let column = |&(served, cost): &(Requests, i64)| Column {
        served,
        cost: cost as f64,
        reduced: 0.0,
    };
    let columns: Vec<Column> = tours.iter().map(column).collect();
    choose::tests::least(&columns, all, fleet).map(|cost| cost as i64)
}

#[test]
fn choices_are_the_cheapest_of_what_fits_however_the_pool_grew() {
    let (mut found, mut ruled_out) = (0, 0);
    for seed in 0..400 {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let requests = rng.random_range(4..8);
        let fleet = rng.random_range(2..5);
        let all = (0..requests).fold(Requests::NONE, Requests::with);
        let mut pool = Pool::new(requests, fleet, 10_000);
        let mut tours: Vec<(Requests, i64)> = Vec::new();
        for _ in 0..3 {
            for _ in 0..10 {
                let size = rng.random_range(1..4);
                let members = (0..size).map(|_| rng.random_range(0..requests));
                let served = members.fold(Requests::NONE, Requests::with);
                // About as dear for each, so that no choice is better by far.
                let cost = 1_000 * served.len() as i64 + rng.random_range(0..30);
                pool.add(served, cost, false, || stops(served));
                tours.push((served, cost));
            }
            // A tour whose first request and size add up to a multiple of four is impossible.
            let fits = |stops: &[Stop]| !(stops[0].0.get() + stops.len()).is_multiple_of(4);
            let possible: Vec<(Requests, i64)> = tours.iter().copied().filter(|tour| fits(&stops(tour.0))).collect();
            let expected = least(&possible, all, fleet);
            let best = pool.best(fits);
            assert_eq!(best.as_ref().map(|best| best.0), expected, "seed {seed}");
            if let Some((_, chosen)) = best {
                assert!(chosen.iter().all(|stops| fits(stops)), "seed {seed}");
                let served = chosen.iter().flat_map(|stops| stops.iter().map(|stop| stop.0.get()));
                assert_eq!(served.fold(Requests::NONE, Requests::with), all, "seed {seed}");
                found += 1;
            }
            ruled_out += usize::from(expected != least(&tours, all, fleet));
        }
    }
    assert!(found > 200 && ruled_out > 100, "{found} found, {ruled_out} ruled out");
}

#[test]
fn what_is_rounded_carries_nobody_twice() {
    let mut pool = Pool::new(3, 3, 10_000);
    for (members, cost) in [([0, 1], 10), ([1, 2], 10), ([0, 2], 10)] {
        let served = members.into_iter().fold(Requests::NONE, Requests::with);
        pool.add(served, cost, true, || stops(served));
    }
    let tours = pool.rounded();
    assert_eq!(tours.len(), 1, "any two of them have a request in common");
}
