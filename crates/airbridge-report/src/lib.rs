//! The plan for people: summary, manifests, GeoJSON, and the self-contained report page.
