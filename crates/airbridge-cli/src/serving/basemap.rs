//! The file that the map's ground is drawn from, where it is not the application's own.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use airbridge_api::{Basemap, MOST_BYTES};
use anyhow::Result;

use crate::fault::hinted;

/// Reads it, and no more of it than there may be.
pub(super) fn read(path: &Path) -> Result<Basemap> {
    let mut bytes = Vec::new();
    let opened = File::open(path).map(|file| file.take(MOST_BYTES + 1));
    if let Err(error) = opened.and_then(|mut file| file.read_to_end(&mut bytes)) {
        let hint = "let the account that serves read it, or take basemap out of the settings";
        return Err(hinted(format!("{} cannot be read: {error}", path.display()), hint));
    }
    Basemap::of(bytes).map_err(|error| {
        let hint = "give land and lines as one FeatureCollection of GeoJSON of 20 MB at most, as docs/running.md says";
        hinted(format!("{} is no basemap: {error}", path.display()), hint)
    })
}
