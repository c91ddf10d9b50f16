//! Sartori & Buriol's files: `KEY: value` lines, a section `NODES`, a section `EDGES` with the matrix of whole minutes, `EOF`.

use super::li_lim::{Row, pairs, row};
use super::lines::{Line, Lines};
use super::{InstanceError, MOST_NODES};
use crate::instance::{Format, Instance};

pub(super) fn read(lines: &Lines<'_>) -> Result<Instance, InstanceError> {
    let all = &lines.all;
    let section = |name: &str| {
        let at = all.iter().position(|line| line.text == name);
        at.ok_or_else(|| InstanceError::whole(format!("there is no section {name} in it")))
    };
    let (nodes_at, edges_at) = (section("NODES")?, section("EDGES")?);
    if edges_at < nodes_at {
        return Err(all[edges_at].error("EDGES stands before NODES"));
    }
    let size = header(&all[..nodes_at], "SIZE")?;
    let capacity = header(&all[..nodes_at], "CAPACITY")?;
    if size > MOST_NODES {
        return Err(all[0].error(format!("{size} nodes; at most {MOST_NODES} can be read")));
    }
    let node_lines = &all[nodes_at + 1..edges_at];
    if node_lines.len() != size {
        return Err(all[nodes_at].error(format!("SIZE says {size} nodes, {} lines follow", node_lines.len())));
    }
    let rows: Vec<Row> = node_lines
        .iter()
        .enumerate()
        .map(|(id, line)| {
            line.has(
                9,
                "node, latitude, longitude, demand, begin and end of the window, service time, pickup, delivery",
            )?;
            row(line, id, [1, 2, 3, 4, 5, 6, 7, 8])
        })
        .collect::<Result<_, _>>()?;
    let end = all[edges_at..].iter().position(|line| line.text == "EOF");
    let edge_lines = &all[edges_at + 1..end.map_or(all.len(), |end| edges_at + end)];
    if edge_lines.len() != size {
        return Err(all[edges_at].error(format!(
            "SIZE says {size} nodes, {} lines of times follow",
            edge_lines.len()
        )));
    }
    let mut travel = Vec::with_capacity(size * size);
    for line in edge_lines {
        if line.count() != size {
            return Err(line.error(format!("{} times where {size} are wanted", line.count())));
        }
        for index in 0..size {
            travel.push(line.index(index, "a travel time")? as f64);
        }
    }
    let capacity = capacity as i64;
    Ok(Instance {
        format: Format::SartoriBuriol,
        // The files name no fleet: one vehicle for each request is always enough.
        vehicles: size.saturating_sub(1) / 2,
        capacity,
        max_route: None,
        max_ride: None,
        travel,
        requests: pairs(&rows, node_lines, capacity)?,
        nodes: rows.into_iter().map(|row| row.node).collect(),
    })
}

/// The whole number after `KEY:`.
fn header(lines: &[Line<'_>], key: &str) -> Result<usize, InstanceError> {
    let found = lines.iter().find_map(|line| {
        let (name, value) = line.text.split_once(':')?;
        (name.trim() == key).then_some((line, value.trim()))
    });
    let (line, value) =
        found.ok_or_else(|| InstanceError::whole(format!("there is no line “{key}: …” before NODES")))?;
    value
        .parse()
        .map_err(|_| line.error(format!("{key} is not a whole number")))
}
