//! Great circles, states overflown, daylight.
