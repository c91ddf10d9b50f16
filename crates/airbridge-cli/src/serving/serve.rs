//! `airbridge serve`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use airbridge_api::{ApiSettings, router};
use airbridge_app::{App, Machine};
use anyhow::{Context, Result, ensure};

use super::arguments::ServeArguments;
use super::config::{Config, shown};
use super::{metrics, runtime, worker};

pub(super) async fn run(arguments: &ServeArguments) -> Result<ExitCode> {
    let config = Config::of(&arguments.place)?;
    let listen = arguments.listen.unwrap_or(config.listen);
    ensure!(
        !arguments.insecure_cookies || listen.ip().is_loopback(),
        "cookies over plain HTTP are for loopback only"
    );
    let store = config.open().await?;
    let app = App::open(store, Box::new(Machine))
        .await
        .context("the record cannot be read")?;
    tracing::info!(
        store = shown(&config.store),
        head = app.see(|record| record.seq),
        "the record is read"
    );
    if app.see(|record| record.accounts.is_empty()) {
        eprintln!(
            "note: there is no account yet; `airbridge user add LOGIN --organisation NAME --role administrator` opens one"
        );
    }
    if let Some(address) = arguments.metrics.or(config.metrics) {
        tokio::spawn(metrics::serve(app.clone(), address));
    }
    for number in 0..arguments.workers.unwrap_or(config.workers) {
        tokio::spawn(worker::forever(app.clone(), worker::name(number), 1));
    }
    let settings = ApiSettings {
        insecure_cookies: arguments.insecure_cookies,
        ..ApiSettings::default()
    };
    answer(app, listen, settings).await?;
    Ok(ExitCode::SUCCESS)
}

/// Answers until the process is asked to end; what is begun is answered then, but live streams are not waited for.
pub(super) async fn answer(app: App, listen: SocketAddr, settings: ApiSettings) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(listen).await;
    let listener = listener.with_context(|| format!("nothing can listen on {listen}"))?;
    let address = listener.local_addr().context("the listener has an address")?;
    eprintln!("listening on http://{address}");
    let (asked, mut ending) = tokio::sync::watch::channel(false);
    let serving = axum::serve(listener, router(app.clone(), settings)).with_graceful_shutdown(async move {
        runtime::asked_to_end().await;
        let _ = asked.send(true);
    });
    let late = async {
        let _ = ending.wait_for(|asked| *asked).await;
        tokio::time::sleep(Duration::from_secs(5)).await;
    };
    tokio::select! {
        done = serving.into_future() => done.context("serving has failed")?,
        () = late => {}
    }
    app.store().close().await;
    Ok(())
}
