# The audit: the trail, the chains, emergency accesses.

task-look-at-the-emergency-access = Review an emergency access

audit-lead = Who has done and seen what, and whether the record of it holds. Your own looking is in it too.
audit-lead-verify = Whether the record of what was done and seen holds. Its entries are shown to auditors only.
audit-print = Print

audit-chains = Chains
audit-chains-says = Each entry of the audit, and each fact of the record, is chained to the one before. The check finds whatever was changed, taken out, moved or cut off.
audit-verify = Verify the chains
audit-verify-again = Verify again
audit-verifying = Everything is being read and held against the chains. That may take a while.
audit-sound = Both chains hold.
audit-unsound = A chain does not hold.
audit-unsound-do = Change nothing on the server. Keep a copy of its store and tell those who answer for it.
audit-heads = { $count ->
        [one] The end of the chain has been signed { $shown } time.
       *[other] The end of the chain has been signed { $shown } times.
    }
audit-chain-audit = Audit
audit-chain-log = Record

audit-reviews = Emergency accesses to review
audit-no-reviews = No emergency access waits for a review.
audit-access-reason = Reason given:
audit-access-until = Access until
audit-what-was-seen = What was done and seen by it
audit-review = Review
audit-review-says = Look first at what was done and seen. What you say here stands in the record and cannot be taken back.
audit-justified-question = Was it right?
audit-justified = Justified
audit-not-justified = Not justified
audit-note = What you found
audit-note-hint = Without names and diagnoses
audit-record-review = Record the review

audit-trail = Trail
audit-newer = Look for newer ones
audit-older = Load more
audit-all = Load all
audit-stop = Stop
audit-progress = Loaded of all entries
audit-loaded = { $loaded } of { $count } entries loaded, the newest first.
audit-found = { $count ->
        [one] { $shown } of them is like that.
       *[other] { $shown } of them are like that.
    }
audit-sought-in-part = The search runs over what is loaded. Load all to search in everything.
audit-none-found = No entry among those loaded is like that.
audit-printed = Only the first { $count } entries are printed.
audit-sought = Sought:
audit-clear = Clear

audit-number = No.
audit-at = When
audit-actor = Who
audit-actor-hint = Login or id of an account
audit-act = Act
audit-subject = About
audit-subject-hint = Such as request/… or a part of an id
audit-purpose = Purpose
audit-outcome = Outcome
audit-from = From day (UTC)
audit-to = To day (UTC)
audit-machine = The system
audit-emergency = Emergency
audit-hits = { $count ->
        [one] { $shown } hit
       *[other] { $shown } hits
    }
audit-outcome-done = Done
audit-outcome-repeated = Repeated
audit-outcome-shown = Shown
audit-outcome-hit = Shown as a hit
audit-outcome-hits = Hits
audit-outcome-streamed = Told live
audit-outcome-forbidden = Forbidden
audit-outcome-not-found = Not found
audit-outcome-stale = Out of date
audit-outcome-refused = Refused
audit-outcome-logged-in = Logged in
audit-outcome-logged-in-by-a-recovery-code = Logged in by a recovery code
audit-outcome-logged-out = Logged out
audit-outcome-wrong-password = Wrong password
audit-outcome-wrong-code = Wrong code
