//! Operations from a size and a seed: real places, synthetic people, labelled so.
//!
//! The same size and seed give the same operation on every machine.

mod benghazi;
mod europe;
mod hub;
mod waiting_list;

pub use benghazi::benghazi;
pub use hub::hub;
pub use waiting_list::waiting_list;
