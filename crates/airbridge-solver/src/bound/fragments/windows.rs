//! Windows made as tight as depot, partner and longest ride make them.

use super::plain::Plain;

/// From when until when.
type Window = (i64, i64);

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
        let tight = by_partner(plain.windows[request], plain.windows[delivery], (least, most));
        (plain.windows[request], plain.windows[delivery]) = tight;
        if least > most {
            return false;
        }
    }
    plain.windows.iter().all(|(open, close)| open <= close)
}

/// The windows for the begins of service at a pickup and at its delivery, as each leaves the other where at least and at most so much lies between
/// the two begins (Cordeau 2006, section 4.1.1).
pub(crate) fn by_partner(mut pickup: Window, mut delivery: Window, (least, most): (i64, i64)) -> (Window, Window) {
    // All four are difference constraints between two moments: two rounds reach their fixpoint.
    for _ in 0..2 {
        let (before, after) = (pickup, delivery);
        pickup = (before.0.max(after.0 - most), before.1.min(after.1 - least));
        delivery = (
            after.0.max(before.0 + least),
            after.1.min(before.1.saturating_add(most)),
        );
    }
    (pickup, delivery)
}
