//! Duties and rests of crews, within tours and between them.

use airbridge_units::{Moment, Seconds};

use super::{Report, View};
use crate::problem::{Crew, CrewIdx, DutyEnd, Problem};
use crate::solution::Stop;

/// One duty as worked: stops `first..=last` of a tour.
struct Worked {
    first: usize,
    last: usize,
    begin: Moment,
    end: Moment,
}

fn duties(problem: &Problem, view: &View<'_>, crew: &Crew) -> Vec<Worked> {
    let stops = &view.tour.stops;
    // Trips without legs are not on duty.
    let flies = |trip: &usize| view.tour.travel(problem, view.vehicle_idx, *trip).legs > 0;
    let mut cuts: Vec<usize> = (0..stops.len()).filter(|&stop| stops[stop].rest).collect();
    cuts.insert(0, 0);
    cuts.push(stops.len() - 1);
    let of_cut = |cut: &[usize]| {
        let (first, last) = (cut[0], cut[1]);
        let unloading: Vec<&Stop> = stops[first + 1..=last]
            .iter()
            .filter(|stop| !stop.leaves.is_empty())
            .collect();
        let end = match (crew.end, unloading.last()) {
            (DutyEnd::LastUnload, Some(stop)) => stop.unload_end,
            _ => stops[last].arrive,
        };
        Worked {
            first,
            last,
            begin: view
                .vehicle
                .underway
                .and_then(|underway| underway.duty)
                .filter(|_| first == 0)
                .map_or_else(
                    || stops[(first..last).find(flies).unwrap_or(first)].depart,
                    |underway| underway.departed,
                )
                - crew.report,
            end,
        }
    };
    cuts.windows(2).map(of_cut).collect()
}

/// The least rest after a duty of this length, debrief included.
fn rest_after(crew: &Crew, length: Seconds, least: Seconds) -> Seconds {
    if crew.rest_as_long { length.max(least) } else { least }
}

impl Report<'_> {
    pub(super) fn duties(&mut self, view: &View<'_>) {
        let problem = self.problem;
        let stops = &view.tour.stops;
        for &crew_idx in &view.vehicle.setups[view.tour.setup.get()].crews {
            let crew = &problem.crews[crew_idx.get()];
            let name = || format!("{}, crew {}", view.name(), crew_idx.0);
            let all = duties(problem, view, crew);
            for duty in &all {
                let underway = view.vehicle.underway.and_then(|underway| underway.duty);
                let underway = underway.filter(|_| duty.first == 0);
                let own: u32 = (duty.first..duty.last)
                    .map(|trip| u32::from(view.tour.travel(problem, view.vehicle_idx, trip).legs))
                    .sum();
                let legs = own + underway.map_or(0, |underway| u32::from(underway.legs));
                self.expect(legs <= u32::from(crew.limit.max_legs), name, || {
                    format!("{legs} legs in a duty")
                });
                let step = crew.limit.by_begin.iter().rev().find(|step| step.0 <= duty.begin);
                let base = step.map_or(Seconds::ZERO, |step| step.1).0;
                let beyond = i64::from(legs) - i64::from(crew.limit.free_legs);
                let limit = (base - beyond.max(0) * crew.limit.per_leg.0)
                    .max(crew.limit.floor.0)
                    .max(underway.map_or(0, |underway| (underway.lands - duty.begin).0));
                let length = (duty.end - duty.begin).0;
                self.expect(length <= limit, name, || {
                    format!("a duty of {length} s where {limit} s are allowed")
                });
            }
            for pair in all.windows(2) {
                let (before, after) = (&pair[0], &pair[1]);
                let length = before.end + crew.debrief - before.begin;
                let rest = rest_after(crew, length, crew.rest_away);
                let stop = &stops[before.last];
                let from = (before.end.max(stop.arrive) + crew.debrief).max(stop.unload_end);
                let rested = stop.load_start >= from + rest && after.begin >= from + rest;
                self.expect(rested, name, || {
                    format!("rests less than {rest} at stop {}", before.last)
                });
            }
            let there = self.holds(crew.available, stops[0].depart, stops[stops.len() - 1].arrive);
            self.expect(there, name, || "not available for the whole tour".into());
        }
    }

    /// Tours of one crew, with rest between.
    pub(super) fn crews(&mut self) {
        let problem = self.problem;
        let views = self.tours();
        for (index, crew) in problem.crews.iter().enumerate() {
            let mut taken: Vec<(Moment, Moment)> = views
                .iter()
                .filter(|view| {
                    view.vehicle.setups[view.tour.setup.get()]
                        .crews
                        .contains(&CrewIdx::new(index))
                })
                .map(|view| {
                    let all = duties(problem, view, crew);
                    let last = &all[all.len() - 1];
                    let length = last.end + crew.debrief - last.begin;
                    let home = view.tour.stops[view.tour.stops.len() - 1].arrive;
                    let begin = match view.vehicle.underway {
                        // It is with the vehicle since before the start.
                        Some(_) => Moment(i64::MIN / 8),
                        None if crew.rest_as_long => all[0].begin,
                        None => all[0].begin.min(view.tour.stops[0].load_start),
                    };
                    (
                        begin,
                        last.end.max(home) + crew.debrief + rest_after(crew, length, crew.rest_home),
                    )
                })
                .collect();
            taken.sort_unstable();
            for pair in taken.windows(2) {
                let name = || format!("crew {index}");
                self.expect(pair[0].1 <= pair[1].0, name, || {
                    format!("on duty again before {:?}", pair[0].1)
                });
            }
        }
    }
}
