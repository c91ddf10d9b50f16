//! What happens to an operation from day to day, by chance: disruptions at given rates, and the way home of those who are well again. Synthetic.

mod disruptions;
mod home;
mod rates;

use airbridge_model::{Event, Happening, Operation, Plan};
use jiff::{SignedDuration, Timestamp};

pub use self::home::open_homes;
pub use self::rates::Rates;

use crate::dice::Dice;

/// A course of events, the same for a seed, an operation and its plans.
#[derive(Clone, Debug)]
pub struct Course {
    rates: Rates,
    seed: u64,
    /// Numbers closures and new offers.
    count: u32,
}

impl Course {
    /// A course of events at given rates.
    pub const fn new(rates: Rates, seed: u64) -> Self {
        Self { rates, seed, count: 0 }
    }

    /// Events after `from`, up to and at `to`, for an operation and the plan that runs; each aircraft, crew, mission and patient meets at most one.
    pub fn between(&mut self, operation: &Operation, plan: &Plan, from: Timestamp, to: Timestamp) -> Vec<Event> {
        let mut events = disruptions::draw(self, operation, plan, from, to);
        events.extend(home::requests(self, operation, plan, from, to));
        events
    }

    fn dice(&self, stream: &str, from: Timestamp) -> Dice {
        Dice::new(self.seed, &format!("course {stream} {from}"))
    }

    fn next_name(&mut self) -> String {
        self.count += 1;
        format!("SYN-EVENT-{:04}", self.count)
    }
}

/// Some whole second after `from`, up to and at `to`.
fn moment(from: Timestamp, to: Timestamp, dice: &mut Dice) -> Timestamp {
    let seconds = to.duration_since(from).as_secs().max(1);
    from.saturating_add(SignedDuration::from_secs(dice.between(1, seconds)))
        .expect("far from the end of time")
}

pub(crate) fn event(at: Timestamp, what: Happening) -> Event {
    Event {
        at,
        source: "synthetic".to_owned(),
        note: String::new(),
        what,
    }
}
