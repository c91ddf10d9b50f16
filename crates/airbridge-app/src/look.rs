//! Questions: asked of the table of roles, answered from the record, and recorded before the answer goes out.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::Bound;

use airbridge_disclosure::{Decision, Mask, Operation, Role, decide as allowed, seen};
use airbridge_events::Record;

use crate::app::App;
use crate::error::Error;
use crate::subject::About;
use crate::who::{Who, entry};

/// A page of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Page<T> {
    /// In order.
    pub items: Vec<T>,
    /// Where the next one begins; `None`: there is none.
    pub next: Option<String>,
}

/// What a list may show, each with its name, in the order of the names. Those up to the page before may be left out.
pub type Candidates<'r> = Box<dyn Iterator<Item = (String, About)> + 'r>;

/// Everything of a kind, from behind the page before.
pub fn following<'r, K, V>(
    all: &'r BTreeMap<K, V>,
    after: Option<&str>,
    about: impl Fn(K) -> About + 'r,
) -> Candidates<'r>
where
    K: Ord + Clone + Display + for<'a> From<&'a str>,
{
    let from = after.map_or(Bound::Unbounded, |after| Bound::Excluded(K::from(after)));
    let beyond = all.range((from, Bound::Unbounded));
    Box::new(beyond.map(move |(id, _)| (id.to_string(), about(id.clone()))))
}

impl App {
    /// Shows one thing, if whoever asks may see it, with the groups of fields that they see.
    ///
    /// # Errors
    ///
    /// Not there or not theirs, or the store does not answer.
    pub async fn look<T>(
        &self,
        who: &Who,
        operation: Operation,
        about: &About,
        purpose: &str,
        show: impl FnOnce(&Record, &Mask) -> T,
    ) -> Result<T, Error> {
        self.catch_up().await?;
        let found = self.decided(who, operation, about, show);
        let (role, outcome) = match &found {
            Ok(permitted) if permitted.by_emergency => (permitted.role, "shown, in an emergency"),
            Ok(permitted) => (permitted.role, "shown"),
            Err(Error::Forbidden) => (None, "forbidden"),
            Err(_) => (None, "not found"),
        };
        let role = match &found {
            Ok(_) => role.map_or("anybody", Role::word),
            Err(_) => "",
        };
        let (act, now) = (operation.word(), self.now());
        self.audit(vec![entry(Some(who), role, act, &about.id(), purpose, outcome, now)])
            .await?;
        found.map(|permitted| permitted.shown)
    }

    /// A page of those of the candidates that whoever asks may see: first asked, then counted and cut. Each hit is recorded.
    ///
    /// Candidates come in the order of their names; `after` is the name of the last one of the page before.
    ///
    /// # Errors
    ///
    /// The role sees none of the kind, or the store does not answer.
    pub async fn search<T>(
        &self,
        who: &Who,
        operation: Operation,
        (after, limit): (Option<&str>, usize),
        candidates: impl for<'r> FnOnce(&'r Record, Option<&str>) -> Candidates<'r>,
        show: impl Fn(&Record, &About, &Mask) -> Option<T>,
    ) -> Result<Page<T>, Error> {
        self.catch_up().await?;
        let now = self.now();
        let table = &self.inner.table;
        let found = self.see(|record| {
            let mut page = Page {
                items: Vec::new(),
                next: None,
            };
            let mut hits = Vec::new();
            let mut last = None;
            for (name, about) in candidates(record, after) {
                if after.is_some_and(|after| name.as_str() <= after) {
                    continue;
                }
                let Some(subject) = about.subject(record) else { continue };
                let decision = allowed(table, Some(&who.actor), operation, Some(&subject), now);
                let Decision::Allowed { role, .. } = decision else {
                    if matches!(decision, Decision::Forbidden) {
                        return Err(Error::Forbidden);
                    }
                    continue;
                };
                let mask = seen(table, &who.actor, operation, &subject, now);
                let Some(item) = show(record, &about, &mask) else {
                    continue;
                };
                if page.items.len() == limit {
                    page.next = last;
                    break;
                }
                let role = role.map_or("anybody", airbridge_disclosure::Role::word);
                hits.push(entry(Some(who), role, operation.word(), &about.id(), "", "hit", now));
                page.items.push(item);
                last = Some(name);
            }
            Ok((page, hits))
        });
        // A role that never does it is told so, whether there is anything or not.
        if allowed(table, Some(&who.actor), operation, None, now) == Decision::Forbidden || found.is_err() {
            self.audit(vec![entry(Some(who), "", operation.word(), "", "", "forbidden", now)])
                .await?;
            return Err(Error::Forbidden);
        }
        let (page, mut entries) = found?;
        let (role, outcome) = (self.right(who, operation), format!("{} hits", entries.len()));
        entries.push(entry(Some(who), role, operation.word(), "", "", &outcome, now));
        self.audit(entries).await?;
        Ok(page)
    }
}
