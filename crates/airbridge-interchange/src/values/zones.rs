//! Zones: by name, or by coordinates.

use std::sync::LazyLock;

use airbridge_units::Position;
use jiff::tz::TimeZone;
use tzf_rs::DefaultFinder;

use super::{Problem, quote};

/// Built at the first use: it unpacks some megabytes. The data is ODbL, from timezone-boundary-builder.
static FINDER: LazyLock<DefaultFinder> = LazyLock::new(DefaultFinder::new);

/// The zone of a name.
pub(crate) fn zone(name: &str) -> Result<TimeZone, Problem> {
    named(name).ok_or_else(|| {
        Problem::new(
            "unknown-zone",
            format!("{} is not an IANA zone", quote(name)),
            "write like Africa/Cairo, or leave the cell empty to take the zone of the coordinates",
        )
    })
}

/// The zone of a place.
pub(crate) fn zone_at(position: Position) -> Result<TimeZone, Problem> {
    let name = FINDER.get_tz_name(position.lon(), position.lat());
    named(name).ok_or_else(|| {
        Problem::new(
            "unknown-zone",
            format!("no zone is known at {} {}", position.lat(), position.lon()),
            "write an IANA zone, such as Africa/Cairo",
        )
    })
}

fn named(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok().filter(|zone| {
        zone.iana_name()
            .is_some_and(|name| !name.eq_ignore_ascii_case("Etc/Unknown"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_name_and_place() {
        assert_eq!(zone("africa/cairo").expect("known").iana_name(), Some("Africa/Cairo"));
        assert_eq!(zone("UTC").expect("known").iana_name(), Some("UTC"));
        for name in ["Africa/Atlantis", "", "Etc/Unknown", "+02:00"] {
            assert_eq!(zone(name).expect_err(name).code, "unknown-zone");
        }
        let benina = Position::new(32.0968, 20.2694).expect("on Earth");
        assert_eq!(zone_at(benina).expect("on land").iana_name(), Some("Africa/Tripoli"));
    }
}
