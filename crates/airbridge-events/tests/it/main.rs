//! The record: whole lives, refusals, and lives drawn by chance.

mod adoption;
mod broadcast;
mod lives;
mod proofs;
mod world;
mod worlds;
