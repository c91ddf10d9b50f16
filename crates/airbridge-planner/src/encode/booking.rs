//! Who of a plan rides where, as far as the planner could have planned it so.

use std::collections::BTreeSet;

use airbridge_model::{Journey, Step};
use airbridge_solver::problem::{Ride, Way};
use airbridge_units::{FacilityId, PatientId};
use jiff::Timestamp;

use super::tour::Role;
use super::{Dropped, Encoder};
use crate::party::Party;
use crate::underway::{Shelter, Whereabouts, behind_of};
use crate::ways::WayMeaning;

/// A party and where it rides; or a mission under way, which is to come home.
pub(super) struct Booking {
    pub(super) request: usize,
    /// Ways that differ only in the due time that they aim at, or in what they cost.
    pub(super) ways: Vec<usize>,
    pub(super) lifts: Vec<Lift>,
    /// Where the party is now, as from a ride that is over.
    pub(super) inside: Option<Shelter>,
    /// Where it waits to the end.
    pub(super) waits: Option<Shelter>,
    /// Index of the mission, for the request of one under way.
    pub(super) flies: Option<usize>,
}

/// One lift: index of the mission, and of its stops.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lift {
    pub(super) mission: usize,
    pub(super) boards: usize,
    pub(super) leaves: usize,
    /// Whether the party is on board already, or getting on.
    pub(super) aboard: bool,
    /// Begin of loading.
    pub(super) from: Timestamp,
    /// End of unloading.
    pub(super) to: Timestamp,
}

impl Encoder<'_, '_> {
    /// Every party with journeys that the planner could have made, in the order of their missions, and who has others.
    pub(super) fn bookings(&self) -> (Vec<Booking>, Vec<Dropped>) {
        let (mut bookings, mut dropped) = (Vec::new(), Vec::new());
        for (request, party) in self.planner.parties.iter().enumerate() {
            match self.booking(request, party) {
                Ok(booking) => bookings.extend(booking),
                Err(why) => dropped.push(self.patients(request, why)),
            }
        }
        bookings.extend(self.under_way());
        bookings.sort_by(|a, b| (&a.lifts, a.request).cmp(&(&b.lifts, b.request)));
        let known: BTreeSet<&PatientId> = self
            .planner
            .operation
            .patients
            .iter()
            .map(|patient| &patient.id)
            .collect();
        let listed = self.plan.missions.iter().flat_map(|mission| &mission.stops);
        let strangers: BTreeSet<&PatientId> = listed
            .flat_map(|stop| &stop.boards)
            .chain(self.journeys.keys().copied())
            .filter(|id| !known.contains(id) || !(self.journeys.contains_key(id) || self.waiting.contains_key(id)))
            .collect();
        dropped.extend(strangers.into_iter().map(|id| Dropped::Patients {
            patients: vec![id.clone()],
            why: if known.contains(id) {
                "boards a mission, and has no journey".to_owned()
            } else {
                "is no patient of the operation".to_owned()
            },
        }));
        (bookings, dropped)
    }

    /// `None` for a party that is not moved.
    fn booking(&self, request: usize, party: &Party) -> Result<Option<Booking>, String> {
        let journeys: Vec<&Journey> = party
            .members
            .iter()
            .filter_map(|patient| self.journeys.get(&patient.id).copied())
            .collect();
        let Some(first) = journeys.first() else {
            return self.waits(request, party);
        };
        if journeys.len() < party.members.len() {
            return Err("only a part of the group is moved".to_owned());
        }
        let of = |journey: &'_ Journey| {
            let member = party.members.iter().find(|member| member.id == journey.patient);
            let behind = member.map_or(0, |member| behind_of(self.planner, member).len());
            journey.steps[behind.min(journey.steps.len())..].to_vec()
        };
        let ahead = of(first);
        let lifts = self.lifts(request, &ahead)?;
        let inside = self.comes_from(request, &lifts);
        let here = self.inside(request);
        let here = here.map(|(facility, _)| &self.planner.operation.facilities[facility].id);
        let staging = |steps: &[Step]| match inside {
            Some((facility, _)) => vec![self.planner.operation.facilities[facility].id.clone()],
            // Not where they are: that stay is over with the first lift.
            None => stays(steps).into_iter().filter(|hub| Some(hub) != here).collect(),
        };
        let hubs = staging(&ahead);
        for journey in &journeys {
            let ahead = of(journey);
            if self.lifts(request, &ahead)? != lifts || staging(&ahead) != hubs {
                return Err("the group does not travel together".to_owned());
            }
        }
        for (patient, lift) in party
            .members
            .iter()
            .flat_map(|patient| lifts.iter().map(move |lift| (patient, lift)))
        {
            let mission = &self.plan.missions[lift.mission];
            let listed = mission.stops[lift.boards].boards.contains(&patient.id)
                && mission.stops[lift.leaves].leaves.contains(&patient.id);
            if !listed {
                return Err(format!("mission {} does not list a lift of the journey", mission.id));
            }
        }
        let ways = self.ways(request, &journeys, &hubs, &lifts);
        if ways.is_empty() {
            return Err("no way of the planner leads there by these airfields".to_owned());
        }
        Ok(Some(Booking {
            request,
            ways,
            lifts,
            inside: inside.map(|(_, shelter)| shelter),
            waits: None,
            flies: None,
        }))
    }

    /// Missions under way, each to be brought home.
    fn under_way(&self) -> Vec<Booking> {
        let Some(underway) = &self.planner.underway else {
            return Vec::new();
        };
        let shells = self.shells.iter().enumerate();
        shells
            .filter_map(|(mission, shell)| match shell.as_ref().ok()?.role {
                Role::UnderWay(flight) => Some(Booking {
                    request: underway.first_of_missions.get() + flight,
                    ways: vec![0],
                    lifts: Vec::new(),
                    inside: None,
                    waits: None,
                    flies: Some(mission),
                }),
                Role::Ahead | Role::Over => None,
            })
            .collect()
    }

    /// The facility where a party is now.
    fn inside(&self, request: usize) -> Option<(usize, Shelter)> {
        let underway = self.planner.underway.as_ref()?;
        match underway.whereabouts[request] {
            Whereabouts::Inside { facility, .. } => Some((facility, underway.shelters[&facility])),
            _ => None,
        }
    }

    /// The facility where a party is now, for one that goes on from there as from a first lift: with two more lifts they begin anew.
    fn comes_from(&self, request: usize, lifts: &[Lift]) -> Option<(usize, Shelter)> {
        self.inside(request).filter(|_| lifts.len() < 2)
    }

    /// A party that is on the way, is not brought to a bed, and waits in the end where it is or gets off. `None` for one that has not left, or of which the
    /// plan says nothing.
    fn waits(&self, request: usize, party: &Party) -> Result<Option<Booking>, String> {
        let Some(underway) = &self.planner.underway else {
            return Ok(None);
        };
        let inside = self.inside(request);
        let aboard = matches!(underway.whereabouts[request], Whereabouts::Aboard { .. });
        if inside.is_none() && !aboard {
            return Ok(None);
        }
        let Some(told) = self.waiting.get(&party.members[0].id) else {
            return Ok(None);
        };
        let behind = behind_of(self.planner, party.members[0]).len();
        let ahead = &told[behind.min(told.len())..];
        let lifts = if inside.is_some() {
            Vec::new()
        } else {
            self.lifts(request, ahead)?
        };
        let operation = self.planner.operation;
        let road = ahead.iter().find_map(|step| match step {
            Step::FromField { facility, .. } => operation.facilities.iter().position(|known| known.id == *facility),
            _ => None,
        });
        let facility = inside.map(|(facility, _)| facility).or(road);
        let waits = facility.and_then(|facility| underway.shelters.get(&facility).copied());
        let leaves = lifts.last().and_then(|lift| self.place(lift, lift.leaves));
        let ways = self.planner.ways[request]
            .iter()
            .zip(&self.problem.requests[request].ways);
        let way = ways.enumerate().find(|(_, (meaning, way))| {
            meaning.offers.is_empty()
                && meaning.staging == facility.filter(|_| waits.is_some())
                && (inside.is_some() || Some(way.rides[0].to) == leaves)
        });
        let Some((way, _)) = way else {
            return Err("the planner lets nobody wait there".to_owned());
        };
        Ok(Some(Booking {
            request,
            ways: vec![way],
            lifts,
            inside: inside.map(|(_, shelter)| shelter),
            waits,
            flies: None,
        }))
    }

    /// The lifts of steps that lie ahead.
    fn lifts(&self, request: usize, ahead: &[Step]) -> Result<Vec<Lift>, String> {
        let underway = self.planner.underway.as_ref();
        let on_board = underway.and_then(|underway| match underway.whereabouts[request] {
            Whereabouts::Aboard { flight } => Some(flight),
            _ => None,
        });
        let mut lifts = Vec::new();
        for step in ahead {
            let Step::Lift {
                mission,
                boards_at_stop: boards,
                leaves_at_stop: leaves,
                from,
                to,
            } = step
            else {
                continue;
            };
            let index = self.by_mission.get(mission).copied();
            let index = index.ok_or_else(|| format!("there is no mission {mission}"))?;
            let shell = self.shells[index]
                .as_ref()
                .map_err(|why| format!("mission {mission}: {why}"))?;
            if shell.role == Role::Over {
                return Err(format!("mission {mission} is over"));
            }
            if boards >= leaves || *leaves >= shell.places.len() {
                return Err(format!("mission {mission} has no such stops"));
            }
            lifts.push(Lift {
                mission: index,
                boards: *boards,
                leaves: *leaves,
                aboard: lifts.is_empty() && on_board.is_some_and(|flight| shell.role == Role::UnderWay(flight)),
                from: *from,
                to: *to,
            });
        }
        Ok(lifts)
    }

    /// The solver's place at which a lift boards or leaves.
    fn place(&self, lift: &Lift, stop: usize) -> Option<airbridge_solver::problem::PlaceIdx> {
        let shell = self.shells[lift.mission].as_ref().ok()?;
        match (shell.role, &self.planner.underway) {
            (Role::UnderWay(flight), Some(underway)) if lift.aboard && stop == lift.boards => {
                Some(underway.ends[flight].goes_on)
            }
            _ => shell.places.get(stop).copied(),
        }
    }

    /// The ways of a party to these offers, through these staging facilities, by the airfields of these lifts; of those that differ only in what they
    /// allow and cost, the ones that allow these lifts, if any does.
    fn ways(&self, request: usize, journeys: &[&Journey], staging: &[FacilityId], lifts: &[Lift]) -> Vec<usize> {
        let operation = self.planner.operation;
        let over = usize::from(self.comes_from(request, lifts).is_some());
        let meanings = self.planner.ways[request]
            .iter()
            .zip(&self.problem.requests[request].ways);
        let fits = |(meaning, way): (&WayMeaning, &Way)| {
            let offers = meaning.offers.iter().map(|offer| &operation.offers[*offer].id);
            let hub = meaning.staging.map(|facility| &operation.facilities[facility].id);
            let rides = || way.rides[over.min(way.rides.len())..].iter().zip(lifts);
            offers.eq(journeys.iter().map(|journey| &journey.offer))
                && hub.into_iter().eq(staging)
                && way.rides.len() == over + lifts.len()
                && rides().all(|(ride, lift)| self.place(lift, lift.boards) == Some(ride.from))
                && rides().all(|(ride, lift)| self.place(lift, lift.leaves) == Some(ride.to))
        };
        let ways: Vec<usize> = meanings
            .enumerate()
            .filter(|(_, pair)| fits(*pair))
            .map(|(way, _)| way)
            .collect();
        if self.planner.underway.is_none() {
            return ways;
        }
        let allows = |way: &&usize| self.allows(&self.problem.requests[request].ways[**way], over, lifts);
        let allowed: Vec<usize> = ways.iter().filter(allows).copied().collect();
        if allowed.is_empty() { ways } else { allowed }
    }

    /// Whether a way allows these lifts: by their aircraft, at these times, as long as they are.
    fn allows(&self, way: &Way, over: usize, lifts: &[Lift]) -> bool {
        let now = self.planner.operation.planned_at;
        let (mut moving, mut legs) = (0, 0);
        for lift in lifts {
            let mission = &self.plan.missions[lift.mission];
            let flown = mission.legs.get(lift.boards..lift.leaves).unwrap_or(&[]);
            for leg in flown.iter().filter(|leg| leg.on_block_at > now) {
                moving += leg.on_block_at.duration_since(leg.off_block_at.max(now)).as_secs();
                legs += 1;
            }
        }
        let ride_allows = |(ride, lift): (&Ride, &Lift)| {
            let Ok(shell) = &self.shells[lift.mission] else {
                return false;
            };
            let left = airbridge_units::Moment(self.planner.axis.not_before(lift.to));
            let vehicle = ride.vehicles.is_empty() || ride.vehicles.contains(&shell.vehicle);
            vehicle && self.problem.windows[ride.alight.get()].hold(left, left)
        };
        moving <= way.max_moving.0 && legs <= way.max_legs && way.rides[over..].iter().zip(lifts).all(ride_allows)
    }
}

/// The staging facilities on steps.
fn stays(steps: &[Step]) -> Vec<FacilityId> {
    steps
        .iter()
        .filter_map(|step| match step {
            Step::Stay { facility, .. } => Some(facility.clone()),
            _ => None,
        })
        .collect()
}
