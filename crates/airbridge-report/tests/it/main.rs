//! The views of a plan, from outside: a small plan like the founding case, a large one, and a hostile one. All synthetic.

mod geojson;
mod manifests;
mod page;
mod sample;
mod summary;
