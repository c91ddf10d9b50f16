//! What is generated holds in files: it is written, read back without a finding, and the examples are what the generators say.

#![expect(clippy::disallowed_methods, reason = "tests read files and settings of their own")]

mod examples_are_current;
mod founding_case;
mod ways_are_cleared;
mod written_and_read;
