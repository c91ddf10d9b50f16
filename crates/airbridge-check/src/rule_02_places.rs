//! Rule 2: on every leg a place of the right kind for each one on board; isolation; groups together; a cabin that the aircraft takes.

use std::collections::BTreeMap;

use airbridge_model::{Configuration, Isolation, Journey, Patient, PlaceKind, Rule, Step, Unity};
use airbridge_units::{GroupId, MissionId};

use crate::checker::Context;
use crate::flight::Flight;
use crate::report::Report;

const RULE: Rule = Rule::Places;

pub(crate) fn check(context: &Context<'_>, report: &mut Report) {
    for flight in &context.flights {
        cabin(flight, report);
        if let Some(configuration) = flight.configuration {
            for (leg, on_board) in flight.on_board.iter().enumerate() {
                if flight.is_behind(leg) || flight.carries_none_new(leg) {
                    continue;
                }
                places(&flight.leg_place(leg), configuration, on_board, report);
            }
        }
    }
    groups(context, report);
}

/// The configuration is one that the aircraft may take.
fn cabin(flight: &Flight<'_>, report: &mut Report) {
    let (Some(aircraft), Some(kind)) = (flight.aircraft, flight.kind) else {
        return;
    };
    let id = &flight.mission.configuration;
    if flight.configuration.is_none() {
        report.add(
            RULE,
            "unknown-configuration",
            flight.place(),
            format!("{} has no configuration {id}", kind.id),
        );
    } else if !aircraft.configurations.is_empty() && !aircraft.configurations.contains(id) {
        report.add(
            RULE,
            "configuration-not-taken",
            flight.place(),
            format!("{} does not take configuration {id}", aircraft.id),
        );
    }
}

/// What those on board take of the cabin.
#[derive(Default)]
struct Taken {
    intensive_care: u64,
    lying: u64,
    seats: u64,
    alone: u64,
    contact: u64,
}

impl Taken {
    fn by(on_board: &[&Patient]) -> Self {
        let mut taken = Self::default();
        for patient in on_board {
            let places = u64::from(patient.places());
            match patient.place_kind() {
                PlaceKind::IntensiveCare => {
                    taken.intensive_care += places;
                    taken.lying += places;
                }
                PlaceKind::Litter => taken.lying += places,
                PlaceKind::Seat => taken.seats += places,
            }
            taken.seats += u64::from(patient.attendants.medical) + u64::from(patient.attendants.other);
            match patient.isolation {
                Isolation::None => {}
                Isolation::Contact => taken.contact += 1,
                Isolation::Droplet | Isolation::Airborne => taken.alone += 1,
            }
        }
        taken
    }
}

fn places(place: &str, configuration: &Configuration, on_board: &[&Patient], report: &mut Report) {
    let taken = Taken::by(on_board);
    let units = u64::from(configuration.isolation_units);
    let limits = [
        (
            "too-few-intensive-care",
            "intensive-care places",
            taken.intensive_care,
            u64::from(configuration.intensive_care),
        ),
        (
            "too-few-litters",
            "litters, those of intensive care included",
            taken.lying,
            u64::from(configuration.litters),
        ),
        (
            "too-few-seats",
            "seats, those of attendants included",
            taken.seats,
            u64::from(configuration.seats),
        ),
        ("too-few-isolation-units", "closed isolation units", taken.alone, units),
        (
            "too-few-isolation-places",
            "isolation places of any kind",
            taken.alone + taken.contact,
            units + u64::from(configuration.isolation_bay),
        ),
    ];
    for (slug, what, taken, there) in limits {
        if taken > there {
            report.add(
                RULE,
                slug,
                place,
                format!("{taken} {what} taken, configuration {} has {there}", configuration.id),
            );
        }
    }
}

/// Members of a group are all moved or none, share every lift, and end together.
fn groups(context: &Context<'_>, report: &mut Report) {
    let mut groups: BTreeMap<&GroupId, Vec<&Patient>> = BTreeMap::new();
    for patient in &context.operation.patients {
        if let Some(group) = &patient.group
            && !context.past.is_closed(&patient.id)
        {
            groups.entry(group).or_default().push(patient);
        }
    }
    for (id, members) in groups {
        let place = format!("group {id}");
        let moved: Vec<&Journey> = members
            .iter()
            .filter_map(|member| Some(context.journeys.get(&member.id)?.1))
            .collect();
        if moved.is_empty() {
            continue;
        }
        if moved.len() < members.len() {
            report.add(
                RULE,
                "group-parted",
                &place,
                format!("{} of {} members are moved", moved.len(), members.len()),
            );
        }
        let unity = context.index.group(id).map_or(Unity::Facility, |group| group.unity);
        for pair in moved.windows(2) {
            let who = || format!("{place}, patients {} and {}", pair[0].patient, pair[1].patient);
            if rides(pair[0]) != rides(pair[1]) {
                report.add(RULE, "group-not-on-one-lift", who(), "do not share every lift");
            }
            if let (Some(one), Some(other)) = (end(context, pair[0], unity), end(context, pair[1], unity))
                && one != other
            {
                report.add(
                    RULE,
                    "group-ends-apart",
                    who(),
                    format!("end in {one} and {other}, to be kept in one {unity}"),
                );
            }
        }
    }
}

fn rides(journey: &Journey) -> Vec<(&MissionId, usize, usize)> {
    journey
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Lift {
                mission,
                boards_at_stop,
                leaves_at_stop,
                ..
            } => Some((mission, *boards_at_stop, *leaves_at_stop)),
            _ => None,
        })
        .collect()
}

/// The facility or city where a journey ends, in words that differ when the places do.
fn end(context: &Context<'_>, journey: &Journey, unity: Unity) -> Option<String> {
    let facility = context.index.facility(&context.index.offer(&journey.offer)?.facility)?;
    Some(match unity {
        Unity::Facility => facility.id.to_string(),
        Unity::City => format!("{} ({})", facility.city, facility.state),
    })
}
