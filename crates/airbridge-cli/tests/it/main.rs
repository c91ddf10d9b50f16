//! The compiled program, as a person or a script runs it: what it prints, what it leaves behind, and its exit status.

mod broken;
mod explaining;
mod help;
mod planning;
mod replanning;
mod run;
mod secrecy;
mod serving;
mod solving;
mod tables;
