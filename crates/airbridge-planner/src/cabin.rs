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
