//! What each role reads, and does not: lists, and single things. Written down by hand, from the tables for reviewers.

use airbridge_disclosure::Role;

use Role::{
    Administrator, AirliftPlanner, Auditor, Crew, DutyOfficer, FlightSurgeon, Operator, ReceivingHospital,
    ReferringClinician, RegulatingOfficer, RequestingAuthority,
};

/// A list, or one thing, and what each role leaves who asks for it.
pub(crate) struct Reading {
    pub(crate) path: &'static str,
    pub(crate) act: &'static str,
    /// What is named; for lists nothing.
    pub(crate) subject: &'static str,
    /// Who sees something, and what.
    pub(crate) sees: &'static [(Role, &'static [&'static str])],
    /// Who might see such a thing, and does not see this one.
    pub(crate) sees_none: &'static [Role],
}

const FIRST: &[&str] = &["request/SYN-001", "request/SYN-002"];
const OP: &[&str] = &["operation/op"];
const NOTHING: &[&str] = &[];

/// Those who see all requests of the deployment, and those of their own organisation.
const REQUESTS: &[(Role, &[&str])] = &[
    (ReferringClinician, FIRST),
    (RequestingAuthority, FIRST),
    (RegulatingOfficer, FIRST),
    (FlightSurgeon, FIRST),
    (AirliftPlanner, FIRST),
    (DutyOfficer, FIRST),
    (Auditor, FIRST),
];

const CENTRE: &[(Role, &[&str])] = &[
    (RegulatingOfficer, OP),
    (FlightSurgeon, OP),
    (AirliftPlanner, OP),
    (DutyOfficer, OP),
    (Auditor, OP),
];

const OFFER: &[&str] = &["offer/BURDENKO-GEN-01"];
const OFFERS: &[(Role, &[&str])] = &[
    (RegulatingOfficer, OFFER),
    (AirliftPlanner, OFFER),
    (DutyOfficer, OFFER),
    (ReceivingHospital, OFFER),
    (Auditor, OFFER),
];

const PERMIT: &[&str] = &["clearance/CY-overfly"];
const PERMITS: &[(Role, &[&str])] = &[
    (RegulatingOfficer, PERMIT),
    (AirliftPlanner, PERMIT),
    (DutyOfficer, PERMIT),
    (Auditor, PERMIT),
];

const ACCOUNT: &[&str] = &["account/account-administrator"];
const BURDENKO: &[&str] = &["organisation/burdenko"];

/// Lists, the first of each or the first two.
pub(crate) const LISTS: [Reading; 10] = [
    Reading {
        path: "requests?limit=2",
        act: "request.search",
        subject: "",
        sees: REQUESTS,
        sees_none: &[Crew, ReceivingHospital],
    },
    Reading {
        path: "operations",
        act: "operation.read",
        subject: "",
        sees: CENTRE,
        sees_none: &[],
    },
    Reading {
        path: "offers?limit=1",
        act: "offer.search",
        subject: "",
        sees: OFFERS,
        sees_none: &[],
    },
    Reading {
        path: "clearances?limit=1",
        act: "clearance.read",
        subject: "",
        sees: PERMITS,
        sees_none: &[Crew, Operator],
    },
    Reading {
        path: "missions",
        act: "mission.search",
        subject: "",
        sees: &[],
        sees_none: &[
            RegulatingOfficer,
            FlightSurgeon,
            AirliftPlanner,
            DutyOfficer,
            Crew,
            Operator,
            Auditor,
        ],
    },
    Reading {
        path: "plans",
        act: "plan.search",
        subject: "",
        sees: &[],
        sees_none: &[RegulatingOfficer, FlightSurgeon, AirliftPlanner, DutyOfficer, Auditor],
    },
    Reading {
        path: "jobs",
        act: "job.search",
        subject: "",
        sees: &[],
        sees_none: &[RegulatingOfficer, FlightSurgeon, AirliftPlanner, DutyOfficer],
    },
    Reading {
        path: "accounts?limit=1",
        act: "account.search",
        subject: "",
        sees: &[(Auditor, ACCOUNT), (Administrator, ACCOUNT)],
        sees_none: &[],
    },
    Reading {
        path: "organisations?limit=1",
        act: "organisation.read",
        subject: "",
        sees: &[
            (ReferringClinician, &["organisation/origin"]),
            (RequestingAuthority, &["organisation/ministry"]),
            (RegulatingOfficer, BURDENKO),
            (FlightSurgeon, &["organisation/ministry"]),
            (AirliftPlanner, BURDENKO),
            (DutyOfficer, BURDENKO),
            (Crew, &["organisation/rescue"]),
            (Operator, &["organisation/rescue"]),
            (ReceivingHospital, BURDENKO),
            (Role::InformationOfficer, &["organisation/ministry"]),
            (Auditor, BURDENKO),
            (Administrator, BURDENKO),
        ],
        sees_none: &[],
    },
    Reading {
        path: "needs?limit=1&after=zzz",
        act: "need.read",
        subject: "",
        sees: &[],
        sees_none: &[RegulatingOfficer, ReceivingHospital],
    },
];

/// Single things.
pub(crate) const THINGS: [Reading; 15] = [
    Reading {
        path: "requests/SYN-001",
        act: "request.read",
        subject: "request/SYN-001",
        sees: REQUESTS,
        sees_none: &[Crew, ReceivingHospital],
    },
    Reading {
        path: "requests/NONE",
        act: "request.read",
        subject: "request/NONE",
        sees: &[],
        sees_none: &[
            ReferringClinician,
            RequestingAuthority,
            RegulatingOfficer,
            FlightSurgeon,
            AirliftPlanner,
            DutyOfficer,
            Crew,
            ReceivingHospital,
            Auditor,
        ],
    },
    Reading {
        path: "requests/ZZZ-FOREIGN",
        act: "request.read",
        subject: "request/ZZZ-FOREIGN",
        sees: &[
            (RegulatingOfficer, NOTHING),
            (FlightSurgeon, NOTHING),
            (AirliftPlanner, NOTHING),
            (DutyOfficer, NOTHING),
            (Auditor, NOTHING),
        ],
        sees_none: &[ReferringClinician, RequestingAuthority, Crew, ReceivingHospital],
    },
    // Of those who see the request, not all see who says so: they are refused.
    Reading {
        path: "requests/SYN-001/history",
        act: "request.read",
        subject: "request/SYN-001",
        sees: &[(ReferringClinician, NOTHING), (FlightSurgeon, NOTHING)],
        sees_none: &[Crew, ReceivingHospital],
    },
    Reading {
        path: "requests/SYN-001/identity",
        act: "identity.read",
        subject: "request/SYN-001",
        sees: &[
            (ReferringClinician, NOTHING),
            (RequestingAuthority, NOTHING),
            (RegulatingOfficer, NOTHING),
            (FlightSurgeon, NOTHING),
        ],
        sees_none: &[Crew, ReceivingHospital],
    },
    Reading {
        path: "operations/op",
        act: "operation.read",
        subject: "operation/op",
        sees: CENTRE,
        sees_none: &[],
    },
    Reading {
        path: "operations/op/export",
        act: "operation.export",
        subject: "operation/op",
        sees: &[(AirliftPlanner, NOTHING)],
        sees_none: &[],
    },
    Reading {
        path: "offers/BURDENKO-GEN-01",
        act: "offer.read",
        subject: "offer/BURDENKO-GEN-01",
        sees: OFFERS,
        sees_none: &[],
    },
    Reading {
        path: "clearances/CY-overfly",
        act: "clearance.read",
        subject: "clearance/CY-overfly",
        sees: PERMITS,
        sees_none: &[Crew, Operator],
    },
    Reading {
        path: "missions/NONE",
        act: "mission.read",
        subject: "mission/NONE",
        sees: &[],
        sees_none: &[
            RegulatingOfficer,
            FlightSurgeon,
            AirliftPlanner,
            DutyOfficer,
            Crew,
            Operator,
            Auditor,
        ],
    },
    Reading {
        path: "plans/NONE/file",
        act: "plan.read",
        subject: "plan/NONE",
        sees: &[],
        sees_none: &[RegulatingOfficer, FlightSurgeon, AirliftPlanner, DutyOfficer, Auditor],
    },
    Reading {
        path: "jobs/NONE",
        act: "job.read",
        subject: "job/NONE",
        sees: &[],
        sees_none: &[RegulatingOfficer, FlightSurgeon, AirliftPlanner, DutyOfficer],
    },
    Reading {
        path: "accounts/account-crew",
        act: "account.read",
        subject: "account/account-crew",
        sees: &[(Auditor, NOTHING), (Administrator, NOTHING)],
        sees_none: &[],
    },
    Reading {
        path: "organisations/rescue",
        act: "organisation.read",
        subject: "organisation/rescue",
        sees: &[
            (RegulatingOfficer, NOTHING),
            (AirliftPlanner, NOTHING),
            (DutyOfficer, NOTHING),
            (Crew, NOTHING),
            (Operator, NOTHING),
            (Auditor, NOTHING),
            (Administrator, NOTHING),
        ],
        sees_none: &[
            ReferringClinician,
            RequestingAuthority,
            FlightSurgeon,
            ReceivingHospital,
            Role::InformationOfficer,
        ],
    },
    Reading {
        path: "audit/verify",
        act: "audit.verify",
        subject: "",
        sees: &[(Auditor, NOTHING), (Administrator, NOTHING)],
        sees_none: &[],
    },
];
