//! Labels that keep out of each other's way.
//!
//! Places that stand within a few units of each other share one label of several lines. Each label tries a set of spots around
//! its place, the best first, and takes the one that covers least; a label that had to move gets a thin line to its place.
//! Greedy placement over fixed candidate positions, after Christensen, Marks and Shieber (1995), section 3.1.

use super::places::{Kind, Place};
use super::projection::View;
use crate::markup::{esc, put};

/// Places nearer to each other than this share a label.
const TOGETHER: f64 = 15.0;
/// Height of a line of text.
const LINE: f64 = 14.0;
/// Mean width of a character of the labels' 12-unit letters, a little on the wide side.
const CHARACTER: f64 = 6.6;
/// Longer names are cut; the title has them in full.
const LONGEST: usize = 30;
/// More lines are counted, not shown; the marks' titles and the tables have them.
const MOST_LINES: usize = 5;

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn overlap(self, other: Self) -> f64 {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        if wide > 0.0 && high > 0.0 { wide * high } else { 0.0 }
    }

    fn holds(self, (x, y): (f64, f64)) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }
}

pub(super) struct Labels {
    sheet: Area,
    taken: Vec<Area>,
    lines: Vec<(f64, f64)>,
    marks: Vec<(f64, f64)>,
    notes: Vec<(f64, f64, String)>,
}

impl Labels {
    pub(super) fn new(view: &View) -> Self {
        Self {
            sheet: Area {
                left: 4.0,
                top: 4.0,
                right: view.width() - 4.0,
                bottom: view.height() - 4.0,
            },
            taken: Vec::new(),
            lines: Vec::new(),
            marks: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Labels had better not cover these points.
    pub(super) fn keep_clear(&mut self, line: &[(f64, f64)]) {
        self.lines.extend_from_slice(line);
    }

    /// A few characters beside the middle of a line.
    pub(super) fn note(&mut self, line: &[(f64, f64)], text: &str) {
        let middle = line.len() * 2 / 5;
        if let (Some(&(x0, y0)), Some(&(x1, y1))) = (line.get(middle.saturating_sub(1)), line.get(middle)) {
            // To the right of the way, where the line is bent to.
            let (dx, dy) = (x1 - x0, y1 - y0);
            let length = dx.hypot(dy).max(0.1);
            let wide = CHARACTER * text.chars().count() as f64;
            let (x, y) = (x1 - dy / length * 13.0 - wide / 2.0, y1 + dx / length * 11.0 + 4.0);
            self.taken.push(Area {
                left: x,
                top: y - 10.0,
                right: x + wide,
                bottom: y + 2.0,
            });
            self.notes.push((x, y, text.to_owned()));
        }
    }

    /// Places and writes the labels.
    pub(super) fn write(mut self, out: &mut String, marks: &[(&Place, (f64, f64))]) {
        let clusters = clusters(marks);
        for (_, (x, y)) in marks {
            self.taken.push(around(*x, *y));
            self.marks.push((*x, *y));
        }
        out.push_str("<g class=\"labels\">\n");
        for (x, y, text) in &self.notes {
            put!(out, "<text class=\"note\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>\n");
        }
        for cluster in clusters {
            self.label(out, &cluster);
        }
        out.push_str("</g>\n");
    }

    fn label(&mut self, out: &mut String, cluster: &[(&Place, (f64, f64))]) {
        let lines = text_lines(cluster);
        let longest = lines.iter().map(|(_, text)| text.chars().count()).max().unwrap_or(0);
        let (wide, high) = (longest as f64 * CHARACTER + 4.0, lines.len() as f64 * LINE);
        let (x, y) = cluster[0].1;
        let area = candidates(x, y, wide, high)
            .map(|(distance, area)| (self.cost(area) + self.misleading(area, (x, y)) + distance, area))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, area)| area)
            .expect("there are candidates");
        self.taken.push(area);
        leader(out, (x, y), area);
        for (index, (class, text)) in lines.iter().enumerate() {
            put!(
                out,
                "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\">{}</text>\n",
                area.left + 2.0,
                area.top + LINE * (index as f64 + 0.8),
                esc(text),
            );
        }
    }

    fn cost(&self, area: Area) -> f64 {
        let inside = area.overlap(self.sheet);
        let whole = (area.right - area.left) * (area.bottom - area.top);
        let covered: f64 = self.taken.iter().map(|taken| taken.overlap(area)).sum();
        let crossed = self.lines.iter().filter(|&&point| area.holds(point)).count();
        (whole - inside) * 20.0 + covered * 10.0 + crossed as f64 * 9.0
    }

    /// A label beside another place would be taken for that place's.
    fn misleading(&self, area: Area, own: (f64, f64)) -> f64 {
        let near = |&(x, y): &(f64, f64)| {
            let (dx, dy) = (x - x.clamp(area.left, area.right), y - y.clamp(area.top, area.bottom));
            (x - own.0).hypot(y - own.1) >= TOGETHER && dx.hypot(dy) < 14.0
        };
        self.marks.iter().filter(|mark| near(mark)).count() as f64 * 150.0
    }
}

fn around(x: f64, y: f64) -> Area {
    Area {
        left: x - 6.0,
        top: y - 6.0,
        right: x + 6.0,
        bottom: y + 6.0,
    }
}

/// Marks near each other, in the order of the marks.
fn clusters<'a>(marks: &[(&'a Place, (f64, f64))]) -> Vec<Vec<(&'a Place, (f64, f64))>> {
    let mut clusters: Vec<Vec<(&Place, (f64, f64))>> = Vec::new();
    for &(place, (x, y)) in marks {
        let near = clusters.iter_mut().find(|cluster| {
            let (cx, cy) = cluster[0].1;
            (cx - x).hypot(cy - y) < TOGETHER
        });
        match near {
            Some(cluster) => cluster.push((place, (x, y))),
            None => clusters.push(vec![(place, (x, y))]),
        }
    }
    clusters
}

/// Class and text of each line of a label.
fn text_lines(cluster: &[(&Place, (f64, f64))]) -> Vec<(&'static str, String)> {
    let shown = if cluster.len() > MOST_LINES {
        MOST_LINES - 1
    } else {
        cluster.len()
    };
    let mut lines: Vec<(&'static str, String)> = cluster
        .iter()
        .take(shown)
        .map(|(place, _)| {
            let class = match (place.used, place.kind) {
                (false, _) => "unused",
                (true, Kind::Airfield) => "airfield",
                (true, _) => "facility",
            };
            (class, shortened(&place.label))
        })
        .collect();
    if shown < cluster.len() {
        lines.push(("unused", format!("and {} more", cluster.len() - shown)));
    }
    lines
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        name.to_owned()
    } else {
        name.chars().take(LONGEST - 1).chain(['…']).collect()
    }
}

/// Spots around a point, with what each costs for being further away.
fn candidates(x: f64, y: f64, wide: f64, high: f64) -> impl Iterator<Item = (f64, Area)> {
    [9.0, 18.0, 30.0, 45.0, 65.0, 90.0, 120.0]
        .into_iter()
        .flat_map(move |gap| {
            let aside = gap * 0.7;
            [
                (x + gap, y - high / 2.0, 0.0),
                (x - gap - wide, y - high / 2.0, 4.0),
                (x + aside, y - aside - high, 5.0),
                (x + aside, y + aside, 5.0),
                (x - aside - wide, y - aside - high, 8.0),
                (x - aside - wide, y + aside, 8.0),
                (x - wide / 2.0, y - gap - high, 10.0),
                (x - wide / 2.0, y + gap, 10.0),
            ]
            .into_iter()
            .map(move |(left, top, extra)| {
                (
                    extra + (gap - 9.0) * 5.0,
                    Area {
                        left,
                        top,
                        right: left + wide,
                        bottom: top + high,
                    },
                )
            })
        })
}

/// A thin line from the place to a label that does not stand beside it.
fn leader(out: &mut String, (x, y): (f64, f64), area: Area) {
    let (tx, ty) = (x.clamp(area.left, area.right), y.clamp(area.top, area.bottom));
    if (tx - x).hypot(ty - y) > 16.0 {
        put!(out, "<path class=\"leader\" d=\"M{x:.1} {y:.1}L{tx:.1} {ty:.1}\" />\n");
    }
}

#[cfg(test)]
mod tests {
    use airbridge_units::Position;

    use super::*;

    #[test]
    fn labels_of_a_crowd_do_not_overlap() {
        let here = Position::new(50.0, 10.0).expect("on Earth");
        let view = View::fitted(&[here]).expect("a place");
        let places: Vec<Place> = (0..24)
            .map(|index| Place {
                kind: Kind::Hospital,
                position: here,
                label: format!("Hospital number {index}"),
                title: String::new(),
                used: true,
            })
            .collect();
        let marks: Vec<(&Place, (f64, f64))> = places
            .iter()
            .enumerate()
            .map(|(index, place)| {
                let (row, column) = ((index / 4) as f64, (index % 4) as f64);
                (place, (150.0 + 200.0 * column, 60.0 + 60.0 * row))
            })
            .collect();
        let mut labels = Labels::new(&view);
        for (_, (x, y)) in &marks {
            labels.taken.push(around(*x, *y));
        }
        let fixed = labels.taken.len();
        let mut out = String::new();
        for cluster in clusters(&marks) {
            labels.label(&mut out, &cluster);
        }
        let placed = &labels.taken[fixed..];
        assert_eq!(placed.len(), 24);
        for (index, a) in placed.iter().enumerate() {
            assert!(placed[..index].iter().all(|b| a.overlap(*b) == 0.0), "label {index}");
        }
    }

    #[test]
    fn places_together_share_a_label() {
        let here = Position::new(50.0, 10.0).expect("on Earth");
        let place = |label: &str| Place {
            kind: Kind::Hospital,
            position: here,
            label: label.to_owned(),
            title: String::new(),
            used: true,
        };
        let places: Vec<Place> = (0..7).map(|index| place(&format!("H{index}"))).collect();
        let marks: Vec<_> = places.iter().map(|place| (place, (100.0, 100.0))).collect();
        let clusters = clusters(&marks);
        assert_eq!(clusters.len(), 1);
        let lines = text_lines(&clusters[0]);
        assert_eq!(lines.len(), MOST_LINES);
        assert_eq!(lines[4].1, "and 3 more");
    }
}
