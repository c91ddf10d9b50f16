//! What could hold a journey where it is in time: of the patient, the doors, the missions, the states.

use std::collections::BTreeSet;

use airbridge_model::{ClearanceKind, Closed, Closure, Hours, Mission, Plan};
use airbridge_solver::problem::{RequestIdx, VehicleIdx};
use airbridge_units::{Minutes, PatientId, StateCode};

use crate::explain::answer::mission_of;
use crate::explain::case::Case;
use crate::explain::change::Change;
use crate::party::Party;
use crate::performance::block_seconds;
use crate::permission::{LegQuery, lacking};

/// Something that could hold a journey.
pub(super) struct Source {
    pub(super) what: String,
    pub(super) changes: Vec<Change>,
    /// The party is ready from the start.
    pub(super) ready: bool,
    /// Staging asks no least stay.
    pub(super) no_stay: bool,
    /// These are not moved.
    pub(super) without: Vec<PatientId>,
}

impl Source {
    fn of(what: String, changes: Vec<Change>) -> Self {
        Self {
            what,
            changes,
            ready: false,
            no_stay: false,
            without: Vec::new(),
        }
    }
}

/// Hours beyond any that matter.
const LONG: u32 = 24 * 30;

/// All that could hold a party's journey.
pub(super) fn sources(case: &Case, request: RequestIdx) -> Vec<Source> {
    let (planner, operation) = (case.planner, case.planner.operation);
    let party = &planner.parties[request.get()];
    let Some(service) = &case.solution.served[request.get()] else {
        return Vec::new();
    };
    let meaning = &planner.ways[request.get()][service.way.get()];
    let names: Vec<&str> = party.members.iter().map(|member| member.id.as_str()).collect();
    let latest = party.members.iter().map(|member| member.ready_at).max();
    let mut all = vec![Source {
        ready: true,
        ..Source::of(
            format!("{} ready at {}", names.join(", "), latest.unwrap_or_default()),
            Vec::new(),
        )
    }];
    let origin = &operation.facilities[planner.places.facility(&party.members[0].origin)];
    if origin.release_hours != Hours::Always {
        let what = format!("{} lets patients out in {}", origin.name, origin.release_hours);
        all.push(Source::of(
            what,
            vec![Change::Release {
                facility: origin.id.clone(),
            }],
        ));
    }
    if let Some(most) = origin.releases_per_day {
        let what = format!("{} lets out {most} a day", origin.name);
        all.push(Source::of(
            what,
            vec![Change::Releases {
                facility: origin.id.clone(),
                more: 1_000,
            }],
        ));
    }
    for &offer in &meaning.offers {
        let offer = &operation.offers[offer];
        let facility = &operation.facilities[planner.places.facility(&offer.facility)];
        if facility.admission_hours != Hours::Always {
            let what = format!("{} admits in {}", facility.name, facility.admission_hours);
            all.push(Source::of(
                what,
                vec![Change::Admission {
                    facility: facility.id.clone(),
                }],
            ));
        }
        let days = Change::Sooner {
            offer: offer.id.clone(),
            days: 60,
        };
        all.push(Source::of(format!("{} begins on {}", offer.id, offer.from), vec![days]));
        let beds = Change::Beds {
            offer: offer.id.clone(),
            more: 1_000,
        };
        all.push(Source::of(format!("{} beds of {}", offer.beds, offer.id), vec![beds]));
        if let Some(most) = facility.receives_per_day.or(operation.policy.default_receives_per_day) {
            let more = Change::Reception {
                facility: facility.id.clone(),
                more: 1_000,
            };
            all.push(Source::of(format!("{} admits {most} a day", facility.name), vec![more]));
        }
    }
    if let Some(hub) = meaning.staging {
        let hub = &operation.facilities[hub];
        let stay = operation.staging.iter().find(|entry| entry.facility == hub.id);
        let least = stay.map_or(Minutes(0), |entry| entry.min_stay);
        all.push(Source {
            no_stay: true,
            ..Source::of(format!("a stay of at least {least} in {}", hub.name), Vec::new())
        });
        let places = Change::Staging {
            facility: hub.id.clone(),
            more: 1_000,
        };
        all.push(Source::of(format!("places in {}", hub.name), vec![places]));
    }
    for ride in &service.rides {
        of_mission(case, ride.vehicle, ride.tour, party, &mut all);
    }
    for pair in &operation.forbidden_pairs {
        let change = Change::Traffic {
            state: pair.state.clone(),
            other: pair.other.clone(),
        };
        all.push(Source::of(
            format!("no traffic between {} and {}", pair.state, pair.other),
            vec![change],
        ));
    }
    for closure in operation
        .closures
        .iter()
        .filter(|closure| matches!(closure.what, Closed::Airspace(_)))
    {
        let change = Change::Reopened {
            closure: closure.id.clone(),
        };
        all.push(Source::of(format!("closed airspace: {}", closure.reason), vec![change]));
    }
    all
}

/// What could hold a mission.
fn of_mission(case: &Case, vehicle: VehicleIdx, tour: usize, party: &Party, all: &mut Vec<Source>) {
    let (planner, operation) = (case.planner, case.planner.operation);
    let Some(id) = case.mission_of(vehicle, tour) else {
        return;
    };
    let Some(mission) = mission_of(&case.plan, id) else {
        return;
    };
    let (aircraft, kind) = planner.aircraft[vehicle.get()];
    let fields: BTreeSet<usize> = mission
        .stops
        .iter()
        .map(|stop| planner.places.airfield(&stop.airfield))
        .collect();
    for field in fields.into_iter().map(|at| &operation.airfields[at]) {
        let closed = |closure: &&Closure| matches!(&closure.what, Closed::Airfield(at) if *at == field.id);
        let mut changes = vec![Change::FieldHours {
            airfield: field.id.clone(),
        }];
        changes.extend(
            operation
                .closures
                .iter()
                .filter(closed)
                .map(|closure| Change::Reopened {
                    closure: closure.id.clone(),
                }),
        );
        all.push(Source::of(format!("hours of {}", field.id), changes));
        let more = 1_000;
        if field.slots_per_hour.is_some() {
            let slots = Change::Slots {
                airfield: field.id.clone(),
                more,
            };
            all.push(Source::of(format!("slots at {}", field.id), vec![slots]));
        }
        if field.parking.is_some() {
            let stands = Change::Stands {
                airfield: field.id.clone(),
                more,
            };
            all.push(Source::of(format!("stands at {}", field.id), vec![stands]));
        }
    }
    let mut permits: BTreeSet<(StateCode, ClearanceKind)> = BTreeSet::new();
    {
        let mut tracks = planner
            .tracks
            .lock()
            .expect("no other thread panics while it holds the tracks");
        for leg in &mission.legs {
            let (from, to) = (planner.places.airfield(&leg.from), planner.places.airfield(&leg.to));
            let facts = tracks.facts(from, to);
            let tier = &operation.policy.cabin_tiers[0];
            let query = LegQuery {
                aircraft,
                from: &operation.airfields[from].state,
                to: &operation.airfields[to].state,
                duration: block_seconds(&operation.policy, kind, tier, facts.distance),
                facts,
            };
            permits.extend(lacking(operation, &planner.axis, &query));
        }
    }
    for (state, kind) in permits {
        let what = format!("the times of {state}'s permission for {}", aircraft.operator);
        let operator = aircraft.operator.clone();
        all.push(Source::of(what, vec![Change::Permit { state, kind, operator }]));
    }
    let crews = [Some(&mission.flight_crew), mission.medical_crew.as_ref()];
    for crew in crews.into_iter().flatten() {
        let time = Change::CrewTime {
            crew: crew.clone(),
            hours: LONG,
        };
        all.push(Source::of(format!("{crew} is there only from a time on"), vec![time]));
        let duty = Change::Duty {
            crew: crew.clone(),
            minutes: LONG,
        };
        all.push(Source::of(format!("the duty limit of {crew}"), vec![duty]));
    }
    let time = Change::AircraftTime {
        aircraft: aircraft.id.clone(),
        hours: LONG,
    };
    all.push(Source::of(
        format!("{} is there only from a time on", aircraft.id),
        vec![time],
    ));
    if aircraft.departure_hours != Hours::Always {
        let what = format!("{} departs in {}", aircraft.id, aircraft.departure_hours);
        all.push(Source::of(
            what,
            vec![Change::Departures {
                aircraft: aircraft.id.clone(),
            }],
        ));
    }
    let others = mission.stops.iter().flat_map(|stop| &stop.boards);
    let others: Vec<PatientId> = others
        .filter(|id| party.members.iter().all(|member| member.id != **id))
        .cloned()
        .collect();
    if !others.is_empty() {
        all.push(Source {
            without: others,
            ..Source::of(
                format!("the others on {id}: their stops, times and handling"),
                Vec::new(),
            )
        });
    }
    for before in before(&case.plan, mission) {
        let riders = before.stops.iter().flat_map(|stop| &stop.boards);
        all.push(Source {
            without: riders.cloned().collect(),
            ..Source::of(
                format!("mission {} before it, of the same aircraft or crew", before.id),
                Vec::new(),
            )
        });
    }
}

/// Missions just before one, of its aircraft and of each of its crews.
fn before<'p>(plan: &'p Plan, mission: &Mission) -> Vec<&'p Mission> {
    let off = |mission: &Mission| mission.legs.first().map(|leg| leg.off_block_at);
    let shared: [&dyn Fn(&Mission) -> bool; 3] = [
        &|other| other.aircraft == mission.aircraft,
        &|other| other.flight_crew == mission.flight_crew,
        &|other| other.medical_crew.is_some() && other.medical_crew == mission.medical_crew,
    ];
    let mut found: Vec<&Mission> = Vec::new();
    for with in shared {
        let earlier = plan
            .missions
            .iter()
            .filter(|other| off(other) < off(mission) && with(other));
        if let Some(last) = earlier.max_by_key(|other| off(other))
            && !found.iter().any(|known| known.id == last.id)
        {
            found.push(last);
        }
    }
    found
}
