//! The issuer whose word is taken, where the settings name one.

use std::sync::Arc;

use airbridge_app::SignOn;
use anyhow::Result;

use super::config::Config;

/// The issuer of the settings.
///
/// # Errors
///
/// The settings are not sensible, or the program was built without.
#[cfg(feature = "oidc")]
pub(super) fn issuer(config: &Config) -> Result<Option<Arc<dyn SignOn>>> {
    use anyhow::Context as _;

    let Some(oidc) = &config.oidc else { return Ok(None) };
    let secret = std::fs::read_to_string(&oidc.client_secret_file)
        .with_context(|| format!("{} cannot be read", oidc.client_secret_file.display()))?;
    let ca = match &oidc.ca_file {
        Some(path) => Some(std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?),
        None => None,
    };
    let settings = airbridge_oidc::IssuerSettings {
        issuer: oidc.issuer.clone(),
        authorization_endpoint: oidc.authorization_endpoint.clone(),
        token_endpoint: oidc.token_endpoint.clone(),
        jwks_uri: oidc.jwks_uri.clone(),
        client_id: oidc.client_id.clone(),
        client_secret: secret.trim().to_owned(),
        redirect_uri: oidc.redirect_uri.clone(),
        ca,
    };
    let issuer = airbridge_oidc::Issuer::new(settings).context("the settings of oidc")?;
    Ok(Some(Arc::new(issuer)))
}

#[cfg(not(feature = "oidc"))]
pub(super) fn issuer(config: &Config) -> Result<Option<Arc<dyn SignOn>>> {
    match config.oidc {
        None => Ok(None),
        Some(_) => Err(crate::fault::hinted(
            "this program was built without logging in at another issuer",
            "build it with --features oidc, or take the table oidc out of the settings",
        )),
    }
}
