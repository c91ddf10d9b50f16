//! What the search for a new plan begins with.

use airbridge_solver::solution::verify;
use airbridge_testkit::disruptions::disruption;
use airbridge_testkit::generate::benghazi;

use super::*;
use crate::underway::Whereabouts;
use crate::underway::running::{planned, stands};

#[test]
fn the_search_begins_with_the_better_of_two_ways_on() {
    let (operation, parent) = planned(benghazi(70, 1), 1);
    let (mut as_it_stands, mut anew) = (0, 0);
    let cases = [
        ("aircraft-out", 1),
        ("crew-out", 2),
        ("crew-out", 5),
        ("crew-out", 7),
        ("delayed", 1),
    ];
    for (kind, seed) in cases {
        let (events, now) = disruption(&operation, &parent, kind, seed).expect("something to disrupt");
        let standing = stands(&operation, &parent, &events, now);
        let planner = Planner::new(&standing).expect("sound");
        let settings = Settings {
            seed,
            work: Some(0),
            threads: 1,
        };
        let stop = StopSignal::new();
        let kept = |begun: &mut Begun<'_>| at_once(&planner, begun.with_promised(&planner), &settings, &stop);
        let mut begun = underway::begun(&planner);
        let otherwise = underway::begun_anew(&planner, &begun).map(|mut begun| kept(&mut begun));
        let goes_on = kept(&mut begun);
        let begin = begin(&planner, underway::begun(&planner), &settings, &stop);
        assert_eq!(verify(planner.problem(), &begin), [], "{kind}, seed {seed}");
        let lost = (0..planner.parties.len()).find(|party| {
            let on_the_way = planner.whereabouts(&planner.parties[*party]) != Whereabouts::Origin;
            on_the_way && goes_on.served[*party].is_some() && begin.served[*party].is_none()
        });
        assert_eq!(lost, None, "{kind}, seed {seed}: somebody on the way loses their place");
        let cost = |solution: &Solution| solution.cost(planner.problem());
        let stands = cost(&goes_on);
        let otherwise = otherwise.as_ref().map_or(stands, cost);
        let best = if changed(&planner, &goes_on).is_empty() {
            stands
        } else {
            stands.min(otherwise)
        };
        assert_eq!(cost(&begin), best, "{kind}, seed {seed}");
        as_it_stands += usize::from(stands < otherwise);
        anew += usize::from(otherwise < stands);
    }
    assert!(as_it_stands > 0, "never better as it stands");
    assert!(anew > 0, "never better anew");
}
