//! Passwords of accounts: the first one, another one, and invitations to choose one.
//!
//! The record says that there is a password and who has chosen it; the hash lies in the vault. Both are written in one commit.

use airbridge_disclosure::Role;
use airbridge_events::{Account, AccountCommand, AccountId, By, Command, OrganisationId, Password, ProofCommand};
use airbridge_store::{AuditDraft, VaultChange};
use jiff::Timestamp;

use crate::accounts::Token;
use crate::app::{App, hex};
use crate::beside::beside;
use crate::error::Error;
use crate::once::OnceKey;
use crate::password::{self, Known, LEAST_ALONE, LEAST_BESIDE};
use crate::settle::{Along, MACHINE, machine};
use crate::who::{Who, entry};

/// An invitation to choose a password: shown once, kept only as a digest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// To be handed over to the owner of the account, and to nobody else.
    pub token: Token,
    /// It is good until then.
    pub until: Timestamp,
    /// To be committed with the event that says that there is one.
    pub kept: VaultChange,
}

/// A password on its way into the record and the vault.
#[derive(Clone, Debug)]
pub struct NewPassword {
    /// For the record.
    pub known: Password,
    /// For the vault.
    pub kept: VaultChange,
}

/// Where the vault keeps the digest of an invitation.
fn invitation_place(id: &AccountId) -> String {
    format!("{}/invitation", id.stream())
}

/// Leaves nothing in a place of the vault. Not an erasure, after which a database is made to tidy up: what was there is worth nothing any more.
pub(crate) fn spent(place: String) -> VaultChange {
    VaultChange::Put {
        person: place,
        sealed: Vec::new(),
        key: [0; 32],
    }
}

/// Who acts for themselves.
pub(crate) fn oneself(id: &AccountId, account: &Account, by: &str) -> By {
    By {
        account: id.clone(),
        organisation: account.organisation.clone(),
        authority: by.to_owned(),
    }
}

/// An entry of the audit in which an account is both who acts and what it is about.
pub(crate) fn own_entry(id: &AccountId, account: &Account, act: &str, outcome: &str, at: Timestamp) -> AuditDraft {
    AuditDraft {
        actor: id.to_string(),
        organisation: account.organisation.to_string(),
        ..entry(None, "", act, &id.stream(), "", outcome, at)
    }
}

impl App {
    /// A first password for an account that is about to be opened, chosen by somebody else: good for choosing another.
    ///
    /// # Errors
    ///
    /// It is too easy to guess.
    pub async fn first_password(
        &self,
        id: &AccountId,
        login: &str,
        organisation: &str,
        password: &str,
    ) -> Result<NewPassword, Error> {
        let known = Known { login, organisation };
        let mut new = self.new_password(id, known, LEAST_ALONE, password).await?;
        new.known.is_temporary = true;
        Ok(new)
    }

    /// The key of a request with a password in it. A digest of the body alone would be a quick way to guess at the password.
    ///
    /// # Errors
    ///
    /// Hashing has failed.
    pub async fn stretched(&self, who: &Who, (key, _): OnceKey, rest: &str, password: &str) -> Result<OnceKey, Error> {
        let salt = crate::digest(format!("{} {key}\n{rest}", who.account()).as_bytes());
        let digest = self.hashed(password.to_owned(), move |password| {
            password::stretched(&password, &salt)
        });
        Ok((key, digest.await?))
    }

    async fn new_password(
        &self,
        id: &AccountId,
        known: Known<'_>,
        least: usize,
        password: &str,
    ) -> Result<NewPassword, Error> {
        let stands_alone = password::acceptable(password, least, known)?;
        let hash = self
            .hashed(password.to_owned(), |password| password::hash(&password))
            .await?;
        Ok(NewPassword {
            known: Password {
                is_temporary: false,
                stands_alone,
            },
            kept: VaultChange::Put {
                person: id.stream(),
                sealed: hash.into_bytes(),
                key: [0; 32],
            },
        })
    }

    /// A password for an account that is there, by what else the account has.
    async fn password_for(&self, id: &AccountId, password: &str) -> Result<(NewPassword, Account), Error> {
        let account = self.see(|record| record.account(id).cloned())?;
        let least = match account.proofs.second_factor {
            Some(_) => LEAST_BESIDE,
            None => LEAST_ALONE,
        };
        let known = Known {
            login: &account.login,
            organisation: account.organisation.as_str(),
        };
        let new = self.new_password(id, known, least, password).await?;
        Ok((new, account))
    }

    /// Opens an account with a password that its owner has chosen.
    ///
    /// # Errors
    ///
    /// The login is taken, the organisation unknown, roles do not go together, or the password is too easy. Nothing is there then.
    pub async fn open_account(
        &self,
        login: &str,
        password: &str,
        organisation: &OrganisationId,
        roles: &[Role],
    ) -> Result<AccountId, Error> {
        let id = AccountId::new(&self.random_text()[..16]);
        let known = Known {
            login,
            organisation: organisation.as_str(),
        };
        let new = self.new_password(&id, known, LEAST_ALONE, password).await?;
        let command = opening(login, organisation, roles, Some(new.known));
        self.by_machine(&Command::Account(id.clone(), command), vec![new.kept])
            .await?;
        Ok(id)
    }

    /// Opens an account whose owner will choose a password by an invitation.
    ///
    /// # Errors
    ///
    /// As [`App::open_account`].
    pub async fn invite_new(
        &self,
        login: &str,
        organisation: &OrganisationId,
        roles: &[Role],
    ) -> Result<Invitation, Error> {
        let id = AccountId::new(&self.random_text()[..16]);
        let command = opening(login, organisation, roles, None);
        self.as_machine(&Command::Account(id.clone(), command)).await?;
        self.invite(&id).await
    }

    /// Invites the owner of an account to choose a password, as whoever runs the machine.
    ///
    /// # Errors
    ///
    /// There is no such account.
    pub async fn invite(&self, id: &AccountId) -> Result<Invitation, Error> {
        let invitation = self.invitation(id);
        let until = invitation.until;
        let command = Command::Account(id.clone(), AccountCommand::Prove(ProofCommand::Invite { until }));
        self.by_machine(&command, vec![invitation.kept.clone()]).await?;
        Ok(invitation)
    }

    /// An invitation, not recorded yet.
    pub fn invitation(&self, id: &AccountId) -> Invitation {
        let token = format!("{id}.{}", hex(&self.inner.outside.random()));
        let lasts = self.inner.table.invitation;
        Invitation {
            kept: VaultChange::Put {
                person: invitation_place(id),
                sealed: crate::digest(token.as_bytes()).to_vec(),
                key: [0; 32],
            },
            until: self.now().saturating_add(lasts).expect("a span of hours"),
            token: Token(token),
        }
    }

    /// Takes the password that an invitation was for.
    ///
    /// # Errors
    ///
    /// There is no such invitation, or not any more; or the password is too easy.
    pub async fn accept_invitation(
        &self,
        token: &str,
        password: &str,
        address: Option<std::net::IpAddr>,
    ) -> Result<(), Error> {
        self.catch_up().await?;
        let attempt = self.inner.throttle.begin(None, address, self.now())?;
        let id = token.split_once('.').map_or("", |(id, _)| id);
        let id = AccountId::new(id);
        let kept = self.store().vault_get(&invitation_place(&id)).await?;
        // Of random bytes the digests may be compared in plain sight.
        let digest = crate::digest(token.as_bytes());
        let is_known = kept.is_some_and(|entry| entry.sealed == digest);
        let account = self.see(|record| record.accounts.get(&id).cloned());
        let Some(account) = account.filter(|_| is_known) else {
            self.note_login(None, "unknown invitation", self.now()).await?;
            return Err(Error::WrongInvitation);
        };
        self.inner.throttle.right(attempt);
        let (new, _) = self.password_for(&id, password).await?;
        let along = Along {
            audit: own_entry(&id, &account, "self.password", "set by invitation", self.now()),
            vault: vec![new.kept, spent(invitation_place(&id))],
            once: None,
        };
        let command = AccountCommand::Prove(ProofCommand::AcceptInvitation(new.known));
        let by = oneself(&id, &account, "invitation");
        match self
            .settle(&by, Some(&Command::Account(id.clone(), command)), &along)
            .await
        {
            // Its end has come, or another was faster: nobody is told which.
            Err(Error::Refused(_)) => Err(Error::WrongInvitation),
            done => done.map(drop),
        }
    }

    /// Sets a password as whoever runs the machine, and ends all sessions of the account.
    ///
    /// # Errors
    ///
    /// It is too easy to guess.
    pub async fn set_password(&self, id: &AccountId, password: &str) -> Result<(), Error> {
        let (new, _) = self.password_for(id, password).await?;
        let along = Along {
            audit: entry(None, MACHINE, "self.password", &id.stream(), "", "set", self.now()),
            vault: vec![new.kept],
            once: None,
        };
        self.take_password(&machine(), id, new.known, &along).await
    }

    /// Changes one's own password, and ends all sessions of the account.
    ///
    /// # Errors
    ///
    /// The old one is wrong, or the new one too easy or the same.
    pub async fn change_password(&self, who: &Who, old: &str, new: &str) -> Result<(), Error> {
        let id = who.account();
        self.prove_password(&id, old).await?;
        if old == new {
            return Err(Error::invalid("the new password is the old one", "/new"));
        }
        let (new, account) = self.password_for(&id, new).await?;
        let along = Along {
            audit: own_entry(&id, &account, "self.password", "set", self.now()),
            vault: vec![new.kept],
            once: None,
        };
        self.take_password(&oneself(&id, &account, "password"), &id, new.known, &along)
            .await?;
        who.noted();
        Ok(())
    }

    async fn take_password(&self, by: &By, id: &AccountId, known: Password, along: &Along) -> Result<(), Error> {
        let command = AccountCommand::Prove(ProofCommand::SetPassword(known));
        self.settle(by, Some(&Command::Account(id.clone(), command)), along)
            .await?;
        // They have ended by what the record says now; this only tidies up.
        self.store().end_sessions_of(id.as_str()).await?;
        Ok(())
    }

    /// Asks for the password of somebody who is logged in already.
    ///
    /// # Errors
    ///
    /// It is wrong, or was tried too often.
    pub(crate) async fn prove_password(&self, id: &AccountId, password: &str) -> Result<(), Error> {
        let login = self.see(|record| record.account(id).map(|account| account.login.clone()))?;
        let attempt = self.inner.throttle.begin(Some(&login), None, self.now())?;
        if !self.is_password(&id.stream(), password).await? {
            return Err(Error::WrongPassword);
        }
        self.inner.throttle.right(attempt);
        Ok(())
    }

    /// Whether a password is the one of a place in the vault. Where there is none, as much is computed.
    pub(crate) async fn is_password(&self, place: &str, password: &str) -> Result<bool, Error> {
        let kept = self.store().vault_get(place).await?;
        let kept = kept.and_then(|entry| String::from_utf8(entry.sealed).ok());
        self.hashed(password.to_owned(), move |password| {
            password::verify(&password, kept.as_deref())
        })
        .await
    }

    /// Hashes beside the other work, few at once.
    async fn hashed<T: Send + 'static>(
        &self,
        password: String,
        work: impl FnOnce(String) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let _one_of_few = self.inner.hashing.acquire().await.expect("it is never closed");
        beside("hashing a password has failed", move || work(password)).await
    }
}

fn opening(login: &str, organisation: &OrganisationId, roles: &[Role], password: Option<Password>) -> AccountCommand {
    AccountCommand::Open {
        organisation: organisation.clone(),
        login: login.to_owned(),
        roles: roles.iter().map(|role| role.word().to_owned()).collect(),
        password,
    }
}
