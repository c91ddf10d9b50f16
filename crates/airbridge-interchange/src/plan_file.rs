//! The plan as a file: `plan.json`, format `airbridge-plan/1`.
//!
//! What comes in: a [`Plan`], or the bytes of a file that somebody hands over. What goes out: the bytes of the file,
//! always the same for the same plan; or the plan, or findings that name the place by JSON pointer. Whether the plan
//! obeys the rules of an operation is the checker's question, not asked here. The format is described in
//! `docs/plan-format.md` and, for programs, by [`schema_plan`].

mod read;
#[cfg(test)]
mod tests;
mod to_model;
mod to_wire;
mod wire;

use std::fmt::Write as _;

use airbridge_model::{Finding, Plan};
use sha2::{Digest as _, Sha256};

pub use crate::json::MAX_ITEMS;
pub use read::{MAX_BYTES, MAX_FINDINGS};

/// The value of the member `format`. A reader refuses every other.
pub const FORMAT: &str = "airbridge-plan/1";

/// Writes a plan: indented JSON with members in a fixed order and a line feed at the end. Equal plans give equal bytes.
///
/// # Panics
///
/// Not for plans whose numbers are finite, as the model demands; a number that is not is written as `null`, which
/// [`from_json`] refuses.
pub fn to_json(plan: &Plan) -> String {
    let mut text =
        serde_json::to_string_pretty(&wire::PlanFile::from(plan)).expect("wire types have text keys and cannot fail");
    text.push('\n');
    text
}

/// Reads a plan.
///
/// # Errors
///
/// Findings, at most [`MAX_FINDINGS`], each with a JSON pointer and what to do: input that is too large, not UTF-8, not
/// JSON, of another format, or with members that are missing, unknown, or not what they should be.
pub fn from_json(bytes: &[u8]) -> Result<Plan, Vec<Finding>> {
    read::read(bytes)
}

/// The JSON Schema (2020-12) of the file, with a description of every member.
pub fn schema_plan() -> serde_json::Value {
    let mut schema = schemars::schema_for!(wire::PlanFile).to_value();
    schema["title"] = "Airbridge plan, version 1".into();
    schema
}

/// SHA-256 over the bytes of [`to_json`], lower-case hexadecimal.
pub fn digest(plan: &Plan) -> String {
    digest_of_json(&to_json(plan))
}

/// SHA-256 over the bytes of a plan file that [`to_json`] has written, lower-case hexadecimal.
pub fn digest_of_json(json: &str) -> String {
    Sha256::digest(json.as_bytes())
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a string takes every text");
            text
        })
}
