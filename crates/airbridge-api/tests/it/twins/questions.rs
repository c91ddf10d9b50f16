//! Questions by chance: lists with filters and pages, single things, searches, and acts that are refused.

use rand::{Rng as _, SeedableRng as _};
use rand_pcg::Pcg64;
use serde_json::{Value, json};

/// A question.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) body: Option<Value>,
    pub(crate) version: Option<&'static str>,
}

/// Ids: of what is in both worlds, of what may be in one only, of what is in neither.
const REQUESTS: [&str; 14] = [
    "SYN-001",
    "SYN-002",
    "SYN-003",
    "SYN-004",
    "SYN-005",
    "SYN-006",
    "AAA-1",
    "SYN-0055",
    "ZZZ-9",
    "AAA-other",
    "SYN-0056",
    "ZZZ-other",
    "AAA-2",
    "NONE",
];
const OFFERS: [&str; 6] = [
    "BURDENKO-GEN-01",
    "BURDENKO-NEUR-01",
    "AAA-beds",
    "BURDENKO-GEN-000",
    "ZZZ-beds",
    "NONE",
];
const CLEARANCES: [&str; 5] = ["CY-overfly", "EG-both", "AAA-permit", "ZZZ-permit", "NONE"];
const MISSIONS: [&str; 5] = ["op.M001", "op.M002", "op.M003", "hidden-op.M001", "NONE"];
const PLANS: [&str; 3] = ["AAA-plan", "ZZZ-plan", "NONE"];
const JOBS: [&str; 3] = ["0000-hidden", "9999-hidden", "NONE"];
const OPERATIONS: [&str; 3] = ["op", "hidden-op", "NONE"];
const ACCOUNTS: [&str; 5] = [
    "account-elsewhere",
    "account-aaa-hidden",
    "account-zzz-hidden",
    "account-flight-surgeon",
    "NONE",
];
const ORGANISATIONS: [&str; 6] = ["ministry", "origin", "elsewhere", "aaa-hidden", "zzz-hidden", "NONE"];
const TEXTS: [&str; 10] = [
    "hidden",
    "hidden words",
    "known",
    "HIDDEN",
    "burns",
    "71.25",
    "71",
    "SYN-00",
    "aaa-1",
    "general",
];

pub(crate) struct Chance(Pcg64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    fn below(&mut self, n: usize) -> usize {
        (self.0.next_u64() % n as u64) as usize
    }

    fn one<'t, T: ?Sized>(&mut self, of: &[&'t T]) -> &'t T {
        of[self.below(of.len())]
    }

    /// A question; `own` are ids that chance cannot know, such as those of plans.
    pub(crate) fn question(&mut self, own: &[String]) -> Question {
        match self.below(10) {
            0..=2 => self.list(),
            3..=5 => self.single(own),
            6 => self.search(),
            _ => self.act(own),
        }
    }

    fn list(&mut self) -> Question {
        let path = self.one(&[
            "requests",
            "requests",
            "requests",
            "missions",
            "offers",
            "clearances",
            "plans",
            "jobs",
            "operations",
            "accounts",
            "organisations",
            "worklist",
            "needs",
            "audit",
            "self",
            "audit/verify",
            "aggregates",
        ]);
        let mut pairs: Vec<String> = Vec::new();
        if self.below(4) > 0 && !path.starts_with("self") && path != "audit/verify" && path != "aggregates" {
            pairs.push(format!("limit={}", self.one(&["1", "2", "3", "5", "100", "0", "x"])));
        }
        if self.below(3) == 0 {
            let after = match path {
                "offers" => self.one(&OFFERS),
                "clearances" => self.one(&CLEARANCES),
                "missions" => self.one(&MISSIONS),
                "accounts" => self.one(&ACCOUNTS),
                "organisations" => self.one(&ORGANISATIONS),
                "audit" => self.one(&["0", "5", "40", "x"]),
                "jobs" => self.one(&JOBS),
                _ => self.one(&REQUESTS),
            };
            pairs.push(format!("after={after}"));
        }
        if matches!(path, "requests" | "missions") {
            if self.below(3) == 0 {
                let state = self.one(&[
                    "cleared",
                    "planned",
                    "draft",
                    "submitted",
                    "deferred",
                    "approved",
                    "nonsense",
                ]);
                pairs.push(format!("state={state}"));
            }
            if self.below(4) == 0 {
                pairs.push(format!("operation={}", self.one(&OPERATIONS)));
            }
        }
        if path == "requests" && self.below(3) == 0 {
            let filter = self.one(&[
                "precedence=P1",
                "precedence=P3",
                "specialty=burns",
                "specialty=general-surgery",
            ]);
            pairs.push(filter.to_owned());
        }
        if self.below(20) == 0 {
            pairs.push("colour=red".to_owned());
        }
        let query = if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        };
        read(format!("/api/v1/{path}{query}"))
    }

    fn single(&mut self, own: &[String]) -> Question {
        let path = match self.below(12) {
            0..=2 => format!("requests/{}", self.one(&REQUESTS)),
            3 => format!("requests/{}/history", self.one(&REQUESTS)),
            4 => format!("requests/{}/identity", self.one(&REQUESTS)),
            5 => format!("offers/{}", self.one(&OFFERS)),
            6 => format!("clearances/{}", self.one(&CLEARANCES)),
            7 => format!("missions/{}", self.one(&MISSIONS)),
            8 => {
                let own: Vec<&str> = own.iter().map(String::as_str).chain(PLANS).collect();
                let file = self.one(&["", "/file"]);
                format!("plans/{}{file}", self.one(&own))
            }
            9 => format!("operations/{}{}", self.one(&OPERATIONS), self.one(&["", "/export"])),
            10 => format!("jobs/{}", self.one(&JOBS)),
            _ => {
                let (collection, id) = if self.below(2) == 0 {
                    ("accounts", self.one(&ACCOUNTS))
                } else {
                    ("organisations", self.one(&ORGANISATIONS))
                };
                format!("{collection}/{id}")
            }
        };
        read(format!("/api/v1/{path}"))
    }

    fn search(&mut self) -> Question {
        let mut body = json!({"text": self.one(&TEXTS)});
        if self.below(2) == 0 {
            body["limit"] = (1 + self.below(4)).into();
        }
        if self.below(3) == 0 {
            body["after"] = self.one(&REQUESTS).into();
        }
        Question {
            method: "POST",
            path: "/api/v1/requests/search".to_owned(),
            body: Some(body),
            version: None,
        }
    }

    /// Something that is refused: on a version that nothing has, without a version, or with a body that says nothing.
    fn act(&mut self, own: &[String]) -> Question {
        let (path, body) = match self.below(12) {
            0..=3 => self.request_act(),
            4 => {
                let step = self.one(&["task", "ready", "land", "cancel", "assign", "complete", "divert"]);
                let body = json!({"airfield": "HECA", "reason": "r", "accounts": [self.one(&ACCOUNTS)]});
                (format!("missions/{}/{step}", self.one(&MISSIONS)), fit(step, body))
            }
            5 => (format!("offers/{}/withdraw", self.one(&OFFERS)), json!({"reason": "r"})),
            6 => {
                let step = self.one(&["grant", "deny"]);
                (
                    format!("clearances/{}/{step}", self.one(&CLEARANCES)),
                    json!({"reason": "r"}),
                )
            }
            7 => {
                let own: Vec<&str> = own.iter().map(String::as_str).chain(PLANS).collect();
                let step = self.one(&["adopt", "reject"]);
                (format!("plans/{}/{step}", self.one(&own)), json!({"reason": "r"}))
            }
            8 => (format!("jobs/{}/cancel", self.one(&JOBS)), json!({"odd": 1})),
            9 => {
                let what = self.one(&["requests", "offers", "clearances", "events", "jobs", "questions"]);
                let body = self.one(&[
                    "{}",
                    "{\"row\": {\"surname\": \"x\"}}",
                    "{\"at\": \"x\", \"kind\": \"x\"}",
                ]);
                let body = serde_json::from_str(body).expect("JSON");
                (format!("operations/{}/{what}", self.one(&OPERATIONS)), body)
            }
            10 => {
                let step = self.one(&["suspend", "reinstate", "emergency-review"]);
                let body = json!({"request": self.one(&REQUESTS), "justified": true, "note": "n"});
                (format!("accounts/{}/{step}", self.one(&ACCOUNTS)), body)
            }
            _ => {
                let event = json!({
                    "at": "2017-01-31T06:00:00Z", "kind": "patient-withdrawn", "patient": self.one(&REQUESTS), "colour": "red",
                });
                (format!("operations/{}/events", self.one(&OPERATIONS)), event)
            }
        };
        Question {
            method: "POST",
            path: format!("/api/v1/{path}"),
            body: Some(body),
            version: self.one(&[&Some("\"999\""), &Some("\"999\""), &None]).as_deref(),
        }
    }

    fn request_act(&mut self) -> (String, Value) {
        let step = self.one(&[
            "submit",
            "endorse",
            "return",
            "clear",
            "offer",
            "accept",
            "decline",
            "withdraw",
            "enplane",
            "erase",
            "collect",
            "hand-over",
            "report-death",
            "return-home",
            "broadcast",
        ]);
        let id = self.one(&REQUESTS);
        let body = match step {
            // Without its version nothing else keeps these from being done: the body does.
            "erase" | "return-home" => json!({"odd": 1}),
            "submit" => json!({"basis": "b"}),
            "endorse" => json!({"criteria": "c"}),
            "return" | "withdraw" => json!({"reason": "r"}),
            "clear" => json!({"conditions": "c", "valid_until": "2017-02-01T00:00:00Z"}),
            "offer" => json!({"offer": self.one(&OFFERS), "until": "2017-02-01T00:00:00Z"}),
            "broadcast" => json!({"offers": [self.one(&OFFERS)], "until": "2017-02-01T00:00:00Z"}),
            "decline" => json!({"reason": "other", "note": "n"}),
            "enplane" => json!({"mission": self.one(&MISSIONS), "identifiers": "a, b"}),
            "collect" => json!({"identifiers": "a, b"}),
            "hand-over" => json!({"signatory": "s", "condition": "c", "documents": "d"}),
            _ => json!({}),
        };
        (format!("requests/{id}/{step}"), body)
    }
}

fn fit(step: &str, body: Value) -> Value {
    match step {
        "land" => json!({"airfield": body["airfield"]}),
        "cancel" => json!({"reason": body["reason"]}),
        "assign" => json!({"accounts": body["accounts"]}),
        "divert" => json!({"airfield": body["airfield"], "reason": body["reason"]}),
        _ => json!({}),
    }
}

fn read(path: String) -> Question {
    Question {
        method: "GET",
        path,
        body: None,
        version: None,
    }
}
