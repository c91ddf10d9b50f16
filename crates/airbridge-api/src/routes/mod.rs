//! The routes, by resource.

mod health;
mod request_acts;
mod request_view;
mod requests;
mod session;

use axum::Router;
use utoipa::openapi::{InfoBuilder, OpenApi};

use crate::secured::Routes;
use crate::shared::Shared;

/// All routes that ask the table of roles.
pub(crate) fn all() -> Routes {
    let routes = session::add(Routes::default());
    let routes = requests::add(routes);
    request_acts::add(routes)
}

/// What anybody may ask: whether the server is well, and what it can be asked.
pub(crate) fn open() -> Router<Shared> {
    health::open()
}

/// The description of all routes.
pub(crate) fn described() -> OpenApi {
    let mut openapi = all().router.into_openapi();
    openapi.info = InfoBuilder::new()
        .title("Airbridge")
        .version("1")
        .description(Some("Plans and runs medical evacuations across borders."))
        .build();
    openapi
}
