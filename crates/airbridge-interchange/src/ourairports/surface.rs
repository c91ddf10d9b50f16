//! OurAirports' surfaces, which are free text, as ours.

use airbridge_model::Surface;

/// Beginnings of words, longest first where one begins another.
const WORDS: &[(&str, Surface)] = &[
    ("ASP", Surface::Paved),
    ("CON", Surface::Paved),
    ("PEM", Surface::Paved),
    ("BIT", Surface::Paved),
    ("TAR", Surface::Paved),
    ("PAV", Surface::Paved),
    ("BRI", Surface::Paved),
    ("MAC", Surface::Paved),
    ("GRAV", Surface::Gravel),
    ("GRVL", Surface::Gravel),
    ("GRV", Surface::Gravel),
    ("GVL", Surface::Gravel),
    ("GRE", Surface::Gravel),
    ("GRA", Surface::Unpaved),
    ("GRS", Surface::Unpaved),
    ("TURF", Surface::Unpaved),
    ("DIRT", Surface::Unpaved),
    ("SAND", Surface::Unpaved),
    ("SAN", Surface::Unpaved),
    ("CLA", Surface::Unpaved),
    ("COR", Surface::Unpaved),
    ("LAT", Surface::Unpaved),
    ("EARTH", Surface::Unpaved),
    ("SOIL", Surface::Unpaved),
    ("GROUND", Surface::Unpaved),
    ("SNO", Surface::Unpaved),
    ("ICE", Surface::Unpaved),
    ("UNP", Surface::Unpaved),
];

/// The surface, by the worst word of the text that is known ("ASPH-TURF" is unpaved); `None` when none is.
pub(super) fn surface(text: &str) -> Option<Surface> {
    text.to_uppercase()
        .split(|c: char| !c.is_alphabetic())
        .filter_map(|word| WORDS.iter().find(|(begin, _)| word.starts_with(begin)))
        .map(|(_, surface)| *surface)
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surfaces_are_mapped() {
        for (text, expected) in [
            ("ASP", Some(Surface::Paved)),
            ("CONC", Some(Surface::Paved)),
            ("ASPH-G", Some(Surface::Paved)),
            ("PEM", Some(Surface::Paved)),
            ("bitumen", Some(Surface::Paved)),
            ("GRE", Some(Surface::Gravel)),
            ("GRVL", Some(Surface::Gravel)),
            ("Gravel", Some(Surface::Gravel)),
            ("GRS", Some(Surface::Unpaved)),
            ("grass", Some(Surface::Unpaved)),
            ("ASPH/TURF", Some(Surface::Unpaved)),
            ("DIRT", Some(Surface::Unpaved)),
            ("moss", None),
            ("", None),
        ] {
            assert_eq!(surface(text), expected, "{text}");
        }
    }
}
