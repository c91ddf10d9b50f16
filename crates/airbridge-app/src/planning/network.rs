//! An operation without anybody in it.

use airbridge_interchange::TextTables;
use airbridge_model::Operation;

use super::readable::readable;
use super::tables::{RECORDED, keep_members};

/// What tables say beside the rows that the record keeps one by one; `None` where they cannot be read.
pub fn network(mut tables: TextTables) -> Option<Operation> {
    for table in RECORDED {
        tables.rows.remove(table);
    }
    keep_members(&mut tables);
    readable(tables).ok().map(|read| read.operation)
}
