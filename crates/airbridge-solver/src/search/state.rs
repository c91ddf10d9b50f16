//! The current solution, with everything that must be known to change it quickly, and a journal to undo changes.
//!
//! All changes go through two primitives, [`State::replace_tour`] and [`State::assign`]; each keeps indexes, resource usage and
//! cost in step and is undone by itself with the old value. Nothing here decides what to change.

use std::sync::Arc;

use airbridge_units::Moment;

use super::tour::{Tour, TourId};
use super::usage::{Counted, Owner, Taken, Usage, buckets_at};
use crate::problem::{Cost, Problem, RequestIdx, ResourceIdx, VehicleIdx, WayIdx};

/// How a request is served at present.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Assigned {
    pub(crate) way: WayIdx,
    /// By ride; the second is the first again when there is one ride.
    pub(crate) tours: [TourId; 2],
    /// Start of loading, by ride.
    pub(crate) start: [i64; 2],
    /// End of unloading, by ride.
    pub(crate) finish: [i64; 2],
    /// Time in motion, by ride; 0 for a second ride that is not there.
    pub(crate) moving: [i64; 2],
    /// Legs, likewise.
    pub(crate) legs: [u32; 2],
    pub(crate) cost: Cost,
}

/// An undoable change.
#[derive(Clone, Debug)]
enum Change {
    Tour(TourId, Option<Arc<Tour>>),
    Assigned(RequestIdx, Option<Assigned>),
}

/// The current solution.
#[derive(Clone, Debug)]
pub(crate) struct State<'p> {
    pub(crate) problem: &'p Problem,
    tours: Vec<Option<Arc<Tour>>>,
    free: Vec<TourId>,
    /// By vehicle, in order of first departure.
    pub(crate) by_vehicle: Vec<Vec<TourId>>,
    /// By crew: begin of duty, end of rest, tour; sorted.
    pub(crate) by_crew: Vec<Vec<(i64, i64, TourId)>>,
    pub(crate) assigned: Vec<Option<Assigned>>,
    /// Requests that are not served, in no particular order, and where each is in that list.
    pub(crate) unserved: Vec<RequestIdx>,
    place_in_unserved: Vec<u32>,
    pub(crate) usage: Usage,
    pub(crate) cost: Cost,
    /// Work done: exact evaluations, attempts to insert a request, iterations.
    pub(crate) work: u64,
    journal: Vec<Change>,
    journalling: bool,
    /// What differs from the last copy taken, for [`Incumbent`].
    stale_tours: Vec<TourId>,
    stale_requests: Vec<RequestIdx>,
}

const SERVED: u32 = u32::MAX;

impl<'p> State<'p> {
    /// Nothing is carried.
    pub(crate) fn new(problem: &'p Problem) -> Self {
        Self {
            problem,
            tours: Vec::new(),
            free: Vec::new(),
            by_vehicle: vec![Vec::new(); problem.vehicles.len()],
            by_crew: vec![Vec::new(); problem.crews.len()],
            assigned: vec![None; problem.requests.len()],
            unserved: (0..problem.requests.len()).map(RequestIdx::new).collect(),
            place_in_unserved: (0..problem.requests.len() as u32).collect(),
            usage: Usage::new(problem),
            cost: problem
                .requests
                .iter()
                .fold(Cost::ZERO, |sum, request| sum + request.unserved),
            work: 0,
            journal: Vec::new(),
            journalling: false,
            stale_tours: Vec::new(),
            stale_requests: Vec::new(),
        }
    }

    pub(crate) fn tour(&self, id: TourId) -> &Arc<Tour> {
        self.tours[id as usize]
            .as_ref()
            .expect("tour ids in use point at tours")
    }

    /// An id for a new tour. It must be filled at once.
    pub(crate) fn new_id(&mut self) -> TourId {
        self.free.pop().unwrap_or_else(|| {
            self.tours.push(None);
            self.tours.len() as TourId - 1
        })
    }

    /// Puts a tour under an id, or takes it away. Riders are not touched: [`State::assign`] them too.
    pub(crate) fn replace_tour(&mut self, id: TourId, new: Option<Arc<Tour>>) {
        let old = self.tours[id as usize].take();
        if let Some(old) = &old {
            self.remove_from_indexes(id, old);
            self.cost -= old.cost;
            if new.is_none() {
                self.free.push(id);
            }
        } else {
            // Undoing the removal of a tour takes its id out of the free list again.
            if let Some(index) = self.free.iter().rposition(|free| *free == id) {
                self.free.remove(index);
            }
        }
        if let Some(new) = &new {
            self.cost += new.cost;
        }
        self.tours[id as usize] = new;
        if self.tours[id as usize].is_some() {
            self.add_to_indexes(id);
        }
        self.stale_tours.push(id);
        if self.journalling {
            self.journal.push(Change::Tour(id, old));
        }
    }

    fn remove_from_indexes(&mut self, id: TourId, old: &Tour) {
        self.by_vehicle[old.vehicle().get()].retain(|other| *other != id);
        for crew in &old.draft.setup(self.problem).crews {
            self.by_crew[crew.get()].retain(|taken| taken.2 != id);
        }
        for slot in &old.movements {
            self.usage.count(*slot, -1);
        }
        for &(resource, from, to) in &old.parked {
            self.usage.give_back(
                resource,
                Taken {
                    from,
                    to,
                    amount: 1,
                    owner: Owner::Tour(id),
                },
            );
        }
    }

    fn add_to_indexes(&mut self, id: TourId) {
        let tour = Arc::clone(self.tour(id));
        let list = &self.by_vehicle[tour.vehicle().get()];
        let at = list.partition_point(|other| self.tour(*other).draft.begin() <= tour.draft.begin());
        self.by_vehicle[tour.vehicle().get()].insert(at, id);
        for (crew, &(from, to)) in tour.draft.setup(self.problem).crews.iter().zip(&tour.crews_taken) {
            let list = &mut self.by_crew[crew.get()];
            let at = list.partition_point(|other| *other < (from, to, id));
            list.insert(at, (from, to, id));
        }
        for slot in &tour.movements {
            self.usage.count(*slot, 1);
        }
        for &(resource, from, to) in &tour.parked {
            self.usage.take(
                resource,
                Taken {
                    from,
                    to,
                    amount: 1,
                    owner: Owner::Tour(id),
                },
            );
        }
    }

    /// Says how a request is served, or that it is not. Tours are not touched.
    pub(crate) fn assign(&mut self, request: RequestIdx, new: Option<Assigned>) {
        let index = request.get();
        let old = self.assigned[index].take();
        let penalty = self.problem.requests[index].unserved;
        match &old {
            Some(old) => {
                self.cost -= old.cost;
                self.use_resources(request, old, -1);
            }
            None => self.cost -= penalty,
        }
        match &new {
            Some(new) => {
                self.cost += new.cost;
                self.use_resources(request, new, 1);
            }
            None => self.cost += penalty,
        }
        self.file_unserved(request, new.is_none());
        self.assigned[index] = new;
        self.stale_requests.push(request);
        if self.journalling {
            self.journal.push(Change::Assigned(request, old));
        }
    }

    fn file_unserved(&mut self, request: RequestIdx, unserved: bool) {
        let at = self.place_in_unserved[request.get()];
        if unserved && at == SERVED {
            self.place_in_unserved[request.get()] = self.unserved.len() as u32;
            self.unserved.push(request);
        } else if !unserved && at != SERVED {
            self.unserved.swap_remove(at as usize);
            if let Some(moved) = self.unserved.get(at as usize) {
                self.place_in_unserved[moved.get()] = at;
            }
            self.place_in_unserved[request.get()] = SERVED;
        }
    }

    fn use_resources(&mut self, request: RequestIdx, assigned: &Assigned, sign: i64) {
        let problem = self.problem;
        for_each_use(problem, request, assigned, |counted| self.usage.count(counted, sign));
        if let Some((resource, taken)) = stay_of(problem, request, assigned) {
            if sign > 0 {
                self.usage.take(resource, taken);
            } else {
                self.usage.give_back(resource, taken);
            }
        }
    }

    /// Starts to remember changes.
    pub(crate) fn begin(&mut self) {
        self.journal.clear();
        self.journalling = true;
    }

    /// Keeps the changes since [`State::begin`].
    pub(crate) fn keep(&mut self) {
        self.journal.clear();
        self.journalling = false;
    }

    /// Takes back the changes since [`State::begin`].
    pub(crate) fn undo(&mut self) {
        self.journalling = false;
        while let Some(change) = self.journal.pop() {
            match change {
                Change::Tour(id, old) => self.replace_tour(id, old),
                Change::Assigned(request, old) => self.assign(request, old),
            }
        }
    }

    /// Keeps the lists of what an incumbent must still copy from growing without end.
    pub(crate) fn forget_repeats(&mut self) {
        if self.stale_requests.len() > 2 * self.assigned.len() + 1_000 {
            self.stale_requests.sort_unstable();
            self.stale_requests.dedup();
        }
        if self.stale_tours.len() > 2 * self.tours.len() + 1_000 {
            self.stale_tours.sort_unstable();
            self.stale_tours.dedup();
        }
    }

    /// All tours in use.
    pub(crate) fn tour_ids(&self) -> impl Iterator<Item = TourId> + '_ {
        (0..self.tours.len() as TourId).filter(|id| self.tours[*id as usize].is_some())
    }

    /// Number of ids ever given out.
    pub(crate) fn tour_table_len(&self) -> usize {
        self.tours.len()
    }

    /// The tour under an id, if the id is in use.
    pub(crate) fn get(&self, id: TourId) -> Option<&Arc<Tour>> {
        self.tours.get(id as usize).and_then(Option::as_ref)
    }

    /// Where a tour is among those of its vehicle.
    pub(crate) fn slot(&self, id: TourId) -> usize {
        let list = &self.by_vehicle[self.tour(id).vehicle().get()];
        list.iter()
            .position(|other| *other == id)
            .expect("a tour is in its vehicle's list")
    }
}

/// The best solution so far: a copy of tours and assignments, brought up to date by what changed only.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incumbent {
    tours: Vec<Option<Arc<Tour>>>,
    assigned: Vec<Option<Assigned>>,
    pub(crate) cost: Cost,
}

impl Incumbent {
    /// A full copy.
    pub(crate) fn of(state: &mut State<'_>) -> Self {
        state.stale_tours.clear();
        state.stale_requests.clear();
        Self {
            tours: state.tours.clone(),
            assigned: state.assigned.clone(),
            cost: state.cost,
        }
    }

    /// Follows a state from which it was copied.
    pub(crate) fn follow(&mut self, state: &mut State<'_>) {
        self.tours.resize(state.tours.len(), None);
        for id in state.stale_tours.drain(..) {
            self.tours[id as usize].clone_from(&state.tours[id as usize]);
        }
        for request in state.stale_requests.drain(..) {
            self.assigned[request.get()] = state.assigned[request.get()];
        }
        self.cost = state.cost;
    }

    /// A state with the same content.
    pub(crate) fn to_state<'p>(&self, problem: &'p Problem) -> State<'p> {
        let mut state = State::new(problem);
        for tour in self.tours.iter().flatten() {
            state.tours.push(None);
            let id = state.tours.len() as TourId - 1;
            state.replace_tour(id, Some(Arc::clone(tour)));
        }
        // Ids are given anew, without holes, so that equal solutions give equal states.
        let mut renumbered = vec![0; self.tours.len()];
        let mut next = 0;
        for (old, tour) in self.tours.iter().enumerate() {
            if tour.is_some() {
                renumbered[old] = next;
                next += 1;
            }
        }
        for (index, assigned) in self.assigned.iter().enumerate() {
            if let Some(mut assigned) = *assigned {
                assigned.tours = assigned.tours.map(|id| renumbered[id as usize]);
                state.assign(RequestIdx::new(index), Some(assigned));
            }
        }
        debug_assert_eq!(state.cost, self.cost, "a copy costs what the original does");
        state
    }
}

/// Calls `take` for everything that a served request takes of bucketed resources.
///
/// # Panics
///
/// When a moment has no bucket: evaluation excludes that.
pub(crate) fn for_each_use(problem: &Problem, request: RequestIdx, assigned: &Assigned, mut take: impl FnMut(Counted)) {
    let way = &problem.requests[request.get()].ways[assigned.way.get()];
    let mut each = |at: i64, used: &crate::problem::Use| {
        take(buckets_at(problem, used.resource, at, used.buckets, used.amount).expect("evaluated: it has a bucket"));
    };
    for (number, ride) in way.rides.iter().enumerate() {
        for used in &ride.uses {
            each(assigned.start[number] - ride.before.0, used);
        }
    }
    let in_place = assigned.finish[way.rides.len() - 1] + way.onward.0;
    for used in &way.uses {
        each(in_place, used);
    }
}

/// What a served request takes between its rides.
pub(crate) fn stay_of(problem: &Problem, request: RequestIdx, assigned: &Assigned) -> Option<(ResourceIdx, Taken)> {
    let way = &problem.requests[request.get()].ways[assigned.way.get()];
    let (resource, amount) = way.stay.as_ref()?.resource?;
    let owner = Owner::Request(request.0);
    Some((
        resource,
        Taken {
            from: assigned.finish[0],
            to: assigned.start[1],
            amount,
            owner,
        },
    ))
}

/// What serving a request costs.
pub(crate) fn request_cost(problem: &Problem, request: RequestIdx, way: WayIdx, start: i64, finish: i64) -> Cost {
    let way = &problem.requests[request.get()].ways[way.get()];
    let mut cost = way.cost;
    let in_place = Moment(finish) + way.onward;
    if in_place > way.due {
        cost += way.late;
        cost.0[1] += (in_place - way.due).0 * way.late_weight / 1024;
    }
    cost.0[3] += (finish - start) * way.burden_weight / 1024;
    cost
}

/// The vehicles that may carry a ride.
pub(crate) fn vehicles_of<'a>(
    problem: &'a Problem,
    ride: &'a crate::problem::Ride,
) -> impl Iterator<Item = VehicleIdx> + 'a {
    let all = if ride.vehicles.is_empty() {
        0..problem.vehicles.len()
    } else {
        0..0
    };
    ride.vehicles.iter().copied().chain(all.map(VehicleIdx::new))
}
