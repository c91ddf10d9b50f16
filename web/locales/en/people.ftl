# Accounts, roles and organisations, and what administrators do with them.

people-lead = You run the system. Patients are not shown to you.
people-lead-audit = Who holds which role, and where.
people-side = What is listed
people-accounts = Accounts
people-organisations = Organisations
people-account = Account
people-all = All accounts
people-all-organisations = All organisations
people-count = { $shown ->
        [one] { $shown } account of { $all }
       *[other] { $shown } accounts of { $all }
    }
people-seek = Search
people-seek-hint = Login, organisation or id
people-any = Any
people-none-found = No account is like that.
people-no-accounts = There are no accounts here yet.
people-no-organisations = There are no organisations yet. Take one in before you open accounts.
people-organisation-first = An account belongs to an organisation. Take one in first.
people-role = Role
people-roles = Roles
people-no-roles = No roles
people-standing = Standing
people-standing-active = In use
people-standing-invited = Invited
people-standing-late = Invitation ran out
people-standing-suspended = Suspended
people-invited-until = Invited until
people-account-id = Id of the account
people-in-audit = What this account has done and seen

people-open = Open an account
people-open-and-invite = Open and invite
people-login-hint = What this person will log in with. It stays.
people-login-taken = Somebody logs in with that already.
people-choose = Choose …
people-opened = The account { $login } is open.
people-to-account = Go to the account
people-invite-there = The account is open. Make the invitation on its page.
people-invited = Invitation for { $login }
people-invited-says = This link is shown only now. Give it to the owner of the account, and to nobody else, by a safe way. Whoever opens it chooses the password.
people-invitation-link = Link
people-good-until = Good until
people-copy = Copy
people-copied = Copied

people-not-beside = Not together with: { $roles }
people-apart = These roles are never held together.
people-pair = { $role } and { $other }:
people-apart-adopt = whoever proposes a plan does not adopt it.
people-apart-endorse = whoever writes a request does not endorse it.
people-apart-fit = whoever wants a patient moved does not say that the patient is fit to fly, nor how urgent it is.
people-apart-bed = whoever asks for a bed does not answer; an acceptance is the hospital's word.
people-apart-approve = the operator accepts a task; whoever approves the mission does not.
people-apart-patients = the administrator reads no patients.
people-apart-looks = whoever gives roles, and can write to the machine, does not look into who has looked at whom.
people-apart-part = nobody audits what they take part in.
people-apart-review = nobody audits what they take part in, nor reviews an emergency access beside whoever opened it.
people-apart-public = whoever speaks to the public sees no identity.

people-own = This is your own account. Nobody changes their own roles, suspends themselves, or resets their own second factor: another administrator does that. Your password and second factor are under your account.
people-save-roles = Save the roles
people-saved = Saved.
people-changed-meanwhile = Somebody else has changed this while you were at it.
people-stale = Somebody else has changed this account meanwhile. It has been read again: look at it, then do this once more.
people-roles-were = When you began:
people-roles-are = Now:
people-roles-both = With your changes on top:
people-put-on-top = Put my changes on top
people-take-theirs = Take theirs
people-keep-mine = Keep what I have typed

people-why = Reason
people-invite = New invitation
people-invite-says = The owner chooses a password by a link that is shown to you once. An older invitation is not good any more.
people-suspend = Suspend
people-suspend-says = The account can do nothing from now on, and its sessions end. What it has done stays in the record.
people-reinstate = Let it act again
people-reinstate-says = The account can log in again, with the roles that it has.
people-factor = Second factor
people-factor-there = Enrolled
people-factor-none = None
people-factor-is = A code is asked for at each login.
people-factor-is-not = The account is protected by its password alone. Its owner enrols a second factor under their own account.
people-reset = Forget the second factor
people-reset-says = For somebody who has lost the device and all recovery codes. Make sure that it is really this person. All sessions of the account end; the reason is kept in the record.
people-sign-on = Single sign-on
people-not-linked = Not linked with the organisation's sign-on.
people-no-sign-on = This server is not set up for another sign-on yet. Links made now are good once it is.
people-link = Link
people-unlink = Unlink
people-unlink-says = This person can no longer log in by the organisation's sign-on. A password stays as it is.
people-issuer = Issuer
people-issuer-hint = As the sign-on calls itself, with https://
people-subject = Subject
people-subject-hint = As it calls this person (sub); never a name or address that may pass to somebody else

people-new-organisation = New organisation
people-organisation-id = Short name
people-organisation-id-hint = In lower case and without spaces, such as ministry. It stays.
people-organisation-known = There is one with that already.
people-name = Name
people-facilities = Facilities
people-facilities-hint = Ids in the tables, one a line. A facility belongs to one organisation only.
people-operators = Operators
people-operators-hint = Names of operators of aircraft in the tables, one a line
people-known = What is known
people-describe = Change
people-none = None

people-end-token = End a token
people-end-token-says = A token that was found where it should not be is ended at once, whoever's it is. Machines that use it are refused from then on.
people-end-token-by = By what
people-token-id = Id of the token
people-token-itself = The token itself
people-token-ended = The token is ended.
