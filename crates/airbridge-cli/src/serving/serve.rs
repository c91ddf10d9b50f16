//! `airbridge serve`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use airbridge_api::{ApiSettings, router};
use airbridge_app::App;
use anyhow::{Context, Result, ensure};

use super::arguments::ServeArguments;
use super::config::{Config, shown};
use super::config_check::in_clear;
use super::{basemap, metrics, runtime, worker};
use crate::fault::hinted;

pub(super) async fn run(arguments: &ServeArguments) -> Result<ExitCode> {
    let config = Config::with(&arguments.place, &arguments.listening)?;
    ensure!(
        !arguments.insecure_cookies || config.listen.ip().is_loopback(),
        "cookies over plain HTTP are for loopback only"
    );
    if let Some((what, remedy)) = in_clear(&config) {
        return Err(hinted(what, remedy));
    }
    let basemap = config.basemap.as_deref().map(basemap::read).transpose()?;
    let measured = metrics::install()?;
    let app = config.open_to_serve().await?;
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
    if let Some(address) = config.metrics {
        let listener = metrics::listen(address).await?;
        tokio::spawn(metrics::serve(app.clone(), measured.clone(), listener));
    }
    tokio::spawn(metrics::keep(app.clone(), measured));
    for number in 0..config.workers {
        tokio::spawn(worker::forever(app.clone(), worker::name(number), 1));
    }
    let settings = ApiSettings {
        insecure_cookies: arguments.insecure_cookies,
        proxies: config.proxies.clone(),
        basemap,
        ..ApiSettings::default()
    };
    answer(app, config.listen, settings).await?;
    Ok(ExitCode::SUCCESS)
}

/// Answers until the process is asked to end; what is begun is answered then, but live streams are not waited for.
pub(super) async fn answer(app: App, listen: SocketAddr, settings: ApiSettings) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(listen).await;
    let listener = listener.with_context(|| format!("nothing can listen on {listen}"))?;
    let address = listener.local_addr().context("the listener has an address")?;
    eprintln!("listening on http://{address}");
    if settings.demonstration.is_some() {
        eprintln!("open http://{address} in a browser");
    }
    let (asked, mut ending) = tokio::sync::watch::channel(false);
    // Guesses are counted by where they come from.
    let service = airbridge_web::over(router(app.clone(), settings));
    let service = service.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
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
    if !app.flush_audit().await {
        tracing::error!(
            waiting = app.audit_waiting(),
            "entries of the audit are in this log only"
        );
    }
    app.store().close().await;
    Ok(())
}
