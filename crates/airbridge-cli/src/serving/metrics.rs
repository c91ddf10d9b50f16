//! Metrics, on a listener of their own: counts and times, never a name.
//!
//! Times of requests and commits are noted where they pass (`airbridge-api`, `airbridge-store`); what stands still is counted when somebody asks.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use airbridge_app::App;
use anyhow::{Context, Result};
use axum::Router;
use axum::routing::get;
use metrics::gauge;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;

/// Upper ends of the classes of times, in seconds: around the promises for reads (100 ms) and writes (250 ms).
const SECONDS: [f64; 12] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0];

/// Between two times that what was noted is put in order, and that the audit takes what waits.
const UPKEEP: Duration = Duration::from_secs(5);

/// Begins to note.
pub(super) fn install() -> Result<PrometheusHandle> {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
        .context("the classes of times")?;
    let handle = builder.install_recorder().context("metrics are noted already")?;
    described();
    Ok(handle)
}

fn described() {
    metrics::describe_histogram!("airbridge_request_seconds", "How long requests took");
    metrics::describe_histogram!(
        "airbridge_store_commit_seconds",
        "How long commits took until they were synced"
    );
    for (name, what) in [
        ("airbridge_streams_open", "Live streams that are open"),
        ("airbridge_ready", "Whether the store answers and its log can be read"),
        ("airbridge_log_events", "Events in the log"),
        ("airbridge_record", "Things in the record"),
        ("airbridge_requests", "Requests for movement by state"),
        ("airbridge_jobs", "Jobs that wait or run"),
        ("airbridge_jobs_oldest_seconds", "How long the oldest job has waited"),
        (
            "airbridge_audit_waiting",
            "Entries of the audit that the store could not take yet",
        ),
    ] {
        metrics::describe_gauge!(name, what);
    }
}

/// Listens, before anything else goes on: an address that is taken is said at once.
pub(super) async fn listen(address: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    let listener = listener.with_context(|| format!("nothing can listen on {address} for metrics"))?;
    let address = listener.local_addr().context("the listener has an address")?;
    eprintln!("metrics on http://{address}/metrics");
    Ok(listener)
}

/// Answers `/metrics` in the text format of Prometheus.
pub(super) async fn serve(app: App, handle: PrometheusHandle, listener: TcpListener) {
    let text = move || {
        let (app, handle) = (app.clone(), handle.clone());
        async move {
            count(&app).await;
            handle.render()
        }
    };
    if let Err(error) = axum::serve(listener, Router::new().route("/metrics", get(text))).await {
        tracing::error!(error = %error, "metrics have ended");
    }
}

/// Keeps what is noted small, and has the audit take what waits.
pub(super) async fn keep(app: App, handle: PrometheusHandle) {
    loop {
        tokio::time::sleep(UPKEEP).await;
        handle.run_upkeep();
        if app.audit_waiting() > 0 && app.flush_audit().await {
            tracing::info!("the audit has taken what waited");
        }
    }
}

/// Counts what stands still.
async fn count(app: &App) {
    gauge!("airbridge_ready").set(f64::from(u8::from(app.ready().await.is_ok())));
    gauge!("airbridge_audit_waiting").set(app.audit_waiting() as f64);
    if let Ok(queue) = app.store().job_queue().await {
        gauge!("airbridge_jobs", "state" => "queued").set(queue.queued as f64);
        gauge!("airbridge_jobs", "state" => "running").set(queue.running as f64);
        let waited = queue
            .oldest_queued_at
            .map_or(0.0, |at| app.now().duration_since(at).as_secs_f64());
        gauge!("airbridge_jobs_oldest_seconds").set(waited.max(0.0));
    }
    app.see(|record| {
        gauge!("airbridge_log_events").set(record.seq as f64);
        for (of, count) in [
            ("operations", record.operations.len()),
            ("requests", record.requests.len()),
            ("offers", record.offers.len()),
            ("clearances", record.clearances.len()),
            ("missions", record.missions.len()),
            ("plans", record.plans.len()),
            ("organisations", record.organisations.len()),
            ("accounts", record.accounts.len()),
        ] {
            gauge!("airbridge_record", "of" => of).set(count as f64);
        }
        let mut states: BTreeMap<&str, usize> = airbridge_events::State::WORDS.iter().map(|word| (*word, 0)).collect();
        for request in record.requests.values() {
            *states.entry(request.state.word()).or_default() += 1;
        }
        for (state, count) in states {
            gauge!("airbridge_requests", "state" => state).set(count as f64);
        }
    });
}
