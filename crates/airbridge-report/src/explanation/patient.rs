//! A patient, moved or left out.

use airbridge_model::{Journey, Step};
use airbridge_planner::explain::{Decision, Held, LeftOut, Moved, Possible, Relaxation, Who};

use super::{Page, measures, span, there, utc};

impl Page<'_> {
    pub(super) fn left_out(&mut self, told: &LeftOut) {
        let who = &told.who;
        self.line(&format!(
            "{} ({}, due {}) is left out: {}",
            who.patient,
            who.level,
            utc(who.due_at),
            told.summary
        ));
        match &told.room {
            Some(room) => {
                self.heading(&format!(
                    "There is room for {} after all: plan again, for longer",
                    who.patient
                ));
                self.item(&format!("{}, {}", self.bed(&room.offer), there(room)));
            }
            None => self.ways_out(told),
        }
        self.heading("What excludes each alternative");
        self.exclusions(&told.exclusions);
    }

    fn ways_out(&mut self, told: &LeftOut) {
        let patient = &told.who.patient;
        if told.would_take.is_empty() {
            self.heading(&format!(
                "Nothing that was tried brings {patient} in: {} changes, alone and in pairs",
                told.looked_at
            ));
            return;
        }
        let headings = [
            (
                Decision::Coordination,
                format!("What would bring {patient} in, nobody else being dropped"),
            ),
            (
                Decision::Clinical,
                "Or, if those who treat the patient decide so".to_owned(),
            ),
            (
                Decision::Patient,
                "Or, if the patient decides so: to be asked, not assumed".to_owned(),
            ),
        ];
        for (decision, heading) in headings {
            let ways: Vec<&Relaxation> = told.would_take.iter().filter(|way| way.decision == decision).collect();
            if ways.is_empty() {
                continue;
            }
            self.heading(&heading);
            for way in ways {
                self.item(&way.words.join(", and "));
                self.below(&format!("{}, {}", self.bed(&way.admitted.offer), there(&way.admitted)));
            }
        }
        self.text.push('\n');
        self.line(&format!(
            "Each was planned with on a copy; {} changes were looked at.",
            told.looked_at
        ));
    }

    pub(super) fn moved(&mut self, told: &Moved) {
        let (who, journey) = (&told.who, &told.journey);
        self.line(&format!(
            "{} ({}) is moved to {}: there {}, {}",
            who.patient,
            who.level,
            self.bed(&journey.offer),
            utc(journey.arrives_at),
            punctual(who, journey)
        ));
        if !who.with.is_empty() {
            let with: Vec<&str> = who.with.iter().map(airbridge_units::PatientId::as_str).collect();
            self.item(&format!("travels with {}", with.join(", ")));
        }
        self.heading("The journey");
        for step in &journey.steps {
            self.item(&walked(step));
        }
        self.heading("Why this hospital");
        self.possible(&told.other_beds, "no other bed could be had in this plan");
        self.exclusions(&told.excluded_beds);
        self.heading("Why this mission and aircraft");
        self.possible(
            &told.other_flights,
            "no other could carry the patient there in this plan",
        );
        self.exclusions(&told.excluded_flights);
        self.heading("Why not earlier");
        match &told.held {
            Held::By(holds) => {
                for hold in holds {
                    self.item(&format!("{}: {} sooner without", hold.what, span(hold.minutes)));
                }
            }
            Held::Together(all, minutes) => {
                self.item(&format!(
                    "{} sooner without all of these; each alone changes nothing",
                    span(*minutes)
                ));
                for what in all {
                    self.below(what);
                }
            }
            Held::Nothing(minutes) => {
                self.item(&format!(
                    "nothing: flown by the same missions, it could be {} sooner at once",
                    span(*minutes)
                ));
            }
            Held::Itself => {
                self.item("roads, handling and flights take all the time: nothing that was tried makes it sooner");
            }
        }
    }

    fn possible(&mut self, possible: &[Possible], none: &str) {
        if possible.is_empty() {
            self.item(none);
        }
        for other in possible {
            self.item(&format!("{}: there {}", other.what, utc(other.arrives_at)));
            self.below(&measures::words(&other.difference));
            if !other.without.is_empty() {
                let without: Vec<&str> = other.without.iter().map(airbridge_units::PatientId::as_str).collect();
                self.below(&format!("and {} would be left out", without.join(", ")));
            }
        }
    }
}

fn punctual(who: &Who, journey: &Journey) -> String {
    let early = who.due_at.duration_since(journey.arrives_at).as_secs() / 60;
    if early >= 0 {
        format!("{} before due", span(early))
    } else {
        format!("{} late", span(-early))
    }
}

fn walked(step: &Step) -> String {
    let (from, to) = step.span();
    let what = match step {
        Step::ToField { facility, airfield, .. } => format!("by road from {facility} to {airfield}"),
        Step::Lift { mission, .. } => format!("on mission {mission}"),
        Step::FromField { airfield, facility, .. } => format!("by road from {airfield} to {facility}"),
        Step::Stay { facility, .. } => format!("stays in {facility}"),
    };
    format!(
        "{} – {}  {what}",
        from.strftime("%a %-d %b %H:%M"),
        to.strftime("%H:%M UTC")
    )
}
