//! The digest of an operation.

use std::fmt::Write as _;

use airbridge_model::Operation;
use sha2::{Digest, Sha256};

use crate::write::{Detail, sheets};

/// SHA-256 over the canonical form of an operation, lower-case hexadecimal: every setting and every table in full and in order, so that
/// it does not depend on folder or workbook, the order of rows, or what the catalogue had to add.
pub fn digest(operation: &Operation) -> String {
    let sheets = sheets(operation, Detail::Full);
    let mut hash = Sha256::new();
    // Each text goes in with its length, so that no two operations share a stream of bytes.
    let mut add = |text: &str| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    };
    add("airbridge-operation-1");
    for (key, value) in &sheets.settings {
        add(key);
        add(value);
    }
    for sheet in &sheets.tables {
        add(sheet.table.name);
        add(&sheet.rows.len().to_string());
        for cell in sheet.rows.iter().flatten() {
            add(cell);
        }
    }
    if let Some(bytes) = &operation.boundaries {
        hash.update(Sha256::digest(bytes));
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
