//! Lines of numbers, each with its place.

use super::{InstanceError, MOST};
use crate::instance::Format;

/// The lines of a file that are not blank.
pub(super) struct Lines<'t> {
    pub(super) all: Vec<Line<'t>>,
}

/// One line, and the words on it.
pub(super) struct Line<'t> {
    pub(super) number: usize,
    pub(super) text: &'t str,
    words: Vec<&'t str>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let all = text
            .lines()
            .enumerate()
            .map(|(index, text)| Line {
                number: index + 1,
                text: text.trim(),
                words: text.split_whitespace().collect(),
            })
            .filter(|line| !line.words.is_empty())
            .collect();
        Self { all }
    }

    /// The first line and those after it.
    pub(super) fn headed(&self) -> Result<(&Line<'t>, &[Line<'t>]), InstanceError> {
        self.all
            .split_first()
            .ok_or_else(|| InstanceError::whole("there is nothing in it"))
    }

    /// The format that the first lines suggest.
    pub(super) fn looks_like(&self) -> Result<Format, InstanceError> {
        let (head, _) = self.headed()?;
        if self.all.iter().any(|line| line.text == "NODES") {
            return Ok(Format::SartoriBuriol);
        }
        match head.words.len() {
            5 => Ok(Format::Darp),
            3 => Ok(Format::LiLim),
            other => Err(InstanceError::at(
                head.number,
                format!("a first line of {other} words is of no known format; name one with --format"),
            )),
        }
    }
}

impl Line<'_> {
    /// An error about this line.
    pub(super) fn error(&self, what: impl Into<String>) -> InstanceError {
        InstanceError::at(self.number, what)
    }

    /// So many words, or an error that says what they are.
    pub(super) fn has(&self, words: usize, meaning: &str) -> Result<(), InstanceError> {
        if self.words.len() == words {
            Ok(())
        } else {
            Err(self.error(format!(
                "{} words where {words} are wanted: {meaning}",
                self.words.len()
            )))
        }
    }

    pub(super) fn count(&self) -> usize {
        self.words.len()
    }

    /// A finite number within bounds.
    pub(super) fn number(&self, index: usize, name: &str) -> Result<f64, InstanceError> {
        let word = self.words[index];
        let number: f64 = word
            .parse()
            .map_err(|_| self.error(format!("{name} is “{}”, not a number", short(word))))?;
        if number.is_finite() && number.abs() <= MOST {
            Ok(number)
        } else {
            Err(self.error(format!("{name} is {number}, beyond all measure")))
        }
    }

    /// A number that is not negative.
    pub(super) fn amount(&self, index: usize, name: &str) -> Result<f64, InstanceError> {
        let number = self.number(index, name)?;
        if number < 0.0 {
            return Err(self.error(format!("{name} is {number}, below nothing")));
        }
        Ok(number)
    }

    /// A whole number, written as such or with zeros after the point.
    pub(super) fn whole(&self, index: usize, name: &str) -> Result<i64, InstanceError> {
        let number = self.number(index, name)?;
        if number.fract() == 0.0 {
            Ok(number as i64)
        } else {
            Err(self.error(format!("{name} is {number}, not a whole number")))
        }
    }

    /// A whole number that counts or numbers something.
    pub(super) fn index(&self, index: usize, name: &str) -> Result<usize, InstanceError> {
        let number = self.whole(index, name)?;
        usize::try_from(number).map_err(|_| self.error(format!("{name} is {number}, below nothing")))
    }
}

/// The first letters of a word, so that a message stays a line.
fn short(word: &str) -> String {
    const LETTERS: usize = 20;
    match word.char_indices().nth(LETTERS) {
        None => word.to_owned(),
        Some((at, _)) => format!("{}…", &word[..at]),
    }
}
