//! Which requests to take out: the operators of [`crate::search::ruin`] on tours that are apart.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::facts::Facts;
use super::tours::Tours;
use crate::problem::RequestIdx;
use crate::search::ruin::{GREED, MOST_STRINGS};

/// Chooses an operator and applies it; `most` bounds how many requests it names.
pub(super) fn ruin(facts: &Facts<'_>, tours: &Tours, rng: &mut Pcg64Mcg, most: usize) -> Vec<RequestIdx> {
    let size = rng.random_range(1..=most.max(1));
    let served: Vec<RequestIdx> = (0..facts.rides.len())
        .map(RequestIdx::new)
        .filter(|request| tours.carrier(*request).is_some())
        .collect();
    if served.is_empty() {
        return served;
    }
    match rng.random_range(0..11_u32) {
        0 => (0..size).map(|_| served[rng.random_range(0..served.len())]).collect(),
        1..=3 => shaw(facts, tours, rng, &served, size),
        4..=8 => strings(facts, tours, rng, &served, size),
        _ => whole_tour(tours, rng, most),
    }
}

/// Shaw removal (Shaw 1998; Ropke & Pisinger 2006).
fn shaw(facts: &Facts<'_>, tours: &Tours, rng: &mut Pcg64Mcg, served: &[RequestIdx], size: usize) -> Vec<RequestIdx> {
    let seed = served[rng.random_range(0..served.len())];
    let mut others = related(facts, tours, served, seed);
    let mut out = vec![seed];
    while out.len() < size && !others.is_empty() {
        let at = rng.random::<f64>().powi(GREED) * others.len() as f64;
        out.push(others.remove(at as usize));
    }
    out
}

/// Adjacent string removal (Christiaens & Vanden Berghe 2020, section 5.1), with nearness of requests in time and place.
fn strings(
    facts: &Facts<'_>,
    tours: &Tours,
    rng: &mut Pcg64Mcg,
    served: &[RequestIdx],
    size: usize,
) -> Vec<RequestIdx> {
    let seed = served[rng.random_range(0..served.len())];
    let strings = rng.random_range(1..=MOST_STRINGS);
    let mut on: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    let mut with = Vec::new();
    for request in std::iter::once(seed).chain(related(facts, tours, served, seed)) {
        let Some(vehicle) = tours.carrier(request) else {
            continue;
        };
        if !on.contains(&vehicle) {
            on.push(vehicle);
            with.push(request);
        }
        if on.len() == strings {
            break;
        }
    }
    let share = (size / on.len()).max(1);
    for (vehicle, with) in on.into_iter().zip(with) {
        let Some(tour) = &tours.by_vehicle[vehicle] else {
            continue;
        };
        let riders: Vec<RequestIdx> = tour.riders().collect();
        let length = rng.random_range(1..=share).min(riders.len());
        let at = riders.iter().position(|rider| *rider == with).unwrap_or(0);
        let first = (at + 1).saturating_sub(length);
        let last = at.min(riders.len() - length);
        let begin = rng.random_range(first..=last.max(first));
        out.extend_from_slice(&riders[begin..(begin + length).min(riders.len())]);
    }
    out
}

/// Of a few tours the one with the fewest riders.
fn whole_tour(tours: &Tours, rng: &mut Pcg64Mcg, most: usize) -> Vec<RequestIdx> {
    let mut out = shortest_of_few(tours, rng, 6).map_or_else(Vec::new, |vehicle| {
        tours.by_vehicle[vehicle]
            .iter()
            .flat_map(|tour| tour.riders())
            .collect()
    });
    while out.len() > most {
        out.swap_remove(rng.random_range(0..out.len()));
    }
    out
}

/// The vehicle whose tour has the fewest stops, of so many that are drawn.
pub(super) fn shortest_of_few(tours: &Tours, rng: &mut Pcg64Mcg, few: usize) -> Option<usize> {
    let used: Vec<(usize, usize)> = tours.tours().map(|tour| (tour.nodes.len(), tour.vehicle)).collect();
    if used.is_empty() {
        return None;
    }
    let drawn = (0..few).map(|_| used[rng.random_range(0..used.len())]);
    drawn.min_by_key(|tour| tour.0).map(|tour| tour.1)
}

/// Those who are carried, the most alike first.
fn related(facts: &Facts<'_>, tours: &Tours, served: &[RequestIdx], seed: RequestIdx) -> Vec<RequestIdx> {
    let (ride, moments) = (&facts.rides[seed.get()], tours.moments[seed.get()]);
    let others = served.iter().filter(|other| **other != seed).map(|&other| {
        let (its, then) = (&facts.rides[other.get()], tours.moments[other.get()]);
        let apart = facts.atlas.between(ride.from, its.from) + facts.atlas.between(ride.to, its.to);
        ((moments.0 - then.0).abs() + (moments.1 - then.1).abs() + apart, other)
    });
    let mut others: Vec<(i64, RequestIdx)> = others.collect();
    others.sort_unstable();
    others.into_iter().map(|(_, other)| other).collect()
}
