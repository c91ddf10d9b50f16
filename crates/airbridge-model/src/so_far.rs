//! What has happened already to an operation under way, and what was promised.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_units::{AirfieldId, FacilityId, MissionId, PatientId, Position};
use jiff::{SignedDuration, Timestamp};

use crate::journey::{Journey, Step};
use crate::mission::Mission;
use crate::offer::{BedOffer, OfferStatus};
use crate::operation::Operation;
use crate::plan::Plan;

/// An operation's past, as it stands at [`crate::Operation::planned_at`].
#[derive(Clone, PartialEq, Debug)]
pub struct SoFar {
    /// Digest of the plan that ran until now.
    pub parent: String,
    /// That plan, as it was promised.
    pub promised: Plan,
    /// That plan as it stands: instants as they were reported, what lies ahead put off by delays, what has become impossible taken out. What it has at or
    /// before the operation's planning time has happened; what it has after that is expected, and can be changed. It keeps no rule by itself;
    /// whoever was left out on the way has a journey in it that ends where they wait, and an offer without a name.
    pub stands: Plan,
    /// Missions that end at their last stop in `stands`, wherever that is: aircraft or crew are out, they were cancelled, or found no way on. A mission
    /// that stands or ends away from its base and is none of these goes on from there.
    pub grounded: BTreeSet<MissionId>,
    /// Those that only found no way on when they were planned: they may find one when they are planned again.
    pub no_way_on: BTreeSet<MissionId>,
    /// How far missions are by report; the rest of what has happened is as it was planned.
    pub reported: BTreeMap<MissionId, Reported>,
    /// Missions that are flown no more, or never: no new mission is called like one of them.
    pub gone: BTreeSet<MissionId>,
    /// When missions that wait can go on at the earliest.
    pub held: BTreeMap<MissionId, Held>,
    /// Who is moved no more, since when, and why.
    pub closed: BTreeMap<PatientId, ClosedRequest>,
}

/// How far a mission is by report.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Reported {
    /// Legs that have begun.
    pub off: usize,
    /// Legs that are over.
    pub landed: usize,
}

/// A mission under way waits where it is, or where it lands next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Held {
    /// Its next departure is not before this.
    pub until: Timestamp,
    /// Whether it waits for a crew, which reports for duty after that.
    pub rests: bool,
}

/// A request that is open no more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClosedRequest {
    /// Why.
    pub why: WhyClosed,
    /// From when: what was planned for the patient later has not happened.
    pub at: Timestamp,
}

/// Why a request is open no more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WhyClosed {
    /// The patient has died.
    Died,
    /// The request was withdrawn.
    Withdrawn,
    /// The patient is in another place than planned.
    Elsewhere(FacilityId),
}

/// Where a mission turned away from where it was going.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub position: Position,
    /// Where it was going.
    pub from_the_way_to: AirfieldId,
}

/// How far a mission is at an instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Nobody has boarded and nothing has moved.
    NotBegun,
    /// On the ground at a stop of this index, with a leg ahead.
    At(usize),
    /// On the leg of this index.
    On(usize),
    /// At its last stop.
    Over,
}

impl Mission {
    /// How far it is at an instant, if all goes as written here. Loading at the first stop begins a mission.
    pub fn progress(&self, now: Timestamp) -> Progress {
        let begins = self
            .stops
            .first()
            .and_then(|stop| match (stop.loading_from, stop.off_block_at) {
                (Some(loading), Some(off)) => Some(loading.min(off)),
                (loading, off) => loading.or(off),
            });
        if begins.is_none_or(|begins| begins > now) {
            return Progress::NotBegun;
        }
        for (index, leg) in self.legs.iter().enumerate() {
            if leg.off_block_at > now {
                return Progress::At(index);
            }
            if leg.on_block_at > now {
                return Progress::On(index);
            }
        }
        Progress::Over
    }
}

impl Journey {
    /// The steps that have begun at an instant; the last of them may not be over.
    pub fn begun(&self, now: Timestamp) -> &[Step] {
        let count = self.steps.iter().take_while(|step| step.span().0 <= now).count();
        &self.steps[..count]
    }
}

impl Operation {
    /// Whether a journey of a plan as it stands has brought its patient into the bed, onto the last road to it, or to the last landing before it; or is to,
    /// with a mission that can only land there any more, and the bed is still theirs. Whoever was admitted where they waited has come.
    pub fn is_settled(&self, stands: &Plan, journey: &Journey, now: Timestamp) -> bool {
        let Some(offer) = self.offers.iter().find(|offer| offer.id == journey.offer) else {
            return false;
        };
        let (before, from) = match &journey.steps[..] {
            [.., before, Step::FromField { facility, from, .. }] if *facility == offer.facility => (before, from),
            // On the last road as well: a late landing may have put that off.
            [.., Step::FromField { from, .. }, Step::Stay { facility, .. }] if *facility == offer.facility => {
                return *from <= now;
            }
            _ => return false,
        };
        let lands = || match before {
            Step::Lift {
                mission,
                leaves_at_stop,
                ..
            } => {
                let known = stands.missions.iter().find(|other| other.id == *mission);
                let stop = known.and_then(|known| known.stops.get(*leaves_at_stop));
                let grounded = || {
                    self.so_far
                        .as_ref()
                        .is_some_and(|so_far| so_far.grounded.contains(mission))
                };
                let on = stop.and_then(|stop| stop.on_block_at);
                on.is_some_and(|on| on <= now || (grounded() && self.has_bed(stands, journey, offer)))
            }
            _ => false,
        };
        *from <= now || lands()
    }

    /// Whether an offer still has a bed for a journey of a plan as it stands, those who come before it being in theirs. What has been learnt of the patient
    /// since the bed was promised may stand against it.
    pub fn has_bed(&self, stands: &Plan, journey: &Journey, offer: &BedOffer) -> bool {
        let stay = |other: &Journey| {
            let patient = self.patients.iter().find(|patient| patient.id == other.patient);
            SignedDuration::from_hours(24 * i64::from(self.stay_days(patient, offer).max(1)))
        };
        let before = stands.journeys.iter().filter(|other| {
            let comes_first = (other.arrives_at, &other.patient) < (journey.arrives_at, &journey.patient);
            other.offer == offer.id && comes_first && journey.arrives_at.duration_since(other.arrives_at) < stay(other)
        });
        let patient = self.patients.iter().find(|patient| patient.id == journey.patient);
        let suits = patient.is_none_or(|patient| offer.isolates(patient) && offer.houses_companions(patient));
        offer.status == OfferStatus::Open
            && suits
            && !self.has_declined(&journey.patient, &offer.facility)
            && before.count() < offer.beds as usize
    }
}
