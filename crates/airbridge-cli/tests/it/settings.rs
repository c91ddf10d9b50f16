//! Settings, and what is wrong or unsafe about them.

use crate::run::Desk;

#[test]
fn settings_come_from_the_file_and_what_is_given_on_top() {
    let desk = Desk::new();
    desk.write(
        "airbridge.toml",
        "listen = \"127.0.0.1:9000\"\nstore = \"postgres://ab:secret@db/ab\"\n",
    );
    let shown = desk.run(&["config", "check", "--config", "airbridge.toml"]);
    // The file has a password and everybody can read it: shown all the same, but not the password.
    assert!(
        shown.status == 1 && shown.out.contains("127.0.0.1:9000") && !shown.out.contains("secret"),
        "{}",
        shown.out
    );
    let given = desk.done(&[
        "config",
        "check",
        "--config",
        "airbridge.toml",
        "--store",
        "sqlite:x.db",
    ]);
    assert!(given.out.contains("sqlite:x.db"), "{}", given.out);
    desk.write("airbridge.toml", "listne = \"127.0.0.1:9000\"\n");
    let wrong = desk.run(&["config", "check", "--config", "airbridge.toml"]);
    assert!(wrong.status == 2 && wrong.talk.contains("listne"), "{}", wrong.talk);
}

/// What `config check` says of a file of settings.
fn checked(settings: &str) -> (i32, String) {
    let desk = Desk::new();
    desk.write("airbridge.toml", settings);
    let run = desk.run(&["config", "check", "--config", "airbridge.toml"]);
    (run.status, run.talk)
}

#[test]
fn what_is_unsafe_is_named_with_what_to_do() {
    let oidc = "[oidc]\nissuer = \"http://issuer.example\"\nauthorization_endpoint = \"https://issuer.example/a\"\n\
                token_endpoint = \"http://127.0.0.1.example/t\"\njwks_uri = \"http://127.0.0.1:9/k\"\nclient_id = \"c\"\n\
                client_secret_file = \"none\"\nredirect_uri = \"https://airbridge.example/\"\n";
    for (settings, status, says) in [
        ("listen = \"0.0.0.0:8080\"\n", 1, "behind_tls = true"),
        ("listen = \"[::]:8080\"\n", 1, "in the clear"),
        (
            "listen = \"0.0.0.0:8080\"\nbehind_tls = true\n",
            0,
            "name the addresses of the proxies",
        ),
        ("metrics = \"127.0.0.1:8080\"\n", 1, "a port of their own"),
        ("metrics = \"0.0.0.0:9000\"\n", 0, "whoever reaches 0.0.0.0:9000"),
        ("workers = 0\n", 0, "airbridge worker"),
        ("store = \"mysql://x\"\n", 1, "names no store"),
        ("store = \"memory:\"\n", 1, "ends with the program"),
        ("store = \"postgres://ab@db/ab\"\n", 0, "sslmode=verify-full"),
        ("store = \"postgres://ab:secret@127.0.0.1/ab\"\n", 1, "store_file"),
        ("store = \"sqlite:a\"\nstore_file = \"b\"\n", 2, "only one can be meant"),
        ("store_file = \"nowhere\"\n", 2, "nowhere cannot be read"),
        ("basemap = \"nowhere.geojson\"\n", 1, "nowhere.geojson cannot be read"),
        ("basemap = \".\"\n", 1, ". cannot be read"),
        ("basemap = \"airbridge.toml\"\n", 1, "airbridge.toml is no basemap"),
        ("proxies = [\"proxy.example\"]\n", 2, "proxies"),
        ("[oidc]\nissuer = \"x\"\n", 2, "missing field"),
        (oidc, 1, "oidc.issuer is http://issuer.example"),
        (oidc, 1, "oidc.token_endpoint is http://127.0.0.1.example/t"),
        (oidc, 1, "/api/v1/session/sign-on/callback"),
        (oidc, 1, "none is missing"),
    ] {
        let (found, talk) = checked(settings);
        assert!(talk.contains(says), "{settings}\n{talk}");
        assert_eq!(found, status, "{settings}\n{talk}");
        assert!(
            status == 0 || talk.contains("hint:") || talk.contains("error:"),
            "{talk}"
        );
    }
    let (status, talk) = checked("data = \"here\"\n");
    assert!(status == 0 && talk.contains("here is not there yet"), "{talk}");
}

#[test]
#[cfg(unix)]
fn keys_that_are_missing_broken_or_open_are_named() {
    use std::os::unix::fs::PermissionsExt as _;

    let desk = Desk::new();
    assert_eq!(
        crate::server::add(&desk, "ada", "administrator", crate::server::PASSWORD).status,
        0
    );
    let check = || desk.run(&["config", "check"]);
    let begun = check();
    // No server has started yet: the store is there and the vault's key is not.
    assert!(
        begun.status == 1 && begun.talk.contains("vault.key is missing"),
        "{}",
        begun.talk
    );
    drop(crate::server::Server::start(&mut desk.command(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
    ])));
    assert_eq!(check().status, 0, "{}", check().talk);
    let key = desk.path("airbridge-data/vault.key");
    let mode = |mode| std::fs::set_permissions(&key, std::fs::Permissions::from_mode(mode)).expect("its owner's");
    mode(0o644);
    let open = check();
    assert!(open.status == 1 && open.talk.contains("chmod 600"), "{}", open.talk);
    let refused = desk.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(
        refused.status == 2 && refused.talk.contains("everybody on this machine"),
        "{}",
        refused.talk
    );
    mode(0o600);
    desk.write("airbridge-data/vault.key", [1; 31]);
    assert!(check().talk.contains("no key of 32 bytes"));
    desk.write("airbridge-data/vault.key", [1; 32]);
    let other = desk.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(
        other.status == 2 && other.talk.contains("copy vault.key"),
        "{}",
        other.talk
    );
}

#[test]
fn variables_that_nothing_reads_are_named() {
    let desk = Desk::new();
    let mut command = desk.command(&["config", "check"]);
    let run = crate::run::Run::of(&command.env("AIRBRIDGE_LISTNE", "x").output().expect("it starts"));
    assert!(
        run.talk.contains("AIRBRIDGE_LISTNE") && run.talk.contains("AIRBRIDGE_LISTEN"),
        "{}",
        run.talk
    );
    let mut command = desk.command(&["config", "check"]);
    let run = crate::run::Run::of(
        &command
            .env("AIRBRIDGE_LISTEN", "127.0.0.1:7777")
            .output()
            .expect("it starts"),
    );
    assert!(run.out.contains("127.0.0.1:7777"), "{}", run.out);
}

#[test]
fn serving_in_the_clear_is_refused() {
    let desk = Desk::new();
    let refused = desk.run(&["serve", "--listen", "0.0.0.0:0"]);
    assert!(
        refused.status == 2 && refused.talk.contains("in the clear"),
        "{}",
        refused.talk
    );
    assert!(!desk.path("airbridge-data").exists(), "nothing was begun");
}

#[test]
fn a_basemap_is_looked_at() {
    let desk = Desk::new();
    desk.write("ground.geojson", "{\"type\": \"FeatureCollection\", \"features\": []}");
    let shown = desk.done(&["config", "check", "--basemap", "ground.geojson"]);
    assert!(shown.out.contains("basemap    ground.geojson"), "{}", shown.out);
    desk.write("ground.geojson", " ".repeat(20_000_001));
    let large = desk.run(&["config", "check", "--basemap", "ground.geojson"]);
    assert!(
        large.status == 1 && large.talk.contains("more than 20000000 bytes"),
        "{}",
        large.talk
    );
}
