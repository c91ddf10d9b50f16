//! No plan makes the checker panic.
