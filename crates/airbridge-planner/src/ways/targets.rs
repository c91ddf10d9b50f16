//! Beds for a whole party, by the airfield that they are reached from. `docs/rules.md`, rules 2.3 and 9.

use std::collections::BTreeMap;

use airbridge_model::{Operation, Patient, Unity};

use super::fit::fits;
use crate::party::Party;
use crate::translate::Places;

/// Combinations of offers tried for a group at one facility or in one city.
const MOST_COMBINATIONS: usize = 16;

/// Beds for a whole party, reached from one airfield.
pub(super) struct Target {
    /// By member.
    pub(super) offers: Vec<usize>,
    pub(super) field: usize,
    /// By member: seconds by road from the airfield to the door.
    pub(super) onward: Vec<i64>,
    /// Members who get an acceptable specialty instead of the one wanted.
    pub(super) second_choices: usize,
}

impl Target {
    /// The road of the member who arrives last.
    pub(super) fn longest_road(&self) -> i64 {
        self.onward.iter().copied().max().unwrap_or(0)
    }
}

/// Finds targets. Holds what all parties share.
pub(super) struct Finder<'a> {
    operation: &'a Operation,
    places: &'a Places<'a>,
    /// Offers by facility index.
    by_facility: BTreeMap<usize, Vec<usize>>,
    /// Facilities of each city that has an offer.
    cities: Vec<Vec<usize>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(operation: &'a Operation, places: &'a Places<'a>) -> Self {
        let mut by_facility: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, offer) in operation.offers.iter().enumerate() {
            let facility = places.facility(&offer.facility);
            by_facility.entry(facility).or_default().push(index);
        }
        let mut cities: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for &index in by_facility.keys() {
            let facility = &operation.facilities[index];
            cities
                .entry((facility.state.as_str(), facility.city.as_str()))
                .or_default()
                .push(index);
        }
        Self {
            operation,
            places,
            by_facility,
            cities: cities.into_values().collect(),
        }
    }

    /// Beds that fit the whole party.
    pub(super) fn targets(&self, party: &Party) -> Vec<Target> {
        let clusters: Vec<Vec<usize>> = match (party.members.len(), party.unity) {
            (1, _) | (_, Unity::Facility) => self.by_facility.keys().map(|&facility| vec![facility]).collect(),
            (_, Unity::City) => self.cities.clone(),
        };
        let mut targets = Vec::new();
        for cluster in clusters {
            // By airfield: the facilities of the cluster that it serves, with the road to each.
            let mut doors: BTreeMap<usize, BTreeMap<usize, i64>> = BTreeMap::new();
            for facility in cluster {
                for access in &self.operation.facilities[facility].access {
                    let roads = doors.entry(self.places.airfield(&access.airfield)).or_default();
                    // The first row counts, as in `Facility::ground_to`.
                    roads.entry(facility).or_insert(access.ground.get() * 60);
                }
            }
            for (field, roads) in doors {
                for offers in self.combinations(party, &roads) {
                    let onward = offers.iter().map(|&offer| roads[&self.facility(offer)]).collect();
                    let second_choices = (party.members.iter().zip(&offers))
                        .filter(|(patient, offer)| self.is_second_choice(patient, **offer))
                        .count();
                    targets.push(Target {
                        offers,
                        field,
                        onward,
                        second_choices,
                    });
                }
            }
        }
        targets
    }

    /// Offers for each member at these facilities, wanted specialties first.
    fn combinations(&self, party: &Party, roads: &BTreeMap<usize, i64>) -> Vec<Vec<usize>> {
        let mut combinations: Vec<Vec<usize>> = vec![Vec::new()];
        for patient in &party.members {
            let mut fitting: Vec<usize> = roads
                .keys()
                .filter_map(|facility| self.by_facility.get(facility))
                .flatten()
                .copied()
                .filter(|&offer| fits(self.operation, self.places, patient, &self.operation.offers[offer]).is_ok())
                .collect();
            fitting.sort_by_key(|&offer| (self.is_second_choice(patient, offer), offer));
            combinations = combinations
                .into_iter()
                .flat_map(|chosen| {
                    fitting.iter().map(move |&offer| {
                        let mut chosen = chosen.clone();
                        chosen.push(offer);
                        chosen
                    })
                })
                .filter(|chosen| chosen.len() == 1 || self.room(chosen))
                .collect();
            if party.members.len() > 1 {
                combinations.truncate(MOST_COMBINATIONS);
            }
        }
        combinations
    }

    /// Whether the beds of each offer, and a day's admissions of each facility, are enough for those who are to go there.
    fn room(&self, chosen: &[usize]) -> bool {
        let operation = self.operation;
        chosen.iter().all(|&offer| {
            let beds = chosen.iter().filter(|other| **other == offer).count();
            let facility = self.facility(offer);
            let arrivals = chosen.iter().filter(|other| self.facility(**other) == facility).count();
            let most = operation.facilities[facility].receives_per_day;
            let most = most.or(operation.policy.default_receives_per_day);
            beds <= operation.offers[offer].beds as usize && most.is_none_or(|most| arrivals <= most as usize)
        })
    }

    fn facility(&self, offer: usize) -> usize {
        self.places.facility(&self.operation.offers[offer].facility)
    }

    fn is_second_choice(&self, patient: &Patient, offer: usize) -> bool {
        self.operation.offers[offer].specialty != patient.specialty
    }
}
