//! A record, and a short way to ask it for things.

use airbridge_events::{
    AccountId, By, Code, Command, Context, Draft, Fact, OfferCommand, OfferId, OperationCommand, OrganisationCommand,
    OrganisationId, Record, Refusal, RequestCommand, RequestId, Row, What, decide,
};
use jiff::{SignedDuration, Timestamp};

pub(crate) struct World {
    pub(crate) record: Record,
    pub(crate) log: Vec<Fact>,
    pub(crate) now: Timestamp,
    /// When what is asked for happened, where that is not now.
    pub(crate) happened_at: Option<Timestamp>,
}

pub(crate) fn by(account: &str) -> By {
    By {
        account: account.into(),
        organisation: "ministry".into(),
        authority: "synthetic".to_owned(),
    }
}

impl World {
    /// One operation of one organisation, with two offers: of two beds, and of one.
    pub(crate) fn new() -> Self {
        let mut world = Self {
            record: Record::default(),
            log: Vec::new(),
            now: "2017-01-31T06:00:00Z".parse().expect("an instant"),
            happened_at: None,
        };
        let ministry = OrganisationCommand::Describe {
            name: "Ministry".to_owned(),
            facilities: vec!["BMC".to_owned()],
            operators: Vec::new(),
        };
        world.done(&Command::Organisation("ministry".into(), ministry));
        let open = OperationCommand::Open {
            organisation: "ministry".into(),
            name: "Synthetic".to_owned(),
            tables: "blob".to_owned(),
        };
        world.done(&Command::Operation("op".into(), open));
        for (offer, beds) in [("two", "2"), ("one", "1")] {
            let make = OfferCommand::Make {
                operation: "op".into(),
                organisation: "hospital".into(),
                row: Row::from([("facility", "BURDENKO"), ("specialty", "surgery"), ("beds", beds)]),
            };
            world.done(&Command::Offer(offer.into(), make));
        }
        world
    }

    pub(crate) fn ask(&mut self, command: &Command, account: &str) -> Result<Vec<Draft>, Refusal> {
        let by = by(account);
        let context = Context {
            now: self.now,
            happened_at: self.happened_at.unwrap_or(self.now),
            by: &by,
        };
        let drafts = decide(&self.record, command, &context)?;
        for draft in &drafts {
            self.record(&draft.stream, draft.what.clone(), by.clone());
        }
        Ok(drafts)
    }

    /// Records a fact that nobody has decided here.
    pub(crate) fn tell(&mut self, stream: &str, what: What) {
        self.record(stream, what, by("officer"));
    }

    fn record(&mut self, stream: &str, what: What, by: By) {
        let version = self.log.iter().filter(|fact| fact.stream == stream).count() as u64 + 1;
        let fact = Fact {
            seq: self.record.seq + 1,
            version,
            stream: stream.to_owned(),
            what,
            by,
            happened_at: self.now,
            recorded_at: self.now,
            supersedes: None,
            confirms: None,
        };
        self.record.evolve(&fact);
        self.log.push(fact);
    }

    pub(crate) fn done(&mut self, command: &Command) -> Vec<Draft> {
        self.ask(command, "officer").expect("it can be done")
    }

    pub(crate) fn request(&mut self, id: &str, command: RequestCommand) -> Result<Vec<Draft>, Refusal> {
        self.ask(&Command::Request(id.into(), command), "officer")
    }

    pub(crate) fn refused(&mut self, id: &str, command: RequestCommand) -> Code {
        self.request(id, command).expect_err("it cannot be done").code
    }

    pub(crate) fn state(&self, id: &str) -> &'static str {
        self.record.requests[&RequestId::from(id)].state.word()
    }

    pub(crate) fn free(&self, id: &str) -> u32 {
        self.record.offers[&OfferId::from(id)].free(self.now)
    }

    pub(crate) fn hours(&mut self, hours: i64) -> Timestamp {
        self.now + SignedDuration::from_hours(hours)
    }

    /// A request that is cleared to fly.
    pub(crate) fn cleared(&mut self, id: &str, age: &str) {
        self.ask(&create(id, age), "clinician").expect("a new request");
        let basis = "consent".to_owned();
        self.request(id, RequestCommand::Submit { basis }).expect("complete");
        let criteria = "published criteria".to_owned();
        self.request(id, RequestCommand::Endorse { criteria })
            .expect("by another");
        let valid_until = self.hours(72);
        self.request(id, clear(valid_until)).expect("endorsed");
    }
}

pub(crate) fn create(id: &str, age: &str) -> Command {
    let create = RequestCommand::Create {
        operation: "op".into(),
        organisation: OrganisationId::from("ministry"),
        row: Row::from([
            ("origin", "BMC"),
            ("ready_at", "2017-01-31T06:00Z"),
            ("precedence_code", "P2"),
            ("specialty", "surgery"),
            ("age_years", age),
        ]),
        return_of: None,
        seen: Vec::new(),
    };
    Command::Request(id.into(), create)
}

pub(crate) fn clear(valid_until: Timestamp) -> RequestCommand {
    RequestCommand::Clear {
        conditions: "cabin at 5,000 ft".to_owned(),
        valid_until,
    }
}

pub(crate) fn account(name: &str) -> AccountId {
    name.into()
}
