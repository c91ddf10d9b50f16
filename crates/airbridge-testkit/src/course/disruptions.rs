//! Disruptions of a day.

use std::collections::BTreeSet;

use airbridge_model::{
    BedOffer, Event, Happening, Mission, Operation, Patient, PatientChange, Plan, PrecedenceLevel, Specialty,
};
use airbridge_units::{AircraftId, ClosureId, CrewId, OfferId};
use jiff::{SignedDuration, Timestamp};

use super::home::code_of_level;
use super::{Course, event, moment};
use crate::dice::Dice;

pub(super) fn draw(
    course: &mut Course,
    operation: &Operation,
    plan: &Plan,
    from: Timestamp,
    to: Timestamp,
) -> Vec<Event> {
    // Rates are for a day.
    let days = to.duration_since(from).as_secs_f64() / 86_400.0;
    let mut day = Day {
        plan,
        from,
        to,
        days,
        events: Vec::new(),
        grounded: BTreeSet::new(),
        resting: BTreeSet::new(),
    };
    day.aircraft(course, operation);
    day.crews(course);
    day.delays(course);
    day.fields(course, operation);
    day.beds(course, operation);
    day.clearances(course, operation);
    day.people(course, operation);
    day.events
}

struct Day<'a> {
    plan: &'a Plan,
    from: Timestamp,
    to: Timestamp,
    days: f64,
    events: Vec<Event>,
    grounded: BTreeSet<&'a AircraftId>,
    resting: BTreeSet<&'a CrewId>,
}

impl<'a> Day<'a> {
    /// Whether something that happens to so many of `of` on a day happens.
    fn happens(&self, rate: f64, of: f64, dice: &mut Dice) -> bool {
        dice.unit() < rate / of * self.days
    }

    /// Missions with a leg in this time.
    fn flying(&self) -> impl Iterator<Item = &'a Mission> + use<'a> {
        let (from, to) = (self.from, self.to);
        let within = move |mission: &&Mission| {
            let legs = &mission.legs;
            legs.first().is_some_and(|leg| leg.off_block_at <= to)
                && legs.last().is_some_and(|leg| leg.on_block_at > from)
        };
        self.plan.missions.iter().filter(within)
    }

    fn aircraft(&mut self, course: &Course, operation: &Operation) {
        let mut dice = course.dice("aircraft", self.from);
        for aircraft in &operation.aircraft {
            if !self.happens(course.rates.aircraft_out, 100.0, &mut dice) {
                continue;
            }
            let at = moment(self.from, self.to, &mut dice);
            let until = Some(at + hours(dice.between(6, 96)));
            let mission = self
                .plan
                .missions
                .iter()
                .find(|mission| mission.aircraft == aircraft.id);
            self.grounded.extend(mission.map(|mission| &mission.aircraft));
            let aircraft = aircraft.id.clone();
            self.events.push(event(at, Happening::AircraftOut { aircraft, until }));
        }
    }

    fn crews(&mut self, course: &Course) {
        let mut dice = course.dice("crews", self.from);
        let crews: BTreeSet<&'a CrewId> = self
            .flying()
            .filter(|mission| !self.grounded.contains(&mission.aircraft))
            .flat_map(|mission| [Some(&mission.flight_crew), mission.medical_crew.as_ref()])
            .flatten()
            .collect();
        for crew in crews {
            if self.happens(course.rates.crew_out, 100.0, &mut dice) {
                let at = moment(self.from, self.to, &mut dice);
                let until = Some(at + hours(dice.between(24, 72)));
                let what = Happening::CrewOut {
                    crew: crew.clone(),
                    until,
                };
                self.events.push(event(at, what));
                self.resting.insert(crew);
            }
        }
    }

    /// Before a take-off it is known that it will be late.
    fn delays(&mut self, course: &Course) {
        let mut dice = course.dice("delays", self.from);
        let flying: Vec<&Mission> = self.flying().collect();
        for mission in flying {
            let crews = [Some(&mission.flight_crew), mission.medical_crew.as_ref()];
            let touched = self.grounded.contains(&mission.aircraft)
                || crews.into_iter().flatten().any(|crew| self.resting.contains(crew));
            let rate = course.rates.delayed / self.days.max(1.0);
            if !self.happens(rate, 100.0, &mut dice) || touched {
                continue;
            }
            let late = SignedDuration::from_mins(dice.between(30, 240));
            let ahead: Vec<_> = mission
                .legs
                .iter()
                .filter(|leg| leg.off_block_at > self.from + hours(1) && leg.off_block_at <= self.to)
                .collect();
            let Some(leg) = dice.pick_some(&ahead) else { continue };
            let what = Happening::Delayed {
                mission: mission.id.clone(),
                airfield: Some(leg.from.clone()),
                until: leg.off_block_at + late,
            };
            self.events.push(event(leg.off_block_at - hours(1), what));
        }
    }

    fn fields(&mut self, course: &mut Course, operation: &Operation) {
        let mut dice = course.dice("fields", self.from);
        for field in &operation.airfields {
            if self.happens(course.rates.airfield_closed, 100.0, &mut dice) {
                let at = moment(self.from, self.to, &mut dice);
                let what = Happening::AirfieldClosed {
                    closure: ClosureId::new(course.next_name()),
                    airfield: field.id.clone(),
                    from: at,
                    to: at + hours(dice.between(3, 24)),
                };
                self.events.push(event(at, what));
            }
        }
    }

    fn beds(&mut self, course: &mut Course, operation: &Operation) {
        let mut dice = course.dice("beds", self.from);
        let today = self.from.to_zoned(jiff::tz::TimeZone::UTC).date();
        let open = |offer: &&BedOffer| offer.specialty != Specialty::Home && offer.to >= today && offer.beds > 0;
        for offer in operation.offers.iter().filter(open) {
            if self.happens(course.rates.beds_withdrawn, 100.0, &mut dice) {
                let at = moment(self.from, self.to, &mut dice);
                let left = dice.below(offer.beds as usize) as u32;
                let offer = offer.id.clone();
                self.events.push(event(at, Happening::BedsWithdrawn { offer, left }));
            }
        }
        let all: Vec<&BedOffer> = operation.offers.iter().filter(open).collect();
        if self.happens(course.rates.beds_offered, 100.0, &mut dice)
            && let Some(like) = dice.pick_some(&all)
        {
            let at = moment(self.from, self.to, &mut dice);
            let offer = BedOffer {
                id: OfferId::new(format!("{}-{}", like.facility, course.next_name())),
                beds: dice.between(1, 5) as u32,
                expires_at: None,
                ..(*like).clone()
            };
            self.events
                .push(event(at, Happening::BedsOffered { offer: Box::new(offer) }));
        }
    }

    fn clearances(&mut self, course: &Course, operation: &Operation) {
        let mut dice = course.dice("clearances", self.from);
        for clearance in &operation.clearances {
            let holds = clearance.valid_from <= self.from && clearance.valid_to > self.to;
            if self.happens(course.rates.clearance_late, 100.0, &mut dice) && holds {
                let at = moment(self.from, self.to, &mut dice);
                let what = Happening::ClearanceLate {
                    clearance: clearance.id.clone(),
                    valid_from: at + hours(dice.between(12, 72)),
                };
                self.events.push(event(at, what));
            }
        }
    }

    /// Those who wait at the origin all this time, by the plan that runs.
    fn people(&mut self, course: &Course, operation: &Operation) {
        let mut dice = course.dice("people", self.from);
        let gone: BTreeSet<_> = self
            .plan
            .journeys
            .iter()
            .map(|journey| (&journey.patient, &journey.steps))
            .chain(
                self.plan
                    .left_out
                    .iter()
                    .map(|left_out| (&left_out.patient, &left_out.so_far)),
            )
            .filter(|(_, steps)| steps.first().is_some_and(|step| step.span().0 <= self.to))
            .map(|(patient, _)| patient)
            .collect();
        let closed = |patient: &Patient| {
            let so_far = operation.so_far.as_deref();
            so_far.is_some_and(|so_far| so_far.closed.contains_key(&patient.id))
        };
        for patient in &operation.patients {
            let level = patient.precedence.level;
            let rank = PrecedenceLevel::ALL
                .iter()
                .position(|other| *other == level)
                .unwrap_or(0);
            let rates = course.rates;
            // Drawn for everybody, so that the fate of one does not hang on where the others are.
            let [died, withdrawn, worse, unfit] = [rates.died[rank], rates.withdrawn, rates.worse, rates.unfit]
                .map(|rate| self.happens(rate, 1000.0, &mut dice));
            let at = moment(self.from, self.to, &mut dice);
            let days = dice.between(1, 5);
            if gone.contains(&patient.id) || closed(patient) || patient.specialty == Specialty::Home {
                continue;
            }
            let id = patient.id.clone();
            let what = if died {
                Happening::PatientDied { patient: id }
            } else if withdrawn {
                Happening::PatientWithdrawn { patient: id }
            } else if worse && rank > 0 {
                let level = PrecedenceLevel::ALL[rank - 1];
                let mut precedence = code_of_level(patient.precedence.scheme, level, at);
                // The wait is still counted from when they asked.
                precedence.clock_start_at = patient.precedence.clock_start_at;
                precedence.latest_useful_at = patient.precedence.latest_useful_at;
                Happening::PatientChanged {
                    patient: id,
                    change: Box::new(PatientChange {
                        precedence: Some(precedence),
                        ..PatientChange::default()
                    }),
                }
            } else if unfit {
                let until = Some(at + hours(24 * days));
                Happening::PatientUnfit { patient: id, until }
            } else {
                continue;
            };
            self.events.push(event(at, what));
        }
    }
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}
