//! From an operation to the solver's problem, and from its answer to a plan.
