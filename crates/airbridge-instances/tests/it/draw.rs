//! Synthetic instances, written in each format.

use std::fmt::Write;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

struct Point {
    x: f64,
    y: f64,
    demand: i64,
    open: u32,
    close: u32,
    service: u32,
}

/// A depot, pickups, then their deliveries.
fn points(requests: usize, seed: u64) -> Vec<Point> {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let mut points = vec![Point {
        x: 0.0,
        y: 0.0,
        demand: 0,
        open: 0,
        close: 480,
        service: 0,
    }];
    let demands: Vec<i64> = (0..requests).map(|_| rng.random_range(1..3)).collect();
    for (id, demand) in demands.iter().chain(&demands).enumerate() {
        let is_delivery = id >= requests;
        let open = rng.random_range(0..350);
        // One of both ends has a window of its own, as in the published sets.
        let limited = (id % requests).is_multiple_of(2) == is_delivery;
        points.push(Point {
            x: f64::from(rng.random_range(-100_i32..100)) / 10.0,
            y: f64::from(rng.random_range(-100_i32..100)) / 10.0,
            demand: if is_delivery { -demand } else { *demand },
            open: if limited { open } else { 0 },
            close: if limited { open + 20 } else { 480 },
            service: 3,
        });
    }
    points
}

/// In the manner of Cordeau's set a; with the depot again at the end, or with the number of nodes in the header.
pub(crate) fn darp(requests: usize, vehicles: usize, seed: u64, closing_depot: bool) -> String {
    let points = points(requests, seed);
    let stated = if closing_depot { requests } else { 2 * requests };
    let mut text = format!("{vehicles} {stated} 480 3 60\n");
    for (id, p) in points.iter().enumerate() {
        let _ = writeln!(
            text,
            "{id:3} {:8.3} {:8.3} {} {} {} {}",
            p.x, p.y, p.service, p.demand, p.open, p.close
        );
    }
    if closing_depot {
        let _ = writeln!(text, "{} 0.000 0.000 0 0 0 480", points.len());
    }
    text
}

/// In the manner of Li & Lim.
pub(crate) fn li_lim(requests: usize, vehicles: usize, seed: u64) -> String {
    let mut text = format!("{vehicles}\t3\t1\r\n");
    for (id, p) in points(requests, seed).iter().enumerate() {
        let (pickup, delivery) = match id {
            0 => (0, 0),
            id if id <= requests => (0, id + requests),
            id => (id - requests, 0),
        };
        let _ = write!(
            text,
            "{id}\t{}\t{}\t{}\t{}\t{}\t{}\t{pickup}\t{delivery}\r\n",
            p.x, p.y, p.demand, p.open, p.close, p.service
        );
    }
    text
}

/// In the manner of Sartori & Buriol.
pub(crate) fn sartori_buriol(requests: usize, seed: u64) -> String {
    let points = points(requests, seed);
    let size = points.len();
    let mut text = format!("NAME: synthetic\nLOCATION: nowhere\nTYPE: PDPTW\nSIZE: {size}\nCAPACITY: 3\n\nNODES\n");
    for (id, p) in points.iter().enumerate() {
        let (pickup, delivery) = match id {
            0 => (0, 0),
            id if id <= requests => (0, id + requests),
            id => (id - requests, 0),
        };
        let _ = writeln!(
            text,
            "{id} {} {} {} {} {} {} {pickup} {delivery}",
            p.x, p.y, p.demand, p.open, p.close, p.service
        );
    }
    text.push_str("EDGES\n");
    for from in &points {
        let row: Vec<String> = points
            .iter()
            .map(|to| format!("{:.0}", (from.x - to.x).hypot(from.y - to.y).ceil()))
            .collect();
        text.push_str(&row.join(" "));
        text.push('\n');
    }
    text.push_str("EOF\n");
    text
}
