//! Fields of a request, in the groups by which they are shown or hidden.

use std::collections::BTreeSet;

use crate::words::words;

words! {
    /// A group of fields.
    FieldGroup {
        /// Who the patient is.
        Identity = "identity",
        /// Whom to tell.
        Contact = "contact",
        /// Everything that is medical.
        Clinical = "clinical",
        /// What kind of bed is needed.
        ClinicalSummary = "clinical-summary",
        /// What decides how the patient can travel.
        Planning = "planning",
        /// Times and places of the way.
        Route = "route",
        /// Where the patient is from.
        Origin = "origin",
        /// Where the patient goes.
        Destination = "destination",
        /// When the patient arrives.
        Arrival = "arrival",
        /// State, urgency, deadlines.
        Administrative = "administrative",
        /// Who says so.
        Sources = "sources",
    }
}

words! {
    /// Where a patient stands to whoever looks.
    Phase {
        /// No hospital has agreed.
        BeforeAcceptance = "before-acceptance",
        /// One has.
        Accepted = "accepted",
        /// On the way.
        OnMission = "on-mission",
        /// The crew's time is over.
        Expired = "expired",
        /// Opened in an emergency.
        Emergency = "emergency",
    }
}

/// What is shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mask(pub BTreeSet<FieldGroup>);

impl Mask {
    /// Whether a group is shown.
    pub fn shows(&self, group: FieldGroup) -> bool {
        self.0.contains(&group)
    }
}
