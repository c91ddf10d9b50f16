//! Routes, each with the row of the table of roles that it asks. There is no other way to add one.

use airbridge_disclosure::Operation;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use axum::routing::{MethodFilter, MethodRouter, on};
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::path::{PathItem, PathsBuilder};
use utoipa_axum::router::OpenApiRouter;

use crate::asked::Asked;
use crate::shared::Shared;
use crate::spec::Spec;

/// A route: its method, its path, and the row of the table of roles.
pub(crate) type Route = (Method, &'static str, Operation);

/// Routes, their description, and the rows that they ask.
#[derive(Default)]
pub(crate) struct Routes {
    pub(crate) router: OpenApiRouter<Shared>,
    pub(crate) list: Vec<Route>,
}

impl Routes {
    /// Adds a route. `operation` is the row of the table of roles that its use case asks.
    pub(crate) fn secured<H, T>(mut self, operation: Operation, spec: Spec, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        self.list.push((spec.method.clone(), spec.path, operation));
        let (path, method, takes_query) = (spec.path, spec.http_method(), spec.takes_query);
        let filter = MethodFilter::try_from(spec.method).expect("one of the five");
        let row = ExtensionsBuilder::new().add("x-airbridge-operation", operation.word());
        let described = spec.operation.extensions(Some(row.build())).build();
        let paths = PathsBuilder::new().path(path, PathItem::new(method, described)).build();
        let asked = move || Asked::new(operation, path, takes_query);
        let served: MethodRouter<Shared> = on(filter, handler);
        let served = served.layer(from_fn(move |request: Request, next: Next| {
            asked().answered(request, next)
        }));
        self.router = self.router.routes((spec.schemas, paths, served));
        self
    }
}
