//! Which mission takes whom, and in which order they board and leave.

use airbridge_model::Operation;

use super::choice::Choice;

/// Something that happens to a unit (index into the choice) on a mission.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Event {
    Boards(usize),
    Leaves(usize),
}

/// Every way to part the units of a choice over the missions, and every order of events on each. A mission without units is not flown.
pub(super) fn all(operation: &Operation, choice: &Choice) -> Vec<Vec<Vec<Event>>> {
    let most = operation.aircraft[0]
        .max_missions
        .expect("the tiny family limits missions") as usize;
    let units = choice.moved.len();
    let mut ways = Vec::new();
    for parting in 0..most.pow(units as u32) {
        let mut missions: Vec<Vec<usize>> = vec![Vec::new(); most];
        let mut rest = parting;
        for unit in 0..units {
            missions[rest % most].push(unit);
            rest /= most;
        }
        missions.retain(|mission| !mission.is_empty());
        let orders: Vec<Vec<Vec<Event>>> = missions.iter().map(|mission| orders_of(mission)).collect();
        ways.extend(product(&orders));
    }
    ways
}

/// Every order of boarding and leaving of some units: each boards before it leaves.
fn orders_of(units: &[usize]) -> Vec<Vec<Event>> {
    fn extend(units: &[usize], order: &mut Vec<Event>, all: &mut Vec<Vec<Event>>) {
        if order.len() == units.len() * 2 {
            all.push(order.clone());
            return;
        }
        for &unit in units {
            let next = if order.contains(&Event::Leaves(unit)) {
                continue;
            } else if order.contains(&Event::Boards(unit)) {
                Event::Leaves(unit)
            } else {
                Event::Boards(unit)
            };
            order.push(next);
            extend(units, order, all);
            order.pop();
        }
    }
    let mut all = Vec::new();
    extend(units, &mut Vec::new(), &mut all);
    all
}

fn product(orders: &[Vec<Vec<Event>>]) -> Vec<Vec<Vec<Event>>> {
    let mut ways = vec![Vec::new()];
    for mission in orders {
        ways = ways
            .iter()
            .flat_map(|way: &Vec<Vec<Event>>| {
                mission
                    .iter()
                    .map(|order| [way.as_slice(), std::slice::from_ref(order)].concat())
            })
            .collect();
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_units_have_ninety_orders() {
        assert_eq!(orders_of(&[0]).len(), 1);
        assert_eq!(orders_of(&[0, 1]).len(), 6);
        assert_eq!(orders_of(&[0, 1, 2]).len(), 90);
    }
}
