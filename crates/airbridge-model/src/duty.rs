//! Duty rules as data: flight-duty period by start hour and sectors, and rest.

use airbridge_units::{Minutes, RuleSetId};
use jiff::civil::Time;

use crate::code::code_list;

/// A named set of duty rules.
///
/// A duty begins at report, [`DutyRuleSet::report`] before the first off-block. The flight-duty period of a flight crew ends at the last
/// on-block of the duty; that of a medical team at handover: the end of the last unloading of patients in the duty (if the duty
/// unloads nobody, at its last on-block). Duty = flight-duty period + [`DutyRuleSet::debrief`]; rest begins then.
/// Between two duties lies at least the larger of the duty just ended and the least rest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DutyRuleSet {
    /// Name of the set, such as "easa".
    pub id: RuleSetId,
    /// Longest flight-duty period by local start (report) of the basic crew; rows cover the whole day.
    pub rows: Vec<FdpRow>,
    /// Sectors that shorten nothing.
    pub free_sectors: u32,
    /// Each further sector shortens the period by this.
    pub per_sector: Minutes,
    /// But never below this.
    pub floor: Minutes,
    /// Most sectors in one duty, if limited.
    pub max_sectors: Option<u32>,
    /// Longest period with extra pilots: `(extra pilots, class of rest, limit)`; then start hour and sectors do not count.
    pub augmented: Vec<(u32, RestClass, Minutes)>,
    /// Before the first off-block.
    pub report: Minutes,
    /// After the flight-duty period.
    pub debrief: Minutes,
    /// Least rest at home base.
    pub rest_home: Minutes,
    /// Least rest elsewhere.
    pub rest_away: Minutes,
    /// Where the figures come from, or "synthetic".
    pub source: String,
}

/// One row of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FdpRow {
    /// First local minute of report, inclusive.
    pub from: Time,
    /// Last local minute of report, inclusive; before `from` the row runs over midnight.
    pub to: Time,
    /// Longest period.
    pub limit: Minutes,
}

code_list! {
    /// Class of a rest facility on board.
    RestClass, "rest class" {
        /// Bunk.
        Class1 = "1",
        /// Flat seat, apart.
        Class2 = "2",
        /// Reclining seat.
        Class3 = "3",
    }
}

impl DutyRuleSet {
    /// The row that holds a local time of report.
    pub fn row_at(&self, report: Time) -> Option<&FdpRow> {
        let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
        let at = minute(report);
        self.rows.iter().find(|row| {
            let (from, to) = (minute(row.from), minute(row.to));
            if from <= to {
                (from..=to).contains(&at)
            } else {
                at >= from || at <= to
            }
        })
    }
}
