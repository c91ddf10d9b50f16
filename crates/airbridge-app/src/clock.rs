//! The server's clock, and chance: handed in, so that tests and replays have their own.

use std::sync::Mutex;

use jiff::Timestamp;

/// Where time and random bytes come from.
pub trait Outside: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Random bytes that nobody can guess.
    fn random(&self) -> [u8; 32];
}

impl<T: Outside + ?Sized> Outside for std::sync::Arc<T> {
    fn now(&self) -> Timestamp {
        (**self).now()
    }

    fn random(&self) -> [u8; 32] {
        (**self).random()
    }
}

/// The machine's.
#[derive(Clone, Copy, Debug, Default)]
pub struct Machine;

impl Outside for Machine {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn random(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the machine gives random bytes");
        bytes
    }
}

/// One for tests: time moves when told to, and chance is a count.
#[derive(Debug)]
pub struct Scripted(Mutex<(Timestamp, u64)>);

impl Scripted {
    /// Stands at an instant.
    pub fn at(now: Timestamp) -> Self {
        Self(Mutex::new((now, 0)))
    }

    /// Moves to an instant.
    pub fn set(&self, now: Timestamp) {
        self.0.lock().expect("nobody panics with it").0 = now;
    }
}

impl Outside for Scripted {
    fn now(&self) -> Timestamp {
        self.0.lock().expect("nobody panics with it").0
    }

    fn random(&self) -> [u8; 32] {
        let mut state = self.0.lock().expect("nobody panics with it");
        state.1 += 1;
        crate::digest(&state.1.to_le_bytes())
    }
}
