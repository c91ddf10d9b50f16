//! Settings: defaults, then the file, then `AIRBRIDGE_*`, then the command line.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use airbridge_store::{Settings, Store};
use anyhow::{Context, Result};
use serde::Deserialize;

use super::arguments::{ConfigArguments, PlaceArguments};
use super::keys;
use crate::fault::hinted;

/// The file `airbridge.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    listen: Option<SocketAddr>,
    store: Option<String>,
    store_file: Option<PathBuf>,
    data: Option<PathBuf>,
    workers: Option<usize>,
    metrics: Option<SocketAddr>,
}

/// Settings, complete.
#[derive(Debug)]
pub(super) struct Config {
    pub(super) data: PathBuf,
    pub(super) store: String,
    pub(super) listen: SocketAddr,
    pub(super) workers: usize,
    pub(super) metrics: Option<SocketAddr>,
}

const DATA: &str = "airbridge-data";

impl Config {
    /// Settings out of the file and what was given on top.
    pub(super) fn of(place: &PlaceArguments) -> Result<Self> {
        let file = match &place.config {
            Some(path) => read(path)?,
            None => Written::default(),
        };
        let data = place.data.clone().or(file.data).unwrap_or_else(|| DATA.into());
        let from_file = |path: &Path| -> Result<String> {
            let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
            Ok(text.trim().to_owned())
        };
        let store = match (&place.store, &place.store_file, file.store, file.store_file) {
            (Some(url), ..) => url.clone(),
            (None, Some(path), ..) => from_file(path)?,
            (None, None, Some(url), _) => url,
            (None, None, None, Some(path)) => from_file(&path)?,
            (None, None, None, None) => format!("sqlite:{}", data.join("airbridge.db").display()),
        };
        Ok(Self {
            data,
            store,
            listen: file.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            workers: file.workers.unwrap_or(1),
            metrics: file.metrics,
        })
    }

    /// Opens the store, with the key that signs the ends of the chains.
    pub(super) async fn open(&self) -> Result<Store> {
        std::fs::create_dir_all(&self.data).with_context(|| format!("{} cannot be made", self.data.display()))?;
        let settings = Settings {
            signing_key: Some(keys::signing(&self.data)?),
            ..Settings::default()
        };
        let opened = Store::open_with(&self.store, settings).await;
        opened.with_context(|| format!("the store {} cannot be opened", shown(&self.store)))
    }
}

/// A store's URL without its password.
pub(super) fn shown(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://…@{host}"),
        _ => url.to_owned(),
    }
}

fn read(path: &Path) -> Result<Written> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).map_err(|error| {
        hinted(
            format!("{}: {}", path.display(), error.to_string().trim_end()),
            "the settings are listen, store, store_file, data, workers and metrics",
        )
    })
}

/// Says what would be used.
pub(super) fn check(arguments: &ConfigArguments) -> Result<ExitCode> {
    let config = Config::of(&arguments.place)?;
    let metrics = config
        .metrics
        .map_or_else(|| "none".to_owned(), |address| address.to_string());
    crate::show::out(&format!(
        "listen   {}\nstore    {}\ndata     {}\nworkers  {}\nmetrics  {metrics}\n",
        config.listen,
        shown(&config.store),
        config.data.display(),
        config.workers,
    ))?;
    Ok(ExitCode::SUCCESS)
}
