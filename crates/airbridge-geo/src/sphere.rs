//! Points of the unit sphere as vectors: the arithmetic below distances and tracks.

use airbridge_units::Position;

/// A unit vector from the Earth's centre: x towards 0° N 0° E, y towards 0° N 90° E, z towards the north pole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Direction {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) z: f64,
}

impl Direction {
    pub(crate) fn of(at: Position) -> Self {
        let (sin_lat, cos_lat) = at.lat().to_radians().sin_cos();
        let (sin_lon, cos_lon) = at.lon().to_radians().sin_cos();
        Self {
            x: cos_lat * cos_lon,
            y: cos_lat * sin_lon,
            z: sin_lat,
        }
    }

    /// Back to degrees; exact enough to return to within a millimetre.
    pub(crate) fn position(self) -> Position {
        let lat = self.z.atan2(self.x.hypot(self.y)).to_degrees().clamp(-90.0, 90.0);
        let lon = self.y.atan2(self.x).to_degrees().clamp(-180.0, 180.0);
        Position::new(lat, lon).expect("clamped into range, and a unit vector has no NaN")
    }

    pub(crate) fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    pub(crate) fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    pub(crate) fn norm(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// `self · a + other · b`, not normalised.
    pub(crate) fn mix(self, a: f64, other: Self, b: f64) -> Self {
        Self {
            x: self.x * a + other.x * b,
            y: self.y * a + other.y * b,
            z: self.z * a + other.z * b,
        }
    }

    /// The unit vector square to `self` in which a great circle from `self` to `other` sets out, and the angle
    /// between both in radians.
    ///
    /// From a point to its antipode every great circle is as short; this takes the one over the north pole (from a
    /// pole: along 0° E), so that the answer is always the same.
    pub(crate) fn heading_to(self, other: Self) -> (Self, f64) {
        let sine = self.cross(other).norm();
        let angle = sine.atan2(self.dot(other));
        let target = if sine > 1e-12 {
            other
        } else if self.z.abs() < 0.999_999 {
            Self { x: 0.0, y: 0.0, z: 1.0 }
        } else {
            Self { x: 1.0, y: 0.0, z: 0.0 }
        };
        let square = target.mix(1.0, self, -self.dot(target));
        let length = square.norm();
        (square.mix(1.0 / length, self, 0.0), angle)
    }
}
