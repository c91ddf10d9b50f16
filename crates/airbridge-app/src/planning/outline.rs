//! What of a plan the record keeps.

use airbridge_events::{Behind, Flight, Leg, OfferId, OperationId, Outline, PlanId, RequestId, Way};
use airbridge_model::{Journey, Mission, Operation, Plan, Progress, Step};
use serde_json::{Value, json};

/// Where a plan comes from.
#[derive(Clone, Debug)]
pub struct From {
    /// For which operation.
    pub operation: OperationId,
    /// The plan that it replaces.
    pub parent: Option<PlanId>,
    /// Blob of the tables.
    pub tables: String,
    /// The last fact in them.
    pub tables_seq: u64,
    /// Blob of the events that the plan was made with.
    pub events: Option<String>,
    /// The last fact that was known when it was made.
    pub known_seq: u64,
    /// Blob of the plan's file.
    pub blob: String,
}

/// The outline of a plan. Missions that were over when it was made are left out, and so are patients who had arrived.
pub fn outline(operation: &Operation, plan: &Plan, from: From) -> Outline {
    let now = plan.origin.replanned_at;
    let open = |mission: &Mission| now.is_none_or(|now| mission.progress(now) != Progress::Over);
    // Whoever is admitted at once where they wait had not arrived before.
    let at_once = |journey: &Journey| matches!(journey.steps.last(), Some(Step::Stay { .. }));
    let ahead = |journey: &Journey| {
        now.is_none_or(|now| journey.arrives_at > now || (journey.arrives_at == now && at_once(journey)))
    };
    Outline {
        operation: from.operation,
        parent: from.parent,
        blob: from.blob,
        tables: from.tables,
        tables_seq: from.tables_seq,
        events: from.events,
        known_seq: from.known_seq,
        measures: measures(plan),
        flights: plan
            .missions
            .iter()
            .filter(|mission| open(mission))
            .map(|mission| flight(operation, mission))
            .collect(),
        ways: plan.journeys.iter().filter(|journey| ahead(journey)).map(way).collect(),
        left_out: plan
            .left_out
            .iter()
            .map(|entry| (RequestId::new(entry.patient.as_str()), entry.summary.clone()))
            .collect(),
        behind: Behind {
            missions: (plan.missions.iter().filter(|mission| !open(mission)))
                .map(|mission| mission.id.to_string())
                .collect(),
            requests: (plan.journeys.iter().filter(|journey| !ahead(journey)))
                .map(|journey| RequestId::new(journey.patient.as_str()))
                .collect(),
        },
    }
}

/// A mission as the record keeps it.
pub(super) fn flight(operation: &Operation, mission: &Mission) -> Flight {
    let aircraft = operation.aircraft.iter().find(|known| known.id == mission.aircraft);
    let leg = |leg: &airbridge_model::Leg| Leg {
        from: leg.from.to_string(),
        to: leg.to.to_string(),
        off_block_at: leg.off_block_at,
        on_block_at: leg.on_block_at,
    };
    Flight {
        number: mission.id.to_string(),
        aircraft: mission.aircraft.to_string(),
        operator: aircraft.map_or_else(String::new, |known| known.operator.to_string()),
        flight_crew: mission.flight_crew.to_string(),
        medical_crew: mission.medical_crew.as_ref().map(ToString::to_string),
        legs: mission.legs.iter().map(leg).collect(),
    }
}

pub(super) fn way(journey: &Journey) -> Way {
    let mut missions: Vec<String> = Vec::new();
    for step in &journey.steps {
        if let Step::Lift { mission, .. } = step
            && !missions.iter().any(|known| known == mission.as_str())
        {
            missions.push(mission.to_string());
        }
    }
    Way {
        request: RequestId::new(journey.patient.as_str()),
        offer: OfferId::new(journey.offer.as_str()),
        arrives_at: journey.arrives_at,
        missions,
    }
}

/// Measures and bound as the plan's file has them.
pub(crate) fn measures(plan: &Plan) -> Value {
    let mut stated = airbridge_report::measures_json(plan);
    stated["patients_moved"] = json!(plan.journeys.len());
    stated
}
