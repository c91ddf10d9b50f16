//! What has happened in a demonstration before anybody looks: a plan is adopted, hospitals and operators answer, and requests have come since.

use airbridge_app::{About, App, JobKind, JobOrder, Who, Wish};
use airbridge_disclosure::{Operation as Act, Role};
use airbridge_events::{
    Command, MissionCommand, MissionId, OfferId, OperationId, PlanState, Record, RequestCommand, RequestId, Row,
};
use airbridge_model::Operation;
use anyhow::{Context, Result};

/// Enough for a good plan of some seventy patients in a few seconds.
const WORK: u64 = 4_000;

/// Everybody who does something, by role.
pub(super) struct Life<'a> {
    pub(super) app: &'a App,
    pub(super) password: &'a str,
    pub(super) id: OperationId,
    pub(super) operation: &'a Operation,
}

impl Life<'_> {
    /// All of it.
    pub(super) async fn live(&self) -> Result<()> {
        self.adopt().await?;
        self.hospitals_answer().await?;
        self.operators_answer().await?;
        self.requests_come().await
    }

    async fn who(&self, role: Role) -> Result<Who> {
        let (token, _) = self.app.log_in(role.word(), self.password).await?;
        Ok(self.app.who(&token.0).await?)
    }

    async fn act(&self, who: &Who, act: Act, about: About, command: Command) -> Result<()> {
        self.app.act(who, &Wish::new(act, about, command)).await?;
        Ok(())
    }

    /// The planner makes a first plan, and the duty officer adopts it.
    async fn adopt(&self) -> Result<()> {
        let planner = self.who(Role::AirliftPlanner).await?;
        let order = JobOrder {
            kind: JobKind::Plan,
            work: WORK,
            seed: 1,
        };
        self.app.order_job(&planner, &self.id, order, None, None).await?;
        self.app.work_once("demonstration", 1).await?;
        self.app.log_out(&planner).await?;
        let proposed = |record: &Record| {
            let mut plans = record.plans.iter();
            let plan = plans.find(|(_, plan)| plan.state == PlanState::Proposed);
            plan.map(|(id, _)| id.clone())
        };
        let plan = self.app.see(proposed).context("the planner has proposed no plan")?;
        let officer = self.who(Role::DutyOfficer).await?;
        self.app.adopt(&officer, &plan, None, None, None).await?;
        Ok(self.app.log_out(&officer).await?)
    }

    /// Every second patient is accepted by the hospital.
    async fn hospitals_answer(&self) -> Result<()> {
        let hospital = self.who(Role::ReceivingHospital).await?;
        let own = hospital.actor.organisation.clone();
        let planned = |record: &Record| {
            let all = record.requests_of(&self.id);
            let asked = all.filter_map(|(id, request)| {
                let bed = request.bed().filter(|_| request.planned.is_some())?;
                let is_own = record.offers.get(bed)?.organisation.as_str() == own;
                is_own.then(|| (id.clone(), bed.clone()))
            });
            asked.step_by(2).collect()
        };
        let planned: Vec<(RequestId, OfferId)> = self.app.see(planned);
        for (id, bed) in planned {
            let accept = Command::Request(id, RequestCommand::Accept);
            self.act(&hospital, Act::OfferAccept, About::Offer(bed), accept).await?;
        }
        Ok(self.app.log_out(&hospital).await?)
    }

    /// The first mission is ready, with a crew; the second waits for a clearance, the third is accepted; the others are not answered yet.
    async fn operators_answer(&self) -> Result<()> {
        let operator = self.who(Role::Operator).await?;
        let crew = |record: &Record| record.by_login(Role::Crew.word()).map(|(id, _)| id.clone());
        let crew = self.app.see(crew).context("there is a crew")?;
        let first = |record: &Record| {
            let mut missions: Vec<_> = record.missions.iter().collect();
            missions.sort_by_key(|(_, mission)| mission.flight.legs.first().map(|leg| leg.off_block_at));
            missions.into_iter().take(3).map(|(id, _)| id.clone()).collect()
        };
        let first: Vec<MissionId> = self.app.see(first);
        for (number, id) in first.into_iter().enumerate() {
            let waits = MissionCommand::AwaitClearances("overflight of Turkey (synthetic)".to_owned());
            let then = match number {
                0 => Some(MissionCommand::Ready),
                1 => Some(waits),
                _ => None,
            };
            let all = [
                Some((Act::MissionReady, MissionCommand::Assign(vec![crew.clone()]))),
                Some((Act::MissionTask, MissionCommand::Task)),
                then.map(|then| (Act::MissionReady, then)),
            ];
            for (act, command) in all.into_iter().flatten() {
                let command = Command::Mission(id.clone(), command);
                self.act(&operator, act, About::Mission(id.clone()), command).await?;
            }
        }
        Ok(self.app.log_out(&operator).await?)
    }

    /// A draft, a request that was submitted, and one that was endorsed.
    async fn requests_come(&self) -> Result<()> {
        let clinician = self.who(Role::ReferringClinician).await?;
        let authority = self.who(Role::RequestingAuthority).await?;
        let origin = self
            .operation
            .patients
            .first()
            .map(|patient| patient.origin.to_string());
        let origin = origin.unwrap_or_default();
        let ready_at = self.app.now().to_string();
        for (number, age) in ["34", "52", "8"].into_iter().enumerate() {
            let id = RequestId::new(format!("NEW-{:03}", number + 1));
            let row = Row::from([
                ("origin", origin.as_str()),
                ("ready_at", ready_at.as_str()),
                ("precedence_scheme", "UK-STANAG3204"),
                ("precedence_code", "P2"),
                ("specialty", "general-surgery"),
                ("age_years", age),
                ("sex", "female"),
                ("mobility", "litter"),
                ("diagnosis", "synthetic"),
            ]);
            let create = RequestCommand::Create {
                operation: self.id.clone(),
                organisation: clinician.actor.organisation.as_str().into(),
                row,
                return_of: None,
                seen: Vec::new(),
            };
            let about = About::New(clinician.actor.organisation.clone());
            let create = Command::Request(id.clone(), create);
            self.act(&clinician, Act::RequestCreate, about, create).await?;
            let about = About::Request(id.clone());
            if number > 0 {
                let basis = "consent (synthetic)".to_owned();
                let submit = Command::Request(id.clone(), RequestCommand::Submit { basis });
                self.act(&clinician, Act::RequestSubmit, about.clone(), submit).await?;
            }
            if number > 1 {
                let criteria = "no such care in reach (synthetic)".to_owned();
                let endorse = Command::Request(id, RequestCommand::Endorse { criteria });
                self.act(&authority, Act::RequestEndorse, about, endorse).await?;
            }
        }
        self.app.log_out(&authority).await?;
        Ok(self.app.log_out(&clinician).await?)
    }
}
