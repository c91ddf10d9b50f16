//! Tables and paragraphs that keep to a width.

use crate::markup::{plain, put};

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Align {
    Left,
    Right,
}

struct Column {
    title: &'static str,
    align: Align,
    /// Longer cells are cut.
    most: usize,
}

/// A table whose columns are as wide as their cells ask, up to a limit.
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(columns: &[(&'static str, Align, usize)]) -> Self {
        Self {
            columns: columns
                .iter()
                .map(|&(title, align, most)| Column { title, align, most })
                .collect(),
            rows: Vec::new(),
        }
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.iter().map(|cell| plain(cell)).collect());
    }

    pub(super) fn write(&self, out: &mut String, indent: &str, width: usize) {
        let widths: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let cells = self.rows.iter().map(|row| row[index].chars().count());
                cells
                    .max()
                    .unwrap_or(0)
                    .max(column.title.chars().count())
                    .min(column.most)
            })
            .collect();
        let widths = fitted(widths, &self.columns, width.saturating_sub(indent.chars().count()));
        let titles = self.columns.iter().map(|column| column.title.to_owned()).collect();
        for row in std::iter::once(&titles).chain(&self.rows) {
            let mut line = indent.to_owned();
            for ((cell, column), &width) in row.iter().zip(&self.columns).zip(&widths) {
                let cell = cut(cell, width);
                match column.align {
                    Align::Left => put!(line, "{cell:<width$}  "),
                    Align::Right => put!(line, "{cell:>width$}  "),
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
}

/// Takes columns from the widest text column until the table fits, or no text column has more than one left.
fn fitted(mut widths: Vec<usize>, columns: &[Column], room: usize) -> Vec<usize> {
    let gaps = 2 * columns.len().saturating_sub(1);
    while gaps + widths.iter().sum::<usize>() > room {
        let widest = (0..widths.len())
            .filter(|&index| columns[index].align == Align::Left)
            .max_by_key(|&index| widths[index])
            .expect("a table has a text column");
        if widths[widest] <= 1 {
            break;
        }
        widths[widest] -= 1;
    }
    widths
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        text.to_owned()
    } else {
        text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
    }
}

/// Writes a paragraph, broken between words; a word that is too long for a line is cut.
pub(super) fn wrapped(out: &mut String, width: usize, text: &str, first: &str, rest: &str) {
    let mut line = first.to_owned();
    let mut used = first.chars().count();
    let mut fresh = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let room = width - rest.chars().count();
        let word = cut(word, room);
        let long = word.chars().count();
        if !fresh && used + 1 + long > width {
            out.push_str(line.trim_end());
            out.push('\n');
            rest.clone_into(&mut line);
            used = rest.chars().count();
            fresh = true;
        }
        if !fresh {
            line.push(' ');
            used += 1;
        }
        line.push_str(&word);
        used += long;
        fresh = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
