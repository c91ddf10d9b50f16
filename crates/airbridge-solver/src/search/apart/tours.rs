//! A solution while it is being changed: one tour of each vehicle at most.

use std::sync::Arc;

use super::facts::Facts;
use super::tour::{Bench, Tour};
use crate::partition::Stop;
use crate::problem::{Cost, RequestIdx, VehicleIdx};
use crate::search::state::{Incumbent, State};
use crate::search::whole;

/// Nobody carries it.
const NOBODY: u16 = u16::MAX;

/// All tours, and who is carried when.
#[derive(Clone, Debug)]
pub(crate) struct Tours {
    pub(super) by_vehicle: Vec<Option<Arc<Tour>>>,
    /// By request: the vehicle.
    carrier: Vec<u16>,
    /// By request: begin of loading and of unloading, while it is carried.
    pub(super) moments: Vec<(i64, i64)>,
    pub(super) unserved: Vec<RequestIdx>,
    pub(crate) cost: Cost,
}

impl Tours {
    /// Nobody is carried.
    pub(super) fn none(facts: &Facts<'_>) -> Self {
        let requests = &facts.problem.requests;
        Self {
            by_vehicle: vec![None; facts.vehicles.len()],
            carrier: vec![NOBODY; requests.len()],
            moments: vec![(0, 0); requests.len()],
            unserved: (0..requests.len()).map(RequestIdx::new).collect(),
            cost: requests.iter().fold(Cost::ZERO, |sum, request| sum + request.unserved),
        }
    }

    /// Becomes a copy of others.
    pub(super) fn copy(&mut self, others: &Self) {
        self.by_vehicle.clone_from(&others.by_vehicle);
        self.carrier.clone_from(&others.carrier);
        self.moments.clone_from(&others.moments);
        self.unserved.clone_from(&others.unserved);
        self.cost = others.cost;
    }

    pub(super) fn carrier(&self, request: RequestIdx) -> Option<usize> {
        let carrier = self.carrier[request.get()];
        (carrier != NOBODY).then_some(usize::from(carrier))
    }

    pub(super) fn tours(&self) -> impl Iterator<Item = &Arc<Tour>> + '_ {
        self.by_vehicle.iter().flatten()
    }

    /// Puts another tour in the place of a vehicle's.
    pub(super) fn replace(&mut self, facts: &Facts<'_>, vehicle: usize, new: Option<Tour>) {
        let served = |request: RequestIdx| facts.rides[request.get()].base;
        if let Some(old) = self.by_vehicle[vehicle].take() {
            self.cost -= old.cost;
            for request in old.riders() {
                self.carrier[request.get()] = NOBODY;
                self.cost -= served(request);
            }
        }
        if let Some(new) = new {
            self.cost += new.cost;
            for node in &new.nodes[1..new.nodes.len() - 1] {
                let (request, boards) = node.stop;
                let moments = &mut self.moments[request.get()];
                if boards {
                    self.carrier[request.get()] = vehicle as u16;
                    self.cost += served(request);
                    moments.0 = node.begin;
                } else {
                    moments.1 = node.begin;
                }
            }
            self.by_vehicle[vehicle] = Some(Arc::new(new));
        }
    }

    /// Finds out anew who is not carried.
    pub(super) fn count_unserved(&mut self) {
        self.unserved.clear();
        let all = (0..self.carrier.len()).filter(|&request| self.carrier[request] == NOBODY);
        self.unserved.extend(all.map(RequestIdx::new));
    }

    /// Takes requests out. Where what is left of a tour cannot be made, all of it goes. Returns all who are not carried any more.
    pub(super) fn remove(&mut self, facts: &Facts<'_>, bench: &mut Bench, out: &[RequestIdx]) -> Vec<RequestIdx> {
        let mut gone: Vec<RequestIdx> = out.iter().copied().filter(|r| self.carrier(*r).is_some()).collect();
        gone.sort_unstable();
        gone.dedup();
        let mut touched: Vec<usize> = gone.iter().filter_map(|request| self.carrier(*request)).collect();
        touched.sort_unstable();
        touched.dedup();
        let mut goes = vec![false; self.carrier.len()];
        for request in &gone {
            goes[request.get()] = true;
        }
        for vehicle in touched {
            let Some(old) = self.by_vehicle[vehicle].clone() else {
                continue;
            };
            let stays = |stop: &Stop| !goes[stop.0.get()];
            let is_empty = !old.stops().any(|stop| stays(&stop));
            let left = (!is_empty).then(|| bench.of(facts, vehicle, old.stops().filter(stays)));
            if let Some(None) = left {
                gone.extend(old.riders().filter(|rider| !goes[rider.get()]));
            }
            self.replace(facts, vehicle, left.flatten());
        }
        gone
    }

    /// The same as a state of the general search. Its tours were all made by fewer rules: those that cannot be made by all are left out.
    pub(crate) fn to_state<'p>(&self, facts: &Facts<'p>) -> State<'p> {
        let mut state = State::new(facts.problem);
        for tour in self.tours() {
            let stops: Vec<Stop> = tour.stops().collect();
            let made = whole::build_one(&mut state, VehicleIdx::new(tour.vehicle), &stops);
            debug_assert!(made, "a tour keeps all rules");
        }
        state
    }

    /// The tours of a solution of the general search.
    pub(super) fn of(facts: &Facts<'_>, from: &Incumbent, bench: &mut Bench) -> Self {
        let state = from.to_state(facts.problem);
        let mut tours = Self::none(facts);
        for id in state.tour_ids() {
            let tour = state.tour(id);
            let vehicle = tour.vehicle().get();
            let stops = whole::stops_of(tour);
            let made = bench.of(facts, vehicle, stops.iter().copied());
            debug_assert!(made.is_some(), "a tour keeps all rules");
            tours.replace(facts, vehicle, made);
        }
        tours.count_unserved();
        tours
    }
}
