//! Who is moved, and to which bed.

use airbridge_model::{BedOffer, Index, Isolation, Operation, Patient};
use airbridge_units::AirfieldId;

/// Patients who ride together: a group, or one alone. Indexes into the operation's patients.
pub(super) type Unit = Vec<usize>;

/// For each unit that is moved, an offer (index) for each of its members.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    pub(super) moved: Vec<(Unit, Vec<usize>)>,
}

impl Choice {
    /// The first tier when all of them arrive on time.
    pub(super) fn weight(&self, operation: &Operation) -> i64 {
        let weights = &operation.policy.weights;
        let patients = self.moved.iter().flat_map(|(unit, _)| unit);
        patients
            .map(|&at| i64::from(weights.of(operation.patients[at].precedence.level)))
            .sum()
    }
}

/// Every choice of who is moved where, within beds and what offers ask; moving nobody among them.
pub(super) fn all(operation: &Operation) -> Vec<Choice> {
    let mut choices = vec![Choice::default()];
    for unit in units(operation) {
        let beds = beds_of(operation, &unit);
        let mut more = Vec::new();
        for choice in &choices {
            for offers in &beds {
                let mut longer = choice.clone();
                longer.moved.push((unit.clone(), offers.clone()));
                if fits_beds(operation, &longer) {
                    more.push(longer);
                }
            }
        }
        choices.extend(more);
    }
    choices
}

fn units(operation: &Operation) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (at, patient) in operation.patients.iter().enumerate() {
        let same = |unit: &&mut Unit| patient.group.is_some() && operation.patients[unit[0]].group == patient.group;
        match units.iter_mut().find(same) {
            Some(unit) => unit.push(at),
            None => units.push(vec![at]),
        }
    }
    units
}

/// Every way to give the members of a unit a bed each, all served by one airfield.
fn beds_of(operation: &Operation, unit: &Unit) -> Vec<Vec<usize>> {
    let mut ways = vec![Vec::new()];
    for &at in unit {
        let mut longer = Vec::new();
        for way in &ways {
            for (number, offer) in operation.offers.iter().enumerate() {
                if suits(operation, &operation.patients[at], offer) {
                    longer.push([way.as_slice(), &[number]].concat());
                }
            }
        }
        ways = longer;
    }
    let index = Index::new(operation);
    ways.retain(|way: &Vec<usize>| {
        let mut fields = way.iter().map(|&number| field_of(&index, &operation.offers[number]));
        let first = fields.next();
        fields.all(|field| Some(field) == first)
    });
    ways
}

/// The one airfield that serves an offer's facility.
pub(super) fn field_of<'a>(index: &Index<'a>, offer: &BedOffer) -> &'a AirfieldId {
    &index
        .facility(&offer.facility)
        .expect("a facility of the operation")
        .access[0]
        .airfield
}

fn suits(operation: &Operation, patient: &Patient, offer: &BedOffer) -> bool {
    let index = Index::new(operation);
    let state = &index
        .facility(&offer.facility)
        .expect("a facility of the operation")
        .state;
    (patient.specialty == offer.specialty || patient.acceptable.contains(&offer.specialty))
        && (offer.isolation || patient.isolation == Isolation::None)
        && offer.companions.is_none_or(|most| patient.attendants.other <= most)
        && patient.consent.allows(state)
        && patient.destination.as_ref().is_none_or(|only| *only == offer.facility)
}

fn fits_beds(operation: &Operation, choice: &Choice) -> bool {
    operation.offers.iter().enumerate().all(|(number, offer)| {
        let taken = choice
            .moved
            .iter()
            .flat_map(|(_, offers)| offers)
            .filter(|&&it| it == number);
        taken.count() <= offer.beds as usize
    })
}
