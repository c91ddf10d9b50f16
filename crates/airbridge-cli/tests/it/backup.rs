//! Backups: taken while the server runs, of either store, and restored into either.

use std::process::Command;

use crate::run::{Desk, Run};
use crate::server::{PASSWORD, Server, add, fed};

/// The digest that a command tells.
fn digest(run: &Run) -> String {
    let at = run.talk.find("digest ").expect("it tells the digest");
    run.talk[at + 7..].chars().take_while(char::is_ascii_hexdigit).collect()
}

/// A record with accounts, organisations and a server that goes on writing.
fn filled(desk: &Desk, store: &[&str]) {
    for login in ["ada", "eve"] {
        let arguments = [
            &[
                "user",
                "add",
                login,
                "--organisation",
                "ministry",
                "--role",
                "administrator",
            ],
            store,
        ];
        assert_eq!(fed(desk, &arguments.concat(), PASSWORD).status, 0);
    }
}

#[test]
fn a_backup_of_a_running_server_is_equal_encrypted_and_whole() {
    let desk = Desk::new();
    filled(&desk, &[]);
    let server = Server::start(&mut desk.command(&["serve", "--listen", "127.0.0.1:0", "--workers", "0"]));
    let bearer = server.bearer("ada", PASSWORD);
    let taken = desk.done(&["backup", "one.backup"]);
    assert!(taken.talk.contains("keep a copy elsewhere"), "{}", taken.talk);
    assert!(desk.run(&["backup", "one.backup"]).talk.contains("is there already"));
    let file = std::fs::read(desk.path("one.backup")).expect("a file");
    for open in [&b"SQLite format"[..], b"ministry", b"argon2id"] {
        assert!(
            !file.windows(open.len()).any(|window| window == open),
            "it is encrypted"
        );
    }
    // Anybody can hold it against its checksum.
    let sum = Command::new("sha256sum")
        .args(["-c", "one.backup.sha256"])
        .current_dir(desk.root())
        .output();
    assert!(sum.expect("sha256sum starts").status.success());
    let keyless = desk.run(&["restore", "one.backup", "--data", "other"]);
    assert!(
        keyless.status == 2 && keyless.talk.contains("--key FILE"),
        "{}",
        keyless.talk
    );
    let key = ["--key", "airbridge-data/backup.key"];
    let restored = desk.done(&[&["restore", "one.backup", "--data", "other"][..], &key].concat());
    assert_eq!(digest(&restored), digest(&taken));
    assert!(restored.talk.contains("audit.key and vault.key"), "{}", restored.talk);
    assert_eq!(desk.done(&["user", "list", "--data", "other"]).out.lines().count(), 2);
    for key in ["audit.key", "vault.key"] {
        std::fs::copy(desk.path("airbridge-data").join(key), desk.path("other").join(key)).expect("a key");
    }
    let again = desk.run(&[&["restore", "one.backup", "--data", "other"][..], &key].concat());
    assert!(again.status == 2 && again.talk.contains("not empty"), "{}", again.talk);
    desk.done(&["audit", "verify", "--data", "other"]);
    // The second is of the same record, and its own file.
    let second = desk.done(&["backup", "two.backup"]);
    assert_eq!(digest(&second), digest(&taken));
    // Who was logged in is so no more where it was restored; the first server runs on.
    drop(server);
    let other =
        Server::start(&mut desk.command(&["serve", "--listen", "127.0.0.1:0", "--data", "other", "--workers", "0"]));
    let me = other.ask("GET", "/api/v1/self", &[("authorization", &bearer)], "");
    assert!(me.starts_with("HTTP/1.1 401"), "{me}");
    other.bearer("eve", PASSWORD);
    assert_eq!(
        desk.names("airbridge-data")
            .iter()
            .filter(|name| name.starts_with(".tmp"))
            .count(),
        0
    );
}

#[test]
fn what_was_changed_is_refused_with_and_without_its_checksum() {
    let desk = Desk::new();
    filled(&desk, &[]);
    desk.done(&["backup", "one.backup"]);
    let file = std::fs::read(desk.path("one.backup")).expect("a file");
    let key = std::fs::read(desk.path("airbridge-data/backup.key")).expect("a key");
    let restore = ["restore", "one.backup", "--data", "other", "--key", "key"];
    desk.write("key", &key);
    private(&desk, "key");
    let refused_with = |word: &str| {
        for at in [0, 10, 20, 30, 40, file.len() / 2, file.len() - 1] {
            let mut changed = file.clone();
            changed[at] ^= 1;
            desk.write("one.backup", &changed);
            let refused = desk.run(&restore);
            let is_said = refused.status == 2 && refused.talk.contains(word);
            assert!(is_said, "{at}: {}", refused.talk);
        }
    };
    refused_with("checksum");
    std::fs::remove_file(desk.path("one.backup.sha256")).expect("it is there");
    refused_with("changed");
    desk.write("one.backup", &file[..file.len() - 70_000]);
    assert_eq!(desk.run(&restore).status, 2, "cut off");
    desk.write("one.backup", &file);
    let mut other = key.clone();
    other[0] ^= 1;
    desk.write("key", other);
    let refused = desk.run(&restore);
    assert!(refused.talk.contains("another key"), "{}", refused.talk);
    // All that left the store empty: the right file still goes in.
    desk.write("key", &key);
    desk.done(&restore);
}

/// As the program makes keys.
fn private(desk: &Desk, name: &str) {
    #[cfg(unix)]
    {
        let owner = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(desk.path(name), owner).expect("its owner's");
    }
}

#[test]
fn sqlite_to_postgres_and_back_is_equal() {
    let Ok(server) = std::env::var("AIRBRIDGE_TEST_POSTGRES") else {
        return;
    };
    let schema = format!("backup{}", std::process::id());
    let made = Command::new("psql")
        .args([&server, "-qc", &format!("CREATE SCHEMA {schema}")])
        .status();
    assert!(made.expect("psql starts").success());
    let mark = if server.contains('?') { '&' } else { '?' };
    let postgres = format!("{server}{mark}options[search_path]={schema}");
    let desk = Desk::new();
    filled(&desk, &[]);
    let first = desk.done(&["backup", "one.backup"]);
    let there = ["--store", &postgres];
    let restored = desk.done(&[&["restore", "one.backup"][..], &there].concat());
    assert_eq!(digest(&restored), digest(&first));
    // Of PostgreSQL, while a server writes to it.
    let mut serve = desk.command(&[&["serve", "--listen", "127.0.0.1:0", "--workers", "0"][..], &there].concat());
    let server = Server::start(&mut serve);
    let bearer = server.bearer("ada", PASSWORD);
    let put = |number: usize| {
        let body = format!("{{\"name\":\"synthetic {number}\",\"facilities\":[],\"operators\":[]}}");
        server.ask(
            "PUT",
            &format!("/api/v1/organisations/org-{number}"),
            &[("authorization", &bearer)],
            &body,
        )
    };
    assert!(put(0).starts_with("HTTP/1.1 2"));
    let second = std::thread::scope(|scope| {
        let writing = scope.spawn(|| (1..40).all(|number| put(number).starts_with("HTTP/1.1 2")));
        let second = desk.done(&[&["backup", "two.backup"][..], &there].concat());
        assert!(writing.join().expect("it ends"), "nobody was kept from writing");
        second
    });
    drop(server);
    let back = desk.done(&[
        "restore",
        "two.backup",
        "--data",
        "back",
        "--key",
        "airbridge-data/backup.key",
    ]);
    assert_eq!(digest(&back), digest(&second));
    let quiet = desk.done(&[&["backup", "three.backup"][..], &there].concat());
    let last = desk.done(&[
        "restore",
        "three.backup",
        "--data",
        "last",
        "--key",
        "airbridge-data/backup.key",
    ]);
    assert_eq!(digest(&last), digest(&quiet));
    std::fs::copy(desk.path("airbridge-data/audit.key"), desk.path("last/audit.key")).expect("a key");
    desk.done(&["audit", "verify", "--data", "last"]);
}

#[test]
fn where_there_is_no_room_there_is_no_backup() {
    let desk = Desk::new();
    assert_eq!(add(&desk, "ada", "administrator", PASSWORD).status, 0);
    // No file grows beyond 50 kB (100 blocks of 512 bytes): neither the copy nor the backup fits.
    let program = env!("CARGO_BIN_EXE_airbridge");
    let script = format!("trap '' XFSZ; ulimit -f 100; exec '{program}' backup one.backup");
    let run = Command::new("sh")
        .args(["-c", &script])
        .current_dir(desk.root())
        .output();
    let run = Run::of(&run.expect("sh starts"));
    assert_eq!(run.status, 2, "{}", run.talk);
    assert!(
        desk.names(".").iter().all(|name| !name.contains("backup")),
        "{:?}",
        desk.names(".")
    );
    desk.done(&["backup", "one.backup"]);
}
