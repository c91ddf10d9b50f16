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
