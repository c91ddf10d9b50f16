//! The crate's promises against published figures and on random input.

mod areas;
mod boundaries_files;
mod daylight;
mod distances;
mod fields;
mod states;
mod tracks;
