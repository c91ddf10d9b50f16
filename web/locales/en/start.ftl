# What each role begins with.

start-fewer = Show fewer
start-all-due = Show all { $count }
start-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
start-no-operation = There is no operation yet.
start-no-requests = There are no requests yet.
start-to-requests = All requests
start-to-needs = Needs and arrivals
start-to-watch = All missions
start-to-plans = All plans
start-to-figures = Figures
start-to-people = All accounts

start-own = My patients
start-new-request = New request
start-own-none = None of your requests is open.
start-endorse = To endorse
start-endorse-none = No request waits for your endorsement.
start-fit = Fitness to fly
start-to-clear = To clear or defer
start-to-clear-none = Nobody waits to be cleared.
start-ending = Clearances to fly that end within three days
start-ending-none = No clearance to fly ends before then.
start-beds = Beds
start-need-bed = { $count ->
        [0] Need a bed
        [one] { $count } patient needs a bed
       *[other] { $count } patients need a bed
    }
start-need-bed-none = Nobody waits for a bed.
start-answers = { $count ->
        [0] Answers due
        [one] { $count } answer due
       *[other] { $count } answers due
    }
start-answers-none = No hospital owes an answer.
start-states = Requests by state
start-state = State
start-count = Requests

start-needs = Patients we are asked to take
start-needs-none = Nobody asks for a bed of yours now.
start-arrivals = Arrivals today
start-arrivals-none = Nobody arrives today.
start-arrivals-later = { $count ->
        [one] { $count } patient arrives on another day.
       *[other] { $count } patients arrive on other days.
    }

start-mission = Mission
start-my-missions = My missions
start-my-missions-none = You are on no mission.
start-report = Report
start-operator = Our missions
start-to-accept = To accept
start-to-accept-none = No mission waits for your acceptance.
start-accept = Accept
start-to-ready = To make ready
start-to-ready-none = No accepted mission waits to be made ready.
start-today = Missions today
start-today-none = No mission today.
start-today-later = { $count ->
        [one] { $count } mission on another day.
       *[other] { $count } missions on other days.
    }

start-proposals = Proposals to adopt or reject
start-proposals-none = No proposal waits for you.
start-plans = Planning
start-runs = The plan that runs
start-runs-none = No plan runs.
start-proposed = Proposals
start-proposed-none = Nothing is proposed.
start-jobs = Jobs at work
start-jobs-none = No job is at work.
start-plan-moves = { $count ->
        [one] { $count } patient moved
       *[other] { $count } patients moved
    }
start-plan-missions = { $count ->
        [one] { $count } mission
       *[other] { $count } missions
    }
start-plan-leaves = { $count ->
        [one] { $count } left
       *[other] { $count } left
    }

start-accounts = Invitations and suspended accounts
start-accounts-count = { $count ->
        [one] { $count } account in all.
       *[other] { $count } accounts in all.
    }
start-accounts-none = Nobody is suspended, and no invitation is open.
