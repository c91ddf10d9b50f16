//! Promises kept within bounds.

use airbridge_solver::search::complete;
use airbridge_solver::solution::verify;
use airbridge_testkit::generate::Family;

use super::*;
use crate::underway::Whereabouts;
use crate::underway::running::{running, stands};

/// Everybody who has not left is put in anew, those without promises first: so many promises are changed.
fn muddled(planner: &Planner) -> Solution {
    let solution = crate::underway::begun(planner).with_promised(planner);
    let parties = (0..planner.parties.len()).rev().map(RequestIdx::new);
    let mut order: Vec<RequestIdx> = parties
        .filter(|request| planner.whereabouts(&planner.parties[request.get()]) == Whereabouts::Origin)
        .collect();
    order.sort_by_key(|request| is_promised(planner.problem(), *request));
    let mut trials = Trials::new(planner.problem(), &solution);
    let served: Vec<RequestIdx> = order
        .iter()
        .copied()
        .filter(|request| trials.serves(*request))
        .collect();
    trials.take_out(&served);
    complete(planner.problem(), &trials.solution(), &order)
}

#[test]
fn wherever_the_bounds_end_it_nothing_is_worse_than_before() {
    let mut improved = 0;
    let mut ended_between = 0;
    for (family, seed) in [(Family::Benghazi, 3), (Family::Hub, 4), (Family::WaitingList, 2)] {
        let (operation, parent) = running(family, seed);
        let first = parent.missions.iter().map(|mission| mission.legs[0].on_block_at).min();
        let now = first.expect("a mission");
        let standing = stands(&operation, &parent, &[], now);
        let planner = Planner::new(&standing).expect("sound");
        let problem = planner.problem();
        let muddled = muddled(&planner);
        let before = muddled.cost(problem);
        let within = |each, in_vain| {
            let kept = kept_within(&planner, muddled.clone(), Bounds { each, in_vain }, || false);
            let cost = kept.cost(problem);
            assert_eq!(verify(problem, &kept), [], "{family:?}, {each} and {in_vain}");
            assert!(
                cost <= before,
                "{family:?}, {each} and {in_vain}: {cost:?} after {before:?}"
            );
            let gone = (0..planner.parties.len()).filter(|request| {
                planner.whereabouts(&planner.parties[*request]) != Whereabouts::Origin
                    && kept.served[*request].is_none()
            });
            assert_eq!(
                gone.count(),
                0,
                "{family:?}, {each} and {in_vain}: somebody on the way has no place"
            );
            cost
        };
        assert_eq!(within(0, 100), before, "{family:?}: nothing is tried");
        assert_eq!(within(100, 0), before, "{family:?}: nothing is tried");
        let most = within(BOUNDS.each, BOUNDS.in_vain);
        improved += usize::from(most < before);
        for each in [1, 2, 5, 13, 34, 89] {
            for in_vain in [each, 3 * each] {
                let cost = within(each, in_vain);
                ended_between += usize::from(cost < before && cost != most);
            }
        }
    }
    assert_eq!(improved, 3, "in each there is something to keep");
    assert!(ended_between > 5, "{ended_between} ended when some were kept");
}
