//! The linear program over tours found so far: cover every request at least once, with a fleet of so many tours and within the cuts, at least
//! cost.
//!
//! A revised simplex method (Dantzig & Orchard-Hays 1954) with the inverse of the basis kept whole: there is one row a request, and columns come
//! and go by the thousand. Its answer is only ever taken as a hint for prices; bounds are computed from prices in whole numbers, so no
//! tolerance here can make one invalid.

mod steps;

use self::steps::REFRESH;
use super::choose::Column as Priced;
use super::requests::Requests;

/// More steps than any program of this kind has been seen to take.
const MOST_STEPS: usize = 20_000;
/// More steps than these for each row that mend what is broken, and it begins anew with nothing broken: mending can go round in circles where many
/// tours cost exactly what they are paid.
const MENDS_A_ROW: usize = 4;

/// When there are more tours than this a row, the dearer half is dropped.
const MOST_TOURS_A_ROW: usize = 12;

/// One column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    /// A request is left out, at the greatest price.
    Missing(usize),
    /// A request is carried once more than needed, or the fleet or a cut has something to spare.
    Spare(usize),
    /// A tour.
    Tour(usize),
}

/// What the program pays for, in units of cost.
#[derive(Clone, Debug)]
pub(crate) struct Optimum {
    /// By request.
    pub(crate) prices: Vec<f64>,
    /// For a tour, whatever it carries; not above zero.
    pub(crate) of_tour: f64,
    /// By cut; not above zero.
    pub(crate) of_cuts: Vec<f64>,
    /// What all comes to.
    pub(crate) value: f64,
}

/// A tour as a column.
#[derive(Clone, Debug)]
struct Tour {
    served: Requests,
    /// What it is made of, last first.
    fragments: Box<[u32]>,
    /// As a share of [`Master::scale`].
    cost: f64,
    /// Where it counts one.
    rows: Vec<u16>,
}

/// The program and its basis.
#[derive(Clone, Debug)]
pub(crate) struct Master {
    /// One for each request, the fleet's, and one for each cut.
    rows: usize,
    requests: usize,
    triples: Vec<Requests>,
    tours: Vec<Tour>,
    scale: f64,
    fleet: f64,
    /// Right sides: one for each request and cut, and the fleet, each a little more than that.
    right: Vec<f64>,
    basis: Vec<Column>,
    /// Row by row.
    inverse: Vec<f64>,
    values: Vec<f64>,
    steps: usize,
}

impl Master {
    /// Without any tour. `missing` is the cost of leaving a request out.
    pub(crate) fn new(requests: usize, fleet: i64, missing: i64) -> Self {
        let mut master = Self {
            rows: 0,
            requests,
            triples: Vec::new(),
            tours: Vec::new(),
            scale: (missing as f64).max(1.0),
            fleet: fleet as f64,
            right: Vec::new(),
            basis: Vec::new(),
            inverse: Vec::new(),
            values: Vec::new(),
            steps: 0,
        };
        master.restart();
        master
    }

    /// Forgets the basis.
    fn restart(&mut self) {
        let requests = self.requests;
        self.rows = requests + 1 + self.triples.len();
        // Right sides differ by a little, so that steps of length zero are rare.
        let uneven = |row: usize| (row as f64 * 0.618_033_988_749).fract() * 1e-6;
        let right = |row: usize| uneven(row) + if row == requests { self.fleet } else { 1.0 };
        self.right = (0..self.rows).map(right).collect();
        let alone = |row: usize| {
            if row < requests {
                Column::Missing(row)
            } else {
                Column::Spare(row)
            }
        };
        self.basis = (0..self.rows).map(alone).collect();
        self.inverse = vec![0.0; self.rows * self.rows];
        for row in 0..self.rows {
            self.inverse[row * self.rows + row] = 1.0;
        }
        self.values.clone_from(&self.right);
    }

    /// Adds cuts, of which it has the first already. The basis goes on: what there is to spare of a new cut is less than nothing where it is
    /// broken.
    pub(crate) fn set_cuts(&mut self, triples: &[Requests]) {
        let (before, known) = (self.rows, self.triples.len());
        self.triples = triples.to_vec();
        for index in 0..self.tours.len() {
            self.tours[index].rows = self.rows_of(&self.tours[index].served);
        }
        let old = std::mem::take(&mut self.inverse);
        let (basis, values) = (std::mem::take(&mut self.basis), std::mem::take(&mut self.values));
        self.restart();
        self.basis[..before].copy_from_slice(&basis);
        self.values[..before].copy_from_slice(&values);
        for row in 0..before {
            self.inverse[row * self.rows..][..before].copy_from_slice(&old[row * before..][..before]);
        }
        for (number, triple) in triples.iter().enumerate().skip(known) {
            let row = self.requests + 1 + number;
            let mut cells = vec![0.0; before];
            let mut value = self.right[row];
            for (at, column) in basis.iter().enumerate() {
                let Column::Tour(tour) = column else { continue };
                if triple.common(&self.tours[*tour].served) >= 2 {
                    value -= values[at];
                    for (cell, known) in cells.iter_mut().zip(&old[at * before..][..before]) {
                        *cell -= known;
                    }
                }
            }
            self.values[row] = value;
            self.inverse[row * self.rows..][..before].copy_from_slice(&cells);
        }
    }

    fn rows_of(&self, served: &Requests) -> Vec<u16> {
        let cuts = self
            .triples
            .iter()
            .enumerate()
            .filter(|(_, triple)| triple.common(served) >= 2);
        let cuts = cuts.map(|(index, _)| self.requests + 1 + index);
        served
            .iter()
            .chain([self.requests])
            .chain(cuts)
            .map(|row| row as u16)
            .collect()
    }

    /// Adds a tour.
    pub(crate) fn add(&mut self, cost: i64, served: Requests, fragments: &[usize]) {
        self.tours.push(Tour {
            served,
            fragments: fragments.iter().map(|&fragment| fragment as u32).collect(),
            cost: cost as f64 / self.scale,
            rows: self.rows_of(&served),
        });
    }

    /// All tours with their reduced costs at an optimum.
    pub(crate) fn columns<'a>(&'a self, now: &'a Optimum) -> impl Iterator<Item = Priced> + 'a {
        self.tours.iter().map(|tour| {
            let cost = tour.cost * self.scale;
            Priced {
                served: tour.served,
                cost,
                reduced: (cost - self.paid(&tour.served, now)).max(0.0),
            }
        })
    }

    /// What a tour is paid that serves these.
    pub(crate) fn paid(&self, served: &Requests, now: &Optimum) -> f64 {
        let cuts = self.triples.iter().zip(&now.of_cuts);
        let of_cuts = cuts
            .filter(|(triple, _)| triple.common(served) >= 2)
            .map(|(_, price)| price);
        now.of_tour
            + of_cuts
                .chain(served.iter().map(|request| &now.prices[request]))
                .sum::<f64>()
    }

    /// Tours that it has.
    pub(crate) fn len(&self) -> usize {
        self.tours.len()
    }

    /// What a tour is made of, last fragment first.
    pub(crate) fn fragments(&self, tour: usize) -> &[u32] {
        &self.tours[tour].fragments
    }

    /// Another cost for a tour.
    pub(crate) fn set_cost(&mut self, tour: usize, cost: i64) {
        self.tours[tour].cost = cost as f64 / self.scale;
    }

    /// Tours of the optimum that are taken in part, with their shares.
    pub(crate) fn broken_tours(&self) -> Vec<(f64, Requests)> {
        let broken = self
            .shares()
            .into_iter()
            .filter(|(share, _)| *share > 1e-4 && *share < 1.0 - 1e-4);
        broken.map(|(share, tour)| (share, self.tours[tour].served)).collect()
    }

    /// Tours that the optimum takes, with their shares.
    pub(crate) fn shares(&self) -> Vec<(f64, usize)> {
        let taken = self.basis.iter().zip(&self.values);
        let tours = taken.filter_map(|(column, share)| match column {
            Column::Tour(tour) => Some((*share, *tour)),
            _ => None,
        });
        tours.collect()
    }

    /// Steps to the optimum over the tours added so far.
    pub(crate) fn solve(&mut self) -> Optimum {
        let mut prices = self.prices();
        let mut likely = Vec::new();
        let mut mends = 0;
        for _ in 0..MOST_STEPS {
            if mends > MENDS_A_ROW * self.rows {
                self.restart();
                prices = self.prices();
                mends = 0;
            }
            // First whatever is broken is mended, at prices that stay right; then it is made cheaper.
            let step = match self.broken_row() {
                Some(row) => {
                    mends += 1;
                    self.mending(row, &prices).map(|found| (row, found))
                }
                None => self
                    .entering(&prices, &mut likely)
                    .and_then(|found| Some((self.leaving(found.1)?, found))),
            };
            let Some((row, (reduced, column))) = step else { break };
            self.enter(column, row);
            if self.steps.is_multiple_of(REFRESH) {
                if !self.refresh() {
                    self.restart();
                }
                prices = self.prices();
            } else {
                let pivoted = &self.inverse[row * self.rows..][..self.rows];
                for (price, cell) in prices.iter_mut().zip(pivoted) {
                    *price += reduced * cell;
                }
            }
        }
        let mut prices: Vec<f64> = self.prices().iter().map(|price| price * self.scale).collect();
        let of_cuts = prices.split_off(self.requests + 1);
        let of_tour = prices.pop().unwrap_or(0.0);
        Optimum {
            value: prices.iter().chain(&of_cuts).sum::<f64>() + of_tour * self.fleet,
            prices,
            of_tour,
            of_cuts,
        }
    }

    /// Drops the dearest tours outside the basis when there are many. What is dropped in error is found again.
    pub(crate) fn forget(&mut self) {
        if self.tours.len() <= MOST_TOURS_A_ROW * self.rows {
            return;
        }
        let prices = self.prices();
        let mut kept = vec![false; self.tours.len()];
        for column in &self.basis {
            if let Column::Tour(tour) = column {
                kept[*tour] = true;
            }
        }
        let mut reduced: Vec<(f64, usize)> = (0..self.tours.len())
            .map(|tour| (self.reduced(tour, &prices), tour))
            .collect();
        reduced.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, tour) in &reduced[..reduced.len() / 2] {
            kept[*tour] = true;
        }
        let mut moved = vec![0; kept.len()];
        let mut count = 0;
        for (tour, keep) in kept.iter().enumerate() {
            moved[tour] = count;
            count += usize::from(*keep);
        }
        let mut index = 0;
        self.tours.retain(|_| {
            index += 1;
            kept[index - 1]
        });
        for column in &mut self.basis {
            if let Column::Tour(tour) = column {
                *tour = moved[*tour];
            }
        }
    }

    fn reduced(&self, tour: usize, prices: &[f64]) -> f64 {
        let Tour { cost, rows, .. } = &self.tours[tour];
        cost - rows.iter().map(|&row| prices[usize::from(row)]).sum::<f64>()
    }

    fn cost(&self, column: Column) -> f64 {
        match column {
            Column::Missing(_) => 1.0,
            Column::Spare(_) => 0.0,
            Column::Tour(tour) => self.tours[tour].cost,
        }
    }

    fn prices(&self) -> Vec<f64> {
        let mut prices = vec![0.0; self.rows];
        for (row, &column) in self.basis.iter().enumerate() {
            let cost = self.cost(column);
            if cost != 0.0 {
                for (price, cell) in prices.iter_mut().zip(&self.inverse[row * self.rows..]) {
                    *price += cost * cell;
                }
            }
        }
        prices
    }
}
