//! The eleven rules that a plan obeys.

use crate::code::code_list;

code_list! {
    /// A rule of the plan, by its number.
    Rule, "rule" {
        /// A patient is moved at most once, from where they are, not before ready, within the limits set for the journey.
        Journey = "1",
        /// On every leg a place of the right kind for each one on board; isolation; groups together.
        Places = "2",
        /// The sum of care needs on board is within what the medical team can give.
        Care = "3",
        /// The lowest limit on board bounds the cabin altitude, with its cost in speed and fuel.
        CabinAltitude = "4",
        /// Range with reserve and load; fuel only where there is fuel; runways that suit.
        RangeAndRunway = "5",
        /// Airfield hours, closures, daylight, slots, parking, times on the ground.
        Airfield = "6",
        /// Flight-duty period, rest, crews and aircraft in one place at a time.
        Duty = "7",
        /// Clearances for states landed in and overflown; forbidden pairs; closed airspace.
        Clearance = "8",
        /// Capability, consent, an open offer with a free bed on the day, reception limit.
        Destination = "9",
        /// Capacity of staging, longest stay.
        Staging = "10",
        /// What has happened is not changed.
        Past = "11",
    }
}

impl Rule {
    /// The number, 1 to 11.
    pub fn number(self) -> u8 {
        self.code().parse().expect("codes are the numbers")
    }

    /// A few words for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Journey => "journey",
            Self::Places => "places on board",
            Self::Care => "medical team",
            Self::CabinAltitude => "cabin altitude",
            Self::RangeAndRunway => "range and runway",
            Self::Airfield => "airfield",
            Self::Duty => "crew duty",
            Self::Clearance => "clearance",
            Self::Destination => "destination",
            Self::Staging => "staging",
            Self::Past => "frozen past",
        }
    }
}
