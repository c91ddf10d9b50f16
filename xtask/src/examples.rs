//! The example operations, written anew from the generators.

use std::path::Path;

use airbridge_testkit::examples::EXAMPLES;
use anyhow::{Context, Result};

/// Write the folders under examples/ anew.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder that holds the examples.
    #[arg(long, default_value = "examples")]
    out: std::path::PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    for example in EXAMPLES {
        let folder = arguments.out.join(example.folder);
        for (file, bytes) in airbridge_interchange::write_folder(&example.generate()) {
            write(&folder, &file, &bytes)?;
        }
        println!("wrote {}", folder.display());
    }
    Ok(())
}

fn write(folder: &Path, file: &str, bytes: &[u8]) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    std::fs::write(folder.join(file), bytes).with_context(|| format!("{file} cannot be written"))
}
