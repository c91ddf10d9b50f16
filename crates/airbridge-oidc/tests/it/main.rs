//! A small issuer of our own on loopback, and what its word is worth.
#![cfg(feature = "client")]

mod issuer;
mod logging_in;
mod words;
