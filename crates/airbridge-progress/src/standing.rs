//! The plan as it stands while one event after the other is taken.

use std::collections::{BTreeMap, BTreeSet};

use airbridge_model::{
    ClosedRequest, Event, Finding, Happening, Held, Mission, Operation, Place, Plan, Progress, Reported, Severity,
    SoFar, WhyClosed,
};
use airbridge_units::{AirfieldId, MissionId, PatientId};
use jiff::{SignedDuration, Timestamp};

use crate::journeys::Apart;

/// Everything that events change.
pub(crate) struct Standing {
    pub(crate) operation: Operation,
    pub(crate) plan: Plan,
    pub(crate) grounded: BTreeSet<MissionId>,
    pub(crate) no_way_on: BTreeSet<MissionId>,
    pub(crate) gone: BTreeSet<MissionId>,
    pub(crate) held: BTreeMap<MissionId, Held>,
    pub(crate) closed: BTreeMap<PatientId, ClosedRequest>,
    pub(crate) errors: Vec<Finding>,
    pub(crate) warnings: Vec<Finding>,
    /// Who joined where loading had begun, or got off later than the others: their own instants count.
    pub(crate) apart: Apart,
    pub(crate) reported: BTreeMap<MissionId, Reported>,
    /// Of the event that is being taken.
    pub(crate) clock: Timestamp,
    number: usize,
}

impl Standing {
    pub(crate) fn new(operation: Operation, plan: Plan) -> Self {
        let clock = operation.planned_at;
        let past = operation.so_far.as_deref();
        Self {
            grounded: past.map_or_else(BTreeSet::new, |past| &past.grounded - &past.no_way_on),
            no_way_on: BTreeSet::new(),
            reported: past.map(|past| past.reported.clone()).unwrap_or_default(),
            gone: past.map(|past| past.gone.clone()).unwrap_or_default(),
            held: past.map(|past| past.held.clone()).unwrap_or_default(),
            apart: Apart::of(&plan),
            closed: past.map(|past| past.closed.clone()).unwrap_or_default(),
            operation,
            plan,
            errors: Vec::new(),
            warnings: Vec::new(),
            clock,
            number: 0,
        }
    }

    /// The operation as it stands, with the plan that was promised.
    pub(crate) fn with_past(self, parent: String, promised: Plan) -> Operation {
        let mut operation = self.operation;
        operation.so_far = Some(Box::new(SoFar {
            parent,
            promised,
            stands: self.plan,
            grounded: self.grounded,
            no_way_on: self.no_way_on,
            reported: self.reported,
            gone: self.gone,
            held: self.held,
            closed: self.closed,
        }));
        operation
    }

    /// Takes one event.
    pub(crate) fn take(&mut self, number: usize, event: &Event) {
        // Instants of a plan are whole seconds (`docs/rules.md`).
        let second = Timestamp::from_second(event.at.as_second()).unwrap_or(event.at);
        (self.clock, self.number) = (second, number);
        match &event.what {
            Happening::OffBlock { mission, airfield } => self.off_block(mission, airfield),
            Happening::OnBlock { mission, airfield } => self.on_block(mission, airfield),
            Happening::Delayed {
                mission,
                airfield,
                until,
            } => self.delayed(mission, airfield.as_ref(), *until),
            Happening::MissionCancelled { mission } => self.mission_cancelled(mission),
            Happening::AircraftOut { aircraft, until } => {
                self.aircraft_out(aircraft, *until);
                let concerned = |mission: &Mission| mission.aircraft == *aircraft;
                self.stop_missions(concerned, *until, false);
            }
            Happening::CrewOut { crew, until } => {
                self.crew_out(crew, *until);
                let concerned =
                    |mission: &Mission| mission.flight_crew == *crew || mission.medical_crew.as_ref() == Some(crew);
                self.stop_missions(concerned, *until, true);
            }
            Happening::Boarded { patient, mission } => self.boarded(patient, mission),
            Happening::NotBoarded { patient, mission } => self.not_boarded(patient, mission),
            Happening::Admitted { patient, facility } => self.admitted(patient, facility),
            Happening::PatientUnfit { patient, until } => self.unfit(patient, *until),
            Happening::PatientDied { patient } => self.close(patient, WhyClosed::Died),
            Happening::Declined { patient, facility } => self.declined(patient, facility),
            Happening::PatientWithdrawn { patient } => self.close(patient, WhyClosed::Withdrawn),
            other => self.change_operation(other),
        }
        self.follow_missions();
    }

    /// Missions that aircraft or crew cannot fly until then: what has not begun is taken out; what is under way waits where it is or lands next, and ends there
    /// where nobody knows for how long, or longer than the operation.
    fn stop_missions(&mut self, concerned: impl Fn(&Mission) -> bool, until: Option<Timestamp>, rests: bool) {
        let until = until.filter(|until| *until < self.operation.horizon.to);
        let concerned: Vec<MissionId> = (self.plan.missions.iter())
            .filter(|mission| concerned(mission))
            .map(|mission| mission.id.clone())
            .collect();
        for id in concerned {
            let Some(index) = self.mission(&id) else { continue };
            let mission = &self.plan.missions[index];
            // A crew is on duty before its first off-block.
            let report = if rests {
                self.report(mission)
            } else {
                SignedDuration::ZERO
            };
            let next_off = |stop: usize| Some(mission.stops.get(stop)?.off_block_at? - report);
            match (self.progress(mission), until) {
                (Progress::NotBegun, Some(until)) if next_off(0).is_some_and(|off| off >= until) => {}
                (Progress::NotBegun, _) => self.cancel(&id),
                (Progress::At(_) | Progress::On(_), None) => self.ground(&id),
                (Progress::At(stop), Some(until)) => {
                    if rests {
                        self.rest(index, stop);
                    }
                    self.put_off(index, stop, until);
                    self.hold(id, until, rests);
                }
                // On its way home as well: it may land elsewhere, and waits there then.
                (Progress::On(leg), Some(until)) => {
                    if leg + 1 < mission.legs.len() {
                        self.put_off(index, leg + 1, until);
                    }
                    self.hold(id, until, rests);
                }
                (Progress::Over, _) => {}
            }
        }
    }

    /// How far a mission is. One that has landed away from its base, and can go on, stands there, though none of its legs ahead is planned.
    pub(crate) fn progress(&self, mission: &Mission) -> Progress {
        match mission.progress(self.clock) {
            Progress::Over if !self.comes_home(mission) && !self.grounded.contains(&mission.id) => {
                Progress::At(mission.legs.len())
            }
            progress => progress,
        }
    }

    fn comes_home(&self, mission: &Mission) -> bool {
        let aircraft = self
            .operation
            .aircraft
            .iter()
            .find(|known| known.id == mission.aircraft);
        let last = mission.stops.last();
        aircraft.is_some_and(|aircraft| last.is_some_and(|stop| stop.airfield == aircraft.base))
    }

    /// How long before its first off-block a mission's crews report, at most.
    fn report(&self, mission: &Mission) -> SignedDuration {
        let crews = [Some(&mission.flight_crew), mission.medical_crew.as_ref()];
        let reports = crews.into_iter().flatten().filter_map(|id| {
            let crew = self.operation.crews.iter().find(|crew| crew.id == *id)?;
            let rules = self.operation.policy.duty.iter().find(|rules| rules.id == crew.rules)?;
            Some(SignedDuration::from_mins(rules.report.get()))
        });
        reports.max().unwrap_or_default()
    }

    /// Missions that may go on by now wait no more; where they waited for a crew, that still has to report.
    pub(crate) fn release(&mut self) {
        let mut held = std::mem::take(&mut self.held);
        held.retain(|id, held| {
            let mission = self.mission(id).map(|index| &self.plan.missions[index]);
            let report = mission.filter(|_| held.rests).map(|mission| self.report(mission));
            held.until + report.unwrap_or_default() > self.clock
        });
        self.held = held;
    }

    /// The longer of two waits counts.
    fn hold(&mut self, id: MissionId, until: Timestamp, rests: bool) {
        let held = self.held.entry(id).or_insert(Held { until, rests });
        held.rests = if until >= held.until { rests } else { held.rests };
        held.until = held.until.max(until);
    }

    /// Crews that wait where a mission stands rest, where they can and nobody is on board.
    fn rest(&mut self, mission: usize, stop: usize) {
        let clock = self.clock;
        let mission = &mut self.plan.missions[mission];
        let field = &mission.stops[stop].airfield;
        let known = self.operation.airfields.iter().find(|known| known.id == *field);
        let loading_began = mission.stops[stop].loading_from.is_some_and(|loading| loading <= clock);
        if stop > 0
            && known.is_some_and(|known| known.crew_rest)
            && !loading_began
            && !crate::ground::somebody_stays(mission, stop)
        {
            mission.stops[stop].rest = true;
        }
    }

    fn off_block(&mut self, id: &MissionId, airfield: &AirfieldId) {
        let Some(index) = self.known_mission(id) else { return };
        let Reported { off, landed } = self.reported.get(id).copied().unwrap_or_default();
        let stops = &self.plan.missions[index].stops;
        let ahead = (off..stops.len().saturating_sub(1)).find(|&stop| stops[stop].airfield == *airfield);
        let Some(stop) = ahead else {
            return self.error(
                "not-a-stop-ahead",
                format!("mission {id} does not take off at {airfield} any more"),
            );
        };
        if stops[stop].on_block_at.is_some_and(|on| on > self.clock) {
            let what = format!("mission {id} is not at {airfield} yet; report its on-block first");
            return self.error("not-there-yet", what);
        }
        // It has landed where it leaves from, whether that was reported or not.
        let (off, landed) = (stop + 1, landed.max(stop));
        self.reported.insert(id.clone(), Reported { off, landed });
        self.held.remove(id);
        self.take_off(index, stop, self.clock);
    }

    fn on_block(&mut self, id: &MissionId, airfield: &AirfieldId) {
        let Some(index) = self.known_mission(id) else { return };
        let landed = self.reported.get(id).map_or(0, |reported| reported.landed);
        let mission = &self.plan.missions[index];
        let begun = mission
            .legs
            .iter()
            .take_while(|leg| leg.off_block_at <= self.clock)
            .count();
        let ahead = (landed..mission.legs.len()).find(|&leg| mission.legs[leg].to == *airfield);
        let leg = if let Some(leg) = ahead.filter(|leg| *leg < begun) {
            leg
        } else {
            // It did not fly on to a later stop unseen: in the air it was diverted there, on the ground a report is missing.
            let in_the_air = matches!(mission.progress(self.clock), Progress::On(_));
            let may_divert = in_the_air || ahead.is_none();
            let Some(leg) = begun.checked_sub(1).filter(|leg| *leg >= landed && may_divert) else {
                let what = format!("mission {id} is not on its way to {airfield}; report its off-block first");
                return self.error("not-under-way", what);
            };
            if !self.operation.airfields.iter().any(|field| field.id == *airfield) {
                return self.error("unknown-airfield", format!("there is no airfield {airfield}"));
            }
            self.diverted(index, leg, airfield);
            leg
        };
        let (off, landed) = (leg + 1, leg + 1);
        self.reported.insert(id.clone(), Reported { off, landed });
        self.land(index, leg, self.clock);
        // A mission is over at its base, and where it can go no further; elsewhere it goes on, with whom it has on board.
        let mission = &self.plan.missions[index];
        if self.grounded.contains(id) || (mission.legs.len() == leg + 1 && self.comes_home(mission)) {
            self.set_down_all(id);
        }
    }

    fn delayed(&mut self, id: &MissionId, airfield: Option<&AirfieldId>, until: Timestamp) {
        let Some(index) = self.known_mission(id) else { return };
        let mission = &self.plan.missions[index];
        match (self.progress(mission), airfield) {
            (Progress::Over, _) => self.error("mission-over", format!("mission {id} is over")),
            (Progress::On(leg), None) => {
                if mission.legs[leg].on_block_at < until {
                    self.land(index, leg, until);
                }
            }
            (Progress::At(stop), airfield)
                if stop == mission.legs.len()
                    && airfield.is_none_or(|airfield| mission.stops[stop].airfield == *airfield) =>
            {
                self.hold(id.clone(), until, false);
            }
            (progress, airfield) => {
                let first = match progress {
                    Progress::At(stop) => stop,
                    Progress::On(leg) => leg + 1,
                    Progress::NotBegun | Progress::Over => 0,
                };
                let mut stops = first..mission.legs.len();
                let stop = match airfield {
                    None => stops.next(),
                    Some(airfield) => stops.find(|&stop| mission.stops[stop].airfield == *airfield),
                };
                let Some(stop) = stop else {
                    let place = airfield.map_or_else(|| "where it is".to_owned(), ToString::to_string);
                    return self.error(
                        "not-a-stop-ahead",
                        format!("mission {id} does not take off at {place} any more"),
                    );
                };
                let next = match progress {
                    Progress::At(next) => Some(next),
                    Progress::On(leg) => Some(leg + 1),
                    Progress::NotBegun | Progress::Over => None,
                };
                if next == Some(stop) {
                    self.hold(id.clone(), until, false);
                }
                self.put_off(index, stop, until);
            }
        }
    }

    /// Where a mission stands in the plan.
    pub(crate) fn mission(&self, id: &MissionId) -> Option<usize> {
        self.plan.missions.iter().position(|mission| mission.id == *id)
    }

    pub(crate) fn known_mission(&mut self, id: &MissionId) -> Option<usize> {
        let found = self.mission(id);
        if found.is_none() {
            self.error(
                "unknown-mission",
                format!("the plan has no mission {id}, or it was taken out"),
            );
        }
        found
    }

    pub(crate) fn error(&mut self, code: &str, what: String) {
        let finding = self.finding(Severity::Error, code, what);
        self.errors.push(finding);
    }

    pub(crate) fn warn(&mut self, code: &str, what: String) {
        let finding = self.finding(Severity::Warning, code, what);
        self.warnings.push(finding);
    }

    fn finding(&self, severity: Severity, code: &str, what: String) -> Finding {
        Finding {
            severity,
            code: code.to_owned(),
            place: Place::Key {
                file: "events".to_owned(),
                key: format!("event {} ({})", self.number + 1, self.clock),
            },
            what,
            remedy: match severity {
                Severity::Error => "correct the event, or take it out".to_owned(),
                Severity::Warning => String::new(),
            },
        }
    }
}
