//! The description of the interface, and what is committed of it.

use std::path::Path;

use airbridge_api::{openapi, routes};
use airbridge_desk::Desk;
use airbridge_disclosure::Role;

#[test]
fn the_committed_description_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi/airbridge.json");
    let mut now = openapi().to_pretty_json().expect("JSON");
    now.push('\n');
    if std::env::var_os("AIRBRIDGE_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(&path, &now).expect("it can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "openapi/airbridge.json is old: run the test with AIRBRIDGE_WRITE_DOCS=1"
    );
}

#[test]
fn every_route_is_described_with_its_row() {
    let described = serde_json::to_value(openapi()).expect("JSON");
    assert!(described["openapi"].as_str().expect("a version").starts_with("3.1"));
    for (method, path, operation) in routes() {
        let route = &described["paths"][path][method.to_lowercase()];
        assert_eq!(route["x-airbridge-operation"], operation.word(), "{method} {path}");
    }
}

#[tokio::test]
async fn anybody_may_read_it_and_ask_for_health() {
    let desk = Desk::new(&[Role::Auditor]).await;
    for path in ["/openapi.json", "/api/v1/openapi.json", "/healthz", "/readyz"] {
        assert_eq!(
            desk.ask(None, ("GET", path), None, &[]).await.status.as_u16(),
            200,
            "{path}"
        );
    }
}
