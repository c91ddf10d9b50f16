//! What it would take to bring a party in: changes that do, found by planning with them.
//!
//! Changes only ever allow more, so what a whole family of them together does not bring about, none of it does. Families that help are halved
//! until the single changes that help are found, and each of these made as small as still helps. Where no single change helps, two families
//! are tried together in the same manner.

use std::collections::BTreeSet;

use airbridge_model::{Journey, Operation, Plan};
use airbridge_solver::problem::RequestIdx;
use airbridge_solver::search::{Explainer, Trials};
use airbridge_solver::solution::Solution;
use airbridge_units::PatientId;

use super::answer::{Admitted, Relaxation};
use super::candidates::Candidate;
use super::case::sketch;
use super::change::{Change, Decision};
use crate::encode::encode;
use crate::translate::Planner;

/// So many ways out are enough.
const ENOUGH: usize = 8;

/// So many of one kind are enough.
const OF_A_FAMILY: usize = 4;

/// Pairs of changes that are enough.
const ENOUGH_PAIRS: usize = 3;

/// Tests of two families together at most.
const MOST_PAIRS: usize = 200;

/// A plan in which a party is left out, on which changes are tried.
pub(crate) struct Relaxer<'c, 'a> {
    planner: &'c Planner<'a>,
    /// The operation without others who are left out: they make nothing easier or harder, and take time.
    small: Operation,
    plan: &'c Plan,
    patients: Vec<PatientId>,
}

impl<'c, 'a> Relaxer<'c, 'a> {
    /// `plan` keeps all rules of the operation and moves none of the patients, who travel together.
    pub(crate) fn new(planner: &'c Planner<'a>, plan: &'c Plan, patients: Vec<PatientId>) -> Self {
        let mut small = planner.operation.clone();
        let moved: BTreeSet<&PatientId> = in_the_plan(plan).collect();
        small
            .patients
            .retain(|patient| moved.contains(&patient.id) || patients.contains(&patient.id));
        Self {
            planner,
            small,
            plan,
            patients,
        }
    }

    /// Everything that brings the party in, smallest first, as far as is enough.
    pub(crate) fn relaxations(&self, families: &[Vec<Candidate>]) -> Vec<Relaxation> {
        let families = &self.that_keep_the_plan(families);
        let all: Vec<&Candidate> = families.iter().flatten().collect();
        let whole = self.keep_the_plan(&all);
        if whole && !self.helps(&all, &[]) {
            return Vec::new();
        }
        let mut found: Vec<Vec<Change>> = Vec::new();
        for family in families {
            let mut decisions = family.iter().flatten().map(Change::decision);
            if found.len() < ENOUGH || decisions.any(|decision| decision != Decision::Coordination) {
                let most = found.len() + OF_A_FAMILY;
                self.singles(&family.iter().collect::<Vec<_>>(), most, &mut found);
            }
        }
        if found.is_empty() {
            let needed = if whole { self.needed(families) } else { Vec::new() };
            found = self.pairs(families, &needed);
        }
        let mut confirmed: Vec<Relaxation> = found
            .into_iter()
            .filter_map(|changes| self.confirmed(changes))
            .collect();
        confirmed.sort_by_key(|relaxation| {
            let size: u32 = relaxation.changes.iter().map(Change::size).sum();
            let then = &relaxation.admitted;
            (
                relaxation.decision,
                relaxation.changes.len(),
                size,
                !then.on_time,
                then.arrives_at,
            )
        });
        confirmed
    }

    /// The families without what would upset the plan as it stands.
    fn that_keep_the_plan(&self, families: &[Vec<Candidate>]) -> Vec<Vec<Candidate>> {
        let keeps = |candidate: &&Candidate| {
            let upsets = candidate.iter().any(Change::may_upset);
            !upsets || self.keep_the_plan(&[candidate])
        };
        let kept = families
            .iter()
            .map(|family| family.iter().filter(keeps).cloned().collect());
        kept.filter(|family: &Vec<Candidate>| !family.is_empty()).collect()
    }

    /// Whether the planner holds the plan after the last steps of all of these.
    fn keep_the_plan(&self, candidates: &[&Candidate]) -> bool {
        let mut changed = self.small.clone();
        let last = candidates.iter().filter_map(|steps| steps.last());
        last.for_each(|change| change.apply(&mut changed));
        let planner = self.planner.beside(&changed);
        planner.is_ok_and(|planner| encode(&planner, self.plan).is_ok())
    }

    /// The single changes of a family that help, each as small as helps.
    fn singles(&self, family: &[&Candidate], most: usize, found: &mut Vec<Vec<Change>>) {
        if family.is_empty() || found.len() >= most || !self.helps(family, &[]) {
            return;
        }
        if let [only] = family {
            found.push(vec![self.smallest(only, &[])]);
            return;
        }
        let (before, after) = family.split_at(family.len() / 2);
        self.singles(before, most, found);
        self.singles(after, most, found);
    }

    /// Two changes that help together.
    fn pairs(&self, families: &[Vec<Candidate>], needed: &[usize]) -> Vec<Vec<Change>> {
        let mut found = Vec::new();
        let numbers = 0..families.len();
        let together = numbers.flat_map(|second| (0..=second).map(move |first| (first, second)));
        let together =
            together.filter(|(first, second)| needed.iter().all(|family| family == first || family == second));
        for (first, second) in together.take(MOST_PAIRS) {
            if found.len() >= ENOUGH_PAIRS {
                break;
            }
            let both: Vec<&Candidate> = families[first].iter().chain(&families[second]).collect();
            if !self.helps(&both, &[]) {
                continue;
            }
            let others: Vec<&Candidate> = families[second].iter().collect();
            let one = families[first].iter().find(|one| {
                let beside: Vec<&Candidate> = others.iter().copied().filter(|other| other != one).collect();
                self.helps(&beside, &one[one.len() - 1..])
            });
            let Some(one) = one else { continue };
            let other = others
                .into_iter()
                .find(|other| *other != one && self.helps(&[other], &one[one.len() - 1..]));
            let Some(other) = other else { continue };
            let one = self.smallest(one, &other[other.len() - 1..]);
            let other = self.smallest(other, std::slice::from_ref(&one));
            found.push(vec![one, other]);
        }
        found
    }

    /// Families without which all the others together do not help: a pair that helps has one of each.
    fn needed(&self, families: &[Vec<Candidate>]) -> Vec<usize> {
        let numbers = 0..families.len();
        let without = |family: &usize| {
            let others = families.iter().enumerate().filter(|(number, _)| number != family);
            let others: Vec<&Candidate> = others.flat_map(|(_, family)| family).collect();
            !self.helps(&others, &[])
        };
        numbers.filter(without).collect()
    }

    /// The smallest step of a change that helps, beside others that are made anyhow. The last is known to help.
    fn smallest(&self, steps: &[Change], beside: &[Change]) -> Change {
        let last = steps.len() - 1;
        let (mut low, mut high) = (0, last);
        while low < high {
            let middle = usize::midpoint(low, high);
            let one = vec![steps[middle].clone()];
            if self.helps(&[&one], beside) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        steps[high].clone()
    }

    /// Whether the party comes in with the last steps of all of these, and others.
    fn helps(&self, candidates: &[&Candidate], beside: &[Change]) -> bool {
        let last = candidates.iter().filter_map(|steps| steps.last());
        let changes: Vec<&Change> = last.chain(beside).collect();
        admits(self.planner, &self.small, (self.plan, &self.patients), &changes).is_some()
    }

    /// The changes once more, on the whole operation.
    fn confirmed(&self, changes: Vec<Change>) -> Option<Relaxation> {
        let all: Vec<&Change> = changes.iter().collect();
        let journeys = admits(self.planner, self.planner.operation, (self.plan, &self.patients), &all)?;
        let decision = changes.iter().map(Change::decision).max()?;
        Some(Relaxation {
            words: changes
                .iter()
                .map(|change| change.words(self.planner.operation))
                .collect(),
            decision,
            admitted: admitted(&journeys)?,
            changes,
        })
    }
}

/// The journeys of a party that comes into a plan when changes are made to the operation, everybody else staying; `None` when it does not.
/// The planner is one for much the same operation.
pub(crate) fn admits(
    planner: &Planner,
    operation: &Operation,
    (plan, patients): (&Plan, &[PatientId]),
    changes: &[&Change],
) -> Option<Vec<Journey>> {
    let mut changed = operation.clone();
    for change in changes {
        change.apply(&mut changed);
    }
    let planner = planner.beside(&changed).ok()?;
    let solution = encode(&planner, plan).ok()?;
    let request = planner
        .parties
        .iter()
        .position(|party| patients.contains(&party.members[0].id))?;
    let request = RequestIdx::new(request);
    let mut explainer = Explainer::new(planner.problem(), &without(&planner, &solution, request)?);
    if !explainer.place(request) || crate::left_out::is_left_out(&planner, &explainer.solution(), request.get()) {
        return None;
    }
    let sketch = sketch(&planner, &explainer.solution());
    let mut journeys = sketch.journeys;
    journeys.retain(|journey| patients.contains(&journey.patient));
    Some(journeys)
}

/// A solution without a party that waits where it is; `None` if others could not stay without it. One that is not on the way is not in it anyhow.
pub(crate) fn without(planner: &Planner, solution: &Solution, request: RequestIdx) -> Option<Solution> {
    if solution.served[request.get()].is_none() {
        return Some(solution.clone());
    }
    let mut trials = Trials::new(planner.problem(), solution);
    let gone = trials.take_out(&[request]);
    (gone == [request]).then(|| trials.solution())
}

/// Those who are moved, and those who are left out on the way and have their places in missions.
pub(crate) fn in_the_plan(plan: &Plan) -> impl Iterator<Item = &PatientId> {
    let waiting = plan.left_out.iter().filter(|entry| !entry.so_far.is_empty());
    let moved = plan.journeys.iter().map(|journey| &journey.patient);
    moved.chain(waiting.map(|entry| &entry.patient))
}

/// How the first of a party is moved.
pub(crate) fn admitted(journeys: &[Journey]) -> Option<Admitted> {
    let first = journeys.first()?;
    Some(Admitted {
        offer: first.offer.clone(),
        arrives_at: first.arrives_at,
        on_time: journeys.iter().all(|journey| journey.on_time),
    })
}
