//! A place on the Earth.

/// Latitude and longitude in degrees, WGS 84: north and east positive.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Position {
    lat: f64,
    lon: f64,
}

impl Position {
    /// Makes a position, or nothing when latitude is outside −90..=90 or longitude outside −180..=180.
    ///
    /// ```
    /// use airbridge_units::Position;
    /// assert!(Position::new(32.0968, 20.2694).is_some());
    /// assert!(Position::new(90.1, 0.0).is_none());
    /// assert!(Position::new(f64::NAN, 0.0).is_none());
    /// ```
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Self { lat, lon })
    }

    /// Degrees north.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// Degrees east.
    pub fn lon(self) -> f64 {
        self.lon
    }
}
