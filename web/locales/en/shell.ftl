# The frame, logging in, and words that every page uses.

skip-to-main = Skip to the main part
nav-label = Where to go
operation = Operation
organisation = Organisation
own-menu = My account and settings
own-account = My account
language = Language
theme = Colours
theme-auto = As this device
theme-light = Light
theme-dark = Dark
close = Close
cancel = Cancel
save = Save
loading = Loading
nothing = There is nothing here yet.
try-again = Try again

nav-start = Start
    .says = What is due for me
nav-requests = Requests
    .says = Patients who need to be moved, and where each stands
nav-needs = Needs and arrivals
    .says = Patients we are asked to take, and those who are coming
nav-offers = Beds
    .says = Beds by hospital, specialty and day
nav-clearances = Clearances
    .says = Permits of states, and which missions wait for them
nav-plans = Plans
    .says = Plan, compare, explain, adopt
nav-watch = Watch
    .says = Missions under way, and reports from them
nav-people = People
    .says = Accounts, roles and organisations
nav-audit = Audit
    .says = Who has done and seen what
nav-figures = Figures
    .says = Counts that may be told in public

log-in = Log in
log-out = Log out
log-in-sign-on = Log in with my organisation
login = Login
password = Password
second-factor-code = Code
second-factor-code-hint = From your app, or a recovery code
demonstration-says = This is a demonstration with synthetic people. Choose a role to look around:
unreachable = The server does not answer
unreachable-says = The link may be down. What you have reported on this device is kept, and sent when the link is back.
not-found = Nothing here
not-found-says = There is nothing at this address, or it is not for you.
must-change = Choose another password
must-change-says = Somebody else has chosen your password. Choose another one, which only you know, to go on.
change-password = Change the password
password-old = Present password
password-new = New password
password-new-hint = A long one: several words are better than signs
password-again = New password once more
password-differs = The two are not the same
invitation = Invitation
invitation-done = Your password is set. You can log in now.

link-connecting = Connecting
link-open = Live
link-lost = No link
link-lost-since = No link for { $age }
outbox-waiting = { $count ->
        [one] { $count } report not sent
       *[other] { $count } reports not sent
    }
outbox-refused = { $count ->
        [one] { $count } report refused
       *[other] { $count } reports refused
    }

span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } d { $hours } h
age-ago = { $span } ago
age-in = in { $span }
age-late = { $span } late

due = Due
deadline = By
due-for-me = Due for me
nothing-due = Nothing is due for you.
start-with = Begin with
what-to-do = What to do
request = Request

problem-offline = There is no link to the server.
problem-unreadable = The server's answer cannot be read.
problem-bug = Something has gone wrong in this page.
problem-bad-request = The server could not read what was sent.
problem-invalid = Something said is not sensible.
problem-cross-site = The server took this for another site's doing.
problem-precondition-required = The version is missing.
problem-busy = The server is busy. Try again in a moment.
problem-unknown = Something that is named is not there.
problem-exists = There is one already.
problem-wrong-state = This is not possible from the present state.
problem-condition = A condition for this does not hold.
problem-full = Nothing is left of it.
problem-findings = What was sent has errors.
problem-internal = The server has failed.
problem-anonymous = You are not logged in any more.
problem-not-found = There is no such thing, or it is not for you.
problem-forbidden = This is not for your role.
problem-wrong-password = Login or password is wrong.
problem-second-factor = A code of the second factor is needed.
problem-wrong-code = The code is wrong. Each code is taken once: wait for the next.
problem-wrong-invitation = The invitation is not good any more. Ask an administrator for another.
problem-password-change-needed = Another password is needed first.
problem-sign-on = Logging in with your organisation has failed.
problem-issuer-away = Your organisation's sign-on does not answer.
problem-not-linked = No account here is linked with yours there.
problem-not-configured = The server was not set up for this.
problem-throttled = Too many attempts. Wait a little.
problem-stale = Somebody has changed it since you read it.
problem-key-reused = The same key was used for something else.
problem-already-made = It was made already.
problem-unavailable = The server's store does not answer.
