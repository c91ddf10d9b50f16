//! The compiled program, as a person or a script runs it: what it prints, what it leaves behind, and its exit status.

mod backup;
mod broken;
mod explaining;
mod help;
mod planning;
mod replanning;
mod run;
mod running;
mod secrecy;
mod server;
mod serving;
mod settings;
mod solving;
mod tables;
