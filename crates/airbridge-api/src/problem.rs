//! Errors on the wire: `application/problem+json` (RFC 9457).
//!
//! The `type` is stable, for programs; `title` and `detail` are for people. What is not there and what is not theirs read the same, byte for byte.

use airbridge_app::Error;
use airbridge_events::{Code, Refusal};
use airbridge_model::{Finding, Severity};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// One field that is meant, or one finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct FieldProblem {
    /// JSON pointer into the body, or the place in a table.
    pub(crate) pointer: String,
    /// What is wrong with it.
    pub(crate) detail: String,
}

/// Why there is no answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Stable, such as `/problems/not-found`.
    #[serde(rename = "type", serialize_with = "typed")]
    #[schema(value_type = String)]
    kind: &'static str,
    /// The kind in words.
    title: &'static str,
    /// The status, again.
    status: u16,
    /// This time, in words.
    #[schema(value_type = String)]
    detail: Box<str>,
    /// Fields that are meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
    /// What to do.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schema(value_type = String)]
    remedy: Box<str>,
    #[serde(skip)]
    retry_after: Option<i64>,
}

/// The kind as a reference that stays.
fn typed<S: serde::Serializer>(kind: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("/problems/{kind}"))
}

impl Problem {
    pub(crate) fn new(status: StatusCode, kind: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind,
            title,
            status: status.as_u16(),
            detail: detail.into().into(),
            errors: Vec::new(),
            remedy: Box::default(),
            retry_after: None,
        }
    }

    /// The same with a field that is meant.
    pub(crate) fn at(mut self, pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        self.errors.push(FieldProblem {
            pointer: pointer.into(),
            detail: detail.into(),
        });
        self
    }

    /// The same with what to do.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into().into();
        self
    }

    /// The same with when to come again.
    pub(crate) fn again_after(mut self, seconds: i64) -> Self {
        self.retry_after = Some(seconds.max(1));
        self
    }

    pub(crate) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "bad-request",
            "The request cannot be read",
            detail,
        )
    }

    pub(crate) fn invalid(detail: impl Into<String>) -> Self {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self::new(status, "invalid", "Something said is not sensible", detail)
    }

    pub(crate) fn not_found() -> Self {
        Self::from(Error::NotFound)
    }

    pub(crate) fn cross_site(detail: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "cross-site",
            "The request may come from another site",
            detail,
        )
    }

    pub(crate) fn precondition_required() -> Self {
        let status = StatusCode::PRECONDITION_REQUIRED;
        let detail = "a change says by If-Match which version it was made on";
        Self::new(status, "precondition-required", "The version is missing", detail)
            .remedy("read the thing, and send its ETag as If-Match")
    }

    pub(crate) fn busy(detail: &str) -> Self {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        Self::new(status, "busy", "The server is busy", detail).again_after(1)
    }

    fn refused(refusal: Refusal) -> Self {
        let (status, title) = match refusal.code {
            Code::Unknown => (StatusCode::NOT_FOUND, "Something that is named is not there"),
            Code::Exists => (StatusCode::CONFLICT, "There is one already"),
            Code::State => (StatusCode::CONFLICT, "Not from this state"),
            Code::Guard => (StatusCode::CONFLICT, "A condition does not hold"),
            Code::Full => (StatusCode::CONFLICT, "Nothing is left"),
            Code::Invalid => (StatusCode::UNPROCESSABLE_ENTITY, "Something said is not sensible"),
        };
        let problem = Self::new(status, refusal.code.word(), title, refusal.what.clone()).remedy(refusal.remedy);
        if refusal.field.is_empty() {
            return problem;
        }
        problem.at(refusal.field, refusal.what)
    }

    fn findings(findings: &[Finding]) -> Self {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let detail = "what was sent has errors; each is listed";
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.fold(
            Self::new(status, "findings", "What was sent is not sound", detail),
            |problem, finding| problem.at(finding.place.to_string(), format!("{}: {}", finding.code, finding.what)),
        )
    }

    pub(crate) fn inside() -> Self {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        let detail = "the server has failed; what was asked may not have been done";
        Self::new(status, "internal", "The server has failed", detail)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let detail = error.to_string();
        match error {
            Error::Anonymous => Self::new(StatusCode::UNAUTHORIZED, "anonymous", "Nobody is logged in", detail),
            Error::NotFound => Self::new(StatusCode::NOT_FOUND, "not-found", "There is no such thing", detail),
            Error::Forbidden => Self::new(StatusCode::FORBIDDEN, "forbidden", "Not for this role", detail),
            Error::WrongPassword => Self::new(
                StatusCode::UNAUTHORIZED,
                "wrong-password",
                "Login or password is wrong",
                detail,
            ),
            Error::SecondFactorNeeded => Self::new(
                StatusCode::UNAUTHORIZED,
                "second-factor",
                "A code of the second factor is needed",
                detail,
            )
            .remedy("send the same again with code: what the app shows now, or a recovery code"),
            Error::WrongCode => Self::new(StatusCode::UNAUTHORIZED, "wrong-code", "The code is wrong", detail)
                .remedy("wait for the next code; each is taken once"),
            Error::WrongInvitation => Self::new(
                StatusCode::UNAUTHORIZED,
                "wrong-invitation",
                "The invitation is not good",
                detail,
            )
            .remedy("ask an administrator for another"),
            Error::PasswordChangeNeeded => Self::new(
                StatusCode::FORBIDDEN,
                "password-change-needed",
                "Another password is needed first",
                "somebody else has chosen the password, or it is too short without a second factor",
            )
            .remedy("choose another by PUT /api/v1/self/password, and log in with it"),
            Error::SignOn(why) => {
                tracing::warn!(why, "logging in at the issuer has failed");
                let detail = "the issuer's answer is not taken";
                Self::new(
                    StatusCode::UNAUTHORIZED,
                    "sign-on",
                    "Logging in at the issuer has failed",
                    detail,
                )
                .remedy("begin again")
            }
            Error::IssuerAway(why) => {
                tracing::error!(why, "the issuer does not answer");
                let detail = "the issuer does not answer";
                let status = StatusCode::SERVICE_UNAVAILABLE;
                Self::new(status, "issuer-away", "The issuer does not answer", detail).again_after(10)
            }
            Error::NotLinked => Self::new(StatusCode::FORBIDDEN, "not-linked", "No account here is linked", detail)
                .remedy("ask an administrator to link your account here with the one there"),
            Error::NotConfigured(_) => Self::new(
                StatusCode::CONFLICT,
                "not-configured",
                "The server was not set up for it",
                detail,
            )
            .remedy("ask whoever runs the server"),
            Error::OtherMasterKey => {
                tracing::error!("the vault's master key is another");
                Self::inside()
            }
            Error::Throttled { seconds } => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, "throttled", "Too many attempts", detail).again_after(seconds)
            }
            Error::Refused(refusal) => Self::refused(refusal),
            Error::Stale { .. } => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "stale",
                "Somebody has changed it since",
                detail,
            )
            .remedy("read it again, and decide again"),
            Error::KeyReused => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Self::new(status, "key-reused", "The key was used for another request", detail)
            }
            Error::AlreadyMade => Self::new(StatusCode::CONFLICT, "already-made", "It was made already", detail)
                .remedy("if its answer was lost, make another with another key, and end the first"),
            Error::Findings(findings) => Self::findings(&findings),
            Error::Invalid { what, field } => Self::invalid(what.clone()).at(field, what),
            Error::Full => Self::new(StatusCode::INSUFFICIENT_STORAGE, "full", "The store is full", detail),
            Error::Busy => {
                let status = StatusCode::SERVICE_UNAVAILABLE;
                Self::new(status, "busy", "Too many others write at once", detail).again_after(1)
            }
            Error::Unavailable(source) => {
                tracing::error!(error = %source, "the store does not answer");
                let status = StatusCode::SERVICE_UNAVAILABLE;
                Self::new(status, "unavailable", "The store does not answer", detail).again_after(5)
            }
            Error::Unreadable(unreadable) => {
                tracing::error!(error = %unreadable, "the log cannot be read");
                Self::inside()
            }
            Error::Bug(what) => {
                tracing::error!(what, "a bug");
                Self::inside()
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).expect("made from one");
        let retry_after = self.retry_after;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// What handlers answer.
pub(crate) type Answer<T> = Result<T, Problem>;

/// For a panic, which is a bug: nothing of it goes out.
pub(crate) fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    Problem::inside().into_response()
}

/// For a path that nothing answers.
pub(crate) async fn unknown_path() -> Problem {
    Problem::not_found()
}

/// For a method that a path does not know.
pub(crate) async fn unknown_method() -> Problem {
    let status = StatusCode::METHOD_NOT_ALLOWED;
    Problem::new(
        status,
        "method-not-allowed",
        "Not by this method",
        "the path does not know this method",
    )
}
