//! What airfields, operators and states could decide.

use std::collections::BTreeSet;

use airbridge_model::{Aircraft, ClearanceKind, Closed, Crew, CrewRole, Hours, Isolation, PlaceKind};
use airbridge_units::{OperatorId, StateCode};

use super::{Candidate, DAYS, HOURS, Looked, MINUTES};
use crate::explain::change::Change;
use crate::load;
use crate::performance::block_seconds;
use crate::permission::{LegQuery, lacking};

impl Looked<'_, '_> {
    pub(super) fn fields(&self) -> Vec<Candidate> {
        let mut all = Vec::new();
        for field in self
            .airfields()
            .into_iter()
            .map(|at| &self.planner.operation.airfields[at])
        {
            let airfield = || field.id.clone();
            if field.slots_per_hour.is_some() {
                let more = |more| Change::Slots {
                    airfield: airfield(),
                    more,
                };
                all.push([1, 2].map(more).to_vec());
            }
            if field.parking.is_some() {
                all.push(vec![Change::Stands {
                    airfield: airfield(),
                    more: 1,
                }]);
            }
            if field.hours != Hours::Always || field.runways.iter().any(|runway| !runway.lit) {
                all.push(vec![Change::FieldHours { airfield: airfield() }]);
            }
        }
        all
    }

    pub(super) fn duty(&self) -> Vec<Candidate> {
        let crews = self.planner.crews.iter();
        let longer = |crew: &&Crew| {
            let more = |minutes| Change::Duty {
                crew: crew.id.clone(),
                minutes,
            };
            MINUTES.map(more).to_vec()
        };
        crews.map(longer).collect()
    }

    pub(super) fn crews(&self) -> Vec<Candidate> {
        let operation = self.planner.operation;
        let mut all = Vec::new();
        for crew in &operation.crews {
            let longer = |hours| Change::CrewTime {
                crew: crew.id.clone(),
                hours,
            };
            all.push(HOURS.map(longer).to_vec());
            if crew.role == CrewRole::Medical {
                let mut demand = [0; load::DIMENSIONS];
                for patient in &self.party.members {
                    for (sum, part) in demand.iter_mut().zip(load::demand(&operation.policy, patient)) {
                        *sum += part;
                    }
                }
                let points = |dimension: usize| u32::try_from(demand[dimension]).unwrap_or(0);
                all.push(vec![Change::Care {
                    crew: crew.id.clone(),
                    critical: points(load::CRITICAL),
                    nursing: points(load::NURSING),
                }]);
            }
        }
        all
    }

    pub(super) fn places(&self) -> Vec<Candidate> {
        let members = || self.party.members.iter();
        let kinds: BTreeSet<PlaceKind> = members().map(|patient| patient.place_kind()).collect();
        let mut seats: u32 = members().map(|patient| patient.attendants.count()).sum();
        let mut all = Vec::new();
        for (aircraft, _) in &self.planner.aircraft {
            let steps = |kind: PlaceKind, most: u32| -> Candidate {
                let more = |more| Change::Places {
                    aircraft: aircraft.id.clone(),
                    kind,
                    more,
                };
                (1..=most).map(more).collect()
            };
            for &kind in &kinds {
                let own = members().filter(|patient| patient.place_kind() == kind);
                let own: u32 = own.map(|patient| patient.places()).sum();
                if kind == PlaceKind::Seat {
                    all.push(steps(kind, own + seats));
                    seats = 0;
                } else {
                    all.push(steps(kind, own));
                }
            }
            if seats > 0 {
                all.push(steps(PlaceKind::Seat, seats));
            }
            let isolated = members().filter(|patient| patient.isolation != Isolation::None).count() as u32;
            if isolated > 0 {
                let more = |more| Change::IsolationUnits {
                    aircraft: aircraft.id.clone(),
                    more,
                };
                all.push((1..=isolated).map(more).collect());
            }
        }
        all
    }

    pub(super) fn aircraft(&self) -> Vec<Candidate> {
        let mut all = Vec::new();
        for (aircraft, _) in &self.planner.aircraft {
            let id = || aircraft.id.clone();
            let longer = |hours| Change::AircraftTime { aircraft: id(), hours };
            all.push(HOURS.map(longer).to_vec());
            if aircraft.departure_hours != Hours::Always {
                all.push(vec![Change::Departures { aircraft: id() }]);
            }
            if aircraft.max_missions.is_some() {
                all.push(vec![Change::Missions {
                    aircraft: id(),
                    more: 1,
                }]);
            }
        }
        all
    }

    pub(super) fn permits(&self) -> Vec<Candidate> {
        let (planner, operation) = (self.planner, self.planner.operation);
        let policy = &operation.policy;
        let mut tracks = planner
            .tracks
            .lock()
            .expect("no other thread panics while it holds the tracks");
        let fields = self.airfields();
        let mut lacks: BTreeSet<(StateCode, ClearanceKind, OperatorId)> = BTreeSet::new();
        for &(aircraft, kind) in &planner.aircraft {
            for (&from, &to) in fields.iter().flat_map(|from| fields.iter().map(move |to| (from, to))) {
                if from == to {
                    continue;
                }
                let facts = tracks.facts(from, to);
                let query = LegQuery {
                    aircraft,
                    from: &operation.airfields[from].state,
                    to: &operation.airfields[to].state,
                    duration: block_seconds(policy, kind, &policy.cabin_tiers[0], facts.distance),
                    facts,
                };
                let found = lacking(operation, &planner.axis, &query).into_iter();
                lacks.extend(found.map(|(state, what)| (state, what, aircraft.operator.clone())));
            }
        }
        let permit = |(state, kind, operator)| vec![Change::Permit { state, kind, operator }];
        lacks.into_iter().map(permit).collect()
    }

    pub(super) fn closures(&self) -> Vec<Candidate> {
        let operation = self.planner.operation;
        let fields = self.airfields();
        let near = |what: &Closed| match what {
            Closed::Airfield(id) => fields.iter().any(|at| operation.airfields[*at].id == *id),
            Closed::Airspace(_) => true,
        };
        let closures = operation.closures.iter().filter(|closure| near(&closure.what));
        let lifted = closures.map(|closure| Change::Reopened {
            closure: closure.id.clone(),
        });
        let pairs: BTreeSet<Change> = operation
            .forbidden_pairs
            .iter()
            .map(|pair| Change::Traffic {
                state: pair.state.clone(),
                other: pair.other.clone(),
            })
            .collect();
        lifted.chain(pairs).map(|change| vec![change]).collect()
    }

    pub(super) fn policy() -> Vec<Candidate> {
        let missions = HOURS.map(|hours| Change::LongerMissions { hours });
        let horizon = DAYS.map(|days| Change::Horizon { days });
        vec![missions.to_vec(), horizon.to_vec()]
    }

    pub(super) fn second_crews(&self) -> Vec<Candidate> {
        let crews = self.planner.crews.iter();
        crews
            .map(|crew| vec![Change::SecondCrew { crew: crew.id.clone() }])
            .collect()
    }

    pub(super) fn second_aircraft(&self) -> Vec<Candidate> {
        let fleet = self.planner.aircraft.iter();
        let second = |(aircraft, _): &(&Aircraft, _)| {
            vec![Change::SecondAircraft {
                aircraft: aircraft.id.clone(),
            }]
        };
        fleet.map(second).collect()
    }
}
