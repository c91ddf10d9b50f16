//! A look at the table while the program is compiled: without a row for each operation there is no program.
//!
//! What comes in: the bytes of `roles.csv` and all operations. What goes out: whether its rows are about exactly these operations, in this order. The cells are read when
//! the table is loaded.

use crate::operation::Operation;

const ROLES: &[u8] = include_bytes!("../data/roles.csv");

const _: () = assert!(
    rows_are(ROLES, Operation::ALL),
    "data/roles.csv must have one row for each operation, in the order of `Operation`, and no other"
);

/// Whether each line after the first begins with the word of one operation, all in their order.
const fn rows_are(text: &[u8], operations: &[Operation]) -> bool {
    let mut at = after_line(text, 0);
    let mut number = 0;
    while number < operations.len() {
        let word = operations[number].word().as_bytes();
        let mut i = 0;
        while i < word.len() {
            if at + i >= text.len() || text[at + i] != word[i] {
                return false;
            }
            i += 1;
        }
        if at + i >= text.len() || text[at + i] != b',' {
            return false;
        }
        at = after_line(text, at);
        number += 1;
    }
    at == text.len()
}

const fn after_line(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'\n' {
        at += 1;
    }
    if at < text.len() { at + 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_must_be_about_the_operations_in_their_order() {
        let two = &[Operation::RequestCreate, Operation::RequestRead];
        assert!(rows_are(b"head\nrequest.create,x\nrequest.read,y\n", two));
        assert!(!rows_are(b"head\nrequest.create,x\n", two));
        assert!(!rows_are(b"head\nrequest.read,y\nrequest.create,x\n", two));
        assert!(!rows_are(b"head\nrequest.create,x\nrequest.reads,y\n", two));
        assert!(!rows_are(
            b"head\nrequest.create,x\nrequest.read,y\nrequest.read,y\n",
            two
        ));
        assert!(!rows_are(b"", two));
    }
}
