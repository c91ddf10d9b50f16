# Plans: the list, the jobs that make them, one plan, two plans beside each other.

plans-title = Plans
plans-running = The plan that runs
plans-open-running = Open the plan that runs
plans-none-runs = No plan runs yet.
plans-all = All plans
plans-empty = There is no plan yet. A planner orders the first one.
plans-empty-planner = There is no plan yet. Order the first one with the button above.
plans-proposed = Proposed
plans-state = State
plans-moved = Moved
plans-missions = Missions
plans-mission = Mission
plans-patients = Patients
plans-patient = Patient
plans-offer = Offer of beds
plans-leg = Leg
plans-aircraft = Aircraft
plans-compare = Compare
plans-compare-this = Compare the plan { $plan }
plans-compare-two = Compare these two
plans-compare-hint = Choose two to compare them.
plans-back = All plans
plans-open = Open the plan
plans-none = None
plans-every = All
plans-more = More

plans-plan = Order a plan
plans-replan = Plan anew
plans-plan-says = The planner looks for the best plan for all patients who are cleared. What it finds is a proposal: nothing is promised before a duty officer adopts it.
plans-replan-says = The planner starts from the plan that runs and from all that has happened, and keeps promises as far as it can. What it finds is a proposal.
plans-effort = How hard should it search?
plans-effort-quick = Quick
    .says = A sound plan within seconds, to see where things stand
plans-effort-thorough = Thorough
    .says = Mostly below a minute or two; good for most decisions
plans-effort-long = Long
    .says = Many minutes; for the last improvements while there is time
plans-work = Units of work
plans-work-hint = At most { $most }. The same work and seed give the same plan.
plans-seed = Seed of the random numbers
plans-seed-hint = Another seed may lead to another plan that is just as good.

plans-job = Job
plans-jobs = Being planned now
plans-jobs-ended = Stopped or failed
plans-job-plan = A first plan
plans-job-replan = A plan to replace the one that runs
plans-job-check = Check of a plan
plans-job-evaluate = Check and measures of a plan
plans-job-explain = Explanation
plans-job-what-if = What if
plans-job-done = A plan is ready. The checker has passed it.
plans-job-kept = It was stopped. The best checked plan is kept as a proposal.
plans-job-nothing-kept = It was stopped before there was a plan that the checker passes.
plans-job-failed = It has failed.
plans-ordered = Ordered
plans-ordered-by = Ordered by the account
plans-attempt = Attempt { $attempt }: a worker was lost
plans-search = Search
plans-work-done = { $share } of the work done ({ $now } of { $work } units)
plans-no-plan-yet = It searches. There is no checked plan yet.
plans-waits = It waits for a free worker.
plans-best = Best so far
plans-best-found = Best that was found on the way
plans-first = First checked plan
plans-best-so-far = { $missions ->
        [one] With { $missions } mission, found after { $work } units of work
       *[other] With { $missions } missions, found after { $work } units of work
    }
plans-first-after = The first checked plan came after { $seconds } s, with { $onTime } on time.
plans-chart-best = Weight on time: { $weight }
plans-chart-bound = No plan can have more than { $weight }
plans-chart-work = { $now } of { $work } units of work
plans-stop = Stop
plans-stop-keep = Stop and keep the best
plans-stopping = Stopping
plans-answer = Answer
plans-unplanned = { $count ->
        [one] { $count } entry was not planned for
       *[other] { $count } entries were not planned for
    }
plans-unplanned-says = What is written of them cannot be read. Put it right and plan again.

plans-tiers = All measures
plans-tier = Tier
plans-tier-1 = On time
plans-tier-2 = Lateness
plans-tier-3 = Promises
plans-tier-4 = Burden for patients
plans-tier-5 = Flying
plans-measure = Measure
plans-value = Value
plans-before = Before
plans-now = Now
plans-difference = Difference
plans-same = same
plans-better = better
plans-worse = worse
plans-levels = On time, late and left out by class
plans-class = Class
plans-figure-on-time = On time
plans-figure-on-time-weight = Weight on time
plans-figure-left-out = Left out
plans-figure-late = Late
plans-figure-late-weight = Lateness, weighted hours
plans-figure-broken = Promises changed
plans-figure-transit = On the way, patient hours
plans-figure-stops = Stops on the way
plans-figure-nights = Nights in staging
plans-figure-flying = Flying, block hours
plans-figure-positioning = Of these without patients, hours
plans-figure-fuel = Fuel, kg
plans-figure-cost = Cost, in the operation’s currency
plans-on-time-of = { $patients ->
        [one] { $onTime } of { $patients } patient on time
       *[other] { $onTime } of { $patients } patients on time
    }
plans-bound = At most { $most } can be on time.
plans-bound-unknown = How many could be on time is not known.
plans-gap = By weight of precedence, { $gap } may be left to gain.
plans-gap-none = By weight of precedence, no plan can do better.
plans-binding = What binds:

plans-one-proposed = Proposed plan
plans-one-rejected = Rejected plan
plans-one-superseded = Plan that was replaced
plans-one-adopted = The plan that runs
plans-plan-word = Plan
plans-id = Id of the plan:
plans-mission-count = { $count ->
        [one] { $count } mission
       *[other] { $count } missions
    }
plans-moved-count = { $count ->
        [one] { $count } patient moved
       *[other] { $count } patients moved
    }
plans-count-patients = { $count ->
        [one] { $count } patient
       *[other] { $count } patients
    }
plans-replaces = Replaces this plan
plans-outdated = Another plan runs by now than the one that this proposal replaces. It cannot be adopted any more. Plan anew.
plans-compare-parent = Compare with the plan before
plans-compare-running = Compare with the plan that runs
plans-view = View
plans-view-list = List
plans-view-timeline = Timeline
plans-view-map = Map
plans-view-cabin = Cabin
plans-view-changes = Who is told
plans-list-by = List by
plans-leaves = Leaves
plans-returns = Returns
plans-route = Route
plans-to = To
plans-from = From
plans-arrives = Arrives
plans-due = Due
plans-bed = Bed
plans-in-time = in time
plans-late = late
plans-seek = Find a patient, place or mission
plans-only-chosen = Only those of what is chosen
plans-moved-patients = Patients who are moved
plans-no-missions = This plan has no missions.
plans-nobody-moved = This plan moves nobody.
plans-left-out-count = Left out: { $count }
plans-left-out-says = Choose a patient to see every reason, and to ask what it would take.
plans-nobody-left-out = Nobody is left out.
plans-why = Why
plans-request = Open the request
plans-way = The way
plans-step-to-field = By road to the airfield
plans-step-lift = By air
plans-step-from-field = By road to the hospital
plans-step-stay = In the staging facility
plans-step-admitted = Waits for the bed there
plans-changed-times = { $count ->
        [one] What was promised has been changed once.
       *[other] What was promised has been changed { $count } times.
    }
plans-configuration = Cabin
plans-crews = Crews
plans-legs = Legs
plans-on-board = { $count } on board
plans-distance = { $nm } NM
plans-cabin-altitude = cabin { $ft } ft
plans-refuels = refuels after it
plans-rests = crews rest after it
plans-offer-takes = { $count ->
        [one] { $count } patient goes to these beds.
       *[other] { $count } patients go to these beds.
    }

plans-explain = Why is it so?
plans-explain-patient = Why this way, and what else?
plans-explain-mission = Why this mission, and what without it?
plans-explain-offer = Why these beds, and what with one more?
plans-explain-says = The planner tries the alternatives out. This takes some seconds.
plans-asking = The planner is working on the answer.
plans-question-failed = There is no answer.
plans-question-stopped = The question was stopped.
plans-against = Held against:
plans-tables-changed = The operation’s tables have been changed since the plan was made.
plans-not-counted = Not counted:
plans-goes-to = Goes to
plans-held = What keeps the arrival from being sooner
plans-sooner = – without that { $minutes } min sooner
plans-held-together = These together:
plans-held-nothing = Nothing: it could be { $minutes } min sooner at once.
plans-held-itself = Only the way itself.
plans-other-beds = Other beds that were possible
plans-other-flights = Other flights that were possible
plans-other-ways = Other ways that were possible
plans-why-not-beds = Why not another bed
plans-why-not-flights = Why not another flight
plans-why-not = Why not
plans-concerns = Concerns:
plans-offers = Offers:
plans-left-out-then = Left out then:
plans-costs-nothing = Costs nothing more.
plans-would-take = What it would take
plans-would-take-none = No single change that was tried would make it possible.
plans-looked-at = Changes that were looked at: { $count }
plans-room = As the plan is, there is room:
plans-then = Then:
plans-decision-coordination = for the coordinators to decide
plans-decision-clinical = a clinical decision
plans-decision-patient = for the patient to decide
plans-under-way = The mission is under way.
plans-without-it = Without this mission
plans-without-it-says = { $lost } would be left out, { $moved } would go otherwise.
plans-lost-without = Would be left out: { $count }
plans-moved-without = Would go otherwise: { $count }
plans-offer-beds = Beds: { $beds }. Placed by the plan: { $placed }.
plans-beds-by-day = Beds taken by day
plans-day = Day
plans-taken = Taken
plans-one-more = With one bed more
plans-one-more-nothing = Nobody more would be moved.
plans-one-fewer = With one bed fewer
plans-one-fewer-nothing = Nothing would change.
plans-one-fewer-settled = The plan can move nobody out of these beds any more.
plans-one-fewer-elsewhere = This patient would go elsewhere:
plans-one-fewer-left-out = This patient would be left out:
plans-refused = Who cannot take these beds, and why
plans-rule = Rule { $rule }
plans-rule-1 = Journey
plans-rule-2 = Places on board
plans-rule-3 = Medical team
plans-rule-4 = Cabin altitude
plans-rule-5 = Range and runway
plans-rule-6 = Airfields and times on the ground
plans-rule-7 = Crews and aircraft
plans-rule-8 = Clearances
plans-rule-9 = Destination
plans-rule-10 = Staging
plans-rule-11 = What has happened already
plans-finding = Finding
plans-findings-more = And { $count } more.
plans-remedy = What to do:

plans-check = Check
plans-check-says = The checker computes everything anew, without the planner: whether the plan obeys all rules, and what it really achieves.
plans-sound = The plan obeys all rules.
plans-unsound = { $count ->
        [one] The plan breaks a rule in { $count } place.
       *[other] The plan breaks rules in { $count } places.
    }
plans-before-edit = As stored
plans-after-edit = As measured
plans-checker-says = What the checker says
plans-undo = Undo
plans-redo = Redo
plans-discard = Discard all
plans-edits = Changes by hand: { $count }
plans-edited-says = A plan that was changed by hand cannot be adopted: only what the planner proposes can. Use this to see what a change would cost. To have it, report the reason (such as a delay, or an aircraft that is out) as an event or change the request, and plan anew.
plans-edited-not-yours = Your role cannot ask the checker.

plans-what-if = What if
plans-what-if-says = Suppose that something happens. The planner shows what it would change in the plan that runs. Nothing is recorded and nobody is told.
plans-what-if-figures = Measures as it runs, and as they would be
plans-as-it-runs = As it runs
plans-then-it-would = Then
plans-promises-kept = { $kept } of { $promised } promises kept ({ $share }).
plans-event = What happens
plans-event-aircraft-out = An aircraft is out of service
plans-event-beds-withdrawn = Beds are withdrawn
plans-event-airfield-closed = An airfield is closed
plans-event-patient-changed = A patient gets worse or better
plans-event-patient-unfit = A patient is not fit to fly
plans-event-crew-out = A crew is out of duty
plans-event-mission-cancelled = A mission is cancelled
plans-event-delayed = A mission is delayed
plans-event-declined = A hospital declines a patient
plans-event-state-closed = A state suspends its permits
plans-event-field-aircraft = Aircraft
plans-event-field-crew = Crew
plans-event-field-mission = Mission
plans-event-field-airfield = Airfield
plans-event-field-offer = Offer of beds
plans-event-field-patient = Patient
plans-event-field-facility = Hospital
plans-event-field-state = State
plans-event-field-left = Beds that are left
plans-event-field-until = Until (UTC)
plans-event-field-from = From (UTC)
plans-event-field-to = To (UTC)
plans-event-field-critical-care = Critical care on the way
plans-event-field-precedence = Precedence
plans-care-none = none
plans-care-intermediate = intermediate care
plans-care-icu = intensive care
plans-suppose = Show what would change
plans-suppose-too = Suppose this as well
plans-supposed = Supposed
plans-take-away = Take away

plans-adopt = Adopt
plans-adopt-says = Adopting keeps the beds, makes the missions and tells everybody concerned.
plans-adopt-replan-says = Adopting replaces the plan that runs: beds are kept, missions made or cancelled, and everybody concerned is told.
plans-adopt-how = How much of it
plans-adopt-whole = All of it
plans-adopt-part = Some missions
plans-adopt-part-says = Whoever flies with none of these missions is left out.
plans-adopt-part-replan-says = Everything else stays as the plan that runs has it. A mission that is taken out is chosen by its number as well.
plans-adopt-whole-now = Adopt all of it
plans-adopt-part-now = { $count ->
        [one] Adopt { $count } mission
       *[other] Adopt { $count } missions
    }
plans-together = These missions hang together with others. They have to be adopted as well:
plans-take-along = { $count ->
        [one] Add it
       *[other] Add these { $count }
    }
plans-mission-new = new
plans-mission-cancelled = does not take place
plans-mission-changed = changed
plans-reject = Reject
plans-reason = Reason
plans-reason-hint = The planners read it.

plans-who-is-told = What changes, and who is told
plans-changes-compared = The two plans were compared here. What was promised, and who has to be told, the server says for plans that replace another.
plans-old-and-new = Old and new
plans-broken-count = { $count ->
        [0] No promise is broken.
        [one] { $count } promise broken.
       *[other] { $count } promises broken.
    }
plans-changed-count = { $count ->
        [one] Something changes for { $count } patient.
       *[other] Something changes for { $count } patients.
    }
plans-changes-by = Order
plans-by-promise = Broken promises first
plans-by-told = By who is told
plans-nothing-changes = Nothing changes for any patient.
plans-show-more = Show more ({ $count })
plans-promise-frozen = on a manifest
plans-promise-firm = promised firmly
plans-promise-soft = in the plan only
plans-broken-frozen = breaks a manifest
plans-broken-firm = breaks a firm promise
plans-broken-soft = changes a soft promise
plans-kind-left-out = not moved any more
plans-kind-country = another country
plans-kind-hospital = another hospital
plans-kind-day = another day
plans-kind-mission = another aircraft
plans-kind-legs = other airfields
plans-kind-time = another hour
plans-kind-newly-moved = newly moved
plans-was = Was:
plans-is-now = Now:

plans-compare-title = Two plans side by side
plans-swap = Swap
plans-first-plan = First plan
plans-second-plan = Second plan
plans-no-difference = The two plans have the same missions and move everybody alike.
plans-who-differs = Who goes otherwise
plans-what-differs = What differs
plans-nobody-differs = Every patient goes the same way.
plans-not-moved = not moved
plans-only-first = Only in the first
plans-only-second = Only in the second
plans-otherwise = In both, but otherwise
