//! The policy that generated operations start from. Its figures are those of the reference text of the field, or synthetic defaults.

use airbridge_model::{
    AlternatePolicy, BlockPolicy, CabinTier, CarePoints, DutyRuleSet, FdpRow, HandlingTimes, PersonWeights, Policy,
    PrecedenceWeights, ReservePolicy, RestClass, RunwayPolicy, SearchDefaults,
};
use airbridge_units::{Feet, Kilograms, Metres, Minutes, NauticalMiles, RuleSetId};
use jiff::civil::{Time, time};

/// The policy with both duty rule sets, `easa` and `military-ae`.
pub(crate) fn standard() -> Policy {
    Policy {
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
            litter_equipment: Kilograms(25.0),
            intensive_care_equipment: Kilograms(60.0),
            patient: Kilograms(80.0),
            baggage: Kilograms(15.0),
            attendant: Kilograms(95.0),
        },
        cabin_tiers: vec![
            CabinTier {
                limit: Feet(8000.0),
                fuel_factor: 1.0,
                speed_factor: 1.0,
            },
            CabinTier {
                limit: Feet(5000.0),
                fuel_factor: 1.10,
                speed_factor: 0.96,
            },
            CabinTier {
                limit: Feet(0.0),
                fuel_factor: 1.25,
                speed_factor: 0.90,
            },
        ],
        field_tolerance: Feet(1000.0),
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
            overhead: Minutes(25),
        },
        handling: handling(),
        runways: RunwayPolicy {
            per_300_m: 0.07,
            per_degree: 0.01,
            above_isa_c: 0.0,
            wet_factor: 1.15,
            least: Metres(0.0),
        },
        duty: vec![easa(), military()],
        default_stay_days: 21,
        default_receives_per_day: Some(4),
        dusk_margin: Minutes(30),
        dawn_margin: Minutes(15),
        overnight_at: time(3, 0, 0, 0),
        search: SearchDefaults { seconds: 10.0, seed: 1 },
    }
}

fn handling() -> HandlingTimes {
    HandlingTimes {
        load_base: Minutes(30),
        load_litter: 2.0,
        load_intensive_care: 8.0,
        load_seat: 0.5,
        unload_base: Minutes(20),
        unload_litter: 2.0,
        unload_intensive_care: 6.0,
        unload_seat: 0.5,
        turnaround: Minutes(60),
        base_turnaround: Minutes(90),
    }
}

/// Regulation (EU) 965/2012, ORO.FTL.205: basic daily flight-duty period, acclimatised crew.
fn easa() -> DutyRuleSet {
    let row = |from: (i8, i8), to: (i8, i8), minutes: i64| FdpRow {
        from: clock(from),
        to: clock(to),
        limit: Minutes(minutes),
    };
    DutyRuleSet {
        id: RuleSetId::new("easa"),
        rows: vec![
            row((6, 0), (13, 29), 780),
            row((13, 30), (13, 59), 765),
            row((14, 0), (14, 29), 750),
            row((14, 30), (14, 59), 735),
            row((15, 0), (15, 29), 720),
            row((15, 30), (15, 59), 705),
            row((16, 0), (16, 29), 690),
            row((16, 30), (16, 59), 675),
            row((17, 0), (4, 59), 660),
            row((5, 0), (5, 14), 720),
            row((5, 15), (5, 29), 735),
            row((5, 30), (5, 44), 750),
            row((5, 45), (5, 59), 765),
        ],
        free_sectors: 2,
        per_sector: Minutes(30),
        floor: Minutes(540),
        max_sectors: None,
        augmented: vec![
            (1, RestClass::Class3, Minutes(840)),
            (1, RestClass::Class2, Minutes(900)),
            (1, RestClass::Class1, Minutes(960)),
            (2, RestClass::Class3, Minutes(900)),
            (2, RestClass::Class2, Minutes(960)),
            (2, RestClass::Class1, Minutes(1020)),
        ],
        report: Minutes(60),
        debrief: Minutes(30),
        rest_home: Minutes(720),
        rest_away: Minutes(600),
        source: "Regulation (EU) 965/2012 ORO.FTL.205; report and debrief synthetic".to_owned(),
    }
}

/// After the flight-duty table of US Air Force aeromedical crews (AFI 11-2AE volume 3): 16 h basic, augmented 18 h.
fn military() -> DutyRuleSet {
    DutyRuleSet {
        id: RuleSetId::new("military-ae"),
        rows: vec![FdpRow {
            from: clock((0, 0)),
            to: clock((23, 59)),
            limit: Minutes(960),
        }],
        free_sectors: 99,
        per_sector: Minutes(0),
        floor: Minutes(960),
        max_sectors: None,
        augmented: vec![
            (1, RestClass::Class1, Minutes(1080)),
            (1, RestClass::Class2, Minutes(1080)),
            (1, RestClass::Class3, Minutes(1080)),
        ],
        report: Minutes(60),
        debrief: Minutes(30),
        rest_home: Minutes(720),
        rest_away: Minutes(720),
        source: "after AFI 11-2AE volume 3; report and debrief synthetic".to_owned(),
    }
}

fn clock((hour, minute): (i8, i8)) -> Time {
    time(hour, minute, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duty_rows_cover_the_day() {
        for set in standard().duty {
            for minute in 0..1440_i16 {
                let at = clock(((minute / 60) as i8, (minute % 60) as i8));
                assert!(set.row_at(at).is_some(), "{} at {at}", set.id);
            }
        }
    }
}
