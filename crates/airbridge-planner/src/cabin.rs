//! Cabin altitude as travel grades: the tier that a patient needs, and the fields that a grade may stand on. `docs/rules.md`, rules 4.1 and 4.3.
//!
//! Stricter than the rules: patients who need the same tier may stand only where the most restricted of them may; and one whose limit asks for
//! nothing tighter than the loosest tier goes in the next one where some field of the operation lies above that limit.

use airbridge_model::{Airfield, Operation, Patient};
use airbridge_units::Feet;

/// The travel grades of an operation: one for each cabin tier, loosest first.
#[derive(Clone, Debug)]
pub(crate) struct Grades {
    tiers: Vec<Feet>,
    /// By grade: fields above this are barred to it. Never rising.
    bars: Vec<f64>,
    tolerance: f64,
    highest_field: f64,
}

impl Grades {
    pub(crate) fn new(operation: &Operation) -> Self {
        let policy = &operation.policy;
        let tolerance = policy.field_tolerance.get().max(0.0);
        let mut grades = Self {
            tiers: policy.cabin_tiers.iter().map(|tier| tier.limit).collect(),
            bars: vec![f64::INFINITY; policy.cabin_tiers.len()],
            tolerance,
            highest_field: operation
                .airfields
                .iter()
                .map(|field| field.elevation.get())
                .fold(f64::NEG_INFINITY, f64::max),
        };
        for patient in &operation.patients {
            if let (Some(limit), Some(grade)) = (patient.cabin_limit, grades.of(patient))
                && grade > 0
            {
                let bar = &mut grades.bars[usize::from(grade)];
                *bar = bar.min(limit.0.get().max(tolerance));
            }
        }
        // What bars a looser grade bars a tighter one: the solver knows only the highest grade that may stand on a field.
        for grade in 1..grades.bars.len() {
            grades.bars[grade] = grades.bars[grade].min(grades.bars[grade - 1]);
        }
        grades
    }

    /// The grade of a patient; `None` when no tier is tight enough.
    pub(crate) fn of(&self, patient: &Patient) -> Option<u8> {
        let Some(limit) = patient.cabin_limit else {
            return Some(0);
        };
        let loosest = self.tiers.iter().position(|tier| *tier <= limit.0)?;
        // Grade 0 may stand anywhere.
        let barred = self.highest_field > limit.0.get().max(self.tolerance);
        let grade = if loosest == 0 && barred { 1 } else { loosest };
        (grade < self.tiers.len()).then_some(grade as u8)
    }

    /// The tightest grade among patients; `None` when one has none.
    pub(crate) fn of_all<'p>(&self, patients: impl IntoIterator<Item = &'p Patient>) -> Option<u8> {
        patients
            .into_iter()
            .try_fold(0, |tightest: u8, patient| Some(tightest.max(self.of(patient)?)))
    }

    /// The highest grade that may stand on a field.
    pub(crate) fn highest_at(&self, field: &Airfield) -> u8 {
        let allowed = self.bars.iter().take_while(|bar| field.elevation.get() <= **bar);
        (allowed.count().max(1) - 1) as u8
    }
}

#[cfg(test)]
mod tests {
    use airbridge_model::{CabinLimit, CabinTier};
    use airbridge_testkit::generate::benghazi;

    use super::*;

    /// Tiers of 8,000, 5,000 and 0 ft, one field of the given height, patients with the given limits.
    fn grades(highest: f64, limits: &[Option<f64>]) -> (Grades, Operation) {
        let mut operation = benghazi(limits.len(), 1);
        operation.policy.cabin_tiers = [8000.0, 5000.0, 0.0]
            .map(|limit| CabinTier {
                limit: Feet(limit),
                fuel_factor: 1.0,
                speed_factor: 1.0,
            })
            .to_vec();
        operation.policy.field_tolerance = Feet(1500.0);
        operation.airfields[0].elevation = Feet(highest);
        for (patient, limit) in operation.patients.iter_mut().zip(limits) {
            patient.cabin_limit = limit.map(|limit| CabinLimit(Feet(limit)));
        }
        (Grades::new(&operation), operation)
    }

    #[test]
    fn the_loosest_tier_that_is_tight_enough() {
        let limits = [None, Some(8000.0), Some(7999.0), Some(5000.0), Some(4999.0)];
        let (grades, operation) = grades(600.0, &limits);
        let found: Vec<_> = operation.patients.iter().map(|patient| grades.of(patient)).collect();
        assert_eq!(found, [Some(0), Some(0), Some(1), Some(1), Some(2)]);
        assert_eq!(grades.of_all(&operation.patients), Some(2));
        assert_eq!(grades.of_all(&operation.patients[..2]), Some(0));
    }

    #[test]
    fn no_tier_is_low_enough() {
        let (grades, operation) = grades(600.0, &[Some(-1.0), None]);
        assert_eq!(grades.of(&operation.patients[0]), None);
        assert_eq!(grades.of_all(&operation.patients), None);
    }

    #[test]
    fn fields_are_barred_by_the_patients_own_limits() {
        let (free, operation) = grades(5800.0, &[Some(6000.0)]);
        assert_eq!(free.highest_at(&operation.airfields[0]), 2, "nobody with a lower limit");
        let (barred, operation) = grades(5800.0, &[Some(6000.0), Some(5500.0)]);
        assert_eq!(barred.highest_at(&operation.airfields[0]), 0);
        let (tolerated, operation) = grades(1400.0, &[Some(0.0)]);
        assert_eq!(tolerated.highest_at(&operation.airfields[0]), 2);
    }

    #[test]
    fn a_field_above_the_loosest_tier_puts_the_restricted_in_the_next() {
        let (grades, operation) = grades(9000.0, &[Some(8500.0), None]);
        assert_eq!(grades.of(&operation.patients[0]), Some(1));
        assert_eq!(grades.of(&operation.patients[1]), Some(0));
        assert_eq!(grades.highest_at(&operation.airfields[0]), 0);
    }
}
