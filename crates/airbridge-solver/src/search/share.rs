//! Whether shared resources have room for a group of proposals, and what to move if they have not.

use smallvec::SmallVec;

use super::moved::Moved;
use super::proposal::Proposal;
use super::state::{Assigned, State, stay_of};
use super::tour::{Movement, movements, movements_at, parked};
use super::usage::{Counted, Owner, Taken, bucketed, buckets_at, instant, overfull};
use crate::problem::{Problem, RequestIdx, ResourceIdx, Use};
use crate::schedule::frame::Surroundings;

/// An event that must come later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Hindrance {
    proposal: usize,
    stop: usize,
    event: Event,
    /// Not before this.
    from: i64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Event {
    Arrive,
    Finish,
    Start,
    Depart,
}

impl Hindrance {
    /// Whether the event may have been moved later just to save waiting.
    pub(crate) fn was_compacted(&self) -> bool {
        self.event != Event::Finish
    }

    /// Raises the bound of that event.
    pub(crate) fn apply(&self, proposals: &[Proposal], around: &mut Surroundings<'_>) {
        let lengths = &proposals[self.proposal].draft.lengths;
        let bounds = &mut around.frames[self.proposal].bounds[self.stop];
        match self.event {
            Event::Arrive => bounds.finish.0 = bounds.finish.0.max(self.from + lengths.unloading[self.stop]),
            Event::Finish => bounds.finish.0 = bounds.finish.0.max(self.from),
            Event::Start => bounds.start.0 = bounds.start.0.max(self.from),
            Event::Depart => bounds.start.0 = bounds.start.0.max(self.from - lengths.loading[self.stop]),
        }
    }
}

/// The resource that lacks room, and what would have to come later, if anything could.
pub(crate) type Trouble = (ResourceIdx, Option<Hindrance>);

/// A use with the event that decides its bucket.
struct Wanted {
    used: Use,
    at: i64,
    whose: Whose,
    event: Event,
    /// The event is this much before `at`.
    offset: i64,
}

/// Whose event it is: looked up only when there is trouble.
#[derive(Clone, Copy)]
enum Whose {
    Stop { proposal: usize, stop: usize },
    Ride(RequestIdx, usize),
}

impl Wanted {
    fn hindrance(&self, problem: &Problem, state: &State<'_>, proposals: &[Proposal]) -> Option<Hindrance> {
        let (proposal, stop) = match self.whose {
            Whose::Stop { proposal, stop } => (proposal, stop),
            // A ride that is not in the group does not move.
            Whose::Ride(request, ride) => {
                let (proposal, pick, drop) = ride_in(proposals, request, ride)?;
                (proposal, if self.event == Event::Start { pick } else { drop })
            }
        };
        let (calendar, _) = bucketed(problem, self.used.resource);
        let from = match calendar.bucket(airbridge_units::Moment(self.at)) {
            Some(bucket) => bucket + 1,
            None if self.at < calendar.starts[0].0 => 0,
            None => return None,
        };
        let used = self.used;
        let room = state
            .usage
            .next_room(problem, used.resource, from, used.buckets, used.amount)?;
        let from = calendar.starts[room].0 - self.offset;
        Some(Hindrance {
            proposal,
            stop,
            event: self.event,
            from,
        })
    }
}

/// Tests every shared resource that the proposals touch.
pub(crate) fn check_shared(state: &State<'_>, proposals: &[Proposal], moved: &Moved) -> Result<(), Trouble> {
    check_counted(state, proposals, moved)?;
    check_instants(state, proposals, moved)
}

fn check_counted(state: &State<'_>, proposals: &[Proposal], moved: &Moved) -> Result<(), Trouble> {
    let problem = state.problem;
    let mut given_back: SmallVec<[Counted; 16]> = SmallVec::new();
    let mut taken: SmallVec<[(Counted, usize); 16]> = SmallVec::new();
    // With the moment that the same use has now, where there is one.
    let mut wanted: SmallVec<[(Wanted, Option<i64>); 16]> = SmallVec::new();
    for (request, new) in &moved.requests {
        let old = state.assigned[request.get()].as_ref();
        if old.is_none_or(|old| old.way != new.way) {
            if let Some(old) = old {
                super::state::for_each_use(problem, *request, old, |counted| given_back.push(counted));
            }
            want_of_request(problem, *request, new, |want| wanted.push((want, None)));
            continue;
        }
        let mut before: SmallVec<[i64; 8]> = SmallVec::new();
        want_of_request(problem, *request, old.unwrap_or(new), |want| before.push(want.at));
        let mut before = before.into_iter();
        want_of_request(problem, *request, new, |want| wanted.push((want, before.next())));
    }
    for (index, proposal) in proposals.iter().enumerate() {
        if let Some(old) = proposal.tour {
            given_back.extend(state.tour(old).movements.iter().copied());
        }
        want_of_tour(problem, index, proposal, |want| wanted.push((want, None)));
    }
    for (index, (want, before)) in wanted.iter().enumerate() {
        let used = want.used;
        let buckets = |at| buckets_at(problem, used.resource, at, used.buckets, used.amount);
        let Some(counted) = buckets(want.at) else {
            return Err((used.resource, want.hindrance(problem, state, proposals)));
        };
        // Most riders are moved by minutes, and stay in the buckets in which they are.
        let known = before.and_then(buckets);
        if known != Some(counted) {
            given_back.extend(known);
            taken.push((counted, index));
        }
    }
    if taken.is_empty() {
        return Ok(());
    }
    // What is given back and taken is tried on the counters themselves, and undone at once.
    for counted in &given_back {
        state.usage.count(*counted, -1);
    }
    for (counted, _) in &taken {
        state.usage.count(*counted, 1);
    }
    let short = taken.iter().find(|(counted, _)| {
        (counted.first..counted.last).any(|bucket| state.usage.room(problem, counted.resource, bucket) < 0)
    });
    for (counted, _) in &taken {
        state.usage.count(*counted, -1);
    }
    let trouble =
        short.map(|&(counted, index)| (counted.resource, wanted[index].0.hindrance(problem, state, proposals)));
    for counted in &given_back {
        state.usage.count(*counted, 1);
    }
    trouble.map_or(Ok(()), Err)
}

/// Where a ride of a request is in the group.
fn ride_in(proposals: &[Proposal], request: RequestIdx, ride: usize) -> Option<(usize, usize, usize)> {
    proposals.iter().enumerate().find_map(|(index, proposal)| {
        let rider = proposal
            .riders()
            .find(|r| r.request == request && usize::from(r.ride) == ride)?;
        Some((index, usize::from(rider.pick), usize::from(rider.drop)))
    })
}

fn want_of_request(problem: &Problem, request: RequestIdx, new: &Assigned, mut want: impl FnMut(Wanted)) {
    let way = &problem.requests[request.get()].ways[new.way.get()];
    for (number, ride) in way.rides.iter().enumerate() {
        if ride.uses.is_empty() {
            continue;
        }
        let whose = Whose::Ride(request, number);
        let offset = -ride.before.0;
        let at = new.start[number] + offset;
        for &used in &ride.uses {
            want(Wanted {
                used,
                at,
                whose,
                event: Event::Start,
                offset,
            });
        }
    }
    if !way.uses.is_empty() {
        let last = way.rides.len() - 1;
        let whose = Whose::Ride(request, last);
        let offset = way.onward.0;
        let at = new.finish[last] + offset;
        for &used in &way.uses {
            want(Wanted {
                used,
                at,
                whose,
                event: Event::Finish,
                offset,
            });
        }
    }
}

fn want_of_tour(problem: &Problem, index: usize, proposal: &Proposal, mut wanted: impl FnMut(Wanted)) {
    let draft = &proposal.draft;
    let mut want = |resource: ResourceIdx, movement: Movement| {
        let (stop, event) = match movement {
            Movement::Arrival(stop) => (stop, Event::Arrive),
            Movement::Departure(stop) => (stop, Event::Depart),
        };
        let used = Use {
            resource,
            amount: 1,
            buckets: 1,
        };
        wanted(Wanted {
            used,
            at: movement.at(draft),
            whose: Whose::Stop { proposal: index, stop },
            event,
            offset: 0,
        });
    };
    match movements(problem, draft) {
        Ok(slots) if slots.is_empty() => {}
        _ => {
            for (stop, sketch) in draft.sketch.stops.iter().enumerate() {
                let Some(resource) = problem.places[sketch.place.get()].movements else {
                    continue;
                };
                for movement in movements_at(draft, stop) {
                    want(resource, movement);
                }
            }
        }
    }
}

fn check_instants(state: &State<'_>, proposals: &[Proposal], moved: &Moved) -> Result<(), Trouble> {
    let problem = state.problem;
    let mut mine: SmallVec<[(ResourceIdx, Taken, Option<Hindrance>); 8]> = SmallVec::new();
    for (index, proposal) in proposals.iter().enumerate() {
        let owner = Owner::Tour(index as u32);
        let draft = &proposal.draft;
        for (resource, from, to) in parked(problem, draft) {
            let stop = (1..draft.len())
                .find(|&stop| {
                    draft.clock.arrive[stop] == from
                        && problem.places[draft.sketch.stops[stop].place.get()].parking == Some(resource)
                })
                .expect("a stand is taken at a stop");
            let later = Hindrance {
                proposal: index,
                stop,
                event: Event::Arrive,
                from,
            };
            mine.push((
                resource,
                Taken {
                    from,
                    to,
                    amount: 1,
                    owner,
                },
                Some(later),
            ));
        }
    }
    for (request, new) in &moved.requests {
        if let Some((resource, taken)) = stay_of(problem, *request, new) {
            let later = ride_in(proposals, *request, 0).map(|(proposal, _, stop)| Hindrance {
                proposal,
                stop,
                event: Event::Finish,
                from: taken.from,
            });
            mine.push((resource, taken, later));
        }
    }
    let group: SmallVec<[u32; 2]> = proposals.iter().filter_map(|proposal| proposal.tour).collect();
    let mut asked: SmallVec<[(ResourceIdx, i64, i64); 8]> = SmallVec::new();
    for (resource, taken, hindrance) in &mine {
        if taken.from >= taken.to || asked.contains(&(*resource, taken.from, taken.to)) {
            continue;
        }
        asked.push((*resource, taken.from, taken.to));
        let mut all: SmallVec<[Taken; 16]> = state
            .usage
            .overlapping(*resource, taken.from, taken.to)
            .filter(|other| match other.owner {
                Owner::Tour(id) => !group.contains(&id),
                Owner::Request(request) => moved.get(RequestIdx(request)).is_none(),
            })
            .copied()
            .collect();
        all.extend(mine.iter().filter(|other| other.0 == *resource).map(|other| other.1));
        if let Some(free_at) = overfull(&mut all, (taken.from, taken.to), instant(problem, *resource)) {
            let later = hindrance.map(|hindrance| Hindrance {
                from: free_at.max(hindrance.from + 1),
                ..hindrance
            });
            return Err((*resource, later));
        }
    }
    Ok(())
}
