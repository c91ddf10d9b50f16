# Beds: what is offered, who has it; and what a receiving hospital has to do.

offers-map = Beds by facility, specialty and day
offers-table = Offers of beds
offers-offer = Offer
offers-one = Offer { $offer }
offers-facility = Facility
offers-specialty = Specialty
offers-country = Country
offers-beds = Beds
offers-free = Free
offers-free-of = { $free } of { $total ->
        [one] { $total } bed free
       *[other] { $total } beds free
    }
offers-no-beds = no beds
offers-sum = { $offers ->
        [one] { $offers } offer
       *[other] { $offers } offers
    }, { $free } of { $total ->
        [one] { $total } bed free
       *[other] { $total } beds free
    } now
offers-state = State
offers-first-day = First day of arrival
offers-last-day = Last day of arrival
offers-arrivals = Arrivals
offers-days = arrivals from { $from } to { $to }
offers-days-hint = This day included, in the facility’s time
offers-expires = Good until
offers-expires-hint = After this nobody is sent. Your time zone: { $zone }
offers-no-expiry = no end
offers-conditions = Conditions
offers-conditions-hint = In words, for the centre. No names of patients.
offers-isolation = Takes patients in isolation
offers-companions = Companions for each patient, at most
offers-companions-hint = Empty: no limit. 0: none.
offers-sex = For patients of this sex
offers-sex-both = both
offers-age-from = Least age in years
offers-age-to = Greatest age in years
offers-stay = Expected stay in days
offers-yes = yes
offers-no = no
offers-not-said-no = not said (no)
offers-choose = Choose
offers-more = More: good until, limits, conditions
offers-beds-taken = { $taken ->
        [one] { $taken } is taken
       *[other] { $taken } are taken
    }

offers-today = today
offers-key = What the shades mean
offers-key-none = none free
offers-key-some = some free
offers-key-all = all free
offers-key-days = Free/all. A bed that is given counts as taken on every day of its offer.
offers-filter = Choose what is shown
offers-view = How to look at the beds
offers-view-map = By day
offers-view-list = By offer
offers-any = all
offers-only-free = Only with free beds
offers-none-such = No offer is like this.
offers-show-all = Show all
offers-empty = No beds have been offered yet. Hospitals offer them here; a plan needs them.
offers-empty-own = You have offered no beds yet. Offer some, and the centre can ask you to take patients.
offers-nobody = Nobody has a bed of it.
offers-held = Kept: { $count }
offers-held-until = until
offers-confirmed = Accepted: { $count }
offers-consumed = In bed: { $count }
offers-says = What is offered
offers-why-withdrawn = Taken back because:
offers-to-all = All beds of the operation

offers-new = Offer beds
offers-promise = Promise these beds
offers-no-facility = No facility is written down for your organisation. Ask an administrator to add it.
offers-change = Change
offers-change-title = Change offer { $offer }
offers-discard = Leave as it was
offers-clash = { $column }: you say “{ $mine }”, somebody else has said “{ $theirs }”.
offers-theirs = { $column } is now “{ $theirs }”.
offers-take-theirs = Take theirs
offers-merge-says = What you have typed is kept. Look it over, and save again.
offers-withdraw = Take back
offers-withdraw-title = Take back offer { $offer }
offers-withdraw-says = { $free ->
        [one] { $free } free bed is taken back.
       *[other] { $free } free beds are taken back.
    } Say why, so that the centre can plan without them.
offers-withdraw-taken = Accepted patients stay accepted ({ $confirmed }). Beds that are only kept ({ $held }) cannot be accepted any more.
offers-reason = Reason

offers-fault-needed = This is needed.
offers-fault-beds = A whole number of beds, at least 1.
offers-fault-taken = { $taken ->
        [one] { $taken } bed is taken: it cannot be fewer.
       *[other] { $taken } beds are taken: it cannot be fewer.
    }
offers-fault-days = The last day is before the first.
offers-fault-companions = A whole number from 0 to 20.
offers-fault-age = Whole years from 0 to 125.
offers-fault-ages = The greatest age is below the least.
offers-fault-stay = Whole days from 1 to 3650.

needs-number = Need { $number }
needs-asked = You are asked to take ({ $count })
needs-asked-none = Nobody asks you at present. When the centre asks for one of your beds, the patient appears here without a name, with the time by which it needs an answer.
needs-answer-by = Answer by
needs-age = { $from }–{ $to } years
needs-also = or also: { $specialties }
needs-ventilated = ventilated
needs-oxygen = oxygen { $litres } l/min
needs-bariatric = needs the space of two litters
needs-medical-attendants = { $count ->
        [one] { $count } medical attendant
       *[other] { $count } medical attendants
    }
needs-companions = { $count ->
        [one] { $count } companion
       *[other] { $count } companions
    }
needs-stay = { $days ->
        [one] stays about { $days } day
       *[other] stays about { $days } days
    }
needs-bed-kept = Bed that is kept for this patient:
needs-bed-asked = Bed that is asked for:
needs-first-takes = Several hospitals are asked: the first to accept takes the patient.
needs-which-offer = Which of your offers
needs-accept = Accept
needs-yes-take = Yes, we take this patient
needs-not-yet = Not yet
needs-accepted = You take { $number }. The name can be seen now.
needs-decline = Decline
needs-decline-title = Decline { $number }
needs-declined = Declined: { $number }. The centre looks for another bed.
needs-cannot = We cannot take this patient after all
needs-more = Show more ({ $count })
needs-why = Why
needs-note = Note
needs-note-hint = For the centre. No names.
needs-arriving = On the way to you ({ $count })
needs-arriving-none = Nobody is on the way to you.
needs-arrives = Arrives
needs-no-time = no time of arrival yet
needs-conditions = In flight:
needs-bed = Bed:
needs-arrived = Arrived: sign for them ({ $count })
needs-arrived-says = The patient is yours from your signature on. Compare two identifiers first.
needs-sign-open = Sign the handover
needs-sign = Sign
needs-signatory = Who signs
needs-signatory-hint = Name and function
needs-condition = Condition on arrival
needs-condition-hint = In words of your own
needs-documents = Documents and belongings received
needs-documents-hint = What came with the patient, or what is missing
needs-signed-for = Signed for { $number }.
needs-signed = Signed for ({ $count })
needs-own-beds = Your beds
