//! Operations from a size and a seed: real places, synthetic people, labelled so.
//!
//! The same size and seed give the same operation on every machine.

mod benghazi;
mod hub;

pub use benghazi::benghazi;
pub use hub::hub;
