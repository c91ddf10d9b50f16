//! A mission, and an offer.

use airbridge_planner::explain::{MissionTold, OfferTold, OneFewer};
use airbridge_units::PatientId;

use super::{Page, measures, there, utc};

impl Page<'_> {
    pub(super) fn mission(&mut self, told: &MissionTold) {
        let mission = &told.mission;
        let lost = told.without.iter().filter(|fate| fate.then.is_err());
        let lost: Vec<PatientId> = lost.map(|fate| fate.patient.clone()).collect();
        let lost = if lost.is_empty() {
            "nobody".to_owned()
        } else {
            names(&lost)
        };
        let otherwise = if told.under_way {
            "; it is under way".to_owned()
        } else {
            format!("; without it {lost} would be left out")
        };
        let boards = mission.stops.iter().map(|stop| stop.boards.len()).sum::<usize>();
        self.line(&format!(
            "{} carries {boards} on {} ({}, {}{}){otherwise}",
            mission.id,
            mission.aircraft,
            mission.configuration,
            mission.flight_crew,
            mission
                .medical_crew
                .as_ref()
                .map_or_else(String::new, |team| format!(", {team}"))
        ));
        self.heading("The mission");
        for (leg, stop) in mission.legs.iter().zip(&mission.stops) {
            if !stop.boards.is_empty() {
                self.item(&format!("boards at {}: {}", stop.airfield, names(&stop.boards)));
            }
            let times = (
                leg.off_block_at.strftime("%a %-d %b %H:%M"),
                leg.on_block_at.strftime("%H:%M UTC"),
            );
            self.item(&format!("{} – {}  {}–{}", times.0, times.1, leg.from, leg.to));
        }
        if told.under_way {
            return;
        }
        self.heading("Without it, its aircraft flying no other instead");
        for fate in &told.without {
            match &fate.then {
                Ok(admitted) => self.item(&format!(
                    "{}: {}, {}",
                    fate.patient,
                    self.bed(&admitted.offer),
                    there(admitted)
                )),
                Err(reason) => self.item(&format!("{}: left out: {reason}", fate.patient)),
            }
        }
        self.heading("How else it could be flown, with all who are on it");
        if told.others.is_empty() {
            self.item("in no other cabin, with no other crew, by no other aircraft");
        }
        let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
        for other in &told.others {
            let words = measures::words(&other.difference);
            match groups.last_mut().filter(|(known, _)| *known == words) {
                Some((_, names)) => names.push(&other.what),
                None => groups.push((words, vec![&other.what])),
            }
        }
        for (words, names) in groups {
            self.item(&names.join("; "));
            self.below(&words);
        }
        self.exclusions(&told.excluded);
    }

    pub(super) fn offer(&mut self, told: &OfferTold) {
        let refused: usize = told.refused.iter().map(|refused| refused.patients.len()).sum();
        let fullest = told.days.iter().map(|(_, taken)| *taken).max().unwrap_or(0);
        self.line(&format!(
            "{} has {} of {} beds taken on its fullest day; {refused} left out whom it would fit",
            self.bed(&told.offer),
            fullest,
            told.beds
        ));
        self.heading("One bed more");
        if told.one_more.is_empty() {
            self.item("would bring nobody in, as the plan stands");
        }
        for (patient, admitted) in &told.one_more {
            self.item(&format!(
                "would bring in {patient}: {}, {}",
                self.bed(&admitted.offer),
                there(admitted)
            ));
        }
        self.heading("One bed fewer");
        match &told.one_fewer {
            OneFewer::Nothing => self.item("would change nothing: a bed is free on every day"),
            OneFewer::Settled => self.item("is out of the plan's hands: it can move nobody out of these beds any more"),
            OneFewer::Elsewhere(patient, possible) => {
                let there = format!("there {}", utc(possible.arrives_at));
                self.item(&format!("{patient} would go to {}, {there}", self.bed(&possible.offer)));
                self.below(&measures::words(&possible.difference));
            }
            OneFewer::LeftOut(patient) => self.item(&format!("{patient} would be left out")),
        }
        self.heading("In its beds");
        for (patient, arrives_at) in &told.placed {
            self.item(&format!("{patient} from {}", utc(*arrives_at)));
        }
        if told.placed.is_empty() {
            self.item("nobody");
        }
        if !told.refused.is_empty() {
            self.heading("Left out, and what keeps them from it");
        }
        for refused in &told.refused {
            self.item(&format!(
                "rule {}, {}: {}",
                refused.rule,
                refused.rule.title(),
                refused.reason
            ));
            self.below(&names(&refused.patients));
        }
    }
}

/// Patients named in a list.
const NAMED: usize = 12;

fn names(patients: &[PatientId]) -> String {
    let named: Vec<&str> = patients.iter().take(NAMED).map(PatientId::as_str).collect();
    match patients.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
