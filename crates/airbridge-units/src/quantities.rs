//! Physical quantities as small newtypes. Each holds a finite number in the unit of its name.

use std::fmt;
use std::ops::{Add, Sub};

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident($inner:ty), $unit:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, PartialOrd, Debug, Default)]
        pub struct $name(pub $inner);

        impl $name {
            /// The bare number, in the unit of the type's name.
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if let Some(precision) = f.precision() {
                    write!(f, "{:.*} {}", precision, self.0, $unit)
                } else {
                    write!(f, "{} {}", self.0, $unit)
                }
            }
        }
    )*};
}

quantities! {
    /// Distance along a route over the ground; 1 NM = 1.852 km.
    NauticalMiles(f64), "NM";
    /// Height above sea level, or the cabin altitude that feels like it.
    Feet(f64), "ft";
    /// Mass.
    Kilograms(f64), "kg";
    /// True airspeed, nautical miles an hour.
    Knots(f64), "kt";
    /// Length of a runway.
    Metres(f64), "m";
    /// A duration in whole minutes.
    #[derive(Eq, Ord)]
    Minutes(i64), "min";
}

impl Minutes {
    /// The same duration in hours, for people.
    pub fn hours(self) -> f64 {
        self.0 as f64 / 60.0
    }
}
