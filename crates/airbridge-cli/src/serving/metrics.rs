//! Metrics, on a listener of their own: counts, never names.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::SocketAddr;

use airbridge_app::App;
use axum::Router;
use axum::routing::get;

/// Answers `/metrics` in the text format of Prometheus.
pub(super) async fn serve(app: App, address: SocketAddr) {
    let router = Router::new().route("/metrics", get(move || text(app.clone())));
    match tokio::net::TcpListener::bind(address).await {
        Ok(listener) => {
            if let Err(error) = axum::serve(listener, router).await {
                tracing::error!(error = %error, "metrics have ended");
            }
        }
        Err(error) => tracing::error!(%address, error = %error, "nothing can listen there: there are no metrics"),
    }
}

async fn text(app: App) -> String {
    let mut text = String::new();
    let ready = u8::from(app.store().ready().await.is_ok());
    let _ = writeln!(
        text,
        "# TYPE airbridge_store_ready gauge\nairbridge_store_ready {ready}"
    );
    app.see(|record| {
        let _ = writeln!(
            text,
            "# TYPE airbridge_log_events counter\nairbridge_log_events {}",
            record.seq
        );
        let mut states: BTreeMap<&str, usize> = airbridge_events::State::WORDS.iter().map(|word| (*word, 0)).collect();
        for request in record.requests.values() {
            *states.entry(request.state.word()).or_default() += 1;
        }
        let _ = writeln!(text, "# TYPE airbridge_requests gauge");
        for (state, count) in states {
            let _ = writeln!(text, "airbridge_requests{{state=\"{state}\"}} {count}");
        }
        let _ = writeln!(
            text,
            "# TYPE airbridge_missions gauge\nairbridge_missions {}",
            record.missions.len()
        );
    });
    text
}
