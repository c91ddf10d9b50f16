//! Which requests can be on board at the same time.
//!
//! Six orders of two pickups and two deliveries keep each pickup before its delivery (Cordeau 2006, section 4.1.3; Rist & Forbes 2021); four
//! of them have both on board at some moment.

use super::plain::Plain;
use super::temporal::Temporal;
use crate::partition::Requests;

/// Who can be on board with whom: some of the four orders in which two rides overlap has a clock, and both fit.
pub(super) fn together(plain: &Plain) -> Vec<Requests> {
    let mut together = vec![Requests::NONE; plain.requests];
    for one in 0..plain.requests {
        for other in 0..one {
            let sum = plain.demand[one].iter().zip(&plain.demand[other]).map(|(a, b)| a + b);
            let fits = sum.zip(&plain.capacity).all(|(sum, most)| sum <= *most);
            if fits && (overlap(plain, one, other) || overlap(plain, other, one)) {
                together[one] = together[one].with(other);
                together[other] = together[other].with(one);
            }
        }
    }
    together
}

/// Whether `first` and `second`, picked up in that order, can be delivered in some order.
fn overlap(plain: &Plain, first: usize, second: usize) -> bool {
    let Some(both) = Temporal::of(plain, first).pick_up(plain, first, second) else {
        return false;
    };
    [[first, second], [second, first]]
        .into_iter()
        .enumerate()
        .any(|(number, [one, other])| {
            let (here, there) = (plain.delivery(one), plain.delivery(other));
            let half = both.deliver(plain, second, here, number, plain.ride[one]);
            half.and_then(|half| half.deliver(plain, here, there, 0, plain.ride[other]))
                .is_some()
        })
}
