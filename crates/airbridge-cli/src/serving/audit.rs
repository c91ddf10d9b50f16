//! `airbridge audit`: whether audit and log are as they were written.

use std::fmt::Write as _;
use std::process::ExitCode;

use airbridge_store::SignedHead;
use anyhow::{Context, Result, anyhow};

use super::arguments::{AuditArguments, AuditCommand};
use super::config::Config;
use crate::show;

pub(super) async fn run(arguments: &AuditArguments) -> Result<ExitCode> {
    match &arguments.what {
        AuditCommand::Head { place } => {
            let store = Config::of(place)?.open().await?;
            let head = store.sign_audit_head(jiff::Timestamp::now()).await?;
            show::out(&format!("{head}\n"))?;
            store.close().await;
            Ok(ExitCode::SUCCESS)
        }
        AuditCommand::Verify { heads, place } => {
            let mut known: Vec<SignedHead> = Vec::new();
            if let Some(path) = heads {
                let text =
                    std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
                for (line, text) in text.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
                    let head = text
                        .trim()
                        .parse()
                        .map_err(|_| anyhow!("{}, line {}: no head", path.display(), line + 1))?;
                    known.push(head);
                }
            }
            let store = Config::of(place)?.open().await?;
            known.extend(store.audit_heads().await?);
            let (audit, log) = (store.verify_audit(&known).await?, store.verify_log(&known).await?);
            let mut text = String::new();
            for (name, verdict) in [("audit", &audit), ("log", &log)] {
                for fault in &verdict.faults {
                    let _ = writeln!(text, "{name}: {fault:?}");
                }
            }
            show::out(&text)?;
            let end = store.audit_head().await?;
            store.close().await;
            if audit.is_sound() && log.is_sound() {
                eprintln!(
                    "sound: {} entries, held against {} signed heads",
                    end.number,
                    known.len()
                );
                return Ok(ExitCode::SUCCESS);
            }
            eprintln!("not sound: {} faults", audit.faults.len() + log.faults.len());
            Ok(ExitCode::from(1))
        }
    }
}
