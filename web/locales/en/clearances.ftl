# Clearances: permissions of states to fly over them and to land.

clearances-matrix = Clearances by state and operator
clearances-list = Clearances
clearances-state = State
clearances-state-hint = Two letters, such as TR
clearances-operator = Operator
clearances-operator-hint = Empty: for everybody’s aircraft
clearances-everybody = All operators
clearances-aircraft = One aircraft only
clearances-aircraft-hint = Only where the permit names it
clearances-only = only
clearances-kind = For what
clearances-kind-overfly = overflight
clearances-kind-land = landing
clearances-kind-both = overflight and landing
clearances-status = Status
clearances-status-granted = Granted
clearances-status-pending = Pending
clearances-status-late = Late
clearances-status-denied = Denied
clearances-status-expired = Expired
clearances-number = Number
clearances-number-hint = As the state has given it
clearances-window = Holds
clearances-no-window = no window is written
clearances-from = Holds from (UTC)
clearances-to = Holds to (UTC)
clearances-requested-at = Asked for
clearances-asked = asked
clearances-answer = Answer due
clearances-lead = The state takes, in hours
clearances-lead-hint = Empty: not known
clearances-id = Id
clearances-waiting = Missions that wait
clearances-as-all = As for all operators
clearances-none = none of its own
clearances-ask = Ask for a clearance
clearances-ask-for = Ask for a clearance: { $state }, { $operator }
clearances-ask-record = It is asked for
clearances-grant = It is granted
clearances-grant-again = Another number or window
clearances-grant-record = Record as granted
clearances-deny = It is denied or taken back
clearances-deny-record = Record as denied
clearances-reason = Reason
clearances-stale = How it stands now is shown here. What you have typed is kept: look, and record it again.
clearances-missions = Missions that it is about
clearances-missions-says = Missions of this operator with legs in the window. Which states each leg flies over is checked by the planner.
clearances-missions-none = No mission waits for it.
clearances-missions-wait = { $count ->
        [one] { $count } mission waits
       *[other] { $count } missions wait
    }
clearances-say-waits = Say that it waits for this
clearances-filter = Choose what is shown
clearances-view = How to look at the clearances
clearances-view-matrix = By state and operator
clearances-view-list = As a list
clearances-all = all
clearances-on-day = Window has this day (UTC)
clearances-show-all = Show all
clearances-sum = { $all ->
        [one] { $all } clearance
       *[other] { $all } clearances
    }: { $granted } granted, { $pending } pending, { $late } late, { $other } denied or expired
clearances-none-such = No clearance is like this.
clearances-empty = No clearance has been asked for yet. Without one granted nothing is flown over or into another state.
clearances-empty-own = You see the clearances that your organisation has asked for, and those of your missions. There are none yet.
clearances-fault-needed = This is needed.
clearances-fault-state = Two letters of ISO 3166-1.
clearances-fault-hours = Whole hours from 0 to 10000.
clearances-fault-window = It ends before it begins.
