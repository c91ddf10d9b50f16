//! Asking another issuer who somebody is: OpenID Connect, the authorisation code flow with PKCE.
//!
//! What comes in: the issuer's addresses and keys' address, from the settings alone, and the codes that browsers bring back. What goes out: the subject that
//! the issuer means. Nothing is discovered: of the issuer's own word about its addresses none is taken, no redirection is followed, and no proxy of the
//! environment is used. Which account a subject is, is not known here.
//!
//! Without the feature `client` the crate is empty.
//!
//! # References
//!
//! OpenID Connect Core 1.0, sections 3.1 and 3.1.3.7; RFC 6749, section 4.1; RFC 7636 (PKCE); RFC 9700.

#[cfg(feature = "client")]
mod issuer;

#[cfg(feature = "client")]
pub use issuer::{BadSettings, Issuer, IssuerSettings};
