//! The views of a plan, from outside: a small plan like the founding case, a large one, and a hostile one. All synthetic.

#![expect(clippy::disallowed_methods, reason = "tests read files and settings of their own")]

mod anew;
mod geojson;
mod manifests;
mod page;
mod sample;
mod summary;
