//! Eighteen states with hospitals and weekly offers in the proportions of 2022, and the hub itself.

use airbridge_model::{Facility, Hours, Operation, Specialty, Staging};
use airbridge_units::{FacilityId, Minutes};
use jiff::ToSpan;
use jiff::civil::Date;

use super::people::{BURNS, CANCER, OTHER, REHABILITATION, TRAUMA};
use crate::dice::{Dice, share};
use crate::rows::{self, FacilityRow};

/// A hospital, its share of all beds in per mille, its field with minutes by road, and what it is for.
struct Receiver {
    row: FacilityRow,
    share: usize,
    access: &'static [(&'static str, i64)],
    fields: &'static [&'static [(Specialty, u32)]],
}

/// Germany 36 %, Spain 18 %, Italy 11 %, fifteen others 35 %: shares of the first thousand patients of 2022.
#[rustfmt::skip]
const RECEIVERS: [Receiver; 23] = [
    Receiver { row: ("DE-KLN", "University Hospital Cologne", "DE", "Cologne", 50.9250, 6.9170, "Europe/Berlin"), share: 120,
        access: &[("EDDK", 35)], fields: &[&TRAUMA, &CANCER, &OTHER] },
    Receiver { row: ("DE-KOB", "Bundeswehr Central Hospital Koblenz", "DE", "Koblenz", 50.3440, 7.6150, "Europe/Berlin"), share: 80,
        access: &[("EDDK", 75)], fields: &[&TRAUMA, &BURNS, &REHABILITATION] },
    Receiver { row: ("DE-MUC", "Klinikum rechts der Isar", "DE", "Munich", 48.1370, 11.6010, "Europe/Berlin"), share: 100,
        access: &[("EDDM", 40)], fields: &[&TRAUMA, &CANCER, &BURNS] },
    Receiver { row: ("DE-ULM", "Bundeswehr Hospital Ulm", "DE", "Ulm", 48.4230, 9.9540, "Europe/Berlin"), share: 60,
        access: &[("EDDM", 110)], fields: &[&TRAUMA, &REHABILITATION, &OTHER] },
    Receiver { row: ("ES-PAZ", "La Paz University Hospital", "ES", "Madrid", 40.4810, -3.6870, "Europe/Madrid"), share: 110,
        access: &[("LEMD", 25)], fields: &[&BURNS, &CANCER, &OTHER] },
    Receiver { row: ("ES-GUL", "Gomez Ulla Defence Hospital", "ES", "Madrid", 40.3870, -3.7440, "Europe/Madrid"), share: 70,
        access: &[("LEMD", 35)], fields: &[&TRAUMA, &REHABILITATION] },
    Receiver { row: ("IT-GEM", "Gemelli Hospital", "IT", "Rome", 41.9310, 12.4290, "Europe/Rome"), share: 70,
        access: &[("LIRF", 40)], fields: &[&CANCER, &OTHER] },
    Receiver { row: ("IT-CEL", "Celio Military Hospital", "IT", "Rome", 41.8860, 12.4960, "Europe/Rome"), share: 40,
        access: &[("LIRF", 45)], fields: &[&TRAUMA, &REHABILITATION] },
    Receiver { row: ("SE-KAR", "Karolinska University Hospital", "SE", "Stockholm", 59.3490, 18.0320, "Europe/Stockholm"), share: 25,
        access: &[("ESSA", 35)], fields: &[&BURNS, &TRAUMA] },
    Receiver { row: ("FR-PCY", "Percy Military Training Hospital", "FR", "Clamart", 48.8150, 2.2560, "Europe/Paris"), share: 25,
        access: &[("LFPB", 45)], fields: &[&BURNS, &TRAUMA] },
    Receiver { row: ("NO-OUS", "Oslo University Hospital", "NO", "Oslo", 59.9360, 10.7380, "Europe/Oslo"), share: 30,
        access: &[("ENGM", 45)], fields: &[&TRAUMA, &CANCER, &OTHER] },
    Receiver { row: ("DK-RIG", "Rigshospitalet", "DK", "Copenhagen", 55.6960, 12.5670, "Europe/Copenhagen"), share: 30,
        access: &[("EKCH", 25)], fields: &[&TRAUMA, &CANCER] },
    Receiver { row: ("NL-UMC", "Amsterdam University Medical Centre", "NL", "Amsterdam", 52.2940, 4.9580, "Europe/Amsterdam"), share: 30,
        access: &[("EHAM", 25)], fields: &[&CANCER, &REHABILITATION] },
    Receiver { row: ("BE-QAM", "Queen Astrid Military Hospital", "BE", "Brussels", 50.9060, 4.3890, "Europe/Brussels"), share: 25,
        access: &[("EBBR", 20)], fields: &[&BURNS] },
    Receiver { row: ("AT-AKH", "Vienna General Hospital", "AT", "Vienna", 48.2200, 16.3470, "Europe/Vienna"), share: 30,
        access: &[("LOWW", 35)], fields: &[&CANCER, &TRAUMA, &OTHER] },
    Receiver { row: ("CZ-MOT", "Motol University Hospital", "CZ", "Prague", 50.0740, 14.3410, "Europe/Prague"), share: 25,
        access: &[("LKPR", 25)], fields: &[&TRAUMA, &CANCER] },
    Receiver { row: ("IE-MMU", "Mater University Hospital", "IE", "Dublin", 53.3590, -6.2670, "Europe/Dublin"), share: 20,
        access: &[("EIDW", 25)], fields: &[&OTHER, &TRAUMA] },
    Receiver { row: ("PT-HSM", "Santa Maria Hospital", "PT", "Lisbon", 38.7490, -9.1600, "Europe/Lisbon"), share: 15,
        access: &[("LPPT", 20)], fields: &[&OTHER, &CANCER] },
    Receiver { row: ("FI-HUS", "Helsinki University Hospital", "FI", "Helsinki", 60.1890, 24.9070, "Europe/Helsinki"), share: 20,
        access: &[("EFHK", 30)], fields: &[&TRAUMA, &REHABILITATION] },
    Receiver { row: ("LT-SAN", "Santaros Clinics", "LT", "Vilnius", 54.7500, 25.2810, "Europe/Vilnius"), share: 25,
        access: &[("EYVI", 25)], fields: &[&REHABILITATION, &CANCER, &TRAUMA] },
    Receiver { row: ("EE-PER", "North Estonia Medical Centre", "EE", "Tallinn", 59.3970, 24.7010, "Europe/Tallinn"), share: 15,
        access: &[("EETN", 25)], fields: &[&REHABILITATION] },
    Receiver { row: ("RO-FLO", "Floreasca Emergency Hospital", "RO", "Bucharest", 44.4540, 26.1010, "Europe/Bucharest"), share: 15,
        access: &[("LROP", 25)], fields: &[&BURNS, &OTHER] },
    Receiver { row: ("HR-DUB", "Dubrava Clinical Hospital", "HR", "Zagreb", 45.8280, 16.0560, "Europe/Zagreb"), share: 20,
        access: &[("LDZA", 35)], fields: &[&TRAUMA, &REHABILITATION] },
];

/// Beds beyond the patients of a week, in per cent: needs and beds never match exactly.
const SPARE_PERCENT: usize = 60;
/// Least beds a week, so that a small operation has a choice.
const LEAST_BEDS: usize = 12;

pub(super) fn add(operation: &mut Operation, patients: usize, days: i64, seed: u64) {
    operation.facilities = vec![
        lviv(),
        rows::facility(
            (
                "HUB-RZE",
                "EU Medevac hub, Rzeszow-Jasionka",
                "PL",
                "Rzeszow",
                50.1150,
                22.0300,
                "Europe/Warsaw",
            ),
            &[("EPRZ", 15)],
        ),
    ];
    operation.facilities.extend(RECEIVERS.iter().map(facility));
    operation.staging = vec![Staging {
        facility: FacilityId::new("HUB-RZE"),
        capacity: 20,
        max_stay: Minutes(72 * 60),
        min_stay: Minutes(0),
        intensive_care: true,
        isolation: true,
    }];
    add_offers(operation, patients, days, seed);
}

/// Where ambulances to the hub start; they leave by day and evening.
fn lviv() -> Facility {
    let mut lviv = rows::facility(
        (
            "LVIV",
            "Referral point Lviv (synthetic)",
            "UA",
            "Lviv",
            49.8400,
            24.0300,
            "Europe/Kyiv",
        ),
        &[("EPRZ", 240)],
    );
    lviv.release_hours = "04:00-22:00".parse::<Hours>().expect("hours");
    lviv
}

fn facility(receiver: &Receiver) -> Facility {
    let mut facility = rows::facility(receiver.row, receiver.access);
    facility.receives_per_day = Some((receiver.share / 6).max(4) as u32);
    facility
}

fn add_offers(operation: &mut Operation, patients: usize, days: i64, seed: u64) {
    let mut dice = Dice::new(seed, "hub offers");
    let weeks = usize::try_from(days).expect("days are positive").div_ceil(7);
    let beds = (patients * (100 + SPARE_PERCENT) / 100 / weeks).max(LEAST_BEDS);
    let first = rows::day_of(operation.horizon.from);
    for week in 0..weeks {
        let from = first + (week as i64 * 7).days();
        // A share too small for a bed every week has one now and then.
        let luck: Vec<usize> = RECEIVERS
            .iter()
            .map(|receiver| receiver.share * 100 + dice.below(2000))
            .collect();
        for (receiver, count) in RECEIVERS.iter().zip(share(beds, &luck)) {
            add_week(operation, receiver, count, week, from, &mut dice);
        }
    }
}

/// A week's beds of one hospital, each for what chance needs among what it is for; beds for the same need are one offer.
fn add_week(operation: &mut Operation, receiver: &Receiver, beds: usize, week: usize, from: Date, dice: &mut Dice) {
    let needs: Vec<(Specialty, u32)> = receiver.fields.concat();
    let mut drawn: Vec<Specialty> = (0..beds).map(|_| dice.weighted(&needs)).collect();
    drawn.sort_unstable();
    for same in drawn.chunk_by(|one, other| one == other) {
        let specialty = match same[0] {
            Specialty::OncoAdult if dice.percent(30) => Specialty::OncoPaed,
            other => other,
        };
        let name = receiver.row.0;
        let id = format!("{name}-W{:02}-{specialty}", week + 1);
        let mut offer = rows::offer(id, name, specialty, same.len() as u32, from, from + 6.days());
        offer.isolation = dice.percent(75);
        offer.companions = Some(2);
        match specialty {
            Specialty::OncoPaed => offer.age_to = Some(17),
            Specialty::OncoAdult => offer.age_from = Some(18),
            _ => {}
        }
        operation.offers.push(offer);
    }
}
