//! A row of an operation's table, as text by column. `docs/operation-format.md` says what each column means.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Texts by column. The record keeps what was written; what it means is for the reader of the operation format.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Row(pub BTreeMap<String, String>);

impl Row {
    /// The text of a column, empty where it says nothing.
    pub fn text(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// A column's whole number.
    pub fn count(&self, column: &str) -> Option<u32> {
        self.text(column).trim().parse().ok()
    }

    /// The same with some columns changed.
    #[must_use]
    pub fn with(&self, changed: &Row) -> Self {
        let mut all = self.clone();
        all.0
            .extend(changed.0.iter().map(|(column, text)| (column.clone(), text.clone())));
        all
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Row {
    fn from(cells: [(&str, &str); N]) -> Self {
        Self(cells.map(|(column, text)| (column.to_owned(), text.to_owned())).into())
    }
}
