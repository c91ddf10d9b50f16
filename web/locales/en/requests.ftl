# Requests: the list, writing one, reading one, and the steps.

## The list: board and table.

requests-view = How to look at them
requests-board = Board
requests-table = Table
requests-print = Print
requests-new = New request
requests-loaded = { $count } read so far
requests-none = There are no requests that you may see.
requests-none-passes = No request passes the filter.
requests-counted = { $count ->
        [one] { $shown } request of { $all }
       *[other] { $shown } requests of { $all }
    }
requests-counted-all = { $count ->
        [one] { $shown } request
       *[other] { $shown } requests
    }
requests-filter = Filter
requests-filter-none = Show all
requests-filter-text = Text or number
requests-filter-state = State
requests-filter-all = All
requests-filter-stage = { $stage }: all
requests-filter-grade = Precedence
requests-filter-deadline = Deadline
requests-deadline-step-late = Next step is late
requests-deadline-step-day = Next step due within 24 h
requests-deadline-bed-late = Late for a bed
requests-deadline-bed-day = In a bed within 24 h
requests-stage-submit = To submit
requests-stage-authority = With the authority
requests-stage-surgeon = With the flight surgeon
requests-stage-bed = Needs a bed
requests-stage-asked = Bed asked for
requests-stage-agreed = Accepted
requests-stage-planned = Planned
requests-stage-way = On the way
requests-stage-arrived = Arrived
requests-stage-over = Over
requests-stage-hidden = State not shown to you
requests-late = { $count ->
        [one] { $count } step late
       *[other] { $count } steps late
    }
requests-show-all = { $count ->
        [one] Show { $shown } in the table
       *[other] Show all { $shown } in the table
    }
requests-bed = In a bed:
requests-asked = { $count ->
        [one] { $count } offer is asked
       *[other] { $count } offers are asked
    }
requests-due = Next step
requests-destination = Destination
requests-arrival = Arrival

## Writing a request.

requests-new-lead = What is marked * is needed to submit it. The rest can follow.
requests-made-already = The request is saved already; what followed has failed. Sending again goes on from there. It can be read here:
requests-kept = What you had typed before is still here. It is kept in this window only.
requests-begin-anew = Begin anew
requests-new-patient = The patient
requests-no-names = No names here: they have their own group below.
requests-zone = Time zone of the origin
requests-zone-hint = All times below are on its clocks.
requests-other-origin = Another facility than those in the list
requests-unplanned = It can be submitted, but no way can be planned until this is known:
requests-save-submit = Save and submit
requests-save-draft = Save as a draft
requests-fault-missing = This is needed.
requests-fault-number = A number is needed here.
requests-fault-range = Between { $min } and { $max }.
requests-fault-states = Two letters for each state, separated by spaces, such as EG RU.
requests-fault-two = Two of them have to be compared.
requests-fault-again = This is not the number of the request.
requests-choose = Choose
requests-yes = Yes
requests-no = No
requests-filled = { $count } of { $all } filled in
requests-alike = { $count ->
        [one] { $count } open request looks alike
       *[other] { $count } open requests look alike
    }
requests-alike-says = Is it the same patient? Look before you go on: two requests for one patient take two beds.
requests-years = { $age } years
requests-kg = { $mass } kg
requests-since = since
requests-another-patient = I have looked: it is another patient
requests-basis = On what basis is the patient moved?
requests-basis-patient = The patient consents
requests-basis-guardian = The guardian or the next of kin consents
requests-basis-vital = Vital interests: the patient cannot consent
requests-basis-other = Another lawful basis
requests-basis-which = Which basis
requests-note = Note

## Who a patient is.

requests-identity = Identity
requests-identity-sealed = Sealed, and kept apart from the record: only those who treat, carry or receive the patient may look, and each look is written down.
requests-identity-audited = Each look at it is written down, with your name and what for.
requests-identity-show = Show identity
requests-identity-hide = Hide
requests-identity-correct = Correct the identity
requests-identity-none = Nothing is recorded of who the patient is.
requests-identity-family-name = Family name
requests-identity-given-name = Given name
requests-identity-date-of-birth = Date of birth
requests-identity-nationality = Nationality
requests-identity-document = Document and its number
requests-identity-contact = Contact of the next of kin
requests-purpose = What for
requests-purpose-none = Not told
requests-purpose-treatment = Treatment
requests-purpose-check = Identity check before a step
requests-purpose-papers = Exit or entry papers
requests-purpose-family = Question of the family
requests-purpose-duplicate = Possible duplicate
requests-purpose-correction = Correction
requests-erase = Erase the identity
requests-erase-says = The key is destroyed: nobody can ever read again who the patient was. The request stays, under its pseudonym.
requests-erased = The identity is erased.
requests-type-again = To be sure, type { $id }

## One request.

requests-one = Request { $id }
requests-all = All requests
requests-report-waits = Not sent yet: { $step }
requests-report-refused = Refused by the server: { $step }
requests-report-collect = { $id } fetched from the ward
requests-report-enplane = { $id } on board
requests-report-deplane = { $id } off the aircraft
requests-report-stage = { $id } in a staging facility
requests-report-deliver = { $id } brought to a facility
requests-outbox = See what is not sent
requests-patient = Patient
requests-nothing-seen = Your role sees nothing of the patient here.
requests-standing = Where it stands
requests-way = The way of the request
requests-state = State
requests-why = Why
requests-seen-again = Seen again by
requests-answer-by = Hospital answers by
requests-fit = Fit to fly
requests-fit-over = It has run out.
requests-until = until
requests-conditions = Conditions in flight
requests-queued = In the queue since
requests-departure = Departure
requests-departure-confirmed = The origin has confirmed that the patient left.
requests-departure-open = The origin has not confirmed yet that the patient left.
requests-return-of = Return of
requests-returned-by = Way home
requests-group-patient = Patient and need
requests-group-care = Care on the way
requests-group-clinical = Clinical
requests-group-flight = Flight
requests-group-destination = Destination and consent
requests-group-companions = Companions
requests-group-dates = Dates
requests-in-years = { $value } years
requests-in-kg = { $value } kg
requests-in-litres = { $value } l/min
requests-in-feet = { $value } ft
requests-in-minutes = { $value } min
requests-in-days = { $value } d
requests-hours = { $hours } h
requests-going = Destination and way
requests-nowhere = Not known yet
requests-offer = Bed of offer
requests-outside = outside the network
requests-delivered-to = Delivered to
requests-missions = Missions
requests-unplanned-yet = Not planned yet
requests-aboard = on board
requests-waits-at = Waits at
requests-plan = Plan

## History.

requests-history = History
requests-history-all = Show all { $count }
requests-account = account
requests-me = me
requests-recorded = Recorded { $span } later:
requests-superseded-by = replaced by { $fact }
requests-supersedes = replaces { $fact }
requests-confirms = confirms { $fact }
requests-confirmed-by = confirmed by { $fact }
requests-replace = Replace
requests-confirm = Confirm
requests-replace-fact = Replace { $fact }: { $kind }
requests-confirm-fact = Confirm { $fact }: { $kind }
requests-fact-created = Begun
requests-fact-amended = Changed
requests-fact-submitted = Submitted
requests-fact-returned = Returned
requests-fact-endorsed = Endorsed
requests-fact-cleared = Cleared to fly
requests-fact-deferred = Deferred
requests-fact-offered = Bed asked for
requests-fact-broadcast = Several hospitals asked
requests-fact-accepted = Accepted
requests-fact-declined = Declined
requests-fact-unplaced = Question or bed taken back
requests-fact-assessed = Assessed
requests-fact-planned = Planned
requests-fact-unplanned = Taken out of the plan
requests-fact-manifested = Put on the manifest
requests-fact-collected = Collected
requests-fact-staged = In a staging facility
requests-fact-enplaned = Taken on board
requests-fact-deplaned = Taken off
requests-fact-departure-confirmed = Departure confirmed
requests-fact-delivered = Delivered
requests-fact-handed-over = Handed over
requests-fact-closed = Closed
requests-fact-withdrawn = Withdrawn
requests-fact-died = Died
requests-fact-return-requested = Way home asked for

## Emergency access.

requests-emergency = In an emergency
requests-emergency-warning = Every emergency access is reviewed afterwards by an auditor.
requests-emergency-says = Open it only where a patient would come to harm otherwise. Your name, the reason and all that you look at are recorded. It ends by itself.
requests-emergency-reason = Why it is needed
requests-emergency-hours = For how long
requests-emergency-sure = I know that this access is reviewed
requests-emergency-open = Open the record

## Steps.

requests-steps = What you can do now
requests-done = Done: { $step }
requests-step-submit = Submit
requests-step-endorse = Endorse
requests-step-return = Return to the clinician
requests-step-clear = Clear to fly
requests-step-defer = Defer
requests-step-unfit = Report unfit to fly
requests-step-offer = Ask for a bed
requests-step-broadcast = Ask several hospitals
requests-step-accept-outside = Record a place outside the network
requests-step-unplace = Take the question or bed back
requests-step-accept = Accept the patient
requests-step-decline = Decline
requests-step-manifest = Put on the manifest
requests-step-collect = Fetch from the ward
requests-step-enplane = Take on board
requests-step-deplane = Take off the aircraft
requests-step-stage = Into a staging facility
requests-step-deliver = Deliver
requests-step-confirm-departure = Confirm the departure
requests-step-hand-over = Sign for the patient
requests-step-close = Close the request
requests-step-withdraw = Withdraw the request
requests-step-report-death = Report a death
requests-step-amend = Edit
requests-step-assess = Assess
requests-step-return-home = Ask for the way home
requests-says-endorse = Nobody endorses a request that they have written. The place in the queue begins here.
requests-says-defer = A bed that is kept becomes free.
requests-says-unfit = The movement stops, and a bed that is kept becomes free. Only the flight surgeon starts it again.
requests-says-offer = The bed is kept until the answer is due.
requests-says-broadcast = No bed is kept: the first hospital to accept takes the patient.
requests-says-decline = The patient keeps the place in the queue.
requests-says-manifest = The manifest is frozen for this patient.
requests-says-confirm-departure = You confirm that the patient has left the facility.
requests-says-hand-over = With this the responsibility passes to the hospital.
requests-says-close = Nothing is left to do. This decides nothing.
requests-says-withdraw = The request ends, and a bed that is kept becomes free. It cannot be taken back.
requests-says-amend = Change what is said of the patient. Only what differs is sent.
requests-says-assess = Say that the patient has got worse or better. Precedence changes on medical grounds alone.
requests-says-return-home = Another request, linked to this one; it begins at the hospital where the patient is.
requests-send-amend = Save the changes
requests-send-assess = Record the assessment
requests-send-return-home = Begin the way home
requests-ask-reason = Reason
requests-ask-criteria = Criteria that are met
requests-ask-conditions = Conditions in flight
requests-ask-valid-until = Valid until
requests-ask-until = Until
requests-ask-offer = Which bed
requests-ask-offers = Which beds are asked for
requests-ask-place = Where, and who has agreed
requests-ask-own-offer = For a bed of which offer
requests-ask-own-offer-hint = Only where several of your offers are asked.
requests-ask-decline-reason = Why
requests-ask-note = Note
requests-ask-identifiers = Two that you have compared with the record
requests-ask-facility = Facility
requests-ask-facility-hint = By its short name, as in the plan.
requests-ask-mission = Mission
requests-ask-airfield = Airfield
requests-ask-signatory = Who signs
requests-ask-condition = Condition of the patient
requests-ask-documents = Papers that came along
requests-own-offer-asked = The one that is asked
requests-identifier-pseudonym = Pseudonym
requests-identifier-name = Name
requests-identifier-date-of-birth = Date of birth
requests-identifier-document-number = Document number
requests-identifier-wristband = Wristband
requests-decline-no-bed = No bed
requests-decline-no-capability = No capability for this
requests-decline-mdr = Multi-resistant germs
requests-decline-cost = Cost
requests-decline-language = Language
requests-decline-companion-limit = Too many companions
requests-decline-legal = Legal reasons
requests-decline-other = Another reason
requests-no-offer-fits = No open offer fits the patient by specialty, age, sex, isolation and companions.
requests-no-offer = No offer of the operation has a free bed. A place outside the network can be recorded.
requests-all-offers = { $count ->
        [one] Show { $count } with a free bed
       *[other] Show all { $count } with free beds
    }
requests-free = { $free } of { $beds } beds free
requests-fit-acceptable = will also do
requests-against-specialty = another specialty
requests-against-age = age does not fit
requests-against-sex = sex does not fit
requests-against-isolation = takes no isolation
requests-against-companions = too many companions
requests-stale-state = It is now: { $state }
requests-stale-columns = Changed by the other:
requests-stale-again = What you typed is kept. Look whether it still holds, and send it again.
requests-stale-not = This step is not possible any more.
requests-stale-send = { $step }, as it is now
requests-replacing = This replaces fact { $fact }. Both stay readable.
requests-confirming = This confirms fact { $fact }.
requests-death-says = The movement ends. Bed and seat become free. Nothing is deleted, and it cannot be taken back.
requests-happened = When it happened
requests-happened-hint = Empty: now.
requests-changed-meanwhile = Somebody has changed the request since you began. When you send, the two are brought together.
requests-unchanged = Nothing is changed.
requests-empty = empty
requests-merge-says = Nothing is sent yet. Look at what the other has changed, and choose where you both changed the same. It is now: { $state }
requests-merge-was = It was:
requests-merge-mine = Mine:
requests-merge-theirs = The other’s:
requests-merge-only-theirs = Changed by the other, and stands
requests-merge-only-mine = Changed by you, and sent
requests-merge-send = Send what came of it

## Columns of table patients.

requests-field-origin = Origin
requests-field-ready-at = Ready from
requests-field-collect-by = Collect by
requests-field-precedence-code = Precedence
requests-field-precedence-scheme = Precedence scheme
requests-field-clock-start-at = Clock started
requests-field-due-at = In a right bed by
requests-field-latest-useful-at = Of no use after
requests-field-classification = Classification
requests-field-mobility = Mobility
requests-field-critical-care = Critical care
requests-field-dependency = Dependency
requests-field-ventilated = On a ventilator
requests-field-oxygen-l-per-min = Oxygen
requests-field-isolation = Isolation
requests-field-cabin-limit-ft = Highest cabin altitude
requests-field-max-stops = Most stops
requests-field-max-flight-minutes = Most time in the air
requests-field-max-transit-minutes = Most time on the way
requests-field-overnight = May stay overnight on the way
requests-field-medical-attendants = Medical attendants
requests-field-other-attendants = Other attendants
requests-field-group = Group
requests-field-specialty = Specialty
requests-field-acceptable-specialties = Specialties that will also do
requests-field-diagnosis = Diagnosis in short
requests-field-clinical-notes = Clinical notes
requests-field-age-years = Age
requests-field-sex = Sex
requests-field-weight-kg = Weight
requests-field-bariatric = Bariatric
requests-field-consent-states = Agrees to go only to
requests-field-refused-states = Never to
requests-field-destination = Only to this facility
requests-field-expected-stay-days = Expected stay
requests-field-languages = Languages
requests-hint-origin = The facility where the patient is, by its short name.
requests-hint-ready-at = Not collected before this.
requests-hint-diagnosis = No names and no places.
requests-hint-clinical-notes = Read by those who treat the patient only.
requests-hint-age-years = In whole years.
requests-hint-weight-kg = In kilograms.
requests-hint-oxygen-l-per-min = In litres a minute. Empty: none.
requests-hint-cabin-limit-ft = In feet. Empty: no restriction.
requests-hint-max-stops = Landings between the first take-off and the last landing. Empty: no limit.
requests-hint-max-flight-minutes = In minutes, all flights together. Empty: no limit.
requests-hint-max-transit-minutes = In minutes, from collection to arrival. Empty: no limit.
requests-hint-overnight = In a staging facility.
requests-hint-medical-attendants = Each takes a seat.
requests-hint-other-attendants = Family, guardians, security; each takes a seat.
requests-hint-group = The name of a group that travels together.
requests-hint-consent-states = Two letters for each state, such as EG RU. Empty: any.
requests-hint-refused-states = Two letters for each state. Empty: none.
requests-hint-destination = Home for those who return, or a hospital that has accepted them by name. Empty: any.
requests-hint-expected-stay-days = In days, in the receiving bed.
requests-hint-languages = Codes separated by spaces, such as uk ar.
requests-hint-bariatric = Needs twice the litter space.
requests-hint-due-at = Empty: by the target of the precedence.
requests-hint-clock-start-at = When the time of the precedence began.

## Codes.

requests-specialty-burns = Burns
requests-specialty-neurosurgery = Neurosurgery
requests-specialty-spinal = Spinal
requests-specialty-orthopaedics = Orthopaedics
requests-specialty-prosthetics = Prosthetics
requests-specialty-maxillofacial = Maxillofacial
requests-specialty-plastics = Plastic surgery
requests-specialty-vascular = Vascular
requests-specialty-thoracic = Thoracic
requests-specialty-ophthalmology = Ophthalmology
requests-specialty-general-surgery = General surgery
requests-specialty-icu = Intensive care
requests-specialty-onco-adult = Oncology, adults
requests-specialty-onco-paed = Oncology, children
requests-specialty-haematology = Haematology
requests-specialty-bmt = Bone-marrow transplantation
requests-specialty-dialysis = Dialysis
requests-specialty-transplant = Transplantation
requests-specialty-cardiology = Cardiology
requests-specialty-cardiac-surgery = Cardiac surgery
requests-specialty-paediatrics = Paediatrics
requests-specialty-neonatal-icu = Neonatal intensive care
requests-specialty-obstetrics = Obstetrics
requests-specialty-psychiatry = Psychiatry
requests-specialty-infectious = Infectious diseases
requests-specialty-rehab = Rehabilitation
requests-specialty-home = Home
requests-sex-female = Female
requests-sex-male = Male
requests-mobility-litter = Litter
requests-mobility-ambulatory = Walks
requests-mobility-wheelchair = Wheelchair
requests-mobility-incubator = Incubator
requests-critical-care-none = None
requests-critical-care-intermediate = Intermediate: close monitoring
requests-critical-care-icu = Intensive care
requests-dependency-1 = ventilation, invasive or cardiac monitoring, chest drain
requests-dependency-2 = frequent monitoring, oxygen, several infusions
requests-dependency-3 = simple nursing, simple oxygen, one infusion
requests-dependency-4 = help with mobility, feeding, bodily functions only
requests-classification-1a = severe psychiatric: lies, escorted
requests-classification-1b = intermediate psychiatric
requests-classification-1c = mild psychiatric, seated
requests-classification-2a = lies, cannot help self in an emergency
requests-classification-2b = lies, mobile
requests-classification-3 = seated, supervised
requests-classification-4 = seated, unescorted
requests-classification-4a = infant or under three
requests-classification-5 = outpatient, seated
requests-classification-6 = attendant
requests-isolation-none = None
requests-isolation-contact = Contact
requests-isolation-droplet = Droplet
requests-isolation-airborne = Airborne
requests-scheme-uk-stanag3204 = NATO STANAG 3204
requests-scheme-us-transcom = US TRANSCOM
requests-scheme-us-army-medevac = US Army MEDEVAC
requests-scheme-waitlist = Waiting list
