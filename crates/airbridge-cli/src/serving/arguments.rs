//! The command line of the standing record.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Where the record is kept.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct PlaceArguments {
    /// Settings file; what is given here or as AIRBRIDGE_* goes first
    #[arg(long, value_name = "FILE", env = "AIRBRIDGE_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// The store: sqlite:PATH or postgres://USER@HOST/DATABASE
    #[arg(long, value_name = "URL", env = "AIRBRIDGE_STORE", hide_env_values = true)]
    pub(crate) store: Option<String>,
    /// File that holds the store's URL, where it has a password in it
    #[arg(long, value_name = "FILE", env = "AIRBRIDGE_STORE_FILE", conflicts_with = "store")]
    pub(crate) store_file: Option<PathBuf>,
    /// Folder for keys, and for the store where none is given
    #[arg(long, value_name = "DIR", env = "AIRBRIDGE_DATA")]
    pub(crate) data: Option<PathBuf>,
}

/// How it is served.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct ListenArguments {
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR", env = "AIRBRIDGE_LISTEN")]
    pub(crate) listen: Option<SocketAddr>,
    /// A proxy in front speaks TLS: needed to listen beyond loopback
    #[arg(long, env = "AIRBRIDGE_BEHIND_TLS")]
    pub(crate) behind_tls: bool,
    /// Proxies whose X-Forwarded-For is believed
    #[arg(long, value_name = "IP", env = "AIRBRIDGE_PROXIES", value_delimiter = ',')]
    pub(crate) proxy: Vec<IpAddr>,
    /// Jobs that this process does at once; 0: none [default: 1]
    #[arg(long, value_name = "N", env = "AIRBRIDGE_WORKERS")]
    pub(crate) workers: Option<usize>,
    /// Address for metrics, apart from everything else; without it there are none
    #[arg(long, value_name = "ADDR", env = "AIRBRIDGE_METRICS")]
    pub(crate) metrics: Option<SocketAddr>,
    /// The ground of the map, a FeatureCollection of GeoJSON, in place of the application's own
    #[arg(long, value_name = "FILE", env = "AIRBRIDGE_BASEMAP")]
    pub(crate) basemap: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
    #[command(flatten)]
    pub(crate) listening: ListenArguments,
    /// Cookies also over plain HTTP: only for loopback
    #[arg(long)]
    pub(crate) insecure_cookies: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    /// Address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Leave the operation as it came in: no plan, and nothing has happened
    #[arg(long)]
    pub(crate) fresh: bool,
    /// Another operation, with so many synthetic patients
    #[arg(long, value_name = "N", hide = true, value_parser = clap::value_parser!(u32).range(1..=50_000))]
    pub(crate) patients: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct WorkerArguments {
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
    /// Name in the record of jobs [default: from the process]
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Threads for each job
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) threads: usize,
    /// End when no job is left
    #[arg(long)]
    pub(crate) once: bool,
}

#[derive(Debug, Args)]
pub(crate) struct UserArguments {
    #[command(subcommand)]
    pub(crate) what: UserCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Open an account; the password is read from standard input
    Add {
        /// What they log in with
        login: String,
        /// Their organisation; it is made where it is not there
        #[arg(long, value_name = "NAME")]
        organisation: String,
        /// As what they act; see docs/roles.md
        #[arg(long, required = true, value_delimiter = ',')]
        role: Vec<String>,
        /// Print an invitation to choose a password, and read none
        #[arg(long)]
        invite: bool,
        #[command(flatten)]
        place: PlaceArguments,
    },
    /// List accounts with roles and organisations
    List {
        #[command(flatten)]
        place: PlaceArguments,
    },
    /// Set a password, read from standard input; ends all sessions
    Password {
        /// What they log in with
        login: String,
        #[command(flatten)]
        place: PlaceArguments,
    },
    /// Print an invitation by which they choose a password themselves
    Invite {
        /// What they log in with
        login: String,
        #[command(flatten)]
        place: PlaceArguments,
    },
    /// Forget a second factor that is lost; ends all sessions
    ResetFactor {
        /// What they log in with
        #[arg(required_unless_present = "everybody")]
        login: Option<String>,
        /// All second factors: the vault's master key is lost
        #[arg(long, conflicts_with = "login")]
        everybody: bool,
        /// Why, for the record
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        place: PlaceArguments,
    },
}

#[derive(Debug, Args)]
pub(crate) struct BackupArguments {
    /// File to write; must not exist yet
    pub(crate) file: PathBuf,
    /// Key to encrypt with [default: backup.key in the data folder, made if missing]
    #[arg(long, value_name = "FILE", env = "AIRBRIDGE_BACKUP_KEY")]
    pub(crate) key: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
}

#[derive(Debug, Args)]
pub(crate) struct RestoreArguments {
    /// A file that backup has written
    pub(crate) file: PathBuf,
    /// Key that it was encrypted with [default: backup.key in the data folder]
    #[arg(long, value_name = "FILE", env = "AIRBRIDGE_BACKUP_KEY")]
    pub(crate) key: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
}

#[derive(Debug, Args)]
pub(crate) struct MigrateArguments {
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ConfigArguments {
    /// What to do: check
    #[arg(value_parser = ["check"])]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
    #[command(flatten)]
    pub(crate) listening: ListenArguments,
}

#[derive(Debug, Args)]
pub(crate) struct AuditArguments {
    #[command(subcommand)]
    pub(crate) what: AuditCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Prove that nothing in audit and log was changed, taken out or cut off
    Verify {
        /// Heads that were kept elsewhere, one a line, as `audit head` prints them
        #[arg(long, value_name = "FILE")]
        heads: Option<PathBuf>,
        #[command(flatten)]
        place: PlaceArguments,
    },
    /// Print entries as FHIR R4 AuditEvents
    Export {
        /// fhir: one resource a line (NDJSON); fhir-bundle: one Bundle
        #[arg(long, value_enum, default_value = "fhir")]
        format: AuditFormat,
        /// Number of the first entry
        #[arg(long, value_name = "N", default_value_t = 1)]
        from: u64,
        /// Number of the last entry [default: the last there is]
        #[arg(long, value_name = "N")]
        to: Option<u64>,
        #[command(flatten)]
        place: PlaceArguments,
    },
    /// Sign the present end of audit and log, and print it: keep it elsewhere
    Head {
        #[command(flatten)]
        place: PlaceArguments,
    },
}

/// How entries of the audit are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum AuditFormat {
    Fhir,
    FhirBundle,
}
