//! What every handler has at hand.

use std::sync::Arc;

use airbridge_app::App;
use tokio::sync::Semaphore;

use crate::settings::ApiSettings;

/// The application, the settings, and what is counted over all requests. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) app: App,
    pub(crate) settings: Arc<ApiSettings>,
    pub(crate) requests: Arc<Semaphore>,
    pub(crate) streams: Arc<Semaphore>,
}

impl Shared {
    pub(crate) fn new(app: App, settings: ApiSettings) -> Self {
        Self {
            requests: Arc::new(Semaphore::new(settings.requests_at_once)),
            streams: Arc::new(Semaphore::new(settings.streams_at_once)),
            app,
            settings: Arc::new(settings),
        }
    }
}
