//! The plan for people: summary, manifests, GeoJSON, and the self-contained report page.
//!
//! What comes in: an operation and a plan for it. What goes out: texts and bytes; whoever calls writes them to files.
//! Nothing is planned or checked here, and nothing is assumed of the plan: an id that the operation does not know is shown
//! as it stands. All that comes from the tables is made inert: escaped in the page, neutral in CSV, without control
//! characters on the terminal.

mod beds;
mod care;
mod changes;
mod duties;
mod evaluation;
mod facts;
mod geojson;
mod left_out;
mod manifests;
mod markup;
mod numbers;
mod page;
mod rolled;
mod sheet;
mod staging;
mod summary;
mod tiers;
mod times;

pub use changes::{changes, changes_json};
pub use evaluation::evaluation;
pub use geojson::geojson;
pub use manifests::manifests;
pub use page::{html, html_with_changes};
pub use rolled::{Rolled, rolled, rolled_html, rolled_json, rolled_requests_csv, rolled_steps_csv};
pub use summary::{WIDEST, paragraph, summary, summary_within};
