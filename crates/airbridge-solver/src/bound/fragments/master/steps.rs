//! Steps of the simplex method: which column enters, which leaves, and the inverse that follows.

use super::{Column, Master};

/// Reduced costs above this are zero, in units of the largest cost.
const TOLERANCE: f64 = 1e-9;

/// The inverse is computed anew after so many steps.
const REFRESH: usize = 60;

/// Pivots below this are not made.
const PIVOT: f64 = 1e-8;

impl Master {
    /// The column with the least reduced cost (Dantzig's rule), if one is below zero.
    pub(super) fn entering(&self, prices: &[f64]) -> Option<Column> {
        let mut best = (-TOLERANCE, None);
        let mut offer = |reduced: f64, column: Column| {
            if reduced < best.0 {
                best = (reduced, Some(column));
            }
        };
        for (row, price) in prices.iter().enumerate() {
            offer(if row < self.requests { *price } else { -price }, Column::Spare(row));
        }
        for tour in 0..self.tours.len() {
            offer(self.reduced(tour, prices), Column::Tour(tour));
        }
        best.1
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

    /// Takes a column into the basis. `false` when the arithmetic gives out.
    pub(super) fn enter(&mut self, column: Column) -> bool {
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
        let Some((_, row)) = leaving else { return false };
        self.basis[row] = column;
        self.pivot(row, &direction);
        self.steps += 1;
        !self.steps.is_multiple_of(REFRESH) || self.refresh()
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
    fn refresh(&mut self) -> bool {
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
