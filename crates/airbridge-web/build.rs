//! Has the program built again when the application was: new names of files are seen by nobody else.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=placeholder");
    println!("cargo::rerun-if-changed=../../web/dist");
}
