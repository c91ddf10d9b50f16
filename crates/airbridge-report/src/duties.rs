//! Crews' duties as the missions make them, with the rest that must follow.

use std::collections::BTreeMap;

use airbridge_model::{CrewRole, Mission};
use airbridge_units::{CrewId, Minutes, MissionId};
use jiff::{SignedDuration, Timestamp};

use crate::facts::Facts;

/// One duty of one crew.
pub(crate) struct Duty<'a> {
    pub(crate) mission: &'a MissionId,
    /// Report.
    pub(crate) from: Timestamp,
    /// End of duty, debriefing included.
    pub(crate) to: Timestamp,
    /// The least rest ends.
    pub(crate) rested: Timestamp,
}

/// The duties of every crew that flies, by crew, then in order.
pub(crate) fn duties<'a>(facts: &Facts<'a>) -> BTreeMap<&'a CrewId, Vec<Duty<'a>>> {
    let mut duties: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for mission in &facts.plan.missions {
        for (crew, role) in [
            (Some(&mission.flight_crew), CrewRole::Flight),
            (mission.medical_crew.as_ref(), CrewRole::Medical),
        ] {
            if let Some(crew) = crew {
                duties
                    .entry(crew)
                    .or_default()
                    .extend(of_mission(facts, mission, crew, role));
            }
        }
    }
    for list in duties.values_mut() {
        list.sort_by_key(|duty| duty.from);
    }
    duties
}

fn of_mission<'a>(facts: &Facts<'a>, mission: &'a Mission, crew: &CrewId, role: CrewRole) -> Vec<Duty<'a>> {
    let rules = facts.index.crew(crew).and_then(|crew| facts.index.duty(&crew.rules));
    let (report, debrief) = rules.map_or((Minutes(0), Minutes(0)), |rules| (rules.report, rules.debrief));
    let mut duties = Vec::new();
    let mut first = 0;
    for (index, leg) in mission.legs.iter().enumerate() {
        let stop = mission.stops.get(index + 1);
        let ends = index + 1 == mission.legs.len() || stop.is_some_and(|stop| stop.rest);
        if !ends {
            continue;
        }
        let handover = mission
            .stops
            .iter()
            .take(index + 2)
            .skip(first + 1)
            .filter(|stop| !stop.leaves.is_empty())
            .filter_map(|stop| stop.unloaded_at)
            .max();
        let flown = match role {
            CrewRole::Flight => leg.on_block_at,
            CrewRole::Medical => handover.unwrap_or(leg.on_block_at),
        };
        let from = shifted(mission.legs[first].off_block_at, -report.get());
        let to = shifted(flown, debrief.get());
        let at_home = index + 1 == mission.legs.len();
        let least = rules.map_or(0, |rules| if at_home { rules.rest_home } else { rules.rest_away }.get());
        let rest = least.max((to.as_second() - from.as_second()) / 60);
        duties.push(Duty {
            mission: &mission.id,
            from,
            to,
            rested: shifted(to, rest),
        });
        first = index + 1;
    }
    duties
}

/// An instant some minutes later; the ends of time stay.
fn shifted(at: Timestamp, minutes: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(minutes.saturating_mul(60)))
        .unwrap_or(at)
}
