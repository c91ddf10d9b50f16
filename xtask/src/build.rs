//! `cargo xtask build`: the program with its web application.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;

/// Build the web application, then the program that carries it. Needs node.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Further arguments of `cargo build --release`
    #[arg(last = true)]
    cargo: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let web = root.join("web");
    step(&web, "npm", &["ci".to_owned()])?;
    step(&web, "npm", &["run".to_owned(), "build".to_owned()])?;
    let build = ["build", "--release", "--package", "airbridge-cli"].map(str::to_owned);
    let all: Vec<String> = build.into_iter().chain(arguments.cargo.iter().cloned()).collect();
    step(&root, "cargo", &all)
}

fn step(folder: &Path, program: &str, arguments: &[String]) -> Result<()> {
    let status = Command::new(program).args(arguments).current_dir(folder).status();
    let status = status.with_context(|| format!("{program} cannot be started"))?;
    ensure!(status.success(), "{program} {} has failed", arguments.join(" "));
    Ok(())
}
