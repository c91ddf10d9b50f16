//! Shapes and indexes of a problem, checked once before anything else reads them.

use super::{MalformedProblem, Problem, ResourceIdx, ResourceKind, Use, VehicleIdx, Windows, WindowsIdx};

impl Problem {
    /// Whether every index points inside its vector and every vector has the length that others expect.
    ///
    /// # Errors
    ///
    /// Names the first fault that is found, in words.
    pub fn validate(&self) -> Result<(), MalformedProblem> {
        ensure(
            self.windows.first().is_some_and(|first| *first == Windows::always()),
            || "windows[0] is not \"at any time\"".into(),
        )?;
        ensure(self.start <= self.end, || "the horizon ends before it starts".into())?;
        ensure(
            self.load_dimension.is_none_or(|dimension| dimension < self.dimensions),
            || "the load dimension does not exist".into(),
        )?;
        self.validate_resources()?;
        self.validate_network()?;
        self.validate_fleet()?;
        self.validate_requests()
    }

    fn validate_resources(&self) -> Result<(), MalformedProblem> {
        for (index, calendar) in self.calendars.iter().enumerate() {
            ensure(calendar.starts.len() >= 2 && calendar.starts.is_sorted(), || {
                format!("calendar {index} is not sorted or has no bucket")
            })?;
        }
        for (index, resource) in self.resources.iter().enumerate() {
            if let ResourceKind::Bucketed { calendar, capacity } = &resource.kind {
                let calendar = self.calendars.get(calendar.get()).ok_or_else(|| MalformedProblem {
                    what: format!("resource {index} has no calendar"),
                })?;
                ensure(calendar.len() == capacity.len(), || {
                    format!(
                        "resource {index} has a capacity for {} of {} buckets",
                        capacity.len(),
                        calendar.len()
                    )
                })?;
            }
        }
        Ok(())
    }

    fn validate_network(&self) -> Result<(), MalformedProblem> {
        for (index, place) in self.places.iter().enumerate() {
            if let Some(resource) = place.movements {
                self.check_bucketed(resource, &format!("place {index} movements"))?;
            }
            if let Some(resource) = place.parking {
                self.check_instant(resource, &format!("place {index} parking"))?;
            }
        }
        let places = self.places.len();
        for (index, profile) in self.profiles.iter().enumerate() {
            ensure(profile.open.len() == places, || {
                format!("profile {index} does not know every place")
            })?;
            ensure(
                profile.travel.len() == usize::from(profile.grades) * places * places,
                || format!("profile {index} has a travel table of the wrong size"),
            )?;
            ensure(profile.endurance.windows(2).all(|pair| pair[0].0 < pair[1].0), || {
                format!("profile {index} has endurance points whose loads do not rise")
            })?;
            for windows in profile.open.iter().flatten() {
                self.check_windows(*windows, &format!("profile {index}"))?;
            }
            for option in profile.travel.iter().flatten() {
                self.check_windows(option.departures, &format!("a travel option of profile {index}"))?;
                ensure(option.duration.0 >= 0, || {
                    format!("profile {index} travels back in time")
                })?;
            }
        }
        Ok(())
    }

    fn validate_fleet(&self) -> Result<(), MalformedProblem> {
        for (index, vehicle) in self.vehicles.iter().enumerate() {
            let name = format!("vehicle {index}");
            ensure(vehicle.profile.get() < self.profiles.len(), || {
                format!("{name} has no profile")
            })?;
            ensure(
                vehicle.home.get() < self.places.len() && vehicle.end.get() < self.places.len(),
                || format!("{name} has no home or end"),
            )?;
            self.check_windows(vehicle.available, &name)?;
            self.check_windows(vehicle.departures, &name)?;
            ensure(!vehicle.setups.is_empty(), || format!("{name} has no setup"))?;
            ensure(vehicle.underway.is_none() || vehicle.max_tours == 1, || {
                format!("{name} is under way and makes more than that tour")
            })?;
            for setup in &vehicle.setups {
                ensure(setup.capacity.len() == self.dimensions, || {
                    format!("{name}: a capacity of the wrong length")
                })?;
                ensure(setup.crews.iter().all(|crew| crew.get() < self.crews.len()), || {
                    format!("{name}: a crew that does not exist")
                })?;
            }
        }
        for (index, crew) in self.crews.iter().enumerate() {
            self.check_windows(crew.available, &format!("crew {index}"))?;
            let steps = &crew.limit.by_begin;
            ensure(
                steps.first().is_some_and(|first| first.0 <= self.start - crew.report),
                || format!("crew {index} has no duty limit at the start"),
            )?;
            ensure(steps.windows(2).all(|pair| pair[0].0 < pair[1].0), || {
                format!("crew {index} has duty limits out of order")
            })?;
            ensure(
                steps.iter().map(|step| step.1).max() == Some(crew.limit.longest),
                || format!("crew {index} has another longest duty limit than its steps say"),
            )?;
        }
        Ok(())
    }

    fn validate_requests(&self) -> Result<(), MalformedProblem> {
        for (index, request) in self.requests.iter().enumerate() {
            ensure(request.demand.len() == self.dimensions, || {
                format!("request {index}: a demand of the wrong length")
            })?;
            for (number, way) in request.ways.iter().enumerate() {
                let name = format!("request {index}, way {number}");
                ensure(matches!(way.rides.len(), 1 | 2), || {
                    format!("{name} has {} rides", way.rides.len())
                })?;
                ensure(way.stay.is_some() == (way.rides.len() == 2), || {
                    format!("{name}: a stay belongs between two rides and nowhere else")
                })?;
                for used in &way.uses {
                    self.check_use(*used, &name)?;
                }
                if let Some(stay) = &way.stay {
                    ensure(stay.not_across.is_sorted(), || {
                        format!("{name}: instants of the stay are not sorted")
                    })?;
                    if let Some((resource, _)) = stay.resource {
                        self.check_instant(resource, &name)?;
                    }
                }
                for ride in &way.rides {
                    ensure(
                        ride.from.get() < self.places.len() && ride.to.get() < self.places.len(),
                        || format!("{name}: a place that does not exist"),
                    )?;
                    self.check_windows(ride.board, &name)?;
                    self.check_windows(ride.alight, &name)?;
                    for used in &ride.uses {
                        self.check_use(*used, &name)?;
                    }
                    let known = |vehicle: &VehicleIdx| vehicle.get() < self.vehicles.len();
                    ensure(ride.vehicles.is_sorted() && ride.vehicles.iter().all(known), || {
                        format!("{name}: vehicles unsorted or unknown")
                    })?;
                }
            }
        }
        Ok(())
    }

    fn check_windows(&self, windows: WindowsIdx, whose: &str) -> Result<(), MalformedProblem> {
        ensure(windows.get() < self.windows.len(), || {
            format!("{whose}: windows that do not exist")
        })
    }

    fn check_use(&self, used: Use, whose: &str) -> Result<(), MalformedProblem> {
        ensure(used.buckets >= 1, || format!("{whose}: a use of no bucket"))?;
        self.check_bucketed(used.resource, whose)
    }

    fn check_bucketed(&self, resource: ResourceIdx, whose: &str) -> Result<(), MalformedProblem> {
        let kind = self.resources.get(resource.get()).map(|resource| &resource.kind);
        ensure(matches!(kind, Some(ResourceKind::Bucketed { .. })), || {
            format!("{whose}: resource {} is not counted by bucket", resource.0)
        })
    }

    fn check_instant(&self, resource: ResourceIdx, whose: &str) -> Result<(), MalformedProblem> {
        let kind = self.resources.get(resource.get()).map(|resource| &resource.kind);
        ensure(matches!(kind, Some(ResourceKind::Instant { .. })), || {
            format!("{whose}: resource {} is not counted at every instant", resource.0)
        })
    }
}

fn ensure(holds: bool, what: impl FnOnce() -> String) -> Result<(), MalformedProblem> {
    if holds {
        Ok(())
    } else {
        Err(MalformedProblem { what: what() })
    }
}
