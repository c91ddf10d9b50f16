//! Cordeau's dial-a-ride files.
//!
//! The second figure of the header is the number of requests in some sets and the number of nodes in others, and some files end with the
//! depot once more: so the lines are counted.

use super::lines::{Line, Lines};
use super::{InstanceError, MOST_NODES};
use crate::instance::{Format, Instance, Node, euclidean};

pub(super) fn read(lines: &Lines<'_>) -> Result<Instance, InstanceError> {
    let (head, rest) = lines.headed()?;
    head.has(5, "vehicles, requests, longest route, capacity, longest ride")?;
    let vehicles = head.index(0, "the number of vehicles")?;
    let stated = head.index(1, "the number of requests")?;
    let max_route = head.amount(2, "the longest route")?;
    let capacity = head.whole(3, "the capacity")?;
    let max_ride = head.amount(4, "the longest ride")?;
    if rest.len() > MOST_NODES {
        return Err(head.error(format!("{} nodes; at most {MOST_NODES} can be read", rest.len())));
    }
    let mut rows = rest.iter().enumerate().map(|(id, line)| row(line, id));
    let mut rows: Vec<Row> = rows.by_ref().collect::<Result<_, _>>()?;
    // With an even number of lines the last is the depot again.
    if rows.len().is_multiple_of(2)
        && let (Some(last), Some(line)) = (rows.pop(), rest.last())
        && rows
            .first()
            .is_none_or(|depot| depot.at != last.at || last.node.demand != 0)
    {
        return Err(line.error("the number of nodes is even, but the last is not the depot once more"));
    }
    let requests = rows.len().saturating_sub(1) / 2;
    if stated != requests && stated != 2 * requests {
        return Err(head.error(format!(
            "the header says {stated} requests (or nodes), the lines below make {requests}"
        )));
    }
    for (id, line) in rest.iter().enumerate().take(requests + 1) {
        let demand = rows[id].node.demand;
        match id {
            0 if demand != 0 => return Err(line.error("the depot has a demand")),
            0 => {}
            _ if demand <= 0 => {
                return Err(line.error(format!("pickup {id} has the demand {demand}, not above nothing")));
            }
            _ if demand > capacity => {
                return Err(line.error(format!(
                    "pickup {id} has the demand {demand}, the capacity is {capacity}"
                )));
            }
            _ if rows[id + requests].node.demand != -demand => {
                return Err(rest[id + requests].error(format!(
                    "the demand of delivery {} is not that of pickup {id} with the sign changed",
                    id + requests
                )));
            }
            _ => {}
        }
    }
    let points: Vec<(f64, f64)> = rows.iter().map(|row| row.at).collect();
    Ok(Instance {
        format: Format::Darp,
        vehicles,
        capacity,
        max_route: Some(max_route),
        max_ride: Some(max_ride),
        travel: euclidean(&points),
        nodes: rows.into_iter().map(|row| row.node).collect(),
        requests: (1..=requests).map(|pickup| (pickup, pickup + requests)).collect(),
    })
}

struct Row {
    at: (f64, f64),
    node: Node,
}

fn row(line: &Line<'_>, id: usize) -> Result<Row, InstanceError> {
    line.has(7, "node, x, y, service time, demand, begin and end of the window")?;
    let given = line.index(0, "the node's number")?;
    if given != id {
        return Err(line.error(format!("node {given} where {id} is due")));
    }
    let (open, close) = (
        line.number(5, "the window's begin")?,
        line.number(6, "the window's end")?,
    );
    if open > close {
        return Err(line.error(format!("the window ends at {close}, before it begins at {open}")));
    }
    Ok(Row {
        at: (line.number(1, "x")?, line.number(2, "y")?),
        node: Node {
            open,
            close,
            service: line.amount(3, "the service time")?,
            demand: line.whole(4, "the demand")?,
        },
    })
}
