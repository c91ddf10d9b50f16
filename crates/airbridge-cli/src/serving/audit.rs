//! `airbridge audit`: whether audit and log are as they were written.

use std::fmt::Write as _;
use std::process::ExitCode;

use airbridge_store::SignedHead;
use anyhow::{Context, Result, anyhow, ensure};

use super::arguments::{AuditArguments, AuditCommand, AuditFormat, PlaceArguments};
use super::config::Config;
use super::note;
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
        AuditCommand::Export {
            format,
            from,
            to,
            place,
        } => export(place, *format, *from, to.unwrap_or(u64::MAX)).await,
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

/// Entries that are read at once.
const PAGE: u32 = 1000;

/// Whose audit it is, for those who read several.
const SERVER: &str = "airbridge";

/// Prints entries of a range as FHIR resources; that is in the audit too, behind them.
async fn export(place: &PlaceArguments, format: AuditFormat, from: u64, to: u64) -> Result<ExitCode> {
    ensure!(
        from >= 1 && from <= to,
        "the first entry is number 1, and --from is not behind --to"
    );
    let store = Config::of(place)?.open().await?;
    let to = to.min(store.audit_head().await?.number);
    let mut bundle = Vec::new();
    let mut last = from - 1;
    while last < to {
        let page = store.audit(last, PAGE).await?;
        let Some(end) = page.last() else { break };
        last = end.number;
        let events = page.iter().filter(|entry| entry.number <= to);
        let events = events.map(|entry| airbridge_app::audit_event(entry, SERVER));
        match format {
            AuditFormat::Fhir => {
                for event in events {
                    show::out(&format!("{event}\n"))?;
                }
            }
            AuditFormat::FhirBundle => bundle.extend(events),
        }
    }
    if format == AuditFormat::FhirBundle {
        let bundle = airbridge_app::audit_bundle(bundle, jiff::Timestamp::now());
        show::out(&format!("{bundle:#}\n"))?;
    }
    note(&store, "audit.export", &format!("done, entries {from} to {to}")).await?;
    store.close().await;
    Ok(ExitCode::SUCCESS)
}
