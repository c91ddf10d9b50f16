//! Writes the tables of all examples into a folder: `cargo run -p airbridge-testkit --example write_examples -- examples`.

use std::path::PathBuf;
use std::{env, fs, io};

use airbridge_interchange::write_folder;
use airbridge_testkit::examples::EXAMPLES;

fn main() -> io::Result<()> {
    let root = env::args()
        .nth(1)
        .map_or_else(|| PathBuf::from("examples"), PathBuf::from);
    for example in EXAMPLES {
        let folder = root.join(example.folder);
        fs::create_dir_all(&folder)?;
        for (name, bytes) in write_folder(&example.generate()) {
            fs::write(folder.join(name), bytes)?;
        }
    }
    Ok(())
}
