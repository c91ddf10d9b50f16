# The timeline, the map and the cabin.
picture-zoom-in = Zoom in
picture-zoom-out = Zoom out
picture-zoom-all = Show everything
picture-plan-map = Map of the plan

picture-map-disclaimer = Boundaries, names and dashed lines on this map are approximate. They imply no endorsement and no opinion on the legal status of any territory or the course of its frontiers.
picture-map-source = Outlines: Natural Earth, public domain. Legs are great circles, not routes flown.
picture-map-contested = Contested or not agreed line, approximate
picture-map-airfield = Airfield
picture-map-staging = Staging facility
picture-map-hospital = Hospital
picture-map-aircraft = Aircraft
picture-map-legs = Legs
picture-map-places = Places
picture-map-list = What is on the map, as a list
picture-map-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
  }
picture-map-not-read = The outlines of the map could not be read. The timeline and the lists work without them.
picture-map-again = Try again

picture-timeline = Timeline of the plan
    .keys = Arrow keys go from leg to leg, Enter selects. + and − or Ctrl with the wheel zoom, 0 shows everything, Page Up and Page Down go earlier and later.
    .edit = Drag a mission to another time or to another aircraft of the same type, or select it and use the fields below.
picture-legs = Legs in sight
picture-leg-name = { $lane }: mission { $mission }, { $leg }, { $day }, off-block { $off } UTC, on-block { $on } UTC, { $patients ->
    [0] nobody aboard
    [one] { $patients } patient
   *[other] { $patients } patients
  }
picture-how = How the plan is shown
picture-as-chart = Chart
picture-as-list = List
picture-lanes = Lanes
picture-lanes-aircraft = Aircraft
picture-lanes-crew = Crews
picture-lanes-staging = Staging beds
picture-lanes-hospital = Receiving hospitals
picture-zone = Days in
picture-before-this = Earlier
picture-after-this = Later
picture-no-missions = This plan has no missions.
picture-point = Point at a leg, or go to one with the Tab key, to read its times here.
picture-rest = crew rest
picture-sign-full = Flight, with patients aboard
picture-sign-empty = Flight, nobody aboard
picture-sign-loading = Loading
picture-sign-unloading = Unloading
picture-sign-ground = On the ground
picture-sign-rest = Crew rest
picture-sign-now = Now
picture-sign-old = Plan before
picture-new-leg = New leg
picture-other-time = At another time
picture-gone-leg = No longer flown
picture-mission = Mission
picture-leg = Leg
picture-off-block = Off-block
picture-on-block = On-block
picture-aircraft = Aircraft
picture-aboard = Aboard
picture-change = Change
picture-arrives = Arrives
picture-before = Before
picture-after = After
picture-later = { $span } later
picture-earlier = { $span } earlier
picture-patients = { $count ->
    [0] nobody aboard
    [one] { $count } patient
   *[other] { $count } patients
  }
picture-other-type = Not the same type of aircraft

picture-tools = Change mission { $mission } by hand
picture-move-time = Move in time, minutes
picture-move-by = Move by { $minutes } minutes
picture-minutes = Minutes, + later, − earlier
picture-move = Move
picture-move-aircraft = To another aircraft
    .hint = Of the same type
picture-choose = Choose …
picture-move-patient = Move patient
picture-to-mission = to mission
picture-drag-patients = Patients, to drag onto a mission of the timeline
picture-no-stops = No mission calls at the same two airfields in this order, so the patient cannot be moved by hand.
picture-not-on-it = The patient is not on this mission.
picture-no-mission = There is no such mission in this plan.
picture-already-on = { $patient } is already on mission { $mission }.
picture-said-moved = Mission { $mission } moved: { $change }. First off-block { $clock }.
picture-said-given = Mission { $mission } given to { $aircraft }.
picture-said-patient = { $patient } moved to mission { $mission }.

picture-leg-before = Leg before
picture-leg-after = Next leg
picture-leg-of = leg { $number } of { $count }
picture-by-kind = Configuration { $configuration }. The plan fixes places by kind, not by number: the drawing shows who needs which kind, not who lies where.
picture-no-configuration = Configuration { $configuration } is not in the tables of the operation: the places cannot be drawn.
picture-unknown = { $count ->
    [one] { $count } patient whose needs you may not see
   *[other] { $count } patients whose needs you may not see
  }
picture-kind-intensive-care = Intensive care
picture-kind-litter = Litters
picture-kind-seat = Seats
picture-litters-all = Litters, with intensive care
picture-isolation-units = Isolation units
picture-isolation-all = Isolation places, with the bay
picture-critical-points = Critical-care points
picture-nursing-points = Nursing points
picture-counts = Places and points of care on this leg
picture-place = Place
picture-taken = Taken
picture-there = There
picture-free = Free
picture-free-of = { $free } of { $count } free
picture-too-many = { $count ->
    [one] { $count } too many
   *[other] { $count } too many
  }
picture-team = Points against those of { $team }, with the weights that hold where the operation sets no others.
picture-no-team = No medical team is planned on this mission.
picture-attendant = With
picture-second = Second place of
picture-over = beyond the places of the cabin
picture-care-icu = intensive care
picture-care-intermediate = intermediate care
picture-ventilated = ventilated
picture-dependency = dependency { $level }
picture-isolated = isolation
picture-mark-ventilated = V
picture-mark-isolated = Iso
