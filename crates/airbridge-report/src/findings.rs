//! Findings for programs.

use airbridge_model::{Finding, Place, Rule};
use serde_json::{Value, json};

/// Findings as JSON, in their order.
pub fn findings_json(findings: &[Finding]) -> Value {
    let all = findings.iter().map(|entry| {
        let place = match &entry.place {
            Place::Cell { file, row, column } => json!({ "file": file, "row": row, "column": column }),
            Place::Key { file, key } => json!({ "file": file, "key": key }),
            Place::Plan(text) => json!({ "plan": text }),
        };
        json!({
            "severity": entry.severity.to_string(),
            "code": entry.code,
            "rule": entry.rule().map(Rule::number),
            "place": place,
            "what": entry.what,
            "remedy": entry.remedy,
        })
    });
    all.collect()
}
