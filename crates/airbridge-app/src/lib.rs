//! Use cases over the record: what people and machines ask for, from the question to the recorded answer.

pub mod planning;
