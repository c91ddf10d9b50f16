//! Acts: asked of the table of roles, decided on the record, recorded with the audit in one commit.

use std::collections::BTreeMap;

use airbridge_disclosure::{Decision, Operation, decide as allowed, written};
use airbridge_events::{
    AccountCommand, AccountId, ClearanceId, Command, Context, Draft, MissionId, OfferId, OperationId, OrganisationId,
    PlanId, Record, RequestCommand, RequestId, claims, decide,
};
use airbridge_store::{Append, Commit, Expected, Guard, Seq, StoreError, VaultChange, Version};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::app::App;
use crate::codec::{self, Provenance};
use crate::columns;
use crate::error::Error;
use crate::once::{self, OnceKey};
use crate::sources::{Numbers, Sources};
use crate::subject::About;
use crate::who::{Who, entry};

/// So often a decision is made again when others were faster.
const TRIES: usize = 20;

/// Something that somebody wants done.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The row of the table of roles.
    pub operation: Operation,
    /// What it is about.
    pub about: About,
    /// What is to be done.
    pub command: Command,
    /// The version that whoever asks has seen.
    pub if_match: Option<u64>,
    /// A key under which it is done once, and the digest of what was asked.
    pub once: Option<OnceKey>,
    /// When it happened, where that is not now, and which earlier fact it replaces or confirms.
    pub sources: Sources,
    /// Why, for the audit.
    pub purpose: String,
    /// Identities that change with it.
    pub vault: Vec<VaultChange>,
}

impl Wish {
    /// Without conditions.
    pub fn new(operation: Operation, about: About, command: Command) -> Self {
        Self {
            operation,
            about,
            command,
            if_match: None,
            once: None,
            sources: Sources::default(),
            purpose: String::new(),
            vault: Vec::new(),
        }
    }
}

/// What was done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Done {
    /// Stream of the thing.
    pub stream: String,
    /// Its version now.
    pub version: u64,
    /// Whether it was done before, by the same key.
    pub is_repeated: bool,
}

impl App {
    /// Does what somebody wants, if they may and it can be done. When this has answered, it is kept.
    ///
    /// # Errors
    ///
    /// Nothing has happened then, but for an entry in the audit where the table of roles refuses.
    pub async fn act(&self, who: &Who, wish: &Wish) -> Result<Done, Error> {
        let known = self.repeated(who, wish.operation, wish.once.as_ref()).await?;
        if let Some(answer) = known {
            return Ok(read_answer(&answer));
        }
        for _ in 0..TRIES {
            self.catch_up().await?;
            let now = self.now();
            let prepared = self.see(|record| self.prepare(record, who, wish, now));
            // Asked after the table of roles: whoever may not learns nothing of facts.
            let prepared = match prepared {
                Ok(prepared) => self
                    .check_sources(wish)
                    .await
                    .map(|numbers| numbered(prepared, numbers)),
                Err(error) => Err(error),
            };
            let (commit, done) = match prepared {
                Ok(prepared) => prepared,
                Err(error) => {
                    // The same may have been done since it was asked whether it had: then it is no longer possible.
                    let known = self.repeated(who, wish.operation, wish.once.as_ref()).await?;
                    if let Some(answer) = known {
                        return Ok(read_answer(&answer));
                    }
                    let subject = patient(wish).unwrap_or_else(|| refused_on(wish));
                    self.note_refusal(who, wish.operation, &subject, &error).await?;
                    return Err(error);
                }
            };
            match self.commit_once(who, wish.operation, commit).await {
                Ok(None) => {
                    self.catch_up().await?;
                    return Ok(done);
                }
                Ok(Some(answer)) => return Ok(read_answer(&answer)),
                Err(Error::Unavailable(StoreError::Conflict { .. } | StoreError::Stale { .. })) => {}
                Err(error) => {
                    self.note_refusal(who, wish.operation, &refused_on(wish), &error)
                        .await?;
                    return Err(error);
                }
            }
        }
        Err(Error::Busy)
    }

    /// Decides as [`App::act`] does, and does nothing.
    ///
    /// # Errors
    ///
    /// Those of the act.
    pub async fn rehearse(&self, who: &Who, wish: &Wish) -> Result<(), Error> {
        self.catch_up().await?;
        let now = self.now();
        let outcome = self.see(|record| self.prepare(record, who, wish, now)).map(drop);
        match &outcome {
            Ok(()) => {
                let subject = stream_of(&wish.command);
                self.note_anyhow(who, wish.operation, &subject, "rehearsed").await?;
            }
            Err(error) => {
                self.note_refusal(who, wish.operation, &refused_on(wish), error).await?;
            }
        }
        outcome
    }

    fn prepare(&self, record: &Record, who: &Who, wish: &Wish, now: Timestamp) -> Result<(Commit, Done), Error> {
        let whose = about(record, wish).subject(record);
        let decision = allowed(&self.inner.table, Some(&who.actor), wish.operation, whose.as_ref(), now);
        let (role, by_emergency) = match decision {
            Decision::Allowed { role, by_emergency, .. } => (role, by_emergency),
            Decision::Forbidden => return Err(Error::Forbidden),
            Decision::NotFound => return Err(Error::NotFound),
            Decision::Anonymous => return Err(Error::Anonymous),
        };
        if let (Some(subject), Some(row)) = (&whose, written_row(&wish.command)) {
            let mask = written(&self.inner.table, &who.actor, wish.operation, subject, now);
            columns::writable(row, |group| mask.shows(group))?;
        }
        let stream = stream_of(&wish.command);
        let before = version(record, &stream);
        if let Some(expected) = wish.if_match
            && expected != before
        {
            return Err(Error::Stale {
                expected,
                found: before,
            });
        }
        if let Command::Account(_, AccountCommand::OpenEmergency { until, .. }) = &wish.command
            && until.duration_since(now) > self.inner.table.emergency_at_most
        {
            let hours = self.inner.table.emergency_at_most.as_hours();
            return Err(Error::invalid(
                format!("an emergency access lasts {hours} hours at most"),
                "/until",
            ));
        }
        crate::settle::apart(&self.inner.table, &wish.command)?;
        let by = who.by(role);
        let happened_at = wish.sources.happened_at.unwrap_or(now).min(now);
        let context = Context {
            now,
            happened_at,
            by: &by,
        };
        let drafts = decide(record, &wish.command, &context)?;
        let own = drafts.iter().filter(|draft| draft.stream == stream).count() as u64;
        let done = Done {
            stream: stream.clone(),
            version: before + own,
            is_repeated: false,
        };
        let provenance = Provenance {
            by,
            happened_at,
            supersedes: None,
            confirms: None,
        };
        let outcome = if by_emergency { "done, in an emergency" } else { "done" };
        let role = role.map_or("anybody", airbridge_disclosure::Role::word);
        let audit = entry(
            Some(who),
            role,
            wish.operation.word(),
            &patient(wish).unwrap_or_else(|| stream.clone()),
            &wish.purpose,
            outcome,
            now,
        );
        let commit = Commit {
            appends: appends(record, &drafts, &provenance),
            guards: guards(record, &wish.command),
            once: once::kept(who, wish.once.as_ref(), answer(&done)),
            audit: vec![audit],
            vault: wish.vault.clone(),
            ..Commit::at(now)
        };
        Ok((commit, done))
    }
}

/// The same with the facts that it replaces or confirms.
fn numbered((mut commit, done): (Commit, Done), numbers: Numbers) -> (Commit, Done) {
    for event in commit.appends.iter_mut().flat_map(|append| &mut append.events) {
        (event.supersedes, event.confirms) = (numbers.supersedes, numbers.confirms);
    }
    (commit, done)
}

/// What a refusal is about, for the audit: what is new has no name yet.
fn refused_on(wish: &Wish) -> String {
    match wish.about {
        About::New(_) | About::Nothing => String::new(),
        _ => stream_of(&wish.command),
    }
}

/// The patient whose record an emergency opens, or a review is about.
fn patient(wish: &Wish) -> Option<String> {
    match &wish.command {
        Command::Account(
            _,
            AccountCommand::OpenEmergency { request, .. } | AccountCommand::ReviewEmergency { request, .. },
        ) => Some(request.stream()),
        _ => None,
    }
}

/// What is decided about. Whether a hospital takes a patient is for whose bed it is.
fn about(record: &Record, wish: &Wish) -> About {
    match &wish.command {
        Command::Request(id, RequestCommand::Accept | RequestCommand::Decline { .. }) => {
            let bed = record.requests.get(id).and_then(airbridge_events::Request::bed);
            bed.map_or(About::Offer(OfferId::new("")), |bed| About::Offer(bed.clone()))
        }
        Command::Request(_, RequestCommand::Take { offer } | RequestCommand::Refuse { offer, .. }) => {
            About::Offer(offer.clone())
        }
        _ => wish.about.clone(),
    }
}

/// The row of a request that a command writes.
fn written_row(command: &Command) -> Option<&airbridge_events::Row> {
    match command {
        Command::Request(
            _,
            RequestCommand::Create { row, .. } | RequestCommand::Amend(row) | RequestCommand::Assess(row),
        ) => Some(row),
        _ => None,
    }
}

/// What is decided depends on, beyond the streams that are written.
pub(crate) fn guards(record: &Record, command: &Command) -> Vec<Guard> {
    let seen = Seq(record.seq);
    let names = claims(record, command);
    names.into_iter().map(|name| Guard { name, seen }).collect()
}

pub(crate) fn appends(record: &Record, drafts: &[Draft], provenance: &Provenance) -> Vec<Append> {
    let mut appends: Vec<Append> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for draft in drafts {
        let place = *places.entry(&draft.stream).or_insert_with(|| {
            let expected = match version(record, &draft.stream) {
                0 => Expected::NoStream,
                version => Expected::Version(Version(version)),
            };
            appends.push(Append {
                stream: draft.stream.clone(),
                expected,
                events: Vec::new(),
            });
            appends.len() - 1
        });
        // Only the thing itself has an earlier fact of its own.
        let written = if draft.stream == drafts[0].stream {
            codec::written(draft, provenance)
        } else {
            let provenance = Provenance {
                supersedes: None,
                confirms: None,
                ..provenance.clone()
            };
            codec::written(draft, &provenance)
        };
        appends[place].events.push(written);
    }
    appends
}

pub(crate) fn stream_of(command: &Command) -> String {
    match command {
        Command::Operation(id, _) => id.stream(),
        Command::Request(id, _) => id.stream(),
        Command::Offer(id, _) => id.stream(),
        Command::Clearance(id, _) => id.stream(),
        Command::Mission(id, _) => id.stream(),
        Command::Plan(id, _) => id.stream(),
        Command::Organisation(id, _) => id.stream(),
        Command::Account(id, _) => id.stream(),
    }
}

/// The version of a stream, as the record knows it; 0: there is none.
fn version(record: &Record, stream: &str) -> u64 {
    let Some((of, name)) = stream.split_once('/') else {
        return 0;
    };
    let version = match of {
        "operation" => record
            .operations
            .get(&OperationId::new(name))
            .map(|known| known.version),
        "request" => record.requests.get(&RequestId::new(name)).map(|known| known.version),
        "offer" => record.offers.get(&OfferId::new(name)).map(|known| known.version),
        "clearance" => record
            .clearances
            .get(&ClearanceId::new(name))
            .map(|known| known.version),
        "mission" => record.missions.get(&MissionId::new(name)).map(|known| known.version),
        "plan" => record.plans.get(&PlanId::new(name)).map(|known| known.version),
        "organisation" => record
            .organisations
            .get(&OrganisationId::new(name))
            .map(|known| known.version),
        "account" => record.accounts.get(&AccountId::new(name)).map(|known| known.version),
        _ => None,
    };
    version.unwrap_or(0)
}

fn answer(done: &Done) -> Value {
    json!({ "stream": done.stream, "version": done.version })
}

pub(crate) fn read_answer(answer: &Value) -> Done {
    Done {
        stream: answer["stream"].as_str().unwrap_or_default().to_owned(),
        version: answer["version"].as_u64().unwrap_or(0),
        is_repeated: true,
    }
}
