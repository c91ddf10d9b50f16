//! What the description of the interface (OpenAPI 3.1) says of one route.

use axum::http::Method;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Required, ResponseBuilder, Schema};
use utoipa::{IntoParams, ToSchema};

use crate::answer::DoneView;
use crate::problem::Problem;

/// Schemas by name.
pub(crate) type Schemas = Vec<(String, RefOr<Schema>)>;

/// One route, to be described.
pub(crate) struct Spec {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) operation: OperationBuilder,
    pub(crate) schemas: Schemas,
    /// Whether anything may stand behind the question mark.
    pub(crate) takes_query: bool,
}

impl Spec {
    fn new(method: Method, path: &'static str, summary: &str) -> Self {
        let names = path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let mut operation = OperationBuilder::new()
            .summary(Some(summary))
            .operation_id(Some(id(&method, path)));
        operation = operation.tag(
            path.trim_start_matches("/api/v1/")
                .split('/')
                .next()
                .unwrap_or_default(),
        );
        for name in names {
            operation = operation.parameter(text_parameter(name, ParameterIn::Path, true, ""));
        }
        let spec = Self {
            method,
            path,
            operation,
            schemas: Vec::new(),
            takes_query: false,
        };
        spec.fails()
    }

    pub(crate) fn get(path: &'static str, summary: &str) -> Self {
        Self::new(Method::GET, path, summary)
    }

    pub(crate) fn post(path: &'static str, summary: &str) -> Self {
        Self::new(Method::POST, path, summary)
    }

    pub(crate) fn put(path: &'static str, summary: &str) -> Self {
        Self::new(Method::PUT, path, summary)
    }

    pub(crate) fn patch(path: &'static str, summary: &str) -> Self {
        Self::new(Method::PATCH, path, summary)
    }

    pub(crate) fn delete(path: &'static str, summary: &str) -> Self {
        Self::new(Method::DELETE, path, summary)
    }

    /// It takes a JSON body.
    pub(crate) fn takes<T: ToSchema>(mut self) -> Self {
        let schema = self.schema::<T>();
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let body = RequestBodyBuilder::new().content("application/json", content);
        self.operation = self
            .operation
            .request_body(Some(body.required(Some(Required::True)).build()));
        self
    }

    /// It takes a file, of one of some media types.
    pub(crate) fn takes_file(mut self, media: &[&str]) -> Self {
        let body = media.iter().fold(RequestBodyBuilder::new(), |body, media| {
            body.content(*media, ContentBuilder::new().build())
        });
        self.operation = self
            .operation
            .request_body(Some(body.required(Some(Required::True)).build()));
        self
    }

    /// It takes parameters behind the question mark.
    pub(crate) fn asks<Q: IntoParams>(mut self) -> Self {
        for parameter in Q::into_params(|| Some(ParameterIn::Query)) {
            self.operation = self.operation.parameter(parameter);
        }
        self.takes_query = true;
        self
    }

    /// It changes something that has a version.
    pub(crate) fn changes(mut self) -> Self {
        let what = "The ETag of what was read; 428 when missing, 412 when somebody was faster.";
        self.operation = self
            .operation
            .parameter(text_parameter("If-Match", ParameterIn::Header, true, what));
        self.does()
    }

    /// It makes something, once for each key.
    pub(crate) fn makes(mut self) -> Self {
        self = self.once().reports();
        self.answers_with::<DoneView>("201", "Made.")
    }

    /// It does something, once for each key.
    pub(crate) fn does(mut self) -> Self {
        self = self.once().reports();
        self.answers_with::<DoneView>("200", "Done.")
    }

    /// It reports what somebody has seen.
    fn reports(mut self) -> Self {
        for (name, what) in [
            (
                "X-Happened-At",
                "When it happened, by the clock of whoever saw it; else now.",
            ),
            (
                "X-Supersedes",
                "The fact that this one replaces, by its version: of the same thing, and not replaced already.",
            ),
            ("X-Confirms", "The fact that this one confirms, by its version."),
        ] {
            self.operation = self
                .operation
                .parameter(text_parameter(name, ParameterIn::Header, false, what));
        }
        self
    }

    /// It is done once for each key.
    pub(crate) fn once(mut self) -> Self {
        let what = "With the same key and body it is done once, and answered alike.";
        let key = text_parameter("Idempotency-Key", ParameterIn::Header, false, what);
        self.operation = self.operation.parameter(key);
        self
    }

    /// It answers with JSON.
    pub(crate) fn answers<T: ToSchema>(self) -> Self {
        self.answers_with::<T>("200", "As asked.")
    }

    /// It answers with JSON and a status of its own.
    pub(crate) fn answers_with<T: ToSchema>(mut self, status: &str, what: &str) -> Self {
        let schema = self.schema::<T>();
        self.respond(status, what, "application/json", Some(schema))
    }

    /// It answers with a page of a list.
    pub(crate) fn lists<T: ToSchema>(mut self) -> Self {
        let items = ArrayBuilder::new().items(self.schema::<T>());
        let next = ObjectBuilder::new()
            .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
            .description(Some("What comes as `after` for the next page."));
        let page = ObjectBuilder::new().property("items", items).property("next", next);
        let page = page.required("items").required("next").build();
        self.respond("200", "A page.", "application/json", Some(Schema::Object(page).into()))
    }

    /// It answers with a file, or a stream.
    pub(crate) fn sends(self, media: &str) -> Self {
        self.respond("200", "As asked.", media, None)
    }

    /// It answers with nothing but the status.
    pub(crate) fn answers_nothing(mut self) -> Self {
        let response = ResponseBuilder::new().description("Done.").build();
        self.operation = self.operation.response("204", response);
        self
    }

    /// It sends the browser elsewhere.
    pub(crate) fn redirects(mut self) -> Self {
        let response = ResponseBuilder::new()
            .description("On to where `Location` says.")
            .build();
        self.operation = self.operation.response("303", response);
        self
    }

    /// It answers with a problem where it does not answer otherwise.
    fn fails(mut self) -> Self {
        let schema = self.schema::<Problem>();
        let what = "Why there is no other answer (RFC 9457).";
        self.respond("default", what, "application/problem+json", Some(schema))
    }

    fn respond(mut self, status: &str, what: &str, media: &str, schema: Option<RefOr<Schema>>) -> Self {
        let content = ContentBuilder::new().schema(schema).build();
        let response = ResponseBuilder::new().description(what).content(media, content).build();
        self.operation = self.operation.response(status, response);
        self
    }

    /// A reference to the schema of a type, which is kept.
    fn schema<T: ToSchema>(&mut self) -> RefOr<Schema> {
        let name = T::name().into_owned();
        T::schemas(&mut self.schemas);
        self.schemas.push((name.clone(), T::schema()));
        Ref::from_schema_name(name).into()
    }

    pub(crate) fn http_method(&self) -> HttpMethod {
        match self.method {
            Method::POST => HttpMethod::Post,
            Method::PUT => HttpMethod::Put,
            Method::PATCH => HttpMethod::Patch,
            Method::DELETE => HttpMethod::Delete,
            _ => HttpMethod::Get,
        }
    }
}

/// A name for generated clients.
fn id(method: &Method, path: &str) -> String {
    let parts = path
        .trim_start_matches("/api/v1")
        .split('/')
        .filter(|part| !part.is_empty());
    let parts = parts.map(|part| part.trim_matches(['{', '}']).replace(['-', '.'], "_"));
    let all: Vec<String> = [method.as_str().to_lowercase()].into_iter().chain(parts).collect();
    all.join("_")
}

fn text_parameter(name: &str, place: ParameterIn, required: bool, what: &str) -> ParameterBuilder {
    let required = if required { Required::True } else { Required::False };
    let text = ObjectBuilder::new().schema_type(Type::String).build();
    let what = (!what.is_empty()).then_some(what);
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
        .description(what)
        .schema(Some(Schema::Object(text)))
}
