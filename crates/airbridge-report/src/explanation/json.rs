//! Explanations for programs.

use airbridge_model::Exclusion;
use airbridge_planner::explain::{
    Admitted, Answer, Decision, Difference, Held, LeftOut, MissionTold, Moved, OfferTold, OneFewer, Possible,
    Relaxation, Told, Who,
};
use serde_json::{Value, json};

/// An answer with what limits its truth.
pub fn explanation_json(answer: &Answer) -> Value {
    let (about, told) = match &answer.told {
        Told::Moved(told) => ("patient", moved(told)),
        Told::LeftOut(told) => ("patient", left_out(told)),
        Told::Mission(told) => ("mission", mission(told)),
        Told::Offer(told) => ("offer", offer(told)),
    };
    json!({ "about": about, "explanation": told, "not_counted": answer.dropped })
}

fn who(who: &Who) -> Value {
    json!({
        "patient": who.patient.as_str(),
        "with": who.with.iter().map(airbridge_units::PatientId::as_str).collect::<Vec<_>>(),
        "precedence": who.level.code(),
        "due_at": who.due_at.to_string(),
    })
}

fn moved(told: &Moved) -> Value {
    json!({
        "moved": true,
        "who": who(&told.who),
        "offer": told.journey.offer.as_str(),
        "arrives_at": told.journey.arrives_at.to_string(),
        "on_time": told.journey.on_time,
        "other_beds": told.other_beds.iter().map(possible).collect::<Vec<_>>(),
        "excluded_beds": exclusions(&told.excluded_beds),
        "other_flights": told.other_flights.iter().map(possible).collect::<Vec<_>>(),
        "excluded_flights": exclusions(&told.excluded_flights),
        "held": held(&told.held),
    })
}

fn held(held: &Held) -> Value {
    match held {
        Held::By(holds) => {
            let each = holds
                .iter()
                .map(|hold| json!({ "what": hold.what, "minutes_sooner_without": hold.minutes }));
            json!({ "by": each.collect::<Vec<_>>() })
        }
        Held::Together(all, minutes) => json!({ "together": all, "minutes_sooner_without": minutes }),
        Held::Nothing(minutes) => json!({ "minutes_sooner_at_once": minutes }),
        Held::Itself => json!({}),
    }
}

fn left_out(told: &LeftOut) -> Value {
    json!({
        "moved": false,
        "who": who(&told.who),
        "summary": told.summary,
        "room": told.room.as_ref().map(admitted),
        "would_take": told.would_take.iter().map(relaxation).collect::<Vec<_>>(),
        "changes_looked_at": told.looked_at,
        "exclusions": exclusions(&told.exclusions),
    })
}

fn relaxation(way: &Relaxation) -> Value {
    json!({
        "changes": way.words,
        "decision": match way.decision {
            Decision::Coordination => "coordination",
            Decision::Clinical => "clinical",
            Decision::Patient => "patient",
        },
        "then": admitted(&way.admitted),
    })
}

fn admitted(admitted: &Admitted) -> Value {
    json!({
        "offer": admitted.offer.as_str(),
        "arrives_at": admitted.arrives_at.to_string(),
        "on_time": admitted.on_time,
    })
}

fn possible(possible: &Possible) -> Value {
    json!({
        "what": possible.what,
        "offer": possible.offer.as_str(),
        "arrives_at": possible.arrives_at.to_string(),
        "left_out_then": possible.without.iter().map(airbridge_units::PatientId::as_str).collect::<Vec<_>>(),
        "difference": difference(&possible.difference),
    })
}

fn difference(difference: &Difference) -> Value {
    json!({
        "on_time_weight": difference.on_time_weight,
        "lateness_weighted_hours": difference.lateness_weighted_hours,
        "transit_hours": difference.transit_hours,
        "stops": difference.stops,
        "nights": difference.nights,
        "flying_hours": difference.flying_hours,
        "cost": difference.cost,
    })
}

fn exclusions(exclusions: &[Exclusion]) -> Value {
    let each = exclusions.iter().map(|exclusion| {
        json!({
            "rule": exclusion.rule.number(),
            "reason": exclusion.reason,
            "alternative": exclusion.alternative,
            "offers": exclusion.offers.iter().map(airbridge_units::OfferId::as_str).collect::<Vec<_>>(),
        })
    });
    each.collect()
}

fn mission(told: &MissionTold) -> Value {
    let fates = told.without.iter().map(|fate| {
        let (then, reason) = match &fate.then {
            Ok(then) => (Some(admitted(then)), None),
            Err(reason) => (None, Some(reason)),
        };
        json!({ "patient": fate.patient.as_str(), "moved": then, "left_out": reason })
    });
    let others = told.others.iter();
    json!({
        "mission": told.mission.id.as_str(),
        "aircraft": told.mission.aircraft.as_str(),
        "under_way": told.under_way,
        "without_it": fates.collect::<Vec<_>>(),
        "others": others.map(|other| json!({ "what": other.what, "difference": difference(&other.difference) })).collect::<Vec<_>>(),
        "excluded": exclusions(&told.excluded),
    })
}

fn offer(told: &OfferTold) -> Value {
    let placed = told.placed.iter();
    let days = told.days.iter();
    let refused = told.refused.iter().map(|refused| {
        json!({
            "rule": refused.rule.number(),
            "reason": refused.reason,
            "patients": refused.patients.iter().map(airbridge_units::PatientId::as_str).collect::<Vec<_>>(),
        })
    });
    let more = told.one_more.iter();
    json!({
        "offer": told.offer.as_str(),
        "beds": told.beds,
        "placed": placed.map(|(patient, at)| json!({ "patient": patient.as_str(), "arrives_at": at.to_string() })).collect::<Vec<_>>(),
        "days": days.map(|(day, taken)| json!({ "day": day.to_string(), "taken": taken })).collect::<Vec<_>>(),
        "refused": refused.collect::<Vec<_>>(),
        "one_more": more.map(|(patient, then)| json!({ "patient": patient.as_str(), "then": admitted(then) })).collect::<Vec<_>>(),
        "one_fewer": match &told.one_fewer {
            OneFewer::Nothing => json!({}),
            OneFewer::Settled => json!({ "settled": true }),
            OneFewer::Elsewhere(patient, then) => json!({ "patient": patient.as_str(), "then": possible(then) }),
            OneFewer::LeftOut(patient) => json!({ "patient": patient.as_str(), "then": Value::Null }),
        },
    })
}
