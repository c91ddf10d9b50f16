//! Li & Lim's files of pickup and delivery with time windows.

use super::lines::{Line, Lines};
use super::{InstanceError, MOST_NODES};
use crate::instance::{Format, Instance, Node, euclidean};

pub(super) fn read(lines: &Lines<'_>) -> Result<Instance, InstanceError> {
    let (head, rest) = lines.headed()?;
    head.has(3, "vehicles, capacity, speed")?;
    let vehicles = head.index(0, "the number of vehicles")?;
    let capacity = head.whole(1, "the capacity")?;
    head.number(2, "the speed")?;
    if rest.len() > MOST_NODES {
        return Err(head.error(format!("{} nodes; at most {MOST_NODES} can be read", rest.len())));
    }
    let rows: Vec<Row> = rest
        .iter()
        .enumerate()
        .map(|(id, line)| {
            line.has(
                9,
                "node, x, y, demand, begin and end of the window, service time, pickup, delivery",
            )?;
            row(line, id, [1, 2, 3, 4, 5, 6, 7, 8])
        })
        .collect::<Result<_, _>>()?;
    let points: Vec<(f64, f64)> = rows.iter().map(|row| row.at).collect();
    Ok(Instance {
        format: Format::LiLim,
        vehicles,
        capacity,
        max_route: None,
        max_ride: None,
        travel: euclidean(&points),
        requests: pairs(&rows, rest, capacity)?,
        nodes: rows.into_iter().map(|row| row.node).collect(),
    })
}

/// A customer: where, what, and its partner.
pub(super) struct Row {
    at: (f64, f64),
    pub(super) node: Node,
    /// 0 when it is a pickup itself.
    pickup: usize,
    /// 0 when it is a delivery itself.
    delivery: usize,
}

/// Reads a customer whose figures stand in these columns: x, y, demand, window, service time, pickup, delivery.
pub(super) fn row(line: &Line<'_>, id: usize, columns: [usize; 8]) -> Result<Row, InstanceError> {
    let given = line.index(0, "the node's number")?;
    if given != id {
        return Err(line.error(format!("node {given} where {id} is due")));
    }
    let [x, y, demand, open, close, service, pickup, delivery] = columns;
    let node = Node {
        open: line.number(open, "the window's begin")?,
        close: line.number(close, "the window's end")?,
        service: line.amount(service, "the service time")?,
        demand: line.whole(demand, "the demand")?,
    };
    if node.open > node.close {
        let (open, close) = (node.open, node.close);
        return Err(line.error(format!("the window ends at {close}, before it begins at {open}")));
    }
    Ok(Row {
        at: (line.number(x, "x")?, line.number(y, "y")?),
        node,
        pickup: line.index(pickup, "the pickup")?,
        delivery: line.index(delivery, "the delivery")?,
    })
}

/// Pickups with their deliveries, each the partner of the other.
pub(super) fn pairs(rows: &[Row], lines: &[Line<'_>], capacity: i64) -> Result<Vec<(usize, usize)>, InstanceError> {
    let Some(depot) = rows.first() else {
        return Err(InstanceError::whole("there is no depot in it"));
    };
    if depot.node.demand != 0 || depot.pickup != 0 || depot.delivery != 0 {
        return Err(lines[0].error("the depot has a demand or a partner"));
    }
    let mut requests = Vec::new();
    for (id, (row, line)) in rows.iter().zip(lines).enumerate().skip(1) {
        let partner = row.pickup.max(row.delivery);
        if (row.pickup == 0) == (row.delivery == 0) {
            return Err(line.error(format!(
                "node {id} wants one partner: a pickup or a delivery, the other being 0"
            )));
        }
        let Some(other) = rows.get(partner) else {
            return Err(line.error(format!("node {id} has the partner {partner}, which is not there")));
        };
        let back = if row.delivery == partner {
            other.pickup
        } else {
            other.delivery
        };
        if back != id || partner == id {
            return Err(line.error(format!("node {id} has the partner {partner}, whose partner is another")));
        }
        if row.delivery == partner {
            let demand = row.node.demand;
            if demand <= 0 || other.node.demand != -demand {
                return Err(line.error(format!("what pickup {id} takes is not what delivery {partner} gives")));
            }
            if demand > capacity {
                return Err(line.error(format!(
                    "pickup {id} has the demand {demand}, the capacity is {capacity}"
                )));
            }
            requests.push((id, partner));
        }
    }
    Ok(requests)
}
