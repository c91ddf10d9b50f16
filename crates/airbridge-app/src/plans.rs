//! Adopting plans, and handing their files out.

use airbridge_disclosure::{FieldGroup, Operation as Row};
use airbridge_events::{Command, Outline, PlanCommand, PlanId, PlanState};
use airbridge_interchange::plan_file;

use crate::act::{Done, Wish, read_answer};
use crate::app::App;
use crate::beside::beside;
use crate::error::Error;
use crate::planning::{Changes, From, Kept, changes, merge, part};
use crate::subject::About;
use crate::who::Who;

impl App {
    /// A person adopts a plan: in whole, or only some of its missions. It has to replace the plan that runs.
    ///
    /// # Errors
    ///
    /// Whoever asks may not; the plan replaces another one; a bed is gone; or the missions carry patients together with others that are not named.
    pub async fn adopt(
        &self,
        who: &Who,
        id: &PlanId,
        missions: Option<Vec<String>>,
        if_match: Option<u64>,
        once: Option<(String, [u8; 32])>,
    ) -> Result<Done, Error> {
        let about = About::Plan(id.clone());
        let known = |record: &airbridge_events::Record, _: &airbridge_disclosure::Mask| {
            let plan = &record.plans[id];
            (plan.outline.clone(), plan.state == PlanState::Proposed)
        };
        if let Some(answer) = self.repeated(who, Row::PlanAdopt, once.as_ref()).await? {
            return Ok(read_answer(&answer));
        }
        let (outline, is_open) = self.permit(who, Row::PlanAdopt, &about, known).await?;
        // What was decided on is refused.
        let command = match missions.filter(|_| is_open) {
            None => Ok(PlanCommand::Adopt {
                missions: None,
                blob: outline.blob.clone(),
            }),
            Some(missions) if outline.parent.is_none() => self.part_of_first(&outline, missions).await,
            Some(missions) => self.part_of_replan(id, &outline, missions).await,
        };
        let command = match command {
            Ok(command) => Command::Plan(id.clone(), command),
            Err(error) => {
                self.note_refusal(who, Row::PlanAdopt, &about.id(), &error).await?;
                return Err(error);
            }
        };
        let wish = Wish {
            if_match,
            once,
            ..Wish::new(Row::PlanAdopt, about, command)
        };
        self.act(who, &wish).await
    }

    /// Some missions of a first plan; whoever flies with none of them is left out.
    async fn part_of_first(&self, outline: &Outline, missions: Vec<String>) -> Result<PlanCommand, Error> {
        let plan = plan_file::from_json(&self.blob(&outline.blob).await?).map_err(Error::Findings)?;
        let operation = self.made_for(outline, plan.clone()).await?;
        let part = part(&operation, &plan, &missions).map_err(together)?;
        let violations = airbridge_check::check(&operation, &part);
        if !violations.is_empty() {
            return Err(Error::Findings(violations));
        }
        let blob = self.store().put_blob(plan_file::to_json(&part).into_bytes()).await?;
        Ok(PlanCommand::Adopt {
            missions: Some(missions),
            blob,
        })
    }

    /// Some missions of a plan that replaces another; all else stays as it is.
    async fn part_of_replan(
        &self,
        id: &PlanId,
        outline: &Outline,
        missions: Vec<String>,
    ) -> Result<PlanCommand, Error> {
        if missions.is_empty() {
            return Err(Error::invalid(
                "no mission is chosen: name at least one, or reject the plan",
                "/missions",
            ));
        }
        let (operation, plan) = self.made(id).await?;
        let from = From {
            operation: outline.operation.clone(),
            parent: outline.parent.clone(),
            tables: outline.tables.clone(),
            tables_seq: outline.tables_seq,
            events: outline.events.clone(),
            known_seq: outline.known_seq,
            blob: outline.blob.clone(),
        };
        let merged = beside("putting two plans together has failed", move || {
            let merged = merge(&operation, &plan, &missions)?;
            let outline = crate::planning::outline(&operation, &merged, from);
            Ok::<_, Kept>((merged, outline))
        });
        let merged = merged.await?;
        let (merged, mut part) = merged.map_err(|kept| match kept {
            Kept::Unknown(number) => Error::invalid(format!("no plan has a mission {number}"), "/missions"),
            Kept::Same => Error::invalid("the plan that runs has these missions just so already", "/missions"),
            Kept::Together(missing) => together(missing),
            Kept::Broken(findings) => Error::Findings(findings),
        })?;
        let blob = self.store().put_blob(plan_file::to_json(&merged).into_bytes()).await?;
        part.blob.clone_from(&blob);
        Ok(PlanCommand::AdoptPart {
            part: Box::new(part),
            blob,
        })
    }

    /// What a plan changes beside the one that it replaces, and who has to be told.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn plan_changes(&self, who: &Who, id: &PlanId) -> Result<Changes, Error> {
        let about = About::Plan(id.clone());
        self.look(who, Row::PlanRead, &about, "", |_, _| ()).await?;
        let (operation, plan) = self.made(id).await?;
        beside("comparing two plans has failed", move || changes(&operation, &plan)).await
    }

    /// A plan's file: of what was adopted, where it was. Why somebody is left out tells how they can travel: it is not in it for those who see nothing
    /// of that.
    ///
    /// # Errors
    ///
    /// Not there or not theirs.
    pub async fn plan_file(&self, who: &Who, id: &PlanId) -> Result<Vec<u8>, Error> {
        let blob = |record: &airbridge_events::Record, mask: &airbridge_disclosure::Mask| {
            let plan = &record.plans[id];
            let blob = plan.adopted.clone().unwrap_or_else(|| plan.outline.blob.clone());
            (blob, mask.shows(FieldGroup::Planning))
        };
        let about = About::Plan(id.clone());
        let (blob, shows_reasons) = self.look(who, Row::PlanRead, &about, "", blob).await?;
        let file = self.blob(&blob).await?;
        if shows_reasons {
            return Ok(file);
        }
        let mut plan = plan_file::from_json(&file).map_err(Error::Findings)?;
        for left in &mut plan.left_out {
            left.summary.clear();
            left.exclusions.clear();
        }
        Ok(plan_file::to_json(&plan).into_bytes())
    }
}

fn together(missing: Vec<String>) -> Error {
    let what = format!("they hang together with {}: adopt these too", missing.join(", "));
    Error::invalid(what, "/missions")
}
