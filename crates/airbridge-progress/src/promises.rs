//! What was promised, what of it a plan changes, and what that costs.

use std::collections::BTreeMap;

use airbridge_model::{CommitmentPolicy, Journey, Mission, Operation, Patient, Plan, Step};
use airbridge_units::{AircraftId, AirfieldId, FacilityId, MissionId, OfferId, PatientId, StateCode};
use jiff::Timestamp;
use jiff::civil::Date;

/// Prices are in these parts of a weight of one.
pub const UNIT: i64 = 1_000;

/// How sure a promise is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CommitmentTier {
    /// In a draft.
    Soft,
    /// Told to hospital and family.
    Firm,
    /// On a manifest.
    Frozen,
}

/// What of a promise is changed, the gravest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ChangeKind {
    /// Other airfields on the way.
    Leg,
    /// Another aircraft.
    Mission,
    /// Arrival on another day.
    Day,
    /// Another hospital in the same country.
    Hospital,
    /// Another country.
    Country,
    /// Not moved any more.
    LeftOut,
}

/// What one patient was promised.
#[derive(Clone, PartialEq, Debug)]
pub struct Promise {
    /// The bed.
    pub offer: OfferId,
    /// Its hospital.
    pub facility: FacilityId,
    /// Its country.
    pub state: StateCode,
    /// Day of arrival, in the hospital's zone.
    pub day: Date,
    /// By lift: aircraft, airfields of boarding and leaving.
    pub lifts: Vec<(AircraftId, AirfieldId, AirfieldId)>,
    /// How sure.
    pub tier: CommitmentTier,
    /// Price of each kind of change, in thousandths of a weight; see [`CommitmentPolicy`].
    prices: [i64; 6],
}

impl ChangeKind {
    /// All of them, the gravest last.
    pub const ALL: [Self; 6] = [
        Self::Leg,
        Self::Mission,
        Self::Day,
        Self::Hospital,
        Self::Country,
        Self::LeftOut,
    ];

    /// A word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leg => "legs",
            Self::Mission => "mission",
            Self::Day => "day",
            Self::Hospital => "hospital",
            Self::Country => "country",
            Self::LeftOut => "left-out",
        }
    }

    /// A few words for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Leg => "other airfields",
            Self::Mission => "another aircraft",
            Self::Day => "another day",
            Self::Hospital => "another hospital",
            Self::Country => "another country",
            Self::LeftOut => "not moved any more",
        }
    }
}

impl CommitmentTier {
    /// A word for people.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Soft => "soft",
            Self::Firm => "firm",
            Self::Frozen => "frozen",
        }
    }
}

impl Promise {
    /// What a change costs, in thousandths of a weight.
    pub fn price(&self, kind: ChangeKind) -> i64 {
        self.prices[kind as usize]
    }
}

/// What everybody was promised who was to be moved, by patient.
pub fn promises(operation: &Operation) -> BTreeMap<PatientId, Promise> {
    let Some(so_far) = operation.so_far.as_deref() else {
        return BTreeMap::new();
    };
    let promised = &so_far.promised;
    let missions: BTreeMap<&MissionId, &Mission> =
        promised.missions.iter().map(|mission| (&mission.id, mission)).collect();
    let patients: BTreeMap<&PatientId, &Patient> = operation
        .patients
        .iter()
        .map(|patient| (&patient.id, patient))
        .collect();
    let changes: BTreeMap<&PatientId, u32> = promised
        .changes
        .iter()
        .map(|(patient, times)| (patient, *times))
        .collect();
    promised
        .journeys
        .iter()
        .filter_map(|journey| {
            let patient = patients.get(&journey.patient)?;
            let earlier = changes.get(&journey.patient).copied().unwrap_or(0);
            let promise = promise(operation, &missions, patient, journey, earlier)?;
            Some((journey.patient.clone(), promise))
        })
        .collect()
}

fn promise(
    operation: &Operation,
    missions: &BTreeMap<&MissionId, &Mission>,
    patient: &Patient,
    journey: &Journey,
    earlier: u32,
) -> Option<Promise> {
    let (facility, state, day) = end(operation, journey)?;
    let lifts = lifts(missions, journey);
    let begins = journey.steps.iter().find_map(|step| match step {
        Step::Lift { mission, .. } => begin(missions.get(mission)?),
        _ => None,
    });
    let lead = begins.map_or(0, |begins| begins.duration_since(operation.planned_at).as_mins());
    let policy = &operation.policy.commitments;
    let tier = tier(policy, lead);
    let weight = i64::from(operation.policy.weights.of(patient.precedence.level)) * UNIT;
    Some(Promise {
        offer: journey.offer.clone(),
        facility,
        state,
        day,
        lifts,
        tier,
        prices: prices(policy, weight, tier, lead, earlier),
    })
}

/// Facility, state and local day of a journey's end.
fn end(operation: &Operation, journey: &Journey) -> Option<(FacilityId, StateCode, Date)> {
    let offer = operation.offers.iter().find(|offer| offer.id == journey.offer)?;
    let facility = operation
        .facilities
        .iter()
        .find(|facility| facility.id == offer.facility)?;
    let day = facility.zone.to_datetime(journey.arrives_at).date();
    Some((facility.id.clone(), facility.state.clone(), day))
}

/// Aircraft and airfields of a journey's lifts.
fn lifts(missions: &BTreeMap<&MissionId, &Mission>, journey: &Journey) -> Vec<(AircraftId, AirfieldId, AirfieldId)> {
    let of = |step: &Step| match step {
        Step::Lift {
            mission,
            boards_at_stop,
            leaves_at_stop,
            ..
        } => {
            let mission = missions.get(mission)?;
            let field = |stop: usize| mission.stops.get(stop).map(|stop| stop.airfield.clone());
            Some((
                mission.aircraft.clone(),
                field(*boards_at_stop)?,
                field(*leaves_at_stop)?,
            ))
        }
        _ => None,
    };
    journey.steps.iter().filter_map(of).collect()
}

/// When a mission begins.
fn begin(mission: &Mission) -> Option<Timestamp> {
    let first = mission.stops.first()?;
    first.loading_from.or(first.off_block_at)
}

/// How sure promises of a mission are that begins in so many minutes.
fn tier(policy: &CommitmentPolicy, lead: i64) -> CommitmentTier {
    if lead <= policy.frozen.get() {
        CommitmentTier::Frozen
    } else if lead <= policy.firm.get() {
        CommitmentTier::Firm
    } else {
        CommitmentTier::Soft
    }
}

/// By [`ChangeKind`]: see [`CommitmentPolicy`]. At least one, so that nothing is changed for nothing.
fn prices(policy: &CommitmentPolicy, weight: i64, tier: CommitmentTier, lead: i64, earlier: u32) -> [i64; 6] {
    let shares = [
        policy.leg,
        policy.mission,
        policy.day,
        policy.hospital,
        policy.country,
        policy.left_out,
    ];
    let factor = match tier {
        CommitmentTier::Soft => f64::from(policy.soft_factor) / 100.0,
        CommitmentTier::Firm => 1.0,
        CommitmentTier::Frozen => f64::from(policy.frozen_factor) / 100.0,
    };
    let near = 1.0 - (lead.max(0) as f64 / policy.firm.get().max(1) as f64).min(1.0);
    let imminence = 1.0 + f64::from(policy.imminence) / 100.0 * near;
    let repeated = 1.0 + f64::from(policy.earlier) / 100.0 * f64::from(earlier);
    shares.map(|share| {
        let price = weight as f64 * f64::from(share) / 100.0 * factor * imminence * repeated;
        (price.round() as i64).max(1)
    })
}

/// What of a promise a plan changes; `None` when it is kept.
pub fn change(operation: &Operation, promise: &Promise, plan: &Plan, journey: Option<&Journey>) -> Option<ChangeKind> {
    changes(operation, promise, plan, journey).first().copied()
}

/// All that a plan changes of a promise, the gravest first; empty when it is kept.
pub fn changes(operation: &Operation, promise: &Promise, plan: &Plan, journey: Option<&Journey>) -> Vec<ChangeKind> {
    let Some(journey) = journey else {
        return vec![ChangeKind::LeftOut];
    };
    let Some((facility, state, day)) = end(operation, journey) else {
        return Vec::new();
    };
    let missions = plan.missions.iter().map(|mission| (&mission.id, mission)).collect();
    let now = lifts(&missions, journey);
    let was = &promise.lifts;
    let aircraft = now.iter().map(|lift| &lift.0).eq(was.iter().map(|lift| &lift.0));
    let fields = |lifts: &[(AircraftId, AirfieldId, AirfieldId)]| -> Vec<(AirfieldId, AirfieldId)> {
        lifts.iter().map(|(_, from, to)| (from.clone(), to.clone())).collect()
    };
    let mut changes = Vec::new();
    if state != promise.state {
        changes.push(ChangeKind::Country);
    } else if facility != promise.facility {
        changes.push(ChangeKind::Hospital);
    }
    if day != promise.day {
        changes.push(ChangeKind::Day);
    }
    if !aircraft {
        changes.push(ChangeKind::Mission);
    }
    if fields(&now) != fields(was) {
        changes.push(ChangeKind::Leg);
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use airbridge_units::Minutes;

    fn policy() -> CommitmentPolicy {
        CommitmentPolicy {
            frozen: Minutes(720),
            firm: Minutes(4320),
            left_out: 200,
            country: 100,
            hospital: 60,
            day: 40,
            mission: 10,
            leg: 5,
            frozen_factor: 1000,
            soft_factor: 10,
            imminence: 100,
            earlier: 50,
        }
    }

    #[test]
    fn prices_rise_with_the_kind_the_tier_the_nearness_and_earlier_changes() {
        let of = |tier, lead, earlier| prices(&policy(), 1_000, tier, lead, earlier);
        let firm = of(CommitmentTier::Firm, 4320, 0);
        assert_eq!(firm, [50, 100, 400, 600, 1000, 2000]);
        assert_eq!(of(CommitmentTier::Soft, 9999, 0), [5, 10, 40, 60, 100, 200]);
        assert_eq!(of(CommitmentTier::Frozen, 0, 0)[3], 12_000);
        assert_eq!(of(CommitmentTier::Firm, 2160, 0)[3], 900);
        assert_eq!(of(CommitmentTier::Firm, 4320, 2)[3], 1200);
        assert!(
            prices(&policy(), 0, CommitmentTier::Soft, 9999, 0)
                .iter()
                .all(|price| *price == 1)
        );
    }

    #[test]
    fn tiers_are_by_the_time_to_the_begin() {
        assert_eq!(tier(&policy(), -5), CommitmentTier::Frozen);
        assert_eq!(tier(&policy(), 720), CommitmentTier::Frozen);
        assert_eq!(tier(&policy(), 721), CommitmentTier::Firm);
        assert_eq!(tier(&policy(), 4321), CommitmentTier::Soft);
    }
}
