//! Settings as keys and texts, every one in full: a written operation does not change when the program's defaults do.

use airbridge_model::{DutyRuleSet, Operation, RestClass};
use airbridge_units::Minutes;
use jiff::civil::Time;

use super::{feet, kilograms, minutes, number};
use crate::format::SETTINGS;

/// Keys and texts in the order of the format. Neither `boundaries` (the folder's writer adds it) nor
/// `policy.protection.adult_age_years`, which is no part of the model.
pub(crate) fn write(operation: &Operation) -> Vec<(String, String)> {
    let mut written: Vec<(String, String)> = SETTINGS
        .iter()
        .filter_map(|setting| Some((setting.key.to_owned(), value(operation, setting.key)?)))
        .collect();
    for set in &operation.policy.duty {
        written.extend(
            duty(set)
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(key, text)| (format!("policy.duty.{}.{key}", set.id), text)),
        );
    }
    written
}

fn value(operation: &Operation, key: &str) -> Option<String> {
    let policy = &operation.policy;
    let (weights, care, persons) = (&policy.weights, &policy.care, &policy.persons);
    let (handling, runways) = (&policy.handling, &policy.runways);
    Some(match key {
        "name" => operation.name.clone(),
        "from" => operation.horizon.from.to_string(),
        "to" => operation.horizon.to.to_string(),
        "planned_at" => operation.planned_at.to_string(),
        "policy.weights.urgent" => weights.urgent.to_string(),
        "policy.weights.priority" => weights.priority.to_string(),
        "policy.weights.routine" => weights.routine.to_string(),
        "policy.burden.second_choice_minutes" => minutes(policy.burden.second_choice),
        "policy.burden.transfer_minutes" => minutes(policy.burden.transfer),
        "policy.burden.flying_hour_minutes" => minutes(policy.burden.flying_hour),
        "policy.commitments.frozen_minutes" => minutes(policy.commitments.frozen),
        "policy.commitments.firm_minutes" => minutes(policy.commitments.firm),
        "policy.commitments.left_out_percent" => policy.commitments.left_out.to_string(),
        "policy.commitments.country_percent" => policy.commitments.country.to_string(),
        "policy.commitments.hospital_percent" => policy.commitments.hospital.to_string(),
        "policy.commitments.day_percent" => policy.commitments.day.to_string(),
        "policy.commitments.mission_percent" => policy.commitments.mission.to_string(),
        "policy.commitments.leg_percent" => policy.commitments.leg.to_string(),
        "policy.commitments.frozen_factor_percent" => policy.commitments.frozen_factor.to_string(),
        "policy.commitments.soft_factor_percent" => policy.commitments.soft_factor.to_string(),
        "policy.commitments.imminence_percent" => policy.commitments.imminence.to_string(),
        "policy.commitments.earlier_change_percent" => policy.commitments.earlier.to_string(),
        "policy.missions.longest_minutes" => minutes(policy.longest_mission),
        "policy.care.ventilated_points" => care.ventilated.to_string(),
        "policy.care.intensive_care_points" => care.intensive_care.to_string(),
        "policy.care.intermediate_points" => care.intermediate.to_string(),
        "policy.care.nursing_high_points" => care.nursing[0].to_string(),
        "policy.care.nursing_medium_points" => care.nursing[1].to_string(),
        "policy.care.nursing_low_points" => care.nursing[2].to_string(),
        "policy.care.nursing_minimal_points" => care.nursing[3].to_string(),
        "policy.persons.litter_equipment_kg" => kilograms(persons.litter_equipment),
        "policy.persons.intensive_care_equipment_kg" => kilograms(persons.intensive_care_equipment),
        "policy.persons.patient_kg" => kilograms(persons.patient),
        "policy.persons.baggage_kg" => kilograms(persons.baggage),
        "policy.persons.attendant_kg" => kilograms(persons.attendant),
        "policy.cabin.tiers" => policy
            .cabin_tiers
            .iter()
            .map(|tier| format!("{} {} {}", tier.limit.get(), tier.fuel_factor, tier.speed_factor))
            .collect::<Vec<_>>()
            .join("; "),
        "policy.cabin.field_tolerance_ft" => feet(policy.field_tolerance),
        "policy.reserves.contingency_share" => policy.reserves.contingency.to_string(),
        "policy.reserves.final_reserve_minutes" => minutes(policy.reserves.final_reserve),
        "policy.alternates.least_nm" => policy.alternates.least.get().to_string(),
        "policy.alternates.fallback_nm" => policy.alternates.fallback.get().to_string(),
        "policy.block.route_factor" => policy.block.route_factor.to_string(),
        "policy.block.overhead_minutes" => minutes(policy.block.overhead),
        "policy.handling.load_base_minutes" => minutes(handling.load_base),
        "policy.handling.load_litter_minutes" => handling.load_litter.to_string(),
        "policy.handling.load_intensive_care_minutes" => handling.load_intensive_care.to_string(),
        "policy.handling.load_seat_minutes" => handling.load_seat.to_string(),
        "policy.handling.unload_base_minutes" => minutes(handling.unload_base),
        "policy.handling.unload_litter_minutes" => handling.unload_litter.to_string(),
        "policy.handling.unload_intensive_care_minutes" => handling.unload_intensive_care.to_string(),
        "policy.handling.unload_seat_minutes" => handling.unload_seat.to_string(),
        "policy.handling.turnaround_minutes" => minutes(handling.turnaround),
        "policy.handling.base_turnaround_minutes" => minutes(handling.base_turnaround),
        "policy.runways.per_300_m" => runways.per_300_m.to_string(),
        "policy.runways.per_degree_c" => runways.per_degree.to_string(),
        "policy.runways.above_isa_c" => number(runways.above_isa_c),
        "policy.runways.wet_factor" => runways.wet_factor.to_string(),
        "policy.runways.least_m" => runways.least.get().to_string(),
        "policy.beds.default_stay_days" => policy.default_stay_days.to_string(),
        "policy.beds.default_receives_per_day" => policy
            .default_receives_per_day
            .map_or_else(|| "none".to_owned(), |count| count.to_string()),
        "policy.daylight.dusk_margin_minutes" => minutes(policy.dusk_margin),
        "policy.daylight.dawn_margin_minutes" => minutes(policy.dawn_margin),
        "policy.staging.overnight_at" => clock(policy.overnight_at),
        "policy.search.seconds" => policy.search.seconds.to_string(),
        "policy.search.seed" => policy.search.seed.to_string(),
        "boundaries" | "policy.protection.adult_age_years" => return None,
        _ => panic!("{key} is a setting that nothing writes"),
    })
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn duty(set: &DutyRuleSet) -> [(&'static str, String); 11] {
    let rows = set
        .rows
        .iter()
        .map(|row| format!("{}-{} {}", clock(row.from), clock(row.to), row.limit.get()));
    let augmented = set
        .augmented
        .iter()
        .map(|(pilots, class, limit): &(u32, RestClass, Minutes)| format!("{pilots} {class} {}", limit.get()));
    let join = |texts: Vec<String>, otherwise: &str| {
        if texts.is_empty() {
            otherwise.to_owned()
        } else {
            texts.join("; ")
        }
    };
    [
        ("rows", join(rows.collect(), "")),
        ("free_sectors", set.free_sectors.to_string()),
        ("per_sector_minutes", minutes(set.per_sector)),
        ("floor_minutes", minutes(set.floor)),
        (
            "max_sectors",
            set.max_sectors
                .map_or_else(|| "none".to_owned(), |most| most.to_string()),
        ),
        ("augmented", join(augmented.collect(), "none")),
        ("report_minutes", minutes(set.report)),
        ("debrief_minutes", minutes(set.debrief)),
        ("rest_home_minutes", minutes(set.rest_home)),
        ("rest_away_minutes", minutes(set.rest_away)),
        ("source", set.source.clone()),
    ]
}
