//! The plan for people and programs: summary, manifests, GeoJSON, the self-contained report page; and answers about it.
//!
//! What comes in: an operation and a plan for it, or what was found, explained or compared about one. What goes out: texts and bytes; whoever calls writes them to files.
//! Nothing is planned or checked here, and nothing is assumed of the plan: an id that the operation does not know is shown
//! as it stands. All that comes from the tables is made inert: escaped in the page, neutral in CSV, without control
//! characters on the terminal.

mod beds;
mod care;
mod changes;
mod compared;
mod duties;
mod evaluation;
mod explanation;
mod facts;
mod findings;
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
pub use compared::{compared, compared_json};
pub use evaluation::{evaluation, evaluation_json, measures_json};
pub use explanation::{explanation, explanation_json};
pub use findings::findings_json;
pub use geojson::geojson;
pub use manifests::manifests;
pub use page::{html, html_with_changes};
pub use rolled::{Rolled, rolled, rolled_html, rolled_json, rolled_requests_csv, rolled_steps_csv};
pub use summary::{WIDEST, paragraph, summary, summary_within};
