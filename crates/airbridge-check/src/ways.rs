//! The way of each leg over the ground: distance, states, closed airspace. Each pair of airfields is reckoned once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use airbridge_geo::{Boundaries, Track, distance, enters};
use airbridge_model::{AirRoute, AircraftType, Airfield, Area, Operation};
use airbridge_units::{AircraftTypeId, AirfieldId, Position, StateCode};

use crate::performance::suits;

/// The way between two airfields.
pub(crate) struct Way {
    /// Where it goes.
    pub(crate) track: Track,
    /// Nautical miles over the ground, without the route factor.
    pub(crate) distance: f64,
    /// The states whose permission counts.
    pub(crate) states: Vec<StateCode>,
    /// Whether the operation's table of routes says so; the order of its states is then not tested.
    pub(crate) by_route: bool,
    /// Whether the track enters a closed piece of airspace, by index of the closure.
    enters: RefCell<BTreeMap<usize, bool>>,
}

impl Way {
    /// Whether the track enters an area, remembered under the number of its closure.
    pub(crate) fn enters(&self, closure: usize, area: &Area) -> bool {
        *self
            .enters
            .borrow_mut()
            .entry(closure)
            .or_insert_with(|| enters(&self.track, area))
    }
}

/// All ways of an operation, and the alternates of its airfields.
pub(crate) struct Ways<'a> {
    operation: &'a Operation,
    boundaries: Option<Boundaries>,
    routes: BTreeMap<(&'a AirfieldId, &'a AirfieldId), (&'a AirRoute, Heading)>,
    known: RefCell<BTreeMap<(AirfieldId, AirfieldId), Rc<Way>>>,
    alternates: RefCell<BTreeMap<(AirfieldId, AircraftTypeId), f64>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    AsWritten,
    Back,
}

impl<'a> Ways<'a> {
    /// Nothing is reckoned yet.
    pub(crate) fn new(operation: &'a Operation) -> Self {
        let boundaries = match &operation.boundaries {
            None => Some(Boundaries::bundled()),
            Some(bytes) => Boundaries::from_bytes(bytes).ok(),
        };
        let mut routes = BTreeMap::new();
        for route in &operation.routes {
            routes
                .entry((&route.from, &route.to))
                .or_insert((route, Heading::AsWritten));
        }
        for route in operation.routes.iter().filter(|route| route.both_ways) {
            routes.entry((&route.to, &route.from)).or_insert((route, Heading::Back));
        }
        Self {
            operation,
            boundaries,
            routes,
            known: RefCell::default(),
            alternates: RefCell::default(),
        }
    }

    /// Whether the operation's boundaries can be read. Without them no state is overflown.
    pub(crate) fn boundaries_known(&self) -> bool {
        self.boundaries.is_some()
    }

    /// The way from one airfield to another.
    pub(crate) fn between(&self, from: &Airfield, to: &Airfield) -> Rc<Way> {
        let pair = (from.id.clone(), to.id.clone());
        if let Some(way) = self.known.borrow().get(&pair) {
            return Rc::clone(way);
        }
        let way = Rc::new(self.reckon(from, to));
        self.known.borrow_mut().insert(pair, Rc::clone(&way));
        way
    }

    /// The way from an airfield to a point and from there straight to another airfield.
    pub(crate) fn turned(&self, from: &Airfield, at: Position, to: &Airfield) -> Rc<Way> {
        Rc::new(self.along(Track::new(&[from.position, at, to.position]), None))
    }

    /// The states between a point and an airfield, the one that the point lies in first.
    pub(crate) fn states_from(&self, at: Position, to: &Airfield) -> Vec<StateCode> {
        self.along(Track::new(&[at, to.position]), None).states
    }

    fn reckon(&self, from: &Airfield, to: &Airfield) -> Way {
        let route = self.routes.get(&(&from.id, &to.id)).copied();
        let mut points = vec![from.position];
        if let Some((route, heading)) = route {
            let at = points.len();
            points.extend(&route.way_points);
            if heading == Heading::Back {
                points[at..].reverse();
            }
        }
        points.push(to.position);
        let track = Track::new(&points);
        self.along(track, route.map(|(route, _)| route))
    }

    fn along(&self, track: Track, route: Option<&AirRoute>) -> Way {
        let states = match (route, &self.boundaries) {
            (Some(route), _) => route.states.clone(),
            (None, Some(boundaries)) => boundaries.states_along(&track, &self.operation.contested),
            (None, None) => Vec::new(),
        };
        Way {
            distance: track.length().get(),
            states,
            by_route: route.is_some(),
            track,
            enters: RefCell::default(),
        }
    }

    /// Nautical miles from an airfield to the alternate of a type.
    pub(crate) fn to_alternate(&self, field: &Airfield, kind: &AircraftType) -> f64 {
        let key = (field.id.clone(), kind.id.clone());
        if let Some(&known) = self.alternates.borrow().get(&key) {
            return known;
        }
        let policy = &self.operation.policy;
        let least = policy.alternates.least.get();
        let nearest = self
            .operation
            .airfields
            .iter()
            .filter(|other| other.id != field.id && suits(other, kind, &policy.runways))
            .map(|other| distance(field.position, other.position).get())
            .filter(|&away| away >= least)
            .min_by(f64::total_cmp)
            .unwrap_or(policy.alternates.fallback.get());
        self.alternates.borrow_mut().insert(key, nearest);
        nearest
    }
}
