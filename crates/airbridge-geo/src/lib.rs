//! Great circles, states overflown, areas on the map, daylight.
//!
//! What comes in: positions, polygons and instants of the model, and the bytes of a boundaries file. What goes
//! out: distances, tracks with their points, the states that a track crosses, whether it enters an area, and the
//! hours of daylight at a place. Nothing here reads a file, a network or a clock: the boundaries that come with the
//! program are compiled in, others arrive as bytes.
//!
//! Planner and checker both use this crate, the one thing they share beside the model; so its distances are tested
//! against published ones, and its borders and sunrises against known ones.

mod area;
mod boundaries;
mod boundaries_format;
mod daylight;
mod distance;
mod sphere;
mod track;

pub use area::{contains, enters};
pub use boundaries::{Boundaries, BoundariesError};
pub use daylight::daylight;
pub use distance::distance;
pub use track::Track;
