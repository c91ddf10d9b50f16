//! What may be done with missions, from which state.

use jiff::Timestamp;

use super::{MissionEvent, MissionState};
use crate::command::Context;
use crate::fact::{Draft, What};
use crate::ids::{AccountId, MissionId};
use crate::record::Record;
use crate::refusal::{Code, Refusal, said};

/// What may be asked. A mission comes into being by the adoption of a plan.
#[derive(Clone, PartialEq, Debug)]
pub enum MissionCommand {
    /// Name the people of the crews.
    Assign(Vec<AccountId>),
    /// Accept it, for the operator.
    Task,
    /// Say what it waits for.
    AwaitClearances(String),
    /// Say that nothing is missing.
    Ready,
    /// Begin boarding.
    Board,
    /// Leave the stand.
    Depart,
    /// Come to a stand.
    Land(String),
    /// Say that it will be late.
    Delay(Timestamp),
    /// Send it somewhere else.
    Divert {
        /// Where to.
        airfield: String,
        /// Why.
        reason: String,
    },
    /// Cancel it.
    Cancel(String),
    /// End it before its time.
    Abort(String),
    /// Say that it is done.
    Complete,
}

pub(crate) fn decide(
    record: &Record,
    id: &MissionId,
    command: &MissionCommand,
    context: &Context<'_>,
) -> Result<Vec<Draft>, Refusal> {
    use MissionState::{Airborne, Approved, Boarding, ClearancesPending, Landed, Ready, Tasked};
    let mission = record.mission(id)?;
    let from = |states: &[MissionState], what: &str| {
        if states.contains(&mission.state) {
            return Ok(());
        }
        let words: Vec<&str> = states.iter().map(|state| state.word()).collect();
        let state = mission.state.word();
        Err(
            Refusal::new(Code::State, format!("a mission that is {state} cannot {what}"))
                .remedy(format!("it has to be {}", words.join(" or "))),
        )
    };
    let on_ground = [Approved, Tasked, ClearancesPending, Ready, Boarding, Landed];
    let event = match command {
        MissionCommand::Assign(accounts) => {
            from(&[&on_ground[..], &[Airborne]].concat(), "get other people")?;
            for account in accounts {
                record.account(account)?;
            }
            MissionEvent::Assigned {
                accounts: accounts.clone(),
            }
        }
        MissionCommand::Task => {
            from(&[Approved], "be accepted")?;
            MissionEvent::Tasked
        }
        MissionCommand::AwaitClearances(what) => {
            from(&[Tasked, ClearancesPending, Ready], "wait for clearances")?;
            said(what, "/what", "what it waits for")?;
            MissionEvent::ClearancesPending {
                waits_for: what.clone(),
            }
        }
        MissionCommand::Ready => {
            from(&[Tasked, ClearancesPending], "be ready")?;
            MissionEvent::Readied
        }
        MissionCommand::Board => {
            from(&[Ready, Landed], "be boarded")?;
            MissionEvent::BoardingBegun
        }
        MissionCommand::Depart => {
            from(&[Ready, Boarding, Landed], "depart")?;
            MissionEvent::Departed
        }
        MissionCommand::Land(airfield) => {
            from(&[Airborne], "land")?;
            said(airfield, "/airfield", "the airfield")?;
            MissionEvent::Landed {
                airfield: airfield.clone(),
            }
        }
        MissionCommand::Delay(until) => {
            from(&[&on_ground[..], &[Airborne]].concat(), "be late")?;
            if *until <= context.now {
                return Err(Refusal::new(Code::Invalid, "the delay ends before it begins").field("/until"));
            }
            MissionEvent::Delayed { until: *until }
        }
        MissionCommand::Divert { airfield, reason } => {
            from(&[Airborne], "be diverted")?;
            said(airfield, "/airfield", "the airfield")?;
            said(reason, "/reason", "the reason")?;
            MissionEvent::Diverted {
                airfield: airfield.clone(),
                reason: reason.clone(),
            }
        }
        MissionCommand::Cancel(reason) => {
            said(reason, "/reason", "the reason")?;
            from(&[Approved, Tasked, ClearancesPending, Ready, Boarding], "be cancelled")?;
            empty(record, id)?;
            MissionEvent::Cancelled { reason: reason.clone() }
        }
        MissionCommand::Abort(reason) => {
            said(reason, "/reason", "the reason")?;
            from(&[Landed], "be ended before its time")?;
            empty(record, id)?;
            MissionEvent::Aborted { reason: reason.clone() }
        }
        MissionCommand::Complete => {
            from(&[Landed], "be complete")?;
            empty(record, id)?;
            MissionEvent::Completed
        }
    };
    Ok(vec![draft(id, event)])
}

/// Nobody is forgotten on board.
pub(crate) fn empty(record: &Record, id: &MissionId) -> Result<(), Refusal> {
    let aboard = record.aboard(id).count();
    if aboard == 0 {
        return Ok(());
    }
    let what = format!("{aboard} patients are recorded as on board");
    Err(Refusal::new(Code::Guard, what).remedy("record where they got off first"))
}

pub(crate) fn draft(id: &MissionId, event: MissionEvent) -> Draft {
    Draft {
        stream: id.stream(),
        what: What::Mission(event),
    }
}
