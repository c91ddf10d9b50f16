//! Settings: defaults, then the file, then `AIRBRIDGE_*`, then the command line.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use airbridge_app::{App, AppSettings, Machine, MasterKey};
use airbridge_store::{SecretKey, Settings, Store};
use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::arguments::{ListenArguments, PlaceArguments};
use super::keys;
use crate::fault::hinted;

/// The file `airbridge.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    listen: Option<SocketAddr>,
    behind_tls: Option<bool>,
    proxies: Option<Vec<IpAddr>>,
    store: Option<String>,
    store_file: Option<PathBuf>,
    data: Option<PathBuf>,
    workers: Option<usize>,
    metrics: Option<SocketAddr>,
    basemap: Option<PathBuf>,
    vault_key: Option<PathBuf>,
    oidc: Option<Oidc>,
}

/// An issuer whose word is taken for who somebody is. Nothing of it is asked of the issuer: the server calls nobody who is not named here.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Oidc {
    /// As the issuer calls itself.
    pub(super) issuer: String,
    /// Where browsers log in.
    pub(super) authorization_endpoint: String,
    /// Where codes are redeemed.
    pub(super) token_endpoint: String,
    /// Where the issuer's keys are.
    pub(super) jwks_uri: String,
    /// As the issuer calls this server.
    pub(super) client_id: String,
    /// File with what proves that it is this server.
    pub(super) client_secret_file: PathBuf,
    /// Where browsers come back to: `https://HOST/api/v1/session/sign-on/callback`.
    pub(super) redirect_uri: String,
    /// File with the certificate (PEM) of whoever vouches for the issuer's, where that is nobody whom everybody knows.
    pub(super) ca_file: Option<PathBuf>,
}

/// Settings, complete.
#[derive(Debug)]
pub(super) struct Config {
    pub(super) file: Option<PathBuf>,
    pub(super) data: PathBuf,
    pub(super) store: String,
    /// The file that the store's URL is from.
    pub(super) store_file: Option<PathBuf>,
    /// Whether the file of settings has the store's URL itself.
    pub(super) store_is_in_file: bool,
    pub(super) listen: SocketAddr,
    pub(super) behind_tls: bool,
    pub(super) proxies: Vec<IpAddr>,
    pub(super) workers: usize,
    pub(super) metrics: Option<SocketAddr>,
    pub(super) basemap: Option<PathBuf>,
    vault_key: Option<PathBuf>,
    pub(super) oidc: Option<Oidc>,
}

const DATA: &str = "airbridge-data";

impl Config {
    /// Settings out of the file and what was given on top, of where the record is.
    pub(super) fn of(place: &PlaceArguments) -> Result<Self> {
        Self::with(place, &ListenArguments::default())
    }

    /// All settings.
    pub(super) fn with(place: &PlaceArguments, listening: &ListenArguments) -> Result<Self> {
        let file = match &place.config {
            Some(path) => read(path)?,
            None => Written::default(),
        };
        if file.store.is_some() && file.store_file.is_some() {
            bail!("store and store_file are both in the settings: only one can be meant");
        }
        let data = place.data.clone().or(file.data).unwrap_or_else(|| DATA.into());
        let from_file = |path: &Path| -> Result<String> {
            let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
            Ok(text.trim().to_owned())
        };
        let store_is_in_file = place.store.is_none() && place.store_file.is_none() && file.store.is_some();
        let store_file = match &place.store {
            Some(_) => None,
            None => place.store_file.clone().or(file.store_file),
        };
        let store = match (&place.store, &store_file, file.store) {
            (Some(url), ..) => url.clone(),
            (None, Some(path), _) => from_file(path)?,
            (None, None, Some(url)) => url,
            (None, None, None) => format!("sqlite:{}", data.join("airbridge.db").display()),
        };
        let local = SocketAddr::from(([127, 0, 0, 1], 8080));
        let proxies = if listening.proxy.is_empty() {
            file.proxies.unwrap_or_default()
        } else {
            listening.proxy.clone()
        };
        Ok(Self {
            file: place.config.clone(),
            data,
            store,
            store_file,
            store_is_in_file,
            listen: listening.listen.or(file.listen).unwrap_or(local),
            behind_tls: listening.behind_tls || file.behind_tls.unwrap_or(false),
            proxies,
            workers: listening.workers.or(file.workers).unwrap_or(1),
            metrics: listening.metrics.or(file.metrics),
            basemap: listening.basemap.clone().or(file.basemap),
            vault_key: file.vault_key,
            oidc: file.oidc,
        })
    }

    /// Where the vault's master key lies.
    pub(super) fn vault_key(&self) -> PathBuf {
        self.vault_key.clone().unwrap_or_else(|| self.data.join(keys::VAULT))
    }

    /// Opens the store, with the key that signs the ends of the chains.
    pub(super) async fn open(&self) -> Result<Store> {
        let mut folder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        let made = folder.recursive(true).create(&self.data);
        made.with_context(|| format!("{} cannot be made", self.data.display()))?;
        let (key, _) = keys::read_or_make(&self.data.join(keys::AUDIT))?;
        let settings = Settings {
            signing_key: Some(SecretKey(key)),
            ..Settings::default()
        };
        let opened = Store::open_with(&self.store, settings).await;
        let store = opened.with_context(|| format!("the store {} cannot be opened", shown(&self.store)))?;
        if !store.signs_as_before().await? {
            eprintln!(
                "warning: {} is not the key that signed before, and heads signed with it will be called forged; copy it from where the record was begun",
                self.data.join(keys::AUDIT).display()
            );
        }
        Ok(store)
    }

    /// Reads the record, to serve it: with the vault's master key, and the issuer whose word is taken.
    pub(super) async fn open_to_serve(&self) -> Result<App> {
        let store = self.open().await?;
        let (master, _) = keys::read_or_make(&self.vault_key())?;
        let settings = AppSettings {
            master: Some(MasterKey(master)),
            sign_on: super::sign_on::issuer(self)?,
        };
        match App::open_with(store, Box::new(Machine), settings).await {
            Err(error @ airbridge_app::Error::OtherMasterKey) => Err(hinted(
                format!("{}: {error}", self.vault_key().display()),
                "copy vault.key from the server that the store was begun with; if it is lost, `airbridge user reset-factor --everybody`",
            )),
            opened => opened.context("the record cannot be read"),
        }
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
            "the settings are listen, behind_tls, proxies, store, store_file, data, workers, metrics, basemap, vault_key and the table oidc",
        )
    })
}
