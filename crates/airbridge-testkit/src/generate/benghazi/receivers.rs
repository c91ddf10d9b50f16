//! Where they are, where they wait, where they are treated: real institutions, synthetic beds.

use airbridge_model::{Facility, Operation, Specialty, Staging};
use airbridge_units::{FacilityId, Minutes};

use super::people::{MIX, specialties};
use super::{COHORT, Layout};
use crate::dice::share;
use crate::rows;

/// Beds in Burdenko, Vishnevsky and the Academy for each specialty of [`MIX`]: 30, 25 and 15 in all.
const SPLIT: [[usize; 3]; 7] = [
    [12, 13, 5],
    [0, 6, 0],
    [6, 0, 0],
    [0, 0, 6],
    [6, 0, 0],
    [6, 0, 4],
    [0, 6, 0],
];
const HOSPITALS: [&str; 3] = ["BURDENKO", "VISHNEVSKY", "VMA"];
/// Offers of a cohort stand for so many days.
const OFFER_DAYS: i64 = 7;
/// Places in Cairo for each lane.
const STAGING: u32 = 40;

pub(super) fn add(operation: &mut Operation, layout: &Layout) {
    operation.facilities = facilities(layout.lanes as u32);
    operation.staging = vec![Staging {
        facility: FacilityId::new("CAIRO-ASF"),
        capacity: STAGING * layout.lanes as u32,
        max_stay: Minutes(24 * 60),
        min_stay: Minutes(0),
        intensive_care: true,
        isolation: true,
    }];
    for (cohort, &size) in layout.cohorts.iter().enumerate() {
        add_offers(operation, layout, cohort, size);
    }
}

/// Exactly as many beds of each specialty as the cohort has patients who need it.
fn add_offers(operation: &mut Operation, layout: &Layout, cohort: usize, size: usize) {
    let start = layout.starts_at(cohort);
    let (from, to) = (
        rows::day_of(start),
        rows::day_of(rows::hours_after(start, OFFER_DAYS * 24)),
    );
    for (need, (&(specialty, _), split)) in specialties(size).into_iter().zip(MIX.iter().zip(SPLIT)) {
        for (hospital, beds) in HOSPITALS.iter().zip(share(need, &split)) {
            if beds == 0 {
                continue;
            }
            let id = format!("{hospital}-{}-{:02}", short(specialty), cohort + 1);
            let mut offer = rows::offer(id, hospital, specialty, beds as u32, from, to);
            offer.companions = Some(2);
            operation.offers.push(offer);
        }
    }
}

fn short(specialty: Specialty) -> &'static str {
    match specialty {
        Specialty::Orthopaedics => "ORTH",
        Specialty::Burns => "BURN",
        Specialty::Neurosurgery => "NEUR",
        Specialty::Ophthalmology => "EYE",
        Specialty::Vascular => "VASC",
        Specialty::GeneralSurgery => "GEN",
        _ => "PROS",
    }
}

#[rustfmt::skip]
fn facilities(lanes: u32) -> Vec<Facility> {
    let mut all = vec![
        rows::facility(("BMC", "Benghazi Medical Center", "LY", "Benghazi", 32.0836, 20.1090, "Africa/Tripoli"),
            &[("HLLB", 40), ("HLLQ", 210)]),
        rows::facility(("CAIRO-ASF", "Staging ward at Cairo airport (synthetic)", "EG", "Cairo", 30.1120, 31.3970, "Africa/Cairo"),
            &[("HECA", 20)]),
        rows::facility(("BURDENKO", "Burdenko Main Military Clinical Hospital", "RU", "Moscow", 55.7705, 37.6945, "Europe/Moscow"),
            &[("UUMU", 60), ("UUWW", 75), ("ULLI", 660)]),
        rows::facility(("VISHNEVSKY", "Vishnevsky Central Military Clinical Hospital", "RU", "Krasnogorsk", 55.8180, 37.3000, "Europe/Moscow"),
            &[("UUMU", 80), ("UUWW", 90), ("ULLI", 650)]),
        rows::facility(("VMA", "Kirov Military Medical Academy", "RU", "St Petersburg", 59.9560, 30.3480, "Europe/Moscow"),
            &[("ULLI", 50), ("UUMU", 660), ("UUWW", 680)]),
    ];
    // A mass reception was prepared: a whole cohort may arrive in a day.
    for facility in &mut all {
        facility.receives_per_day = Some(COHORT as u32 * lanes);
    }
    all
}
