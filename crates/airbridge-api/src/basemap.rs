//! The ground of the map, where whoever runs the server gives another than the application's own. It is looked at once and sent as it came.

use axum::body::Bytes;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// Browsers read it whole, and the server keeps it in memory.
pub const MOST_BYTES: u64 = 20_000_000;

/// A basemap: GeoJSON (RFC 7946), a collection of features. Cheap to clone.
#[derive(Clone)]
pub struct Basemap {
    pub(crate) bytes: Bytes,
    /// Names its content.
    pub(crate) tag: String,
}

/// Why something is no basemap.
#[derive(Debug, thiserror::Error)]
pub enum BasemapError {
    /// Larger than [`MOST_BYTES`].
    #[error("it has more than {MOST_BYTES} bytes")]
    Large,
    /// Not JSON, or other JSON.
    #[error("it is no FeatureCollection of GeoJSON: {0}")]
    Other(#[from] serde_json::Error),
}

impl Basemap {
    /// Looks at a file's content.
    ///
    /// # Errors
    ///
    /// It is too large, or no collection of features.
    pub fn of(bytes: Vec<u8>) -> Result<Self, BasemapError> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(BasemapError::Large);
        }
        let _: Collection = serde_json::from_slice(&bytes)?;
        let digest = airbridge_app::digest(&bytes);
        Ok(Self {
            tag: format!("\"{}\"", airbridge_app::hex(&digest[..16])),
            bytes: bytes.into(),
        })
    }
}

impl std::fmt::Debug for Basemap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Basemap")
            .field("tag", &self.tag)
            .finish_non_exhaustive()
    }
}

/// As much of GeoJSON as tells it from other files; coordinates are for whoever draws them.
#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "type")]
    _kind: CollectionKind,
    #[serde(rename = "features")]
    _features: Vec<Feature>,
}

#[derive(Deserialize)]
enum CollectionKind {
    FeatureCollection,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(rename = "type")]
    _kind: FeatureKind,
    #[serde(rename = "geometry")]
    _geometry: Option<Geometry>,
}

#[derive(Deserialize)]
enum FeatureKind {
    Feature,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    _kind: GeometryKind,
    #[serde(rename = "coordinates")]
    _coordinates: Vec<IgnoredAny>,
}

/// What land and lines are made of.
#[derive(Deserialize)]
enum GeometryKind {
    LineString,
    MultiLineString,
    Polygon,
    MultiPolygon,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Basemap, String> {
        Basemap::of(text.as_bytes().to_vec()).map_err(|error| error.to_string())
    }

    #[test]
    fn land_and_lines_are_a_basemap() {
        let line = r#"{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[0, 1], [2, 3]]}}"#;
        let one = of(&format!(r#"{{"type": "FeatureCollection", "features": [{line}]}}"#)).expect("a line");
        let none = of(r#"{"features": [], "type": "FeatureCollection"}"#).expect("no features");
        assert_ne!(one.tag, none.tag);
    }

    #[test]
    fn other_files_are_none() {
        for (text, says) in [
            ("", "EOF"),
            ("PK", "line 1"),
            (r#"{"type": "Topology", "features": []}"#, "FeatureCollection"),
            (r#"{"type": "FeatureCollection"}"#, "features"),
            (
                r#"{"type": "FeatureCollection", "features": [{"type": "Point"}]}"#,
                "Feature",
            ),
            (
                r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}}]}"#,
                "LineString",
            ),
        ] {
            let error = of(text).expect_err(text);
            assert!(error.contains(says), "{text}: {error}");
        }
        let large = vec![b' '; 20_000_001];
        assert!(matches!(Basemap::of(large), Err(BasemapError::Large)));
    }
}
