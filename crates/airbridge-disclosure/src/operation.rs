//! What may be asked of the programme interface, one name for each row of the table of roles.

use crate::words::words;

words! {
    /// An operation of the programme interface. A route names one, so none is without a row of the table.
    Operation {
        /// `request.create`.
        RequestCreate = "request.create",
            /// `request.read`.
        RequestRead = "request.read",
            /// `request.search`.
        RequestSearch = "request.search",
            /// `request.update`.
        RequestUpdate = "request.update",
            /// `request.submit`.
        RequestSubmit = "request.submit",
            /// `request.endorse`.
        RequestEndorse = "request.endorse",
            /// `request.return`.
        RequestReturn = "request.return",
            /// `request.clear`.
        RequestClear = "request.clear",
            /// `request.defer`.
        RequestDefer = "request.defer",
            /// `request.offer`.
        RequestOffer = "request.offer",
            /// `request.assess`.
        RequestAssess = "request.assess",
            /// `request.unfit`.
        RequestUnfit = "request.unfit",
            /// `request.withdraw`.
        RequestWithdraw = "request.withdraw",
            /// `request.report-death`.
        RequestReportDeath = "request.report-death",
            /// `request.collect`.
        RequestCollect = "request.collect",
            /// `request.enplane`.
        RequestEnplane = "request.enplane",
            /// `request.deliver`.
        RequestDeliver = "request.deliver",
            /// `request.hand-over`.
        RequestHandOver = "request.hand-over",
            /// `request.confirm-departure`.
        RequestConfirmDeparture = "request.confirm-departure",
            /// `request.close`.
        RequestClose = "request.close",
            /// `request.return-home`.
        RequestReturnHome = "request.return-home",
            /// `request.erase`.
        RequestErase = "request.erase",
            /// `identity.read`.
        IdentityRead = "identity.read",
            /// `identity.write`.
        IdentityWrite = "identity.write",
            /// `need.read`.
        NeedRead = "need.read",
            /// `offer.create`.
        OfferCreate = "offer.create",
            /// `offer.read`.
        OfferRead = "offer.read",
            /// `offer.search`.
        OfferSearch = "offer.search",
            /// `offer.update`.
        OfferUpdate = "offer.update",
            /// `offer.withdraw`.
        OfferWithdraw = "offer.withdraw",
            /// `offer.accept`.
        OfferAccept = "offer.accept",
            /// `offer.decline`.
        OfferDecline = "offer.decline",
            /// `clearance.create`.
        ClearanceCreate = "clearance.create",
            /// `clearance.read`.
        ClearanceRead = "clearance.read",
            /// `clearance.update`.
        ClearanceUpdate = "clearance.update",
            /// `mission.read`.
        MissionRead = "mission.read",
            /// `mission.search`.
        MissionSearch = "mission.search",
            /// `mission.approve`.
        MissionApprove = "mission.approve",
            /// `mission.task`.
        MissionTask = "mission.task",
            /// `mission.ready`.
        MissionReady = "mission.ready",
            /// `mission.report`.
        MissionReport = "mission.report",
            /// `mission.cancel`.
        MissionCancel = "mission.cancel",
            /// `mission.divert`.
        MissionDivert = "mission.divert",
            /// `plan.propose`.
        PlanPropose = "plan.propose",
            /// `plan.examine`.
        PlanExamine = "plan.examine",
            /// `plan.read`.
        PlanRead = "plan.read",
            /// `plan.search`.
        PlanSearch = "plan.search",
            /// `plan.adopt`.
        PlanAdopt = "plan.adopt",
            /// `plan.reject`.
        PlanReject = "plan.reject",
            /// `job.read`.
        JobRead = "job.read",
            /// `job.search`.
        JobSearch = "job.search",
            /// `job.cancel`.
        JobCancel = "job.cancel",
            /// `operation.create`.
        OperationCreate = "operation.create",
            /// `operation.read`.
        OperationRead = "operation.read",
            /// `operation.import`.
        OperationImport = "operation.import",
            /// `operation.export`.
        OperationExport = "operation.export",
            /// `event.report`.
        EventReport = "event.report",
            /// `worklist.read`.
        WorklistRead = "worklist.read",
            /// `stream.read`.
        StreamRead = "stream.read",
            /// `aggregate.read`.
        AggregateRead = "aggregate.read",
            /// `account.create`.
        AccountCreate = "account.create",
            /// `account.read`.
        AccountRead = "account.read",
            /// `account.search`.
        AccountSearch = "account.search",
            /// `account.update`.
        AccountUpdate = "account.update",
            /// `account.suspend`.
        AccountSuspend = "account.suspend",
            /// `account.invite`.
        AccountInvite = "account.invite",
            /// `account.reset-factor`.
        AccountResetFactor = "account.reset-factor",
            /// `account.link`.
        AccountLink = "account.link",
            /// `organisation.create`.
        OrganisationCreate = "organisation.create",
            /// `organisation.read`.
        OrganisationRead = "organisation.read",
            /// `token.create`.
        TokenCreate = "token.create",
            /// `token.revoke`.
        TokenRevoke = "token.revoke",
            /// `self.read`.
        SelfRead = "self.read",
            /// `self.password`.
        SelfPassword = "self.password",
            /// `self.second-factor`.
        SelfSecondFactor = "self.second-factor",
            /// `session.create`.
        SessionCreate = "session.create",
            /// `session.delete`.
        SessionDelete = "session.delete",
            /// `audit.read`.
        AuditRead = "audit.read",
            /// `audit.verify`.
        AuditVerify = "audit.verify",
            /// `emergency.open`.
        EmergencyOpen = "emergency.open",
            /// `emergency.review`.
        EmergencyReview = "emergency.review",
    }
}

impl Operation {
    /// Whether it only looks.
    pub fn is_safe(self) -> bool {
        let act = self.word().split_once('.').map_or("", |(_, act)| act);
        matches!(act, "read" | "search" | "verify" | "export")
    }
}
