//! Who calls: by a token in the header, or by the cookie of a browser.

use airbridge_app::{About, App, Done, Error, Sources, Who, Wish};
use airbridge_disclosure::{Mask, Operation};
use airbridge_events::Record;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;

use crate::asked::Asked;
use crate::cookie;
use crate::problem::{Answer, Problem};
use crate::shared::Shared;

/// Headers in which whoever reports says when it happened, and which earlier fact it replaces or confirms.
const HAPPENED_AT: &str = "x-happened-at";
const SUPERSEDES: &str = "x-supersedes";
const CONFIRMS: &str = "x-confirms";

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
    /// When it happened, and which earlier fact is meant, as they say.
    pub(crate) sources: Sources,
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
        let mut who = shared.app.who(&token).await?;
        tracing::Span::current().record("account", who.actor.account.as_str());
        if who.must_change_password && !BEFORE_A_CHANGE.contains(&parts.uri.path()) {
            return Err(Error::PasswordChangeNeeded.into());
        }
        if by_cookie {
            cookie::own_site(&parts.method, &parts.uri, &parts.headers)?;
        }
        let purpose = match parts.headers.get(PURPOSE).map(HeaderValue::to_str) {
            None => String::new(),
            Some(Ok(text)) if text.len() <= LONGEST_PURPOSE => text.to_owned(),
            Some(_) => return Err(Problem::bad_request("X-Purpose is a short text of ASCII characters")),
        };
        who.purpose.clone_from(&purpose);
        if let Some(asked) = parts.extensions.get::<Asked>().cloned() {
            asked.first(parts, &shared.app, &who).await?;
        }
        Ok(Self {
            who,
            app: shared.app.clone(),
            shared: shared.clone(),
            purpose,
            sources: sources(&parts.headers)?,
            token,
        })
    }
}

/// What whoever reports says of a fact.
fn sources(headers: &HeaderMap) -> Answer<Sources> {
    let text = |name: &str| match headers.get(name).map(HeaderValue::to_str) {
        None => Ok(None),
        Some(Ok(text)) => Ok(Some(text.trim().to_owned())),
        Some(Err(_)) => Err(Problem::bad_request(format!("{name} is text of ASCII characters"))),
    };
    let number = |name: &str| {
        let text = text(name)?;
        let number = text.map(|text| text.parse::<u64>().ok().filter(|number| i64::try_from(*number).is_ok()));
        match number {
            None => Ok(None),
            Some(Some(number)) => Ok(Some(number)),
            Some(None) => Err(Problem::bad_request(format!("{name} is the version that a fact made"))),
        }
    };
    let happened_at = match text(HAPPENED_AT)? {
        None => None,
        Some(text) => {
            let at = text.parse::<Timestamp>();
            Some(at.map_err(|_| Problem::bad_request("X-Happened-At is an instant such as 2017-02-01T06:00:00Z"))?)
        }
    };
    Ok(Sources {
        happened_at,
        supersedes: number(SUPERSEDES)?,
        confirms: number(CONFIRMS)?,
    })
}

impl Caller {
    /// Does something, for the purpose that was said.
    pub(crate) async fn act(&self, wish: Wish) -> Answer<Done> {
        let (purpose, sources) = (self.purpose.clone(), self.sources);
        let wish = Wish {
            purpose,
            sources,
            ..wish
        };
        Ok(self.app.act(&self.who, &wish).await?)
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
