//! Slots by clock hour and stands by instant, over all missions of the plan.

use std::collections::BTreeMap;

use airbridge_units::AirfieldId;

use super::RULE;
use crate::checker::Context;
use crate::instant::{seconds, show};
use crate::report::Report;
use crate::sweep::Sweep;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut movements: BTreeMap<(&AirfieldId, i64), u32> = BTreeMap::new();
    // What nobody can change any more; it may be too much by itself.
    let mut settled: BTreeMap<(&AirfieldId, i64), u32> = BTreeMap::new();
    let mut standing: BTreeMap<&AirfieldId, u32> = BTreeMap::new();
    let mut stands: BTreeMap<&AirfieldId, Sweep> = BTreeMap::new();
    for flight in &context.flights {
        for (number, stop) in flight.mission.stops.iter().enumerate() {
            let lands = number <= flight.behind.legs && flight.behind.mission.is_some();
            let left = number < flight.behind.legs;
            for (at, behind) in [(stop.on_block_at, lands), (stop.off_block_at, left)] {
                let Some(at) = at else { continue };
                let hour = seconds(at).div_euclid(3600);
                *movements.entry((&stop.airfield, hour)).or_default() += 1;
                if behind {
                    *settled.entry((&stop.airfield, hour)).or_default() += 1;
                }
            }
            if lands && !left {
                *standing.entry(&stop.airfield).or_default() += 1;
            }
            let at_home = flight.aircraft.is_some_and(|aircraft| aircraft.base == stop.airfield);
            if let (Some(from), Some(to), false) = (stop.on_block_at, stop.off_block_at, at_home) {
                stands
                    .entry(&stop.airfield)
                    .or_default()
                    .add(seconds(from), seconds(to));
            }
        }
    }
    for ((id, hour), count) in movements {
        let most = context.index.airfield(id).and_then(|field| field.slots_per_hour);
        let behind = settled.get(&(id, hour)).copied().unwrap_or(0);
        if let Some(most) = most
            && count > most.max(behind)
        {
            report.add(
                RULE,
                "too-many-movements",
                format!("airfield {id}, hour from {}", show(hour * 3600)),
                format!("{count} landings and take-offs, {most} slots"),
            );
        }
    }
    for (id, stands) in stands {
        let Some(most) = context.index.airfield(id).and_then(|field| field.parking) else {
            continue;
        };
        for excess in stands.beyond(most.max(standing.get(id).copied().unwrap_or(0))) {
            report.add(
                RULE,
                "too-many-parked",
                format!("airfield {id}, from {} to {}", show(excess.from), show(excess.to)),
                format!("{} aircraft on the ground, {most} stands", excess.most),
            );
        }
    }
}
