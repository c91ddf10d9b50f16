//! Shared resources: beds by offer and day, admissions and releases by day, slots, stands, staging places.

use std::collections::BTreeMap;

use airbridge_model::{BedOffer, Facility, Operation};
use airbridge_solver::problem::{Calendar, CalendarIdx, Resource, ResourceIdx, ResourceKind};
use airbridge_units::Moment;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::calendar::Axis;

/// What a resource stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Meaning {
    /// Beds of the offer with this index.
    Beds(usize),
    /// Arrivals a day at the facility with this index.
    Admissions(usize),
    /// Collections a day at the facility with this index.
    Releases(usize),
    /// Landings and take-offs an hour at the airfield with this index.
    Slots(usize),
    /// Stands at the airfield with this index.
    Stands(usize),
    /// Staging places at the facility with this index.
    Staging(usize),
}

/// The resources of an operation with their calendars.
pub(crate) struct Shared {
    pub(crate) calendars: Vec<Calendar>,
    pub(crate) resources: Vec<Resource>,
    pub(crate) meanings: Vec<Meaning>,
    /// By offer index.
    pub(crate) beds: Vec<ResourceIdx>,
    /// By facility index.
    pub(crate) admissions: Vec<Option<ResourceIdx>>,
    /// By facility index.
    pub(crate) releases: Vec<Option<ResourceIdx>>,
    /// By facility index.
    pub(crate) staging: Vec<Option<ResourceIdx>>,
    /// By airfield index.
    pub(crate) slots: Vec<Option<ResourceIdx>>,
    /// By airfield index.
    pub(crate) stands: Vec<Option<ResourceIdx>>,
}

impl Shared {
    /// Whether places in a facility are counted: it is a staging facility.
    pub(crate) fn counts_places(&self, facility: usize) -> bool {
        self.staging[facility].is_some()
    }

    pub(crate) fn new(operation: &Operation, axis: &Axis, facility_of: impl Fn(&BedOffer) -> usize) -> Self {
        let mut build = Builder {
            axis,
            known: BTreeMap::new(),
            calendars: Vec::new(),
            resources: Vec::new(),
            meanings: Vec::new(),
        };
        let beds = operation
            .offers
            .iter()
            .enumerate()
            .map(|(index, offer)| {
                let zone = &operation.facilities[facility_of(offer)].zone;
                build.days(offer.from, offer.to, zone, offer.beds, Meaning::Beds(index))
            })
            .collect();
        let by_day = |build: &mut Builder, facility: &Facility, limit: Option<u32>, meaning: Meaning| {
            let (first, last) = axis.local_days(&facility.zone);
            limit.map(|limit| build.days(first, last, &facility.zone, limit, meaning))
        };
        let facilities = || operation.facilities.iter().enumerate();
        let admissions = facilities()
            .map(|(index, facility)| {
                let limit = facility.receives_per_day.or(operation.policy.default_receives_per_day);
                by_day(&mut build, facility, limit, Meaning::Admissions(index))
            })
            .collect();
        let releases = facilities()
            .map(|(index, facility)| {
                by_day(
                    &mut build,
                    facility,
                    facility.releases_per_day,
                    Meaning::Releases(index),
                )
            })
            .collect();
        let staging = facilities()
            .map(|(index, facility)| {
                let entry = operation.staging.iter().find(|entry| entry.facility == facility.id)?;
                Some(build.instant(entry.capacity, Meaning::Staging(index)))
            })
            .collect();
        let fields = || operation.airfields.iter().enumerate();
        let slots = fields()
            .map(|(index, field)| Some(build.hours(field.slots_per_hour?, Meaning::Slots(index))))
            .collect();
        let stands = fields()
            .map(|(index, field)| Some(build.instant(field.parking?, Meaning::Stands(index))))
            .collect();
        let Builder {
            calendars,
            resources,
            meanings,
            ..
        } = build;
        Self {
            calendars,
            resources,
            meanings,
            beds,
            admissions,
            releases,
            staging,
            slots,
            stands,
        }
    }
}

struct Builder<'a> {
    axis: &'a Axis,
    known: BTreeMap<Vec<Moment>, CalendarIdx>,
    calendars: Vec<Calendar>,
    resources: Vec<Resource>,
    meanings: Vec<Meaning>,
}

impl Builder<'_> {
    fn days(&mut self, first: Date, last: Date, zone: &TimeZone, limit: u32, meaning: Meaning) -> ResourceIdx {
        // Days outside the horizon can see no arrival.
        let (from, to) = self.axis.local_days(zone);
        let (first, last) = (first.max(from), last.min(to));
        let starts = if first <= last {
            self.axis.day_starts(first, last, zone)
        } else {
            vec![Moment(i64::MAX / 16), Moment(i64::MAX / 16 + 1)]
        };
        self.bucketed(starts, limit, meaning)
    }

    fn hours(&mut self, limit: u32, meaning: Meaning) -> ResourceIdx {
        let starts = self.axis.hour_starts();
        self.bucketed(starts, limit, meaning)
    }

    fn bucketed(&mut self, starts: Vec<Moment>, limit: u32, meaning: Meaning) -> ResourceIdx {
        let buckets = starts.len() - 1;
        let calendar = *self.known.entry(starts).or_insert_with_key(|starts| {
            self.calendars.push(Calendar { starts: starts.clone() });
            CalendarIdx::new(self.calendars.len() - 1)
        });
        self.add(
            ResourceKind::Bucketed {
                calendar,
                capacity: vec![i64::from(limit); buckets],
            },
            meaning,
        )
    }

    fn instant(&mut self, limit: u32, meaning: Meaning) -> ResourceIdx {
        self.add(
            ResourceKind::Instant {
                capacity: i64::from(limit),
            },
            meaning,
        )
    }

    fn add(&mut self, kind: ResourceKind, meaning: Meaning) -> ResourceIdx {
        self.resources.push(Resource { kind });
        self.meanings.push(meaning);
        ResourceIdx::new(self.resources.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use airbridge_testkit::generate::benghazi;

    use super::*;

    fn shared(operation: &Operation) -> Shared {
        let axis = Axis::new(operation.horizon.from, operation.horizon.to);
        Shared::new(operation, &axis, |offer| {
            let place = operation
                .facilities
                .iter()
                .position(|facility| facility.id == offer.facility);
            place.expect("offers name facilities")
        })
    }

    fn buckets(shared: &Shared, resource: ResourceIdx) -> Vec<i64> {
        match &shared.resources[resource.get()].kind {
            ResourceKind::Bucketed { capacity, calendar } => {
                assert_eq!(shared.calendars[calendar.get()].len(), capacity.len());
                capacity.clone()
            }
            ResourceKind::Instant { .. } => panic!("counted at every instant"),
        }
    }

    #[test]
    fn beds_are_counted_on_the_days_of_the_offer_within_the_horizon() {
        let mut operation = benghazi(1, 1);
        let offer = &mut operation.offers[0];
        offer.beds = 7;
        offer.to = offer.from.saturating_add(jiff::Span::new().days(2));
        assert_eq!(buckets(&shared(&operation), shared(&operation).beds[0]), [7, 7, 7]);
        let offer = &mut operation.offers[0];
        (offer.from, offer.to) = (jiff::civil::date(2030, 1, 1), jiff::civil::date(2030, 1, 9));
        let after = shared(&operation);
        let ResourceKind::Bucketed { calendar, .. } = &after.resources[after.beds[0].get()].kind else {
            panic!("beds are counted by day");
        };
        let end = operation.horizon.to.as_second() - operation.horizon.from.as_second();
        let starts = &after.calendars[calendar.get()].starts;
        assert!(starts[0].0 > end, "an offer after the operation has no day in it");
    }

    #[test]
    fn limits_of_the_operation_become_resources_and_none_is_invented() {
        let mut operation = benghazi(1, 1);
        operation.policy.default_receives_per_day = None;
        for facility in &mut operation.facilities {
            (facility.receives_per_day, facility.releases_per_day) = (None, None);
        }
        for field in &mut operation.airfields {
            (field.slots_per_hour, field.parking) = (None, None);
        }
        let free = shared(&operation);
        let all = [&free.admissions, &free.releases, &free.slots, &free.stands];
        assert!(all.iter().all(|of| of.iter().all(Option::is_none)));
        operation.policy.default_receives_per_day = Some(3);
        operation.facilities[0].receives_per_day = Some(5);
        operation.airfields[1].slots_per_hour = Some(2);
        let bound = shared(&operation);
        let first = |of: &[Option<ResourceIdx>], at: usize| buckets(&bound, of[at].expect("limited"))[0];
        assert_eq!((first(&bound.admissions, 0), first(&bound.admissions, 1)), (5, 3));
        assert_eq!(first(&bound.slots, 1), 2);
        let meaning = &bound.meanings[bound.slots[1].expect("limited").get()];
        assert_eq!(*meaning, Meaning::Slots(1));
    }
}
