//! From the model to the wire. Nothing is lost.

use airbridge_model as model;

use super::wire;

fn texts<T: ToString>(ids: &[T]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

impl From<&model::Plan> for wire::PlanFile {
    fn from(plan: &model::Plan) -> Self {
        Self {
            format: wire::Format,
            origin: wire::Origin {
                operation: plan.origin.operation.clone(),
                operation_digest: plan.origin.operation_digest.clone(),
                parent_digest: plan.origin.parent.clone(),
                replanned_at: plan.origin.replanned_at.map(wire::At),
                program_version: plan.origin.version.clone(),
                seed: plan.origin.seed,
                work: plan.origin.work,
            },
            measures: measures(&plan.measures),
            bound: wire::Bound {
                on_time_weight: plan.bound.on_time_weight,
                on_time_patients: plan.bound.on_time_patients,
                binding: plan.bound.binding.clone(),
            },
            missions: plan.missions.iter().map(mission).collect(),
            journeys: plan.journeys.iter().map(journey).collect(),
            left_out: plan.left_out.iter().map(left_out).collect(),
            changes: (plan.changes.iter())
                .map(|(patient, times)| wire::Change {
                    patient: patient.to_string(),
                    times: *times,
                })
                .collect(),
        }
    }
}

fn measures(measures: &model::Measures) -> wire::Measures {
    wire::Measures {
        levels: measures
            .levels
            .iter()
            .map(|level| wire::Level {
                precedence: match level.level {
                    model::PrecedenceLevel::Urgent => wire::Precedence::Urgent,
                    model::PrecedenceLevel::Priority => wire::Precedence::Priority,
                    model::PrecedenceLevel::Routine => wire::Precedence::Routine,
                },
                patients: level.patients,
                on_time: level.on_time,
                late: level.late,
                left_out: level.left_out,
            })
            .collect(),
        on_time_weight: measures.on_time_weight,
        lateness_weighted_hours: measures.lateness_weighted_hours,
        commitments_broken: measures.commitments_broken,
        transit_hours: measures.transit_hours,
        stops: measures.stops,
        nights: measures.nights,
        flying_hours: measures.flying_hours,
        positioning_hours: measures.positioning_hours,
        cost: measures.cost,
        fuel_kg: measures.fuel_kg,
        legs: measures.legs,
    }
}

fn mission(mission: &model::Mission) -> wire::Mission {
    wire::Mission {
        id: mission.id.to_string(),
        aircraft: mission.aircraft.to_string(),
        configuration: mission.configuration.to_string(),
        flight_crew: mission.flight_crew.to_string(),
        medical_crew: mission.medical_crew.as_ref().map(ToString::to_string),
        stops: mission
            .stops
            .iter()
            .map(|stop| wire::Stop {
                airfield: stop.airfield.to_string(),
                on_block_at: stop.on_block_at.map(wire::At),
                unloaded_at: stop.unloaded_at.map(wire::At),
                loading_from_at: stop.loading_from.map(wire::At),
                off_block_at: stop.off_block_at.map(wire::At),
                leaves: texts(&stop.leaves),
                boards: texts(&stop.boards),
                refuel: stop.refuel,
                rest: stop.rest,
            })
            .collect(),
        legs: mission
            .legs
            .iter()
            .map(|leg| wire::Leg {
                from: leg.from.to_string(),
                to: leg.to.to_string(),
                off_block_at: wire::At(leg.off_block_at),
                on_block_at: wire::At(leg.on_block_at),
                distance_nm: leg.distance.get(),
                fuel_kg: leg.fuel.get(),
                cabin_altitude_ft: leg.cabin_altitude.get(),
                turn: leg.turn.as_ref().map(turn),
                states: texts(&leg.states),
            })
            .collect(),
    }
}

fn turn(turn: &model::Turn) -> wire::Turn {
    wire::Turn {
        at: wire::At(turn.at),
        latitude: turn.position.lat(),
        longitude: turn.position.lon(),
        from_the_way_to: turn.from_the_way_to.to_string(),
    }
}

fn journey(journey: &model::Journey) -> wire::Journey {
    wire::Journey {
        patient: journey.patient.to_string(),
        offer: journey.offer.to_string(),
        arrives_at: wire::At(journey.arrives_at),
        on_time: journey.on_time,
        steps: journey.steps.iter().map(step).collect(),
    }
}

fn step(step: &model::Step) -> wire::Step {
    let index = |stop: usize| u32::try_from(stop).unwrap_or(u32::MAX);
    match step {
        model::Step::ToField {
            facility,
            airfield,
            from,
            to,
        } => wire::Step::ToField {
            facility: facility.to_string(),
            airfield: airfield.to_string(),
            from_at: wire::At(*from),
            to_at: wire::At(*to),
        },
        model::Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            from,
            to,
        } => wire::Step::Lift {
            mission: mission.to_string(),
            boards_at_stop: index(*boards_at_stop),
            leaves_at_stop: index(*leaves_at_stop),
            from_at: wire::At(*from),
            to_at: wire::At(*to),
        },
        model::Step::FromField {
            airfield,
            facility,
            from,
            to,
        } => wire::Step::FromField {
            airfield: airfield.to_string(),
            facility: facility.to_string(),
            from_at: wire::At(*from),
            to_at: wire::At(*to),
        },
        model::Step::Stay { facility, from, to } => wire::Step::Stay {
            facility: facility.to_string(),
            from_at: wire::At(*from),
            to_at: wire::At(*to),
        },
    }
}

fn left_out(left_out: &model::LeftOut) -> wire::LeftOut {
    wire::LeftOut {
        patient: left_out.patient.to_string(),
        summary: left_out.summary.clone(),
        so_far: left_out.so_far.iter().map(step).collect(),
        exclusions: left_out
            .exclusions
            .iter()
            .map(|exclusion| wire::Exclusion {
                offers: exclusion.offers.iter().map(ToString::to_string).collect(),
                alternative: exclusion.alternative.clone(),
                rule: exclusion.rule.number(),
                reason: exclusion.reason.clone(),
            })
            .collect(),
    }
}
