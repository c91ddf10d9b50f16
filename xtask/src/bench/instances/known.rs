//! The best known of an instance: `best-known.csv` beside it (`instance, vehicles, cost, status, …`).

use std::path::Path;

use anyhow::{Context, Result};

/// What is known of an instance.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) vehicles: usize,
    pub(super) cost: f64,
}

/// The best known of an instance, from the list in its folder.
pub(super) fn known_beside(file: &Path, name: &str) -> Result<Option<Known>> {
    let list = file.with_file_name("best-known.csv");
    let text = match std::fs::read_to_string(&list) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", list.display())),
    };
    let line = text.lines().find(|line| line.split(',').next() == Some(name));
    let known = line.map(|line| {
        let mut cells = line.split(',').skip(1).map(str::trim);
        let vehicles = cells.next().and_then(|cell| cell.parse().ok());
        let cost = cells.next().and_then(|cell| cell.parse().ok());
        let (vehicles, cost) = vehicles
            .zip(cost)
            .with_context(|| format!("{}: the line of {name} is not understood", list.display()))?;
        Ok(Known { vehicles, cost })
    });
    known.transpose()
}
