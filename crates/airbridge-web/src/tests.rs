//! The application over an interface of one path.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::routing::get;
use rust_embed::RustEmbed;
use tower::ServiceExt as _;

use crate::site::Site;
use crate::with;

#[derive(RustEmbed)]
#[folder = "tests/site"]
struct Synthetic;

const PAGE: (&str, &str) = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8");

struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Reply {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }
}

async fn ask(site: Site, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
    let unknown = || async {
        (
            StatusCode::NOT_FOUND,
            [("content-type", "application/problem+json")],
            "{}",
        )
    };
    let interface = Router::new()
        .route("/api/v1/self", get(|| async { "the interface" }))
        .fallback(unknown);
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let answered = with(interface, site).oneshot(request).await.expect("it always answers");
    let (parts, body) = answered.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a whole body");
    Reply {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

fn synthetic() -> Site {
    Site::of::<Synthetic>()
}

#[tokio::test]
async fn without_the_application_a_page_says_how_it_is_built() {
    for path in ["/", "/missions/M001"] {
        let reply = ask(Site::placeholder(), "GET", path, &[PAGE]).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(reply.text.matches("cargo xtask build").count(), 5, "in five languages");
        for language in ["en", "fr", "ar", "uk", "ru"] {
            assert!(reply.text.contains(&format!("<p lang=\"{language}\"")), "{language}");
        }
    }
    // Whatever is carried, there is a page.
    assert_eq!(ask(Site::carried(), "GET", "/", &[PAGE]).await.status, 200);
}

#[tokio::test]
async fn every_path_of_the_application_is_its_page() {
    for path in [
        "/",
        "/index.html",
        "/requests",
        "/requests/SYN-001",
        "/missions/operation-2017.M003",
        "/apiary",
    ] {
        let reply = ask(synthetic(), "GET", path, &[PAGE]).await;
        assert_eq!(
            (reply.status, reply.text.contains("Synthetic")),
            (StatusCode::OK, true),
            "{path}"
        );
        assert_eq!(reply.header("cache-control"), "no-cache");
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
        assert!(
            policy.ends_with("frame-ancestors 'none'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin");
        assert!(reply.header("permissions-policy").contains("geolocation=()"));
    }
}

#[tokio::test]
async fn the_interface_answers_what_is_its_own() {
    let reply = ask(synthetic(), "GET", "/api/v1/self", &[PAGE]).await;
    assert_eq!(reply.text, "the interface");
    for path in [
        "/api",
        "/api/v1/none",
        "/fhir/Patient",
        "/metrics",
        "/healthz/none",
        "/none.js",
        "/assets/none.js",
    ] {
        let reply = ask(synthetic(), "GET", path, &[PAGE]).await;
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.header("content-type"), "application/problem+json", "{path}");
    }
    // Programs that take anything are told that there is nothing, and nothing is written to a page.
    assert_eq!(
        ask(synthetic(), "GET", "/requests", &[("accept", "*/*")]).await.status,
        404
    );
    assert_eq!(ask(synthetic(), "POST", "/", &[PAGE]).await.status, 404);
    assert_eq!(ask(synthetic(), "GET", "/../Cargo.toml", &[PAGE]).await.status, 404);
}

#[tokio::test]
async fn files_have_their_types_and_are_kept_by_their_names() {
    for (path, kind, kept) in [
        (
            "/assets/app-1a2b3c.js",
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        ("/sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/en.ftl", "text/plain; charset=utf-8", "no-cache"),
    ] {
        let reply = ask(synthetic(), "GET", path, &[]).await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(
            (reply.header("content-type"), reply.header("cache-control")),
            (kind, kept),
            "{path}"
        );
        let head = ask(synthetic(), "HEAD", path, &[]).await;
        assert_eq!(head.text, "");
        assert_eq!(head.header("content-length"), reply.text.len().to_string(), "{path}");
        let again = ask(synthetic(), "GET", path, &[("if-none-match", reply.header("etag"))]).await;
        assert_eq!(
            (again.status, again.text.as_str()),
            (StatusCode::NOT_MODIFIED, ""),
            "{path}"
        );
        let other = ask(synthetic(), "GET", path, &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status, 200, "{path}");
    }
}

#[tokio::test]
async fn compressed_files_are_sent_to_whoever_reads_them() {
    let path = "/assets/app-1a2b3c.js";
    let plain = ask(synthetic(), "GET", path, &[]).await;
    assert_eq!(plain.header("content-encoding"), "");
    let mut tags = vec![plain.header("etag").to_owned()];
    for (accepted, sent) in [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", ""),
    ] {
        let reply = ask(synthetic(), "GET", path, &[("accept-encoding", accepted)]).await;
        assert_eq!(reply.header("content-encoding"), sent, "{accepted}");
        assert_eq!(reply.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(reply.header("vary"), "accept-encoding");
        tags.push(reply.header("etag").to_owned());
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 3, "each encoding has a tag of its own");
    let page = ask(synthetic(), "GET", "/", &[PAGE, ("accept-encoding", "br")]).await;
    assert_eq!(page.header("content-encoding"), "", "it was not compressed");
}
