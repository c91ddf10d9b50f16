//! The store's promises, on every backend. PostgreSQL takes part when `AIRBRIDGE_TEST_POSTGRES` holds the address of a
//! database in which schemas may be made.

mod audit;
mod conformance;
mod duels;
mod files;
mod jobs;
mod kill;
mod place;
mod restart;
mod samples;
mod size;
