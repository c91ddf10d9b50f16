//! Roles of people and machines.

use crate::words::words;

words! {
    /// As what somebody acts.
    Role {
        /// Writes requests for their own patients.
        ReferringClinician = "referring-clinician",
        /// Endorses requests for a state or an agency.
        RequestingAuthority = "requesting-authority",
        /// Finds a hospital for each patient.
        RegulatingOfficer = "regulating-officer",
        /// Says who is fit to fly, and how.
        FlightSurgeon = "flight-surgeon",
        /// Makes plans.
        AirliftPlanner = "airlift-planner",
        /// Adopts plans and approves missions.
        DutyOfficer = "duty-officer",
        /// Flies, or cares on board.
        Crew = "crew",
        /// Answers for aircraft.
        Operator = "operator",
        /// Promises beds and signs for patients.
        ReceivingHospital = "receiving-hospital",
        /// Tells the public what may be told.
        InformationOfficer = "information-officer",
        /// Looks at who has done and seen what.
        Auditor = "auditor",
        /// Runs accounts and the machine, and reads no patients.
        Administrator = "administrator",
    }
}
