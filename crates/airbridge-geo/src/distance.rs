//! Great-circle distance on the sphere that carries the ellipsoid's mean radius.

use airbridge_units::{NauticalMiles, Position};

/// Mean radius of the Earth, (2a + b) / 3 of WGS 84, in kilometres.
pub(crate) const EARTH_RADIUS_KM: f64 = 6371.0088;
/// Kilometres in a nautical mile, by definition.
pub(crate) const KM_PER_NM: f64 = 1.852;

/// The great-circle distance between two positions: haversine on a sphere of 6,371.0088 km.
///
/// Symmetric to the last bit. The way over the ellipsoid differs by up to 0.5 %, which is less than the route
/// factor covers; the published distances that Airbridge is tested against are those of the sphere (see
/// `docs/decisions/0007-distances-on-the-sphere.md`).
///
/// # Examples
/// ```
/// use airbridge_geo::distance;
/// use airbridge_units::Position;
/// let benina = Position::new(32.0968, 20.2694).expect("in range");
/// let cairo = Position::new(30.1166, 31.4140).expect("in range");
/// assert_eq!(distance(benina, cairo).get().round(), 585.0);
/// ```
///
/// # References
/// R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (2), 1984.
pub fn distance(a: Position, b: Position) -> NauticalMiles {
    let half_lat = ((b.lat() - a.lat()).to_radians() / 2.0).sin();
    let half_lon = ((b.lon() - a.lon()).to_radians() / 2.0).sin();
    let cosines = a.lat().to_radians().cos() * b.lat().to_radians().cos();
    let haversine = half_lat * half_lat + cosines * (half_lon * half_lon);
    let angle = 2.0 * haversine.clamp(0.0, 1.0).sqrt().asin();
    NauticalMiles(angle * EARTH_RADIUS_KM / KM_PER_NM)
}
