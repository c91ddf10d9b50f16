//! Reading and proving the audit.

use airbridge_disclosure::Operation as Row;
use airbridge_store::AuditEntry;
use serde_json::{Value, json};

use crate::app::App;
use crate::error::Error;
use crate::subject::About;
use crate::who::Who;

impl App {
    /// Entries after a number.
    ///
    /// # Errors
    ///
    /// Whoever asks may not.
    pub async fn audit_page(&self, who: &Who, after: u64, limit: u32) -> Result<Vec<AuditEntry>, Error> {
        self.look(who, Row::AuditRead, &About::Nothing, "", |_, _| ()).await?;
        Ok(self.store().audit(after, limit).await?)
    }

    /// Whether the chains of audit and log hold.
    ///
    /// # Errors
    ///
    /// Whoever asks may not.
    pub async fn verify_audit(&self, who: &Who) -> Result<Value, Error> {
        self.look(who, Row::AuditVerify, &About::Nothing, "", |_, _| ()).await?;
        let heads = self.store().audit_heads().await?;
        let audit = self.store().verify_audit(&heads).await?;
        let log = self.store().verify_log(&heads).await?;
        let faults = |verdict: &airbridge_store::ChainVerdict| {
            verdict
                .faults
                .iter()
                .map(|fault| format!("{fault:?}"))
                .collect::<Vec<_>>()
        };
        let sound = audit.is_sound() && log.is_sound();
        let mut verdict = json!({ "sound": sound, "audit": faults(&audit), "log": faults(&log) });
        // A head is signed every so many entries: how many there are counts what others have looked at.
        if !self.never(who, Row::AuditRead) {
            verdict["heads"] = heads.len().into();
        }
        Ok(verdict)
    }
}
