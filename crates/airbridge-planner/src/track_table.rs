//! Tracks between airfields: length, states overflown, closed airspace entered. Computed once a pair, when asked for.

use std::collections::BTreeMap;

use airbridge_geo::{Boundaries, Track, enters};
use airbridge_model::{AirRoute, Closed, Operation};
use airbridge_units::{NauticalMiles, Position, StateCode};

/// What is known of the way from one airfield to another.
#[derive(Clone, Debug)]
pub(crate) struct TrackFacts {
    pub(crate) distance: NauticalMiles,
    /// In the order of the track.
    pub(crate) states: Vec<StateCode>,
    /// Closures of airspace that it enters, by index into the operation's.
    pub(crate) closures: Vec<usize>,
}

/// Tracks by pair of airfield indexes.
pub(crate) struct TrackTable<'a> {
    operation: &'a Operation,
    boundaries: Boundaries,
    routes: BTreeMap<(usize, usize), (&'a AirRoute, bool)>,
    known: BTreeMap<(usize, usize), TrackFacts>,
}

impl<'a> TrackTable<'a> {
    pub(crate) fn new(operation: &'a Operation, boundaries: Boundaries) -> Self {
        let position: BTreeMap<_, _> = operation
            .airfields
            .iter()
            .enumerate()
            .map(|(index, field)| (&field.id, index))
            .collect();
        let mut routes = BTreeMap::new();
        // The first row of the table that names a pair counts, in its own direction before the reverse of another.
        for route in &operation.routes {
            if let (Some(&from), Some(&to)) = (position.get(&route.from), position.get(&route.to)) {
                routes.entry((from, to)).or_insert((route, false));
            }
        }
        for route in operation.routes.iter().filter(|route| route.both_ways) {
            if let (Some(&from), Some(&to)) = (position.get(&route.from), position.get(&route.to)) {
                routes.entry((to, from)).or_insert((route, true));
            }
        }
        Self {
            operation,
            boundaries,
            routes,
            known: BTreeMap::new(),
        }
    }

    /// A table for another operation; with what is known already, if airfields, routes and contested areas are the same.
    pub(crate) fn beside<'b>(&self, operation: &'b Operation) -> TrackTable<'b> {
        let mut other = TrackTable::new(operation, self.boundaries.clone());
        let places = |operation: &Operation| -> Vec<Position> {
            operation.airfields.iter().map(|field| field.position).collect()
        };
        let same_map = operation.routes == self.operation.routes
            && operation.contested == self.operation.contested
            && operation.boundaries == self.operation.boundaries
            && places(operation) == places(self.operation);
        if same_map {
            for (&(from, to), facts) in &self.known {
                let closures = other.closures(&other.track(from, to));
                other.known.insert(
                    (from, to),
                    TrackFacts {
                        closures,
                        ..facts.clone()
                    },
                );
            }
        }
        other
    }

    /// Length of the way, cheap: states are not looked at.
    pub(crate) fn distance(&self, from: usize, to: usize) -> NauticalMiles {
        self.known
            .get(&(from, to))
            .map_or_else(|| self.track(from, to).length(), |facts| facts.distance)
    }

    /// The way over the ground.
    pub(crate) fn track(&self, from: usize, to: usize) -> Track {
        let fields = &self.operation.airfields;
        let mut points: Vec<Position> = vec![fields[from].position];
        if let Some((route, reversed)) = self.routes.get(&(from, to)) {
            if *reversed {
                points.extend(route.way_points.iter().rev());
            } else {
                points.extend(&route.way_points);
            }
        }
        points.push(fields[to].position);
        Track::new(&points)
    }

    /// Everything about the way straight from a point in the air to an airfield.
    pub(crate) fn facts_from(&self, at: Position, to: usize) -> TrackFacts {
        self.facts_along(&Track::new(&[at, self.operation.airfields[to].position]))
    }

    /// Everything about a way over the ground, whatever routes say.
    pub(crate) fn facts_along(&self, track: &Track) -> TrackFacts {
        let states = self.boundaries.states_along(track, &self.operation.contested);
        self.along(track, states)
    }

    /// Everything about the way.
    pub(crate) fn facts(&mut self, from: usize, to: usize) -> &TrackFacts {
        if !self.known.contains_key(&(from, to)) {
            let facts = self.compute(from, to);
            self.known.insert((from, to), facts);
        }
        &self.known[&(from, to)]
    }

    fn compute(&self, from: usize, to: usize) -> TrackFacts {
        let track = self.track(from, to);
        let states = match self.routes.get(&(from, to)) {
            Some((route, reversed)) => {
                let mut states = route.states.clone();
                if *reversed {
                    states.reverse();
                }
                states
            }
            None => self.boundaries.states_along(&track, &self.operation.contested),
        };
        self.along(&track, states)
    }

    fn along(&self, track: &Track, states: Vec<StateCode>) -> TrackFacts {
        TrackFacts {
            distance: track.length(),
            states,
            closures: self.closures(track),
        }
    }

    fn closures(&self, track: &Track) -> Vec<usize> {
        let closures = self.operation.closures.iter().enumerate();
        closures
            .filter(|(_, closure)| matches!(&closure.what, Closed::Airspace(area) if enters(track, area)))
            .map(|(index, _)| index)
            .collect()
    }
}
