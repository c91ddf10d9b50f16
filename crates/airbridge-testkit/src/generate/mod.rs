//! Operations from a size and a seed: real places, synthetic people, labelled so.
//!
//! The same size and seed give the same operation on every machine.

mod benghazi;
mod europe;
mod hub;
mod random_small;
mod strain;
mod varied;
mod waiting_list;

pub use benghazi::benghazi;
pub(crate) use europe::EUROPE;
pub use hub::hub;
pub use random_small::random_small;
pub use varied::{Family, varied};
pub use waiting_list::waiting_list;
