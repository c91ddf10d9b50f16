//! Instances: what is read, what is refused, and that what is solved keeps the instance's own rules.

mod bounds;
mod draw;
mod refused;
mod solved;
