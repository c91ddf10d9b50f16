//! One issuer.

use std::time::Duration;

use airbridge_app::{Asked, Begun, Secrets, SignOn, SignOnError, Subject};
use chrono::DateTime;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AuthUrl, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndpointNotSet,
    EndpointSet, IssuerUrl, JsonWebKeySetUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    RequestTokenError, SignatureVerificationError, TokenResponse as _, TokenUrl, reqwest,
};
use tokio::sync::Mutex;

/// The issuer is not waited for any longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keys are asked for again no more often than this, whatever a token says that it was signed with.
const KEYS_AT_MOST: SignedDuration = SignedDuration::from_mins(1);

/// And are not trusted longer.
const KEYS_LAST: SignedDuration = SignedDuration::from_hours(1);

/// Signatures that are taken: with the issuer's own keys only, never with the secret that is shared, nor none.
const SIGNATURES: [CoreJwsSigningAlgorithm; 5] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What whoever runs the server has agreed with the issuer.
#[derive(Clone)]
pub struct IssuerSettings {
    /// As it calls itself.
    pub issuer: String,
    /// Where browsers log in.
    pub authorization_endpoint: String,
    /// Where codes are redeemed.
    pub token_endpoint: String,
    /// Where its keys are.
    pub jwks_uri: String,
    /// As it calls this server.
    pub client_id: String,
    /// Proves that it is this server.
    pub client_secret: String,
    /// Where browsers come back to.
    pub redirect_uri: String,
    /// Certificate (PEM) of whoever vouches for it, where that is nobody whom everybody knows.
    pub ca: Option<Vec<u8>>,
}

impl std::fmt::Debug for IssuerSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IssuerSettings")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

/// Settings that nobody can be asked by.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadSettings {
    /// An address is none.
    #[error("{name} is no address: {why}")]
    Address {
        /// Of the setting.
        name: &'static str,
        /// As the reader says.
        why: String,
    },
    /// Anybody on the way could say who somebody is.
    #[error("{name} does not begin with https://, and is not on this machine")]
    InClear {
        /// Of the setting.
        name: &'static str,
    },
    /// The certificate cannot be read, or there is no TLS.
    #[error("the issuer cannot be asked over TLS: {0}")]
    Tls(String),
}

type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet, EndpointNotSet>;

/// An issuer whose word is taken.
pub struct Issuer {
    client: Client,
    id: ClientId,
    address: IssuerUrl,
    keys_at: JsonWebKeySetUrl,
    http: reqwest::Client,
    keys: Mutex<Option<(CoreJsonWebKeySet, Timestamp)>>,
}

impl std::fmt::Debug for Issuer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Issuer")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl Issuer {
    /// An issuer by its settings. Nobody is asked yet.
    ///
    /// # Errors
    ///
    /// An address is none, or in the clear beyond this machine; or the certificate cannot be read.
    pub fn new(settings: IssuerSettings) -> Result<Self, BadSettings> {
        for (name, url) in [
            ("issuer", &settings.issuer),
            ("authorization_endpoint", &settings.authorization_endpoint),
            ("token_endpoint", &settings.token_endpoint),
            ("jwks_uri", &settings.jwks_uri),
            ("redirect_uri", &settings.redirect_uri),
        ] {
            guarded(name, url)?;
        }
        let bad = |name| {
            move |error: openidconnect::url::ParseError| BadSettings::Address {
                name,
                why: error.to_string(),
            }
        };
        let id = ClientId::new(settings.client_id);
        let issuer = IssuerUrl::new(settings.issuer).map_err(bad("issuer"))?;
        let authorization = AuthUrl::new(settings.authorization_endpoint).map_err(bad("authorization_endpoint"))?;
        let token = TokenUrl::new(settings.token_endpoint).map_err(bad("token_endpoint"))?;
        let keys_at = JsonWebKeySetUrl::new(settings.jwks_uri).map_err(bad("jwks_uri"))?;
        let back = RedirectUrl::new(settings.redirect_uri).map_err(bad("redirect_uri"))?;
        let client = CoreClient::new(id.clone(), issuer.clone(), CoreJsonWebKeySet::default())
            .set_client_secret(ClientSecret::new(settings.client_secret))
            .set_auth_uri(authorization)
            .set_token_uri(token)
            .set_redirect_uri(back);
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .timeout(PATIENCE);
        if let Some(ca) = settings.ca {
            let certificate =
                reqwest::Certificate::from_pem(&ca).map_err(|error| BadSettings::Tls(error.to_string()))?;
            http = http.add_root_certificate(certificate);
        }
        let http = http.build().map_err(|error| BadSettings::Tls(error.to_string()))?;
        Ok(Self {
            client,
            id,
            address: issuer,
            keys_at,
            http,
            keys: Mutex::new(None),
        })
    }

    async fn subject(&self, code: String, secrets: Secrets, now: Timestamp) -> Result<Subject, SignOnError> {
        let answer = self
            .client
            .exchange_code(AuthorizationCode::new(code))
            .set_pkce_verifier(PkceCodeVerifier::new(secrets.verifier))
            .request_async(&self.http)
            .await
            .map_err(|error| match error {
                // Its description is the issuer's own words, which may repeat what was sent.
                RequestTokenError::ServerResponse(refused) => SignOnError::Refused(refused.error().to_string()),
                RequestTokenError::Request(error) => SignOnError::Away(error.to_string()),
                _ => SignOnError::Refused("what the issuer has answered cannot be read".to_owned()),
            })?;
        let word = answer.id_token();
        let word = word.ok_or_else(|| SignOnError::Refused("the issuer does not say who it is".to_owned()))?;
        let nonce = Nonce::new(secrets.nonce);
        let keys = self.keys(now, KEYS_LAST).await?;
        let mut claimed = self.claimed(word, keys, &nonce, now);
        if matches!(&claimed, Err(ClaimsVerificationError::SignatureVerification(why)) if may_be_new(why)) {
            let keys = self.keys(now, KEYS_AT_MOST).await?;
            claimed = self.claimed(word, keys, &nonce, now);
        }
        let subject = claimed.map_err(|error| SignOnError::Refused(error.to_string()))?;
        Ok(Subject {
            issuer: self.address.as_str().to_owned(),
            subject,
        })
    }

    /// Whom the issuer's word means, if it is the issuer's, for this server, about this login, and still holds.
    fn claimed(
        &self,
        word: &CoreIdToken,
        keys: CoreJsonWebKeySet,
        nonce: &Nonce,
        now: Timestamp,
    ) -> Result<String, ClaimsVerificationError> {
        let at = DateTime::from_timestamp(now.as_second(), 0).unwrap_or_default();
        let verifier = CoreIdTokenVerifier::new_public_client(self.id.clone(), self.address.clone(), keys)
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || at);
        let claims = word.claims(&verifier, nonce)?;
        Ok(claims.subject().as_str().to_owned())
    }

    /// The issuer's keys, no older than a span.
    async fn keys(&self, now: Timestamp, at_most: SignedDuration) -> Result<CoreJsonWebKeySet, SignOnError> {
        let mut known = self.keys.lock().await;
        if let Some((keys, at)) = &*known {
            let age = now.duration_since(*at);
            if age < at_most && !age.is_negative() {
                return Ok(keys.clone());
            }
        }
        let fetched = CoreJsonWebKeySet::fetch_async(&self.keys_at, &self.http).await;
        let keys = fetched.map_err(|error| SignOnError::Away(format!("its keys: {error}")))?;
        *known = Some((keys.clone(), now));
        Ok(keys)
    }
}

/// Whether the issuer may have changed its keys.
fn may_be_new(why: &SignatureVerificationError) -> bool {
    matches!(
        why,
        SignatureVerificationError::NoMatchingKey | SignatureVerificationError::CryptoError(_)
    )
}

fn guarded(name: &'static str, url: &str) -> Result<(), BadSettings> {
    let read = openidconnect::url::Url::parse(url).map_err(|error| BadSettings::Address {
        name,
        why: error.to_string(),
    })?;
    let is_local = match read.host() {
        Some(openidconnect::url::Host::Ipv4(address)) => address.is_loopback(),
        Some(openidconnect::url::Host::Ipv6(address)) => address.is_loopback(),
        Some(openidconnect::url::Host::Domain(name)) => name == "localhost",
        None => false,
    };
    match read.scheme() {
        "https" => Ok(()),
        "http" if is_local => Ok(()),
        _ => Err(BadSettings::InClear { name }),
    }
}

impl SignOn for Issuer {
    fn begin(&self) -> Begun {
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state, nonce) = self
            .client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .set_pkce_challenge(challenge)
            .url();
        Begun {
            url: url.into(),
            state: state.into_secret(),
            secrets: Secrets {
                nonce: nonce.secret().clone(),
                verifier: verifier.into_secret(),
            },
        }
    }

    fn finish(&self, code: String, secrets: Secrets, now: Timestamp) -> Asked<'_, Result<Subject, SignOnError>> {
        Box::pin(self.subject(code, secrets, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_guarded_or_on_this_machine() {
        for good in [
            "https://issuer.example/",
            "http://127.0.0.1:9",
            "http://localhost/x",
            "http://[::1]:9",
        ] {
            assert_eq!(guarded("issuer", good), Ok(()), "{good}");
        }
        for bad in [
            "http://issuer.example/",
            "http://127.0.0.1.example/",
            "http://localhost.example/",
            "file:///etc",
            "issuer",
            "",
        ] {
            assert!(guarded("issuer", bad).is_err(), "{bad}");
        }
    }
}
