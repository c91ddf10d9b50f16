//! Clock and chance as they are handed in.

use std::sync::{Arc, Mutex};

use airbridge_app::{Outside, digest};
use jiff::Timestamp;

/// A clock that stands until it is moved, and chance that is a count from a seed: two desks that are given the same meet the same.
#[derive(Clone, Debug)]
pub struct Given(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    now: Timestamp,
    seed: u64,
    count: u64,
    panics: Option<String>,
}

impl Given {
    /// At an instant.
    pub fn at(now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(State {
            now,
            seed: 0,
            count: 0,
            panics: None,
        })))
    }

    /// Moves the clock.
    pub fn set(&self, now: Timestamp) {
        self.0.lock().expect("nobody panics with it").now = now;
    }

    /// Whoever asks for chance next meets a bug that says this.
    pub fn panic_with(&self, words: &str) {
        self.0.lock().expect("nobody panics with it").panics = Some(words.to_owned());
    }

    /// Begins chance anew.
    pub fn reseed(&self, seed: u64) {
        let mut state = self.0.lock().expect("nobody panics with it");
        (state.seed, state.count) = (seed, 0);
    }
}

impl Outside for Given {
    fn now(&self) -> Timestamp {
        self.0.lock().expect("nobody panics with it").now
    }

    fn random(&self) -> [u8; 32] {
        let mut state = self.0.lock().expect("nobody panics with it");
        if let Some(words) = state.panics.take() {
            drop(state);
            panic!("{words}");
        }
        state.count += 1;
        digest(&[state.seed.to_le_bytes(), state.count.to_le_bytes()].concat())
    }
}
