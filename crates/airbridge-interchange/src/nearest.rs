//! The nearest known word, as a hint.

/// The known word that differs least from `text`, if any is near enough to be meant: at most a third of its letters wrong.
pub(crate) fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = text.to_lowercase();
    if wanted.chars().count() > 80 {
        return None;
    }
    known
        .into_iter()
        .map(|word| (distance(&wanted, &word.to_lowercase()), word))
        .filter(|(distance, word)| *distance <= word.chars().count().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The hint in words, or what to do instead.
pub(crate) fn hint<'a>(text: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    nearest(text, known).map_or_else(|| otherwise.to_owned(), |word| format!("is {word:?} meant?"))
}

/// Levenshtein's distance (1966), by rows.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let substituted = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        assert_eq!(nearest("HECB", ["HLLB", "HECA"]), Some("HECA"));
        assert_eq!(nearest("orthopedics", ["burns", "orthopaedics"]), Some("orthopaedics"));
        assert_eq!(nearest("zzzz", ["HLLB", "HECA"]), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
