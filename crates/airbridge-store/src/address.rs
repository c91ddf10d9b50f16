//! A store's address: `memory:`, `sqlite:PATH`, or `postgres://…`.

use std::path::PathBuf;

use crate::StoreError;

/// Which backend, and where.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// Gone when the store is dropped.
    Memory,
    /// One file.
    Sqlite(PathBuf),
    /// A server; the address may hold a password.
    Postgres(String),
}

impl Address {
    pub(crate) fn parse(text: &str) -> Result<Self, StoreError> {
        if text == "memory:" {
            return Ok(Self::Memory);
        }
        if let Some(rest) = text.strip_prefix("sqlite:") {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            if path.is_empty() || path.contains('\0') {
                return Err(StoreError::UnknownAddress);
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if text.starts_with("postgres:") || text.starts_with("postgresql:") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(StoreError::UnknownAddress)
    }

    /// The address as the driver wants it.
    pub(crate) fn for_driver(&self) -> String {
        match self {
            Self::Memory => "sqlite::memory:".to_owned(),
            Self::Sqlite(path) => {
                let mut url = "sqlite://".to_owned();
                for byte in path.to_string_lossy().bytes() {
                    // A question mark or a hash in a file's name would end the path.
                    if byte.is_ascii_alphanumeric() || b"/._-".contains(&byte) {
                        url.push(char::from(byte));
                    } else {
                        url.push('%');
                        url.push_str(&hex::encode([byte]));
                    }
                }
                url + "?mode=rwc"
            }
            Self::Postgres(url) => url.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_literally() {
        let address = Address::parse("sqlite:/tmp/a b?.db").ok();
        assert!(address == Some(Address::Sqlite(PathBuf::from("/tmp/a b?.db"))));
        let url = address.map(|address| address.for_driver());
        assert_eq!(url.as_deref(), Some("sqlite:///tmp/a%20b%3f.db?mode=rwc"));
        assert!(Address::parse("mysql://x").is_err());
    }
}
