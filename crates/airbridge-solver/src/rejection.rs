//! What excludes an insertion, named.

use crate::problem::{CrewIdx, PlaceIdx, ResourceIdx};

/// Why a request cannot be put somewhere. The order of the variants is the order of testing: a later one means that
/// the attempt got further.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rejection {
    /// No vehicle may carry it.
    NoVehicleAllowed,
    /// The vehicles that may carry it can never be handled at this place.
    PlaceClosed {
        /// Where.
        place: PlaceIdx,
    },
    /// The place, or the vehicle, does not take its travel grade.
    Grade {
        /// Where.
        place: PlaceIdx,
    },
    /// No setup has room.
    Capacity {
        /// In this dimension.
        dimension: usize,
    },
    /// There is no way from one to the other at all.
    NoTravelOption {
        /// From here.
        from: PlaceIdx,
        /// To here.
        to: PlaceIdx,
    },
    /// There is a way, but not with that load or so far without a refill.
    Endurance {
        /// From here.
        from: PlaceIdx,
        /// To here.
        to: PlaceIdx,
    },
    /// Too long in motion.
    Moving,
    /// Too many legs.
    Legs,
    /// The tour would last too long.
    TourLength,
    /// The vehicle makes no further tour.
    Tours,
    /// No moment at the place suits opening hours, or not any more.
    Hours {
        /// Where.
        place: PlaceIdx,
    },
    /// The start of loading would miss its windows.
    BoardWindow,
    /// The end of unloading would miss its windows.
    AlightWindow,
    /// No departure suits the windows of the travel option.
    Departures {
        /// From here.
        from: PlaceIdx,
        /// To here.
        to: PlaceIdx,
    },
    /// Too long on one ride.
    RideTime,
    /// Too long from the first loading to the last unloading.
    Span,
    /// The time between two rides is too short, too long, or has a night in it.
    Stay,
    /// A crew's duty would be too long or have too many legs.
    Duty {
        /// Whose.
        crew: CrewIdx,
    },
    /// A crew is on another tour, at rest, or not available.
    CrewBusy {
        /// Which.
        crew: CrewIdx,
    },
    /// The vehicle is on another tour or not available.
    VehicleBusy,
    /// The tour would not end within the horizon.
    Horizon,
    /// A shared resource is exhausted.
    Resource {
        /// Which.
        resource: ResourceIdx,
    },
    /// Possible, but others would lose more by it than it gains.
    Costly,
}
