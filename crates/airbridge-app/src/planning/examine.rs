//! Questions about a plan, answered for programs: what it breaks, what it achieves, why it is so.

use airbridge_model::{Operation, Plan};
use airbridge_planner::Planner;
use airbridge_planner::explain::{About, explain};
use airbridge_report::{changes_json, compared_json, evaluation_json, explanation_json, findings_json};
use serde_json::{Value, json};

use super::again::Failure;
use super::run::Made;

/// A question about a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// Which rules does it break?
    Check,
    /// What does it achieve?
    Evaluate,
    /// Why is it so, and what would it take?
    Explain(About),
}

/// The answer, for an operation.
///
/// # Errors
///
/// There is nothing to explain.
pub fn examine(operation: &Operation, plan: &Plan, question: &Question) -> Result<Value, Failure> {
    Ok(match question {
        Question::Check => {
            let findings = airbridge_check::check(operation, plan);
            json!({
                "sound": findings.is_empty(),
                "missions": plan.missions.len(),
                "patients_moved": plan.journeys.len(),
                "patients_left_out": plan.left_out.len(),
                "findings": findings_json(&findings),
            })
        }
        Question::Evaluate => {
            let findings = airbridge_check::check(operation, plan);
            let measures = airbridge_check::measure(operation, plan);
            evaluation_json(operation, plan, &measures, &findings)
        }
        Question::Explain(about) => {
            let planner = Planner::new(operation)?;
            explanation_json(&explain(&planner, plan, about)?)
        }
    })
}

/// What a plan that was made on a supposition would change.
pub fn what_if(parent: &Plan, made: &Made) -> Value {
    let mut answer = compared_json(&parent.measures, &made.plan.measures);
    answer["changes"] = made.diff.as_ref().map_or(Value::Null, changes_json);
    answer
}
