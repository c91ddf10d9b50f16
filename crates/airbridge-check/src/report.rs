//! Where a rule puts what it finds.

use airbridge_model::{Finding, Rule};

/// The findings of a check, written to by one rule after the other.
#[derive(Default)]
pub(crate) struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// Adds a violation. `slug` never changes once released; `place` says where, `what` gives the figures.
    pub(crate) fn add(&mut self, rule: Rule, slug: &str, place: impl Into<String>, what: impl Into<String>) {
        self.findings.push(Finding::violation(rule, slug, place, what));
    }

    /// All findings in the order in which they were added.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
