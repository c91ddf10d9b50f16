//! Another solver as a command: what it is told, how it is run, and what is read of its answer.
//!
//! What comes in: `NAME=COMMAND`, an instance, seconds and a seed. What goes out: the routes that the command wrote, as
//! nodes. Whether they are sound is judged elsewhere, as for our own.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::str::FromStr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::Value;

/// Another solver.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Peer {
    /// What tables call it.
    pub(super) name: String,
    /// The program and its arguments, placeholders not yet filled.
    words: Vec<String>,
}

/// What a peer is to solve.
pub(super) struct Order<'a> {
    pub(super) file: &'a Path,
    pub(super) seconds: f64,
    pub(super) seed: u64,
}

/// What a peer wrote.
#[derive(Debug)]
pub(super) struct Answer {
    /// Nodes by route, as written.
    pub(super) routes: Vec<Vec<usize>>,
    /// From the start of its process to the end.
    pub(super) seconds: f64,
}

/// A peer is ended after this many times the seconds it was given, and `GRACE` on top for its start and its last words.
const PATIENCE: f64 = 3.0;
const GRACE: Duration = Duration::from_secs(30);

/// How much of its stderr an error shows.
const LAST_LINES: usize = 10;

impl FromStr for Peer {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let (name, command) = text.split_once('=').context("a peer is NAME=COMMAND")?;
        let name = name.trim();
        ensure!(!name.is_empty(), "the peer has no name: it is NAME=COMMAND");
        ensure!(!name.contains('|'), "a name with | would break the table");
        let words = words(command)?;
        ensure!(!words.is_empty(), "the peer {name} has no command");
        ensure!(
            words.iter().any(|word| word.contains("{out}")),
            "the command of {name} does not say where its routes go: it needs {{out}}"
        );
        Ok(Self {
            name: name.to_owned(),
            words,
        })
    }
}

/// Splits a command line at blanks; quotes keep blanks. There is no shell, so nothing else has a meaning.
fn words(command: &str) -> Result<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for letter in command.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if letter == '\'' || letter == '"' => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            None if letter.is_whitespace() => words.extend(word.take()),
            Some(_) | None => word.get_or_insert_default().push(letter),
        }
    }
    ensure!(quote.is_none(), "a quote is not closed in: {command}");
    words.extend(word);
    Ok(words)
}

impl Peer {
    /// The command for an order. Placeholders are filled word by word, so blanks in a path do no harm.
    fn filled(&self, order: &Order<'_>, out: &Path) -> Vec<String> {
        let fill = |word: &String| {
            word.replace("{seconds}", &order.seconds.to_string())
                .replace("{seed}", &order.seed.to_string())
                .replace("{file}", &order.file.to_string_lossy())
                .replace("{out}", &out.to_string_lossy())
        };
        self.words.iter().map(fill).collect()
    }

    /// Runs the command and reads what it wrote.
    ///
    /// # Errors
    ///
    /// It cannot be started, fails, overruns, or writes no routes. The error has the command and the end of its stderr.
    pub(super) fn solve(&self, order: &Order<'_>) -> Result<Answer> {
        let most = Duration::from_secs_f64(PATIENCE * order.seconds) + GRACE;
        self.solve_within(order, most)
    }

    fn solve_within(&self, order: &Order<'_>, most: Duration) -> Result<Answer> {
        let folder = tempfile::tempdir().context("there is no folder for the peer's answer")?;
        let out = folder.path().join("routes.json");
        // A file rather than a pipe: a talkative peer never waits for us, and one that left children behind never keeps us waiting.
        let stderr = folder.path().join("stderr");
        let words = self.filled(order, &out);
        let failed = |what: &str| {
            let lines = last_lines(&stderr);
            anyhow!("{what}\ncommand: {}\n{lines}", words.join(" ")).context(format!("the peer {} failed", self.name))
        };
        let log = File::create(&stderr).with_context(|| format!("{} cannot be written", stderr.display()))?;
        let begun = Instant::now();
        let child = Command::new(&words[0])
            .args(&words[1..])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        let mut child = child.map_err(|error| failed(&format!("it cannot be started: {error}")))?;
        let status = wait(&mut child, begun + most)?;
        let seconds = begun.elapsed().as_secs_f64();
        match status {
            None => bail!(failed(&format!("it was ended after {seconds:.1} s"))),
            Some(status) if !status.success() => bail!(failed(&format!("it ended with {status}"))),
            Some(_) => {}
        }
        let text = std::fs::read_to_string(&out).map_err(|error| failed(&format!("no routes: {error}")))?;
        let routes = routes(&text).map_err(|error| failed(&format!("its routes are not understood: {error:#}")))?;
        Ok(Answer { routes, seconds })
    }
}

/// Waits for the end of a process; one that is still there at the deadline is ended, and there is no status.
fn wait(child: &mut Child, deadline: Instant) -> Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait().context("the peer cannot be waited for")? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            child.kill().context("the peer cannot be ended")?;
            child.wait().context("the peer cannot be waited for")?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The last lines of what a peer said, or that it said nothing.
fn last_lines(stderr: &Path) -> String {
    let bytes = std::fs::read(stderr).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return "stderr: nothing".to_owned();
    }
    let last = &lines[lines.len().saturating_sub(LAST_LINES)..];
    format!("stderr, last lines:\n  {}", last.join("\n  "))
}

/// Reads `{"routes": [[node, …], …]}`.
fn routes(text: &str) -> Result<Vec<Vec<usize>>> {
    let value: Value = serde_json::from_str(text)?;
    let routes = value["routes"].as_array().context("there is no list `routes`")?;
    let node = |value: &Value| {
        let node = value.as_u64().with_context(|| format!("{value} is no node"))?;
        usize::try_from(node).with_context(|| format!("{node} is no node"))
    };
    let route = |value: &Value| {
        let nodes = value.as_array().with_context(|| format!("{value} is no route"))?;
        nodes.iter().map(node).collect()
    };
    routes.iter().map(route).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(command: &str) -> Peer {
        format!("other={command}").parse().expect("a peer")
    }

    fn order(file: &Path) -> Order<'_> {
        Order {
            file,
            seconds: 1.5,
            seed: 7,
        }
    }

    fn refused(text: &str) -> String {
        text.parse::<Peer>().expect_err("no peer").to_string()
    }

    #[test]
    fn placeholders_are_filled_within_words() {
        let peer = peer("solver --time={seconds} --seed {seed} '{file}' \"a b\" {out}");
        let filled = peer.filled(&order(Path::new("my folder/a.txt")), Path::new("out.json"));
        let expected = [
            "solver",
            "--time=1.5",
            "--seed",
            "7",
            "my folder/a.txt",
            "a b",
            "out.json",
        ];
        assert_eq!(filled, expected);
    }

    #[test]
    fn a_peer_needs_a_name_a_command_and_a_place_for_its_routes() {
        assert!(refused("solver {out}").contains("NAME=COMMAND"));
        assert!(refused("=solver {out}").contains("no name"));
        assert!(refused("other=").contains("no command"));
        assert!(refused("other=solver {file}").contains("{out}"));
        assert!(refused("other=solver '{out}").contains("quote"));
        assert!(refused("o|ther=solver {out}").contains("table"));
    }

    #[test]
    fn a_command_may_have_equal_signs() {
        let peer: Peer = "other=env THREADS=1 solver {out}".parse().expect("a peer");
        assert_eq!(peer.words, ["env", "THREADS=1", "solver", "{out}"]);
    }

    #[test]
    fn what_a_peer_wrote_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let prepared = folder.path().join("prepared.json");
        std::fs::write(&prepared, r#"{"routes": [[1, 2], [3, 4]], "more": 1}"#).expect("written");
        let answer = peer("cp {file} {out}").solve(&order(&prepared)).expect("an answer");
        assert_eq!(answer.routes, [[1, 2], [3, 4]]);
    }

    #[test]
    fn what_are_no_routes_is_refused() {
        assert!(routes("[[1, 2]]").is_err());
        assert!(routes(r#"{"routes": [1, 2]}"#).is_err());
        assert!(routes(r#"{"routes": [[-1]]}"#).is_err());
        assert!(routes(r#"{"routes": [[1.5]]}"#).is_err());
        assert!(routes("").is_err());
    }

    #[track_caller]
    fn check_failure(command: &str, most: Duration, parts: &[&str]) {
        let error = peer(command)
            .solve_within(&order(Path::new("a.txt")), most)
            .expect_err("it fails");
        let text = format!("{error:#}");
        for part in parts {
            assert!(text.contains(part), "{part} is not in: {text}");
        }
    }

    #[test]
    fn a_peer_that_fails_is_an_error_with_its_command_and_the_end_of_what_it_said() {
        let command = "sh -c 'seq 1 30 >&2; echo sorry >&2; exit 3' {out}";
        let parts = [
            "the peer other failed",
            "exit status: 3",
            "seq 1 30",
            "  22\n",
            "  sorry",
        ];
        check_failure(command, GRACE, &parts);
    }

    #[test]
    fn a_peer_that_cannot_be_started_is_an_error() {
        check_failure(
            "no-such-program-here {out}",
            GRACE,
            &["cannot be started", "stderr: nothing"],
        );
    }

    #[test]
    fn a_peer_that_writes_nothing_is_an_error() {
        check_failure("true {out}", GRACE, &["no routes", "true "]);
    }

    #[test]
    fn a_peer_that_overruns_is_ended() {
        check_failure(
            "sh -c 'exec sleep 60' {out}",
            Duration::ZERO,
            &["it was ended after", "sleep 60"],
        );
    }
}
