//! The independent checker: one file per rule.
