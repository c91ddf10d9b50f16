//! What an event makes of a request.

use jiff::Timestamp;

use super::{Destination, Fitness, Request, RequestEvent, State};

impl Request {
    /// The request after an event. Its creation is for the record.
    pub(crate) fn evolve(&mut self, event: &RequestEvent, at: Timestamp) {
        let before = self.state.word();
        match event {
            RequestEvent::Created { .. } => {}
            RequestEvent::Amended { row } | RequestEvent::Assessed { row } => self.row = self.row.with(row),
            RequestEvent::Submitted { .. } => self.state = State::Submitted,
            RequestEvent::Returned { reason } => self.state = State::Returned(reason.clone()),
            RequestEvent::Endorsed { .. } => {
                self.queued_at = self.queued_at.or(Some(at));
                self.state = State::Endorsed;
            }
            RequestEvent::Cleared {
                conditions,
                valid_until,
            } => {
                self.fitness = Some(Fitness {
                    conditions: conditions.clone(),
                    valid_until: *valid_until,
                });
                // A clearance that is renewed changes nothing else.
                if !self.state.is_to_plan() && !self.state.is_under_way() {
                    self.state = State::Cleared;
                }
            }
            RequestEvent::Deferred { until, reason } => {
                self.fitness = None;
                self.destination = None;
                self.unplan();
                self.state = State::Deferred {
                    until: *until,
                    reason: reason.clone(),
                };
            }
            RequestEvent::Offered { offer, until } => {
                self.state = State::Offered {
                    offer: offer.clone(),
                    until: *until,
                };
            }
            RequestEvent::Broadcast { offers, until } => {
                self.state = State::Broadcast {
                    offers: offers.clone(),
                    until: *until,
                };
            }
            RequestEvent::Accepted { destination } => {
                self.destination = Some(destination.clone());
                // A hospital may agree after the plan was adopted.
                if self.planned.is_none() {
                    self.state = State::Accepted;
                }
            }
            RequestEvent::Declined { offer, .. } => {
                self.declined.push(offer.clone());
                // The others may still agree.
                if let State::Broadcast { offers, .. } = &mut self.state {
                    offers.retain(|asked| asked != offer);
                    if !offers.is_empty() {
                        return;
                    }
                }
                self.destination = None;
                self.unplan();
                self.state = State::Cleared;
            }
            RequestEvent::Unplaced { .. } => {
                self.destination = None;
                self.unplan();
                self.state = State::Cleared;
            }
            RequestEvent::Planned {
                plan,
                missions,
                offer,
                arrives_at,
            } => {
                self.planned = Some((plan.clone(), missions.clone()));
                self.arrives_at = Some(*arrives_at);
                if let Some(offer) = offer {
                    self.destination = Some(Destination::Offer(offer.clone()));
                }
                if !self.state.is_under_way() {
                    self.state = State::Planned;
                }
            }
            RequestEvent::Unplanned { keeps_bed, .. } => {
                self.unplan();
                if !keeps_bed {
                    self.destination = None;
                }
                if !self.state.is_under_way() {
                    self.state = match self.destination {
                        Some(_) => State::Accepted,
                        None => State::Cleared,
                    };
                }
            }
            RequestEvent::Manifested => self.state = State::Manifested,
            RequestEvent::Collected { .. } => self.state = State::Collected,
            RequestEvent::Staged { facility } => self.state = State::Staged(facility.clone()),
            RequestEvent::Enplaned { mission, .. } => self.state = State::Enplaned(mission.clone()),
            RequestEvent::Deplaned { airfield } => self.state = State::InTransit(airfield.clone()),
            RequestEvent::DepartureConfirmed => self.departure_confirmed = true,
            RequestEvent::Delivered {
                facility, as_planned, ..
            } => {
                let facility = facility.clone();
                self.delivered_to = Some(facility.clone());
                self.state = if *as_planned {
                    State::Delivered(facility)
                } else {
                    State::Diverted(facility)
                };
            }
            RequestEvent::HandedOver { .. } => self.state = State::HandedOver,
            RequestEvent::Closed => self.state = State::Closed,
            RequestEvent::Withdrawn { .. } => self.end(State::Withdrawn),
            RequestEvent::Died => self.end(State::Died),
            RequestEvent::ReturnRequested { request } => self.returned_by = Some(request.clone()),
        }
        if self.state.word() != before {
            self.since = at;
        }
    }

    fn unplan(&mut self) {
        self.planned = None;
        self.arrives_at = None;
    }

    fn end(&mut self, state: State) {
        self.unplan();
        self.state = state;
    }
}
