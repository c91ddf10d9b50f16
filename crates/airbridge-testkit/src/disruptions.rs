//! Disruptions of a plan in execution, of every kind that `docs/events-format.md` has, drawn by a seed. Synthetic.

use airbridge_geo::Track;
use airbridge_model::{
    Airfield, Area, BedOffer, CriticalCare, Event, Happening, Leg, Mission, Operation, Patient, PatientChange, Plan,
    PrecedenceLevel,
};
use airbridge_units::{AirfieldId, ClosureId, OfferId, PatientId, Position};
use jiff::{SignedDuration, Timestamp};

use crate::course::event;
use crate::dice::Dice;

/// The kinds, by name.
pub const KINDS: [&str; 18] = [
    "aircraft-out",
    "airfield-closed",
    "airspace-closed",
    "state-closed",
    "beds-withdrawn",
    "beds-offered",
    "clearance-denied",
    "clearance-late",
    "clearance-granted",
    "patient-upgraded",
    "patient-downgraded",
    "patient-unfit",
    "patient-died",
    "patient-withdrawn",
    "requested",
    "crew-out",
    "delayed",
    "landed-elsewhere",
];

/// One disruption of a plan, and the time at which it becomes known: somewhere between a day before the plan's first mission and its last landing.
/// `None` where the plan has nothing that the kind could disrupt.
pub fn disruption(operation: &Operation, plan: &Plan, kind: &str, seed: u64) -> Option<(Vec<Event>, Timestamp)> {
    let mut dice = Dice::new(seed, kind);
    if kind == "landed-elsewhere" {
        return landed_elsewhere(operation, plan, &mut dice);
    }
    let now = moment(operation, plan, &mut dice)?;
    let what = match kind {
        "aircraft-out" => {
            let mission = ahead(plan, now, &mut dice)?;
            Happening::AircraftOut {
                aircraft: mission.aircraft.clone(),
                until: dice.percent(50).then(|| now + hours(dice.between(6, 96))),
            }
        }
        "crew-out" => {
            let mission = ahead(plan, now, &mut dice)?;
            Happening::CrewOut {
                crew: match (&mission.medical_crew, dice.percent(50)) {
                    (Some(team), true) => team.clone(),
                    _ => mission.flight_crew.clone(),
                },
                until: dice.percent(70).then(|| now + hours(dice.between(8, 48))),
            }
        }
        "delayed" => {
            let mission = ahead(plan, now, &mut dice)?;
            let next = mission.legs.iter().find(|leg| leg.on_block_at > now)?;
            let (airfield, due) = if next.off_block_at > now {
                (Some(next.from.clone()), next.off_block_at)
            } else {
                (None, next.on_block_at)
            };
            Happening::Delayed {
                mission: mission.id.clone(),
                airfield,
                until: due + SignedDuration::from_mins(dice.between(15, 600)),
            }
        }
        "airfield-closed" => {
            let mission = ahead(plan, now, &mut dice)?;
            let leg = mission
                .legs
                .iter()
                .filter(|leg| leg.on_block_at > now)
                .max_by_key(|leg| leg.on_block_at.as_second() % 7)?;
            Happening::AirfieldClosed {
                closure: ClosureId::new("EVENT-1"),
                airfield: leg.to.clone(),
                from: now,
                to: now + hours(dice.between(3, 72)),
            }
        }
        "airspace-closed" => {
            let mission = ahead(plan, now, &mut dice)?;
            let leg = mission.legs.iter().find(|leg| leg.off_block_at > now)?;
            Happening::AirspaceClosed {
                closure: ClosureId::new("EVENT-1"),
                area: amid(operation, leg, &mut dice)?,
                from: now,
                to: now + hours(dice.between(3, 72)),
            }
        }
        "state-closed" => {
            let mission = ahead(plan, now, &mut dice)?;
            let leg = mission.legs.iter().find(|leg| leg.off_block_at > now)?;
            Happening::StateClosed {
                state: dice.pick(&leg.states).clone(),
                from: now,
                to: now + hours(dice.between(3, 72)),
            }
        }
        "beds-withdrawn" => {
            let journey = plan
                .journeys
                .iter()
                .filter(|journey| journey.arrives_at > now)
                .nth(dice.below(5))?;
            Happening::BedsWithdrawn {
                offer: journey.offer.clone(),
                left: dice.between(0, 2) as u32,
            }
        }
        "beds-offered" => {
            let like = dice.pick(&operation.offers).clone();
            Happening::BedsOffered {
                offer: Box::new(BedOffer {
                    id: OfferId::new(format!("{}-MORE", like.id)),
                    beds: dice.between(1, 10) as u32,
                    expires_at: None,
                    ..like
                }),
            }
        }
        "clearance-denied" | "clearance-late" | "clearance-granted" => {
            let clearance = dice.pick_some(&operation.clearances)?;
            let id = clearance.id.clone();
            match kind {
                "clearance-denied" => Happening::ClearanceDenied { clearance: id },
                "clearance-late" => Happening::ClearanceLate {
                    clearance: id,
                    valid_from: now.max(clearance.valid_from) + hours(dice.between(6, 72)),
                },
                _ => Happening::ClearanceGranted {
                    clearance: id,
                    window: None,
                },
            }
        }
        "requested" => {
            let like = dice.pick_some(&operation.patients)?;
            let mut patient = Patient {
                id: PatientId::new("ZZ-NEW"),
                group: None,
                ready_at: now + hours(2),
                collect_by: None,
                ..like.clone()
            };
            patient.precedence.level = PrecedenceLevel::Urgent;
            patient.precedence.due_at = now + hours(48);
            patient.precedence.latest_useful_at = None;
            Happening::Requested {
                patient: Box::new(patient),
            }
        }
        _ => of_a_patient(operation, plan, kind, now, &mut dice)?,
    };
    Some((
        vec![event(now - SignedDuration::from_mins(dice.between(0, 20)), what)],
        now,
    ))
}

/// A mission that lands at one of the fields near to the one where its leg was to end, or where it came from.
fn landed_elsewhere(operation: &Operation, plan: &Plan, dice: &mut Dice) -> Option<(Vec<Event>, Timestamp)> {
    let mission = dice.pick_some(&plan.missions)?;
    let leg = dice.pick_some(&mission.legs)?;
    let field = |id: &AirfieldId| operation.airfields.iter().find(|field| field.id == *id);
    let planned = field(&leg.to)?.position;
    let mut others: Vec<_> = operation.airfields.iter().filter(|other| other.id != leg.to).collect();
    others.sort_by(|a, b| {
        let far = |field: &Airfield| Track::new(&[planned, field.position]).length().get();
        far(a).total_cmp(&far(b)).then_with(|| a.id.cmp(&b.id))
    });
    others.truncate(4);
    others.extend(field(&leg.from).filter(|from| from.id != leg.to));
    let airfield = dice.pick_some(&others)?.id.clone();
    let block = leg.on_block_at.duration_since(leg.off_block_at).as_secs();
    let at = leg.off_block_at + SignedDuration::from_secs(dice.between(block / 4, block - 1));
    let left = Happening::OffBlock {
        mission: mission.id.clone(),
        airfield: leg.from.clone(),
    };
    let mission = mission.id.clone();
    let lands = Happening::OnBlock { mission, airfield };
    let now = at + SignedDuration::from_mins(dice.between(0, 20));
    // The departure is reported too: without it a return would be read as a late arrival there.
    Some((vec![event(leg.off_block_at, left), event(at, lands)], now))
}

fn of_a_patient(operation: &Operation, plan: &Plan, kind: &str, now: Timestamp, dice: &mut Dice) -> Option<Happening> {
    let ahead: Vec<_> = plan
        .journeys
        .iter()
        .filter(|journey| journey.arrives_at > now)
        .collect();
    let patient = dice.pick_some(&ahead)?.patient.clone();
    let known = operation.patients.iter().find(|other| other.id == patient)?;
    let mut precedence = known.precedence.clone();
    Some(match kind {
        "patient-upgraded" => {
            precedence.level = PrecedenceLevel::Urgent;
            precedence.due_at = now + hours(24);
            Happening::PatientChanged {
                patient,
                change: Box::new(PatientChange {
                    precedence: Some(precedence),
                    critical_care: dice.percent(50).then_some(CriticalCare::Icu),
                    ..PatientChange::default()
                }),
            }
        }
        "patient-downgraded" => {
            precedence.level = PrecedenceLevel::Routine;
            precedence.due_at += hours(96);
            Happening::PatientChanged {
                patient,
                change: Box::new(PatientChange {
                    precedence: Some(precedence),
                    critical_care: Some(CriticalCare::None),
                    ventilated: Some(false),
                    ..PatientChange::default()
                }),
            }
        }
        "patient-unfit" => Happening::PatientUnfit {
            patient,
            until: dice.percent(70).then(|| now + hours(dice.between(6, 96))),
        },
        "patient-died" => Happening::PatientDied { patient },
        _ => Happening::PatientWithdrawn { patient },
    })
}

/// A square around the middle of a leg, from a third of a degree to two degrees wide.
fn amid(operation: &Operation, leg: &Leg, dice: &mut Dice) -> Option<Area> {
    let field = |id: &AirfieldId| operation.airfields.iter().find(|field| field.id == *id);
    let ends = [field(&leg.from)?.position, field(&leg.to)?.position];
    let middle = Track::new(&ends).point_at(0.5);
    let half = dice.between(1, 6) as f64 / 6.0;
    // As wide as high, and not over a pole or the date line.
    let wide = half / middle.lat().to_radians().cos().max(0.1);
    let corner = |north: f64, east: f64| {
        Position::new(
            (middle.lat() + north * half).clamp(-89.0, 89.0),
            (middle.lon() + east * wide).clamp(-179.0, 179.0),
        )
    };
    let corners = [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0)];
    Some(Area {
        corners: corners
            .into_iter()
            .map(|(north, east)| corner(north, east))
            .collect::<Option<_>>()?,
    })
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

/// Some moment in the plan's time.
fn moment(operation: &Operation, plan: &Plan, dice: &mut Dice) -> Option<Timestamp> {
    let first = plan
        .missions
        .iter()
        .filter_map(|mission| mission.legs.first())
        .map(|leg| leg.off_block_at)
        .min()?;
    let last = plan
        .missions
        .iter()
        .filter_map(|mission| mission.legs.last())
        .map(|leg| leg.on_block_at)
        .max()?;
    let from = (first - hours(24)).max(operation.planned_at);
    let seconds = last.duration_since(from).as_secs().max(0);
    // More often where much is going on: near some mission's legs.
    let at = if dice.percent(70) {
        let mission = dice.pick(&plan.missions);
        let leg = dice.pick(&mission.legs);
        leg.off_block_at + SignedDuration::from_mins(dice.between(-180, 180))
    } else {
        from + SignedDuration::from_secs(dice.between(0, seconds))
    };
    let whole = Timestamp::from_second(at.as_second()).ok()?;
    Some(whole.max(from))
}

/// A mission that is not over.
fn ahead<'p>(plan: &'p Plan, now: Timestamp, dice: &mut Dice) -> Option<&'p Mission> {
    let mut ahead: Vec<&Mission> = plan
        .missions
        .iter()
        .filter(|mission| mission.legs.last().is_some_and(|leg| leg.on_block_at > now))
        .collect();
    ahead.sort_by_key(|mission| mission.legs.first().map(|leg| leg.off_block_at));
    // The nearer the more likely.
    let near = dice.below(ahead.len().min(3));
    ahead.get(near).copied()
}
