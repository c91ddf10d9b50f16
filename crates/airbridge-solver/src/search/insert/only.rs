//! Restrictions on where a ride may be put.

use crate::problem::VehicleIdx;
use crate::search::tour::TourId;

/// The only places for a ride.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Only {
    /// Which ride; the other may be put anywhere. `None` for both.
    pub(crate) ride: Option<u8>,
    pub(crate) place: OnlyAt,
}

/// See [`Only`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum OnlyAt {
    /// This tour.
    Tour(TourId),
    /// A new tour of this vehicle.
    New(VehicleIdx),
    /// Tours that there are, and new ones of other vehicles.
    NotNew(VehicleIdx),
}

impl Only {
    pub(super) fn is_about(&self, ride: u8) -> bool {
        self.ride.is_none_or(|only| only == ride)
    }

    pub(super) fn takes_tour(&self, tour: TourId) -> bool {
        match self.place {
            OnlyAt::Tour(only) => only == tour,
            OnlyAt::New(_) => false,
            OnlyAt::NotNew(_) => true,
        }
    }

    pub(super) fn takes_new(&self, vehicle: VehicleIdx) -> bool {
        match self.place {
            OnlyAt::Tour(_) => false,
            OnlyAt::New(only) => only == vehicle,
            OnlyAt::NotNew(not) => not != vehicle,
        }
    }
}
