//! A request begins: an open one that looks like the same patient is shown first.

use super::{RequestEvent, State, draft};
use crate::fact::Draft;
use crate::ids::{OperationId, OrganisationId, RequestId};
use crate::record::Record;
use crate::refusal::{Code, Refusal};
use crate::row::Row;

pub(super) fn create(
    record: &Record,
    id: &RequestId,
    (operation, organisation): (&OperationId, &OrganisationId),
    row: &Row,
    return_of: Option<&RequestId>,
    seen: &[RequestId],
) -> Result<Vec<Draft>, Refusal> {
    if record.requests.contains_key(id) {
        return Err(Refusal::new(Code::Exists, format!("there is a request {id} already")).field("/id"));
    }
    record.operation(operation)?;
    let alike: Vec<RequestId> = record.duplicates(operation, organisation, row);
    let unseen: Vec<&str> = alike
        .iter()
        .filter(|id| !seen.contains(id))
        .map(RequestId::as_str)
        .collect();
    if !unseen.is_empty() {
        let what = format!("open requests look like the same patient: {}", unseen.join(", "));
        return Err(Refusal::new(Code::Exists, what)
            .remedy("look at them; if it is another patient, name them in `seen`")
            .field("/seen"));
    }
    let created = RequestEvent::Created {
        operation: operation.clone(),
        organisation: organisation.clone(),
        row: return_of.map_or_else(|| row.clone(), |earlier| from_the_hospital(record, earlier, row)),
        return_of: return_of.cloned(),
    };
    let mut drafts = vec![draft(id, created)];
    if let Some(earlier) = return_of {
        let known = record.request(earlier)?;
        let on_the_way = known.returned_by.as_ref().and_then(|id| record.requests.get(id));
        let is_returned = on_the_way.is_some_and(|request| request.state != State::Withdrawn);
        if !matches!(known.state, State::HandedOver | State::Closed) || is_returned {
            let what = format!("request {earlier} is not at its destination, or on its way home already");
            return Err(Refusal::new(Code::State, what).field("/return_of"));
        }
        drafts.push(draft(earlier, RequestEvent::ReturnRequested { request: id.clone() }));
    }
    Ok(drafts)
}

/// The row of a way home: it begins where the patient was brought, unless it says otherwise.
fn from_the_hospital(record: &Record, earlier: &RequestId, row: &Row) -> Row {
    let known = record.requests.get(earlier);
    let facility = known.and_then(|known| {
        let offer = known.bed().and_then(|bed| record.offers.get(bed));
        let planned = || offer.map(|offer| offer.row.text("facility").to_owned());
        known.delivered_to.clone().or_else(planned)
    });
    match facility {
        Some(facility) => Row::from([("origin", facility.as_str())]).with(row),
        None => row.clone(),
    }
}
