//! Lines that are not agreed between those on either side, and how they are drawn.
//!
//! The map takes no side: these lines are dashed or left out, and the report says so. The list is of what the atlas
//! shows in the regions that Airbridge works in; it is not complete and settles nothing.

use super::topology::Point;

/// How the arc between two countries of the atlas is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Drawn {
    /// As a border.
    Solid,
    /// As a contested line.
    Dashed,
    /// Not at all.
    Omitted,
}

/// Pairs of ISO 3166-1 numeric codes, smaller first; -99 is the atlas's mark for places without a code.
const PAIRS: &[(&str, &str, Drawn)] = &[
    ("156", "356", Drawn::Dashed),  // China, India
    ("356", "586", Drawn::Dashed),  // India, Pakistan: the line of control is no arc of its own
    ("376", "760", Drawn::Dashed),  // Israel, Syria: the Golan's eastern edge; the western one is ours below
    ("275", "376", Drawn::Dashed),  // armistice lines of 1949
    ("408", "410", Drawn::Dashed),  // Korea's demarcation line
    ("504", "732", Drawn::Omitted), // the berm; Western Sahara's northern line is ours below
    ("-99", "156", Drawn::Dashed),  // Siachen
    ("-99", "356", Drawn::Dashed),
    ("-99", "586", Drawn::Dashed),
    ("-99", "196", Drawn::Dashed), // Cyprus, buffer zone
    ("-99", "688", Drawn::Dashed), // Kosovo, Serbia
    ("-99", "706", Drawn::Dashed), // Somaliland, Somalia
];

/// How the line between two countries is drawn.
pub(crate) fn drawn(a: &str, b: &str) -> Drawn {
    PAIRS
        .iter()
        .find(|(first, second, _)| (*first, *second) == (a, b) || (*first, *second) == (b, a))
        .map_or(Drawn::Solid, |&(_, _, drawn)| drawn)
}

/// Dashed lines that the atlas lacks, drawn by us to a few kilometres.
pub(crate) const OWN_LINES: &[&[Point]] = &[
    // Western Sahara's northern line, 27° 40' N from the Atlantic to Algeria.
    &[(-13.17, 27.67), (-8.67, 27.67)],
    // The Golan's western edge: from Banias down the Jordan, the lake's eastern shore, to the Yarmouk.
    &[
        (35.66, 33.27),
        (35.62, 33.23),
        (35.62, 33.06),
        (35.64, 32.93),
        (35.65, 32.85),
        (35.64, 32.77),
        (35.66, 32.69),
        (35.76, 32.74),
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_countries_does_not_matter() {
        assert_eq!(drawn("760", "376"), Drawn::Dashed);
        assert_eq!(drawn("376", "760"), Drawn::Dashed);
        assert_eq!(drawn("732", "504"), Drawn::Omitted);
        assert_eq!(drawn("250", "276"), Drawn::Solid);
    }
}
