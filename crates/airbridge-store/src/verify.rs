//! Whether anybody has touched what was written: both chains are computed anew, and compared with the heads that were
//! signed at the time.

use sqlx::AnyConnection;

use crate::tables::{audit, commits, events};
use crate::{AuditHead, Seq, SignedHead, StoreError};

/// Rows taken into memory at once.
const PAGE: u32 = 1000;

/// What a verification found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ChainVerdict {
    /// Entries that were read.
    pub entries: u64,
    /// Heads that were compared, kept and given.
    pub heads: usize,
    /// Everything that does not fit, in the order in which it was met.
    pub faults: Vec<ChainFault>,
}

impl ChainVerdict {
    /// Nothing was touched.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Something that does not fit. Numbers are those of audit entries or of events.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ChainFault {
    /// No entry has this number, though a later one is there.
    Missing(u64),
    /// The entry's contents do not give its hash.
    Altered(u64),
    /// The entry does not follow the one before it.
    Unlinked(u64),
    /// The entry is not the one that was signed for.
    NotAsSigned(u64),
    /// A head for this entry does not bear the store's signature.
    BadSignature(u64),
    /// The chain ends before an entry that is known to have been there.
    CutTail {
        /// The last known to have been there.
        known: u64,
        /// The last that is there.
        found: u64,
    },
}

/// Heads to compare with, in order of their numbers.
struct Marks(Vec<(u64, [u8; 32])>);

impl Marks {
    /// Sorts the heads that can be trusted; the others are faults.
    fn new(
        heads: &[SignedHead],
        public_key: Option<&[u8; 32]>,
        place: impl Fn(&SignedHead) -> (u64, [u8; 32]),
        verdict: &mut ChainVerdict,
    ) -> Self {
        let mut marks = Vec::new();
        for head in heads {
            let (number, hash) = place(head);
            if public_key.is_some_and(|key| !head.is_signed_by(key)) {
                verdict.faults.push(ChainFault::BadSignature(number));
            } else if number > 0 {
                marks.push((number, hash));
            }
        }
        verdict.heads = heads.len();
        marks.sort_unstable();
        marks.dedup();
        Self(marks)
    }

    fn contradict(&self, number: u64, hash: &[u8; 32]) -> bool {
        let from = self.0.partition_point(|(at, _)| *at < number);
        self.0[from..]
            .iter()
            .take_while(|(at, _)| *at == number)
            .any(|(_, signed)| signed != hash)
    }

    fn last(&self) -> u64 {
        self.0.last().map_or(0, |(number, _)| *number)
    }
}

/// Follows one chain.
struct Walk {
    marks: Marks,
    head: AuditHead,
    verdict: ChainVerdict,
}

impl Walk {
    fn step(&mut self, number: u64, hash: [u8; 32], linked: bool, intact: bool) {
        for missing in self.head.number + 1..number {
            self.verdict.faults.push(ChainFault::Missing(missing));
        }
        if !intact {
            self.verdict.faults.push(ChainFault::Altered(number));
        }
        if !linked {
            self.verdict.faults.push(ChainFault::Unlinked(number));
        }
        if self.marks.contradict(number, &hash) {
            self.verdict.faults.push(ChainFault::NotAsSigned(number));
        }
        self.verdict.entries += 1;
        self.head = AuditHead { number, hash };
    }

    fn end(mut self, known: u64) -> ChainVerdict {
        let known = known.max(self.marks.last());
        let found = self.head.number;
        if found < known {
            self.verdict.faults.push(ChainFault::CutTail { known, found });
        }
        self.verdict
    }
}

/// Verifies the audit log.
pub(crate) async fn audit_log(
    conn: &mut AnyConnection,
    given: &[SignedHead],
    public_key: Option<&[u8; 32]>,
) -> Result<ChainVerdict, StoreError> {
    let mut verdict = ChainVerdict::default();
    let heads = [audit::heads(conn).await?, given.to_vec()].concat();
    let marks = Marks::new(
        &heads,
        public_key,
        |head| (head.audit.number, head.audit.hash),
        &mut verdict,
    );
    let head = AuditHead::default();
    let mut walk = Walk { marks, head, verdict };
    loop {
        let page = audit::read(conn, walk.head.number, PAGE).await?;
        if page.is_empty() {
            return Ok(walk.end(0));
        }
        for entry in page {
            let linked = entry.previous == walk.head.hash;
            let intact = entry.hash == entry.draft.hash(entry.number, &entry.previous);
            walk.step(entry.number, entry.hash, linked, intact);
        }
    }
}

/// Verifies the log of events.
pub(crate) async fn event_log(
    conn: &mut AnyConnection,
    given: &[SignedHead],
    public_key: Option<&[u8; 32]>,
) -> Result<ChainVerdict, StoreError> {
    let mut verdict = ChainVerdict::default();
    let heads = [audit::heads(conn).await?, given.to_vec()].concat();
    let marks = Marks::new(&heads, public_key, |head| (head.log_seq.0, head.log_hash), &mut verdict);
    let head = AuditHead::default();
    let mut walk = Walk { marks, head, verdict };
    loop {
        let page = events::rows(conn, Seq(walk.head.number), PAGE).await?;
        if page.is_empty() {
            return Ok(walk.end(commits::highest(conn).await?.0));
        }
        for row in page {
            // The previous hash is part of the row's own: a broken link and a changed row look alike.
            let intact = row.hash == row.expected_hash(&walk.head.hash);
            walk.step(row.seq.0, row.hash, true, intact);
        }
    }
}
