//! The axis of time: from instants to the sheet, with hours and day boundaries.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::markup::put;

/// Width of a drawing in its own units.
pub(super) const WIDTH: f64 = 1180.0;
/// Room for names of rows.
pub(super) const NAMES: f64 = 130.0;
/// Room for days and hours above the rows.
pub(super) const HEAD: f64 = 38.0;

pub(super) struct Axis {
    from: i64,
    to: i64,
}

impl Axis {
    /// An axis between two instants, the first before the second.
    pub(super) fn new(from: Timestamp, to: Timestamp) -> Self {
        Self {
            from: from.as_second(),
            to: to.as_second().max(from.as_second() + 3600),
        }
    }

    /// Where an instant stands, kept within the drawing.
    pub(super) fn x(&self, at: Timestamp) -> f64 {
        self.x_of(at.as_second())
    }

    fn x_of(&self, second: i64) -> f64 {
        let share = (second.clamp(self.from, self.to) - self.from) as f64 / (self.to - self.from) as f64;
        NAMES + share * (WIDTH - NAMES - 8.0)
    }

    /// Whether a stretch of time shows in the drawing.
    pub(super) fn shows(&self, from: Timestamp, to: Timestamp) -> bool {
        from.as_second() < self.to && to.as_second() > self.from
    }

    /// Whether an instant lies within the drawing.
    pub(super) fn holds(&self, at: Timestamp) -> bool {
        (self.from..self.to).contains(&at.as_second())
    }

    /// Hours between two marks: so many that their labels keep apart.
    fn step_hours(&self) -> i64 {
        let hours = (self.to - self.from) / 3600;
        [1, 2, 3, 6, 12]
            .into_iter()
            .find(|step| hours / step <= 24)
            .unwrap_or(12)
    }

    /// Draws what lies behind as a shade, and the line between it and what lies ahead. Its name stands below the rows.
    pub(super) fn draw_now(&self, out: &mut String, now: Timestamp, height: f64) {
        let (begin, x) = (self.x_of(self.from), self.x(now));
        if x > begin {
            put!(
                out,
                "<rect class=\"past\" x=\"{begin:.1}\" y=\"{HEAD:.0}\" width=\"{:.1}\" height=\"{:.0}\"><title>What has happened</title></rect>\n",
                x - begin,
                height - HEAD,
            );
        }
        if self.holds(now) {
            // Near the right edge the words stand before the line.
            let (end, at) = if x > WIDTH - 130.0 {
                (" end", x - 4.0)
            } else {
                ("", x + 4.0)
            };
            put!(
                out,
                "<path class=\"now\" d=\"M{x:.1} 20V{height:.0}\" /><text class=\"now-name{end}\" x=\"{at:.1}\" y=\"{:.0}\">now, {} UTC</text>\n",
                height - 4.0,
                now.to_zoned(TimeZone::UTC).strftime("%H:%M"),
            );
        }
    }

    /// Draws days, hours and their lines.
    pub(super) fn draw(&self, out: &mut String, height: f64) {
        let step = self.step_hours() * 3600;
        put!(out, "<text class=\"unit\" x=\"4\" y=\"32\">UTC</text>\n");
        let mut at = self.from.div_euclid(step) * step;
        while at <= self.to {
            if at >= self.from {
                let midnight = at.rem_euclid(86_400) == 0;
                let x = self.x_of(at);
                put!(
                    out,
                    "<path class=\"{}\" d=\"M{x:.1} {:.0}V{height:.0}\" />",
                    if midnight { "midnight" } else { "hour" },
                    if midnight { 4.0 } else { HEAD - 2.0 },
                );
                // The last label would hang over the edge.
                if at < self.to {
                    put!(
                        out,
                        "<text class=\"tick\" x=\"{:.1}\" y=\"32\">{:02}</text>\n",
                        x + 2.0,
                        at.rem_euclid(86_400) / 3600,
                    );
                }
            }
            at += step;
        }
        self.days(out);
    }

    fn days(&self, out: &mut String) {
        let mut at = self.from.div_euclid(86_400) * 86_400;
        while at < self.to {
            let shown = self.x_of((at + 86_400).min(self.to)) - self.x_of(at);
            if shown >= 74.0
                && let Ok(instant) = Timestamp::from_second(at)
            {
                put!(
                    out,
                    "<text class=\"day\" x=\"{:.1}\" y=\"16\">{}</text>\n",
                    self.x_of(at) + 4.0,
                    instant.to_zoned(TimeZone::UTC).strftime("%a %-d %b"),
                );
            }
            at += 86_400;
        }
    }
}
