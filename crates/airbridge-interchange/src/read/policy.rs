//! The policy, from settings and their defaults.

use airbridge_model::{
    AlternatePolicy, BlockPolicy, BurdenPolicy, CarePoints, CommitmentPolicy, DutyRuleSet, HandlingTimes,
    PersonWeights, Policy, PrecedenceWeights, ReservePolicy, RunwayPolicy, SearchDefaults,
};
use airbridge_units::{Minutes, RuleSetId};
use jiff::civil::Time;

use super::settings::{Settings, integer, or_none};
use crate::findings::Findings;
use crate::format::{BUNDLED_DUTY, DUTY_SETTINGS};
use crate::values::{Problem, codes, duty, shapes, times};

/// The policy; where a setting is bad a finding says so and the value is of no use.
///
/// `duty` has the rule sets that are written out, and the bundled ones that `referred` names.
pub(crate) fn read(settings: &Settings, referred: &[String], findings: &Findings) -> Policy {
    let s = settings;
    let f = findings;
    Policy {
        weights: PrecedenceWeights {
            urgent: s.count("policy.weights.urgent", f),
            priority: s.count("policy.weights.priority", f),
            routine: s.count("policy.weights.routine", f),
        },
        burden: BurdenPolicy {
            second_choice: s.minutes("policy.burden.second_choice_minutes", f),
            transfer: s.minutes("policy.burden.transfer_minutes", f),
            flying_hour: s.minutes("policy.burden.flying_hour_minutes", f),
        },
        commitments: CommitmentPolicy {
            frozen: s.minutes("policy.commitments.frozen_minutes", f),
            firm: s.minutes("policy.commitments.firm_minutes", f),
            left_out: s.count("policy.commitments.left_out_percent", f),
            country: s.count("policy.commitments.country_percent", f),
            hospital: s.count("policy.commitments.hospital_percent", f),
            day: s.count("policy.commitments.day_percent", f),
            mission: s.count("policy.commitments.mission_percent", f),
            leg: s.count("policy.commitments.leg_percent", f),
            frozen_factor: s.count("policy.commitments.frozen_factor_percent", f),
            soft_factor: s.count("policy.commitments.soft_factor_percent", f),
            imminence: s.count("policy.commitments.imminence_percent", f),
            earlier: s.count("policy.commitments.earlier_change_percent", f),
        },
        longest_mission: s.minutes("policy.missions.longest_minutes", f),
        care: CarePoints {
            ventilated: s.count("policy.care.ventilated_points", f),
            intensive_care: s.count("policy.care.intensive_care_points", f),
            intermediate: s.count("policy.care.intermediate_points", f),
            nursing: [
                s.count("policy.care.nursing_high_points", f),
                s.count("policy.care.nursing_medium_points", f),
                s.count("policy.care.nursing_low_points", f),
                s.count("policy.care.nursing_minimal_points", f),
            ],
        },
        persons: PersonWeights {
            litter_equipment: s.kilograms("policy.persons.litter_equipment_kg", f),
            intensive_care_equipment: s.kilograms("policy.persons.intensive_care_equipment_kg", f),
            patient: s.kilograms("policy.persons.patient_kg", f),
            baggage: s.kilograms("policy.persons.baggage_kg", f),
            attendant: s.kilograms("policy.persons.attendant_kg", f),
        },
        cabin_tiers: s
            .parsed("policy.cabin.tiers", f, |text, _| shapes::cabin_tiers(text))
            .unwrap_or_default(),
        field_tolerance: s.feet("policy.cabin.field_tolerance_ft", f),
        reserves: ReservePolicy {
            contingency: s.number("policy.reserves.contingency_share", f),
            final_reserve: s.minutes("policy.reserves.final_reserve_minutes", f),
        },
        alternates: AlternatePolicy {
            least: s.nautical_miles("policy.alternates.least_nm", f),
            fallback: s.nautical_miles("policy.alternates.fallback_nm", f),
        },
        block: BlockPolicy {
            route_factor: s.number("policy.block.route_factor", f),
            overhead: s.minutes("policy.block.overhead_minutes", f),
        },
        handling: HandlingTimes {
            load_base: s.minutes("policy.handling.load_base_minutes", f),
            load_litter: s.number("policy.handling.load_litter_minutes", f),
            load_intensive_care: s.number("policy.handling.load_intensive_care_minutes", f),
            load_seat: s.number("policy.handling.load_seat_minutes", f),
            unload_base: s.minutes("policy.handling.unload_base_minutes", f),
            unload_litter: s.number("policy.handling.unload_litter_minutes", f),
            unload_intensive_care: s.number("policy.handling.unload_intensive_care_minutes", f),
            unload_seat: s.number("policy.handling.unload_seat_minutes", f),
            turnaround: s.minutes("policy.handling.turnaround_minutes", f),
            base_turnaround: s.minutes("policy.handling.base_turnaround_minutes", f),
        },
        runways: RunwayPolicy {
            per_300_m: s.number("policy.runways.per_300_m", f),
            per_degree: s.number("policy.runways.per_degree_c", f),
            above_isa_c: s.number("policy.runways.above_isa_c", f),
            wet_factor: s.number("policy.runways.wet_factor", f),
            least: s.metres("policy.runways.least_m", f),
        },
        duty: duty_sets(settings, referred, findings),
        default_stay_days: s.count("policy.beds.default_stay_days", f),
        default_receives_per_day: s.count_or_none("policy.beds.default_receives_per_day", f),
        dusk_margin: s.minutes("policy.daylight.dusk_margin_minutes", f),
        dawn_margin: s.minutes("policy.daylight.dawn_margin_minutes", f),
        overnight_at: s
            .parsed("policy.staging.overnight_at", f, |text, _| times::time(text))
            .unwrap_or(Time::MIN),
        search: SearchDefaults {
            seconds: s.number("policy.search.seconds", f),
            seed: s.integer("policy.search.seed", f).unsigned_abs(),
        },
    }
}

/// The policy that holds where an operation says nothing, with the bundled duty rule sets of the given names.
///
/// # Panics
///
/// If a name is not that of a bundled set: `easa`, `faa-135`, `usaf-ae`.
pub fn default_policy(duty: &[&str]) -> Policy {
    let findings = Findings::default();
    let names: Vec<String> = duty.iter().map(|name| (*name).to_owned()).collect();
    let policy = read(&Settings::default(), &names, &findings);
    assert_eq!(policy.duty.len(), names.len(), "{duty:?} are bundled and different");
    assert_eq!(findings.errors(), 0, "defaults are sound");
    policy
}

/// Names of the bundled duty rule sets.
pub(crate) fn bundled_duty_names() -> impl Iterator<Item = &'static str> {
    BUNDLED_DUTY.iter().map(|set| set.name)
}

fn duty_sets(settings: &Settings, referred: &[String], findings: &Findings) -> Vec<DutyRuleSet> {
    let mut names = settings.duty_names();
    names.extend(
        referred
            .iter()
            .filter(|name| bundled_duty_names().any(|bundled| bundled == name.as_str()))
            .cloned(),
    );
    names.iter().map(|name| duty_set(name, settings, findings)).collect()
}

fn duty_set(name: &str, settings: &Settings, findings: &Findings) -> DutyRuleSet {
    let set = DutySettings {
        name,
        settings,
        findings,
    };
    if let Err(problem) = codes::id(name) {
        findings.add(
            airbridge_model::Severity::Error,
            settings.place(&format!("policy.duty.{name}")),
            problem,
        );
    }
    DutyRuleSet {
        id: RuleSetId::new(name),
        rows: set.parsed("rows", duty::fdp_rows).unwrap_or_default(),
        free_sectors: set.integer("free_sectors") as u32,
        per_sector: Minutes(set.integer("per_sector_minutes")),
        floor: Minutes(set.integer("floor_minutes")),
        max_sectors: set
            .parsed("max_sectors", |text| {
                or_none(text, |text| integer(text, spec("max_sectors").kind))
            })
            .flatten()
            .map(|most| most as u32),
        augmented: set.parsed("augmented", duty::augmented).unwrap_or_default(),
        report: Minutes(set.integer("report_minutes")),
        debrief: Minutes(set.integer("debrief_minutes")),
        rest_home: Minutes(set.integer("rest_home_minutes")),
        rest_away: Minutes(set.integer("rest_away_minutes")),
        source: set.parsed("source", |text| Ok(text.to_owned())).unwrap_or_default(),
    }
}

fn spec(key: &str) -> &'static crate::format::Setting {
    DUTY_SETTINGS
        .iter()
        .find(|setting| setting.key == key)
        .unwrap_or_else(|| panic!("{key} is described in format::policy"))
}

struct DutySettings<'a> {
    name: &'a str,
    settings: &'a Settings,
    findings: &'a Findings,
}

impl DutySettings<'_> {
    /// What stands in the operation, else in the bundled set of this name, else the key's default.
    fn parsed<T>(&self, key: &str, parse: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        let spec = spec(key);
        let bundled = BUNDLED_DUTY
            .iter()
            .find(|set| set.name == self.name)
            .and_then(|set| set.settings.iter().find(|(known, _)| *known == key))
            .map(|(_, text)| *text);
        let path = format!("policy.duty.{}.{key}", self.name);
        self.settings.parsed_as(
            &path,
            spec,
            bundled.unwrap_or(spec.default),
            self.findings,
            |text, _| parse(text),
        )
    }

    fn integer(&self, key: &str) -> i64 {
        self.parsed(key, |text| integer(text, spec(key).kind))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_sound() {
        let policy = default_policy(&["easa", "faa-135", "usaf-ae"]);
        assert_eq!(policy.duty.len(), 3);
        assert_eq!(policy.cabin_tiers.len(), 3);
        assert_eq!(policy.default_receives_per_day, Some(4));
        let easa = &policy.duty[0];
        let at = |hour, minute| easa.row_at(Time::constant(hour, minute, 0, 0)).expect("covered").limit;
        // The corners of the table of ORO.FTL.205.
        assert_eq!(at(6, 0), Minutes(13 * 60));
        assert_eq!(at(13, 30), Minutes(12 * 60 + 45));
        assert_eq!(at(23, 0), Minutes(11 * 60));
        assert_eq!(at(4, 59), Minutes(11 * 60));
        assert_eq!(at(5, 45), Minutes(12 * 60 + 45));
    }

    #[test]
    fn a_bundled_set_is_changed_key_by_key() {
        let findings = Findings::default();
        let toml = b"[policy.duty.easa]\nreport_minutes = 90\n[policy.duty.own]\nrows = [\"00:00-11:59 700\", \"12:00-23:59 600\"]\n";
        let settings = Settings::from_toml("operation.toml", toml, &crate::format::Limits::STANDARD, &findings);
        let sets = duty_sets(&settings, &[], &findings);
        assert_eq!(sets[0].report, Minutes(90));
        assert_eq!(sets[0].rest_home, Minutes(720));
        assert_eq!(sets[1].rows.len(), 2);
        let missing: Vec<_> = findings.into_vec().into_iter().map(|finding| finding.code).collect();
        assert_eq!(missing, ["missing-key"; 4]);
    }
}
