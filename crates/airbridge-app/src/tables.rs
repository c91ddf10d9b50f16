//! Tables of operations as blobs of the store.

use std::collections::BTreeMap;

use airbridge_interchange::{TextRow, TextTables};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::Error;

/// Tables as they are stored; version 1.
#[derive(Serialize, Deserialize)]
struct Stored {
    format: String,
    settings: String,
    boundaries: Option<Vec<u8>>,
    rows: BTreeMap<String, Vec<TextRow>>,
}

const FORMAT: &str = "airbridge-tables/1";

impl App {
    /// Keeps tables; answers with the name of the blob.
    pub(crate) async fn keep_tables(&self, tables: &TextTables) -> Result<String, Error> {
        let stored = Stored {
            format: FORMAT.to_owned(),
            settings: tables.settings.clone(),
            boundaries: tables.boundaries.clone(),
            rows: tables.rows.clone(),
        };
        let bytes = serde_json::to_vec(&stored).expect("texts are JSON");
        Ok(self.store().put_blob(bytes).await?)
    }

    /// Tables that were kept.
    pub(crate) async fn tables(&self, blob: &str) -> Result<TextTables, Error> {
        let bytes = self.blob(blob).await?;
        let stored: Stored =
            serde_json::from_slice(&bytes).map_err(|_| Error::Bug(format!("blob {blob} holds no tables")))?;
        if stored.format != FORMAT {
            return Err(Error::Bug(format!("blob {blob} is of another version of the program")));
        }
        Ok(TextTables {
            settings: stored.settings,
            boundaries: stored.boundaries,
            rows: stored.rows,
        })
    }

    pub(crate) async fn blob(&self, blob: &str) -> Result<Vec<u8>, Error> {
        let bytes = self.store().blob(blob).await?;
        bytes.ok_or_else(|| Error::Bug(format!("blob {blob} is missing")))
    }
}
