//! Those left out, put together by the rule that most often stands in the way.
//!
//! A bed for another specialty excludes itself for nearly everybody. So destination is named only where nothing else stands in the way,
//! as in the sentences that the plan has for each patient.

use std::collections::BTreeMap;

use airbridge_model::{LeftOut, Rule};

/// Patients with the same main rule.
pub(crate) struct Group<'a> {
    /// See [`main_rule`]; `None` where no rule is named.
    pub(crate) rule: Option<Rule>,
    pub(crate) patients: Vec<&'a LeftOut>,
}

impl<'a> Group<'a> {
    /// The group's sentences, the most frequent first, with those whom each concerns.
    pub(crate) fn by_sentence(&self) -> Vec<(&'a str, Vec<&'a LeftOut>)> {
        let mut sentences: BTreeMap<&str, Vec<&LeftOut>> = BTreeMap::new();
        for patient in &self.patients {
            sentences.entry(&patient.summary).or_default().push(patient);
        }
        let mut sentences: Vec<_> = sentences.into_iter().collect();
        sentences.sort_by_key(|(_, patients)| std::cmp::Reverse(patients.len()));
        sentences
    }
}

/// The groups, largest first.
pub(crate) fn groups(left_out: &[LeftOut]) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<Option<Rule>, Vec<&LeftOut>> = BTreeMap::new();
    for patient in left_out {
        groups.entry(main_rule(patient)).or_default().push(patient);
    }
    let mut groups: Vec<_> = groups
        .into_iter()
        .map(|(rule, patients)| Group { rule, patients })
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.patients.len()));
    groups
}

/// The rule that excludes most alternatives; of several the one with the lowest number. Destination only where it is the only one.
pub(crate) fn main_rule(left_out: &LeftOut) -> Option<Rule> {
    let mut counts: BTreeMap<Rule, u32> = BTreeMap::new();
    for exclusion in &left_out.exclusions {
        *counts.entry(exclusion.rule).or_default() += 1;
    }
    if counts.len() > 1 {
        counts.remove(&Rule::Destination);
    }
    counts
        .into_iter()
        .max_by_key(|(rule, count)| (*count, std::cmp::Reverse(*rule)))
        .map(|(rule, _)| rule)
}

/// What a rule asks, as one sentence for people.
pub(crate) const fn sentence(rule: Rule) -> &'static str {
    match rule {
        Rule::Journey => "The journey would not keep the times and limits set for the patient.",
        Rule::Places => "There is no place of the right kind on board, or a group cannot stay together.",
        Rule::Care => "The medical team cannot give the care needed.",
        Rule::CabinAltitude => "The cabin cannot be held as low as the patient needs.",
        Rule::RangeAndRunway => "The aircraft does not reach that far, or the runway does not suit it.",
        Rule::Airfield => "The airfield is closed, dark or full at the time.",
        Rule::Duty => "No crew or aircraft is free within its duty time.",
        Rule::Clearance => "A state's permission to land or overfly is missing.",
        Rule::Destination => "No hospital with the right care, an open bed and the patient's consent.",
        Rule::Staging => "The staging facility is full, or the wait there would be too long.",
        Rule::Past => "What has happened already is not changed.",
    }
}

#[cfg(test)]
mod tests {
    use airbridge_model::Exclusion;
    use airbridge_units::PatientId;

    use super::*;

    #[test]
    fn the_most_frequent_rule_leads() {
        let by = |rule| Exclusion {
            offers: Vec::new(),
            alternative: String::new(),
            rule,
            reason: String::new(),
        };
        let mut patient = LeftOut {
            patient: PatientId::new("P-1"),
            summary: String::new(),
            so_far: Vec::new(),
            exclusions: vec![by(Rule::Duty), by(Rule::Clearance)],
        };
        assert_eq!(main_rule(&patient), Some(Rule::Duty), "of several the lowest");
        patient.exclusions.push(by(Rule::Clearance));
        assert_eq!(main_rule(&patient), Some(Rule::Clearance));
        patient
            .exclusions
            .extend([by(Rule::Destination), by(Rule::Destination), by(Rule::Destination)]);
        assert_eq!(
            main_rule(&patient),
            Some(Rule::Clearance),
            "unfit beds do not hide what stopped the fit ones"
        );
        patient.exclusions.retain(|entry| entry.rule == Rule::Destination);
        assert_eq!(main_rule(&patient), Some(Rule::Destination));
        patient.exclusions.clear();
        assert_eq!(main_rule(&patient), None);
    }
}
