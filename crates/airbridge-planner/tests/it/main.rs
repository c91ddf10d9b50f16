//! The planner on generated operations, judged by the independent checker.

mod admitted;
mod encode;
mod explain;
mod faults;
mod founding;
mod generated;
mod oracle;
mod reasons;
mod replanning;
mod rules;
mod small;
