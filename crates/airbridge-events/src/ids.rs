//! Names of what is recorded, one type for each kind of thing.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $stream:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// From a text that is known to be an id.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The stream of the log that holds what has happened to it.
            pub fn stream(&self) -> String {
                format!(concat!($stream, "/{}"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    )*};
}

ids! {
    /// A standing operation.
    OperationId, "operation";
    /// A request for movement, by its pseudonym; never a name.
    RequestId, "request";
    /// A promise of beds.
    OfferId, "offer";
    /// A state's permission.
    ClearanceId, "clearance";
    /// A mission of an adopted plan: unique in its operation's whole life, unlike the number that the plan gives it.
    MissionId, "mission";
    /// A plan.
    PlanId, "plan";
    /// Somebody, or a machine, who may act.
    AccountId, "account";
    /// A ministry, hospital, operator or agency.
    OrganisationId, "organisation";
}
