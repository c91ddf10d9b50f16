//! Where a fact comes from beside who says it: when it happened, and which earlier fact it replaces or confirms.

use airbridge_disclosure::Operation as Row;
use airbridge_store::{Seq, StoredEvent, Version};
use jiff::{SignedDuration, Timestamp};

use crate::act::{Wish, stream_of};
use crate::app::App;
use crate::error::Error;

/// What whoever reports says of a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sources {
    /// When it happened, by the clock of whoever saw it; `None`: now.
    pub happened_at: Option<Timestamp>,
    /// The fact that it replaces: one of the same thing, by the version that it made. Numbers of the log would count what others do not see.
    pub supersedes: Option<u64>,
    /// The fact that it confirms.
    pub confirms: Option<u64>,
}

/// The facts that are meant, as the log numbers them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Numbers {
    pub(crate) supersedes: Option<Seq>,
    pub(crate) confirms: Option<Seq>,
}

/// So far may a reporter's clock be ahead of the server's: what is said to happen within it happens now. Synthetic.
pub(crate) const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// And so late may a report come: a crew without a connection is back within a month. Synthetic.
pub(crate) const LATE: SignedDuration = SignedDuration::from_hours(24 * 31);

/// Acts that report what somebody has seen. The others happen when they are recorded: nobody agrees, clears or adopts in hindsight.
const REPORTS: [Row; 11] = [
    Row::EventReport,
    Row::MissionReport,
    Row::RequestAssess,
    Row::RequestUnfit,
    Row::RequestReportDeath,
    Row::RequestCollect,
    Row::RequestEnplane,
    Row::RequestDeliver,
    Row::RequestHandOver,
    Row::RequestConfirmDeparture,
    Row::ClearanceUpdate,
];

impl App {
    /// Refuses what cannot be said of a fact.
    ///
    /// # Errors
    ///
    /// A time that the server's clock does not allow, or a fact that is not there, about something else, or replaced already.
    pub(crate) async fn check_sources(&self, wish: &Wish) -> Result<Numbers, Error> {
        let Sources {
            happened_at,
            supersedes,
            confirms,
        } = wish.sources;
        let mut numbers = Numbers::default();
        if wish.sources == Sources::default() {
            return Ok(numbers);
        }
        if let Some(at) = happened_at {
            self.check_time(wish.operation, at)?;
        }
        if supersedes.is_some() && supersedes == confirms {
            return Err(Error::invalid(
                "a fact is replaced or confirmed, not both",
                "/supersedes",
            ));
        }
        let stream = stream_of(&wish.command);
        let facts = self.store().read_stream(&stream, Version(0)).await?;
        if let Some(version) = supersedes {
            numbers.supersedes = Some(known_fact(&facts, Version(version), "/supersedes")?);
        }
        if let Some(version) = confirms {
            numbers.confirms = Some(known_fact(&facts, Version(version), "/confirms")?);
        }
        if let Some(at) = happened_at.filter(|_| wish.operation == Row::MissionReport && supersedes.is_none()) {
            in_order(&facts, at)?;
        }
        Ok(numbers)
    }

    fn check_time(&self, operation: Row, at: Timestamp) -> Result<(), Error> {
        let now = self.now();
        let what = if !REPORTS.contains(&operation) {
            "this happens when it is recorded: only what somebody has seen has a time of its own".to_owned()
        } else if at > now.saturating_add(AHEAD).unwrap_or(Timestamp::MAX) {
            format!("it would happen in the future: the server's clock says {now}")
        } else if at < now.saturating_sub(LATE).unwrap_or(Timestamp::MIN) {
            format!("it would have happened more than {} days ago", LATE.as_hours() / 24)
        } else {
            return Ok(());
        };
        Err(Error::invalid(what, "/happened_at"))
    }
}

/// A fact that is replaced or confirmed is one of the same thing, and stands; its number in the log.
fn known_fact(facts: &[StoredEvent], version: Version, field: &str) -> Result<Seq, Error> {
    let Some(fact) = facts.iter().find(|fact| fact.version == version) else {
        return Err(no_fact(version.0, field));
    };
    if let Some(by) = facts.iter().find(|other| other.event.supersedes == Some(fact.seq)) {
        let what = format!("fact {} was replaced by fact {}", version.0, by.version.0);
        return Err(Error::invalid(what, field));
    }
    Ok(fact.seq)
}

pub(crate) fn no_fact(version: u64, field: &str) -> Error {
    Error::invalid(format!("there is no fact {version} of this"), field)
}

/// A mission's reports come in the order in which things happen.
fn in_order(facts: &[StoredEvent], at: Timestamp) -> Result<(), Error> {
    let moved = facts.iter().filter(|fact| {
        let kind = fact.event.kind.as_str();
        kind == "mission-departed" || kind == "mission-landed"
    });
    let last = moved.map(|fact| fact.event.happened_at).max();
    match last.filter(|last| at < *last) {
        Some(last) => {
            let what =
                format!("the mission was reported to have moved at {last}: correct that report with `supersedes`");
            Err(Error::invalid(what, "/happened_at"))
        }
        None => Ok(()),
    }
}
