//! The description of the interface, and what is committed of it.

use std::path::Path;

use airbridge_api::{openapi, routes, tables};
use airbridge_desk::Desk;
use airbridge_disclosure::Role;

#[test]
fn the_committed_description_is_current() {
    is_current("airbridge.json", openapi().to_pretty_json().expect("JSON"));
}

#[test]
fn the_committed_tables_are_current() {
    let now = tables();
    is_current("tables.json", serde_json::to_string_pretty(&now).expect("JSON"));
    let columns = now["patients"]["columns"].as_array().expect("a list");
    let named = |name: &str| columns.iter().find(|column| column["name"] == name).expect("a column");
    assert_eq!(named("mobility")["kind"], "code");
    assert!(
        named("mobility")["codes"]
            .as_array()
            .expect("codes")
            .contains(&"litter".into())
    );
    assert_eq!(named("weight_kg")["unit"], "kilograms");
    assert_eq!(named("origin")["of"], "facilities");
    assert_eq!(named("diagnosis")["required"], false);
}

/// A file of `openapi/` is as it would be made now.
fn is_current(name: &str, mut now: String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi").join(name);
    now.push('\n');
    if std::env::var_os("AIRBRIDGE_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(&path, &now).expect("it can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "openapi/{name} is old: run the test with AIRBRIDGE_WRITE_DOCS=1"
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
async fn anybody_may_read_about_the_server() {
    let desk = Desk::new(&[Role::Auditor]).await;
    let told = desk.ask(None, ("GET", "/api/v1/about"), None, &[]).await;
    assert_eq!(told.status.as_u16(), 200, "{}", told.text());
    let told = told.json();
    assert_eq!(told["now"], "2017-01-31T06:00:00Z");
    assert_eq!(told["sign_on"], false);
    assert!(told["demonstration"].is_null(), "nobody is told how to log in");
    let described = serde_json::to_value(openapi()).expect("JSON");
    let described = &described["paths"]["/api/v1/about"]["get"];
    assert_eq!(described["security"], serde_json::json!([]));
    let demonstration = airbridge_api::Demonstration {
        password: "synthetic".to_owned(),
        logins: vec!["auditor".to_owned()],
    };
    let settings = airbridge_api::ApiSettings {
        demonstration: Some(demonstration),
        ..Default::default()
    };
    let desk = Desk::with(&[Role::Auditor], settings).await;
    let told = desk.ask(None, ("GET", "/api/v1/about"), None, &[]).await.json();
    let expected = serde_json::json!({"password": "synthetic", "logins": ["auditor"]});
    assert_eq!(told["demonstration"], expected);
}

#[tokio::test]
async fn a_browser_is_told_whether_its_cookie_still_holds() {
    let desk = Desk::new(&[Role::Auditor]).await;
    let cookie = format!("__Host-airbridge={}", desk.somebody(Role::Auditor).token);
    let about = ("GET", "/api/v1/about");
    let told = desk.ask(None, about, None, &[("cookie", &cookie)]).await.json();
    assert_eq!(told["logged_in"], true);
    let told = desk
        .ask(None, about, None, &[("cookie", "__Host-airbridge=none")])
        .await;
    assert_eq!(told.status.as_u16(), 200);
    assert_eq!(told.json()["logged_in"], false);
    let out = desk.ask(
        Some(desk.somebody(Role::Auditor)),
        ("DELETE", "/api/v1/session"),
        None,
        &[],
    );
    assert_eq!(out.await.status.as_u16(), 204);
    let told = desk.ask(None, about, None, &[("cookie", &cookie)]).await.json();
    assert_eq!(told["logged_in"], false);
}

#[tokio::test]
async fn everybody_is_told_what_their_roles_hold_and_where_they_work() {
    let desk = Desk::new(Role::ALL).await;
    desk.import().await;
    let me = desk.get(Role::Operator, "/api/v1/self").await.json();
    let expected = serde_json::json!([{"id": "op", "name": desk.operation.name}]);
    assert_eq!(me["operations"], expected);
    assert_eq!(me["now"], "2017-01-31T06:00:00Z");
    let may = |me: &serde_json::Value, word: &str| me["may"].as_array().expect("a list").contains(&word.into());
    assert!(
        may(&me, "mission.task") && may(&me, "self.read") && !may(&me, "request.create"),
        "{me}"
    );
    let me = desk.get(Role::ReferringClinician, "/api/v1/self").await.json();
    assert!(may(&me, "request.create") && !may(&me, "plan.adopt"), "{me}");
    let words: Vec<&str> = me["may"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|word| word.as_str())
        .collect();
    assert!(words.is_sorted(), "{words:?}");
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

#[tokio::test]
async fn anybody_may_read_the_basemap_of_a_server_that_has_one() {
    let desk = Desk::quick().await;
    let path = ("GET", "/api/v1/basemap");
    let none = desk.ask(None, path, None, &[]).await;
    assert_eq!(
        (none.status.as_u16(), none.header("content-type")),
        (404, "application/problem+json")
    );
    let about = desk.ask(None, ("GET", "/api/v1/about"), None, &[]).await.json();
    assert_eq!(about["basemap"], false);
    let ground = r#"{"type": "FeatureCollection", "features": []}"#;
    let basemap = airbridge_api::Basemap::of(ground.as_bytes().to_vec()).expect("a basemap");
    let settings = airbridge_api::ApiSettings {
        basemap: Some(basemap),
        ..Default::default()
    };
    let desk = Desk::quick_on("memory:", settings).await;
    let about = desk.ask(None, ("GET", "/api/v1/about"), None, &[]).await.json();
    assert_eq!(about["basemap"], true);
    let sent = desk.ask(None, path, None, &[]).await;
    assert_eq!((sent.status.as_u16(), sent.text().as_str()), (200, ground));
    assert_eq!(sent.header("content-type"), "application/geo+json");
    assert_eq!(sent.header("cache-control"), "no-cache");
    let tag = sent.header("etag").to_owned();
    let had = format!("\"other\", W/{tag}");
    let again = desk.ask(None, path, None, &[("if-none-match", &had)]).await;
    assert_eq!((again.status.as_u16(), again.header("etag")), (304, tag.as_str()));
    assert!(again.bytes.is_empty());
    let changed = desk.ask(None, path, None, &[("if-none-match", "\"other\"")]).await;
    assert_eq!(changed.status.as_u16(), 200);
    let other = desk.ask(None, ("GET", "/api/v1/about"), None, &[]).await;
    assert_eq!(other.header("cache-control"), "no-store");
    let described = serde_json::to_value(openapi()).expect("JSON");
    let described = &described["paths"]["/api/v1/basemap"]["get"];
    assert_eq!(described["security"], serde_json::json!([]));
    assert!(described["responses"]["200"]["content"]["application/geo+json"].is_object());
}
