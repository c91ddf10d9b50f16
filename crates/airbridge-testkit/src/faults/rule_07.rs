//! Faults of rule 7: aircraft and crews.

use std::collections::BTreeSet;

use airbridge_model::{DutyRuleSet, Mission, Operation, Plan};
use airbridge_units::{AirfieldId, CrewId, Minutes};
use jiff::Timestamp;

use super::{faults, pick};
use crate::dice::Dice;

faults! { Duty:
    "duty-limit-cut", "R07/duty-too-long",
        "no duty of a crew may last longer than a minute", duty_limit_cut;
    "sectors-limited", "R07/too-many-sectors",
        "a crew may fly no sector in a duty", sectors_limited;
    "rest-at-home-longer", "R07/rest-too-short",
        "a crew with two missions needs more rest at home than lies between them", rest_at_home_longer;
    "rest-away-longer", "R07/rest-too-short",
        "a crew that rests away from base needs a year of it", rest_away_longer;
    "no-rest-here", "R07/no-crew-rest-here",
        "crews cannot rest where they rest", no_rest_here;
    "crew-goes-home", "R07/crew-not-available",
        "a flight crew is available until a minute before it lands", crew_goes_home;
    "crew-on-two-missions", "R07/crew-on-two-missions",
        "two missions under way at the same time have one flight crew", crew_on_two_missions;
    "crew-for-another-aircraft", "R07/crew-of-other-aircraft",
        "a crew no longer serves the aircraft", crew_for_another_aircraft;
    "crews-swapped", "R07/crew-of-other-role",
        "the medical team flies and the flight crew cares", crews_swapped;
    "aircraft-leaves-early", "R07/aircraft-not-available",
        "an aircraft is available until a minute before it lands", aircraft_leaves_early;
    "horizon-ends-early", "R07/outside-horizon",
        "the operation ends a minute before a mission does", horizon_ends_early;
    "base-moved", "R07/not-at-base",
        "an aircraft has its base elsewhere", base_moved;
    "turnaround-longer", "R07/turnaround-too-short",
        "turning around takes longer than lies between two missions", turnaround_longer;
    "missions-limited", "R07/too-many-missions",
        "an aircraft may fly no mission", missions_limited;
    "mission-too-long", "R07/mission-too-long",
        "no mission may last longer than a minute", mission_too_long;
    "departure-on-another-day", "R07/outside-departure-hours",
        "an aircraft begins missions only three days later in the week", departure_on_another_day;
    "leg-to-elsewhere", "R07/leg-elsewhere",
        "a leg says that it goes to where it comes from", leg_to_elsewhere;
}

/// The duty rules of a mission's flight crew.
fn rules<'a>(operation: &'a mut Operation, mission: &Mission) -> Option<&'a mut DutyRuleSet> {
    let id = pick::crew(operation, &mission.flight_crew)?.rules.clone();
    operation.policy.duty.iter_mut().find(|rules| rules.id == id)
}

fn duty_limit_cut(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = pick::mission(plan, dice)?;
    let rules = rules(operation, &plan.missions[mission])?;
    rules.floor = Minutes(1);
    for row in &mut rules.rows {
        row.limit = Minutes(1);
    }
    for row in &mut rules.augmented {
        row.2 = Minutes(1);
    }
    Some(())
}

fn mission_too_long(operation: &mut Operation, plan: &mut Plan, _: &mut Dice) -> Option<()> {
    operation.policy.longest_mission = Minutes(1);
    (!plan.missions.is_empty()).then_some(())
}

fn sectors_limited(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = pick::mission(plan, dice)?;
    rules(operation, &plan.missions[mission])?.max_sectors = Some(0);
    Some(())
}

fn rest_at_home_longer(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mut seen = BTreeSet::new();
    let again: Vec<_> = (0..plan.missions.len())
        .filter(|&mission| !seen.insert(&plan.missions[mission].flight_crew))
        .collect();
    let mission = pick::one(again, dice)?;
    let (first, last) = (first_off(plan)?, last_on(plan)?);
    rules(operation, &plan.missions[mission])?.rest_home = Minutes(pick::minutes(first, last) + 60);
    Some(())
}

fn first_off(plan: &Plan) -> Option<Timestamp> {
    let offs = plan
        .missions
        .iter()
        .filter_map(|mission| Some(mission.legs.first()?.off_block_at));
    offs.min()
}

fn last_on(plan: &Plan) -> Option<Timestamp> {
    let ons = plan
        .missions
        .iter()
        .filter_map(|mission| Some(mission.legs.last()?.on_block_at));
    ons.max()
}

/// A stop where crews rest.
fn rest(plan: &Plan, dice: &mut Dice) -> Option<(usize, usize)> {
    let rests: Vec<_> = pick::stops(plan)
        .filter(|&(mission, stop)| {
            let stops = &plan.missions[mission].stops;
            stops[stop].rest && stop > 0 && stop + 1 < stops.len()
        })
        .collect();
    pick::one(rests, dice)
}

fn rest_away_longer(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, _) = rest(plan, dice)?;
    rules(operation, &plan.missions[mission])?.rest_away = Minutes(365 * 24 * 60);
    Some(())
}

fn no_rest_here(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, stop) = rest(plan, dice)?;
    pick::airfield(operation, &plan.missions[mission].stops[stop].airfield)?.crew_rest = false;
    Some(())
}

fn crew_goes_home(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = &plan.missions[pick::mission(plan, dice)?];
    let landed = mission.legs.last()?.on_block_at;
    pick::crew(operation, &mission.flight_crew)?.available_to = pick::later(landed, -1);
    Some(())
}

fn crew_on_two_missions(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let one = pick::mission(plan, dice)?;
    let span = |mission: &Mission| Some((mission.legs.first()?.off_block_at, mission.legs.last()?.on_block_at));
    let (off, on) = span(&plan.missions[one])?;
    let at_the_same_time = |mission: &Mission| span(mission).is_some_and(|(from, to)| from < on && to > off);
    let others: Vec<_> = (0..plan.missions.len())
        .filter(|&other| other != one && at_the_same_time(&plan.missions[other]))
        .collect();
    let other = pick::one(others, dice)?;
    plan.missions[other].flight_crew = plan.missions[one].flight_crew.clone();
    Some(())
}

fn crew_for_another_aircraft(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = &plan.missions[pick::mission(plan, dice)?];
    let crew: CrewId = match &mission.medical_crew {
        Some(team) if dice.percent(50) => team.clone(),
        _ => mission.flight_crew.clone(),
    };
    let served = &mut pick::crew(operation, &crew)?.aircraft;
    served.retain(|id| *id != mission.aircraft);
    Some(())
}

fn crews_swapped(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = pick::mission(plan, dice)?;
    let mission = &mut plan.missions[mission];
    let team = mission.medical_crew.as_mut()?;
    std::mem::swap(team, &mut mission.flight_crew);
    Some(())
}

fn aircraft_leaves_early(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = &plan.missions[pick::mission(plan, dice)?];
    let landed = mission.legs.last()?.on_block_at;
    pick::aircraft(operation, &mission.aircraft)?.available_to = pick::later(landed, -1);
    Some(())
}

fn horizon_ends_early(operation: &mut Operation, plan: &mut Plan, _: &mut Dice) -> Option<()> {
    operation.horizon.to = pick::later(last_on(plan)?, -1);
    Some(())
}

fn base_moved(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = &plan.missions[pick::mission(plan, dice)?];
    pick::aircraft(operation, &mission.aircraft)?.base = AirfieldId::new("elsewhere");
    Some(())
}

fn turnaround_longer(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mut seen = BTreeSet::new();
    let again: Vec<_> = (0..plan.missions.len())
        .filter(|&mission| !seen.insert(&plan.missions[mission].aircraft))
        .collect();
    pick::one(again, dice)?;
    let longest = pick::minutes(first_off(plan)?, last_on(plan)?);
    operation.policy.handling.base_turnaround = Minutes(longest + 60);
    Some(())
}

fn missions_limited(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = &plan.missions[pick::mission(plan, dice)?];
    pick::aircraft(operation, &mission.aircraft)?.max_missions = Some(0);
    Some(())
}

fn departure_on_another_day(operation: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let mission = &plan.missions[pick::mission(plan, dice)?];
    let off = mission.legs.first()?.off_block_at;
    let base = pick::aircraft(operation, &mission.aircraft)?.base.clone();
    let hours = pick::not_that_day(off, &pick::airfield(operation, &base)?.zone);
    pick::aircraft(operation, &mission.aircraft)?.departure_hours = hours;
    Some(())
}

fn leg_to_elsewhere(_: &mut Operation, plan: &mut Plan, dice: &mut Dice) -> Option<()> {
    let (mission, leg) = pick::leg(plan, dice)?;
    let leg = &mut plan.missions[mission].legs[leg];
    if leg.from == leg.to {
        return None;
    }
    leg.to = leg.from.clone();
    Some(())
}
