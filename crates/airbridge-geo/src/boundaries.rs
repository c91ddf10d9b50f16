//! Which states lie below a place or along a track.

use std::fmt;
use std::sync::{Arc, OnceLock};

use airbridge_model::ContestedArea;
use airbridge_units::{Position, StateCode};
use country_boundaries::{BOUNDARIES_ODBL_360X180, CountryBoundaries, LatLon};

use crate::area::{Bounds, contains_in_bounds};
use crate::boundaries_format;
use crate::track::Track;

/// Step of the points at which a track is looked up.
const STEP_KM: f64 = 5.0;

/// The boundaries of the states, territorial sea included (generously, see `docs/sources.md`). Cheap to clone.
#[derive(Clone)]
pub struct Boundaries {
    raster: Arc<CountryBoundaries>,
}

/// The bytes are no boundaries file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BoundariesError {
    /// The file is of another version of the format, or of another format.
    #[error("version {found} of the boundaries format, where 2 is needed")]
    Version {
        /// What the file says.
        found: u16,
    },
    /// The file ends too early.
    #[error("the boundaries file ends in the middle")]
    Truncated,
    /// The raster has no cells, or no whole rows of them.
    #[error("a raster of {cells} cells in rows of {width} in the boundaries file")]
    Raster {
        /// Cells in a row.
        width: u32,
        /// Cells in all.
        cells: u32,
    },
    /// A name in the file is not UTF-8.
    #[error("a region's name in the boundaries file is not UTF-8")]
    NotText,
    /// Something follows the end.
    #[error("{bytes} bytes after the end of the boundaries file")]
    Surplus {
        /// How many.
        bytes: usize,
    },
    /// The reader found something else.
    #[error("the boundaries file cannot be read")]
    Read(#[source] country_boundaries::ReadError),
}

impl Boundaries {
    /// The boundaries that come with the program: OpenStreetMap data under the ODbL, raster of one degree.
    ///
    /// They are read at the first call; later calls are free.
    pub fn bundled() -> Self {
        static BUNDLED: OnceLock<Boundaries> = OnceLock::new();
        BUNDLED
            .get_or_init(|| Self::from_bytes(BOUNDARIES_ODBL_360X180).expect("the bundled file is whole"))
            .clone()
    }

    /// Boundaries of one's own, from the bytes of a file of the `country-boundaries` format, version 2.
    ///
    /// # Errors
    /// When the bytes are not such a file, whole and alone.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BoundariesError> {
        boundaries_format::check(bytes)?;
        let raster = CountryBoundaries::from_reader(bytes).map_err(BoundariesError::Read)?;
        Ok(Self {
            raster: Arc::new(raster),
        })
    }

    /// The states whose permission counts at a place; none over the high seas.
    ///
    /// Where boundaries overlap because two states claim the place, both. Within contested areas their states count
    /// and nothing else (where several areas overlap, the states of all).
    pub fn states_at(&self, at: Position, contested: &[ContestedArea]) -> Vec<StateCode> {
        let mut states = Vec::new();
        self.add_states(at, &bounded(contested), &mut states);
        states
    }

    /// The states whose permission counts along a track, in the order in which it meets them, each once.
    ///
    /// Looked up at points 5 km apart at most, so a corner shorter than that can be missed; both directions of a
    /// track give the same states.
    pub fn states_along(&self, track: &Track, contested: &[ContestedArea]) -> Vec<StateCode> {
        let contested = bounded(contested);
        let mut states = Vec::new();
        for at in track.samples(STEP_KM) {
            self.add_states(at, &contested, &mut states);
        }
        states
    }

    fn add_states(&self, at: Position, contested: &[(Bounds, &ContestedArea)], states: &mut Vec<StateCode>) {
        let mut settled = false;
        for (bounds, contested) in contested {
            if bounds.holds(at) && contains_in_bounds(&contested.area, at) {
                settled = true;
                for state in &contested.states {
                    if !states.contains(state) {
                        states.push(state.clone());
                    }
                }
            }
        }
        if settled {
            return;
        }
        let at = LatLon::new(at.lat(), at.lon()).expect("a position is in range");
        for id in self.raster.ids(at) {
            let state = id.split_once('-').map_or(id, |(state, _subdivision)| state);
            if !states.iter().any(|known| known.as_str() == state) {
                states.push(StateCode::new(state));
            }
        }
    }
}

fn bounded(contested: &[ContestedArea]) -> Vec<(Bounds, &ContestedArea)> {
    contested.iter().map(|area| (Bounds::of(&area.area), area)).collect()
}

impl fmt::Debug for Boundaries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Boundaries").finish_non_exhaustive()
    }
}
