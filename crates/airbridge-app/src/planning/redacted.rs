//! Answers of jobs, as far as a role may read them.
//!
//! Patients have pseudonyms in them, hospitals and flights are those of plans, which whoever reads jobs may read. What says how a patient is, and so why something is
//! not possible for them, is for those who see planning fields; others read the rule, and not the patient's part in it.

use airbridge_disclosure::{FieldGroup, Mask};
use airbridge_model::Rule;
use serde_json::{Map, Value};

/// Members that are words about patients.
const WORDS: [&str; 8] = [
    "reason",
    "alternative",
    "what",
    "why",
    "summary",
    "changes",
    "remedy",
    "left_out",
];

/// An answer for whoever sees these groups of fields.
pub fn redacted(answer: Value, mask: &Mask) -> Value {
    if mask.shows(FieldGroup::Planning) {
        return answer;
    }
    without_words(answer)
}

fn without_words(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(without_words).collect(),
        Value::Object(members) => {
            let rule = members.get("rule").and_then(Value::as_u64).and_then(title);
            let kept = members.into_iter().filter_map(|(name, value)| {
                if !WORDS.contains(&name.as_str()) {
                    return Some((name, without_words(value)));
                }
                // Lists and objects of that name are structure, not words.
                match value {
                    Value::String(_) => rule.map(|title| (name, Value::from(title))),
                    Value::Array(items) if items.iter().all(Value::is_string) => None,
                    other => Some((name, without_words(other))),
                }
            });
            Value::Object(kept.collect::<Map<_, _>>())
        }
        other => other,
    }
}

fn title(number: u64) -> Option<&'static str> {
    let mut all = Rule::ALL.iter();
    let rule = all.find(|rule| u64::from(rule.number()) == number);
    rule.map(|rule| rule.title())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_are_for_those_who_see_planning_fields() {
        let answer = json!({
            "summary": "needs intensive care",
            "exclusions": [{ "rule": 9, "reason": "beds for another specialty than burns", "offers": ["O-1"] }],
            "would_take": [{ "changes": ["one more bed of O-1"], "then": { "offer": "O-1" } }],
            "changes": { "promised": 3 },
        });
        let all = Mask([FieldGroup::Planning].into());
        assert_eq!(redacted(answer.clone(), &all), answer);
        let seen = redacted(answer, &Mask::default());
        assert!(
            seen.get("summary").is_none() && seen["would_take"][0].get("changes").is_none(),
            "{seen}"
        );
        assert_eq!(seen["exclusions"][0]["offers"], json!(["O-1"]));
        assert_eq!(seen["exclusions"][0]["reason"], Rule::Destination.title());
        assert_eq!(seen["changes"]["promised"], 3);
        assert!(!seen.to_string().contains("burns"), "{seen}");
    }
}
