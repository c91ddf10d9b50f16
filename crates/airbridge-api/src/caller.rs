//! Who calls: by a token in the header, or by the cookie of a browser.

use airbridge_app::{About, App, Done, Error, Who, Wish};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::Record;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use crate::cookie;
use crate::problem::{Answer, Problem};
use crate::shared::Shared;

/// The header in which somebody says why they look, for the audit.
const PURPOSE: &str = "x-purpose";

/// So long a purpose may be.
const LONGEST_PURPOSE: usize = 500;

/// What somebody may ask who has to choose another password first.
const BEFORE_A_CHANGE: [&str; 3] = ["/api/v1/self", "/api/v1/self/password", "/api/v1/session"];

/// Hexadecimal digits of a new id: 96 bits.
const NEW_ID: usize = 24;

/// Somebody who is logged in, and what handlers need to serve them.
pub(crate) struct Caller {
    pub(crate) who: Who,
    pub(crate) app: App,
    pub(crate) shared: Shared,
    /// Why, as they say.
    pub(crate) purpose: String,
    /// To ask again later whether they are still logged in.
    pub(crate) token: String,
}

impl FromRequestParts<Shared> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Problem> {
        let bearer = match parts.headers.get(header::AUTHORIZATION) {
            Some(value) => {
                let text = value.to_str().ok().and_then(|text| text.split_once(' '));
                let bearer = text.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
                Some(bearer.ok_or(Error::Anonymous)?.1.trim().to_owned())
            }
            None => None,
        };
        let (token, by_cookie) = match bearer {
            Some(token) => (token, false),
            None => (
                cookie::token(&parts.headers, &shared.settings).ok_or(Error::Anonymous)?,
                true,
            ),
        };
        let who = shared.app.who(&token).await?;
        tracing::Span::current().record("account", who.actor.account.as_str());
        if who.must_change_password && !BEFORE_A_CHANGE.contains(&parts.uri.path()) {
            return Err(Error::PasswordChangeNeeded.into());
        }
        if by_cookie {
            cookie::own_site(&parts.method, &parts.uri, &parts.headers)?;
        }
        let purpose = match parts.headers.get(PURPOSE).map(axum::http::HeaderValue::to_str) {
            None => String::new(),
            Some(Ok(text)) if text.len() <= LONGEST_PURPOSE => text.to_owned(),
            Some(_) => return Err(Problem::bad_request("X-Purpose is a short text of ASCII characters")),
        };
        Ok(Self {
            who,
            app: shared.app.clone(),
            shared: shared.clone(),
            purpose,
            token,
        })
    }
}

impl Caller {
    /// Does something, for the purpose that was said.
    pub(crate) async fn act(&self, wish: Wish) -> Answer<Done> {
        let purpose = self.purpose.clone();
        Ok(self.app.act(&self.who, &Wish { purpose, ..wish }).await?)
    }

    /// Looks at one thing, for the purpose that was said.
    pub(crate) async fn look<T>(
        &self,
        operation: Operation,
        about: &About,
        show: impl FnOnce(&Record, &Mask) -> T,
    ) -> Answer<T> {
        Ok(self.app.look(&self.who, operation, about, &self.purpose, show).await?)
    }

    /// An id that nobody can guess, for something new.
    pub(crate) fn new_id(&self) -> String {
        self.app.random_text().chars().take(NEW_ID).collect()
    }
}
