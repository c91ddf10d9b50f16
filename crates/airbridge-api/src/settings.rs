//! What whoever runs the server decides.

use std::time::Duration;

use crate::basemap::Basemap;

/// Settings of the programme interface.
#[derive(Clone, Debug)]
pub struct ApiSettings {
    /// Cookies without `Secure`, for plain HTTP on loopback.
    pub insecure_cookies: bool,
    /// Requests that are answered at once; what comes on top is told to come again.
    pub requests_at_once: usize,
    /// Live streams that are open at once.
    pub streams_at_once: usize,
    /// Time that one request may take. Live streams are without.
    pub longest_request: Duration,
    /// After this a silent live stream says that it is there, and asks whether it still may. Five seconds at most.
    pub heartbeat: Duration,
    /// Addresses of proxies whose `X-Forwarded-For` is taken for where a request is from.
    pub proxies: Vec<std::net::IpAddr>,
    /// How to log in, where that is for everybody to know; `None`: nobody is told.
    pub demonstration: Option<Demonstration>,
    /// The ground of the map; `None`: the application's own.
    pub basemap: Option<Basemap>,
}

/// The accounts of a demonstration, in which nobody is real.
#[derive(Clone, Debug)]
pub struct Demonstration {
    /// Of every account.
    pub password: String,
    /// One for each role.
    pub logins: Vec<String>,
}

/// The longest time after which a live stream asks whether it still may.
const HEARTBEAT: Duration = Duration::from_secs(5);

impl Default for ApiSettings {
    fn default() -> Self {
        Self {
            insecure_cookies: false,
            requests_at_once: 256,
            streams_at_once: 512,
            longest_request: Duration::from_secs(30),
            heartbeat: HEARTBEAT,
            proxies: Vec::new(),
            demonstration: None,
            basemap: None,
        }
    }
}

impl ApiSettings {
    /// The heartbeat, within what a suspended account may still receive.
    pub(crate) fn beat(&self) -> Duration {
        self.heartbeat.min(HEARTBEAT)
    }
}
