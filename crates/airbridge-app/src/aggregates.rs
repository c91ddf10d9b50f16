//! Counts for everybody: what may be said in public, and nothing that could be got out of it by subtracting.
//!
//! A figure is that of the last midnight, UTC. Below [`LEAST`] there is none. It is rounded to [`STEP`], and it changes only when the true count has grown by
//! [`LEAST`] since it last changed: so nobody learns of a few from two of them.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Mutex;

use airbridge_disclosure::Operation as Row;
use airbridge_events::{OperationId, RequestEvent, RequestId, What};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::codec;
use crate::error::Error;
use crate::live::each_event;
use crate::subject::About;
use crate::who::Who;

/// No smaller count is given, nor a smaller difference of two.
pub const LEAST: u32 = 11;

/// Counts are rounded to this.
pub const STEP: u32 = 5;

/// What may be said of an operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aggregate {
    /// Which.
    pub operation: OperationId,
    /// What it is called.
    pub name: String,
    /// Patients who have arrived, rounded.
    pub patients_moved: u32,
}

/// The aggregates of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aggregates {
    /// The figures are of this instant.
    pub as_of: Timestamp,
    /// By operation; those of which nothing may be said are not there, as if there were none.
    pub operations: Vec<Aggregate>,
}

/// The aggregates of the last day that was asked for: they take a look at the whole log.
#[derive(Debug, Default)]
pub(crate) struct Today(Mutex<Option<Aggregates>>);

impl App {
    /// What may be said in public.
    ///
    /// # Errors
    ///
    /// Whoever asks may not, or the store does not answer.
    pub async fn aggregates(&self, who: &Who) -> Result<Aggregates, Error> {
        self.look(who, Row::AggregateRead, &About::Nothing, "", |_, _| ())
            .await?;
        let as_of = midnight(self.now());
        let kept = self
            .inner
            .today
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone();
        if let Some(known) = kept.filter(|known| known.as_of == as_of) {
            return Ok(known);
        }
        let made = self.count(as_of).await?;
        *self
            .inner
            .today
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Some(made.clone());
        Ok(made)
    }

    /// Counts what was recorded before an instant.
    async fn count(&self, as_of: Timestamp) -> Result<Aggregates, Error> {
        let mut said: BTreeMap<OperationId, Said> = BTreeMap::new();
        let mut of: BTreeMap<RequestId, OperationId> = BTreeMap::new();
        each_event(self.store(), 0, |event| {
            // The server's clock may have been set back: what comes later in the log can be recorded earlier.
            if event.recorded_at >= as_of || !event.stream.starts_with("request/") {
                return Ok(ControlFlow::Continue(()));
            }
            let fact = codec::read(event)?;
            let name = fact.stream.split_once('/').map_or("", |(_, name)| name);
            match fact.what {
                What::Request(RequestEvent::Created { operation, .. }) => {
                    of.insert(RequestId::new(name), operation);
                }
                What::Request(RequestEvent::Delivered { .. }) => {
                    if let Some(operation) = of.get(&RequestId::new(name)) {
                        let said = said.entry(operation.clone()).or_default();
                        said.arrived(name.to_owned(), fact.recorded_at);
                    }
                }
                _ => {}
            }
            Ok(ControlFlow::Continue(()))
        })
        .await?;
        let operations = self.see(|record| {
            let all = record.operations.iter();
            let all = all.filter_map(|(id, operation)| {
                Some(Aggregate {
                    operation: id.clone(),
                    name: operation.name.clone(),
                    patients_moved: said.get(id)?.figure(as_of)?,
                })
            });
            all.collect()
        });
        Ok(Aggregates { as_of, operations })
    }
}

/// Arrivals of an operation: the day of each patient's first.
#[derive(Default)]
struct Said(BTreeMap<String, Timestamp>);

impl Said {
    fn arrived(&mut self, request: String, at: Timestamp) {
        self.0.entry(request).or_insert(at);
    }

    /// The figure of an instant, as it has grown from midnight to midnight.
    fn figure(&self, as_of: Timestamp) -> Option<u32> {
        let mut days: BTreeMap<Timestamp, u32> = BTreeMap::new();
        for at in self.0.values() {
            *days.entry(midnight(*at)).or_default() += 1;
        }
        let (mut count, mut given) = (0, 0);
        for (day, arrived) in days {
            if day >= as_of {
                break;
            }
            count += arrived;
            if count - given >= LEAST {
                given = count;
            }
        }
        (given > 0).then(|| rounded(given))
    }
}

fn rounded(count: u32) -> u32 {
    (count + STEP / 2) / STEP * STEP
}

/// The last midnight, UTC.
fn midnight(at: Timestamp) -> Timestamp {
    let day = at.to_zoned(TimeZone::UTC).date();
    let start = day.to_zoned(TimeZone::UTC).expect("every day begins in UTC");
    start.timestamp()
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn figures(arrivals: &[u32]) -> Vec<Option<u32>> {
        let start: Timestamp = "2030-05-01T09:00Z".parse().expect("an instant");
        let day = |number: usize| start + SignedDuration::from_hours(24 * number as i64);
        let mut said = Said::default();
        for (number, arrived) in arrivals.iter().enumerate() {
            for patient in 0..*arrived {
                said.arrived(format!("{number}-{patient}"), day(number));
            }
        }
        (0..=arrivals.len())
            .map(|number| said.figure(midnight(day(number))))
            .collect()
    }

    #[test]
    fn few_are_not_counted_and_the_day_is_over_first() {
        assert_eq!(figures(&[10]), [None, None]);
        assert_eq!(figures(&[11]), [None, Some(10)]);
        assert_eq!(figures(&[8, 8]), [None, None, Some(15)]);
    }

    #[test]
    fn two_figures_differ_by_many_or_not_at_all() {
        // 40, and then a few each day: nothing is said of these before they are eleven.
        assert_eq!(
            figures(&[40, 3, 3, 3, 3]),
            [None, Some(40), Some(40), Some(40), Some(40), Some(50)]
        );
        for one in 0..30 {
            for two in 0..30 {
                let all = figures(&[one, two]);
                if let (Some(first), Some(second)) = (all[1], all[2]) {
                    assert!(
                        second == first || second - first > LEAST - STEP,
                        "{one}, {two}: {all:?}"
                    );
                }
            }
        }
    }
}
