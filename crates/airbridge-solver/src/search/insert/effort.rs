//! How much is done to find a place.

/// How hard to look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    /// Exact evaluations for one ride once something possible is known.
    pub(crate) tries: usize,
    /// Exact evaluations for one ride as long as nothing possible is known.
    pub(crate) failures: usize,
    /// Look at joins first and take the best of them if it is as good as can be up to tier 2.
    pub(crate) joins_first: bool,
    /// Work for one request, after which no further way with two rides is looked at.
    pub(crate) budget: u64,
    /// Leave spots that need another rest until nothing else is found.
    pub(crate) hasty: bool,
    /// Tours that end longer than this before the ride can board are passed over; seconds.
    pub(crate) stretch: i64,
    /// Exact evaluations for each ride of a pair, once something possible is known.
    pub(crate) pair_tries: usize,
    /// First rides tried in combination.
    pub(crate) first_rides: usize,
    /// Second rides tried with each.
    pub(crate) second_rides: usize,
    /// A tour, or a spot, is passed over with this chance, in 1024ths (blinks: Christiaens & Vanden Berghe 2020, section 5.2).
    pub(crate) blink: u32,
}

impl Effort {
    /// As little as will do.
    pub(crate) fn quick(self) -> Self {
        Self {
            joins_first: true,
            budget: self.budget / QUICK,
            ..self
        }
    }

    /// For one way of one request: harder than a search looks. So many spots are tested exactly for one ride, and so much work is done for a way with two before
    /// second flights that exist are looked at.
    pub(crate) fn for_one(tested: usize, budget: u64) -> Self {
        Self {
            failures: tested,
            first_rides: 12,
            second_rides: 6,
            joins_first: false,
            budget,
            ..Self::for_size(1)
        }
    }

    /// For a problem of this many requests.
    pub(crate) fn for_size(requests: usize) -> Self {
        if requests <= 200 {
            Self {
                tries: 48,
                failures: 400,
                joins_first: false,
                budget: 1_500,
                hasty: false,
                stretch: i64::MAX / 8,
                pair_tries: 8,
                first_rides: 4,
                second_rides: 2,
                blink: 0,
            }
        } else {
            Self {
                tries: 12,
                failures: 48,
                joins_first: true,
                budget: 400,
                hasty: true,
                stretch: 36 * 3600,
                pair_tries: 6,
                first_rides: 3,
                second_rides: 2,
                blink: 0,
            }
        }
    }
}

/// A request that is put in quickly gets this fraction of the work: by trial on generated operations (8 to 30 units of 400).
const QUICK: u64 = 25;
