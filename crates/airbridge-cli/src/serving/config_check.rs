//! `airbridge config check`: what would be used, and what of it is wrong or unsafe, each with what to do.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::arguments::ConfigArguments;
use super::config::{Config, Oidc, shown};
use super::{basemap, keys};
use crate::fault::Hinted;
use crate::show::{out, quoted};

/// Variables that are read.
const VARIABLES: [&str; 13] = [
    "AIRBRIDGE_CONFIG",
    "AIRBRIDGE_STORE",
    "AIRBRIDGE_STORE_FILE",
    "AIRBRIDGE_DATA",
    "AIRBRIDGE_LISTEN",
    "AIRBRIDGE_BEHIND_TLS",
    "AIRBRIDGE_PROXIES",
    "AIRBRIDGE_WORKERS",
    "AIRBRIDGE_METRICS",
    "AIRBRIDGE_BASEMAP",
    "AIRBRIDGE_BACKUP_KEY",
    "AIRBRIDGE_LOG",
    // Of the project's own tests, on the machines of those who build it.
    "AIRBRIDGE_TEST_POSTGRES",
];

/// Something that is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Whether serving is refused, or ought to be.
    is_error: bool,
    what: String,
    remedy: String,
}

/// What was found.
#[derive(Debug, Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn error(&mut self, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(true, what.into(), remedy.into());
    }

    fn warning(&mut self, what: impl Into<String>, remedy: impl Into<String>) {
        self.add(false, what.into(), remedy.into());
    }

    fn add(&mut self, is_error: bool, what: String, remedy: String) {
        self.0.push(Fault { is_error, what, remedy });
    }
}

/// Says what would be used and what is wrong with it; status 1 where it should not be served so.
pub(super) fn run(arguments: &ConfigArguments) -> Result<ExitCode> {
    let config = Config::with(&arguments.place, &arguments.listening)?;
    out(&settings(&config)?)?;
    let mut faults = Faults::default();
    listening(&config, &mut faults);
    store(&config, &mut faults);
    files(&config, &mut faults);
    if let Some(Err(error)) = config.basemap.as_deref().map(basemap::read) {
        unread(&error, &mut faults);
    }
    if let Some(oidc) = &config.oidc {
        issuer(oidc, &mut faults);
    }
    variables(&mut faults);
    let mut status = ExitCode::SUCCESS;
    for fault in &faults.0 {
        let kind = if fault.is_error { "error" } else { "warning" };
        eprintln!("{kind}: {}\n  hint: {}", fault.what, fault.remedy);
        if fault.is_error {
            status = ExitCode::from(1);
        }
    }
    Ok(status)
}

fn settings(config: &Config) -> Result<String> {
    let metrics = config.metrics.map(|address| address.to_string());
    let basemap = config.basemap.as_ref().map(|path| path.display().to_string());
    let proxies: Vec<String> = config.proxies.iter().map(ToString::to_string).collect();
    let none = |text: String| if text.is_empty() { "none".to_owned() } else { text };
    let mut text = String::new();
    for (name, value) in [
        ("listen", config.listen.to_string()),
        ("behind_tls", config.behind_tls.to_string()),
        ("proxies", none(proxies.join(", "))),
        ("store", shown(&config.store)),
        ("data", config.data.display().to_string()),
        ("vault_key", config.vault_key().display().to_string()),
        ("workers", config.workers.to_string()),
        ("metrics", none(metrics.unwrap_or_default())),
        ("basemap", none(basemap.unwrap_or_default())),
        (
            "oidc",
            none(
                config
                    .oidc
                    .as_ref()
                    .map_or_else(String::new, |oidc| oidc.issuer.clone()),
            ),
        ),
    ] {
        writeln!(text, "{name:<11}{value}")?;
    }
    Ok(text)
}

/// Why an address must not be listened on, with what to do.
pub(super) fn in_clear(config: &Config) -> Option<(String, &'static str)> {
    let beyond = !config.listen.ip().is_loopback() && !config.behind_tls;
    beyond.then(|| {
        (
            format!(
                "{} is reached from other machines, and passwords and patients would pass in the clear",
                config.listen
            ),
            "listen on loopback behind a proxy that speaks TLS; or say behind_tls = true where nobody but that proxy reaches the address",
        )
    })
}

fn listening(config: &Config, faults: &mut Faults) {
    if let Some((what, remedy)) = in_clear(config) {
        faults.error(what, remedy);
    }
    if config.behind_tls && config.proxies.is_empty() {
        faults.warning(
            "no proxy is named: whoever guesses passwords slows down everybody, as all seem to be at one address",
            "name the addresses of the proxies in front as proxies = [\"…\"]",
        );
    }
    if let Some(metrics) = config.metrics {
        if metrics == config.listen {
            faults.error(
                "metrics and interface have the same address",
                "give metrics a port of their own",
            );
        }
        if !metrics.ip().is_loopback() {
            faults.warning(
                format!(
                    "whoever reaches {metrics} reads the metrics: they are counts and times, and nobody has to log in"
                ),
                "listen on loopback, or let nobody but the collector through",
            );
        }
    }
    if config.workers == 0 {
        faults.warning(
            "this server does no jobs itself",
            "run `airbridge worker` somewhere, or plans are never made",
        );
    }
}

fn store(config: &Config, faults: &mut Faults) {
    let url = &config.store;
    let is_server = url.starts_with("postgres:") || url.starts_with("postgresql:");
    if !is_server && !url.starts_with("sqlite:") && url != "memory:" {
        faults.error(
            format!("{} names no store", shown(url)),
            "a store is sqlite:PATH or postgres://USER@HOST/DATABASE",
        );
    }
    if url == "memory:" {
        faults.error(
            "the store ends with the program",
            "keep it as sqlite:PATH or in PostgreSQL",
        );
    }
    let has_password = is_server
        && url
            .split_once("://")
            .is_some_and(|(_, rest)| rest.rsplit_once('@').is_some_and(|(who, _)| who.contains(':')));
    if let Some(file) = config
        .file
        .as_deref()
        .filter(|file| has_password && config.store_is_in_file && keys::others(file))
    {
        faults.error(
            format!(
                "everybody on this machine can read the store's password in {}",
                file.display()
            ),
            "put the URL into a file of its own, chmod 600 it, and name it as store_file",
        );
    }
    if let Some(file) = config
        .store_file
        .as_deref()
        .filter(|file| has_password && keys::others(file))
    {
        faults.error(
            format!(
                "everybody on this machine can read the store's password in {}",
                file.display()
            ),
            format!("chmod 600 {}", quoted(file)),
        );
    }
    let host = url
        .split_once("://")
        .map_or("", |(_, rest)| rest.rsplit_once('@').map_or(rest, |(_, host)| host));
    let host = host.split(['/', '?']).next().unwrap_or_default();
    let local =
        host.is_empty() || host.starts_with("localhost") || host.starts_with("127.") || host.starts_with("[::1]");
    let is_verified = ["sslmode=verify-full", "sslmode=verify-ca"]
        .iter()
        .any(|mode| url.contains(mode));
    if is_server && !local && !is_verified {
        faults.warning(
            "the way to PostgreSQL need not be encrypted, nor to the right server",
            "add ?sslmode=verify-full&sslrootcert=FILE to the URL",
        );
    }
    if let Some(path) = url
        .strip_prefix("sqlite:")
        .map(Path::new)
        .filter(|path| keys::others(path) && keys::others(folder(path)))
    {
        faults.warning(
            format!("everybody on this machine can read {}", path.display()),
            format!("chmod 600 {}, and 700 its folder", quoted(path)),
        );
    }
}

/// The folder that a file is in.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn files(config: &Config, faults: &mut Faults) {
    let data = &config.data;
    if !data.exists() {
        faults.warning(
            format!("{} is not there yet", data.display()),
            "it is made when the server starts; if it should be there, is its disk mounted?",
        );
        return;
    }
    if tempfile::tempfile_in(data).is_err() {
        faults.error(
            format!("{} cannot be written", data.display()),
            "give it to the account that serves",
        );
    }
    let begun = config
        .store
        .strip_prefix("sqlite:")
        .is_some_and(|path| Path::new(path).exists());
    let vault = config.vault_key();
    for path in [data.join(keys::AUDIT), vault.clone(), data.join(keys::BACKUP)] {
        if path.exists() {
            if let Err(error) = keys::read(&path) {
                unread(&error, faults);
            }
        } else if begun && path != data.join(keys::BACKUP) {
            faults.error(
                format!("{} is missing, and the store is there", path.display()),
                "copy it back from where copies of keys are kept; a server that starts without makes another",
            );
        }
    }
}

/// A file that is no use to the server, with the remedy that whoever has read it knows.
fn unread(error: &anyhow::Error, faults: &mut Faults) {
    let hint = error.downcast_ref::<Hinted>();
    let remedy = hint.map_or("let the account that serves read it", |hint| hint.hint.as_str());
    faults.error(error.to_string(), remedy);
}

fn issuer(oidc: &Oidc, faults: &mut Faults) {
    if cfg!(not(feature = "oidc")) {
        faults.error(
            "this program was built without logging in at another issuer",
            "build it with --features oidc, or take the table oidc out",
        );
    }
    for (name, url) in [
        ("issuer", &oidc.issuer),
        ("authorization_endpoint", &oidc.authorization_endpoint),
        ("token_endpoint", &oidc.token_endpoint),
        ("jwks_uri", &oidc.jwks_uri),
        ("redirect_uri", &oidc.redirect_uri),
    ] {
        let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
        let is_local = local.iter().any(|start| {
            url.strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
        });
        if !url.starts_with("https://") && !is_local {
            faults.error(
                format!("oidc.{name} is {url}, over which anybody on the way could say who somebody is"),
                "give an address that begins with https://",
            );
        }
    }
    if !oidc.redirect_uri.ends_with("/api/v1/session/sign-on/callback") {
        faults.error(
            format!("oidc.redirect_uri is {}, where nobody waits", oidc.redirect_uri),
            "it ends with /api/v1/session/sign-on/callback",
        );
    }
    if oidc.client_id.trim().is_empty() {
        faults.error("oidc.client_id is empty", "write how the issuer calls this server");
    }
    let secret = &oidc.client_secret_file;
    if !secret.exists() {
        faults.error(
            format!("{} is missing", secret.display()),
            "write the secret that the issuer has given for this server into it, and chmod 600 it",
        );
    } else if keys::others(secret) {
        faults.error(
            format!("everybody on this machine can read {}", secret.display()),
            format!("chmod 600 {}", quoted(secret)),
        );
    }
    if let Some(file) = oidc.ca_file.as_deref().filter(|file| !file.exists()) {
        faults.error(format!("{} is missing", file.display()), "copy the certificate there");
    }
}

fn variables(faults: &mut Faults) {
    let mut unknown: Vec<String> = std::env::vars_os()
        .filter_map(|(name, _)| name.into_string().ok())
        .filter(|name| name.starts_with("AIRBRIDGE_") && !VARIABLES.contains(&name.as_str()))
        .collect();
    unknown.sort();
    for name in unknown {
        faults.warning(
            format!("nothing reads the variable {name}"),
            format!("the variables are {}", VARIABLES[..VARIABLES.len() - 1].join(", ")),
        );
    }
}
