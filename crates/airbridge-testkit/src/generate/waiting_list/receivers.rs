//! Two crossings with their quota, and twenty states with beds in waves.

use airbridge_model::{Facility, Hours, Operation, Specialty};
use jiff::ToSpan;
use jiff::civil::Date;

use super::FULL;
use super::people::NEEDS;
use crate::dice::{Dice, share};
use crate::rows::{self, FacilityRow};

/// Patients a day through both crossings together, as reported of the reopening in February 2026.
const QUOTA: usize = 50;
/// The share of Rafah.
const RAFAH_PERCENT: usize = 70;
/// The least a day: one at each crossing.
const LEAST_QUOTA: usize = 10;
/// A wave of beds lasts so long.
const WAVE_DAYS: i64 = 15;

/// A hospital, the quota of its state for a list of 12,000, and its field with minutes by road.
struct Receiver {
    row: FacilityRow,
    quota: usize,
    access: &'static [(&'static str, i64)],
}

#[rustfmt::skip]
const RECEIVERS: [Receiver; 20] = [
    Receiver { row: ("EG-CAI", "Nasser Institute, Cairo", "EG", "Cairo", 30.0960, 31.2390, "Africa/Cairo"), quota: 200, access: &[("HECA", 40)] },
    Receiver { row: ("AE-AUH", "Sheikh Khalifa Medical City", "AE", "Abu Dhabi", 24.4690, 54.3790, "Asia/Dubai"), quota: 200, access: &[("OMAA", 35)] },
    Receiver { row: ("TR-ANK", "Ankara City Hospital", "TR", "Ankara", 39.9020, 32.7610, "Europe/Istanbul"), quota: 160, access: &[("LTAC", 45)] },
    Receiver { row: ("JO-AMM", "King Hussein Medical Centre", "JO", "Amman", 31.9840, 35.8310, "Asia/Amman"), quota: 150, access: &[("OJAI", 45)] },
    Receiver { row: ("QA-DOH", "Hamad General Hospital", "QA", "Doha", 25.2930, 51.5020, "Asia/Qatar"), quota: 120, access: &[("OTHH", 25)] },
    Receiver { row: ("IT-BAM", "Bambino Gesu Hospital", "IT", "Rome", 41.8990, 12.4540, "Europe/Rome"), quota: 120, access: &[("LIRA", 40), ("LIRF", 40)] },
    Receiver { row: ("ES-PAZ", "La Paz University Hospital", "ES", "Madrid", 40.4810, -3.6870, "Europe/Madrid"), quota: 80, access: &[("LEMD", 25)] },
    Receiver { row: ("RO-FLO", "Floreasca Emergency Hospital", "RO", "Bucharest", 44.4540, 26.1010, "Europe/Bucharest"), quota: 60, access: &[("LROP", 25)] },
    Receiver { row: ("GB-BCH", "Birmingham Children's Hospital", "GB", "Birmingham", 52.4850, -1.8940, "Europe/London"), quota: 50, access: &[("EGBB", 30)] },
    Receiver { row: ("FR-NCK", "Necker Hospital", "FR", "Paris", 48.8460, 2.3150, "Europe/Paris"), quota: 40, access: &[("LFPB", 40)] },
    Receiver { row: ("DE-KLN", "University Hospital Cologne", "DE", "Cologne", 50.9250, 6.9170, "Europe/Berlin"), quota: 30, access: &[("EDDK", 35)] },
    Receiver { row: ("NO-OUS", "Oslo University Hospital", "NO", "Oslo", 59.9360, 10.7380, "Europe/Oslo"), quota: 25, access: &[("ENGM", 45)] },
    Receiver { row: ("IE-MMU", "Mater University Hospital", "IE", "Dublin", 53.3590, -6.2670, "Europe/Dublin"), quota: 25, access: &[("EIDW", 25)] },
    Receiver { row: ("PT-HSM", "Santa Maria Hospital", "PT", "Lisbon", 38.7490, -9.1600, "Europe/Lisbon"), quota: 20, access: &[("LPPT", 20)] },
    Receiver { row: ("NL-UMC", "Amsterdam University Medical Centre", "NL", "Amsterdam", 52.2940, 4.9580, "Europe/Amsterdam"), quota: 20, access: &[("EHAM", 25)] },
    Receiver { row: ("BE-QAM", "Queen Astrid Military Hospital", "BE", "Brussels", 50.9060, 4.3890, "Europe/Brussels"), quota: 20, access: &[("EBBR", 20)] },
    Receiver { row: ("SE-KAR", "Karolinska University Hospital", "SE", "Stockholm", 59.3490, 18.0320, "Europe/Stockholm"), quota: 15, access: &[("ESSA", 35)] },
    Receiver { row: ("DK-RIG", "Rigshospitalet", "DK", "Copenhagen", 55.6960, 12.5670, "Europe/Copenhagen"), quota: 10, access: &[("EKCH", 25)] },
    Receiver { row: ("AT-AKH", "Vienna General Hospital", "AT", "Vienna", 48.2200, 16.3470, "Europe/Vienna"), quota: 10, access: &[("LOWW", 35)] },
    Receiver { row: ("CZ-MOT", "Motol University Hospital", "CZ", "Prague", 50.0740, 14.3410, "Europe/Prague"), quota: 5, access: &[("LKPR", 25)] },
];

/// Who a bed is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Band {
    All,
    Children,
    Adults,
}

pub(super) fn add(operation: &mut Operation, patients: usize, days: i64, seed: u64) {
    let quota = (QUOTA * patients)
        .div_ceil(FULL / 5)
        .clamp(LEAST_QUOTA, QUOTA.max(QUOTA * patients / FULL));
    let rafah = quota * RAFAH_PERCENT / 100;
    operation.facilities = vec![
        crossing(
            (
                "RAFAH",
                "Rafah crossing, Egyptian side",
                "PS",
                "Rafah",
                31.2500,
                34.2590,
                "Asia/Gaza",
            ),
            &[("HEAR", 75), ("HECA", 420)],
            rafah,
        ),
        crossing(
            (
                "KEREM-SHALOM",
                "Kerem Shalom crossing",
                "PS",
                "Rafah",
                31.2280,
                34.2840,
                "Asia/Gaza",
            ),
            &[("LLER", 150), ("OJAI", 330)],
            quota - rafah,
        ),
    ];
    let scale = Scale::of(patients);
    operation
        .facilities
        .extend(RECEIVERS.iter().map(|receiver| hospital(receiver, scale)));
    add_offers(operation, scale, days, seed);
}

/// Beds against those of a list of 12,000: a short list is offered more for each patient, so that there is something to plan.
#[derive(Clone, Copy)]
struct Scale {
    over: usize,
    under: usize,
}

impl Scale {
    const fn of(patients: usize) -> Self {
        if patients > FULL {
            Self {
                over: patients,
                under: FULL,
            }
        } else if patients < FULL / 4 {
            Self {
                over: patients,
                under: FULL / 4,
            }
        } else {
            Self { over: 1, under: 1 }
        }
    }

    fn apply(self, number: usize) -> usize {
        (number * self.over).div_ceil(self.under).max(1)
    }
}

/// Open five days a week, Sunday to Thursday.
fn crossing(row: FacilityRow, access: &[(&str, i64)], quota: usize) -> Facility {
    let mut crossing = rows::facility(row, access);
    crossing.releases_per_day = Some(quota as u32);
    crossing.release_hours = "Sun-Thu 07:00-16:00".parse::<Hours>().expect("hours");
    crossing
}

fn hospital(receiver: &Receiver, scale: Scale) -> Facility {
    let mut facility = rows::facility(receiver.row, receiver.access);
    facility.receives_per_day = Some(scale.apply(receiver.quota).div_ceil(10).clamp(4, 60) as u32);
    facility
}

fn add_offers(operation: &mut Operation, scale: Scale, days: i64, seed: u64) {
    let mut dice = Dice::new(seed, "waiting list offers");
    let waves = usize::try_from(days / WAVE_DAYS).expect("days are positive").max(1);
    let first = rows::day_of(operation.horizon.from);
    for receiver in &RECEIVERS {
        // The first waves get the odd beds.
        for (wave, beds) in share(scale.apply(receiver.quota), &vec![1; waves])
            .into_iter()
            .enumerate()
        {
            let from = first + (wave as i64 * WAVE_DAYS).days();
            add_wave(operation, receiver, beds, wave, from, &mut dice);
        }
    }
}

/// The beds of one wave of one hospital; those for the same need and ages are one offer.
fn add_wave(operation: &mut Operation, receiver: &Receiver, beds: usize, wave: usize, from: Date, dice: &mut Dice) {
    let mut drawn: Vec<(Specialty, Band)> = (0..beds).map(|_| bed(dice)).collect();
    drawn.sort_unstable();
    for same in drawn.chunk_by(|one, other| one == other) {
        let (specialty, band) = same[0];
        let name = receiver.row.0;
        let (word, age_from, age_to) = match band {
            Band::All => ("all", None, None),
            Band::Children => ("children", None, Some(17)),
            Band::Adults => ("adults", Some(18), None),
        };
        let id = format!("{name}-{}-{specialty}-{word}", wave + 1);
        let mut offer = rows::offer(
            id,
            name,
            specialty,
            same.len() as u32,
            from,
            from + (WAVE_DAYS - 1).days(),
        );
        offer.age_from = age_from;
        offer.age_to = age_to;
        offer.isolation = dice.percent(60);
        offer.companions = Some(if dice.percent(60) { 2 } else { 3 });
        operation.offers.push(offer);
    }
}

fn bed(dice: &mut Dice) -> (Specialty, Band) {
    let need = dice.weighted(&NEEDS);
    let band = dice.weighted(&[(Band::All, 30), (Band::Children, 40), (Band::Adults, 30)]);
    match (need, band) {
        (Specialty::OncoAdult, Band::Children) => (Specialty::OncoPaed, Band::Children),
        (Specialty::OncoAdult, _) => (Specialty::OncoAdult, Band::Adults),
        (Specialty::Paediatrics, Band::Adults) => (Specialty::GeneralSurgery, Band::Adults),
        (Specialty::Paediatrics, _) => (Specialty::Paediatrics, Band::Children),
        other => other,
    }
}
