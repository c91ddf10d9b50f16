//! A policy with round figures.

use airbridge_model::{
    AlternatePolicy, BlockPolicy, CabinTier, CarePoints, DutyRuleSet, FdpRow, HandlingTimes, PersonWeights, Policy,
    PrecedenceWeights, ReservePolicy, RunwayPolicy, SearchDefaults,
};
use airbridge_units::{Feet, Kilograms, Metres, Minutes, NauticalMiles, RuleSetId};
use jiff::civil::Time;

pub(super) fn policy() -> Policy {
    Policy {
        commitments: airbridge_model::CommitmentPolicy {
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
        },
        burden: airbridge_model::BurdenPolicy {
            second_choice: Minutes(1_440),
            transfer: Minutes(240),
            flying_hour: Minutes(600),
        },
        longest_mission: Minutes(4_320),
        weights: PrecedenceWeights {
            urgent: 100,
            priority: 10,
            routine: 1,
        },
        care: CarePoints {
            ventilated: 4,
            intensive_care: 2,
            intermediate: 1,
            nursing: [4, 3, 2, 1],
        },
        persons: PersonWeights {
            litter_equipment: Kilograms(30.0),
            intensive_care_equipment: Kilograms(60.0),
            patient: Kilograms(85.0),
            baggage: Kilograms(15.0),
            attendant: Kilograms(100.0),
        },
        cabin_tiers: vec![CabinTier {
            limit: Feet(8_000.0),
            fuel_factor: 1.0,
            speed_factor: 1.0,
        }],
        field_tolerance: Feet(500.0),
        reserves: ReservePolicy {
            contingency: 0.05,
            final_reserve: Minutes(30),
        },
        alternates: AlternatePolicy {
            least: NauticalMiles(50.0),
            fallback: NauticalMiles(200.0),
        },
        block: BlockPolicy {
            route_factor: 1.05,
            overhead: Minutes(20),
        },
        handling: HandlingTimes {
            load_base: Minutes(15),
            load_litter: 3.0,
            load_intensive_care: 10.0,
            load_seat: 0.5,
            unload_base: Minutes(10),
            unload_litter: 2.0,
            unload_intensive_care: 8.0,
            unload_seat: 0.5,
            turnaround: Minutes(60),
            base_turnaround: Minutes(90),
        },
        runways: RunwayPolicy {
            per_300_m: 0.07,
            per_degree: 0.01,
            above_isa_c: 10.0,
            wet_factor: 1.0,
            least: Metres(800.0),
        },
        duty: vec![DutyRuleSet {
            id: RuleSetId::new("easa"),
            rows: vec![FdpRow {
                from: Time::midnight(),
                to: Time::MAX,
                limit: Minutes(720),
            }],
            free_sectors: 2,
            per_sector: Minutes(30),
            floor: Minutes(540),
            max_sectors: None,
            augmented: Vec::new(),
            report: Minutes(60),
            debrief: Minutes(30),
            rest_home: Minutes(720),
            rest_away: Minutes(600),
            source: "synthetic".to_owned(),
        }],
        default_stay_days: 14,
        default_receives_per_day: None,
        dusk_margin: Minutes(30),
        dawn_margin: Minutes(30),
        overnight_at: Time::constant(3, 0, 0, 0),
        search: SearchDefaults { seconds: 5.0, seed: 1 },
    }
}
