//! Tables, workbooks and plan files to and from the model, with findings.

pub mod plan_file;
