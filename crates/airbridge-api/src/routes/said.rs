//! What bodies of several acts say.

use std::collections::BTreeMap;

/// Declares bodies: what a field is not known by is refused.
macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident { $($(#[$on:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(serde::Deserialize, utoipa::ToSchema)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name { $($(#[$on])* pub(crate) $field: $type,)* }
    )*};
}

pub(crate) use bodies;

bodies! {
    /// Nothing more to say.
    Nothing {}
    /// Why.
    Reason { reason: String, }
    /// Columns that change, by name.
    NewRow { row: BTreeMap<String, String>, }
}
