//! Windows made as tight as depot, partner and longest ride make them.

use super::plain::Plain;

/// Tightens all windows until nothing changes. `false` when some window is empty: then nobody can serve everybody.
///
/// The rules are those of Cordeau (2006), section 4.1.1, with the way to and from the depot. Each keeps every begin of service
/// that some tour can have.
pub(super) fn tighten(plain: &mut Plain) -> bool {
    let (home, end) = (plain.home(), plain.end());
    for node in 0..2 * plain.requests {
        let (open, close) = plain.windows[node];
        plain.windows[node] = (
            open.max(plain.horizon.0 + plain.time(home, node)),
            close.min(plain.horizon.1 - plain.step(node, end)),
        );
    }
    for request in 0..plain.requests {
        let delivery = plain.delivery(request);
        let (least, most) = (plain.step(request, delivery), plain.ride[request]);
        // All four are difference constraints between two moments: two rounds reach their fixpoint.
        for _ in 0..2 {
            let (pickup, drop) = (plain.windows[request], plain.windows[delivery]);
            plain.windows[request] = (pickup.0.max(drop.0 - most), pickup.1.min(drop.1 - least));
            plain.windows[delivery] = (drop.0.max(pickup.0 + least), drop.1.min(pickup.1 + most));
        }
        if least > most {
            return false;
        }
    }
    plain.windows.iter().all(|(open, close)| open <= close)
}
