//! Adopting plans, and handing their files out.

use airbridge_disclosure::{FieldGroup, Operation as Row};
use airbridge_events::{Command, PlanCommand, PlanId};
use airbridge_interchange::plan_file;

use crate::act::{Done, Wish, read_answer};
use crate::app::App;
use crate::error::Error;
use crate::operations::sound;
use crate::planning::part;
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
            let outline = &record.plans[id].outline;
            (outline.blob.clone(), outline.tables.clone(), outline.parent.is_some())
        };
        if let Some(answer) = self.repeated(who, Row::PlanAdopt, once.as_ref()).await? {
            return Ok(read_answer(&answer));
        }
        let (mut blob, tables, is_replan) = self.permit(who, Row::PlanAdopt, &about, known).await?;
        if let Some(missions) = &missions {
            if is_replan {
                let what =
                    "a plan that replaces another one is adopted as a whole; plan again without what is not wanted";
                return Err(Error::invalid(what, "/missions"));
            }
            let bytes = self.blob(&blob).await?;
            let plan = plan_file::from_json(&bytes).map_err(Error::Findings)?;
            let operation = sound(&self.tables(&tables).await?)?;
            let part = part(&operation, &plan, missions).map_err(|missing| {
                let what = format!("patients change to or from {}: adopt these too", missing.join(", "));
                Error::invalid(what, "/missions")
            })?;
            let violations = airbridge_check::check(&operation, &part);
            if !violations.is_empty() {
                return Err(Error::Findings(violations));
            }
            blob = self.store().put_blob(plan_file::to_json(&part).into_bytes()).await?;
        }
        let command = Command::Plan(id.clone(), PlanCommand::Adopt { missions, blob });
        let wish = Wish {
            if_match,
            once,
            ..Wish::new(Row::PlanAdopt, about, command)
        };
        self.act(who, &wish).await
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
