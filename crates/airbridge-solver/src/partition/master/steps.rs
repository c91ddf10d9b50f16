//! Steps of the simplex method: which column enters, which leaves, and the inverse that follows.

use super::{Column, Master};

/// Reduced costs above this are zero, in units of the largest cost.
const TOLERANCE: f64 = 1e-9;

/// The inverse is computed anew after so many steps.
pub(super) const REFRESH: usize = 60;

/// Values above this below zero are zero.
const BROKEN: f64 = 1e-9;

/// Tours that are looked at again and again before all are.
const LIKELY: usize = 40;

/// Pivots below this are not made.
const PIVOT: f64 = 1e-8;

impl Master {
    /// A column with a small reduced cost and that cost, if one is below zero: the least of the `likely` tours, which are those of least reduced cost when
    /// all were last looked at (multiple pricing: Orchard-Hays 1968).
    pub(super) fn entering(&self, prices: &[f64], likely: &mut Vec<usize>) -> Option<(f64, Column)> {
        let mut best = (-TOLERANCE, None);
        for (row, price) in prices.iter().enumerate() {
            let reduced = if row < self.requests { *price } else { -price };
            if reduced < best.0 {
                best = (reduced, Some(Column::Spare(row)));
            }
        }
        let of_likely = |likely: &[usize]| {
            let reduced = likely.iter().map(|&tour| (self.reduced(tour, prices), tour));
            reduced.min_by(|a, b| a.0.total_cmp(&b.0))
        };
        let mut tour = of_likely(likely).filter(|tour| tour.0 < -TOLERANCE);
        if tour.is_none() {
            let all = (0..self.tours.len()).map(|tour| (self.reduced(tour, prices), tour));
            let mut negative: Vec<(f64, usize)> = all.filter(|tour| tour.0 < -TOLERANCE).collect();
            negative.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            negative.truncate(LIKELY);
            tour = negative.first().copied();
            *likely = negative.into_iter().map(|tour| tour.1).collect();
        }
        if let Some((reduced, tour)) = tour.filter(|tour| tour.0 < best.0) {
            best = (reduced, Some(Column::Tour(tour)));
        }
        best.1.map(|column| (best.0, column))
    }

    /// The column in terms of the basis.
    fn direction(&self, column: Column) -> Vec<f64> {
        let cells = |row: usize| &self.inverse[row * self.rows..(row + 1) * self.rows];
        (0..self.rows)
            .map(|row| match column {
                Column::Missing(at) => cells(row)[at],
                Column::Spare(at) if at >= self.requests => cells(row)[at],
                Column::Spare(at) => -cells(row)[at],
                Column::Tour(tour) => self.tours[tour]
                    .rows
                    .iter()
                    .map(|&at| cells(row)[usize::from(at)])
                    .sum(),
            })
            .collect()
    }

    /// The row that a column takes over, so that nothing falls below zero. `None` when the arithmetic gives out.
    pub(super) fn leaving(&self, column: Column) -> Option<usize> {
        let direction = self.direction(column);
        let mut leaving: Option<(f64, usize)> = None;
        for (row, &slope) in direction.iter().enumerate() {
            if slope > PIVOT {
                let length = self.values[row].max(0.0) / slope;
                let shorter = leaving.is_none_or(|(least, at)| {
                    length < least - 1e-12 || (length <= least + 1e-12 && slope > direction[at])
                });
                if shorter {
                    leaving = Some((length, row));
                }
            }
        }
        leaving.map(|(_, row)| row)
    }

    /// The row whose value is furthest below zero, if one is.
    pub(super) fn broken_row(&self) -> Option<usize> {
        let least = self.values.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1))?;
        (*least.1 < -BROKEN).then_some(least.0)
    }

    /// The column that mends a row at the least increase of prices, and its reduced cost (the dual simplex method: Lemke 1954). `None` when there is
    /// none, which the arithmetic alone can cause: anybody can be left out.
    pub(super) fn mending(&self, row: usize, prices: &[f64]) -> Option<(f64, Column)> {
        let cells = &self.inverse[row * self.rows..][..self.rows];
        let mut best: Option<(f64, f64, f64, Column)> = None;
        let mut offer = |slope: f64, reduced: f64, column: Column| {
            if slope < -PIVOT {
                let ratio = reduced.max(0.0) / -slope;
                if best
                    .as_ref()
                    .is_none_or(|known| ratio < known.0 - 1e-15 || (ratio <= known.0 + 1e-15 && slope < known.1))
                {
                    best = Some((ratio, slope, reduced, column));
                }
            }
        };
        for (at, (cell, price)) in cells.iter().zip(prices).enumerate() {
            if at < self.requests {
                offer(-cell, *price, Column::Spare(at));
                offer(*cell, 1.0 - price, Column::Missing(at));
            } else {
                offer(*cell, -price, Column::Spare(at));
            }
        }
        for (number, tour) in self.tours.iter().enumerate() {
            let slope: f64 = tour.rows.iter().map(|&at| cells[usize::from(at)]).sum();
            if slope < -PIVOT {
                offer(slope, self.reduced(number, prices), Column::Tour(number));
            }
        }
        best.map(|(_, _, reduced, column)| (reduced, column))
    }

    /// Takes a column into the basis in a row.
    pub(super) fn enter(&mut self, column: Column, row: usize) {
        let direction = self.direction(column);
        self.basis[row] = column;
        self.pivot(row, &direction);
        self.steps += 1;
    }

    fn pivot(&mut self, row: usize, direction: &[f64]) {
        let rows = self.rows;
        let pivot = direction[row];
        let mut lead = self.inverse[row * rows..(row + 1) * rows].to_vec();
        for cell in &mut lead {
            *cell /= pivot;
        }
        let length = self.values[row] / pivot;
        for (other, &slope) in direction.iter().enumerate() {
            if other == row || slope == 0.0 {
                continue;
            }
            for (cell, lead) in self.inverse[other * rows..(other + 1) * rows].iter_mut().zip(&lead) {
                *cell -= slope * lead;
            }
            self.values[other] -= slope * length;
        }
        self.inverse[row * rows..(row + 1) * rows].copy_from_slice(&lead);
        self.values[row] = length;
    }

    /// The inverse from the basis, by elimination with the largest pivots. `false` when the basis is singular.
    pub(super) fn refresh(&mut self) -> bool {
        let rows = self.rows;
        let columns = std::mem::replace(&mut self.basis, vec![Column::Spare(0); rows]);
        let mut open: Vec<bool> = vec![true; rows];
        self.inverse.fill(0.0);
        for row in 0..rows {
            self.inverse[row * rows + row] = 1.0;
        }
        self.values.clone_from(&self.right);
        for column in columns {
            let direction = self.direction(column);
            let best = (0..rows)
                .filter(|&row| open[row])
                .max_by(|&a, &b| direction[a].abs().total_cmp(&direction[b].abs()));
            let Some(row) = best.filter(|&row| direction[row].abs() > PIVOT) else {
                return false;
            };
            open[row] = false;
            self.pivot(row, &direction);
            self.basis[row] = column;
        }
        true
    }
}
