//! One way to write a value as bytes, so that equal contents have equal hashes on every backend.

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::StoreError;

/// JSON with the keys of objects in order and without white space.
pub(crate) fn json_text(value: &Value) -> String {
    let mut text = String::new();
    write_json(value, &mut text);
    text
}

fn write_json(value: &Value, out: &mut String) {
    match value {
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_json(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            // The map may keep insertion order, if some crate in the build asked for that.
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            out.push('{');
            for (i, (key, item)) in entries.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                write_json(item, out);
            }
            out.push('}');
        }
        leaf => out.push_str(&leaf.to_string()),
    }
}

/// Reads what [`json_text`] wrote.
pub(crate) fn read_json(text: &str, table: &'static str, row: &str) -> Result<Value, StoreError> {
    serde_json::from_str(text).map_err(|_| damaged(table, row))
}

pub(crate) fn damaged(table: &'static str, row: &str) -> StoreError {
    StoreError::Damaged {
        table,
        row: row.to_owned(),
    }
}

/// An instant as a column: whole microseconds, as both databases and their neighbours can hold them.
pub(crate) fn instant(at: Timestamp) -> i64 {
    at.as_microsecond()
}

pub(crate) fn read_instant(column: i64, table: &'static str, row: &str) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(column).map_err(|_| damaged(table, row))
}

/// PostgreSQL keeps no NUL in text; so that all backends behave alike, none does.
pub(crate) fn check_text(what: &'static str, text: &str) -> Result<(), StoreError> {
    if text.contains('\0') {
        return Err(StoreError::Invalid {
            what,
            why: "it contains a NUL character",
        });
    }
    Ok(())
}

/// A hash over fields, each led by its kind and length, so that no two lists of fields give the same bytes.
#[derive(Clone, Default)]
pub(crate) struct Hasher(Sha256);

impl Hasher {
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update(b"b");
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.0.update(b"t");
        self.0.update((text.len() as u64).to_be_bytes());
        self.0.update(text.as_bytes());
        self
    }

    pub(crate) fn number(&mut self, number: i64) -> &mut Self {
        self.0.update(b"n");
        self.0.update(number.to_be_bytes());
        self
    }

    pub(crate) fn optional(&mut self, number: Option<i64>) -> &mut Self {
        if let Some(number) = number {
            return self.number(number);
        }
        self.0.update(b"-");
        self
    }

    pub(crate) fn finish(&self) -> [u8; 32] {
        self.0.clone().finalize().into()
    }
}

/// SHA-256 of plain bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::json_text;

    #[test]
    fn keys_are_in_order_and_strings_are_escaped() {
        let value: serde_json::Value =
            serde_json::from_str(r#"{"b":[1,2.5,null],"a":{"y":"\u0000\"","x":true}}"#).expect("this is JSON");
        assert_eq!(json_text(&value), r#"{"a":{"x":true,"y":"\u0000\""},"b":[1,2.5,null]}"#);
    }
}
