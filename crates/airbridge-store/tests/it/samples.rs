//! Small made-up contents.

use airbridge_store::{Append, AuditDraft, Commit, Committed, Expected, NewEvent, Once, Receipt};
use jiff::Timestamp;
use serde_json::json;

pub(crate) fn second(n: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + n).expect("in range")
}

pub(crate) fn event(kind: &str, n: i64) -> NewEvent {
    NewEvent {
        kind: kind.to_owned(),
        payload: json!({ "n": n, "note": "Złoty 東京 \u{0}", "share": 0.1, "list": [1, null, true] }),
        actor: "coordinator-1".to_owned(),
        organisation: "cell-north".to_owned(),
        authority: "duty".to_owned(),
        happened_at: second(n - 60),
        supersedes: None,
        confirms: None,
    }
}

pub(crate) fn append(stream: &str, expected: Expected, n: i64, events: usize) -> Commit {
    let mut commit = Commit::at(second(n));
    commit.appends.push(Append {
        stream: stream.to_owned(),
        expected,
        events: (0..events).map(|i| event("noted", n + i as i64)).collect(),
    });
    commit
}

pub(crate) fn once(key: &str, digest: u8) -> Once {
    Once {
        actor: "coordinator-1".to_owned(),
        key: key.to_owned(),
        digest: [digest; 32],
        answer: json!({ "answer": key }),
    }
}

pub(crate) fn draft(n: i64) -> AuditDraft {
    AuditDraft {
        at: second(n),
        actor: format!("person-{}", n % 3),
        organisation: "cell-north".to_owned(),
        role: "coordinator".to_owned(),
        act: "read".to_owned(),
        subject: format!("patient-{n}"),
        purpose: "treatment".to_owned(),
        outcome: "allowed".to_owned(),
    }
}

pub(crate) fn receipt(committed: Committed) -> Receipt {
    match committed {
        Committed::Done(receipt) => receipt,
        Committed::Repeated(_) => panic!("this was not committed before"),
    }
}
