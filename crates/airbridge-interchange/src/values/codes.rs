//! Words of code lists, and ids.

use super::{Problem, quote};
use crate::format::kind::Code;
use crate::nearest::hint;

/// Most characters of an id.
const LONGEST_ID: usize = 80;

/// One word of a code list.
pub(crate) fn code<T: Code>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| {
        let known: Vec<_> = T::members().iter().map(|member| member.word()).collect();
        Problem::new(
            "unknown-code",
            format!("{} is not on the code list", quote(text)),
            hint(
                text,
                known.iter().copied(),
                &format!("write one of: {}", known.join(", ")),
            ),
        )
    })
}

/// Words of a code list separated by spaces, commas or semicolons; each once, in order of appearance.
pub(crate) fn codes<T: Code + PartialEq>(text: &str) -> Result<Vec<T>, Problem> {
    let mut found = Vec::new();
    for word in words(text) {
        let member = code(word)?;
        if !found.contains(&member) {
            found.push(member);
        }
    }
    Ok(found)
}

/// The words of a list of words.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'))
        .filter(|word| !word.is_empty())
}

/// The ids of a list of ids.
pub(crate) fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|id| !id.is_empty())
}

/// An id: not too long, no semicolon, which separates ids in lists, and no control characters.
pub(crate) fn id(text: &str) -> Result<&str, Problem> {
    if text.chars().count() > LONGEST_ID {
        Err(Problem::new(
            "id-too-long",
            format!("{} has more than {LONGEST_ID} characters", quote(text)),
            "shorten it, here and wherever it is referred to",
        ))
    } else if text.contains(|c: char| c == ';' || c.is_control()) {
        Err(Problem::new(
            "bad-id",
            format!("{} holds a semicolon or a control character", quote(text)),
            "leave it out, here and wherever it is referred to",
        ))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use airbridge_model::{Specialty, Surface};

    use super::*;

    #[test]
    fn words_of_lists_are_read() {
        assert_eq!(
            codes::<Surface>("paved gravel, Paved"),
            Ok(vec![Surface::Paved, Surface::Gravel])
        );
        let problem = code::<Specialty>("orthopedics").expect_err("not on the list");
        assert_eq!(problem.remedy, "is \"orthopaedics\" meant?");
    }

    #[test]
    fn ids_keep_out_of_lists() {
        assert!(id("SU-BDM").is_ok());
        assert_eq!(id("a;b").expect_err("separator").code, "bad-id");
        assert_eq!(id(&"x".repeat(81)).expect_err("long").code, "id-too-long");
        assert_eq!(ids("A; B;").collect::<Vec<_>>(), ["A", "B"]);
    }
}
