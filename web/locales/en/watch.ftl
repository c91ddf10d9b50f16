# The watch: missions, reports from them, and the outbox.

watch-mission = Mission { $mission }
watch-all = All missions
watch-not-sent = reported here, not sent yet
watch-refused = report refused
watch-refused-here = { $count ->
        [one] { $count } report from here was refused.
       *[other] { $count } reports from here were refused.
    }
watch-look = Look at what was refused
watch-silent = no word for { $span }
watch-leg-of = Leg { $leg } of { $legs }
watch-leaves = Leaves
watch-lands = Lands
watch-expected = Expected now
watch-planned = planned
watch-reported = reported
watch-on-time = on time
watch-early = { $span } early
watch-leg-flown = flown
watch-leg-now = in the air
watch-leg-to-come = to come
watch-leg-not-flown = not flown
watch-legs = Legs
watch-crews = Crews
watch-flight-crew = Flight crew
watch-medical-crew = Medical crew
watch-accounts = Accounts of the crews
watch-accounts-hint = The number of an account is on its owner’s own page. Separate several by spaces.
watch-accounts-none = Nobody has been named yet
watch-delayed-until = Delayed until
watch-diverted-to = Diverted to
watch-aboard = { $aboard } of { $patients } patients on board
watch-last-report = last report
watch-kept = Kept on this device, read
watch-kept-says = There is no link. You can go on reporting: everything is kept here and sent in order when the link is back.

# What can be reported.

watch-report-now = Report
watch-report-it = Report it
watch-act-task = Accept the mission
watch-act-await-clearances = Waits for clearances
watch-act-ready = Ready
watch-act-assign = Name the crews
watch-act-board = Boarding begins
watch-act-depart = Airborne
watch-act-land = Landed
watch-act-delay = Delayed
watch-act-divert = Divert
watch-act-cancel = Cancel the mission
watch-act-abort = End it early
watch-act-complete = Mission complete
watch-act-manifest = On the manifest
watch-act-collect = Collected
watch-act-stage = Into staging
watch-act-enplane = On board
watch-act-deplane = Off the aircraft
watch-act-deliver = Delivered
watch-says-divert = The mission goes to another airfield. The planning cell is told at once.
watch-says-cancel = The mission does not take place. Its patients need another way.
watch-says-abort = The mission ends where it stands. What is left of it has to be planned again.
watch-still-aboard = { $count ->
        [one] { $count } patient is still recorded as on board. Report where they got off; then the mission can be completed.
       *[other] { $count } patients are still recorded as on board. Report where they got off; then the mission can be completed.
    }
watch-when = When it happened
watch-now = now
watch-minutes-ago = { $minutes ->
        [one] { $minutes } minute ago
       *[other] { $minutes } minutes ago
    }
watch-minutes-later = { $minutes ->
        [one] { $minutes } minute later
       *[other] { $minutes } minutes later
    }
watch-at-a-time = at a time that I enter
watch-time = Time
watch-future = This has to be in the future.
watch-until = By how much
watch-airfield = Airfield
watch-airfield-hint = Its code, such as four letters of ICAO
watch-reason = Why
watch-waits-for = What it waits for
watch-needed = This is needed.
watch-staging = Staging facility
watch-facility = Facility
watch-facility-hint = Its id, as on the transfer papers
watch-identifiers = Compared with the record
watch-identifiers-hint = Two for each patient, before the patient is moved. Only which two is recorded.
watch-identifiers-two = Compare two, and say which.
watch-identifier-name = Name
watch-identifier-date-of-birth = Date of birth
watch-identifier-wristband = Wristband number
watch-identifier-document = Document

# The manifest.

watch-manifest = Manifest
watch-manifest-all = { $count ->
        [one] Put { $count } patient on the manifest
       *[other] Put all { $count } on the manifest
    }
watch-manifest-empty = { $count ->
        [one] { $count } patient is planned, and shown to you once the manifest is made.
       *[other] { $count } patients are planned, and shown to you once the manifest is made.
    }
watch-not-manifested = not on the manifest yet
watch-side-all = All ({ $count })
watch-side-on = To board ({ $count })
watch-side-aboard = On board ({ $count })
watch-side-off = Off ({ $count })
watch-seek = Pseudonym
watch-told = { $what }: { $patient }
watch-who = Who is this?
watch-who-is = Who { $patient } is
watch-who-says = Every look is recorded. Nothing of this is kept on the device.
watch-nobody = Nothing is recorded of who this is.
watch-identity-family-name = Family name
watch-identity-given-name = Given name
watch-identity-date-of-birth = Date of birth
watch-identity-document = Document
watch-identity-nationality = Nationality
watch-identity-contact = Contact
watch-ventilated = ventilated
watch-oxygen = oxygen { $litres } l/min

# Events.

watch-event = Report an event
watch-event-of = Report an event of { $aircraft }
watch-event-kind = What has happened
watch-event-aircraft-out = Aircraft out
watch-event-beds-withdrawn = Beds withdrawn
watch-event-airfield-closed = Airfield closed
watch-event-crew-out = Crew out
watch-event-not-boarded = Patient was not there
watch-event-airspace-closed = Airspace closed
watch-event-state-closed = State suspends permits
watch-event-more = More: since when, who says so, a note
watch-field-aircraft = Aircraft
watch-field-crew = Crew
watch-field-airfield = Airfield
watch-field-offer = Offer of beds
watch-field-left = Beds that are left
watch-field-mission = Mission
watch-field-patient = Patient
watch-field-area = Corners of the area
watch-field-area-hint = Degrees, north and east positive: 33.0 22.0; 33.0 23.0; 34.0 23.0
watch-field-state = State (two letters)
watch-field-until = Until (empty: for the rest of the operation)
watch-field-from = From (empty: now)
watch-field-to = To (empty: for the rest of the operation)
watch-field-closure = Name or NOTAM number
watch-field-wrong = This is missing or cannot be read.
watch-choose = Choose
watch-source = Who says so
watch-source-hint = Such as the operations room, by telephone
watch-note = Note

# The watch page.

watch-part = Which missions
watch-part-all = All
watch-part-count = { $part } ({ $count })
watch-part-under-way = Under way
watch-part-next = Next
watch-part-done = Done
watch-filter = Mission, aircraft, operator or airfield
watch-late-only = Only late or silent ones
watch-column-mission = Mission
watch-column-state = Stands
watch-column-aircraft = Aircraft, operator
watch-column-leg = Leg
watch-column-next = Next
watch-column-report = Last report
watch-column-aboard = On board
watch-none = There are no missions yet
watch-none-says = A mission comes into being when a plan is adopted. Before that:
watch-none-cleared = Requests are endorsed, cleared to fly, and have beds.
watch-none-planned = An airlift planner has a plan made.
watch-none-adopted = A duty officer adopts it.
watch-none-tasked = Air operators accept their missions and name the crews.
watch-none-crew = You see missions on which your operator has named you. There is none yet.
watch-none-operator = You see missions of your aircraft once a plan with them is adopted. There is none yet.
watch-none-match = { $count ->
        [one] The filters leave none of { $count } mission.
       *[other] The filters leave none of { $count } missions.
    }
watch-due = Due next for me, of patients on the way
watch-due-nothing = Nothing is due for you.
watch-due-more = { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
watch-map = Where they are
watch-map-label = Map of the missions
watch-map-show = Show the map
watch-map-hide = Hide the map
watch-map-says = In the air, positions are estimates: along the great circle, by the time since the reported departure. Nobody tracks the aircraft.
watch-map-estimate = { $mission }, { $from } to { $to }, estimated
watch-map-stands = { $mission } at { $field }

# The outbox.

watch-outbox = Reports not sent
watch-outbox-says = Kept on this device, and sent once and in order.
watch-outbox-empty = Everything that was reported here has been sent.
watch-send-now = Send now
watch-next-try = Tried again in { $span }.
watch-next-try-soon = Tried again in less than a minute.
watch-queued-next = goes next
watch-queued-waiting = waits
watch-queued-held = waits behind a refused one
watch-queued-refused = refused
watch-is-now = It is now: { $state }
watch-refused-says = If it did happen and still has to be told, report it on how things are now: it keeps its time. If somebody else has reported it already, or it was a mistake, take it back.
watch-again = Report it on how things are now
watch-take-back = Take it back
watch-take-back-sure = Yes, take it back
watch-taken-back = Taken back: { $what }
watch-did-task = { $mission }: accepted
watch-did-await-clearances = { $mission }: waits for clearances
watch-did-ready = { $mission }: ready
watch-did-assign = { $mission }: crews named
watch-did-board = { $mission }: boarding has begun
watch-did-depart = { $mission }: airborne
watch-did-land = { $mission }: landed at { $place }
watch-did-delay = { $mission }: delayed
watch-did-divert = { $mission }: diverted to { $place }
watch-did-cancel = { $mission }: cancelled
watch-did-abort = { $mission }: ended early
watch-did-complete = { $mission }: complete
watch-did-manifest = { $patient }: on the manifest
watch-did-collect = { $patient }: collected
watch-did-stage = { $patient }: staged at { $place }
watch-did-enplane = { $patient }: on board { $mission }
watch-did-deplane = { $patient }: off at { $place }
watch-did-deliver = { $patient }: delivered to { $place }
watch-did-event-aircraft-out = Aircraft out: { $thing }
watch-did-event-beds-withdrawn = Beds withdrawn: { $thing }
watch-did-event-airfield-closed = Airfield closed: { $thing }
watch-did-event-crew-out = Crew out: { $thing }
watch-did-event-not-boarded = Was not there: { $thing }
watch-did-event-airspace-closed = Airspace closed: { $thing }
watch-did-event-state-closed = State suspends permits: { $thing }
