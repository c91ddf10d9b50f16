//! Which files there are, and which one a path means.

use axum::http::{HeaderMap, HeaderValue, header};
use rust_embed::{EmbeddedFile, RustEmbed};

/// The page of every path.
pub(crate) const PAGE: &str = "index.html";

/// Where the files of the application lie.
const ASSETS: &str = "assets/";

/// The application as it was built; nothing where it was not.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Built;

/// What stands in for it.
#[derive(RustEmbed)]
#[folder = "placeholder"]
struct Placeholder;

/// Files by name.
#[derive(Clone, Copy)]
pub(crate) struct Site(fn(&str) -> Option<EmbeddedFile>);

impl Site {
    /// The files of some folder.
    pub(crate) fn of<F: RustEmbed>() -> Self {
        Self(F::get)
    }

    /// The application, or where the program was built without, what stands in for it.
    pub(crate) fn carried() -> Self {
        let built = Self::of::<Built>();
        match built.file(PAGE) {
            Some(_) => built,
            None => Self::placeholder(),
        }
    }

    /// What stands in for the application.
    pub(crate) fn placeholder() -> Self {
        Self::of::<Placeholder>()
    }

    /// A file.
    pub(crate) fn file(self, name: &str) -> Option<EmbeddedFile> {
        (self.0)(name)
    }

    /// The name of the file that a path means: its own, or the page's where somebody wants a page.
    pub(crate) fn named<'p>(self, path: &'p str, headers: &HeaderMap) -> Option<&'p str> {
        let name = path.trim_start_matches('/');
        if name.is_empty() {
            return Some(PAGE);
        }
        if self.file(name).is_some() {
            return Some(name);
        }
        // Ids have dots too: a name with one is a missing file only where files lie, beside the page and among the assets.
        let is_missing_file = name.starts_with(ASSETS) || (!name.contains('/') && name.contains('.'));
        let climbs = name.split('/').any(|part| part == "..");
        (!is_missing_file && !climbs && wants_page(headers)).then_some(PAGE)
    }
}

/// Whether whoever asks says that it shows pages; programs that take anything are told that there is nothing.
fn wants_page(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT).iter().map(HeaderValue::to_str);
    let mut kinds = lines.flatten().flat_map(|line| line.split(','));
    kinds.any(|kind| {
        let kind = kind.split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case("text/html")
    })
}
