//! From a sequence of stops to a clock, or to what forbids one.
//!
//! What comes in: [`draft::Draft`]s, the tours being tried, and their [`frame::Surroundings`]. What goes out: the same drafts with a
//! clock that obeys everything that concerns time, or a [`Rejection`]. Shared resources are left to the search's `evaluate`.
//!
//! [`fixpoint`] finds the earliest schedule, [`compact`] starts as late as that allows, [`settle`] joins the two.

pub(crate) mod compact;
pub(crate) mod draft;
pub(crate) mod duty;
pub(crate) mod fixpoint;
pub(crate) mod frame;
#[cfg(test)]
mod oracle;
pub(crate) mod refills;
pub(crate) mod sketch;
pub(crate) mod travel;

use crate::Rejection;
use crate::problem::Problem;
use draft::{Clock, Draft};
use fixpoint::RestRule;
use frame::{Sequence, Surroundings};

/// Where spare time goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Waiting {
    /// Start as late as deliveries allow.
    BeforeDeparture,
    /// Everything as early as possible.
    OnTheWay,
}

/// The earliest schedule of a group, compacted where that keeps everything.
///
/// Clocks that the drafts bring along are forgotten.
pub(crate) fn settle(
    problem: &Problem,
    drafts: &mut [&mut Draft],
    around: &Surroundings<'_>,
    waiting: Waiting,
) -> Result<(), Rejection> {
    for draft in drafts.iter() {
        if let Err(why) = duty::check_lengths(problem, draft) {
            around.duty_pushed.set(true);
            return Err(why);
        }
    }
    fixpoint::reset(problem, drafts);
    fixpoint::raise(problem, drafts, around, RestRule::Least)?;
    let earliest = clocks(drafts);
    if waiting == Waiting::BeforeDeparture {
        compact::compact(problem, drafts, around);
    }
    let compacted = clocks(drafts);
    let rests = drafts
        .iter()
        .any(|draft| draft.sketch.stops.iter().any(|stop| stop.rest));
    let moved = compacted != earliest;
    let raised = if moved || rests {
        fixpoint::raise(problem, drafts, around, RestRule::Full)
    } else {
        Ok(())
    };
    let kept = raised.is_ok() && (rests || unchanged(drafts, &compacted));
    for (draft, clock) in drafts.iter_mut().zip(&earliest) {
        draft.earliest.clone_from(clock);
    }
    if !kept || crews_clash(problem, drafts, around).is_some() {
        for (draft, clock) in drafts.iter_mut().zip(earliest) {
            draft.clock = clock;
        }
        if rests {
            fixpoint::raise(problem, drafts, around, RestRule::Full)?;
        }
    }
    crews_clash(problem, drafts, around).map_or(Ok(()), Err)
}

fn clocks(drafts: &[&mut Draft]) -> smallvec::SmallVec<[Clock; 2]> {
    drafts.iter().map(|draft| draft.clock.clone()).collect()
}

fn unchanged(drafts: &[&mut Draft], clocks: &[Clock]) -> bool {
    drafts.iter().zip(clocks).all(|(draft, clock)| draft.clock == *clock)
}

/// Rest at home as long as the duty before it: not monotone, so tested on the final schedule only.
fn crews_clash(problem: &Problem, drafts: &[&mut Draft], around: &Surroundings<'_>) -> Option<Rejection> {
    for (draft, frame) in drafts.iter().zip(&around.frames) {
        for busy in &frame.crews {
            let crew = &problem.crews[busy.crew.get()];
            let begin = draft.busy_from(crew);
            let over = fixpoint::home_rest_over(draft, crew, RestRule::Full);
            if busy
                .after(begin, &around.group)
                .next()
                .is_some_and(|(from, _)| from < over)
            {
                return Some(Rejection::CrewBusy { crew: busy.crew });
            }
        }
    }
    around.sequences.iter().find_map(|sequence| match *sequence {
        Sequence::Crew { first, second, crew } => {
            let the_crew = &problem.crews[crew.get()];
            let over = fixpoint::home_rest_over(drafts[first], the_crew, RestRule::Full);
            (over > drafts[second].busy_from(the_crew)).then_some(Rejection::CrewBusy { crew })
        }
        Sequence::Vehicle { .. } => None,
    })
}
