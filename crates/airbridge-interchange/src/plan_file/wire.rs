//! Types of the wire. Their documentation becomes the descriptions of the JSON Schema.

use std::borrow::Cow;
use std::fmt;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A plan for an operation of evacuation: missions, journeys, who is left out and why, measures, and the bound.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct PlanFile {
    /// Name and version of this format: "airbridge-plan/1".
    pub(super) format: Format,
    /// What the plan was made from and how.
    pub(super) origin: Origin,
    /// What the plan achieves, tier by tier.
    pub(super) measures: Measures,
    /// How far from the best possible the first tier can be.
    pub(super) bound: Bound,
    /// Missions, by first off-block, then by aircraft.
    pub(super) missions: Vec<Mission>,
    /// Journeys of those who are moved, by patient id.
    pub(super) journeys: Vec<Journey>,
    /// The others, by patient id. Each patient of the operation is in one of the two lists.
    pub(super) left_out: Vec<LeftOut>,
    /// How often what was promised to a patient has been changed by this plan and those before it; nobody with no change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) changes: Vec<Change>,
}

/// How often what was promised to a patient has been changed.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    /// The patient's pseudonym.
    pub(super) patient: String,
    /// How often.
    pub(super) times: u32,
}

/// The format's name; nothing else is accepted.
pub(super) struct Format;

/// An instant, RFC 3339 in UTC.
#[derive(Clone, Copy)]
pub(super) struct At(pub(super) Timestamp);

/// What a plan was made from and how.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Origin {
    /// Name of the operation.
    pub(super) operation: String,
    /// SHA-256 of the operation's canonical form, lower-case hexadecimal.
    pub(super) operation_digest: String,
    /// SHA-256 of the plan file that this plan replaces; null for a first plan.
    pub(super) parent_digest: Option<String>,
    /// When the plan was made to replace the other: what is at or before that has happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) replanned_at: Option<At>,
    /// Version of the program that made the plan.
    pub(super) program_version: String,
    /// Random seed.
    pub(super) seed: u64,
    /// Work done by the search, in the solver's unit.
    pub(super) work: u64,
}

/// What a plan achieves, tier by tier.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Measures {
    /// Counts by precedence level: urgent, priority, routine.
    pub(super) levels: Vec<Level>,
    /// Tier 1: summed weight of the patients who are in a right bed by their due time.
    pub(super) on_time_weight: i64,
    /// Tier 2: summed weight × hours late of those who are moved late.
    pub(super) lateness_weighted_hours: f64,
    /// Tier 3: commitments to others that the plan breaks.
    pub(super) commitments_broken: u32,
    /// Tier 4: patient hours from collection to arrival at the door of the bed.
    pub(super) transit_hours: f64,
    /// Tier 4: landings beyond the first, over all patients.
    pub(super) stops: u32,
    /// Tier 4: nights in staging facilities, over all patients.
    pub(super) nights: u32,
    /// Tier 5: block hours of all legs.
    pub(super) flying_hours: f64,
    /// Tier 5: of these, hours of legs without a patient.
    pub(super) positioning_hours: f64,
    /// Tier 5: cost of the block hours, in the operation's currency.
    pub(super) cost: f64,
    /// Tier 5: fuel of all legs, kilograms, without reserves.
    pub(super) fuel_kg: f64,
    /// Number of legs.
    pub(super) legs: u32,
}

/// Counts of patients for one precedence level.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Level {
    /// The level.
    pub(super) precedence: Precedence,
    /// Patients of the operation.
    pub(super) patients: u32,
    /// In a right bed by their due time.
    pub(super) on_time: u32,
    /// Moved, but late.
    pub(super) late: u32,
    /// Not moved.
    pub(super) left_out: u32,
}

/// The three precedence levels.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Precedence {
    Urgent,
    Priority,
    Routine,
}

/// A bound on the first tier, by relaxation: no plan can do better.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Bound {
    /// No plan has a larger summed weight on time.
    pub(super) on_time_weight: i64,
    /// At most this many patients can be in a right bed by their due time.
    pub(super) on_time_patients: u32,
    /// What binds, in words, and how many patients it is short for; empty where nothing binds.
    pub(super) binding: String,
}

/// One aircraft from its base and back, in one configuration.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Mission {
    /// Unique in the plan.
    pub(super) id: String,
    /// Registration of the aircraft.
    pub(super) aircraft: String,
    /// Cabin configuration, unchanged on the whole mission.
    pub(super) configuration: String,
    /// The crew that flies.
    pub(super) flight_crew: String,
    /// The team that cares; null only when nobody is carried.
    pub(super) medical_crew: Option<String>,
    /// Stops in order, one more than legs; the first and the last are at the aircraft's base.
    pub(super) stops: Vec<Stop>,
    /// Leg k goes from stop k to stop k + 1, counted from 0.
    pub(super) legs: Vec<Leg>,
}

/// A stop of a mission.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Stop {
    /// The airfield.
    pub(super) airfield: String,
    /// The aircraft comes to its stand; null at the first stop.
    pub(super) on_block_at: Option<At>,
    /// Unloading ends; equal to on_block_at when nobody leaves, null at the first stop.
    pub(super) unloaded_at: Option<At>,
    /// Loading begins; null when nobody boards.
    pub(super) loading_from_at: Option<At>,
    /// The aircraft leaves its stand; null at the last stop.
    pub(super) off_block_at: Option<At>,
    /// Patients who leave the aircraft here, in the order of ids.
    pub(super) leaves: Vec<String>,
    /// Patients who board here, in the order of ids.
    pub(super) boards: Vec<String>,
    /// Whether the tanks are filled here.
    pub(super) refuel: bool,
    /// Whether the crews rest here, between unloading and loading.
    pub(super) rest: bool,
}

/// A take-off and a landing.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Leg {
    /// Airfield of take-off.
    pub(super) from: String,
    /// Airfield of landing.
    pub(super) to: String,
    /// Leaves its stand.
    pub(super) off_block_at: At,
    /// Comes to its stand.
    pub(super) on_block_at: At,
    /// Nautical miles along the great circle or the route's way points, without the route factor.
    pub(super) distance_nm: f64,
    /// Fuel burnt, kilograms, without reserve.
    pub(super) fuel_kg: f64,
    /// Highest cabin altitude on the leg, feet.
    pub(super) cabin_altitude_ft: f64,
    /// Where it turned away from where it was going; the track goes on from there straight to the airfield of landing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) turn: Option<Turn>,
    /// States overflown, those of both ends included, in the order of the track; ISO 3166-1 alpha-2.
    pub(super) states: Vec<String>,
}

/// Where a mission turned away from where it was going.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Turn {
    /// When.
    pub(super) at: At,
    /// Degrees north.
    #[serde(deserialize_with = "degrees::<_, 90>")]
    #[schemars(range(min = -90, max = 90))]
    pub(super) latitude: f64,
    /// Degrees east.
    #[serde(deserialize_with = "degrees::<_, 180>")]
    #[schemars(range(min = -180, max = 180))]
    pub(super) longitude: f64,
    /// The airfield that it was going to.
    pub(super) from_the_way_to: String,
}

/// A patient's whole way from facility to bed.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Journey {
    /// The patient's pseudonym.
    pub(super) patient: String,
    /// The bed offer at the end.
    pub(super) offer: String,
    /// Reaches the door of the receiving facility.
    pub(super) arrives_at: At,
    /// Whether that is at or before the due time.
    pub(super) on_time: bool,
    /// Steps in order.
    pub(super) steps: Vec<Step>,
}

/// A step of a journey, told apart by "kind".
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Step {
    /// By road from a facility to an airfield; ends when loading starts.
    ToField {
        /// From this facility.
        facility: String,
        /// To this airfield.
        airfield: String,
        /// Leaves the door.
        from_at: At,
        /// At aircraft side.
        to_at: At,
    },
    /// On board a mission.
    Lift {
        /// The mission.
        mission: String,
        /// Index, from 0, of the mission's stop where the patient boards.
        boards_at_stop: u32,
        /// Index, from 0, of the mission's stop where the patient leaves.
        leaves_at_stop: u32,
        /// Loading starts there.
        from_at: At,
        /// Unloading ends there.
        to_at: At,
    },
    /// By road from an airfield to a facility; begins when unloading ends.
    FromField {
        /// From this airfield.
        airfield: String,
        /// To this facility.
        facility: String,
        /// At aircraft side.
        from_at: At,
        /// At the door.
        to_at: At,
    },
    /// In a staging facility between two lifts; as the last step of a plan under way, until a bed of that facility is given.
    Stay {
        /// The facility.
        facility: String,
        /// In.
        from_at: At,
        /// Out, or admitted.
        to_at: At,
    },
}

/// A patient whom the plan does not move, and why.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LeftOut {
    /// The patient's pseudonym.
    pub(super) patient: String,
    /// Why, in one sentence.
    pub(super) summary: String,
    /// Steps behind the patient, and those ahead to where they wait; none where the patient is at the origin.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) so_far: Vec<Step>,
    /// What excludes each alternative.
    pub(super) exclusions: Vec<Exclusion>,
}

/// An alternative, and the rule that excludes it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Exclusion {
    /// The bed offers that the alternative is about.
    pub(super) offers: Vec<String>,
    /// The alternative in words.
    pub(super) alternative: String,
    /// Number of the rule, 1 to 11.
    #[schemars(range(min = 1, max = 11))]
    pub(super) rule: u8,
    /// What exactly, with the figures.
    pub(super) reason: String,
}

/// An angle of at most so many degrees.
fn degrees<'de, D: Deserializer<'de>, const MOST: u32>(deserializer: D) -> Result<f64, D::Error> {
    let angle = f64::deserialize(deserializer)?;
    if angle.abs() <= f64::from(MOST) {
        Ok(angle)
    } else {
        Err(D::Error::custom(format_args!("{angle} is not within {MOST} degrees")))
    }
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(super::FORMAT)
    }
}

impl JsonSchema for Format {
    fn schema_name() -> Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": super::FORMAT })
    }
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = At;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an instant like \"2017-02-01T06:00:00Z\"")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<At, E> {
                text.parse()
                    .map(At)
                    .map_err(|_| E::custom(format_args!("{text:?} is not an instant like \"2017-02-01T06:00:00Z\"")))
            }
        }
        deserializer.deserialize_str(Text).map_err(D::Error::custom)
    }
}

impl JsonSchema for At {
    fn schema_name() -> Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "An instant, RFC 3339 in UTC, such as \"2017-02-01T06:00:00Z\"."
        })
    }
}
