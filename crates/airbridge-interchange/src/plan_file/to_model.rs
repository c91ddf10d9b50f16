//! From the wire to the model. The only thing that types do not settle is the rule's number.

use airbridge_model as model;
use airbridge_units::{
    AircraftId, AirfieldId, ConfigurationId, CrewId, FacilityId, Feet, Kilograms, MissionId, NauticalMiles, OfferId,
    PatientId, Position, StateCode,
};

use super::wire;

impl From<wire::Origin> for model::PlanOrigin {
    fn from(origin: wire::Origin) -> Self {
        Self {
            operation: origin.operation,
            operation_digest: origin.operation_digest,
            parent: origin.parent_digest,
            replanned_at: origin.replanned_at.map(|at| at.0),
            version: origin.program_version,
            seed: origin.seed,
            work: origin.work,
        }
    }
}

impl From<wire::Measures> for model::Measures {
    fn from(measures: wire::Measures) -> Self {
        Self {
            levels: measures
                .levels
                .into_iter()
                .map(|level| model::TierMeasure {
                    level: match level.precedence {
                        wire::Precedence::Urgent => model::PrecedenceLevel::Urgent,
                        wire::Precedence::Priority => model::PrecedenceLevel::Priority,
                        wire::Precedence::Routine => model::PrecedenceLevel::Routine,
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
}

impl From<wire::Bound> for model::Bound {
    fn from(bound: wire::Bound) -> Self {
        Self {
            on_time_weight: bound.on_time_weight,
            on_time_patients: bound.on_time_patients,
            binding: bound.binding,
        }
    }
}

impl From<wire::Mission> for model::Mission {
    fn from(mission: wire::Mission) -> Self {
        Self {
            id: MissionId::new(mission.id),
            aircraft: AircraftId::new(mission.aircraft),
            configuration: ConfigurationId::new(mission.configuration),
            flight_crew: CrewId::new(mission.flight_crew),
            medical_crew: mission.medical_crew.map(CrewId::new),
            stops: mission.stops.into_iter().map(Into::into).collect(),
            legs: mission.legs.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<wire::Stop> for model::MissionStop {
    fn from(stop: wire::Stop) -> Self {
        Self {
            airfield: AirfieldId::new(stop.airfield),
            on_block_at: stop.on_block_at.map(|at| at.0),
            unloaded_at: stop.unloaded_at.map(|at| at.0),
            loading_from: stop.loading_from_at.map(|at| at.0),
            off_block_at: stop.off_block_at.map(|at| at.0),
            leaves: stop.leaves.iter().map(PatientId::new).collect(),
            boards: stop.boards.iter().map(PatientId::new).collect(),
            refuel: stop.refuel,
            rest: stop.rest,
        }
    }
}

impl From<wire::Leg> for model::Leg {
    fn from(leg: wire::Leg) -> Self {
        Self {
            from: AirfieldId::new(leg.from),
            to: AirfieldId::new(leg.to),
            off_block_at: leg.off_block_at.0,
            on_block_at: leg.on_block_at.0,
            distance: NauticalMiles(leg.distance_nm),
            fuel: Kilograms(leg.fuel_kg),
            cabin_altitude: Feet(leg.cabin_altitude_ft),
            turn: leg.turn.map(Into::into),
            states: leg.states.iter().map(StateCode::new).collect(),
        }
    }
}

impl From<wire::Turn> for model::Turn {
    fn from(turn: wire::Turn) -> Self {
        Self {
            at: turn.at.0,
            position: Position::new(turn.latitude, turn.longitude)
                .expect("angles are within bounds where they are read"),
            from_the_way_to: AirfieldId::new(turn.from_the_way_to),
        }
    }
}

impl From<wire::Journey> for model::Journey {
    fn from(journey: wire::Journey) -> Self {
        Self {
            patient: PatientId::new(journey.patient),
            offer: OfferId::new(journey.offer),
            steps: journey.steps.into_iter().map(Into::into).collect(),
            arrives_at: journey.arrives_at.0,
            on_time: journey.on_time,
        }
    }
}

impl From<wire::Step> for model::Step {
    fn from(step: wire::Step) -> Self {
        match step {
            wire::Step::ToField {
                facility,
                airfield,
                from_at,
                to_at,
            } => Self::ToField {
                facility: FacilityId::new(facility),
                airfield: AirfieldId::new(airfield),
                from: from_at.0,
                to: to_at.0,
            },
            wire::Step::Lift {
                mission,
                boards_at_stop,
                leaves_at_stop,
                from_at,
                to_at,
            } => Self::Lift {
                mission: MissionId::new(mission),
                boards_at_stop: boards_at_stop as usize,
                leaves_at_stop: leaves_at_stop as usize,
                from: from_at.0,
                to: to_at.0,
            },
            wire::Step::FromField {
                airfield,
                facility,
                from_at,
                to_at,
            } => Self::FromField {
                airfield: AirfieldId::new(airfield),
                facility: FacilityId::new(facility),
                from: from_at.0,
                to: to_at.0,
            },
            wire::Step::Stay {
                facility,
                from_at,
                to_at,
            } => Self::Stay {
                facility: FacilityId::new(facility),
                from: from_at.0,
                to: to_at.0,
            },
        }
    }
}

/// The index of the first exclusion whose rule is not one of the eleven.
#[derive(Debug)]
pub(super) struct UnknownRule {
    pub(super) exclusion: usize,
    pub(super) number: u8,
}

impl TryFrom<wire::LeftOut> for model::LeftOut {
    type Error = UnknownRule;

    fn try_from(left_out: wire::LeftOut) -> Result<Self, UnknownRule> {
        Ok(Self {
            patient: PatientId::new(left_out.patient),
            summary: left_out.summary,
            so_far: left_out.so_far.into_iter().map(Into::into).collect(),
            exclusions: left_out
                .exclusions
                .into_iter()
                .enumerate()
                .map(|(index, exclusion)| {
                    let rule = model::Rule::ALL
                        .iter()
                        .copied()
                        .find(|rule| rule.number() == exclusion.rule);
                    Ok(model::Exclusion {
                        offers: exclusion.offers.into_iter().map(OfferId::new).collect(),
                        alternative: exclusion.alternative,
                        rule: rule.ok_or(UnknownRule {
                            exclusion: index,
                            number: exclusion.rule,
                        })?,
                        reason: exclusion.reason,
                    })
                })
                .collect::<Result<_, _>>()?,
        })
    }
}
