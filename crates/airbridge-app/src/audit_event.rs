//! Entries of the audit as FHIR R4 AuditEvents (4.0.1).
//!
//! What comes in: an entry. What goes out: a resource with the elements that R4 requires (`type`, `recorded`, `agent.requestor`, `source.observer`) and codes
//! of its value sets; what they have no code for is in systems of our own (`urn:airbridge:…`). The entry's place in the chain of hashes goes along.
//!
//! # References
//!
//! HL7 FHIR R4, AuditEvent, <http://hl7.org/fhir/R4/auditevent.html>; DICOM PS3.16, context group 400 (audit event ids).

use airbridge_store::AuditEntry;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::app::hex;

const DICOM: &str = "http://dicom.nema.org/resources/ontology/DCM";
const EVENT: &str = "http://terminology.hl7.org/CodeSystem/audit-event-type";
const REST: &str = "http://hl7.org/fhir/restful-interaction";
const ENTITY: &str = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
const OBJECT: &str = "http://terminology.hl7.org/CodeSystem/object-role";
const REASON: &str = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
const SOURCE: &str = "http://terminology.hl7.org/CodeSystem/security-source-type";
const AGENT: &str = "http://terminology.hl7.org/CodeSystem/extra-security-role-type";

/// How outcomes begin that mean that it was done.
const DONE: [&str; 7] = ["done", "shown", "hit", "logged", "set", "begun", "enrolled"];

/// What kind of event an act is: the code of R4's value sets for the family, for the action, and where there is one for the kind within the family.
struct Kind {
    family: (&'static str, &'static str, &'static str),
    within: Option<(&'static str, &'static str, &'static str)>,
    action: &'static str,
}

fn kind(act: &str) -> Kind {
    let rest = (EVENT, "rest", "RESTful Operation");
    let plain = |action, interaction| Kind {
        family: rest,
        within: Some((REST, interaction, interaction)),
        action,
    };
    let dicom = |code, display, kind, action| Kind {
        family: (DICOM, code, display),
        within: kind,
        action,
    };
    match act {
        "session.create" => dicom("110114", "User Authentication", Some((DICOM, "110122", "Login")), "E"),
        "session.delete" => dicom("110114", "User Authentication", Some((DICOM, "110123", "Logout")), "E"),
        "audit.read" | "audit.verify" | "audit.export" => dicom("110101", "Audit Log Used", None, "R"),
        "operation.export" | "backup" => dicom("110106", "Export", None, "R"),
        "operation.import" | "restore" => dicom("110107", "Import", None, "C"),
        "emergency.open" | "emergency.review" => dicom(
            "110113",
            "Security Alert",
            Some((DICOM, "110127", "Emergency Override Started")).filter(|_| act == "emergency.open"),
            "E",
        ),
        "account.update" | "account.suspend" | "account.link" | "account.reset-factor" | "self.second-factor" => dicom(
            "110113",
            "Security Alert",
            Some((DICOM, "110137", "User Security Attributes Changed")),
            "U",
        ),
        _ => match act.split_once('.').map_or(act, |(_, what)| what) {
            "read" | "history" => plain("R", "read"),
            "search" => plain("R", "search-type"),
            "create" | "open" | "propose" => plain("C", "create"),
            "erase" | "revoke" => plain("D", "delete"),
            "update" | "write" | "assess" | "password" => plain("U", "update"),
            _ => Kind {
                family: rest,
                within: Some((REST, "operation", "operation")),
                action: "E",
            },
        },
    }
}

fn coding((system, code, display): (&str, &str, &str)) -> Value {
    json!({ "system": system, "code": code, "display": display })
}

fn identified(of: &str, value: &str) -> Value {
    json!({ "identifier": { "system": format!("urn:airbridge:{of}"), "value": value } })
}

fn concept(of: &str, code: &str) -> Value {
    json!({ "coding": [{ "system": format!("urn:airbridge:{of}"), "code": code }] })
}

/// An entry as a resource. `server` names whose audit it is.
pub fn audit_event(entry: &AuditEntry, server: &str) -> Value {
    let draft = &entry.draft;
    let Kind {
        family,
        within: kind,
        action,
    } = kind(&draft.act);
    let mut event = json!({
        "resourceType": "AuditEvent",
        "id": format!("entry-{}", entry.number),
        "type": coding(family),
        "subtype": kind.into_iter().map(coding)
            .chain([json!({ "system": "urn:airbridge:act", "code": code(&draft.act) })]).collect::<Vec<_>>(),
        "action": action,
        "recorded": draft.at.to_string(),
        "outcome": outcome(&draft.outcome),
        "agent": agents(entry),
        "source": {
            "site": server,
            "observer": identified("server", server),
            "type": [coding((SOURCE, "4", "Application Server"))],
        },
        "entity": entities(entry),
    });
    if !draft.outcome.is_empty() {
        event["outcomeDesc"] = json!(draft.outcome);
    }
    let mut purposes = Vec::new();
    if draft.outcome.contains("in an emergency") || draft.act == "emergency.open" {
        purposes.push(json!({ "coding": [coding((REASON, "BTG", "break the glass"))] }));
    }
    if !draft.purpose.trim().is_empty() {
        purposes.push(json!({ "text": draft.purpose }));
    }
    if !purposes.is_empty() {
        event["purposeOfEvent"] = purposes.into();
    }
    event
}

/// R4's outcomes: 0 is success, 4 a minor failure. What we have no word for is not called a success.
fn outcome(words: &str) -> &'static str {
    let is_done = DONE.iter().any(|start| words.starts_with(start)) || words.ends_with(" hits");
    if is_done { "0" } else { "4" }
}

/// A code has no white space at its ends and no two spaces in a row.
fn code(act: &str) -> String {
    let words: Vec<&str> = act.split_whitespace().collect();
    if words.is_empty() {
        "unknown".to_owned()
    } else {
        words.join(" ")
    }
}

/// Who did it, and for whom.
fn agents(entry: &AuditEntry) -> Vec<Value> {
    let draft = &entry.draft;
    let is_machine = draft.actor.is_empty() && !draft.role.is_empty();
    let mut agent = Map::new();
    let kind = if is_machine {
        ("dataprocessor", "data processor")
    } else {
        ("humanuser", "human user")
    };
    agent.insert(
        "type".to_owned(),
        json!({ "coding": [coding((AGENT, kind.0, kind.1))] }),
    );
    if !draft.role.is_empty() {
        agent.insert("role".to_owned(), json!([concept("role", &draft.role)]));
    }
    let who = if draft.actor.is_empty() {
        json!({ "display": if is_machine { "whoever runs the machine, or a program of it" } else { "not known" } })
    } else {
        identified("account", &draft.actor)
    };
    agent.insert("who".to_owned(), who);
    agent.insert("requestor".to_owned(), json!(true));
    let mut agents = vec![Value::Object(agent)];
    if !draft.organisation.is_empty() {
        agents.push(json!({
            "type": concept("agent", "organisation"),
            "who": identified("organisation", &draft.organisation),
            "requestor": false,
        }));
    }
    agents
}

/// To whom or what it was done, and the entry's own place in the chain.
fn entities(entry: &AuditEntry) -> Vec<Value> {
    let mut entities = Vec::new();
    if let Some((of, id)) = entry.draft.subject.split_once('/').filter(|(_, id)| !id.is_empty()) {
        let role = match of {
            "account" => ("11", "Security User Entity"),
            "job" => ("20", "Job"),
            _ => ("4", "Domain Resource"),
        };
        entities.push(json!({
            "what": identified(of, id),
            "type": coding((ENTITY, "2", "System Object")),
            "role": coding((OBJECT, role.0, role.1)),
        }));
    }
    let detail = |name: &str, value: String| json!({ "type": name, "valueString": value });
    entities.push(json!({
        "what": identified("audit", &entry.number.to_string()),
        "type": coding((ENTITY, "2", "System Object")),
        "role": coding((OBJECT, "13", "Security Resource")),
        "detail": [detail("previous", hex(&entry.previous)), detail("hash", hex(&entry.hash))],
    }));
    entities
}

/// Resources as one Bundle, a collection.
pub fn audit_bundle(events: Vec<Value>, at: Timestamp) -> Value {
    let entries: Vec<Value> = events.into_iter().map(|event| json!({ "resource": event })).collect();
    let mut bundle = json!({ "resourceType": "Bundle", "type": "collection", "timestamp": at.to_string() });
    // An empty list is no JSON of FHIR's.
    if !entries.is_empty() {
        bundle["entry"] = entries.into();
    }
    bundle
}

#[cfg(test)]
mod tests {
    use airbridge_disclosure::Operation;
    use airbridge_store::AuditDraft;

    use super::*;

    fn entry(act: &str, actor: &str, subject: &str, outcome: &str) -> AuditEntry {
        AuditEntry {
            number: 7,
            draft: AuditDraft {
                at: "2017-01-31T06:00:00.5Z".parse().expect("an instant"),
                actor: actor.to_owned(),
                organisation: if actor.is_empty() {
                    String::new()
                } else {
                    "ministry".to_owned()
                },
                role: if actor.is_empty() {
                    String::new()
                } else {
                    "auditor".to_owned()
                },
                act: act.to_owned(),
                subject: subject.to_owned(),
                purpose: String::new(),
                outcome: outcome.to_owned(),
            },
            previous: [1; 32],
            hash: [2; 32],
        }
    }

    /// What R4 requires of the resource, and the codes of the value sets that it binds as required.
    fn check(event: &Value) {
        assert_eq!(event["resourceType"], "AuditEvent");
        let id = event["id"].as_str().expect("an id");
        assert!(
            id.len() <= 64
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
        );
        let is_coding = |coding: &Value| {
            let text = |name: &str| coding[name].as_str().unwrap_or_default().to_owned();
            let code = text("code");
            !code.is_empty() && code.trim() == code && !code.contains("  ") && text("system").contains(':')
        };
        assert!(is_coding(&event["type"]), "{event}");
        assert!(event["subtype"].as_array().expect("a list").iter().all(is_coding));
        assert!(["C", "R", "U", "D", "E"].contains(&event["action"].as_str().expect("a code")));
        assert!(["0", "4", "8", "12"].contains(&event["outcome"].as_str().expect("a code")));
        let recorded = event["recorded"].as_str().expect("an instant");
        assert!(recorded.parse::<Timestamp>().is_ok() && recorded.ends_with('Z'));
        let agents = event["agent"].as_array().expect("a list");
        assert!(!agents.is_empty() && agents.iter().all(|agent| agent["requestor"].is_boolean()));
        assert_eq!(agents.iter().filter(|agent| agent["requestor"] == true).count(), 1);
        assert!(event["source"]["observer"].is_object());
        for entity in event["entity"].as_array().expect("a list") {
            // Invariant sev-1: a name or a query, and not both. Each detail has one value.
            assert!(entity.get("name").is_none() || entity.get("query").is_none());
            for detail in entity["detail"].as_array().into_iter().flatten() {
                assert!(detail["type"].is_string() && detail["valueString"].is_string());
            }
        }
        no_empties(event);
    }

    /// FHIR has no empty texts, lists or objects, and no null.
    fn no_empties(value: &Value) {
        match value {
            Value::Null => panic!("a null"),
            Value::String(text) => assert!(!text.is_empty()),
            Value::Array(items) => {
                assert!(!items.is_empty());
                items.iter().for_each(no_empties);
            }
            Value::Object(fields) => {
                assert!(!fields.is_empty());
                fields.values().for_each(no_empties);
            }
            _ => {}
        }
    }

    #[test]
    fn every_act_is_a_sound_resource() {
        let acts = Operation::ALL.iter().map(|operation| operation.word());
        for act in acts.chain(["command", "backup", "restore", "audit.export", "", " odd  act "]) {
            for actor in ["ada", ""] {
                for subject in ["request/PMR-1", "account/unknown", "job/1", "", "request/"] {
                    for outcome in ["done", "forbidden", ""] {
                        check(&audit_event(&entry(act, actor, subject, outcome), "synthetic"));
                    }
                }
            }
        }
    }

    #[test]
    fn acts_have_the_codes_that_readers_look_for() {
        let of = |act: &str, outcome: &str| audit_event(&entry(act, "ada", "request/PMR-1", outcome), "synthetic");
        let login = of("session.create", "wrong password");
        assert_eq!(
            (&login["type"]["code"], &login["subtype"][0]["code"]),
            (&json!("110114"), &json!("110122"))
        );
        assert_eq!(login["outcome"], "4");
        let read = of("request.read", "shown");
        assert_eq!((&read["type"]["code"], &read["action"]), (&json!("rest"), &json!("R")));
        assert_eq!(read["outcome"], "0");
        assert_eq!(read["entity"][0]["what"]["identifier"]["value"], "PMR-1");
        assert_eq!(read["agent"][0]["who"]["identifier"]["value"], "ada");
        assert_eq!(read["agent"][1]["who"]["identifier"]["value"], "ministry");
        assert_eq!(of("request.search", "12 hits")["outcome"], "0");
        assert_eq!(of("request.read", "something new")["outcome"], "4");
        let emergency = of("identity.read", "shown, in an emergency");
        assert_eq!(emergency["purposeOfEvent"][0]["coding"][0]["code"], "BTG");
        assert_eq!(of("request.erase", "done")["action"], "D");
    }

    #[test]
    fn a_bundle_of_nothing_has_no_entries() {
        assert!(audit_bundle(Vec::new(), Timestamp::UNIX_EPOCH).get("entry").is_none());
        let one = audit_bundle(vec![json!({})], Timestamp::UNIX_EPOCH);
        assert_eq!(one["entry"].as_array().expect("a list").len(), 1);
    }
}
