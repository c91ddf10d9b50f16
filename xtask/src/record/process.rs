//! Processes of `airbridge`: commands that end, servers and workers that are killed with their owner.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Of every account: these records are thrown away.
pub(super) const PASSWORD: &str = "seven grey herons at dawn";

/// The program, and the place of its record.
pub(super) struct Program {
    file: PathBuf,
    store: String,
    data: PathBuf,
}

impl Program {
    /// The program beside this one unless another is named.
    pub(super) fn new(file: Option<&Path>, store: String, data: &Path) -> Result<Self> {
        let file = match file {
            Some(file) => file.to_owned(),
            None => beside()?,
        };
        ensure!(
            file.is_file(),
            "there is no {}: cargo build --release -p airbridge-cli, or --program",
            file.display()
        );
        let data = data.to_owned();
        Ok(Self { file, store, data })
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.file);
        // The settings of whoever runs this are not to be measured.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("AIRBRIDGE_") {
                command.env_remove(name);
            }
        }
        command.env("AIRBRIDGE_LOG", "error").args(words);
        command.args(["--store", &self.store, "--data"]).arg(&self.data);
        command
    }

    /// Opens an account.
    pub(super) fn add_user(&self, login: &str, organisation: &str, role: &str) -> Result<()> {
        let words = ["user", "add", login, "--organisation", organisation, "--role", role];
        let mut command = self.command(&words);
        command.stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().context("the program does not start")?;
        let mut stdin = child.stdin.take().expect("it is piped");
        writeln!(stdin, "{PASSWORD}").context("no password is read")?;
        drop(stdin);
        let output = child.wait_with_output()?;
        let talk = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "account {login}: {talk}");
        Ok(())
    }

    /// Whether audit and log are sound, and what is said of them.
    pub(super) fn verify(&self) -> Result<(bool, String)> {
        let output = self.command(&["audit", "verify"]).output()?;
        let said = [output.stdout, output.stderr].concat();
        Ok((
            output.status.success(),
            String::from_utf8_lossy(&said).trim().to_owned(),
        ))
    }

    /// Starts a server, and waits until it listens.
    pub(super) fn serve(&self) -> Result<Running> {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0", "--workers", "0"]);
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().context("the program does not start")?;
        let mut talk = BufReader::new(child.stderr.take().expect("it is piped"));
        let mut running = Running {
            child,
            address: String::new(),
        };
        let mut said = String::new();
        while running.address.is_empty() {
            let mut line = String::new();
            let read = talk.read_line(&mut line).context("the server says nothing")?;
            ensure!(read > 0, "the server ended before it listened: {said}");
            if let Some((_, address)) = line.trim().split_once("listening on http://") {
                address.clone_into(&mut running.address);
            }
            said.push_str(&line);
        }
        // Whoever talks on is listened to, or the pipe fills.
        std::thread::spawn(move || std::io::copy(&mut talk, &mut std::io::stderr()));
        Ok(running)
    }

    /// Starts a worker.
    pub(super) fn work(&self) -> Result<Running> {
        let mut command = self.command(&["worker"]);
        command.stdout(Stdio::null());
        let child = command.spawn().context("the program does not start")?;
        let address = String::new();
        Ok(Running { child, address })
    }
}

fn beside() -> Result<PathBuf> {
    let own = std::env::current_exe().context("this program has a place")?;
    // From a debug build too it is the release program that is measured.
    let target = own.ancestors().nth(2).context("it is in a target folder")?;
    Ok(target.join("release").join("airbridge"))
}

/// A process that is killed without notice (SIGKILL) when it is dropped.
pub(super) struct Running {
    child: Child,
    /// Where a server listens.
    pub(super) address: String,
}

impl Running {
    /// Resident memory in KiB.
    pub(super) fn resident(&self) -> Result<u64> {
        let file = format!("/proc/{}/status", self.child.id());
        let text = std::fs::read_to_string(file).context("the server has ended")?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        number.and_then(|number| number.parse().ok()).context("it has memory")
    }
}

impl Running {
    /// Kills it without notice (SIGKILL).
    pub(super) fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
