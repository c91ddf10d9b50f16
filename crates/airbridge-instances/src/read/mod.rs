//! From bytes to an instance, or to what is wrong with the file and where.

mod darp;
mod li_lim;
mod lines;
mod sartori_buriol;

use crate::instance::{Format, Instance};
use lines::Lines;

/// An instance cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{place}: {what}")]
pub struct InstanceError {
    /// "line 7", or what the file as a whole is.
    pub place: String,
    /// What is wrong, with the remedy where there is one.
    pub what: String,
}

impl InstanceError {
    fn at(line: usize, what: impl Into<String>) -> Self {
        Self {
            place: format!("line {line}"),
            what: what.into(),
        }
    }

    fn whole(what: impl Into<String>) -> Self {
        Self {
            place: "the file".to_owned(),
            what: what.into(),
        }
    }
}

/// Nodes at most: the matrix of travel times grows with their square.
const MOST_NODES: usize = 6_000;

/// Times, distances and demands beyond this are no instance.
const MOST: f64 = 1e9;

/// Reads an instance in this format, or in the one that it looks like.
///
/// # Errors
///
/// With the line and what is wrong with it: not a number, not a pair, a window that closes before it opens, a demand that does not add up,
/// an unknown partner, too few or too many lines.
pub fn read(bytes: &[u8], format: Option<Format>) -> Result<Instance, InstanceError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = 1 + before.matches('\n').count();
        InstanceError::at(line, "not UTF-8 text; is this an instance file?")
    })?;
    let lines = Lines::new(text);
    let format = match format {
        Some(format) => format,
        None => lines.looks_like()?,
    };
    let instance = match format {
        Format::Darp => darp::read(&lines),
        Format::LiLim => li_lim::read(&lines),
        Format::SartoriBuriol => sartori_buriol::read(&lines),
    }?;
    possible(&instance)?;
    Ok(instance)
}

/// What no single line shows.
fn possible(instance: &Instance) -> Result<(), InstanceError> {
    if instance.requests.is_empty() {
        return Err(InstanceError::whole("there is no request in it"));
    }
    if instance.vehicles == 0 {
        return Err(InstanceError::whole("the fleet has no vehicle"));
    }
    Ok(())
}
